"""What pages that are lists share: parts by a cursor, facets with counts."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from marsad.errors import QueryError

LIMIT = 50
FURTHEST = 100_000
"""The offset that a cursor may have: further on, filters are the way."""


class FacetValue(NamedTuple):
    """One value of a filter, what it is called on the page, how many `rows` have it among those of the page's
    other filters; `chosen` if it is asked for."""

    value: str
    name: str
    rows: int
    chosen: bool


class Facet(NamedTuple):
    """A filter by which a list can be narrowed: the parameter, and its values, those of most rows first."""

    parameter: str
    values: tuple[FacetValue, ...]


def offset_of(cursor: str | None) -> int:
    """Where the part that a cursor names begins. Raises `QueryError` for what is no cursor of ours."""
    if not cursor:
        return 0
    try:
        kind, _, number = urlsafe_b64decode(cursor.encode() + b"==").decode().partition(":")
        offset = int(number)
    except (binascii.Error, ValueError):
        offset, kind = -1, ""
    if kind != "o" or not 0 <= offset <= FURTHEST:
        raise QueryError("the cursor is none", "take it from `next` of the part before")
    return offset


def cursor_after(offset: int, rows: int, more: bool) -> str | None:
    """The cursor of the part after this one; None if there is none."""
    if not more or offset + rows > FURTHEST:
        return None
    return urlsafe_b64encode(f"o:{offset + rows}".encode()).decode().rstrip("=")


def facets(
    counts: Mapping[str, Mapping[str, int]], names: Mapping[str, Mapping[str, str]],
    chosen: Mapping[str, Iterable[str]],
) -> tuple[Facet, ...]:  # fmt: skip
    """The facets of counted values with their `names`, in the order of these. All have a language: it is a filter only
    where there are several, or one is asked for."""
    return tuple(
        facet(each, counts[each], names[each], chosen[each]) for each in names
        if each != "language" or len(counts[each]) > 1 or chosen[each]
    )  # fmt: skip


def facet(parameter: str, counts: Mapping[str, int], names: Mapping[str, str], chosen: Iterable[str]) -> Facet:
    """A facet of counted values. What is chosen is listed even if no row has it."""
    asked = set(chosen)
    known = {**dict.fromkeys(sorted(asked), 0), **counts}
    ordered = sorted(known.items(), key=lambda item: (-item[1], item[0]))
    return Facet(parameter, tuple(FacetValue(v, names.get(v, v), n, v in asked) for v, n in ordered))
