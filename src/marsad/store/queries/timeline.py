"""What happened, is planned, is possible or is denied between two, or with one: each happening once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select

from marsad.errors import QueryError
from marsad.records import Entity
from marsad.store.ids import link_id, public_id
from marsad.store.queries.actors import Actor
from marsad.store.queries.entities import entities_of, foreign_party, in_order, parts
from marsad.store.queries.eventnames import event_id_of
from marsad.store.queries.paging import Cut, Page
from marsad.store.queries.period import Period
from marsad.store.tables import article, difference, event, event_party, happening, happening_party, telling

OWN = "marsad"
"""The source of events that were read here; others' data has its own name."""


class Occurrence(NamedTuple):
    """One happening, or one event of others' data. `first` is the event that told it first, `outlets` are those that
    tell it, in the order of publication, `differences` the fields in which tellings differ.
    """

    id: str
    source: str
    time: str | None
    day: str | None
    type: str
    mode: str | None
    quad: int
    status: str
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    place: str | None
    quantities: tuple[dict[str, Any], ...]
    contexts: tuple[str, ...]
    tellings: int
    outlets: tuple[str, ...]
    first: str
    differences: tuple[str, ...]


class Wanted(NamedTuple):
    """What a timeline is limited to."""

    actors: tuple[Actor, ...]
    period: Period = Period()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    newest_first: bool = False


class Sides(NamedTuple):
    """Who acted, and upon whom."""

    actors: tuple[Entity, ...] = ()
    recipients: tuple[Entity, ...] = ()


def timeline(connection: Connection, wanted: Wanted, cut: Cut) -> Page[Occurrence]:
    """The happenings of one actor, or between two, by their day; what has no date comes last."""
    of_parties = _party_condition(wanted.actors, happening.c.id, happening_party, happening_party.c.happening)
    found = cut.of(connection.execute(_ordered(select(happening), happening, wanted, cut).where(*of_parties)))
    return Page(occurrences(connection, found.rows), found.more)


def occurrences(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Occurrence, ...]:
    """Rows of `happening` with their parties and what is told of their tellings."""
    numbers = [row.id for row in rows]
    sides, told = sides_of(connection, numbers), _told(connection, numbers)
    differing = _differing(connection, numbers)
    return tuple(_happening(row, sides[row.id], told.get(row.id, []), differing.get(row.id, ())) for row in rows)


def foreign_timeline(connection: Connection, source: str, wanted: Wanted, cut: Cut) -> Page[Occurrence]:
    """The same of events that came from others' data (`icews`, `gdelt`, `polecat`, `plover`), each event for itself."""
    of_parties = _party_condition(wanted.actors, event.c.id, event_party, event_party.c.event)
    of_source = _ordered(select(event), event, wanted, cut).where(event.c.source == source, *of_parties)
    found = cut.of(connection.execute(of_source))
    return Page(foreign_occurrences(connection, found.rows), found.more)


def foreign_occurrences(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Occurrence, ...]:
    """Rows of `event` that came from others' data, with their parties."""
    sides = _foreign_sides(connection, [row.id for row in rows])
    return tuple(_foreign(row, sides[row.id]) for row in rows)


def _party_condition(
    actors: Sequence[Actor], number: ColumnElement[int], parties: Table, of: ColumnElement[int]
) -> Iterator[ColumnElement[bool]]:
    if not actors or len(actors) > 2:
        raise QueryError("a timeline is of one actor, or between two", "name one or two")
    if len(actors) == 2 and actors[0] == actors[1]:
        both = select(of).where(actors[0].among(parties.c.entity, parties.c.country)).group_by(of)
        yield number.in_(both.having(func.count() > 1))
        return
    for actor in actors:
        yield number.in_(select(of).where(actor.among(parties.c.entity, parties.c.country)))


