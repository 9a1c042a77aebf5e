"""Acts told by fixed wordings: those that a clause says of its subject (`في حالة تأهب`, `مستعد للمساهمة`), demands
(`يجب أن تنسحب إيران`), and words that name an act only in general."""

from __future__ import annotations

from marsad.lexicon.entries import EventSense, Feature
from marsad.lexicon.frames import Slot
from marsad.lexicon.lexicon import Sense
from marsad.reading.document import Document
from marsad.reading.events.carriedsubjects import CarriedSubjects
from marsad.reading.events.clauses import Clauses
from marsad.reading.events.drafts import EventDraft, is_whole
from marsad.reading.events.voices import Voices
from marsad.reading.frames.matcher import Filled, FrameMatcher
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry

_BODIES = frozenset({"GOV", "MIL", "REB", "LEG", "JUD", "COP", "OPP", "PTY", "SPY"})
_ASKED = frozenset({"subj", "speaker"})
"""Slots whose wording says nothing while a party that it requires is unknown."""
_REACH = 10
"""How many tokens after a word in general the act that it means may be named."""


class Phrases:
    """Matches the fixed wordings of one document. `general` are the acts told only in general, of the sentence that is
    being read."""

    def __init__(
        self, doc: Document, args: Arguments, registry: Registry, matcher: FrameMatcher, voices: Voices,
        subjects: CarriedSubjects, clauses: Clauses,
    ) -> None:  # fmt: skip
        self.doc, self.args, self.registry, self.matcher = doc, args, registry, matcher
        self.voices, self.subjects, self.clauses = voices, subjects, clauses
        self.general: list[EventDraft] = []

    def match(self, i: int, sense: Sense, event: EventSense, start: int, stop: int) -> Filled | None:
        """The frame of the wording at token `i`."""
        slots = {slot.name for slot in event.frame}
        topic = self._topic(i, sense, start) if "subj" in slots else None
        speaker = self.voices.speaker(i) or self.voices.announcing(i) if "speaker" in slots else None
        filled = self.matcher.noun(i, sense, event, stop, speaker, topic)
        obliged = next((slot for slot in event.frame if slot.name == "ان"), None)
        if obliged is not None and i and self.args.at[i - 1] is not None:
            return None  # `روسيا يجب أن تنسحب` is told of the noun phrase before
        if filled is not None and obliged is not None:
            self._oblige(i, obliged, filled, stop)
        if filled is None or (slots & _ASKED and filled.missing):
            return None
        if speaker is not None and (self._of_himself(speaker, filled) or self._of_anybody(filled)):
            return None
        return filled

    def _topic(self, i: int, sense: Sense, start: int) -> Chunk | None:
        """The subject of the clause that a wording closes."""
        before = self.doc.words[i - 1] if i else None
        if before is not None and "that" in before.classes and before.split.pronoun:
            return self.subjects.carried(i, sense)
        near = self.args.subject_before(i, Feature(), start)
        if near is not None:
            return near
        return next((c for c in self.clauses.subjects(i) if c.i >= start and c.can_act), None)

    def _oblige(self, i: int, slot: Slot, filled: Filled, stop: int) -> None:
        """`يجب أن تنسحب أرمينيا`: who is to act is the subject of the clause after أن."""
        v = self.doc.unit_end[i]
        sense = next((s for s in self.doc.senses[v] if s.feature.tense), None) if v < stop else None
        subject = self.args.subject_after(v, sense.feature, stop) if sense is not None else None
        if isinstance(subject, Chunk) and subject.can_act:
            self.matcher.fill(filled, subject, slot)
            filled.missing -= slot.required

    def _of_himself(self, speaker: Chunk, filled: Filled) -> bool:
        """Whether what must be done falls to the speaker or his own state: that is no demand."""
        own = {*speaker.ents, *(f"state:{c}" for c in map(self.registry.country, speaker.ents) if c)}
        return any(own & set(chunk.ents) for chunk in filled.recipients)

    def _of_anybody(self, filled: Filled) -> bool:
        """Whether what must be done falls to people of no state (`يجب على الأسر`): that is advice."""
        people = [self.registry.entities.get(e) for chunk in filled.recipients for e in chunk.ents]
        return bool(people) and all(
            e and e.kind == "group" and not e.country and e.sector not in _BODIES for e in people
        )

    def tell_general(self, found: list[EventDraft]) -> None:
        """Add the acts told in general whose particular act no word after them names, in text order."""
        for draft in self.general:
            both = len(draft.parties) > 1 and any(slot.role == "P" for slot in draft.sense.frame)
            particular = not both and any(draft.i < e.i <= draft.i + _REACH and is_whole(e) for e in found)
            if not particular and is_whole(draft):
                at = next((k for k, e in enumerate(found) if e.i > draft.i), len(found))
                found.insert(at, draft)
        self.general.clear()


def says_of_subject(event: EventSense) -> bool:
    """Whether a wording tells what the subject of its clause does, as a verb would."""
    return event.phrase and any(slot.name in _ASKED for slot in event.frame)
