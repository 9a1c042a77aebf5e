"""What takes longest is there before somebody asks, and again after the store has changed."""

import threading
from pathlib import Path

from observedpages import client_of

from marsad.api import add
from marsad.observatory import warming
from marsad.observatory.asking import Asked
from marsad.observatory.memory import Memory
from marsad.observatory.preferences import Preferences
from marsad.observatory.warming import Warmer
from marsad.store.store import Store

TEXT = "التقى وزير الخارجية المصري نظيره التركي في القاهرة اليوم الأربعاء."


def asked_of(store: Store) -> Asked:
    return Asked(store, Preferences(), "/", "", Memory(store.revision))


def test_the_measures_of_the_whole_store_are_made(samples: Path) -> None:
    with Store.open(samples) as store:
        asked = asked_of(store)
        warming.warm(asked)
        kinds = {key[0] for key in asked.memory._kept if isinstance(key, tuple)}
    assert {"home", "acts", "network", "dyad", "outlets"} <= kinds


def test_it_is_done_again_after_each_change(tmp_path: Path) -> None:
    article, path = tmp_path / "a.txt", tmp_path / "store.db"
    article.write_text(TEXT, encoding="utf-8")
    list(add([article], path))
    times, done = [], threading.Semaphore(0)
    with Store.open(path) as store:

        def warm(asked: Asked) -> None:
            times.append(asked.store.revision())
            done.release()

        warmer = Warmer(asked_of(store), warm, every=0.02)
        assert done.acquire(timeout=20)
        article.write_text(TEXT + " وبحثا ملف غزة.", encoding="utf-8")
        list(add([article], path))
        assert done.acquire(timeout=20)
        warmer.close()
    assert len(set(times)) == len(times) >= 2


def test_an_empty_store_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Store.open(path, create=True).close()
    with client_of(path, warm=True) as client:
        assert client.get("/").status_code == 200
        assert any(thread.name == "warming" for thread in threading.enumerate())
    assert not any(thread.name == "warming" for thread in threading.enumerate())
