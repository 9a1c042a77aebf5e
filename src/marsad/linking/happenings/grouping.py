"""Which linked events are one: groups whose members are like each other, with two of one article only if linked."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from marsad.linking.happenings.told import Told

ENOUGH = 0.35
"""The least mean likelihood over all pairs of two groups that are joined; a pair without a link counts 0."""


def groups(members: Sequence[Told], edges: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Average linkage: the two groups with the highest mean are joined, until no mean is high enough."""
    sizes = {t.item: [t.item] for t in members}
    article = {t.item: t.article for t in members}
    links: dict[int, dict[int, float]] = {t.item: {} for t in members}
    for (a, b), weight in edges.items():
        links[a][b] = links[b][a] = weight
    heap = [(-weight, min(a, b), max(a, b)) for (a, b), weight in edges.items()]
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if a not in sizes or b not in sizes or -mean != _mean(links, sizes, a, b):
            continue
        if _are_apart(sizes[a], sizes[b], article, edges):
            continue
        sizes[a] += sizes.pop(b)
        for other, weight in links.pop(b).items():
            del links[other][b]
            if other != a:
                links[a][other] = links[other][a] = links[a].get(other, 0.0) + weight
        for other in links[a]:
            if (joined := _mean(links, sizes, a, other)) >= ENOUGH:
                heapq.heappush(heap, (-joined, min(a, other), max(a, other)))
    return [sorted(group) for group in sizes.values()]


def _mean(links: Mapping[int, Mapping[int, float]], sizes: Mapping[int, list[int]], a: int, b: int) -> float:
    return links[a].get(b, 0.0) / (len(sizes[a]) * len(sizes[b]))


def _are_apart(a: list[int], b: list[int], article: Mapping[int, int], edges: Mapping[tuple[int, int], float]) -> bool:
    """Whether two groups have events of one article that are not linked: an article tells its events apart."""
    at: dict[int, list[int]] = {}
    for item in a:
        at.setdefault(article[item], []).append(item)
    return any((min(item, other), max(item, other)) not in edges for item in b for other in at.get(article[item], ()))
