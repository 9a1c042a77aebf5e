"""The names under which the articles of the store know entities, counted, and the keys by which they are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, TextClause, text

from marsad.language.arabic.searchwords import search_words

WHOLE = "="
"""What stands before the keys of a whole name."""

_ENTER_NAMES = text(
    "INSERT INTO name (entity, ar, en, country, kind, articles) VALUES (:entity, :ar, :en, :country, :kind, :times) "
    "ON CONFLICT (entity, ar, en, country, kind) DO UPDATE SET articles = name.articles + excluded.articles"
)
_ENTER_KEYS = text(
    "INSERT INTO name_key (key, entity, articles) VALUES (:key, :entity, :times) "
    "ON CONFLICT (key, entity) DO UPDATE SET articles = name_key.articles + excluded.articles"
)
_NAME = "entity = :entity AND ar = :ar AND en = :en AND country = :country AND kind = :kind"
_KEY = "key = :key AND entity = :entity"
_LEAVE_NAMES = text(f"UPDATE name SET articles = articles - :times WHERE {_NAME}")
_END_NAMES = text(f"DELETE FROM name WHERE {_NAME} AND articles < 1")
_LEAVE_KEYS = text(f"UPDATE name_key SET articles = articles - :times WHERE {_KEY}")
_END_KEYS = text(f"DELETE FROM name_key WHERE {_KEY} AND articles < 1")


def enter(connection: Connection, entities: Sequence[dict[str, Any]]) -> None:
    """Count the names of the entities of some articles, given as rows of the table `entity`."""
    named, keyed = _counted(entities)
    for statement, rows in ((_ENTER_NAMES, named), (_ENTER_KEYS, keyed)):
        _run(connection, statement, rows)


def leave(connection: Connection, entities: Sequence[dict[str, Any]]) -> None:
    """Take them back; a name that no article has any more goes."""
    named, keyed = _counted(entities)
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


def _counted(entities: Iterable[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of names and of keys that the entities bring, each with how many of them have it."""
    names = Counter((e["entity"], e["ar"], e["en"], e["country"] or "", e["kind"]) for e in entities)
    keys: Counter[tuple[str, str]] = Counter()
    for (entity, ar, en, *_), times in names.items():
        keys.update({(key, entity): times for key in keys_of(ar, en)})
    columns = ("entity", "ar", "en", "country", "kind")
    named = [dict(zip(columns, name, strict=True), times=times) for name, times in sorted(names.items())]
    return named, [{"key": key, "entity": entity, "times": times} for (key, entity), times in sorted(keys.items())]


def _run(connection: Connection, statement: TextClause, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)
