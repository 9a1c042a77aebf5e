"""Does pressure from outside drive two together, or apart? Pressure of C on A, and how near A and B are, as daily
series:

    p(t): acts of conflict of C against A,   x(t): acts of cooperation less acts of conflict of A and B,

each as its distance from what the day's news would bring if shares never changed, in standard deviations of a Poisson
count (`marsad.relations.daily`). Two looks at them:

- the correlation of x(t) with p(t − k) for each lag k up to `LAGS` days, before and after;
- the regression x(t) = α + φ₁ x(t−1) + φ₂ x(t−2) + β₁ p(t−1) + … + β_L p(t−L) + ε, whose Σ β is what pressure adds to
  nearness over the next days beyond what nearness itself foretold (Granger 1969).

Chance is told by series made anew with the waves of p and nothing else of it (surrogates with random phases, Theiler et
al. 1992): p values are the share of them that do as well, for correlations at the best of all lags. It is one case,
observed and not tried: a cause common to both, such as a summit at which all three meet or a crisis that all react to,
looks the same; what is expected and answered beforehand looks like the reverse; and reports are not acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from marsad.errors import QueryError
from marsad.relations.acts import acts, covered, untold, volume
from marsad.relations.daily import Daily, daily
from marsad.relations.dyad import country
from marsad.store.queries.period import Day, period

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

    from marsad.store.store import Store

    Series = np.ndarray[Any, np.dtype[np.float64]]

LAGS = 7
ALPHA = 0.05
"""The p value up to which something is said to be there."""
LEAST_DAYS, LEAST_PRESSED, LEAST_NEAR = 40, 10, 10
"""Days of news, days with pressure and days with acts of the two without which nothing can be told."""
_OWN_LAGS = 2
SURROGATES = 399
_SEED = 20181024

Verdict = Literal["too little", "no effect", "nearer", "apart"]


class Pressure(NamedTuple):
    """What can be told of pressure of `by` on `on`, and of the tie of `on` and `friend`.

    `days`, `pressed`, `near` are the days of news, those with pressure, those with acts of the two. `correlations` has
    the correlation at each lag (−1 to 1; at a lag above 0 nearness follows pressure), `lag` is that of the strongest
    one, and `lag_chance` how often the best of all lags is as strong by chance. `effect` is Σ β: standard deviations of
    nearness in the days after pressure of one more, `effect_chance` its p value (two-sided). All None where there is
    too little. `series` has `day`, `pressure`, `nearness`.
    """

    on: str
    by: str
    friend: str
    first: date
    last: date
    days: int
    pressed: int
    near: int
    verdict: Verdict
    correlations: dict[int, float] | None
    lag: int | None
    lag_chance: float | None
    effect: float | None
    effect_chance: float | None
    series: pl.DataFrame
    least: tuple[int, int, int] = (LEAST_DAYS, LEAST_PRESSED, LEAST_NEAR)
    """What is asked of `days`, `pressed` and `near`."""


def pressure(
    store: Store, on: str, by: str, friend: str, *, since: Day | None = None, until: Day | None = None,
    sources: Sequence[str] = (),
) -> Pressure:  # fmt: skip
    """What pressure of a country does to the tie of another with a third, all given by codes or names. Raises
    `QueryError` for what is no country, for fewer than three, and where nothing is told of the period;
    `MissingDependencyError`.
    """
    import polars as pl

    days = period(since, until)
    with store.reading() as connection:
        a, c, b = (country(connection, asked) for asked in (on, by, friend))
        if len({a, b, c}) < 3:
            raise QueryError("pressure is between three countries", "name three different ones")
        world = volume(connection, days, sources)
        pressing = acts(connection, days, (c, a), sources).filter((pl.col("a") == c) & (pl.col("quad") > 2))
        between = acts(connection, days, (a, b), sources)
        if world.is_empty():
            raise untold(sources)
        world = covered(connection, world)
    return told((a, c, b), daily(pressing, world), daily(between, world))


def told(names: tuple[str, str, str], pressing: Daily, between: Daily) -> Pressure:
    """The same of two daily series; `names` are who is pressed, by whom, and with whom his tie is looked at."""
    import polars as pl

    p = pressing.surprise()[:, 2:].sum(axis=1)
    near = between.surprise()
    x = near[:, :2].sum(axis=1) - near[:, 2:].sum(axis=1)
    counts = len(p), int((pressing.counts.sum(axis=1) > 0).sum()), int((between.counts.sum(axis=1) > 0).sum())
    series = pl.DataFrame({"day": pressing.days, "pressure": p, "nearness": x})
    head = (*names, pressing.days[0], pressing.days[-1], *counts)
    if any(count < least for count, least in zip(counts, (LEAST_DAYS, LEAST_PRESSED, LEAST_NEAR), strict=True)):
        return Pressure(*head, "too little", None, None, None, None, None, series)
    others = _surrogates(p)
    correlations, lag, lag_chance = _correlated(p, x, others)
    effect, effect_chance = _regressed(p, x, others)
    clear = effect_chance <= ALPHA
    verdict: Verdict = ("nearer" if effect > 0 else "apart") if clear else "no effect"
    return Pressure(*head, verdict, correlations, lag, lag_chance, effect, effect_chance, series)


def _correlated(p: Series, x: Series, others: Sequence[Series]) -> tuple[dict[int, float], int, float]:
    """The correlation at each lag, the lag of the strongest, and how often chance has one as strong at its best lag."""
    found = _at_lags(p, x)
    lag = max(found, key=lambda k: abs(found[k]))
    return found, lag, _share([max(map(abs, _at_lags(other, x).values())) for other in others], abs(found[lag]))


def _at_lags(p: Series, x: Series) -> dict[int, float]:
    import numpy as np

    own, other = (p - p.mean()) / (p.std() or 1.0), (x - x.mean()) / (x.std() or 1.0)
    products = np.correlate(other, own, "full")[len(p) - 1 - LAGS : len(p) + LAGS]
    return {lag: float(product) / (len(p) - abs(lag)) for lag, product in enumerate(products, -LAGS)}


def _regressed(p: Series, x: Series, others: Sequence[Series]) -> tuple[float, float]:
    """Σ β, and how often chance has one as many standard errors from 0, in either direction."""
    effect, error = _effect(p, x)
    chance = [abs(other) / its for other, its in (_effect(surrogate, x) for surrogate in others)]
    return effect, _share(chance, abs(effect) / error)


def _effect(p: Series, x: Series) -> tuple[float, float]:
    """Σ β by least squares, and its standard error."""
    import numpy as np

    own = [x[LAGS - lag : -lag] for lag in range(1, _OWN_LAGS + 1)]
    pressed = np.lib.stride_tricks.sliding_window_view(p, LAGS)[:-1]
    design = np.column_stack([np.ones(len(pressed)), *own, pressed])
    summed = np.r_[np.zeros(1 + _OWN_LAGS), np.ones(LAGS)]
    inverse = np.linalg.pinv(design.T @ design)
    solved = inverse @ design.T @ x[LAGS:]
    left = x[LAGS:] - design @ solved
    variance = left @ left / max(1, len(left) - len(summed))
    return float(summed @ solved), float(np.sqrt(variance * (summed @ inverse @ summed))) or 1e-12


def _surrogates(p: Series) -> list[Series]:
    """Series with the same power at each frequency, at random phases."""
    import numpy as np

    random = np.random.default_rng(_SEED)
    power = np.abs(np.fft.rfft(p - p.mean()))
    phases = random.uniform(0, 2 * np.pi, (SURROGATES, len(power)))
    return list(np.fft.irfft(power * np.exp(1j * phases), len(p), axis=1))


def _share(others: list[float], ours: float) -> float:
    """The share that does as well, ours among them."""
    return (1 + sum(other >= ours for other in others)) / (1 + len(others))
