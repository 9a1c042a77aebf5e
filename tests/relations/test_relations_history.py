"""What everybody knows of autumn 2018 comes out of two months of ICEWS, imported whole, with default settings."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from marsad.api import import_events
from marsad.relations.dyad import Dyad, dyad
from marsad.store.store import Store


@pytest.fixture(scope="module")
def autumn(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    events = shared / "corpora" / "icews18" / "events.tsv"
    if not events.is_file():
        pytest.skip("no ICEWS events beside the repository")
    path = tmp_path_factory.mktemp("icews") / "icews.db"
    for _ in import_events("icews", [events], path, on_error=lambda error: None):
        pass
    with Store.open(path) as store:
        yield store


def day(text: str) -> date:
    return date.fromisoformat(f"2018-{text}")


BREAKS = [
    # pair, the break's first and last possible day, what drove it
    ("RUS", "ISR", "09-16", "09-20", {"ACCUSE", "REJECT", "THREATEN", "ASSAULT"}),  # an Il-20 shot down over Syria
    ("SAU", "TUR", "10-03", "10-07", {"ACCUSE", "REQUEST", "CONSULT"}),  # Khashoggi does not come out of the consulate
    ("RUS", "USA", "10-19", "10-24", {"ACCUSE", "REJECT", "THREATEN", "SANCTION", "CONSULT"}),  # the INF treaty
]


@pytest.mark.parametrize(("a", "b", "first", "last", "types"), BREAKS)
def test_relations_break_when_they_did(autumn: Store, a: str, b: str, first: str, last: str, types: set[str]) -> None:
    found = dyad(autumn, a, b)
    broken = [change for change in found.changes if day(first) <= change.at.day <= day(last)]
    assert broken, [change.at for change in found.changes]
    assert types & {driver.type for change in broken for driver in change.drivers}


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("RUS", "TUR", [("09-17", "09-18")]),  # Sochi: a zone around Idlib
        ("KOR", "PRK", [("09-05", "09-06"), ("09-17", "09-20")]),  # envoys in Pyongyang, then the summit
    ],
)
def test_cooperation_peaks_when_it_did(autumn: Store, a: str, b: str, days: list[tuple[str, str]]) -> None:
    peaks = [peak.day for peak in dyad(autumn, a, b).cooperation[:3]]
    for first, last in days:
        assert any(day(first) <= peak <= day(last) for peak in peaks), peaks


def test_every_act_has_an_id_that_opens(autumn: Store) -> None:
    found: Dyad = dyad(autumn, "RUS", "ISR")
    ids = [number for change in found.changes for driver in change.drivers for number in driver.ids]
    assert ids
    assert all(autumn.show(number) for number in ids[:5])
