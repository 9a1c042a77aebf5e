"""What the offices that a text names tell of the day on which it was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from marsad.language.arabic.intervals import Interval
from marsad.lexicon.entries import Office
from marsad.lexicon.lexicon import GROUP, MODIFIER, NAME, NISBA, PLACE, TITLE
from marsad.reading.cuewords import cue_values, cues
from marsad.reading.dating.clues import LIKELY, WEAK, Clause, Clue
from marsad.reading.dating.daysets import LAST, Days, between, join, since
from marsad.reading.document import Document

_BETWEEN = TITLE | MODIFIER | NISBA | NAME | PLACE | GROUP
"""What may stand between a title and its holder's name."""
_REACH = 9
_SLACK = timedelta(days=5)
"""A new office is told of some days early, an old one some days on."""


def office_clues(doc: Document, dated: list[Clause]) -> Iterator[Clue]:
    """A clue for each office that someone is named with: not before the first term, and within the terms. The second
    is left out where the sentence looks back, and where a title may outlast the office (الملك عبد الله, الرئيس عرفات).
    """
    seen: set[tuple[Office, ...]] = set()
    years = {c.rank for c in dated if c.match.expression.year is not None}
    for rank, (start, stop) in enumerate(doc.sentences):
        for i in range(start, stop):
            if not doc.flags[i] & NAME or not (held := _held(doc, start, i)) or held[0] in seen:
                continue
            terms, title, scoped = held
            seen.add(terms)
            lasting = not scoped or terms[0].office in cue_values("lasting") or rank in years
            yield from _of_terms(doc, terms, title, i, lasting or _looks_back(doc, start, stop))


def _of_terms(doc: Document, terms: tuple[Office, ...], title: int, i: int, may_be_past: bool) -> Iterator[Clue]:
    words = doc.span(title, doc.unit_end[i]).text
    days = join(map(_term, terms))
    if not days:
        return
    yield Clue(since(date.fromordinal(days[0][0])), words, "is not named so before the first term", LIKELY, "office")
    if not may_be_past:
        yield Clue(days, words, "is in office", WEAK, "office")


def _term(office: Office) -> Days:
    start = Interval.parse(office.start).start
    end = Interval.parse(office.end).end + _SLACK if office.end else date.fromordinal(LAST)
    return between(start - _SLACK, end)


def _looks_back(doc: Document, start: int, stop: int) -> bool:
    return any(doc.folded[k] in cues("history") for k in range(start, stop))


def _held(doc: Document, start: int, i: int) -> tuple[tuple[Office, ...], int, bool] | None:
    """The terms of the office with which the person at token `i` is named, the title's token, and whether the state is
    named between them.
    """
    people = [s.lemma.entity for s in doc.senses[i] if s.lemma.entity.startswith("person:")]
    known = cue_values("office")
    offices = [
        o for p in people if (actor := doc.lexicon.actor(p)) for o in actor.offices if o.office in known and o.start
    ]
    if not offices or _is_former(doc, doc.unit_end[i]):
        return None
    scopes: set[str] = set()
    for k in _units_before(doc, start, i):
        if not doc.flags[k] & _BETWEEN or _is_former(doc, k):
            return None
        titles = {s.lemma.title.id for s in doc.senses[k] if s.lemma.title is not None}
        if terms := tuple(o for o in offices if o.office in titles and _is_of(o, scopes)):
            return terms, k, bool(scopes)
        if titles and not _is_address(doc, k):
            return None
        scopes.update(s.lemma.entity.removeprefix("state:") for s in doc.senses[k] if s.lemma.entity)
    return None


def _units_before(doc: Document, start: int, i: int) -> list[int]:
    """The names and words before token `i`, the nearest first."""
    units: list[int] = []
    k = max(start, i - _REACH)
    while k < i:
        units.append(k)
        k = doc.unit_end[k]
    return units[::-1] if k == i else []


def _is_former(doc: Document, k: int) -> bool:
    if k >= doc.size:
        return False
    return doc.folded[k] in cues("former") or any(s.lemma.label == "former" for s in doc.senses[k])


def _is_address(doc: Document, k: int) -> bool:
    """Whether a title is one of honour that stands between the office and the name."""
    return any(s.lemma.title is not None and s.lemma.title.level in ("honorific", "role") for s in doc.senses[k])


def _is_of(office: Office, scopes: set[str]) -> bool:
    return not scopes or office.scope in scopes
