"""Where states stand in a picture of their network, the same at all dates: states that are near stand near each other.

States are laid out by force (Fruchterman and Reingold 1991) over the acts of the whole period: all repel each other and
those attract each other who did more good than harm to each other, by the logarithm of how much more. Then places are
spread over the picture by their order each way, and moved apart until names have room. Distances are no measure.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from marsad.relations.network.dividing import library
from marsad.relations.network.signed import LEAST

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

    Points = np.ndarray[Any, np.dtype[np.float64]]

_ROUNDS, _MOVES, _SEED = 400, 150, 20181109
_APART = 70
"""States whose names get room at most."""
_BOX = (0.09, 0.08)
"""The room of a name and its mark, in shares of the picture."""


def places(rows: pl.DataFrame) -> dict[str, tuple[float, float]]:
    """The place of each state in the picture, each way from 0 to 1, from all acts (`marsad.relations.acts`). The same
    acts give the same places. Raises `MissingDependencyError` without igraph."""
    import numpy as np
    import polars as pl

    low, high = pl.min_horizontal("a", "b"), pl.max_horizontal("a", "b")
    once = rows.with_columns(a=low, b=high).unique(["act", "a", "b"], maintain_order=True)
    pairs = once.group_by("a", "b").agg(pl.col("score").sum(), acts=pl.len()).sort("a", "b")
    states, room = _busiest(pairs)
    if not states:
        return {}
    number = {state: n for n, state in enumerate(states)}
    friends = pairs.filter(pl.col("score") > 0)
    ends = [(number[a], number[b]) for a, b in friends.select("a", "b").iter_rows()]
    found = _spread(_forced(len(states), ends, np.log1p(friends["score"].to_numpy()).tolist()), room)
    found[:room] = _apart(found[:room])
    return {state: (float(x), float(y)) for state, (x, y) in zip(states, found, strict=True)}


def _busiest(pairs: pl.DataFrame) -> tuple[list[str], int]:
    """The states by their acts with those with whom they can be joined, then by all; and how many of them get room."""
    import polars as pl

    both = pl.concat([pairs.select("acts", state=end) for end in ("a", "b")])
    joined = pl.col("acts").filter(pl.col("acts") >= LEAST).sum().alias("joined")
    found = both.group_by("state").agg(joined, pl.col("acts").sum())
    ordered = found.sort(["joined", "acts", "state"], descending=[True, True, False])
    joinable = int((ordered["joined"] > 0).sum())
    return ordered["state"].to_list(), min(joinable or len(ordered), _APART)


def _forced(states: int, ends: list[tuple[int, int]], weights: list[float]) -> Points:
    """The layout by force, begun with all states on a circle."""
    import numpy as np

    igraph = library()
    angles = np.linspace(0, 2 * np.pi, states, endpoint=False)
    circle = (np.stack([np.cos(angles), np.sin(angles)], axis=1) * np.sqrt(states)).tolist()
    igraph.set_random_number_generator(random.Random(_SEED))
    try:
        layout = igraph.Graph(n=states, edges=ends).layout_fruchterman_reingold(
            weights=weights or None, niter=_ROUNDS, seed=circle, grid=False
        )
    finally:
        igraph.set_random_number_generator(random)
    return np.array(layout.coords, dtype=np.float64)


def _spread(points: Points, room: int) -> Points:
    """Places between 0 and 1 each way by their order among those that get room: far ones leave it to the others."""
    import numpy as np

    known = np.sort(points[:room], axis=0)
    ranks = np.linspace(0, 1, len(known))
    return np.stack([np.interp(points[:, way], known[:, way], ranks) for way in (0, 1)], axis=1)


def _apart(points: Points) -> Points:
    """Places moved from each other until no two names stand in one box, or the rounds are over."""
    import numpy as np

    # No two on one spot, from which they would not know where to go.
    x, y = np.clip(points + np.random.default_rng(_SEED).uniform(-1e-3, 1e-3, points.shape), 0, 1).T
    wide, tall = _BOX
    for _ in range(_MOVES):
        across, along = x[:, None] - x, y[:, None] - y
        over, under = wide - np.abs(across), tall - np.abs(along)
        near = (over > 0) & (under > 0)
        np.fill_diagonal(near, False)
        if not near.any():
            break
        # The shorter way out, a part of it for each.
        sideways = over / wide < under / tall
        x = np.clip(x + (np.sign(across) * over * (near & sideways)).sum(axis=1) / 4, 0, 1)
        y = np.clip(y + (np.sign(along) * under * (near & ~sideways)).sum(axis=1) / 4, 0, 1)
    return np.stack([x, y], axis=1)
