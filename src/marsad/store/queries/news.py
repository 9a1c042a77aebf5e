"""What is new and what is ahead, as seen from the newest article."""

from __future__ import annotations

from sqlalchemy import Connection, select

from marsad.store.queries.timeline import Occurrence, occurrences
from marsad.store.tables import happening


def newest_happenings(connection: Connection, day: str, limit: int) -> tuple[Occurrence, ...]:
    """What happened last, up to a day; of one day that first which most tell."""
    c = happening.c
    chosen = select(happening).where(c.day <= day, c.status == "actual").order_by(c.day.desc(), c.tellings.desc(), c.id)
    return occurrences(connection, connection.execute(chosen.limit(limit)).all())


def meetings_ahead(connection: Connection, day: str, limit: int) -> tuple[Occurrence, ...]:
    """Visits, talks and conferences that are planned for after a day, the next ones first."""
    c = happening.c
    planned = c.type == "CONSULT", c.status == "planned"
    chosen = select(happening).where(c.day > day, *planned).order_by(c.day, c.id)
    return occurrences(connection, connection.execute(chosen.limit(limit)).all())
