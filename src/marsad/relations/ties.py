"""How close or hostile two are on each day: the tie, from −1 (war) to 1 (alliance), with an interval.

    tie(t) = Σ w s ⁄ (10 (Σ w + K)),   w = 2^(−(t − d) ⁄ H)

over all acts of both up to day t, `s` an act's PLOVER score and `d` its day. Half of an act is forgotten after `H`
days. `K` acts that say nothing are assumed, so that two of whom hardly anything is told are near 0. The interval is
that of a bootstrap over stories (Efron 1979), each of which counts as often as a Poisson number of mean 1 says (Oza and
Russell 2001): stories, not acts, are drawn anew, since what is told together is no independent witness, and a single
story is none at all now and then. It tells how much hangs on single stories; it knows nothing of what newspapers leave
out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

HALF_LIFE = 30.0
"""Days after which an act counts half."""
PRIOR = 5.0
"""Acts that say nothing, assumed beside those that were told."""
SAMPLES = 400
LEVEL = 0.9
"""The share of the samples that lies in the interval."""
_SEED = 20180918


def tie(
    rows: pl.DataFrame, days: Sequence[date], half_life: float = HALF_LIFE, prior: float = PRIOR, samples: int = SAMPLES
) -> pl.DataFrame:
    """The tie of two at the end of each of `days`: `day`, `tie`, `low`, `high` (all −1 to 1), `weight` (acts that are
    not forgotten). `rows` are acts of the two (`marsad.relations.acts`), each counted once however many directions it
    has.
    """
    import numpy as np
    import polars as pl

    scored = rows.filter(pl.col("score").is_not_null()).unique("act", keep="first", maintain_order=True)
    at = np.array([day.toordinal() for day in days], dtype=np.float64)
    told = scored.select(pl.col("day").dt.epoch("d")).to_series().to_numpy().astype(np.float64) + _EPOCH
    ages = at[:, None] - told[None, :]
    weights = np.where(ages >= 0, np.exp2(-np.maximum(ages, 0.0) / half_life), 0.0)
    stories, of_act = np.unique(scored["story"].to_numpy(), return_inverse=True)
    if not len(stories):
        return pl.DataFrame({"day": list(days), **dict.fromkeys(("tie", "low", "high", "weight"), [0.0] * len(days))})
    members = np.zeros((len(told), len(stories)))
    members[np.arange(len(told)), of_act] = 1.0
    sums = (weights * scored["score"].to_numpy()[None, :]) @ members
    totals = weights @ members
    drawn = np.random.default_rng(_SEED).poisson(1.0, (samples, len(stories)))
    ties = (sums @ drawn.T) / (10 * (totals @ drawn.T + prior))
    low, high = np.quantile(ties, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=1)
    middle = sums.sum(axis=1) / (10 * (totals.sum(axis=1) + prior))
    return pl.DataFrame({"day": list(days), "tie": middle, "low": low, "high": high, "weight": totals.sum(axis=1)})


_EPOCH = date(1970, 1, 1).toordinal()
