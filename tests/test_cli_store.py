"""`marsad add` and `marsad remove`: what they keep, what they tell, what they refuse."""

import json
from pathlib import Path

import pytest
from test_cli import TEXT, process

from marsad.api import add, read_many, samples
from marsad.store.store import Store


def jsonl(path: Path, *texts: str) -> Path:
    lines = [
        json.dumps({"url": f"https://news.example/{n}", "content": text}, ensure_ascii=False)
        for n, text in enumerate(texts)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_add_keeps_and_tells(tmp_path: Path) -> None:
    store = tmp_path / "s.db"
    done = process("add", str(samples()), "--store", str(store), "--jobs", "2")
    assert done.returncode == 0, done.stderr
    count = sum(1 for _ in read_many([samples()]))
    assert done.stderr.startswith(f"marsad: {count} articles added, 0 new versions, 0 known, 0 skipped")
    again = process("add", str(samples()), "--store", str(store))
    assert again.stderr.startswith(f"marsad: 0 articles added, 0 new versions, {count} known, 0 skipped")
    with Store.open(store) as opened:
        assert opened.count() == count
        assert opened.unlinked() == 0


def test_add_takes_corrections_for_versions(tmp_path: Path) -> None:
    store = tmp_path / "s.db"
    assert list(add([jsonl(tmp_path / "a.jsonl", TEXT)], store)) == ["new"]
    assert list(add([jsonl(tmp_path / "b.jsonl", TEXT + " وغادر.")], store)) == ["version"]


def test_add_refuses_one_and_keeps_the_rest(tmp_path: Path) -> None:
    file = jsonl(tmp_path / "a.jsonl", TEXT, "", TEXT + " وعاد.")
    done = process("add", str(file), str(tmp_path / "none.txt"), "--store", str(tmp_path / "s.db"))
    assert done.returncode == 1
    assert "a.jsonl:2: has neither text nor title" in done.stderr
    assert "none.txt: there is no such file" in done.stderr
    assert "2 articles added" in done.stderr
    assert "2 skipped" in done.stderr


def test_the_store_can_be_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSAD_STORE", str(tmp_path / "named.db"))
    assert process("add", str(jsonl(tmp_path / "a.jsonl", TEXT))).returncode == 0
    assert (tmp_path / "named.db").exists()


def test_remove_takes_out_what_is_there(tmp_path: Path) -> None:
    store = tmp_path / "s.db"
    list(add([jsonl(tmp_path / "a.jsonl", TEXT)], store))
    with Store.open(store) as opened, opened.reading() as connection:
        number = connection.exec_driver_sql("SELECT id FROM article").scalar()
    done = process("remove", f"{number:016x}", "0123456789abcdef", "--store", str(store))
    assert done.returncode == 1
    assert f"{number:016x}: removed" in done.stderr
    assert "0123456789abcdef: no such article" in done.stderr
    with Store.open(store) as opened:
        assert opened.count() == 0


def test_a_store_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "s.db").write_text("no database " * 100)
    done = process("add", str(jsonl(tmp_path / "a.jsonl", TEXT)), "--store", str(tmp_path / "s.db"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "cannot be opened as a store" in done.stderr
