"""Dates in running Arabic, as newswire tells them: found here, resolved in :mod:`marsad.language.arabic.calendars`.

A date is looked for only at a trigger: a digit, or a word of the tables `time_words.tsv`, `months.tsv` and
`weekdays.tsv`. The grammar is a list of small readers, each of one construction; the first that matches wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from marsad.language.arabic.calendars import (
    GREGORIAN,
    HIJRI,
    Expression,
    MonthName,
    Tense,
    is_hijri_year,
    month_at,
    month_names,
    resolve,
    weekday_names,
)
from marsad.language.arabic.fold import fold
from marsad.language.arabic.numerals import DIGITS, digits_value, number_at, number_word, read_table
from marsad.language.arabic.quantities import may_be_counted
from marsad.language.arabic.tokens import Tokens

__all__ = ["DateMatch", "Expression", "Tense", "date_at", "dates", "is_date_trigger", "resolve"]

_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول")
_ARTICLE = "ال"
_YEAR = re.compile(r"1[3-9]\d\d|20\d\d|21\d\d")
_SEPARATORS = frozenset("/-.")
_OPENING, _CLOSING = "(", ")"
_TRIGGER_CLASSES = (
    "day", "day-phrase", "daypart", "day-noun", "this", "period", "season-period", "season", "periods", "two-periods",
    "year-noun", "month-noun", "part", "half", "quarter", "decade", "decade-noun", "century", "ago", "ordinal",
)  # fmt: skip


class DateMatch(NamedTuple):
    """A date at the tokens `i` to `j` (excluded), and what it says; `resolve` turns that into days."""

    i: int
    j: int
    expression: Expression


class _Year(NamedTuple):
    """A year as told: a number or a shift from the anchor's year, its calendar, and the token after it."""

    year: int | None
    shift: int | None
    calendar: str
    j: int


_Found = tuple[Expression, int]
"""An expression, and the token after it."""


def dates(tokens: Tokens) -> list[DateMatch]:
    """All dates of a text, in order, none overlapping."""
    found: list[DateMatch] = []
    end = 0
    triggers = _triggers()
    for i in [k for k, word in enumerate(tokens.folded) if word in triggers or "0" <= word < ":"]:
        if i >= end:
            match = date_at(tokens, i)
            if match is not None and match.i >= end:
                found.append(match)
                end = match.j
    return found


def is_date_trigger(folded: str) -> bool:
    """Whether a date may begin with this token: a cheap test for every token of a text."""
    return folded[:1] in DIGITS or folded in _triggers()


def date_at(tokens: Tokens, i: int) -> DateMatch | None:
    """The date that begins at token `i`, or None. If it is the first half of a range (من 3 إلى 5 مايو) the match takes
    in the preposition before it.
    """
    word = tokens.folded[i]
    text = _Text(tokens, i, _triggers().get(word, word))
    for reader in _readers().get(text.first, _DIGIT_READERS if word[:1] in DIGITS else ()):
        found = reader(text, i)
        if found is not None:
            return _with_range(text, i, *found)
    return None


class _Text:
    """The folded words of a text, of which the first of the date has lost its particle."""

    __slots__ = ("first", "start", "tokens")

    def __init__(self, tokens: Tokens, start: int, first: str) -> None:
        self.tokens, self.start, self.first = tokens, start, first

    def word(self, i: int) -> str:
        """The word at token `i`, empty beyond the text."""
        if i == self.start:
            return self.first
        return self.tokens.folded[i] if 0 <= i < len(self.tokens) else ""

    def match(self, kind: str, i: int) -> tuple[str, int] | None:
        """The value of the longest phrase of a class at token `i`, and the token after it."""
        for words, value in _vocabulary().get(kind, {}).get(self.word(i), ()):
            if self.tokens.folded[i + 1 : i + len(words)] == [*words[1:]]:
                return value, i + len(words)
        return None

    def skip(self, kind: str, i: int) -> int:
        """The token after a phrase of a class, `i` itself if it is not there."""
        found = self.match(kind, i)
        return i if found is None else found[1]

    def number(self, i: int, low: int, high: int) -> int | None:
        """The whole number in digits at token `i`, if within bounds."""
        word = self.word(i)
        return int(word) if word.isdecimal() and len(word) <= 4 and low <= int(word) <= high else None

    def month(self, i: int) -> MonthName | None:
        """The month named at token `i`."""
        return month_at(self.tokens, i, self.word(i))


