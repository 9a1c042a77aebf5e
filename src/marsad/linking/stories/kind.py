"""Stories as a kind of link: articles on one event of the world, or a tight chain of events."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from marsad.linking.days import days_of
from marsad.linking.grouping import linkage, mean_of_nearer_half
from marsad.linking.kinds import Changed, Edge, StoredReading, key_of
from marsad.linking.stories.publishing import publish
from marsad.linking.stories.terms import terms

KEPT = 96
"""Terms of an article that are remembered, the weightiest."""
A_DAY = 0.87
"""What is left of the likeness of two articles a day apart, and so on with every day."""
APART = 4
"""Days apart at most."""
EDGE, TOGETHER, SAME = 0.2, 0.32, 0.8
"""The likeness of an edge; of two groups that are one story; of articles that are as good as copies and count once."""
_KEYS = 20
_HEAD = struct.Struct("<ii")


class Subject(NamedTuple):
    """What an article is about: its first and last possible day, and its terms by number with their shares."""

    item: int
    article: int
    first: int
    last: int
    terms: Mapping[int, float]


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
        by_number = {key_of(name): _short(share) for name, share in shares}
        return [Subject(stored.article, stored.article, days.first, days.last, by_number)]

    def keys(self, profile: Subject) -> Iterable[int]:
        """The weightiest terms, in each stretch of days in which a likeness can lie. Articles of one day share two such
        stretches, so that two terms in common suffice there; it takes three where they share one.
        """
        best = sorted(profile.terms, key=lambda term: (-profile.terms[term], term))[:_KEYS]
        stretches = range(profile.first // APART, profile.last // APART + 2)
        return (key_of(term, stretch) for term in best for stretch in stretches)

    def score(self, a: Subject, b: Subject) -> float:
        """How alike two articles are (cosine), less with every day between them."""
        gap = max(0, a.first - b.last, b.first - a.last)
        if gap > APART:
            return 0.0
        less, more = (a.terms, b.terms) if len(a.terms) <= len(b.terms) else (b.terms, a.terms)
        alike = sum(less[term] * more[term] for term in less.keys() & more.keys()) * A_DAY**gap
        return round(alike, 6) if alike >= EDGE else 0.0

    def groups(self, members: Sequence[Subject], edges: Mapping[Edge, float]) -> Iterable[Sequence[int]]:
        """Articles that are alike for the most part; what is as good as a copy counts once."""
        same = linkage([[m.item] for m in members], edges, SAME, mean_of_nearer_half)
        return linkage(same, edges, TOGETHER, mean_of_nearer_half)

    def encode(self, profile: Subject) -> bytes:
        """Days, then terms and shares."""
        count = len(profile.terms)
        numbers = struct.pack(f"<{count}q{count}f", *profile.terms.keys(), *profile.terms.values())
        return _HEAD.pack(profile.first, profile.last) + numbers

    def decode(self, stored: bytes, item: int, article: int) -> Subject:
        """What `encode` made."""
        first, last = _HEAD.unpack_from(stored)
        count = (len(stored) - _HEAD.size) // 12
        numbers = struct.unpack_from(f"<{count}q{count}f", stored, _HEAD.size)
        return Subject(item, article, first, last, dict(zip(numbers[:count], numbers[count:], strict=True)))

    def publish(self, connection: Connection, changed: Changed) -> None:
        """Write the stories."""
        publish(connection, changed, self.score, SAME)


def _short(share: float) -> float:
    """The share as it comes back from four bytes."""
    return float(struct.unpack("<f", struct.pack("<f", share))[0])
