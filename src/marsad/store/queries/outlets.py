"""Outlets: how much each reports, how much of it is its own, whom it copies and cites, and what it reports on."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from marsad.records import Entity
from marsad.store.queries.entities import entities_of, entity_named
from marsad.store.tables import article, copy, event, event_party, statement

_MOST = 12


class Copied(NamedTuple):
    """Another outlet, and how many articles have the same text as an earlier one of the other."""

    outlet: str
    articles: int


class OutletRow(NamedTuple):
    """An outlet. Of its `articles`, `copies` have the text of an earlier one of another outlet, the rest are its `own`;
    of its `statements`, it `heard` some itself and has the others `through` somebody. `copied` are those that it
    copies, the most copied first."""

    outlet: str
    articles: int
    own: int
    copies: int
    statements: int
    heard: int
    through: int
    copied: tuple[Copied, ...]
    first_day: str | None
    last_day: str | None


class Cited(NamedTuple):
    """Somebody who speaks in an outlet or from whom it has statements, and how many."""

    entity: Entity
    statements: int


class Reported(NamedTuple):
    """A country, or two, and how many events an outlet tells of them."""

    countries: tuple[str, ...]
    events: int


class OutletReport(NamedTuple):
    """What an outlet reports: events by type, the countries and the pairs of countries that take part in most of them,
    who speaks most, and from whom it has what it did not hear itself."""

    types: tuple[tuple[str, int], ...]
    countries: tuple[Reported, ...]
    pairs: tuple[Reported, ...]
    speakers: tuple[Cited, ...]
    sources: tuple[Cited, ...]


def outlets(connection: Connection) -> tuple[OutletRow, ...]:
    """The outlets of the store, those of most articles first."""
    a, s = article.c, statement.c
    published = select(a.outlet, func.count(), func.min(a.first_day), func.max(a.first_day))
    said = select(s.outlet, func.count(), func.count(s.through)).where(s.current, s.outlet.is_not(None))
    told = {row[0]: (row[1], row[2]) for row in connection.execute(said.group_by(s.outlet))}
    copied = _copied(connection)
    rows = connection.execute(published.where(a.current, a.outlet.is_not(None)).group_by(a.outlet)).all()
    found = [_row(row, told.get(row[0], (0, 0)), copied.get(row[0], Counter())) for row in rows]
    return tuple(sorted(found, key=lambda row: (-row.articles, row.outlet)))


def _copied(connection: Connection) -> dict[str, Counter[str]]:
    """Of each outlet, how many of its articles are copies of each other outlet's."""
    here, first = article.alias("here"), article.alias("first")
    joined = copy.join(here, here.c.id == copy.c.article).join(first, first.c.id == copy.c.original)
    chosen = select(here.c.outlet, first.c.outlet, func.count()).select_from(joined)
    others = here.c.current, copy.c.original != copy.c.article, here.c.outlet != first.c.outlet
    found: dict[str, Counter[str]] = {}
    for outlet, original, number in connection.execute(chosen.where(*others).group_by(here.c.outlet, first.c.outlet)):
        found.setdefault(outlet, Counter())[original] = number
    return found


def _row(row: Any, told: tuple[int, int], copied: Counter[str]) -> OutletRow:
    outlet, articles, first, last = row
    statements, through = told
    most = tuple(Copied(*each) for each in sorted(copied.items(), key=lambda item: (-item[1], item[0])))
    copies = sum(copied.values())
    return OutletRow(
        outlet, articles, articles - copies, copies, statements, statements - through, through, most, first, last
    )


def report(connection: Connection, outlet: str) -> OutletReport:
    """What an outlet reports."""
    s = statement.c
    types = _of(select(event.c.type, func.count()), outlet).group_by(event.c.type)
    return OutletReport(
        tuple((row[0], row[1]) for row in connection.execute(types.order_by(func.count().desc(), event.c.type))),
        _countries(connection, outlet), _pairs(connection, outlet), _cited(connection, outlet, s.speaker),
        _cited(connection, outlet, s.through),
    )  # fmt: skip


def _of(chosen: Select[Any], outlet: str, joined: Any = event) -> Select[Any]:
    """What is chosen of the events that an outlet tells."""
    told = joined.join(article, article.c.id == event.c.article)
    return chosen.select_from(told).where(article.c.outlet == outlet, event.c.current)


def _countries(connection: Connection, outlet: str) -> tuple[Reported, ...]:
    country, number = event_party.c.country, func.count(event.c.id.distinct())
    chosen = _of(select(country, number), outlet, event.join(event_party, event_party.c.event == event.c.id))
    most = chosen.where(country.is_not(None)).group_by(country).order_by(number.desc(), country).limit(_MOST)
    return tuple(Reported((row[0],), row[1]) for row in connection.execute(most))


def _pairs(connection: Connection, outlet: str) -> tuple[Reported, ...]:
    one, other = event_party.alias("one"), event_party.alias("other")
    joined = event.join(one, one.c.event == event.c.id).join(other, other.c.event == event.c.id)
    number = func.count(event.c.id.distinct())
    pair = one.c.country, other.c.country
    chosen = _of(select(*pair, number), outlet, joined).where(one.c.country < other.c.country).group_by(*pair)
    rows = connection.execute(chosen.order_by(number.desc(), *pair).limit(_MOST))
    return tuple(Reported((row[0], row[1]), row[2]) for row in rows)


def _cited(connection: Connection, outlet: str, who: Any) -> tuple[Cited, ...]:
    """Those who are named in a column of an outlet's statements."""
    s, number = statement.c, func.count()
    chosen = select(who, number).where(s.outlet == outlet, s.current, who.is_not(None)).group_by(who)
    rows = connection.execute(chosen.order_by(number.desc(), who).limit(_MOST)).all()
    known = entities_of(connection, [row[0] for row in rows])
    return tuple(Cited(entity_named(each, known), times) for each, times in rows)
