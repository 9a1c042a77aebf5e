"""Stretches of days, written in the Extended Date/Time Format.

Source: Library of Congress, *Extended Date/Time Format (EDTF) Specification*, 2019 (ISO 8601-2): level 0 dates and
intervals, of level 1 seasons (`2023-21`), unspecified digits (`199X`, `19XX`) and qualifiers (`2023~`).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from marsad.records import Precision

_DAY = timedelta(days=1)
_PART = re.compile(r"^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?$")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""EDTF season codes, and the month in which the season begins in the northern hemisphere."""


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """All days from `start` to `end`, both included. Raises `ValueError` if it would be empty."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval cannot end ({self.end}) before it starts ({self.start})")

    @classmethod
    def of_day(cls, day: date) -> Interval:
        """One day."""
        return cls(day, day)

    @classmethod
    def of_month(cls, year: int, month: int) -> Interval:
        """One whole month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def of_year(cls, year: int) -> Interval:
        """One whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_months(cls, year: int, month: int, count: int) -> Interval:
        """`count` whole months, the first of which is `month` counted from January of `year`: it may be below 1 or
        above 12, which leads into other years.
        """
        first = year * 12 + month - 1
        last = first + count - 1
        return cls(cls.of_month(first // 12, first % 12 + 1).start, cls.of_month(last // 12, last % 12 + 1).end)

    @classmethod
    def parse(cls, text: str) -> Interval:
        """The interval that an EDTF string names. Raises `ValueError` for anything else, for open intervals too."""
        first, slash, last = text.partition("/")
        start = _parse_part(first)
        return cls(start.start, _parse_part(last).end) if slash else start

    @property
    def precision(self) -> Precision:
        """`day`, `month` or `year` if it is exactly one, else `interval`."""
        if self.start == self.end:
            return "day"
        if self == Interval.of_month(self.start.year, self.start.month):
            return "month"
        return "year" if self == Interval.of_year(self.start.year) else "interval"

    def edtf(self) -> str:
        """The shortest EDTF string for these days.

        >>> Interval(date(2023, 3, 1), date(2023, 5, 31)).edtf()
        '2023-03/2023-05'
        """
        width = self._edtf_width()
        first, last = self.start.isoformat()[:width], self.end.isoformat()[:width]
        return first if first == last else f"{first}/{last}"

    def _edtf_width(self) -> int:
        """How many characters of an ISO date say it all: whole years 4, whole months 7, else 10."""
        if self.start.day != 1 or (self.end < date.max and (self.end + _DAY).day != 1):
            return 10
        return 4 if (self.start.month, self.end.month) == (1, 12) else 7

    def contains(self, other: Interval | date) -> bool:
        """Whether all of the other's days are among these."""
        if isinstance(other, date):
            return self.start <= other <= self.end
        return self.start <= other.start and other.end <= self.end

    def intersect(self, other: Interval) -> Interval | None:
        """The days that both have, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Interval(start, end) if start <= end else None

    def hull(self, other: Interval) -> Interval:
        """The shortest interval that contains both."""
        return Interval(min(self.start, other.start), max(self.end, other.end))


def _parse_part(text: str) -> Interval:
    """One side of an EDTF interval."""
    match = _PART.match(text.strip().rstrip("?~%"))
    if match is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = match.groups()
    if "X" in year:
        if month:
            raise ValueError(f"an EDTF date with an open year has no month: {text!r}")
        return Interval(date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31))
    if month is None:
        return Interval.of_year(int(year))
    if day is not None:
        return Interval.of_day(date(int(year), int(month), int(day)))
    if int(month) in _SEASONS:
        return Interval.of_months(int(year), _SEASONS[int(month)], 3)
    return Interval.of_month(int(year), int(month))
