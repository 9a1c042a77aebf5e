"""Worlds whose truth is known: what was planted is found, and nothing is found where nothing is."""

import itertools
from datetime import date, timedelta
from typing import Any

import numpy as np
import polars as pl
import pytest

from marsad.relations.breaks import breaks
from marsad.relations.daily import Daily, daily
from marsad.relations.drivers import drivers
from marsad.relations.peaks import COOPERATION, peaks
from marsad.relations.ties import tie, trend

START = date(2018, 1, 1)
DAYS = 60
WEEK = np.array([1.2, 1.1, 1.0, 1.1, 1.0, 0.5, 0.5])
"""News by the day of the week."""


def world(seed: int, levels: Any = (2.0, 0.2, 1.0, 0.2), bundle: int = 1) -> Daily:
    """Counts of two whose share of the news is `levels` (one for all days, or one each), told in bundles."""
    random = np.random.default_rng(seed)
    volume = 1500 * np.resize(WEEK, DAYS)
    means = np.broadcast_to(np.asarray(levels), (DAYS, 4)) * (volume / volume.mean())[:, None]
    counts = (random.poisson(means / bundle) * bundle).astype(float)
    expected = np.outer(volume, counts.sum(axis=0) / volume.sum())
    return Daily([START + timedelta(days=n) for n in range(DAYS)], counts, expected)


def stepped(at: int, factor: float) -> Any:
    levels = np.tile([2.0, 0.2, 1.0, 0.2], (DAYS, 1))
    levels[at:] *= factor
    return levels


def test_no_break_where_nothing_changes() -> None:
    assert sum(bool(breaks(world(seed))) for seed in range(60)) <= 4


@pytest.mark.parametrize(
    ("levels", "bundle", "most"),
    [
        ((2.0, 0.2, 1.0, 0.2), 3, 4),
        ((10.0, 2.0, 6.0, 2.0), 4, 4),  # where the jumps from day to day are not looked at it is 14
        ((2.0, 0.2, 1.0, 0.2), 8, 10),  # without shuffled days 18
    ],
)
def test_few_breaks_where_only_news_come_in_bundles(levels: tuple[float, ...], bundle: int, most: int) -> None:
    assert sum(bool(breaks(world(seed, levels, bundle))) for seed in range(40)) <= most


@pytest.mark.parametrize("at", [12, 30, 45])
def test_a_planted_break_is_found_on_its_day(at: int) -> None:
    found = [[found.day for found in breaks(world(seed, stepped(at, 5.0)))] for seed in range(20)]
    days = [START + timedelta(days=at + shift) for shift in (-1, 0, 1)]
    assert sum(bool(set(days) & set(several)) for several in found) >= 18
    assert sum(len(several) for several in found) <= 24


def test_a_break_tells_what_changed() -> None:
    levels = np.tile([2.0, 0.2, 1.0, 0.2], (DAYS, 1))
    levels[30:, 2] = 9.0
    (found,) = breaks(world(3, levels))
    assert found.quads == (3,)
    assert found.before[2] < 2 < 7 < found.after[2]


def test_days_that_stand_out_are_rare_where_nothing_is() -> None:
    assert sum(len(peaks(world(seed, bundle=2))) for seed in range(50)) / (50 * DAYS) <= 0.015


def test_a_planted_day_stands_out() -> None:
    levels = np.tile([2.0, 0.2, 1.0, 0.2], (DAYS, 1))
    levels[22, 0] = 20.0
    assert all(peaks(world(seed, levels), COOPERATION)[0].day == START + timedelta(days=22) for seed in range(20))


def acts(*told: tuple[int, str, float | None, str, str, str]) -> pl.DataFrame:
    """Acts of the given day, type, score, actor, recipient and story."""
    rows = [
        (
            n, "marsad", START + timedelta(days=day), type_, None, 1 if (score or 0) > 0 else 3, "actual", score, story,
            a, b, False,
        )
        for n, (day, type_, score, a, b, story) in enumerate(told)
    ]  # fmt: skip
    names = ("act", "source", "day", "type", "mode", "quad", "status", "score", "story", "a", "b", "mutual")
    schema = dict.fromkeys(names, pl.String) | {
        "act": pl.Int64, "day": pl.Date, "quad": pl.Int8, "score": pl.Float64, "mutual": pl.Boolean,
    }  # fmt: skip
    return pl.DataFrame(rows, schema, orient="row")


