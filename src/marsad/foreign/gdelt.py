"""GDELT's event tables, which have no header: version 1.0 with 58 columns, its older files with 57 (no address),
version 2.0 with 61.

Source: "The GDELT Event Database Data Format Codebook", V1.03 (2013) and V2.0 (2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from marsad.errors import SourceError
from marsad.foreign.actors import ActorNames
from marsad.foreign.cameoactors import ActorCode, side_of
from marsad.foreign.cells import BadCell, country_of, day_of
from marsad.foreign.coded import Side, coded_event
from marsad.foreign.events import ForeignEvent
from marsad.foreign.lines import Line, line_error
from marsad.ontology.cameo import cameo_codes


class Layout(NamedTuple):
    """Where a version of the table has the place of the event and the address of the first article."""

    place: int
    address: int | None


_HEADER = "GLOBALEVENTID"
_LAYOUTS = {57: Layout(49, None), 58: Layout(49, 57), 61: Layout(51, 60)}
_ACTORS = (5, 15)
"""The first of the ten columns of each actor: code, name, country, known group, ethnic group, two religions, three
types."""
_KEPT = {
    5: "actor1", 6: "actor1_name", 15: "actor2", 16: "actor2_name", 25: "root_event", 26: "cameo", 29: "quad",
    30: "goldstein", 31: "mentions", 32: "sources", 33: "articles", 34: "tone",
}  # fmt: skip
_GEO = ("place_type", "place", "place_country", "place_division")
_CITIES = frozenset({"3", "4"})
"""GDELT's types of places that are cities, in the United States and elsewhere."""


def read_gdelt(lines: Iterator[Line | SourceError], names: ActorNames) -> Iterator[ForeignEvent | SourceError]:
    """The events of one file, and an error in place of each line that cannot be read."""
    for line in lines:
        if isinstance(line, SourceError):
            yield line
            continue
        cells = line.text.split("\t")
        if cells[0].upper() == _HEADER:  # as those write it who export from a database
            continue
        layout = _LAYOUTS.get(len(cells))
        if layout is None:
            yield line_error(
                line, f"has {len(cells)} columns, not 57, 58 or 61",
                "give GDELT's event files (export.CSV), not its mentions or graphs",
            )  # fmt: skip
            continue
        try:
            yield _event(line, cells, layout, names)
        except BadCell as bad:
            yield line_error(line, bad.reason, bad.remedy)


def _event(line: Line, cells: list[str], layout: Layout, names: ActorNames) -> ForeignEvent:
    code = cameo_codes().get(cells[26])
    if code is None:
        raise BadCell(f"{cells[26]!r} is no code of CAMEO", "see docs/reference/plover-mapping.md for those that are")
    codes = {name: cells[at] for at, name in _KEPT.items() if cells[at]}
    codes |= {name: cells[layout.place + n] for n, name in enumerate(_GEO) if cells[layout.place + n]}
    first, second = (_side(cells, at, names) for at in _ACTORS)
    return coded_event(
        "gdelt", cells[0], day_of(cells[1]), code, first, second, codes,
        place=_place(cells[layout.place], cells[layout.place + 1]),
        link=cells[layout.address].strip() if layout.address is not None else "", at=line.at,
    )  # fmt: skip


def _side(cells: list[str], at: int, names: ActorNames) -> Side | None:
    types = tuple(code for code in cells[at + 7 : at + 10] if code)
    return side_of(ActorCode(cells[at + 1], cells[at + 2], cells[at + 3], types), names)


def _place(kind: str, full_name: str) -> str | None:
    """The event's place: the city of `Aden, 'Adan, Yemen`, or the state of anything larger."""
    parts = [part.strip() for part in full_name.split(",")]
    if kind in _CITIES and parts[0]:
        return parts[0]
    country = country_of(parts[-1])
    return f"state:{country}" if country else None
