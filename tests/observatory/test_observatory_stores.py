"""What becomes of the store while it is served: another takes its place, it is taken away, its server ends."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import postgresql
import pytest
from fastapi.testclient import TestClient
from observedpages import client_of

from marsad.store.store import Store

PAGES = ("/promises.json", "/", "/articles.json", "/search.json?q=مصر", "/actors/EGY.json", "/data.json")


@pytest.fixture
def served(samples: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Path]]:
    """Someone who asks the observatory over a copy of the samples, and the copy."""
    path = tmp_path / "store.db"
    shutil.copy(samples, path)
    with client_of(path) as client:
        assert client.get("/articles.json").json()["total"] > 30
        yield client, path


def _put(source: Path, target: Path) -> None:
    """Put a copy of a file in the place of another, as `mv` does."""
    shutil.copy(source, f"{target}.new")
    os.replace(f"{target}.new", target)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    Store.open(tmp_path / "empty.db", create=True).close()
    return tmp_path / "empty.db"


def test_a_store_that_takes_its_place_is_served(served: tuple[TestClient, Path], empty: Path, samples: Path) -> None:
    client, path = served
    for source, articles in ((empty, 0), (samples, 37), (empty, 0)):
        _put(source, path)
        assert client.get("/articles.json").json()["total"] == articles
        assert len(client.get("/articles.json?limit=4").json()["articles"]) == min(4, articles)


def test_a_store_that_is_taken_away_is_told(served: tuple[TestClient, Path], samples: Path) -> None:
    client, path = served
    path.unlink()
    for _ in range(2):
        for page in PAGES:
            found = client.get(page)
            assert found.status_code == 503, page
            assert "was taken away" in found.text
    assert not path.exists(), "nothing is made in its place"
    _put(samples, path)
    assert [client.get(page).status_code for page in PAGES] == [200] * len(PAGES)


def test_what_is_no_store_is_told(served: tuple[TestClient, Path], samples: Path, tmp_path: Path) -> None:
    client, path = served
    (tmp_path / "none").write_bytes(b"this is no store at all, " * 500)
    (tmp_path / "nothing").write_bytes(b"")
    for name in ("none", "nothing"):
        _put(tmp_path / name, path)
        assert [client.get(page).status_code for page in PAGES] == [503] * len(PAGES), name
    _put(samples, path)
    assert [client.get(page).status_code for page in PAGES] == [200] * len(PAGES)


def test_a_store_of_an_older_marsad_is_told(served: tuple[TestClient, Path], samples: Path, tmp_path: Path) -> None:
    client, path = served
    old = tmp_path / "older.db"
    shutil.copy(samples, old)
    with Store.open(old) as store, store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    _put(old, path)
    found = client.get("/promises.json")
    assert found.status_code == 503
    assert "older Marsad" in found.text


def test_a_server_that_ends_is_told_and_found_again() -> None:
    server = postgresql.Server()
    try:
        url = postgresql.database(server.url)
        Store.open(url, create=True).close()
        with client_of(url) as client:  # type: ignore[arg-type]
            assert client.get("/promises.json").status_code == 200
            server.stop()
            for page in PAGES[:4]:
                found = client.get(page)
                assert found.status_code == 503, page
                assert "content-security-policy" in found.headers
            server.start()
            assert client.get("/promises.json").status_code == 200
    finally:
        server.close()
