"""The signed, weighted, directed network of states at a date.

Two states are joined if enough was told of them; their tie, from −1 (war) to 1 (alliance), is that of
`marsad.relations.fading` over the acts of a window of days, for all pairs at once. Its sign is the edge's sign, its
size the edge's weight. The tie of each direction is that of what one does to the other.

Zero is where cooperation and conflict cancel on PLOVER's scale, not where two are indifferent: states that talk while
they threaten each other can have a positive tie. News tells more of great powers, so they have more edges.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.fading import closeness, remembered
from marsad.relations.ties import LEVEL

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

    Vector = np.ndarray[Any, np.dtype[np.float64]]
    Matrix = np.ndarray[Any, np.dtype[np.float64]]
    Places = np.ndarray[Any, np.dtype[np.int64]]

WINDOW = 30
"""Days up to the date whose acts count."""
LEAST = 5
"""Acts with a score between two, within the window, for an edge."""
SAMPLES = 60
"""How often the stories are drawn anew."""
_SEED = 20181020


class Signed(NamedTuple):
    """The network at the end of a day.

    `edges` has a row for each two that are joined, by code: `a`, `b`, `tie`, `low`, `high` (−1 to 1; the interval holds
    nine of ten draws of the stories), `acts` (in the window), `weight` (of these, what is not forgotten), `there` and
    `back`: the ties of what `a` does to `b` and of what `b` does to `a` (null: nothing). `states` are all that have an
    edge, `ends` the places in it of the two of each edge (edges × 2), `draws` the ties in each draw (draws × edges).
    """

    at: date
    window: int
    states: tuple[str, ...]
    edges: pl.DataFrame
    ends: Places
    draws: Matrix

    @property
    def ties(self) -> Vector:
        """The ties of the edges."""
        found: Vector = self.edges["tie"].to_numpy()
        return found


def signed(rows: pl.DataFrame, at: date, window: int = WINDOW, least: int = LEAST, samples: int = SAMPLES) -> Signed:
    """The network of all states that `rows` tell of (`marsad.relations.acts`)."""
    import numpy as np
    import polars as pl

    weighed = _weighed(rows, at, window)
    cells = _cells(weighed, least)
    draws = _draws(cells, samples)
    low, high = np.quantile(draws, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0) if len(draws.T) else (draws[0],) * 2
    edges = _edges(cells, weighed).with_columns(low=pl.Series(low), high=pl.Series(high))
    kept = edges["tie"].to_numpy() != 0
    edges = edges.filter(pl.Series(kept))
    states = sorted({*edges["a"], *edges["b"]})
    ends = np.searchsorted(np.array(states, dtype=str), edges.select("a", "b").to_numpy().astype(str))
    return Signed(at, window, tuple(states), edges, ends.reshape(-1, 2), draws[:, kept])


def _weighed(rows: pl.DataFrame, at: date, window: int) -> pl.DataFrame:
    """The acts of the window that have a score, with how much of them is remembered: `w`, and `ws` times the score."""
    import polars as pl

    first = at - timedelta(days=window - 1)
    age = (pl.lit(at) - pl.col("day")).dt.total_days()
    return (
        rows.filter(pl.col("score").is_not_null() & pl.col("day").is_between(first, at))
        .with_columns(w=remembered(age))
        .with_columns(ws=pl.col("w") * pl.col("score"))
        .select("act", "story", "w", "ws", "a", "b")
    )


def _cells(weighed: pl.DataFrame, least: int) -> pl.DataFrame:
    """What each story tells of each two of whom enough is told; an act counts once whatever directions it has."""
    import polars as pl

    low, high = pl.min_horizontal("a", "b"), pl.max_horizontal("a", "b")
    once = weighed.with_columns(a=low, b=high).unique(["act", "a", "b"], keep="first", maintain_order=True)
    sums = (pl.col("w").sum(), pl.col("ws").sum(), pl.len().alias("acts"))
    # In order, so that sums are the same to the last bit each time.
    cells = once.group_by("a", "b", "story", maintain_order=True).agg(*sums)
    return cells.filter(pl.col("acts").sum().over("a", "b") >= least).sort("a", "b", "story")


def _edges(cells: pl.DataFrame, weighed: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    tie = closeness(pl.col("ws"), pl.col("w"))
    pairs = cells.group_by("a", "b", maintain_order=True).agg(pl.col("w", "ws", "acts").sum())
    ways = weighed.group_by("a", "b", maintain_order=True).agg(pl.col("w", "ws").sum()).select("a", "b", way=tie)
    return (
        pairs.select("a", "b", "acts", tie=tie, weight="w")
        .join(ways.rename({"way": "there"}), on=["a", "b"], how="left", maintain_order="left")
        .join(ways.select(a="b", b="a", back="way"), on=["a", "b"], how="left", maintain_order="left")
    )


def _draws(cells: pl.DataFrame, samples: int) -> Matrix:
    """The ties when the stories are drawn anew, with replacement, for all edges at once (draws × edges)."""
    import numpy as np

    pair = cells.select(pair=_number("a", "b")).to_series().to_numpy().astype(np.int64)
    story = np.unique(cells["story"].to_numpy().astype(str), return_inverse=True)[1]
    starts = np.flatnonzero(np.diff(pair, prepend=-1))
    found = np.zeros((samples, len(starts)))
    if not len(starts):
        return found
    w, ws = cells["w"].to_numpy(), cells["ws"].to_numpy()
    random, stories = np.random.default_rng(_SEED), int(story.max()) + 1
    for draw in found:
        times = np.bincount(random.integers(0, stories, stories), minlength=stories)[story]
        draw[:] = closeness(np.add.reduceat(times * ws, starts), np.add.reduceat(times * w, starts))
    return found


def _number(*keys: str) -> pl.Expr:
    """The same number for each row of the same keys, in a table that is sorted by them."""
    import polars as pl

    return pl.struct(*keys).rle_id()
