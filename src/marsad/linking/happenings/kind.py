"""Happenings as a kind of link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from sqlalchemy import Connection

from marsad.linking.happenings import grouping, publishing, told
from marsad.linking.happenings.keys import keys
from marsad.linking.happenings.making import events_told
from marsad.linking.happenings.scoring import score
from marsad.linking.happenings.told import Told
from marsad.linking.kinds import Changed, Edge, StoredReading, key_of
from marsad.linking.promises import publishing as promises


class Happenings:
    """Events of several articles that are one event of the world."""

    number = 3
    shared = 1

    def profiles(self, stored: StoredReading) -> Iterable[Told]:
        """The events of one article."""
        return events_told(stored.article, stored.reading, stored.item)

    def keys(self, profile: Told) -> Iterable[int]:
        """Parties near in time, and rare words."""
        return (key_of(*key) for key in keys(profile))

    def score(self, a: Told, b: Told) -> float:
        """The likelihood that both are one event."""
        return score(a, b)

    def groups(self, members: Sequence[Told], edges: Mapping[Edge, float]) -> Iterable[Sequence[int]]:
        """Events that are one."""
        return grouping.groups(members, edges)

    def encode(self, profile: Told) -> bytes:
        """The event as bytes."""
        return told.encode(profile)

    def decode(self, stored: bytes, item: int, article: int) -> Told:
        """The event that was stored."""
        return told.decode(stored, item, article)

    def publish(self, connection: Connection, changed: Changed) -> None:
        """Write the happenings, and the promises that they make or decide."""
        groups = cast(Mapping[int, Sequence[Told]], changed.groups)
        publishing.publish(connection, changed.gone, groups)
        promises.publish(connection, self.number, changed.gone, groups)
