"""Echoes as a kind of link between statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert

from marsad.linking.echoes.grouping import grouped
from marsad.linking.echoes.keys import keys
from marsad.linking.echoes.sayings import Saying, decoded, sayings
from marsad.linking.echoes.scoring import score
from marsad.linking.kinds import Changed, Edge, StoredReading, key_of
from marsad.linking.queries import parts
from marsad.store.tables import echo, echo_statement


class Echoes:
    """The same words of the same speaker, told by several articles."""

    number = 4
    shared = 1

    def profiles(self, stored: StoredReading) -> Iterator[Saying]:
        """The statements that have words enough to be known again."""
        return sayings(stored)

    def keys(self, profile: Saying) -> Iterator[int]:
        """Speaker, rare words and days."""
        return (key_of(*key) for key in keys(profile))

    def score(self, a: Saying, b: Saying) -> float:
        """How surely two statements are the same words."""
        return score(a, b)

    def groups(self, members: Sequence[Saying], edges: Mapping[Edge, float]) -> Iterable[Sequence[int]]:
        """The statements that are one."""
        return grouped(members, edges)

    def encode(self, profile: Saying) -> bytes:
        """The statement without its numbers."""
        return profile.encoded()

    def decode(self, stored: bytes, item: int, article: int) -> Saying:
        """The statement that was stored."""
        return decoded(stored, item, article)

    def publish(self, connection: Connection, changed: Changed) -> None:
        """Write the groups that several articles tell."""
        for part in parts(sorted(changed.gone)):
            connection.execute(delete(echo).where(echo.c.id.in_(part)))
        several = {name: told for name, group in changed.groups.items() if (told := in_order(group))}
        if several:
            connection.execute(insert(echo), [_row(name, told) for name, told in several.items()])
            members = [{"echo": name, "statement": saying.item} for name, told in several.items() for saying in told]
            connection.execute(insert(echo_statement), members)


def in_order(group: Iterable[Any]) -> list[Saying]:
    """The statements of a group in the order of publication, undated ones last; none if all are of one article."""
    told = sorted(group, key=lambda s: (s.days is None, s.days.last if s.days else 0, s.item))
    return told if len({saying.article for saying in told}) > 1 else []


def speaker_of(told: Iterable[Saying]) -> str:
    """Who said it: a person if one is named."""
    return min({s.speaker for s in told}, key=lambda speaker: (not speaker.startswith("person:"), speaker))


def _row(name: int, told: Sequence[Saying]) -> dict[str, Any]:
    first = told[0]
    return {
        "id": name,
        "speaker": speaker_of(told),
        "first_statement": first.item,
        "statements": len(told),
        "wordings": len({saying.text for saying in told}),
        "day": date.fromordinal(first.days.first).isoformat() if first.days else None,
    }
