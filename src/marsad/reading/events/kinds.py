"""What kinds of events several reading steps tell apart."""

from __future__ import annotations

from marsad.reading.cuewords import cues
from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft

VERBAL = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"})
"""Types of events that words perform."""


def is_background(doc: Document, event: EventDraft) -> bool:
    """Whether an attack only goes on at the time of the one that is told."""
    return event.sense.type == "ASSAULT" and any(goes_on(doc, k) for k in range(max(0, event.i - 4), event.i))


def goes_on(doc: Document, k: int) -> bool:
    """Whether token `k` opens what goes on at the time of what is told."""
    return doc.folded[k] in cues("meanwhile") and doc.words[k + 1].tense == "present"
