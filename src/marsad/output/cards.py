"""Each record of a reading as a card: what it says, which characters say it, and why it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from marsad.output.dates import date_text
from marsad.output.labels import Lang, event_label, label
from marsad.output.marks import entity_numbers
from marsad.output.names import Names, office_text, place_name, quantity_text, state_name
from marsad.output.phrases import chain_text, parties
from marsad.output.reasons import Reason, reasons
from marsad.records import Event, Mention, Reading, Span, Statement

_MENTIONS = 12


class Evidence(NamedTuple):
    """Characters that bear a record out, and what they are to it."""

    label: str
    span: Span


class Card(NamedTuple):
    """One record for a reader. `kind` is `statement`, `event` or `entity`; `facts` are pairs of a label and a value."""

    id: str
    kind: str
    title: str
    subtitle: str
    status: str
    facts: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    reasons: tuple[Reason, ...]
    confidence: float | None


def cards(reading: Reading, lang: Lang) -> list[Card]:
    """The cards of a reading: statements, events, then entities."""
    names = Names(reading, lang)
    return [
        *(_statement(s, names) for s in reading.statements),
        *(_event(e, names) for e in reading.events),
        *_entities(reading, names),
    ]


def _facts(names: Names, *pairs: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label(f"ui.{key}", names.lang), value) for key, value in pairs if value)


def _listed(values: Iterable[str], lang: Lang) -> str:
    return ("، " if lang == "ar" else ", ").join(values)


def _statement(s: Statement, names: Names) -> Card:
    lang = names.lang
    how = f"{label(f'act.{s.act}', lang)} · {label(f'kind.{s.kind}', lang)}"
    return Card(
        s.id, "statement", names.described(s.speaker), how, "",
        _facts(
            names,
            ("addressee", names.name(s.addressee) if s.addressee else None),
            ("chain", chain_text(s.via, names)),
            ("time", date_text(s.time, lang)),
        ),
        (Evidence(label("ui.cue", lang), s.cue), Evidence(label("ui.content", lang), s.content)),
        tuple(reasons(s.why)), s.confidence,
    )  # fmt: skip


def _event(e: Event, names: Names) -> Card:
    lang = names.lang
    title = "".join(p.text for p in parties(e, names))
    what = f"{event_label(e.type, e.mode, lang)} · {e.type} {e.mode or ''}".rstrip()
    return Card(
        e.id, "event", title, what, e.status,
        _facts(
            names,
            ("time", date_text(e.time, lang)),
            ("place", place_name(e.place, lang) if e.place else None),
            ("according_to", names.join(e.according_to)),
            ("contexts", _listed((label(f"context.{c}", lang) for c in e.contexts), lang)),
            ("statement", e.statement),
        ),
        tuple(_event_evidence(e, lang)), tuple(reasons(e.why)), e.confidence,
    )  # fmt: skip


def _event_evidence(e: Event, lang: Lang) -> Iterator[Evidence]:
    yield Evidence(label("ui.trigger", lang), e.trigger)
    for span in e.also:
        yield Evidence(label("ui.also", lang), span)
    for quantity in e.quantities:
        text = label("ui.quantity", lang)
        shown = f"{text} ({quantity_text(quantity, lang)})" if lang == "en" else text
        yield Evidence(shown, Span(quantity.start, quantity.end, quantity.text))


def _entities(reading: Reading, names: Names) -> Iterator[Card]:
    mentions: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        mentions.setdefault(mention.entity, []).append(mention)
    lang = names.lang
    for entity, number in entity_numbers(reading).items():
        record = names.record(entity)
        assert record is not None
        sector = label(f"sector.{record.sector}", lang) if record.sector else None
        yield Card(
            number, "entity", names.name(entity), f"{label(f'entity.{record.kind}', lang)} · {entity}", "",
            _facts(
                names,
                ("office", office_text(record.office, record.country, lang) if record.office else None),
                ("country", state_name(record.country, lang) if record.country and record.kind != "state" else None),
                ("sector", sector),
            ),
            tuple(Evidence(label(f"by.{m.by}", lang), m.span) for m in mentions.get(entity, [])[:_MENTIONS]), (), None,
        )  # fmt: skip
