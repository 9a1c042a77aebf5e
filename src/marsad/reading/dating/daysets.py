"""Sets of possible days, as stretches: what is left of them after each clue."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from marsad.language.arabic.intervals import Interval

Days = tuple[tuple[int, int], ...]
"""Stretches of days by their ordinals (1 is 1 January of year 1), both ends included, in order, not overlapping."""

FIRST, LAST = date(1990, 1, 1).toordinal(), date(2049, 12, 31).toordinal()
EVER: Days = ((FIRST, LAST),)
"""All days on which an article may have been published, as long as nothing is known."""


def since(day: date) -> Days:
    """That day and all later ones."""
    return _clipped(day.toordinal(), LAST)


def until(day: date) -> Days:
    """That day and all earlier ones."""
    return _clipped(FIRST, day.toordinal())


def between(start: date, end: date) -> Days:
    """All days from `start` to `end`, both included."""
    return _clipped(start.toordinal(), end.toordinal())


def _clipped(start: int, end: int) -> Days:
    start, end = max(start, FIRST), min(end, LAST)
    return ((start, end),) if start <= end else ()


def meet(left: Days, right: Days) -> Days:
    """The days that are in both."""
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(left) and j < len(right):
        start, end = max(left[i][0], right[j][0]), min(left[i][1], right[j][1])
        if start <= end:
            found.append((start, end))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)


def join(sets: Iterable[Days]) -> Days:
    """The days that are in any."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretch for days in sets for stretch in days):
        if found and start <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)


@cache
def in_months(months: frozenset[int]) -> Days:
    """All days in some months, of every year."""
    years = range(date.fromordinal(FIRST).year, date.fromordinal(LAST).year + 1)
    return join(
        between(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        for year in years
        for month in months
    )


def on_weekdays(days: Days, weekdays: frozenset[int]) -> Days:
    """Those of the days that fall on some weekdays (Monday is 0). Meant for few days."""
    return join(((day, day),) for start, end in days for day in range(start, end + 1) if (day + 6) % 7 in weekdays)


def is_one_date(start: int, end: int) -> bool:
    """Whether two days begin and end one and the same day, month or year."""
    if end < start:
        return False
    return Interval(date.fromordinal(start), date.fromordinal(end)).precision != "interval"


def hull(days: Days) -> Interval:
    """The shortest interval that contains the days, of which there must be one."""
    return Interval(date.fromordinal(days[0][0]), date.fromordinal(days[-1][1]))


def months_after(day: date, months: int) -> date:
    """The day some months later (earlier if negative), the month's length heeded."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def moved(day: date, unit: str, count: float) -> date:
    """The day `count` days, weeks, months or years later."""
    if unit in ("month", "year"):
        return months_after(day, round(count * (12 if unit == "year" else 1)))
    return day + timedelta(days=round(count * (7 if unit == "week" else 1)))
