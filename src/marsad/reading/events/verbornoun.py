"""Verb or noun: which reading of a spelling that may be either (`قتل`, `دعم`, `حرقا`) stands at a place."""

from __future__ import annotations

from marsad.lexicon.lexicon import CUE, LIGHT, Sense
from marsad.reading.document import Document
from marsad.reading.events.carriedsubjects import CarriedSubjects
from marsad.reading.events.doers import Doers
from marsad.reading.events.drafts import EventDraft
from marsad.reading.grammar.arguments import Arguments

_BEFORE_NOUN = frozenset({"prep", "quant"})
_PRONOUNS_OF_BOTH = frozenset({"ه", "ها", "هم", "هما"})


class VerbOrNoun:
    """Decides for the words of one document; `earlier` are the events before the word that is being read."""

    def __init__(
        self, doc: Document, args: Arguments, doers: Doers, subjects: CarriedSubjects, earlier: list[EventDraft]
    ) -> None:
        self.doc, self.args, self.doers, self.subjects, self.earlier = doc, args, doers, subjects, earlier

    def under_preposition(self, i: int) -> bool:
        """A finite verb never follows a preposition (`من أجل`, `في أعين`)."""
        before = self.doc.words[i - 1] if i else None
        return (
            before is not None and "prep" in before.classes and not before.split.pronoun and "rel" not in before.classes
        )

    def is_noun(self, i: int) -> bool:
        """Whether a spelling of a verb and a noun (`قتل`, `دعم`) is the noun here, by its clitics or by what stands
        before it."""
        doc = self.doc
        if doc.is_class(i - 1, "rel"):
            return False
        split = doc.split(i)
        if split.preposition or split.article or (split.pronoun in _PRONOUNS_OF_BOTH and not doc.words[i].tense):
            return True
        return i > 0 and self._follows_as_noun(i, split.conjunction)

    def is_verbal_noun(self, i: int) -> bool:
        """`سبل محاربة التنظيم`: what is spelled like a feminine participle is a verbal noun after a plain noun."""
        before = self.doc.words[i - 1] if i else None
        if before is None or not self.doc.folded[i].endswith("ه") or self.doc.split(i).conjunction:
            return False
        plain = before.folded.isalpha() and not before.classes and not before.tense and self.args.at[i - 1] is None
        return plain and not self.doc.senses[i - 1] and not before.folded.endswith("ا")

    def _follows_as_noun(self, i: int, conjunction: str) -> bool:
        doc = self.doc
        before = doc.words[i - 1]
        if not conjunction and self._follows_subject(i):
            return True
        if conjunction == "و" and self._goes_on_nouns(i):
            return True
        if "that" in before.classes:
            if before.split.pronoun:
                return False
            if doc.words[i].tense == "past" and not conjunction:
                return True
        if (before.tense and doc.flags[i - 1] & LIGHT and not conjunction) or self.doers.attempted_by(i):
            return True
        if before.classes & _BEFORE_NOUN and not before.split.pronoun:
            return True
        if before.tense and not conjunction and i > 1 and doc.senses[i - 1] and self.is_noun(i - 1):
            return True  # `إلى وقف قصف حلب`
        plain = before.folded.isalpha() and not before.classes and not before.tense and self.args.at[i - 1] is None
        return plain and not conjunction and not before.folded.endswith("ا") and i - 1 not in doc.dated

    def _goes_on_nouns(self, i: int) -> bool:
        """`احتلال المدن وقتل المدنيين`: whether و joins a word before its genitive to a verbal noun."""
        earlier = self.earlier[-1] if self.earlier else None
        following = self.args.at[i + 1]
        if earlier is None or earlier.verb or earlier.j > i or i - earlier.j > 4 or earlier.mutual:
            return False
        if any(self.doc.words[k].clause_break or self.doc.is_class(k, "prep") for k in range(earlier.j, i)):
            return False
        return following is not None and following.i == i + 1 and not following.prep and following.head != "person"

    def _follows_subject(self, i: int) -> bool:
        """`أدان المجلس قصف غزة`: right after a verb and its subject stands its object, no second verb."""
        subject = self.args.at[i - 1]
        if subject is None or subject.adjectival or not self.args.is_bare(subject) or subject.i == 0:
            return False
        v = subject.i - 1
        return bool(
            self.doc.words[v].tense and self.doc.flags[v] & (CUE | LIGHT) and not self.doc.is_class(i - 1, "rel")
        )

    def is_accusative(self, i: int, sense: Sense) -> bool:
        """`حرقا`, `دعما`: a spelling of the past dual without two subjects is a noun in the accusative."""
        feature = sense.feature
        if feature.number != "d" or feature.tense != "past" or sense.split.pronoun:
            return False
        near = [c for c in (self.subjects.last, *self.args.before(i, 12)) if c is not None]
        return not any(c.number == "d" or len(c.ents) == 2 or c.joined for c in near)
