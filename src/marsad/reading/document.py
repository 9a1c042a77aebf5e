"""One article cut into tokens, units, quotations and sentences: what all reading steps work on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from marsad.language.arabic.clitics import Split
from marsad.language.arabic.quantities import quantities
from marsad.language.arabic.tokens import Tokens, cut
from marsad.lexicon.lexicon import (
    CUE,
    EVENT,
    JUDGEMENT,
    LIGHT,
    MULTIWORD,
    NUMERIC,
    SIGN,
    Lexicon,
    Sense,
    Word,
    flags_of,
)
from marsad.reading.reportwords import act_forms
from marsad.records import Quantity, Span

OPENERS = frozenset("«“„‹")
CLOSERS = frozenset("»›")
TOGGLES = frozenset({'"', "”", "&quot;", "″", "“", "''"})
ENDERS = frozenset({".", "!", "؟", "?", "…", "\n"})
PAUSES = frozenset({"،", ",", "؛", ";", "–", "—", "-", ":", "(", ")", "[", "]", "|"})
_AFTER_STOP = TOGGLES | CLOSERS | {"\n"}
_ACTS: Final = EVENT | CUE | LIGHT
_MARKED: Final = _ACTS | JUDGEMENT | SIGN | NUMERIC | MULTIWORD
_LONGEST_QUOTATION = 260
_LONGEST_TITLE = 14
_WORK = act_forms("work")
_folded, _senses, _flags = attrgetter("folded"), attrgetter("senses"), attrgetter("flags")


class Quotation(NamedTuple):
    """A quotation by its tokens: the signs at `opening` and `closing`."""

    opening: int
    closing: int


class Document:
    """An article's text as the reader sees it.

    `words[i]` is what the lexicon knows of token `i`; `unit_end[i]` is the token after the name or phrase of several
    words that begins at `i` (else `i + 1`) and `senses[i]` what that unit means. `signs` are the tokens that are
    no words, `numeric` those with which a date or a quantity may begin. Tokens in furniture belong to no
    sentence. `blocked` are the tokens of wordings that are never events, `dated` those of time expressions,
    `asides` the commas around a time, with a place or not: `وقعت روسيا، اليوم في إسطنبول، اتفاقا`.
    """

    def __init__(self, text: str, lexicon: Lexicon, furniture: Sequence[Span] = ()) -> None:
        self.text, self.lexicon = text, lexicon
        self.tokens: Tokens = cut(text)
        self._written = self.tokens.words
        self.words: list[Word] = lexicon.words(self._written)
        self.size = len(self.words)
        self.folded = self.tokens.folded = list(map(_folded, self.words))
        self.starts, self.ends = self.tokens.starts, self.tokens.ends
        self.senses: list[tuple[Sense, ...]] = list(map(_senses, self.words))
        self.flags: list[int] = list(map(_flags, self.words))
        self.unit_end: list[int] = list(range(1, self.size + 1))
        marked = [i for i, flag in enumerate(self.flags) if flag & _MARKED]
        self.signs: list[int] = [i for i in marked if self.flags[i] & SIGN]
        self.numeric: list[int] = [i for i in marked if self.flags[i] & NUMERIC]
        self._join_multiwords([i for i in marked if self.flags[i] & MULTIWORD])
        self.acts: list[int] = [i for i in marked if self.flags[i] & _ACTS]
        self.judged: list[int] = [i for i in marked if self.flags[i] & JUDGEMENT]
        self.blocked = self._blocked()
        self.dated: frozenset[int] = frozenset()
        self.asides: frozenset[int] = frozenset()
        self.quotations = self._quotations()
        self.quote_at: dict[int, Quotation] = {}
        for quotation in self.quotations:
            self.quote_at[quotation.opening] = self.quote_at[quotation.closing] = quotation
        self.blocked |= self._entitled()
        self.sentences = self._sentences(furniture)
        self._quantities_found: list[Quantity] | None = None
        self._people_found: frozenset[int] | None = None

    def _join_multiwords(self, heads: list[int]) -> None:
        """Make units of the names and phrases that begin at some of the tokens `heads`."""
        folded, words, last, reached = self.folded, self.words, self.size - 1, 0
        for i in heads:
            if i < reached or i == last:
                continue
            second = folded[i + 1]
            for _, names in words[i].heads:
                if second in names:
                    reached = self._join_multiword(i, second)
                    break

    def _join_multiword(self, i: int, second: str) -> int:
        """Make one unit of the longest name or phrase of several words at token `i`, and return the token after it; 0
        if there is none."""
        folded = self.folded
        third = folded[i + 2] if i + 2 < self.size else ""
        senses: list[Sense] = []
        length = 0
        for split, names in self.words[i].heads:
            for rest, code in names.get(second, ()):
                n = len(rest)
                if n < length:
                    break
                if n > 1 and (rest[1] != third or tuple(folded[i + 1 : i + 1 + n]) != rest):
                    continue
                if not self.lexicon.article_fits(code, split):
                    continue
                if n > length:
                    senses, length = [], n
                senses.append(self.lexicon.sense(code, split))
        if not senses:
            return 0
        end = self.unit_end[i] = i + 1 + length
        for k in range(i + 1, end):
            self.flags[k], self.senses[k] = 0, ()
        self.senses[i] = tuple(senses)
        self.flags[i] = 0
        for sense in senses:
            self.flags[i] |= flags_of(sense.lemma)
        return end

    def _blocked(self) -> frozenset[int]:
        table, flags, folded = self.lexicon.compiled.blocked, self.flags, self.folded
        found: set[int] = set()
        for i in self.acts:
            if not flags[i] & EVENT:
                continue
            if folded[i] in table and () in table[folded[i]]:
                found.add(i)  # `فيلم` is no form of لام
            stem = self.words[i].split.stem
            wordings = table.get(stem)
            if not wordings and stem[-1:] == "ا":
                wordings = table.get(stem[:-1])  # `حربا على الفقر`
            if not wordings:
                continue
            if () in wordings:
                found.add(i)
            if i + 1 == self.size:
                continue
            following = (self.words[i + 1].split.stem, self.folded[i + 1].removeprefix("ال"))
            for rest in wordings:
                if rest and rest[0] in following and self._stands(rest, i + 1):
                    found.update(range(i, i + 1 + len(rest)))
        return frozenset(found)

    def _entitled(self) -> frozenset[int]:
        """The tokens of titles of works: `فيلم «اغتيال …»`, `كتابه الجديد «حرب …»`."""
        found: set[int] = set()
        for opening, closing in self.quotations:
            before = self.folded[max(0, opening - 2) : opening]
            if closing - opening <= _LONGEST_TITLE and not _WORK.isdisjoint(before):
                found.update(range(opening, closing))
        return frozenset(found)

    def _stands(self, wording: tuple[str, ...], i: int) -> bool:
        """Whether these words stand at token `i`: by their stems, or as they are but for the article."""
        j = i + len(wording)
        return wording == tuple(w.split.stem for w in self.words[i:j]) or wording == tuple(
            f.removeprefix("ال") for f in self.folded[i:j]
        )

    def _quotations(self) -> list[Quotation]:
        found: list[Quotation] = []
        opening, depth, strict = -1, 0, False
        for i in self.signs:
            sign = self.tokens.words[i]
            if not self.words[i].is_quote and sign != "\n":
                continue
            if opening < 0:
                if sign in TOGGLES and sign not in OPENERS and not self._touches_next(i):
                    continue
                if sign in OPENERS or sign in TOGGLES:
                    opening, depth, strict = i, 0, sign in "«‹"
            elif (sign == "\n" and i - opening > 80) or i - opening > _LONGEST_QUOTATION:
                opening = i if i - opening > _LONGEST_QUOTATION and sign in OPENERS else -1
            elif strict and sign in "«‹":
                depth += 1
            elif strict and sign in CLOSERS and depth:
                depth -= 1
            elif (sign in CLOSERS) if strict else (sign in TOGGLES or sign in CLOSERS):
                if i > opening + 1:
                    found.append(Quotation(opening, i))
                opening = -1
        return found

    def _touches_next(self, i: int) -> bool:
        return i + 1 < self.size and self.starts[i + 1] - self.ends[i] <= (0 if self.tokens.words[i] == '"' else 1)

    def _sentences(self, furniture: Sequence[Span]) -> list[tuple[int, int]]:
        ends = {i for i in self.signs if self.tokens.words[i] in ENDERS and not self._inside_number(i)}
        found: list[tuple[int, int]] = []
        start = 0
        for end in (*sorted(ends | self._dead(furniture)), self.size):
            if start < end:
                found.append((start, end))
            start = end + 1
        return found

    def _inside_number(self, i: int) -> bool:
        """A full stop of an abbreviation (`أ.ف.ب`) or of dots (`...`) ends no sentence."""
        if self.tokens.words[i] != ".":
            return False
        before = i > 0 and self.ends[i - 1] == self.starts[i] and len(self.tokens.words[i - 1]) == 1
        after = i + 1 < self.size and self.starts[i + 1] == self.ends[i] and len(self.tokens.words[i + 1]) == 1
        return before and after and self.tokens.words[i + 1] not in _AFTER_STOP

    @property
    def quantities(self) -> list[Quantity]:
        """The quantities of the text, looked for when they are first asked for."""
        if self._quantities_found is None:
            self._quantities_found = quantities(self.tokens, self._is_person, self.numeric)
        return self._quantities_found

    @property
    def people(self) -> frozenset[int]:
        """The tokens where a number of people begins (`15 شخصا`)."""
        if self._people_found is None:
            self._people_found = frozenset(
                bisect_left(self.starts, q.start) for q in self.quantities if q.unit == "person"
            )
        return self._people_found

    def _is_person(self, folded: str) -> bool:
        """A group or a nationality, also as a number puts it in the accusative (`12 فلسطينيا`)."""
        words = self.lexicon.words([folded, folded[:-1]] if folded.endswith("يا") else [folded])
        return any(s.lemma.group is not None or s.lemma.kind == "nisba" for w in words for s in w.senses)

    def headline_end(self) -> int:
        """The token after the headline: the first line, if it is short and a body follows; 0 if there is none."""
        for start, stop in self.sentences[:3]:
            if stop < self.size and self.tokens.words[stop] == "\n" and self.ends[stop - 1] - self.starts[start] < 220:
                return stop if self.size - stop > 30 else 0
        return 0

    def _dead(self, furniture: Sequence[Span]) -> frozenset[int]:
        dead: set[int] = set()
        for span in furniture:
            i = bisect_left(self.starts, span.start)
            while i < self.size and self.starts[i] < span.end:
                dead.add(i)
                i += 1
        return frozenset(dead)

    def split(self, i: int) -> Split:
        """The clitics of the unit at token `i`."""
        senses = self.senses[i]
        return senses[0].split if senses else self.words[i].split

    def span(self, i: int, j: int) -> Span:
        """The characters from token `i` up to token `j` (excluded)."""
        start, end = self.starts[i], self.ends[j - 1]
        return Span(start, end, self.text[start:end])

    def has(self, i: int, flag: int) -> bool:
        """Whether the unit at token `i` has a use."""
        return 0 <= i < self.size and bool(self.flags[i] & flag)

    def is_class(self, i: int, name: str) -> bool:
        """Whether token `i` is a function word of a class (`that`, `prep`, `rel` …)."""
        return 0 <= i < self.size and name in self.words[i].classes

    def is_sign(self, i: int, signs: frozenset[str]) -> bool:
        """Whether token `i` is one of some signs."""
        return 0 <= i < self.size and self._written[i] in signs
