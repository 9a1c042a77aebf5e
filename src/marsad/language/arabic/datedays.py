"""Single days, as dates tell them: in digits (2015/7/14), by day and month (14 يوليو), by weekday (الجمعة الماضية),
from today (أمس, غدا), with a part of the day (مساء الجمعة); and two days of one month (3-5 مايو).
"""

from __future__ import annotations

from dataclasses import replace

from marsad.language.arabic.calendars import GREGORIAN, HIJRI, Expression, is_hijri_year, weekday_names
from marsad.language.arabic.datemonths import month_expression
from marsad.language.arabic.datewords import CLOSING, OPENING, YEAR, DateText, Found, Reader, relative_at, vocabulary

_SEPARATORS = frozenset("/-.")


def read_day_and_month(text: DateText, i: int) -> Found | None:
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
    found = month_expression(text, k, day)
    if found is not None:
        return found[0], found[1]
    period = text.match("period", k)
    if period is not None and period[0] == "month":
        relative = relative_at(text, period[1])
    else:
        relative = relative_at(text, j) if ordinal is None else None
    return None if relative is None else (Expression("date", day=day, shift=relative[0]), relative[1])


def read_day_range(text: DateText, i: int) -> Found | None:
    """3-5 مايو, من 3 إلى 5 مايو, بين 3 و5 مايو: two days of one month."""
    first = text.number(i, 1, 31)
    if first is None or not (text.match("to", i + 1) or text.word(i + 1) == "و"):
        return None
    last = read_day_and_month(text, i + 2)
    if last is None or text.number(i + 2, 1, 31) is None or last[0].month is None or first >= (last[0].day or 0):
        return None
    if text.word(i + 1) == "و" and not text.match("range-start", i - 1):
        return None
    return Expression("range", inner=replace(last[0], day=first), until=last[0]), last[1]


def read_numeric(text: DateText, i: int) -> Found | None:
    """2015/7/14, 14-7-2015, 14.7.2015, 1436/10/5ه. Day before month, as Arabic dates have it."""
    numbers = _numeric_parts(text, i)
    if numbers is None:
        return None
    (first, month, last), j = numbers
    year, day = (first, last) if first > 31 else (last, first)
    if not (1 <= month <= 12 and 1 <= day <= 31 and YEAR.fullmatch(str(year))):
        return None
    era = text.match("era-hijri", j)
    hijri = is_hijri_year(year)
    if year < 1500 and not hijri:
        return None
    j = era[1] if era is not None and hijri else text.skip("era-gregorian", j)
    return Expression("date", year, month, day, calendar=HIJRI if hijri else GREGORIAN), j


def _numeric_parts(text: DateText, i: int) -> tuple[tuple[int, int, int], int] | None:
    """The three numbers of a date in digits, and the token after them."""
    word, separator = text.word(i), text.word(i + 1)
    if word.count(".") == 2:
        dotted = word.split(".")
        if all(part.isdecimal() for part in dotted):
            return (int(dotted[0]), int(dotted[1]), int(dotted[2])), i + 1
    if separator not in _SEPARATORS or separator != text.word(i + 3):
        return None
    words = [text.word(k) for k in range(i, i + 5)]
    if not all(word.isdecimal() for word in words[::2]):
        return None
    return (int(words[0]), int(words[2]), int(words[4])), i + 5


def read_weekday(text: DateText, i: int) -> Found | None:
    """يوم الجمعة, الثلاثاء الماضي, الاثنين 20 يوليو, الخميس (14 يوليو)."""
    noun = text.match("day-noun", i)
    k = i if noun is None else noun[1]
    weekday = weekday_names().get(text.word(k))
    if weekday is None or (i and text.tokens.folded[i - 1] in vocabulary()["not-friday-before"]):
        return None
    j = k + 1
    relative = relative_at(text, j)
    if relative is not None:
        return Expression("weekday", weekday=weekday, shift=relative[0]), relative[1]
    full = _bracketed(text, text.skip("corresponding", text.skip("comma", j)), _exact_day)
    if full is not None:
        return replace(full[0], weekday=weekday), full[1]
    return Expression("weekday", weekday=weekday), j


def _exact_day(text: DateText, i: int) -> Found | None:
    return read_numeric(text, i) or read_day_and_month(text, i)


def _bracketed(text: DateText, i: int, reader: Reader) -> Found | None:
    """What a reader finds at token `i`, which may be in brackets."""
    if text.word(i) != OPENING:
        return reader(text, i)
    found = reader(text, i + 1)
    return (found[0], found[1] + 1) if found is not None and text.word(found[1]) == CLOSING else None


def read_day_word(text: DateText, i: int) -> Found | None:
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


def _weekday_name(text: DateText, i: int) -> Found | None:
    weekday = weekday_names().get(text.word(i))
    return None if weekday is None else (Expression("weekday", weekday=weekday), i + 1)


def _is_other_day(text: DateText, i: int, k: int, j: int) -> bool:
    """Whether اليوم is not today but a day that something tells (اليوم التالي), or part of a name (روسيا اليوم)."""
    if j != k + 1 or text.match("day", k) != ("0", j):
        return False
    before = text.tokens.folded[i - 1] if i else ""
    return text.match("not-today", j) is not None or before in vocabulary()["not-today-before"]


def read_daypart(text: DateText, i: int) -> Found | None:
    """مساء الجمعة, صباح أمس, بعد ظهر اليوم."""
    part = text.match("daypart", i)
    if part is None:
        return None
    return read_day_word(text, part[1]) or read_weekday(text, part[1])
