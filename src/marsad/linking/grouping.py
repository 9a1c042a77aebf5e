"""Agglomerative clustering of one connected component by its edges alone; a pair without an edge counts as 0."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from marsad.linking.kinds import Edge

Nearness = Callable[[Sequence[float], int], float]
"""How near two clusters are, by the weights of the edges between them, the greatest first, and their count of pairs."""


def mean(weights: Sequence[float], pairs: int) -> float:
    """The mean over all pairs."""
    return sum(weights) / pairs


def average_linkage(items: Collection[int], edges: Mapping[Edge, float], least: float) -> list[list[int]]:
    """Clusters that are joined while two of them are at least `least` near, the nearest first (UPGMA)."""
    return linkage([[item] for item in sorted(items)], edges, least, mean)


def linkage(
    clusters: Iterable[Sequence[int]], edges: Mapping[Edge, float], least: float, near: Nearness
) -> list[list[int]]:
    """Join clusters of items, the nearest two first, while they are at least `least` near. Of two pairs as near as each
    other the one with the smaller items goes first, so that the result depends on the edges alone.
    """
    members = {min(cluster): sorted(cluster) for cluster in clusters}
    of = {item: name for name, cluster in members.items() for item in cluster}
    between: dict[int, dict[int, list[float]]] = {name: {} for name in members}
    for (a, b), weight in edges.items():
        x, y = of[a], of[b]
        if x != y:
            between[x].setdefault(y, []).append(weight)
            between[y].setdefault(x, []).append(weight)

    def nearness(x: int, y: int) -> float:
        weights = sorted(between[x][y], reverse=True)
        return near(weights, len(members[x]) * len(members[y]))

    heap = [(-nearness(x, y), x, y, len(members[x]), len(members[y])) for x in between for y in between[x] if x < y]
    heapq.heapify(heap)
    while heap:
        far, x, y, size_x, size_y = heapq.heappop(heap)
        if -far < least:
            break
        if x not in members or y not in members or (len(members[x]), len(members[y])) != (size_x, size_y):
            continue
        _join(members, between, x, y)
        for z in between[x]:
            a, b = min(x, z), max(x, z)
            heapq.heappush(heap, (-nearness(a, b), a, b, len(members[a]), len(members[b])))
    return sorted(members.values())


def _join(members: dict[int, list[int]], between: dict[int, dict[int, list[float]]], x: int, y: int) -> None:
    """Let cluster `x` take up `y`."""
    members[x] = sorted(members[x] + members.pop(y))
    for z, weights in between.pop(y).items():
        del between[z][y]
        if z != x:
            joined = between[x].get(z, []) + weights
            between[x][z] = between[z][x] = joined
