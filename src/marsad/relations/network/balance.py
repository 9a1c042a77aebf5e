"""Structural balance: whether the friends of friends are friends, and their enemies enemies.

Both measures look at signs only and count a doubtful edge like a sure one: signs that are mere noise pull both towards
chance. News joins states that have to do with each other, so triads are not a sample of all that could be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.network.chance import NETWORKS, Chance, against, random_signs

if TYPE_CHECKING:
    from marsad.relations.network.signed import Matrix, Places, Signed, Vector

STARTS = 5
"""From how many divisions the search for the best two factions begins."""
_SEED = 20181018


class Balance(NamedTuple):
    """`triads` is how many threes there are of whom each two are joined, `balanced` the share of these that is balanced
    (None: there are none), `frustration` the share of edges that are against the best two factions; each beside random
    networks (`marsad.relations.network.chance`). `negative` is the share of edges that are negative, 0 to 1."""

    triads: int
    negative: float
    balanced: Chance | None
    frustration: Chance


def balance(graph: Signed, networks: int = NETWORKS) -> Balance:
    """How balanced a network is. It must have edges."""
    import numpy as np

    signs = np.sign(graph.ties)
    drawn = random_signs(graph.ends, signs, len(graph.states), networks)
    several = np.concatenate([signs[None, :], drawn])
    threes = triads(graph.ends, len(graph.states))
    shares = balanced(several, threes)
    against_factions = frustration(several, graph.ends, len(graph.states))
    return Balance(
        len(threes), float((signs < 0).mean()), against(float(shares[0]), shares[1:]) if len(threes) else None,
        against(float(against_factions[0]), against_factions[1:]),
    )  # fmt: skip


def triads(ends: Places, states: int) -> Places:
    """The threes of whom each two are joined, by their edges (triads × 3)."""
    import numpy as np

    number = np.full((states, states), -1, dtype=np.int64)
    low, high = ends.min(axis=1), ends.max(axis=1)
    number[low, high] = np.arange(len(ends))
    joined = number >= 0
    edge, third = np.nonzero(joined[low] & joined[high])
    return np.stack([edge, number[low[edge], third], number[high[edge], third]], axis=1)


def balanced(signs: Matrix, threes: Places) -> Vector:
    """The share of balanced triads in several networks on the same edges (networks × edges), 0 to 1.

    A triad is balanced if the product of its signs is positive: all friends, or two friends with a common enemy
    (Heider 1946; Cartwright and Harary 1956). With as few negative edges as news tells of, most triads are all positive
    and the share is high without any structure: read it beside chance.
    """
    import numpy as np

    if not len(threes):
        return np.full(len(signs), np.nan)
    product = signs[:, threes[:, 0]] * signs[:, threes[:, 1]] * signs[:, threes[:, 2]]
    found: Vector = (product > 0).mean(axis=1)
    return found


def frustration(signs: Matrix, ends: Places, states: int, starts: int = STARTS) -> Vector:
    """The share of edges against the best two factions, in several networks on the same edges (networks × edges): 0
    (balanced) to ½.

    An edge is against a division in two if it is positive between the two or negative within one; the least number of
    such edges is the line index of balance (Harary 1959; Aref and Wilson 2019), here divided by that of all edges. To
    find it is hard: the search flips the state that gains the most until none gains, from `STARTS` divisions, and can
    end above the least. It is the same search in random networks. Two factions are the theory's, not the world's: three
    that are hostile to each other count as frustrated.
    """
    import numpy as np

    matrices: Any = np.zeros((len(signs), states, states), dtype=np.float32)
    matrices[:, ends[:, 0], ends[:, 1]] = signs
    matrices[:, ends[:, 1], ends[:, 0]] = signs
    random = np.random.default_rng(_SEED)
    most = np.full(len(signs), -np.inf)
    for start in range(starts):
        sides = np.ones(states) if start == 0 else random.choice([-1.0, 1.0], states)
        most = np.maximum(most, _satisfied(matrices, sides))
    found: Vector = (1 - most / max(1, len(ends))) / 2
    return found


def _satisfied(matrices: Matrix, start: Vector) -> Vector:
    """The edges in line with the sides less those against them, when no state gains by changing its side."""
    import numpy as np

    networks = np.arange(len(matrices))
    sides = np.tile(start.astype(np.float32), (len(matrices), 1))
    # No matrix product: for a small one several threads cost more than they bring.
    pulls = np.einsum("nij,j->ni", matrices, start.astype(np.float32))
    while True:
        gains = sides * pulls
        worst = gains.argmin(axis=1)
        moving = networks[gains[networks, worst] < 0]
        if not len(moving):
            found: Vector = gains.sum(axis=1) / 2
            return found
        state = worst[moving]
        sides[moving, state] *= -1
        pulls[moving] += 2 * sides[moving, state][:, None] * matrices[moving, state]
