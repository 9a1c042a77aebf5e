"""The tables by which links are found: items with their groups and profiles, keys, edges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, column, delete, table, update

from marsad.linking.kinds import Edge
from marsad.store import bulk
from marsad.store.tables import link_edge, link_item, link_key

_ARRIVED = table("arrived", column("key"), column("item"))
"""The keys of what came, for as long as the connection lasts."""
_SHARE_KEYS = (
    "SELECT arrived.item, other.item FROM arrived CROSS JOIN link_key AS other "
    "WHERE other.kind = :kind AND other.key = arrived.key AND other.item <> arrived.item "
    "GROUP BY arrived.item, other.item HAVING count(*) >= :shared"
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

    def of_articles(self, articles: Collection[int]) -> dict[int, int]:
        """The items of some articles, each with its group."""
        question = "SELECT item, grp FROM link_item WHERE kind = :kind AND article {articles}"
        return dict(self._ask(question, articles=articles))

    def take_out(self, keys: Mapping[int, Iterable[int]]) -> set[int]:
        """Take out items, each given with its keys; the items that they were linked to."""
        linked = self._ask("SELECT a, b FROM link_edge WHERE kind = :kind AND a {items}", items=keys.keys())
        self._delete(link_item, ("item",), [(item,) for item in keys])
        self._delete(link_key, ("key", "item"), {(key, item) for item, several in keys.items() for key in several})
        self._delete(link_edge, ("a", "b"), {edge for a, b in linked for edge in ((a, b), (b, a))})
        return {b for _, b in linked} - keys.keys()

    def sharing(self, arrivals: Iterable[Arrival], shared: int) -> set[Edge]:
        """The pairs of one of the arrivals and any other item that share so many keys at least."""
        self.connection.exec_driver_sql("CREATE TEMPORARY TABLE IF NOT EXISTS arrived (key BIGINT, item BIGINT)")
        self.connection.exec_driver_sql("DELETE FROM arrived")
        keys = {(key, arrival.item) for arrival in arrivals for key in arrival.keys}
        bulk.enter(self.connection, _ARRIVED, [{"key": key, "item": item} for key, item in sorted(keys)])
        found = self._ask(_SHARE_KEYS, shared=shared)
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

    def _delete(self, of: Table, columns: Sequence[str], rows: Collection[tuple[int, ...]]) -> None:
        if rows:
            chosen = [of.c[name] == bindparam(f"of_{name}") for name in columns]
            values = [{f"of_{name}": value for name, value in zip(columns, row, strict=True)} for row in sorted(rows)]
            self.connection.execute(delete(of).where(of.c.kind == self.kind, *chosen), values)

    def _ask(self, question: str, **values: Any) -> Sequence[Any]:
        return bulk.ask(self.connection, question, kind=self.kind, **values)
