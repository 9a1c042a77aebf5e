"""Every pair of countries in every period: counts by quad class and the tie, as one table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from marsad.errors import QueryError
from marsad.relations.acts import acts
from marsad.relations.dyad import EVERY, STEPS, Step
from marsad.relations.fading import HALF_LIFE, closeness, remembered
from marsad.store.queries.period import Day, Period, period

if TYPE_CHECKING:
    import polars as pl

    from marsad.store.store import Store

COLUMNS = ("period", "a", "b", "acts", "quad_1", "quad_2", "quad_3", "quad_4", "tie")


def pairs(
    store: Store, *, since: Day | None = None, until: Day | None = None, by: Step = "month",
    sources: Sequence[str] = (), half_life: float = HALF_LIFE,
) -> pl.DataFrame:  # fmt: skip
    """A row for each two countries (`a` before `b`) and each period in which an act of theirs is told: `period` (its
    first day), `acts` and `quad_1` to `quad_4` (acts in it, each once, planned ones too, but not what is possible or
    denied), and `tie` (−1 to 1) at its end, which remembers the periods before (`marsad.relations.fading`). Raises
    `QueryError` for what is no step or date; `MissingDependencyError`.
    """
    import polars as pl

    if by not in STEPS:
        raise QueryError(f"{by!r} is no step", f"there are {', '.join(STEPS)}")
    days = period(since, until)
    with store.reading() as connection:
        rows = acts(connection, Period(None, days.last), sources=sources)
    once = (
        rows.with_columns(a=pl.min_horizontal("a", "b"), b=pl.max_horizontal("a", "b"))
        .unique(["act", "a", "b"], maintain_order=True)
        .filter(pl.col("status").is_in(["actual", "planned"]))
        .with_columns(period=pl.col("day").dt.truncate(EVERY[by]))
    )
    counts = _counts(once).join(_ties(once, by, half_life), on=["period", "a", "b"])
    if days.first:
        counts = counts.filter(pl.col("period").dt.offset_by(EVERY[by]) > pl.lit(days.first).str.to_date())
    return counts.select(COLUMNS).sort("period", "a", "b")


def _counts(once: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    quads = [(pl.col("quad") == quad).sum().cast(pl.Int64).alias(f"quad_{quad}") for quad in range(1, 5)]
    return once.group_by("period", "a", "b").agg(pl.len().cast(pl.Int64).alias("acts"), *quads)


def _ties(once: pl.DataFrame, by: Step, half_life: float) -> pl.DataFrame:
    """The tie of each two at the end of each period in which they have acts. What came before fades from one of their
    periods to the next, so that nothing is summed twice."""
    import polars as pl

    end = pl.col("period").dt.offset_by(EVERY[by]) - timedelta(days=1)
    weight = remembered((end - pl.col("day")).dt.total_days(), half_life)
    own = (
        once.with_columns(weight=pl.when(pl.col("score").is_null()).then(0.0).otherwise(weight))
        .with_columns(pl.col("score").fill_null(0.0))
        # In order, so that sums are the same to the last bit each time.
        .group_by("period", "a", "b", maintain_order=True)
        .agg((pl.col("weight") * pl.col("score")).sum().alias("sum"), pl.col("weight").sum())
        .sort("period")
    )
    # What fades with age is a running total of weights that grow with their day, shrunk to the end of each period; days
    # count from the last, so that the weights stay within what a float holds.
    last = own.select((end.dt.epoch("d")).max()).item() or 0
    scale = remembered(last - end.dt.epoch("d"), half_life)
    running = own.with_columns(scale=scale).with_columns(
        total=(pl.col("weight") * pl.col("scale")).cum_sum().over("a", "b"),
        sums=(pl.col("sum") * pl.col("scale")).cum_sum().over("a", "b"),
    )
    tie = closeness(pl.col("sums") / pl.col("scale"), pl.col("total") / pl.col("scale"))
    return running.select("period", "a", "b", tie=tie)
