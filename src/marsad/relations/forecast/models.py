"""Three honest baselines for how many acts of each quad class two will have over the days to come.

Each takes a series, the places from which it looks ahead (it knows the days before them, nothing else) and the number
of days, and gives mean and variance of the sum over these days, each of shape (places, 4), in acts. None of them
knows why acts happen: an event without a precedent is foreseen by none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    from marsad.relations.forecast.series import Series

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

Model = Callable[["Series", Sequence[int], int], "tuple[Matrix, Matrix]"]
RARE = 0.5
"""Acts assumed beside those that were told, so that what never happened is rare, not impossible."""
_BLOCK = 7
_LEVELS = (0.03, 0.07, 0.15, 0.3)
_TRENDS = ((0.0, 1.0), (0.02, 0.97), (0.05, 0.9))
"""Speed and damping of the trend."""
_FORGET = 28.0
"""Days after which a day counts half in the count model, and from which the volume of news to come is taken."""
_RIDGE = 4.0
_STEPS = 8


def naive(series: Series, places: Sequence[int], horizon: int) -> tuple[Matrix, Matrix]:
    """What was comes again: the last days, as many as are looked ahead.

        mean = n h ⁄ w,   variance = D mean (1 + h ⁄ w)

    `n` acts in the last w ≤ h days (and `RARE`), `D` their dispersion by weeks (variance ⁄ mean, at least 1). It lags
    behind every trend and doubles every burst.
    """
    import numpy as np

    means, variances = [], []
    for place in places:
        window = min(place, horizon)
        mean = (series.counts[place - window : place].sum(axis=0) + RARE) * horizon / window
        means.append(mean)
        variances.append(_dispersion(series.counts[:place]) * mean * (1 + horizon / window))
    return np.array(means), np.array(variances)


def _dispersion(counts: Matrix) -> Matrix:
    """Variance ⁄ mean of the counts of all weeks (overlapping), at least 1."""
    import numpy as np

    sums = np.cumsum(np.vstack([np.zeros(counts.shape[1]), counts]), axis=0)
    weeks = sums[_BLOCK:] - sums[:-_BLOCK]
    found: Matrix = np.maximum(1.0, weeks.var(axis=0) / np.maximum(weeks.mean(axis=0), RARE))
    return found


def smoothing(series: Series, places: Sequence[int], horizon: int) -> tuple[Matrix, Matrix]:
    """Exponential smoothing with a damped trend (Gardner and McKenzie 1985): what is newer counts more.

        level ← level + trend + α e,   trend ← φ trend + α β e,   e the error of the next day

    (error-correction form of Hyndman et al. 2008, whose variance of a sum of days is used, with the errors' dispersion
    scaled to the mean). α, β and φ are those of a small grid with the least squared errors so far, for each quad class.
    A burst shortly before the end is taken for a new level.
    """
    import numpy as np

    grid = np.array([(alpha, beta, phi) for alpha, (beta, phi) in product(_LEVELS, _TRENDS)])
    alpha, beta, phi = (grid[:, n, None] for n in range(3))
    level = np.repeat(series.counts[:_BLOCK].mean(axis=0)[None], len(grid), axis=0)
    trend, errors, total = np.zeros_like(level), np.zeros_like(level), np.zeros_like(level)
    wanted, found = set(places), {}
    for day, counts in enumerate([*series.counts, None]):
        if day in wanted:
            best = errors.argmin(axis=0), np.arange(level.shape[1])
            spread = np.maximum(1.0, errors[best] / np.maximum(total[best], RARE))
            found[day] = _ahead(level[best], trend[best], spread, grid[best[0]], horizon)
        if counts is None:
            break
        ahead = np.maximum(level + phi * trend, 0.0)
        error = counts - ahead
        level, trend = ahead + alpha * error, phi * trend + alpha * beta * error
        if day >= _BLOCK:
            errors += error**2
            total += ahead
    return np.array([found[place][0] for place in places]), np.array([found[place][1] for place in places])


def _ahead(level: Matrix, trend: Matrix, spread: Matrix, chosen: Matrix, horizon: int) -> tuple[Matrix, Matrix]:
    """Mean and variance of the sum of the next days."""
    import numpy as np

    alpha, beta, phi = chosen.T
    growth = np.cumsum(phi[:, None] ** np.arange(1, horizon + 1), axis=1)
    days = np.maximum(level[:, None] + growth * trend[:, None], 0.0)
    mean = np.maximum(days.sum(axis=1), RARE)
    # What one day's error adds to all days after it.
    carried = np.cumsum(alpha[:, None] * (1 + beta[:, None] * growth), axis=1)[:, :-1]
    weight = 1 + np.hstack([np.zeros((len(alpha), 1)), carried])
    return mean, spread * mean / horizon * (weight**2).sum(axis=1)


def counting(series: Series, places: Sequence[int], horizon: int) -> tuple[Matrix, Matrix]:
    """A regression of counts with the volume of news as exposure and a wave over the week.

        log mean_t = log volume_t + a + b cos(2π weekday ⁄ 7) + c sin(2π weekday ⁄ 7)

    by weighted Poisson likelihood (the weights fade), its dispersion by moments as a negative binomial (Cameron and
    Trivedi 2013), with the uncertainty of `a`; the volume to come is that of the last four weeks by weekday. It takes
    the share of the news for what lasts: where a relation makes the news itself, it is slow.
    """
    import numpy as np

    angle = 2 * np.pi * series.weekdays(horizon) / 7
    terms = np.stack([np.ones(len(angle)), np.cos(angle), np.sin(angle)], axis=1)
    means, variances = [], []
    for place in places:
        exposure = _exposure(series, place, horizon)
        several = [
            _regress(counts[:place], series.volume[:place], terms[:place], terms[place : place + horizon], exposure)
            for counts in series.counts.T
        ]
        means.append([mean for mean, _ in several])
        variances.append([variance for _, variance in several])
    return np.array(means), np.array(variances)


def _exposure(series: Series, place: int, horizon: int) -> Matrix:
    """The volume of news to be expected on each of the next days."""
    import numpy as np

    weekdays, recent = series.weekdays(horizon), slice(max(0, place - int(_FORGET)), place)
    by_weekday = [series.volume[recent][weekdays[recent] == day].mean() for day in range(7)]
    found: Matrix = np.array(by_weekday)[weekdays[place : place + horizon]]
    return found


def _regress(counts: Matrix, volume: Matrix, terms: Matrix, ahead: Matrix, exposure: Matrix) -> tuple[float, float]:
    """Mean and variance of the sum of the next days, from one quad class."""
    import numpy as np

    told = volume > 0
    weight = 2 ** (-np.arange(len(counts), 0, -1) / _FORGET) * told
    size = np.maximum(volume, 1.0)
    found = np.array([np.log(((weight * counts).sum() + RARE) / (weight * size).sum()), 0.0, 0.0])
    ridge = np.array([0.0, _RIDGE, _RIDGE])
    for _ in range(_STEPS):
        mean = size * np.exp(np.clip(terms @ found, -30, 5))
        slope = terms.T @ (weight * (counts - mean)) - ridge * found
        slope[0] += RARE
        curve = (terms * (weight * mean)[:, None]).T @ terms + np.diag(ridge + 1e-6)
        found = found + np.clip(np.linalg.solve(curve, slope), -1, 1)
    mean = size * np.exp(np.clip(terms @ found, -30, 5))
    spread = max(0.0, float((weight * ((counts - mean) ** 2 - mean)).sum() / max(1e-9, (weight * mean**2).sum())))
    next_days = exposure * np.exp(np.clip(ahead @ found, -30, 5))
    total = max(RARE, float(next_days.sum()))
    unsure = float((weight**2 * (mean + spread * mean**2)).sum() / max(1e-9, (weight * mean).sum() ** 2))
    return total, total + spread * float((next_days**2).sum()) + min(1.0, unsure) * total**2


MODELS: dict[str, Model] = {"naive": naive, "smoothing": smoothing, "counting": counting}
"""The models by name; the others are held against the first."""
