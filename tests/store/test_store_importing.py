"""Others' events in the store: once, marked as theirs, with their codes; and out again."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

import marsad
from marsad.errors import SourceError
from marsad.foreign.events import ForeignEvent, Party
from marsad.store.importing import Entered, enter, foreign_id, withdraw
from marsad.store.store import Store
from marsad.store.tables import event, event_party

VISIT = ForeignEvent(
    "icews", "7001", "2018-09-02", "CONSULT", "visit", ("diplomatic",), 1, 4.0,
    (
        Party("actor", "Turkey", "state:TUR", "TUR", "GOV"),
        Party("recipient", "Jan_Nobody", None, "QAT"),
        Party("recipient", "Qatar", "state:QAT", "QAT", "GOV"),
    ),
    {"cameo": "042", "wording": "Make_a_visit"}, place="Doha", link="https://example.org/a", text="Our own sentence.",
)  # fmt: skip
SAID = ForeignEvent(
    "icews", "7002", "2018-09-03", "", "", (), 0, None, (Party("actor", "Turkey", "state:TUR", "TUR", "GOV"),),
    {"cameo": "010"},
)  # fmt: skip
OTHER = ForeignEvent(
    "gdelt", "7001", "2018-09-02", "COERCE", "arrest", (), 4, -7.0, (Party("recipient", "TURKEY", "state:TUR", "TUR"),),
    {"cameo": "173"},
)  # fmt: skip
LINE = "Turkey\tConsult\tIraq\t2018-09-02\n"


def put(store: Store, *events: ForeignEvent) -> Entered:
    with store.writing() as connection:
        return enter(connection, events)


def rows(store: Store, *columns: Any) -> Sequence[Any]:
    with store.reading() as connection:
        return connection.execute(select(*columns)).all()


def test_event_enters_with_its_parties_and_codes(store: Store) -> None:
    assert put(store, VISIT, SAID) == Entered(2, 0)
    with store.reading() as connection:
        row = connection.execute(select(event).where(event.c.name == "7001")).mappings().one()
    kept = ("source", "article", "type", "mode", "quad", "status", "day", "time", "first_day", "last_day", "place")
    assert [row[name] for name in kept] == [
        "icews", None, "CONSULT", "visit", 1, "actual", "2018-09-02", "2018-09-02", "2018-09-02", "2018-09-02", "Doha",
    ]  # fmt: skip
    assert row["contexts"] == ["diplomatic"]
    assert row["codes"] == {
        "cameo": "042", "wording": "Make_a_visit", "text": "Our own sentence.", "link": "https://example.org/a",
    }  # fmt: skip
    assert (row["also"], row["quantities"], row["why"], row["according_to"]) == ([], [], [], [])
    p = event_party.c
    with store.reading() as connection:
        parties = connection.execute(
            select(p.role, p.n, p.entity, p.country, p.sector, p.name).where(p.event == row["id"]).order_by(p.role, p.n)
        ).all()
    assert list(map(tuple, parties)) == [
        ("actor", 0, "state:TUR", "TUR", "GOV", "Turkey"),
        ("recipient", 0, None, "QAT", "", "Jan_Nobody"),
        ("recipient", 1, "state:QAT", "QAT", "GOV", "Qatar"),
    ]


def test_statement_enters_without_type(store: Store) -> None:
    put(store, SAID)
    assert [tuple(row) for row in rows(store, event.c.type, event.c.mode, event.c.quad)] == [("", None, 0)]


def test_again_changes_nothing(store: Store) -> None:
    put(store, VISIT)
    before = rows(store, event)
    assert put(store, VISIT, SAID, VISIT) == Entered(1, 2)
    assert put(store, SAID, VISIT) == Entered(0, 2)
    assert [row for row in rows(store, event) if row.name == "7001"] == list(before)


def test_ids_tell_events_apart_that_a_source_numbers_alike() -> None:
    from dataclasses import replace

    changed = [
        replace(VISIT, day="2018-09-03"), replace(VISIT, codes={"cameo": "043"}), replace(VISIT, source="gdelt"),
        replace(VISIT, parties=VISIT.parties[:1]), replace(VISIT, id="7002"),
    ]  # fmt: skip
    assert len({foreign_id(e) for e in (VISIT, *changed)}) == 6
    assert foreign_id(replace(VISIT, at="another.tsv:9")) == foreign_id(VISIT)


def test_events_of_one_source_go_and_others_stay(store: Store) -> None:
    put(store, VISIT, SAID, OTHER)
    with store.writing() as connection:
        assert withdraw(connection, "icews") == 2
    assert [row.source for row in rows(store, event.c.source)] == ["gdelt"]
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(event_party)) == 1
    with store.writing() as connection:
        assert withdraw(connection, "icews") == 0


def test_files_enter_once_and_repeated_lines_stay_apart(url: str, tmp_path: Path) -> None:
    path = tmp_path / "events.tsv"
    path.write_text(f"{LINE}Iraq\tDance\tTurkey\t2018-09-02\n{LINE}", encoding="utf-8")
    errors: list[SourceError] = []
    first = list(marsad.import_events("icews", [path], url, errors.append))
    again = list(marsad.import_events("icews", [path], url, errors.append))
    assert (first, again) == ([Entered(2, 0)], [Entered(0, 2)])
    assert len(errors) == 2
    assert marsad.remove_events("icews", url) == 2


def test_first_error_is_raised_where_nobody_asks(url: str, tmp_path: Path) -> None:
    path = tmp_path / "events.tsv"
    path.write_text("Iraq\tDance\tTurkey\t2018-09-02\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"events\.tsv:1: 'Dance' is no wording of CAMEO"):
        list(marsad.import_events("icews", [path], url))


def test_stopped_import_goes_on_where_it_was(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.store.importing.BATCH", 2)
    path = tmp_path / "events.tsv"
    path.write_text("".join(f"Turkey\tConsult\tIraq\t2018-09-{day:02}\n" for day in range(1, 8)), encoding="utf-8")
    begun = marsad.import_events("icews", [path], url)
    assert next(begun) == Entered(2, 0)
    begun.close()  # as an interruption would
    assert list(marsad.import_events("icews", [path], url)) == [
        Entered(0, 2), Entered(2, 0), Entered(2, 0), Entered(1, 0),
    ]  # fmt: skip
