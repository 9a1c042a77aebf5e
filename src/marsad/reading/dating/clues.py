"""What the dates in a text tell of the day on which it was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from marsad.language.arabic.calendars import GREGORIAN, HIJRI, Expression, hijri_months, is_hijri_year, resolve
from marsad.language.arabic.dates import DateMatch
from marsad.language.arabic.intervals import Interval
from marsad.reading.cuewords import cues
from marsad.reading.dating.daysets import (
    Days,
    between,
    in_months,
    is_one_date,
    join,
    meet,
    months_after,
    on_weekdays,
    since,
    until,
)
from marsad.reading.document import Document

SURE, LIKELY, WEAK = 3, 2, 1
Outlook = Literal["past", "future", ""]
_HEAD = 3
"""The rank of the last sentence of the head of a text: the headline, of one or two sentences, and the lead."""
_LEAD_MONTHS = 18
"""Visits and talks are seldom announced longer before."""
_NEAR = frozenset({"(", ")", "،", ",", "ل", "الموافق", "من", "عام", "سنة", "سنه", "لعام"})
_STROKES = frozenset({"/", "-", "–"})
_SINCE = frozenset({"منذ", "بعد", "عقب", "قبل"})
_PLAN_REACH = 8
"""How many words may stand between a plan and its date."""
_DAYS_LATE = 3
"""How many days after it something may still be told as coming for days."""
_NEWS_AGE = 3
"""How many days after its news a text that names only the weekday is published at most."""
_MONTHS_AHEAD = 10
"""How many months before it `مايو المقبل` may be said: not in the month itself, nor right after it."""


class Clue(NamedTuple):
    """Days on which the text may have been published, the words that say so and what they say; how sure that is."""

    days: Days
    words: str
    reason: str
    weight: int
    kind: str = "date"


class Weekday(NamedTuple):
    """A weekday that the text names with today, yesterday or tomorrow, and the weekdays of publication it allows."""

    days: frozenset[int]
    match: DateMatch
    exact: bool


class Clause(NamedTuple):
    """A date in its sentence, of the tokens `start` to `stop`; `rank` is the sentence's place in the text."""

    match: DateMatch
    start: int
    stop: int
    rank: int


def clauses(doc: Document, matches: list[DateMatch]) -> list[Clause]:
    """The dates that stand in sentences, not in furniture."""
    found: list[Clause] = []
    sentences = iter(enumerate(doc.sentences))
    rank, (start, stop) = next(sentences, (0, (0, 0)))
    for match in matches:
        while match.i >= stop:
            following = next(sentences, None)
            if following is None:
                return found
            rank, (start, stop) = following
        if start <= match.i:
            found.append(Clause(match, start, stop, rank))
    return found


def date_clues(doc: Document, dated: list[Clause]) -> list[Clue]:
    """Every clue that the dates of a text give. A day, month or year told both as past and as coming is neither."""
    found = list(_date_clues(doc, dated))
    past = [c for c in found if c.kind == "past" and c.days]
    coming = [c for c in found if c.kind == "coming" and c.days]
    pairs = [(p, c) for p in past for c in coming if is_one_date(p.days[0][0], c.days[-1][1])]
    unclear = [clue for pair in pairs for clue in pair]
    return [c for c in found if c not in unclear]


def _date_clues(doc: Document, dated: list[Clause]) -> Iterator[Clue]:
    for n, clause in enumerate(dated):
        following = dated[n + 1] if n + 1 < len(dated) else None
        pinned = None if _is_quoted(doc, clause) else _pinned(doc, clause, following)
        if pinned is not None:
            yield pinned
        yield from _of_date(doc, clause)


def _is_quoted(doc: Document, clause: Clause) -> bool:
    """Whether a date stands in quoted words, which may be of another day."""
    return any(q.opening < clause.match.i < q.closing for q in doc.quotations)


def weekdays_of(dated: list[Clause]) -> list[Weekday]:
    """The weekdays named with today, yesterday or tomorrow."""
    found: list[Weekday] = []
    for clause in dated:
        e = clause.match.expression
        if e.kind == "day" and e.weekday is not None and e.shift is not None and abs(e.shift) <= 1:
            found.append(Weekday(_publishing_weekdays(e.weekday, e.shift), clause.match, e.shift == 0))
    return found


def _publishing_weekdays(weekday: int, shift: int) -> frozenset[int]:
    """What is told as of yesterday may be put out late on that day, what is told as of tomorrow early on that day."""
    return frozenset({weekday} if shift == 0 else {weekday, (weekday - shift) % 7})


def news_weekdays(doc: Document, dated: list[Clause]) -> list[Weekday]:
    """The weekdays, without a word for how far they are, on which the head of the text tells that its news was."""
    found: list[Weekday] = []
    for clause in (c for c in dated if c.rank <= _HEAD):
        e = clause.match.expression
        if e.kind != "weekday" or e.shift is not None or e.weekday is None:
            continue
        told = range(clause.start, clause.match.i)
        if any(doc.words[k].tense == "past" for k in told) and not any(
            _is_announced(doc, k) or doc.words[k].classes & {"rel"} for k in told
        ):
            found.append(Weekday(frozenset({e.weekday}), clause.match, False))
    return found


