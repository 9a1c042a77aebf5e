"""Entities by their ids: the name that most articles of the store know them by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from marsad.records import Entity
from marsad.store.tables import entity, name

IN_ONE_QUERY = 900


def parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Values in lists that one query takes."""
    ordered = list(values)
    for start in range(0, len(ordered), IN_ONE_QUERY):
        yield ordered[start : start + IN_ONE_QUERY]


def entities_of(connection: Connection, ids: Iterable[str]) -> dict[str, Entity]:
    """The entities of some ids that the store knows. Of several names the one that most articles have."""
    best: dict[str, tuple[int, Entity]] = {}
    for part in parts(sorted(set(ids))):
        for row in connection.execute(select(name).where(name.c.entity.in_(part)).order_by(name.c.ar, name.c.en)):
            if row.articles > best.get(row.entity, (0,))[0]:
                found = Entity(row.entity, row.kind, row.ar, row.en, row.country or None)
                best[row.entity] = row.articles, found
    return {number: found for number, (_, found) in best.items()}


def articles_knowing(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """How many articles know each of some entities."""
    c = name.c
    return {
        row[0]: row[1]
        for part in parts(sorted(set(ids)))
        for row in connection.execute(
            select(c.entity, func.sum(c.articles)).where(c.entity.in_(part)).group_by(c.entity)
        )
    }  # fmt: skip


def entities_in(connection: Connection, places: Collection[tuple[int, str]]) -> dict[tuple[int, str], Entity]:
    """Entities as articles know them (with the office held then), by the article's number and the entity's id."""
    found: dict[tuple[int, str], Entity] = {}
    wanted = set(places)
    # By articles alone: SQLite looks up no pairs of values by an index.
    for part in parts(sorted({number for number, _ in wanted})):
        for row in connection.execute(select(entity).where(entity.c.article.in_(part))):
            if (row.article, row.entity) in wanted:
                known = Entity(row.entity, row.kind, row.ar, row.en, row.country, row.sector, row.office)
                found[row.article, row.entity] = known
    return found


def unnamed(number: str) -> Entity:
    """An entity of which no more than its id is known."""
    kind = number.partition(":")[0]
    return Entity(number, kind, "", country=number[6:] if kind == "state" else None)  # type: ignore[arg-type]


def entity_named(number: str, known: Mapping[str, Entity]) -> Entity:
    """The entity of an id among those that are `known`, else one of which no more is known."""
    return known.get(number) or unnamed(number)


def foreign_party(number: str | None, name: str, country: str | None, sector: str = "") -> Entity:
    """A party of others' data, by the name that they give it."""
    kind = unnamed(number).kind if number else "group"
    return Entity(number or "", kind, "", name, country, sector)


def in_order(ids: Sequence[str], known: Mapping[str, Entity]) -> tuple[Entity, ...]:
    """The entities of some ids, in their order."""
    return tuple(entity_named(each, known) for each in ids)
