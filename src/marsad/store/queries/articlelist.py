"""Articles as a list, the newest first, with how much was read out of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, case, func, select

from marsad.store.ids import link_id, public_id
from marsad.store.queries.actors import Actor
from marsad.store.queries.entities import parts
from marsad.store.queries.facets import Group, Narrowing, grouped
from marsad.store.queries.paging import Cut, Page
from marsad.store.queries.period import Period
from marsad.store.queries.tellings import first_line
from marsad.store.tables import article, copy, entity, event, statement, story_article

_COLUMNS: Mapping[str, Any] = {"outlet": article.c.outlet, "language": article.c.language}
FACETS = tuple(_COLUMNS)
"""By what articles can be narrowed."""


_BEGINNING = 500
"""Characters of an article in which its first line is looked for if it has no title."""


class ArticleRow(NamedTuple):
    """An article in its last version. `statements` and `events` count its records, `copy_of` is the article that
    had the same text first."""

    id: str
    published: str | None
    outlet: str | None
    title: str
    uri: str
    language: str
    words: int
    statements: int
    events: int
    story: str | None
    copy_of: str | None


class ArticleLimits(NamedTuple):
    """What articles are listed: published in the period, and knowing the actor."""

    period: Period = Period()
    actor: Actor | None = None


def articles(connection: Connection, limits: ArticleLimits, narrowed: Narrowing, cut: Cut) -> Page[ArticleRow]:
    """Articles, the newest first; what has no date comes last."""
    c = article.c
    chosen = _limited(select(c.id), limits)
    for facet, values in narrowed.items():
        if values:
            chosen = chosen.where(_COLUMNS[facet].in_(values))
    ordered = chosen.order_by(c.first_day.desc().nulls_last(), c.id.desc()).limit(cut.fetched).offset(cut.offset)
    found = cut.of(connection.scalars(ordered))
    return Page(_rows(connection, found.rows), found.more)


def article_groups(connection: Connection, limits: ArticleLimits) -> tuple[Group, ...]:
    """The articles within the limits, counted by the values of their facets."""
    return grouped(connection, _limited(select(article.c.id), limits), _COLUMNS)


def _limited(chosen: Select[Any], limits: ArticleLimits) -> Select[Any]:
    c = article.c
    chosen = chosen.where(c.current)
    if limits.period != Period():
        chosen = chosen.where(limits.period.holds(c.first_day))
    if limits.actor:
        knowing = select(entity.c.article).where(limits.actor.among(entity.c.entity, entity.c.country))
        chosen = chosen.where(c.id.in_(knowing))
    return chosen


def _rows(connection: Connection, numbers: Sequence[int]) -> tuple[ArticleRow, ...]:
    a, told = article.c, story_article.c
    joined = article.outerjoin(copy, copy.c.article == a.id).outerjoin(story_article, told.article == a.id)
    beginning = case((a.title == "", func.substr(a.text, 1, _BEGINNING)), else_="").label("beginning")
    chosen = select(
        a.id, a.published, a.outlet, a.title, beginning, a.uri, a.language, a.words, copy.c.original, told.story
    )
    found = {
        row.id: row for part in parts(numbers)
        for row in connection.execute(chosen.select_from(joined).where(a.id.in_(part)))
    }  # fmt: skip
    statements, events = (_records(connection, table, numbers) for table in (statement, event))
    return tuple(_row(found[n], statements.get(n, 0), events.get(n, 0)) for n in numbers)


def _records(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, int]:
    """How many records of a table each article has."""
    of = table.c.article
    return {
        row[0]: row[1] for part in parts(numbers)
        for row in connection.execute(select(of, func.count()).where(of.in_(part)).group_by(of))
    }  # fmt: skip


def _row(row: Any, statements: int, events: int) -> ArticleRow:
    return ArticleRow(
        public_id(row.id), row.published, row.outlet, row.title or first_line(row.beginning), row.uri, row.language,
        row.words, statements, events, None if row.story is None else link_id("story", row.story),
        None if row.original in {None, row.id} else public_id(row.original),
    )  # fmt: skip
