"""One record, at an address that stays: an event or a statement with all that belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter

from marsad.errors import UnknownIdError
from marsad.observatory.addresses import address_of
from marsad.observatory.asking import Asked, Asking
from marsad.observatory.parts.citations import Citation, citation, cited
from marsad.observatory.parts.differences import Differs, differing
from marsad.observatory.parts.parameters import RecordId
from marsad.observatory.parts.portions import part_of, parts, place_of
from marsad.observatory.routing import add_page
from marsad.observatory.views import View
from marsad.output.cards import Card, cards
from marsad.output.marks import Mark, clipped, marks
from marsad.output.names import entity_name
from marsad.output.phrases import act_text
from marsad.records import Entity, Reading
from marsad.store.queries.quotes import Quote
from marsad.store.queries.show import EventView, StatementView
from marsad.store.queries.tellings import ArticleName, Told, sentence_at
from marsad.store.queries.timeline import Occurrence

router = APIRouter()


class Passage(NamedTuple):
    """The sentence that tells a record: characters of its article from `start` on, and the marks in them, counted from
    there."""

    start: int
    text: str
    marks: tuple[Mark, ...]


class OwnRecord(NamedTuple):
    """What is known of a record that was read in an article: the sentence, why it was made, the `address` of that part
    of the article, and how it is cited."""

    article: ArticleName
    passage: Passage
    card: Card
    address: str
    citation: Citation


class EventPage(NamedTuple):
    """An event (`own` is null if it was imported), the statement by which it is told with the chain of those through
    whom it came, nearest to the article first, and the happening that it tells with its other tellings."""

    id: str
    event: Told
    own: OwnRecord | None
    chain: tuple[Entity, ...]
    sources: tuple[Entity, ...]
    happening: Occurrence | None
    differences: tuple[Differs, ...]
    others: tuple[Told, ...]
    promise: str | None
    agreements: tuple[str, ...]


class StatementPage(NamedTuple):
    """A statement, and the same words as told by others."""

    id: str
    statement: Quote
    cue: str
    time: str | None
    own: OwnRecord
    echo: str | None
    others: tuple[Quote, ...]


class RecordPage(NamedTuple):
    """An event or a statement; the other is null."""

    id: str
    event: EventPage | None
    statement: StatementPage | None


@add_page(router, "/records/{id}", RecordPage)
def record(asked: Asking, id: RecordId) -> View:
    """One event or statement: the sentence, who, when, where, through whom it is known, and who else tells it."""
    found = asked.store.show(id)
    if isinstance(found, EventView):
        title, event = _event(asked, found)
        return View("event.html", title, RecordPage(event.id, event, None))
    if isinstance(found, StatementView):
        title, statement = _statement(asked, found)
        return View("statement.html", title, RecordPage(statement.id, None, statement))
    raise UnknownIdError(f"{id!r} names no record", "ids of records end in -e1 or -s1")


def _event(asked: Asked, view: EventView) -> tuple[str, EventPage]:
    told, of = view.event, view.happening
    reading = asked.store.get(told.id) if told.article else None
    chain, sources = _sources(reading, told) if reading else ((), ())
    own = _own(asked, reading, told.id, told.words, sources) if reading else None
    return act_text(told.type, told.mode, told.actors, told.recipients, asked.lang), EventPage(
        told.id, told, own, chain, sources, of.happening if of else None, differing(of) if of else (),
        tuple(each for each in of.tellings if each.id != told.id) if of else (),
        of.promise if of else None, of.agreements if of else (),
    )  # fmt: skip


def _sources(reading: Reading, told: Told) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Through whom an event is known, and on whose word: its statement's chain and speaker, else whom it names."""
    name = (told.statement or "").rpartition("-")[2]
    statement = next((each for each in reading.statements if each.id == name), None)
    if statement is None:
        return (), told.according_to
    known = {each.id: each for each in reading.entities}
    via = tuple(known[each] for each in statement.via if each in known)
    return via, tuple(known[each] for each in (statement.speaker,) if each in known)


def _statement(asked: Asked, view: StatementView) -> tuple[str, StatementPage]:
    quote = view.statement
    reading = asked.store.get(quote.id)
    own = _own(asked, reading, quote.id, quote.content, (quote.speaker,))
    time = next((each.time for each in reading.statements if each.id == own.card.id), None)
    title = f"{asked.word('web.record.statement')}: {entity_name(quote.speaker, asked.lang)}"
    return title, StatementPage(quote.id, quote, view.cue, time, own, view.echo, view.echoes)


def _own(asked: Asked, reading: Reading, id: str, words: str, says: tuple[Entity, ...]) -> OwnRecord:
    name = id.rpartition("-")[2]
    card = next(each for each in cards(reading, asked.lang) if each.id == name)
    of = cited(asked, f"/records/{id}", id, words, says)
    article = ArticleName(id.removesuffix(f"-{name}"), of.title, of.outlet, of.published)
    part = part_of(parts(reading.article.text, marks(reading)), place_of(card))
    address = address_of(article.id) + (f"?part={part.number}" if part.number > 1 else "")
    return OwnRecord(article, _passage(reading, card), card, address, citation(of))


def _passage(reading: Reading, card: Card) -> Passage:
    """The sentence in which what bears a record out begins; of a statement, all of it."""
    text = reading.article.text
    spans = [each.span for each in card.evidence][: 2 if card.kind == "statement" else 1]
    start, end = min(each.start for each in spans), max(each.end for each in spans)
    first, last = sentence_at(text, start, end)
    first, last = min(first, start), max(last, end)
    first += len(text[first:last]) - len(text[first:last].lstrip())
    last -= len(text[first:last]) - len(text[first:last].rstrip())
    found = (each for each in marks(reading) if each.kind == "mention" or each.record == card.id)
    return Passage(first, text[first:last], tuple(clipped(found, first, last)))
