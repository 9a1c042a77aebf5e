"""Months, weekdays and the two calendars of Arabic news.

Sources: Unicode CLDR for the month names (locales ar, ar-SY, ar-DZ, ar-TN, ar-MA); the Umm al-Qura calendar of Saudi
Arabia for Hijri dates, through `hijridate` (1343–1500 AH). A month sighted elsewhere may begin a day off.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from hijridate import Gregorian, Hijri

from marsad.language.arabic.fold import fold
from marsad.language.arabic.intervals import Interval
from marsad.language.arabic.numerals import read_table
from marsad.language.arabic.tokens import Tokens

GREGORIAN = "gregorian"
HIJRI = "hijri"
_DAY = timedelta(days=1)


class MonthName(NamedTuple):
    """A month that a name names. An ambiguous name is another word too and needs a day or a year beside it."""

    words: tuple[str, ...]
    number: int
    calendar: str
    ambiguous: bool


@cache
def month_names() -> dict[str, list[MonthName]]:
    """Month names by their first folded word, longest first."""
    names: dict[str, list[MonthName]] = {}
    for row in read_table("months.tsv"):
        words = tuple(fold(row["name"]).split())
        month = MonthName(words, int(row["number"]), row["calendar"], bool(row["ambiguous"]))
        names.setdefault(words[0], []).append(month)
    for months in names.values():
        months.sort(key=lambda month: -len(month.words))
    return names


@cache
def weekday_names() -> dict[str, int]:
    """Weekdays by folded name; Monday is 0."""
    return {fold(row["name"]): int(row["number"]) for row in read_table("weekdays.tsv")}


def month_at(tokens: Tokens, i: int, first: str | None = None) -> MonthName | None:
    """The month named at token `i`; `first` stands for that token if a particle was taken off it."""
    if i >= len(tokens):
        return None
    word = tokens.folded[i] if first is None else first
    for month in month_names().get(word, ()):
        if tokens.folded[i + 1 : i + len(month.words)] == [*month.words[1:]]:
            return month
    return None


def is_day_or_month_name(folded: str) -> bool:
    """Whether a word begins the name of a weekday or month."""
    return folded in weekday_names() or folded in month_names()


def is_hijri_year(year: int) -> bool:
    """Whether a year number can only be Hijri in a news text, and is within the calendar's tables."""
    return 1343 <= year <= 1499


def hijri_day(year: int, month: int, day: int) -> Interval | None:
    """The Gregorian day of a Hijri date, None if there is no such date or it is outside the tables."""
    try:
        return Interval.of_day(date(*Hijri(year, month, day).to_gregorian().datetuple()))
    except (ValueError, OverflowError):
        return None


def hijri_months(year: int, month: int, count: int) -> Interval | None:
    """The Gregorian days of `count` Hijri months, None if outside the tables. `month` may be below 1 or above 12."""
    first = year * 12 + month - 1
    start = hijri_day(first // 12, first % 12 + 1, 1)
    after = hijri_day((first + count) // 12, (first + count) % 12 + 1, 1)
    return None if start is None or after is None else Interval(start.start, after.start - _DAY)


def hijri_year_and_month(day: date) -> tuple[int, int] | None:
    """The Hijri year and month of a Gregorian day, None if outside the tables."""
    try:
        year, month, _ = Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None
    return int(year), int(month)
