"""All pairs of countries: how much is told of them lately, how close they are, and whose tie changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from fastapi import APIRouter, Query

from marsad.observatory.asking import Asked, Asking
from marsad.observatory.parts import measured
from marsad.observatory.parts.filters import choices
from marsad.observatory.parts.listing import LIMIT, cursor_after, offset_of
from marsad.observatory.parts.parameters import Cursor, Limit, Since, Sources, Until, Who
from marsad.observatory.routing import add_page, several
from marsad.observatory.views import Listing, View
from marsad.output.answers import pairs as flat
from marsad.output.flat import Row
from marsad.relations.daily import QUADS
from marsad.relations.dyad import country
from marsad.relations.fading import HALF_LIFE
from marsad.relations.pairs import COLUMNS
from marsad.store.queries.period import Period, period

if TYPE_CHECKING:
    import polars as pl

router = APIRouter()
Order = Literal["acts", "change", "closest", "hostile"]
_KEYS: dict[str, tuple[str, bool]] = {
    "acts": ("acts", True), "change": ("size", True), "closest": ("tie", True), "hostile": ("tie", False),
}  # fmt: skip
"""By which column an order sorts, and whether the greatest come first."""
Sort = Annotated[
    Order, Query(description="Most acts, most changed, closest or most hostile first.", examples=["change"])
]
_SOME = 5
"""Acts of two that are at least told before the first page says that their tie changed."""


class PairRow(NamedTuple):
    """Two countries, `a` before `b`: their `acts` in the days of the page, in all and by quad class (1 to 4; what
    happened or is planned), their `tie` at the end (−1 to 1), that one half-life `before`, and its `change`."""

    a: str
    b: str
    acts: int
    quads: tuple[int, ...]
    tie: float
    before: float
    change: float


class RelationsPage(NamedTuple):
    """A part of the `total` pairs of whom acts are told from `first` to `last` (null: the store is empty)."""

    first: str | None
    last: str | None
    sort: str
    total: int
    pairs: tuple[PairRow, ...]
    next: str | None


@add_page(router, "/relations", RelationsPage, csv=True)
def relations(
    asked: Asking, since: Since = None, until: Until = None, actor: Who = None, source: Sources = None,
    sort: Sort = "acts", limit: Limit = LIMIT, cursor: Cursor = None,
) -> View:  # fmt: skip
    """All pairs of countries of the last 30 days or of those that are asked for: acts, tie, and how it changed."""
    wanted, offset = choices({"source": several(source)})["source"], offset_of(cursor)
    days, code = _window(asked, period(since, until)), _code(asked, actor)
    if not (days.first and days.last):
        return _view(asked, RelationsPage(days.first, days.last, sort, 0, (), None), [])
    found = _ordered(measured.changed(asked, days.first, days.last, wanted), code, sort)
    part = found.slice(offset, limit)
    shown = RelationsPage(
        days.first, days.last, sort, len(found), tuple(map(_row, part.iter_rows(named=True))),
        cursor_after(offset, len(part), len(found) > offset + limit),
    )  # fmt: skip
    return _view(asked, shown, list(flat.rows(part.select(COLUMNS))))


def most_changed(asked: Asked, limit: int) -> tuple[PairRow, ...]:
    """The pairs whose tie changed most in the last days; of some acts each, since single ones make a tie jump."""
    days = _window(asked, Period())
    if not days.last:
        return ()
    found = _ordered(measured.changed(asked, days.first, days.last), None, "change")
    return tuple(row for row in map(_row, found.iter_rows(named=True)) if row.acts >= _SOME)[:limit]


def _view(asked: Asked, shown: RelationsPage, rows: list[Row]) -> View:
    return View("relations.html", asked.word("web.relations"), shown, Listing("pairs", tuple(rows)))


def _window(asked: Asked, days: Period) -> Period:
    """The days that are asked for, up to the last of which the store tells; those of one half-life if none are."""
    last = days.last or asked.store.told_days().last
    if days.first or not last:
        return Period(days.first, last)
    return Period((date.fromisoformat(last) - timedelta(days=round(HALF_LIFE) - 1)).isoformat(), last)


def _code(asked: Asked, actor: str | None) -> str | None:
    if not actor:
        return None
    with asked.store.reading() as connection:
        return country(connection, actor)


def _ordered(found: pl.DataFrame, code: str | None, sort: Order) -> pl.DataFrame:
    import polars as pl

    if code:
        found = found.filter((pl.col("a") == code) | (pl.col("b") == code))
    column, greatest = _KEYS[sort]
    keys = [column, "acts", "a", "b"]
    return found.with_columns(size=pl.col("change").abs()).sort(keys, descending=[greatest, True, False, False])


def _row(row: dict[str, Any]) -> PairRow:
    quads = tuple(row[f"quad_{quad}"] for quad in QUADS)
    return PairRow(row["a"], row["b"], row["acts"], quads, row["tie"], row["before"], row["change"])
