"""The names under which the articles of the store know entities, counted, and the keys by which they are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, TextClause, text

from marsad.language.arabic.searchwords import search_words

WHOLE = "="
"""What stands before the keys of a whole name."""

_ENTER_NAMES = text(
    "INSERT INTO name (entity, ar, en, country, kind, articles) VALUES (:entity, :ar, :en, :country, :kind, 1) "
    "ON CONFLICT (entity, ar, en, country, kind) DO UPDATE SET articles = name.articles + 1"
)
_ENTER_KEYS = text(
    "INSERT INTO name_key (key, entity, articles) VALUES (:key, :entity, 1) "
    "ON CONFLICT (key, entity) DO UPDATE SET articles = name_key.articles + 1"
)
_NAME = "entity = :entity AND ar = :ar AND en = :en AND country = :country AND kind = :kind"
_KEY = "key = :key AND entity = :entity"
_LEAVE_NAMES = text(f"UPDATE name SET articles = articles - 1 WHERE {_NAME}")
_END_NAMES = text(f"DELETE FROM name WHERE {_NAME} AND articles < 1")
_LEAVE_KEYS = text(f"UPDATE name_key SET articles = articles - 1 WHERE {_KEY}")
_END_KEYS = text(f"DELETE FROM name_key WHERE {_KEY} AND articles < 1")


def enter(connection: Connection, entities: Sequence[dict[str, Any]]) -> None:
    """Count the names of the entities of one article, given as rows of the table `entity`."""
    _run(connection, _ENTER_NAMES, list(map(_named, entities)))
    _run(connection, _ENTER_KEYS, list(_keyed(entities)))


def leave(connection: Connection, entities: Sequence[dict[str, Any]]) -> None:
    """Take them back; a name that no article has any more goes."""
    named, keyed = list(map(_named, entities)), list(_keyed(entities))
    for statement, rows in ((_LEAVE_NAMES, named), (_END_NAMES, named), (_LEAVE_KEYS, keyed), (_END_KEYS, keyed)):
        _run(connection, statement, rows)


@lru_cache(maxsize=1 << 14)
def keys_of(ar: str, en: str) -> frozenset[str]:
    """The keys of an entity by its two names: those of their words, and each name's as a whole.

    >>> sorted(keys_of("وانغ يي", "Wang Yi"))
    ['=wang yi', '=وانغ يي', 'wang', 'yi', 'وانغ', 'يي']
    """
    found: set[str] = set()
    for each in (ar, en):
        if words := search_words(each):
            found.update(words.split(), (whole_key(words),))
    return frozenset(found)


def whole_key(words: str) -> str:
    """The key of a whole name by its search words."""
    return WHOLE + words


def _named(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "entity": row["entity"], "ar": row["ar"], "en": row["en"], "country": row["country"] or "", "kind": row["kind"],
    }  # fmt: skip


def _keyed(entities: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in entities:
        for key in sorted(keys_of(row["ar"], row["en"])):
            yield {"key": key, "entity": row["entity"]}


def _run(connection: Connection, statement: TextClause, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)
