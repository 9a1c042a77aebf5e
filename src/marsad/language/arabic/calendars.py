"""Months, weekdays and the two calendars of Arabic news, and what days a dating expression means.

An expression is resolved at the first and at the last day of its anchor, and the result spans both: all rules rise with
the anchor, so the truth lies between, however little is known of when a text was published.

Sources: Unicode CLDR for the month names (locales ar, ar-SY, ar-DZ, ar-TN, ar-MA); the Umm al-Qura calendar of Saudi
Arabia for Hijri dates, through `hijridate` (1343–1500 AH). A month sighted elsewhere may begin a day off.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple

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


Tense = Literal["past", "future", ""]


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words of a date say, before it is known when they were written.

    `kind` is one of: `date` (year, month, day as far as said), `day` (`shift` days from the anchor), `weekday`,
    `period` (the week, month, year, decade, century or season `shift` away), `season`, `months` (`count` months from
    `month` of a year), `years` (`count` years from `year`), `ago` (`count` units away), `span` (the last or next
    `count` units), `part` (a third of `inner`), `range` (`inner` to `until`). `shift` is -1 for last, 0 for this, 1 for
    next; of a date it belongs to the month, `year_shift` to the year.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    calendar: str = GREGORIAN
    unit: str = ""
    count: float | None = None
    shift: int | None = None
    year_shift: int | None = None
    part: str = ""
    approx: str = ""
    inner: Expression | None = None
    until: Expression | None = None


@lru_cache(maxsize=1 << 12)
def resolve(expression: Expression, anchor: Interval | None, tense: Tense = "") -> Interval | None:
    """The days that an expression means in a text published at `anchor`, None if that cannot be told.

    `tense` is that of what happened then: it decides which February `في فبراير` is. Without it a bare month is the
    nearest, a bare weekday the last. Without an anchor only full dates resolve.
    """
    try:
        if anchor is None:
            return _full_date(expression)
        first = _at(expression, anchor.start, tense)
        last = _at(expression, anchor.end, tense)
    except (ValueError, OverflowError):
        return None
    return None if first is None or last is None else first.hull(last)


def _full_date(expression: Expression) -> Interval | None:
    """The days of an expression that needs no anchor: those it means are the same seen from anywhere."""
    near, far = (_at(expression, date(year, 6, 15), "") for year in (1990, 2040))
    return near if near == far else None


def _at(expression: Expression, anchor: date, tense: Tense) -> Interval | None:
    return _RESOLVERS[expression.kind](expression, anchor, tense)


def _date(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    if e.calendar == HIJRI:
        return _hijri_date(e, anchor, tense)
    year = anchor.year + e.year_shift if e.year_shift is not None else e.year
    if e.month is None:
        month = anchor.year * 12 + anchor.month - 1 + (e.shift or 0)
        if e.day is not None and e.shift is not None:
            return Interval.of_day(date(month // 12, month % 12 + 1, e.day))
        return None if year is None else Interval.of_year(year)
    if year is None:
        year = _year_of_month(e, anchor, tense)
    return Interval.of_month(year, e.month) if e.day is None else Interval.of_day(date(year, e.month, e.day))


def _year_of_month(e: Expression, anchor: date, tense: Tense) -> int:
    """The year of a month or day whose year is not said."""
    month = e.month or 1
    if e.weekday is not None and e.day is not None:
        for year in (anchor.year, anchor.year - 1, anchor.year + 1):
            if date(year, month, e.day).weekday() == e.weekday:
                return year
    if e.shift:
        passed = month < anchor.month if e.shift < 0 else month > anchor.month
        return anchor.year + (0 if passed else 1 if e.shift > 0 else -1)
    if tense and e.shift is None:
        this = (month, e.day or anchor.day), (anchor.month, anchor.day)
        if tense == "past":
            return anchor.year - (this[0] > this[1])
        return anchor.year + (this[0] < this[1])
    return _nearest_year(month, anchor)


def _nearest_year(month: int, anchor: date) -> int:
    """The year in which a month is nearest to the anchor; half a year away is taken as past."""
    distance = month - anchor.month
    return anchor.year + (1 if distance < -6 else -1 if distance >= 6 else 0)


def _hijri_date(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    year = e.year
    if year is None:
        today = hijri_year_and_month(anchor)
        if today is None:
            return None
        in_hijri = replace(e, calendar=GREGORIAN, day=None)
        year = today[0] + e.year_shift if e.year_shift is not None else None
        if year is None and e.month is not None:
            year = _year_of_month(in_hijri, date(today[0], today[1], 1), tense)
    if year is None:
        return None
    if e.month is None:
        return hijri_months(year, 1, 12)
    return hijri_months(year, e.month, 1) if e.day is None else hijri_day(year, e.month, e.day)


def _day(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    """Today, yesterday …; a weekday beside it wins over a late anchor."""
    day = anchor + timedelta(days=e.shift or 0)
    if e.weekday is not None:
        day += timedelta(days=(e.weekday - day.weekday() + 5) % 7 - 5)
    return Interval.of_day(day)


def _weekday(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    """The last or next such weekday: with الماضي or المقبل the anchor's own day is not meant."""
    ahead = ((e.weekday or 0) - anchor.weekday()) % 7
    behind = -ahead % 7
    if e.shift is None or e.shift == 0:
        return Interval.of_day(anchor + timedelta(days=ahead if tense == "future" else -behind))
    weeks = 7 * (abs(e.shift) - 1)
    days = (ahead or 7) + weeks if e.shift > 0 else -(behind or 7) - weeks
    return Interval.of_day(anchor + timedelta(days=days))


