"""The columns of answers, as `columns.tsv` lists them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from marsad.lexicon.tables import read_table
from marsad.output.flat import Columns

FILE = Path(__file__).parent.parent / "data" / "columns.tsv"
_TYPES: dict[str, type] = {"text": str, "integer": int, "number": float, "list": list}


def columns(command: str) -> Columns:
    """The columns of what a command gives, in order."""
    return {row["column"]: _TYPES[row["type"]] for row in described() if row["command"] == command}


def described() -> Iterator[dict[str, str]]:
    """Every column with its command, type and meaning."""
    return read_table(FILE)
