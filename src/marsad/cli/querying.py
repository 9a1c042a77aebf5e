"""The commands that ask a store: one way to open it, to answer, and to write the answer."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from marsad.cli.terminal import page_for, tell, write
from marsad.errors import StoreError
from marsad.output.labels import Lang
from marsad.output.layout import Block, Page

if TYPE_CHECKING:
    from marsad.output.flat import Row
    from marsad.store.queries.paging import Page as Rows
    from marsad.store.store import Store


class Request(NamedTuple):
    """How an answer is asked for on the command line."""

    command: str
    store: str
    format: str
    output: Path | None
    lang: Lang
    limit: int = 0
    offset: int = 0


class Answer(NamedTuple):
    """An answer: its rows flat, as objects for JSON, and as blocks for a terminal; and whether there are more."""

    rows: Sequence[Any]
    flat: Callable[[], Iterable[Row]]
    objects: Callable[[], Iterable[Any]]
    blocks: Callable[[], Iterable[Block]]
    more: bool = False


Question = Callable[["Store"], "Rows[Any] | Sequence[Any]"]


def answer(request: Request, question: Question) -> int:
    """Ask the store and write the answer."""
    return put(request, partial(_rows, request, question))


def put(request: Request, ask: Callable[[Store], Answer]) -> int:
    """Open the store, ask it, write what it says; what is not told with the rows goes to standard error."""
    if request.format == "parquet" and request.output is None:
        raise typer.BadParameter("Parquet goes to a file; name one with -o FILE")
    found = _asked(request.store, ask)
    _write(request, found)
    if not found.rows:
        tell("nothing found")
    elif found.more:
        tell(f"there is more: --offset {request.offset + len(found.rows)}, or --limit 0 for all")
    return 0


def _asked(name: str, ask: Callable[[Store], Answer]) -> Answer:
    """The answer of a store. Raises `StoreError` if the database fails."""
    gc.disable()  # collecting takes longer than what it would free is worth
    try:
        from sqlalchemy.exc import DBAPIError

        from marsad.store.store import Store

        try:
            with Store.open(name) as store:
                return ask(store)
        except DBAPIError as error:
            reason = " ".join(str(error.orig).split())
            raise StoreError(f"{name}: cannot be read ({reason})", "try again, or restore it from a copy") from error
    finally:
        gc.enable()


def _rows(request: Request, question: Question, store: Store) -> Answer:
    from marsad.output.answers import blocks, rows

    found = question(store)
    more = bool(getattr(found, "more", False))
    several: Sequence[Any] = getattr(found, "rows", found)
    make = getattr(rows, request.command)
    shown = getattr(blocks, request.command)
    numbered = {"first": request.offset + 1} if request.command in {"search", "stories"} else {}

    def flat() -> Iterator[Row]:
        return (make(row, request.lang) for row in several)

    return Answer(several, flat, flat, partial(shown, several, request.lang, **numbered), more)


def _write(request: Request, found: Answer) -> None:
    if request.format == "parquet":
        from marsad.output.answers.columns import columns
        from marsad.output.files import atomic
        from marsad.output.flat import write_parquet

        assert request.output is not None
        with atomic(request.output) as stream:
            write_parquet(columns(request.command), found.flat(), stream)
        return
    write(_text(request, found), request.output)


def _text(request: Request, found: Answer) -> Iterator[str]:
    if request.format == "table":
        rtl = request.lang == "ar"
        page = page_for(sys.stdout, rtl) if request.output is None else Page(100, rtl=rtl)
        return (page.render([block]) for block in found.blocks())
    from marsad.output import flat

    if request.format == "jsonl":
        return flat.json_lines(found.objects())
    if request.format == "json":
        return flat.json_array(found.objects())
    from marsad.output.answers.columns import columns

    return flat.csv_lines(columns(request.command), found.flat())
