"""When, where and how much: circumstances of events."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from marsad.language.arabic.calendars import Expression, resolve
from marsad.language.arabic.dates import DateMatch, dates
from marsad.language.arabic.intervals import Interval
from marsad.reading.arguments import Arguments
from marsad.reading.document import ENDERS, Document
from marsad.reading.drafts import Draft
from marsad.reading.eventdrafts import EventDraft, is_whole
from marsad.records import Dating, Quantity

_COMMA = frozenset({"،", ",", "؛", ";"})
_MEASURED = {
    "money": frozenset({"AGREE", "COOPERATE", "AID", "SANCTION", "COERCE"}),
    "person": frozenset({"ASSAULT", "COERCE", "RETREAT", "PROTEST", "MOBILIZE", "AID", "SANCTION"}),
    "duration": frozenset({"CONSULT", "RETREAT", "CONCEDE", "ASSAULT"}),
    "term": frozenset({"AGREE", "ASSAULT", "COOPERATE", "SANCTION", "COERCE"}),
    "goods": frozenset({"COOPERATE", "AGREE", "AID", "MOBILIZE", "ASSAULT", "RETREAT"}),
}
"""The types of events that a quantity of a dimension can belong to."""


class TimeMention(NamedTuple):
    """A time expression over tokens `i` to `j` and the interval it means."""

    i: int
    j: int
    interval: Interval
    expression: Expression


class Times:
    """The time expressions of one document, resolved against its publication date."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.matches: list[DateMatch] = dates(doc.tokens, doc.numeric)
        doc.dated = frozenset(k for m in self.matches for k in range(m.i, m.j))
        self.resolved: list[TimeMention] = []
        self.published: Interval | None = None
        self.day: str | None = None

    def anchor(self, dating: Dating) -> None:
        """Resolve everything against the publication date; full dates also without one."""
        if dating.date is not None:
            self.published = Interval.parse(dating.date)
            self.day = dating.date if "/" not in dating.date else _common(dating.date)
        for match in self.matches:
            interval = resolve(match.expression, self.published)
            if interval is not None:
                self.resolved.append(TimeMention(match.i, match.j, interval, match.expression))

    def coming(self, time: TimeMention) -> Interval:
        """What a time expression means of something still to come: the next Friday, not the last."""
        return resolve(time.expression, self.published, "future") or time.interval

    def near(self, i: int, start: int, stop: int, allowed: Callable[[int], bool] | None = None) -> TimeMention | None:
        """The time that holds for the word at `i`, the nearest one in its sentence with no new clause between;
        `allowed` tells which tokens it may stand at."""
        inside = [
            t for t in self.resolved
            if start <= t.i < stop and (allowed is None or allowed(t.i)) and not self._only_since(t, i)
        ]  # fmt: skip
        if not inside:
            return None
        right = next((t for t in inside if t.i > i and not self._parted(i, t.i)), None)
        left = next((t for t in reversed(inside) if t.i < i and not self._parted(t.i, i)), None)
        if right and left:
            return right if right.i - i <= i - left.i else left
        return right or left

    def _only_since(self, time: TimeMention, i: int) -> bool:
        """`منذ 2006` tells when something began, not when the act at token `i` was, unless it stands beside it."""
        since = "منذ" in (self.doc.folded[time.i], self.doc.folded[time.i - 1] if time.i else "")
        return since and not 0 < time.i - i <= 4

    def _parted(self, i: int, j: int) -> bool:
        """Whether a pause with a new clause, or much text, lies between two tokens."""
        doc = self.doc
        if j - i > 24:
            return True
        return any(doc.words[k].classes & {"sub", "that"} or doc.is_sign(k, ENDERS) for k in range(i + 1, j))


def _common(edtf: str) -> str | None:
    """The prefix that both ends of an interval share: a year or a month."""
    a, _, b = edtf.partition("/")
    for size in (7, 4):
        if len(a) >= size and a[:size] == b[:size]:
            return a[:size]
    return None


