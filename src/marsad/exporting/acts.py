"""One event of the world for formats that know each event once: a happening with all that tell it, an event that was
not linked, or one of others' data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Connection, exists, select

from marsad.exporting.happeningrows import tellings_of
from marsad.exporting.loading import (
    Found,
    batches,
    by_article,
    parties_of,
    rows_where,
)
from marsad.exporting.selection import OWN, Selection
from marsad.exporting.sentences import first_paragraph, sentence_around
from marsad.exporting.values import english, quantities
from marsad.store.ids import link_id, public_id
from marsad.store.queries.eventnames import event_id_of
from marsad.store.tables import (
    article,
    entity,
    event,
    happening,
    happening_party,
    mention,
    statement,
    story_article,
    telling,
)

_AT_ONCE = 300


class Words(NamedTuple):
    """Words of an article with their offsets there."""

    text: str
    start: int
    end: int


class Party(NamedTuple):
    """Who acts, or upon whom. `sector` is PLOVER's; `words` name the party in the article that told it first."""

    entity: str
    name: str
    kind: str
    country: str | None
    sector: str
    office: str
    words: Words | None = None


class Telling(NamedTuple):
    """An event of an article that tells an act."""

    id: str
    event: Found
    article: Found
    via: Sequence[str]

    @property
    def trigger(self) -> Words:
        """The word that names the act."""
        e = self.event
        return Words(e.trigger, e.trigger_start, e.trigger_end)


class Act(NamedTuple):
    """One event of the world. `number` is that of the happening or event; `tellings` stand in the order of
    publication and are none for others' data; `quotation` is the sentence of the first; `cast` are the entities of its
    article, `story` the id of its story. Of others' data, `cited` is the id that they give and `codes` are theirs."""

    number: int
    id: str
    source: str
    type: str
    mode: str | None
    status: str
    day: str | None
    last_day: str | None
    time: str | None
    place: str | None
    contexts: Sequence[str]
    quantities: Sequence[Mapping[str, Any]]
    actors: Sequence[Party]
    recipients: Sequence[Party]
    confidence: float
    tellings: Sequence[Telling] = ()
    quotation: Words | None = None
    leads: bool = False
    cast: Sequence[Found] = ()
    story: str = ""
    cited: str = ""
    codes: Mapping[str, str] = MappingProxyType({})


def acts(connection: Connection, chosen: Selection) -> Iterator[Act]:
    """Every act that articles tell: happenings, then events that were not linked; none where events read in articles
    are not wanted. Days are not looked at, since a format may file an act under another day than the store does."""
    if not chosen.takes_source(OWN):
        return
    ordered = select(happening).order_by(happening.c.day.is_(None), happening.c.day, happening.c.id)
    for batch in batches(connection, ordered, _AT_ONCE):
        yield from _of_happenings(connection, batch, chosen)
    linked = exists().where(telling.c.event == event.c.id)
    alone = select(event).where(event.c.source == OWN, event.c.current, ~linked)
    by_day = (event.c.day.is_(None), event.c.day, event.c.article, event.c.id)  # so that an article is read once
    for batch in batches(connection, alone.order_by(*by_day), _AT_ONCE):
        yield from _of_events(connection, [e for e in batch if e.confidence >= chosen.confidence])


class _Loaded(NamedTuple):
    """What the acts of a batch are made of: tellings by the number of their event, entities by article, mentions by
    article and entity, stories by article."""

    tellings: Mapping[int, Telling]
    entities: Mapping[int, Sequence[Found]]
    mentions: Mapping[tuple[int, str], Sequence[Found]]
    stories: Mapping[int, str]


def _load(connection: Connection, events: Sequence[Found]) -> _Loaded:
    numbers = sorted({e.article for e in events})
    articles = {a.id: a for a in rows_where(connection, select(article), article.c.id, numbers)}
    said = select(statement.c.article, statement.c.name, statement.c.speaker, statement.c.via)
    via = {
        (s.article, s.name): [*s.via, s.speaker] for s in rows_where(connection, said, statement.c.article, numbers)
    }  # fmt: skip
    stories = rows_where(connection, select(story_article), story_article.c.article, numbers)
    return _Loaded(
        {e.id: Telling(event_id_of(e), e, articles[e.article], via.get((e.article, e.statement), ())) for e in events},
        by_article(connection, entity, numbers, "n"),
        _mentions(connection, numbers),
        {row.article: link_id("story", row.story) for row in sorted(stories, key=lambda row: -row.story)},
    )


