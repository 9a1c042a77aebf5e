"""`marsad lexicon gaps`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from marsad.cli.terminal import counted, page_for, tell, write
from marsad.errors import SourceError
from marsad.gaps.finder import find_in_article
from marsad.gaps.findings import Gap
from marsad.gaps.kinds import Kind
from marsad.gaps.tally import GapTally
from marsad.output.gaps_table import gap_array, gap_csv, gap_lines, gap_table
from marsad.output.layout import Page
from marsad.parallel import results
from marsad.sources import open_articles

_WRITERS: dict[str, Callable[[Iterable[Gap]], Iterator[str]]] = {
    "jsonl": gap_lines, "json": gap_array, "csv": gap_csv,
}  # fmt: skip


class GapsRequest(NamedTuple):
    """What was asked for on the command line."""

    paths: tuple[str, ...]
    format: str
    output: Path | None
    jobs: int
    top: int
    least: int
    kinds: tuple[Kind, ...]
    mapping: str | None


def run(request: GapsRequest) -> int:
    """Count and write; the exit status is 1 if anything was skipped."""
    _check(request)
    skipped: list[SourceError] = []

    def skip(error: SourceError) -> None:
        skipped.append(error)
        tell(" ".join(str(error).split()))

    tally, articles = GapTally(request.kinds or tuple(Kind)), 0
    opened = open_articles(request.paths, mapping=request.mapping, on_error=skip)
    for found in results(opened, request.jobs, skip, find_in_article):
        tally.add(found)
        articles += 1
    gaps = tally.gaps(request.top, request.least)
    write(_text(gaps, request), request.output)
    tell(f"{counted(articles, 'article')}, {counted(len(gaps), 'gap')}, {len(skipped):,} skipped")
    return 1 if skipped else 0


def _check(request: GapsRequest) -> None:
    """Refuse a mapping that is none before any work is done. Raises `typer.BadParameter`."""
    from marsad.sources.mapping import mapping_of

    try:
        mapping_of(request.mapping)
    except SourceError as error:
        raise typer.BadParameter(f"{error.reason}; {error.remedy}") from error


def _text(gaps: list[Gap], request: GapsRequest) -> Iterator[str]:
    if request.format in _WRITERS:
        return _WRITERS[request.format](gaps)
    return gap_table(gaps, page_for(sys.stdout, rtl=False) if request.output is None else Page(100))
