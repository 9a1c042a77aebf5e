"""`marsad export`: what it writes, tells and refuses."""

from pathlib import Path

import pytest
from test_cli import TEXT, process

import marsad
from marsad.errors import StoreError


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert list(marsad.add([tmp_path / "a.txt"], tmp_path / "s.db", published="2024-05-14")) == ["new"]
    return tmp_path / "s.db"


def test_export_writes_and_tells(store: Path, tmp_path: Path) -> None:
    done = process("export", str(tmp_path / "out"), "--store", str(store))
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("marsad: 26 files with ")
    assert done.stderr.endswith(f" rows · {tmp_path / 'out'}\n")
    assert (tmp_path / "out" / "events.parquet").is_file()


def test_export_takes_options(store: Path, tmp_path: Path) -> None:
    options = ("--format", "csv", "--only", "articles,plover", "--only", "gdelt", "--from", "2024", "--to", "2024-06")
    done = process("export", str(tmp_path / "out"), "--store", str(store), *options)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "articles.csv", "plover.jsonl", "gdelt.tsv", "gdelt.header.txt", "datapackage.json", "dictionary.md",
        "dictionary.csv",
    }  # fmt: skip
    assert len((tmp_path / "out" / "articles.csv").read_text(encoding="utf-8").splitlines()) >= 2


REFUSED = [
    (["--only", "spreadsheets"], "there is nothing called spreadsheets to export; choose from tables, plover"),
    (["--from", "soon"], "'soon' is no date; write a day, a month or a year"),
    (["--store", "none.db"], "none.db: there is no store"),
]


@pytest.mark.parametrize(("options", "message"), REFUSED)
def test_export_refuses_in_one_line(options: list[str], message: str, store: Path, tmp_path: Path) -> None:
    done = process("export", str(tmp_path / "out"), "--store", str(store), *options)
    assert done.returncode == 1
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_export_leaves_files_of_others(store: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "events.parquet").write_text("mine")
    done = process("export", str(tmp_path / "out"), "--store", str(store))
    assert done.returncode == 1
    assert "has events.parquet already, and no export wrote it" in done.stderr
    assert (tmp_path / "out" / "events.parquet").read_text() == "mine"


def test_export_from_python(store: Path, tmp_path: Path) -> None:
    heard: list[str] = []
    done = marsad.export(
        tmp_path / "out", store, only=["tables"], sources=["marsad"], on_progress=lambda name, _: heard.append(name)
    )
    assert done.rows["articles"] == 1
    assert "happenings" in heard
    with pytest.raises(StoreError, match="there is no store"):
        marsad.export(tmp_path / "out", tmp_path / "none.db")
