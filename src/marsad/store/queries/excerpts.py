"""The sentences of articles that records stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from marsad.store.ids import parse_id, public_id
from marsad.store.queries.entities import parts
from marsad.store.queries.tellings import ArticleName, sentence
from marsad.store.rows import event_id
from marsad.store.tables import article, event, statement


class Excerpt(NamedTuple):
    """An event, a statement or an article by its public id, with its article and its words: the sentence that says it,
    of an article the first one."""

    id: str
    article: ArticleName
    words: str


def excerpts(connection: Connection, ids: Iterable[str]) -> dict[str, Excerpt]:
    """The excerpts of public ids, those that are in the store. Raises `UnknownIdError` for what is no such id."""
    names = {each: parse_id(each) for each in ids}
    articles = _articles(connection, {number for number, _ in names.values()})
    numbers = [event_id(*name) for name in names.values() if name[1]]
    places = _places(connection, numbers)
    found: dict[str, Excerpt] = {}
    for each, (number, record) in names.items():
        row = articles.get(number)
        place = places.get(event_id(number, record)) if record else _first(row)
        if row is not None and place is not None:
            name = ArticleName(public_id(number), row.title, row.outlet, row.published)
            found[each] = Excerpt(each, name, sentence(row.text, *place))
    return found


def _articles(connection: Connection, numbers: Iterable[int]) -> Mapping[int, Any]:
    c, found = article.c, {}
    chosen = select(c.id, c.title, c.outlet, c.published, c.text, c.furniture)
    for part in parts(sorted(numbers)):
        found.update({row.id: row for row in connection.execute(chosen.where(c.id.in_(part)))})
    return found


def _places(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Where the events and the statements of some numbers stand in their texts."""
    e, s = event.c, statement.c
    found: dict[int, tuple[int, int]] = {}
    for part in parts(numbers):
        for row in connection.execute(select(e.id, e.trigger_start, e.trigger_end).where(e.id.in_(part))):
            found[row.id] = row.trigger_start, row.trigger_end
        for row in connection.execute(select(s.id, s.start, s.end).where(s.id.in_(part))):
            found[row.id] = row.start, row.end
    return found


def _first(row: Any) -> tuple[int, int] | None:
    """The first character of an article that is neither blank nor of the page's furniture, nor of its title."""
    if row is None:
        return None
    begun = len(row.text) - len(row.text.lstrip())
    titled = begun + len(row.title) if row.title and row.text.startswith(row.title, begun) else 0
    hidden = [range(titled), *(range(start, end) for start, end in row.furniture)]
    at = next((n for n, c in enumerate(row.text) if not c.isspace() and not any(n in each for each in hidden)), 0)
    return at, at
