"""Statements as a list: by speaker or without one, the newest first, narrowed by facets that are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, exists, func, literal_column, or_, select

from marsad.store.queries.facets import Group, Narrowing, grouped
from marsad.store.queries.paging import Cut, Page
from marsad.store.queries.quotes import Asked, Quote, conditions_of, quotes_in_order, says
from marsad.store.tables import echo, echo_statement, statement

OWN = "own"
"""The chain of a statement that its outlet has from nobody else."""
_COLUMNS: Mapping[str, Any] = {
    "kind": statement.c.kind, "act": statement.c.act, "outlet": statement.c.outlet,
    "chain": func.coalesce(statement.c.through, literal_column(f"'{OWN}'")), "language": statement.c.language,
}  # fmt: skip
FACETS = tuple(_COLUMNS)
"""By what statements can be narrowed; a `chain` is `OWN`, or from whom the outlet has the statement."""


class Wanted(NamedTuple):
    """What statements are looked for: those of `asked`, of at least `confidence` (0 to 1). Words that several tell are
    taken once, as they were told first, unless `repeats` are wanted too."""

    asked: Asked = Asked()
    confidence: float = 0.0
    repeats: bool = False


def statements(connection: Connection, wanted: Wanted, narrowed: Narrowing, cut: Cut) -> Page[Quote]:
    """Statements, the newest first."""
    s = statement.c
    chosen = _newest_first(select(s.id), connection, wanted).where(*_within(narrowed))
    if wanted.asked.words is None:
        found = cut.of(connection.scalars(chosen.limit(cut.fetched).offset(cut.offset)))
    else:
        rows = connection.execute(chosen.add_columns(s.content))
        found = cut.of_all(row.id for row in rows if says(row.content, wanted.asked.words))
    return Page(quotes_in_order(connection, found.rows), found.more)


def groups(connection: Connection, wanted: Wanted) -> tuple[Group, ...]:
    """All that are wanted, counted by the values of their facets: see `facets`."""
    if wanted.asked.words is None:
        chosen = select(statement.c.id).where(*_conditions(connection, wanted))
        return grouped(connection, chosen, _COLUMNS)
    chosen = _newest_first(select(*_COLUMNS.values(), statement.c.content), connection, wanted)
    told = Counter(tuple(row[:-1]) for row in connection.execute(chosen) if says(row[-1], wanted.asked.words))
    return tuple(Group(dict(zip(_COLUMNS, values, strict=True)), number) for values, number in told.items())


def _newest_first(chosen: Select[Any], connection: Connection, wanted: Wanted) -> Select[Any]:
    s = statement.c
    return chosen.where(*_conditions(connection, wanted)).order_by(s.day.desc().nulls_last(), s.id.desc())


def _conditions(connection: Connection, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    s = statement.c
    yield s.current
    yield from conditions_of(connection, wanted.asked)
    if wanted.confidence > 0:
        yield s.confidence >= wanted.confidence
    if not wanted.repeats:
        told = echo_statement.join(echo, echo.c.id == echo_statement.c.echo)
        again = exists().select_from(told).where(echo_statement.c.statement == s.id, echo.c.first_statement != s.id)
        yield ~again


def _within(narrowed: Narrowing) -> Iterator[ColumnElement[bool]]:
    for facet, values in narrowed.items():
        if facet == "chain" and values:
            through = statement.c.through
            named = [value for value in values if value != OWN]
            yield or_(*([through.is_(None)] if OWN in values else []), *([through.in_(named)] if named else []))
        elif values:
            yield _COLUMNS[facet].in_(values)