def _period(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    shift = e.shift or 0
    if e.unit == "week":
        return _week(anchor + timedelta(days=7 * shift))
    if e.unit == "month":
        return Interval.of_months(anchor.year, anchor.month + shift, 1)
    if e.unit == "year":
        return Interval.of_year(anchor.year + shift)
    if e.unit == "decade":
        return _years(anchor.year // 10 * 10 + 10 * shift, 10)
    if e.unit == "century":
        first = anchor.year // 100 * 100 + 100 * shift
        return _years(first, 101)  # a century is told from its round year or from the year after
    return _shifted_season(e.month or 1, shift, anchor)


def _week(day: date) -> Interval:
    """The week of a day, Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6))


def _years(first: int, count: int) -> Interval:
    return Interval(Interval.of_year(first).start, Interval.of_year(first + count - 1).end)


def _shifted_season(month: int, shift: int, anchor: date) -> Interval | None:
    """The last, this or next season of a kind. This one is that nearest to the anchor."""
    seasons = [Interval.of_months(year, month, 3) for year in range(anchor.year - 2, anchor.year + 3)]
    if shift < 0:
        return [season for season in seasons if season.end < anchor][-1]
    if shift > 0:
        return next(season for season in seasons if season.start > anchor)
    return min(seasons, key=lambda s: max((s.start - anchor).days, (anchor - s.end).days, 0))


def _season(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    """A season of a year. A year has two winters: both are taken in."""
    year = anchor.year + e.year_shift if e.year_shift is not None else e.year
    if year is None or e.month is None:
        return None
    return Interval.of_months(year - 1, 12, 15) if e.month == 12 else Interval.of_months(year, e.month, 3)


def _months(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    """Some months of a year; of no year said, those that last began, or that come next."""
    count, month = int(e.count or 1), e.month or 1
    year = anchor.year + e.year_shift if e.year_shift is not None else e.year
    if year is not None:
        return Interval.of_months(year, month, count)
    this = Interval.of_months(anchor.year, month, count)
    if tense == "future":
        return this if this.end >= anchor else Interval.of_months(anchor.year + 1, month, count)
    return this if this.start <= anchor else Interval.of_months(anchor.year - 1, month, count)


def _decade(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    return None if e.year is None else _years(e.year, int(e.count or 10))


def _moved(anchor: date, unit: str, count: float) -> date:
    """The day `count` units away, the month's length heeded."""
    if unit in ("month", "year"):
        months = anchor.year * 12 + anchor.month - 1 + round(count * (12 if unit == "year" else 1))
        month = Interval.of_month(months // 12, months % 12 + 1)
        return month.start + timedelta(days=min(anchor.day, month.end.day) - 1)
    days = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0}[unit] * count
    return anchor + timedelta(days=int(-(-days // 1)) if days > 0 else int(days // 1))


def _ago(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    """Some units ago or ahead, as exact as the unit is: of weeks half a week to either side, of months the month.
    After something told in the past, `بعد` does not count from the anchor.
    """
    if not e.count or e.shift is None or e.approx not in ("", "about") or (e.shift > 0 and tense == "past"):
        return None
    slack = 1 if e.approx else 0
    near, far = (_moved(anchor, e.unit, e.shift * max(e.count + s, 0)) for s in (-slack, slack))
    first, last = min(near, far), max(near, far)
    if e.unit == "week":
        return Interval(first - timedelta(days=3), last + timedelta(days=3))
    if e.unit == "month" or (e.unit == "year" and e.count % 1):
        return Interval.of_month(first.year, first.month).hull(Interval.of_month(last.year, last.month))
    if e.unit == "year":
        return _years(first.year, last.year - first.year + 1)
    if e.unit in ("hour", "minute"):
        return Interval(min(first, anchor), max(last, anchor))
    return Interval(first, last)


def _span(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    """The last or the next few units, up to or from the anchor."""
    if not e.count or e.shift is None:
        return None
    other = _moved(anchor, e.unit, e.shift * e.count)
    return Interval(min(anchor, other), max(anchor, other))


def _part(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    """The beginning, middle or end of a time: a third of it, in whole months or years. A month or less stays whole: on
    which of its days it was is not said.
    """
    whole = _at(e.inner, anchor, tense) if e.inner is not None else None
    if whole is None or (whole.end - whole.start).days < 27:
        return whole
    third = {"start": 0, "middle": 1, "end": 2}[e.part]
    years = whole.end.year - whole.start.year + 1
    if years >= 10:
        step = years // 3
        return _years(whole.start.year + third * step, step + 1)
    if whole.precision == "year":
        return (
            Interval.of_months(whole.start.year, 1 + 4 * third, 4)
            if third < 2
            else Interval.of_month(whole.start.year, 12)
        )
    return whole


def _range(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    """From one time to another; what has begun has passed, though it may not be over."""
    if tense == "past":
        begun = _range(e, anchor, "future")
        if begun is not None and begun.start <= anchor <= begun.end:
            return begun
    return _from_to(e, anchor, tense)


def _from_to(e: Expression, anchor: date, tense: Tense) -> Interval | None:
    """From one time to another; what the first leaves unsaid is as in the second."""
    if e.inner is None or e.until is None:
        return None
    last = _at(e.until, anchor, tense)
    inner = e.inner
    yearless = inner.kind == "date" and inner.year is None and inner.year_shift is None and inner.calendar == GREGORIAN
    if last is not None and yearless and inner.month is not None:
        inner = replace(inner, year=last.end.year - (inner.month > last.end.month), shift=None)
    first = _at(inner, anchor, tense)
    if first is None or last is None or last.end < first.start:
        return None
    return Interval(first.start, last.end)


_RESOLVERS: dict[str, Callable[[Expression, date, Tense], Interval | None]] = {
    "date": _date, "day": _day, "weekday": _weekday, "period": _period, "season": _season, "months": _months,
    "years": _decade, "ago": _ago, "span": _span, "part": _part, "range": _range,
}  # fmt: skip