def fits_news(days: Days, weekday: Weekday) -> Days:
    """Those of a few days that are at most some days after the weekday of the news, it being one of them too: what
    the text says of its time is true on the day of the news.
    """
    return meet(days, join(((day, day + _NEWS_AGE),) for day, _ in on_weekdays(days, weekday.days)))


def says_today(dated: list[Clause]) -> bool:
    """Whether the text tells of its own day."""
    return any(c.match.expression.kind == "day" and c.match.expression.shift == 0 for c in dated)


def outlook(doc: Document, clause: Clause) -> Outlook:
    """Whether a date is told as past or as coming; empty if that is not clear."""
    i, j = clause.match.i, clause.match.j
    if doc.folded[i - 1 : i] == ["منذ"] or doc.folded[i] == "منذ":
        return "past"
    if _is_coming(doc, clause):
        if _goes_on_for_days(doc, clause):
            return "future"
        then = any(_is_told_of_then(doc, k) for k in range(clause.start, min(clause.stop, j + 8)))
        done = any(_is_done(doc, k) for k in (*range(clause.start, i), *range(j, min(clause.stop, j + 3))))
        return "" if then or done else "future"
    near = [*range(max(clause.start, i - 6), i), *range(j, min(clause.stop, j + 2))]
    if any(_is_done(doc, k) for k in near) and not any(
        _is_announced(doc, k) for k in range(max(clause.start, i - 14), min(clause.stop, j + 8))
    ):
        return "past"
    return ""


def _is_coming(doc: Document, clause: Clause) -> bool:
    """Whether a word of plans stands before the date, nothing done between them, or right after it."""
    for k in range(clause.match.i - 1, max(clause.start, clause.match.i - _PLAN_REACH) - 1, -1):
        if _is_future_verb(doc, k) or doc.folded[k] in cues("coming"):
            return True
        if _is_done(doc, k) or doc.folded[k] in _SINCE:
            return False
    return any(_is_future_verb(doc, k) for k in range(clause.match.j, min(clause.stop, clause.match.j + 2)))


def _goes_on_for_days(doc: Document, clause: Clause) -> bool:
    """Whether what is coming has been so for days, so that it still is: كانوا يحذرون منذ أيام من هجوم بنهاية العام."""
    head = range(clause.start, clause.match.i - 1)
    return any(doc.folded[k] in cues("since") and doc.folded[k + 1] in cues("days") for k in head)


def _is_future_verb(doc: Document, k: int) -> bool:
    word = doc.words[k]
    return (word.split.future and word.tense == "present") or "future" in word.classes


def _is_announced(doc: Document, k: int) -> bool:
    """Whether a word makes it unclear if what stands with it has happened."""
    return _is_future_verb(doc, k) or doc.folded[k] in cues("future") or doc.folded[k] in cues("coming")


def _is_told_of_then(doc: Document, k: int) -> bool:
    """Whether what was coming then may have passed: كان من المقرر, آنذاك."""
    return ("kana" in doc.words[k].classes and "كان" in doc.folded[k]) or doc.folded[k] in cues("history")


def _is_done(doc: Document, k: int) -> bool:
    senses = doc.senses[k]
    if doc.folded[k] in cues("became"):
        return True
    return bool(senses) and senses[0].feature.tense == "past" and not any(s.lemma.cues for s in senses)


def _pinned(doc: Document, clause: Clause, following: Clause | None) -> Clue | None:
    """A date told twice, once seen from the day of publication: العام الماضي 2014, أمس الأربعاء 15 يوليو 2015."""
    e, j = clause.match.expression, clause.match.j
    if (e.kind, e.unit) == ("period", "year") or _is_relative_month(e):
        year = _year_beside(doc, j)
        return None if year is None else _of_numbered(doc, clause, year)
    if following is None or following.rank != clause.rank or not _adjacent(doc, j, following.match.i):
        return None
    day = resolve(following.match.expression, None)
    if day is None or day.start != day.end or e.shift is None:
        return None
    words = doc.span(clause.match.i, following.match.j).text
    if e.kind == "day" and day.start.weekday() in (e.weekday, following.match.expression.weekday):
        at = day.start - timedelta(days=e.shift)
        late = at - timedelta(days=1) if e.shift == -1 else at
        return Clue(between(late, at), words, f"counts from {at.isoformat()}", SURE)
    if e.kind == "weekday" and e.shift and e.weekday == day.start.weekday():
        near, far = (day.start - timedelta(days=e.shift * n) for n in (0, 13))
        return Clue(between(min(near, far), max(near, far)), words, "lies within two weeks", SURE)
    return None


def _is_relative_month(e: Expression) -> bool:
    """يوليو الماضي, يوليو الجاري."""
    return e.kind == "date" and e.month is not None and e.year is None and e.shift is not None


def _adjacent(doc: Document, j: int, i: int) -> bool:
    return i - j <= 3 and all(doc.folded[k] in _NEAR for k in range(j, i))


