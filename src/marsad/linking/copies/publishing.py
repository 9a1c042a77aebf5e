"""Who copies whom, written into the store."""

from __future__ import annotations

from sqlalchemy import Connection, delete

from marsad.linking.kinds import Changed
from marsad.linking.queries import parts
from marsad.store import bulk
from marsad.store.tables import copy


def publish(connection: Connection, changed: Changed) -> None:
    """Write the groups of copies that changed: each article with the one that had the text first."""
    gone = sorted(changed.gone | changed.groups.keys())
    for part in parts(gone):
        connection.execute(delete(copy).where(copy.c.grp.in_(part)))
    several = {name: [p.article for p in group] for name, group in changed.groups.items() if len(group) > 1}
    firsts = _order(connection, [number for numbers in several.values() for number in numbers])
    bulk.enter(connection, copy, [
        {"article": number, "original": min(numbers, key=firsts.__getitem__), "grp": name}
        for name, numbers in several.items()
        for number in numbers
    ])  # fmt: skip


def _order(connection: Connection, numbers: list[int]) -> dict[int, tuple[str, int, int]]:
    """Who had a text first: by the last day on which an article may have been published; of one day the longest, since
    copies are cut rather than lengthened."""
    found = bulk.ask(connection, "SELECT id, last_day, words FROM article WHERE id {numbers}", numbers=numbers)
    return {row.id: (row.last_day or "9999", -row.words, row.id) for row in found}
