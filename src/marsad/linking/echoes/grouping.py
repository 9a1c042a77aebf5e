"""Statements that are the same words, made of pairs that are: near pairs first, by the average over all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from marsad.linking.echoes.sayings import Saying
from marsad.linking.kinds import Edge

TOGETHER = 0.4
"""What the pairs between two groups must make on average for the groups to be one; a pair that is not linked is 0."""


def grouped(members: Sequence[Saying], edges: Mapping[Edge, float]) -> Iterator[list[int]]:
    """The groups of one connected component. Statements of the same text are one in this, so that many copies of one
    wording count no more than another wording told once."""
    texts: dict[str, list[int]] = {}
    for saying in sorted(members):
        texts.setdefault(saying.text, []).append(saying.item)
    wordings = list(texts.values())
    for group in _joined(len(wordings), _weights(wordings, edges)):
        yield sorted(item for n in group for item in wordings[n])


def _weights(wordings: Sequence[Sequence[int]], edges: Mapping[Edge, float]) -> dict[Edge, float]:
    """How near each two wordings are: as their nearest pair of statements."""
    wording_of = {item: n for n, items in enumerate(wordings) for item in items}
    weights: dict[Edge, float] = {}
    for (a, b), weight in edges.items():
        first, second = sorted((wording_of[a], wording_of[b]))
        if first != second:
            weights[first, second] = max(weight, weights.get((first, second), 0.0))
    return weights


def _joined(count: int, weights: Mapping[Edge, float]) -> list[list[int]]:
    """Agglomerative clustering with average linkage (Sokal and Michener 1958) of `count` items."""
    groups: dict[int, list[int]] = {n: [n] for n in range(count)}
    sums = dict(weights)
    while sums:
        (a, b), total = min(sums.items(), key=lambda pair: (-pair[1] / _pairs(groups, pair[0]), pair[0]))
        if total / _pairs(groups, (a, b)) < TOGETHER:
            break
        groups[a] += groups.pop(b)
        moved = {edge: total for edge, total in sums.items() if b in edge}
        for edge, total in moved.items():
            del sums[edge]
            other = edge[0] if edge[1] == b else edge[1]
            if other != a:
                joined = min(a, other), max(a, other)
                sums[joined] = sums.get(joined, 0.0) + total
    return list(groups.values())


def _pairs(groups: Mapping[int, Sequence[int]], edge: Edge) -> int:
    return len(groups[edge[0]]) * len(groups[edge[1]])
