"""Who said what: statements with the chain behind them, narrowed by speaker, subject, source, kind and time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fastapi import APIRouter

from marsad.observatory.asking import Asked, Asking
from marsad.observatory.parts.listing import LIMIT, Facet, cursor_after, facets, offset_of
from marsad.observatory.parts.parameters import (
    About,
    Acts,
    Chains,
    Confidence,
    Cursor,
    Kinds,
    Languages,
    Limit,
    Outlets,
    Repeats,
    Since,
    Until,
    Who,
)
from marsad.observatory.routing import add_page, several
from marsad.observatory.views import Listing, View
from marsad.output.answers import rows
from marsad.output.names import entity_name, id_name, outlet_name
from marsad.store.queries.facets import counts, total
from marsad.store.queries.quotes import Quote
from marsad.store.queries.statements import FACETS, OWN

router = APIRouter()


class StatementsPage(NamedTuple):
    """Statements, the newest first, the facets by which they can be narrowed, how many there are (`total`), whether
    `repeats` of words that are told several times are listed too, and the cursor of the part after these."""

    statements: tuple[Quote, ...]
    facets: tuple[Facet, ...]
    total: int
    repeats: bool
    next: str | None


@add_page(router, "/statements", StatementsPage, csv=True)
def statements(
    asked: Asking, speaker: Who = None, about: About = None, outlet: Outlets = None, kind: Kinds = None,
    act: Acts = None, chain: Chains = None, language: Languages = None, since: Since = None, until: Until = None,
    min_confidence: Confidence = 0.0, repeats: Repeats = False, limit: Limit = LIMIT, cursor: Cursor = None,
) -> View:  # fmt: skip
    """Statements, the newest first, each with the chain behind it."""
    offset = offset_of(cursor)
    narrowed = dict(zip(FACETS, map(several, (kind, act, outlet, chain, language)), strict=True))
    wanted = (speaker or None, about or None, since or None, until or None, min_confidence, repeats)
    found = asked.store.statements(*wanted, narrowed=narrowed, limit=limit, offset=offset)
    groups = asked.memory.of(("statements", *wanted), lambda: asked.store.statement_groups(*wanted))
    shown = StatementsPage(
        found.rows, _facets(asked, counts(groups, narrowed), narrowed), total(groups, narrowed), repeats,
        cursor_after(offset, len(found.rows), found.more),
    )  # fmt: skip
    listing = Listing("quotes", tuple(rows.quotes(row, asked.lang) for row in found.rows))
    return View("statements.html", asked.word("web.statements"), shown, listing)


def _facets(
    asked: Asked, counted: Mapping[str, Mapping[str, int]], narrowed: Mapping[str, Iterable[str]]
) -> tuple[Facet, ...]:
    """The facets of statements, with the names of their values."""
    names = {
        "kind": {value: asked.word(f"kind.{value}") for value in counted["kind"]},
        "act": {value: asked.word(f"act.{value}") for value in counted["act"]},
        "outlet": {value: outlet_name(value, asked.lang) for value in (*counted["outlet"], *narrowed["outlet"])},
        "chain": _sources(asked, (*counted["chain"], *narrowed["chain"])),
        "language": {value: asked.word(f"web.language.{value}") for value in counted["language"]},
    }
    return facets(counted, names, narrowed)


def _sources(asked: Asked, chain: Iterable[str]) -> dict[str, str]:
    """What those are called from whom outlets have statements."""
    ids = {each for each in chain if each != OWN}
    known = asked.store.entities(ids)
    names = {id: entity_name(known[id], asked.lang) if id in known else id_name(id, asked.lang) for id in ids}
    return {OWN: asked.word("web.lists.chain.own"), **names}
