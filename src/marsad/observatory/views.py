"""What a page shows, before it is HTML, JSON or CSV: all three are made of the same."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from marsad.output.answers.columns import columns
from marsad.output.answers.showrows import nested
from marsad.output.flat import Row, csv_lines

JSON = "application/json"
CSV = "text/csv; charset=utf-8"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would take for a formula (owasp.org/www-community/attacks/CSV_Injection)."""


class Listing(NamedTuple):
    """The rows of a list as flat rows, with the columns of the answer of that name (`columns.tsv`)."""

    columns: str
    rows: tuple[Row, ...]


class View(NamedTuple):
    """`data` is what the page shows: a named tuple, whose fields are those of the JSON object and the names that the
    template knows. `listing` is what goes into CSV, of pages that are lists."""

    template: str
    title: str
    data: Any
    listing: Listing | None = None


def as_json(view: View) -> bytes:
    """The view as a JSON object in UTF-8."""
    return json.dumps(nested(view.data), ensure_ascii=False, default=str).encode()


def as_csv(listing: Listing) -> bytes:
    """The rows as CSV in UTF-8 with a byte order mark, which spreadsheets need for Arabic. Cells that they would
    compute get an apostrophe before them."""
    lines = csv_lines(columns(listing.columns), map(_harmless, listing.rows))
    return b"\xef\xbb\xbf" + "".join(lines).encode()


def _harmless(row: Row) -> Row:
    return {name: _cell(cell) for name, cell in row.items()}


def _cell(cell: Any) -> Any:
    if isinstance(cell, list):
        return [_cell(each) for each in cell]
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
