"""Whose tie changed the most: the table of pairs for one stretch of days, with the tie one half-life before."""

from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from observedstates import LAST, import_states

from marsad.errors import QueryError
from marsad.relations.acts import acts
from marsad.relations.pairs import changed, pairs
from marsad.relations.ties import tie
from marsad.store.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("changed")
    import_states(folder / "states.db", folder)
    return folder / "states.db"


def test_change_is_that_of_the_tie_of_two_by_itself(store: Path) -> None:
    with Store.open(store) as opened, opened.reading() as connection:
        found = changed(opened)
        ends = [LAST - timedelta(days=30), LAST]
        for row in found.iter_rows(named=True):
            before, now = tie(acts(connection, pair=(row["a"], row["b"])), ends)["tie"]
            assert (row["before"], row["tie"]) == (pytest.approx(before), pytest.approx(now))
            assert row["change"] == pytest.approx(now - before)


def test_those_that_changed_most_come_first(store: Path) -> None:
    with Store.open(store) as opened:
        found = changed(opened)
    sizes = found["change"].abs().to_list()
    assert sizes == sorted(sizes, reverse=True)
    assert found.row(0)[1:3] == ("RUS", "TUR")
    assert found["change"][0] < -0.1


def test_acts_are_those_of_the_days(store: Path) -> None:
    with Store.open(store) as opened:
        month = changed(opened, since="2018-02-01", until="2018-02-28")
        same = pairs(opened, since="2018-02-01", until="2018-02-28").select("a", "b", "acts", "quad_3", "tie")
        rest = changed(opened)
    assert set(month["period"]) == {date(2018, 2, 1)}
    both = month.select("a", "b", "acts", "quad_3", "tie").sort("a", "b")
    assert both.drop("tie").equals(same.sort("a", "b").drop("tie"))
    assert both["tie"].to_list() == pytest.approx(same.sort("a", "b")["tie"].to_list())
    assert set(rest["period"]) == {LAST - timedelta(days=29)}


def test_acts_at_hand_and_acts_of_the_store_make_the_same(store: Path) -> None:
    with Store.open(store) as opened:
        with opened.reading() as connection:
            rows = acts(connection)
        assert changed(opened, rows=rows).equals(changed(opened))
        # What comes after the end is not known yet.
        early = {"since": "2018-01-10", "until": "2018-01-20"}
        assert changed(opened, rows=rows, **early).equals(changed(opened, **early))
        assert changed(opened, rows=rows.filter(pl.col("day") < date(2018, 1, 5)), **early).is_empty()


def test_of_an_empty_store_nothing_can_be_told(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.db", create=True) as opened, pytest.raises(QueryError):
        changed(opened)
