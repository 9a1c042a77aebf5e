"""Marsad from Python: read a text, a file, or a stream of articles, and keep what was read in a store."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from marsad.errors import SourceError
from marsad.records import Article, Reading

if TYPE_CHECKING:
    from marsad.exporting.export import Exported
    from marsad.foreign.events import ForeignEvent, Source
    from marsad.sources import FieldMapping
    from marsad.store.articles import Outcome
    from marsad.store.importing import Entered
    from marsad.store.rows import Rows
    from marsad.store.store import Store

T = TypeVar("T")
ErrorHandler = Callable[[SourceError], None]
Day = str | dt.date
_NICENESS = 5
"""How far the processes that read give way to the one that keeps, which all wait for."""
_ASKED_AT_ONCE = 64
"""Articles of which the store is asked at once whether it has them."""


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

    handle = on_error or _raise
    return readings(_as_told(paths, mapping, handle, published, outlet), jobs, handle)


def add(
    paths: Iterable[str | Path],
    store: str | Path = "marsad.db",
    jobs: int = 1,
    on_error: ErrorHandler | None = None,
    mapping: FieldMapping | str | None = None,
    *,
    published: Day | None = None,
    outlet: str | None = None,
) -> Iterator[Outcome]:
    """Read articles into a store and link them: what became of each, as it is entered (`new`, `known`, or `version`:
    another version of one that was there).

    `store` is a file's name, made if need be, or a PostgreSQL URL; the other arguments are those of `read_many`.
    Articles are entered whole, each in a transaction, with several processes the few that one of them has just read;
    what was entered stays, whenever the process ends. Links are drawn every few hundred articles and at the end. Raises
    `StoreError` if the store cannot be opened.
    """
    from marsad.linking.linker import BATCH, Linker
    from marsad.parallel import results_together
    from marsad.store.store import Store

    handle = on_error or _raise
    with Store.open(store, create=True) as opened:
        linker = Linker(opened)
        linker.link()  # what a run before this one left
        articles = _as_told(paths, mapping, handle, published, outlet)
        waiting = 0
        for several in results_together(_or_known(articles, opened), jobs, handle, read_rows, niceness=_NICENESS):
            entered = iter(opened.add_all([rows for rows in several if rows is not None]))
            outcomes: list[Outcome] = ["known" if rows is None else next(entered) for rows in several]
            waiting += sum(outcome != "known" for outcome in outcomes)
            yield from outcomes
            if waiting >= BATCH:
                linker.step()
                waiting = 0
        linker.link()


def remove(public_id: str, store: str | Path = "marsad.db") -> None:
    """Take an article out of a store, with its records and links, as if it had never been there. Raises `StoreError`
    if it is not in the store.
    """
    from marsad.linking.linker import Linker
    from marsad.store.ids import parse_id
    from marsad.store.store import Store

    with Store.open(store) as opened:
        opened.remove(parse_id(public_id)[0])
        Linker(opened).link()


def import_events(
    source: Source,
    paths: Iterable[str | Path],
    store: str | Path = "marsad.db",
    on_error: ErrorHandler | None = None,
) -> Iterator[Entered]:
    """Bring others' event data into a store, marked as theirs: of each few thousand events, how many were `new`
    and how many were `known`.

    `source` is `icews`, `gdelt`, `polecat` or `plover`; the files may be packed with gzip or zip. The same line is
    one event however often it is brought in. A line that cannot be read goes to `on_error`, and the rest is read;
    without `on_error` the first error is raised. Raises `StoreError` if the store cannot be opened.
    """
    from marsad.foreign.reading import foreign_events

    yield from keep_events(foreign_events(source, paths, on_error or _raise), store)


def keep_events(events: Iterable[ForeignEvent], store: str | Path) -> Iterator[Entered]:
    """Enter events into a store, a few thousand in one transaction."""
    from marsad.store.importing import BATCH, enter
    from marsad.store.store import Store

    with Store.open(store, create=True) as opened:
        for several in _batched(events, BATCH):
            with opened.writing() as connection:
                entered = enter(connection, several)
            yield entered


def remove_events(source: Source, store: str | Path = "marsad.db") -> int:
    """Take all events of a source out of a store; how many there were. Raises `StoreError` if the store cannot be
    opened."""
    from marsad.store.importing import withdraw
    from marsad.store.store import Store

    with Store.open(store) as opened, opened.writing() as connection:
        return withdraw(connection, source)


def export(
    folder: str | Path,
    store: str | Path = "marsad.db",
    format: Literal["parquet", "csv"] = "parquet",
    *,
    only: Iterable[str] = (),
    first: str | None = None,
    last: str | None = None,
    sources: Iterable[str] = (),
    min_confidence: float = 0.0,
    on_progress: Callable[[str, int], None] | None = None,
) -> Exported:
    """Write what a store keeps into a folder: tables, PLOVER, POLECAT and GDELT files, a data package and a dictionary.

    `only` names what to write (`tables`, `plover`, `polecat`, `gdelt`, or tables by name), `first` and `last` are the
    days of what is written (EDTF: `2015-07-24`, `2015-07`, `2015`), `sources` those of events (`marsad`, `icews` …),
    `min_confidence` the least confidence of statements and events. `on_progress` hears what is written and how much
    of it there is. Gives the rows of each file. Raises `StoreError`, and `OutputError` for a folder that cannot take
    it.
    """
    from marsad.exporting.export import export_store
    from marsad.exporting.selection import selection
    from marsad.store.store import Store

    chosen = selection(first, last, sources, min_confidence)
    with Store.open(store) as opened:
        return export_store(opened, Path(folder), format, chosen, only, on_progress)


def read_rows(article: Article) -> Rows | None:
    """The rows of a store that come of one article; None for one that is there already."""
    from marsad.linking.linker import all_kinds
    from marsad.linking.preparing import rows_to_add
    from marsad.parallel import read_article

    return rows_to_add(read_article(article), all_kinds()) if article.id else None


def _or_known(articles: Iterable[Article], store: Store) -> Iterator[Article]:
    """The articles, with an empty one in place of each that the store has: it need not be read again."""
    from marsad.store.rows import article_id

    nothing = Article(id="", text="", doc="")
    for several in _batched(articles, _ASKED_AT_ONCE):
        numbers = [article_id(article) for article in several]
        known = store.known(numbers)
        for number, article in zip(numbers, several, strict=True):
            yield nothing if number in known else article


def _batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while several := list(itertools.islice(left, size)):
        yield several


def samples() -> Path:
    """The folder of the sample articles that come with the package."""
    return Path(__file__).parent / "samples"


def _as_told(
    paths: Iterable[str | Path],
    mapping: FieldMapping | str | None,
    on_error: ErrorHandler,
    published: Day | None,
    outlet: str | None,
) -> Iterator[Article]:
    """The articles, with what the caller knows better than their files."""
    from marsad.sources import open_articles

    articles = open_articles(paths, mapping=mapping, on_error=on_error)
    if published is None and outlet is None:
        return articles
    return (_with(article, published, outlet) for article in articles)


def _raise(error: SourceError) -> None:
    raise error


def _with(article: Article, published: Day | None, outlet: str | None) -> Article:
    """The article with what the caller knows better than its file."""
    from marsad.sources import article_from_text

    if published is not None:
        dating = article_from_text("", published=published).published
        article = dataclasses.replace(article, published=dating)
    return dataclasses.replace(article, outlet=outlet) if outlet is not None else article
