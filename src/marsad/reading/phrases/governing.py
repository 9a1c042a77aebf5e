"""What governs a noun phrase: a preposition, also one before a quantity; or a noun that it belongs to, with the
preposition of that noun. And whether و joins it to what stands before."""

from __future__ import annotations

from typing import Final

from marsad.language.arabic.numerals import number_triggers
from marsad.lexicon.frames import AGENTIVE
from marsad.lexicon.lexicon import CUE, EPITHET, EVENT, GROUP, NAME, NISBA, TITLE
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.reportwords import act_words

_QUOTES = OPENERS | CLOSERS | TOGGLES
_AGENTIVE_PAIRS = act_words("agentive")
_AGENTIVE_ENDS = frozenset({pair.split()[-1] for pair in _AGENTIVE_PAIRS})
_AMOUNTS = act_words("amount")
_BESIDES = act_words("besides")
_DEFINITE = ("ال", "وال", "بال", "لل", "فال", "كال")
_PEOPLE_WORDS: Final = TITLE | GROUP | NAME | EPITHET | NISBA


class Governing:
    """Finds what governs the noun phrases of one document, told of each from left to right."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._covered: set[int] = set()

    def settle(self, chunk: Chunk) -> None:
        """Fill in what governs the next noun phrase; its words govern none of those after it."""
        self._govern(chunk)
        if not chunk.adjectival:
            self._covered.update(range(chunk.i, chunk.j))

    def _govern(self, chunk: Chunk) -> None:
        """A clitic preposition governs (ل also ties to an indefinite noun), else the word before the phrase."""
        doc = self.doc
        split = doc.split(chunk.i)
        chunk.joined = chunk.joined or split.conjunction == "و"
        if split.preposition:
            chunk.prep = split.preposition
            if (
                chunk.prep == "ل"
                and chunk.i
                and self._content_noun(chunk.i - 1)
                and not doc.words[chunk.i - 1].split.article
                and not doc.words[chunk.i - 1].split.pronoun
            ):
                self._belongs(chunk, chunk.i - 1)
                chunk.of_prep, chunk.of_start = chunk.over_prep, chunk.over_start
                chunk.over, chunk.over_prep, chunk.over_start = False, "", -1
            return
        before = self._before_quantity(chunk.i - 1)
        if before < 0:
            return
        word = doc.words[before]
        if before and (agentive := self._agentive(before)):
            chunk.prep = agentive
        elif "quant" in word.classes or self._is_number(before):
            chunk.prep = word.split.preposition
        elif self._content_noun(before):
            self._belongs(chunk, before)
        elif "prep" in word.classes and not word.split.pronoun:
            chunk.prep = word.split.preposition + word.split.stem if word.split.stem != "ل" else "ل"
            if chunk.prep == "الي" and before and doc.folded[before - 1] in _BESIDES:
                chunk.prep = "اضافه"  # `إضافة إلى النازحين` is no goal
            chunk.joined = chunk.joined or word.split.conjunction == "و"
        elif word.folded == "و":
            chunk.joined = True

    def _agentive(self, i: int) -> str:
        """The doer's compound preposition that ends at token `i`: `من قبل`, `من جانب`, `على يد`."""
        if self.doc.folded[i] not in _AGENTIVE_ENDS:
            return ""
        pair = f"{self.doc.folded[i - 1].removeprefix('و')} {self.doc.folded[i]}"
        return AGENTIVE if pair in _AGENTIVE_PAIRS else ""

    def _before_quantity(self, i: int) -> int:
        """The token before the quantity that ends at `i`: `ضد ثلاثة من`, `مع عدد من`, `بين كل من`; a quantifier with a
        preposition of its own stays."""
        doc = self.doc
        word = doc.words[i]
        if not (word.classes or word.is_sign or word.is_numeric):
            return i
        while i >= 0 and (doc.is_sign(i, _QUOTES) or self._quantifies(i) or self._is_bare_number(i) or self._points(i)):
            i -= 1
        if i > 0 and doc.folded[i] == "من" and self._is_amount(i - 1):
            i -= 1
            while i >= 0 and not doc.words[i].split.preposition and (self._quantifies(i) or self._is_amount(i)):
                i -= 1
        return i

    def _points(self, i: int) -> bool:
        """A demonstrative before its noun, with no preposition of its own: `على هذه الدولة`."""
        word = self.doc.words[i]
        return "dem" in word.classes and not word.split.preposition and not word.split.conjunction

    def _is_bare_number(self, i: int) -> bool:
        """A number before what it counts, with no preposition of its own: `عن كل عشرة محتجزين`."""
        split = self.doc.words[i].split
        return self._is_number(i) and not split.preposition and not split.conjunction

    def _is_number(self, i: int) -> bool:
        word = self.doc.words[i]
        return word.folded.isdigit() or word.split.stem in number_triggers()

    def _is_amount(self, i: int) -> bool:
        """What tells of how many something is: `مئات من`, `مجموعة من`."""
        word = self.doc.words[i]
        return self._is_number(i) or "quant" in word.classes or word.split.stem in _AMOUNTS

    def _quantifies(self, i: int) -> bool:
        """كل, بعض, عدد … between a preposition and its noun."""
        word = self.doc.words[i]
        return (
            "quant" in word.classes
            and not word.split.pronoun
            and not word.split.preposition
            and not word.split.conjunction
        )

    def _belongs(self, chunk: Chunk, before: int) -> None:
        """Note the noun at token `before` as the owned one: where its phrase begins and under which preposition."""
        doc = self.doc
        chunk.over = True
        k = before
        while k >= 0 and before - k < 4 and self._content_noun(k):
            chunk.over_start = k
            split = doc.words[k].split
            if split.preposition:
                chunk.over_prep = split.preposition
                return
            if split.conjunction:
                return
            k -= 1
        while k > 0 and self._quantifies(k):
            k -= 1
        if k >= 0 and "prep" in doc.words[k].classes and not doc.words[k].split.pronoun:
            chunk.over_prep = doc.words[k].split.preposition + doc.words[k].split.stem

    def _content_noun(self, i: int) -> bool:
        """Whether token `i` is a noun or adjective that is no actor: nothing that the grammar knows otherwise."""
        word = self.doc.words[i]
        return (
            self.doc.folded[i].isalpha()
            and len(word.folded) > 1
            and not word.classes
            and not word.tense
            and not (self.doc.flags[i] & CUE and not word.split.article and word.folded.endswith("ا"))
            and i not in self._covered
            and i not in self.doc.dated
        )

    def is_adjective(self, i: int) -> bool:
        """A one-word title or collective in ي or ية right after a noun describes it: التعاون **العسكري**."""
        doc = self.doc
        if doc.unit_end[i] > i + 1 or not doc.folded[i].endswith(("ي", "يه")) or i == 0:
            return False
        split = doc.words[i].split
        if split.preposition or split.conjunction or doc.starts[i] - doc.ends[i - 1] > 1:
            return False
        before = doc.flags[i - 1]
        if doc.folded[i].startswith("ال") and doc.folded[i - 1].startswith(_DEFINITE) and not before & _PEOPLE_WORDS:
            return True  # `الحل السياسي`, whatever else الحل is spelt like
        senses = doc.senses[i - 1]
        if any(s.lemma.kind == "word" for s in senses) and not any(
            e.victim_subject for s in senses for e in s.lemma.events
        ):
            return True  # `حل سياسي`, not `قتل جندي`
        return self._content_noun(i - 1) or bool(before & EVENT and not doc.words[i - 1].tense)
