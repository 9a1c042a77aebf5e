"""Where states stand in a picture of their network, the same at all dates: states that are near stand near each other.

States are laid out by force (Fruchterman and Reingold 1991) over the acts of the whole period: all repel each other and
those attract each other who did more good than harm to each other, by the logarithm of how much more. Then places are
spread over the picture, half by their order, and moved apart until names have room. Distances are no measure.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from marsad.relations.network.dividing import library

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

    Points = np.ndarray[Any, np.dtype[np.float64]]

_ROUNDS, _MOVES, _SEED = 400, 150, 20181109
_APART = 110
"""States, those with most acts, whose names get room."""
_BOX = (0.08, 0.06)
"""The room of a name and its mark, in shares of the picture."""


def places(rows: pl.DataFrame) -> dict[str, tuple[float, float]]:
    """The place of each state in the picture, each way from 0 to 1, from all acts (`marsad.relations.acts`). The same
    acts give the same places. Raises `MissingDependencyError` without igraph."""
    import numpy as np
    import polars as pl

    low, high = pl.min_horizontal("a", "b"), pl.max_horizontal("a", "b")
    once = rows.with_columns(a=low, b=high).unique(["act", "a", "b"], maintain_order=True)
    pairs = once.group_by("a", "b").agg(pl.col("score").sum(), acts=pl.len()).sort("a", "b")
    both = pl.concat([pairs.select(state="a", acts="acts"), pairs.select(state="b", acts="acts")])
    busiest = both.group_by("state").agg(pl.col("acts").sum()).sort(["acts", "state"], descending=[True, False])
    states: list[str] = busiest["state"].to_list()
    if not states:
        return {}
    number = {state: n for n, state in enumerate(states)}
    friends = pairs.filter(pl.col("score") > 0)
    ends = [(number[a], number[b]) for a, b in friends.select("a", "b").iter_rows()]
    found = _spread(_forced(len(states), ends, np.log1p(friends["score"].to_numpy()).tolist()))
    found[:_APART] = _apart(found[:_APART])
    return {state: (float(x), float(y)) for state, (x, y) in zip(states, found, strict=True)}


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


def _spread(points: Points) -> Points:
    """Places between 0 and 1 each way, half by their order among the busiest and half by distance, so that a few far
    ones leave room to the others."""
    import numpy as np

    known = np.sort(points[:_APART], axis=0)
    low, high = np.quantile(known, [0.05, 0.95], axis=0)
    by_distance = np.clip((points - low) / np.maximum(high - low, 1e-9), 0, 1)
    ranks = np.linspace(0, 1, len(known))
    by_order = np.stack([np.interp(points[:, way], known[:, way], ranks) for way in (0, 1)], axis=1)
    found: Points = (by_order + by_distance) / 2
    return found


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
