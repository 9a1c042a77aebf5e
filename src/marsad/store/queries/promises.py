"""What was promised or planned, by when, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, select

from marsad.errors import QueryError
from marsad.records import Entity
from marsad.store.ids import link_id
from marsad.store.queries.actors import Actor
from marsad.store.queries.eventnames import EventName, event_names
from marsad.store.queries.paging import Cut, Page
from marsad.store.queries.timeline import Sides, sides_of
from marsad.store.tables import article, happening, happening_party, promise

Outcome = Literal["kept", "broken", "postponed", "overdue", "open"]
OUTCOMES: tuple[str, ...] = get_args(Outcome)


class Pledge(NamedTuple):
    """A planned happening as a promise. `said` is the first day on which it was told, `term` (EDTF) when it is due,
    `evidence` are the events that say what became of it, `first` is the event that told it first.
    """

    id: str
    type: str
    mode: str | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    said: str | None
    term: str | None
    outcome: str
    evidence: tuple[str, ...]
    first: str
    words: str


def newest_day(connection: Connection) -> str | None:
    """The day of the newest article."""
    day: str | None = connection.scalar(select(func.max(article.c.first_day)))
    return day


def promises(
    connection: Connection, outcomes: Sequence[str], actor: Actor | None, as_of: str | None, cut: Cut
) -> Page[Pledge]:
    """Promises by their term, those without one last. One that is open is overdue if its term ended before `as_of`,
    which is the newest article's day if it is None. Raises `QueryError` for an outcome that is none.
    """
    if wrong := sorted(set(outcomes) - set(OUTCOMES)):
        raise QueryError(f"{wrong[0]!r} is no outcome", f"there are {', '.join(OUTCOMES)}")
    day = as_of or newest_day(connection) or ""
    found = cut.of(connection.execute(_query(outcomes, actor, day, cut)))
    return Page(_pledges(connection, found.rows), found.more)


def promise_counts(connection: Connection, actor: Actor | None, as_of: str | None) -> dict[str, int]:
    """How many promises there are of each outcome, as it stands on `as_of` (the newest article's day)."""
    outcome = outcome_on(as_of or newest_day(connection) or "")
    counted = select(outcome, func.count()).select_from(promise).group_by(outcome)
    if actor:
        counted = counted.where(promise.c.id.in_(_of_actor(actor)))
    return {row[0]: row[1] for row in connection.execute(counted)}


def pledge(connection: Connection, number: int) -> Pledge | None:
    """The promise of a number, as it stands on the newest article's day; None if there is none."""
    rows = connection.execute(_joined(newest_day(connection) or "").where(promise.c.id == number)).all()
    return next(iter(_pledges(connection, rows)), None)


def _pledges(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Pledge, ...]:
    sides = sides_of(connection, [row.id for row in rows])
    names = event_names(connection, [row.first_event for row in rows])
    return tuple(_pledge(row, sides[row.id], names) for row in rows)


def outcome_on(day: str) -> ColumnElement[str]:
    """The outcome of promises as it stands on a day."""
    p = promise.c
    return case((and_(p.outcome == "open", p.term_end < day), "overdue"), else_=p.outcome)


def _query(outcomes: Sequence[str], actor: Actor | None, day: str, cut: Cut) -> Select[Any]:
    p = promise.c
    chosen = _joined(day)
    if outcomes:
        chosen = chosen.where(outcome_on(day).in_(outcomes))
        # What the index on outcomes can tell beforehand:
        chosen = chosen.where(p.outcome.in_({"open" if each == "overdue" else each for each in outcomes}))
    if actor:
        chosen = chosen.where(p.id.in_(_of_actor(actor)))
    return chosen.order_by(p.term_end.asc().nulls_last(), p.id).limit(cut.fetched).offset(cut.offset)


def _of_actor(actor: Actor) -> Select[Any]:
    """The happenings of an actor."""
    among = actor.among(happening_party.c.entity, happening_party.c.country)
    return select(happening_party.c.happening).where(among)


def _joined(day: str) -> Select[Any]:
    p, h = promise.c, happening.c
    chosen = select(p.id, h.type, h.mode, p.said, p.term, outcome_on(day).label("outcome"), p.evidence, h.first_event)
    return chosen.join(happening, h.id == p.id)


def _pledge(row: Row[Any], sides: Sides, names: dict[int, EventName]) -> Pledge:
    first = names.get(row.first_event)
    return Pledge(
        link_id("promise", row.id), row.type, row.mode, *sides, row.said, row.term, row.outcome, tuple(row.evidence),
        first.id if first else "", first.trigger if first else "",
    )  # fmt: skip
