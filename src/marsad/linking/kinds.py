"""What a kind of link must say: which items there are, which are worth comparing, how near they are, how they group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from sqlalchemy import Connection

from marsad.records import Reading
from marsad.store.ids import stable_id
from marsad.store.rows import event_id

Edge = tuple[int, int]
"""Two items that are linked, the smaller first."""


class StoredReading(NamedTuple):
    """A reading with the numbers under which the store keeps it."""

    article: int
    reading: Reading

    def item(self, name: str) -> int:
        """The number of a statement or event of the article by its name there (`s1`, `e1`)."""
        return event_id(self.article, name)


class Profile(Protocol):
    """What a kind of link needs to know of one item."""

    @property
    def item(self) -> int:
        """The number of the article, event or statement."""

    @property
    def article(self) -> int:
        """The number of the article that it is, or that it stands in."""


P = TypeVar("P", bound=Profile)


class Kind(Protocol[P]):
    """One kind of link. Everything here is a pure function of its arguments: what is linked depends on what is in the
    store, and not on the order in which it came.
    """

    number: int
    """Its number in the tables of links."""
    shared: int
    """How many keys two items must share to be compared."""

    def profiles(self, stored: StoredReading) -> Iterable[P]:
        """The items of one article that take part."""

    def keys(self, profile: P) -> Iterable[int]:
        """Numbers such that items that could be linked share some of them, and few others do."""

    def score(self, a: P, b: P) -> float:
        """How near two items are, 0 to 1; 0 is no link. The order of the two does not matter."""

    def groups(self, members: Sequence[P], edges: Mapping[Edge, float]) -> Iterable[Sequence[int]]:
        """The items of one connected component, by ascending number, in groups that are one thing each."""

    def encode(self, profile: P) -> bytes:
        """The profile as it is stored."""

    def decode(self, stored: bytes, item: int, article: int) -> P:
        """The profile that was stored."""

    def publish(self, connection: Connection, changed: Changed) -> None:
        """Write what the groups tell into the tables of results."""


class Changed(NamedTuple):
    """The groups that a pass over new and removed articles changed."""

    gone: frozenset[int]
    """The names (smallest items) of the groups that are no more, or have other members now."""
    groups: Mapping[int, Sequence[Profile]]
    """The new and changed groups by their name, members by ascending number; groups of one as well."""
    articles: frozenset[int]
    """The articles that came or went."""


def key_of(*parts: str | int) -> int:
    """A key made of its parts."""
    return stable_id(*parts)
