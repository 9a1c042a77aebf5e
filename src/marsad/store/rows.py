"""A reading as rows of the store's tables, and back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import marsad
from marsad.edtf import Bounds, bounds
from marsad.records import (
    QUAD_CLASSES,
    Article,
    Dating,
    Entity,
    Event,
    Mention,
    Quantity,
    Reading,
    Span,
    Statement,
)
from marsad.store.bulk import NO_VALUES, encoded
from marsad.store.ids import stable_id

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """One article with its records as rows: as they are read, or ready to be entered, lists as JSON text; `link` is
    what linking needs of it."""

    article: Row
    entities: list[Row]
    mentions: list[Row]
    statements: list[Row]
    events: list[Row]
    parties: list[Row]
    link: bytes | None = None


def article_id(article: Article) -> int:
    """The article's number, of its text and its web address; a file's name does not count."""
    return stable_id(article.id, article.uri if "://" in article.uri else "")


def address_of(article: Article) -> str:
    """Where later versions of the article are to be expected; empty for a record of a file that has no address."""
    if not article.uri or "://" in article.uri:
        return article.uri
    return os.path.abspath(article.uri)


def event_id(article: int, name: str) -> int:
    """The number of an event or statement by its article and its name there (`e1`, `s1`)."""
    return stable_id(article, name)


def rows_of(reading: Reading, link: bytes | None = None) -> Rows:
    """The rows of one reading."""
    number = article_id(reading.article)
    countries = {e.id: e.country for e in reading.entities}
    published = bounds(reading.article.published.date)
    return Rows(
        article=_article_row(number, reading.article, published),
        entities=[{"article": number, "entity": e.id, "n": n} | _entity_row(e) for n, e in enumerate(reading.entities)],
        mentions=[_mention_row(number, n, m) for n, m in enumerate(reading.mentions)],
        statements=[_statement_row(number, reading.article, s, published, countries) for s in reading.statements],
        events=[_event_row(number, e, published) for e in reading.events],
        parties=[row for e in reading.events for row in _party_rows(event_id(number, e.id), e, countries)],
        link=link,
    )


def _article_row(number: int, a: Article, published: Bounds) -> Row:
    return {
        "id": number, "sha256": a.id, "address": address_of(a), "doc": a.doc, "uri": a.uri, "title": a.title,
        "author": a.author, "language": a.language, "outlet": a.outlet, "published": a.published.date,
        "published_precision": a.published.precision, "published_evidence": a.published.evidence,
        "first_day": published.start or None, "last_day": published.end or None,
        "retrieved": a.retrieved, "encoding": a.encoding, "text": a.text, "words": len(a.text.split()),
        "furniture": _list([s.start, s.end] for s in a.furniture), "origins": _list(a.origins),
        "coder": marsad.__version__,
    }  # fmt: skip


def _entity_row(e: Entity) -> Row:
    return {
        "kind": e.kind, "ar": e.ar, "en": e.en, "country": e.country, "sector": e.sector, "office": e.office,
    }  # fmt: skip


def _mention_row(number: int, n: int, m: Mention) -> Row:
    span = m.span
    return {
        "article": number, "n": n, "entity": m.entity, "by": m.by,
        "start": span.start, "end": span.end, "text": span.text,
    }  # fmt: skip


def _statement_row(number: int, a: Article, s: Statement, published: Bounds, countries: dict[str, str | None]) -> Row:
    return {
        "id": event_id(number, s.id), "article": number, "name": s.id, "current": True, "speaker": s.speaker,
        "country": countries.get(s.speaker), "day": _day(bounds(s.time), published),
        "cue_start": s.cue.start, "cue_end": s.cue.end, "cue": s.cue.text,
        "start": s.content.start, "end": s.content.end, "content": s.content.text, "kind": s.kind, "act": s.act,
        "via": _list(s.via), "addressee": s.addressee, "time": s.time, "confidence": s.confidence, "why": _list(s.why),
        "outlet": a.outlet, "language": a.language, "through": s.via[0] if s.via else None,
    }  # fmt: skip


def _event_row(number: int, e: Event, published: Bounds) -> Row:
    time = bounds(e.time)
    return {
        "id": event_id(number, e.id), "source": "marsad", "article": number, "name": e.id, "current": True,
        "type": e.type, "mode": e.mode, "quad": QUAD_CLASSES[e.type], "status": e.status,
        "day": _day(time, published),
        "time": e.time, "first_day": time.start or None, "last_day": time.end or None, "place": e.place,
        "trigger_start": e.trigger.start, "trigger_end": e.trigger.end, "trigger": e.trigger.text,
        "also": _list(s.to_dict() for s in e.also), "according_to": _list(e.according_to),
        "quantities": _list(q.to_dict() for q in e.quantities), "contexts": _list(e.contexts),
        "statement": e.statement, "confidence": e.confidence, "why": _list(e.why),
    }  # fmt: skip


def _list(values: Iterable[Any]) -> str:
    several = list(values)
    return encoded(several) if several else NO_VALUES


def _day(time: Bounds, published: Bounds) -> str | None:
    """The day that a record is filed under: the first of its time, else of its publication."""
    return time.start or time.end or published.start or published.end or None


def _party_rows(number: int, e: Event, countries: dict[str, str | None]) -> list[Row]:
    return [
        {"event": number, "role": role, "n": n, "entity": party, "country": countries.get(party)}
        for role, parties in (("actor", e.actors), ("recipient", e.recipients))
        for n, party in enumerate(parties)
    ]


def reading_of(rows: Rows) -> Reading:
    """The reading that the rows were made of."""
    parties: dict[tuple[int, str], list[str]] = {}
    for row in sorted(rows.parties, key=lambda r: (r["event"], r["role"], r["n"])):
        parties.setdefault((row["event"], row["role"]), []).append(row["entity"])
    return Reading(
        article=article_of(rows.article),
        entities=tuple(
            Entity(r["entity"], r["kind"], r["ar"], r["en"], r["country"], r["sector"], r["office"])
            for r in rows.entities
        ),
        mentions=tuple(
            Mention(Span(r["start"], r["end"], r["text"]), r["entity"], r["by"]) for r in rows.mentions
        ),
        statements=tuple(map(_statement, rows.statements)),
        events=tuple(
            _event(r, parties.get((r["id"], "actor"), []), parties.get((r["id"], "recipient"), []))
            for r in rows.events
        ),
    )  # fmt: skip


def article_of(r: Row) -> Article:
    """The article that a row of `article` was made of."""
    text = r["text"]
    return Article(
        id=r["sha256"], text=text, doc=r["doc"], uri=r["uri"], title=r["title"], author=r["author"],
        language=r["language"], outlet=r["outlet"],
        published=Dating(r["published"], r["published_precision"], r["published_evidence"]),
        retrieved=r["retrieved"], encoding=r["encoding"],
        furniture=tuple(Span(start, end, text[start:end]) for start, end in r["furniture"]),
        origins=tuple(r["origins"]),
    )  # fmt: skip


def _statement(r: Row) -> Statement:
    return Statement(
        id=r["name"], speaker=r["speaker"], cue=Span(r["cue_start"], r["cue_end"], r["cue"]),
        content=Span(r["start"], r["end"], r["content"]), kind=r["kind"], via=tuple(r["via"]),
        addressee=r["addressee"], time=r["time"], act=r["act"], confidence=r["confidence"], why=tuple(r["why"]),
    )  # fmt: skip


def _event(r: Row, actors: list[str], recipients: list[str]) -> Event:
    return Event(
        id=r["name"], type=r["type"], mode=r["mode"],
        trigger=Span(r["trigger_start"], r["trigger_end"], r["trigger"]), also=tuple(Span(**s) for s in r["also"]),
        actors=tuple(actors), recipients=tuple(recipients), status=r["status"], time=r["time"], place=r["place"],
        according_to=tuple(r["according_to"]), quantities=tuple(Quantity(**q) for q in r["quantities"]),
        contexts=tuple(r["contexts"]), statement=r["statement"], confidence=r["confidence"], why=tuple(r["why"]),
    )  # fmt: skip
