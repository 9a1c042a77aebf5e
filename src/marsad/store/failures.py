"""What a database tells when it fails, as one line for the person who meets it: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError

_AGAIN = "run the same command again: it goes on where it was"
_UNOPENED = "cannot be opened as a store"
_REFUSED = ("may not be written", "get the right to write the file and its folder, or name another with --store")
_BUSY = ("others have been writing to it for too long", f"wait until they have ended and {_AGAIN}")
_FULL = ("the disk is full", f"make room and {_AGAIN}")
_SLOW = ("the answer took too long", "ask for less: a shorter period, or one actor")
_DAMAGED = ("is damaged", "put a copy in its place, or add the articles to a new store")
_SQLITE = {
    3: _REFUSED, 8: _REFUSED, 23: _REFUSED,
    5: _BUSY, 6: _BUSY,
    9: _SLOW,
    10: ("could not be read or written", f"see that the disk has room and is sound, and {_AGAIN}"),
    11: _DAMAGED,
    13: _FULL,
    14: (_UNOPENED, "check that its folder is there and that you may write in it"),
    26: (_UNOPENED, "it is no store; name another file with --store"),
}  # fmt: skip
"""By SQLite's primary result code (sqlite.org/rescode.html). 1 is not among them: it is an error in a statement."""
_RIGHTS = ("the user has not the rights", "let its owner grant them, or name another user")
_POSTGRESQL = {
    "25006": ("may not be written", "name the server that takes what is written, not its copy"),
    "42501": _RIGHTS,
    "40": _BUSY, "55P03": _BUSY,
    "53100": _FULL,
    "57014": _SLOW,
    "53": ("the server has not what it needs", f"try later: {_AGAIN}"),
    "57": ("the server ended the work", f"start it again and {_AGAIN}"),
    "58": ("the server could not read or write", f"see that its disk has room and is sound, and {_AGAIN}"),
    "08": ("the server cannot be reached", f"see that it runs and {_AGAIN}"),
    "": ("the server cannot be reached", f"check its address, user and password and that it runs, and {_AGAIN}"),
    "XX": _DAMAGED,
}  # fmt: skip
"""By the SQLSTATE or the beginning of it, the longest that fits; empty where there was no connection to tell one."""


def name_of(url: URL) -> str:
    """How a store is named to people: its file, or its URL without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "the store in memory"
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


@contextmanager
def told(engine: Engine, opening: bool = False) -> Iterator[None]:
    """Failures of the database within, as `StoreError`. Wrong statements are our own defects and stay what they are,
    but when `opening`: then the tables may be anybody's.
    """
    try:
        yield
    except DBAPIError as error:
        cause = _sqlite(error) if engine.dialect.name == "sqlite" else _postgresql(error)
        if cause is None and not opening:
            raise
        what, remedy = cause or (_UNOPENED, "check the name and the rights")
        reason = " ".join(str(error.orig).split())
        raise StoreError(f"{name_of(engine.url)}: {what} ({reason})", remedy) from error


def _sqlite(error: DBAPIError) -> tuple[str, str] | None:
    code = getattr(error.orig, "sqlite_errorcode", 0)
    return _SQLITE.get(code & 0xFF)


def _postgresql(error: DBAPIError) -> tuple[str, str] | None:
    state = getattr(error.orig, "sqlstate", None) or ""
    if not state and not isinstance(error.orig, _connection_errors()):
        return None
    return next((_POSTGRESQL[state[:n]] for n in (5, 2) if state[:n] in _POSTGRESQL), None)


def _connection_errors() -> type[Exception]:
    from psycopg import OperationalError

    return OperationalError
