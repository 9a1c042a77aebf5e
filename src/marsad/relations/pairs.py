"""Every pair of countries in every period: counts by quad class and the tie, as one table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from marsad.errors import QueryError
from marsad.relations.acts import acts
from marsad.relations.daily import TOLD
from marsad.relations.dyad import EVERY, STEPS, Step
from marsad.relations.fading import HALF_LIFE, closeness, remembered
from marsad.relations.network.system import newest
from marsad.store.queries.period import Day, Period, period

if TYPE_CHECKING:
    import polars as pl

    from marsad.store.store import Store

COLUMNS = ("period", "a", "b", "acts", "quad_1", "quad_2", "quad_3", "quad_4", "tie")
_FORGOTTEN = 20
"""Half-lives after which a million of acts are hardly one."""


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
    once = _once(rows).with_columns(period=pl.col("day").dt.truncate(EVERY[by]))
    counts = _counts(once).join(_ties(once, by, half_life), on=["period", "a", "b"])
    if days.first:
        counts = counts.filter(pl.col("period").dt.offset_by(EVERY[by]) > pl.lit(days.first).str.to_date())
    return counts.select(COLUMNS).sort("period", "a", "b")


def changed(
    store: Store, *, since: Day | None = None, until: Day | None = None, sources: Sequence[str] = (),
    half_life: float = HALF_LIFE, rows: pl.DataFrame | None = None,
) -> pl.DataFrame:  # fmt: skip
    """The two countries each of whom acts are told from `since` to `until`, those first whose tie changed the most: the
    `COLUMNS` of `pairs` for these days as one period, `before`, the tie one half-life before the end, and `change`, by
    how much it is more now (−2 to 2). Without `until` the end is the last day of the news, without `since` the days are
    those of one half-life. `rows` are all acts (`marsad.relations.acts`) where they are at hand; who has none need not
    read those that are long forgotten. Raises `QueryError` as `pairs` does, and where nothing is told.

    A tie of two of whom little is told jumps with single stories: read `acts` beside it.
    """
    import polars as pl

    days = period(since, until)
    last = date.fromisoformat(days.last) if days.last else newest(store, sources)
    first = date.fromisoformat(days.first) if days.first else last - timedelta(days=round(half_life) - 1)
    if rows is None:
        oldest = last - timedelta(days=round(_FORGOTTEN * half_life))
        with store.reading() as connection:
            rows = acts(connection, Period(min(oldest, first).isoformat(), last.isoformat()), sources=sources)
    once = _once(rows).filter(pl.col("day") <= last).with_columns(period=pl.lit(first))
    counts = _counts(once.filter(pl.col("day") >= first))
    ties = once.group_by("a", "b", maintain_order=True).agg(
        tie=_tie_at(last, half_life), before=_tie_at(last - timedelta(days=round(half_life)), half_life)
    )
    found = counts.join(ties, on=["a", "b"]).with_columns(change=pl.col("tie") - pl.col("before"))
    ordered = found.sort(pl.col("change").abs(), "acts", "a", "b", descending=[True, True, False, False])
    return ordered.select(*COLUMNS, "before", "change")


def _tie_at(day: date, half_life: float) -> pl.Expr:
    """The tie that the acts of a group make at the end of a day; 0 where there are none."""
    import polars as pl

    age = (pl.lit(day) - pl.col("day")).dt.total_days()
    weight = pl.when((age >= 0) & pl.col("score").is_not_null()).then(remembered(age, half_life)).otherwise(0.0)
    return closeness((weight * pl.col("score").fill_null(0.0)).sum(), weight.sum())


def _once(rows: pl.DataFrame) -> pl.DataFrame:
    """What is counted of acts: each once between two, `a` before `b`."""
    import polars as pl

    return (
        rows.with_columns(a=pl.min_horizontal("a", "b"), b=pl.max_horizontal("a", "b"))
        .unique(["act", "a", "b"], maintain_order=True)
        .filter(pl.col("status").is_in(TOLD))
    )


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
