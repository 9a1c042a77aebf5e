"""One article explained as one HTML file: no script, nothing fetched, every character of the article escaped."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from marsad.output.bidi import clean, has_arabic, isolate
from marsad.output.cards import Card, Evidence, cards
from marsad.output.dates import date_text
from marsad.output.labels import Lang, label
from marsad.output.marks import Segment, marks, places, segments
from marsad.output.names import Names, title_text
from marsad.output.phrases import SYMBOLS
from marsad.output.reasons import Reason
from marsad.records import Reading

_STYLE = Path(__file__).parent / "static" / "explain.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_GROUPS = (("statement", "ui.statements"), ("event", "ui.events"), ("entity", "ui.entities"))


@functools.cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


def explain_html(reading: Reading, lang: Lang) -> str:
    """The page."""
    article = reading.article
    direction = "rtl" if lang == "ar" else "ltr"
    flow = "rtl" if has_arabic(article.text) else "ltr"
    title = title_text(article, lang)
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} · Marsad</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f"{_header(reading, title, lang)}<main>\n"
        f'<section class="article" aria-label="{escape(label("ui.text", lang))}">\n{_legend(lang)}'
        f'<div class="text" dir="{flow}" lang="{escape(article.language)}">{_text(reading)}</div>\n'
        "</section>\n"
        f'<section class="records" aria-label="{escape(label("ui.records", lang))}">\n{_cards(reading, lang)}'
        f"</section>\n</main>\n<footer>{escape(label('ui.made_by', lang))}</footer>\n</body>\n</html>\n"
    )


def _header(reading: Reading, title: str, lang: Lang) -> str:
    article, names = reading.article, Names(reading, lang)
    outlet = names.name(article.outlet) if article.outlet else label("ui.unknown", lang)
    dating = article.published
    date = date_text(dating.date, lang) or label("ui.date_unknown", lang)
    facts = [
        (label("ui.outlet", lang), outlet),
        (label("ui.date", lang), f"{date} ({label(f'precision.{dating.precision}', lang)})"),
        (label("ui.evidence", lang), dating.evidence),
        (label("ui.document", lang), article.doc),
        (label("ui.source", lang), article.uri if article.uri != article.doc else ""),
        (label("ui.encoding", lang), article.encoding),
    ]
    numbers = {"statements": len(reading.statements), "events": len(reading.events), "entities": len(reading.entities)}
    counts = " · ".join(f"{label(f'ui.{key}', lang)} {number}" for key, number in numbers.items())
    heading = f'<h1 dir="auto">{escape(title)}</h1>'
    return f'<header>\n{heading}\n{_facts(facts)}<p class="counts">{escape(counts)}</p>\n</header>\n'


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd><bdi>{escape(clean(value))}</bdi></dd></div>\n"
        for name, value in facts
        if value
    )
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def _legend(lang: Lang) -> str:
    words = [
        ("cue", "ui.cue"),
        ("content", "ui.content"),
        ("mention", "ui.mention"),
        ("quantity", "ui.quantity"),
        ("furniture", "ui.furniture"),
    ]
    items = [f'<li><span class="{name}">{escape(label(key, lang))}</span></li>' for name, key in words]
    items[1:1] = [
        f'<li><span class="trigger {status}">{symbol} {escape(label(f"status.{status}", lang))}</span></li>'
        for status, symbol in SYMBOLS.items()
    ]
    return f'<ul class="legend" aria-label="{escape(label("ui.legend", lang))}">{"".join(items)}</ul>\n'


def _text(reading: Reading) -> str:
    return "".join(_segment(s) for s in segments(reading.article.text, marks(reading)))


def _segment(segment: Segment) -> str:
    if not segment.marks:
        return escape(segment.text)
    anchors = "".join(f'<a class="at" id="{escape(m.anchor)}"></a>' for m in segment.opening if m.record)
    tags = "".join(
        f'<a class="tag {m.kind}-tag" href="#{escape(m.record)}">{escape(m.record)}</a>' for m in segment.tagged
    )
    return f"{anchors}{tags}{_linked(segment)}"


def _linked(segment: Segment) -> str:
    """The characters of a segment, linked to the card of the record that is drawn on top."""
    if not segment.linked:
        return f'<span class="{segment.classes}">{escape(segment.text)}</span>'
    return f'<a class="{segment.classes}" href="#{escape(segment.linked)}">{escape(segment.text)}</a>'


def _cards(reading: Reading, lang: Lang) -> str:
    at, made = places(marks(reading)), cards(reading, lang)
    return "".join(
        f"<h2>{escape(label(heading, lang))}</h2>\n{''.join(_card(c, at, lang) for c in made if c.kind == kind)}"
        for kind, heading in _GROUPS
        if any(c.kind == kind for c in made)
    )


def _card(card: Card, at: dict[tuple[int, int, str], str], lang: Lang) -> str:
    status = ""
    if card.status:
        symbol = next(s for name, s in SYMBOLS.items() if name == card.status)
        status = f'<span class="status">{symbol} {escape(label(f"status.{card.status}", lang))}</span>'
    return (
        f'<article class="card {card.kind} {card.status}" id="{escape(card.id)}">\n'
        f'<h3><span class="id">{escape(card.id)}</span> <bdi>{escape(card.title)}</bdi>{status}</h3>\n'
        f'<p class="sub"><bdi>{escape(card.subtitle)}</bdi></p>\n{_facts(card.facts)}'
        f"{_evidence(card, at, lang)}{_reasons(card, lang)}</article>\n"
    )


def _evidence(card: Card, at: dict[tuple[int, int, str], str], lang: Lang) -> str:
    items = "".join(
        f"<li>{_evidence_link(e, at.get((e.span.start, e.span.end, card.id)), lang)}</li>\n" for e in card.evidence
    )
    return f'<ul class="evidence">\n{items}</ul>\n' if items else ""


def _evidence_link(evidence: Evidence, place: str | None, lang: Lang) -> str:
    text = clean(evidence.span.text)
    bare = ' class="bare"' if set(text) & set("«»“”") else ""
    quote = f'<q dir="auto"{bare}>{escape(text)}</q>'
    if place:
        quote = f'<a href="#{escape(place)}" title="{escape(label("ui.place_in_text", lang))}">{quote}</a>'
    where = f'<span class="where">{evidence.span.start}–{evidence.span.end}</span>'
    return f'<span class="name">{escape(evidence.label)}</span> {quote} {where}'


def _reasons(card: Card, lang: Lang) -> str:
    items = list(_reason_items(card.reasons))
    if card.confidence is not None:
        meter = f'<meter min="0" max="1" value="{card.confidence}"></meter> {card.confidence:.2f}'
        items.append(f"<li>{escape(label('ui.confidence', lang))} {meter}</li>\n")
    if not items:
        return ""
    summary = f"<summary>{escape(label('ui.why', lang))}</summary>"
    return f'<details open class="why">{summary}\n<ul>\n{"".join(items)}</ul></details>\n'


def _reason_items(found: Iterable[Reason]) -> Iterator[str]:
    for reason in found:
        known = "".join(
            f' <bdi class="{name}" dir="ltr">{escape(isolate(value, rtl=False))}</bdi>'
            for name, value in (("lemma", reason.lemma), ("frame", reason.frame), ("where", reason.at)) if value
        )  # fmt: skip
        yield f"<li><bdi>{escape(reason.text)}</bdi>{known}</li>\n"