def _year_beside(doc: Document, j: int) -> int | None:
    """The year in digits after a relative year or month."""
    k = j
    while k < min(j + 3, doc.size) and doc.folded[k] in _NEAR and doc.folded[k] != ")":
        k += 1
    if k >= doc.size or not (doc.folded[k].isdecimal() and len(doc.folded[k]) == 4):
        return None
    if not _STROKES.isdisjoint(doc.folded[k + 1 : k + 4]):
        return None  # a school year or budget (1436/1437), which is not told by its first half
    year = int(doc.folded[k])
    return year if is_hijri_year(year) or 1990 <= year <= 2049 else None


def _of_numbered(doc: Document, clause: Clause, year: int) -> Clue | None:
    """Publication by a relative year or month beside which its number stands."""
    e = clause.match.expression
    words = f"{doc.span(clause.match.i, clause.match.j).text} {year}"
    if e.kind == "period":
        days = _year_days(year - (e.shift or 0))
        return None if days is None else Clue(days, words, "names the year by its number", SURE)
    if e.calendar != GREGORIAN or is_hijri_year(year) or e.month is None:
        return None
    month = Interval.of_month(year, e.month)
    if e.shift == 0:
        return Clue(between(month.start, month.end), words, "is the month of publication", SURE)
    if e.shift == 1:
        return Clue(between(months_after(month.start, -12), month.end), words, "is a coming month", SURE)
    return Clue(between(month.start, months_after(month.end, 12)), words, "is a month that has passed", SURE)


def _year_days(year: int) -> Days | None:
    """The days of a year of either calendar; a Hijri year may begin or end two days off where the moon is sighted."""
    if not is_hijri_year(year):
        return between(date(year, 1, 1), date(year, 12, 31))
    hijri = hijri_months(year, 1, 12)
    return None if hijri is None else between(hijri.start - timedelta(days=2), hijri.end + timedelta(days=2))


def _of_date(doc: Document, clause: Clause) -> Iterator[Clue]:
    """What one date tells by itself."""
    e = clause.match.expression
    if e.kind == "date" and e.month and e.year is None and e.calendar != HIJRI:
        yield from _of_month(doc, clause, e)
        return
    if not _has_year(e):
        return
    when = resolve(e, None)
    if when is None or when.start.year < 1990:
        return
    words = doc.span(clause.match.i, clause.match.j).text
    seen = outlook(doc, clause)
    fresh = _fresh(doc, clause, when, words, seen)
    if fresh is not None:
        yield fresh
    if seen == "past":
        yield Clue(since(when.start), words, "is told as past", LIKELY, "past")
    elif seen == "future":
        last = when.end + timedelta(days=_DAYS_LATE if _goes_on_for_days(doc, clause) else 0)
        yield Clue(until(last), words, "is told as coming", LIKELY, "coming")
        if (when.end - when.start).days < 250 and _is_visit(doc, clause):
            start = months_after(when.start, -_LEAD_MONTHS)
            yield Clue(since(start), words, "is told as a coming meeting, seldom planned long before", WEAK, "lead")


def _has_year(e: Expression) -> bool:
    """Whether an expression may be resolved by itself: a cheap test."""
    return e.year is not None or any(part is not None and _has_year(part) for part in (e.inner, e.until))


def _of_month(doc: Document, clause: Clause, e: Expression) -> Iterator[Clue]:
    """يوليو الجاري, مايو المقبل, مايو الماضي."""
    words = doc.span(clause.match.i, clause.match.j).text
    month = e.month or 1
    if e.shift == 0:
        yield Clue(in_months(frozenset({month})), words, "is the month of publication", LIKELY)
    elif e.shift == 1 and e.day is None:
        months = frozenset((month - 1 - n) % 12 + 1 for n in range(1, _MONTHS_AHEAD + 1))
        yield Clue(in_months(months), words, "is a coming month", LIKELY)
    elif e.shift == -1 and e.day is None:
        yield Clue(in_months(frozenset(range(1, 13)) - {month}), words, "is a month that has passed", LIKELY)


def _fresh(doc: Document, clause: Clause, when: Interval, words: str, seen: Outlook) -> Clue | None:
    """A full date with its weekday at the head of the text is of the news itself."""
    e = clause.match.expression
    if clause.rank > 1 or e.weekday is None or when.start != when.end or when.start.weekday() != e.weekday:
        return None
    before = doc.folded[max(clause.start, clause.match.i - 5) : clause.match.i]
    if not (
        cues("history").isdisjoint(doc.folded[clause.start : clause.stop]) and cues("reference").isdisjoint(before)
    ):
        return None
    start: date = when.start - timedelta(days=0 if seen == "past" else 60)
    end: date = when.end + timedelta(days=0 if seen == "future" else 31)
    return Clue(between(start, end), words, "is the day of the news", LIKELY)


def _is_visit(doc: Document, clause: Clause) -> bool:
    around = range(max(clause.start, clause.match.i - 12), min(clause.stop, clause.match.j + 6))
    return any(doc.folded[k] in cues("visit") for k in around)
