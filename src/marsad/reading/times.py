"""When, where and how much: circumstances of events."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from marsad.language.arabic.dates import DateMatch, dates, resolve
from marsad.language.arabic.intervals import Interval
from marsad.language.arabic.quantities import quantities
from marsad.reading.arguments import Arguments
from marsad.reading.document import ENDERS, Document
from marsad.reading.events import EventDraft
from marsad.records import Dating, Quantity

_COMMA = frozenset({"،", ",", "؛", ";"})


class TimeMention(NamedTuple):
    """A time expression over tokens `i` to `j` and the interval it means."""

    i: int
    j: int
    interval: Interval


class Times:
    """The time expressions of one document, resolved against its publication date."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.quantities = quantities(doc.tokens, self._is_person)
        doc.people = frozenset(bisect_left(doc.starts, q.start) for q in self.quantities if q.unit == "person")
        self.matches: list[DateMatch] = dates(doc.tokens)
        doc.dated = frozenset(k for m in self.matches for k in range(m.i, m.j))
        self.resolved: list[TimeMention] = []
        self.published: Interval | None = None
        self.day: str | None = None

    def _is_person(self, folded: str) -> bool:
        word = self.doc.lexicon.words([folded])[0]
        return any(s.lemma.group is not None or s.lemma.kind == "nisba" for s in word.senses)

    def anchor(self, dating: Dating) -> None:
        """Resolve everything against the publication date, if that is known."""
        if dating.date is None:
            return
        self.published = Interval.parse(dating.date)
        self.day = dating.date if "/" not in dating.date else _common(dating.date)
        for match in self.matches:
            interval = resolve(match.expression, self.published)
            if interval is not None:
                self.resolved.append(TimeMention(match.i, match.j, interval))

    def near(self, i: int, start: int, stop: int) -> TimeMention | None:
        """The time that holds for the word at `i`: in its clause, first to the right, then to the left, then in the
        rest of the sentence before it."""
        inside = [t for t in self.resolved if start <= t.i < stop]
        if not inside:
            return None
        right = next((t for t in inside if t.i > i and not self._parted(i, t.i)), None)
        left = next((t for t in reversed(inside) if t.i < i and not self._parted(t.i, i)), None)
        if right and left:
            return right if right.i - i <= i - left.i else left
        return right or left

    def _parted(self, i: int, j: int) -> bool:
        """Whether a pause with a new clause, or much text, lies between two tokens."""
        doc = self.doc
        if j - i > 18:
            return True
        return any(doc.words[k].classes & {"sub"} or doc.is_sign(k, ENDERS) for k in range(i + 1, j))


def _common(edtf: str) -> str | None:
    """The prefix that both ends of an interval share: a year or a month."""
    a, _, b = edtf.partition("/")
    for size in (7, 4):
        if len(a) >= size and a[:size] == b[:size]:
            return a[:size]
    return None


class Circumstances:
    """Gives event drafts their time, place and quantities."""

    def __init__(self, doc: Document, args: Arguments, times: Times) -> None:
        self.doc, self.args, self.times = doc, args, times

    def fill(self, events: list[EventDraft]) -> None:
        """Fill in the circumstances of the events of a whole article."""
        for event in events:
            start, stop = self.doc.sentences[event.sentence]
            self._time(event, start, stop)
            if event.statement is None:
                self._place(event, stop)
        self._attach_quantities(events)

    def _time(self, event: EventDraft, start: int, stop: int) -> None:
        time = self.times.near(event.i, start, stop)
        if time is None:
            return
        published = self.times.published
        if published is not None and time.interval.start > published.end and event.status == "actual":
            event.status = "planned"
        event.time = time.interval.edtf()

    def _place(self, event: EventDraft, stop: int) -> None:
        chunk = event.place
        if chunk is None or chunk.place is None:
            end = self.args.clause_end(event.i, stop)
            for candidate in self.args.between(event.j, end):
                if candidate.prep in {"في", "ب"} and (candidate.place or candidate.head == "state"):
                    chunk = candidate
                    break
        if chunk is None:
            return
        if chunk.place is not None:
            event.place_name = chunk.place.en
        elif chunk.head == "state" and chunk.ents:
            event.place_name = chunk.ents[0]

    def _attach_quantities(self, events: list[EventDraft]) -> None:
        """Each quantity goes to the nearest event of its sentence, to one before it rather than after it."""
        by_sentence: dict[int, list[EventDraft]] = {}
        for event in events:
            by_sentence.setdefault(event.sentence, []).append(event)
        for quantity in self.times.quantities:
            best = self._nearest(quantity, by_sentence)
            if best is not None:
                best.quantities.append(quantity)

    def _nearest(self, quantity: Quantity, by_sentence: dict[int, list[EventDraft]]) -> EventDraft | None:
        doc = self.doc
        for number, (start, stop) in enumerate(doc.sentences):
            if doc.starts[start] <= quantity.start < doc.ends[stop - 1]:
                events = by_sentence.get(number, [])
                return min(events, key=lambda e: self._distance(e, quantity), default=None)
        return None

    def _distance(self, event: EventDraft, quantity: Quantity) -> float:
        at = self.doc.starts[event.i]
        gap = quantity.start - at
        return gap if gap >= 0 else -gap * 1.5
