"""Opening a store: SQLite in a file, or PostgreSQL by its URL, at the current version of its tables."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from marsad.errors import MissingDependencyError, StoreError

VERSION = "0001"
"""The newest migration: what a store must be at to be used by this code."""
DEFAULT = "marsad.db"
"""The store where none is named."""
_WAIT_SECONDS = 120
_LOCK = 0x6D617273  # any number will do, as long as every writer takes the same one
_PAGES_KIB = 64 * 1024
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
        _bring_up_to_date(engine, store, create)
    except (OperationalError, DBAPIError) as error:
        reason = " ".join(str(error.orig).split())
        raise StoreError(f"{store}: cannot be opened as a store ({reason})", "check the name and the rights") from error
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


_json = functools.partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _WAIT_SECONDS}, json_serializer=_json)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        cursor = connection.cursor()
        for pragma in (
            "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "temp_store = MEMORY",
            f"cache_size = -{_PAGES_KIB}", "mmap_size = 268435456",
        ):  # fmt: skip
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

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
        raise StoreError(f"{url}: is no URL of a database ({error})", "write postgresql://user@host/database") from None


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that alone may write: others that write wait for its end, readers see what was before it."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


def version_of(connection: Connection) -> str | None:
    """The migration that a store is at; None before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _bring_up_to_date(engine: Engine, store: str | Path, create: bool) -> None:
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
