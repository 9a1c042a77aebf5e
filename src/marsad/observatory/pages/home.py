"""The first page: what is new, what lies ahead, how much there is."""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter

from marsad.errors import MissingDependencyError, QueryError
from marsad.observatory.asking import Asked, Asking
from marsad.observatory.pages.relations import PairRow, most_changed
from marsad.observatory.routing import add_page
from marsad.observatory.views import View
from marsad.store.queries.articlelist import ArticleRow
from marsad.store.queries.promises import Pledge
from marsad.store.queries.stats import Count
from marsad.store.queries.stories import StoryRow
from marsad.store.queries.timeline import Occurrence

router = APIRouter()

_ROWS = 8
_SHOWN = frozenset({
    ("articles", "articles"), ("articles", "outlets"), ("records", "statements"), ("links", "happenings"),
    ("links", "promises"), ("links", "agreements"), ("links", "stories of several articles"),
})  # fmt: skip
"""The counts of the store that the page shows."""


class HomePage(NamedTuple):
    """The day of the newest article (`newest`, null if none has a date), `counts` of the store, the newest stories,
    happenings and articles, the pairs whose tie `changed` most lately, the meetings that are planned for later
    (`ahead`), and the promises that are `due` next."""

    newest: str | None
    counts: tuple[Count, ...]
    stories: tuple[StoryRow, ...]
    happenings: tuple[Occurrence, ...]
    articles: tuple[ArticleRow, ...]
    changed: tuple[PairRow, ...]
    ahead: tuple[Occurrence, ...]
    due: tuple[Pledge, ...]


@add_page(router, "/", HomePage, json="/home.json")
def home(asked: Asking) -> View:
    """What is new, what lies ahead, and how much the store holds."""
    return View("home.html", asked.word("web.home"), asked.memory.of(("home",), lambda: _home(asked)))


def _home(asked: Asked) -> HomePage:
    store = asked.store
    newest = store.newest_day()
    return HomePage(
        newest, tuple(count for count in store.stats() if (count.group, count.name) in _SHOWN),
        store.stories(order="newest", limit=_ROWS).rows,
        store.newest_happenings(newest, _ROWS) if newest else (), store.articles(limit=_ROWS).rows,
        _changed(asked),
        store.meetings_ahead(newest, _ROWS) if newest else (),
        store.promises(outcomes=["open"], limit=_ROWS).rows,
    )  # fmt: skip


def _changed(asked: Asked) -> tuple[PairRow, ...]:
    """The pairs whose tie changed most; none where nothing is told of two, or ties cannot be measured here."""
    try:
        return most_changed(asked, _ROWS)
    except (QueryError, MissingDependencyError):
        return ()
