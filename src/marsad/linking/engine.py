"""Links of any kind, drawn for the articles that came and taken back for those that went.

Items are compared only where they share keys, and only the connected components that a pass touches are grouped anew.
What is in the tables afterwards depends on the articles in the store alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from marsad.linking.kinds import Changed, Edge, Kind, Profile
from marsad.store.tables import link_edge, link_item, link_key

_IN_ONE_QUERY = 900
_REMEMBERED = 6_000
T = TypeVar("T")


class Arrival(NamedTuple):
    """An item of an article that came: what is stored of it, and its keys."""

    item: int
    article: int
    stored: bytes
    keys: tuple[int, ...]


class Links:
    """The links of one kind. It remembers profiles between passes, the last few thousand that were used."""

    def __init__(self, kind: Kind[Any]) -> None:
        self.kind = kind
        self._profiles: dict[int, Profile] = {}

    def draw(self, connection: Connection, articles: Collection[int], arrivals: Sequence[Arrival]) -> Changed:
        """Take back the links of `articles`, then link the items of those that are (still) there."""
        old, loosened = self._take_back(connection, articles)
        self._enter(connection, arrivals)
        linked = self._link(connection, arrivals)
        return self._group(connection, {a.item for a in arrivals} | loosened | linked, old, frozenset(articles))

    def _take_back(self, connection: Connection, articles: Collection[int]) -> tuple[dict[int, int], set[int]]:
        """The items that go, each with its group, and the items that they were linked to."""
        number, t = self.kind.number, link_item.c
        old: dict[int, int] = {}
        for part in _parts(articles):
            found = select(t.item, t.grp).where(t.kind == number, t.article.in_(part))
            old.update((row.item, row.grp) for row in connection.execute(found))
        loosened = {item for edge in self._edges(connection, old) for item in edge} - set(old)
        for part in _parts(old):
            connection.execute(delete(link_item).where(t.kind == number, t.item.in_(part)))
            connection.execute(delete(link_key).where(link_key.c.kind == number, link_key.c.item.in_(part)))
            ends = or_(link_edge.c.a.in_(part), link_edge.c.b.in_(part))
            connection.execute(delete(link_edge).where(link_edge.c.kind == number, ends))
        return old, loosened

    def _enter(self, connection: Connection, arrivals: Sequence[Arrival]) -> None:
        number = self.kind.number
        items = [
            {"kind": number, "item": a.item, "article": a.article, "grp": a.item, "profile": a.stored} for a in arrivals
        ]
        keys = [{"kind": number, "key": k, "item": a.item} for a in arrivals for k in sorted(set(a.keys))]
        for table, rows in ((link_item, items), (link_key, keys)):
            if rows:
                connection.execute(insert(table), rows)

    def _link(self, connection: Connection, arrivals: Sequence[Arrival]) -> set[int]:
        """Compare what came with all that shares keys with it; the items that got an edge."""
        pairs = self._candidates(connection, arrivals)
        profiles = self._recall(connection, {item for pair in pairs for item in pair})
        score, number = self.kind.score, self.kind.number
        weights = {(a, b): score(profiles[a], profiles[b]) for a, b in sorted(pairs)}
        edges = {pair: weight for pair, weight in weights.items() if weight > 0}
        rows = [{"kind": number, "a": a, "b": b, "weight": weight} for (a, b), weight in edges.items()]
        if rows:
            connection.execute(insert(link_edge), rows)
        return {item for edge in edges for item in edge}

    def _candidates(self, connection: Connection, arrivals: Sequence[Arrival]) -> set[Edge]:
        postings: dict[int, list[int]] = {}
        t = link_key.c
        for part in _parts({key for a in arrivals for key in a.keys}):
            found = select(t.key, t.item).where(t.kind == self.kind.number, t.key.in_(part))
            for key, item in connection.execute(found):
                postings.setdefault(key, []).append(item)
        pairs: set[Edge] = set()
        for arrival in arrivals:
            shared = Counter(item for key in set(arrival.keys) for item in postings.get(key, ()))
            for item, count in shared.items():
                if count >= self.kind.shared and item != arrival.item:
                    pairs.add((min(item, arrival.item), max(item, arrival.item)))
        return pairs

    def _recall(self, connection: Connection, items: Iterable[int]) -> dict[int, Profile]:
        """The profiles of items, by number."""
        wanted = set(items)
        found = {item: self._profiles[item] for item in wanted if item in self._profiles}
        t = link_item.c
        for part in _parts(wanted - found.keys()):
            rows = select(t.item, t.article, t.profile).where(t.kind == self.kind.number, t.item.in_(part))
            for row in connection.execute(rows):
                found[row.item] = self.kind.decode(row.profile, row.item, row.article)
        if len(self._profiles) > _REMEMBERED:
            self._profiles.clear()
        self._profiles.update(found)
        return found

    def _edges(self, connection: Connection, items: Collection[int]) -> dict[Edge, float]:
        """The edges that have an end among `items`."""
        t = link_edge.c
        edges: dict[Edge, float] = {}
        for end in (t.a, t.b):
            for part in _parts(items):
                found = select(t.a, t.b, t.weight).where(t.kind == self.kind.number, end.in_(part))
                edges.update(((row.a, row.b), row.weight) for row in connection.execute(found))
        return edges

    def _group(
        self, connection: Connection, touched: set[int], old: Mapping[int, int], articles: frozenset[int]
    ) -> Changed:
        edges = self._around(connection, touched)
        members = touched | {item for edge in edges for item in edge}
        profiles = self._recall(connection, members)
        before = self._groups_of(connection, members)
        was: dict[int, set[int]] = {}
        for item, group in (*old.items(), *before.items()):
            was.setdefault(group, set()).add(item)
        now: dict[int, Sequence[Profile]] = {}
        for component, inner in components(members, edges):
            for together in self.kind.groups([profiles[item] for item in component], inner):
                ordered = sorted(together)
                now[ordered[0]] = [profiles[item] for item in ordered]
        same = {
            name for name, group in now.items()
            if was.get(name) == {p.item for p in group} and not touched.intersection(was[name])
        }  # fmt: skip
        changed = {name: group for name, group in now.items() if name not in same}
        self._note(connection, changed, before)
        return Changed(frozenset(was.keys() - same), changed, articles)

    def _around(self, connection: Connection, touched: Collection[int]) -> dict[Edge, float]:
        """All edges of the connected components that `touched` lies in."""
        edges: dict[Edge, float] = {}
        seen: set[int] = set()
        frontier = set(touched)
        while frontier:
            seen |= frontier
            found = self._edges(connection, frontier)
            edges.update(found)
            frontier = {item for edge in found for item in edge} - seen
        return edges

    def _groups_of(self, connection: Connection, items: Collection[int]) -> dict[int, int]:
        t = link_item.c
        groups: dict[int, int] = {}
        for part in _parts(items):
            found = select(t.item, t.grp).where(t.kind == self.kind.number, t.item.in_(part))
            groups.update((row.item, row.grp) for row in connection.execute(found))
        return groups

    def _note(self, connection: Connection, groups: Mapping[int, Sequence[Profile]], before: Mapping[int, int]) -> None:
        rows = [
            {"of": p.item, "to": name}
            for name, several in groups.items()
            for p in several
            if before.get(p.item) != name
        ]  # fmt: skip
        if rows:
            t = link_item.c
            moved = update(link_item).where(t.kind == self.kind.number, t.item == bindparam("of"))
            connection.execute(moved.values(grp=bindparam("to")), rows)


def components(items: Iterable[int], edges: Mapping[Edge, float]) -> Iterator[tuple[list[int], dict[Edge, float]]]:
    """The connected components, each as its items in order and the edges among them."""
    neighbours: dict[int, list[int]] = {item: [] for item in items}
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    seen: set[int] = set()
    for start in sorted(neighbours):
        if start in seen:
            continue
        seen.add(start)
        component = [start]
        for item in component:
            fresh = [n for n in neighbours[item] if n not in seen]
            seen.update(fresh)
            component.extend(fresh)
        inside = {(a, b): edges[a, b] for a in component for b in neighbours[a] if a < b}
        yield sorted(component), inside


def _parts(values: Iterable[T]) -> Iterator[list[T]]:
    """Values in lists that one query takes."""
    ordered = list(values)
    for start in range(0, len(ordered), _IN_ONE_QUERY):
        yield ordered[start : start + _IN_ONE_QUERY]
