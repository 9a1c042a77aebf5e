"""Flat rows as JSON, JSON Lines, CSV and Parquet. Cells with several values are lists in JSON, and joined elsewhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from marsad.errors import MissingDependencyError

Cell = str | int | float | list[str] | None
Row = Mapping[str, Cell]
Columns = Mapping[str, type]
"""The names of columns in order, each with `str`, `int`, `float`, or `list` for several texts."""

JOIN = " | "
_BATCH = 5_000


def json_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One JSON object a row, one a line."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def json_array(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The same objects as one JSON array, piece by piece."""
    opening = "["
    for row in rows:
        yield f"{opening}\n{json.dumps(row, ensure_ascii=False, indent=1)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def csv_lines(columns: Columns, rows: Iterable[Row]) -> Iterator[str]:
    """CSV (RFC 4180, but lines end in a line feed), its header first."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(columns), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(_joined(row))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def write_parquet(columns: Columns, rows: Iterable[Row], target: Path | IO[bytes]) -> None:
    """A Parquet file, batch by batch. Raises `MissingDependencyError` without pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingDependencyError("pyarrow", "parquet") from None
    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), list: pyarrow.string()}
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
    with pyarrow.parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        batch: list[Row] = []
        for row in rows:
            batch.append(_joined(row))
            if len(batch) >= _BATCH:
                writer.write_table(pyarrow.Table.from_pylist(batch, schema))
                batch = []
        writer.write_table(pyarrow.Table.from_pylist(batch, schema))


def _joined(row: Row) -> Row:
    return {name: JOIN.join(cell) if isinstance(cell, list) else cell for name, cell in row.items()}
