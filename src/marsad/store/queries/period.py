"""Stretches of days that questions are limited to."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, func, true

from marsad.edtf import bounds
from marsad.errors import QueryError

Day = str | dt.date
"""A date, or an EDTF text such as `2015`, `2015-07`, `2015-07-24`."""


class Period(NamedTuple):
    """The first and the last day; None where it is open."""

    first: str | None = None
    last: str | None = None

    def holds(self, day: Any, last_day: Any = None) -> ColumnElement[bool]:
        """Whether a stretch of days from `day` to `last_day` (columns; the same day where that is null) has a day in
        the period; what has no date has none.
        """
        conditions: list[ColumnElement[bool]] = [true()]
        if self.last:
            conditions.append(day <= self.last)
        if self.first:
            conditions.append((day if last_day is None else func.coalesce(last_day, day)) >= self.first)
        return and_(*conditions)


def period(since: Day | None, until: Day | None) -> Period:
    """The days from the first of `since` to the last of `until`. Raises `QueryError` for what is no date."""
    found = Period(_day(since, 0), _day(until, 1))
    if found.first and found.last and found.first > found.last:
        raise QueryError(f"{since} comes after {until}", "give the earlier date first")
    return found


def last_day(day: Day) -> str:
    """The last day of a date. Raises `QueryError`."""
    return str(_day(day, 1))


def _day(date: Day | None, end: int) -> str | None:
    if date is None:
        return None
    found = bounds(str(date))[end]
    try:
        return dt.date.fromisoformat(found).isoformat()
    except ValueError:
        raise QueryError(f"{str(date)!r} is no date", "write 2015, 2015-07 or 2015-07-24") from None
