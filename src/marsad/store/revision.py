"""When a store was last changed, as a text that is another one after each change."""

from __future__ import annotations

import os
from collections.abc import Iterator

from sqlalchemy import Engine, text

from marsad.store.failures import told


def revision(engine: Engine) -> str:
    """The same text as long as nothing was written into the store. Cheap: SQLite's files are looked at, PostgreSQL is
    asked for its newest transaction (of any database: another text need not mean another store). Raises `StoreError` if
    that fails."""
    if engine.dialect.name == "sqlite":
        return "-".join(_of_files(engine.url.database or ""))
    with told(engine), engine.connect() as connection:
        return str(connection.scalar(text("SELECT pg_snapshot_xmax(pg_current_snapshot())")))


def _of_files(path: str) -> Iterator[str]:
    for name in (path, f"{path}-wal"):
        try:
            status = os.stat(name)
        except OSError:
            continue
        yield f"{status.st_ino:x}.{status.st_mtime_ns:x}.{status.st_size:x}"
