"""What was agreed on, between whom, on which terms, and what became of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from marsad.records import Entity
from marsad.store.ids import link_id
from marsad.store.queries.actors import Actor
from marsad.store.queries.entities import entities_of, in_order
from marsad.store.queries.paging import Cut, Page
from marsad.store.queries.period import Period
from marsad.store.tables import agreement, agreement_event, event_party


class Deal(NamedTuple):
    """An agreement. `amounts` and `volumes` are numbers with their units, `history` its status over time, each with the
    events that say so; `day` is the first day on which it is told.
    """

    id: str
    parties: tuple[Entity, ...]
    subject: str | None
    amounts: tuple[dict[str, Any], ...]
    volumes: tuple[dict[str, Any], ...]
    term: str | None
    status: str
    history: tuple[dict[str, Any], ...]
    day: str | None


def agreements(connection: Connection, party: Actor | None, period: Period, cut: Cut) -> Page[Deal]:
    """Agreements, the newest first."""
    c = agreement.c
    wanted = _of_party(select(agreement), party) if party else select(agreement)
    if period != Period():
        wanted = wanted.where(period.holds(c.day))
    ordered = wanted.order_by(c.day.desc().nulls_last(), c.id.desc()).limit(cut.fetched).offset(cut.offset)
    found = cut.of(connection.execute(ordered))
    return Page(deals(connection, found.rows), found.more)


def _of_party(wanted: Select[Any], party: Actor) -> Select[Any]:
    """Agreements of which a party's event tells."""
    joined = agreement_event.join(event_party, event_party.c.event == agreement_event.c.event)
    told = select(agreement_event.c.agreement).select_from(joined)
    return wanted.where(agreement.c.id.in_(told.where(party.among(event_party.c.entity, event_party.c.country))))


def deals(connection: Connection, rows: Any) -> tuple[Deal, ...]:
    """Rows of `agreement` with the names of their parties."""
    known = entities_of(connection, {party for row in rows for party in row.parties})
    return tuple(
        Deal(
            link_id("agreement", row.id), in_order(row.parties, known), row.subject, tuple(row.amounts),
            tuple(row.volumes), row.term, row.status, tuple(row.history), row.day,
        )
        for row in rows
    )  # fmt: skip