@cache
def _vocabulary() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Phrases and their values by class and first word, longest first."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for row in read_table("time_words.tsv"):
        words = tuple(fold(row["word"]).split())
        table.setdefault(row["class"], {}).setdefault(words[0], []).append((words, row["value"]))
    for entries in table.values():
        for phrases in entries.values():
            phrases.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _triggers() -> dict[str, str]:
    """Every spelling of every word with which a date may begin, and the word without its particle."""
    bare = {*month_names(), *weekday_names(), _ARTICLE}
    for kind in _TRIGGER_CLASSES:
        bare.update(_vocabulary().get(kind, {}))
    joined = {prefix + word: word for word in bare for prefix in _PROCLITICS if word != _ARTICLE}
    joined |= {
        prefix + "لل" + word[2:]: word for word in bare if word.startswith(_ARTICLE) for prefix in ("", "و") if word[2:]
    }
    return joined | {word: word for word in bare}


def _year_number(text: _Text, i: int) -> _Year | None:
    """A year in digits with its era, if any: 2015, 2015 م, 1436 ه."""
    if not _YEAR.fullmatch(text.word(i)):
        return None
    year = int(text.word(i))
    hijri, gregorian = text.match("era-hijri", i + 1), text.match("era-gregorian", i + 1)
    if hijri is not None and is_hijri_year(year):
        return _Year(year, None, HIJRI, hijri[1])
    if gregorian is not None:
        return _Year(year, None, GREGORIAN, gregorian[1])
    if year >= 1500:
        return _Year(year, None, GREGORIAN, i + 1)
    return _Year(year, None, HIJRI, i + 1) if 1400 <= year <= 1460 else None


def _relative(text: _Text, i: int) -> tuple[int, int] | None:
    """Last, this or next, and the token after it: الماضي -1, قبل الماضي -2, بعد المقبل 2."""
    k = text.skip("second", i)
    found = text.match("relative", k)
    if found is None or (k > i and found[0] == "0"):
        return None
    return int(found[0]) * (2 if k > i else 1), found[1]


def _year_told(text: _Text, i: int, bare: bool = False) -> _Year | None:
    """A year in any form: 2015, عام 2015, العام الماضي, هذا العام; with `bare` also العام alone."""
    number = _year_number(text, i)
    if number is not None:
        return number
    this = text.match("this", i)
    if this is not None:
        period = text.match("period", this[1])
        return _Year(None, 0, GREGORIAN, period[1]) if period is not None and period[0] == "year" else None
    noun = text.match("year-noun", i)
    if noun is None:
        return None
    number = _year_number(text, noun[1])
    if number is not None:
        return number
    period = text.match("period", i)
    if period is None or text.match("fiscal", period[1]) is not None:
        return None
    relative = _relative(text, period[1])
    if relative is not None:
        return _Year(None, relative[0], GREGORIAN, relative[1])
    return _Year(None, 0, GREGORIAN, period[1]) if bare else None


def _of_year(text: _Text, i: int, bare: bool = False) -> _Year | None:
    """A year after what it dates, with or without من."""
    return _year_told(text, text.skip("of", i), bare)


def _month_told(text: _Text, i: int) -> tuple[MonthName, int, bool] | None:
    """A month by one or two names (تموز/يوليو, يوليو (تموز)), the token after them, and whether there were two."""
    month = text.month(i)
    if month is None:
        return None
    j = i + len(month.words)
    for lead in (_OPENING, "/", "-", "–", ""):
        k = j + 1 if lead else j
        alias = text.month(k) if not lead or text.word(j) == lead else None
        if alias is None or (alias.number, alias.calendar) != (month.number, month.calendar):
            continue
        end = k + len(alias.words)
        if lead == _OPENING and text.word(end) != _CLOSING:
            continue
        return month, end + (lead == _OPENING), True
    return month, j, False


