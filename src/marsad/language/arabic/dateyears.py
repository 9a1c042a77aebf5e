"""Years, as dates tell them: 2015, عام 2015, 1436هـ, العام الماضي, بين عامي 1981 و2005."""

from __future__ import annotations

from typing import NamedTuple

from marsad.language.arabic.calendars import GREGORIAN, HIJRI, Expression, is_hijri_year
from marsad.language.arabic.datewords import YEAR, DateText, Found, relative_at, vocabulary
from marsad.language.arabic.numerals import digits_value, number_word
from marsad.language.arabic.tokens import Tokens
from marsad.language.arabic.units import may_be_counted


class Year(NamedTuple):
    """A year as told: a number or a shift from the anchor's year, its calendar, and the token after it."""

    year: int | None
    shift: int | None
    calendar: str
    j: int


def year_number(text: DateText, i: int) -> Year | None:
    """A year in digits with its era, if any: 2015, 2015 م, 1436 ه."""
    if not YEAR.fullmatch(text.word(i)):
        return None
    year = int(text.word(i))
    hijri, gregorian = text.match("era-hijri", i + 1), text.match("era-gregorian", i + 1)
    if hijri is not None and is_hijri_year(year):
        return Year(year, None, HIJRI, hijri[1])
    if gregorian is not None:
        return Year(year, None, GREGORIAN, gregorian[1])
    if year >= 1500:
        return Year(year, None, GREGORIAN, i + 1)
    return Year(year, None, HIJRI, i + 1) if 1400 <= year <= 1460 else None


def year_told(text: DateText, i: int, bare: bool = False) -> Year | None:
    """A year in any form: 2015, عام 2015, العام الماضي, هذا العام; with `bare` also العام alone."""
    number = year_number(text, i)
    if number is not None:
        return number
    this = text.match("this", i)
    if this is not None:
        period = text.match("period", this[1])
        return Year(None, 0, GREGORIAN, period[1]) if period is not None and period[0] == "year" else None
    noun = text.match("year-noun", i)
    if noun is None:
        return None
    number = year_number(text, noun[1])
    if number is not None:
        return number
    period = text.match("period", i)
    if period is None or text.match("fiscal", period[1]) is not None:
        return None
    relative = relative_at(text, period[1])
    if relative is not None:
        return Year(None, relative[0], GREGORIAN, relative[1])
    return Year(None, 0, GREGORIAN, period[1]) if bare else None


def of_year(text: DateText, i: int, bare: bool = False) -> Year | None:
    """A year after what it dates, with or without من."""
    return year_told(text, text.skip("of", i), bare)


def read_year(text: DateText, i: int) -> Found | None:
    """عام 2015, بين عامي 1981 و2005, and after a preposition a year in digits alone."""
    two = text.match("two-years", i)
    if two is not None:
        return _two_years(text, two[1])
    told = year_told(text, i)
    if told is None:
        return None
    alone = year_number(text, i) is not None
    if alone and not _is_bare_year(text, i, told.j):
        return None
    expression = Expression("date", told.year, calendar=told.calendar, year_shift=told.shift)
    return _year_to_year(text, expression, told)


def _year_to_year(text: DateText, first: Expression, told: Year) -> Found:
    """A year, or two joined by a stroke: 2014/2015, 2013-2015."""
    last = year_number(text, told.j + 1) if text.word(told.j) in ("/", "-", "–") else None
    if last is None or told.year is None or last.year is None or not told.year < last.year < told.year + 100:
        return first, told.j
    until = Expression("date", last.year, calendar=last.calendar)
    return Expression("range", inner=first, until=until), last.j


def _two_years(text: DateText, i: int) -> Found | None:
    first = year_number(text, i)
    if first is None:
        return None
    k = first.j + (text.word(first.j) in ("و", "/", "-"))
    last = year_number(text, k)
    if last is None or last.year is None or first.year is None or first.year >= last.year:
        return None
    inner = Expression("date", first.year, calendar=first.calendar)
    return Expression("range", inner=inner, until=Expression("date", last.year, calendar=last.calendar)), last.j


def _is_bare_year(text: DateText, i: int, j: int) -> bool:
    """Whether digits alone are a year: after a preposition of time, and not before something they count."""
    before = text.tokens.folded[i - 1] if i else ""
    if before not in vocabulary()["year-before"]:
        return False
    after = text.word(j)
    return not after or not after[0].isalpha() or not _may_be_counted(text.tokens, i, j)


def _may_be_counted(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the word at token `j` may be what the number at token `i` counts: a scale, an accusative, and after a
    round number any unit.
    """
    year, after = digits_value(tokens, i), tokens.folded[j]
    if year < 1900 or number_word(after) is not None:
        return True
    return may_be_counted(after) and (year % 100 == 0 or after.endswith("ا"))
