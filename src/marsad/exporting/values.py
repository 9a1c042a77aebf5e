"""Values of the store as cells of a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from marsad.output.names import entity_name, id_name, outlet_name
from marsad.records import Entity

Cell = str | int | float | bool | dt.date | None
SEPARATOR = " | "
"""What stands between several values in one cell."""


def joined(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return SEPARATOR.join(values)


@lru_cache(maxsize=4096)
def day(text: str | None) -> dt.date | None:
    """A day of an ISO 8601 text; None for none, and for a day that no calendar has."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def spans(pairs: Iterable[Iterable[int]]) -> str:
    """Stretches of text in one cell: `3-9 | 20-31`."""
    return joined("-".join(map(str, pair)) for pair in pairs)


@lru_cache(maxsize=4096)
def outlet(name: str | None) -> str | None:
    """An outlet's English name by its id; a name that is no id as it stands."""
    return outlet_name(name, "en") if name else None


def english(entity: str | None, record: Any = None) -> str:
    """What an entity is called in English: by its record (of the records or of the store), else by its id."""
    if record is None:
        return id_name(entity or "", "en")
    return entity_name(Entity(entity or "", record.kind, record.ar, record.en, record.country), "en")


def quantities(stored: Any) -> list[Mapping[str, Any]]:
    """Numbers with their units as they are stored, in order."""
    return [q for q in stored or () if isinstance(q, Mapping)]
