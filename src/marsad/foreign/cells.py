"""Values of cells of event data: dates, rows with a header, countries, numbers of repeated lines."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

from marsad.errors import SourceError
from marsad.foreign.lines import Line, line_error
from marsad.foreign.names import countries, plain

Row = Mapping[str, str]
Made = TypeVar("Made")
_MISSING = frozenset({"", "None", "NA", "NULL", "null", "nan"})
_DAY_DIGITS = 8


class BadCell(ValueError):  # noqa: N818  it is told as a reason, not shown as an error
    """A cell that cannot be read: the reason, and what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


@lru_cache(maxsize=4096)
def day_of(text: str) -> str:
    """An ISO date of `2018-08-29`, `20180829` or `2018-08-29 00:00:00`. Raises `BadCell`."""
    digits = text.strip()
    try:
        if digits.isdigit() and len(digits) == _DAY_DIGITS:
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
        return date.fromisoformat(digits[:10]).isoformat()
    except ValueError:
        raise BadCell(f"{text!r} is no date", "write it as YYYY-MM-DD") from None


def given(row: Row, *names: str) -> str:
    """The first of the cells that says something; empty if none does."""
    for name in names:
        if (value := row.get(name, "").strip()) not in _MISSING:
            return value
    return ""


@lru_cache(maxsize=4096)
def country_of(name: str) -> str | None:
    """The ISO code of a state by its English name or by its code; None if it is none."""
    known = countries()
    return known.get(plain(name)) or (name if name in set(known.values()) else None)


def place_of(city: str, country: str) -> str | None:
    """A place as our events name it: a city by its English name, a state by its id."""
    code = country_of(country) if country else None
    return city or (f"state:{code}" if code else None)


def rows(lines: Iterator[Line | SourceError], required: Sequence[str]) -> Iterator[tuple[Line, Row] | SourceError]:
    """The rows of a table by the names of its first line, which tell whether tabs or commas part the cells. A row of
    another length, and a table without one of the `required` columns, is an error; columns without a name are passed
    over, as far as they are empty.
    """
    header: list[str] = []
    separator = "\t"
    for line in lines:
        if isinstance(line, SourceError):
            yield line
        elif not header:
            separator = "\t" if "\t" in line.text else ","
            header = [name.strip() for name in _cells(line.text, separator)]
            if missing := [name for name in required if name not in header]:
                yield line_error(line, f"the table has no column {missing[0]!r}", "give the file as it was published")
                return
        else:
            yield _row(line, _cells(line.text, separator), header)


def made_of_rows(
    lines: Iterator[Line | SourceError], required: Sequence[str], make: Callable[[Line, Row], Made]
) -> Iterator[Made | SourceError]:
    """What `make` makes of each row of a table; an error in place of each that cannot be read, or of which it raises
    `BadCell`."""
    for item in rows(lines, required):
        if isinstance(item, SourceError):
            yield item
            continue
        line, row = item
        try:
            yield make(line, row)
        except BadCell as bad:
            yield line_error(line, bad.reason, bad.remedy)


def _cells(text: str, separator: str) -> list[str]:
    """The cells of a line; in one of tabs, quotation marks count only around a whole cell."""
    if separator == ",":
        return next(csv.reader([text]), [])
    return [cell[1:-1].replace('""', '"') if _quoted(cell) else cell for cell in text.split("\t")]


def _quoted(cell: str) -> bool:
    return len(cell) > 1 and cell[0] == cell[-1] == '"'


def _row(line: Line, cells: list[str], header: list[str]) -> tuple[Line, Row] | SourceError:
    while len(cells) > len(header) and not cells[-1].strip():
        cells.pop()
    if len(cells) > len(header):
        return line_error(line, f"{len(cells)} cells under {len(header)} headings", "mend the line or leave it out")
    return line, dict(zip(header, cells, strict=False))


class Occurrences:
    """Names for lines of data that give none: by what they say, and by how often the same was said before."""

    def __init__(self) -> None:
        self._seen: Counter[bytes] = Counter()

    def name(self, day: str, *parts: str) -> str:
        """The name of an event: its day, a hash of its parts, and a number from the second time on.

        >>> occurrences = Occurrences()
        >>> occurrences.name("2018-08-29", "a"), occurrences.name("2018-08-29", "a")
        ('2018-08-29-e2af5e4dafc4', '2018-08-29-e2af5e4dafc4-2')
        """
        digest = blake2b("\0".join((day, *parts)).encode(), digest_size=8).digest()
        self._seen[digest] += 1
        count = self._seen[digest]
        name = f"{day}-{digest.hex()[:12]}"
        return name if count == 1 else f"{name}-{count}"
