"""Who copies whom, written into the store."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from marsad.linking.kinds import Changed
from marsad.store.tables import article, copy

_IN_ONE_QUERY = 900


def publish(connection: Connection, changed: Changed) -> None:
    """Write the groups of copies that changed: each article with the one that had the text first."""
    gone = sorted(changed.gone | changed.groups.keys())
    for start in range(0, len(gone), _IN_ONE_QUERY):
        connection.execute(delete(copy).where(copy.c.grp.in_(gone[start : start + _IN_ONE_QUERY])))
    rows = []
    for name, group in changed.groups.items():
        if len(group) > 1:
            several = [profile.article for profile in group]
            first = original(connection, several)
            rows += [{"article": number, "original": first, "grp": name} for number in several]
    if rows:
        connection.execute(insert(copy), rows)


def original(connection: Connection, several: list[int]) -> int:
    """The article that had the text first: by the last day on which it may have been published; of one day the longest,
    since copies are cut rather than lengthened.
    """
    c = article.c
    found = connection.execute(select(c.id, c.last_day, c.words).where(c.id.in_(several)))
    return int(min((row.last_day or "9999", -row.words, row.id) for row in found)[2])
