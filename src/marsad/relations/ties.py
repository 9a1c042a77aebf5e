"""How close or hostile two are on each day: the tie, from −1 (war) to 1 (alliance), with an interval.

The tie on a day is made of all acts of both up to it, as they fade (`marsad.relations.fading`). The interval is that
of a bootstrap over stories (Efron 1979), each of which counts as often as a Poisson number of mean 1 says (Oza and
Russell 2001): stories, not acts, are drawn anew, since what is told together is no independent witness, and a single
story is none at all now and then. It tells how much hangs on single stories; it knows nothing of what newspapers leave
out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.fading import HALF_LIFE, PRIOR, closeness, remembered

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

    Vector = np.ndarray[Any, np.dtype[np.float64]]

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

    found = _drawn(rows, days, half_life, prior, samples)
    low, high = np.quantile(found.draws, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=1)
    return pl.DataFrame({"day": list(days), "tie": found.ties, "low": low, "high": high, "weight": found.weights})


def trend(rows: pl.DataFrame, last: date, half_life: float = HALF_LIFE) -> Trend:
    """What the tie of two at the end of a day has gained or lost since one half-life before."""
    import numpy as np

    found = _drawn(rows, [last - timedelta(days=round(half_life)), last], half_life, PRIOR, SAMPLES)
    low, high = np.quantile(found.draws[1] - found.draws[0], [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Trend(float(found.ties[1] - found.ties[0]), float(low), float(high))


class Trend(NamedTuple):
    """How a tie changed (−2 to 2), with the interval of the bootstrap."""

    change: float
    low: float
    high: float


class _Drawn(NamedTuple):
    """Ties and weights by day, and the ties of each draw of the stories (days × draws)."""

    ties: Vector
    weights: Vector
    draws: Vector


def _drawn(rows: pl.DataFrame, days: Sequence[date], half_life: float, prior: float, samples: int) -> _Drawn:
    import numpy as np
    import polars as pl

    scored = rows.filter(pl.col("score").is_not_null()).unique("act", keep="first", maintain_order=True)
    if scored.is_empty():
        return _Drawn(np.zeros(len(days)), np.zeros(len(days)), np.zeros((len(days), samples)))
    at = np.array([day.toordinal() for day in days], dtype=np.float64)
    told = scored.select(pl.col("day").dt.epoch("d")).to_series().to_numpy().astype(np.float64) + _EPOCH
    ages = at[:, None] - told[None, :]
    weights = np.where(ages >= 0, remembered(np.maximum(ages, 0.0), half_life), 0.0)
    stories, of_act = np.unique(scored["story"].to_numpy(), return_inverse=True)
    members = np.zeros((len(told), len(stories)))
    members[np.arange(len(told)), of_act] = 1.0
    sums = (weights * scored["score"].to_numpy()[None, :]) @ members
    totals = weights @ members
    drawn = np.random.default_rng(_SEED).poisson(1.0, (samples, len(stories)))
    ties = closeness(sums.sum(axis=1), totals.sum(axis=1), prior)
    return _Drawn(ties, totals.sum(axis=1), closeness(sums @ drawn.T, totals @ drawn.T, prior))


_EPOCH = date(1970, 1, 1).toordinal()
