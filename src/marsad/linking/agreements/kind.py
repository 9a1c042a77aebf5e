"""Agreements as a kind of link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from sqlalchemy import Connection

from marsad.linking.agreements import publishing
from marsad.linking.agreements.linking import keys, score
from marsad.linking.agreements.statuses import act_of, status
from marsad.linking.happenings import told
from marsad.linking.happenings.making import events_told, sense
from marsad.linking.happenings.told import Told
from marsad.linking.kinds import Changed, Edge, StoredReading, key_of
from marsad.records import Event


class Agreements:
    """Events of several articles that tell of one agreement, and of what became of it."""

    number = 5
    shared = 1

    def profiles(self, stored: StoredReading) -> Iterable[Told]:
        """The events of one article that tell of agreements."""
        events = events_told(stored.article, stored.reading, stored.item, _may_tell)
        return (event for event in events if status(event) is not None)

    def keys(self, profile: Told) -> Iterable[int]:
        """Two parties with a number or a rare word."""
        return (key_of(*key) for key in keys(profile))

    def score(self, a: Told, b: Told) -> float:
        """The likelihood that both tell of one agreement."""
        return score(a, b)

    def groups(self, members: Sequence[Told], edges: Mapping[Edge, float]) -> Iterable[Sequence[int]]:
        """All that is linked, over however many steps, is one agreement."""
        return [[m.item for m in members]]

    def encode(self, profile: Told) -> bytes:
        """The event as bytes."""
        return told.encode(profile)

    def decode(self, stored: bytes, item: int, article: int) -> Told:
        """The event that was stored."""
        return told.decode(stored, item, article)

    def publish(self, connection: Connection, changed: Changed) -> None:
        """Write the agreements."""
        groups = cast(Mapping[int, Sequence[Told]], changed.groups)
        publishing.publish(connection, self.number, changed.gone, groups)


def _may_tell(event: Event) -> bool:
    return act_of(sense(event), event.type) is not None