class Circumstances:
    """Gives event drafts their time, place and quantities."""

    def __init__(self, doc: Document, args: Arguments, times: Times, drafts: list[Draft]) -> None:
        self.doc, self.args, self.times, self.drafts = doc, args, times, drafts

    def fill(self, events: list[EventDraft]) -> None:
        """Fill in the circumstances of the events of a whole article."""
        for event in events:
            start, stop = self.doc.sentences[event.sentence]
            self._time(event, start, stop)
            if event.statement is None:
                self._place(event, stop)
        self.occasion(events)
        self._attach_quantities(events)

    def _time(self, event: EventDraft, start: int, stop: int) -> None:
        """The time in the event's sentence: of a verbal act one outside its content, of what is reported one inside."""
        if event.statement is not None:
            first, last = event.statement.content
            time = self.times.near(event.i, start, stop, lambda k: not first <= k < last)
        else:
            inner = next((d for d in reversed(self.drafts) if d.content[0] <= event.i < d.content[1]), None)
            inside = (lambda k: inner.content[0] <= k < inner.content[1]) if inner else None
            time = self.times.near(event.i, start, stop, inside)
        if time is None:
            return
        published = self.times.published
        ahead = published is not None and time.interval.start > published.end
        if event.statement is not None and (ahead or self._history(time)):
            return
        if ahead and event.status == "actual":
            event.status = "planned"
        interval = self.times.coming(time) if event.status == "planned" else time.interval
        event.time = interval.edtf()

    def _history(self, time: TimeMention) -> bool:
        """A year of the past names what is spoken of (`منوها بدعم المملكة عام 1973`), not when it was said."""
        published = self.times.published
        return published is not None and published.start.year - time.interval.end.year > 1

    def occasion(self, events: list[EventDraft]) -> None:
        """Words said by those who met are of the day of their meeting, if the article tells of only one."""
        meetings = [
            e for e in events
            if e.sense.type == "CONSULT" and e.status == "actual"
            and e.time and len(e.time) == 10 and len(e.parties) > 1
        ]  # fmt: skip
        if len({m.time for m in meetings}) != 1:
            return
        people = {p for m in meetings for p in m.parties if p.startswith("person:")}
        for event in events:
            if (
                event.statement is not None
                and event.time is None
                and event.actors[0] in people
                and event.status == "actual"
            ):
                event.time = meetings[0].time

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
        """Each quantity goes to an event of a type that it can measure: the nearest in its sentence, one before it
        rather than after it; counts of people also to the last attack before."""
        by_sentence: dict[int, list[EventDraft]] = {}
        for event in events:
            by_sentence.setdefault(event.sentence, []).append(event)
        for quantity in self.doc.quantities if any(map(is_whole, events)) else ():
            best = self._nearest(quantity, by_sentence)
            if best is not None:
                best.quantities.append(quantity)

    def _nearest(self, quantity: Quantity, by_sentence: dict[int, list[EventDraft]]) -> EventDraft | None:
        number = self._sentence_of(quantity)
        if number is None:
            return None
        events = by_sentence.get(number, [])
        fitting = [e for e in events if e.sense.type in _MEASURED.get(_dimension(quantity.unit), frozenset())]
        if not fitting and quantity.unit == "person":
            for earlier in range(number - 1, max(-1, number - 4), -1):
                attacks = [e for e in by_sentence.get(earlier, []) if e.sense.type == "ASSAULT"]
                if attacks:
                    return attacks[-1]
        visits = [e for e in fitting if e.sense.mode == "visit"] if _dimension(quantity.unit) == "duration" else []
        return min(visits or fitting, key=lambda e: self._distance(e, quantity), default=None)

    def _sentence_of(self, quantity: Quantity) -> int | None:
        doc = self.doc
        for number, (start, stop) in enumerate(doc.sentences):
            if doc.starts[start] <= quantity.start < doc.ends[stop - 1]:
                return number
        return None

    def _distance(self, event: EventDraft, quantity: Quantity) -> float:
        at = self.doc.starts[event.i]
        gap = quantity.start - at
        return gap if gap >= 0 else -gap * 1.5


def _dimension(unit: str) -> str:
    if len(unit) == 3 and unit.isupper():
        return "money"
    if unit in {"person", "percent"}:
        return unit
    if unit in {"minute", "hour", "day", "week"}:
        return "duration"
    if unit in {"state", "country", "decision", "resolution", "time", "side"}:
        return "none"
    if unit in {"month", "year"}:
        return "term"
    return "goods"
