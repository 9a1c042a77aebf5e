"""Which characters of an article belong to which records, cut into segments that do not overlap."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from marsad.records import Reading

MarkKind = Literal["furniture", "mention", "content", "cue", "trigger", "quantity"]
ORDER: tuple[MarkKind, ...] = ("furniture", "content", "mention", "quantity", "trigger", "cue")
"""From the widest mark to the one that is drawn on top."""
_TAGGED = frozenset({"content", "cue", "trigger"})


class Mark(NamedTuple):
    """A stretch of text that a record points at. `status` is an event's, for its colour."""

    start: int
    end: int
    kind: MarkKind
    record: str
    status: str = ""

    @property
    def anchor(self) -> str:
        """The name of its place in a page: `at-trigger-e3-120`."""
        return f"at-{self.kind}-{self.record}-{self.start}"


class Segment(NamedTuple):
    """Characters that the same marks cover, widest first; `opening` and `closing` are the marks that begin or end
    here.
    """

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    opening: tuple[Mark, ...]
    closing: tuple[Mark, ...]

    @property
    def classes(self) -> str:
        """The kinds of its marks, and the status of its events, as classes of style sheets."""
        found = (c for m in self.marks for c in (m.kind, m.status if m.kind == "trigger" else "") if c)
        return " ".join(dict.fromkeys(found))

    @property
    def records(self) -> str:
        """The records that its marks point at, with blanks between."""
        return " ".join(dict.fromkeys(m.record for m in self.marks if m.record))

    @property
    def linked(self) -> str:
        """The record whose mark is drawn on top; empty if it is no more than the content of a statement."""
        return "" if not self.marks or self.marks[-1].kind == "content" else self.marks[-1].record

    @property
    def tagged(self) -> tuple[Mark, ...]:
        """The marks that begin here and whose records are named in the text."""
        return tuple(m for m in self.opening if m.record and m.kind in _TAGGED)


def entity_numbers(reading: Reading) -> dict[str, str]:
    """A short id for each entity of a reading: `n1`, `n2` …"""
    return {entity.id: f"n{number}" for number, entity in enumerate(reading.entities, 1)}


def marks(reading: Reading) -> list[Mark]:
    """Every mark of a reading, in the order of the text, wider ones first."""
    return sorted(set(_all(reading)), key=_place)


def places(found: Iterable[Mark]) -> dict[tuple[int, int, str], str]:
    """The places of marks in a page, by the characters and the record."""
    return {(m.start, m.end, m.record): m.anchor for m in found if m.record}


def clipped(found: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The marks of a stretch of the text, counted from its beginning."""
    inside = (m for m in found if m.start < end and start < m.end)
    return [m._replace(start=max(m.start, start) - start, end=min(m.end, end) - start) for m in inside]


def _place(mark: Mark) -> tuple[int, int, int, str]:
    return (mark.start, -mark.end, ORDER.index(mark.kind), mark.record)


def _all(reading: Reading) -> Iterator[Mark]:
    numbers = entity_numbers(reading)
    for span in reading.article.furniture:
        yield Mark(span.start, span.end, "furniture", "")
    for mention in reading.mentions:
        yield Mark(mention.span.start, mention.span.end, "mention", numbers.get(mention.entity, ""))
    for statement in reading.statements:
        yield Mark(statement.content.start, statement.content.end, "content", statement.id)
        yield Mark(statement.cue.start, statement.cue.end, "cue", statement.id)
    for event in reading.events:
        for span in (event.trigger, *event.also):
            yield Mark(span.start, span.end, "trigger", event.id, event.status)
        for quantity in event.quantities:
            yield Mark(quantity.start, quantity.end, "quantity", event.id, event.status)


def segments(text: str, found: Iterable[Mark]) -> list[Segment]:
    """The text cut at every beginning and end of a mark; joined, the segments are the text. Marks that lie outside
    the text or are empty are passed over.
    """
    inside = sorted((m for m in found if 0 <= m.start < m.end <= len(text)), key=_place)
    cuts = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    made: list[Segment] = []
    active: list[Mark] = []
    upcoming = 0
    for start, end in itertools.pairwise(cuts):
        active = [m for m in active if m.end > start]
        first = upcoming
        while upcoming < len(inside) and inside[upcoming].start == start:
            upcoming += 1
        opening = inside[first:upcoming]
        active = sorted([*active, *opening], key=lambda m: (ORDER.index(m.kind), m.start, -m.end, m.record))
        closing = tuple(m for m in reversed(active) if m.end == end)
        made.append(Segment(start, end, text[start:end], tuple(active), tuple(opening), closing))
    return made


def stretch(text: str, found: Iterable[Mark], start: int, end: int) -> list[Segment]:
    """The segments from one character up to another, of marks that lie between them."""
    made = (each for each in segments(text[:end], found) if each.end > start)
    return [each._replace(start=max(each.start, start), text=each.text[max(0, start - each.start) :]) for each in made]
