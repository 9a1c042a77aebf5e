"""Acts between countries: each real event once, meetings in both directions, whoever's data tells it."""

from collections.abc import Iterator
from datetime import date

import pytest
from newswire import WIRES, write_jsonl

from marsad.api import add, import_events, samples
from marsad.relations.acts import COLUMNS, acts, volume
from marsad.store.queries.period import Period
from marsad.store.store import Store

EVENTS = [
    # subject, relation, object; the pairs that come of it, each with whether it is mutual
    ("Vladimir_Putin", "Make_a_visit", "Turkey"),
    ("Turkey", "Host_a_visit", "Vladimir_Putin"),
    ("Foreign_Affairs_(Russia)", "Consult", "Foreign_Affairs_(Iran)"),
    ("Foreign_Affairs_(Iran)", "Consult", "Foreign_Affairs_(Russia)"),
    ("Foreign_Affairs_(Russia)", "Consult", "Hassan_Rouhani"),
    ("Israel", "Accuse", "Iran"),
    ("Iran", "Accuse", "Israel"),
    ("Citizen_(France)", "Accuse", "Police_(France)"),
    ("Japan", "Make_a_visit", "India"),
    ("India", "Host_a_visit", "Japan"),
    ("India", "Make_a_visit", "Japan"),
    ("Japan", "Host_a_visit", "India"),
    ("Brazil", "Discuss_by_telephone", "Chile"),
    ("Chile", "Discuss_by_telephone", "Brazil"),
    ("Kenya", "Meet_at_a_'third'_location", "Uganda"),
    ("Uganda", "Meet_at_a_'third'_location", "Kenya"),
    ("Poland", "Host_a_visit", "Norway"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, str, bool, int]]:
    folder = tmp_path_factory.mktemp("acts")
    lines = ["\t".join((*event, "2018-09-07")) for event in EVENTS]
    (folder / "events.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    list(import_events("icews", [folder / "events.tsv"], folder / "store.db"))
    with Store.open(folder / "store.db") as store, store.reading() as connection:
        found = acts(connection)
    assert tuple(found.columns) == COLUMNS
    counts = found.group_by("a", "b", "type", "mutual").len()
    return {tuple(row) for row in counts.iter_rows()}


def test_a_visit_of_two_records_is_one_act_from_guest_to_host(told: set[tuple[str, str, str, bool, int]]) -> None:
    assert {row for row in told if "TUR" in row} == {("RUS", "TUR", "CONSULT", False, 1)}


def test_talks_told_from_both_sides_are_one_act_in_both_directions(told: set[tuple[str, str, str, bool, int]]) -> None:
    assert {row for row in told if {"RUS", "IRN"} <= set(row[:2])} == {
        ("RUS", "IRN", "CONSULT", True, 2), ("IRN", "RUS", "CONSULT", True, 2),
    }  # fmt: skip


def test_a_visit_in_return_on_the_same_day_is_another_act(told: set[tuple[str, str, str, bool, int]]) -> None:
    assert {row for row in told if "JPN" in row} == {
        ("JPN", "IND", "CONSULT", False, 1), ("IND", "JPN", "CONSULT", False, 1),
    }  # fmt: skip


def test_a_visit_that_only_the_host_records_is_that_of_the_guest(told: set[tuple[str, str, str, bool, int]]) -> None:
    assert {row for row in told if "POL" in row} == {("NOR", "POL", "CONSULT", False, 1)}


@pytest.mark.parametrize("two", [("BRA", "CHL"), ("KEN", "UGA")], ids=["call", "third place"])
def test_what_has_no_guest_is_one_act_however_many_sides_record_it(
    told: set[tuple[str, str, str, bool, int]], two: tuple[str, str]
) -> None:
    assert {row for row in told if two[0] in row} == {(*two, "CONSULT", True, 1), (*two[::-1], "CONSULT", True, 1)}


def test_accusations_back_and_forth_are_two_acts(told: set[tuple[str, str, str, bool, int]]) -> None:
    assert {row for row in told if "ISR" in row} == {
        ("ISR", "IRN", "ACCUSE", False, 1),
        ("IRN", "ISR", "ACCUSE", False, 1),
    }


def test_what_goes_on_within_a_country_is_no_act_between_two(told: set[tuple[str, str, str, bool, int]]) -> None:
    assert not [row for row in told if "FRA" in row]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Our articles, four of which tell of one meeting."""
    folder = tmp_path_factory.mktemp("own")
    list(add([samples(), write_jsonl(folder / "wires.jsonl", WIRES[:5])], folder / "store.db"))
    with Store.open(folder / "store.db") as store:
        yield store


def test_own_happenings_count_once(own: Store) -> None:
    happenings = {int(row.id.partition("-")[2], 16) for row in own.timeline("RUS", "CHN", limit=None).rows}
    with own.reading() as connection:
        found, everything = acts(connection, pair=("RUS", "CHN")), acts(connection)
        assert volume(connection)["acts"].sum() > len(happenings)
    assert len(happenings) > 5
    assert set(found["act"]) == happenings
    assert found.select("act", "a", "b").is_unique().all()
    both = everything.filter(everything["a"].is_in(["RUS", "CHN"]) & everything["b"].is_in(["RUS", "CHN"]))
    assert found.sort("act", "a").equals(both.sort("act", "a"))
    met = found.filter((found["day"] == date(2024, 5, 14)) & (found["type"] == "CONSULT"))
    assert met.select("a", "b", "mutual").rows() == [("CHN", "RUS", True), ("RUS", "CHN", True)]


@pytest.mark.parametrize(
    ("days", "sources", "months"),
    [
        (Period(), (), {(2023, 3), (2024, 5), (2024, 6)}),
        (Period(), ("marsad",), {(2023, 3), (2024, 5), (2024, 6)}),
        (Period("2024-05-14", "2024-05-31"), (), {(2024, 5)}),
        (Period("2024-05-15", None), (), {(2024, 6)}),
        (Period(None, "2023-12-31"), (), {(2023, 3)}),
        (Period("1990-01-01", "1990-12-31"), (), set()),
        (Period(), ("icews",), set()),
    ],
)  # fmt: skip
def test_acts_of_a_period_and_of_sources(
    own: Store, days: Period, sources: tuple[str, ...], months: set[tuple[int, int]]
) -> None:
    with own.reading() as connection:
        found = acts(connection, days, ("RUS", "CHN"), sources)
    assert {(day.year, day.month) for day in found["day"]} == months
