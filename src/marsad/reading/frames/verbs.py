"""The frames of verbs and participles: their subject and object, active or passive, and what stands under
prepositions."""

from __future__ import annotations

from marsad.lexicon.entries import EventSense, Feature
from marsad.lexicon.lexicon import Sense
from marsad.reading.document import Document
from marsad.reading.frames.filling import OBJECT, SUBJECT, Filled, FrameFiller
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk

_NOBODY: frozenset[int] = frozenset()
_U = "\N{ARABIC DAMMA}"


class VerbFrames:
    """Matches the frames of one document's verbs."""

    def __init__(self, doc: Document, args: Arguments, filler: FrameFiller) -> None:
        self.doc, self.args, self.filler = doc, args, filler
        self._subjects: dict[tuple[int, int], Chunk | int | None] = {}

    def match(
        self, i: int, sense: Sense, event: EventSense, start: int, stop: int, carried: Chunk | None,
        speaker: Chunk | None = None,
    ) -> Filled | None:  # fmt: skip
        """The frame of a verb or participle at token `i`; `carried` is the subject to take if none is expressed,
        `speaker` the one who says "me"."""
        filled = self.filler.begun(i, event, stop)
        if filled is None:
            return None
        subject = self._subject(i, sense, start, stop) or carried
        if isinstance(subject, int) and subject in filled.consumed and self._takes_object(i, sense):
            subject = carried
        passive = filled.passive = sense.feature.voice == "passive" or self._is_vowelled_passive(i, sense)
        has_object = any(s.name == "obj" for s in event.frame)
        people = self.doc.people if event.victim_subject else _NOBODY
        if event.victim_subject and not passive and has_object and isinstance(subject, Chunk) and subject.i > i:
            other = self.args.object_after(i, subject, stop, True)
            counted = filled.counted_victims = subject.j < stop and subject.j in people  # `قتلت إسرائيل 12 فلسطينيا`
            counted = counted or (subject.j < stop and self.doc.folded[subject.j].isdigit())  # `أوقفت الشرطة 30 مشتبها`
            passive = (other is None and not counted and subject.head != "state") or i + 1 in people
        elif event.victim_subject and not passive and has_object and self._died_before(i, sense, subject, stop):
            passive = True
        subject_chunk = subject if isinstance(subject, Chunk) else None
        if carried is not None and isinstance(subject, Chunk) and self._is_partner(i, event, subject, carried, stop):
            subject = subject_chunk = carried
        if event.victim_subject and subject_chunk is None and i + 1 < stop and i + 1 in people:
            filled.counted_victims = True
            filled.score += 1.0
        seen: set[str] = set()
        for slot in event.frame:
            if slot.literals or slot.name in seen:
                continue
            chunk: Chunk | None
            role = slot.role
            if role == "A" and filled.actors and slot.name in {"gen", "adj"}:
                continue  # `قتل الجيش خمسة بنيران مدفعيته`: whose fire it was is told by the subject
            if slot.name == "subj":
                chunk = subject_chunk
                if passive:
                    role = next((s.role for s in event.frame if s.name == "obj" and s.role), "R")
            elif slot.name == "obj":
                if passive and subject_chunk is not None:
                    continue
                chunk = self._object(i, sense, subject_chunk, stop, role, speaker)
                if chunk is None and sense.lemma.kind == "participle":
                    chunk = self.args.complement(i, "ل", stop)  # `كان داعما لمصر`
            elif slot.name == "gen":
                chunk = self._after_literal(filled)
            elif slot.name == "adj":
                chunk = next(iter(self.filler.adjective_of_object(filled)), None) if filled.consumed else None
            else:
                chunk = self.args.complement(i, slot.name, stop, partner=role == "P" and not filled.consumed)
                if chunk is None and role == "R" and filled.consumed:  # `أرسلت قطر 140 طنا من المساعدات إلى تركيا`
                    chunk = self.args.complement(max(filled.consumed), slot.name, stop)
                if chunk is None and slot.required and role == "R" and filled.consumed:
                    chunk = next(iter(self.filler.adjective_of_object(filled)), None)
                if chunk is None and role == "R" and event.type in {"SANCTION", "COERCE"}:
                    chunk = self.args.nationality_under(i, slot.name, stop)
            if chunk is None or not self.filler.meets(chunk, slot):
                filled.missing += slot.required
                continue
            seen.add(slot.name)
            self.filler.fill(filled, role, chunk, slot)
        if filled.consumed and not filled.actors:
            self._required_doer(filled)
        if filled.consumed and not filled.recipients:
            self._required_party(filled)
        self.filler.agent(i, filled, stop)
        if event.type == "ASSAULT" and filled.consumed:
            self.filler.struck(max(filled.consumed) + 1, filled, stop)
        return filled

    def _takes_object(self, i: int, sense: Sense) -> bool:
        """`أنه سيفرض عقوبات`: whether the noun after a verb is its object, by the verb's gender or a pronoun before."""
        topic = i > 0 and self.doc.is_class(i - 1, "that") and bool(self.doc.words[i - 1].split.pronoun)
        return topic or (sense.feature.gender == "m" and sense.feature.voice != "passive")

    def _is_vowelled_passive(self, i: int, sense: Sense) -> bool:
        """`قُصفت القنصلية`: a past verb with a written u is in the passive."""
        written = self.doc.tokens.words[i].removesuffix("وا")
        return sense.feature.tense == "past" and sense.feature.person == 3 and _U in written[:-1]

    def _died_before(self, i: int, sense: Sense, subject: Chunk | int | None, stop: int) -> bool:
        """`القائد الذي قتل في الغارة`: whether a subject before the verb is the victim, since there is no other."""
        if not isinstance(subject, Chunk) or subject.i < 0 or subject.head == "state" or sense.split.pronoun:
            return False
        return i + 1 not in self.doc.people and self.args.object_after(i, None, stop, True) is None

    def _is_partner(self, i: int, event: EventSense, subject: Chunk, carried: Chunk, stop: int) -> bool:
        """`فابيوس … حيث سيلتقي الرئيس الإيراني`: one phrase after a verb of meeting is the one met, if it has one."""
        if event.type != "CONSULT" or subject.i <= i or set(carried.ents) & set(subject.ents):
            return False
        if not any(s.name == "obj" for s in event.frame) or self.args.object_after(i, subject, stop, True) is not None:
            return False
        return not any(self.args.complement(i, s.name, stop) for s in event.frame if s.role == "P" and s.name != "obj")

    def _object(
        self, i: int, sense: Sense, subject: Chunk | None, stop: int, role: str, speaker: Chunk | None
    ) -> Chunk | None:
        if sense.split.pronoun in {"ني", "ي"}:
            return speaker
        if sense.split.pronoun and self.doc.is_class(i - 1, "rel"):
            head = self.args.at[i - 2]
            meant = head is not None and head.j == i - 1 and head.can_act and not head.adjectival
            return head if meant else None
        if sense.split.pronoun and subject is not None and subject.i > i and (topic := self.args.at[i - 1]) is not None:
            return topic if topic.can_act and not topic.adjectival else None
        if sense.split.pronoun in {"ه", "ها", "هم", "هما"}:
            found = self.args.antecedent(i, sense.split.pronoun)
            if found is None or subject is None or not set(found.ents) & set(subject.ents):
                return found
            other = self.args.antecedent(i, sense.split.pronoun, another=True)  # nobody acts on himself
            return other if other is not None and not set(other.ents) & set(subject.ents) else None
        return self.args.object_after(i, subject, stop, role in {"R", "P"})

    def _subject(self, i: int, sense: Sense, start: int, stop: int) -> Chunk | int | None:
        key = (i, id(sense.feature))
        if key not in self._subjects:
            self._subjects[key] = self._find_subject(i, sense, start, stop)
        return self._subjects[key]

    def _find_subject(self, i: int, sense: Sense, start: int, stop: int) -> Chunk | int | None:
        if sense.lemma.kind == "participle":
            return self.args.subject_before(i, Feature(), start)
        return self.args.subject(i, sense.feature, start, stop, bool(sense.split.conjunction))

    def _after_literal(self, filled: Filled) -> Chunk | None:
        after = self.doc.unit_end[max(filled.consumed, default=filled.end - 1)]  # `برصاص القوات | الإسرائيلية`
        chunk = self.args.at[after] if after < self.doc.size else None
        return chunk if chunk is not None and chunk.i == after and not chunk.prep else None

    def _required_doer(self, filled: Filled) -> None:
        """`انسحبت القوات الأمريكية`: a required subject that is itself a state's force is the doer."""
        if not any(slot.name == "subj" for slot in filled.sense.wording):
            return
        chunk = self.args.at[min(filled.consumed)]
        if chunk is not None and chunk.ents and not chunk.prep and not chunk.adjectival:
            self.filler.fill(filled, "A", chunk, SUBJECT)

    def _required_party(self, filled: Filled) -> None:
        """`طردت روسيا دبلوماسيين أمريكيين`: a required object that is itself a state's collective is the recipient."""
        for k in sorted(filled.consumed):
            chunk = self.args.at[k]
            named = chunk is not None and chunk.head == "org" and filled.sense.type == "ASSAULT"
            if chunk is None:  # `طردت روسيا 755 دبلوماسيا أمريكيا`
                chunk = self.args.at[k + 1]
                if filled.sense.mode != "expel" or chunk is None or not chunk.adjectival or chunk.i != k + 1:
                    continue
            elif chunk.i != k or not (named or (chunk.head == "group" and chunk.country)):
                continue
            if named or all(chunk.country != c.country for c in filled.actors):
                self.filler.fill(filled, "R", chunk, OBJECT)
            return
