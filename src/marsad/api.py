"""Marsad from Python: read a text, a file, or a stream of articles."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.errors import SourceError
from marsad.records import Article, Reading

if TYPE_CHECKING:
    from marsad.sources import FieldMapping

ErrorHandler = Callable[[SourceError], None]
Day = str | dt.date


def read(text_or_path: str | Path, published: Day | None = None, outlet: str | None = None) -> Reading:
    """The reading of one article.

    A `str` is the article's text, a `Path` names its file. `published` is a date or an EDTF text (`2026-03-05`,
    `2026-03`, `2026-03-01/2026-03-07`), `outlet` an outlet's id (`media:reuters`); both go before what the file says.
    Raises `SourceError` for a file that cannot be read or a date that is none.
    """
    from marsad.parallel import default_reader
    from marsad.sources import article_from_path, article_from_text

    if isinstance(text_or_path, Path):
        article = _with(article_from_path(text_or_path), published, outlet)
    else:
        article = article_from_text(text_or_path, published=published, outlet=outlet)
    return default_reader().read(article)


def read_many(
    paths: Iterable[str | Path],
    jobs: int = 1,
    on_error: ErrorHandler | None = None,
    mapping: FieldMapping | str | None = None,
    *,
    published: Day | None = None,
    outlet: str | None = None,
) -> Iterator[Reading]:
    """The readings of all articles in files, folders and patterns, one after another and in their order.

    `jobs` is the number of processes; a script that asks for more than one keeps its own code under
    `if __name__ == "__main__":` where Python starts processes afresh. What cannot be read goes to `on_error` as a
    `SourceError` and the rest is read; without `on_error` the first error is raised. `mapping`, `published` and
    `outlet` hold for every article.
    """
    from marsad.parallel import readings
    from marsad.sources import open_articles

    handle = on_error or _raise
    articles = open_articles(paths, mapping=mapping, on_error=handle)
    if published is not None or outlet is not None:
        articles = (_with(article, published, outlet) for article in articles)
    return readings(articles, jobs, handle)


def samples() -> Path:
    """The folder of the sample articles that come with the package."""
    return Path(__file__).parent / "samples"


def _raise(error: SourceError) -> None:
    raise error


def _with(article: Article, published: Day | None, outlet: str | None) -> Article:
    """The article with what the caller knows better than its file."""
    from marsad.sources import article_from_text

    if published is not None:
        dating = article_from_text("", published=published).published
        article = dataclasses.replace(article, published=dating)
    return dataclasses.replace(article, outlet=outlet) if outlet is not None else article
