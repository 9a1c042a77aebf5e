"""Documents as sections of lines, each line with the numbers of its sources: what all formats are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from marsad.output.answers.blocks import DOT, OUTCOMES, amounts
from marsad.output.answers.rows import names
from marsad.output.dates import date_text
from marsad.output.labels import Lang, event_label, label
from marsad.output.names import duration_text, joined, outlet_name
from marsad.output.phrases import SYMBOLS, sides

if TYPE_CHECKING:
    from marsad.records import Entity
    from marsad.store.queries.agreements import Deal
    from marsad.store.queries.excerpts import Excerpt
    from marsad.store.queries.promises import Pledge
    from marsad.store.queries.show import HappeningView
    from marsad.store.queries.tellings import Told


Draw = Callable[[Path], None]
"""Writes a plot into a file of the given suffix."""


class Line(NamedTuple):
    """A line, the day that it stands under (empty: none), the numbers of its sources, and the words that it quotes."""

    day: str
    text: str
    sources: tuple[int, ...] = ()
    quote: str = ""


class Section(NamedTuple):
    """A heading with its lines; `note` and the plot stand under the heading."""

    title: str
    lines: tuple[Line, ...]
    note: str = ""
    draw: Draw | None = None


class Source(NamedTuple):
    """A sentence of an article: who published it and when, the article's title, the record's id, the words."""

    origin: str
    title: str
    id: str
    words: str


class Document(NamedTuple):
    """A document in a language; `facts` are numbers, each after its name."""

    title: str
    lang: Lang
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    facts: tuple[tuple[str, str], ...] = ()


class Sources:
    """The sources in the order in which they are first named. `known` are excerpts that may be named by their ids,
    `most` how many a line names at most (None: all), of each outlet one before others."""

    def __init__(
        self, lang: Lang, known: Mapping[str, Excerpt] = MappingProxyType({}), most: int | None = None
    ) -> None:
        self.lang, self.known, self.most = lang, known, most
        self.found: list[Source] = []
        self._numbers: dict[str, int] = {}

    def add(self, tellings: Iterable[Told | Excerpt]) -> tuple[int, ...]:
        """The numbers of some tellings."""
        chosen = list(tellings)
        if self.most is not None:
            chosen = _of_each_outlet(chosen)[: self.most]
        return tuple(dict.fromkeys(map(self._number, chosen)))

    def of(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of those of some records that are named already or known."""
        several = list(ids)
        named = [self._numbers[each] for each in several if each in self._numbers]
        return tuple(dict.fromkeys(named)) or self.add(self.known[each] for each in several if each in self.known)

    def _number(self, telling: Told | Excerpt) -> int:
        if telling.id not in self._numbers:
            article = telling.article
            published = (article.outlet, article.published) if article else (None, None)
            title = plain(article.title) if article else ""
            self.found.append(Source(origin(*published, self.lang), title, telling.id, plain(telling.words)))
            self._numbers[telling.id] = len(self.found)
        return self._numbers[telling.id]


def _of_each_outlet(tellings: Iterable[Told | Excerpt]) -> list[Told | Excerpt]:
    """Tellings in their order, those of an outlet that has one before them last."""
    first: dict[str | None, Told | Excerpt] = {}
    others = []
    for telling in tellings:
        outlet = telling.article.outlet if telling.article else None
        if first.setdefault(outlet, telling) is not telling:
            others.append(telling)
    return [*first.values(), *others]


def origin(outlet: str | None, published: str | None, lang: Lang) -> str:
    """Who published it, and when."""
    name = outlet_name(outlet, lang) if outlet else label("ui.outlet_unknown", lang)
    return f"{name}{DOT}{date_text(published, lang) or label('ui.date_unknown', lang)}"


def section(key: str, lines: Iterable[Line], lang: Lang, note: str = "") -> Section:
    """A section by the keys of its heading and its note."""
    return Section(label(key, lang), tuple(lines), label(note, lang) if note else "")


def happenings(views: Iterable[HappeningView], sources: Sources, lang: Lang) -> Iterator[Line]:
    """What happened, is planned or claimed, on whose word, and its amounts."""
    for view in views:
        row = view.happening
        status = f" ({label(f'status.{row.status}', lang)})" if row.status != "actual" else ""
        sign = next(sign for name, sign in SYMBOLS.items() if name == row.status)
        parts = [f"{sign} {act(row.type, row.mode, row.actors, row.recipients, lang)}{status}"]
        if row.quantities:
            parts.append(amounts(row.quantities, lang))
        if all(telling.according_to for telling in view.tellings):
            speakers = {speaker.id: speaker for telling in view.tellings for speaker in telling.according_to}
            parts.append(f"{label('brief.according_to', lang)} {joined(names(speakers.values(), lang), lang)}")
        if sources.most is not None and row.tellings > sources.most:
            parts.append(label("ask.tellings", lang).format(n=row.tellings))
        dated = f" ({label('ask.told_then', lang)})" if row.day and not row.time else ""
        yield Line(f"{date_text(row.time or row.day, lang)}{dated}", DOT.join(parts), sources.add(view.tellings))


def act(type_: str, mode: str | None, actors: Sequence[Entity], recipients: Sequence[Entity], lang: Lang) -> str:
    """Who does what to whom."""
    who = sides(type_, names(actors, lang), names(recipients, lang), lang)
    return f"{''.join(piece.text for piece in who)}: {event_label(type_, mode, lang)}"


def deals(several: Iterable[Deal], sources: Sources, lang: Lang) -> Iterator[Line]:
    """Agreements of whose history there are sources."""
    for deal in several:
        numbers = sources.of(event for step in deal.history for event in step["events"])
        if numbers:
            lasting = f"{label('ask.lasts', lang)} {duration_text(deal.term, lang)}" if deal.term else ""
            parts = (
                joined(names(deal.parties, lang), lang), plain(deal.subject or ""),
                amounts((*deal.amounts, *deal.volumes), lang), lasting, label(f"agreed.{deal.status}", lang),
            )  # fmt: skip
            yield Line(date_text(deal.day, lang), DOT.join(part for part in parts if part), numbers)


def pledges(several: Iterable[Pledge], sources: Sources, lang: Lang) -> Iterator[Line]:
    """Promises of which there are sources, with their term and what became of them."""
    for pledge in several:
        numbers = sources.of((pledge.first, *pledge.evidence))
        if numbers:
            what = act(pledge.type, pledge.mode, pledge.actors, pledge.recipients, lang)
            term = f"{label('ask.term', lang)} {date_text(pledge.term, lang)}" if pledge.term else ""
            outcome = f"{OUTCOMES[pledge.outcome][0]} {label(f'outcome.{pledge.outcome}', lang)}"
            parts = (what, term, outcome)
            yield Line(date_text(pledge.said, lang), DOT.join(part for part in parts if part), numbers)


def plain(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
