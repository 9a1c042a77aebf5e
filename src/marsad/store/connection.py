"""Opening a store: SQLite in a file, or PostgreSQL by its URL, at the current version of its tables."""

from __future__ import annotations

import functools
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from marsad.errors import MissingDependencyError, StoreError
from marsad.store.failures import name_of, told

VERSION = "0002"
"""The newest migration: what a store must be at to be used by this code."""
DEFAULT = "marsad.db"
"""The store where none is named."""
_WAIT_SECONDS = 120
_TAKE_LOCK = text("SELECT pg_advisory_xact_lock(1835103859)")  # any number will do, as long as every writer takes it
_SNAPSHOT: dict[str, dict[str, Any]] = {
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
}
"""What a transaction that reads needs in order to see one state of the store; in SQLite each does."""
_IN_MEMORY = ("", ":memory:")
"""What SQLite calls a store that is in no file."""
_STEPS = 10_000
"""After how many steps of its machine SQLite looks at the clock; about a millisecond."""
_PAGES_KIB = 64 * 1024
_WAL_PAGES = 4000  # each time that the log is worked in waits for the disk
_MIGRATIONS = Path(__file__).parent / "migrations"


def open_engine(store: str | Path, *, create: bool) -> Engine:
    """The engine of a store, its tables made or brought up to date. With `create` False a store that is not there, or
    is older than this code, is an error. Raises `StoreError`; `MissingDependencyError` without the driver.
    """
    url = store_url(store)
    sqlite = url.startswith("sqlite")
    if sqlite and not create and not Path(str(make_url(url).database)).exists():
        raise StoreError(f"{store}: there is no store", "make one with: marsad add PATH --store FILE")
    engine = _sqlite(url) if sqlite else _postgresql(url)
    try:
        with told(engine, opening=True):
            _bring_up_to_date(engine, create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def store_url(store: str | Path) -> str:
    """The SQLAlchemy URL of a file name or of a URL. Raises `StoreError` for another kind of database."""
    name = str(store)
    if "://" not in name:
        return f"sqlite:///{name}"
    scheme, rest = name.split("://", 1)
    if scheme in {"postgres", "postgresql", "postgresql+psycopg"}:
        return f"postgresql+psycopg://{rest}"
    if scheme == "sqlite":
        return name
    raise StoreError(f"{scheme}: a store cannot be kept there", "give a file name, or postgresql://user@host/database")


def public_name(store: str | Path) -> str:
    """The store as it may be shown: without a password. Raises `StoreError` as `store_url` does."""
    return name_of(make_url(store_url(store)))


_json = functools.partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _WAIT_SECONDS}, json_serializer=_json)
    path = os.path.abspath(engine.url.database or "")

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        cursor = connection.cursor()
        for pragma in (
            "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "temp_store = MEMORY",
            f"cache_size = -{_PAGES_KIB}", "mmap_size = 268435456", f"wal_autocheckpoint = {_WAL_PAGES}",
        ):  # fmt: skip
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        record.info["file"] = path, _file_at(path)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: str) -> Engine:
    try:
        options = {"options": "-c synchronous_commit=off"}
        return create_engine(url, connect_args=options, pool_pre_ping=True, json_serializer=_json)
    except (ImportError, NoSuchModuleError):
        raise MissingDependencyError("psycopg", "postgres") from None
    except ArgumentError as error:
        raise StoreError(f"no store has such a URL ({error})", "write postgresql://user@host/database") from None


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that alone may write: others that write wait for its end, readers see what was before it. Raises
    `StoreError` if the database fails, or if its file is no longer the one that was opened.
    """
    with told(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(_TAKE_LOCK)
        _check_file(connection)
        yield connection
        _check_file(connection)


@contextmanager
def reading(engine: Engine, seconds: float | None = None) -> Iterator[Connection]:
    """A transaction that sees the store as it is at its first question, whatever others write meanwhile. Raises
    `StoreError` if the database fails, or if a question takes longer than `seconds`. A file that was put in the place
    of the one that was opened is opened instead.
    """
    options = _SNAPSHOT.get(engine.dialect.name, {})
    with (
        told(engine),
        _connected(engine).execution_options(**options) as connection,
        connection.begin(),
        _limited(connection, seconds) if seconds else nullcontext(),
    ):
        yield connection


@contextmanager
def _limited(connection: Connection, seconds: float) -> Iterator[None]:
    """Whatever the transaction asks, SQLite ends it when the time is over, PostgreSQL each question for itself."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {round(seconds * 1000)}")
        yield
        return
    driver: Any = connection.connection.dbapi_connection
    end = time.monotonic() + seconds
    driver.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)


def _connected(engine: Engine) -> Connection:
    """A connection to the file that has the store's name now: SQLite would go on with one that has lost it, and make
    one where there is none."""
    path = engine.url.database or ""
    if engine.dialect.name != "sqlite" or path in _IN_MEMORY:
        return engine.connect()
    if not os.path.isfile(path):
        raise StoreError(f"{path}: was taken away", "put a store in its place")
    connection = engine.connect()
    if not _has_its_name(connection):
        connection.close()
        engine.dispose()
        connection = engine.connect()
    if "is_store" not in connection.info:
        with _closing_if_it_fails(connection), told(engine, opening=True):
            _bring_up_to_date(engine, create=False)
        connection.info["is_store"] = True
    return connection


@contextmanager
def _closing_if_it_fails(connection: Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _has_its_name(connection: Connection) -> bool:
    path, opened = connection.info.get("file", ("", None))
    return opened is None or opened == _file_at(path)


def _check_file(connection: Connection) -> None:
    """Refuse to write into a file that has lost its name: SQLite would go on, and all would be gone in the end."""
    if not _has_its_name(connection):
        raise StoreError(
            f"{name_of(connection.engine.url)}: was replaced or taken away while it was written",
            "leave it where it is while others use it, and run the same command again",
        )


def _file_at(path: str) -> tuple[int, int] | None:
    """Device and number of a file; None if there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def version_of(connection: Connection) -> str | None:
    """The migration that a store is at; None before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _bring_up_to_date(engine: Engine, create: bool) -> None:
    store = name_of(engine.url)
    with engine.connect() as connection:
        found = version_of(connection)
    if found == VERSION:
        return
    if found is not None and found > VERSION:
        raise StoreError(f"{store}: was made by a newer Marsad (its tables are at {found})", "update Marsad")
    if not create:
        what = "has no tables of Marsad's" if found is None else f"has the tables of an older Marsad ({found})"
        raise StoreError(f"{store}: {what}", "run: marsad add PATH --store …, which makes or updates them")
    migrate(engine)


def migrate(engine: Engine, target: str = "head") -> None:
    """Run the migrations up to `target`; several processes may ask for it at once."""
    from alembic import command

    with writing(engine) as connection:
        if target != "head" or version_of(connection) != VERSION:
            command.upgrade(_alembic(connection), target)


def _alembic(connection: Connection) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
