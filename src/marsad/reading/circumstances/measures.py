"""Which event a quantity measures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from marsad.reading.cuewords import cues
from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft, is_whole
from marsad.reading.events.kinds import is_background
from marsad.records import Quantity

_MEASURED: Mapping[str, frozenset[str]] = {
    "money": frozenset({"AGREE", "COOPERATE", "AID", "SANCTION", "COERCE"}),
    "person": frozenset({"ASSAULT", "COERCE", "RETREAT", "PROTEST", "MOBILIZE", "AID", "SANCTION"}),
    "duration": frozenset({"CONSULT", "RETREAT", "CONCEDE", "ASSAULT"}),
    "term": frozenset({"AGREE", "ASSAULT", "COOPERATE", "SANCTION", "COERCE"}),
    "goods": frozenset({"COOPERATE", "AGREE", "AID", "MOBILIZE", "ASSAULT", "RETREAT"}),
    "ruling": frozenset({"REQUEST", "REJECT", "SANCTION", "ACCUSE", "SUPPORT"}),
    "share": frozenset({"COOPERATE", "AGREE", "SANCTION", "REJECT", "SUPPORT", "CONCEDE"}),
}
"""The types of events that a quantity of a dimension can belong to."""
_COMMA = frozenset({"،", ","})
_ASIDE = 4.0
"""How much farther away than it stands an event counts that only tells why another was (بسبب العقوبات)."""
_BEHIND = 1.5
"""The same for an event after the quantity."""


class Measurer:
    """Gives event drafts the quantities of one document."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc

    def attach(self, events: list[EventDraft]) -> None:
        """Each quantity goes to an event of a type that it can measure: the nearest in its sentence, one before it
        rather than after it; counts of people also to the last attack before, and what measures an act also to the
        agreement that is for it."""
        by_sentence: dict[int, list[EventDraft]] = {}
        for event in events:
            by_sentence.setdefault(event.sentence, []).append(event)
        for quantity in self.doc.quantities if any(map(is_whole, events)) else ():
            best = self._nearest(quantity, by_sentence)
            if best is not None:
                best.quantities.append(quantity)
        for agreement, act in ((a, e) for a in events for e in events if a.purpose == e.i):
            told = (q for q in act.quantities if agreement.sense.type in _MEASURED.get(_dimension(q.unit), ()))
            agreement.quantities += [q for q in told if q not in agreement.quantities]

    def hand_on(self, event: EventDraft, kept: list[EventDraft]) -> None:
        """`امتناعهم عن التعاون في صنع وقود مخصب بنسبة 20 بالمئة`: the quantities of an event that is no record go to
        the one before it in its sentence, if they can measure that."""
        for quantity in event.quantities:
            fitting = _MEASURED.get(_dimension(quantity.unit), frozenset())
            beside = [e for e in kept if e.sentence == event.sentence and e.i < event.i and e.sense.type in fitting]
            if beside and not beside[-1].quantities:
                beside[-1].quantities.append(quantity)

    def _nearest(self, quantity: Quantity, by_sentence: dict[int, list[EventDraft]]) -> EventDraft | None:
        number = self._sentence_of(quantity)
        dimension = _dimension(quantity.unit)
        if number is None or not self._measures(quantity, dimension):
            return None
        events = by_sentence.get(number, [])
        fitting = [e for e in events if e.sense.type in _MEASURED.get(dimension, frozenset())]
        fitting = [e for e in fitting if not self._in_earlier_clause(quantity, e)]
        if not fitting and dimension == "person":
            return self._attack_before(number, by_sentence)
        visits = [e for e in fitting if e.sense.mode == "visit"] if dimension == "duration" else []
        best = min(visits or fitting, key=lambda e: self._distance(e, quantity), default=None)
        if best is None or best.definite or is_whole(best):
            return best
        lasting = [e for e in fitting if e.sense.type == best.sense.type and (e.definite or is_whole(e))]
        return min(lasting, key=lambda e: self._distance(e, quantity), default=best)

    def _in_earlier_clause(self, quantity: Quantity, event: EventDraft) -> bool:
        """`انفجرت قنبلتان في بوسطن، وفي بغداد قتل عشرون`: whether و opens another clause after the quantity, with its
        own verb, before the event."""
        doc = self.doc
        i = bisect_right(doc.starts, quantity.start) - 1
        breaks = (k for k in range(i + 1, event.i) if doc.is_sign(k, _COMMA))
        return any(doc.words[k + 1].split.conjunction == "و" or doc.is_class(k + 1, "sub") for k in breaks) and any(
            doc.words[k].tense for k in range(max(0, i - 4), i)
        )

    def _attack_before(self, number: int, by_sentence: dict[int, list[EventDraft]]) -> EventDraft | None:
        """The last attack told in the few sentences before, rather one that is told than one that goes on meanwhile."""
        for earlier in range(number - 1, max(-1, number - 4), -1):
            attacks = [e for e in by_sentence.get(earlier, []) if e.sense.type == "ASSAULT"]
            attacks = [e for e in attacks if is_whole(e) or not e.parties]
            if attacks:
                return next((e for e in reversed(attacks) if not is_background(self.doc, e)), attacks[-1])
        return None

    def _measures(self, quantity: Quantity, dimension: str) -> bool:
        """Whether a quantity can measure an act: not someone's age, nor how many hold an opinion."""
        doc = self.doc
        i = bisect_right(doc.starts, quantity.start) - 1
        before = doc.folded[max(0, i - 2) : i]
        if dimension == "share":
            return not cues("rate").isdisjoint(before)
        if dimension == "term":
            return before[-1:] != ["("] and cues("age").isdisjoint(before)
        return True

    def _sentence_of(self, quantity: Quantity) -> int | None:
        doc = self.doc
        for number, (start, stop) in enumerate(doc.sentences):
            if doc.starts[start] <= quantity.start < doc.ends[stop - 1]:
                return number
        return None

    def _distance(self, event: EventDraft, quantity: Quantity) -> float:
        gap = quantity.start - self.doc.starts[event.i]
        far = gap if gap >= 0 else -gap * _BEHIND
        return far * _ASIDE if event.i and self.doc.folded[event.i - 1] in cues("reason") else far


def _dimension(unit: str) -> str:
    if len(unit) == 3 and unit.isupper():
        return "money"
    if unit == "person":
        return unit
    if unit == "percent":
        return "share"
    if unit in {"minute", "hour", "day", "week"}:
        return "duration"
    if unit in {"resolution", "decision"}:
        return "ruling"
    if unit in {"state", "country", "time", "side"}:
        return "none"
    if unit in {"month", "year"}:
        return "term"
    return "goods"
