"""Stores to test with: a fresh one in SQLite, and one in PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.store.store import Store


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made: a file's name, or the URL of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    return str(request.getfixturevalue("postgresql_database"))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store."""
    with Store.open(url, create=True) as made:
        yield made
