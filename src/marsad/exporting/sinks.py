"""Files that rows are written into, batch by batch: CSV, Parquet, lines of text. The same rows give the same bytes."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Self

from marsad.errors import MissingDependencyError
from marsad.exporting.dictionary import Table
from marsad.exporting.values import Cell

Format = Literal["parquet", "csv"]
_IN_ONE_GROUP = 10_000
_TEXT_IN_ONE_GROUP = 8_000_000
"""Rows, and characters of whole articles, in one row group of Parquet."""


class OutputFile:
    """What all files share: a path, the table that they hold, a count of rows. Use it in a `with` block."""

    def __init__(self, path: Path, table: Table) -> None:
        self.path, self.table, self.rows = path, table, 0
        self._names = table.names

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> None:
        """Open the file."""

    def close(self) -> None:
        """Close the file."""


class RowFile(OutputFile):
    """A file that rows go into."""

    def add(self, row: Mapping[str, Cell]) -> None:
        """Write a row: cells by the names of their columns; missing and empty ones are null."""
        raise NotImplementedError


class CsvFile(RowFile):
    """Comma-separated values after RFC 4180, in UTF-8, with line feeds; GDELT's with tabs and without a header."""

    def __init__(self, path: Path, table: Table, *, tabs: bool = False) -> None:
        super().__init__(path, table)
        self._tabs = tabs

    def open(self) -> None:
        """Open the file and write the header."""
        self._stream = self.path.open("w", encoding="utf-8", newline="")
        if self._tabs:
            self._write: Callable[[list[str]], Any] = self._write_tabs
        else:
            self._write = csv.writer(self._stream, lineterminator="\n").writerow
            self._write(list(self._names))

    def add(self, row: Mapping[str, Cell]) -> None:
        """Write a row."""
        self.rows += 1
        self._write(["" if cell is None else _text(cell) for cell in map(row.get, self._names)])

    def _write_tabs(self, cells: list[str]) -> None:
        line = "\t".join(cells)
        if line.count("\t") >= len(cells) or len(line.splitlines()) > 1:  # GDELT has no way to write these
            line = "\t".join(" ".join(cell.split()) for cell in cells)
        self._stream.write(line + "\n")

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


def _text(cell: str | int | float | bool | dt.date) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


class ParquetFile(RowFile):
    """Apache Parquet with Zstandard, in row groups that memory holds. Raises `MissingDependencyError` without
    pyarrow."""

    def open(self) -> None:
        """Open the file."""
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError:
            raise MissingDependencyError("pyarrow", "parquet") from None
        kinds = {
            "text": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64(),
            "date": pyarrow.date32(), "boolean": pyarrow.bool_(),
        }  # fmt: skip
        self._arrow, self._kinds = pyarrow, [kinds[column.type] for column in self.table.columns]
        self._schema = pyarrow.schema(list(zip(self._names, self._kinds, strict=True)))
        self._writer = pyarrow.parquet.ParquetWriter(self.path, self._schema, compression="zstd")
        self._waiting: list[list[Cell]] = [[] for _ in self._names]
        self._size = 0

    def add(self, row: Mapping[str, Cell]) -> None:
        """Write a row."""
        self.rows += 1
        for cells, cell in zip(self._waiting, map(row.get, self._names), strict=True):
            cells.append(None if cell == "" else cell)
        self._size += len(row["text"]) if self.table.name == "articles" and isinstance(row["text"], str) else 0
        if len(self._waiting[0]) >= _IN_ONE_GROUP or self._size >= _TEXT_IN_ONE_GROUP:
            self._flush()

    def _flush(self) -> None:
        arrays = [self._arrow.array(cells, kind) for cells, kind in zip(self._waiting, self._kinds, strict=True)]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._waiting, self._size = [[] for _ in self._names], 0

    def close(self) -> None:
        """Write what waits and close the file."""
        if self._waiting[0] or not self.rows:
            self._flush()
        self._writer.close()


class LinesFile(OutputFile):
    """Lines of text in UTF-8."""

    def open(self) -> None:
        """Open the file."""
        self._stream = self.path.open("w", encoding="utf-8", newline="")

    def write(self, lines: Iterable[str]) -> None:
        """Write lines, each with its end."""
        for line in lines:
            self.rows += 1
            self._stream.write(line)

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


def table_file(path: Path, table: Table, form: Format) -> RowFile:
    """The file of one of Marsad's own tables."""
    return ParquetFile(path, table) if form == "parquet" else CsvFile(path, table)


def write_header(path: Path, columns: Sequence[str]) -> None:
    """The names of GDELT's columns, as a line of their own file."""
    path.write_text("\t".join(columns) + "\n", encoding="utf-8", newline="")
