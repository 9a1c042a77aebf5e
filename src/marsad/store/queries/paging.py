"""Part of an answer, and whether there is more."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from marsad.errors import QueryError

T = TypeVar("T")


class Cut(NamedTuple):
    """Which part is wanted: `limit` rows at most (None: all) after the first `offset`."""

    limit: int | None = None
    offset: int = 0

    @property
    def fetched(self) -> int | None:
        """How many rows to fetch: one more than wanted, which tells whether there is more."""
        return None if self.limit is None else self.limit + 1

    def of(self, rows: Iterable[T]) -> Page[T]:
        """The part of rows that have been fetched from `offset` on."""
        found = tuple(islice(rows, self.fetched))
        return Page(found[: self.limit], self.limit is not None and len(found) > self.limit)

    def of_all(self, rows: Iterable[T]) -> Page[T]:
        """The part of rows that begin with the first."""
        return self.of(islice(rows, self.offset, None))


class Page(NamedTuple, Generic[T]):
    """Rows in their order; `more` if others come after them."""

    rows: tuple[T, ...]
    more: bool


def cut(limit: int | None, offset: int) -> Cut:
    """What is wanted; a limit of 0 is none. Raises `QueryError` for numbers below zero."""
    if (limit or 0) < 0 or offset < 0:
        raise QueryError("a limit or an offset is below zero", "give 0 or more")
    return Cut(limit or None, offset)
