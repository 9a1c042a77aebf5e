"""Daily series of two: how many acts of each quad class, and how many were to be expected from the volume of news."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    import numpy as np
    import polars as pl

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

QUADS = (1, 2, 3, 4)
TOLD = ("actual", "planned")
"""The statuses that are counted: what may be or is denied is no act."""


LEAST_DAYS = 20
"""Days of news without which no change is looked for."""


class Daily(NamedTuple):
    """Counts by day (those on which anything was told of the world) and quad class, each of shape (days, 4); `expected`
    is what two whose share of the news never changed would have."""

    days: list[date]
    counts: Matrix
    expected: Matrix

    def surprise(self) -> Matrix:
        """How far counts are from what is expected, in standard deviations of a Poisson count (Anscombe 1948): the
        square root makes the scatter of small and large counts alike."""
        import numpy as np

        found: Matrix = 2 * (np.sqrt(self.counts + 0.375) - np.sqrt(self.expected + 0.375))
        return found


def daily(rows: pl.DataFrame, volume: pl.DataFrame) -> Daily:
    """The series of two from their acts (`marsad.relations.acts`) and the volume of all news by day. An act counts
    once, whatever its directions."""
    import numpy as np
    import polars as pl

    told = volume.group_by("day").agg(pl.col("acts").sum()).filter(pl.col("acts") > 0).sort("day")
    place = {day: n for n, day in enumerate(told["day"])}
    counts = np.zeros((len(place), len(QUADS)))
    once = rows.filter(pl.col("status").is_in(TOLD) & (pl.col("type") != "REQUEST")).unique("act")
    for day, quad, number in once.group_by("day", "quad").agg(pl.len()).iter_rows():
        if day in place and quad in QUADS:
            counts[place[day], quad - 1] += number
    of_all = told["acts"].to_numpy().astype(np.float64)
    expected = np.outer(of_all, counts.sum(axis=0) / max(1.0, of_all.sum()))
    return Daily(list(place), counts, expected)
