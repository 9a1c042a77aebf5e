"""A brief as sections of lines, each line with the numbers of its sources: what all formats are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from marsad.output.answers.blocks import DOT, OUTCOMES, amounts
from marsad.output.answers.rows import names
from marsad.output.dates import date_text
from marsad.output.labels import Lang, event_label, label
from marsad.output.names import joined, outlet_name, state_name
from marsad.output.phrases import SYMBOLS, sides

if TYPE_CHECKING:
    from marsad.records import Entity
    from marsad.relations.brief import Brief
    from marsad.relations.dyad import Dyad
    from marsad.store.queries.agreements import Deal
    from marsad.store.queries.promises import Pledge
    from marsad.store.queries.show import HappeningView
    from marsad.store.queries.tellings import Told


class Line(NamedTuple):
    """A line, the day that it stands under (empty: none), and the numbers of its sources."""

    day: str
    text: str
    sources: tuple[int, ...] = ()


class Section(NamedTuple):
    """A heading with its lines; `note` stands under the heading."""

    title: str
    lines: tuple[Line, ...]
    note: str = ""


class Source(NamedTuple):
    """A sentence of an article: who published it and when, the article's title, the record's id, the words."""

    origin: str
    title: str
    id: str
    words: str


class Document(NamedTuple):
    """A brief in a language."""

    title: str
    lang: Lang
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]


class _Sources:
    """The sources in the order in which they are first named."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.found: list[Source] = []
        self._numbers: dict[str, int] = {}

    def add(self, tellings: Iterable[Told]) -> tuple[int, ...]:
        """The numbers of some tellings."""
        return tuple(self._number(telling) for telling in tellings)

    def of(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of those of some events that are named already."""
        return tuple(dict.fromkeys(self._numbers[each] for each in ids if each in self._numbers))

    def _number(self, telling: Told) -> int:
        if telling.id not in self._numbers:
            article = telling.article
            outlet = article.outlet if article else None
            name = outlet_name(outlet, self.lang) if outlet else label("ui.outlet_unknown", self.lang)
            published = date_text(article.published if article else None, self.lang)
            origin = f"{name}{DOT}{published or label('ui.date_unknown', self.lang)}"
            title = _plain(article.title) if article else ""
            self.found.append(Source(origin, title, telling.id, _plain(telling.words)))
            self._numbers[telling.id] = len(self.found)
        return self._numbers[telling.id]


def document(found: Brief, lang: Lang) -> Document:
    """The brief as sections."""
    relation, sources = found.relation, _Sources(lang)
    told = _section("brief.told", _happenings(found.told, sources, lang), lang)
    pressure = _section("brief.pressure", _happenings(found.pressure, sources, lang), lang)
    claims = _section("brief.claimed", _happenings(found.claimed, sources, lang), lang, "brief.claims_note")
    deals = _section("relation.agreements", _deals(found.agreements, sources, lang), lang)
    pledges = _section("relation.promises", _pledges(found.promises, sources, lang), lang)
    left = label("brief.left_out", lang).format(n=found.left_out) if found.left_out else ""
    measured = Section(label("brief.measured", lang), tuple(_measured(relation, lang)), left)
    span = date_text(f"{relation.first}/{relation.last}", lang)
    title = f"{state_name(relation.a, lang)} – {state_name(relation.b, lang)}{DOT}{span}"
    sections = tuple(each for each in (told, deals, pledges, pressure, claims, measured) if each.lines)
    return Document(title, lang, sections, tuple(sources.found))


def _section(key: str, lines: Iterable[Line], lang: Lang, note: str = "") -> Section:
    return Section(label(key, lang), tuple(lines), label(note, lang) if note else "")


def _measured(relation: Dyad, lang: Lang) -> Iterator[Line]:
    """The numbers; each is made of the events above, and `marsad relation` opens it."""
    last = relation.ties.row(-1, named=True)
    tie = f"{last['tie']:+.2f} ({last['low']:+.2f} … {last['high']:+.2f})".replace("-", "−")
    yield Line("", f"{label('relation.tie', lang)}: {tie} – {label('relation.scale', lang)}")
    for quad, count in relation.acts.unique("act").group_by("quad").len().sort("quad").iter_rows():
        yield Line("", f"{label(f'relation.quad.{quad}', lang)}: {count:,}")
    for change in relation.changes:
        at, quad = change.at, change.at.quads[0]
        levels = f"{at.before[quad - 1]:.1f} → {at.after[quad - 1]:.1f} {label('relation.a_day', lang)}"
        what = f"{label('relation.breaks', lang)}: {label(f'relation.quad.{quad}', lang)} {levels}"
        yield Line(date_text(at.day.isoformat(), lang), what)


def _happenings(views: Sequence[HappeningView], sources: _Sources, lang: Lang) -> Iterator[Line]:
    for view in views:
        row = view.happening
        status = f" ({label(f'status.{row.status}', lang)})" if row.status != "actual" else ""
        sign = next(sign for name, sign in SYMBOLS.items() if name == row.status)
        parts = [f"{sign} {_act(row.type, row.mode, row.actors, row.recipients, lang)}{status}"]
        if row.quantities:
            parts.append(amounts(row.quantities, lang))
        if all(telling.according_to for telling in view.tellings):
            speakers = {speaker.id: speaker for telling in view.tellings for speaker in telling.according_to}
            parts.append(f"{label('brief.according_to', lang)} {joined(names(speakers.values(), lang), lang)}")
        dated = f" ({label('ask.told_then', lang)})" if row.day and not row.time else ""
        yield Line(f"{date_text(row.time or row.day, lang)}{dated}", DOT.join(parts), sources.add(view.tellings))


def _act(type_: str, mode: str | None, actors: Sequence[Entity], recipients: Sequence[Entity], lang: Lang) -> str:
    who = sides(type_, names(actors, lang), names(recipients, lang), lang)
    return f"{''.join(piece.text for piece in who)}: {event_label(type_, mode, lang)}"


def _deals(deals: Sequence[Deal], sources: _Sources, lang: Lang) -> Iterator[Line]:
    """Agreements of whose history something is told above."""
    for deal in deals:
        numbers = sources.of(event for step in deal.history for event in step["events"])
        if numbers:
            parts = [
                joined(names(deal.parties, lang), lang), _plain(deal.subject or ""),
                amounts((*deal.amounts, *deal.volumes), lang),
                f"{label('ask.lasts', lang)} {deal.term}" if deal.term else "", label(f"agreed.{deal.status}", lang),
            ]  # fmt: skip
            yield Line(date_text(deal.day, lang), DOT.join(part for part in parts if part), numbers)


def _pledges(pledges: Sequence[Pledge], sources: _Sources, lang: Lang) -> Iterator[Line]:
    for pledge in pledges:
        numbers = sources.of((pledge.first, *pledge.evidence))
        if numbers:
            act = _act(pledge.type, pledge.mode, pledge.actors, pledge.recipients, lang)
            term = f"{label('ask.term', lang)} {date_text(pledge.term, lang)}" if pledge.term else ""
            outcome = f"{OUTCOMES[pledge.outcome][0]} {label(f'outcome.{pledge.outcome}', lang)}"
            parts = (act, term, outcome)
            yield Line(date_text(pledge.said, lang), DOT.join(part for part in parts if part), numbers)


def _plain(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
