"""POLECAT's wide tables (`ngecEvents…`): one event a row, compound actors and countries with `; ` between, `None` for
nothing.

Source: G. Scarborough et al., "POLECAT Weekly Data", Harvard Dataverse, doi:10.7910/DVN/AJGVIT; A. Halterman et al.,
"PLOVER and POLECAT", 2023.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial

from marsad.errors import SourceError
from marsad.foreign.actors import ActorNames
from marsad.foreign.cells import BadCell, Occurrences, Row, day_of, given, made_of_rows, place_of
from marsad.foreign.events import ForeignEvent, Party, Role
from marsad.foreign.lines import Line
from marsad.foreign.names import DATA
from marsad.foreign.ploverterms import country_and_sector, terms_of
from marsad.lexicon.tables import read_table, values
from marsad.ontology.plover import quad_class, score

_REQUIRED = ("Event Date", "Event Type", "Actor Name")
_KEPT = {
    "Event Type": "type", "Event Mode": "mode", "Intensity": "intensity", "Event Intensity": "intensity",
    "Quad Code": "quad", "Contexts": "contexts", "Actor Country": "actor_country", "Actor COW": "actor_cow",
    "Actor Sectors": "actor_sectors", "Actor Title": "actor_title", "Wikipedia Actor ID": "actor_wikipedia",
    "Recipient Country": "recipient_country", "Recipient COW": "recipient_cow",
    "Recipient Sectors": "recipient_sectors", "Recipient Title": "recipient_title",
    "Wikipedia Recipient ID": "recipient_wikipedia", "GeoNames ID": "geonames", "Source": "publisher",
    "Publication Date": "published", "Language": "language", "Story ID": "story",
}  # fmt: skip


def read_polecat(lines: Iterator[Line | SourceError], names: ActorNames) -> Iterator[ForeignEvent | SourceError]:
    """The events of one file, and an error in place of each line that cannot be read."""
    return made_of_rows(lines, _REQUIRED, partial(_event, names, Occurrences()))


def _event(names: ActorNames, occurrences: Occurrences, line: Line, row: Row) -> ForeignEvent:
    day = day_of(given(row, "Event Date", "Publication Date"))
    terms = terms_of(given(row, "Event Type"), _list(row, "Event Mode"), _list(row, "Contexts"))
    parties = (*_parties(row, "actor", "Actor", names), *_parties(row, "recipient", "Recipient", names))
    if not parties:
        raise BadCell("names no actor", "leave the line out")
    return ForeignEvent(
        "polecat", given(row, "Event ID") or occurrences.name(day, line.text), day, terms.type, terms.mode,
        terms.contexts, quad_class(terms.type), score(terms.type, terms.mode), parties,
        {ours: value for theirs, ours in _KEPT.items() if (value := given(row, theirs))}, terms.status,
        text=given(row, "Event Text", "Headline"), at=line.at,
        place=place_of(given(row, "City"), given(row, "Country")),
    )  # fmt: skip


def _list(row: Row, column: str) -> list[str]:
    return [part.strip() for part in given(row, column).split(";")]


def _parties(row: Row, role: Role, side: str, names: ActorNames) -> Iterator[Party]:
    """The members of a side, each with the country and the sector that stand at its place, or with the only one."""
    several = _list(row, f"{side} Name")
    for n, name in enumerate(several):
        country, sector, cow = (
            _at(_list(row, column), n, len(several))
            for column in (f"{side} Country", f"Primary {side} Sector", f"{side} COW")
        )
        if name and name != "None":
            yield _party(role, name, country or _of_cow(cow), sector, names)


def _at(cells: list[str], n: int, count: int) -> str:
    """The value that belongs to the n-th member; of two countries in one cell (`USA|GBR`) the first."""
    value = cells[n] if len(cells) == count else cells[0] if len(cells) == 1 else ""
    return "" if value == "None" else value.split("|")[0].strip()


def _party(role: Role, name: str, code: str, sector: str, names: ActorNames) -> Party:
    country, said = country_and_sector(code, sector)
    known = names.known(name)
    fits = country is None or known.country in {None, country}
    entity = known.entity if fits else None
    return Party(role, name, entity, country or (known.country if fits else None), said or known.sector)


@cache
def _numbers() -> Mapping[str, str]:
    return {number: row["code"] for row in read_table(DATA / "countries.tsv") for number in values(row["cow"])}


def _of_cow(number: str) -> str:
    """The ISO code of a country's number in the Correlates of War project; empty for none."""
    return _numbers().get(number.removesuffix(".0"), "")
