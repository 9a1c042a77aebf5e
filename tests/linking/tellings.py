"""What the tables of links share: short texts, read and linked in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

import marsad
from marsad.linking import inmemory
from marsad.linking.happenings.kind import Happenings
from marsad.linking.happenings.occurrence import Occurrence, occurrence_of
from marsad.linking.happenings.told import Told
from marsad.records import Reading

Text = tuple[str, str | None]
"""An article and its date."""


def readings(texts: Iterable[Text], outlets: Sequence[str] = ()) -> list[Reading]:
    """The readings of some texts, each with an address of its own: the same text twice is two articles."""
    read = [marsad.read(text, published=day, outlet=outlet) for (text, day), outlet in zip_longest(texts, outlets)]
    return [_addressed(reading, n) for n, reading in enumerate(read)]


def _addressed(reading: Reading, n: int) -> Reading:
    return replace(reading, article=replace(reading.article, uri=f"https://news.example/{n}"))


def happenings(articles: Iterable[Reading]) -> list[list[Told]]:
    """The groups of events, also of one."""
    return inmemory.link(Happenings(), inmemory.stored(articles))


def occurrences(articles: Iterable[Reading]) -> list[Occurrence]:
    return [occurrence_of(group) for group in happenings(articles)]


def several(groups: Iterable[Sequence[Told]]) -> list[list[Told]]:
    """The groups with events of more than one article."""
    return [list(group) for group in groups if len({t.article for t in group}) > 1]
