"""Support verbs: the verb whose object an event noun is (`أجرى مكالمة`, `شن هجوما`), and which lends it its subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from marsad.language.arabic.clitics import Split
from marsad.language.arabic.numerals import number_word
from marsad.lexicon.entries import LightVerb
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, Sense
from marsad.reading.document import Document
from marsad.reading.events.carriedsubjects import CarriedSubjects
from marsad.reading.events.nounheads import head_of
from marsad.reading.events.voices import Voices
from marsad.reading.frames.matcher import Filled, FrameMatcher
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.records import SYMMETRIC_TYPES

_PAUSES = frozenset({"،", ".", "\n"})
_OPENING = frozenset({"that", "sub"})
_OF_OTHERS = frozenset({"ASSAULT", "CONCEDE", "AID", "RETREAT"})
"""Types of what two that talk may want of a third: a truce, an end of a siege."""
_RELATIVE = 8
"""How many tokens a relative clause between a support verb and its noun may have."""


class Support(NamedTuple):
    """What a support verb gives its event noun: the status (`effect`) and the tense; `at` is its token, -1 if there is
    none."""

    effect: str = ""
    at: int = -1
    tense: str = ""


UNSUPPORTED = Support()


def _tells_of_event(reading: tuple[Sense, LightVerb]) -> bool:
    """Whether the event itself is the subject: of `تواصل روسيا قصف حلب` the other verb of that spelling comes first."""
    return any(s.name == "subj" and s.role == "EVENT" for s in reading[1].frame)


def _agrees(light: LightVerb) -> bool:
    """Whether a support verb takes what it carries under على, as one agrees to it."""
    return any(s.name == "علي" and s.role == "EVENT" for s in light.frame)


def _refuses(verb: Sense) -> bool:
    return any(c.kind == "reject" for c in verb.lemma.cues)


class SupportVerbs:
    """Finds the support verbs of one document's event nouns; `consumed` are the tokens that whole events have taken."""

    def __init__(
        self, doc: Document, args: Arguments, matcher: FrameMatcher, voices: Voices, subjects: CarriedSubjects,
        consumed: set[int],
    ) -> None:  # fmt: skip
        self.doc, self.args, self.matcher, self.voices, self.subjects = doc, args, matcher, voices, subjects
        self.consumed = consumed

    def support(self, i: int, sense: Sense, filled: Filled, start: int, stop: int) -> Support:
        """The support verb of the event noun at token `i`; its subject becomes a party in `filled`."""
        head = head_of(self.doc, i)
        found = self._support_at(i, head, sense, filled, start, stop)
        if found is UNSUPPORTED and head != i:  # `اتفقا على عقد قمة`: the noun before may be read as the verb
            return self._support_at(i, i, sense, filled, start, stop)
        return found

    def _support_at(self, i: int, head: int, sense: Sense, filled: Filled, start: int, stop: int) -> Support:
        """The support verb whose object the noun at `head` is, which governs the event noun at `i` or is the same."""
        doc = self.doc
        for v in self._before(head, start):
            if not doc.flags[v] & LIGHT or v in self.consumed or self._only_reports(v, filled):
                if doc.words[v].classes & _OPENING or (doc.is_sign(v, _PAUSES) and not self._sets_off(v)):
                    return UNSUPPORTED
                continue
            readings = [(s, light) for s in doc.senses[v] for light in s.lemma.light]
            if readings[0][0].lemma.kind == "participle" and self._is_noun_of_act(v):
                continue
            for verb, light in sorted(readings, key=_tells_of_event) if len(readings) > 1 else readings:
                if light.effect == "denied" and filled.actors and _refuses(verb):
                    return UNSUPPORTED  # `رفضت مصر التدخلات الإيرانية` refuses what others do
                if filled.sense.type == "REQUEST" and filled.actors and _agrees(light):
                    return UNSUPPORTED  # `وافقت السلطات على مطالب المعارضة`
                if light.effect == "denied" and filled.sense.type == "ASSAULT" and _refuses(verb):
                    return UNSUPPORTED  # `ترفض مصر تهجير الفلسطينيين` refuses what others would do
                if self._carries(v, verb, light, i, head, sense, filled, start, stop):
                    return Support(light.effect, v, verb.feature.tense)
        return UNSUPPORTED

    def _before(self, i: int, start: int) -> Iterator[int]:
        """The tokens where the support verb of the noun at `i` may stand, nearest first, asides passed over."""
        v, last = i - 1, max(start, i - 13)
        while v >= last:
            opening = self.args.phrases.aside_at.get(v)
            if opening is not None:
                last = max(start, last - (v - opening + 1))
                v = opening - 1
                continue
            yield v
            v -= 1

    def _carries(
        self, v: int, verb: Sense, light: LightVerb, i: int, head: int, sense: Sense, filled: Filled, start: int,
        stop: int,
    ) -> bool:  # fmt: skip
        """Whether the noun at `i`, or the one at `head` that governs it, fills the slot of the support verb at `v`; if
        so, the verb's subject takes part."""
        split = sense.split if head == i else self.doc.split(head)
        if not any(s.role == "EVENT" and self._governs(s.name, split, head) for s in light.frame):
            return False
        subject = self._subject(v, verb, start, stop, i)
        role = next((s.role for s in light.frame if s.name == "subj"), "")
        if subject is None and role == "R":  # `تعرضت قاعدة عين الأسد لهجوم`
            first = self.args.at[self.doc.unit_end[v]]
            subject = first if first is not None and first.head == "place" and not first.prep else None
        if subject is not None and subject.i >= i:
            subject = None
        if not self._is_object_of(v, subject, head):
            return False
        if subject is not None and subject.head == "media" and filled.sense.type not in SYMMETRIC_TYPES:
            subject = None  # `اطلعت عليها رويترز … تشمل فرض حظر`: an outlet takes no measures
        if filled.sense.type in _OF_OTHERS and self._talks(v, verb, head):
            return True
        if subject is not None and role in {"A", "R", "P"}:
            self._add_subject(filled, role, subject)
            self._add_complement(v, head, light, filled)
            self._add_target(i, sense, filled, role, stop)
            self.subjects.remember(subject)
        return True

    def _talks(self, v: int, verb: Sense, head: int) -> bool:
        """`بحث الوزير مع نظيره وقف إطلاق النار`: whether the support verb at `v` tells of talks with somebody, named
        before the noun at `head`: what they talk of need be the deed of none of them."""
        if not any(e.type == "CONSULT" for e in verb.lemma.events):
            return False
        return any(c.prep == "مع" for c in self.args.phrases.outside(v, v + 1, head))

    def _only_reports(self, v: int, filled: Filled) -> bool:
        """Whether a verb that also reports speech only tells of an attack. But who denies an attack of nobody's denies
        his own: `نفت روسيا قصف المستشفى`."""
        if not self.doc.flags[v] & CUE or filled.sense.type != "ASSAULT":
            return False
        return bool(filled.actors) or not any(
            light.effect == "denied" for s in self.doc.senses[v] for light in s.lemma.light
        )

    def _sets_off(self, k: int) -> bool:
        """Whether a comma only sets off a date or the subject: `بحث الاتحاد الأوروبي، أمس، فرض عقوبات`."""
        if self.doc.words[k].folded != "،":
            return False
        subject = self.args.at[k - 1]
        if subject is not None and subject.i > 0 and self.doc.words[subject.i - 1].tense:
            return bool(self.doc.flags[subject.i - 1] & LIGHT)  # `بعث الملك سلمان، برقية تهنئة`
        return k - 1 in self.doc.dated or k + 1 in self.doc.dated

    def _is_noun_of_act(self, v: int) -> bool:
        """`محاولات`, `المعلن`: a participle's spelling that is no verb of its clause."""
        split = self.doc.split(v)
        noun = any(s.lemma.kind == "noun" for s in self.doc.senses[v])
        return noun or split.article or not self.doc.folded[v].endswith(("ا", "ه", "ين"))

    def _is_object_of(self, v: int, subject: Chunk | None, i: int) -> bool:
        """Whether nothing but adverbs, complements and the subject stands between a support verb and its noun."""
        doc = self.doc
        k = doc.unit_end[v] if subject is None or subject.i < v else self.args.coordinated(subject)[-1].j
        while k < i:
            if k in self.args.phrases.asides:
                k = self.args.phrases.asides[k] + 1
                continue
            chunk = self.args.at[k]
            if chunk is not None and not chunk.adjectival:
                k = chunk.j
                continue
            word = doc.words[k]
            if "rel" in word.classes and self._is_relative(k, i):
                break
            bare = (
                word.folded.isalpha()
                and k not in doc.dated
                and not word.classes
                and not word.split.preposition
                and not word.folded.startswith(("ال", "بال", "لل"))
                and number_word(word.split.stem) is None
            )
            described = self.args.at[k - 1] is not None and word.folded.endswith(("ون", "ين"))  # `شبان غاضبون`
            if bare and not described and not doc.is_class(k - 1, "prep") and not word.folded.endswith("ا"):
                return False
            k += 1
        return not self._in_construct(i)

    def _is_relative(self, k: int, i: int) -> bool:
        """Whether only a relative clause stands from the pronoun at `k` to the noun at `i`: `سيجري خلال زيارته التي
        تستغرق يومين محادثات`."""
        doc = self.doc
        if i - k > _RELATIVE or doc.split(i).article or any(doc.words[m].is_sign for m in range(k, i)):
            return False
        acts = (m for m in range(k, i) if doc.flags[m] & EVENT and not doc.words[m].tense)
        return doc.folded[k] != "ما" and not any(acts)

    def _in_construct(self, i: int) -> bool:
        """`شددت على ضرورة وقف القصف`: whether the noun before token `i`, under a preposition, governs the one there."""
        doc, k = self.doc, i - 1
        word = doc.words[k]
        if not word.folded.isalpha() or word.classes or word.tense or k in doc.dated or self.args.at[k] is not None:
            return False
        if word.split.article or word.split.pronoun or word.folded.startswith(("ال", "بال", "لل")):
            return False
        under = bool(word.split.preposition) or (doc.is_class(k - 1, "prep") and not doc.words[k - 1].split.pronoun)
        return under and not doc.folded[i].endswith(("ا", "ات"))

    def _governs(self, slot: str, split: Split, i: int) -> bool:
        if slot in {"obj", "subj"}:
            return not split.preposition and not self.doc.is_class(i - 1, "prep")
        return split.preposition == slot or (
            self.doc.is_class(i - 1, "prep") and self.doc.words[i - 1].split.stem == slot
        )

    def _subject(self, v: int, sense: Sense, start: int, stop: int, i: int) -> Chunk | None:
        """The subject of the support verb at `v`: its own, the one meant by أنه, or the one that goes on."""
        if sense.feature.person == 1:
            return self.voices.first_person(v, sense)
        if sense.lemma.kind == "participle":
            # `منفذ الهجوم` is a noun, `منفذا هجوما` goes on with the subject
            return self.subjects.so_far(v) if self.doc.folded[v].endswith(("ا", "ه")) else None
        before = self.doc.words[v - 1] if v else None
        if before is not None and "that" in before.classes and before.split.pronoun:
            return self.voices.meant_by(before.split.pronoun, v)
        found = self.args.subject(v, sense.feature, start, stop, bool(sense.split.conjunction))
        singular = sense.feature.number == "s"
        if isinstance(found, Chunk) and found.i < v and singular and not self.args.agrees(found, sense.feature, False):
            # `أكدت البحرين تورط إيران في هجمات`: a noun, not a verb
            genitive = self.args.at[self.doc.unit_end[v]]
            return genitive if genitive is not None and genitive.i < i and not genitive.prep else None
        if isinstance(found, Chunk):
            return found
        return self.subjects.so_far(v) if found in (None, i) and not self.doc.is_class(v - 1, "rel") else None

    def _add_complement(self, v: int, head: int, light: LightVerb, filled: Filled) -> None:
        """`قدمت الإمارات للسودان مساعدات`: whom the support verb names before its noun."""
        if filled.recipients or filled.sense.type in SYMMETRIC_TYPES:
            return
        under = {s.name for s in light.frame if s.role == "R"} - {"obj", "subj"}
        for chunk in self.args.phrases.outside(v, v + 1, head):
            if chunk.prep in under and chunk.ents and chunk not in filled.actors:
                filled.recipients += [c for c in self.args.coordinated(chunk) if c.ents]
                filled.rules.append(f"{chunk.prep}=R")
                return

    def _add_target(self, i: int, sense: Sense, filled: Filled, role: str, stop: int) -> None:
        """`أعلنت مصر رفض العدوان الإسرائيلي`: whose the object of the noun is."""
        if role != "A" or filled.recipients or filled.sense.type in SYMMETRIC_TYPES:
            return
        owner = self.matcher.owner_of_object(i, sense, stop)
        if owner is not None and owner.ents and owner not in filled.actors:
            filled.recipients.append(owner)

    def _add_subject(self, filled: Filled, role: str, subject: Chunk) -> None:
        group = [c for c in self.args.coordinated(subject) if c.ents or (c.head == "place" and role == "R")]
        if (
            role == "A"
            and filled.sense.type in {"SUPPORT", "AID", "REQUEST"}
            and "gen=A" in filled.rules
            and not filled.recipients
        ):
            filled.recipients, filled.actors = filled.actors, []  # `واصلت إيران دعم الحوثيين`
        side = filled.recipients if role == "R" else filled.actors
        other = filled.actors if role == "R" else filled.recipients
        side += [c for c in group if c not in side and c not in other]
        filled.rules.append("support verb")
        filled.score += 1.0
