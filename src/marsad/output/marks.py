"""Which characters of an article belong to which records, cut into segments that do not overlap."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from marsad.records import Reading

MarkKind = Literal["furniture", "mention", "content", "cue", "trigger", "quantity"]
ORDER: tuple[MarkKind, ...] = ("furniture", "content", "mention", "quantity", "trigger", "cue")
"""From the widest mark to the one that is drawn on top."""


class Mark(NamedTuple):
    """A stretch of text that a record points at. `status` is an event's, for its colour."""

    start: int
    end: int
    kind: MarkKind
    record: str
    status: str = ""


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


def entity_numbers(reading: Reading) -> dict[str, str]:
    """A short id for each entity of a reading: `n1`, `n2` …"""
    return {entity.id: f"n{number}" for number, entity in enumerate(reading.entities, 1)}


def marks(reading: Reading) -> list[Mark]:
    """Every mark of a reading, in the order of the text, wider ones first."""
    return sorted(set(_all(reading)), key=_place)


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
