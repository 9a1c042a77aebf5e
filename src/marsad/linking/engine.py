"""Links of any kind, drawn for the articles that came and taken back for those that went.

Items are compared only where they share keys, and only the connected components that a pass touches are grouped anew.
What is in the tables afterwards depends on the articles in the store alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from marsad.linking.kinds import Changed, Edge, Kind, Profile
from marsad.linking.linktables import Arrival, LinkTables

_REMEMBERED = 4_000


class Links:
    """The links of one kind. It remembers profiles between passes, the last few thousand that were used."""

    def __init__(self, kind: Kind[Any]) -> None:
        self.kind = kind
        self._profiles: dict[int, Profile] = {}
        self._older: dict[int, Profile] = {}

    def draw(self, connection: Connection, articles: Collection[int], arrivals: Sequence[Arrival]) -> Changed:
        """Take back the links of `articles`, then link the items of those that are (still) there."""
        tables = LinkTables(connection, self.kind.number)
        old = tables.of_articles(articles)
        loosened = self._take_back(tables, old) if old else set()
        tables.enter(arrivals)
        linked = self._link(tables, arrivals)
        return self._group(tables, {a.item for a in arrivals} | loosened | linked, old, frozenset(articles))

    def _take_back(self, tables: LinkTables, items: Collection[int]) -> set[int]:
        """Take items out; those that they were linked to."""
        profiles = self._recall(tables, items)
        self._profiles, self._older = {}, {}
        return tables.take_out({item: set(self.kind.keys(profile)) for item, profile in profiles.items()})

    def _link(self, tables: LinkTables, arrivals: Sequence[Arrival]) -> set[int]:
        """Compare what came with all that shares keys with it; the items that got an edge."""
        pairs = tables.sharing(arrivals, self.kind.shared)
        profiles = self._recall(tables, {item for pair in pairs for item in pair})
        score = self.kind.score
        weights = {(a, b): score(profiles[a], profiles[b]) for a, b in sorted(pairs)}
        edges = {pair: weight for pair, weight in weights.items() if weight > 0}
        tables.enter_edges(edges)
        return {item for edge in edges for item in edge}

    def _recall(self, tables: LinkTables, items: Collection[int]) -> dict[int, Profile]:
        """The profiles of items, by number."""
        recent, older = self._profiles, self._older
        found = {item: profile for item in items if (profile := recent.get(item) or older.get(item)) is not None}
        for item, article, stored in tables.stored([item for item in items if item not in found]):
            found[item] = self.kind.decode(stored, item, article)
        if len(recent) > _REMEMBERED:
            self._profiles, self._older = {}, recent
        self._profiles.update(found)
        return found

    def _group(
        self, tables: LinkTables, touched: set[int], old: Mapping[int, int], articles: frozenset[int]
    ) -> Changed:
        edges = tables.around(touched)
        members = touched | {item for edge in edges for item in edge}
        profiles = self._recall(tables, members)
        before = tables.groups(members)
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
        tables.move({p.item: name for name, group in changed.items() for p in group if before.get(p.item) != name})
        return Changed(frozenset(was.keys() - same), changed, articles)


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
