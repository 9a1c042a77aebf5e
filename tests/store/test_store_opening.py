"""Opening a store: what is made, what is refused and with which words, and that migrations make the tables."""

from pathlib import Path

import askedstore
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from storetables import contents

from marsad.errors import StoreError
from marsad.store.connection import VERSION, migrate, open_engine, store_url, version_of
from marsad.store.store import Store
from marsad.store.tables import metadata

URLS = [
    ("marsad.db", "sqlite:///marsad.db"),
    ("/data/marsad.db", "sqlite:////data/marsad.db"),
    ("sqlite:///x.db", "sqlite:///x.db"),
    ("postgresql://a@b/c", "postgresql+psycopg://a@b/c"),
    ("postgres://a@b/c", "postgresql+psycopg://a@b/c"),
]


@pytest.mark.parametrize(("name", "url"), URLS)
def test_store_names_are_urls(name: str, url: str) -> None:
    assert store_url(name) == url


def test_migrations_make_the_tables_of_the_code(url: str) -> None:
    with Store.open(url, create=True) as store, store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert version_of(connection) == VERSION


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or not (name or "").startswith("article_words")


def test_migrations_can_be_taken_back(url: str) -> None:
    from alembic import command

    from marsad.store.connection import _alembic, writing

    engine = open_engine(url, create=True)
    with writing(engine) as connection:
        command.downgrade(_alembic(connection), "base")
    migrate(engine)
    with engine.connect() as connection:
        assert version_of(connection) == VERSION


def test_statements_of_an_older_store_are_told_from_where_they_are(url: str) -> None:
    from alembic import command

    from marsad.store.connection import _alembic, writing

    with Store.open(url, create=True) as store:
        askedstore.fill(store)
        entered = contents(store)
        with writing(store.engine) as connection:
            command.downgrade(_alembic(connection), "0001")
        migrate(store.engine)
        assert contents(store) == entered
        with store.reading() as connection:
            told = connection.execute(text("SELECT DISTINCT outlet, language, through FROM statement")).all()
    assert {each[2] for each in told} > {None}
    assert all(outlet and language for outlet, language, _ in told)


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store; make one with: marsad add"):
        Store.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database, but long enough to be taken for one " * 40)
    with pytest.raises(StoreError, match=r"text\.db: cannot be opened as a store \(file is not a database\)"):
        Store.open(tmp_path / "text.db", create=True)


def test_a_store_of_a_newer_marsad_is_refused(url: str) -> None:
    with Store.open(url, create=True) as store, store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer Marsad"):
        Store.open(url, create=True)


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(StoreError, match="mysql: a store cannot be kept there"):
        Store.open("mysql://a@b/c")


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(
        StoreError, match=r"postgresql://nobody:\*\*\*@127\.0\.0\.1:1/none: the server cannot be reached"
    ):
        Store.open("postgresql://nobody:secret@127.0.0.1:1/none")
