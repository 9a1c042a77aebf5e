"""The store read in batches, in an order that depends on its contents alone."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, and_, or_, select

from marsad.exporting.selection import OWN, Selection
from marsad.store.ids import link_id
from marsad.store.tables import article, entity, event, event_party, mention, statement, telling

ARTICLES, RECORDS = 200, 1000
"""Articles and other rows in one batch."""
_IN_ONE_QUERY = 900
_OF_ARTICLES = frozenset({"also", "according_to", "quantities", "why"})
T = TypeVar("T")
Found = Any
"""A row of a query, with its columns as attributes."""


@cache
def _named(columns: tuple[str, ...]) -> Callable[[Iterable[Any]], Found]:
    """What makes a row: a named tuple, whose attributes are found several times as fast as those of SQLAlchemy's."""
    make: Callable[[Iterable[Any]], Found] = namedtuple("Found", columns)._make  # type: ignore[attr-defined]
    return make


class Told(NamedTuple):
    """One article with its records: entities by id, parties by the number of their event, in order, and the public
    ids of the happenings that its events tell, by the number of the event."""

    article: Found
    entities: Mapping[str, Found]
    mentions: Sequence[Found]
    statements: Sequence[Found]
    events: Sequence[Found]
    parties: Mapping[int, Sequence[Found]]
    happenings: Mapping[int, str]


def several(values: Iterable[T]) -> Iterator[list[T]]:
    """Values in lists that one query takes."""
    ordered = list(values)
    for start in range(0, len(ordered), _IN_ONE_QUERY):
        yield ordered[start : start + _IN_ONE_QUERY]


def batches(connection: Connection, query: Select[Any], size: int = RECORDS) -> Iterator[Sequence[Found]]:
    """The rows of a query in lists of `size`; other queries may be asked between them."""
    with connection.execute(query, execution_options={"yield_per": size}) as result:
        make = _named(tuple(result.keys()))
        for rows in result.partitions():
            yield list(map(make, rows))


def rows_where(connection: Connection, query: Select[Any], column: Column[Any], values: Iterable[Any]) -> list[Found]:
    """The rows of a query whose column has one of the values."""
    found: list[Found] = []
    for part in several(values):
        result = connection.execute(query.where(column.in_(part)))
        found.extend(map(_named(tuple(result.keys())), result.all()))
    return found


def within(column: ColumnElement[Any], chosen: Selection) -> ColumnElement[bool]:
    """The condition that a day lies in the days of a selection."""
    conditions: list[ColumnElement[bool]] = [column.is_not(None)]
    if chosen.first:
        conditions.append(column >= chosen.first)
    if chosen.last:
        conditions.append(column <= chosen.last)
    return and_(*conditions)


def told(connection: Connection, chosen: Selection) -> Iterator[Told]:
    """The articles of a selection with their records, by day: those published in its days, and those with a statement
    or an event of its days. None where events read in articles are not wanted."""
    if not chosen.takes_source(OWN):
        return
    query = select(article).where(article.c.current)
    if chosen.dated:
        of_days = [article.c.id.in_(select(t.c.article).where(within(t.c.day, chosen))) for t in (event, statement)]
        query = query.where(or_(within(article.c.first_day, chosen), *of_days))
    query = query.order_by(article.c.first_day.is_(None), article.c.first_day, article.c.id)
    for rows in batches(connection, query, ARTICLES):
        yield from _with_records(connection, rows, chosen)


def _with_records(connection: Connection, articles: Sequence[Found], chosen: Selection) -> Iterator[Told]:
    numbers = [row.id for row in articles]
    entities, mentions = (by_article(connection, table, numbers, "n") for table in (entity, mention))
    statements, events = (by_article(connection, table, numbers, "name") for table in (statement, event))
    kept = [e.id for rows in events.values() for e in rows if _is_kept(e, chosen)]
    parties, happenings = parties_of(connection, kept), happenings_of(connection, kept)
    wanted = set(kept)
    for row in articles:
        own = [e for e in events.get(row.id, ()) if e.id in wanted]
        said = [s for s in statements.get(row.id, ()) if _is_kept(s, chosen)]
        known = {e.entity: e for e in entities.get(row.id, ())}
        full = Told(row, known, mentions.get(row.id, ()), said, own, parties, happenings)
        yield _used(full) if chosen.confidence else full


def _is_kept(row: Found, chosen: Selection) -> bool:
    return bool(row.confidence >= chosen.confidence) and chosen.takes_day(row.day)


def _used(told: Told) -> Told:
    """An article without the entities and mentions that none of its statements and events needs."""
    used = {e for s in told.statements for e in (s.speaker, *s.via, s.addressee) if e}
    used |= {p.entity for e in told.events for p in told.parties.get(e.id, ())}
    used |= {e for row in told.events for e in row.according_to}
    return told._replace(
        entities={e: row for e, row in told.entities.items() if e in used},
        mentions=[m for m in told.mentions if m.entity in used],
    )


def by_article(
    connection: Connection, table: Table, articles: Collection[int], order: str
) -> dict[int, Sequence[Found]]:
    """The rows of a table of records by their article, in the order of their numbers or names (`e2` before `e10`)."""
    found: dict[int, list[Found]] = {}
    for row in rows_where(connection, select(table), table.c.article, articles):
        found.setdefault(row.article, []).append(row)
    for rows in found.values():
        rows.sort(key=_number if order == "n" else _place)
    return dict(found)


def _number(row: Found) -> int:
    return int(row.n)


def _place(row: Found) -> tuple[int, str]:
    return (int(row.name[1:]) if row.name[1:].isdigit() else 0), row.name


def parties_of(connection: Connection, events: Iterable[int]) -> dict[int, list[Found]]:
    """The parties of events by the events' numbers: actors first, each role in its order."""
    found: dict[int, list[Found]] = {}
    for row in rows_where(connection, select(event_party), event_party.c.event, events):
        found.setdefault(row.event, []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.role, row.n))
    return found


def happenings_of(connection: Connection, events: Iterable[int]) -> dict[int, str]:
    """Public ids of the happenings that events tell, by the events' numbers."""
    query = select(telling.c.event, telling.c.happening)
    found = rows_where(connection, query, telling.c.event, events)
    return {row.event: link_id("happening", row.happening) for row in found}


def foreign_events(connection: Connection, chosen: Selection) -> Iterator[tuple[Found, Sequence[Found]]]:
    """Events of others' data with their parties, by source and day; without the columns that only an article fills."""
    columns = [column for column in event.c if column.name not in _OF_ARTICLES]
    query = select(*columns).where(event.c.source != OWN, event.c.current)
    if chosen.sources:
        query = query.where(event.c.source.in_(sorted(chosen.sources)))
    if chosen.dated:
        query = query.where(within(event.c.day, chosen))
    if chosen.confidence:
        query = query.where(event.c.confidence >= chosen.confidence)
    for rows in batches(connection, query.order_by(event.c.source, event.c.day.is_(None), event.c.day, event.c.id)):
        parties = parties_of(connection, (row.id for row in rows))
        yield from ((row, parties.get(row.id, ())) for row in rows)