def _mentions(connection: Connection, articles: Sequence[int]) -> dict[tuple[int, str], list[Found]]:
    found: dict[tuple[int, str], list[Found]] = {}
    columns = (mention.c.article, mention.c.entity, mention.c.n, mention.c.start, mention.c.end, mention.c.text)
    for row in rows_where(connection, select(*columns), mention.c.article, articles):
        found.setdefault((row.article, row.entity), []).append(row)
    return found


def _of_happenings(connection: Connection, batch: Sequence[Found], chosen: Selection) -> Iterator[Act]:
    numbers = [row.id for row in batch]
    told = tellings_of(connection, numbers)
    events = rows_where(connection, select(event), event.c.id, [t.event for several in told.values() for t in several])
    loaded = _load(connection, [e for e in events if e.confidence >= chosen.confidence])
    parties: dict[int, list[Found]] = {}
    for p in rows_where(connection, select(happening_party), happening_party.c.happening, numbers):
        parties.setdefault(p.happening, []).append(p)
    for row in batch:
        tellings = [loaded.tellings[t.event] for t in told.get(row.id, ()) if t.event in loaded.tellings]
        tellings.sort(key=lambda t: t.event.id != row.first_event)
        if tellings:
            yield _act(row, link_id("happening", row.id), parties.get(row.id, ()), tellings, loaded)


def _of_events(connection: Connection, batch: Sequence[Found]) -> Iterator[Act]:
    loaded = _load(connection, batch)
    parties = parties_of(connection, (e.id for e in batch))
    for row in batch:
        yield _act(row, event_id_of(row), parties.get(row.id, ()), [loaded.tellings[row.id]], loaded)


def _nearest(mentions: Iterable[Found], trigger: Words) -> Words | None:
    """The words among some that stand nearest to a trigger."""
    found = min(mentions, key=lambda m: (abs(m.start - trigger.start), m.n), default=None)
    return Words(found.text, found.start, found.end) if found else None


def _act(row: Found, name: str, parties: Sequence[Found], tellings: Sequence[Telling], loaded: _Loaded) -> Act:
    first = tellings[0]
    number = first.article.id
    known = {e.entity: e for t in reversed(tellings) for e in loaded.entities.get(t.article.id, ())}
    text, trigger = first.article.text, first.trigger
    start, end = sentence_around(text, trigger.start, trigger.end)
    near = {p.entity: _nearest(loaded.mentions.get((number, p.entity), ()), trigger) for p in parties}
    sides = _sides(parties, known, near)
    return Act(
        row.id, name, OWN, row.type, row.mode, row.status, row.day, row.last_day, row.time, row.place, row.contexts,
        quantities(row.quantities), sides["actor"], sides["recipient"], max(t.event.confidence for t in tellings),
        tellings, Words(text[start:end], start, end), trigger.start < first_paragraph(text, first.article.furniture),
        loaded.entities.get(number, ()), loaded.stories.get(number) or public_id(number),
    )  # fmt: skip


def _sides(
    parties: Iterable[Found], known: Mapping[str, Found], words: Mapping[str, Words | None]
) -> dict[str, list[Party]]:
    sides: dict[str, list[Party]] = {"actor": [], "recipient": []}
    for p in sorted(parties, key=lambda p: p.n):
        record = known.get(p.entity)
        kind = record.kind if record else (p.entity or "").partition(":")[0]
        sides[p.role].append(
            Party(
                p.entity or "", english(p.entity, record), kind, p.country, record.sector if record else "",
                record.office if record else "", words.get(p.entity),
            )
        )  # fmt: skip
    return sides


def foreign_act(row: Found, parties: Sequence[Found]) -> Act:
    """An event of others' data."""
    sides: dict[str, list[Party]] = {"actor": [], "recipient": []}
    for p in parties:
        kind = (p.entity or "").partition(":")[0]
        sides[p.role].append(Party(p.entity or "", p.name or english(p.entity), kind, p.country, p.sector, ""))
    return Act(
        row.id, event_id_of(row), row.source, row.type, row.mode, row.status, row.day, row.last_day, row.time,
        row.place, row.contexts, (), sides["actor"], sides["recipient"], row.confidence, cited=row.name,
        codes=row.codes or {},
    )  # fmt: skip
