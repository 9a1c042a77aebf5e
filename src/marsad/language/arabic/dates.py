"""Dates in running Arabic, as newswire tells them: found here, resolved in :mod:`marsad.language.arabic.calendars`.

A date is looked for only at a trigger: a digit, or a word with which dates begin
(:mod:`marsad.language.arabic.datewords`). The grammar is a list of small readers, each of one construction; the first
that matches wins. They stand by subject in `dateyears`, `datemonths`, `datedays`, `dateperiods` and `datespans`; what
joins two dates to a range stands here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from marsad.language.arabic.calendars import Expression, month_names, weekday_names
from marsad.language.arabic.datedays import (
    read_day_and_month,
    read_day_range,
    read_day_word,
    read_daypart,
    read_numeric,
    read_weekday,
)
from marsad.language.arabic.datemonths import read_month
from marsad.language.arabic.dateperiods import (
    read_century,
    read_decade,
    read_half_or_quarter,
    read_part,
    read_period,
    read_season,
)
from marsad.language.arabic.datespans import read_ago, read_counted_span, read_periods
from marsad.language.arabic.datewords import ARTICLE, DateText, Found, Reader, trigger_words, vocabulary
from marsad.language.arabic.dateyears import read_year, year_number
from marsad.language.arabic.numerals import DIGITS
from marsad.language.arabic.tokens import Tokens


class DateMatch(NamedTuple):
    """A date at the tokens `i` to `j` (excluded), and what it says; `resolve` turns that into days."""

    i: int
    j: int
    expression: Expression


def dates(tokens: Tokens, among: Iterable[int] | None = None) -> list[DateMatch]:
    """All dates of a text, in order, none overlapping. `among` are the tokens that may begin one, if the caller knows
    them."""
    found: list[DateMatch] = []
    end = 0
    triggers = trigger_words()
    for i in range(len(tokens)) if among is None else among:
        word = tokens.folded[i]
        if i >= end and (word in triggers or "0" <= word < ":"):
            match = date_at(tokens, i)
            if match is not None and match.i >= end:
                found.append(match)
                end = match.j
    return found


def is_date_trigger(folded: str) -> bool:
    """Whether a date may begin with this token: a cheap test for every token of a text."""
    return folded[:1] in DIGITS or folded in trigger_words()


def date_at(tokens: Tokens, i: int) -> DateMatch | None:
    """The date that begins at token `i`, or None. If it is the first half of a range (من 3 إلى 5 مايو) the match takes
    in the preposition before it.
    """
    word = tokens.folded[i]
    text = DateText(tokens, i, trigger_words().get(word, word))
    for reader in _readers().get(text.first, _DIGIT_READERS if word[:1] in DIGITS else ()):
        found = reader(text, i)
        if found is not None:
            return _with_range(text, i, *found)
    return None


def _with_range(text: DateText, i: int, expression: Expression, j: int) -> DateMatch:
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


def _second_date(tokens: Tokens, i: int, joined: bool) -> Found | None:
    """The end of a range; `joined` if no word parts it from its beginning but a و on its first word."""
    if i >= len(tokens):
        return None
    word = tokens.folded[i]
    bare = trigger_words().get(word, word)
    if joined and word != "و" + bare:
        return None
    text = DateText(tokens, i, bare)
    year = year_number(text, i)
    if year is not None:
        return Expression("date", year.year, calendar=year.calendar), year.j
    for reader in _readers().get(bare, _DIGIT_READERS if word[:1] in DIGITS else ()):
        found = reader(text, i)
        if found is not None:
            return found
    return None


_DIGIT_READERS = (read_numeric, read_day_range, read_counted_span, read_day_and_month, read_year)

_READERS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (read_day_and_month, ("ordinal",)),
    (read_ago, ("ago",)),
    (read_daypart, ("daypart",)),
    (read_day_word, ("day", "day-phrase", "day-noun")),
    (read_weekday, ("weekday", "day-noun")),
    (read_part, ("part",)),
    (read_half_or_quarter, ("half", "quarter")),
    (read_periods, ("periods", "two-periods")),
    (read_century, ("century",)),
    (read_decade, ("decade", "decade-noun")),
    (read_season, ("season",)),
    (read_period, ("this", "period", "season-period")),
    (read_year, ("year-noun", "this")),
    (read_month, ("month", "month-noun")),
)
"""Readers in the order in which they are tried, with the classes of the words that they begin with."""


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """The readers to try at each trigger, by its word without particle."""
    firsts: dict[str, set[str]] = {kind: set(entries) for kind, entries in vocabulary().items()}
    firsts |= {"weekday": set(weekday_names()), "month": set(month_names())}
    readers: dict[str, tuple[Reader, ...]] = {ARTICLE: (read_counted_span,)}
    for reader, kinds in _READERS:
        for word in set().union(*(firsts[kind] for kind in kinds)):
            readers[word] = (*readers.get(word, ()), reader)
    return readers
