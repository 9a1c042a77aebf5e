"""The lines of files of event data: plain, gzip or zip, each with its place."""

from __future__ import annotations

import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from marsad.errors import SourceError
from marsad.sources.archives import gzip_member, no_leftover, zip_members
from marsad.sources.streams import Source, kind_of

STANDARD_INPUT = "-"


class Line(NamedTuple):
    """One line without its end: the file, its number there (from 1), the text."""

    file: str
    number: int
    text: str

    @property
    def at(self) -> str:
        """Where it stands, as `events.tsv:12`."""
        return f"{self.file}:{self.number}"


def line_error(line: Line, reason: str, remedy: str) -> SourceError:
    """What is wrong with a line."""
    return SourceError(line.at, reason, remedy)


def files(path: str | Path, stdin: BinaryIO | None = None) -> Iterator[Iterator[Line | SourceError]]:
    """The lines of each file that a path holds: of one, or of those in a zip; `-` is standard input. What cannot be
    read to its end ends in a `SourceError`.
    """
    name = str(path)
    if name == STANDARD_INPUT:
        stream = stdin or sys.stdin.buffer
        yield from _of_stream(Source.of(stream, "standard input", "stdin"), stream)
        return
    try:
        stream = Path(path).open("rb")  # noqa: SIM115  it stays open while its lines are read
    except OSError as error:
        yield iter([SourceError(name, _reason(error), "check the name and the file's permissions")])
        return
    with stream:
        yield from _of_stream(Source.of(stream, name, Path(path).name), stream)


def _of_stream(source: Source, stream: BinaryIO) -> Iterator[Iterator[Line | SourceError]]:
    try:
        kind = kind_of(source)
        if kind != "zip":
            yield _lines(gzip_member(source) if kind == "gzip" else source)
            return
        for member in zip_members(source, stream, no_leftover):
            yield iter([member]) if isinstance(member, SourceError) else _lines(member)
    except SourceError as error:
        yield iter([error])
    except zipfile.BadZipFile as error:
        yield iter([SourceError(source.where, f"the zip is broken ({error})", "fetch it again")])


def _lines(source: Source) -> Iterator[Line | SourceError]:
    try:
        for number, raw in enumerate(source.stream, 1):
            text = _text(raw, first=number == 1).rstrip("\r\n")
            if text:
                yield Line(source.where, number, text)
    except EOFError:
        yield SourceError(
            source.where, "the compressed data ends too early", "fetch it again; what came before is read"
        )
    except (OSError, zlib.error, zipfile.BadZipFile) as error:
        yield SourceError(source.where, _reason(error), "fetch it again; what came before is read")
    except SourceError as error:
        yield error


def _text(raw: bytes, first: bool) -> str:
    """UTF-8, or what Western programs write where it is none."""
    try:
        return raw.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder"
    return f"cannot be read ({error})"
