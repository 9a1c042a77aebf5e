"""The folder of an export: whole or not there, others' files untouched, and described to people and programs."""

import csv
import hashlib
import json
from pathlib import Path

import pytest
from exportstore import fill

from marsad.exporting import export as exporting
from marsad.exporting.dictionary import OTHERS, dictionary
from marsad.exporting.export import export_store
from marsad.exporting.folder import owned
from marsad.exporting.package import dictionary_page
from marsad.exporting.selection import Selection
from marsad.output.files import OutputError
from marsad.store.store import Store


@pytest.fixture
def small(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "store.db", create=True)
    return fill(store)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_an_export_takes_the_place_of_the_one_before(small: Store, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export_store(small, out, "csv", Selection())
    (out / "notes.txt").write_text("mine")
    done = export_store(small, out, "parquet", Selection(), ["events"])
    assert set(done.rows) == {"events"}
    assert names(out) == {"events.parquet", "datapackage.json", "dictionary.md", "dictionary.csv", "notes.txt"}


@pytest.mark.parametrize("name", ["events.csv", "datapackage.json", "gdelt.header.txt", "dictionary.md"])
def test_files_of_others_are_not_overwritten(small: Store, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("mine")
    with pytest.raises(OutputError, match=f"has {name} already, and no export wrote it; move it away"):
        export_store(small, tmp_path / "out", "csv", Selection())
    assert names(tmp_path / "out") == {name}
    assert (tmp_path / "out" / name).read_text() == "mine"


def test_a_file_is_no_folder(small: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="is a file; name a folder"):
        export_store(small, tmp_path / "out", "csv", Selection())


def test_a_failure_leaves_what_was_there(small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    export_store(small, out, "csv", Selection(), ["events"])
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def fail(*_: object) -> None:
        raise RuntimeError("no such luck")

    monkeypatch.setattr(exporting, "write_package", fail)
    for folder in (out, tmp_path / "new"):
        with pytest.raises(RuntimeError, match="no such luck"):
            export_store(small, folder, "csv", Selection())
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert not (tmp_path / "new").exists()


def test_what_no_export_wrote_is_not_owned(tmp_path: Path) -> None:
    for text in ("", "[]", "{}", '{"made_by": "marsad export"}', '{"made_by": "me", "files": ["events.csv"]}'):
        (tmp_path / "datapackage.json").write_text(text)
        assert owned(tmp_path) == set()


def test_the_data_package_describes_the_files(exported: Path) -> None:
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == list(dictionary())
    assert set(package["files"]) == names(exported)
    for resource in package["resources"]:
        data = (exported / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["rows"] == rows_in(exported / resource["path"])
        for key in resource.get("schema", {}).get("foreignKeys", ()):
            target = dictionary()[key["reference"]["resource"]]
            assert set(key["reference"]["fields"]) <= set(target.names)


def rows_in(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1 if path.suffix == ".csv" else sum(1 for _ in lines)


def test_a_selection_is_told_and_points_to_nothing_outside(small: Store, tmp_path: Path) -> None:
    export_store(small, tmp_path / "out", "csv", Selection("2024-05-16", "", frozenset({"marsad"}), 0.3))
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["selection"] == {"from": "2024-05-16", "sources": ["marsad"], "min_confidence": 0.3}
    assert not [r for r in package["resources"] if "foreignKeys" in r.get("schema", {})]


def test_every_column_has_a_meaning() -> None:
    columns = [(table, column) for table in dictionary().values() for column in table.columns]
    assert [(t.name, c.name) for t, c in columns if not c.meaning.endswith((".", "`", "…"))] == []
    assert {c.type for _, c in columns} <= {"text", "integer", "number", "date", "boolean", "list", "object"}
    assert all(table.title.endswith(".") for table in dictionary().values())


def test_what_points_somewhere_names_a_column() -> None:
    for table in dictionary().values():
        assert set(table.key) <= set(table.names)
        for column in (c for c in table.columns if c.of):
            other, _, name = column.of.partition(".")
            assert name in dictionary()[other].names


def test_the_dictionary_beside_the_files_names_every_column(exported: Path) -> None:
    with (exported / "dictionary.csv").open(encoding="utf-8", newline="") as lines:
        listed = {(row["table"], row["column"]) for row in csv.DictReader(lines)}
    assert listed == {(t.name, c.name) for t in dictionary().values() for c in t.columns}
    page = (exported / "dictionary.md").read_text(encoding="utf-8")
    assert page == dictionary_page(list(dictionary().values()))
    assert all(f"### `{OTHERS.get(name, name)}`" in page for name in dictionary())
