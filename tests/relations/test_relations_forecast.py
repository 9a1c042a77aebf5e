"""Forecasts of two: intervals that hold what they say, the right model for each world, and no false certainty."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("polars")
pytest.importorskip("scipy")

import polars as pl

from marsad.api import import_events
from marsad.errors import QueryError
from marsad.output.answers.columns import columns
from marsad.relations.forecast import forecast
from marsad.relations.forecast.backtest import LEVEL, _clear, backtest, independent, interval, stretched, windows
from marsad.relations.forecast.models import MODELS
from marsad.relations.forecast.pair import _made
from marsad.relations.forecast.predictive import chance, quantile, ranked_score
from marsad.relations.forecast.series import Series, stretch
from marsad.store.store import Store

START = date(2018, 1, 1)
DAYS, AHEAD = 90, 14
WEEK = np.array([1.2, 1.1, 1.0, 1.1, 1.0, 0.5, 0.5])
LEVELS = np.array([2.0, 0.2, 1.0, 0.4])


def drawn(seed: int, levels: Any = LEVELS, days: int = DAYS) -> Series:
    """A series whose daily means are `levels` (one row for all days or one each), Poisson, without a week."""
    random = np.random.default_rng(seed)
    means = np.broadcast_to(np.asarray(levels, dtype=float), (days, 4))
    return Series(START, random.poisson(means).astype(float), np.full(days, 1500.0))


def rising(days: int = DAYS) -> Any:
    return np.outer(np.linspace(0.2, 4.0, days), [4.0, 0.5, 2.0, 1.0])


def test_quantiles_are_those_of_the_negative_binomial() -> None:
    mean, variance = np.array([4.0, 4.0, 0.5]), np.array([4.0, 12.0, 0.5])
    random = np.random.default_rng(1)
    for level in (0.05, 0.5, 0.95):
        found = quantile(level, mean, variance)
        assert (chance(found, mean, variance) >= level).all()
        assert (chance(found - 1, mean, variance) < level).all()
    assert quantile(0.95, mean, variance)[0] == np.quantile(random.poisson(4.0, 100_000), 0.95)
    assert quantile(0.95, mean, variance)[1] == np.quantile(random.negative_binomial(2, 1 / 3, 100_000), 0.95)


def test_ranked_score_is_least_for_the_truth_and_the_absolute_error_of_the_certain() -> None:
    random = np.random.default_rng(2)
    seen = random.poisson(6.0, 4000).astype(float)
    scores = {mean: ranked_score(seen, np.full(4000, mean), np.full(4000, mean)).mean() for mean in (3.0, 6.0, 9.0)}
    unsure = ranked_score(seen, np.full(4000, 6.0), np.full(4000, 30.0)).mean()
    assert scores[6.0] == min(*scores.values(), unsure)
    assert ranked_score(np.array([7.0]), np.array([1e-9]), np.array([1e-9]))[0] == pytest.approx(7, abs=0.01)


def test_ranked_score_of_great_counts_hardly_depends_on_the_steps() -> None:
    great = ranked_score(np.array([1000.0]), np.array([900.0]), np.array([2500.0]))[0]
    # The closed form for a normal distribution (Gneiting and Raftery 2007).
    assert great == pytest.approx(50 * (2 * (2 * 0.97725 - 1) + 2 * 0.05399 - 0.56419), rel=0.03)


@pytest.mark.parametrize("model", MODELS)
def test_models_know_nothing_of_the_days_ahead(model: str) -> None:
    series = drawn(1)
    later = series._replace(counts=np.vstack([series.counts[:50], 99 + series.counts[50:]]))
    one, other = (MODELS[model](each, [30, 50], AHEAD) for each in (series, later))
    assert all((a == b).all() for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("model", MODELS)
def test_intervals_of_a_steady_world_hold_what_they_say(model: str) -> None:
    held = []
    for seed in range(150):
        series = drawn(seed)
        mean, variance = MODELS[model](series, [DAYS - AHEAD], AHEAD)
        low, high = interval(mean, variance)
        seen = series.counts[DAYS - AHEAD :].sum(axis=0)
        held.append((low <= seen) & (seen <= high))
    assert LEVEL - 0.04 <= np.mean(held) <= 0.985
    assert np.mean(held, axis=0).min() >= LEVEL - 0.07


def test_what_is_rare_and_comes_at_once_is_not_ruled_out() -> None:
    """With a variance far above a small mean, nothing at all has 19 of 20 chances: a Poisson count of it has fewer."""
    mean, variance = np.array([0.3, 4.0]), np.array([12.0, 4.0])
    assert quantile(0.95, mean, variance).tolist() == [0, 8]
    low, high = interval(mean, variance)
    assert (low.tolist(), high.tolist()) == ([0, 1], [1, 8])


def test_naive_is_hardly_beaten_where_nothing_changes() -> None:
    found = [_made(("RUS", "CHN"), drawn(seed), AHEAD) for seed in range(15)]
    assert np.mean([each.best.score.skill for each in found]) < 0.3
    # A longer memory is worth something even here, which the others rightly are told to have.
    assert {each.best.model for each in found} >= {"smoothing", "counting"}


def test_chance_seldom_passes_for_a_better_model() -> None:
    """Gains of overlapping windows without any on the average."""
    random = np.random.default_rng(6)
    lucky = 0
    for _ in range(500):
        noise = random.normal(size=DAYS)
        gain = np.convolve(noise, np.ones(AHEAD), "valid")[: DAYS - 21 - AHEAD + 1]
        lucky += _clear(gain, 1 + (len(gain) - 1) / AHEAD)
    assert lucky <= 0.08 * 500
    assert _clear(np.random.default_rng(7).normal(3, 1, 60), 5.0)
    assert not _clear(np.random.default_rng(7).normal(3, 1, 60), 2.9)


def test_smoothing_wins_where_all_rises() -> None:
    found = [_made(("RUS", "CHN"), drawn(seed, rising()), 7) for seed in range(12)]
    assert sum(each.best.model == "smoothing" for each in found) >= 10
    assert sum(each.verdict == "better" for each in found) >= 10
    true = np.linspace(0.2, 4.0, DAYS)[-1] * 4 * 7
    naive = [next(m for m in each.models if m.model == "naive").acts[0] for each in found]
    smooth = [each.best.acts[0] for each in found]
    assert abs(np.mean(smooth) - true) < abs(np.mean(naive) - true)


def test_a_silent_pair_stays_silent_but_not_for_certain() -> None:
    found = _made(("RUS", "CHN"), drawn(1, np.zeros(4)), AHEAD)
    assert (found.verdict, found.best.model, found.acts) == ("no", "naive", 0)
    for model in found.models:
        assert max(model.acts) <= 1
        assert set(model.low) == {0}
        assert all(1 <= high <= 6 for high in model.high)


def test_count_model_follows_the_news() -> None:
    """The share of the news stays, the news double: in the last days and in those to come."""
    random = np.random.default_rng(4)
    volume = np.where(np.arange(DAYS) < 48, 1000.0, 3000.0) * np.resize(WEEK, DAYS)
    counts = random.poisson(np.outer(volume / 1000, [4.0, 0.5, 2.0, 0.5])).astype(float)
    series = Series(START, counts, volume)
    seen = counts[DAYS - AHEAD :].sum(axis=0)
    mean, _ = MODELS["counting"](series, [DAYS - AHEAD], AHEAD)
    assert abs(mean[0, 0] - seen[0]) < 0.2 * seen[0]
    assert abs(mean[0, 2] - seen[2]) < 0.3 * seen[2]


def test_intervals_are_widened_where_the_back_test_says_so() -> None:
    """Bursts that come and go: the models are too sure, the intervals shown hold nine of ten windows nevertheless."""
    random = np.random.default_rng(5)
    levels = np.repeat(random.gamma(0.4, 8.0, 9), 10)[:, None] * np.ones(4)
    series = drawn(5, levels)
    score = backtest(series, AHEAD)["counting"]
    assert score.coverage < LEVEL
    assert score.wider > 1
    places = windows(series, AHEAD)
    mean, variance = MODELS["counting"](series, places, AHEAD)
    low, high = stretched(mean, *interval(mean, variance), score.wider)
    seen = np.array([series.counts[p : p + AHEAD].sum(axis=0) for p in places])
    assert ((low <= seen) & (seen <= high)).mean() >= LEVEL


def test_overlapping_windows_count_as_few() -> None:
    assert len(windows(drawn(1, days=64), 30)) == 14
    assert independent(drawn(1, days=64), 30) == pytest.approx(1 + 13 / 30)
    found = _made(("RUS", "CHN"), drawn(1, rising(64), days=64), 30)
    assert found.verdict in {"unclear", "no"}


def days_of(*numbers: int) -> list[date]:
    return [START + timedelta(days=n) for n in numbers]


def test_series_is_one_stretch_without_thin_ends() -> None:
    """Old cases on most of the days, a stretch with a day without news in it, a plan for a day after."""
    told = days_of(0, *range(40, 100), *range(100, 120), *range(121, 140), 143)
    acts = [1, *([3] * 60), *([100] * 39), 2]
    world = pl.DataFrame({"source": "icews", "day": told, "acts": acts})
    rows = pl.DataFrame(
        {
            "act": [1, 1, 2],
            "day": days_of(101, 101, 143),
            "quad": [3, 3, 1],
            "status": ["actual"] * 3,
            "type": ["AID"] * 3,
        }
    )
    found = stretch(rows, world)
    assert (found.first, found.last) == tuple(days_of(100, 139))
    assert found.volume[20] == 0
    assert found.counts.sum(axis=0).tolist() == [0, 0, 1, 0]
    assert found.counts[1, 2] == 1


@pytest.mark.parametrize(("silent", "first"), [(6, 0), (7, 37)])
def test_a_week_without_news_ends_a_stretch(silent: int, first: int) -> None:
    """The days after it are more than those before."""
    told = days_of(*range(30), *range(30 + silent, 100))
    rows = pl.DataFrame({"act": [1], "day": days_of(99), "quad": [1], "status": ["actual"], "type": ["AID"]})
    found = stretch(rows, pl.DataFrame({"source": "icews", "day": told, "acts": 100}))
    assert (found.first, found.last) == tuple(days_of(first, 99))


LINES = "".join(
    f"{a}\tConsult\t{b}\t{START + timedelta(days=day)}\n"
    for day in range(64)
    for a, b, every in (("Russia", "Ukraine", 2), ("China", "Japan", 1), ("Ukraine", "Russia", 3))
    if day % every == 0
)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("foreseen")
    (folder / "events.tsv").write_text(LINES, encoding="utf-8")
    list(import_events("icews", [folder / "events.tsv"], folder / "store.db"))
    return folder / "store.db"


@pytest.fixture
def store(stored: Path) -> Iterator[Store]:
    with Store.open(stored) as opened:
        yield opened


def test_forecast_of_a_store(store: Store) -> None:
    found = forecast(store, "RUS", "أوكرانيا", "4w")
    assert (found.a, found.b) == ("RUS", "UKR")
    assert (found.since, found.until) == (START, START + timedelta(days=63))
    assert (found.first, found.last) == (START + timedelta(days=64), START + timedelta(days=91))
    assert found.acts == 43  # the same two who talk twice a day are told of once
    assert found.best.acts[0] == pytest.approx(28 * 43 / 64, rel=0.2)
    assert found == forecast(store, "RUS", "UKR", 28)
    assert forecast(store, "RUS", "UKR", 7, until="2018-02-10").until == date(2018, 2, 10)


@pytest.mark.parametrize(
    ("a", "b", "horizon", "told"),
    [
        ("RUS", "RUS", "7d", "one country"),
        ("RUS", "UKR", "33d", "64 days of news without a long gap are too little.*--horizon 32d"),
        ("RUS", "UKR", "soon", "no stretch of days; write 30d or 4w"),
        ("RUS", "UKR", "0d", "no stretch of days"),
        ("RUS", "Nobody", "7d", "Nobody"),
    ],
)
def test_what_cannot_be_forecast_is_refused(store: Store, a: str, b: str, horizon: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        forecast(store, a, b, horizon)


def test_too_little_history_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match=r"20 days of news .* add or import more"):
        forecast(store, "RUS", "UKR", 2, until="2018-01-20")


def run(stored: Path, *arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "marsad.cli", "forecast", *arguments, "--store", str(stored)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_command_in_all_formats(stored: Path) -> None:
    english, arabic = (run(stored, "RUS", "UKR", "--lang", lang)[1] for lang in ("en", "ar"))
    assert "Russia – Ukraine" in english
    assert "too few to" in english
    assert "روسيا" in arabic
    assert "forecast." not in english + arabic
    rows = list(csv.DictReader(io.StringIO(run(stored, "RUS", "UKR", "-f", "csv")[1])))
    assert list(rows[0]) == list(columns("forecast"))
    assert [row["quad"] for row in rows] == ["1", "2", "3", "4"] * len(MODELS)
    (whole,) = json.loads(run(stored, "RUS", "UKR", "-f", "json")[1])
    assert whole["best"] == rows[0]["model"]
    assert whole["models"][0]["expected"][0]["acts"] == pytest.approx(float(rows[0]["expected"]))


def test_command_refuses_with_status_2(stored: Path) -> None:
    status, out, told = run(stored, "RUS", "UKR", "--horizon", "90d")
    assert (status, out) == (2, "")
    assert "it takes 180" in told
