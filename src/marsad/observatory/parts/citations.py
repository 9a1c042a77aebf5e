"""How an article, a record, a happening or a story is cited: in words, in Arabic and in English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from marsad.observatory.asking import Asked
from marsad.observatory.words import word
from marsad.output.bidi import FSI, PDI, clean, shorten
from marsad.output.dates import date_text
from marsad.output.labels import Lang, label
from marsad.output.names import entity_name, joined, outlet_name, title_text
from marsad.records import Entity

LONGEST = 300
"""The cells of a quotation; what is longer is cut at a word."""
_MARKS: dict[Lang, tuple[str, str]] = {"en": ("“", "”"), "ar": ("«", "»")}
_COMMA: dict[Lang, str] = {"en": ", ", "ar": "، "}


class Cited(NamedTuple):
    """What is cited: the permanent `address` of its page, the words that are quoted and who says them, and the article
    they are from, as `coder` (a version of Marsad) read it. `size` are the articles and outlets of a story.
    """

    address: str
    title: str
    outlet: str | None
    published: str | None
    coder: str
    author: str = ""
    quotation: str = ""
    says: tuple[Entity, ...] = ()
    size: tuple[int, int] | None = None


class Citation(NamedTuple):
    """A citation in both languages. The `address` stands in each, without the host that serves it."""

    en: str
    ar: str
    address: str


def cited(asked: Asked, address: str, id: str, words: str = "", says: tuple[Entity, ...] = ()) -> Cited:
    """The page at `address`, cited by the article of an id (its own, or that of a record in it) with the words that it
    quotes and who says them. Raises `UnknownIdError`."""
    source = asked.store.source(id)
    of = source.article
    title = title_text(of, asked.lang)
    return Cited(address, title, of.outlet, of.published.date, source.coder, of.author, words, says)


def citation(cited: Cited) -> Citation:
    """The citation of something.

    >>> citation(Cited("/articles/0f", "Talks", "media:tass", "2023-03-20", "0.4.0")).en
    '\u2068“Talks”\u2069, \u2068TASS\u2069, 20 March 2023. \u2068/articles/0f\u2069 (read by Marsad 0.4.0).'
    """
    return Citation(_worded(cited, "en"), _worded(cited, "ar"), cited.address)


def _worded(cited: Cited, lang: Lang) -> str:
    where = _COMMA[lang].join(_source(cited, lang))
    said = _said(cited, lang)
    read = word("web.coder", lang, version=cited.coder)
    return f"{said}{where}. {_apart(cited.address)} ({read})."


def _said(cited: Cited, lang: Lang) -> str:
    """The quotation, who says it, and that the article follows."""
    who = joined([_apart(entity_name(each, lang)) for each in cited.says], lang)
    parts = [_quoted(cited.quotation, lang)] if cited.quotation else []
    parts += [who] if who else []
    return f"{' – '.join(parts)}{_COMMA[lang]}{word('web.cite.in', lang)} " if parts else ""


def _source(cited: Cited, lang: Lang) -> Iterator[str]:
    """The article: author, title, outlet, day; the size of a story."""
    if cited.author:
        yield _apart(shorten(cited.author, LONGEST))
    yield _quoted(cited.title or label("ui.untitled", lang), lang)
    yield _apart(outlet_name(cited.outlet, lang)) if cited.outlet else label("ui.outlet_unknown", lang)
    yield clean(date_text(cited.published, lang)) or label("ui.date_unknown", lang)
    if cited.size:
        yield word("web.cite.story", lang, articles=cited.size[0], outlets=cited.size[1])


def _quoted(text: str, lang: Lang) -> str:
    opening, closing = _MARKS[lang]
    return _apart(f"{opening}{shorten(text, LONGEST)}{closing}")


def _apart(text: str) -> str:
    """A text of either direction that keeps its own in a line of the other."""
    return f"{FSI}{clean(text)}{PDI}"
