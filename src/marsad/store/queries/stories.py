"""What the articles are about: stories with their size, their days, and who had them first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, select

from marsad.store.ids import link_id, public_id
from marsad.store.queries.actors import Actor
from marsad.store.queries.paging import Cut, Page
from marsad.store.queries.period import Period
from marsad.store.tables import article, entity, story, story_article

StoryOrder = Literal["size", "newest"]


class StoryRow(NamedTuple):
    """A story. `tellings` are its articles without copies, `first` is the article that had it first."""

    id: str
    title: str
    first_day: str | None
    last_day: str | None
    articles: int
    tellings: int
    outlets: int
    first: str
    first_title: str
    first_outlet: str | None
    first_published: str | None


class StoryLimits(NamedTuple):
    """What stories are listed: `least` articles, in the period, with an article that knows the actor."""

    period: Period = Period()
    least: int = 2
    actor: Actor | None = None


def stories(connection: Connection, limits: StoryLimits, order: StoryOrder, cut: Cut) -> Page[StoryRow]:
    """Stories, those of most articles first, or the newest."""
    c = story.c
    wanted = _joined().where(c.articles >= limits.least)
    if limits.period != Period():
        wanted = wanted.where(limits.period.holds(c.first_day, c.last_day))
    if limits.actor:
        wanted = wanted.where(c.id.in_(_knowing(limits.actor)))
    ordered = wanted.order_by(*_order(order)).limit(cut.fetched).offset(cut.offset)
    found = cut.of(connection.execute(ordered))
    return Page(tuple(map(story_row, found.rows)), found.more)


def stories_by_number(connection: Connection, numbers: Sequence[int] | Select[Any]) -> list[StoryRow]:
    """Some stories, by their numbers or by a query that gives them."""
    return [story_row(row) for row in connection.execute(_joined().where(story.c.id.in_(numbers)))]


def _joined() -> Select[Any]:
    a = article.c
    first = a.title.label("first_title"), a.outlet.label("first_outlet"), a.published.label("first_published")
    return select(story, *first).select_from(story.outerjoin(article, a.id == story.c.first_article))


def _knowing(actor: Actor) -> Select[Any]:
    """The stories with an article that knows an actor."""
    knows = actor.among(entity.c.entity, entity.c.country)
    joined = story_article.join(entity, entity.c.article == story_article.c.article)
    return select(story_article.c.story).select_from(joined).where(knows)


def _order(order: StoryOrder) -> tuple[ColumnElement[Any], ...]:
    c = story.c
    newest = c.first_day.desc().nulls_last(), c.id.desc()
    return newest if order == "newest" else (c.articles.desc(), *newest)


def story_row(row: Any) -> StoryRow:
    """A row of `story` with what is known of its first article."""
    return StoryRow(
        link_id("story", row.id), row.title, row.first_day, row.last_day, row.articles, row.tellings, row.outlets,
        public_id(row.first_article), row.first_title or "", row.first_outlet, row.first_published,
    )  # fmt: skip
