"""What `marsad show` shows at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from marsad.output.answers import blocks
from marsad.output.answers.blocks import DOT, origin
from marsad.output.answers.rows import names
from marsad.output.bidi import has_arabic, shorten
from marsad.output.dates import date_text
from marsad.output.labels import Lang, event_label, label
from marsad.output.layout import BLANK, Block, Piece, block
from marsad.output.names import id_name, joined, place_name
from marsad.output.phrases import SYMBOLS, sides

if TYPE_CHECKING:
    from marsad.store.queries.articleview import ArticleView, Copy, Version
    from marsad.store.queries.show import (
        AgreementView,
        Differing,
        EchoView,
        EventView,
        HappeningView,
        PromiseView,
        StatementView,
        StoryView,
        View,
    )
    from marsad.store.queries.tellings import Told

_VALUE = 120


def show(view: View, lang: Lang, text: bool = False) -> Iterator[Block]:
    """A view; `text` adds the whole text of an article."""
    yield from _MAKERS[type(view).__name__](view, lang)
    if text and type(view).__name__ == "ArticleView":
        yield from _text(view.text)  # type: ignore[union-attr]


def _heading(key: str, lang: Lang) -> Block:
    return block(Piece(label(key, lang), "heading"))


def _fact(key: str, value: str, lang: Lang) -> Iterator[Block]:
    if value:
        yield block(Piece(f"{label(key, lang)}: ", "dim"), value, indent=2, hang=2)


def _article(view: ArticleView, lang: Lang) -> Iterator[Block]:
    yield block(Piece(shorten(view.title, 200) or label("ui.untitled", lang), "title"))
    yield block(*origin(view.outlet, view.published, view.id, lang), indent=2, hang=2)
    yield from _fact("ui.evidence", view.published_evidence, lang)
    yield from _fact("ask.author", view.author, lang)
    yield from _fact("ask.uri", view.uri, lang)
    yield from _fact("ask.retrieved", view.retrieved, lang)
    yield from _fact("ask.words", f"{view.words:,}", lang)
    if len(view.versions) > 1:
        yield from _several("ask.versions", (_version(each, view.id, lang) for each in view.versions), lang)
    if view.copies:
        yield from _several("ask.copies", (_copy(each, lang) for each in view.copies), lang)
    if view.story:
        yield _heading("ask.story", lang)
        yield block(*blocks.story_size(view.story, lang), Piece(view.story.id, "id"), indent=2, hang=2)
    if view.statements:
        yield _heading("ui.statements", lang)
        for each in view.statements:
            yield from _inner(blocks.quotes([each], lang))
    if view.events:
        yield _heading("ui.events", lang)
        for linked in view.events:
            yield from _told(linked.event, lang, happening=linked.happening, tellings=linked.tellings)


def _several(key: str, rows: Iterable[Block], lang: Lang) -> Iterator[Block]:
    yield _heading(key, lang)
    yield from rows


def _inner(rows: Iterable[Block]) -> Iterator[Block]:
    """Blocks a step further in."""
    return (Block(each.pieces, each.indent + 2, each.hang, each.rtl) for each in rows)


def _version(version: Version, own: str, lang: Lang) -> Block:
    text = label("ask.version", lang).format(n=version.version)
    last = f" ({label('ask.current', lang)})" if version.current else ""
    date = date_text(version.published, lang) or version.retrieved
    return block(
        Piece(f"{text}{last}{DOT}", "title" if version.id == own else ""), Piece(date, "date"), DOT,
        Piece(version.id, "id"), indent=2,
    )  # fmt: skip


def _copy(copy: Copy, lang: Lang) -> Block:
    first = Piece(f"{DOT}{label('ask.first', lang)}", "title") if copy.first else Piece("")
    return block(*origin(copy.outlet, copy.published, copy.id, lang), first, indent=2, hang=2)


def _told(told: Told, lang: Lang, happening: str | None = None, tellings: int = 1) -> Iterator[Block]:
    """An event as an article tells it, with its words."""
    symbol = next(sign for name, sign in SYMBOLS.items() if name == told.status)
    status = f" ({label(f'status.{told.status}', lang)})" if told.status != "actual" else ""
    who = sides(told.type, names(told.actors, lang), names(told.recipients, lang), lang)
    what = f"{event_label(told.type, told.mode, lang)}{status}"
    when = (DOT, Piece(date_text(told.time, lang), "date")) if told.time else ()
    where = f"{DOT}{label('ui.in', lang)} {place_name(told.place, lang)}" if told.place else ""
    yield block(Piece(f"{symbol} ", told.status), *who, ": ", what, *when, where, indent=2, hang=2)
    article = told.article
    named = origin(article.outlet, article.published, told.id, lang) if article else iter([Piece(told.id, "id")])
    yield block(*named, *_of_happening(happening, tellings, lang), indent=4, hang=2)
    if told.according_to:
        yield block(
            Piece(f"{label('ui.according_to', lang)} ", "dim"), joined(names(told.according_to, lang), lang), indent=4
        )
    if told.quantities:
        terms = Piece(blocks.amounts(told.quantities, lang), "quantity")
        yield block(f"{label('ui.terms', lang)}: ", terms, indent=4, hang=2)
    if told.words or told.trigger:
        yield block(*_marked(told), indent=4, rtl=has_arabic(told.words or told.trigger))


def _of_happening(happening: str | None, tellings: int, lang: Lang) -> Iterator[Piece]:
    if happening:
        yield from (Piece(f"{DOT}{label('ask.tellings', lang).format(n=tellings)}{DOT}"), Piece(happening, "id"))


def _marked(told: Told) -> Iterator[Piece]:
    """The sentence with brackets around the word that tells the event."""
    before, trigger, after = told.words.partition(told.trigger) if told.trigger else (told.words, "", "")
    yield Piece(before)
    if trigger:
        yield from (Piece("[", "bracket"), Piece(trigger, "party"), Piece("]", "bracket"))
    yield Piece(after)


def _event(view: EventView, lang: Lang) -> Iterator[Block]:
    yield from _told(view.event, lang)
    yield from _fact("ui.contexts", joined([label(f"context.{c}", lang) for c in view.event.contexts], lang, 9), lang)
    yield from _fact("ui.statement", view.event.statement or "", lang)
    yield from _fact("ui.confidence", f"{view.event.confidence:.2f}", lang)
    yield from _fact("ask.codes", ", ".join(f"{k} {v}" for k, v in (view.event.codes or {}).items()), lang)
    if view.happening:
        yield BLANK
        yield _heading("ask.happening", lang)
        yield from _happening(view.happening, lang)


def _happening(view: HappeningView, lang: Lang) -> Iterator[Block]:
    yield from blocks.occurrence(view.happening, lang)
    yield from _fact("ask.promise", view.promise or "", lang)
    yield from _fact("ask.agreement", joined(view.agreements, lang), lang)
    if view.differences:
        yield from _several(
            "ask.differences", (row for each in view.differences for row in _differing(each, lang)), lang
        )
    yield _heading("ask.tellings_list", lang)
    for told in view.tellings:
        yield from _told(told, lang)


def _differing(differing: Differing, lang: Lang) -> Iterator[Block]:
    """Each value with the events that say it."""
    for claim in differing.claims:
        said = [id_name(each, lang) for each in claim.get("says", ())]
        value = f"{claim['value']} {label(f'unit.{differing.unit}', lang) if differing.unit else ''}".strip()
        yield block(
            Piece(f"{label(f'field.{differing.field}', lang)}: "), Piece(shorten(value, _VALUE), "party"),
            Piece(f"{DOT}{joined(said, lang)}" if said else "", "dim"), DOT,
            Piece(joined(claim["events"], lang), "id"), indent=2, hang=2,
        )  # fmt: skip


def _statement(view: StatementView, lang: Lang) -> Iterator[Block]:
    yield from blocks.quotes([view.statement], lang)
    yield from _fact("ui.cue", view.cue, lang)
    if view.echoes:
        yield from _several("ask.echo", blocks.quotes(view.echoes, lang), lang)


def _echo(view: EchoView, lang: Lang) -> Iterator[Block]:
    yield from blocks.quotes(view.statements, lang)


def _story(view: StoryView, lang: Lang) -> Iterator[Block]:
    yield from blocks.stories([view.story], lang)
    yield _heading("ask.articles", lang)
    for each in view.articles:
        yield block(Piece("" if each.first else "= "), Piece(shorten(each.title, 110)), indent=2, hang=2)
        yield block(*origin(each.outlet, each.published, each.id, lang), indent=4, hang=2)
    if view.happenings:
        yield _heading("ask.happenings", lang)
        yield from blocks.timeline(view.happenings, lang)


def _promise(view: PromiseView, lang: Lang) -> Iterator[Block]:
    yield from blocks.promises([view.promise], lang)
    yield from _evidence(view.evidence, lang)
    yield _heading("ask.happening", lang)
    yield from _happening(view.happening, lang)


def _evidence(told: Sequence[Told], lang: Lang) -> Iterator[Block]:
    if told:
        yield from _several("ask.evidence", (row for each in told for row in _told(each, lang)), lang)


def _agreement(view: AgreementView, lang: Lang) -> Iterator[Block]:
    yield from blocks.agreements([view.agreement], lang)
    yield from _several("ask.tellings_list", (row for each in view.tellings for row in _told(each, lang)), lang)


def _text(text: str) -> Iterator[Block]:
    yield BLANK
    for line in text.splitlines():
        yield block(line, rtl=has_arabic(line)) if line.strip() else BLANK


_MAKERS: Mapping[str, Callable[[Any, Lang], Iterator[Block]]] = {
    "ArticleView": _article, "EventView": _event, "StatementView": _statement, "HappeningView": _happening,
    "StoryView": _story, "EchoView": _echo, "PromiseView": _promise, "AgreementView": _agreement,
}  # fmt: skip
