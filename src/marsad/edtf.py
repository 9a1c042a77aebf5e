"""Extended dates (EDTF, ISO 8601-2) as the days that they cover."""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

DATE = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$")
"""One date: year, month, day, and the sign of doubt; all but the year may be missing."""
_PARTS = {
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12),
    "33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12),
    "37": (1, 4), "38": (5, 8), "39": (9, 12), "40": (1, 6), "41": (7, 12),
}  # fmt: skip
"""First and last month of EDTF's parts of a year: seasons, quarters, thirds, halves (ISO 8601-2 §4.8)."""


class Bounds(NamedTuple):
    """First and last day of a date, ISO 8601; empty where the date is open or not known."""

    start: str
    end: str


def bounds(edtf: str | None) -> Bounds:
    """The first and the last day that an EDTF date or interval covers; both empty if it cannot be read."""
    if not edtf:
        return Bounds("", "")
    first, _, last = edtf.partition("/")
    if not last:
        return _one(first)
    return Bounds(_one(first).start, _one(last).end)


def _one(date: str) -> Bounds:
    match = DATE.match(date)
    if not match:
        return Bounds("", "")
    year, month, day = match[1], match[2], match[3]
    if day:
        return Bounds(f"{year}-{month}-{day}", f"{year}-{month}-{day}")
    if not month:
        return Bounds(f"{year}-01-01", f"{year}-12-31")
    start, end = _PARTS.get(month) or (int(month), int(month))
    if not 1 <= end <= 12 or int(year) < 1:
        return Bounds("", "")
    return Bounds(f"{year}-{start:02}-01", f"{year}-{end:02}-{calendar.monthrange(int(year), end)[1]}")


def overlap(a: Bounds, b: Bounds) -> bool:
    """Whether two stretches of days have a day in common; an open end reaches as far as one likes."""
    return (not a.end or not b.start or b.start <= a.end) and (not b.end or not a.start or a.start <= b.end)
