"""The map of a document's noun phrases: which one stands at a token, which lie before it or in a stretch, which are
joined by و, and where the clause around a token ends."""

from __future__ import annotations

from typing import Final

from marsad.language.arabic.numerals import number_word
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.grammar.asides import asides
from marsad.reading.phrases.chunks import Chunk

_COMMA = frozenset({"،", ",", "؛", ";"})
_BETWEEN = _COMMA | OPENERS | CLOSERS | TOGGLES
_VERBS: Final = CUE | EVENT | LIGHT
_REACH = 16


class PhraseMap:
    """The noun phrases of one document: `chunks` in order, and `at` each token the one that covers it."""

    def __init__(self, doc: Document, chunks: list[Chunk]) -> None:
        self.doc, self.chunks = doc, chunks
        self.at: list[Chunk | None] = [None] * (doc.size + 1)
        for chunk in chunks:
            for i in range(chunk.i, chunk.j):
                self.at[i] = chunk
        self.asides = asides(doc)
        self.aside_at = {closing: opening for opening, closing in self.asides.items()}
        self._index = {id(chunk): n for n, chunk in enumerate(chunks)}

    def between(self, start: int, end: int) -> list[Chunk]:
        """The chunks that begin in a range of tokens."""
        found: list[Chunk] = []
        k = start
        while k < end:
            chunk = self.at[k]
            if chunk is None:
                k += 1
                continue
            if chunk.i >= start:
                found.append(chunk)
            k = max(chunk.j, k + 1)
        return found

    def outside(self, v: int, start: int, end: int) -> list[Chunk]:
        """The chunks that begin in a range of tokens, but for those in asides that do not hold token `v` too."""
        skipped = [(o, c) for o, c in self.asides.items() if start <= o and c < end and not o < v < c]
        found = self.between(start, end)
        return [x for x in found if not any(o < x.i < c for o, c in skipped)] if skipped else found

    def before(self, i: int, reach: int) -> list[Chunk]:
        """The chunks that end before token `i`, nearest first, at most `reach` tokens back and in its paragraph."""
        found: list[Chunk] = []
        k = i - 1
        while k >= 0 and i - k <= reach and self.doc.folded[k] != "\n":
            chunk = self.at[k]
            if chunk is None:
                k -= 1
                continue
            if chunk.j <= i:
                found.append(chunk)
            k = chunk.i - 1
        return found

    def coordinated(self, chunk: Chunk) -> list[Chunk]:
        """A noun phrase and those that و joins to it: روسيا والصين."""
        found = [chunk]
        if id(chunk) not in self._index:
            return found
        n = self._index[id(chunk)]
        while n + 1 < len(self.chunks):
            following = self.chunks[n + 1]
            if (
                not following.joined
                or not self._adjacent(found[-1].j, following.i)
                or following.prep not in {"", chunk.prep}
            ):
                break
            if following.adjectival != chunk.adjectival or self._is_post(found[-1], following):
                break
            found.append(following)
            n += 1
        return found

    def _is_post(self, titled: Chunk, state: Chunk) -> bool:
        """`سفير قطر لدى فرنسا وبلجيكا`: whether a state only goes on with those in which a man holds his post."""
        if titled.head != "person" or state.head != "state" or state.by != "name":
            return False
        last = self.doc.senses[titled.j - 1]
        return any(s.lemma.entity.startswith("state:") for s in last)

    def head_of_coordination(self, chunk: Chunk) -> Chunk:
        """The first of the noun phrases that و joins to this one."""
        n = self._index[id(chunk)]
        while self.chunks[n].joined and n > 0 and self._adjacent(self.chunks[n - 1].j, self.chunks[n].i):
            n -= 1
        return self.chunks[n]

    def _adjacent(self, j: int, i: int) -> bool:
        doc = self.doc
        return all(
            doc.is_sign(k, _BETWEEN) or doc.folded[k] == "و" or (k == i - 1 and doc.is_class(k, "prep"))
            for k in range(j, i)
        )

    def is_bare(self, chunk: Chunk) -> bool:
        """Whether a noun phrase, or the one that و joins it to, stands under no preposition and no noun."""
        if chunk.joined:
            chunk = self.head_of_coordination(chunk)
        return not (chunk.prep or chunk.over or chunk.adjectival)

    def clause_end(self, i: int, stop: int) -> int:
        """The token where the clause that holds token `i` ends, at most `_REACH` tokens on."""
        doc = self.doc
        words, flags, unit_end = doc.words, doc.flags, doc.unit_end
        k = i + 1
        limit = min(stop, i + 1 + _REACH)
        while k < limit:
            word = words[k]
            if k in self.asides:
                limit = min(stop, limit + self.asides[k] + 1 - k)
                k = self.asides[k] + 1
                continue
            if word.clause_break:
                if word.folded not in _COMMA or not (k + 1 in doc.dated or k - 1 in doc.dated or k in doc.asides):
                    return k
            elif word.tense and flags[k] & _VERBS and self.at[k] is None and not self._is_noun_here(k, i):
                return k
            k = unit_end[k]
        return limit

    def _is_noun_here(self, k: int, i: int) -> bool:
        """Whether a spelling of a verb is a noun in the clause of token `i`: an indefinite accusative, an amount before
        its number, or right behind the subject of the verb at `i`: `قدمت **دعما** اقتصاديا لمصر`, `منحة **قدرها** 2.5
        مليار دولار`, `أعادت واشنطن **فرض** العقوبات على إيران`."""
        after = self.at[k - 1]
        if after is not None and after.i == self.doc.unit_end[i] and self.doc.words[i].tense:
            if not self.doc.words[k].split.conjunction and any(s.lemma.kind == "noun" for s in self.doc.senses[k]):
                return True
        if number_word(self.doc.folded[k].removeprefix("و")) is not None:
            return True  # `مليار ونصف المليار دولار`
        following = self.doc.folded[k + 1] if k + 1 < self.doc.size else ""
        if self.doc.words[k].split.pronoun and (following[:1].isdigit() or number_word(following) is not None):
            return True
        return self.doc.folded[k].endswith("ا") and any(s.lemma.kind == "noun" for s in self.doc.senses[k])
