"""`forecast`: the acts of two over the days to come, with intervals, and which model deserves to be believed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from marsad.errors import MissingDependencyError, QueryError
from marsad.relations import acts as told
from marsad.relations.dyad import country
from marsad.relations.forecast.backtest import FIRST, Score, backtest, independent, interval, stretched, windows
from marsad.relations.forecast.models import MODELS
from marsad.relations.forecast.series import Series, stretch
from marsad.store.queries.period import Day, period

if TYPE_CHECKING:
    from marsad.store.store import Store

Verdict = Literal["better", "unclear", "no"]
HORIZON = 30
_DAYS = {"d": 1, "w": 7}
_NAIVE = "naive"


class Expected(NamedTuple):
    """Acts of each quad class (1 to 4) that a model expects over the whole horizon, the ends of the interval that
    should hold nine of ten outcomes, widened where the back-test says that the model is too sure, and the model's
    score."""

    model: str
    acts: tuple[float, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    score: Score


class Forecast(NamedTuple):
    """The forecast of `a` and `b` for `first` to `last`, made from the days `since` to `until` (one stretch of news).

    `models` has the best one by ranked probability score first. `verdict` tells whether it beat the naive forecast:
    `better` by more than chance, `unclear` if by no more than chance could make, `no` if it is the naive one. `windows`
    is how many forecasts were tried, `independent` how many of them do not overlap.
    """

    a: str
    b: str
    first: date
    last: date
    since: date
    until: date
    acts: int
    windows: int
    independent: float
    verdict: Verdict
    models: tuple[Expected, ...]

    @property
    def best(self) -> Expected:
        """What to expect."""
        return self.models[0]


def forecast(
    store: Store, a: str, b: str, horizon: str | int = HORIZON, *, since: Day | None = None, until: Day | None = None,
    sources: Sequence[str] = (),
) -> Forecast:  # fmt: skip
    """What two countries, given by codes or names, are to be expected to do to each other over some days (`30d`, `4w`
    or a number) after the last one that is known. An act counts once, whatever its directions. Raises `QueryError` for
    actors that are no countries, and where the history is shorter than two horizons or four weeks: there a back-test
    would say nothing; `MissingDependencyError`."""
    ahead, asked = _days(horizon), period(since, until)
    told.need_polars()
    if find_spec("scipy") is None:
        raise MissingDependencyError("scipy", "relations")
    with store.reading() as connection:
        pair = country(connection, a), country(connection, b)
        if pair[0] == pair[1]:
            raise QueryError(f"{a!r} and {b!r} are one country", "name two")
        rows, world = (told.acts(connection, asked, pair, sources), told.volume(connection, asked, sources))
    series = stretch(rows, world, sources)
    known, needed = len(series.volume), max(FIRST + 7, 2 * ahead)
    if known < needed:
        raise QueryError(
            f"{known} days of news without a long gap are too little for a forecast of {ahead}: it takes {needed}",
            f"try --horizon {known // 2}d" if known >= FIRST + 7 else "add or import more",
        )
    return _made(pair, series, ahead)


def _days(horizon: str | int) -> int:
    found = re.fullmatch(r"(\d{1,4})([dw]?)", str(horizon).strip())
    days = int(found[1]) * _DAYS[found[2] or "d"] if found else 0
    if days < 1:
        raise QueryError(f"{horizon!r} is no stretch of days", "write 30d or 4w")
    return days


def _made(pair: tuple[str, str], series: Series, ahead: int) -> Forecast:
    scores = backtest(series, ahead)
    several = [_expected(name, score, series, ahead) for name, score in scores.items()]
    total = int(series.counts.sum())
    # Of two of whom nothing is told every model says the same: nothing tells them apart.
    several.sort(key=lambda each: each.score.ranked if total else 0.0)
    best, first = several[0], series.last + timedelta(days=1)
    verdict: Verdict = "no" if best.model == _NAIVE else "better" if best.score.clear else "unclear"
    return Forecast(
        *pair, first, series.last + timedelta(days=ahead), series.first, series.last, total,
        len(windows(series, ahead)), independent(series, ahead), verdict, tuple(several),
    )  # fmt: skip


def _expected(name: str, score: Score, series: Series, ahead: int) -> Expected:
    mean, variance = MODELS[name](series, [len(series.volume)], ahead)
    low, high = stretched(mean, *interval(mean, variance), score.wider)
    return Expected(name, _row(mean), tuple(map(int, low[0])), tuple(map(int, high[0])), score)


def _row(matrix: Any) -> tuple[float, ...]:
    return tuple(map(float, matrix[0]))
