"""What is in a store, table by table, and whether it hangs together, whenever whoever wrote it was stopped."""

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, exists, func, select, text

from marsad.language.arabic.searchwords import search_words
from marsad.records import Reading
from marsad.store import articles
from marsad.store.store import Store
from marsad.store.tables import WORDS, article, link_edge, link_item, link_key, metadata, pending

_SIGNS = re.compile("[ .,\u066b\u066c]")
Contents = dict[str, list[tuple[Any, ...]]]


def contents(store: Store) -> Contents:
    """Every row of every table and of the full-text index, in an order that does not depend on when it came."""
    with store.reading() as connection:
        found = {table.name: _rows(connection.execute(select(table))) for table in metadata.sorted_tables}
    return found | {WORDS: indexed(store)}


def _rows(rows: Any) -> list[tuple[Any, ...]]:
    return sorted((tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in rows), key=repr)


def indexed(store: Store) -> list[tuple[Any, ...]]:
    """Each article of the full-text index with each word of it and how often it stands there."""
    if store.engine.dialect.name == "sqlite":
        with store.writing() as connection:
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, {WORDS}, 'instance')"
            )
            found = connection.exec_driver_sql("SELECT doc, term, count(*) FROM temp.vocabulary GROUP BY doc, term")
            rows = [tuple(row) for row in found]
            connection.exec_driver_sql("DROP TABLE temp.vocabulary")
        return sorted(rows)
    with store.reading() as connection:
        found = connection.execute(
            text(f"SELECT article, lexeme, cardinality(positions) FROM {WORDS}, unnest(words) AS t")
        )
        return sorted(tuple(row) for row in found)


def emptied(store: Store) -> Store:
    """The store without a row."""
    with store.writing() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('delete-all')")
        else:
            connection.exec_driver_sql(f"DELETE FROM {WORDS}")
    return store


def differences(found: Contents, expected: Contents) -> dict[str, tuple[list[Any], list[Any]]]:
    """The tables that differ, each with the first rows that are too many and that are missing."""
    return {
        name: (
            [row for row in found[name] if row not in expected[name]][:3],
            [row for row in expected[name] if row not in found[name]][:3],
        )
        for name in expected
        if found[name] != expected[name]
    }


def check(store: Store, expected: Mapping[int, Reading]) -> int:
    """Assert that each article is whole, that the index holds those that are linked and no others, and that no link
    leads nowhere; `expected` are readings by the number of their article. Gives the count of articles.
    """
    with store.reading() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert not connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        numbers = list(connection.scalars(select(article.c.id)))
        for number, reading in articles.readings(connection, numbers):
            assert reading == expected[number], f"{number:016x} is not whole"
        waiting = set(connection.scalars(select(pending.c.article)))
        _check_links(connection, set(numbers), waiting)
        current = set(connection.scalars(select(article.c.id).where(article.c.current)))
    _check_words(store, current - waiting, expected)
    return len(numbers)


def _check_links(connection: Connection, numbers: set[int], waiting: set[int]) -> None:
    linked = set(connection.scalars(select(link_item.c.article).distinct()))
    assert linked <= numbers | waiting
    item = link_item.c
    for table, ends in ((link_key, ("item",)), (link_edge, ("a", "b"))):
        for end in ends:
            there = exists().where(item.kind == table.c.kind, item.item == table.c[end])
            assert connection.scalar(select(func.count()).select_from(table).where(~there)) == 0, table.name


def _check_words(store: Store, current: set[int], expected: Mapping[int, Reading]) -> None:
    """Both databases may part a number at its signs, so that its digits are compared."""
    found: dict[int, set[str]] = {number: set() for number in current}
    for number, word, _ in indexed(store):
        found[number].update(_SIGNS.split(word))
    words = {number: set(_SIGNS.split(search_words(expected[number].article.text))) for number in current}
    assert found == words
