"""Events as articles tell them: in their words, by whom, when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from marsad.records import Entity
from marsad.store.ids import public_id
from marsad.store.queries.entities import entities_in, foreign_party, parts, unnamed
from marsad.store.queries.eventnames import event_id_of
from marsad.store.tables import article, event, event_party

_LONGEST = 320
"""Characters of a sentence that are shown, more or less."""
_END = re.compile(r"[.!?؟…](?=\s|$)|\n")


class ArticleName(NamedTuple):
    """An article by its id, with what one wants to know of it first."""

    id: str
    title: str
    outlet: str | None
    published: str | None


class Told(NamedTuple):
    """An event as an article tells it, or as others' data has it (then without an article). `words` is the sentence."""

    id: str
    article: ArticleName | None
    words: str
    trigger: str
    type: str
    mode: str | None
    status: str
    time: str | None
    place: str | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    according_to: tuple[Entity, ...]
    quantities: tuple[dict[str, Any], ...]
    contexts: tuple[str, ...]
    statement: str | None
    confidence: float
    codes: dict[str, Any] | None


def tellings(connection: Connection, events: Iterable[int]) -> tuple[Told, ...]:
    """Events in the order in which their articles were published."""
    a = article.c
    joined = event.outerjoin(article, a.id == event.c.article)
    chosen = select(event, a.title, a.outlet, a.published, a.first_day.label("published_day"), a.text)
    rows: list[Any] = []
    for part in parts(events):
        rows += connection.execute(chosen.select_from(joined).where(event.c.id.in_(part)))
    rows.sort(key=lambda row: (row.published_day or "9", row.article or 0, _number(row.name), row.id))
    sides = _sides(connection, [row.id for row in rows])
    known = entities_in(connection, {(r.article, each) for r in rows if r.article for each in _entities(r, sides)})
    return tuple(_told(row, sides, known) for row in rows)


def _number(name: str) -> int:
    return int(name[1:]) if name[1:].isdigit() else 0


def _sides(connection: Connection, events: Sequence[int]) -> dict[tuple[int, str], list[Any]]:
    found: dict[tuple[int, str], list[Any]] = {}
    c = event_party.c
    for part in parts(events):
        for row in connection.execute(select(event_party).where(c.event.in_(part)).order_by(c.event, c.role, c.n)):
            found.setdefault((row.event, row.role), []).append(row)
    return found


def _entities(row: Any, sides: dict[tuple[int, str], list[Any]]) -> Iterable[str]:
    yield from row.according_to
    for role in ("actor", "recipient"):
        yield from (party.entity for party in sides.get((row.id, role), ()) if party.entity)


def _told(row: Any, sides: dict[tuple[int, str], list[Any]], known: dict[tuple[int, str], Entity]) -> Told:
    def named(each: str) -> Entity:
        return known.get((row.article, each)) or unnamed(each)

    def side(role: str) -> tuple[Entity, ...]:
        return tuple(
            foreign_party(p.entity, p.name, p.country, p.sector) if p.name else named(p.entity)
            for p in sides.get((row.id, role), ())
        )

    of = row.article
    return Told(
        event_id_of(row),
        None if of is None else _named(row),
        (row.codes or {}).get("text", "") if of is None else sentence(row.text, row.trigger_start, row.trigger_end),
        row.trigger, row.type, row.mode, row.status, row.time, row.place, side("actor"), side("recipient"),
        tuple(map(named, row.according_to)), tuple(row.quantities), tuple(row.contexts),
        public_id(of, row.statement) if of is not None and row.statement else None, row.confidence, row.codes,
    )  # fmt: skip


def _named(row: Any) -> ArticleName:
    return ArticleName(public_id(row.article), row.title or first_line(row.text), row.outlet, row.published)


def first_line(text: str) -> str:
    """What an article without a title is known by: the beginning of its first line that is not empty."""
    line = next((each for each in text[:_LONGEST].splitlines() if each.strip()), "")
    return " ".join(line.split())


def sentence(text: str, start: int, end: int) -> str:
    """The sentence in which some characters stand; of a long one, what is around them."""
    first, last = sentence_at(text, start, end)
    return text[first:last].strip()


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where that sentence begins and ends."""
    first = max((m.end() for m in _END.finditer(text, 0, start)), default=0)
    after = _END.search(text, end)
    last = after.end() if after else len(text)
    if last - first > _LONGEST:
        first = max(first, _blank_before(text, start - _LONGEST // 2))
        last = max(end, min(last, _blank_after(text, first + _LONGEST)))
    return first, last


def _blank_before(text: str, near: int) -> int:
    return max(text.rfind(" ", 0, max(near, 0)), 0)


def _blank_after(text: str, near: int) -> int:
    found = text.find(" ", near)
    return found if found >= 0 else len(text)
