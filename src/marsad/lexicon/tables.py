"""The lexicon's tab-separated files as rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from marsad.errors import LexiconError

DATA = Path(__file__).parent / "data"

Row = dict[str, str]


def data_files(root: Path = DATA) -> list[Path]:
    """All data files, in a fixed order."""
    return sorted(root.rglob("*.tsv"))


def read_table(path: Path) -> Iterator[Row]:
    """The rows of one file, each with its place under `_at` (`states.tsv:12`). Raises `LexiconError` for a row whose
    number of cells is not the header's."""
    with path.open(encoding="utf-8") as lines:
        header: list[str] | None = None
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line.strip():
                continue
            cells = line.rstrip("\n").split("\t")
            if header is None:
                header = cells
                continue
            if len(cells) > len(header):
                raise LexiconError(f"{path.name}:{number}: {len(cells)} cells under {len(header)} headings")
            cells += [""] * (len(header) - len(cells))
            row = dict(zip(header, cells, strict=True))
            row["_at"] = f"{path.name}:{number}"
            yield row


def read_tables(pattern: str, root: Path = DATA) -> Iterator[Row]:
    """The rows of all files that match a pattern such as `actors/people*.tsv`."""
    for path in sorted(root.glob(pattern)):
        yield from read_table(path)


def values(cell: str) -> tuple[str, ...]:
    """The values of one cell: `a | b` is two."""
    return tuple(v for part in cell.split("|") if (v := part.strip()))
