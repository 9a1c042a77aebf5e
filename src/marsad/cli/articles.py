"""`marsad read`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from marsad.api import read_many
from marsad.cli.progress import shown
from marsad.cli.terminal import counted, page_for, tell, write
from marsad.errors import SourceError
from marsad.output.brief import brief
from marsad.output.files import atomic
from marsad.output.labels import Lang
from marsad.output.layout import Page
from marsad.output.tables import csv_lines, json_array, json_lines, write_parquet
from marsad.records import Reading


class Request(NamedTuple):
    """What was asked for on the command line."""

    paths: tuple[str, ...]
    format: str
    output: Path | None
    lang: Lang
    jobs: int
    published: str | None
    outlet: str | None
    mapping: str | None
    table: str
    min_confidence: float = 0.0


class Tally:
    """Counts what goes by."""

    def __init__(self) -> None:
        self.articles = self.statements = self.events = self.words = self.skipped = 0
        self.started = time.monotonic()

    def counted(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The readings, counted."""
        for reading in readings:
            self.articles += 1
            self.statements += len(reading.statements)
            self.events += len(reading.events)
            self.words += len(reading.article.text.split())
            yield reading

    def skip(self, error: SourceError) -> None:
        """Tell of what could not be read, in one line."""
        self.skipped += 1
        tell(" ".join(str(error).split()))

    def summary(self) -> str:
        """The whole in one line."""
        rate = self.words / max(time.monotonic() - self.started, 1e-6)
        return (
            f"{counted(self.articles, 'article')}, {counted(self.statements, 'statement')}, "
            f"{counted(self.events, 'event')}, "
            f"{self.skipped:,} skipped, {rate:,.0f} words/s"
        )


def run(request: Request) -> int:
    """Read and write; the exit status is 1 if anything was skipped."""
    _check(request)
    tally = Tally()
    readings = read_many(
        request.paths, request.jobs, tally.skip, request.mapping, published=request.published, outlet=request.outlet
    )
    if request.min_confidence > 0:
        readings = (reading.above(request.min_confidence) for reading in readings)
    _write(request, shown(tally.counted(readings), tally, quiet=request.output is None and sys.stdout.isatty()))
    tell(tally.summary())
    return 1 if tally.skipped else 0


def _check(request: Request) -> None:
    """Refuse options that fit nothing before any work is done. Raises `typer.BadParameter`."""
    if request.format == "parquet" and request.output is None:
        raise typer.BadParameter("Parquet goes to a file; name one with -o FILE")
    check_sources(request.mapping, request.published)


def check_sources(mapping: str | None, published: str | None) -> None:
    """Refuse a mapping or a date that is none. Raises `typer.BadParameter`."""
    from marsad.sources import article_from_text
    from marsad.sources.mapping import mapping_of

    try:
        mapping_of(mapping)
        article_from_text("", published=published)
    except SourceError as error:
        raise typer.BadParameter(f"{error.reason}; {error.remedy}") from error


def _write(request: Request, readings: Iterator[Reading]) -> None:
    if request.format == "parquet":
        assert request.output is not None
        with atomic(request.output) as stream:
            write_parquet(readings, request.table, stream)
        return
    write(_text(request, readings), request.output)


def _text(request: Request, readings: Iterator[Reading]) -> Iterator[str]:
    if request.format == "jsonl":
        return json_lines(readings)
    if request.format == "json":
        return json_array(readings)
    if request.format == "csv":
        return csv_lines(readings, request.table)
    rtl = request.lang == "ar"
    page = page_for(sys.stdout, rtl) if request.output is None else Page(100, rtl=rtl)
    return brief(readings, page, request.lang)
