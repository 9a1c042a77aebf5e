"""A store with a few articles to ask, in SQLite and in PostgreSQL."""

from collections.abc import Iterator

import askedstore
import pytest

from marsad.store.store import Store


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[askedstore.Asked]:
    """A store with the articles of `askedstore`; tests only read it."""
    url = str(tmp_path_factory.mktemp("asked") / "store.db")
    if request.param == "postgresql":
        import psycopg

        server = request.getfixturevalue("postgresql_server")
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute("CREATE DATABASE asked")
        url = f"{server}/asked"
    with Store.open(url, create=True) as store:
        yield askedstore.Asked(store, askedstore.fill(store))
