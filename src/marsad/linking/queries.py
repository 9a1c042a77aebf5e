"""What queries of links share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert

T = TypeVar("T")

IN_ONE_QUERY = 900
"""So many values at most in one list of a query."""


def parts(values: Iterable[T]) -> Iterator[list[T]]:
    """Values in lists that one query takes."""
    ordered = list(values)
    for start in range(0, len(ordered), IN_ONE_QUERY):
        yield ordered[start : start + IN_ONE_QUERY]


def enter(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def take_out(connection: Connection, table: Table, numbers: Iterable[int]) -> None:
    """Delete the rows with some ids, and what hangs on them."""
    for part in parts(numbers):
        connection.execute(delete(table).where(table.c.id.in_(part)))
