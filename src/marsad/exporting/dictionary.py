"""The data dictionary: every table and file of an export with its columns, their types and what they mean.

`data/tables.tsv` and `data/columns.tsv` are the one definition: the files are written by it, and the data package, the
dictionary beside the files and the page of the documentation are made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from marsad.lexicon.tables import read_table

DATA: Final = Path(__file__).parent / "data"
OTHERS: Final[Mapping[str, str]] = MappingProxyType(
    {"plover": "plover.jsonl", "polecat": "polecat.csv", "gdelt": "gdelt.tsv"}
)
"""The files in others' formats, by the name of their format."""
HEADER: Final = "gdelt.header.txt"
"""The names of GDELT's columns, which its own files do not have."""


class Column(NamedTuple):
    """One column. `type` is `text`, `integer`, `number`, `date` or `boolean`, in JSON also `list` and `object`; `of`
    is the column to which it points (`articles.article`)."""

    name: str
    type: str
    of: str
    meaning: str


class Table(NamedTuple):
    """One table or file: its name, the columns that tell its rows apart, what it holds, and its columns in order."""

    name: str
    key: tuple[str, ...]
    title: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


@cache
def dictionary() -> Mapping[str, Table]:
    """All tables and files, by name, in the order of the dictionary."""
    columns: dict[str, list[Column]] = {}
    for row in read_table(DATA / "columns.tsv"):
        columns.setdefault(row["table"], []).append(Column(row["column"], row["type"], row["of"], row["meaning"]))
    return MappingProxyType({
        row["table"]: Table(row["table"], _key(row["key"]), row["title"], tuple(columns[row["table"]]))
        for row in read_table(DATA / "tables.tsv")
    })  # fmt: skip


def _key(cell: str) -> tuple[str, ...]:
    """The columns of a key: names of several words stand alone."""
    return (cell,) if cell[:1].isupper() else tuple(cell.split())


def tables() -> tuple[str, ...]:
    """The names of Marsad's own tables."""
    return tuple(name for name in dictionary() if name not in OTHERS)
