"""Many rows at once, as the drivers take and find them fastest: COPY and arrays in PostgreSQL, tuples in SQLite."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, TableClause, TextClause, text

encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A value as it stands in a JSON column."""
_AMONG = {"sqlite": "IN (SELECT value FROM json_each(:{}))", "postgresql": "= ANY(CAST(:{} AS bigint[]))"}
NO_VALUES = "[]"
"""An empty list there."""


def enter(connection: Connection, table: TableClause, rows: Sequence[dict[str, Any]]) -> None:
    """Enter rows that all name the same columns; what goes into a JSON column is JSON text."""
    if not rows:
        return
    columns = tuple(rows[0])
    values = map(itemgetter(*columns), rows)
    names = ", ".join(map(connection.dialect.identifier_preparer.quote, columns))
    if connection.dialect.name == "postgresql":
        driver: Any = connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
            for row in values:
                copy.write_row(row)
    else:
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", list(values))


def ask(connection: Connection, question: str, **values: Any) -> Sequence[Any]:
    """The rows that answer a question in SQL. `{name}` in it stands for membership in a collection of numbers, which is
    given under that name however many there are.

    >>> ask(connection, "SELECT id FROM article WHERE id {numbers}", numbers={1, 2})  # doctest: +SKIP
    """
    dialect = connection.dialect.name
    lists = tuple(
        name for name, value in values.items() if isinstance(value, Collection) and not isinstance(value, str)
    )
    for name in lists:
        values[name] = encoded(list(values[name])) if dialect == "sqlite" else list(values[name])
    return connection.execute(_question(question, dialect, lists), values).all()


@cache
def _question(question: str, dialect: str, lists: tuple[str, ...]) -> TextClause:
    return text(question.format(**{name: _AMONG[dialect].format(name) for name in lists}))
