"""The time expressions of one document, resolved against the day on which it was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from marsad.language.arabic.calendars import Expression, Tense, resolve
from marsad.language.arabic.dates import DateMatch, dates
from marsad.language.arabic.intervals import Interval
from marsad.lexicon.lexicon import NAME, PLACE
from marsad.reading.cuewords import cues
from marsad.reading.document import PAUSES, Document
from marsad.records import Dating

_LATE = 5
"""How many days after it was written a text may be found in a crawl or put out."""
_SINCE_REACH = 6
"""How many words may stand between منذ and its date (منذ بدء الحرب في فبراير)."""
_AT = frozenset({"في", "ب"})


class TimeMention(NamedTuple):
    """A time expression over tokens `i` to `j` and the interval it means."""

    i: int
    j: int
    interval: Interval
    expression: Expression

    @property
    def is_next(self) -> bool:
        """Whether it is of the next few days, weeks or months, today among them."""
        return self.expression.kind in ("ago", "span") and (self.expression.shift or 0) > 0


class Times:
    """The time expressions of one document, resolved against its publication date."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.matches: list[DateMatch] = dates(doc.tokens, doc.numeric)
        doc.dated = frozenset(k for m in self.matches for k in range(m.i, m.j))
        doc.asides = frozenset(k for m in self.matches for k in _around(doc, m))
        self.resolved: list[TimeMention] = []
        self.published: Interval | None = None
        self.day: str | None = None

    def anchor(self, dating: Dating) -> None:
        """Resolve everything against the publication date; full dates also without one."""
        if dating.date is not None:
            self.published = self._written(Interval.parse(dating.date))
            self.day = dating.date
        passed = {_month(m.expression) for m in self.matches if self.since(m.i) is not None} - {None}
        for match in (m for m in self.matches if not self._is_name(m)):
            tense: Tense = "past" if _month(match.expression) in passed else ""
            interval = resolve(match.expression, self.published, tense)
            if interval is not None:
                self.resolved.append(TimeMention(match.i, match.j, interval, match.expression))

    def _written(self, published: Interval) -> Interval:
        """The day on which the text was written, where it names the weekday of its today or yesterday and came out a
        few days later.
        """
        told = [m.expression for m in self.matches if m.expression.kind == "day" and m.expression.weekday is not None]
        seen = [(e, resolve(e, published)) for e in told]
        days = {day.start - timedelta(days=e.shift or 0) for e, day in seen if day is not None}
        if published.start != published.end or len(days) != 1:
            return published
        (day,) = days
        return Interval.of_day(day) if 0 < (published.start - day).days <= _LATE else published

    def coming(self, time: TimeMention) -> Interval:
        """What a time expression means of something still to come: the next Friday, not the last."""
        return resolve(time.expression, self.published, "future") or time.interval

    def passed(self, time: TimeMention) -> Interval:
        """What a time expression means of something that has been done: the last September, not the next."""
        return resolve(time.expression, self.published, "past") or time.interval

    def up_to_now(self, interval: Interval) -> Interval:
        """From the beginning of an interval to publication, no more exact than the interval is."""
        published = self.published
        if published is None or published.end < interval.start or interval.precision == "interval":
            return interval
        end = published.end
        until = {"month": Interval.of_month(end.year, end.month), "year": Interval.of_year(end.year)}
        return Interval(interval.start, until.get(interval.precision, published).end)

    def is_ahead(self, interval: Interval) -> bool:
        """Whether an interval begins after publication."""
        return self.published is not None and interval.start > self.published.end

    def is_over(self, interval: Interval) -> bool:
        """Whether an interval ended before publication."""
        return self.published is not None and interval.end < self.published.start

    def is_recent(self, interval: Interval) -> bool:
        """Whether an interval is one of the few days up to publication."""
        if self.published is None or self.published.start != self.published.end or interval.start != interval.end:
            return False
        return 0 <= (self.published.end - interval.end).days <= _LATE

    def since(self, i: int) -> int | None:
        """The token of the منذ that the time at token `i` belongs to, as the beginning of what lasts."""
        doc = self.doc
        for k in range(i, max(i - _SINCE_REACH, 0) - 1, -1):
            if doc.folded[k] in cues("since"):
                return k
            if k < i and (doc.is_sign(k, PAUSES) or self._is_told_verb(k)):
                return None
        return None

    def _is_told_verb(self, k: int) -> bool:
        """Whether token `k` is a past verb, not a noun of its spelling after منذ (منذ بدء الحرب)."""
        return self.doc.words[k].tense == "past" and self.doc.folded[k - 1] not in cues("since")

    def is_until(self, i: int) -> bool:
        """Whether the time at token `i` tells how long something lasts: حتى اليوم."""
        k = i - 1
        while k > 0 and self.doc.folded[k] in cues("date-noun"):
            k -= 1
        return k >= 0 and self.doc.folded[k] in cues("until")

    def _is_name(self, match: DateMatch) -> bool:
        """Whether a day without its year is a name of what happened on it: ثورة 25 يناير, «30 يونيو»."""
        e, doc = match.expression, self.doc
        if e.kind != "date" or e.day is None or e.year is not None or e.shift is not None or e.year_shift is not None:
            return False
        if match.i and doc.folded[match.i - 1] in cues("named-by"):
            return True
        return match.i - 1 in doc.quote_at and match.j in doc.quote_at


def _month(expression: Expression) -> Expression | None:
    """A month without its year, which is one and the same year throughout a text."""
    bare = expression.kind == "date" and expression.month is not None and expression.shift is None
    unsaid = expression.year is None and expression.year_shift is None
    return replace(expression, day=None, weekday=None) if bare and unsaid else None


def _around(doc: Document, match: DateMatch) -> tuple[int, ...]:
    """The two commas around a time and the place after it, if nothing else stands there."""
    if match.i == 0 or doc.folded[match.i - 1] != "،":
        return ()
    k = match.j
    while k < min(doc.size, match.j + 4) and (doc.folded[k] in _AT or doc.flags[k] & (NAME | PLACE)):
        k = doc.unit_end[k]
    return (match.i - 1, k) if k < doc.size and doc.folded[k] == "،" else ()
