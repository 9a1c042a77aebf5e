"""What the store holds, and how to get it out: lists, exports, the API, and what every column means."""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter

from marsad import __version__
from marsad.exporting.dictionary import Table, dictionary
from marsad.observatory.asking import Asking
from marsad.observatory.routing import add_page
from marsad.observatory.views import Listing, View
from marsad.output.answers import rows
from marsad.output.answers.columns import described
from marsad.store.queries.stats import Count

router = APIRouter()

LISTS = {
    "articles": "articles", "search": "search", "statements": "quotes", "promises": "promises",
    "agreements": "agreements", "stories": "stories", "outlets": "outlets", "relations": "pairs",
}  # fmt: skip
"""Pages that are lists, at their address with `.json` and `.csv`, and the name under which `columns.tsv` has their
columns."""
EXAMPLES = (
    "/suggest.json?q=Russia", "/search.json?q=summit&limit=5", "/relations/CHN-RUS.json?from=2015",
    "/actors/RUS.json?type=CONSULT&status=planned", "/actors/RUS.csv", "/statements.csv?speaker=RUS&about=CHN",
    "/outlets.json",
)  # fmt: skip


class Explained(NamedTuple):
    """A column with its type and meaning."""

    name: str
    type: str
    meaning: str


class ListColumns(NamedTuple):
    """A list by its address (without `.csv`), and its columns."""

    address: str
    columns: tuple[Explained, ...]


class DataPage(NamedTuple):
    """The version of Marsad that answers, how much the store holds (`stats`), the `lists` that are at `.json` and
    `.csv`, the `tables` of what `marsad export` writes, and `examples` of addresses."""

    version: str
    stats: tuple[Count, ...]
    lists: tuple[ListColumns, ...]
    tables: tuple[Table, ...]
    examples: tuple[str, ...]


@add_page(router, "/data", DataPage, csv=True)
def data(asked: Asking) -> View:
    """What the store holds, the lists and exports of it, and what every column means."""
    stats = asked.memory.of(("stats",), asked.store.stats)
    shown = DataPage(__version__, stats, _lists(), tuple(dictionary().values()), EXAMPLES)
    listing = Listing("stats", tuple(rows.stats(count, asked.lang) for count in stats))
    return View("data.html", asked.word("web.data"), shown, listing)


def _lists() -> tuple[ListColumns, ...]:
    found: dict[str, list[Explained]] = {}
    for row in described():
        found.setdefault(row["command"], []).append(Explained(row["column"], row["type"], row["meaning"]))
    return tuple(ListColumns(f"/{page}", tuple(found[name])) for page, name in LISTS.items())