def _month_expression(text: _Text, i: int, day: int | None = None) -> tuple[Expression, int, bool] | None:
    """A month with what follows it, and whether that or a second name makes sure that it is a month."""
    told = _month_told(text, i)
    if told is None:
        return None
    month, j, certain = told
    found = Expression("date", month=month.number, day=day, calendar=month.calendar)
    relative = _relative(text, j)
    if relative is not None:
        return replace(found, shift=max(-1, min(1, relative[0]))), relative[1], True
    period = text.match("period", text.skip("of", j))
    relative = _relative(text, period[1]) if period is not None and period[0] == "month" else None
    if relative is not None:
        return replace(found, shift=max(-1, min(1, relative[0]))), relative[1], True
    year = _of_year(text, text.skip("comma", j))
    if year is not None and not (year.year is not None and year.calendar != month.calendar):
        return replace(found, year=year.year, year_shift=year.shift), year.j, True
    return found, j, certain or not month.ambiguous


def _month(text: _Text, i: int) -> _Found | None:
    """شهر يوليو, يوليو 2015, مايو المقبل, في فبراير; an ambiguous name only where it cannot be another word."""
    noun = text.match("month-noun", i)
    k = i if noun is None else noun[1]
    found = _month_expression(text, k)
    if found is None:
        return None
    expression, j, certain = found
    before = text.tokens.folded[i - 1] if i else ""
    if certain or noun is not None or before in _vocabulary()["month-before"] or _opens_months(text, before, j):
        return expression, j
    return None


def _opens_months(text: _Text, before: str, j: int) -> bool:
    """Whether a month is the first of two: من مارس إلى مايو, بين مارس ومايو."""
    if before not in _vocabulary()["range-start"]:
        return False
    k = text.skip("to", j)
    return text.month(k) is not None if k > j else text.word(j)[1:] in month_names() and text.word(j)[:1] == "و"


def _day_and_month(text: _Text, i: int) -> _Found | None:
    """14 يوليو 2015, السابع من أكتوبر, 14 من الشهر الجاري, 14 الجاري."""
    ordinal = text.match("ordinal", i)
    day = text.number(i, 1, 31) if ordinal is None else int(ordinal[0])
    if day is None:
        return None
    j = i + 1 if ordinal is None else ordinal[1]
    k = text.skip("of", j)
    if ordinal is not None and k == j:
        return None
    k = text.skip("month-noun", k)
    found = _month_expression(text, k, day)
    if found is not None:
        return found[0], found[1]
    period = text.match("period", k)
    if period is not None and period[0] == "month":
        relative = _relative(text, period[1])
    else:
        relative = _relative(text, j) if ordinal is None else None
    return None if relative is None else (Expression("date", day=day, shift=relative[0]), relative[1])


def _day_range(text: _Text, i: int) -> _Found | None:
    """3-5 مايو, من 3 إلى 5 مايو, بين 3 و5 مايو: two days of one month."""
    first = text.number(i, 1, 31)
    if first is None or not (text.match("to", i + 1) or text.word(i + 1) == "و"):
        return None
    last = _day_and_month(text, i + 2)
    if last is None or text.number(i + 2, 1, 31) is None or last[0].month is None or first >= (last[0].day or 0):
        return None
    if text.word(i + 1) == "و" and not text.match("range-start", i - 1):
        return None
    return Expression("range", inner=replace(last[0], day=first), until=last[0]), last[1]


def _numeric(text: _Text, i: int) -> _Found | None:
    """2015/7/14, 14-7-2015, 14.7.2015, 1436/10/5ه. Day before month, as Arabic dates have it."""
    numbers = _numeric_parts(text, i)
    if numbers is None:
        return None
    (first, month, last), j = numbers
    year, day = (first, last) if first > 31 else (last, first)
    if not (1 <= month <= 12 and 1 <= day <= 31 and _YEAR.fullmatch(str(year))):
        return None
    era = text.match("era-hijri", j)
    hijri = is_hijri_year(year)
    if year < 1500 and not hijri:
        return None
    j = era[1] if era is not None and hijri else text.skip("era-gregorian", j)
    return Expression("date", year, month, day, calendar=HIJRI if hijri else GREGORIAN), j


