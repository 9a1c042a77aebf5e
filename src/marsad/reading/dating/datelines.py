"""The date that an article bears itself: a dateline, a line `نشر في`, or a masthead's date, which is the crawl's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from marsad.language.arabic.calendars import resolve
from marsad.language.arabic.dates import DateMatch
from marsad.language.arabic.fold import fold
from marsad.lexicon.lexicon import NAME, PLACE
from marsad.reading.cuewords import cue_values, cues
from marsad.reading.document import Document
from marsad.records import Span

_HEAD, _TAIL = 5, 4
"""How many lines from the text's beginning and end may be a dateline."""
_LONGEST = 90
_PLACES = 4
"""How many tokens of places and outlets may stand before the date of a dateline."""
_JOINTS = frozenset({"-", "–", "—", "،", ",", ":", "/", "|", "(", ")", "في", "يوم", ".", "ـ"})
_DIGIT = re.compile(r"\d")
_ENGLISH = re.compile(r"(\d{1,2})\s+(?:[A-Za-z]{3}\s*/\s*)?([A-Za-z]{3,9})\.?,?\s+(\d{4})")

Kind = Literal["dateline", "label", "update", "masthead"]


class Dateline(NamedTuple):
    """A day that the article bears, the words that say it, and what they are."""

    day: date
    words: str
    kind: Kind


class _Line(NamedTuple):
    start: int
    end: int
    is_head: bool


def datelines(doc: Document, matches: list[DateMatch], furniture: tuple[Span, ...]) -> list[Dateline]:
    """All that an article bears, in the order of the text."""
    found: list[Dateline] = []
    for line in _lines(doc.text):
        if _DIGIT.search(doc.text, line.start, line.end):
            found += _of_line(doc, line, matches, furniture)
    return found


def _lines(text: str) -> Iterator[_Line]:
    """The first and the last lines that are not blank."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            bounds.append((start, start + len(line)))
        start += len(line) + 1
    for n, (begin, end) in enumerate(bounds):
        if n < _HEAD or n >= len(bounds) - _TAIL:
            yield _Line(begin, end, n < _HEAD)


def _of_line(doc: Document, line: _Line, matches: list[DateMatch], furniture: tuple[Span, ...]) -> Iterator[Dateline]:
    words = doc.text[line.start : line.end].strip()
    inside = [m for m in matches if line.start <= doc.starts[m.i] < line.end]
    for match in inside:
        day = resolve(match.expression, None)
        if day is not None and day.start == day.end:
            kind = _kind(doc, line, match, furniture)
            if kind is not None:
                yield Dateline(day.start, words[:_LONGEST], kind)
            return
    english = _english(words) if line.is_head and len(words) <= _LONGEST else None
    if english is not None:
        yield Dateline(english, words, "masthead")


def _kind(doc: Document, line: _Line, match: DateMatch, furniture: tuple[Span, ...]) -> Kind | None:
    """What a day in a line is, None if it is part of a sentence."""
    first = next(k for k in range(match.i, -1, -1) if k == 0 or doc.starts[k - 1] < line.start)
    before = doc.folded[first : match.i]
    label = _label(before)
    if label is not None:
        return label
    if not line.is_head or not _is_placed(doc, first, match.i):
        return None
    if any(doc.flags[k] & (PLACE | NAME) for k in range(first, match.i)):
        return None if _runs_on(doc, line, match.j) else "dateline"
    alone = line.end - line.start <= _LONGEST and not _has_verb(doc, match.j, line.end)
    return "masthead" if alone else None


def _label(before: list[str]) -> Kind | None:
    """Whether the words before a date say that it is that of publication or of the last change."""
    words = [w for w in before if w not in _JOINTS or w == "في"]
    for label in cue_values("label"):
        told = label.split()
        if words[: len(told)] == told and len(words) <= len(told) + 3:
            return "update" if told[0] == fold("آخر") else "label"
    return None


def _is_placed(doc: Document, first: int, i: int) -> bool:
    """Whether nothing but places, outlets, weekdays and signs stands before a date."""
    if i - first > 2 * _PLACES + 2:
        return False
    k = first
    while k < i:
        if not (doc.flags[k] & (PLACE | NAME) or doc.folded[k] in _JOINTS or doc.folded[k] in cues("report")):
            return False
        k = doc.unit_end[k]
    return True


def _runs_on(doc: Document, line: _Line, j: int) -> bool:
    """Whether a sentence goes on after a date without a sign between them."""
    if j >= doc.size or doc.starts[j] >= line.end:
        return False
    return doc.folded[j] not in _JOINTS or doc.folded[j] == "في"


def _has_verb(doc: Document, j: int, end: int) -> bool:
    return any(doc.words[k].tense for k in range(j, doc.size) if doc.starts[k] < end)


def _english(words: str) -> date | None:
    """The day in a line such as `الخميس 19 Sep / September 2024`."""
    match = _ENGLISH.search(fold(words)) if any("A" <= c <= "z" for c in words) else None
    month = cue_values("english-month").get(match[2][:3]) if match else None
    if match is None or month is None:
        return None
    try:
        return date(int(match[3]), int(month), int(match[1]))
    except ValueError:
        return None
