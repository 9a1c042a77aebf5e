"""What was agreed on, between whom, on which terms, and what became of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

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


class Terms(NamedTuple):
    """What agreements are listed: of a party (one of several if the actor is several), of the period, and of one of the
    statuses."""

    party: Actor | None = None
    period: Period = Period()
    statuses: tuple[str, ...] = ()


def agreements(connection: Connection, terms: Terms, cut: Cut) -> Page[Deal]:
    """Agreements, the newest first."""
    c = agreement.c
    ordered = (
        _within(select(agreement), terms)
        .order_by(c.day.desc().nulls_last(), c.id.desc())
        .limit(cut.fetched)
        .offset(cut.offset)
    )
    found = cut.of(connection.execute(ordered))
    return Page(deals(connection, found.rows), found.more)


def agreement_counts(connection: Connection, terms: Terms) -> dict[str, dict[str, int]]:
    """How many agreements there are of each `status`, and of each country as a `party`, among those of the other
    terms."""
    c, country = agreement.c, event_party.c.country
    told = agreement.join(agreement_event, agreement_event.c.agreement == c.id)
    told = told.join(event_party, event_party.c.event == agreement_event.c.event)
    statuses = _within(select(c.status, func.count()), terms._replace(statuses=())).group_by(c.status)
    parties = select(country, func.count(c.id.distinct())).select_from(told).where(country.is_not(None))
    parties = _within(parties, terms._replace(party=None)).group_by(country)
    counted = {"status": statuses, "party": parties}
    return {facet: {row[0]: row[1] for row in connection.execute(each)} for facet, each in counted.items()}


def _within(wanted: Select[Any], terms: Terms) -> Select[Any]:
    c = agreement.c
    if terms.party:
        wanted = _of_party(wanted, terms.party)
    if terms.period != Period():
        wanted = wanted.where(terms.period.holds(c.day))
    return wanted.where(c.status.in_(terms.statuses)) if terms.statuses else wanted


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
