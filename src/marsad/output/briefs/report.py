"""Reports as documents: of a whole store, and of two countries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from marsad.output.answers.blocks import CONTENT, DOT, speech, story_size
from marsad.output.answers.network import balance_blocks, bloc_blocks, count_block
from marsad.output.bidi import shorten
from marsad.output.briefs.document import broken, interval, measured, title, told
from marsad.output.briefs.parts import (
    Document,
    Line,
    Section,
    Sources,
    deals,
    happenings,
    origin,
    plain,
    pledges,
    section,
)
from marsad.output.dates import date_text
from marsad.output.labels import Lang, label
from marsad.output.names import outlet_name, state_name
from marsad.output.plots.system import plot_network

if TYPE_CHECKING:
    from marsad.output.layout import Piece
    from marsad.relations.dyad import Dyad
    from marsad.relations.network.system import Network
    from marsad.relations.overview import Overview, PairView, StoryTold, Voices
    from marsad.store.queries.quotes import Quote

_MEMBERS, _SOURCES = 12, 4
"""Members of a bloc and sources of a line at most, in the report of a whole store."""


def pair_document(found: Voices, lang: Lang) -> Document:
    """The brief of two, what each says of the other, and who reports it."""
    relation = found.brief.relation
    sources = Sources(lang, found.excerpts)
    events = told(found.brief, sources, lang)
    ways = (relation.a, relation.b), (relation.b, relation.a)
    said = (
        _with_left(_said(*way, quotes, sources, lang), left, lang)
        for way, quotes, left in zip(ways, found.said, found.left, strict=True) if quotes
    )  # fmt: skip
    outlets = section("relation.outlets", _outlets(relation, lang), lang)
    sections = (*events, *said, measured(found.brief, lang), *((outlets,) if outlets.lines else ()))
    return Document(title(relation, lang), lang, sections, tuple(sources.found))


def _said(speaker: str, about: str, quotes: Iterable[Quote], sources: Sources, lang: Lang) -> Section:
    heading = label("report.said", lang).format(a=state_name(speaker, lang), b=state_name(about, lang))
    lines = (
        Line(
            date_text(quote.day, lang), _text(speech(quote, lang)) + _times(quote, lang), sources.of([quote.id]),
            shorten(plain(quote.content), CONTENT),
        )
        for quote in quotes
    )  # fmt: skip
    return Section(heading, tuple(lines))


def _times(quote: Quote, lang: Lang) -> str:
    return f"{DOT}{label('ask.tellings', lang).format(n=quote.tellings)}" if quote.tellings > 1 else ""


def _outlets(relation: Dyad, lang: Lang) -> Iterator[Line]:
    for outlet, acts, score in relation.outlets.iter_rows():
        mean = f"{DOT}{label('relation.score', lang)} {score:+.1f}".replace("-", "−") if score is not None else ""
        yield Line("", f"{outlet_name(outlet, lang)}{DOT}{label('relation.acts', lang)}: {acts:,}{mean}")


def store_document(found: Overview, lang: Lang) -> Document:
    """The report of a whole store."""
    sources, left = Sources(lang, found.excerpts, _SOURCES), found.left
    sections = (
        _with_left(section("report.stories", _stories(found.stories, sources, lang), lang), left.stories, lang),
        _with_left(
            section("report.pairs", _pairs(found.pairs, sources, lang), lang, "report.scale"), left.pairs, lang
        ),
        section("report.acts", _acts(found.pairs, sources, lang), lang),
        _breaks(found.pairs, lang),
        _network(found.network, lang),
        _with_left(
            section("report.meetings", happenings(found.meetings, sources, lang), lang, "report.meetings_note"),
            left.meetings, lang,
        ),
        _with_left(section("report.promises", pledges(found.promises, sources, lang), lang), left.promises, lang),
        _with_left(section("report.agreements", deals(found.agreements, sources, lang), lang), left.agreements, lang),
        _with_left(
            section("brief.claimed", happenings(found.claims, sources, lang), lang, "report.claims_note"),
            left.claims, lang,
        ),
    )  # fmt: skip
    kept = tuple(each for each in sections if each.lines)
    return Document(_store_title(found, lang), lang, kept, tuple(sources.found), tuple(_facts(found, lang)))


def _with_left(made: Section, left: int | None, lang: Lang) -> Section:
    """A section whose note says how many more there are (None: some)."""
    if left == 0:
        return made
    told_so = label("report.more", lang) if left is None else label("report.left_out", lang).format(n=f"{left:,}")
    return made._replace(note=" ".join(filter(None, (made.note, told_so))))


def _store_title(found: Overview, lang: Lang) -> str:
    first, last = found.census.first, found.census.last
    span = date_text(first if first == last else f"{first}/{last}", lang) if first else label("ui.undated", lang)
    return f"{label('report.title', lang)}{DOT}{span}"


def _facts(found: Overview, lang: Lang) -> Iterator[tuple[str, str]]:
    counts = found.census
    for key in ("articles", "outlets", "statements", "events"):
        yield label(f"report.{key}", lang), f"{getattr(counts, key):,}"
    yield label("report.several", lang), f"{counts.stories:,}"


def _stories(views: Iterable[StoryTold], sources: Sources, lang: Lang) -> Iterator[Line]:
    for view, witnesses in views:
        row = view.story
        day, *size = (piece.text.removesuffix(DOT) for piece in story_size(row, lang) if piece.text != DOT)
        first = f"{label('ask.first', lang)}: {origin(row.first_outlet, row.first_published, lang)}"
        parts = (plain(row.title) or label("ui.untitled", lang), *size, first)
        yield Line(day, DOT.join(parts), sources.of(witnesses))


def _pairs(views: Iterable[PairView], sources: Sources, lang: Lang) -> Iterator[Line]:
    for view in views:
        tie = f"{label('relation.tie', lang)} {interval(view.tie, view.low, view.high)}"
        text = DOT.join((_name(view, lang), f"{label('relation.acts', lang)}: {view.acts:,}", tie))
        told_most = (sources.add(each.tellings[:1]) for each in view.told or view.claimed)
        yield Line("", text, tuple(dict.fromkeys(number for numbers in told_most for number in numbers)))


def _name(view: PairView, lang: Lang) -> str:
    return f"{state_name(view.a, lang)} – {state_name(view.b, lang)}"


def _acts(views: Iterable[PairView], sources: Sources, lang: Lang) -> Iterator[Line]:
    """What is told most of the pairs, but for claims, in order of time."""
    each = {one.happening.id: one for view in views for one in view.told}
    yield from happenings(sorted(each.values(), key=lambda one: one.happening.day or ""), sources, lang)


def _breaks(views: Sequence[PairView], lang: Lang) -> Section:
    found = [line for view in views for line in broken(view.breaks or (), lang, _name(view, lang))]
    if found:
        return section("report.breaks", found, lang, "report.breaks_note")
    few = views and all(view.breaks is None for view in views)
    key = "report.few_days" if few else "relation.no_breaks"
    return section("report.breaks", [Line("", label(key, lang))], lang)


def _network(found: Network | None, lang: Lang) -> Section:
    heading = label("network.title", lang)
    if found is None:
        return Section(heading, (Line("", label("report.no_network", lang)),))
    blocks = (count_block(found, lang), *bloc_blocks(found, lang, _MEMBERS), *balance_blocks(found, lang))
    lines = tuple(Line("", _text(each.pieces)) for each in blocks)
    return Section(heading, lines, label("report.network_note", lang), lambda path: plot_network(found, path, lang))


def _text(pieces: Iterable[Piece]) -> str:
    """Pieces of a line without their styles."""
    return "".join(piece.text for piece in pieces)
