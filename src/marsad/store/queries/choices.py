"""Words that a question may be limited by: types and statuses of events, outlets."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from sqlalchemy import Connection, exists, select

from marsad.errors import QueryError
from marsad.language.arabic.searchwords import search_words
from marsad.lexicon.tables import read_tables, values
from marsad.records import EVENT_TYPES, Status
from marsad.store.names import whole_key
from marsad.store.tables import article, event, name_key

STATUSES: tuple[str, ...] = get_args(Status)


def event_types(asked: Iterable[str]) -> tuple[str, ...]:
    """PLOVER types in capitals. Raises `QueryError` for one that is none."""
    return tuple(_one_of(each.upper(), EVENT_TYPES, each, "type of event") for each in asked)


def statuses(asked: Iterable[str]) -> tuple[str, ...]:
    """Statuses of events. Raises `QueryError` for one that is none."""
    return tuple(_one_of(each.lower(), STATUSES, each, "status") for each in asked)


def _one_of(value: str, known: Sequence[str], asked: str, what: str) -> str:
    if value not in known:
        raise QueryError(f"{asked!r} is no {what}", f"there are {', '.join(known)}")
    return value


def find_outlet(connection: Connection, asked: str) -> str:
    """An outlet's id by its id, the words of it, or its name in Arabic or English. Raises `QueryError`."""
    text = asked.strip()
    guesses = itertools.chain(
        (text, f"media:{text.lower().replace(' ', '-')}"), _called(connection, search_words(text))
    )
    found = next((each for each in guesses if _published(connection, each)), None)
    if found is None:
        raise QueryError(f"{asked!r}: no article of that outlet", "marsad stats lists the outlets of a store")
    return found


def _called(connection: Connection, words: str) -> Iterator[str]:
    """Entities that the store knows by a name, then outlets that the lexicon knows by it."""
    keys = name_key.c
    named = select(keys.entity).where(keys.key == whole_key(words)).order_by(keys.articles.desc())
    yield from connection.scalars(named)
    for row in read_tables("actors/outlets.tsv"):
        if words in map(search_words, (row["ar"], row["en"], *values(row["variants"]))):
            yield row["id"]


def _published(connection: Connection, outlet: str) -> bool:
    return bool(connection.scalar(select(exists().where(article.c.outlet == outlet))))


def find_source(connection: Connection, asked: str) -> str:
    """A source of imported events. Raises `QueryError` if none of its are there."""
    source = asked.strip().lower()
    if not connection.scalar(select(exists().where(event.c.source == source))):
        raise QueryError(f"{asked!r}: no events of that source", "import some with: marsad import")
    return source