def _numeric_parts(text: _Text, i: int) -> tuple[tuple[int, int, int], int] | None:
    """The three numbers of a date in digits, and the token after them."""
    dotted = text.word(i).split(".")
    if len(dotted) == 3 and all(part.isdecimal() for part in dotted):
        return (int(dotted[0]), int(dotted[1]), int(dotted[2])), i + 1
    words = [text.word(k) for k in range(i, i + 5)]
    if not (words[1] and words[1] in _SEPARATORS and words[1] == words[3]):
        return None
    if not all(word.isdecimal() for word in words[::2]):
        return None
    return (int(words[0]), int(words[2]), int(words[4])), i + 5


def _weekday(text: _Text, i: int) -> _Found | None:
    """يوم الجمعة, الثلاثاء الماضي, الاثنين 20 يوليو, الخميس (14 يوليو)."""
    noun = text.match("day-noun", i)
    k = i if noun is None else noun[1]
    weekday = weekday_names().get(text.word(k))
    if weekday is None or (i and text.tokens.folded[i - 1] in _vocabulary()["not-friday-before"]):
        return None
    j = k + 1
    relative = _relative(text, j)
    if relative is not None:
        return Expression("weekday", weekday=weekday, shift=relative[0]), relative[1]
    full = _bracketed(text, text.skip("corresponding", text.skip("comma", j)), _exact_day)
    if full is not None:
        return replace(full[0], weekday=weekday), full[1]
    return Expression("weekday", weekday=weekday), j


def _exact_day(text: _Text, i: int) -> _Found | None:
    return _numeric(text, i) or _day_and_month(text, i)


def _bracketed(text: _Text, i: int, reader: Callable[[_Text, int], _Found | None]) -> _Found | None:
    """What a reader finds at token `i`, which may be in brackets."""
    if text.word(i) != _OPENING:
        return reader(text, i)
    found = reader(text, i + 1)
    return (found[0], found[1] + 1) if found is not None and text.word(found[1]) == _CLOSING else None


def _day_word(text: _Text, i: int) -> _Found | None:
    """اليوم, أمس, أول من أمس, غدا, each with its weekday if it has one: اليوم (الجمعة)."""
    noun = text.match("day-noun", i)
    k = i if noun is None else noun[1]
    found = text.match("day-phrase", k) or text.match("day", k)
    if found is None or _is_other_day(text, i, k, found[1]):
        return None
    shift, j = int(found[0]), found[1]
    weekday = _bracketed(text, j, _weekday_name)
    if weekday is None:
        return Expression("day", shift=shift), j
    return Expression("day", shift=shift, weekday=weekday[0].weekday), weekday[1]


def _weekday_name(text: _Text, i: int) -> _Found | None:
    weekday = weekday_names().get(text.word(i))
    return None if weekday is None else (Expression("weekday", weekday=weekday), i + 1)


def _is_other_day(text: _Text, i: int, k: int, j: int) -> bool:
    """Whether اليوم is not today but a day that something tells (اليوم التالي), or part of a name (روسيا اليوم)."""
    if j != k + 1 or text.match("day", k) != ("0", j):
        return False
    before = text.tokens.folded[i - 1] if i else ""
    return text.match("not-today", j) is not None or before in _vocabulary()["not-today-before"]


def _daypart(text: _Text, i: int) -> _Found | None:
    """مساء الجمعة, صباح أمس, بعد ظهر اليوم."""
    part = text.match("daypart", i)
    if part is None:
        return None
    return _day_word(text, part[1]) or _weekday(text, part[1])


