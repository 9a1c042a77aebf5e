"""The tables of an export hold what the store keeps, under ids that fit together, and in the same bytes every time."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest
from exportstore import TEXTS, article, fill, readings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import marsad
from marsad.api import samples
from marsad.errors import StoreError
from marsad.exporting.dictionary import OTHERS, dictionary, tables
from marsad.exporting.export import export_store
from marsad.exporting.selection import Selection, parts, selection
from marsad.exporting.sinks import CsvFile, RowFile
from marsad.exporting.values import Cell
from marsad.store.ids import parse_any_id, public_id
from marsad.store.rows import rows_of
from marsad.store.store import Store

Rows = list[dict[str, str]]


def table(folder: Path, name: str) -> Rows:
    with (folder / OTHERS.get(name, f"{name}.csv")).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_an_export_has_every_file(exported: Path) -> None:
    names = {path.name for path in exported.iterdir()}
    assert names == {
        *(f"{name}.csv" for name in tables()), *OTHERS.values(), "gdelt.header.txt", "datapackage.json",
        "dictionary.md", "dictionary.csv",
    }  # fmt: skip


@pytest.mark.parametrize("name", tables())
def test_tables_have_the_columns_of_the_dictionary_and_rows(exported: Path, name: str) -> None:
    rows = table(exported, name)
    assert rows
    assert tuple(rows[0]) == dictionary()[name].names


@pytest.mark.parametrize("name", tables())
def test_keys_tell_rows_apart(exported: Path, name: str) -> None:
    rows, key = table(exported, name), dictionary()[name].key
    assert key
    assert len({tuple(row[column] for column in key) for row in rows}) == len(rows)


@pytest.mark.parametrize("name", [*tables(), "polecat"])
def test_what_points_to_a_row_finds_it(exported: Path, name: str) -> None:
    for column in (c for c in dictionary()[name].columns if c.of):
        other, _, target = column.of.partition(".")
        known = {row[target] for row in table(exported, other)}
        if (name, column.name) == ("polecat", "Story ID"):
            known |= {row["article"] for row in table(exported, "articles")} | {""}
        cells = {row[column.name] for row in table(exported, name)}
        assert cells - {""} <= known, column


def test_rows_have_no_cell_without_a_column(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add = CsvFile.add

    def checked(self: RowFile, row: Mapping[str, Cell]) -> None:
        assert set(row) <= set(self.table.names), self.table.name
        add(self, row)  # type: ignore[arg-type]

    monkeypatch.setattr(CsvFile, "add", checked)
    export_store(fill(store), tmp_path / "out", "csv", Selection())


def test_the_tables_say_what_the_readings_say(exported: Path) -> None:
    assert {row["text"] for row in table(exported, "articles")} == {text for *_, text in TEXTS}
    events = {row["event"]: row for row in table(exported, "events")}
    for reading in readings():
        number = public_id(article(readings().index(reading)))
        for e in reading.events:
            row = events[f"{number}-{e.id}"]
            assert (row["type"], row["mode"], row["status"]) == (e.type, e.mode or "", e.status)
            assert row["actors"] == " | ".join(e.actors)
            assert reading.article.text[int(row["start"]) : int(row["end"])] == row["trigger"] == e.trigger.text
            sentence = reading.article.text[int(row["sentence_start"]) : int(row["sentence_end"])]
            assert sentence == row["sentence"]
            assert e.trigger.text in sentence
    assert len(table(exported, "mentions")) == sum(len(r.mentions) for r in readings())


def test_an_event_names_its_happening_and_parties(exported: Path) -> None:
    events = {row["event"]: row for row in table(exported, "events")}
    first, second = (events[f"{public_id(article(n))}-e1"] for n in (0, 1))
    assert first["happening"] == second["happening"]
    assert parse_any_id(first["happening"]).kind == "happening"
    assert first["actor_names"] == "Sergey Lavrov | Wang Yi"
    visit, said = (next(e for e in events.values() if e["source_id"] == own) for own in ("901", "902"))
    assert visit["recipient_names"] == "Citizen (Russia)"
    assert parse_any_id(visit["event"]).kind == "event"
    assert said["type"] == said["score"] == ""
    offices = {p["entity"]: p["office"] for p in table(exported, "event_parties") if p["event"] == first["event"]}
    assert offices == {
        "person:sergey-lavrov": "foreign-minister@RUS", "person:wang-yi": "foreign-minister@CHN",
    }  # fmt: skip


def test_links_are_told(exported: Path) -> None:
    (met,) = (row for row in table(exported, "happenings") if row["type"] == "CONSULT")
    assert (met["tellings"], met["articles"], met["outlets"], met["place_country"]) == ("2", "2", "2", "RUS")
    assert met["first_outlet"] == "media:okaz"
    told = [row for row in table(exported, "tellings") if row["happening"] == met["happening"]]
    assert [(row["n"], row["outlet"]) for row in told] == [("1", "media:okaz"), ("2", "media:reuters")]
    differing = [(row["value"], row["event"], row["says"]) for row in table(exported, "differences")]
    assert differing == [
        ("Moscow", f"{public_id(article(0))}-e1", "person:sergey-lavrov"),
        ("Beijing", f"{public_id(article(1))}-e1", ""),
    ]
    (promised,) = table(exported, "promises")
    assert (promised["outcome"], promised["actors"]) == ("kept", "state:RUS | state:CHN")
    assert [row["status"] for row in table(exported, "agreement_steps")] == ["planned", "signed"]


def test_parquet_holds_what_csv_holds(filled: Store, exported: Path, tmp_path: Path) -> None:
    import pyarrow.parquet

    export_store(filled, tmp_path / "out", "parquet", Selection(), ["tables"])
    for name in tables():
        found = pyarrow.parquet.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist()
        assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in found] == table(exported, name)


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_two_exports_are_equal_byte_by_byte(filled: Store, tmp_path: Path, form: str) -> None:
    """Whatever the database, and whatever the order in which the articles came."""
    export_store(filled, tmp_path / "one", form, Selection())  # type: ignore[arg-type]
    with Store.open(tmp_path / "other.db", create=True) as other:
        export_store(fill(other, (3, 1, 0, 2)), tmp_path / "two", form, Selection())  # type: ignore[arg-type]
    assert everything(tmp_path / "one") == everything(tmp_path / "two")


DAYS = [
    # from, to, documents whose articles are taken, days of events
    ("2024-05-14", "2024-05-14", {"0", "1"}, {"2024-05-14"}),
    ("2024-05-16", None, {"0", "2", "3"}, {"2024-05-16", "2024-05-17", "2024-05-18", "2024-05-20", "2024-06-01"}),
    ("2024-06", "2024-06", {"0", "3"}, {"2024-06-01"}),
    (None, "2023", set(), set()),
]


OF_RECORDS = ("entities", "mentions", "statements", "events", "event_parties", "event_quantities", "tellings")


@pytest.mark.parametrize(("first", "last", "docs", "days"), DAYS)
def test_days_are_those_of_the_row(
    filled: Store, tmp_path: Path, first: str | None, last: str | None, docs: set[str], days: set[str]
) -> None:
    export_store(filled, tmp_path, "csv", selection(first, last, (), 0.0), ["tables", "polecat"])
    assert {row["doc"] for row in table(tmp_path, "articles")} == docs
    assert {row["day"] for row in table(tmp_path, "events")} == days
    for name in OF_RECORDS:
        test_what_points_to_a_row_finds_it(tmp_path, name)


def test_sources_are_chosen(filled: Store, tmp_path: Path) -> None:
    export_store(filled, tmp_path, "csv", selection(None, None, ["icews,gdelt"], 0.0))
    assert {row["source"] for row in table(tmp_path, "events")} == {"icews"}
    assert not table(tmp_path, "articles")
    assert not table(tmp_path, "stories")
    assert [row["Source"] for row in table(tmp_path, "polecat")] == ["icews"]


def test_doubtful_records_are_left_out(filled: Store, tmp_path: Path) -> None:
    export_store(filled, tmp_path, "csv", selection(None, None, (), 0.6))
    for name in ("events", "statements"):
        assert all(float(row["confidence"]) >= 0.6 for row in table(tmp_path, name))
    assert {row["source_id"] or row["event"].rpartition("-")[2] for row in table(tmp_path, "events")} == {
        "e1", "901", "902",
    }  # fmt: skip
    said = {row["speaker"] for row in table(tmp_path, "statements")}
    used = said | {row["entity"] for row in table(tmp_path, "event_parties")}
    assert {row["entity"] for row in table(tmp_path, "mentions")} <= used
    assert len(table(tmp_path, "articles")) == len(TEXTS)
    assert not table(tmp_path, "promises")


REFUSED = [
    (lambda: selection("tomorrow", None, (), 0.0), "'tomorrow' is no date"),
    (lambda: parts(["events,spreadsheet"]), "nothing called spreadsheet to export; choose from tables, plover"),
]


@pytest.mark.parametrize(("ask", "message"), REFUSED)
def test_what_cannot_be_chosen_is_told(ask: object, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        ask()  # type: ignore[operator]


def test_parts_can_be_named_together() -> None:
    assert parts(["events, gdelt"]) == {"events", "gdelt"}
    assert parts(["tables"]) == set(tables())
    assert parts([]) == set(dictionary())


def test_only_what_is_wanted_is_written(filled: Store, tmp_path: Path) -> None:
    done = export_store(filled, tmp_path, "csv", Selection(), ["tellings", "plover"])
    assert set(done.rows) == {"tellings", "plover"}
    names = {path.name for path in tmp_path.iterdir()}
    assert names - {"store.db", "store.db-wal", "store.db-shm"} == {
        "tellings.csv", "plover.jsonl", "datapackage.json", "dictionary.md", "dictionary.csv",
    }  # fmt: skip


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sampled")
    with Store.open(folder / "store.db", create=True) as store:
        for reading in marsad.read_many([samples()]):
            store.add(rows_of(reading))
        export_store(store, folder / "out", "csv", Selection())
    return folder / "out"


def test_every_offset_of_every_table_selects_its_text(sampled: Path) -> None:
    texts = {row["article"]: row["text"] for row in table(sampled, "articles")}
    columns = [
        ("mentions", "text", "start", "end"), ("statements", "content", "start", "end"),
        ("statements", "cue", "cue_start", "cue_end"), ("events", "trigger", "start", "end"),
        ("events", "sentence", "sentence_start", "sentence_end"),
    ]  # fmt: skip
    for name, words, start, end in columns:
        rows = table(sampled, name)
        assert len(rows) > 20
        for row in rows:
            assert texts[row["article"]][int(row[start]) : int(row[end])] == row[words]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, 400), length=st.integers(1, 40))
def test_a_sentence_holds_the_words_it_was_asked_for(sampled: Path, start: int, length: int) -> None:
    from marsad.exporting.sentences import sentence_around

    for row in table(sampled, "articles"):
        text = row["text"]
        if text[start : start + length].strip() and start + length <= len(text):
            first, last = sentence_around(text, start, start + length)
            inner = text[start : start + length]
            assert first <= start + len(inner) - len(inner.lstrip())
            assert start + len(inner.rstrip()) <= last


SENTENCES = [
    ("قال كذا. وزار موسكو أمس. ثم عاد.", "موسكو", "وزار موسكو أمس."),
    ("عنوان\nزار موسكو د. محمد علي أمس", "زار", "زار موسكو د. محمد علي أمس"),
    ("نقلت أ.ف.ب عنه أنه «سيعود غدا!» وغادر", "غادر", "وغادر"),
    ("زار موسكو", "زار", "زار موسكو"),
    ("هل زار موسكو؟ لا.", "زار", "هل زار موسكو؟"),
]


@pytest.mark.parametrize(("text", "word", "sentence"), SENTENCES)
def test_sentences_end_where_they_should(text: str, word: str, sentence: str) -> None:
    from marsad.exporting.sentences import sentence_around

    at = text.index(word)
    start, end = sentence_around(text, at, at + len(word))
    assert text[start:end] == sentence
