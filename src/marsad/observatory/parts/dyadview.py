"""The measures of two (`marsad.relations.dyad`) as a page shows them: plain values, days as ISO texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from marsad.relations.daily import QUADS, TOLD
from marsad.relations.dyad import EVERY

if TYPE_CHECKING:
    import polars as pl

    from marsad.relations.dyad import Change, Dyad, Step

_STEPS: tuple[tuple[int, Step], ...] = ((75, "day"), (730, "week"), (7300, "month"))
"""Up to how many days a span is shown by which step."""


class Level(NamedTuple):
    """One period. `tie` is that at its last `day`, with the interval `low` to `high` (all −1 to 1); `weight` is how
    many acts are not forgotten. `acts` counts what happened or is planned by quad class (1 to 4), `per_thousand` the
    same for each thousand of all that was told of the world."""

    period: str
    day: str
    tie: float
    low: float
    high: float
    weight: float
    acts: tuple[int, ...]
    per_thousand: tuple[float, ...]


class Cause(NamedTuple):
    """Acts of one kind in one direction on one day, how many `times`, and the `ids` of some."""

    day: str
    a: str
    b: str
    type: str
    mode: str | None
    times: int
    ids: tuple[str, ...]


class Turn(NamedTuple):
    """A break (`marsad.relations.breaks`) with what drove it. `quieter`: all that changed became less."""

    day: str
    confidence: float
    quads: tuple[int, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    quieter: bool
    drivers: tuple[Cause, ...]


class Standout(NamedTuple):
    """A day that stands out (`marsad.relations.peaks`); `kind` is `cooperation` or `conflict`."""

    day: str
    kind: str
    acts: int
    expected: float
    chance: float


class Ways(NamedTuple):
    """The acts of one quad class by direction; `mutual` are those in which both take part alike."""

    quad: int
    there: int
    back: int
    mutual: int


class Reporting(NamedTuple):
    """An outlet, how many `acts` of the two it tells, and their mean `score` (−10 to 10)."""

    outlet: str
    acts: int
    score: float | None


class Gain(NamedTuple):
    """How the tie changed in the last half-life, with its interval."""

    change: float
    low: float
    high: float


class Measures(NamedTuple):
    """What is measured of two from `first` to `last`. `acts` is the number of their acts, `sums` of those that happened
    or are planned by quad class; `reciprocity` that of
    cooperation and of conflict (0 to 1; null: nothing is directed)."""

    first: str
    last: str
    acts: int
    sums: tuple[int, ...]
    levels: tuple[Level, ...]
    trend: Gain
    breaks: tuple[Turn, ...]
    standouts: tuple[Standout, ...]
    ways: tuple[Ways, ...]
    reciprocity: tuple[float | None, ...]
    outlets: tuple[Reporting, ...]


def step_of(first: str, last: str) -> Step:
    """The step by which a span is shown if nobody asks for another."""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return next((step for most, step in _STEPS if days <= most), "year")


def measures(found: Dyad, by: Step) -> Measures:
    """What a page shows of a relation."""
    levels = tuple(_levels(found, by))
    kinds = (("cooperation", found.cooperation), ("conflict", found.conflict))
    return Measures(
        found.first.isoformat(), found.last.isoformat(), found.acts["act"].n_unique(),
        tuple(map(sum, zip(*(level.acts for level in levels), strict=True))), levels, Gain(*found.trend),
        tuple(map(_turn, found.changes)),
        tuple(Standout(each.day.isoformat(), kind, *each[1:]) for kind, several in kinds for each in several),
        tuple(_ways(found)), found.reciprocity, tuple(Reporting(*row) for row in found.outlets.iter_rows()),
    )  # fmt: skip


def _levels(found: Dyad, by: Step) -> Iterator[Level]:
    counts, own = _counts(found.acts, by)
    for row in found.ties.iter_rows(named=True):
        acts = tuple(counts.get((row["period"], quad), 0) for quad in QUADS)
        # `per_thousand` of the table is that of all acts of the period, whatever their status.
        share = row["per_thousand"] / max(1, own.get(row["period"], 0))
        yield Level(
            row["period"].isoformat(), row["day"].isoformat(), row["tie"], row["low"], row["high"], row["weight"], acts,
            tuple(count * share for count in acts),
        )  # fmt: skip


def _counts(acts: pl.DataFrame, by: Step) -> tuple[dict[tuple[date, int], int], dict[date, int]]:
    """How many acts a period has of each quad class, and of any kind and status; each counts once."""
    import polars as pl

    once = acts.unique("act").with_columns(period=pl.col("day").dt.truncate(EVERY[by]))
    told = once.filter(pl.col("status").is_in(TOLD)).group_by("period", "quad").len()
    return {(day, quad): n for day, quad, n in told.iter_rows()}, dict(once.group_by("period").len().iter_rows())


def _turn(change: Change) -> Turn:
    at = change.at
    return Turn(
        at.day.isoformat(), at.confidence, at.quads, at.before, at.after,
        all(at.after[quad - 1] <= at.before[quad - 1] for quad in at.quads),
        tuple(Cause(each.day.isoformat(), *each[1:]) for each in change.drivers),
    )  # fmt: skip


def _ways(found: Dyad) -> Iterator[Ways]:
    import polars as pl

    one = found.acts.filter(~pl.col("mutual") | (pl.col("a") == found.a))
    way = pl.when(pl.col("mutual")).then(pl.lit("mutual")).otherwise("a")
    sums = {(quad, key): n for quad, key, n in one.group_by("quad", way.alias("way")).len().iter_rows()}
    for quad in QUADS:
        counts = [sums.get((quad, key), 0) for key in (found.a, found.b, "mutual")]
        if any(counts):
            yield Ways(quad, *counts)
