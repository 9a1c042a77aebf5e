"""Stories as a kind of link: articles on one event of the world, or a tight chain of events."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import fsum, sqrt
from operator import mul
from typing import NamedTuple

from sqlalchemy import Connection

from marsad.linking.days import days_of
from marsad.linking.kinds import Changed, Edge, StoredReading, key_of
from marsad.linking.linkage import mean_linkage
from marsad.linking.stories.publishing import publish
from marsad.linking.stories.terms import terms

KEPT = 128
"""Terms of an article that are remembered, the weightiest."""
A_DAY = 0.87
"""What is left of the likeness of two articles a day apart, and so on with every day."""
APART = 4
"""Days apart at most."""
EDGE, SAME = 0.34, 0.6
"""The likeness of two articles that are linked, and of two that are one telling."""
TOGETHER, FEW = 0.26, 0.10
"""The mean likeness of two groups that are one story: so much, and more where few pairs of articles tell it."""
WHOLE = 1 << 15
_FADED = [A_DAY**gap / WHOLE**2 for gap in range(APART + 1)]
_KEYS = 16
_HEAD = struct.Struct("<ii")


class Subject(NamedTuple):
    """What an article is about: its first and last possible day, and its terms by number with their shares, in parts of
    `WHOLE`. `near` remembers how alike others with a greater number are."""

    item: int
    article: int
    first: int
    last: int
    terms: Mapping[int, int]
    near: dict[int, float]


class Stories:
    """Articles on one thing."""

    number = 2
    shared = 3

    def profiles(self, stored: StoredReading) -> Iterable[Subject]:
        """The article, if the days of its publication are known well enough to say that others are of the same days."""
        days = days_of(stored.reading.article.published.date)
        if days is None or days.length > 2 * APART:
            return []
        shares = sorted(terms(stored.reading).items(), key=lambda term: (-term[1], term[0]))[:KEPT]
        by_number = {_number(name): round(share * WHOLE) for name, share in shares}
        return [Subject(stored.article, stored.article, days.first, days.last, by_number, {})]

    def keys(self, profile: Subject) -> Iterable[int]:
        """The weightiest terms, in each stretch of days in which a likeness can lie. Articles of one day share two such
        stretches, so that two terms in common suffice there; it takes three where they share one.
        """
        best = sorted(profile.terms, key=lambda term: (-profile.terms[term], term))[:_KEYS]
        stretches = range(profile.first // APART, profile.last // APART + 2)
        return (key_of(stretch) ^ term for term in best for stretch in stretches)

    def score(self, a: Subject, b: Subject) -> float:
        """The likeness of two articles that are linked; 0 for others."""
        alike = likeness(a, b)
        return alike if alike >= EDGE else 0.0

    def groups(self, members: Sequence[Subject], edges: Mapping[Edge, float]) -> Iterable[Sequence[int]]:
        """Articles that are alike on the mean of all pairs, linked or not: a chain of them is no story. What is nearly
        one text is one telling and counts once.
        """
        of = {m.item: m for m in members}

        def alike(a: int, b: int) -> float:
            known = edges.get((min(a, b), max(a, b)))
            return likeness(of[a], of[b]) if known is None else known

        tellings = {group[0]: group for group in mean_linkage(of, edges, alike, lambda _: SAME)}
        telling = {item: first for first, group in tellings.items() for item in group}
        linked = {(min(x, y), max(x, y)) for a, b in edges for x, y in [(telling[a], telling[b])]}

        def alike_tellings(a: int, b: int) -> float:
            pairs = [alike(one, other) for one in tellings[a] for other in tellings[b]]
            return fsum(pairs) / len(pairs)

        links = {(a, b): alike_tellings(a, b) for a, b in linked if a != b}
        stories = mean_linkage(tellings, links, alike_tellings, lambda pairs: TOGETHER + FEW / sqrt(pairs))
        return [[item for first in story for item in tellings[first]] for story in stories]

    def encode(self, profile: Subject) -> bytes:
        """Days, then terms and shares."""
        count = len(profile.terms)
        numbers = struct.pack(f"<{count}q{count}H", *profile.terms.keys(), *profile.terms.values())
        return _HEAD.pack(profile.first, profile.last) + numbers

    def decode(self, stored: bytes, item: int, article: int) -> Subject:
        """What `encode` made."""
        first, last = _HEAD.unpack_from(stored)
        count = (len(stored) - _HEAD.size) // 10
        numbers = struct.unpack_from(f"<{count}q{count}H", stored, _HEAD.size)
        return Subject(item, article, first, last, dict(zip(numbers[:count], numbers[count:], strict=True)), {})

    def publish(self, connection: Connection, changed: Changed) -> None:
        """Write the stories."""
        publish(connection, changed, self.score, SAME)


@lru_cache(maxsize=1 << 17)
def _number(term: str) -> int:
    return key_of(term)


def likeness(a: Subject, b: Subject) -> float:
    """How alike two articles are (cosine of their terms), less with every day between them."""
    if b.item < a.item:
        a, b = b, a
    known = a.near.get(b.item)
    if known is None:
        known = a.near[b.item] = _likeness(a, b)
    return known


def _likeness(a: Subject, b: Subject) -> float:
    gap = max(0, a.first - b.last, b.first - a.last)
    if gap > APART:
        return 0.0
    both = a.terms.keys() & b.terms.keys()
    # Whole numbers, so that their sum is the same in any order.
    common = sum(map(mul, map(a.terms.__getitem__, both), map(b.terms.__getitem__, both)))
    return float(round(common * _FADED[gap], 6))
