"""What of a store goes into an export."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from marsad.edtf import bounds
from marsad.errors import StoreError
from marsad.exporting.dictionary import OTHERS, dictionary, tables

OWN: Final = "marsad"
"""The source of events that were read in articles."""


class Selection(NamedTuple):
    """Days that a row's own date must lie in (ISO 8601, both included; empty: open), sources of events (none: all),
    and the least confidence of statements and events. Rows without a date are left out where days are given.
    """

    first: str = ""
    last: str = ""
    sources: frozenset[str] = frozenset()
    confidence: float = 0.0

    @property
    def dated(self) -> bool:
        """Whether days are given."""
        return bool(self.first or self.last)

    def takes_day(self, day: str | None) -> bool:
        """Whether a row of that day is taken."""
        if not self.dated:
            return True
        return day is not None and self.first <= day and (not self.last or day <= self.last)

    def takes_source(self, source: str) -> bool:
        """Whether events of that source are taken."""
        return not self.sources or source in self.sources


def selection(first: str | None, last: str | None, sources: Iterable[str], confidence: float) -> Selection:
    """The selection of what a person gives: EDTF dates (`2015-07` means its first or its last day) and sources.
    Raises `StoreError` for a date that is none.
    """
    return Selection(_day(first, 0), _day(last, 1), frozenset(_split(sources)), confidence)


def _day(date: str | None, end: int) -> str:
    if not date:
        return ""
    found = bounds(date.strip())[end]
    if not found:
        raise StoreError(f"{date!r} is no date", "write a day, a month or a year: 2015-07-24, 2015-07, 2015")
    return found


def parts(only: Iterable[str]) -> frozenset[str]:
    """The names of what is to be written: `tables` means all tables, nothing means everything. Raises `StoreError`
    for a name that is none.
    """
    wanted = set(_split(only))
    unknown = wanted - set(dictionary()) - {"tables"}
    if unknown:
        known = ", ".join(("tables", *OTHERS, *tables()))
        raise StoreError(f"there is nothing called {', '.join(sorted(unknown))} to export", f"choose from {known}")
    if "tables" in wanted:
        wanted = (wanted - {"tables"}) | set(tables())
    return frozenset(wanted or dictionary())


def _split(values: Iterable[str]) -> list[str]:
    """The words of options that may be given several times, or once with commas."""
    return [word for value in values for word in value.replace(",", " ").split()]
