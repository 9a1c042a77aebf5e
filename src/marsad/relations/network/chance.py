"""Random networks to hold a measure of balance against: who is joined stays, and how many enemies each has; the rest is
chance.

On the graph as it is, an edge of i and j is positive with the probability 1 ⁄ (1 + e^−(αᵢ + αⱼ)), where the α are such
that each state has as many positive (and so as many negative) edges as it really has, on the average: the network of
greatest entropy that keeps topology and signed degrees (Hao and Kovács 2024, «STP»; Gallo, Garlaschelli, Lambiotte,
Saracco and Squartini 2024, with fixed topology). To shuffle signs over all edges would call it balance that some states
are hostile to everybody; to rewire edges would ask for another topology, on which other triads stand.

The states' degrees vary around the real ones from draw to draw, which makes intervals somewhat wide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from marsad.relations.ties import LEVEL

if TYPE_CHECKING:
    from marsad.relations.network.signed import Matrix, Places, Vector

NETWORKS = 200
"""Random networks."""
_SEED = 20181101
_STEPS, _NEAR, _PENALTY = 1000, 0.01, 1e-3


class Chance(NamedTuple):
    """A measure of the network, `value`; the interval that holds nine of ten random networks, `low` to `high`; and `p`,
    the share of random networks that are at least as far out on the same side, doubled, so that more and less than
    chance are both found (0 to 1; never less than 2 ⁄ (networks + 1))."""

    value: float
    low: float
    high: float
    p: float


def against(value: float, by_chance: Vector) -> Chance:
    """A value beside those of random networks."""
    import numpy as np

    low, high = np.quantile(by_chance, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    near = 1e-9
    beyond = min(int((by_chance >= value - near).sum()), int((by_chance <= value + near).sum()))
    return Chance(value, float(low), float(high), min(1.0, 2 * (1 + beyond) / (len(by_chance) + 1)))


def random_signs(ends: Places, signs: Vector, states: int, networks: int = NETWORKS) -> Matrix:
    """Signs (−1, 1) of the edges in random networks (networks × edges)."""
    import numpy as np

    chances = _chances(ends, np.where(signs > 0, 1.0, 0.0), states)
    drawn = np.random.default_rng(_SEED).random((networks, len(ends))) < chances
    found: Matrix = np.where(drawn, 1.0, -1.0)
    return found


def _chances(ends: Places, positive: Vector, states: int) -> Vector:
    """The probability of each edge to be positive: greatest likelihood, each α going half of its own Newton's step at a
    time. A slight penalty keeps α finite where a state has only friends or only enemies."""
    import numpy as np

    one, other = ends[:, 0], ends[:, 1]
    real = _sums(ends, positive, states)
    alpha, chances = np.zeros(states), np.full(len(ends), 0.5)
    for _ in range(_STEPS):
        slopes = real - _sums(ends, chances, states) - _PENALTY * alpha
        if np.abs(slopes).max() < _NEAR:
            break
        alpha += np.clip(slopes / (_sums(ends, chances * (1 - chances), states) + _PENALTY) / 2, -1, 1)
        chances = 1 / (1 + np.exp(-(alpha[one] + alpha[other])))
    return chances


def _sums(ends: Places, values: Vector, states: int) -> Vector:
    import numpy as np

    both = np.concatenate([ends[:, 0], ends[:, 1]])
    return np.bincount(both, weights=np.concatenate([values, values]), minlength=states).astype(np.float64)
