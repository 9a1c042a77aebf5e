"""An `Article` from its text and what is known around it."""

from __future__ import annotations

import datetime as dt
import hashlib

from marsad.errors import SourceError
from marsad.records import Article, Dating
from marsad.sources.dates import dating
from marsad.sources.furniture import find_furniture


def make_article(
    text: str,
    *,
    doc: str,
    uri: str = "",
    title: str = "",
    author: str = "",
    outlet: str | None = None,
    published: Dating | None = None,
    retrieved: str = "",
    encoding: str = "utf-8",
    origins: tuple[str, ...] = (),
) -> Article:
    """The article with its id (the SHA-256 of the text in UTF-8, in hex) and its furniture."""
    text = without_lone_surrogates(text)
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        doc=without_lone_surrogates(doc),
        uri=without_lone_surrogates(uri),
        title=without_lone_surrogates(title).strip(),
        author=without_lone_surrogates(author).strip(),
        outlet=outlet,
        published=published or Dating(),
        retrieved=retrieved,
        encoding=encoding,
        furniture=find_furniture(text),
        origins=origins,
    )


def article_from_text(
    text: str,
    *,
    doc: str = "",
    uri: str = "",
    title: str = "",
    outlet: str | None = None,
    published: str | dt.date | None = None,
    retrieved: str = "",
) -> Article:
    """The article that `text` is. `published` is a date, or a text in ISO 8601 or EDTF (a day, month, year or
    interval). Raises `SourceError` for a date that is none.
    """
    day = Dating() if published in (None, "") else dating(published, "given")
    if published and day.date is None:
        raise SourceError(doc or "text", f"{published!r} is no date", "give the date as 2024-05-16, 2024-05 or 2024")
    return make_article(text, doc=doc, uri=uri, title=title, outlet=outlet, published=day, retrieved=retrieved)


def without_lone_surrogates(text: str) -> str:
    """The text with U+FFFD for halves of surrogate pairs, which JSON escapes can smuggle in and UTF-8 cannot hold."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
