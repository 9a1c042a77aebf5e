"""Several processes on one store: two add, others read meanwhile, and nobody fails or waits for long."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from manyfiles import generated
from newswire import WIRES, readings, write_jsonl
from sqlalchemy import func, select, text
from storetables import check, contents, differences

import marsad
from marsad.language.arabic.searchwords import search_words
from marsad.linking.linker import Linker
from marsad.records import Reading
from marsad.store import articles
from marsad.store.rows import article_id, rows_of
from marsad.store.store import Store
from marsad.store.tables import WORDS, article, pending

FOUND = {
    "sqlite": f"SELECT rowid FROM {WORDS} WHERE words MATCH :words",
    "postgresql": f"SELECT article FROM {WORDS} WHERE words @@ plainto_tsquery('simple', :words)",
}
_EACH = 70
"""Articles of a file: enough that adding them takes longer than a few looks of who reads meanwhile."""
HELD = 1.5
"""Seconds that a long pass holds the store."""


def adder(store: str, *files: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "marsad.cli", "add", *map(str, files), "--store", store]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three files: what the first adder takes, what both take, what the second takes."""
    made = (*WIRES, *generated(3 * _EACH - len(WIRES)))
    return [
        write_jsonl(tmp_path / f"{name}.jsonl", made[start : start + _EACH])
        for name, start in (("first", 0), ("both", _EACH), ("second", 2 * _EACH))
    ]


class Reader:
    """Who reads while others write, and looks whether what it sees is whole."""

    def __init__(self, store: Store, expected: dict[int, Reading]) -> None:
        self.store, self.expected = store, expected
        self.counts: list[int] = []
        self.found = self.looks = 0

    def look(self) -> None:
        """Count, search, and read what is there: all of it whole, as of one moment."""
        with self.store.reading() as connection:
            numbers = list(connection.scalars(select(article.c.id)))
            for number, reading in articles.readings(connection, numbers):
                assert reading == self.expected[number]
            words = {"words": search_words("قالت روسيا")}
            found = set(connection.scalars(text(FOUND[connection.dialect.name]), words))
            waiting = set(connection.scalars(select(pending.c.article)))
            current = set(connection.scalars(select(article.c.id).where(article.c.current)))
            assert len(numbers) == connection.scalar(select(func.count()).select_from(article))
        wanted = {n for n in current - waiting if self._has(n, "قال") and self._has(n, "روسيا")}
        assert found == wanted
        self.counts.append(len(numbers))
        self.found, self.looks = len(found), self.looks + 1

    def _has(self, number: int, word: str) -> bool:
        return search_words(word) in search_words(self.expected[number].article.text).split()


def test_two_add_while_a_third_reads(new_url: Callable[[], str], files: list[Path]) -> None:
    expected = {article_id(r.article): r for r in marsad.read_many(files)}
    alone, store = new_url(), new_url()
    list(marsad.add(files, alone))
    Store.open(store, create=True).close()
    adders = [adder(store, *files[:2]), adder(store, *files[1:])]
    with Store.open(store) as opened:
        reader = Reader(opened, expected)
        while any(each.poll() is None for each in adders):
            reader.look()
        reader.look()
        told = [each.communicate()[1] for each in adders]
        assert [each.returncode for each in adders] == [0, 0], told
        assert reader.counts == sorted(reader.counts)
        assert len(set(reader.counts)) > 3, "it saw the store grow"
        assert reader.found
        assert check(opened, expected) == len(expected)
        with Store.open(alone) as by_one:
            assert not differences(contents(opened), contents(by_one))


@pytest.mark.parametrize("times", range(2))
def test_several_may_make_one_store(times: int, new_url: Callable[[], str], tmp_path: Path) -> None:
    """All begin at once, where there is nothing."""
    store, file = new_url(), write_jsonl(tmp_path / "few.jsonl", WIRES[:4])
    adders = [adder(store, file) for _ in range(3)]
    told = [each.communicate()[1] for each in adders]
    assert [each.returncode for each in adders] == [0] * 3, told
    with Store.open(store) as opened:
        assert opened.count() == 4
        assert opened.unlinked() == 0


def test_a_long_pass_keeps_nobody_from_reading_and_delays_who_writes(
    url: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (rows_of(reading) for reading in readings()[:2])
    store.add(first)
    begun, ended = threading.Event(), threading.Event()

    def held(*_: object) -> None:
        begun.set()
        time.sleep(HELD)
        ended.set()

    with Store.open(url) as other, monkeypatch.context() as patched:
        patched.setattr("marsad.linking.linker.words.add", held)
        linking = threading.Thread(target=Linker(other, []).link)
        linking.start()
        assert begun.wait(10)
        start = time.monotonic()
        assert store.count() == 1
        assert store.unlinked() == 1
        assert time.monotonic() - start < HELD / 2, "reading waits for no one"
        assert not ended.is_set()
        assert store.add(second) == "new", "who writes waits for its end"
        assert ended.is_set()
        linking.join()
    assert store.count() == 2
