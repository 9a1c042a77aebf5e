"""The store as other code uses it: open, add, remove, read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, func, select

from marsad.errors import UnknownIdError
from marsad.store import articles
from marsad.store.articles import Outcome
from marsad.store.connection import DEFAULT, open_engine, reading, writing
from marsad.store.ids import parse_id
from marsad.store.questions import Questions
from marsad.store.revision import revision
from marsad.store.rows import Rows
from marsad.store.tables import article, pending

if TYPE_CHECKING:
    from marsad.records import Reading


class Store(Questions):
    """Articles and their records in SQLite or PostgreSQL. Use it in a `with` block, or close it."""

    def __init__(self, engine: Engine, seconds: float | None = None) -> None:
        self.engine, self.seconds = engine, seconds

    @classmethod
    def open(cls, store: str | Path = DEFAULT, *, create: bool = False, seconds: float | None = None) -> Store:
        """The store in a file or at a PostgreSQL URL; `create` makes it, or brings its tables up to date. What is asked
        of it may take `seconds` (None: as long as it takes). Raises `StoreError` if it is not there or cannot be
        opened, `MissingDependencyError` without the driver.
        """
        return cls(open_engine(store, create=create), seconds)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the store as it is now, whatever others write meanwhile."""
        with reading(self.engine, self.seconds) as connection:
            yield connection

    def revision(self) -> str:
        """A text that is another one after each change of the store; cheap to ask for."""
        return revision(self.engine)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, whole or not at all; the only one at a time."""
        with writing(self.engine) as connection:
            yield connection

    def add(self, rows: Rows) -> Outcome:
        """Enter one article with its records, in one transaction."""
        return self.add_all([rows])[0]

    def add_all(self, several: Sequence[Rows]) -> list[Outcome]:
        """Enter articles with their records, in one transaction; what became of each."""
        with self.writing() as connection:
            return articles.add(connection, several)

    def remove(self, number: int) -> None:
        """Take out one article with its records. Raises `StoreError` if it is not there."""
        with self.writing() as connection:
            if not articles.remove(connection, number):
                raise UnknownIdError(f"{number:016x}: no such article", "look for it with: marsad search WORDS")

    def known(self, numbers: Sequence[int]) -> set[int]:
        """Those of the articles that are in the store."""
        with self.reading() as connection:
            return articles.known(connection, numbers)

    def get(self, public_id: str) -> Reading:
        """The reading of the article of a public id (a record's id means its article). Raises `StoreError`."""
        number, _ = parse_id(public_id)
        with self.reading() as connection:
            found = articles.reading(connection, number)
        if found is None:
            raise UnknownIdError(f"{public_id}: no such article", "look for it with: marsad search WORDS")
        return found

    def count(self) -> int:
        """The number of articles, each in its last version."""
        with self.reading() as connection:
            return connection.scalar(select(func.count()).select_from(article).where(article.c.current)) or 0

    def unlinked(self) -> int:
        """The number of articles that came or went since links were last drawn."""
        with self.reading() as connection:
            return connection.scalar(select(func.count()).select_from(pending)) or 0
