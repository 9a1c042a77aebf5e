"""Periods of the calendar, as dates tell them: the last or next week, month or year, seasons, halves and quarters of a
year, decades and centuries (الشهر المقبل, صيف 2014, النصف الأول من عام 2026, التسعينات), and the beginning, middle or
end of any of them (مطلع الشهر الحالي).
"""

from __future__ import annotations

from dataclasses import replace

from marsad.language.arabic.calendars import GREGORIAN, HIJRI, Expression
from marsad.language.arabic.datemonths import month_expression
from marsad.language.arabic.datewords import ARTICLE, DateText, Found, relative_at
from marsad.language.arabic.dateyears import of_year, year_told


def read_period(text: DateText, i: int) -> Found | None:
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
    relative = relative_at(text, found[1])
    if relative is None:
        return None
    return Expression("period", unit=unit, month=month, shift=relative[0]), relative[1]


def read_season(text: DateText, i: int) -> Found | None:
    """ربيع عام 2023, صيف 2014, شتاء العام الماضي."""
    season = text.match("season", i)
    year = of_year(text, season[1]) if season is not None else None
    if season is None or year is None or year.calendar == HIJRI:
        return None
    return Expression("season", year.year, int(season[0]), year_shift=year.shift), year.j


def read_half_or_quarter(text: DateText, i: int) -> Found | None:
    """النصف الأول من عام 2026, الربع الثاني. A half without a year may be of a match, so it needs one."""
    for kind, count in (("half", 6), ("quarter", 3)):
        found = text.match(kind, i)
        if found is None:
            continue
        expression = Expression("months", month=(int(found[0]) - 1) * count + 1, count=count)
        year = of_year(text, found[1], bare=True)
        if year is not None and year.calendar == GREGORIAN:
            return replace(expression, year=year.year, year_shift=year.shift), year.j
        return None if kind == "half" or text.match("fiscal", found[1]) else (expression, found[1])
    return None


def read_decade(text: DateText, i: int) -> Found | None:
    """التسعينات, عقد السبعينيات, تسعينات القرن الماضي; not someone's age (في الخمسينات من عمره)."""
    k = text.skip("decade-noun", i)
    found = text.match("decade", k)
    if found is None or text.match("not-decade", found[1]) is not None:
        return None
    century = read_period(text, text.skip("of", found[1]))
    definite = text.word(k).startswith(ARTICLE)
    if century is not None and century[0].unit == "century":
        return (Expression("years", int(found[0])), century[1]) if century[0].shift == -1 else None
    if not definite or int(found[0]) < 1940:
        return None
    return Expression("years", int(found[0])), found[1]


def read_century(text: DateText, i: int) -> Found | None:
    """القرن العشرين."""
    found = text.match("century", i)
    return None if found is None else (Expression("years", (int(found[0]) - 1) * 100, count=101), found[1])


def read_part(text: DateText, i: int) -> Found | None:
    """مطلع الشهر الحالي, أواخر نيسان, نهاية عام 2022, منتصف العام."""
    part = text.match("part", i)
    if part is None:
        return None
    whole = _part_whole(text, part[1])
    return None if whole is None else (Expression("part", part=part[0], inner=whole[0]), whole[1])


def _part_whole(text: DateText, i: int) -> Found | None:
    """What a beginning or an end is of."""
    found = read_period(text, i) or read_decade(text, i) or read_century(text, i) or read_season(text, i)
    if found is not None:
        return found
    year = year_told(text, i, bare=True)
    if year is not None:
        return Expression("date", year.year, calendar=year.calendar, year_shift=year.shift), year.j
    month = month_expression(text, text.skip("month-noun", i))
    if month is not None:
        return month[0], month[1]
    period = text.match("period", i)
    if period is None or period[0] not in ("week", "month"):
        return None
    return Expression("period", unit=period[0], shift=0), period[1]
