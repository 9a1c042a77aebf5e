"""Frames matched against the text: which noun phrase fills which role of an event word."""

from __future__ import annotations

from marsad.lexicon.entries import EventSense
from marsad.lexicon.frames import Slot
from marsad.lexicon.lexicon import Sense
from marsad.reading.document import Document
from marsad.reading.frames.filling import Filled, FrameFiller
from marsad.reading.frames.nouns import NounFrames
from marsad.reading.frames.verbs import VerbFrames
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk

__all__ = ["Filled", "FrameMatcher"]


class FrameMatcher:
    """Matches the frames of verbs and nouns of one document."""

    def __init__(self, doc: Document, args: Arguments) -> None:
        filler = FrameFiller(doc, args)
        self.filler = filler
        self.verbs, self.nouns = VerbFrames(doc, args, filler), NounFrames(doc, args, filler)

    def verb(
        self, i: int, sense: Sense, event: EventSense, start: int, stop: int, carried: Chunk | None,
        speaker: Chunk | None = None,
    ) -> Filled | None:  # fmt: skip
        """The frame of a verb or participle at token `i` (`VerbFrames.match`)."""
        return self.verbs.match(i, sense, event, start, stop, carried, speaker)

    def noun(
        self, i: int, sense: Sense, event: EventSense, stop: int, speaker: Chunk | None = None,
        topic: Chunk | None = None,
    ) -> Filled | None:  # fmt: skip
        """The frame of a noun or phrase at token `i` (`NounFrames.match`)."""
        return self.nouns.match(i, sense, event, stop, speaker, topic)

    def owner_of_object(self, i: int, sense: Sense, stop: int) -> Chunk | None:
        """Whose the object is that a verbal noun governs: `استهداف مواقع الحوثيين`."""
        return self.nouns.owner_of_object(i, sense, stop)

    def fill(self, filled: Filled, chunk: Chunk, slot: Slot) -> None:
        """Put a noun phrase into the role of a slot."""
        self.filler.fill(filled, slot.role, chunk, slot)
