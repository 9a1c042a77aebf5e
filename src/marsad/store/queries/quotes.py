"""Who said what: statements with the chain behind them, and words told several times once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, select

from marsad.errors import QueryError
from marsad.language.arabic.searchwords import search_words
from marsad.records import Entity
from marsad.store.ids import link_id, public_id
from marsad.store.queries.actors import Actor, find_actor
from marsad.store.queries.entities import entities_in, parts, unnamed
from marsad.store.queries.paging import Cut, Page
from marsad.store.queries.period import Period
from marsad.store.queries.search import matching
from marsad.store.queries.searchquery import SearchQuery, Term, parse
from marsad.store.tables import article, echo, echo_statement, entity, mention, statement

_STREAMED = 500


class Quote(NamedTuple):
    """A statement. `via` leads from the article back to the speaker; `tellings` counts the statements of its echo, the
    same words told by others, which are not listed again.
    """

    id: str
    speaker: Entity
    day: str | None
    outlet: str | None
    kind: str
    act: str
    via: tuple[Entity, ...]
    addressee: Entity | None
    content: str
    echo: str | None
    tellings: int


class Asked(NamedTuple):
    """What quotes are limited to: a speaker, whom they are about, words that they hold; one of these at least."""

    speaker: Actor | None = None
    about: Actor | None = None
    words: SearchQuery | None = None
    period: Period = Period()
    outlet: str | None = None


class Subject(NamedTuple):
    """What words are about: an actor, or words."""

    actor: Actor | None = None
    words: SearchQuery | None = None


def subject(connection: Connection, about: str) -> Subject:
    """An actor if the store knows one of that name, else words."""
    try:
        return Subject(find_actor(connection, about))
    except QueryError:
        if ":" in about:
            raise
        return Subject(None, parse(about))


def quotes(connection: Connection, asked: Asked, cut: Cut) -> Page[Quote]:
    """Statements, the newest first; of an echo the newest. Raises `QueryError` if nothing limits them."""
    if not (asked.speaker or asked.about or asked.words):
        raise QueryError("whose words?", "name a speaker, or whom or what the words are about")
    with connection.execution_options(stream_results=True, yield_per=_STREAMED).execute(
        _candidates(connection, asked)
    ) as candidates:
        found = cut.of_all(_once_each(row for row in candidates if says(row.content, asked.words)))
    return Page(tuple(_quotes(connection, found.rows)), found.more)


def quotes_by_number(connection: Connection, statements: Sequence[int]) -> tuple[Quote, ...]:
    """Some statements, in the order of their articles' publication and of their text."""
    rows = _rows(connection, statements)
    rows.sort(key=lambda row: (row.first_day or "9", row.article, row.start, row.name))
    return tuple(_quotes(connection, rows))


def quotes_in_order(connection: Connection, statements: Sequence[int]) -> tuple[Quote, ...]:
    """Some statements, in the order in which they are given."""
    found = {row.id: row for row in _rows(connection, statements)}
    return tuple(_quotes(connection, [found[number] for number in statements]))


def _rows(connection: Connection, statements: Sequence[int]) -> list[Row[Any]]:
    rows: list[Row[Any]] = []
    for part in parts(statements):
        rows += connection.execute(_linked().where(statement.c.id.in_(part)))
    return rows


def _candidates(connection: Connection, asked: Asked) -> Select[Any]:
    s = statement.c
    conditions = [s.current, *conditions_of(connection, asked)]
    return _linked().where(*conditions).order_by(s.day.desc().nulls_last(), s.id.desc())


def _linked() -> Select[Any]:
    """Statements with their outlets and echoes."""
    s, told, a = statement.c, echo_statement.c, article.c
    joined = statement.join(article, a.id == s.article)
    joined = joined.outerjoin(echo_statement, told.statement == s.id).outerjoin(echo, echo.c.id == told.echo)
    chosen = select(statement, a.first_day, echo.c.id.label("echo"), echo.c.statements.label("tellings"))
    return chosen.select_from(joined)


def conditions_of(connection: Connection, asked: Asked) -> Iterator[ColumnElement[bool]]:
    """What statements have to be for a question; of words only that their article has them (see `says`)."""
    s = statement.c
    if asked.speaker:
        yield asked.speaker.among(s.speaker, s.country)
    if asked.period != Period():
        yield asked.period.holds(s.day)
    if asked.outlet:
        yield s.outlet == asked.outlet
    if asked.about:
        yield from _about(asked.about, alone=asked.speaker is None)
    if asked.words:
        yield s.article.in_(matching(connection, asked.words))


def _about(actor: Actor, alone: bool) -> Iterator[ColumnElement[bool]]:
    """That an actor is mentioned in the words; if nothing else limits them, of the articles that know the actor."""
    s, m, e = statement.c, mention.c, entity.c
    known = actor.among(e.entity, e.country)
    if alone:
        yield s.article.in_(select(e.article).where(known))
    yield exists().where(
        m.article == s.article, m.start >= s.start, m.end <= s.end,
        and_(e.article == m.article, e.entity == m.entity), known,
    )  # fmt: skip


def says(content: str, query: SearchQuery | None) -> bool:
    """Whether words hold what a query wants."""
    if query is None:
        return True
    keys = tuple(search_words(content).split())
    wanted = all(any(_holds(keys, term) for term in choices) for choices in query.wanted)
    return wanted and not any(_holds(keys, term) for term in query.unwanted)


def _holds(keys: Sequence[str], term: Term) -> bool:
    size = len(term)
    return any(tuple(keys[at : at + size]) == term for at in range(len(keys) - size + 1))


def _once_each(rows: Iterator[Row[Any]]) -> Iterator[Row[Any]]:
    """The first of each echo."""
    seen: set[int] = set()
    for row in rows:
        if row.echo is None or row.echo not in seen:
            yield row
        if row.echo is not None:
            seen.add(row.echo)


def _quotes(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[Quote]:
    places = {(row.article, each) for row in rows for each in (row.speaker, *row.via, row.addressee) if each}
    known = entities_in(connection, places)
    for row in rows:
        yield quote(row, known)


def quote(row: Any, known: dict[tuple[int, str], Entity]) -> Quote:
    """A row of `statement` with its outlet, `echo` and `tellings`, as a quote."""

    def named(each: str) -> Entity:
        return known.get((row.article, each)) or unnamed(each)

    return Quote(
        public_id(row.article, row.name), named(row.speaker), row.day, row.outlet, row.kind, row.act,
        tuple(map(named, row.via)), named(row.addressee) if row.addressee else None, row.content,
        None if row.echo is None else link_id("echo", row.echo), row.tellings or 1,
    )  # fmt: skip