def _ordered(query: Select[Any], events: Table, wanted: Wanted, cut: Cut) -> Select[Any]:
    c = events.c
    if wanted.period != Period():
        query = query.where(wanted.period.holds(c.day, c.last_day))
    if wanted.types:
        query = query.where(c.type.in_(wanted.types))
    if wanted.statuses:
        query = query.where(c.status.in_(wanted.statuses))
    first = (c.day.desc(), c.id.desc()) if wanted.newest_first else (c.day.asc(), c.id.asc())
    return query.order_by(first[0].nulls_last(), first[1]).limit(cut.fetched).offset(cut.offset)


def sides_of(connection: Connection, happenings: Sequence[int]) -> dict[int, Sides]:
    """The parties of happenings."""
    found: dict[tuple[int, str], list[str]] = {}
    c = happening_party.c
    for part in parts(happenings):
        chosen = select(c.happening, c.role, c.entity).where(c.happening.in_(part)).order_by(c.happening, c.role, c.n)
        for row in connection.execute(chosen):
            found.setdefault((row.happening, row.role), []).append(row.entity or "")
    known = entities_of(connection, {entity for ids in found.values() for entity in ids})
    return {
        number: Sides(*(in_order(found.get((number, role), ()), known) for role in ("actor", "recipient")))
        for number in happenings
    }


def _foreign_sides(connection: Connection, events: Sequence[int]) -> dict[int, Sides]:
    rows: dict[tuple[int, str], list[Any]] = {}
    c = event_party.c
    for part in parts(events):
        for row in connection.execute(select(event_party).where(c.event.in_(part)).order_by(c.event, c.role, c.n)):
            rows.setdefault((row.event, row.role), []).append(row)
    known = entities_of(connection, {row.entity for several in rows.values() for row in several if row.entity})
    return {
        number: Sides(
            *(tuple(_party(row, known) for row in rows.get((number, role), ())) for role in ("actor", "recipient"))
        )
        for number in events
    }


def _party(row: Any, known: dict[str, Entity]) -> Entity:
    """A party of others' data: as we know it, or by the name that they give it."""
    if row.entity in known:
        return known[row.entity]
    return foreign_party(row.entity, row.name, row.country, row.sector)


def _told(connection: Connection, happenings: Sequence[int]) -> dict[int, list[Any]]:
    """The tellings of happenings in the order of publication."""
    found: dict[int, list[Any]] = {}
    told = select(telling.c.happening, event.c.id, event.c.name, event.c.article, article.c.outlet, article.c.first_day)
    joined = telling.join(event, event.c.id == telling.c.event).join(article, article.c.id == event.c.article)
    for part in parts(happenings):
        for row in connection.execute(told.select_from(joined).where(telling.c.happening.in_(part))):
            found.setdefault(row.happening, []).append(row)
    for several in found.values():
        several.sort(key=lambda row: (row.first_day or "9", row.id))
    return found


def _differing(connection: Connection, happenings: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    c = difference.c
    for part in parts(happenings):
        chosen = select(c.happening, c.field).where(c.happening.in_(part)).distinct().order_by(c.happening, c.field)
        for row in connection.execute(chosen):
            found[row.happening] = (*found.get(row.happening, ()), row.field)
    return found


def _happening(row: Row[Any], sides: Sides, told: Sequence[Any], differing: tuple[str, ...]) -> Occurrence:
    first = next((public_id(t.article, t.name) for t in told if t.id == row.first_event), "")
    return Occurrence(
        link_id("happening", row.id), OWN, row.time, row.day, row.type, row.mode, row.quad, row.status, *sides,
        row.place, tuple(row.quantities), tuple(row.contexts), row.tellings,
        tuple(dict.fromkeys(t.outlet for t in told if t.outlet)), first, differing,
    )  # fmt: skip


def _foreign(row: Row[Any], sides: Sides) -> Occurrence:
    number = event_id_of(row)
    return Occurrence(
        number, row.source, row.time, row.day, row.type, row.mode, row.quad, row.status, *sides,
        row.place, tuple(row.quantities), tuple(row.contexts), 1, (), number, (),
    )  # fmt: skip