def _period(text: _Text, i: int) -> _Found | None:
    """العام الماضي, الشهر المقبل, الأسبوع قبل الماضي, القرن الماضي, الصيف الماضي, هذا الأسبوع."""
    this = text.match("this", i)
    k = i if this is None else this[1]
    season = text.match("season-period", k)
    found = season or text.match("period", k)
    if found is None or text.match("fiscal", found[1]) is not None:
        return None
    unit, month = ("season", int(found[0])) if season else (found[0], None)
    if this is not None:
        return Expression("period", unit=unit, month=month, shift=0), found[1]
    relative = _relative(text, found[1])
    if relative is None:
        return None
    return Expression("period", unit=unit, month=month, shift=relative[0]), relative[1]


def _year(text: _Text, i: int) -> _Found | None:
    """عام 2015, بين عامي 1981 و2005, and after a preposition a year in digits alone."""
    two = text.match("two-years", i)
    if two is not None:
        return _two_years(text, two[1])
    told = _year_told(text, i)
    if told is None:
        return None
    alone = _year_number(text, i) is not None
    if alone and not _is_bare_year(text, i, told.j):
        return None
    expression = Expression("date", told.year, calendar=told.calendar, year_shift=told.shift)
    return _year_to_year(text, expression, told)


def _year_to_year(text: _Text, first: Expression, told: _Year) -> _Found:
    """A year, or two joined by a stroke: 2014/2015, 2013-2015."""
    last = _year_number(text, told.j + 1) if text.word(told.j) in ("/", "-", "–") else None
    if last is None or told.year is None or last.year is None or not told.year < last.year < told.year + 100:
        return first, told.j
    until = Expression("date", last.year, calendar=last.calendar)
    return Expression("range", inner=first, until=until), last.j


def _two_years(text: _Text, i: int) -> _Found | None:
    first = _year_number(text, i)
    if first is None:
        return None
    k = first.j + (text.word(first.j) in ("و", "/", "-"))
    last = _year_number(text, k)
    if last is None or last.year is None or first.year is None or first.year >= last.year:
        return None
    inner = Expression("date", first.year, calendar=first.calendar)
    return Expression("range", inner=inner, until=Expression("date", last.year, calendar=last.calendar)), last.j


def _is_bare_year(text: _Text, i: int, j: int) -> bool:
    """Whether digits alone are a year: after a preposition of time, and not before something they count."""
    before = text.tokens.folded[i - 1] if i else ""
    if before not in _vocabulary()["year-before"]:
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


def _season(text: _Text, i: int) -> _Found | None:
    """ربيع عام 2023, صيف 2014, شتاء العام الماضي."""
    season = text.match("season", i)
    year = _of_year(text, season[1]) if season is not None else None
    if season is None or year is None or year.calendar == HIJRI:
        return None
    return Expression("season", year.year, int(season[0]), year_shift=year.shift), year.j


def _half_or_quarter(text: _Text, i: int) -> _Found | None:
    """النصف الأول من عام 2026, الربع الثاني. A half without a year may be of a match, so it needs one."""
    for kind, count in (("half", 6), ("quarter", 3)):
        found = text.match(kind, i)
        if found is None:
            continue
        expression = Expression("months", month=(int(found[0]) - 1) * count + 1, count=count)
        year = _of_year(text, found[1], bare=True)
        if year is not None and year.calendar == GREGORIAN:
            return replace(expression, year=year.year, year_shift=year.shift), year.j
        return None if kind == "half" or text.match("fiscal", found[1]) else (expression, found[1])
    return None


def _decade(text: _Text, i: int) -> _Found | None:
    """التسعينات, عقد السبعينيات, تسعينات القرن الماضي; not someone's age (في الخمسينات من عمره)."""
    k = text.skip("decade-noun", i)
    found = text.match("decade", k)
    if found is None or text.match("not-decade", found[1]) is not None:
        return None
    century = _period(text, text.skip("of", found[1]))
    definite = text.word(k).startswith(_ARTICLE)
    if century is not None and century[0].unit == "century":
        return (Expression("years", int(found[0])), century[1]) if century[0].shift == -1 else None
    if not definite or int(found[0]) < 1940:
        return None
    return Expression("years", int(found[0])), found[1]


