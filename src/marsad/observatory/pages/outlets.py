"""Outlets side by side, and what each reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fastapi import APIRouter

from marsad.errors import UnknownIdError
from marsad.observatory.asking import Asked, Asking
from marsad.observatory.parts.parameters import OutletId
from marsad.observatory.routing import add_page
from marsad.observatory.views import Listing, View
from marsad.output.answers import rows
from marsad.output.names import outlet_name
from marsad.store.queries.articlelist import ArticleRow
from marsad.store.queries.outlets import Copied, OutletReport, OutletRow

router = APIRouter()

_LATEST = 10


class OutletsPage(NamedTuple):
    """The outlets of the store, those of most articles first."""

    outlets: tuple[OutletRow, ...]


class OutletPage(NamedTuple):
    """An outlet, what it reports, who copies it (`copied_by`), and its newest articles."""

    row: OutletRow
    report: OutletReport
    copied_by: tuple[Copied, ...]
    articles: tuple[ArticleRow, ...]


@add_page(router, "/outlets", OutletsPage, csv=True)
def outlets(asked: Asking) -> View:
    """Outlets: how much each reports, how much of it is its own, whom it copies."""
    found = _outlets(asked)
    listing = Listing("outlets", tuple(rows.outlets(row, asked.lang) for row in found))
    return View("outlets.html", asked.word("web.outlets"), OutletsPage(found), listing)


@add_page(router, "/outlets/{id}", OutletPage)
def outlet(asked: Asking, id: OutletId) -> View:
    """One outlet: what it reports, whom it cites and copies, its newest articles."""
    several = _outlets(asked)
    row = next((each for each in several if each.outlet == id), None)
    if row is None:
        raise UnknownIdError(f"{id!r}: no article of that outlet", "/outlets lists those of the store")
    report = asked.memory.of(("outlet", id), lambda: asked.store.outlet_report(id))
    latest = asked.store.articles(narrowed={"outlet": [id]}, limit=_LATEST).rows
    return View("outlet.html", outlet_name(id, asked.lang), OutletPage(row, report, copied_by(id, several), latest))


def copied_by(id: str, several: Iterable[OutletRow]) -> tuple[Copied, ...]:
    """The outlets that copy one, those that copy it most first."""
    found = (
        Copied(other.outlet, copied.articles) for other in several for copied in other.copied if copied.outlet == id
    )
    return tuple(sorted(found, key=lambda each: -each.articles))


def _outlets(asked: Asked) -> tuple[OutletRow, ...]:
    return asked.memory.of(("outlets",), asked.store.outlets)
