"""Happenings in the store: what each group of events tells together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from marsad.edtf import bounds
from marsad.linking.happenings.canonical import happening_of, in_order, sides
from marsad.linking.happenings.told import Told
from marsad.linking.queries import enter, take_out
from marsad.records import QUAD_CLASSES, Happening
from marsad.store.tables import difference, happening, happening_party, telling

Rows = list[dict[str, Any]]


def publish(connection: Connection, gone: Collection[int], groups: Mapping[int, Sequence[Told]]) -> None:
    """Write the happenings that came or changed, and delete those that are no more."""
    take_out(connection, happening, {*gone, *groups})
    records = {number: happening_of(tellings) for number, tellings in groups.items()}
    enter(connection, happening, [_row(n, records[n], groups[n]) for n in groups])
    enter(connection, telling, [{"happening": n, "event": t.item} for n in groups for t in groups[n]])
    enter(connection, happening_party, [row for n in groups for row in _parties(n, groups[n])])
    enter(connection, difference, [row for n in groups for row in _differences(n, records[n])])


def _row(number: int, record: Happening, tellings: Sequence[Told]) -> dict[str, Any]:
    first = in_order(tellings)[0]
    time, published = bounds(record.time), bounds(record.tellings[0].published)
    return {
        "id": number, "type": record.type, "mode": record.mode, "quad": QUAD_CLASSES[record.type],
        "status": record.status, "day": time.start or published.start or None, "time": record.time,
        "first_day": time.start or None, "last_day": time.end or None,
        "place": record.places[0] if record.places else None, "quantities": [a.to_dict() for a in record.amounts],
        "contexts": list(record.contexts), "first_event": first.item, "tellings": len(tellings),
    }  # fmt: skip


def _parties(number: int, tellings: Sequence[Told]) -> Rows:
    return [
        {"happening": number, "role": role, "n": n, "entity": party.entity, "country": party.country or None}
        for role, parties in zip(("actor", "recipient"), sides(tellings), strict=True)
        for n, party in enumerate(parties)
    ]


def _differences(number: int, record: Happening) -> Rows:
    return [
        {"happening": number, "field": d.field, "unit": d.unit, "tellings": [c.to_dict() for c in d.claims]}
        for d in record.differences
    ]
