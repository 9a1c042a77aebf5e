"""Whatever a person points at, opened as a stream of articles."""

from __future__ import annotations

import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from marsad.errors import SourceError
from marsad.records import Article
from marsad.sources.archives import gzip_member, zip_members
from marsad.sources.articles import make_article
from marsad.sources.decode import decode
from marsad.sources.jsonfiles import Item, read_json, read_json_lines
from marsad.sources.mapping import FieldMapping, mapping_of
from marsad.sources.paths import files_of
from marsad.sources.streams import MAX_LINE, Source, kind_of
from marsad.sources.webpages import read_page

STANDARD_INPUT = "-"


def open_articles(
    paths: Iterable[str | Path],
    *,
    mapping: FieldMapping | str | None = None,
    on_error: Callable[[SourceError], None],
    stdin: BinaryIO | None = None,
) -> Iterator[Article]:
    """The articles of files, folders, glob patterns and, for `-`, standard input, one after another.

    `mapping` says which fields of JSON records hold what: a `FieldMapping`, a preset's name, names such as
    `text=body, title=headline`, or None to take what fits. What cannot be read goes to `on_error` and the rest is
    read. Raises `SourceError` at once only for a mapping that is none.
    """
    chosen = mapping_of(mapping)
    several = [paths] if isinstance(paths, str | Path) else paths
    return _delivered(several, chosen, on_error, stdin)


def article_from_path(path: str | Path) -> Article:
    """The one article of a file. Raises `SourceError` for a file that cannot be read or that holds several."""
    items = [item for item, _ in zip(_file_items(Path(path), None), range(2), strict=False)]
    for item in items:
        if isinstance(item, SourceError):
            raise item
    articles = [item for item in items if isinstance(item, Article)]
    if len(articles) != 1:
        raise SourceError(str(path), "does not hold exactly one article", "open it with open_articles")
    return articles[0]


def _delivered(
    paths: Iterable[str | Path],
    mapping: FieldMapping | None,
    on_error: Callable[[SourceError], None],
    stdin: BinaryIO | None,
) -> Iterator[Article]:
    for path in paths:
        for item in _items(path, mapping, stdin):
            if isinstance(item, SourceError):
                on_error(item)
            else:
                yield item


def _items(path: str | Path, mapping: FieldMapping | None, stdin: BinaryIO | None) -> Iterator[Item]:
    if str(path) == STANDARD_INPUT:
        stream, name = stdin or sys.stdin.buffer, "standard input"
        yield from _safely(name, _source_items(Source.of(stream, name, "stdin"), stream, mapping))
        return
    for file in files_of(path):
        if isinstance(file, SourceError):
            yield file
        else:
            yield from _file_items(file, mapping)


def _file_items(file: Path, mapping: FieldMapping | None) -> Iterator[Item]:
    return _safely(str(file), _opened(file, mapping))


def _opened(file: Path, mapping: FieldMapping | None) -> Iterator[Item]:
    with file.open("rb") as stream:
        yield from _source_items(Source.of(stream, str(file), file.name), stream, mapping)


def _source_items(source: Source, stream: BinaryIO, mapping: FieldMapping | None) -> Iterator[Item]:
    """The articles of one stream, whatever it holds."""
    kind = kind_of(source)
    if kind == "zip":
        for member in zip_members(source, stream):
            if isinstance(member, SourceError):
                yield member
            else:
                yield from _safely(member.where, _unpacked_items(member, mapping))
    elif kind == "gzip":
        yield from _plain_items(gzip_member(source), mapping)
    else:
        yield from _plain_items(source, mapping)


def _unpacked_items(member: Source, mapping: FieldMapping | None) -> Iterator[Item]:
    yield from _plain_items(gzip_member(member) if kind_of(member) == "gzip" else member, mapping)


def _plain_items(source: Source, mapping: FieldMapping | None) -> Iterator[Item]:
    kind = kind_of(source)
    if kind == "page":
        yield from read_page(source)
    elif kind == "json":
        yield from read_json(source, mapping)
    elif kind == "json lines":
        yield from read_json_lines(source, mapping)
    elif kind == "text":
        yield _text_article(source)
    elif kind == "empty":
        raise SourceError(source.where, "is empty", "leave it out")
    else:
        raise SourceError(source.where, f"is a {kind} inside an archive", "unpack the outer archive first")


def _text_article(source: Source) -> Article:
    text, encoding = decode(source.read(MAX_LINE, "one article"), source.where)
    if not text.strip():
        raise SourceError(source.where, "is empty", "leave it out")
    return make_article(text, doc=source.stem, uri=source.where, encoding=encoding)


def _safely(where: str, items: Iterator[Item]) -> Iterator[Item]:
    """The items, with an error in place of what could not be read."""
    try:
        yield from items
    except SourceError as error:
        yield error
    except FileNotFoundError:
        yield SourceError(where, "there is no such file", "check the name")
    except PermissionError:
        yield SourceError(where, "may not be read", "check the file's permissions")
    except EOFError:
        yield SourceError(where, "the compressed data ends too early", "fetch it again; what came before is read")
    except (zipfile.BadZipFile, zlib.error) as error:
        yield SourceError(where, f"the compressed data is broken ({error})", "fetch it again")
    except (NotImplementedError, RuntimeError) as error:
        yield SourceError(where, f"cannot be unpacked ({error})", "unpack it yourself and give the files")
    except (OSError, ValueError) as error:
        yield SourceError(where, f"cannot be read ({error})", "check the file and the disk")
