"""The days that a forecast is made from: one stretch of news without long gaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.acts import untold
from marsad.relations.daily import QUADS, daily

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

GAP = 7
"""Days without any news after which a stretch ends."""
THIN = 0.1
"""Days at either end with less than this share of the usual news are left out: plans told ahead, old cases recalled.
They may be more than the days of which news was read, so that usual is what the day of the middle act has."""


class Series(NamedTuple):
    """Acts of two by day and quad class, of shape (days, 4), from `first` on without a break, and all acts of the world
    on these days."""

    first: date
    counts: Matrix
    volume: Matrix

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(days=len(self.volume) - 1)

    def weekdays(self, ahead: int = 0) -> Any:
        """The weekday (Monday is 0) of each day, and of so many after the last."""
        import numpy as np

        return (self.first.weekday() + np.arange(len(self.volume) + ahead)) % 7


def stretch(rows: pl.DataFrame, world: pl.DataFrame, sources: Sequence[str] = ()) -> Series:
    """The stretch in which most is told. `rows` are acts of the two, `world` the volume of news by day, `sources` whose
    events these are (all if none is named). Raises `QueryError` if nothing is told."""
    import numpy as np
    import polars as pl

    found = daily(rows, world)
    if not found.days:
        raise untold(sources)
    told = dict(world.group_by("day").agg(pl.col("acts").sum()).iter_rows())
    at = np.array([day.toordinal() for day in found.days])
    volume = np.array([told[day] for day in found.days], dtype=np.float64)
    parts = np.split(np.arange(len(at)), np.flatnonzero(np.diff(at) > GAP) + 1)
    longest = max(parts, key=lambda part: float(volume[part].sum()))
    usual = longest[volume[longest] >= THIN * _usual(volume[longest])]
    chosen = np.arange(usual[0], usual[-1] + 1)
    days = at[chosen] - at[chosen[0]]
    counts, all_acts = np.zeros((days[-1] + 1, len(QUADS))), np.zeros(days[-1] + 1)
    counts[days], all_acts[days] = found.counts[chosen], volume[chosen]
    return Series(found.days[chosen[0]], counts, all_acts)


def _usual(volume: Matrix) -> float:
    """The median volume of days, each counted as often as it has acts."""
    import numpy as np

    ordered = np.sort(volume)
    return float(ordered[np.searchsorted(np.cumsum(ordered), ordered.sum() / 2)])
