"""How many poles a system of states has, how concentrated it is, and who stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.network.blocs import Blocs, strengths
from marsad.relations.network.dividing import library
from marsad.relations.ties import LEVEL

if TYPE_CHECKING:
    import numpy as np

    from marsad.relations.network.signed import Matrix, Signed, Vector

    Masks = np.ndarray[Any, np.dtype[np.bool_]]

BROKERS = 10
BETWEEN = 3
"""Ties between two blocs from which on these can be called hostile: one is a matter of two states."""


class Interval(NamedTuple):
    """The median of the draws of the stories, and the interval that holds nine of ten of them."""

    value: float
    low: float
    high: float


class Polarity(NamedTuple):
    """How a network is divided into parts, and which of the blocs are hostile to each other.

    `poles` is the effective number of parts, 1 ⁄ Σ s², with s a part's share in the strength (the sum of the sizes of
    ties) of all states: 1 (one holds all) to the number of states (Laakso and Taagepera 1979; the inverse of
    Herfindahl's index). `largest` is the greatest s, 0 to 1. Both are of the divisions in each draw. `hostile` are
    pairs of blocs, by their places, that have `BETWEEN` ties to each other or more, which sum up to less than nothing
    in 95 of 100 draws.

    Strength is how much is told of a state's friendships and hostilities, not its power; and every network is divided
    into parts, also one without blocs: look at the blocs' stability first.
    """

    poles: Interval
    largest: Interval
    hostile: tuple[tuple[int, int], ...]


class Broker(NamedTuple):
    """A state between others. `betweenness` is the share of all pairs of other states whose shortest way over positive
    ties leads through it, 0 to 1 (Freeman 1977; a tie is 1 ⁄ its size long). `spans` are the pairs of hostile blocs in
    both of which it has friends, `goodwill` the sum over these of the smaller of its two sums of positive ties.

    That a way leads through a state does not mean that anything goes that way; states of which much is told lie on
    more ways.
    """

    state: str
    betweenness: float
    spans: tuple[tuple[int, int], ...]
    goodwill: float


def polarity(graph: Signed, parts: Blocs) -> Polarity:
    """The poles of a network."""
    import numpy as np

    strength = strengths(graph)
    sums = np.stack([np.bincount(each, weights=strength, minlength=len(strength)) for each in parts.divisions])
    shares = sums / strength.sum()
    return Polarity(_interval(1 / (shares**2).sum(axis=1)), _interval(shares.max(axis=1)), _hostile(graph, parts))


def brokers(graph: Signed, parts: Blocs, hostile: tuple[tuple[int, int], ...], most: int = BROKERS) -> list[Broker]:
    """Those with friends in blocs that are hostile to each other, then those through whom most ways lead."""
    between, good = _betweenness(graph), _goodwill(graph, parts)
    found = []
    for place, state in enumerate(graph.states):
        spans = tuple(pair for pair in hostile if min(good[place, pair[0]], good[place, pair[1]]) > 0)
        goodwill = sum(min(good[place, a], good[place, b]) for a, b in spans)
        found.append(Broker(state, float(between[place]), spans, float(goodwill)))
    found.sort(key=lambda broker: (-broker.goodwill, -broker.betweenness, broker.state))
    return [broker for broker in found if broker.spans or broker.betweenness > 0][:most]


def _interval(values: Vector) -> Interval:
    import numpy as np

    low, middle, high = np.quantile(values, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2])
    return Interval(float(middle), float(low), float(high))


def _hostile(graph: Signed, parts: Blocs) -> tuple[tuple[int, int], ...]:
    import numpy as np

    one, other = parts.of[graph.ends[:, 0]], parts.of[graph.ends[:, 1]]
    low, high = np.minimum(one, other), np.maximum(one, other)
    found = []
    for a in range(len(parts.blocs)):
        for b in range(a + 1, len(parts.blocs)):
            between = (low == a) & (high == b)
            sums = graph.draws[:, between].sum(axis=1)
            if between.sum() >= BETWEEN and np.quantile(sums, (1 + LEVEL) / 2) < 0:
                found.append((a, b))
    return tuple(found)


def _goodwill(graph: Signed, parts: Blocs) -> Matrix:
    """The sum of the positive ties of each state with each bloc, of those whose interval is all positive."""
    import numpy as np

    found = np.zeros((len(graph.states), max(1, len(parts.blocs))))
    ties = np.where(graph.edges["low"].to_numpy() > 0, graph.ties, 0.0)
    for one, other in (graph.ends.T, graph.ends.T[::-1]):
        inside = parts.of[other] >= 0
        np.add.at(found, (one[inside], parts.of[other[inside]]), ties[inside])
    return found


def _betweenness(graph: Signed) -> Vector:
    import numpy as np

    states, positive = len(graph.states), graph.ties > 0
    net = library().Graph(n=states, edges=graph.ends[positive].tolist())
    ways = np.array(net.betweenness(weights=(1 / graph.ties[positive]).tolist(), directed=False), dtype=np.float64)
    found: Vector = ways / max(1, (states - 1) * (states - 2) / 2)
    return found
