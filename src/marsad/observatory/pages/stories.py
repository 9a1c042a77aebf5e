"""Stories: what several articles are about, told side by side."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query

from marsad.observatory.asking import Asked, Asking
from marsad.observatory.parts.citations import Citation, citation, cited
from marsad.observatory.parts.differences import Differs, differing
from marsad.observatory.parts.listing import LIMIT, cursor_after, offset_of
from marsad.observatory.parts.parameters import Cursor, Limit, Since, StoryId, Until, Who
from marsad.observatory.routing import add_page
from marsad.observatory.views import Listing, View
from marsad.output.answers import rows
from marsad.store.queries.show import HappeningView, StoryView
from marsad.store.queries.stories import StoryOrder, StoryRow
from marsad.store.queries.storyview import Citing, Quoting, StoryArticle
from marsad.store.queries.timeline import Occurrence

router = APIRouter()
Least = Annotated[int, Query(ge=2, le=1_000_000, description="Articles that a story has at least.", examples=[3])]
Order = Annotated[StoryOrder, Query(description="The biggest or the newest first.", examples=["newest"])]
_FIELDS = ("status", "actors", "recipients", "time", "place", "quantities")
_DIFFERING = {"numbers": "quantities"}
"""Fields of differences that have another name in happenings."""


class StoriesPage(NamedTuple):
    """Stories, and the cursor of the part after these."""

    stories: tuple[StoryRow, ...]
    order: str
    least: int
    next: str | None


class Agreed(NamedTuple):
    """A happening that several articles tell, and the fields in which none of them contradicts another."""

    happening: Occurrence
    fields: tuple[str, ...]


class Contradicted(NamedTuple):
    """A happening whose tellings differ, and where."""

    happening: Occurrence
    differences: tuple[Differs, ...]


class StoryPage(NamedTuple):
    """A story: its articles in the order of publication, what the tellings agree on, where they differ, who quotes
    whom, which outlet has words from which other, and how it is cited: by the article that had it first."""

    story: StoryRow
    articles: tuple[StoryArticle, ...]
    agreed: tuple[Agreed, ...]
    differ: tuple[Contradicted, ...]
    quoted: tuple[Quoting, ...]
    cited: tuple[Citing, ...]
    citation: Citation


@add_page(router, "/stories", StoriesPage, csv=True)
def stories(
    asked: Asking, actor: Who = None, since: Since = None, until: Until = None, least: Least = 2,
    order: Order = "size", limit: Limit = LIMIT, cursor: Cursor = None,
) -> View:  # fmt: skip
    """Stories that several articles tell, with who had them first."""
    offset = offset_of(cursor)
    found = asked.store.stories(
        since=since, until=until, least=least, actor=actor, order=order, limit=limit, offset=offset
    )  # fmt: skip
    shown = StoriesPage(found.rows, order, least, cursor_after(offset, len(found.rows), found.more))
    listing = Listing("stories", tuple(rows.stories(row, asked.lang) for row in found.rows))
    return View("stories.html", asked.word("web.stories"), shown, listing)


@add_page(router, "/stories/{id}", StoryPage)
def story(asked: Asking, id: StoryId) -> View:
    """One story: its tellings side by side, what they agree on, where they differ, and who quotes whom."""
    view = asked.show(id, StoryView)
    row, details = view.story, asked.store.story_details(view.story.id)
    source = cited(asked, f"/stories/{row.id}", row.first)
    shown = StoryPage(
        row, details.articles, tuple(agreed(each) for each in view.happenings if each.tellings > 1),
        tuple(_contradicted(asked, each) for each in view.happenings if each.differences),
        details.quoted, details.cited, citation(source._replace(size=(row.articles, row.outlets))),
    )  # fmt: skip
    return View("story.html", row.title or source.title, shown)


def agreed(happening: Occurrence) -> Agreed:
    """The fields that are told of a happening and that no telling contradicts."""
    against = {_DIFFERING.get(each, each) for each in happening.differences}
    if "parties" in against:
        against |= {"actors", "recipients"}
    told = happening._asdict()
    return Agreed(happening, tuple(each for each in _FIELDS if told[each] and each not in against))


def _contradicted(asked: Asked, happening: Occurrence) -> Contradicted:
    return Contradicted(happening, differing(asked.show(happening.id, HappeningView)))
