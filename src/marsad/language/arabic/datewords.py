"""The words with which dates are told, and a text read for them.

The words stand in the tables `time_words.tsv`, `months.tsv` and `weekdays.tsv`. The first word of a date may have a
particle joined to it (والجمعة, للعام); :class:`DateText` gives it without.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from marsad.language.arabic.calendars import Expression, MonthName, month_at, month_names, weekday_names
from marsad.language.arabic.fold import fold
from marsad.language.arabic.numerals import read_table
from marsad.language.arabic.tokens import Tokens

ARTICLE = "ال"
OPENING, CLOSING = "(", ")"
YEAR = re.compile(r"1[3-9]\d\d|20\d\d|21\d\d")
"""What can be a year in digits, Gregorian or Hijri."""

_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول")
_TRIGGER_CLASSES = (
    "day", "day-phrase", "daypart", "day-noun", "this", "period", "season-period", "season", "periods", "two-periods",
    "year-noun", "month-noun", "part", "half", "quarter", "decade", "decade-noun", "century", "ago", "ordinal",
)  # fmt: skip

Found = tuple[Expression, int]
"""An expression, and the token after it."""


class DateText:
    """The folded words of a text, of which the first of the date has lost its particle."""

    __slots__ = ("first", "folded", "start", "tokens", "vocabulary")

    def __init__(self, tokens: Tokens, start: int, first: str) -> None:
        self.tokens, self.folded, self.start, self.first = tokens, tokens.folded, start, first
        self.vocabulary = vocabulary()

    def word(self, i: int) -> str:
        """The word at token `i`, empty beyond the text."""
        if i == self.start:
            return self.first
        return self.folded[i] if 0 <= i < len(self.folded) else ""

    def match(self, kind: str, i: int) -> tuple[str, int] | None:
        """The value of the longest phrase of a class at token `i`, and the token after it."""
        if i == self.start:
            first = self.first
        elif 0 <= i < len(self.folded):
            first = self.folded[i]
        else:
            return None
        for words, value in self.vocabulary[kind].get(first, ()):
            if len(words) == 1 or self.folded[i + 1 : i + len(words)] == [*words[1:]]:
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


Reader = Callable[[DateText, int], Found | None]
"""Tries one construction at a token; gives what it says and the token after it."""


@cache
def vocabulary() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
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
def trigger_words() -> dict[str, str]:
    """Every spelling of every word with which a date may begin, and the word without its particle."""
    bare = {*month_names(), *weekday_names(), ARTICLE}
    for kind in _TRIGGER_CLASSES:
        bare.update(vocabulary().get(kind, {}))
    joined = {prefix + word: word for word in bare for prefix in _PROCLITICS if word != ARTICLE}
    joined |= {
        prefix + "لل" + word[2:]: word for word in bare if word.startswith(ARTICLE) for prefix in ("", "و") if word[2:]
    }
    return joined | {word: word for word in bare}


def relative_at(text: DateText, i: int) -> tuple[int, int] | None:
    """Last, this or next, and the token after it: الماضي -1, قبل الماضي -2, بعد المقبل 2."""
    k = text.skip("second", i)
    found = text.match("relative", k)
    if found is None or (k > i and found[0] == "0"):
        return None
    return int(found[0]) * (2 if k > i else 1), found[1]
