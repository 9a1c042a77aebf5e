"""Articles and their records as rows of tables, and others' events."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from marsad.edtf import bounds
from marsad.exporting.codes import place_of
from marsad.exporting.loading import Found, Told
from marsad.exporting.sentences import sentence_around
from marsad.exporting.values import Cell, day, english, joined, outlet, quantities, spans
from marsad.ontology.plover import score
from marsad.store.ids import public_id
from marsad.store.queries.eventnames import event_id_of

_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
Rows = Iterator[dict[str, Cell]]


def _articles(told: Told) -> Rows:
    a = told.article
    yield {
        "article": public_id(a.id), "uri": a.uri, "doc": a.doc, "title": a.title, "author": a.author,
        "language": a.language, "outlet": a.outlet, "outlet_name": outlet(a.outlet), "published": a.published,
        "first_day": day(a.first_day), "last_day": day(a.last_day), "published_precision": a.published_precision,
        "published_evidence": a.published_evidence, "retrieved": a.retrieved, "version": a.version, "words": a.words,
        "text": a.text, "furniture": spans(a.furniture), "origins": joined(a.origins), "encoding": a.encoding,
        "sha256": a.sha256, "coder": a.coder,
    }  # fmt: skip


def _entities(told: Told) -> Rows:
    counts: dict[str, int] = {}
    for mention in told.mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
    article = public_id(told.article.id)
    for e in told.entities.values():
        yield {
            "article": article, "entity": e.entity, "kind": e.kind, "ar": e.ar, "en": e.en, "country": e.country,
            "sector": e.sector, "office": e.office, "mentions": counts.get(e.entity, 0),
        }  # fmt: skip


def _mentions(told: Told) -> Rows:
    article = public_id(told.article.id)
    for m in told.mentions:
        yield {
            "article": article, "n": m.n, "entity": m.entity, "by": m.by, "text": m.text,
            "start": m.start, "end": m.end,
        }  # fmt: skip


def _statements(told: Told) -> Rows:
    a = told.article
    for s in told.statements:
        first, last = bounds(s.time)
        yield {
            "statement": public_id(a.id, s.name), "article": public_id(a.id), "outlet": a.outlet,
            "published": a.published, "day": day(s.day), "speaker": s.speaker,
            "speaker_name": english(s.speaker, told.entities.get(s.speaker)),
            "country": s.country,
            "kind": s.kind, "act": s.act, "addressee": s.addressee, "via": joined(s.via), "time": s.time,
            "first_day": day(first), "last_day": day(last),
            "cue": s.cue, "cue_start": s.cue_start, "cue_end": s.cue_end,
            "content": s.content, "start": s.start, "end": s.end, "confidence": s.confidence, "why": joined(s.why),
        }  # fmt: skip


def _events(told: Told) -> Rows:
    a = told.article
    kept = {s.name for s in told.statements}
    article = public_id(a.id)
    for e in told.events:
        start, end = sentence_around(a.text, e.trigger_start, e.trigger_end)
        yield event_row(e, told.parties.get(e.id, ()), told.entities) | {
            "happening": told.happenings.get(e.id), "article": article, "outlet": a.outlet, "published": a.published,
            "statement": public_id(a.id, e.statement) if e.statement in kept else None,
            "trigger": e.trigger, "start": e.trigger_start, "end": e.trigger_end,
            "sentence": a.text[start:end], "sentence_start": start, "sentence_end": end,
            "also": spans((s["start"], s["end"]) for s in e.also), "according_to": joined(e.according_to),
            "why": joined(e.why),
        }  # fmt: skip


def event_row(e: Found, parties: Sequence[Found], entities: Mapping[str, Any]) -> dict[str, Cell]:
    """What can be said of an event without its article."""
    place = place_of(e.place)
    actors = [p for p in parties if p.role == "actor"]
    recipients = [p for p in parties if p.role == "recipient"]
    return {
        "event": event_id_of(e), "source": e.source, "source_id": e.name if e.article is None else None,
        "type": e.type, "mode": e.mode, "quad": e.quad or None,
        "score": score(e.type, e.mode), "status": e.status, "day": day(e.day), "time": e.time,
        "first_day": day(e.first_day), "last_day": day(e.last_day), "place": e.place,
        "place_country": place.country if place else None,
        "actors": _ids(actors), "actor_names": _names(actors, entities),
        "recipients": _ids(recipients), "recipient_names": _names(recipients, entities),
        "contexts": joined(e.contexts), "confidence": e.confidence,
        "codes": _ENCODE(e.codes) if e.codes else None,
    }  # fmt: skip


def _ids(parties: Sequence[Found]) -> str:
    return joined(p.entity or "" for p in parties)


def _names(parties: Sequence[Found], entities: Mapping[str, Any]) -> str:
    return joined(p.name or english(p.entity, entities.get(p.entity)) for p in parties)


def _event_parties(told: Told) -> Rows:
    for e in told.events:
        yield from party_rows(event_id_of(e), told.parties.get(e.id, ()), told.entities)


def party_rows(event: str, parties: Sequence[Found], entities: Mapping[str, Any]) -> Rows:
    """The parties of one event."""
    for p in parties:
        record = entities.get(p.entity)
        kind = record.kind if record else (p.entity or "").partition(":")[0]
        yield {
            "event": event, "role": p.role, "n": p.n, "entity": p.entity, "name": p.name or english(p.entity, record),
            "kind": kind, "country": p.country, "sector": p.sector or (record.sector if record else ""),
            "office": record.office if record else "",
        }  # fmt: skip


def _event_quantities(told: Told) -> Rows:
    for e in told.events:
        event = event_id_of(e)
        for n, q in enumerate(quantities(e.quantities)):
            yield {
                "event": event, "n": n, "value": float(q["value"]), "unit": q["unit"], "text": q["text"],
                "start": q["start"], "end": q["end"],
            }  # fmt: skip


OF_ARTICLES: Mapping[str, Callable[[Told], Rows]] = {
    "articles": _articles, "entities": _entities, "mentions": _mentions, "statements": _statements, "events": _events,
    "event_parties": _event_parties, "event_quantities": _event_quantities,
}  # fmt: skip
"""The tables that are made of articles, each with what makes its rows of one article."""


def _foreign_event(row: Found, parties: Sequence[Found]) -> Rows:
    yield event_row(row, parties, {})


def _foreign_parties(row: Found, parties: Sequence[Found]) -> Rows:
    yield from party_rows(event_id_of(row), parties, {})


OF_FOREIGN: Mapping[str, Callable[[Found, Sequence[Found]], Rows]] = {
    "events": _foreign_event, "event_parties": _foreign_parties,
}  # fmt: skip
"""The tables that are made of others' events too, each with what makes the rows of one event and its parties."""
