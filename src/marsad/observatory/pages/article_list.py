"""Articles as a list, the newest first."""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter

from marsad.observatory.asking import Asking
from marsad.observatory.parts.listing import LIMIT, Facet, cursor_after, facets, offset_of
from marsad.observatory.parts.parameters import Cursor, Languages, Limit, Outlets, Since, Until, Who
from marsad.observatory.routing import add_page, several
from marsad.observatory.views import Listing, View
from marsad.output.answers import rows
from marsad.output.names import outlet_name
from marsad.store.queries.articlelist import ArticleRow
from marsad.store.queries.facets import counts, total

router = APIRouter()


class ArticlesPage(NamedTuple):
    """Articles, the newest first, the facets by which they can be narrowed, how many there are in all, and the cursor
    of the part after these."""

    articles: tuple[ArticleRow, ...]
    facets: tuple[Facet, ...]
    total: int
    next: str | None


@add_page(router, "/articles", ArticlesPage, csv=True)
def articles(
    asked: Asking, outlet: Outlets = None, language: Languages = None, actor: Who = None, since: Since = None,
    until: Until = None, limit: Limit = LIMIT, cursor: Cursor = None,
) -> View:  # fmt: skip
    """Articles, the newest first, with how much was read out of each."""
    offset = offset_of(cursor)
    narrowed = {"outlet": several(outlet), "language": several(language)}
    wanted = {"since": since or None, "until": until or None, "actor": actor or None}
    found = asked.store.articles(**wanted, narrowed=narrowed, limit=limit, offset=offset)
    groups = asked.memory.of(("articles", *wanted.values()), lambda: asked.store.article_groups(**wanted))
    counted = counts(groups, narrowed)
    names = {
        "outlet": {each: outlet_name(each, asked.lang) for each in (*counted["outlet"], *narrowed["outlet"])},
        "language": {each: asked.word(f"web.language.{each}") for each in counted["language"]},
    }
    shown = ArticlesPage(
        found.rows, facets(counted, names, narrowed), total(groups, narrowed),
        cursor_after(offset, len(found.rows), found.more),
    )  # fmt: skip
    listing = Listing("articles", tuple(rows.articles(row, asked.lang) for row in found.rows))
    return View("articles.html", asked.word("web.articles"), shown, listing)
