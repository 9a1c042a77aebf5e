"""Full-text search, with what the words may name on top; and suggestions while somebody types."""

from __future__ import annotations

import json
from typing import NamedTuple

from fastapi import APIRouter, Response

from marsad.observatory.asking import Asking
from marsad.observatory.openapi import described
from marsad.observatory.parts.listing import Facet, cursor_after, facets, offset_of
from marsad.observatory.parts.parameters import (
    Cursor,
    Limit,
    Outlets,
    Search,
    Since,
    Statuses,
    Typed,
    Types,
    Until,
    Who,
)
from marsad.observatory.parts.suggestions import Suggestion, meant, suggestions
from marsad.observatory.routing import add_page, problems, several
from marsad.observatory.views import JSON, Listing, View
from marsad.output.answers import rows
from marsad.output.answers.showrows import nested
from marsad.output.labels import event_label
from marsad.output.names import outlet_name
from marsad.records import EVENT_TYPES
from marsad.store.queries.choices import STATUSES
from marsad.store.queries.search import Found, Hit

router = APIRouter()

_HITS = 20


class SearchPage(NamedTuple):
    """What a search for `q` found: whom the words name (`meant`), the articles, best first, how many there are
    (`total`), the facets by which they can be narrowed, and the cursor of the part after these."""

    q: str
    meant: tuple[Suggestion, ...]
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    total: int
    next: str | None


class Suggestions(NamedTuple):
    """What a text may become that is being typed, the likeliest first."""

    suggestions: tuple[Suggestion, ...]


@add_page(router, "/search", SearchPage, csv=True)
def search(
    asked: Asking, q: Search = "", outlet: Outlets = None, actor: Who = None, type: Types = None,
    status: Statuses = None, since: Since = None, until: Until = None, limit: Limit = _HITS, cursor: Cursor = None,
) -> View:  # fmt: skip
    """Articles that hold the words, best first, each with a snippet."""
    if not q.strip():
        return View("search.html", asked.word("web.search"), SearchPage("", (), (), (), 0, None), Listing("search", ()))
    offset = offset_of(cursor)
    limits = {
        "outlet": several(outlet), "types": several(type), "statuses": several(status), "actor": actor or None,
        "since": since or None, "until": until or None,
    }  # fmt: skip
    found = asked.store.search(q, **limits, limit=limit, offset=offset)  # type: ignore[arg-type]
    counted: Found = asked.memory.of(
        ("search", q, *limits.values()), lambda: asked.store.search_counts(q, **limits)  # type: ignore[arg-type]
    )  # fmt: skip
    names = {
        "outlet": {each: outlet_name(each, asked.lang) for each in counted.facets["outlet"] if each},
        "type": {each: event_label(each, None, asked.lang) for each in EVENT_TYPES},
        "status": {each: asked.word(f"status.{each}") for each in STATUSES},
    }
    chosen = {"outlet": several(outlet), "type": [t.upper() for t in several(type)], "status": several(status)}
    known = {each: {value: n for value, n in counted.facets[each].items() if value} for each in names}
    shown = SearchPage(
        q, meant(asked, q) if not offset else (), found.rows, facets(known, names, chosen), counted.total,
        cursor_after(offset, len(found.rows), found.more),
    )  # fmt: skip
    listing = Listing("search", tuple(rows.search(hit, asked.lang) for hit in found.rows))
    return View("search.html", f"{asked.word('web.search')}: {q}", shown, listing)


@router.get(
    "/suggest.json", tags=["pages"], response_class=Response, name="suggest", response_model=None,
    responses={200: {"model": described(Suggestions), "description": "Suggestions"}, **problems(400, 401, 422, 429)},
)  # fmt: skip
def suggest(asked: Asking, q: Typed = "") -> Response:
    """What a text may become that is being typed: countries, pairs of countries, actors, a search for the words"""
    text = " ".join(q.split())
    found = Suggestions(suggestions(asked, text) if text else ())
    return Response(json.dumps(nested(found), ensure_ascii=False), media_type=JSON)
