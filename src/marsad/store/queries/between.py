"""All that is told between two countries, or of one actor, by us and by others: at a glance, and in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from marsad.store.ids import foreign_id, link_id
from marsad.store.queries.actors import Actor
from marsad.store.queries.entities import parts
from marsad.store.queries.period import Period
from marsad.store.queries.tellings import Told, tellings
from marsad.store.queries.timeline import OWN, Occurrence, foreign_occurrences, occurrences
from marsad.store.tables import article, event, event_party, happening, happening_party, telling


class Glimpse(NamedTuple):
    """What lists and charts need of one happening or imported event. `confidence` is that of the surest telling, 0 to
    1; others' data has none."""

    number: int
    source: str
    day: str | None
    type: str
    mode: str | None
    quad: int
    status: str
    outlets: tuple[str, ...] = ()
    confidence: float | None = None

    @property
    def id(self) -> str:
        """Its public id."""
        return link_id("happening", self.number) if self.source == OWN else foreign_id(self.source, self.number)


class Happened(NamedTuple):
    """One happening or imported event, and how it was told first."""

    event: Occurrence
    told: Told | None


class Party(NamedTuple):
    """Who takes part, and as what: `actor`, `recipient`, or None for either."""

    who: Actor
    role: str | None = None


def between(connection: Connection, a: str, b: str, period: Period = Period()) -> tuple[Glimpse, ...]:  # noqa: B008
    """What has a party of each of two countries (codes), the newest first; what has no date comes last."""
    return _newest_first(connection, [Party(Actor((), (code,))) for code in (a, b)], period)


def told_of(connection: Connection, party: Party, period: Period = Period()) -> tuple[Glimpse, ...]:  # noqa: B008
    """The same of one party."""
    return _newest_first(connection, [party], period)


def _newest_first(connection: Connection, parties: Sequence[Party], period: Period) -> tuple[Glimpse, ...]:
    found = [*_own(connection, parties, period), *_others(connection, parties, period)]
    return tuple(sorted(found, key=lambda each: (each.day or "", each.number), reverse=True))


def in_full(connection: Connection, glimpses: Sequence[Glimpse]) -> tuple[Happened, ...]:
    """The same with parties, places and the words that told it first, in their order."""
    own = [each.number for each in glimpses if each.source == OWN]
    others = [each.number for each in glimpses if each.source != OWN]
    rows: list[Any] = []
    foreign: list[Any] = []
    for part in parts(own):
        rows += connection.execute(select(happening).where(happening.c.id.in_(part)))
    for part in parts(others):
        foreign += connection.execute(select(event).where(event.c.id.in_(part)))
    found = (*occurrences(connection, rows), *foreign_occurrences(connection, foreign))
    told = {each.id: each for each in tellings(connection, [*(row.first_event for row in rows), *others])}
    known = {row.id: Happened(row, told.get(row.first)) for row in found}
    return tuple(known[each.id] for each in glimpses)


def _chosen(events: Table, ids: Table, of: ColumnElement[int], parties: Sequence[Party], period: Period) -> Select[Any]:
    c = events.c
    chosen = select(c.id, c.day, c.type, c.mode, c.quad, c.status)
    for party in parties:
        taking = select(of).where(party.who.among(ids.c.entity, ids.c.country))
        chosen = chosen.where(c.id.in_(taking.where(ids.c.role == party.role) if party.role else taking))
    return chosen if period == Period() else chosen.where(period.holds(c.day, c.last_day))


def _own(connection: Connection, taking: Sequence[Party], period: Period) -> list[Glimpse]:
    chosen = _chosen(happening, happening_party, happening_party.c.happening, taking, period)
    rows = connection.execute(chosen).all()
    outlets: dict[int, dict[str, None]] = {}
    sure: dict[int, float] = {}
    joined = telling.join(event, event.c.id == telling.c.event).join(article, article.c.id == event.c.article)
    told = select(telling.c.happening, article.c.outlet, event.c.confidence).select_from(joined)
    for part in parts(row.id for row in rows):
        for number, outlet, confidence in connection.execute(told.where(telling.c.happening.in_(part))):
            sure[number] = max(confidence, sure.get(number, 0.0))
            if outlet:
                outlets.setdefault(number, {})[outlet] = None
    return [
        Glimpse(
            row.id, OWN, row.day, row.type, row.mode, row.quad, row.status, tuple(outlets.get(row.id, ())),
            sure.get(row.id),
        )
        for row in rows
    ]  # fmt: skip


def _others(connection: Connection, taking: Sequence[Party], period: Period) -> list[Glimpse]:
    chosen = _chosen(event, event_party, event_party.c.event, taking, period)
    rows = connection.execute(chosen.add_columns(event.c.source).where(event.c.source != OWN))
    return [Glimpse(row.id, row.source, row.day, row.type, row.mode, row.quad, row.status) for row in rows]
