"""What a report makes of the acts in its words: a denial, a hope, a guess, what one state foretells of another."""

from __future__ import annotations

from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.events.negation import is_negated
from marsad.reading.events.status import is_answered
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import act_words
from marsad.reading.statements.drafts import Draft

_OF_REPORT = {"deny": "denied", "hope": "possible", "ask": "possible", "promise": "planned", "question": "possible"}
"""What the kind of a report makes of the main act in its content."""
_POSTPONEMENT = act_words("postponement")
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN"})
_MAIN = 6
"""How many words into a report its main act stands at most."""


def status_in_report(doc: Document, event: EventDraft, report: Draft, registry: Registry) -> str:
    """The status of an event that stands in the words of a report."""
    status, kind = event.status, report.cue_entry.kind if report.cue_entry else ""
    if status == "planned" and _is_foretold(doc, event, report, registry):
        return "possible"
    if not kind or event.sense.actors or event.i - report.content[0] >= _MAIN or is_answered(doc, event.i):
        return status
    if kind == "think" and event.verb and status in {"planned", "actual"}:
        return "possible"  # `يرى خبراء أن إسرائيل ستهاجم إيران`
    if kind == "ask" and event.sense.type == "CONSULT" and (status == "actual" or event.sense.mode == "visit"):
        return "planned" if status != "denied" else status  # `دعا شي لزيارة موسكو`
    if kind == "deny" and status in {"actual", "planned"} and is_negated(doc, report.cue[0]):
        return "possible"  # `لم ينف الكرملين أن بوتين سيزور تركيا`
    if kind == "deny" and status == "planned" and doc.split(event.i - 1).stem not in _POSTPONEMENT:
        return "denied"  # `نفى الكرملين أن بوتين سيزور تركيا`
    return _OF_REPORT.get(kind, "actual") if status == "actual" else status


def _is_foretold(doc: Document, event: EventDraft, inner: Draft, registry: Registry) -> bool:
    """`قال بلينكن إن روسيا ستغزو أوكرانيا`: whether somebody says of another state what it will do to others."""
    if not (event.verb and doc.words[event.i].split.future) or event.sense.type not in _HOSTILE or not event.actors:
        return False
    own = {registry.country(s) or s for s in inner.speakers}
    doing = {registry.country(a) or a for a in event.actors}
    return own.isdisjoint(doing) and not any(s.startswith("media:") for s in inner.speakers)