def _century(text: _Text, i: int) -> _Found | None:
    """القرن العشرين."""
    found = text.match("century", i)
    return None if found is None else (Expression("years", (int(found[0]) - 1) * 100, count=101), found[1])


def _part(text: _Text, i: int) -> _Found | None:
    """مطلع الشهر الحالي, أواخر نيسان, نهاية عام 2022, منتصف العام."""
    part = text.match("part", i)
    if part is None:
        return None
    whole = _part_whole(text, part[1])
    return None if whole is None else (Expression("part", part=part[0], inner=whole[0]), whole[1])


def _part_whole(text: _Text, i: int) -> _Found | None:
    """What a beginning or an end is of."""
    found = _period(text, i) or _decade(text, i) or _century(text, i) or _season(text, i)
    if found is not None:
        return found
    year = _year_told(text, i, bare=True)
    if year is not None:
        return Expression("date", year.year, calendar=year.calendar, year_shift=year.shift), year.j
    month = _month_expression(text, text.skip("month-noun", i))
    if month is not None:
        return month[0], month[1]
    period = text.match("period", i)
    if period is None or period[0] not in ("week", "month"):
        return None
    return Expression("period", unit=period[0], shift=0), period[1]


def _periods(text: _Text, i: int) -> _Found | None:
    """الأيام الثلاثة المقبلة, السنوات الخمس الماضية, اليومين الماضيين, الأشهر الأربعة الأولى من العام الحالي."""
    two = text.match("two-periods", i)
    found = two or text.match("periods", i)
    if found is None:
        return None
    count, j = (2.0, found[1]) if two else _definite_count(text, found[1])
    first = text.match("first", j)
    if first is not None and found[0] == "month" and count:
        return _first_months(text, first[1], count)
    direction = text.match("relative-many", j)
    if direction is None:
        return None
    if count is None and text.match("few", found[1]) is not None:
        count = {"day": 10.0, "hour": 24.0}.get(found[0])
    return Expression("span", unit=found[0], count=count, shift=int(direction[0])), direction[1]


def _first_months(text: _Text, i: int, count: float) -> _Found | None:
    year = _of_year(text, i, bare=True)
    if year is None or year.calendar == HIJRI or count > 12:
        return None
    return Expression("months", year.year, 1, count=count, year_shift=year.shift), year.j


def _definite_count(text: _Text, i: int) -> tuple[float | None, int]:
    """The number after a definite plural (الثلاثة, القليلة, الـ10), and the token after it; None if it is vague."""
    few = text.match("few", i)
    if few is not None:
        return None, few[1]
    k = i + (text.word(i) == _ARTICLE)
    if text.number(k, 1, 9999) is not None:
        return digits_value(text.tokens, k), k + 1
    word = number_word(text.word(i))
    number = number_at(text.tokens, i) if word is not None and word.prefix == _ARTICLE else None
    return (None, i) if number is None else (number.value, number.j)


def _counted_span(text: _Text, i: int) -> _Found | None:
    """الـ24 ساعة الماضية, 48 ساعة المقبلة."""
    k = i + (text.word(i) == _ARTICLE)
    if text.number(k, 1, 9999) is None:
        return None
    unit = text.match("counted", k + 1)
    direction = text.match("relative-many", unit[1]) if unit is not None else None
    if unit is None or direction is None:
        return None
    count = digits_value(text.tokens, k)
    return Expression("span", unit=unit[0], count=count, shift=int(direction[0])), direction[1]


def _ago(text: _Text, i: int) -> _Found | None:
    """قبل يومين, منذ عامين, قبل نحو ثلاثة أشهر, بعد أسبوع; not what follows something told (بعد يومين من الهجوم)."""
    direction = text.match("ago", i)
    if direction is None:
        return None
    amount = _amount(text, direction[1])
    if amount is None:
        return None
    count, unit, approx, j = amount
    now = text.match("now", j)
    if now is None and text.match("narrative", j) is not None:
        return None
    expression = Expression("ago", unit=unit, count=count or None, shift=int(direction[0]), approx=approx)
    return expression, now[1] if now is not None else j


