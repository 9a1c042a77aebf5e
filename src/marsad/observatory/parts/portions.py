"""Long articles in parts, so that no page is too big to be read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from marsad.output.cards import Card
from marsad.output.marks import Mark

CHARACTERS, MARKS = 40_000, 700
"""Characters and marks of a part at most; its cards grow with the marks."""


class Part(NamedTuple):
    """The part of that `number` (from 1) of `parts`: the characters of the text from `start` up to `end`."""

    number: int
    parts: int
    start: int
    end: int


def parts(text: str, marks: Iterable[Mark]) -> tuple[Part, ...]:
    """The parts of a text, which end with a paragraph, else with a word; one at least."""
    starts = sorted(mark.start for mark in marks)
    bounds = [0]
    while bounds[-1] < len(text) or len(bounds) == 1:
        bounds.append(_end(text, starts, bounds[-1]))
    return tuple(Part(n, len(bounds) - 1, start, end) for n, (start, end) in enumerate(pairwise(bounds), 1))


def _end(text: str, starts: Sequence[int], start: int) -> int:
    end = start + CHARACTERS
    over = bisect_left(starts, start) + MARKS
    if over < len(starts):
        end = min(end, max(starts[over], start + 1))
    if end >= len(text):
        return len(text)
    return max(text.rfind("\n", start, end), -1) + 1 or text.rfind(" ", start, end) + 1 or end


def part_of(several: Sequence[Part], place: int) -> Part:
    """The part in which a character stands."""
    return next((each for each in several if place < each.end), several[-1])


def marks_in(part: Part, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks of a part, as far as they reach into it."""
    return tuple(
        mark._replace(start=max(mark.start, part.start), end=min(mark.end, part.end))
        for mark in marks if mark.start < part.end and mark.end > part.start
    )  # fmt: skip


def cards_in(part: Part, cards: Iterable[Card], marks: Iterable[Mark]) -> tuple[Card, ...]:
    """The cards of the statements and events that begin in a part, and of the entities that are mentioned in it (with
    the first part those of which no place is known)."""
    mentioned = {mark.record for mark in marks}

    def is_in(card: Card) -> bool:
        if card.kind == "entity" and card.evidence:
            return card.id in mentioned
        return part.start <= place_of(card) < part.end or (not card.evidence and part.number == 1)

    return tuple(filter(is_in, cards))


def place_of(card: Card) -> int:
    """Where the first that bears a card out begins; 0 if nothing does."""
    return card.evidence[0].span.start if card.evidence else 0
