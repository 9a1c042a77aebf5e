"""Bytes in, articles out: text, HTML, JSON and JSON Lines, plain, zipped or gzipped, with page furniture marked."""

from marsad.sources.articles import article_from_text
from marsad.sources.furniture import find_furniture
from marsad.sources.mapping import PRESETS, FieldMapping
from marsad.sources.opening import article_from_path, open_articles

__all__ = [
    "PRESETS",
    "FieldMapping",
    "article_from_path",
    "article_from_text",
    "find_furniture",
    "open_articles",
]
