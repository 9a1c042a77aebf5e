"""The full-text index: the words of each article as `search_words` gives them, in FTS5 or as a `tsvector`."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

from marsad.store.tables import WORDS

SQLITE = f"CREATE VIRTUAL TABLE {WORDS} USING fts5(words, content='', tokenize=\"unicode61 remove_diacritics 0\")"
POSTGRESQL = (
    f"CREATE TABLE {WORDS} (article BIGINT PRIMARY KEY, words tsvector NOT NULL)",
    f"CREATE INDEX ix_{WORDS}_words ON {WORDS} USING gin (words)",
)


def create(connection: Connection) -> None:
    """Make the index."""
    for statement in (SQLITE,) if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(statement)


def add(connection: Connection, articles: Iterable[tuple[int, str]]) -> None:
    """Enter articles: each its number and its search words."""
    rows = [{"id": number, "words": words} for number, words in articles]
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"INSERT INTO {WORDS} (rowid, words) VALUES (:id, :words)"), rows)
    else:
        connection.execute(
            text(
                f"INSERT INTO {WORDS} (article, words) VALUES (:id, to_tsvector('simple', :words)) "
                "ON CONFLICT (article) DO UPDATE SET words = excluded.words"
            ),
            rows,
        )


def remove(connection: Connection, articles: Iterable[tuple[int, str]]) -> None:
    """Take articles out: each its number and the words that it was entered with (FTS5 keeps no copy of them)."""
    rows = [{"id": number, "words": words} for number, words in articles]
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        statement = f"INSERT INTO {WORDS} ({WORDS}, rowid, words) VALUES ('delete', :id, :words)"
        connection.execute(text(statement), rows)
    else:
        connection.execute(text(f"DELETE FROM {WORDS} WHERE article = :id"), [{"id": row["id"]} for row in rows])
