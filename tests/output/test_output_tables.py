"""Tables, JSON, Parquet, schemas and files."""

import csv
import json
import stat
import sys
from pathlib import Path

import pytest

from marsad.errors import MissingDependencyError
from marsad.output.files import OutputError, atomic
from marsad.output.schema import NAMES, schema
from marsad.output.tables import COLUMNS, TABLES, csv_lines, data_frame, json_array, json_lines, rows, write_parquet
from marsad.records import Reading


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_the_columns_and_their_types(reading: Reading, table: str) -> None:
    found = list(rows([reading], table))
    assert found
    for row in found:
        assert list(row) == list(COLUMNS[table])
        assert all(row[name] is None or isinstance(row[name], kind) for name, kind in COLUMNS[table].items())
    assert len({row["id"] for row in found}) == len(found)


def test_rows_of_events(reading: Reading) -> None:
    by_id = {str(row["id"]).rsplit("-", 1)[-1]: row for row in rows([reading], "events")}
    assert by_id["e2"]["actors"] == "state:RUS | state:CHN"
    assert by_id["e2"]["actor_names"] == "Russia | China"
    assert by_id["e2"]["quantities"] == "3000000000 USD | 5 year"
    assert (by_id["e3"]["time"], by_id["e3"]["time_start"], by_id["e3"]["time_end"]) == (
        "2024-05",
        "2024-05-01",
        "2024-05-31",
    )
    statements = {row["id"] for row in rows([reading], "statements")}
    assert by_id["e5"]["statement"] in statements


def test_rows_of_entities_count_mentions(reading: Reading) -> None:
    counts = {row["entity"]: row["mentions"] for row in rows([reading], "entities")}
    assert counts["state:RUS"] == 1
    assert counts["state:IRN"] == 0


def test_rows_of_an_unknown_table(reading: Reading) -> None:
    with pytest.raises(ValueError, match="no table 'stories'"):
        rows([reading], "stories")


def test_data_frame(reading: Reading) -> None:
    pytest.importorskip("polars")
    frame = reading.to_frame("events")
    assert frame.height == 5
    assert frame["type"].to_list()[0] == "CONSULT"


def test_data_frame_without_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingDependencyError, match=r"pip install 'marsad\[frames\]'"):
        data_frame([])


def test_json_lines(reading: Reading) -> None:
    lines = list(json_lines([reading, reading]))
    assert len(lines) == 2
    assert lines[0].endswith("}\n")
    assert "لافروف" in lines[0]
    assert json.loads(lines[0]) == reading.to_json()
    assert list(json.loads(lines[0]))[:4] == ["doc", "sha256", "uri", "title"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_array(reading: Reading, count: int) -> None:
    assert json.loads("".join(json_array([reading] * count))) == [reading.to_json()] * count


def test_csv(reading: Reading) -> None:
    lines = "".join(csv_lines([reading], "statements")).splitlines()
    found = list(csv.DictReader(lines))
    assert list(found[0]) == list(COLUMNS["statements"])
    assert found[0]["content"] == "«لن نقبل الإملاءات <الغربية>»"


def test_csv_of_nothing_has_a_header() -> None:
    assert "".join(csv_lines([], "mentions")) == "id,doc,entity,by,text,start,end\n"


@pytest.mark.parametrize("table", TABLES)
def test_parquet(reading: Reading, table: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    write_parquet([reading], table, tmp_path / "x.parquet")
    assert parquet.read_table(tmp_path / "x.parquet").to_pylist() == list(rows([reading], table))


def test_parquet_without_pyarrow(reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingDependencyError, match=r"marsad\[parquet\]"):
        write_parquet([reading], "events", tmp_path / "x.parquet")


@pytest.mark.parametrize("name", NAMES)
def test_schema(name: str) -> None:
    found = schema(name.lower())
    assert found["type"] == "object"
    json.dumps(found)


def test_schema_of_a_line_is_what_a_line_holds(reading: Reading) -> None:
    assert list(schema("Reading")["properties"]) == list(reading.to_json())


def test_schema_of_nothing() -> None:
    with pytest.raises(KeyError):
        schema("Story")


def test_atomic_replaces_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with atomic(target) as stream:
        stream.write(b"new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def write_half(target: Path) -> None:
    with atomic(target) as stream:
        stream.write(b"half")
        raise RuntimeError


def test_atomic_leaves_no_trace_of_a_failure(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(RuntimeError):
        write_half(target)
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_atomic_follows_a_link_and_keeps_usual_rights(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    link.symlink_to(real)
    with atomic(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) & 0o400


def test_atomic_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder; name a file in it"), atomic(tmp_path):
        pass


def test_atomic_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"), atomic(tmp_path / "no" / "x.txt"):
        pass


def test_atomic_writes_to_a_device() -> None:
    with atomic(Path("/dev/null")) as stream:
        stream.write(b"x")
    assert Path("/dev/null").is_char_device()
