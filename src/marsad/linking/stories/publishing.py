"""Stories written into the store: their title, days, outlets, and who had them first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, delete

from marsad.linking.kinds import Changed, Edge
from marsad.linking.linkage import average_linkage
from marsad.linking.queries import parts
from marsad.store import bulk
from marsad.store.ids import stable_id
from marsad.store.tables import story, story_article

Score = Callable[[Any, Any], float]
_TITLE = 160


def publish(connection: Connection, changed: Changed, score: Score, same: float) -> None:
    """Write the stories that changed; one article alone is none. `score` tells how alike two articles are, `same` from
    where on they count as one telling.
    """
    gone = sorted(map(story_id, changed.gone | changed.groups.keys()))
    for part in parts(gone):
        connection.execute(delete(story).where(story.c.id.in_(part)))
    several = {story_id(name): group for name, group in changed.groups.items() if len(group) > 1}
    rows = _articles(connection, [p.article for group in several.values() for p in group])
    stories, members = [], []
    for number, group in several.items():
        alike = {(a.item, b.item): weight for a, b in combinations(group, 2) if (weight := score(a, b)) > 0}
        stories.append({"id": number} | _story({p.article: rows[p.article] for p in group}, alike, same))
        members += [{"story": number, "article": p.article} for p in group]
    bulk.enter(connection, story, stories)
    bulk.enter(connection, story_article, members)


def _articles(connection: Connection, numbers: list[int]) -> dict[int, Any]:
    """What the stories tell of their articles, by number."""
    wanted = (
        "SELECT id, title, substr(text, 1, 400) AS body, outlet, first_day, last_day, words "
        "FROM article WHERE id {numbers}"
    )
    return {row.id: row for row in bulk.ask(connection, wanted, numbers=numbers)}


def story_id(group: int) -> int:
    """The number of the story of a group."""
    return stable_id("story", group)


def _story(rows: dict[int, Any], alike: dict[Edge, float], same: float) -> dict[str, Any]:
    numbers = list(rows)
    central = rows[_central(numbers, alike)]
    first = min(rows.values(), key=lambda row: (row.last_day or "9999", -row.words, row.id))
    days = sorted(day for row in rows.values() for day in (row.first_day, row.last_day) if day)
    return {
        "title": _title(central.title, central.body),
        "first_day": days[0] if days else None,
        "last_day": days[-1] if days else None,
        "first_article": first.id,
        "articles": len(numbers),
        "tellings": len(average_linkage(numbers, alike, same)),
        "outlets": len({row.outlet for row in rows.values() if row.outlet}),
    }


def _central(numbers: Sequence[int], alike: dict[Edge, float]) -> int:
    """The article that is most like all the others; of several the one with the smallest number."""
    total = dict.fromkeys(numbers, 0.0)
    for edge, weight in sorted(alike.items()):
        for end in edge:
            total[end] += weight
    return min(numbers, key=lambda number: (-round(total[number], 6), number))


def _title(headline: str, body: str) -> str:
    """An article's headline, or the beginning of its text."""
    text = " ".join((headline or body).split())
    return text if len(text) <= _TITLE else text[:_TITLE].rsplit(" ", 1)[0] + " …"
