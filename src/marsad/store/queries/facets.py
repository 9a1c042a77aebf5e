"""Rows of a list counted by the values by which it can be narrowed, all at once: what each filter leaves of the others
is added up from the groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func

Narrowing = Mapping[str, Sequence[str]]
"""Facets with the values that are wanted; without values all are."""


class Group(NamedTuple):
    """How many rows have these values of the facets."""

    values: dict[str, str | None]
    rows: int


def grouped(connection: Connection, chosen: Select[Any], columns: Mapping[str, Any]) -> tuple[Group, ...]:
    """The rows of a query, which selects nothing yet, by the values of some columns."""
    counted = chosen.with_only_columns(*columns.values(), func.count()).group_by(*columns.values())
    return tuple(
        Group(dict(zip(columns, row[:-1], strict=True)), row[-1])
        for row in connection.execute(counted)
    )  # fmt: skip


def total(several: Iterable[Group], narrowed: Narrowing) -> int:
    """How many rows have the values that are wanted."""
    return sum(group.rows for group in several if not any(_missed(group, narrowed)))


def counts(several: Iterable[Group], narrowed: Narrowing) -> dict[str, dict[str, int]]:
    """Of each facet of `narrowed`, how many rows there are of each value, among those of the values of the others."""
    found: dict[str, dict[str, int]] = {facet: {} for facet in narrowed}
    for group in several:
        missed = set(_missed(group, narrowed))
        for facet, value in group.values.items():
            if value and missed <= {facet}:
                found[facet][value] = found[facet].get(value, 0) + group.rows
    return found


def _missed(group: Group, narrowed: Narrowing) -> Iterator[str]:
    """The facets of which a group has no value that is wanted."""
    for facet, wanted in narrowed.items():
        if wanted and group.values[facet] not in wanted:
            yield facet
