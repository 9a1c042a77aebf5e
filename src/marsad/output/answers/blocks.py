"""Answers as lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from marsad.output.answers.rows import names
from marsad.output.bidi import shorten
from marsad.output.dates import date_text
from marsad.output.labels import Lang, event_label, label
from marsad.output.layout import Block, Piece, block
from marsad.output.names import amount_text, duration_text, entity_name, joined, outlet_name, place_name, role_text
from marsad.output.phrases import SYMBOLS, chain, sides

if TYPE_CHECKING:
    from marsad.records import Entity
    from marsad.store.queries.agreements import Deal
    from marsad.store.queries.promises import Pledge
    from marsad.store.queries.quotes import Quote
    from marsad.store.queries.search import Hit
    from marsad.store.queries.snippets import Snippet
    from marsad.store.queries.stats import Count
    from marsad.store.queries.stories import StoryRow
    from marsad.store.queries.timeline import Occurrence

CONTENT = 280
OUTCOMES = {
    "kept": ("✓", "actual"), "broken": ("✗", "denied"), "postponed": ("↷", "possible"), "overdue": ("!", "possible"),
    "open": ("▷", "planned"),
}  # fmt: skip
"""The sign and the style of each outcome of a promise."""
DOT = " · "


def search(hits: Iterable[Hit], lang: Lang, first: int = 1) -> Iterator[Block]:
    """Each hit with its snippet; `first` is the number of the first."""
    for number, hit in enumerate(hits, first):
        yield block(Piece(f"{number}. ", "rule"), Piece(shorten(hit.title, 110) or label("ui.untitled", lang), "title"))
        same = (DOT, f"{label('ask.copy_of', lang)} ", Piece(hit.copy_of, "id")) if hit.copy_of else ()
        yield block(*origin(hit.outlet, hit.published, hit.id, lang), *same, indent=4, hang=2)
        yield block(*_marked(hit.snippet), indent=4, rtl=True)


def _marked(snippet: Snippet) -> Iterator[Piece]:
    """A snippet with brackets around the hits."""
    at = snippet.start
    if at:
        yield Piece("… ", "dim")
    for start, end in snippet.hits:
        if start < at:
            continue
        yield Piece(snippet.text[at - snippet.start : start - snippet.start])
        word = snippet.text[start - snippet.start : end - snippet.start]
        yield from (Piece("[", "bracket"), Piece(word, "party"), Piece("]", "bracket"))
        at = end
    yield Piece(snippet.text[at - snippet.start :])
    if snippet.cut:
        yield Piece(" …", "dim")


def origin(outlet: str | None, date: str | None, number: str, lang: Lang) -> Iterator[Piece]:
    """Who published it, when, and its id."""
    yield Piece(outlet_name(outlet, lang) if outlet else label("ui.outlet_unknown", lang))
    yield from (Piece(DOT), Piece(date_text(date, lang) or label("ui.date_unknown", lang), "date"))
    yield from (Piece(DOT), Piece(number, "id"))


def timeline(rows: Iterable[Occurrence], lang: Lang) -> Iterator[Block]:
    """Happenings under the days on which they are filed."""
    before: str | None = ""
    for row in rows:
        if row.day != before:
            yield block(Piece(date_text(row.day, lang) or label("ui.undated", lang), "date"))
        before = row.day
        yield from occurrence(row, lang)


def occurrence(row: Occurrence, lang: Lang, indent: int = 2) -> Iterator[Block]:
    """A happening: who, what, whether it happened, how many tell it."""
    status = label(f"status.{row.status}", lang)
    mark = (Piece(" "), Piece(f"({status})", row.status)) if row.status != "actual" else ()
    symbol = next(sign for name, sign in SYMBOLS.items() if name == row.status)
    who = sides(row.type, names(row.actors, lang), names(row.recipients, lang), lang)
    what = event_label(row.type, row.mode, lang)
    yield block(Piece(f"{symbol} ", row.status), *who, ": ", what, *mark, *_when(row, lang), indent=indent, hang=2)
    if row.quantities:
        yield block(f"{label('ui.terms', lang)}: ", Piece(amounts(row.quantities, lang), "quantity"), indent=indent + 2)
    yield block(*_telling(row, lang), indent=indent + 2, hang=2)


def _when(row: Occurrence, lang: Lang) -> Iterator[Piece]:
    """The time where the day does not tell it, and the place."""
    if row.time is None and row.day:
        yield Piece(f"{DOT}{label('ask.told_then', lang)}", "dim")
    elif row.time != row.day:
        yield from (Piece(DOT), Piece(date_text(row.time, lang), "date"))
    if row.place:
        yield Piece(f"{DOT}{label('ui.in', lang)} {place_name(row.place, lang)}")


def _telling(row: Occurrence, lang: Lang) -> Iterator[Piece]:
    if row.tellings > 1:
        yield Piece(f"{label('ask.tellings', lang).format(n=row.tellings)}{DOT}")
    if row.outlets:
        yield Piece(f"{joined([outlet_name(each, lang) for each in row.outlets], lang)}{DOT}", "dim")
    if row.differences:
        fields = joined([label(f"field.{each}", lang) for each in row.differences], lang)
        yield Piece(f"{label('ask.differ', lang)} {fields}{DOT}", "possible")
    yield Piece(row.id, "id")


def amounts(values: Iterable[Mapping[str, Any]], lang: Lang) -> str:
    """Numbers with their units in words."""
    texts = [amount_text(each["value"], each["unit"], lang) for each in values]
    return ("؛ " if lang == "ar" else "; ").join(texts)


def quotes(rows: Iterable[Quote], lang: Lang) -> Iterator[Block]:
    """Each statement with who made it, through whom it is known, and where."""
    for row in rows:
        yield block(*speech(row, lang), hang=2)
        yield block(*origin(row.outlet, row.day, row.id, lang), *_echo(row, lang), indent=2, hang=2)
        yield quoted(row, indent=4)


def quoted(row: Quote, indent: int) -> Block:
    """The words of a statement."""
    text = shorten(row.content, CONTENT)
    return block(
        Piece(f"«{text.strip('«»“” ')}»" if row.kind == "direct" else text, "content"), indent=indent, rtl=True
    )


def speech(row: Quote, lang: Lang) -> Iterator[Piece]:
    """Who says it to whom, how, and through whom it is known."""
    yield from _person(row.speaker, lang)
    if row.addressee:
        yield Piece(f" {label('ui.to', lang)} ")
        yield Piece(entity_name(row.addressee, lang), "party")
    yield Piece(f"{DOT}{label(f'act.{row.act}', lang)} ({label(f'kind.{row.kind}', lang)})", "dim")
    if row.via:
        yield Piece(f"{DOT}{label('ui.through', lang)} {chain(names(row.via, lang), lang)}")


def _person(entity: Entity, lang: Lang) -> Iterator[Piece]:
    yield Piece(entity_name(entity, lang), "speaker")
    if role := role_text(entity, lang):
        yield Piece(f" ({role})", "dim")


def _echo(row: Quote, lang: Lang) -> Iterator[Piece]:
    if row.echo and row.tellings > 1:
        yield Piece(f"{DOT}{label('ask.tellings', lang).format(n=row.tellings)}{DOT}")
        yield Piece(row.echo, "id")


def promises(rows: Iterable[Pledge], lang: Lang) -> Iterator[Block]:
    """Each promise with its term, its outcome and the evidence for it."""
    for row in rows:
        sign, style = OUTCOMES[row.outcome]
        who = sides(row.type, names(row.actors, lang), names(row.recipients, lang), lang)
        what = event_label(row.type, row.mode, lang)
        words = (Piece(f" «{shorten(row.words, 40)}»", "dim"),) if row.words else ()
        outcome = Piece(f"{sign} {label(f'outcome.{row.outcome}', lang)} ", style)
        yield block(outcome, *who, ": ", what, *words, hang=2)
        yield block(*_terms(row, lang), Piece(row.id, "id"), indent=2, hang=2)


def _terms(row: Pledge, lang: Lang) -> Iterator[Piece]:
    for key, date in (("ask.term", row.term), ("ask.said", row.said)):
        if date:
            yield from (Piece(f"{label(key, lang)} "), Piece(date_text(date, lang), "date"), Piece(DOT))
    if row.evidence:
        yield from (Piece(f"{label('ask.evidence', lang)} "), Piece(joined(row.evidence, lang), "id"), Piece(DOT))


def agreements(rows: Iterable[Deal], lang: Lang) -> Iterator[Block]:
    """Each agreement with its parties, its terms and what became of it."""
    for row in rows:
        who, status = joined(names(row.parties, lang), lang), label(f"agreed.{row.status}", lang)
        day = date_text(row.day, lang) or label("ui.undated", lang)
        head = Piece(who, "party"), DOT, Piece(status, "title"), DOT, Piece(day, "date"), DOT, Piece(row.id, "id")
        yield block(*head, hang=2)
        if row.subject:
            yield block(Piece(shorten(row.subject, CONTENT), "content"), indent=4, rtl=True)
        terms = amounts((*row.amounts, *row.volumes), lang)
        if terms or row.term:
            lasting = f"{label('ask.lasts', lang)} {duration_text(row.term, lang)}" if row.term else ""
            text = ("؛ " if lang == "ar" else "; ").join(filter(None, (terms, lasting)))
            yield block(f"{label('ui.terms', lang)}: ", Piece(text, "quantity"), indent=4, hang=2)
        if len(row.history) > 1:
            yield block(f"{label('ask.became', lang)}: ", _history(row.history, lang), indent=4, hang=2)


def _history(steps: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    texts = [f"{label('agreed.' + each['status'], lang)} {date_text(each.get('time'), lang)}".strip() for each in steps]
    return (" ← " if lang == "ar" else " → ").join(texts)


def stories(rows: Iterable[StoryRow], lang: Lang, first: int = 1) -> Iterator[Block]:
    """Each story with its size and who had it first; `first` is the number of the first."""
    for number, row in enumerate(rows, first):
        yield block(Piece(f"{number}. ", "rule"), Piece(shorten(row.title, 110) or label("ui.untitled", lang), "title"))
        yield block(*story_size(row, lang), Piece(row.id, "id"), indent=4, hang=2)
        had = origin(row.first_outlet, row.first_published, row.first, lang)
        yield block(f"{label('ask.first', lang)}: ", *had, indent=4, hang=2)


def story_size(row: StoryRow, lang: Lang) -> Iterator[Piece]:
    """The days and the size of a story, with a dot behind."""
    days = row.first_day if row.first_day == row.last_day or not row.last_day else f"{row.first_day}/{row.last_day}"
    yield from (Piece(date_text(days, lang) or label("ui.undated", lang), "date"), Piece(DOT))
    counts = [("ask.story_size", row.articles), ("ask.story_outlets", row.outlets)]
    if row.tellings != row.articles:
        counts.insert(1, ("ask.story_tellings", row.tellings))
    for key, number in counts:
        yield Piece(f"{label(key, lang).format(n=number)}{DOT}")


def stats(rows: Sequence[Count], lang: Lang) -> Iterator[Block]:
    """The counts of a store, group by group."""
    wide = max((len(f"{row.number:,}") for row in rows), default=0)
    before = ""
    for row in rows:
        if row.group != before:
            yield block(Piece(label(f"group.{row.group}", lang), "heading"))
        before = row.group
        note = (Piece(f"{DOT}{date_text(row.note, lang)}", "date"),) if row.note else ()
        number = f"{row.number:,}"
        yield block(Piece(number), " ", _counted(row, lang), *note, indent=2 + wide - len(number))


def _counted(row: Count, lang: Lang) -> str:
    if row.group == "outlets":
        return outlet_name(row.name, lang)
    prefix = {"event types": "type", "event status": "status", "promises": "outcome"}.get(row.group, "count")
    return label(f"{prefix}.{row.name}", lang)
