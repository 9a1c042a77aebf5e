"""One article with its versions, its copies, its story, and its records, each with its ids."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from marsad.store.ids import link_id, public_id
from marsad.store.queries.quotes import Quote, quotes_by_number
from marsad.store.queries.stories import StoryRow, stories_by_number
from marsad.store.queries.tellings import Told, tellings
from marsad.store.tables import article, copy, event, happening, statement, story_article, telling


class Version(NamedTuple):
    """One version of the text at an address."""

    id: str
    version: int
    current: bool
    published: str | None
    retrieved: str


class Copy(NamedTuple):
    """An article that has the same text, or nearly; `first` if it had it first."""

    id: str
    title: str
    outlet: str | None
    published: str | None
    first: bool


class LinkedEvent(NamedTuple):
    """An event of an article with the happening that it tells, and how many tell it."""

    event: Told
    happening: str | None
    tellings: int


class ArticleView(NamedTuple):
    """An article. `versions` are all that its address had, itself among them; `copies` are others."""

    id: str
    title: str
    uri: str
    outlet: str | None
    author: str
    language: str
    published: str | None
    published_precision: str
    published_evidence: str
    retrieved: str
    words: int
    coder: str
    versions: tuple[Version, ...]
    copies: tuple[Copy, ...]
    story: StoryRow | None
    statements: tuple[Quote, ...]
    events: tuple[LinkedEvent, ...]
    text: str


def article_view(connection: Connection, number: int) -> ArticleView | None:
    """The article of a number; None if it is not there."""
    row = connection.execute(select(article).where(article.c.id == number)).first()
    if row is None:
        return None
    statements = connection.scalars(select(statement.c.id).where(statement.c.article == number)).all()
    return ArticleView(
        public_id(number), row.title, row.uri, row.outlet, row.author, row.language, row.published,
        row.published_precision, row.published_evidence, row.retrieved, row.words, row.coder,
        _versions(connection, row), _copies(connection, number), _story(connection, number),
        quotes_by_number(connection, statements), _events(connection, number), row.text,
    )  # fmt: skip


def _versions(connection: Connection, row: Any) -> tuple[Version, ...]:
    c = article.c
    same = c.address == row.address if row.address else c.id == row.id
    found = select(c.id, c.version, c.current, c.published, c.retrieved).where(same).order_by(c.version)
    return tuple(Version(public_id(r.id), r.version, r.current, r.published, r.retrieved)
                 for r in connection.execute(found))  # fmt: skip


def _copies(connection: Connection, number: int) -> tuple[Copy, ...]:
    c = copy.c
    group = select(c.grp).where(c.article == number).scalar_subquery()
    a = article.c
    found = select(a.id, a.title, a.outlet, a.published, c.original).join(copy, c.article == a.id)
    rows = connection.execute(found.where(c.grp == group, a.id != number).order_by(a.first_day, a.id))
    return tuple(Copy(public_id(r.id), r.title, r.outlet, r.published, r.original == r.id) for r in rows)


def _story(connection: Connection, number: int) -> StoryRow | None:
    c = story_article.c
    return next(iter(stories_by_number(connection, select(c.story).where(c.article == number))), None)


def _events(connection: Connection, number: int) -> tuple[LinkedEvent, ...]:
    rows = connection.execute(_linked(number)).all()
    linked = {public_id(number, row.name): row for row in rows}
    return tuple(
        LinkedEvent(told, _happening(linked[told.id].happening), linked[told.id].tellings or 1)
        for told in tellings(connection, [row.id for row in rows])
    )


def _linked(number: int) -> Select[Any]:
    e, h = event.c, happening.c
    joined = event.outerjoin(telling, telling.c.event == e.id).outerjoin(happening, h.id == telling.c.happening)
    return select(e.id, e.name, h.id.label("happening"), h.tellings).select_from(joined).where(e.article == number)


def _happening(number: int | None) -> str | None:
    return None if number is None else link_id("happening", number)
