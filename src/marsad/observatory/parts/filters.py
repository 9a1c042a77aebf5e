"""What is told of two, narrowed by what a page asks for, with how much each further filter would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated, NamedTuple

from fastapi import Depends

from marsad.errors import QueryError
from marsad.observatory.asking import Asked
from marsad.observatory.parts.listing import Facet, cursor_after, facet, offset_of
from marsad.observatory.parts.parameters import Confidences, Outlets, Quads, Sources, Statuses, Types
from marsad.output.names import outlet_name
from marsad.store.ids import SOURCES
from marsad.store.queries.between import Glimpse, Happened
from marsad.store.queries.choices import event_types, statuses
from marsad.store.queries.timeline import OWN

FILTERS = ("type", "quad", "status", "source", "outlet", "confidence")
"""Parameters by which it can be narrowed."""
BANDS = {"high": 0.5, "middle": 0.25, "low": 0.0}
"""From which confidence on an event is in a band."""
_KNOWN = {
    "quad": ("1", "2", "3", "4"), "source": (OWN, *SOURCES), "confidence": tuple(BANDS),
}  # fmt: skip


Chosen = Mapping[str, tuple[str, ...]]
"""What filters ask for: of each of `FILTERS` the values of which one is wanted, none if any will do."""


class EventList(NamedTuple):
    """What filters leave: all `rows` at a glance, a part of them in full (`events`), the facets, and the cursor of the
    part after."""

    rows: tuple[Glimpse, ...]
    events: tuple[Happened, ...]
    facets: tuple[Facet, ...]
    next: str | None


class Narrowed(NamedTuple):
    """What is left, and for each filter how many rows have each value among those that pass all the other filters."""

    rows: tuple[Glimpse, ...]
    counts: dict[str, dict[str, int]]


def _chosen(
    type: Types = None, quad: Quads = None, status: Statuses = None, source: Sources = None, outlet: Outlets = None,
    confidence: Confidences = None,
) -> Chosen:  # fmt: skip
    values = (type, quad, status, source, outlet, confidence)
    return choices({name: each or () for name, each in zip(FILTERS, values, strict=True)})


EventFilters = Annotated[Chosen, Depends(_chosen)]
"""The parameter by which a page is given what the filters of events ask for."""


def choices(asked: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """What filters ask for. Raises `QueryError` for a value that is none."""
    found = {name: tuple(value for value in asked.get(name, ()) if value) for name in FILTERS}
    found |= {"type": event_types(found["type"]), "status": statuses(found["status"])}
    for name, known in _KNOWN.items():
        for value in found[name]:
            if value not in known:
                raise QueryError(f"{value!r} is no {name}", f"there are {', '.join(known)}")
    return found


def event_list(asked: Asked, told: Iterable[Glimpse], chosen: Chosen, limit: int, cursor: str | None) -> EventList:
    """What filters leave of what is told. Raises `QueryError` for a cursor that is none."""
    left, offset = narrowed(told, chosen), offset_of(cursor)
    events = asked.store.in_full(left.rows[offset : offset + limit])
    more = len(left.rows) > offset + limit
    return EventList(left.rows, events, _facets(asked, left.counts, chosen), cursor_after(offset, len(events), more))


def narrowed(rows: Iterable[Glimpse], chosen: Chosen) -> Narrowed:
    """Rows that have one of the values of each filter that asks for any."""
    asked = {name: frozenset(values) for name, values in chosen.items() if values}
    counts: dict[str, Counter[str]] = {name: Counter() for name in FILTERS}
    left = []
    for row in rows:
        values = _values(row)
        missing = [name for name, wanted in asked.items() if wanted.isdisjoint(values[name])]
        if not missing:
            left.append(row)
        if len(missing) < 2:
            for name in missing or FILTERS:
                counts[name].update(values[name])
    return Narrowed(tuple(left), {name: dict(found) for name, found in counts.items()})


def _values(row: Glimpse) -> dict[str, tuple[str, ...]]:
    return {
        "type": (row.type,) if row.type else (), "quad": (str(row.quad),) if row.quad else (), "status": (row.status,),
        "source": (row.source,), "outlet": row.outlets,
        "confidence": () if row.confidence is None else (_band(row.confidence),),
    }  # fmt: skip


def _band(confidence: float) -> str:
    return next(name for name, least in BANDS.items() if confidence >= least)


def _facets(asked: Asked, counts: Mapping[str, Mapping[str, int]], chosen: Chosen) -> tuple[Facet, ...]:
    """The filters as facets, with the names of their values."""
    names = {name: {value: _name(asked, name, value) for value in (*counts[name], *chosen[name])} for name in FILTERS}
    return tuple(facet(name, counts[name], names[name], chosen[name]) for name in FILTERS)


def _name(asked: Asked, name: str, value: str) -> str:
    """What a value of a filter is called."""
    if name == "outlet":
        return outlet_name(value, asked.lang)
    keys = {"quad": "relation.quad", "confidence": "web.confidence", "source": "web.source"}
    return asked.word(f"{keys.get(name, name)}.{value}")
