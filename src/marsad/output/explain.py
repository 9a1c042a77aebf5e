"""One article explained at a terminal: every record marked in its text, then each record with its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.output.bidi import clean, has_arabic, shorten
from marsad.output.cards import Card, cards
from marsad.output.dates import date_text
from marsad.output.labels import Lang, label
from marsad.output.layout import BLANK, Block, Page, Piece, block, quoting
from marsad.output.marks import Mark, Segment, marks, segments
from marsad.output.names import Names
from marsad.output.phrases import SYMBOLS
from marsad.output.reasons import reason_text
from marsad.records import Reading

_BRACKETS = {"content": "{}", "cue": "[]", "trigger": "[]", "quantity": "<>", "furniture": "‹›", "mention": ""}
"""What stands around a mark; mentions are told by their style and their cards alone."""


def explain(reading: Reading, page: Page, lang: Lang) -> str:
    """The explained article as text."""
    return page.render(_blocks(reading, lang))


def _blocks(reading: Reading, lang: Lang) -> Iterator[Block]:
    article, names = reading.article, Names(reading, lang)
    if article.title:
        yield block(Piece(article.title, "title"))
    outlet = names.name(article.outlet) if article.outlet else label("ui.outlet_unknown", lang)
    date = date_text(article.published.date, lang) or label("ui.date_unknown", lang)
    yield block(
        outlet,
        " · ",
        Piece(date, "date"),
        " (",
        label(f"precision.{article.published.precision}", lang),
        ") · ",
        Piece(article.doc, "dim"),
    )
    if article.published.evidence:
        yield block(f"{label('ui.evidence', lang)}: ", *quoting(article.published.evidence, "dim"), hang=2)
    yield BLANK
    yield from _text(reading)
    yield BLANK
    kind = ""
    for card in cards(reading, lang):
        if card.kind != kind:
            kind = card.kind
            yield block(
                Piece(
                    label({"statement": "ui.statements", "event": "ui.events"}.get(kind, "ui.entities"), lang),
                    "heading",
                )
            )
        yield from _card(card, lang)


def _text(reading: Reading) -> Iterator[Block]:
    """The article's text line by line, brackets with record ids around what a record points at."""
    line: list[Piece] = []
    for segment in segments(reading.article.text, marks(reading)):
        style = _style(segment)
        line += _opening(segment)
        for number, part in enumerate(segment.text.split("\n")):
            if number and line:
                yield _line(line)
                line = []
            if part:
                line.append(Piece(part, style))
        line += [Piece(pair[1], "bracket") for pair, _, _ in dict.fromkeys(map(_bracketed, segment.closing)) if pair]
    if line:
        yield _line(line)


def _bracketed(mark: Mark) -> tuple[str, int, int]:
    """Marks that have this in common share one pair of brackets."""
    return (_BRACKETS[mark.kind], mark.start, mark.end)


def _opening(segment: Segment) -> Iterator[Piece]:
    """The brackets that open at a segment, each with the ids of the records that it is for. Brackets and ids are
    pieces apart, so that a bracket turns with its line and an id does not.
    """
    shared: dict[tuple[str, int, int], list[str]] = {}
    for mark in segment.opening:
        shared.setdefault(_bracketed(mark), []).append(mark.record)
    for (pair, _, _), records in shared.items():
        if pair:
            yield Piece(pair[0], "bracket")
            if any(records):
                yield from (Piece(",".join(dict.fromkeys(records)), "id"), Piece(":", "bracket"))


def _line(pieces: list[Piece]) -> Block:
    return Block(tuple(pieces), indent=2, rtl=has_arabic("".join(p.text for p in pieces)))


def _style(segment: Segment) -> str:
    top: Mark | None = segment.marks[-1] if segment.marks else None
    if top is None:
        return ""
    return top.status if top.kind == "trigger" and top.status else top.kind


def _card(card: Card, lang: Lang) -> Iterator[Block]:
    head: list[Piece | str] = [Piece(f"{card.id} ", "id")]
    if card.status:
        symbol = next(s for name, s in SYMBOLS.items() if name == card.status)
        head += [Piece(f"{symbol} ", card.status), Piece(f"{label(f'status.{card.status}', lang)} ", card.status)]
    head += [Piece(card.title, "party"), " · ", Piece(card.subtitle, "dim")]
    if card.confidence is not None:
        head.append(f" · {label('ui.confidence', lang)} {card.confidence:.2f}")
    yield block(*head, indent=2, hang=3)
    for name, value in card.facts:
        yield block(Piece(f"{name}: ", "dim"), value, indent=5, hang=2)
    for item in card.evidence:
        place = f" {item.span.start}–{item.span.end}"
        yield block(
            Piece(f"{item.label}: ", "dim"),
            Piece(f"«{shorten(item.span.text, 90)}»"),
            Piece(place, "dim"),
            indent=5,
            hang=2,
        )
    for reason in card.reasons:
        yield block(Piece(f"{label('ui.why', lang)}: ", "dim"), clean(reason_text(reason)), indent=5, hang=2)
