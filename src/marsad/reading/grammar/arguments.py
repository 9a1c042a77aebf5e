"""Subjects, objects and complements: which noun phrase stands where around a word."""

from __future__ import annotations

from typing import NamedTuple

from marsad.language.arabic.clitics import Split
from marsad.lexicon.entries import Feature
from marsad.lexicon.lexicon import EVENT
from marsad.reading.document import Document
from marsad.reading.grammar.agreement import Agreement
from marsad.reading.grammar.antecedents import Antecedents
from marsad.reading.grammar.phrasemap import PhraseMap
from marsad.reading.grammar.subjects import Subjects
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import act_words

_COMMA = frozenset({"،", ",", "؛", ";"})
_RELATIONS = act_words("relation")
_HEARERS = frozenset({"ل", "الي", "علي", "ب"})


class _Clause(NamedTuple):
    """What stands in the clause after a word: its noun phrases, and the prepositions with a pronoun (`معه`)."""

    chunks: list[Chunk]
    pronouns: list[Split]


class Arguments:
    """Finds the noun phrases around a word of one document: its subject, object and complements, whom a pronoun means,
    and what stands near. `chunks` are all noun phrases in order, `at` each token is the one that covers it."""

    def __init__(self, doc: Document, registry: Registry, chunks: list[Chunk]) -> None:
        self.doc, self.chunks = doc, chunks
        self.phrases = PhraseMap(doc, chunks)
        self.at = self.phrases.at
        self.agreement = Agreement(doc, registry, self.phrases)
        self.antecedents = Antecedents(doc, self.phrases, self.agreement)
        self.subjects = Subjects(doc, self.phrases, self.agreement)
        self._clauses: dict[tuple[int, int, int], _Clause] = {}
        self._subjects: dict[tuple[int, str, int, str, str, int, int, bool], Chunk | int | None] = {}
        for chunk in chunks:
            if chunk.pending == "possession":
                self.antecedents.give_owner(chunk)

    def subject(self, v: int, feature: Feature, start: int, stop: int, joined: bool) -> Chunk | int | None:
        """The subject of the verb at token `v` (`Subjects.of`), looked for once."""
        key = (v, feature.tense, feature.person, feature.gender, feature.number, start, stop, joined)
        if key not in self._subjects:
            self._subjects[key] = self.subjects.of(v, feature, start, stop, joined)
        return self._subjects[key]

    def subject_after(self, v: int, feature: Feature, stop: int, reach: int = 12) -> Chunk | int | None:
        """The subject after its verb; the token of a noun that is no known actor, if that stands in its place."""
        return self.subjects.after(v, feature, stop, reach)

    def told_in(self, v: int, feature: Feature, start: int, stop: int) -> Chunk | None:
        """Whose text the verb at `v` tells of: `بيان للوزارة طالبت فيه`; see `Subjects.told_in`."""
        return self.subjects.told_in(v, feature, start, stop)

    def subject_before(self, v: int, feature: Feature, start: int) -> Chunk | None:
        """The subject before its verb."""
        return self.subjects.before(v, feature, start)

    def antecedent(self, i: int, pronoun: str, another: bool = False) -> Chunk | None:
        """Whom a pronoun after token `i` means, in a chunk that stands nowhere (`Antecedents.of`)."""
        return self.antecedents.of(i, pronoun, another)

    def agrees(self, chunk: Chunk, feature: Feature, before_verb: bool) -> bool:
        """Whether a noun phrase can be the subject of a verb with this ending."""
        return self.agreement.agrees(chunk, feature, before_verb)

    def fits_pronoun(self, chunk: Chunk, pronoun: str) -> bool:
        """Whether a pronoun can mean a noun phrase, by gender and number."""
        return self.agreement.fits_pronoun(chunk, pronoun)

    def coordinated(self, chunk: Chunk) -> list[Chunk]:
        """A noun phrase and those that و joins to it: روسيا والصين."""
        return self.phrases.coordinated(chunk)

    def is_bare(self, chunk: Chunk) -> bool:
        """Whether a noun phrase, or the one that و joins it to, stands under no preposition and no noun."""
        return self.phrases.is_bare(chunk)

    def between(self, start: int, end: int) -> list[Chunk]:
        """The chunks that begin in a range of tokens."""
        return self.phrases.between(start, end)

    def before(self, i: int, reach: int) -> list[Chunk]:
        """The chunks that end before token `i`, nearest first, at most `reach` tokens back and in its paragraph."""
        return self.phrases.before(i, reach)

    def clause_end(self, i: int, stop: int) -> int:
        """The token where the clause that holds token `i` ends."""
        return self.phrases.clause_end(i, stop)

    def object_after(self, v: int, subject: Chunk | None, stop: int, allow_over: bool) -> Chunk | None:
        """The direct object: the next bare noun phrase after the verb (and its subject), also when it belongs to the
        object noun (`استهدف مواقع الحوثيين`) if `allow_over`."""
        start = v + 1
        if subject is not None and subject.i > v:
            start = self.phrases.coordinated(subject)[-1].j
        if subject is not None and start < stop and self.doc.is_sign(start, _COMMA):
            following = self.at[start + 1]  # `استقبل الرئيس المصري عبد الفتاح السيسي، وزير الخارجية`
            start += following is not None and not (following.prep or following.joined or following.over)
        end = self.phrases.clause_end(start - 1, stop)
        for chunk in self.phrases.outside(v, start, end):
            if chunk.of_start >= start and not chunk.of_prep and allow_over:
                return chunk
            if chunk.prep or (chunk.joined and self.phrases.head_of_coordination(chunk).prep):
                continue
            if chunk.over and chunk.over_start >= start:
                if chunk.over_prep or not allow_over:
                    continue
                return chunk
            if chunk.adjectival or (subject is not None and chunk.ents and set(chunk.ents) <= set(subject.ents)):
                continue
            if self.agreement.is_nominative(chunk):
                return None
            return chunk
        return None

    def complement(
        self, v: int, preposition: str, stop: int, start: int | None = None, partner: bool = False
    ) -> Chunk | None:
        """The noun phrase under a preposition after a word, in its clause; a `partner` is not told by an act of his."""
        clause = self._clause(v, v if start is None else start, stop)
        for chunk in clause.chunks:
            if chunk.prep == preposition and not chunk.adjectival:
                if self._governed_nearer(v, chunk) or (partner and self._ties(chunk)):
                    continue
                return chunk
            if chunk.over and chunk.over_prep == preposition and chunk.over_start > v:
                if (preposition == "ل" or partner) and self.doc.flags[chunk.over_start] & EVENT:
                    continue
                if self.is_victim(chunk):
                    continue
                return chunk
            if chunk.of_start > v and chunk.of_prep == preposition:
                return chunk
        return self._pronoun_complement(v, preposition, clause)

    def nationality_under(self, v: int, preposition: str, stop: int) -> Chunk | None:
        """`رسوما على الواردات الصينية`: the nationality on a noun under a preposition after a word, in its clause."""
        doc = self.doc
        for chunk in self._clause(v, v, stop).chunks:
            k = chunk.i - 1
            if not chunk.adjectival or k <= v + 1 or self.at[k] is not None:
                continue
            if doc.words[k].split.preposition == preposition or (
                doc.is_class(k - 1, "prep") and doc.split(k - 1).stem == preposition
            ):
                return chunk
        return None

    def _clause(self, v: int, start: int, stop: int) -> _Clause:
        """What stands after the word at token `v` in the clause of token `start`, looked for once."""
        key = (v, start, stop)
        if key not in self._clauses:
            doc, end = self.doc, self.clause_end(start, stop)
            pronouns = [w.split for w in doc.words[v + 1 : end] if w.split.pronoun and "prep" in w.classes]
            self._clauses[key] = _Clause(self.phrases.outside(v, v + 1, end), pronouns)
        return self._clauses[key]

    def _governed_nearer(self, v: int, chunk: Chunk) -> bool:
        """`دعوته للانضمام إلى المجلس`: a preposition right after an event noun of a nearer phrase is that noun's."""
        k = chunk.i - 1 if self.doc.words[chunk.i].split.preposition else chunk.i - 2
        if k > v and chunk.prep == "مع" and self.doc.split(k).stem == "حدود":
            return True
        if chunk.prep == "بين" and self._between_governed(v, chunk):
            return True
        if chunk.prep == "من" and k > v and (owned := self.at[k]) is not None and owned.i - 1 > v:
            k = owned.i - 1  # `الضغط على روسيا لسحب قواتها من أوكرانيا`
        if k <= v or self.at[k] is not None or not self.doc.flags[k] & EVENT or self.doc.words[k].tense:
            return False
        if not self.doc.words[k].split.preposition and not self.doc.is_class(k - 1, "prep"):
            return False
        return self._takes(k, chunk.prep)

    def is_victim(self, chunk: Chunk) -> bool:
        """`الرد على اغتيال إسماعيل هنية`: whether a noun phrase that belongs to a noun is the victim of its act."""
        k = chunk.over_start
        if not chunk.over or not self.doc.flags[k] & EVENT or self.doc.words[k].tense:
            return False
        events = [e for s in self.doc.senses[k] if s.lemma.kind == "noun" for e in s.lemma.events]
        return any(e.type == "ASSAULT" and any(s.name == "gen" and s.role == "R" for s in e.frame) for e in events)

    def _ties(self, chunk: Chunk) -> bool:
        """`يتناول اللقاء العلاقة مع إيران`: a relation right before "with" is with what follows."""
        k = chunk.i - 2
        return chunk.prep == "مع" and chunk.head in {"state", "bloc"} and self.doc.split(k).stem in _RELATIONS

    def _between_governed(self, v: int, chunk: Chunk) -> bool:
        """`اتفاق … بعد خلاف بشأن التجارة بين اليابان وأمريكا`: بين belongs to the last noun under a preposition."""
        doc = self.doc
        for k in range(chunk.i - 2, max(v, chunk.i - 8), -1):
            if (
                self.at[k] is not None
                or not doc.flags[k] & EVENT
                or doc.words[k].tense
                or doc.words[k].split.conjunction
            ):
                continue
            if self._takes(k, "بين"):
                under = doc.words[k].split.preposition or doc.is_class(k - 1, "prep") or doc.is_class(k - 2, "prep")
                return bool(under)
        return False

    def _takes(self, k: int, preposition: str) -> bool:
        """Whether the event noun at token `k` has a party under a preposition."""
        return any(
            s.name == preposition and s.role in {"R", "P", ""}
            for sense in self.doc.senses[k]
            for event in sense.lemma.events
            for s in event.frame
        )

    def _pronoun_complement(self, v: int, preposition: str, clause: _Clause) -> Chunk | None:
        """`معه`, `عليها`, `بينهما`: the one whom the pronoun means."""
        for split in clause.pronouns:
            if split.stem == preposition:
                return self.antecedents.of(v, split.pronoun, another=split.stem in _HEARERS)
        return None
