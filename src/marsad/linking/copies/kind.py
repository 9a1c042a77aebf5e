"""Copies as a kind of link: articles that have the same text, lightly edited, cut, or under another headline."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from marsad.linking.copies.fingerprints import common, fingerprint
from marsad.linking.copies.publishing import publish
from marsad.linking.kinds import Changed, Edge, StoredReading
from marsad.linking.linkage import average_linkage
from marsad.linking.ownwords import own_words

SHORTER, LONGER = 0.6, 0.25
"""The shares of the shorter and of the longer text that two copies have in common at least."""
TOGETHER = 0.5
"""The mean share at which groups of copies are one group."""
_KEYS, _ONE_IN = 3, 8


class Text(NamedTuple):
    """What of an article tells its copies."""

    item: int
    article: int
    runs: tuple[int, ...]


class Copies:
    """Articles with one text."""

    number = 1
    shared = 2

    def profiles(self, stored: StoredReading) -> Iterable[Text]:
        """The article's text, if it has enough words to be known by."""
        runs = fingerprint(own_words(stored.reading.article).body)
        return [Text(stored.article, stored.article, runs)] if runs else []

    def keys(self, profile: Text) -> Iterable[int]:
        """Some of the runs, the same ones in every text that has them."""
        return {*profile.runs[:_KEYS], *(run for run in profile.runs if (run >> 40) % _ONE_IN == 0)}

    def score(self, a: Text, b: Text) -> float:
        """The share of the shorter text that the longer one has; 0 where it is little, or little of the longer one."""
        both = common(a.runs, b.runs)
        less, more = sorted((len(a.runs), len(b.runs)))
        return both / less if both >= SHORTER * less and both >= LONGER * more else 0.0

    def groups(self, members: Sequence[Text], edges: Mapping[Edge, float]) -> Iterable[Sequence[int]]:
        """Texts that are copies of each other for the most part, not by a chain of third ones."""
        return average_linkage([m.item for m in members], edges, TOGETHER)

    def encode(self, profile: Text) -> bytes:
        """The runs, eight bytes each."""
        return struct.pack(f"<{len(profile.runs)}q", *profile.runs)

    def decode(self, stored: bytes, item: int, article: int) -> Text:
        """What `encode` made."""
        return Text(item, article, struct.unpack(f"<{len(stored) // 8}q", stored))

    def publish(self, connection: Connection, changed: Changed) -> None:
        """Write who copies whom."""
        publish(connection, changed)
