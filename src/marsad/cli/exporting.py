"""`marsad export`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from marsad.api import export
from marsad.cli.progress import progress_line
from marsad.cli.terminal import counted, tell


class ExportRequest(NamedTuple):
    """What was asked for on the command line."""

    folder: Path
    store: str
    format: Literal["parquet", "csv"]
    only: tuple[str, ...]
    first: str | None
    last: str | None
    sources: tuple[str, ...]
    min_confidence: float


def run(request: ExportRequest) -> int:
    """Write the export and tell what is in it."""
    with progress_line() as show:
        done = export(
            request.folder, request.store, request.format, only=request.only, first=request.first, last=request.last,
            sources=request.sources, min_confidence=request.min_confidence,
            on_progress=lambda name, rows: show(rows, lambda: f"{rows:,} {name}"),
        )  # fmt: skip
    rows = sum(done.rows.values())
    tell(f"{counted(len(done.rows), 'file')} with {counted(rows, 'row')} · {request.folder}")
    if done.left_out:
        tell(f"{counted(done.left_out, 'event')} without a type, a day or a party in the tables alone")
    return 0
