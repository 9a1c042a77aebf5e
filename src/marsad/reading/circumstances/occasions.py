"""Times that events share: what was said at a meeting or in one speech, and what a visit holds."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.language.arabic.intervals import Interval
from marsad.reading.circumstances.attaching import TimeAttacher
from marsad.reading.cuewords import cues
from marsad.reading.dating.times import TimeMention, Times
from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.events.kinds import VERBAL
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft

_DAY = 10
"""The length of a day in ISO 8601."""
_BEFORE = 3
"""How many sentences before it the day may stand after which something was done."""
_VAGUE = ("group:", "media:")
"""Speakers who may be others the next time."""


class Occasions:
    """Gives events without a time of their own that of the occasion to which they belong."""

    def __init__(self, doc: Document, times: Times, registry: Registry, attacher: TimeAttacher) -> None:
        self.doc, self.times, self.registry, self.attacher = doc, times, registry, attacher
        self.args, self.drafts = attacher.args, attacher.drafts

    def share(self, events: list[EventDraft]) -> None:
        """Fill in the times that merged events share."""
        if not any(e.time for e in events) and not self.times.resolved:
            return
        for event in events:
            if event.time and event.status == "actual" and self.times.is_ahead(Interval.parse(event.time)):
                event.time = None  # one of its mentions was a plan
            if event.time and event.lasting and not self.times.is_recent(Interval.parse(event.time)):
                event.time = self.times.up_to_now(Interval.parse(event.time)).edtf()  # `يكثفون هجومهم`, begun in April
        self._within_visits(events)
        self._during(events)
        self._speeches(events)
        self._meetings(events)
        self._main_act(events)
        self._next_acts(events)

    def _within_visits(self, events: list[EventDraft]) -> None:
        """A meeting planned for a visit is in its time: سيتوجه إلى طهران حيث سيلتقي الرئيس الإيراني."""
        visits = [e for e in events if e.sense.mode == "visit" and e.time and e.status == "planned"]
        for event in events:
            if event.sense.type != "CONSULT" or event.sense.mode == "visit" or event.status != "planned":
                continue
            held = [v for v in visits if v.sentence == event.sentence and self._is_within(event, v)]
            if len(held) == 1 and (event.time is None or self._narrows(held[0], event)):
                event.time = held[0].time

    def _is_within(self, meeting: EventDraft, visit: EventDraft) -> bool:
        """Whether the visitor meets someone of the country that he visits."""
        visitors = [p for p in visit.parties if p in meeting.parties]
        hosts = {self.registry.country(p) for p in visit.parties if p not in visitors}
        return bool(visitors) and any(self.registry.country(p) in hosts for p in meeting.parties if p not in visitors)

    @staticmethod
    def _narrows(visit: EventDraft, meeting: EventDraft) -> bool:
        return Interval.parse(meeting.time or "").contains(Interval.parse(visit.time or ""))

    def _during(self, events: list[EventDraft]) -> None:
        """What is done خلال اللقاء is done at that meeting's time."""
        mentioned = {
            i: event for event in events if self._is_meeting(event) for i in (event.i, *(k for k, _ in event.also))
        }
        for event in events if mentioned else ():
            if event.time is None and event.status == "actual" and self._may_be_done_there(event):
                start, stop = self.doc.sentences[event.sentence]
                held = [k for k in range(start + 1, stop) if k in mentioned and self._is_occasion_of(k, event.i)]
                if held and all(mentioned[k] is mentioned[held[0]] for k in held):
                    event.time = mentioned[held[0]].time

    def _may_be_done_there(self, event: EventDraft) -> bool:
        """Whether an event is an act of words or a meeting that the sentence tells itself, not what is talked about."""
        if event.sense.type not in VERBAL | {"CONSULT", "AGREE"}:
            return False
        before = self.doc.words[event.i - 1] if event.i else None
        bare = before is not None and before.folded.isalpha() and not before.classes and not before.tense
        return event.verb or event.light >= 0 or not bare or self.args.at[event.i - 1] is not None

    def _is_occasion_of(self, k: int, i: int) -> bool:
        """Whether `خلال` stands before the meeting at token `k`, and no new clause between it and the act at `i`."""
        if self.doc.folded[k - 1] not in cues("during"):
            return False
        between = range(min(i, k) + 1, max(i, k))
        return not any(self.doc.words[m].classes & {"rel", "that"} for m in between)

    def _speeches(self, events: list[EventDraft]) -> None:
        """Verbal acts of one speaker are of the day of his speech, if the article tells of only one."""
        acts = [e for e in events if e.statement is not None and e.time is None and e.status == "actual" and e.actors]
        if not acts:
            return
        days = self._days_of_speakers()
        for event in acts:
            told = days.get(event.actors[0], set())
            if len(told) == 1 and self._has_no_other_time(event):
                (event.time,) = told

    def _days_of_speakers(self) -> dict[str, set[str]]:
        """On which days each speaker speaks, as far as the text says."""
        found: dict[str, set[str]] = {}
        for draft in self.drafts:
            time = self._said_at(draft)
            if time is None or time.interval.start != time.interval.end or self.times.is_ahead(time.interval):
                continue
            for speaker in (s for s in draft.speakers if not s.startswith(_VAGUE)):
                found.setdefault(speaker, set()).add(time.interval.edtf())
        return found

    def _has_no_other_time(self, event: EventDraft) -> bool:
        """Whether the sentence neither looks back nor gives an act a time of its own, fit for it or not."""
        start, stop = self.doc.sentences[event.sentence]
        return not self._looks_back(event.i, start) and self.attacher.of_event(event, start, stop) is None

    def _said_at(self, draft: Draft) -> TimeMention | None:
        start, stop = self.doc.sentences[draft.sentence]
        return self.attacher.of_statement(draft, draft.cue[0], start, stop)

    def _looks_back(self, i: int, start: int) -> bool:
        """Whether كان or سبق stands before the word at `i`: what had been before."""
        return any("kana" in self.doc.words[k].classes for k in {start, *range(max(start, i - 5), i)})

    def _meetings(self, events: list[EventDraft]) -> None:
        """Words said by those who met are of the day of their meeting, if the article tells of only one."""
        meetings = [
            e for e in events
            if e.sense.type == "CONSULT" and e.status == "actual"
            and e.time and len(e.time) == _DAY and len(e.parties) > 1
        ]  # fmt: skip
        if len({m.time for m in meetings}) != 1:
            return
        people = {p for m in meetings for p in m.parties if p.startswith("person:")}
        for event in self._said(events):
            if event.actors[0] in people and not self._looks_back(event.i, self.doc.sentences[event.sentence][0]):
                event.time = meetings[0].time

    def _main_act(self, events: list[EventDraft]) -> None:
        """The meeting or visit that the article tells first is of the day on which those who met did more, or of the
        only day on which it tells of them at all.
        """
        head = self.doc.headline_end()
        main = next((e for e in events if e.i >= head), None)
        if main is None or main.time or main.sense.type != "CONSULT" or main.status != "actual" or not main.verb:
            return
        if self.doc.words[main.i].tense != "past" or main.sentence > 1 + bool(head):
            return
        shared = {e.time for e in events if self._is_meeting(e) and set(e.parties) & set(main.parties)}
        days = shared or self._days_of({p for p in main.parties if p.startswith("person:")})
        if len(days) == 1:
            (main.time,) = days

    def _next_acts(self, events: list[EventDraft]) -> None:
        """What the same people did عقب ذلك was on the day of what is told right before."""
        for event in events:
            people = {p for p in event.parties if p.startswith("person:")}
            if event.time or event.status != "actual" or not event.verb or not people:
                continue
            start = self.doc.sentences[event.sentence][0]
            if any(self._is_after_that(k) for k in range(start, event.i)):
                event.time = self._last_day_of(people, event.sentence)

    def _is_after_that(self, k: int) -> bool:
        return self.doc.folded[k] in cues("aside") and self.doc.folded[k + 1] in cues("that")

    def _last_day_of(self, people: set[str], sentence: int) -> str | None:
        """The day on which the few sentences before one tell of some people, if it is one."""
        first = self.doc.sentences[max(0, sentence - _BEFORE)][0]
        last = self.doc.sentences[sentence][0]
        days = self._days_of(people, first, last)
        return next(iter(days)) if len(days) == 1 else None

    @staticmethod
    def _is_meeting(event: EventDraft) -> bool:
        return event.sense.type == "CONSULT" and event.status == "actual" and len(event.time or "") == _DAY

    def _days_of(self, people: set[str], first: int = 0, last: int | None = None) -> set[str | None]:
        """The last few days on which the text tells what some people did, not what was said of it or lay behind it."""
        said = {t.i for d in self.drafts if (t := self._said_at(d)) is not None}
        found: set[str | None] = set()
        for start, stop in self.doc.sentences if people else ():
            for time in self.times.resolved:
                inside = start <= time.i < stop and first <= time.i < (self.doc.size if last is None else last)
                if inside and time.i not in said and self._is_told_of(people, time, start):
                    found.add(time.interval.edtf())
        return found

    def _is_told_of(self, people: set[str], time: TimeMention, start: int) -> bool:
        """Whether a day stands in the narration of what some people did."""
        if not self.times.is_recent(time.interval) or (time.expression.kind == "weekday" and time.expression.shift):
            return False
        if any(d.content[0] <= time.i < d.content[1] for d in self.drafts) or self._looks_back(time.i, start):
            return False
        if any("rel" in self.doc.words[k].classes for k in range(start, time.i)):
            return False
        return any(people & set(c.ents) for c in self.args.between(start, time.i))

    @staticmethod
    def _said(events: list[EventDraft]) -> Iterable[EventDraft]:
        """The undated acts done with words."""
        acts = (e for e in events if e.verb and e.actors and e.sense.type in VERBAL)
        return (e for e in acts if e.time is None and e.status == "actual")
