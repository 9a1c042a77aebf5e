"""When a relation changed: days from which on two are told of otherwise than before.

The series of both (`marsad.relations.daily`) are cut into stretches of even level by PELT (Killick, Fearnhead and
Eckley 2012) with the squared distance from the mean as cost; each cut is then held against chance: how often would
days shuffled in blocks of some, between the cuts before and after it, have as good a cut? What is left stands at
`ALPHA`. News comes in waves, which blocks keep together only partly: a break tells that reports changed, not why.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.errors import MissingDependencyError
from marsad.relations.daily import LEAST_DAYS, QUADS, Daily

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

ALPHA = 0.05
"""How often what is no break may pass for one."""
CHANGED = 0.33
"""A quad class changed too if it did so by such a share of what the one did that changed most."""
_PENALTY = 2.0
"""What a cut must gain, for each series and each log of the number of days."""
_SHORTEST = 2
_BLOCK = 2
_SHUFFLES = 499
_SEED = 20181002


class Break(NamedTuple):
    """A day from which on all is different. `confidence` is 1 − p of the shuffled days; `before` and `after` are the
    mean acts a day by quad class, up to the breaks before and after; `quad` is the class that changed the most."""

    day: date
    confidence: float
    before: tuple[float, ...]
    after: tuple[float, ...]
    quads: tuple[int, ...]


def breaks(series: Daily) -> list[Break]:
    """The breaks of two, by day."""
    import numpy as np

    if len(series.days) < LEAST_DAYS:
        return []
    values = series.surprise()
    values = values / _scatter(values)
    cuts = [0, *_cuts(values), len(values)]
    random = np.random.default_rng(_SEED)
    found = []
    for n in range(1, len(cuts) - 1):
        start, at, end = cuts[n - 1 : n + 2]
        confidence = _confidence(values[start:end], at - start, random)
        if confidence >= 1 - ALPHA:
            found.append(_break(series, values, (start, at, end), confidence))
    return found


def _scatter(values: Matrix) -> Matrix:
    """How much each series jumps from day to day, at least as a Poisson count does."""
    import numpy as np

    jumps = np.abs(np.diff(values, axis=0))
    usual = 1.4826 * np.median(jumps, axis=0) / np.sqrt(2) if len(jumps) else np.ones(values.shape[1])
    found: Matrix = np.maximum(usual, 1.0)
    return found


def _cuts(values: Matrix) -> Sequence[int]:
    try:
        from ruptures import KernelCPD
    except ImportError:
        raise MissingDependencyError("ruptures", "relations") from None
    import numpy as np

    penalty = _PENALTY * values.shape[1] * float(np.log(len(values)))
    # With a linear kernel the cost is the squared distance from the mean, and the search is compiled.
    ends: list[int] = KernelCPD(kernel="linear", min_size=_SHORTEST).fit(values).predict(pen=penalty)
    return [int(end) for end in ends[:-1]]


def _confidence(values: Matrix, at: int, random: np.random.Generator) -> float:
    """The share of shuffles of the days whose best cut is worse than the one at a place."""
    import numpy as np

    gain = _gains(values)[at - 1]
    blocks = [values[start : start + _BLOCK] for start in range(0, len(values), _BLOCK)]
    worse = 0
    for _ in range(_SHUFFLES):
        shuffled = np.concatenate([blocks[n] for n in random.permutation(len(blocks))])
        worse += bool(_gains(shuffled).max() < gain)
    return worse / (_SHUFFLES + 1)


def _gains(values: Matrix) -> Matrix:
    """By how much the squared distances from the mean fall when days are cut in two after each of them but the last."""
    import numpy as np

    size = len(values)
    left = np.cumsum(values, axis=0)[:-1]
    right = values.sum(axis=0) - left
    counts = np.arange(1, size)[:, None]
    found: Matrix = (left**2 / counts + right**2 / (size - counts)).sum(axis=1) - (values.sum(axis=0) ** 2).sum() / size
    return found


def _break(series: Daily, values: Matrix, around: tuple[int, int, int], confidence: float) -> Break:
    start, at, end = around
    change = abs(values[at:end].mean(axis=0) - values[start:at].mean(axis=0))
    before, after = (series.counts[part].mean(axis=0) for part in (slice(start, at), slice(at, end)))
    ordered = sorted(QUADS, key=lambda quad: -float(change[quad - 1]))
    changed = (ordered[0], *(quad for quad in ordered[1:] if change[quad - 1] >= CHANGED * change[ordered[0] - 1]))
    return Break(series.days[at], confidence, tuple(map(float, before)), tuple(map(float, after)), changed)
