"""Counted units of time, reckoned from the anchor: the next three days (الأيام الثلاثة المقبلة), the last 24 hours
(الـ24 ساعة الماضية), two years ago (قبل عامين), and the first months of a year.
"""

from __future__ import annotations

from marsad.language.arabic.calendars import HIJRI, Expression, weekday_names
from marsad.language.arabic.datedays import read_day_word
from marsad.language.arabic.datewords import ARTICLE, YEAR, DateText, Found
from marsad.language.arabic.dateyears import of_year
from marsad.language.arabic.numerals import DIGITS, digits_value, number_at, number_word


def read_periods(text: DateText, i: int) -> Found | None:
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


def _first_months(text: DateText, i: int, count: float) -> Found | None:
    year = of_year(text, i, bare=True)
    if year is None or year.calendar == HIJRI or count > 12:
        return None
    return Expression("months", year.year, 1, count=count, year_shift=year.shift), year.j


def _definite_count(text: DateText, i: int) -> tuple[float | None, int]:
    """The number after a definite plural (الثلاثة, القليلة, الـ10), and the token after it; None if it is vague."""
    few = text.match("few", i)
    if few is not None:
        return None, few[1]
    k = i + (text.word(i) == ARTICLE)
    if text.number(k, 1, 9999) is not None:
        return digits_value(text.tokens, k), k + 1
    word = number_word(text.word(i))
    number = number_at(text.tokens, i) if word is not None and word.prefix == ARTICLE else None
    return (None, i) if number is None else (number.value, number.j)


def read_counted_span(text: DateText, i: int) -> Found | None:
    """الـ24 ساعة الماضية, 48 ساعة المقبلة."""
    k = i + (text.word(i) == ARTICLE)
    if text.number(k, 1, 9999) is None:
        return None
    unit = text.match("counted", k + 1)
    direction = text.match("relative-many", unit[1]) if unit is not None else None
    if unit is None or direction is None:
        return None
    count = digits_value(text.tokens, k)
    return Expression("span", unit=unit[0], count=count, shift=int(direction[0])), direction[1]


def read_ago(text: DateText, i: int) -> Found | None:
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


def _amount(text: DateText, i: int) -> tuple[float, str, str, int] | None:
    """How many of what unit of time stand at token `i`, how exactly, and the token after them."""
    for k in range(i, min(i + 5, len(text.tokens))):
        number = number_at(text.tokens, k)
        unit = text.match("counted", number.j) if number is not None and number.i == i else None
        if number is not None and unit is not None and not YEAR.fullmatch(text.word(unit[1])):
            return number.value, unit[0], number.approx, unit[1]
    span = text.match("span", i)
    if span is None or text.word(span[1])[:1] in DIGITS or text.match("relative", span[1]) is not None:
        return None
    if text.month(span[1]) is not None or text.word(span[1]) in weekday_names() or read_day_word(text, i) is not None:
        return None
    count, unit_name = span[0].split()
    half = number_word(text.word(span[1]))
    if half is not None and half.kind == "fraction" and half.prefix == "و":
        return float(count) + half.value, unit_name, "", span[1] + 1
    return float(count), unit_name, "", span[1]
