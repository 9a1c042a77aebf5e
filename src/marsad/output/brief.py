"""The brief: what a set of articles says, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from marsad.output.bidi import shorten
from marsad.output.dates import date_text
from marsad.output.labels import Lang, event_label, label
from marsad.output.layout import BLANK, Block, Page, Piece, block, quoting
from marsad.output.names import Names, place_name, quantity_text, title_text
from marsad.output.phrases import HEADINGS, SYMBOLS, chain_text, parties
from marsad.output.timeline import Timeline
from marsad.records import Dating, Event, Reading, Statement

_CONTENT = 180
_QUOTES = (("«", "»"), ("“", "”"), ("(", ")"))
_MARKS = "\"'«»“”„‟‹› \n"


def brief(readings: Iterable[Reading], page: Page, lang: Lang) -> Iterator[str]:
    """The brief of each article, then one timeline of all their events, as text chunk by chunk."""
    timeline = Timeline(lang)
    number = 0
    for number, reading in enumerate(readings, 1):
        timeline.add(reading)
        yield page.render(article_blocks(reading, number, page, lang))
    yield page.render(timeline.blocks() if number else [block(label("ui.no_articles", lang))])


def article_blocks(reading: Reading, number: int, page: Page, lang: Lang) -> Iterator[Block]:
    """One article: its heading, who said what, and what happened, is planned, is possible, is denied."""
    names = Names(reading, lang)
    yield from _heading(reading, number, page, names)
    if not reading.statements and not reading.events:
        yield block(Piece(label("ui.nothing", lang), "dim"), indent=2)
    if reading.statements:
        yield block(Piece(label("ui.said", lang), "heading"), indent=2)
        yield from _statements(_grouped(reading.statements), names)
    for status, symbol in SYMBOLS.items():
        events = [e for e in reading.events if e.status == status]
        if events:
            yield block(Piece(f"{symbol} ", status), Piece(label(HEADINGS[status], lang), status), indent=2)
            for event in events:
                yield from _event(event, names)
    yield BLANK


def _heading(reading: Reading, number: int, page: Page, names: Names) -> Iterator[Block]:
    article, lang = reading.article, names.lang
    yield block(Piece("━" * page.width, "rule"))
    yield block(Piece(f"{number}. ", "rule"), Piece(title_text(article, lang), "title"))
    outlet = names.name(article.outlet) if article.outlet else label("ui.outlet_unknown", lang)
    yield block(outlet, " · ", *_dating(article.published, lang), " · ", Piece(article.doc, "dim"), indent=2)
    if evidence := shorten(article.published.evidence, page.width - 20):
        yield block(Piece(f"{label('ui.evidence', lang)}: ", "dim"), *quoting(evidence, "dim"), indent=2, hang=2)


def _dating(dating: Dating, lang: Lang) -> Iterator[Piece]:
    """The publication date and how exact it is."""
    if not dating.date:
        yield Piece(label("ui.date_unknown", lang), "date")
        return
    yield Piece(date_text(dating.date, lang), "date")
    yield Piece(f" ({label(f'precision.{dating.precision}', lang)})")


class _Said(NamedTuple):
    """One statement with everyone who made it."""

    statement: Statement
    speakers: tuple[str, ...]


def _grouped(statements: Iterable[Statement]) -> list[_Said]:
    """Statements that differ in their speaker alone, as one."""
    found: dict[tuple[int, int, int, int], _Said] = {}
    for s in statements:
        key = (s.cue.start, s.cue.end, s.content.start, s.content.end)
        earlier = found.get(key)
        found[key] = _Said(earlier.statement, (*earlier.speakers, s.speaker)) if earlier else _Said(s, (s.speaker,))
    return list(found.values())


def _statements(found: Iterable[_Said], names: Names) -> Iterator[Block]:
    """Each statement under a line that says who made it and how; the line once where it stays the same."""
    before: Block | None = None
    for said in found:
        head = _speech(said, names)
        if head != before:
            yield head
        before = head
        yield block(Piece(_quoted(said.statement), "content"), indent=6, rtl=True)


def _speech(said: _Said, names: Names) -> Block:
    statement, lang = said.statement, names.lang
    pieces = list(_people(said.speakers, names))
    if statement.addressee:
        pieces += [Piece(f" {label('ui.to', lang)} "), Piece(names.name(statement.addressee), "party")]
    pieces += [
        Piece(" · "),
        Piece(f"{label(f'act.{statement.act}', lang)} ({label(f'kind.{statement.kind}', lang)})", "dim"),
    ]
    if statement.via:
        pieces += [Piece(" · "), Piece(f"{label('ui.through', lang)} "), Piece(chain_text(statement.via, names))]
    return block(*pieces, indent=4, hang=2)


def _people(entities: tuple[str, ...], names: Names) -> Iterator[Piece]:
    for number, entity in enumerate(entities):
        if number:
            yield Piece("، " if names.lang == "ar" else ", ")
        yield Piece(names.name(entity), "speaker")
        if role := names.role(entity):
            yield Piece(" ")
            yield Piece(f"({role})", "dim")


def _balanced(text: str) -> str:
    """The text without a mark of quotation that opens or closes nothing."""
    for opening, closing in _QUOTES:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text


def _quoted(statement: Statement) -> str:
    if statement.kind != "direct":
        return _balanced(shorten(statement.content.text, _CONTENT))
    return f"«{_balanced(shorten(statement.content.text.strip(_MARKS), _CONTENT))}»"


def _event(event: Event, names: Names) -> Iterator[Block]:
    lang = names.lang
    pieces = [Piece(f"{SYMBOLS[event.status]} ", event.status), *parties(event, names)]
    pieces += [
        Piece(": "),
        Piece(event_label(event.type, event.mode, lang)),
        Piece(" "),
        Piece(f"«{shorten(event.trigger.text, 40)}»", "dim"),
    ]
    if event.time:
        pieces += [Piece(" · "), Piece(date_text(event.time, lang), "date")]
    if event.place:
        pieces += [Piece(" · "), Piece(f"{label('ui.in', lang)} "), Piece(place_name(event.place, lang))]
    yield block(*pieces, indent=4, hang=2)
    if event.quantities:
        terms = ("؛ " if lang == "ar" else "; ").join(quantity_text(q, lang) for q in event.quantities)
        yield block(f"{label('ui.terms', lang)}: ", Piece(terms, "quantity"), indent=6, hang=2)
    if event.according_to:
        yield block(
            Piece(f"{label('ui.according_to', lang)} ", "dim"), names.join(event.according_to), indent=6, hang=2
        )
