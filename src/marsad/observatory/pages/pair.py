"""The relation of two countries: how close they are and when that changed, what happened, and what each says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query

from marsad.errors import QueryError, UnknownIdError
from marsad.observatory.addresses import pair_address
from marsad.observatory.asking import Asked, Asking
from marsad.observatory.parts import measured
from marsad.observatory.parts.dyadview import Measures, measures, step_of
from marsad.observatory.parts.filters import EventFilters, event_list
from marsad.observatory.parts.listing import Facet
from marsad.observatory.parts.parameters import Country, Cursor, Limit, Since, Until
from marsad.observatory.routing import add_page
from marsad.observatory.views import Listing, View
from marsad.output.answers import rows
from marsad.output.labels import event_label
from marsad.output.names import state_name
from marsad.relations.dyad import Dyad, Step, country
from marsad.store.queries.agreements import Deal
from marsad.store.queries.between import Glimpse, Happened
from marsad.store.queries.period import Period, period
from marsad.store.queries.promises import Pledge
from marsad.store.queries.quotes import Quote

router = APIRouter()
_DRAWN = 2000
"""Points that the chart has at most."""
_SAID, _LISTED = 10, 25
By = Annotated[
    Step | None,
    Query(description="The step of counts and ties; by the length of the span if none.", examples=["month"]),
]


class Points(NamedTuple):
    """The newest of what is listed, for a chart: the place n of each list is of the same event. `kinds` are places in
    `names`."""

    ids: tuple[str, ...]
    days: tuple[str, ...]
    quads: tuple[int, ...]
    statuses: tuple[str, ...]
    kinds: tuple[int, ...]
    names: tuple[str, ...]


class Words(NamedTuple):
    """What `speaker` says `about` the other; `more` if there is more than these."""

    speaker: str
    about: str
    statements: tuple[Quote, ...]
    more: bool


class PairPage(NamedTuple):
    """The relation of `a` and `b`. `canonical` is the page's permanent address, `first` and `last` the days of which it
    tells (what is listed may lie outside of them, unless days are asked for), `by` the step of `measures` (null: too
    little is told). `events` are a part of the `total` that the filters leave."""

    a: str
    b: str
    canonical: str
    first: str | None
    last: str | None
    by: str
    measures: Measures | None
    total: int
    events: tuple[Happened, ...]
    facets: tuple[Facet, ...]
    next: str | None
    points: Points
    words: tuple[Words, ...]
    agreements: tuple[Deal, ...]
    promises: tuple[Pledge, ...]


@add_page(router, "/relations/{a}-{b}", PairPage, csv=True)
def pair(
    asked: Asking, a: Country, b: Country, chosen: EventFilters, since: Since = None, until: Until = None,
    by: By = None, limit: Limit = _LISTED, cursor: Cursor = None,
) -> View:  # fmt: skip
    """The relation of two countries: tie, breaks, counts, all that happened, and what each says about the other."""
    one, other = _countries(asked, a.upper(), b.upper())
    days = period(since, until)
    span = _span(asked, days)
    step = by or (step_of(span.first, span.last) if span.first and span.last else "month")
    relation = _dyad(asked, (one, other), span, step, chosen["source"])
    told = asked.store.between(one, other, since=days.first, until=days.last)
    found = event_list(asked, told, chosen, limit, cursor)
    low, high = sorted((one, other))
    shown = PairPage(
        one, other, pair_address(low, high), span.first, span.last, step,
        measures(relation, step) if relation else None, len(found.rows), found.events, found.facets, found.next,
        points(asked, found.rows), (_words(asked, one, other, days), _words(asked, other, one, days)),
        relation.agreements if relation else (), relation.promises if relation else (),
    )  # fmt: skip
    names = (state_name(one, asked.lang), state_name(other, asked.lang))
    listing = Listing("timeline", tuple(rows.timeline(each.event, asked.lang) for each in found.events))
    return View("pair.html", " – ".join(names), shown, listing)


def _countries(asked: Asked, a: str, b: str) -> tuple[str, str]:
    """The two codes, if they are of two countries. Raises `UnknownIdError`."""
    try:
        with asked.store.reading() as connection:
            found = country(connection, a), country(connection, b)
    except QueryError as error:
        raise UnknownIdError(str(error), "name two countries by their codes: /relations/CHN-RUS") from None
    if found[0] == found[1]:
        raise UnknownIdError(f"{a} is one country", "name two: /relations/CHN-RUS")
    return found


def _span(asked: Asked, days: Period) -> Period:
    """The days that are measured: those that are asked for, else those of which the store tells."""
    told = asked.store.told_days()
    return Period(days.first or told.first, days.last or told.last)


def _dyad(asked: Asked, pair: tuple[str, str], span: Period, by: Step, sources: tuple[str, ...]) -> Dyad | None:
    try:
        return measured.dyad(asked, *pair, span.first, span.last, by, sources)
    except QueryError:
        return None


def points(asked: Asked, several: Iterable[Glimpse]) -> Points:
    """The newest of what has a day and a quad class, for the chart."""
    drawn = [row for row in several if row.day and row.quad][:_DRAWN]
    kinds = {kind: n for n, kind in enumerate(dict.fromkeys((row.type, row.mode) for row in drawn))}
    return Points(
        tuple(row.id for row in drawn), tuple(row.day or "" for row in drawn), tuple(row.quad for row in drawn),
        tuple(row.status for row in drawn), tuple(kinds[row.type, row.mode] for row in drawn),
        tuple(event_label(*kind, asked.lang) for kind in kinds),
    )  # fmt: skip


def _words(asked: Asked, speaker: str, about: str, days: Period) -> Words:
    found = asked.store.quotes(speaker, about=about, since=days.first, until=days.last, limit=_SAID)
    return Words(speaker, about, found.rows, found.more)
