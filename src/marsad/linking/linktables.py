"""The tables by which links are found: items with their groups and profiles, keys, edges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, update

from marsad.linking.kinds import Edge
from marsad.store import bulk
from marsad.store.tables import link_edge, link_item, link_key

_SHARE_KEYS = (
    "SELECT mine.item, other.item FROM link_key AS mine CROSS JOIN link_key AS other "
    "WHERE mine.kind = :kind AND mine.item {items} "
    "AND other.kind = :kind AND other.key = mine.key AND other.item <> mine.item "
    "GROUP BY mine.item, other.item HAVING count(*) >= :shared"
)
_AROUND = (
    "WITH RECURSIVE around(item) AS (SELECT item FROM link_item WHERE kind = :kind AND item {items} "
    "UNION SELECT e.b FROM around CROSS JOIN link_edge AS e WHERE e.kind = :kind AND e.a = around.item) "
    "SELECT e.a, e.b, e.weight FROM around CROSS JOIN link_edge AS e "
    "WHERE e.kind = :kind AND e.a = around.item AND e.a < e.b"
)
"""In a cross join SQLite takes the tables in the order in which they are named."""


class Arrival(NamedTuple):
    """An item of an article that came: what is stored of it, and its keys."""

    item: int
    article: int
    stored: bytes
    keys: tuple[int, ...]


class LinkTables:
    """The rows of one kind of links."""

    def __init__(self, connection: Connection, kind: int) -> None:
        self.connection, self.kind = connection, kind

    def enter(self, arrivals: Iterable[Arrival]) -> None:
        """Enter items, each as a group of its own, with their keys."""
        kind, several = self.kind, sorted(arrivals)
        bulk.enter(self.connection, link_item, [
            {"kind": kind, "item": a.item, "article": a.article, "grp": a.item, "profile": a.stored} for a in several
        ])  # fmt: skip
        keys = sorted({(key, a.item) for a in several for key in a.keys})
        bulk.enter(self.connection, link_key, [{"kind": kind, "key": key, "item": item} for key, item in keys])

    def enter_edges(self, edges: Mapping[Edge, float]) -> None:
        """Enter edges."""
        both = sorted((*pair, weight) for (a, b), weight in edges.items() for pair in ((a, b), (b, a)))
        bulk.enter(self.connection, link_edge, [
            {"kind": self.kind, "a": a, "b": b, "weight": weight} for a, b, weight in both
        ])  # fmt: skip

    def take_out(self, articles: Collection[int]) -> tuple[dict[int, int], set[int]]:
        """Take out the items of some articles: the items, each with its group, and those that they were linked to."""
        items = dict(
            self._ask("SELECT item, grp FROM link_item WHERE kind = :kind AND article {articles}", articles=articles)
        )
        if not items:
            return {}, set()
        linked = self._ask("SELECT a, b FROM link_edge WHERE kind = :kind AND a {items}", items=items.keys())
        turned = [{"of": b, "to": a} for a, b in linked]
        for table, column in ((link_item, "item"), (link_key, "item"), (link_edge, "a")):
            gone = delete(table).where(table.c.kind == self.kind, table.c[column] == bindparam("gone"))
            self.connection.execute(gone, [{"gone": item} for item in items])
        if turned:
            e = link_edge.c
            mirrored = delete(link_edge).where(e.kind == self.kind, e.a == bindparam("of"), e.b == bindparam("to"))
            self.connection.execute(mirrored, turned)
        return items, {row["of"] for row in turned} - items.keys()

    def sharing(self, items: Collection[int], shared: int) -> set[Edge]:
        """The pairs of one of the items and any other that share so many keys at least."""
        found = self._ask(_SHARE_KEYS, items=items, shared=shared)
        return {(a, b) if a < b else (b, a) for a, b in found}

    def around(self, items: Collection[int]) -> dict[Edge, float]:
        """All edges of the connected components that items lie in."""
        return {(a, b): weight for a, b, weight in self._ask(_AROUND, items=items)}

    def groups(self, items: Collection[int]) -> dict[int, int]:
        """The group of each item."""
        return dict(self._ask("SELECT item, grp FROM link_item WHERE kind = :kind AND item {items}", items=items))

    def stored(self, items: Collection[int]) -> Sequence[Any]:
        """Number, article and stored profile of each item."""
        return self._ask(
            "SELECT item, article, profile FROM link_item WHERE kind = :kind AND item {items}", items=items
        )

    def move(self, groups: Mapping[int, int]) -> None:
        """Put items into groups."""
        if groups:
            t = link_item.c
            moved = update(link_item).where(t.kind == self.kind, t.item == bindparam("of"))
            rows = [{"of": item, "to": group} for item, group in sorted(groups.items())]
            self.connection.execute(moved.values(grp=bindparam("to")), rows)

    def _ask(self, question: str, **values: Any) -> Sequence[Any]:
        return bulk.ask(self.connection, question, kind=self.kind, **values)
