"""Readings as flat tables, for CSV, Parquet, polars, pandas, R and DuckDB."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Literal, get_args

from marsad.edtf import bounds
from marsad.errors import MissingDependencyError
from marsad.output import flat
from marsad.output.names import Names
from marsad.records import Entity, Event, Mention, Quantity, Reading, Statement

Table = Literal["events", "statements", "entities", "mentions"]
TABLES: tuple[str, ...] = get_args(Table)
Cell = str | int | float | None
Row = dict[str, Cell]

COLUMNS: Mapping[str, Mapping[str, type]] = {
    "events": {
        "id": str, "doc": str, "outlet": str, "published": str, "type": str, "mode": str, "status": str,
        "actors": str, "actor_names": str, "recipients": str, "recipient_names": str,
        "time": str, "time_start": str, "time_end": str, "place": str, "according_to": str,
        "quantities": str, "contexts": str, "statement": str, "trigger": str, "start": int, "end": int,
        "confidence": float, "why": str,
    },
    "statements": {
        "id": str, "doc": str, "outlet": str, "published": str, "speaker": str, "speaker_name": str,
        "kind": str, "act": str, "via": str, "addressee": str, "time": str, "cue": str,
        "cue_start": int, "cue_end": int, "content": str, "start": int, "end": int, "confidence": float, "why": str,
    },
    "entities": {
        "id": str, "doc": str, "entity": str, "kind": str, "ar": str, "en": str, "country": str, "sector": str,
        "office": str, "mentions": int,
    },
    "mentions": {"id": str, "doc": str, "entity": str, "by": str, "text": str, "start": int, "end": int},
}  # fmt: skip
"""The columns of each table, in order, with their types. Cells with several values join them with ` | `."""


def rows(readings: Iterable[Reading], table: str) -> Iterator[Row]:
    """One table of some readings as flat rows. An `id` is made of the article's content hash and the record's id, so
    it stays the same from run to run. Raises `ValueError` for a table that does not exist.
    """
    if table not in TABLES:
        raise ValueError(f"no table {table!r}; there are {', '.join(TABLES)}")
    make = _MAKERS[table]
    return (row for reading in readings for row in make(reading))


def _join(values: Iterable[str]) -> str:
    return " | ".join(values)


def _key(reading: Reading, record: str) -> str:
    return f"{reading.article.id[:16]}-{record}"


def _origin(reading: Reading, record: str) -> Row:
    article = reading.article
    return {
        "id": _key(reading, record),
        "doc": article.doc,
        "outlet": article.outlet,
        "published": article.published.date,
    }


def _events(reading: Reading) -> Iterator[Row]:
    names = Names(reading, "en")
    for event in reading.events:
        yield _origin(reading, event.id) | _event(event, names, reading)


def _event(event: Event, names: Names, reading: Reading) -> Row:
    start, end = bounds(event.time)
    return {
        "type": event.type, "mode": event.mode, "status": event.status,
        "actors": _join(event.actors), "actor_names": _join(map(names.name, event.actors)),
        "recipients": _join(event.recipients), "recipient_names": _join(map(names.name, event.recipients)),
        "time": event.time, "time_start": start or None, "time_end": end or None, "place": event.place,
        "according_to": _join(event.according_to),
        "quantities": _join(map(_quantity, event.quantities)), "contexts": _join(event.contexts),
        "statement": _key(reading, event.statement) if event.statement else None,
        "trigger": event.trigger.text, "start": event.trigger.start, "end": event.trigger.end,
        "confidence": event.confidence, "why": _join(event.why),
    }  # fmt: skip


def _quantity(q: Quantity) -> str:
    return f"{q.value:.0f} {q.unit}" if q.value == int(q.value) else f"{q.value:g} {q.unit}"


def _statements(reading: Reading) -> Iterator[Row]:
    names = Names(reading, "en")
    for statement in reading.statements:
        yield _origin(reading, statement.id) | _statement(statement, names)


def _statement(s: Statement, names: Names) -> Row:
    return {
        "speaker": s.speaker, "speaker_name": names.name(s.speaker), "kind": s.kind, "act": s.act, "via": _join(s.via),
        "addressee": s.addressee, "time": s.time, "cue": s.cue.text, "cue_start": s.cue.start, "cue_end": s.cue.end,
        "content": s.content.text, "start": s.content.start, "end": s.content.end,
        "confidence": s.confidence, "why": _join(s.why),
    }  # fmt: skip


def _entities(reading: Reading) -> Iterator[Row]:
    counts: dict[str, int] = {}
    for mention in reading.mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
    for entity in reading.entities:
        yield _entity(entity, reading, counts.get(entity.id, 0))


def _entity(e: Entity, reading: Reading, mentions: int) -> Row:
    return {
        "id": _key(reading, e.id), "doc": reading.doc, "entity": e.id, "kind": e.kind, "ar": e.ar, "en": e.en,
        "country": e.country, "sector": e.sector, "office": e.office, "mentions": mentions,
    }  # fmt: skip


def _mentions(reading: Reading) -> Iterator[Row]:
    for number, mention in enumerate(reading.mentions, 1):
        yield _mention(mention, reading, f"m{number}")


def _mention(m: Mention, reading: Reading, number: str) -> Row:
    span = m.span
    return {
        "id": _key(reading, number), "doc": reading.doc, "entity": m.entity, "by": m.by,
        "text": span.text, "start": span.start, "end": span.end,
    }  # fmt: skip


_MAKERS: Mapping[str, Callable[[Reading], Iterator[Row]]] = {
    "events": _events, "statements": _statements, "entities": _entities, "mentions": _mentions,
}  # fmt: skip


def data_frame(rows: Iterable[Row]) -> Any:
    """Rows as a polars data frame, or a pandas one. Raises `MissingDependencyError` if neither is there."""
    found = list(rows)
    try:
        import polars

        return polars.DataFrame(found, infer_schema_length=None)
    except ImportError:
        pass
    try:
        import pandas
    except ImportError:
        raise MissingDependencyError("polars", "frames") from None
    return pandas.DataFrame(found)


def json_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """One JSON object a reading, one a line, in UTF-8 letters and a fixed order of keys."""
    return flat.json_lines(reading.to_json() for reading in readings)


def json_array(readings: Iterable[Reading]) -> Iterator[str]:
    """The same objects as one JSON array, piece by piece."""
    return flat.json_array(reading.to_json() for reading in readings)


def csv_lines(readings: Iterable[Reading], table: str) -> Iterator[str]:
    """One table as CSV (RFC 4180, but lines end in a line feed), its header first."""
    return flat.csv_lines(COLUMNS[table], rows(readings, table))


def write_parquet(readings: Iterable[Reading], table: str, target: Path | IO[bytes]) -> None:
    """One table as a Parquet file, batch by batch. Raises `MissingDependencyError` without pyarrow."""
    flat.write_parquet(COLUMNS[table], rows(readings, table), target)
