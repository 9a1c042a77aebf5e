"""Where states stand in pictures: the same for the same acts, friends near each other, none upon another."""

from itertools import combinations
from math import dist

import polars as pl
import pytest
from observedstates import import_states

from marsad.relations.acts import acts
from marsad.relations.network.places import places
from marsad.store.store import Store


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> pl.DataFrame:
    folder = tmp_path_factory.mktemp("places")
    import_states(folder / "states.db", folder)
    with Store.open(folder / "states.db") as store, store.reading() as connection:
        return acts(connection)


def test_the_same_acts_give_the_same_places(rows: pl.DataFrame) -> None:
    assert places(rows) == places(rows.sample(fraction=1.0, shuffle=True, seed=1))


def test_friends_stand_nearer_than_others(rows: pl.DataFrame) -> None:
    where = places(rows)
    west, east = ("USA", "FRA", "ISR"), ("RUS", "IRN", "TUR")
    within = [dist(where[a], where[b]) for camp in (west, east) for a, b in combinations(camp, 2)]
    across = [dist(where[a], where[b]) for a in west for b in east]
    assert sum(within) / len(within) < sum(across) / len(across)


def test_no_two_stand_upon_each_other(rows: pl.DataFrame) -> None:
    where = places(rows)
    assert set(where) == {"USA", "FRA", "ISR", "RUS", "IRN", "TUR"}
    assert all(0 <= at <= 1 for place in where.values() for at in place)
    assert min(dist(where[a], where[b]) for a, b in combinations(where, 2)) > 0.05


def test_without_acts_there_are_no_places(rows: pl.DataFrame) -> None:
    assert places(rows.clear()) == {}


def test_states_that_can_be_joined_fill_the_picture() -> None:
    joined = [(f"A{n:02}", f"A{(n + step) % 12:02}") for n in range(12) for step in (1, 2) for _ in range(6)]
    hardly = [(f"A{n % 12:02}", f"B{n:02}") for n in range(40)]
    pairs = joined + hardly
    told = pl.DataFrame(pairs, schema=["a", "b"], orient="row").with_row_index("act").with_columns(score=pl.lit(4.0))
    where = [place for state, place in places(told).items() if state.startswith("A")]
    for way in zip(*where, strict=True):
        assert min(way) < 0.1
        assert max(way) > 0.9
