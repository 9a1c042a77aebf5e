"""Which events are worth comparing: those that share a type and parties near in time, or rare words of one speaker."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from marsad.linking.days import day_text
from marsad.linking.happenings.told import Told
from marsad.linking.happenings.windows import EXACT, window
from marsad.linking.words import is_rare
from marsad.records import SYMMETRIC_TYPES

_PARTIES = 5
"""So many parties at most are paired."""
_KNOWN_BY_PEOPLE = frozenset({"CONSULT", "AGREE"})
_MONTH = 31
_RARE = 6
"""So many rare words of a statement at most are keys."""

Key = tuple[str | int, ...]


def keys(told: Told) -> Iterator[Key]:
    """The keys of one event, not yet made into numbers."""
    for who in _pairs(told):
        for when in _days(told):
            yield told.type, _coming(told), who, when
    if told.type in _KNOWN_BY_PEOPLE:
        yield from _by_month(told)
    yield from _by_words(told)
    if told.type in SYMMETRIC_TYPES:
        yield from _by_speech(told)


def _coming(told: Told) -> str:
    return "coming" if told.status in ("planned", "possible") else ""


def _pairs(told: Told) -> set[str]:
    """Two who act together, or one who acts and one who is acted on; one alone with the place or the act; blows by
    their place too."""
    actors, recipients = (sorted({p.head for p in side})[:_PARTIES] for side in (told.actors, told.recipients))
    if told.type in SYMMETRIC_TYPES:
        heads = sorted({*actors, *recipients})
        pairs = {f"{a} {b}" for a, b in combinations(heads, 2)}
        return pairs or {f"{head} {told.place or told.sense}" for head in heads}
    there = {f"{told.place} {told.mode or told.sense}"} if told.place and told.type == "ASSAULT" else set()
    if actors and recipients:
        where = told.place if told.type == "ASSAULT" else ""
        return there | {f"{a}>{r} {where}" for a in actors for r in recipients}
    lone = {f"{a}> {told.place} {told.sense}" for a in actors} | {f">{r} {told.place} {told.sense}" for r in recipients}
    return there | lone


def _days(told: Told) -> list[str]:
    """The days of an event, of a told one the next too, since articles may differ by one; a longer time is one key."""
    days = window(told)
    if days is None:
        return ["plan"] if told.status in ("planned", "possible") and told.published else []
    if days.length > EXACT:
        return [days.edtf()]
    return [str(day) for day in range(days.first, days.last + (2 if told.days else 1))]


def _by_month(told: Told) -> Iterator[Key]:
    """A person with whom or whose state he meets or agrees, and the month: one article tells the day, another not."""
    days = window(told)
    if days is None or days.length > _MONTH:
        return
    people = sorted({p for p in told.parties if p.entity.startswith("person:")})[:_PARTIES]
    months = {day_text(day)[:7] for day in (days.first, days.last)}
    for person in people:
        for other in {p.head for p in told.parties if p != person}:
            for month in months:
                yield told.type, told.mode, _coming(told), person.entity, other, month


def _by_words(told: Told) -> Iterator[Key]:
    """Two of the rarest words: texts that are copied or cut have them in common."""
    rare = sorted((w for w in told.words if is_rare(w)), key=lambda w: (-len(w), w))[:4]
    for a, b in combinations(rare, 2):
        yield told.type, "words", a, b


def _by_speech(told: Told) -> Iterator[Key]:
    for who, words in told.said:
        for word in sorted((w for w in words if is_rare(w)), key=lambda w: (-len(w), w))[:_RARE]:
            yield told.type, who, word
