"""Which linked items belong together: groups joined two by two, by the mean of what all their items have in common."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from marsad.linking.kinds import Edge

Likeness = Callable[[int, int], float]


class Joining(NamedTuple):
    """Two groups that may be joined: how far what they have in common falls short of what is asked (below 0: exceeds
    it), and their names."""

    short: float
    a: int
    b: int


def mean_linkage(
    items: Iterable[int], links: Mapping[Edge, float], missing: Likeness, asked: Callable[[int], float]
) -> list[list[int]]:
    """Items in groups (average linkage, Sokal and Michener 1958), each in order, by their first.

    `links` are the likenesses of linked items, `missing` tells that of two that are not, `asked` the least mean
    likeness for joining two groups with so many pairs of items between them. Only groups with a link between them are
    joined, those first that exceed what is asked the most.
    """
    groups = _Groups(items, links, missing, asked)
    heap = [groups.joining(a, b) for a, b in sorted(links)]
    heapq.heapify(heap)
    while heap and heap[0].short <= 0:
        joining = heapq.heappop(heap)
        if groups.still_holds(joining):
            for other in groups.join(joining.a, joining.b):
                heapq.heappush(heap, groups.joining(joining.a, other))
    return sorted(sorted(members) for members in groups.members.values())


def average_linkage(items: Iterable[int], links: Mapping[Edge, float], least: float) -> list[list[int]]:
    """The same where a pair without a link has nothing in common, and one mean likeness is asked of all groups."""
    return mean_linkage(items, links, lambda a, b: 0.0, lambda pairs: least)


class _Groups:
    """Groups by the name of their first item, with the sums of the likenesses between those that are linked."""

    def __init__(
        self, items: Iterable[int], links: Mapping[Edge, float], missing: Likeness, asked: Callable[[int], float]
    ) -> None:
        self.members = {item: [item] for item in items}
        self.sums: dict[int, dict[int, float]] = {item: {} for item in self.members}
        for (a, b), likeness in sorted(links.items()):
            self.sums[a][b] = self.sums[b][a] = likeness
        self._links, self._missing, self._asked = links, missing, asked

    def joining(self, a: int, b: int) -> Joining:
        """What joining two linked groups would be."""
        pairs = len(self.members[a]) * len(self.members[b])
        return Joining(self._asked(pairs) - self.sums[a][b] / pairs, min(a, b), max(a, b))

    def still_holds(self, joining: Joining) -> bool:
        """Whether both groups are still there and as they were."""
        _, a, b = joining
        return a in self.members and b in self.members and self.joining(a, b) == joining

    def join(self, a: int, b: int) -> Sequence[int]:
        """Take `b` into `a`; the groups that are linked to both together."""
        others = sorted((self.sums[a].keys() | self.sums[b].keys()) - {a, b})
        for other in others:
            total = self._sum(a, other) + self._sum(b, other)
            self.sums[a][other] = self.sums[other][a] = total
            self.sums[other].pop(b, None)
        self.sums[a].pop(b, None)
        del self.sums[b]
        self.members[a] += self.members.pop(b)
        return others

    def _sum(self, a: int, b: int) -> float:
        known = self.sums[a].get(b)
        if known is not None:
            return known
        return sum(self._likeness(one, other) for one in self.members[a] for other in self.members[b])

    def _likeness(self, a: int, b: int) -> float:
        edge = (min(a, b), max(a, b))
        known = self._links.get(edge)
        return self._missing(*edge) if known is None else known
