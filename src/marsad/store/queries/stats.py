"""How much a store holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select, text

from marsad.store.queries.period import Period
from marsad.store.tables import (
    agreement,
    article,
    copy,
    echo,
    event,
    happening,
    name,
    pending,
    promise,
    statement,
    story,
)

OUTLETS = 10
"""Outlets that are counted one by one, those with most articles."""
_SIZE = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
    "postgresql": "SELECT pg_database_size(current_database())",
}


class Count(NamedTuple):
    """How many there are: of what (`group` and `name`), the number, and what else is told of it, as the days that
    articles cover (an EDTF interval). Records of versions that were replaced count.
    """

    group: str
    name: str
    number: int
    note: str = ""


class Census(NamedTuple):
    """How much the articles of a period hold, each in its last version: `first` to `last` are the days of publication
    (None: no article has one); of stories those of several articles."""

    first: str | None
    last: str | None
    articles: int
    outlets: int
    statements: int
    events: int
    stories: int


def census(connection: Connection, period: Period) -> Census:
    """Count it; articles without a date count if the period is open at both ends."""
    a, s = article.c, story.c
    within = a.current if period == Period() else and_(a.current, period.holds(a.first_day, a.last_day))
    dated = select(func.min(a.first_day), func.max(a.first_day), func.count(), func.count(a.outlet.distinct()))
    first, last, articles, outlets = connection.execute(dated.where(within)).one()
    statements, events = (
        _number(connection, select(func.count()).select_from(table.join(article)).where(table.c.current, within))
        for table in (statement, event)
    )
    several = select(func.count()).where(s.articles > 1)
    if period != Period():
        several = several.where(period.holds(s.first_day, s.last_day))
    return Census(first, last, articles, outlets, statements, events, _number(connection, several))


def stats(connection: Connection) -> tuple[Count, ...]:
    """The counts of a store, group by group."""
    return (
        *_articles(connection), *_records(connection), *_links(connection), *_events(connection),
        *_ranked("promises", _by(connection, promise.c.outcome)), *_outlets(connection),
        Count("store", "bytes", connection.scalar(text(_SIZE[connection.dialect.name])) or 0),
    )  # fmt: skip


def _articles(connection: Connection) -> Iterator[Count]:
    c = article.c
    # Of n versions of an address n - 1 are replaced, and as many have a number above 1.
    replaced = _number(connection, select(func.count()).where(c.address > "", c.version > 1))
    yield Count("articles", "articles", _count(connection, article) - replaced)
    yield Count("articles", "replaced versions", replaced)
    yield Count("articles", "not linked yet", _count(connection, pending))
    outlets = select(c.outlet).where(c.outlet.is_not(None)).distinct().subquery()
    yield Count("articles", "outlets", _number(connection, select(func.count()).select_from(outlets)))
    first, last, days = connection.execute(
        select(func.min(c.first_day), func.max(c.first_day), func.count(c.first_day.distinct()))
    ).one()
    yield Count("articles", "days", days, f"{first}/{last}" if first else "")


def _records(connection: Connection) -> Iterator[Count]:
    yield Count("records", "statements", _count(connection, statement))
    yield Count("records", "events", _number(connection, select(func.count()).where(event.c.article.is_not(None))))
    known = select(name.c.entity).distinct().subquery()
    yield Count("records", "entities", _number(connection, select(func.count()).select_from(known)))
    for source, count in _by(connection, event.c.source).most_common():
        if source != "marsad":
            yield Count("records", f"events from {source}", count)


def _links(connection: Connection) -> Iterator[Count]:
    copies = select(func.count()).where(copy.c.original != copy.c.article)
    several = select(func.count()).where(story.c.articles > 1)
    told_again = select(func.count()).where(happening.c.tellings > 1)
    yield Count("links", "copies", _number(connection, copies))
    yield Count("links", "stories of several articles", _number(connection, several))
    yield Count("links", "happenings", _count(connection, happening))
    yield Count("links", "happenings told several times", _number(connection, told_again))
    for table in (echo, promise, agreement):
        yield Count("links", {"echo": "echoes"}.get(table.name, f"{table.name}s"), _count(connection, table))


def _events(connection: Connection) -> Iterator[Count]:
    """Our own events by type and by status."""
    c = event.c
    grouped = select(c.type, c.status, func.count()).where(c.source == "marsad").group_by(c.type, c.status)
    types, statuses = Counter[str](), Counter[str]()
    for kind, status, count in connection.execute(grouped):
        types[kind] += count
        statuses[status] += count
    yield from _ranked("event types", types)
    yield from _ranked("event status", statuses)


def _outlets(connection: Connection) -> Iterator[Count]:
    c = article.c
    number = func.count()
    most = select(c.outlet, number).where(c.outlet.is_not(None)).group_by(c.outlet)
    for outlet, count in connection.execute(most.order_by(number.desc(), c.outlet).limit(OUTLETS)):
        yield Count("outlets", outlet, count)


def _ranked(group: str, counted: Counter[str]) -> Iterator[Count]:
    for what, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        yield Count(group, what, count)


def _by(connection: Connection, column: ColumnElement[str]) -> Counter[str]:
    rows: Sequence[Any] = connection.execute(select(column, func.count()).group_by(column)).all()
    return Counter(dict(map(tuple, rows)))


def _count(connection: Connection, table: Table) -> int:
    return _number(connection, select(func.count()).select_from(table))


def _number(connection: Connection, query: Any) -> int:
    return connection.scalar(query) or 0