def _amount(text: _Text, i: int) -> tuple[float, str, str, int] | None:
    """How many of what unit of time stand at token `i`, how exactly, and the token after them."""
    for k in range(i, min(i + 5, len(text.tokens))):
        number = number_at(text.tokens, k)
        unit = text.match("counted", number.j) if number is not None and number.i == i else None
        if number is not None and unit is not None and not _YEAR.fullmatch(text.word(unit[1])):
            return number.value, unit[0], number.approx, unit[1]
    span = text.match("span", i)
    if span is None or text.word(span[1])[:1] in DIGITS or text.match("relative", span[1]) is not None:
        return None
    if text.month(span[1]) is not None or text.word(span[1]) in weekday_names() or _day_word(text, i) is not None:
        return None
    count, unit_name = span[0].split()
    half = number_word(text.word(span[1]))
    if half is not None and half.kind == "fraction" and half.prefix == "و":
        return float(count) + half.value, unit_name, "", span[1] + 1
    return float(count), unit_name, "", span[1]


def _with_range(text: _Text, i: int, expression: Expression, j: int) -> DateMatch:
    """The match, drawn on to a second date if من or بين stands before the first."""
    start = text.match("range-start", i - 1) if i else None
    if expression.kind == "range":
        return DateMatch(i - 1 if start else i, j, expression)
    if start is None or expression.kind not in ("date", "part"):
        return DateMatch(i, j, expression)
    k = text.skip("to", j)
    k += k == j and text.word(j) == "و"
    last = _second_date(text.tokens, k if k > j else j, joined=k == j)
    if last is None or last[0].kind not in ("date", "part", "day"):
        return DateMatch(i, j, expression)
    return DateMatch(i - 1, last[1], Expression("range", inner=expression, until=last[0]))


def _second_date(tokens: Tokens, i: int, joined: bool) -> _Found | None:
    """The end of a range; `joined` if no word parts it from its beginning but a و on its first word."""
    if i >= len(tokens):
        return None
    word = tokens.folded[i]
    bare = _triggers().get(word, word)
    if joined and word != "و" + bare:
        return None
    text = _Text(tokens, i, bare)
    year = _year_number(text, i)
    if year is not None:
        return Expression("date", year.year, calendar=year.calendar), year.j
    for reader in _readers().get(bare, _DIGIT_READERS if word[:1] in DIGITS else ()):
        found = reader(text, i)
        if found is not None:
            return found
    return None


_DIGIT_READERS = (_numeric, _day_range, _counted_span, _day_and_month, _year)

_READERS: tuple[tuple[Callable[[_Text, int], _Found | None], tuple[str, ...]], ...] = (
    (_day_and_month, ("ordinal",)),
    (_ago, ("ago",)),
    (_daypart, ("daypart",)),
    (_day_word, ("day", "day-phrase", "day-noun")),
    (_weekday, ("weekday", "day-noun")),
    (_part, ("part",)),
    (_half_or_quarter, ("half", "quarter")),
    (_periods, ("periods", "two-periods")),
    (_century, ("century",)),
    (_decade, ("decade", "decade-noun")),
    (_season, ("season",)),
    (_period, ("this", "period", "season-period")),
    (_year, ("year-noun", "this")),
    (_month, ("month", "month-noun")),
)
"""Readers in the order in which they are tried, with the classes of the words that they begin with."""


@cache
def _readers() -> dict[str, tuple[Callable[[_Text, int], _Found | None], ...]]:
    """The readers to try at each trigger, by its word without particle."""
    firsts: dict[str, set[str]] = {kind: set(entries) for kind, entries in _vocabulary().items()}
    firsts |= {"weekday": set(weekday_names()), "month": set(month_names())}
    readers: dict[str, tuple[Callable[[_Text, int], _Found | None], ...]] = {_ARTICLE: (_counted_span,)}
    for reader, kinds in _READERS:
        for word in set().union(*(firsts[kind] for kind in kinds)):
            readers[word] = (*readers.get(word, ()), reader)
    return readers
