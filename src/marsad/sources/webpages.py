"""HTML pages as articles: the main text, and what the page says of title, date, outlet and author, and where."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from marsad.errors import SourceError
from marsad.language.arabic.fold import fold
from marsad.records import Article, Dating
from marsad.sources.articles import make_article
from marsad.sources.dates import dating
from marsad.sources.decode import decode
from marsad.sources.outlets import outlet_of
from marsad.sources.streams import MAX_LINE, Source

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_TITLES = ("og:title", "twitter:title", "headline", "dc.title")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "article.published", "pubdate", "publishdate",
    "publish_date", "publish-date", "publication_date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
    "sailthru.date", "dc.date", "date",
)  # fmt: skip
_SITES = ("og:site_name", "application-name", "dc.publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "twitter:creator")
_TITLE_LINES = 3
"""How many lines of the text may hold the page's title before it is set in front."""


class Fact(NamedTuple):
    """What a page says, and where it says so."""

    value: str
    place: str


_NOTHING = Fact("", "")


def read_page(source: Source) -> Iterator[Article]:
    """The one article of an HTML page. Raises `SourceError` for a page without a main text."""
    data = source.read(MAX_LINE, "a page")
    declared = _CHARSET.search(data[:4096])
    markup, encoding = decode(data, source.where, declared[1].decode("ascii") if declared else "")
    yield page_article(markup, where=source.where, doc=source.stem, encoding=encoding)


def page_article(markup: str, *, where: str, doc: str, encoding: str = "utf-8") -> Article:
    """The article in a page's markup. Its text is the main text, with the title in front if it is not in it."""
    tree, found = _extracted(markup, where)
    facts = _Facts(tree)
    text = (found.text or "").strip() if found is not None else ""
    if not text:
        raise SourceError(where, "has no main text that could be found in the page", "give the article's text as .txt")
    title = _first(facts.title(), _by_trafilatura(found.title))
    site = _first(facts.meta(_SITES), facts.linked("publisher"))
    author = _first(facts.author(), _by_trafilatura(found.author))
    url = _first(facts.url(), _by_trafilatura(found.url))
    published, dated = _published(facts, found.date)
    outlet = outlet_of(site.value, url.value)
    origins = {"title": title, "published": dated, "outlet": site if site.value else url, "author": author, "url": url}
    if title.value and not _holds_title(text, title.value):
        text = f"{title.value}\n\n{text}"
    return make_article(
        text,
        doc=doc,
        uri=url.value or where,
        title=title.value,
        author=author.value,
        outlet=outlet,
        published=published,
        encoding=encoding,
        origins=tuple(f"{what}: {fact.place}" for what, fact in origins.items() if fact.value),
    )


def _extracted(markup: str, where: str) -> tuple[Any, Any]:
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        raise SourceError(where, f"HTML cannot be read ({error})", "run: pip install --upgrade marsad") from None
    try:
        tree = load_html(markup)
        found = None if tree is None else bare_extraction(
            load_html(markup),
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )  # fmt: skip
    except Exception as error:  # the parsers below raise what they like on broken markup
        raise SourceError(where, f"the page cannot be parsed ({error})", "fetch it again") from None
    if tree is None:
        raise SourceError(where, "is no HTML page", "give it the suffix of what it is, such as .txt")
    return tree, found


def _first(*facts: Fact) -> Fact:
    return next((fact for fact in facts if fact.value), _NOTHING)


def _by_trafilatura(value: str | None) -> Fact:
    return Fact(value, "trafilatura") if value else _NOTHING


def _holds_title(text: str, title: str) -> bool:
    wanted = fold.__wrapped__(" ".join(title.split()))
    lines = [line for line in text.split("\n") if line.strip()][:_TITLE_LINES]
    return any(wanted in fold.__wrapped__(" ".join(line.split())) for line in lines)


def _published(facts: _Facts, guessed: str | None) -> tuple[Dating, Fact]:
    stated = (facts.meta(_DATES, in_full=True), facts.linked("datePublished"), facts.time())
    for fact in (*stated, _by_trafilatura(guessed)):
        day = dating(fact.value, f"metadata {fact.place.removeprefix('meta ')}")
        if day.date:
            return day, fact
    return Dating(), _NOTHING


class _Facts:
    """The meta tags and linked data of a page."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._metas: dict[str, str] = {}
        for tag in tree.iter("meta"):
            name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
            content = (tag.get("content") or "").strip()
            if content:
                self._metas.setdefault(name.strip().lower(), content)
        self._linked = [record for script in tree.iter("script") for record in _linked_data(script)]

    def meta(self, names: tuple[str, ...], in_full: bool = False) -> Fact:
        """The first of these meta tags that is there."""
        for name in names:
            if value := self._metas.get(name):
                plain = name.startswith(("og:", "twitter:")) and not in_full
                return Fact(value, name if plain else f"meta {name}")
        return _NOTHING

    def linked(self, key: str) -> Fact:
        """The first value of a property in the page's JSON-LD; of a person or organisation its name."""
        for record in self._linked:
            value = record.get(key)
            value = value[0] if isinstance(value, list) and value else value
            value = value.get("name") if isinstance(value, Mapping) else value
            if isinstance(value, str) and value.strip():
                return Fact(value.strip(), f"json-ld {key}")
        return _NOTHING

    def title(self) -> Fact:
        """The headline."""
        return _first(self.meta(_TITLES), self.linked("headline"), self._heading())

    def _heading(self) -> Fact:
        for tag in ("h1", "title"):
            for element in self._tree.iter(tag):
                if value := " ".join(element.text_content().split()):
                    return Fact(value, tag)
        return _NOTHING

    def author(self) -> Fact:
        """The author, unless it is given as an address or an account."""
        for fact in (self.meta(_AUTHORS), self.linked("author")):
            if fact.value and not fact.value.startswith(("http", "@")):
                return fact
        return _NOTHING

    def url(self) -> Fact:
        """The page's own address."""
        for link in self._tree.iter("link"):
            if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
                return Fact(link.get("href").strip(), "link canonical")
        return self.meta(("og:url",))

    def time(self) -> Fact:
        """The first `<time datetime>`."""
        for element in self._tree.iter("time"):
            if value := (element.get("datetime") or "").strip():
                return Fact(value, "time datetime")
        return _NOTHING


def _linked_data(script: Any) -> Iterator[dict[str, Any]]:
    if (script.get("type") or "").lower() != "application/ld+json":
        return
    try:
        waiting = [json.loads(script.text or "")]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(value.get("@graph") or ())
