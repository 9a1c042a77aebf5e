"""When, where and how much: circumstances of events."""

from __future__ import annotations

from marsad.reading.circumstances.attaching import TimeAttacher
from marsad.reading.circumstances.measures import Measurer
from marsad.reading.dating.times import TimeMention, Times
from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.statements.drafts import HELD, Draft


class Circumstances:
    """Gives event drafts their time, place and quantities."""

    def __init__(self, doc: Document, args: Arguments, times: Times, drafts: list[Draft]) -> None:
        self.doc, self.args, self.times = doc, args, times
        self.attacher = TimeAttacher(doc, args, times, drafts)

    def fill(self, events: list[EventDraft]) -> None:
        """Fill in the circumstances of the events of a whole article."""
        for event in events:
            start, stop = self.doc.sentences[event.sentence]
            self._time(event, start, stop)
            if event.statement is None:
                self._place(event, stop)
        Measurer(self.doc).attach(events)

    def hand_on(self, dropped: list[EventDraft], kept: list[EventDraft]) -> None:
        """Give what the events that became no record measure to those beside them that did."""
        measurer = Measurer(self.doc)
        for event in dropped:
            measurer.hand_on(event, kept)

    def _time(self, event: EventDraft, start: int, stop: int) -> None:
        """The time in the event's sentence."""
        time = self.attacher.of_event(event, start, stop)
        if time is None:
            event.time = self._going_on(event)
            return
        ahead = self.times.is_ahead(time.interval)
        said = event.statement is not None or (event.verb and not event.tense)
        dated = event.statement is not None and HELD in event.statement.why and time.i < event.i
        if said and (ahead or (self._history(time) and not dated)):
            return
        since = self.times.since(time.i)
        if since is not None and event.i < since:
            event.time = self.times.up_to_now(time.interval).edtf()
            return
        if self._is_to_come(event, time):
            event.status = "planned"
        done = event.verb and event.status == "actual" and event.tense == "past"
        if done:
            event.time = self.times.passed(time).edtf()
            return
        if ahead and event.status == "actual":
            event.status = "planned"
        interval = self.times.coming(time) if event.status == "planned" else time.interval
        event.time = interval.edtf()

    def _is_to_come(self, event: EventDraft, time: TimeMention) -> bool:
        """Whether a present verb tells of the days to come, a bare weekday being the next: يصوت المجلس يوم الأربعاء."""
        at = event.i if event.verb else event.light
        if at < 0 or event.statement is not None or event.status != "actual":
            return False
        if event.tense != "present" or self.doc.words[at - 1].classes:
            return False
        bare = time.expression.kind == "weekday" and time.expression.shift is None
        return time.is_next or (bare and self.times.is_ahead(self.times.coming(time)))

    def _going_on(self, event: EventDraft) -> str | None:
        """The month of publication for a visit that is still going on (يواصل زيارته)."""
        published = self.times.published
        if event.sense.mode != "visit" or event.verb or event.status != "actual" or published is None:
            return None
        if published.start != published.end or event.light < 0 or self.doc.words[event.light].tense != "present":
            return None
        return published.start.isoformat()[:7]

    def _history(self, time: TimeMention) -> bool:
        """A year of the past names what is spoken of (`منوها بدعم المملكة عام 1973`), not when it was said."""
        published = self.times.published
        return published is not None and published.start.year - time.interval.end.year > 1

    def _place(self, event: EventDraft, stop: int) -> None:
        chunk = event.place
        if chunk is None or chunk.place is None:
            end = self.args.clause_end(event.i, stop)
            for candidate in self.args.between(event.j, end):
                if candidate.prep in {"في", "ب"} and (candidate.place or candidate.head == "state"):
                    chunk = candidate
                    break
        chunk = chunk or self._fronted(event)
        if chunk is None:
            return
        if chunk.place is not None:
            event.place_name = chunk.place.en
        elif chunk.head == "state" and chunk.ents:
            event.place_name = chunk.ents[0]

    def _fronted(self, event: EventDraft) -> Chunk | None:
        """`وفي بغداد قتل عشرون`: the place right before a verb, with which its clause opens."""
        before = self.args.at[event.i - 1] if event.verb and event.i else None
        if before is None or before.j != event.i or before.prep not in {"في", "ب"} or not before.place:
            return None
        start = before.i - 1 if self.doc.is_class(before.i - 1, "prep") else before.i
        opens = start == self.doc.sentences[event.sentence][0] or self.doc.words[start].split.conjunction == "و"
        return before if opens else None
