"""When and by whom an article was published: metadata, or what the text implies."""

from __future__ import annotations

from marsad.reading.document import Document
from marsad.reading.times import Times
from marsad.records import Article, Dating


def published(article: Article, doc: Document, times: Times) -> tuple[Dating, str | None]:
    """The publication date with its evidence, and the outlet."""
    return article.published, article.outlet
