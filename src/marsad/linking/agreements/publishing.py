"""Agreements in the store: those known by name under their name, others under their first event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from marsad.edtf import bounds
from marsad.linking.agreements.history import agreement_of
from marsad.linking.happenings import told
from marsad.linking.happenings.canonical import in_order
from marsad.linking.happenings.told import Told
from marsad.linking.queries import enter, parts, take_out
from marsad.records import Agreement
from marsad.store.ids import stable_id
from marsad.store.tables import agreement, agreement_event, link_item


def number_of(group: int, tellings: Sequence[Told]) -> int:
    """The number of an agreement: that of its name, else of its group."""
    name = next((t.known_as for t in tellings if t.known_as), "")
    return stable_id("agreement", name) if name else group


def publish(connection: Connection, kind: int, gone: Collection[int], groups: Mapping[int, Sequence[Told]]) -> None:
    """Write the agreements that changed when some groups of events went and others came or changed. `kind` is the
    number of the kind of links whose groups these are."""
    new = {number: number_of(number, tellings) for number, tellings in groups.items()}
    changed = _take_back(connection, gone, [t.item for several in groups.values() for t in several])
    members = {number: set[int]() for number in changed | set(new.values())}
    for part in parts(members):
        of = agreement_event.c.agreement.in_(part)
        for row in connection.execute(select(agreement_event.c.agreement, agreement_event.c.event).where(of)):
            members[row.agreement].add(row.event)
    for group, number in new.items():
        members[number].update(t.item for t in groups[group])
    _write(connection, kind, members)


def _take_back(connection: Connection, gone: Collection[int], items: Iterable[int]) -> set[int]:
    """Take the events of groups that went or changed out of their agreements, which are returned. A group is named
    after one of its events."""
    t, changed = agreement_event.c, set[int]()
    for part in parts({*gone, *items}):
        changed.update(connection.scalars(select(t.agreement).where(t.event.in_(part) | t.agreement.in_(part))))
        connection.execute(delete(agreement_event).where(t.event.in_(part) | t.agreement.in_(part)))
    return changed


def _write(connection: Connection, kind: int, members: Mapping[int, Collection[int]]) -> None:
    """The rows of some agreements, and of the events that tell of them; of those without events none."""
    tellings = _tellings(connection, kind, {item for several in members.values() for item in several})
    take_out(connection, agreement, members)
    left = {number: [tellings[item] for item in sorted(several)] for number, several in members.items() if several}
    enter(connection, agreement, [_row(number, several) for number, several in sorted(left.items())])
    enter(connection, agreement_event, [
        {"agreement": number, "event": t.item} for number, several in sorted(left.items()) for t in several
    ])  # fmt: skip


def _tellings(connection: Connection, kind: int, items: Iterable[int]) -> dict[int, Told]:
    t = link_item.c
    found: dict[int, Told] = {}
    for part in parts(items):
        rows = select(t.item, t.article, t.profile).where(t.kind == kind, t.item.in_(part))
        found.update((row.item, told.decode(row.profile, row.item, row.article)) for row in connection.execute(rows))
    return found


def _row(number: int, tellings: Sequence[Told]) -> dict[str, Any]:
    record: Agreement = agreement_of(f"{number:016x}", tellings)
    first = in_order(tellings)[0]
    made = bounds(record.history[0].time)
    return {
        "id": number, "parties": list(record.parties), "subject": record.subject,
        "amounts": [a.to_dict() for a in record.amounts], "volumes": [a.to_dict() for a in record.volumes],
        "term": record.term, "status": record.status, "history": [step.to_dict() for step in record.history],
        "day": made.start or (first.published and bounds(first.published.edtf()).start) or None,
    }  # fmt: skip
