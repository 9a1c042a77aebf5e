"""What drove a change: the acts that stand out in the days after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from marsad.relations.breaks import Break
from marsad.relations.daily import TOLD
from marsad.store.ids import foreign_id, link_id
from marsad.store.queries.timeline import OWN

if TYPE_CHECKING:
    import polars as pl

WITHIN = 3
"""Days after a break in which what drove it is looked for."""
_SHOWN, _ACTS = 3, 5
_KEYS = ("source", "day", "a", "b", "type", "mode")


class Driver(NamedTuple):
    """Acts of one kind in one direction on one day: how many, and the ids of some of them."""

    day: date
    a: str
    b: str
    type: str
    mode: str | None
    times: int
    ids: tuple[str, ...]


def drivers(rows: pl.DataFrame, change: Break) -> list[Driver]:
    """The kinds of acts that made most of each quad class that grew, by day. Weight is their number times how far their
    score is from 0. Of a relation that grew quiet there is nothing to name."""
    import polars as pl

    near = rows.filter(
        pl.col("day").is_between(change.day, change.day + timedelta(days=WITHIN - 1))
        & pl.col("quad").is_in([quad for quad in change.quads if change.after[quad - 1] > change.before[quad - 1]])
        & pl.col("status").is_in(TOLD)
        & (~pl.col("mutual") | (pl.col("a") < pl.col("b")))
    )
    kinds = (
        near.group_by("quad", *_KEYS)
        .agg(pl.len().alias("times"), pl.col("score").abs().mean().fill_null(0).alias("weight"), pl.col("act").sort())
        .with_columns(weight=pl.col("times") * (1 + pl.col("weight")))
        .sort(["quad", "weight", *_KEYS], descending=[False, True, *(False for _ in _KEYS)])
        .group_by("quad", maintain_order=True)
        .head(_SHOWN)
        .sort("day", "quad", "weight", "a", "b", "type", "mode", descending=[False, False, True, *[False] * 4])
    )
    return [
        Driver(
            row["day"], row["a"], row["b"], row["type"], row["mode"], row["times"],
            tuple(id_of(row["source"], act) for act in row["act"][:_ACTS]),
        )
        for row in kinds.iter_rows(named=True)
    ]  # fmt: skip


def id_of(source: str, act: int) -> str:
    """How an act is named outside, as `marsad show` takes it."""
    return link_id("happening", act) if source == OWN else foreign_id(source, act)
