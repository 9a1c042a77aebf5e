"""Negative binomial counts by mean and variance: quantiles, and how well they foresaw what came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

_POINTS = 200


def chance(count: Matrix, mean: Matrix, variance: Matrix) -> Matrix:
    """The probability of at most so many: that of the negative binomial with this mean and variance, which is Poisson's
    where the variance is no greater than the mean."""
    import numpy as np
    from scipy.special import betainc

    variance = np.maximum(variance, mean * (1 + 1e-6))
    found: Matrix = np.zeros(np.broadcast(count, mean).shape)
    found[:] = betainc(mean**2 / (variance - mean), np.maximum(count, 0) + 1, mean / variance)
    found[np.broadcast_to(count < 0, found.shape)] = 0.0
    return found


def quantile(level: float, mean: Matrix, variance: Matrix) -> Matrix:
    """The smallest counts whose chance is at least `level`."""
    import numpy as np

    low = np.full(mean.shape, -1.0)
    high: Matrix = np.ceil(mean + 30 * np.sqrt(np.maximum(variance, mean)) + 30)
    while (high - low > 1).any():
        middle = np.floor((low + high) / 2)
        enough = chance(middle, mean, variance) >= level
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return high


def ranked_score(seen: Matrix, mean: Matrix, variance: Matrix) -> Matrix:
    """The ranked probability score (Epstein 1969; for counts Czado, Gneiting and Held 2009):

        Σ_k (F(k) − 1[seen ≤ k])²

    in acts, from 0 (foreseen with certainty); for a forecast that is certain it is the absolute error. Being sure and
    wrong costs more than being unsure. It grows with the counts: compare models on one series, never two series."""
    import numpy as np

    top = np.maximum(seen, mean) + 10 * np.sqrt(np.maximum(variance, mean)) + 10
    step = np.maximum(1.0, top / _POINTS)[..., None]
    # Long ranges are looked at in steps, short ones count by count.
    counts = np.floor(step * np.arange(_POINTS + 1))
    gap = chance(counts, mean[..., None], variance[..., None]) - (counts >= seen[..., None])
    found: Matrix = (gap**2 * step).sum(axis=-1)
    return found
