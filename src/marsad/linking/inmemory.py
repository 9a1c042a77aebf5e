"""Links drawn over all items at once, in memory: what the engine must come to, article by article, in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from marsad.linking.engine import components
from marsad.linking.kinds import Edge, Kind, P, StoredReading
from marsad.records import Reading
from marsad.store.rows import article_id


def link(kind: Kind[P], stored: Iterable[StoredReading]) -> list[list[P]]:
    """The groups of one kind over some readings, each by ascending number of its items, in that of their first."""
    profiles = {p.item: p for each in stored for p in kind.profiles(each)}
    postings: dict[int, list[int]] = {}
    for item, profile in sorted(profiles.items()):
        for key in set(kind.keys(profile)):
            postings.setdefault(key, []).append(item)
    shared = Counter(pair for items in postings.values() for pair in combinations(items, 2))
    edges: dict[Edge, float] = {}
    for (a, b), count in shared.items():
        if count >= kind.shared and (weight := kind.score(profiles[a], profiles[b])) > 0:
            edges[a, b] = weight
    groups = [
        sorted(group)
        for component, inside in components(profiles, edges)
        for group in kind.groups([profiles[item] for item in component], inside)
    ]
    return [[profiles[item] for item in group] for group in sorted(groups)]


def stored(readings: Iterable[Reading]) -> Iterable[StoredReading]:
    """Readings with the numbers that the store would give them."""
    return (StoredReading(article_id(reading.article), reading) for reading in readings)
