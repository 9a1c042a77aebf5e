"""Where reported content begins: أنّ clauses, colons, quotations and complements of reporting words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from marsad.lexicon.entries import Cue
from marsad.lexicon.frames import Slot
from marsad.lexicon.lexicon import CUE, EVENT, NAME, PLACE, TITLE
from marsad.reading.document import ENDERS, Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.reportwords import report_words

_COMMA = frozenset({"،", ",", "؛", ";", "–", "—"})
_HYPHENS = frozenset({"-", "–", "—"})
_DASHES = frozenset({"–", "—"})
_COLON = frozenset({":"})
_PAUSES = _COMMA | ENDERS
_REACH = 48
_EXCEPT = report_words("except")


@dataclass(slots=True)
class Content:
    """Where content begins: token `start`; `how` is `that`, `quote`, `colon`, `prep` or `obj`; `offset` is the number
    of characters of a clitic preposition before it; `hearer` the addressee; `marker` the word that opens it; `settled`
    tells that no أن further on begins it instead."""

    how: str
    start: int
    marker: int
    hearer: Chunk | None = None
    offset: int = 0
    settled: bool = False


class _Wanted(NamedTuple):
    """What a reporting word's frame lets its content be: after wording that it demands, an أنّ clause or quotation
    (`that`), no clause but a quotation, an object, what stands under some prepositions; and those of its hearer."""

    literal: Slot | None
    that: bool
    quote_only: bool
    obj: bool
    preps: frozenset[str]
    hearers: frozenset[str]


@cache
def _wanted(cue: Cue) -> _Wanted:
    frame = cue.frame
    contents = {s.name for s in frame if s.role == "C"}
    return _Wanted(
        literal=next((s for s in frame if s.literals), None),
        that=not contents.isdisjoint({"ان", "quote"}),
        quote_only=not any(s.name == "ان" for s in frame),
        obj="obj" in contents,
        preps=frozenset(contents - {"ان", "quote", "obj"}),
        hearers=frozenset(s.name for s in frame if s.role == "H"),
    )


class ContentFinder:
    """Finds reported content in one document."""

    def __init__(self, doc: Document, args: Arguments) -> None:
        self.doc, self.args = doc, args

    def find(self, k: int, cue: Cue, subject: Chunk | int | None, stop: int) -> Content | None:
        """The content that the reporting word at token `k` governs, looking right."""
        doc = self.doc
        literal, that_ok, quote_only, object_ok, preps, hearers = _wanted(cue)
        if literal is not None:
            return self._after_literal(k, literal, stop)
        following = doc.words[doc.unit_end[k]] if doc.unit_end[k] < stop else None
        if following is not None and following.split.pronoun and following.split.stem in preps:
            return None  # `أشاد به الوزير`: what is praised was told before
        subject_end = self.subject_end(k, subject)
        first = self._opened_object(subject_end, k, subject) if object_ok and subject_end < stop else None
        hearer: Chunk | None = None
        relative = nested = False
        nested_at = relative_at = k
        open_object, open_at = True, subject_end
        p = doc.unit_end[k]
        limit = min(stop, k + _REACH)
        while p < limit:
            word = doc.words[p]
            if "that" in word.classes:
                if word.split.conjunction and p > subject_end:
                    return first
                if doc.folded[p - 1] in _EXCEPT:
                    return first
                if relative and nested and p - nested_at < 9:
                    nested = False
                elif that_ok or (first is not None and p == first.start):
                    return self._chosen(Content("that", p + 1, p, hearer), first)
                elif (preps & {"ب"} and word.split.preposition == "ب") or (p > 0 and doc.folded[p - 1] in preps):
                    return Content("that", p + 1, p, hearer)
            if first is None and doc.flags[p] & CUE and (source_end := self._source_end(p, limit)):
                p = source_end
                continue
            quotation = doc.quote_at.get(p) if word.is_quote else None
            if (
                quotation
                and quotation.opening == p
                and self._is_speech(p, quotation.closing, k, subject_end, quote_only)
            ):
                if that_ok or first:
                    return self._chosen(Content("quote", p + 1, p, hearer), first)
            elif quotation and quotation.opening == p and p < doc.size:
                p += 1
                continue
            if word.folded == ":" or (p == subject_end and word.folded in _DASHES and self._is_last_dash(p, stop)):
                return Content("colon", p + 1, p, hearer) if that_ok else first
            if word.folded in ENDERS or (
                self._is_participle(p) and (first is not None or self._reports_apart(p, subject_end))
            ):
                return first
            if (
                word.tense
                and doc.flags[p] & CUE
                and p > k + 1
                and self._is_verb_here(p, object_ok and p == subject_end)
            ):
                if not relative and not self._describes_text(p):
                    return first
                if relative:
                    nested, nested_at = True, p
            if "rel" in word.classes and not relative:
                relative, relative_at = True, p
            if relative and p - relative_at > 5 and word.split.stem in preps and not word.split.pronoun and not nested:
                relative = False
            if word.folded in _COMMA:
                if skipped := self._parenthesis(p, limit):
                    p = skipped
                    continue
                relative = relative and not nested
                if first is not None and first.how == "obj" and (that := self._that_ahead(p, limit)):
                    return Content("that", that + 1, that, hearer)
                if first or self._starts_clause(p + 1):
                    return first
            if first is None and word.folded in _HYPHENS and (closed := self._aside_end(p, limit)):
                p = open_at = closed
                continue
            chunk = self.args.at[p]
            if chunk is not None and chunk.i == p and not chunk.adjectival:
                if (chunk.prep in hearers and chunk is not subject) or (
                    "obj" in hearers
                    and not chunk.prep
                    and not chunk.over
                    and chunk.i >= subject_end
                    and chunk is not subject
                ):
                    hearer = hearer or chunk
                    p = chunk.j
                    continue
                if first is None and not relative and p >= subject_end:
                    first = self._complement(
                        p, chunk.prep, preps, object_ok and open_object and chunk is not subject, hearer
                    )
                    open_object = open_object and bool(chunk.prep)
                p = chunk.j if first is None or first.start != p else p + 1
                continue
            if first is None and not relative and p >= subject_end:
                first = self._word_complement(p, preps, object_ok and open_object, open_object, hearer)
                if first is not None and first.how == "obj" and p == open_at:
                    first.settled = self._is_noun_object(p, k)
                if doc.folded[p].isalpha() and not word.classes and p not in doc.dated:
                    open_object = False
            p += 1
        return first

    def _is_verb_here(self, p: int, as_object: bool) -> bool:
        """Whether a reporting verb at token `p` is one, not part of a phrase or name, nor a verbal noun as object."""
        doc = self.doc
        if doc.unit_end[p] > p + 1 or doc.is_class(p - 1, "prep") or self.args.at[p] is not None or p in doc.blocked:
            return False
        return not (as_object and self._is_masdar(p))

    def _describes_text(self, p: int) -> bool:
        """`في خطاب بثه التلفزيون أن`: whether the reporting verb at token `p` tells of the noun before it, which its
        pronoun means, and not of what follows."""
        doc = self.doc
        before = doc.words[p - 1]
        noun = before.folded.isalpha() and not before.classes and not before.tense and not before.split.article
        split = doc.words[p].split
        if not noun or split.pronoun not in {"ه", "ها"} or split.conjunction:
            return False
        slots = [s for sense in doc.senses[p] for c in sense.lemma.cues for s in c.frame]
        return not any(s.role == "H" and s.name == "obj" for s in slots)

    def _is_masdar(self, p: int) -> bool:
        """Whether a word that is spelt like a verb is also a noun (`رفضه`)."""
        return any(s.lemma.kind == "noun" for s in self.doc.senses[p])

    def _that_ahead(self, p: int, limit: int) -> int:
        """The أن after a pause that belongs to the report, not to another verb; 0 if none."""
        doc = self.doc
        for q in range(p + 1, min(limit, p + 14)):
            if "that" in doc.words[q].classes and doc.folded[q - 1] not in _EXCEPT:
                return q if doc.is_sign(q - 1, _COMMA) or q - 1 in doc.dated or self.args.at[q - 1] is not None else 0
            if (doc.words[q].tense and doc.flags[q] & (CUE | EVENT)) or doc.is_sign(q, ENDERS):
                return 0
            if self._is_participle(q):
                return 0
        return 0

    def _is_participle(self, p: int) -> bool:
        """Whether token `p` is an accusative participle that reports: مضيفا, مؤكدا."""
        doc = self.doc
        if not doc.flags[p] & CUE or doc.senses[p][0].lemma.kind != "participle":
            return False
        return doc.folded[p].endswith("ا") or (doc.folded[p].endswith("ه") and doc.is_sign(p - 1, _COMMA))

    def _reports_apart(self, p: int, subject_end: int) -> bool:
        """`أكد الوزير انهيار الهدنة، مشيرا إلى أن`: a participle with a report of its own; not `أضاف قائلا إن`."""
        saying = any(c.id == "say.qala" for s in self.doc.senses[p] for c in s.lemma.cues)
        return p > subject_end + 1 and not saying

    def _parenthesis(self, p: int, limit: int) -> int:
        """The token after `، بحسب …،` that interrupts a report at token `p`, 0 if none does."""
        doc = self.doc
        if p + 1 >= limit or not any(c.kind == "according" for s in doc.senses[p + 1] for c in s.lemma.cues):
            return 0
        return next((q + 1 for q in range(p + 2, min(limit, p + 14)) if doc.is_sign(q, _COMMA)), 0)

    def _after_literal(self, k: int, slot: Slot, stop: int) -> Content | None:
        """Content after wording that the frame demands: `خلص إلى أن`, `ذهب إلى القول إن`."""
        doc = self.doc
        for p in range(k + 1, min(stop - 1, k + 9)):
            if doc.folded[p] in slot.literals or ("that" in doc.words[p].classes and "ان" in slot.literals):
                if doc.folded[p - 1] == slot.name or doc.words[p].split.preposition == slot.name or slot.name == "obj":
                    while p < stop - 1 and "that" not in doc.words[p].classes:
                        p += 1
                        if p - k > 14:
                            return None
                    return Content("that", p + 1, p)
        return None

    def subject_end(self, k: int, subject: Chunk | int | None) -> int:
        """The token after the cue and its subject."""
        if isinstance(subject, Chunk) and subject.i > k:
            return self.args.coordinated(subject)[-1].j
        return self.doc.unit_end[k]

    def _is_speech(self, opening: int, closing: int, k: int, subject_end: int, strict: bool) -> bool:
        """Whether a quotation is what was said, not a word set in quotation marks: it follows the cue, its subject, a
        complement or a pause, and is no mere word or two."""
        doc = self.doc
        if closing - opening < 4 or k < opening < subject_end:
            return False
        before = opening - 1
        if before in (k, subject_end - 1) or doc.is_sign(before, _COLON):
            return True
        if strict:
            return False
        if doc.is_sign(before, _COMMA) or doc.is_class(before, "that") or before in doc.dated:
            return True
        if doc.is_sign(closing + 1, _PAUSES) and not doc.is_class(before, "prep"):
            return True
        if doc.words[opening + 1].tense and not doc.is_class(before, "prep"):
            return True
        chunk = self.args.at[before]
        return (chunk is not None and bool(chunk.prep)) or (closing - opening > 9 and not doc.is_class(before, "prep"))

    @staticmethod
    def _chosen(found: Content, first: Content | None) -> Content:
        """A complement before the clause holds it (`شدد على ضرورة أن`), unless it is but the clause's preposition."""
        if first is None or found.marker - first.start < 1 or first.marker >= found.marker:
            return found
        if first.settled and found.how == "that":
            return first
        if first.how == "prep" and found.marker - first.start <= 4 and found.how == "that":
            first.hearer = first.hearer or found.hearer
            return first
        return found

    def _opened_object(self, p: int, k: int, subject: Chunk | int | None) -> Content | None:
        """The object right after a cue and its subject that is no plain noun; see `_opens_object`."""
        return Content("obj", p, p) if self._opens_object(p, k, subject) else None

    def _opens_object(self, p: int, k: int, subject: Chunk | int | None) -> bool:
        """Whether the word after a cue and its subject begins its object though it is no plain noun: `نفى ما ذكرته
        الصحيفة`, `نفت أي صلة`; also what is spelt like a verb, which would need أن (`نفى الوزير تلقي أموال`)."""
        doc = self.doc
        word = doc.words[p]
        if p + 1 >= doc.size or word.split.conjunction or word.split.preposition or word.split.pronoun:
            return False
        if "rel" in word.classes:
            return bool(doc.words[p + 1].tense) and "neg" in word.classes
        if "quant" in word.classes:
            return doc.folded[p + 1].isalpha() and not doc.words[p + 1].classes
        after_subject = isinstance(subject, Chunk) and subject.i > k and subject.head in {"person", "state", "org"}
        return after_subject and bool(word.tense) and not word.classes

    def _is_last_dash(self, p: int, stop: int) -> bool:
        """`كتب غوايدو — أقسم أن أتولى`: whether a dash opens what was said, as no other dash closes it."""
        rest = range(p + 1, min(stop, p + 40))
        return not any(self.doc.is_sign(q, _DASHES) for q in rest) and not any(
            "that" in self.doc.words[q].classes for q in rest[:1]
        )

    def _is_noun_object(self, p: int, k: int) -> bool:
        """`مؤكدا فشل المشروع … على أنها تهديد`: whether the object right after a participle is a noun that reports or
        names an act, so that an أن further on is its own."""
        senses = self.doc.senses
        noun = any(s.lemma.kind in {"noun", "word"} for s in senses[p])
        return noun and any(s.lemma.kind == "participle" for s in senses[k]) and self.doc.folded[k].endswith("ا")

    def _aside_end(self, p: int, limit: int) -> int:
        """`مؤكدا - أيده الله - عمق العلاقات`: the token after an aside of a few words between dashes, 0 if none."""
        closing = (q for q in range(p + 2, min(limit, p + 8)) if self.doc.is_sign(q, _HYPHENS))
        return next(closing, -1) + 1

    def _source_end(self, p: int, limit: int) -> int:
        """`أعلنت المنار نقلا عن بيان لحزب الله أن`: the أن after a source that interrupts a report at token `p`, 0 if
        none does."""
        doc = self.doc
        sense = doc.senses[p][0]
        if sense.lemma.kind != "phrase" or sense.lemma.cues[0].kind != "relay":
            return 0
        return next((q for q in range(p + 2, min(limit, p + 16)) if doc.is_class(q, "that")), 0)

    def _starts_clause(self, p: int) -> bool:
        doc = self.doc
        return p < doc.size and (
            bool(doc.words[p].classes & {"sub"}) or bool(doc.words[p].tense and doc.flags[p] & EVENT)
        )

    def _complement(
        self, p: int, prep: str, preps: frozenset[str], object_ok: bool, hearer: Chunk | None
    ) -> Content | None:
        if prep and prep in preps:
            offset = self._clitics(p)
            return Content("prep", p, p - (offset == 0), hearer, offset)
        if not prep and object_ok:
            return Content("obj", p, p, hearer)
        return None

    def _word_complement(
        self, p: int, preps: frozenset[str], object_ok: bool, object_or_first: bool, hearer: Chunk | None
    ) -> Content | None:
        doc = self.doc
        word = doc.words[p]
        if (
            "prep" in word.classes
            and not word.split.pronoun
            and word.split.stem in preps
            and not word.split.conjunction
        ):
            if doc.is_class(p + 1, "that"):
                return None
            return Content("prep", p + 1, p, hearer) if p + 1 < doc.size else None
        if (
            word.classes
            or (word.tense and not (object_ok and self._is_masdar(p)))
            or not word.folded.isalpha()
            or p in doc.dated
        ):
            return None
        split = doc.split(p)
        if not doc.senses[p] and object_or_first and len(word.folded) > 3 and word.folded[0] in preps & {"ب", "ل"}:
            return Content("prep", p, p, hearer, 1)
        if split.preposition in preps and split.preposition:
            return Content("prep", p, p, hearer, self._clitics(p))
        if split.preposition or split.conjunction or doc.is_class(p - 1, "prep"):
            return None
        if object_ok and len(word.folded) > 2 and not doc.flags[p] & (TITLE | NAME | PLACE):
            return Content("obj", p, p, hearer)
        return None

    def _clitics(self, p: int) -> int:
        """How many characters the clitic preposition (and conjunction) of token `p` takes."""
        split = self.doc.split(p)
        return len(split.conjunction) + len(split.preposition) if split.preposition else 0
