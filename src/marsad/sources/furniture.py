"""Page furniture in a text: the lines and line ends that stand around an article and are no part of it.

What furniture says is data (`data/furniture.tsv`, whose head explains the positions and zones). Here is how lines are
compared with it. A line is looked at only if its first word begins a phrase, or its end or place calls for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from marsad.language.arabic.fold import fold
from marsad.lexicon.tables import Row, read_table
from marsad.records import Span

_DATA = Path(__file__).parent / "data"
_fold_once: Callable[[str], str] = fold.__wrapped__
"""Folding without the cache, which is for words and not for lines."""

_BLANKS = (
    "".join(c for c in map(chr, range(0x3001)) if c.isspace())
    + "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
)
_OTHER_NEWLINES = "\r\u2028\u2029\x85"
_SHORT = 120
_SENTENCE = 40
"""A line that ends as a sentence does is one from this length on; a line longer than `_SHORT` always is."""
_FIRST_WORD = re.compile(r"[\W_]*([^\s:،,/|().\-–—]+)")
_NO_WORD = re.compile(r"[^\w:]+|_+")
_COUNTS = re.compile(r"^[\d ]+|[\d ]+$")
_SENTENCE_END = (".", "!", "؟", "?", "»", "”", '"', "…")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]\s*\.?$")
_CONTACT = re.compile(r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+|(?:https?://|www\.)\S+)\s*")
_DATE_PARTS = re.compile(r"[\s/\-–—،,|:.()]+|(?<=\d)(?=ه)")
_NUMERIC_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_LONGEST_DATE = 90
_MOST_DATELINES = 3
_TAIL = 600
_MOST_FOLLOWERS = 40
_CAPTION_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Rule:
    """One row of the table: `words` is the phrase folded, with single spaces and colons as words of their own."""

    words: str
    position: str
    zone: str
    limit: int

    @property
    def colon(self) -> bool:
        return self.words.endswith(":")

    @property
    def first_word(self) -> str:
        return self.words.partition(" ")[0]


def _words(text: str) -> str:
    """The text folded, signs made spaces, colons kept as words."""
    return " ".join(_NO_WORD.sub(" ", _fold_once(text)).replace(":", " : ").split())


def _rule(row: Row) -> _Rule:
    return _Rule(_words(row["phrase"]), row["position"], row["zone"], int(row["limit"] or _SHORT))


class _Rules:
    """The tables in the form in which lines are compared with them."""

    def __init__(self) -> None:
        rules = [_rule(row) for row in read_table(_DATA / "furniture.tsv")]
        self.by_first_word: dict[str, list[_Rule]] = {}
        for rule in rules:
            if rule.position in ("whole-line", "line-start", "line-prefix", "block-start"):
                self.by_first_word.setdefault(rule.first_word, []).append(rule)
        self.credits = {rule.words: rule for rule in rules if rule.position == "credit"}
        self.agencies = {rule.words: rule for rule in rules if rule.position == "agency"}
        self.share = _anything_of(rule.words for rule in rules if rule.position == "share")
        self.share_starts = {rule.first_word for rule in rules if rule.position == "share"}
        self.ends = [(_spelt(rule.words), rule) for rule in rules if rule.position == "line-end"]
        self.sections = [fold(row["section"]) for row in read_table(_DATA / "sections.tsv")]
        self.date_words = {fold(row["word"]): row["kind"] for row in read_table(_DATA / "date_words.tsv")}

    @cached_property
    def breadcrumb(self) -> re.Pattern[str]:
        """A line of nothing but names of sections, with signs between them or run together."""
        names = "|".join(re.escape(name) for name in sorted(self.sections, key=len, reverse=True))
        return re.compile(rf"(?:(?:{names})[\s/\\>›»«|،,•·\-–—]*)+\Z")


def _anything_of(phrases: Iterable[str]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))
    return re.compile(rf"(?:{names})(?: (?:{names}|\d+))+\Z")


_SPELLINGS = {"ا": "اأإآٱ", "ي": "يىئی", "ه": "ةهہھ", "و": "وؤ", "ك": "كک"}
_MARKS = "[\u064b-\u0652\u0640]*"


@cache
def _spelt(words: str) -> re.Pattern[str]:
    """A folded phrase as it may be spelt in a text."""
    spelt = "".join(
        r"\s*:" if c == ":" else r"\s*" if c == " " else f"[{_SPELLINGS.get(c, re.escape(c))}]{_MARKS}" for c in words
    )
    return re.compile(rf"(?<!\w){spelt}" + ("" if words.endswith(":") else r"(?=\s)"))


@cache
def _rules() -> _Rules:
    return _Rules()


def find_furniture(text: str) -> tuple[Span, ...]:
    """The furniture of a text, in order and without overlap: whole lines without the blanks around them, the first
    words of a line, or the end of the last.
    """
    return _Search(text, _rules()).spans()


@dataclass(slots=True)
class _Search:
    """The search through one text: its lines that are not blank, and what each was found to be."""

    text: str
    rules: _Rules
    starts: list[int] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    found: dict[int, tuple[int, int]] = field(default_factory=dict)
    blocks: dict[int, _Rule] = field(default_factory=dict)
    waiting: list[tuple[int, _Rule]] = field(default_factory=list)
    datelines: list[int] = field(default_factory=list)

    def spans(self) -> tuple[Span, ...]:
        self._cut()
        if not self.lines:
            return ()
        for index, line in enumerate(self.lines):
            self._by_phrase(index, line)
        head, tail = self._head(), self._tail()
        self._breadcrumb()
        self._by_zone(head, tail)
        for index in [*range(head), *range(max(tail, head), len(self.lines))]:
            if index not in self.found:
                self._by_shape(index, self.lines[index], in_tail=index >= tail)
        if self.datelines and not self._is_chronology():
            for index in self.datelines:
                self._mark(index)
        self._captions(head)
        self._blocks()
        self._line_end()
        return tuple(Span(s, e, self.text[s:e]) for s, e in sorted(self.found.values()))

    def _cut(self) -> None:
        at, text = 0, self.text
        for newline in _OTHER_NEWLINES:
            text = text.replace(newline, "\n")
        for raw in text.split("\n"):
            if line := raw.strip(_BLANKS):
                self.starts.append(at + len(raw) - len(raw.lstrip(_BLANKS)))
                self.lines.append(line)
            at += len(raw) + 1

    def _mark(self, index: int) -> None:
        self.found[index] = (self.starts[index], self.starts[index] + len(self.lines[index]))

    def _by_phrase(self, index: int, line: str) -> None:
        """Compare a line with the phrases that begin with its first word; those of a zone wait."""
        match = _FIRST_WORD.match(line)
        first = fold(match[1]) if match and len(match[1]) < 30 else ""
        rules = self.rules.by_first_word.get(first)
        if rules:
            words = _words(line[:420])
            plain = " ".join(words.replace(":", " ").split())
            for rule in rules:
                if self._says(rule, line, words, plain):
                    self._take(index, rule)
                    return
        if first in self.rules.share_starts and len(line) <= _SHORT and self.rules.share.match(_words(line)):
            self._mark(index)

    def _says(self, rule: _Rule, line: str, words: str, plain: str) -> bool:
        if rule.position == "line-prefix":
            return plain.startswith(rule.words + " ")
        said = words if rule.colon else plain
        if rule.position == "line-start":
            return len(line) <= rule.limit and (said == rule.words or said.startswith(rule.words + " "))
        return len(line) <= _SHORT and rule.words in (said, _COUNTS.sub("", said))

    def _take(self, index: int, rule: _Rule) -> None:
        if rule.zone != "any":
            self.waiting.append((index, rule))
        elif rule.position == "line-prefix":
            self._mark_prefix(index, rule)
        else:
            self._mark(index)
            self._begin_block(index, rule)

    def _mark_prefix(self, index: int, rule: _Rule) -> None:
        if match := _spelt(rule.words).search(_lowered(self.lines[index])):
            self.found[index] = (self.starts[index], self.starts[index] + match.end())

    def _begin_block(self, index: int, rule: _Rule) -> None:
        for block in self.rules.by_first_word[rule.first_word]:
            if block.position == "block-start" and block.words.rstrip(" :") == _words(self.lines[index]).rstrip(" :"):
                self.blocks[index] = block

    def _is_sentence(self, index: int) -> bool:
        line = self.lines[index]
        return index not in self.found and (
            len(line) > _SHORT or (len(line) >= _SENTENCE and line.endswith(_SENTENCE_END))
        )

    def _head(self) -> int:
        """The index of the first sentence; a headline may look like one, so the first line never counts."""
        size = len(self.lines)
        return next((i for i in range(1, size) if self._is_sentence(i)), size)

    def _tail(self) -> int:
        """The index after the last sentence, lines that may be furniture of the tail aside."""
        maybe = {index for index, rule in self.waiting if rule.zone == "tail"}
        last = range(len(self.lines) - 1, 0, -1)
        return next((i + 1 for i in last if i not in maybe and self._is_sentence(i)), 1)

    def _breadcrumb(self) -> None:
        """The first line, if it names sections and a headline follows."""
        line = self.lines[0]
        if 0 in self.found or len(line) > 80 or len(self.lines) < 3 or len(self.lines[1]) > 200:
            return
        if self.rules.breadcrumb.match(_fold_once(line)) and not self.lines[1].endswith((".", ":")):
            self._mark(0)

    def _by_zone(self, head: int, tail: int) -> None:
        for index, rule in self.waiting:
            if index not in self.found and (index < head if rule.zone == "head" else index >= tail):
                self._mark(index)
                self._begin_block(index, rule)

    def _by_shape(self, index: int, line: str, in_tail: bool) -> None:
        """Date lines above or below the article; lone addresses and hashtags below it."""
        if self._is_dateline(line):
            self.datelines.append(index)
        elif in_tail and (_CONTACT.fullmatch(line) or (line.count("#") > 1 and _only_hashtags(line))):
            self._mark(index)

    def _is_dateline(self, line: str) -> bool:
        """Nothing but a date: with a weekday or a label, or a whole date in figures."""
        if len(line) > _LONGEST_DATE:
            return False
        parts = [part for part in _DATE_PARTS.split(_fold_once(line)) if part]
        kinds = [self.rules.date_words.get(part, "") for part in parts]
        numbers = [part for part, kind in zip(parts, kinds, strict=True) if not kind]
        if not numbers or not all(part.isdecimal() and len(part) <= 4 for part in numbers):
            return False
        figures = _NUMERIC_DATE.search(_fold_once(line)) is not None
        dated = "month" in kinds or figures
        return dated and ("weekday" in kinds or "label" in kinds or figures or kinds.count("month") > 1)

    def _is_chronology(self) -> bool:
        """Are there so many date lines that they must head the article's own paragraphs?"""
        return sum(map(self._is_dateline, self.lines)) > _MOST_DATELINES

    def _captions(self, head: int) -> None:
        """Lines that end in the credit of a picture, or are nothing but one."""
        for index, line in enumerate(self.lines):
            if line[-1] not in ")]." or len(line) > 170 or index in self.found:
                continue
            if match := _BRACKETED.search(line):
                self._by_bracket(index, line, match, head)

    def _by_bracket(self, index: int, line: str, match: re.Match[str], head: int) -> None:
        words = _words(match[1])
        alone = match.start() == 0
        before = line[: match.start()].rstrip()
        credit = words in self.rules.credits or words.partition(" :")[0] + " :" in self.rules.credits
        agency = words in self.rules.agencies
        if alone:
            caption = credit or agency
        elif credit:
            caption = index > 0 and not before.endswith(_SENTENCE_END)
        else:
            caption = agency and 0 < index < head and _is_caption(before)
        if caption:
            self._mark(index)

    def _blocks(self) -> None:
        """The short lines that follow a heading up to the end of the text, if an article stands above it."""
        for index, rule in sorted(self.blocks.items()):
            rest = range(index + 1, len(self.lines))
            if self.starts[index] < 200 or len(rest) > _MOST_FOLLOWERS:
                continue
            if all(i in self.found or self._may_follow(i, rule) for i in rest):
                for i in rest:
                    self._mark(i)
                return

    def _may_follow(self, index: int, rule: _Rule) -> bool:
        line = self.lines[index]
        return len(line) <= rule.limit and not line.endswith((".", ":", "»", "”", '"'))

    def _line_end(self) -> None:
        """A marker near the text's end: from there on all is furniture."""
        index = len(self.lines) - 1
        while index > 0 and index in self.found:
            index -= 1
        if index in self.found:
            return
        line, start = self.lines[index], self.starts[index]
        offset = max(0, len(line) - _TAIL)
        folded = _fold_once(line[offset:])
        for pattern, rule in self.rules.ends:
            if rule.first_word in folded and (match := _last(pattern, line, offset)):
                before, rest = line[: match.start()].rstrip(), line[match.end() :]
                if not before or len(rest) > rule.limit or (not rule.colon and not _closes(before, rest)):
                    continue
                self.found[index] = (start + match.start(), start + len(line))
                return


def _last(pattern: re.Pattern[str], line: str, offset: int) -> re.Match[str] | None:
    match = None
    for match in pattern.finditer(line, offset):  # noqa: B007  the last one is wanted
        pass
    return match


def _closes(before: str, rest: str) -> bool:
    """Has a sentence ended before the marker, and is what follows a mere list of words?"""
    return before.endswith((*_SENTENCE_END, ")", "’", "*")) and not rest.rstrip().endswith((".", "!", "؟", ":"))


def _only_hashtags(line: str) -> bool:
    return all(word.startswith("#") for word in line.split())


def _is_caption(before: str) -> bool:
    """A sentence without its stop, and no dateline such as `لندن - (رويترز)`."""
    return len(before.split()) >= _CAPTION_WORDS and not before.endswith((*_SENTENCE_END, "-", "–", "—", ":"))


def _lowered(line: str) -> str:
    """The line in lower case if that keeps its length, as phrases are folded to it."""
    lowered = line.lower()
    return lowered if len(lowered) == len(line) else line
