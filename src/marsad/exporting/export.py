"""An export: one pass over the store, every row into its file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection

from marsad.exporting.acts import Act, acts, foreign_act
from marsad.exporting.articlerows import OF_ARTICLES, OF_FOREIGN
from marsad.exporting.dictionary import HEADER, OTHERS, dictionary
from marsad.exporting.folder import PACKAGE, Folder, folder
from marsad.exporting.folding import filed
from marsad.exporting.gdelt import gdelt_rows
from marsad.exporting.grouping import Taken
from marsad.exporting.linkrows import MADE_WITH, OF_LINKS
from marsad.exporting.loading import Told, foreign_events, told
from marsad.exporting.package import DICTIONARY, write_package
from marsad.exporting.plover import plover_line
from marsad.exporting.polecat import polecat_rows
from marsad.exporting.selection import Selection, parts
from marsad.exporting.sinks import CsvFile, Format, LinesFile, OutputFile, RowFile, table_file, write_header
from marsad.store.store import Store

Progress = Callable[[str, int], None]
"""Hears the name of what is written and how many rows of it there are."""
_TOLD_EVERY = 1000


class Exported(NamedTuple):
    """What an export wrote: the rows of each table or format, and the acts without a type, a day or a party, which
    others' formats do not take."""

    rows: Mapping[str, int]
    left_out: int


class _Files(NamedTuple):
    tables: Mapping[str, RowFile]
    plover: LinesFile | None
    polecat: CsvFile | None
    gdelt: CsvFile | None
    tell: Progress


def export_store(
    store: Store, target: Path, form: Format, chosen: Selection, only: Iterable[str] = (), tell: Progress | None = None
) -> Exported:
    """Write what a store keeps into a folder. Raises `OutputError` for a folder that cannot take it, `StoreError` for
    something to write that there is not.
    """
    wanted = parts(only)
    names = {name: OTHERS.get(name, f"{name}.{form}") for name in dictionary() if name in wanted}
    extra = [HEADER] if "gdelt" in names else []
    with folder(target, [*names.values(), *extra, *DICTIONARY, PACKAGE]) as room:
        with contextlib.ExitStack() as stack, store.reading() as connection:
            files = _open(room, names, form, stack, tell or (lambda name, rows: None))
            taken = _write_articles(connection, files, chosen)
            _write_links(connection, files, taken)
            left_out = _write_acts(connection, files, chosen) + _write_foreign(connection, files, chosen)
        counts = {name: file.rows for name, file in _all(files).items()}
        write_package(room.staging, names, counts, _described(chosen))
    return Exported(counts, left_out)


def _open(room: Folder, names: Mapping[str, str], form: Format, stack: contextlib.ExitStack, tell: Progress) -> _Files:
    known = dictionary()
    tables = {
        name: stack.enter_context(table_file(room.place(file), known[name], form))
        for name, file in names.items()
        if name not in OTHERS
    }
    if "gdelt" in names:
        write_header(room.place(HEADER), known["gdelt"].names)
    path = {name: room.place(file) for name, file in names.items()}
    return _Files(
        tables,
        stack.enter_context(LinesFile(path["plover"], known["plover"])) if "plover" in names else None,
        stack.enter_context(CsvFile(path["polecat"], known["polecat"])) if "polecat" in names else None,
        stack.enter_context(CsvFile(path["gdelt"], known["gdelt"], tabs=True)) if "gdelt" in names else None,
        tell,
    )


def _all(files: _Files) -> dict[str, OutputFile]:
    others = {"plover": files.plover, "polecat": files.polecat, "gdelt": files.gdelt}
    return {**files.tables, **{name: file for name, file in others.items() if file is not None}}


def _described(chosen: Selection) -> dict[str, Any]:
    """A selection as the data package tells it."""
    given = {"from": chosen.first, "to": chosen.last, "sources": sorted(chosen.sources)}
    return {name: value for name, value in given.items() if value} | (
        {"min_confidence": chosen.confidence} if chosen.confidence else {}
    )


def _write_articles(connection: Connection, files: _Files, chosen: Selection) -> Taken:
    """Write the tables of articles; the numbers of what was taken, where not everything is."""
    makers = {name: make for name, make in OF_ARTICLES.items() if name in files.tables}
    everything = chosen == Selection()
    taken = Taken() if everything else Taken(set(), set(), set())
    if makers or not everything:
        for n, one in enumerate(told(connection, chosen), 1):
            _note(one, taken)
            for name, make in makers.items():
                for row in make(one):
                    files.tables[name].add(row)
            if n % _TOLD_EVERY == 0:
                files.tell("articles", n)
    return taken


def _note(one: Told, taken: Taken) -> None:
    if taken.articles is not None and taken.statements is not None and taken.events is not None:
        taken.articles.add(one.article.id)
        taken.statements.update(s.id for s in one.statements)
        taken.events.update(e.id for e in one.events)


def _write_links(connection: Connection, files: _Files, taken: Taken) -> None:
    kinds = {MADE_WITH.get(name, name) for name in files.tables} & set(OF_LINKS)
    for kind in OF_LINKS:
        if kind in kinds:
            for name, row in OF_LINKS[kind](connection, taken):
                if name in files.tables:
                    files.tables[name].add(row)
            files.tell(kind, files.tables[kind].rows if kind in files.tables else 0)


def _write_acts(connection: Connection, files: _Files, chosen: Selection) -> int:
    """Write what articles tell in the formats that know each event once; the count of acts that none of them takes."""
    if not _others(files):
        return 0
    left_out = 0
    for n, act in enumerate(acts(connection, chosen), 1):
        left_out += not _write_act(act, files, chosen)
        if n % _TOLD_EVERY == 0:
            files.tell("events of the world", n)
    return left_out


def _write_foreign(connection: Connection, files: _Files, chosen: Selection) -> int:
    """Write others' events, into tables and formats in one pass; the count of those that no format takes."""
    makers = {name: make for name, make in OF_FOREIGN.items() if name in files.tables}
    others = _others(files)
    left_out = 0
    if makers or others:
        for n, (event, parties) in enumerate(foreign_events(connection, chosen), 1):
            for name, make in makers.items():
                for row in make(event, parties):
                    files.tables[name].add(row)
            left_out += others and not _write_act(foreign_act(event, parties), files, chosen)
            if n % _TOLD_EVERY == 0:
                files.tell("imported events", n)
    return left_out


def _others(files: _Files) -> bool:
    return files.plover is not None or files.polecat is not None or files.gdelt is not None


def _write_act(act: Act, files: _Files, chosen: Selection) -> bool:
    """Write an act into the formats that are wanted; whether PLOVER could file it."""
    as_filed = filed(act)
    if chosen.takes_day(as_filed.day):
        if files.plover is not None:
            files.plover.write(plover_line(act, as_filed))
        for file, make in ((files.polecat, polecat_rows), (files.gdelt, gdelt_rows)):
            if file is not None:
                for row in make(act, as_filed):
                    file.add(row)
    return bool(as_filed.type and as_filed.day and (act.actors or act.recipients))
