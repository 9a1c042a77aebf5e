"""What is told of two, narrowed by what a page asks for, with how much each further filter would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from marsad.errors import QueryError
from marsad.observatory.asking import Asked
from marsad.observatory.parts.listing import Facet, facet
from marsad.output.names import outlet_name
from marsad.store.ids import SOURCES
from marsad.store.queries.between import Glimpse
from marsad.store.queries.choices import event_types, statuses
from marsad.store.queries.timeline import OWN

FILTERS = ("type", "quad", "status", "source", "outlet", "confidence")
"""Parameters by which it can be narrowed."""
BANDS = {"high": 0.5, "middle": 0.25, "low": 0.0}
"""From which confidence on an event is in a band."""
_KNOWN = {
    "quad": ("1", "2", "3", "4"), "source": (OWN, *SOURCES), "confidence": tuple(BANDS),
}  # fmt: skip


class Narrowed(NamedTuple):
    """What is left, and for each filter how many rows have each value among those that pass all the other filters."""

    rows: tuple[Glimpse, ...]
    counts: dict[str, dict[str, int]]


def choices(asked: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """What filters ask for. Raises `QueryError` for a value that is none."""
    found = {name: tuple(value for value in asked.get(name, ()) if value) for name in FILTERS}
    found |= {"type": event_types(found["type"]), "status": statuses(found["status"])}
    for name, known in _KNOWN.items():
        for value in found[name]:
            if value not in known:
                raise QueryError(f"{value!r} is no {name}", f"there are {', '.join(known)}")
    return found


def narrowed(rows: Iterable[Glimpse], chosen: Mapping[str, tuple[str, ...]]) -> Narrowed:
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


def facets_of(
    asked: Asked, counts: Mapping[str, Mapping[str, int]], chosen: Mapping[str, tuple[str, ...]]
) -> tuple[Facet, ...]:
    """The filters as facets, with the names of their values."""
    names = {name: {value: _name(asked, name, value) for value in (*counts[name], *chosen[name])} for name in FILTERS}
    return tuple(facet(name, counts[name], names[name], chosen[name]) for name in FILTERS)


def _name(asked: Asked, name: str, value: str) -> str:
    """What a value of a filter is called."""
    if name == "outlet":
        return outlet_name(value, asked.lang)
    keys = {"quad": "relation.quad", "confidence": "web.confidence", "source": "web.source"}
    return asked.word(f"{keys.get(name, name)}.{value}")
