"""Pressure from outside: a planted effect is found with its sign and lag, and none where none is."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from marsad.relations.daily import Daily
from marsad.relations.pressure import ALPHA, Pressure, told

DAYS = 90
NAMES = ("RUS", "USA", "CHN")


def series(counts: Any, volume: Any) -> Daily:
    expected = np.outer(volume, counts.sum(axis=0) / volume.sum())
    return Daily([date(2018, 1, 1) + timedelta(days=n) for n in range(DAYS)], counts.astype(float), expected)


def waves(random: np.random.Generator, size: float) -> Any:
    """Levels above 0 that stay alike for some days."""
    return np.exp(size * np.convolve(random.normal(size=DAYS + 4), np.ones(5) / np.sqrt(5), "valid"))


def world(seed: int, effect: float = 0.0, lag: int = 3, shocks: bool = False) -> Pressure:
    """Pressure in waves; the two draw nearer by `effect` acts for each act of pressure `lag` days before. With `shocks`
    the volume of all news has waves, too, and both series with it."""
    random = np.random.default_rng(seed)
    volume = 1000.0 * waves(random, 0.7) if shocks else np.full(DAYS, 1000.0)
    pressed = random.poisson(2 * waves(random, 0.8) * volume / 1000)
    near = random.poisson(4 * volume / 1000 + max(effect, 0.0) * np.roll(pressed, lag))
    hostile = random.poisson(1 * volume / 1000 + max(-effect, 0.0) * np.roll(pressed, lag))
    nothing = np.zeros(DAYS)
    return told(
        NAMES, series(np.stack([nothing, nothing, pressed, nothing], axis=1), volume),
        series(np.stack([near, nothing, hostile, nothing], axis=1), volume),
    )  # fmt: skip


@pytest.mark.parametrize(("effect", "verdict"), [(1.5, "nearer"), (-1.5, "apart")])
def test_a_planted_effect_is_found_with_its_sign_and_lag(effect: float, verdict: str) -> None:
    found = [world(seed, effect) for seed in range(20)]
    assert sum(each.verdict == verdict for each in found) >= 18
    assert sum(each.lag == 3 for each in found) >= 18


@pytest.mark.parametrize("shocks", [False, True], ids=["waves", "volume"])
def test_no_effect_is_found_where_none_is(shocks: bool) -> None:
    """Not more often than `ALPHA` says, or twice as often for the strongest lag, beyond what 60 worlds scatter."""
    found = [world(seed, shocks=shocks) for seed in range(60)]
    assert sum(each.verdict != "no effect" for each in found) <= 60 * ALPHA + 3
    assert sum((each.lag_chance or 0) <= ALPHA for each in found) <= 60 * 2 * ALPHA + 3


def test_too_little_is_said_to_be_too_little() -> None:
    days = [date(2018, 1, 1) + timedelta(days=n) for n in range(5)]
    few = Daily(days, np.ones((5, 4)), np.ones((5, 4)))
    found = told(NAMES, few, few)
    assert found.verdict == "too little"
    assert (found.effect, found.effect_chance, found.correlations, found.lag) == (None, None, None, None)
