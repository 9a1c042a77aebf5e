"""Whom a question is about: an entity's id, a country's code, or a name in Arabic or English as the store knows it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, exists, func, or_, select

from marsad.errors import QueryError
from marsad.language.arabic.searchwords import search_spelling, search_words
from marsad.lexicon.tables import read_tables, values
from marsad.store.names import whole_key
from marsad.store.queries.entities import entities_of
from marsad.store.tables import event_party, name, name_key

_CODE = re.compile(r"[A-Za-z]{3}")
_SEVERAL = 10
"""How many people may be meant by one name; more are too many to be meant."""
_SHOWN = 5
_SHORTEST = 2
"""Letters with which the only word of a name can be looked for at least."""
_ALIKE = 0.6
_ENOUGH_ALIKE = 400


class Actor(NamedTuple):
    """Everyone who is meant: entities, and all who are of a country."""

    entities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    def among(self, entity: Column[Any], country: Column[Any]) -> ColumnElement[bool]:
        """Whether the entity of a row, or its country, is meant."""
        conditions = [
            column.in_(meant) if len(meant) > 1 else column == meant[0]
            for column, meant in ((entity, self.entities), (country, self.countries))
            if meant
        ]
        return or_(*conditions)


def find_actor(connection: Connection, asked: str) -> Actor:
    """Who is meant by an id, a code or a name. A name that is somebody's whole name means those who have it (a state's
    name all who are of the state), a part of a name all who share it. Raises `QueryError` with suggestions.
    """
    text = asked.strip()
    if ":" in text:
        if _is_known(connection, text):
            return Actor((text,))
        raise QueryError(f"{asked!r}: no such entity", _suggestion(connection, search_words(text.partition(":")[2])))
    if _CODE.fullmatch(text) and text.isupper() and _is_country(connection, text):
        return Actor((), (text,))
    words = search_words(text)
    if words:
        found = _by_name(connection, words)
        if found is not None:
            return found
        if code := state_codes().get(words):
            return Actor((), (code,))
    raise QueryError(f"{asked!r}: the store knows nobody of that name", _suggestion(connection, words))


def _is_known(connection: Connection, number: str) -> bool:
    named = exists().where(name.c.entity == number)
    told = exists().where(event_party.c.entity == number)
    return bool(connection.scalar(select(or_(named, told))))


def _is_country(connection: Connection, code: str) -> bool:
    told = select(exists().where(event_party.c.country == code))
    return bool(connection.scalar(told)) or any(row["code"] == code for row in read_tables("actors/states.tsv"))


def _by_name(connection: Connection, words: str) -> Actor | None:
    whole = _with_keys(connection, [whole_key(words)], _SEVERAL)
    if whole and (" " in words or not all(entity.startswith("person:") for entity in whole)):
        return _meant(whole)
    several = _with_keys(connection, sorted(set(words.split())), _SEVERAL + 1)
    people = [entity for entity in several if entity.startswith("person:")] or several
    if len(people) > _SEVERAL:
        shown = _told(connection, people[:_SHOWN])
        raise QueryError(f"{words!r}: many are called so", f"give more of the name or an id, such as {shown}")
    return _meant(people) if people else None


def _meant(entities: Sequence[str]) -> Actor:
    states = tuple(entity[6:] for entity in entities if entity.startswith("state:"))
    return Actor((), states) if states else Actor(tuple(entities))


def _with_keys(connection: Connection, keys: Sequence[str], limit: int) -> list[str]:
    """The entities that have all the keys, those first that most articles know."""
    first, *rest = (name_key.alias(f"k{n}") for n in range(len(keys)))
    joined: Any = first
    for each in rest:
        joined = joined.join(each, each.c.entity == first.c.entity)
    conditions = [table.c.key == key for table, key in zip((first, *rest), keys, strict=True)]
    found = select(first.c.entity).select_from(joined).where(*conditions)
    return list(connection.scalars(found.order_by(first.c.articles.desc(), first.c.entity).limit(limit)))


@cache
def state_codes() -> Mapping[str, str]:
    """The codes of states by the search words of their names, whether the store knows them or not."""
    return MappingProxyType({
        search_words(each): row["code"]
        for row in read_tables("actors/states.tsv")
        for each in (row["code"], row["ar"], row["en"], *values(row["variants"]))
    })  # fmt: skip


def called(connection: Connection, text: str) -> list[str]:
    """The entities whose whole name a text is, else the people who bear it, those first that most articles know."""
    words = search_words(text)
    if not words:
        return []
    bearing = [e for e in _with_keys(connection, sorted(set(words.split())), _SHOWN) if e.startswith("person:")]
    return _with_keys(connection, [whole_key(words)], _SHOWN) or bearing


def beginning(connection: Connection, text: str, limit: int) -> list[str]:
    """The entities in whose names all words of a text stand, of the last one its beginning, those first that most
    articles know."""
    *before, last = text.split() or [""]
    keys = search_words(" ".join(before)).split()
    found: dict[str, int] = {}
    for prefix in _prefixes(last, 1 if keys else _SHORTEST):
        for entity, articles in connection.execute(_with_prefix(prefix, keys, limit)):
            found[entity] = max(articles, found.get(entity, 0))
    return sorted(found, key=lambda entity: (-found[entity], entity))[:limit]


def _prefixes(word: str, shortest: int) -> set[str]:
    """How the key of a word may begin that begins like this, in so many letters at least."""
    spelled = search_spelling(word)
    likely = {search_words(word), spelled, spelled.removeprefix("ال")}
    return {each for each in likely if len(each) >= shortest and " " not in each}


def _with_prefix(prefix: str, keys: Sequence[str], limit: int) -> Select[Any]:
    first = name_key.alias("first")
    joined: Any = first
    conditions = [first.c.key >= prefix, first.c.key < prefix + "\uffff"]
    for n, key in enumerate(dict.fromkeys(keys)):
        other = name_key.alias(f"k{n}")
        joined = joined.join(other, other.c.entity == first.c.entity)
        conditions.append(other.c.key == key)
    known = func.max(first.c.articles)
    found = select(first.c.entity, known).select_from(joined).where(*conditions).group_by(first.c.entity)
    return found.order_by(known.desc(), first.c.entity).limit(limit)


def _suggestion(connection: Connection, words: str) -> str:
    """Who may have been meant: who shares a word, or has one that looks like it."""
    for word in sorted(words.split(), key=len, reverse=True):
        alike = difflib.get_close_matches(word, _keys_like(connection, word), _SHOWN, _ALIKE)
        entities = [entity for key in alike for entity in _with_keys(connection, [key], 2)]
        if entities:
            return f"did you mean {_told(connection, list(dict.fromkeys(entities))[:_SHOWN])}?"
    return "give a country's code (RUS), an entity's id, or another spelling of the name"


def _keys_like(connection: Connection, word: str) -> list[str]:
    """Keys that begin as a word does."""
    first, key = word[:2], name_key.c.key
    near = select(key).where(key >= first, key < first + "\uffff").distinct().limit(_ENOUGH_ALIKE)
    return list(connection.scalars(near))


def _told(connection: Connection, entities: Sequence[str]) -> str:
    known = entities_of(connection, entities)
    return ", ".join(f"{(e := known[each]).ar or e.en} ({each})" if each in known else each for each in entities)