def tie_on(rows: pl.DataFrame, day: int, **options: Any) -> dict[str, Any]:
    return tie(rows, [START + timedelta(days=day)], **options).row(0, named=True)


def test_a_tie_is_what_its_formula_says() -> None:
    rows = acts((0, "AID", 10.0, "A", "B", "x"), (30, "ASSAULT", -9.0, "B", "A", "y"))
    assert tie_on(rows, 0)["tie"] == pytest.approx(10 / (10 * (1 + 5)))
    assert tie_on(rows, 30)["tie"] == pytest.approx((0.5 * 10 - 9) / (10 * (1.5 + 5)))
    assert tie_on(rows, 29)["tie"] > 0  # what comes later is not known yet
    assert tie_on(rows, 30, half_life=1e9)["tie"] == pytest.approx(1 / (10 * 7))


def test_a_tie_is_bounded_and_grows_with_what_is_told() -> None:
    ties = [
        tie_on(acts(*[(0, "AID", 10.0, "A", "B", f"s{n}") for n in range(many)]), 1)["tie"] for many in (1, 10, 500)
    ]
    assert ties == sorted(ties)
    assert all(0 < each < 1 for each in ties)


def test_the_interval_is_wide_where_all_hangs_on_one_story() -> None:
    one = acts(*[(n % 5, "AID", 10.0, "A", "B", "one" if n < 20 else f"s{n}") for n in range(25)])
    many = acts(*[(n % 5, "AID", 10.0, "A", "B", f"s{n}") for n in range(25)])
    width = [found["high"] - found["low"] for found in (tie_on(one, 5), tie_on(many, 5))]
    assert width[0] > 1.5 * width[1]
    assert all(found["low"] <= found["tie"] <= found["high"] for found in (tie_on(one, 5), tie_on(many, 5)))


def test_a_tie_of_two_who_are_never_told_of_is_nothing() -> None:
    found = tie_on(acts(), 5)
    assert (found["tie"], found["low"], found["high"], found["weight"]) == (0, 0, 0, 0)


STEADY = pl.DataFrame({"source": "marsad", "day": [START + timedelta(days=n) for n in range(DAYS)], "acts": 500})
"""News of the world, as many each day."""


def test_drivers_are_the_acts_that_made_the_change() -> None:
    quiet = [(day, "CONSULT", 2.5, "A", "B", f"q{day}") for day in range(DAYS)]
    loud = [(day, "ACCUSE", -3.0, "B", "A", f"l{day}-{n}") for day, n in itertools.product(range(30, DAYS), range(9))]
    rows = acts(*quiet, *loud)
    (found,) = breaks(daily(rows, STEADY))
    assert found.day == START + timedelta(days=30)
    assert {(driver.a, driver.type, driver.times) for driver in drivers(rows, found)} == {("B", "ACCUSE", 9)}


def test_what_grew_quiet_drives_nothing() -> None:
    """Accusations fall from nine a day to one, aid comes instead."""
    accused = [
        (day, "ACCUSE", -3.0, "B", "A", f"l{day}-{n}") for day in range(DAYS) for n in range(9 if day < 30 else 1)
    ]
    helped = [(day, "AID", 10.0, "A", "B", f"h{day}-{n}") for day, n in itertools.product(range(30, DAYS), range(9))]
    (found,) = breaks(daily(acts(*accused), STEADY))
    assert found.quads == (3,)
    assert drivers(acts(*accused), found) == []
    rows = acts(*accused, *helped)
    (found,) = breaks(daily(rows, STEADY))
    assert set(found.quads) == {1, 3}
    assert {driver.type for driver in drivers(rows, found)} == {"AID"}


def test_a_trend_tells_what_the_last_half_life_changed() -> None:
    rows = acts(
        *[
            (day, "ACCUSE" if day > 40 else "AID", -3.0 if day > 40 else 10.0, "A", "B", f"s{day}")
            for day in range(DAYS)
        ]
    )
    found = trend(rows, START + timedelta(days=DAYS - 1))
    assert found.low < found.change < found.high < 0
    assert trend(acts(), START).change == 0
