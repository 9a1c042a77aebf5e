"""The days of which the store tells: those of its articles and of imported events."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from marsad.store.ids import SOURCES
from marsad.store.queries.period import Period
from marsad.store.tables import article, event


def told_days(connection: Connection) -> Period:
    """From the first to the last day on which an article was published or an imported event is filed; open if there is
    none. What articles remember or foresee lies outside of it."""
    found = [_ends(connection, article.c.first_day)]
    found += [_ends(connection, event.c.day, source) for source in SOURCES]
    days = [day for ends in found for day in ends if day]
    return Period(min(days), max(days)) if days else Period()


def _ends(connection: Connection, column: Any, source: str | None = None) -> list[str | None]:
    """The least and the greatest value, each looked up in the index by itself."""
    wanted = [select(end(column)) for end in (func.min, func.max)]
    if source:
        wanted = [query.where(event.c.source == source) for query in wanted]
    return [connection.scalar(query) for query in wanted]
