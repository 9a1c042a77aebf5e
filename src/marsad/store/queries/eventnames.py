"""Events by their numbers: the ids by which they are named outside, and their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from marsad.store.ids import foreign_id, public_id
from marsad.store.queries.entities import parts
from marsad.store.tables import event


class EventName(NamedTuple):
    """An event's public id, and its trigger."""

    id: str
    trigger: str


def event_id_of(row: Any) -> str:
    """The public id of a row of `event`: of an article's record, or of others' data."""
    return foreign_id(row.source, row.id) if row.article is None else public_id(row.article, row.name)


def event_names(connection: Connection, events: Iterable[int]) -> dict[int, EventName]:
    """The names of events, by number."""
    found: dict[int, EventName] = {}
    c = event.c
    for part in parts(sorted(set(events))):
        for row in connection.execute(select(c.id, c.source, c.article, c.name, c.trigger).where(c.id.in_(part))):
            found[row.id] = EventName(event_id_of(row), row.trigger)
    return found
