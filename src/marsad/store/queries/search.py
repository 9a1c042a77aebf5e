"""Full-text search over articles, best first."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    column,
    exists,
    func,
    literal_column,
    select,
    table,
    text,
)

from marsad.store.ids import link_id, public_id
from marsad.store.queries.actors import Actor
from marsad.store.queries.paging import Cut, Page
from marsad.store.queries.period import Period
from marsad.store.queries.searchquery import SearchQuery, Term
from marsad.store.queries.snippets import Snippet, snippet
from marsad.store.tables import WORDS, article, copy, entity, event, event_party, story_article

_WORDS = table(WORDS, column("rowid"), column("rank"), column("article"), column("words"))


class Hit(NamedTuple):
    """An article that a search found. `score` orders the answers of one search, the greatest first; `copy_of` is the
    article that had the same text first.
    """

    id: str
    title: str
    published: str | None
    outlet: str | None
    uri: str
    score: float
    snippet: Snippet
    story: str | None
    copy_of: str | None


class Limits(NamedTuple):
    """What articles a search is limited to. With types or statuses, the actor takes part in such an event."""

    period: Period = Period()
    outlets: tuple[str, ...] = ()
    actor: Actor | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


def search(connection: Connection, query: SearchQuery, limits: Limits, cut: Cut) -> Page[Hit]:
    """The articles in their last version that have what the query wants."""
    ranked = _ranked(connection, query)
    number, score = ranked.selected_columns
    if conditions := _conditions(limits):
        ranked = ranked.join(article, article.c.id == number).where(*conditions)
    ordered = ranked.order_by(score.desc(), number).limit(cut.fetched).offset(cut.offset)
    found = cut.of(connection.execute(ordered))
    numbers = [row[0] for row in found.rows]
    shown = {row.id: row for row in connection.execute(_shown(numbers))}
    terms = query.terms()
    return Page(tuple(_hit(shown[number], score, terms) for number, score in found.rows), found.more)


class Found(NamedTuple):
    """How many articles a search finds, and of each facet how many with each value, among those of all other limits:
    of an outlet, with an event of a type or a status."""

    total: int
    facets: dict[str, dict[str, int]]


def search_counts(connection: Connection, query: SearchQuery, limits: Limits) -> Found:
    """How many articles `search` finds."""
    c, e = article.c, event.c
    matches = c.id.in_(matching(connection, query))
    total = connection.scalar(select(func.count()).select_from(article).where(matches, *_conditions(limits))) or 0
    elsewhere = _conditions(limits._replace(outlets=()))
    counted = {"outlet": select(c.outlet, func.count()).where(matches, *elsewhere).group_by(c.outlet)}
    told = event.join(article, c.id == e.article)
    for facet, of, others in (
        ("type", e.type, limits._replace(types=())), ("status", e.status, limits._replace(statuses=())),
    ):  # fmt: skip
        plain = _conditions(others._replace(types=(), statuses=(), actor=None))
        having = select(of, func.count(e.article.distinct())).select_from(told)
        counted[facet] = having.where(matches, *plain, *_events(others)).group_by(of)
    return Found(total, {facet: dict(map(tuple, connection.execute(each))) for facet, each in counted.items()})


def matching(connection: Connection, query: SearchQuery) -> Select[Any]:
    """The numbers of the articles that a query finds, in no order."""
    return _ranked(connection, query).with_only_columns(_number(connection))


def _number(connection: Connection) -> ColumnElement[int]:
    return _WORDS.c.rowid if connection.dialect.name == "sqlite" else _WORDS.c.article


def _ranked(connection: Connection, query: SearchQuery) -> Select[Any]:
    """The numbers of the articles that a query finds, each with its score."""
    number = _number(connection).label("number")
    if connection.dialect.name == "sqlite":
        matches = text(f"{WORDS} MATCH :query").bindparams(bindparam("query", query.fts5()))
        return select(number, (-_WORDS.c.rank).label("score")).select_from(_WORDS).where(matches)
    wanted = func.to_tsquery("simple", query.tsquery())
    score = func.ts_rank(_WORDS.c.words, wanted, literal_column("1"))
    return select(number, score.label("score")).where(_WORDS.c.words.op("@@")(wanted))


def _conditions(limits: Limits) -> list[ColumnElement[bool]]:
    c = article.c
    found: list[ColumnElement[bool]] = []
    if limits.period != Period():
        found.append(limits.period.holds(c.first_day, c.last_day))
    if limits.outlets:
        found.append(c.outlet.in_(limits.outlets))
    if limits.types or limits.statuses:
        found.append(_has_event(limits))
    elif limits.actor:
        found.append(_of_article(entity, limits.actor.among(entity.c.entity, entity.c.country)))
    return found


def _has_event(limits: Limits) -> ColumnElement[bool]:
    """Whether an article has an event of the types and statuses, and of the actor."""
    return _of_article(event, *_events(limits))


def _events(limits: Limits) -> list[ColumnElement[bool]]:
    """What such an event is."""
    conditions: list[ColumnElement[bool]] = [
        column.in_(few) for column, few in ((event.c.type, limits.types), (event.c.status, limits.statuses)) if few
    ]
    if limits.actor:
        among = limits.actor.among(event_party.c.entity, event_party.c.country)
        conditions.append(exists().where(event_party.c.event == event.c.id, among))
    return conditions


def _of_article(records: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(records.c.article == article.c.id, *conditions)


def _shown(numbers: list[int]) -> Select[Any]:
    c = article.c
    first = copy.c.original.label("original")
    told = select(
        c.id, c.title, c.published, c.outlet, c.uri, c.text, c.furniture, first, story_article.c.story.label("story")
    )
    joined = article.outerjoin(copy, copy.c.article == c.id).outerjoin(story_article, story_article.c.article == c.id)
    return told.select_from(joined).where(c.id.in_(numbers))


def _hit(row: Any, score: float, terms: frozenset[Term]) -> Hit:
    passed_over = [(start, end) for start, end in row.furniture]
    if row.title and row.text.startswith(row.title):
        passed_over.append((0, len(row.title)))
    original = None if row.original in {None, row.id} else public_id(row.original)
    story = None if row.story is None else link_id("story", row.story)
    return Hit(
        public_id(row.id), row.title, row.published, row.outlet, row.uri, round(score, 4),
        snippet(row.text, terms, passed_over), story, original,
    )  # fmt: skip
