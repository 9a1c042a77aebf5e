"""Others' events entering and leaving the store: rows of `event` without an article, marked with their source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from sqlalchemy import Connection, delete, func, select

from marsad.foreign.events import ForeignEvent, Source
from marsad.store import bulk
from marsad.store.bulk import NO_VALUES, encoded
from marsad.store.ids import stable_id
from marsad.store.rows import Row
from marsad.store.tables import event, event_party

BATCH: Final = 5000
"""Events that enter in one transaction."""
_IDS_AT_ONCE = 1000


class Entered(NamedTuple):
    """How many events of a batch were new, and how many the store had."""

    new: int
    known: int


def foreign_id(e: ForeignEvent) -> int:
    """The number of an event, of what it says: the same line has the same number whenever it comes, and two events
    that a source gives one id (ICEWS does) stay two."""
    parties = (f"{p.role} {p.name}" for p in e.parties)
    return stable_id(e.source, e.id, e.day, e.codes.get("cameo", e.type), e.mode, *parties)


def enter(connection: Connection, events: Sequence[ForeignEvent]) -> Entered:
    """Enter those of the events that are not there yet."""
    numbered = {foreign_id(e): e for e in events}
    known = _known(connection, list(numbered))
    new = sorted(((n, e) for n, e in numbered.items() if n not in known), key=itemgetter(0))
    if new:
        bulk.enter(connection, event, [_event_row(number, e) for number, e in new])
        bulk.enter(connection, event_party, [row for number, e in new for row in _party_rows(number, e)])
    return Entered(len(new), len(events) - len(new))


def _known(connection: Connection, numbers: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(numbers), _IDS_AT_ONCE):
        several = numbers[start : start + _IDS_AT_ONCE]
        found.update(connection.scalars(select(event.c.id).where(event.c.id.in_(several))))
    return found


def withdraw(connection: Connection, source: Source) -> int:
    """Take out all events of a source; how many there were."""
    count = connection.scalar(select(func.count()).select_from(event).where(event.c.source == source)) or 0
    connection.execute(delete(event).where(event.c.source == source))
    return count


def _event_row(number: int, e: ForeignEvent) -> Row:
    said = {name: value for name, value in (("text", e.text), ("link", e.link)) if value}
    return {
        "id": number, "source": e.source, "article": None, "name": e.id, "current": True,
        "type": e.type, "mode": e.mode or None, "quad": e.quad, "status": e.status,
        "day": e.day, "time": e.day, "first_day": e.day, "last_day": e.day, "place": e.place,
        "trigger_start": None, "trigger_end": None, "trigger": "", "also": NO_VALUES, "according_to": NO_VALUES,
        "quantities": NO_VALUES, "contexts": _list(e.contexts), "statement": None, "confidence": 1.0, "why": NO_VALUES,
        "codes": encoded({**e.codes, **said}),
    }  # fmt: skip


@lru_cache(maxsize=1024)
def _list(values: tuple[str, ...]) -> str:
    return encoded(values)


def _party_rows(number: int, e: ForeignEvent) -> Iterator[Row]:
    counts = {"actor": 0, "recipient": 0}
    for p in e.parties:
        n = counts[p.role]
        counts[p.role] += 1
        yield {
            "event": number, "role": p.role, "n": n, "entity": p.entity, "country": p.country, "sector": p.sector,
            "name": p.name,
        }  # fmt: skip
