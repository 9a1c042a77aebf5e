"""The brief of a relation as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from marsad.output.answers.blocks import DOT
from marsad.output.briefs.parts import Document, Line, Section, Sources, deals, happenings, pledges, section
from marsad.output.dates import date_text
from marsad.output.labels import Lang, label
from marsad.output.names import state_name
from marsad.output.phrases import ARROWS

if TYPE_CHECKING:
    from marsad.relations.breaks import Break
    from marsad.relations.brief import Brief
    from marsad.relations.dyad import Dyad


def document(found: Brief, lang: Lang) -> Document:
    """The brief as sections."""
    sources = Sources(lang)
    sections = (*told(found, sources, lang), measured(found, lang))
    return Document(title(found.relation, lang), lang, sections, tuple(sources.found))


def title(relation: Dyad, lang: Lang) -> str:
    """The two and the days of the news."""
    span = date_text(f"{relation.first}/{relation.last}", lang)
    return f"{state_name(relation.a, lang)} – {state_name(relation.b, lang)}{DOT}{span}"


def told(found: Brief, sources: Sources, lang: Lang) -> tuple[Section, ...]:
    """What is told of the two, without sections that would be empty."""
    events = section("brief.told", happenings(found.told, sources, lang), lang)
    pressure = section("brief.pressure", happenings(found.pressure, sources, lang), lang)
    claims = section("brief.claimed", happenings(found.claimed, sources, lang), lang, "brief.claims_note")
    agreed = section("relation.agreements", deals(found.agreements, sources, lang), lang)
    promised = section("relation.promises", pledges(found.promises, sources, lang), lang)
    return tuple(each for each in (events, agreed, promised, pressure, claims) if each.lines)


def measured(found: Brief, lang: Lang) -> Section:
    """The numbers of the two."""
    left = label("brief.left_out", lang).format(n=found.left_out) if found.left_out else ""
    return Section(label("brief.measured", lang), tuple(_measured(found.relation, lang)), left)


def _measured(relation: Dyad, lang: Lang) -> Iterator[Line]:
    """The numbers; each is made of the events above, and `marsad relation` opens it."""
    last = relation.ties.row(-1, named=True)
    tie = interval(last["tie"], last["low"], last["high"])
    yield Line("", f"{label('relation.tie', lang)}: {tie} – {label('relation.scale', lang)}")
    for quad, count in relation.acts.unique("act").group_by("quad").len().sort("quad").iter_rows():
        yield Line("", f"{label(f'relation.quad.{quad}', lang)}: {count:,}")
    yield from broken((change.at for change in relation.changes), lang)


def interval(value: float, low: float, high: float) -> str:
    """A tie with its interval."""
    return f"{value:+.2f} ({low:+.2f} … {high:+.2f})".replace("-", "−")


def broken(changes: Iterable[Break], lang: Lang, name: str = "") -> Iterator[Line]:
    """The days from which on reports changed, after the `name` of whom they are."""
    for at in changes:
        quad = at.quads[0]
        levels = f"{at.before[quad - 1]:.1f} {ARROWS[lang][0]} {at.after[quad - 1]:.1f} {label('relation.a_day', lang)}"
        what = f"{name or label('relation.breaks', lang)}: {label(f'relation.quad.{quad}', lang)} {levels}"
        yield Line(date_text(at.day.isoformat(), lang), what)
