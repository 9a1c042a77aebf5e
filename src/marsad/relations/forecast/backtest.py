"""How far forecasts can be trusted: what each model would have said on earlier days, and what then came.

From each day on which `FIRST` days are known, the sum of the next days is forecast and held against what came (rolling
origin, Tashman 2000). These windows overlap, so that they are far fewer than they look: `independent` says how many of
them do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.forecast.models import MODELS
from marsad.relations.forecast.predictive import quantile, ranked_score

if TYPE_CHECKING:
    import numpy as np

    from marsad.relations.forecast.series import Series

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

FIRST = 21
"""Days that are known at the first forecast."""
LEVEL = 0.9
"""The share of what comes that should lie in the intervals."""
ALPHA, LEAST = 0.05, 3.0
"""How often a model may pass for better than the naive one by chance, and the independent windows that it takes."""
_NARROW = 0.5
"""What an interval reaches to either side at least, in acts."""


class Score(NamedTuple):
    """What a model was worth in the back-test, over all windows and quad classes: `error` the mean absolute error and
    `ranked` the mean ranked probability score, both in acts, the smaller the better; `coverage` the share of what came
    that lay in the model's own intervals (0 to 1, `LEVEL` is right); `wider` by how much they are
    stretched so that it is at least `LEVEL` (1: not at all); `skill` = 1 − ranked ⁄ that of the naive forecast (1
    perfect, 0 no better, negative worse); `clear` whether the difference from the naive forecast is more than chance
    would make (one-sided t test at `ALPHA`, overlapping windows counted as few, `LEAST` independent ones at least). Few
    windows tell little."""

    error: float
    ranked: float
    coverage: float
    wider: float
    skill: float
    clear: bool


def interval(mean: Matrix, variance: Matrix) -> tuple[Matrix, Matrix]:
    """The lower and the upper end of the interval that should hold `LEVEL` of what comes, never narrower than that of a
    Poisson count: of rare acts a great variance alone would say that none will come."""
    import numpy as np

    rest = (1 - LEVEL) / 2
    low, high = quantile(rest, mean, variance), quantile(1 - rest, mean, variance)
    return np.minimum(low, quantile(rest, mean, mean)), np.maximum(high, quantile(1 - rest, mean, mean))


def windows(series: Series, horizon: int) -> list[int]:
    """The places from which the back-test looks ahead."""
    return list(range(FIRST, len(series.volume) - horizon + 1))


def independent(series: Series, horizon: int) -> float:
    """How many windows of the back-test do not overlap."""
    return 1 + (len(windows(series, horizon)) - 1) / horizon


def backtest(series: Series, horizon: int) -> dict[str, Score]:
    """The score of each model."""
    import numpy as np

    places = windows(series, horizon)
    seen = np.array([series.counts[place : place + horizon].sum(axis=0) for place in places])
    found: dict[str, Score] = {}
    usual = np.zeros(len(places))
    for name, model in MODELS.items():
        mean, variance = model(series, places, horizon)
        ranked = ranked_score(seen, mean, variance).mean(axis=1)
        usual = ranked if not found else usual
        needed = _needed(seen, mean, *interval(mean, variance))
        wider = max(1.0, float(np.quantile(needed, LEVEL, method="higher")))
        found[name] = Score(
            float(np.abs(seen - mean).mean()), float(ranked.mean()), float((needed <= 1).mean()), wider,
            float(1 - ranked.mean() / max(1e-9, usual.mean())), _clear(usual - ranked, independent(series, horizon)),
        )  # fmt: skip
    return found


def stretched(mean: Matrix, low: Matrix, high: Matrix, wider: float) -> tuple[Matrix, Matrix]:
    """Intervals that reach so many times as far from the mean, in whole acts from 0 on."""
    import numpy as np

    down, up = np.maximum(mean - low, _NARROW), np.maximum(high - mean, _NARROW)
    if wider <= 1:
        return low, high
    return np.maximum(0.0, np.floor(mean - wider * down)), np.ceil(mean + wider * up)


def _needed(seen: Matrix, mean: Matrix, low: Matrix, high: Matrix) -> Matrix:
    """How far each interval must be stretched to hold what came (conformal scores: Romano, Patterson and Candès
    2019)."""
    import numpy as np

    found: Matrix = np.where(
        seen > mean, (seen - mean) / np.maximum(high - mean, _NARROW), (mean - seen) / np.maximum(mean - low, _NARROW)
    )
    return found


def _clear(gain: Matrix, size: float) -> bool:
    """Whether a mean gain is more than chance would make, if so many windows are independent."""
    import numpy as np
    from scipy.special import stdtrit

    spread = float(gain.std(ddof=1)) if len(gain) > 1 else 0.0
    if size < LEAST or spread == 0:
        return False
    return bool(gain.mean() > stdtrit(size - 1, 1 - ALPHA) * spread / np.sqrt(size - 1))
