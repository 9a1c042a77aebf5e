"""ICEWS files: those of the Harvard Dataverse, with a header, and the four columns of the benchmarks made from them
(`subject`, `relation`, `object`, `date`).

Source: E. Boschee et al., "ICEWS Coded Event Data", Harvard Dataverse, doi:10.7910/DVN/28075, and its codebook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial

from marsad.errors import SourceError
from marsad.foreign.actors import ActorNames
from marsad.foreign.cells import BadCell, Occurrences, Row, country_of, day_of, given, made_of_rows, place_of
from marsad.foreign.coded import Side, coded_event
from marsad.foreign.events import ForeignEvent
from marsad.foreign.lines import Line, line_error
from marsad.foreign.names import DATA
from marsad.lexicon.tables import read_table
from marsad.ontology.cameo import CameoCode, cameo_codes, code_of_wording

_HEADER = "CAMEO Code"
_COLUMNS = 4
_REQUIRED = ("Event Date", "Source Name", _HEADER, "Target Name")
_KEPT = {
    "Event Text": "wording", "Intensity": "intensity", "Source Name": "source", "Source Sectors": "source_sectors",
    "Source Country": "source_country", "Target Name": "target", "Target Sectors": "target_sectors",
    "Target Country": "target_country", "Story ID": "story", "Sentence Number": "sentence", "Publisher": "publisher",
    "Latitude": "latitude", "Longitude": "longitude",
}  # fmt: skip


def read_icews(lines: Iterator[Line | SourceError], names: ActorNames) -> Iterator[ForeignEvent | SourceError]:
    """The events of one file, and an error in place of each line that cannot be read."""
    first = next(lines, None)
    if first is None:
        return
    rest = _chained(first, lines)
    if isinstance(first, Line) and _HEADER in first.text:
        yield from _published(rest, names)
    else:
        yield from _benchmark(rest, names)


def _chained(first: Line | SourceError, rest: Iterable[Line | SourceError]) -> Iterator[Line | SourceError]:
    yield first
    yield from rest


def _benchmark(lines: Iterator[Line | SourceError], names: ActorNames) -> Iterator[ForeignEvent | SourceError]:
    occurrences = Occurrences()
    for line in lines:
        if isinstance(line, SourceError):
            yield line
            continue
        cells = line.text.split("\t")
        if len(cells) != _COLUMNS:
            yield line_error(
                line, f"has {len(cells)} columns, not subject, relation, object and date",
                "give a file of four columns with tabs between, or one with ICEWS's header",
            )  # fmt: skip
            continue
        try:
            yield _quadruple(line, cells, names, occurrences)
        except BadCell as bad:
            yield line_error(line, bad.reason, bad.remedy)


def _quadruple(line: Line, cells: list[str], names: ActorNames, occurrences: Occurrences) -> ForeignEvent:
    subject, relation, object_, date = cells
    day, code = day_of(date), _code("", relation)
    return coded_event(
        "icews", occurrences.name(day, subject, relation, object_), day, code,
        _side(subject, names), _side(object_, names),
        {"cameo": code.code, "wording": relation, "source": subject, "target": object_}, at=line.at,
    )  # fmt: skip


def _published(lines: Iterator[Line | SourceError], names: ActorNames) -> Iterator[ForeignEvent | SourceError]:
    return made_of_rows(lines, _REQUIRED, partial(_row_event, names, Occurrences()))


def _row_event(names: ActorNames, occurrences: Occurrences, line: Line, row: Row) -> ForeignEvent:
    day, code = day_of(row["Event Date"]), _code(given(row, _HEADER), given(row, "Event Text"))
    codes = {"cameo": given(row, _HEADER)} | {
        ours: value for theirs, ours in _KEPT.items() if (value := given(row, theirs))
    }
    return coded_event(
        "icews", given(row, "Event ID") or occurrences.name(day, line.text), day, code,
        _row_side(row, "Source", names), _row_side(row, "Target", names), codes,
        place=place_of(given(row, "City"), given(row, "Country")), at=line.at,
    )  # fmt: skip


@cache
def _code(number: str, wording: str) -> CameoCode:
    """The CAMEO code of a line. Its wording comes first: spreadsheets take the noughts off codes, and ICEWS has codes
    of its own beside CAMEO's (`13y`). Raises `BadCell`."""
    known = code_of_wording(wording) if wording else None
    known = known or cameo_codes().get(number) or cameo_codes().get(f"0{number}")
    if known is None:
        what = f"{wording!r} is no wording of CAMEO" if wording else f"{number!r} is no code of CAMEO"
        raise BadCell(what, "see docs/reference/plover-mapping.md for those that are")
    return known


def _side(written: str, names: ActorNames) -> Side | None:
    """An actor of the benchmark, which writes ICEWS's names with `_` for blanks."""
    name = written.replace("_", " ").strip()
    if not name:
        return None
    known = names.known(name)
    return Side(name, known.entity, known.country, known.sector)


def _row_side(row: Row, side: str, names: ActorNames) -> Side | None:
    """An actor by its name, in the country and of the sector that the line says."""
    name = given(row, f"{side} Name")
    if not name:
        return None
    known = names.known(name)
    country = country_of(given(row, f"{side} Country")) or known.country
    sector = known.sector or _sector(given(row, f"{side} Sectors"))
    return Side(name, known.entity, country, sector)


@cache
def _sector(listed: str) -> str:
    """PLOVER's sector of ICEWS's list of sectors, the first in our table's order that is among them."""
    among = {part.strip() for part in listed.split(",")}
    return next((row["sector"] for row in read_table(DATA / "icews_sectors.tsv") if row["icews"] in among), "")
