"""Files that rows are written into, batch by batch: CSV, Parquet, lines of text. The same rows give the same bytes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
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

    def add(self, row: dict[str, Cell]) -> None:
        """Write a row: cells by the names of their columns; missing and empty ones are null."""
        raise NotImplementedError


class CsvFile(RowFile):
    """Comma-separated values after RFC 4180, in UTF-8, with line feeds; GDELT's with tabs and no quotes or header."""

    def __init__(self, path: Path, table: Table, *, tabs: bool = False) -> None:
        super().__init__(path, table)
        self._tabs = tabs
        self._blank: dict[str, Cell] = dict.fromkeys(self._names)

    def open(self) -> None:
        """Open the file and write the header."""
        self._stream = self.path.open("w", encoding="utf-8", newline="")
        if self._tabs:
            dialect: dict[str, Any] = {"delimiter": "\t", "quoting": csv.QUOTE_NONE, "quotechar": None}
        else:
            dialect = {}
        self._write = csv.writer(self._stream, lineterminator="\n", **dialect).writerow
        if not self._tabs:
            self._write(self._names)

    def add(self, row: dict[str, Cell]) -> None:
        """Write a row. Raises `csv.Error` for a tab or a new line in a cell where there are no quotes."""
        self.rows += 1
        self._write((self._blank | row).values())

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


class ParquetFile(RowFile):
    """Apache Parquet with Zstandard, in row groups that memory holds. Raises `MissingDependencyError` without
    pyarrow."""

    def open(self) -> None:
        """Open the file."""
        try:
            import pyarrow
            import pyarrow.compute
            import pyarrow.parquet
        except ImportError:
            raise MissingDependencyError("pyarrow", "parquet") from None
        kinds = {
            "text": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64(),
            "date": pyarrow.date32(), "boolean": pyarrow.bool_(),
        }  # fmt: skip
        self._arrow = pyarrow
        self._schema = pyarrow.schema([(column.name, kinds[column.type]) for column in self.table.columns])
        self._writer = pyarrow.parquet.ParquetWriter(self.path, self._schema, compression="zstd")
        self._waiting: list[dict[str, Cell]] = []
        self._size = 0

    def add(self, row: dict[str, Cell]) -> None:
        """Write a row."""
        self.rows += 1
        self._waiting.append(row)
        if self.table.name == "articles":
            self._size += len(str(row["text"]))
        if len(self._waiting) >= _IN_ONE_GROUP or self._size >= _TEXT_IN_ONE_GROUP:
            self._flush()

    def _flush(self) -> None:
        arrow = self._arrow
        rows = arrow.RecordBatch.from_struct_array(arrow.array(self._waiting, arrow.struct(list(self._schema))))
        text, compute = arrow.string(), arrow.compute
        columns = [
            compute.if_else(compute.equal(cells, ""), arrow.scalar(None, text), cells) if cells.type == text else cells
            for cells in rows.columns
        ]
        self._writer.write_table(arrow.Table.from_arrays(columns, schema=self._schema))
        self._waiting, self._size = [], 0

    def close(self) -> None:
        """Write what waits and close the file."""
        if self._waiting or not self.rows:
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
