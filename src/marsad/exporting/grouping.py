"""Members of groups and the events that stored values name, for the tables of links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, select

from marsad.exporting.loading import Found, rows_where
from marsad.exporting.values import Cell

Named = Iterator[tuple[str, dict[str, Cell]]]
"""Rows, each with the name of its table."""


class Taken(NamedTuple):
    """The numbers of the articles, statements and events that an export takes; None: all."""

    articles: set[int] | None = None
    statements: set[int] | None = None
    events: set[int] | None = None


def kept(rows: Iterable[Found], name: str, taken: set[int] | None) -> list[Found]:
    """The rows whose value is taken."""
    return [row for row in rows if taken is None or getattr(row, name) in taken]


def grouped(rows: Iterable[Found], name: str) -> dict[int, list[Found]]:
    """Rows by a value of theirs."""
    found: dict[int, list[Found]] = {}
    for row in rows:
        found.setdefault(getattr(row, name), []).append(row)
    return found


def members(connection: Connection, table: Table, owner: str, member: str, owners: Iterable[int]) -> list[Found]:
    """The rows of a table that says what belongs to what, for some owners, in the order of the members."""
    return sorted(
        rows_where(connection, select(table), table.c[owner], owners), key=lambda row: int(getattr(row, member))
    )


def by_day(table: Table, column: str = "day") -> Select[Any]:
    """The rows of a table in the order of their days."""
    return select(table).order_by(table.c[column].is_(None), table.c[column], table.c.id)


def objects(stored: Any) -> list[Mapping[str, Any]]:
    """The objects of a list that is stored as JSON."""
    return [each for each in stored or () if isinstance(each, Mapping)]
