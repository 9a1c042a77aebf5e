"""EDTF dates as the days that they cover, counted."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from marsad.edtf import bounds
from marsad.language.arabic.intervals import Interval


class Days(NamedTuple):
    """A stretch of days by their ordinals (1 is 1 January of year 1), both ends included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1

    def meet(self, other: Days) -> Days | None:
        """The days that both have, or None."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None

    def gap(self, other: Days) -> int:
        """How many days lie between the two, from the last of one to the first of the other; 0 if they meet."""
        return max(0, other.first - self.last, self.first - other.last)

    def wider(self, days: int) -> Days:
        """The same with some days more on either side."""
        return Days(self.first - days, self.last + days)

    def edtf(self) -> str:
        """The shortest EDTF text for these days."""
        return Interval(date.fromordinal(self.first), date.fromordinal(self.last)).edtf()


def days_of(edtf: str | None) -> Days | None:
    """The days that an EDTF date covers; None if there is none, or if it is open on a side."""
    start, end = bounds(edtf)
    if not start or not end:
        return None
    return Days(date.fromisoformat(start).toordinal(), date.fromisoformat(end).toordinal())


def day_text(day: int) -> str:
    """A counted day in ISO 8601."""
    return date.fromordinal(day).isoformat()
