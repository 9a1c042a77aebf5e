"""Months, as dates tell them: يوليو 2015, تموز/يوليو الماضي, في فبراير. Some names of months are also other words
(مارس, ماي); such a name is a month only where something beside it makes that sure.
"""

from __future__ import annotations

from dataclasses import replace

from marsad.language.arabic.calendars import Expression, MonthName, month_names
from marsad.language.arabic.datewords import CLOSING, OPENING, DateText, Found, relative_at, vocabulary
from marsad.language.arabic.dateyears import of_year


def read_month(text: DateText, i: int) -> Found | None:
    """شهر يوليو, يوليو 2015, مايو المقبل, في فبراير; an ambiguous name only where it cannot be another word."""
    noun = text.match("month-noun", i)
    k = i if noun is None else noun[1]
    found = month_expression(text, k)
    if found is None:
        return None
    expression, j, certain = found
    before = text.tokens.folded[i - 1] if i else ""
    if certain or noun is not None or before in vocabulary()["month-before"] or _opens_months(text, before, j):
        return expression, j
    return None


def month_expression(text: DateText, i: int, day: int | None = None) -> tuple[Expression, int, bool] | None:
    """A month with what follows it, and whether that or a second name makes sure that it is a month."""
    told = _month_told(text, i)
    if told is None:
        return None
    month, j, certain = told
    found = Expression("date", month=month.number, day=day, calendar=month.calendar)
    relative = relative_at(text, j)
    if relative is not None:
        return replace(found, shift=max(-1, min(1, relative[0]))), relative[1], True
    period = text.match("period", text.skip("of", j))
    relative = relative_at(text, period[1]) if period is not None and period[0] == "month" else None
    if relative is not None:
        return replace(found, shift=max(-1, min(1, relative[0]))), relative[1], True
    year = of_year(text, text.skip("comma", j))
    if year is not None and not (year.year is not None and year.calendar != month.calendar):
        return replace(found, year=year.year, year_shift=year.shift), year.j, True
    return found, j, certain or not month.ambiguous


def _month_told(text: DateText, i: int) -> tuple[MonthName, int, bool] | None:
    """A month by one or two names (تموز/يوليو, يوليو (تموز)), the token after them, and whether there were two."""
    month = text.month(i)
    if month is None:
        return None
    j = i + len(month.words)
    for lead in (OPENING, "/", "-", "–", ""):
        k = j + 1 if lead else j
        alias = text.month(k) if not lead or text.word(j) == lead else None
        if alias is None or (alias.number, alias.calendar) != (month.number, month.calendar):
            continue
        end = k + len(alias.words)
        if lead == OPENING and text.word(end) != CLOSING:
            continue
        return month, end + (lead == OPENING), True
    return month, j, False


def _opens_months(text: DateText, before: str, j: int) -> bool:
    """Whether a month is the first of two: من مارس إلى مايو, بين مارس ومايو."""
    if before not in vocabulary()["range-start"]:
        return False
    k = text.skip("to", j)
    return text.month(k) is not None if k > j else text.word(j)[1:] in month_names() and text.word(j)[:1] == "و"
