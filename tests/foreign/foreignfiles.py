"""Lines of event data, written by us in the formats of the sources."""

from collections.abc import Callable
from pathlib import Path

from marsad.errors import SourceError
from marsad.foreign.events import ForeignEvent, Source
from marsad.foreign.reading import foreign_events

_ICEWS = """
Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, Intensity, Target
Name, Target Sectors, Target Country, Story ID, Sentence Number, Publisher, City, District, Province,
Country, Latitude, Longitude
"""
_POLECAT = """
Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country,
Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient
Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, Recipient Title,
Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude,
Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People, Story
Organizations, Story Locations, Language, Version
"""
ICEWS_HEADER, POLECAT_HEADER = (
    "\t".join(" ".join(name.split()) for name in names.split(",")) for names in (_ICEWS, _POLECAT)
)


def row(header: str, **cells: str) -> str:
    """A line under a header; names of columns with `_` for blanks."""
    given = {name.replace("_", " "): value for name, value in cells.items()}
    names = header.split("\t")
    assert set(given) <= set(names)
    return "\t".join(given.get(name, "") for name in names)


def gdelt(columns: int = 58, **cells: str) -> str:
    """A line of GDELT. Cells by their number: `c26` is the code."""
    values = [""] * columns
    values[0], values[1], values[26] = "1001", "20150724", "042"
    for name, value in cells.items():
        values[int(name[1:])] = value
    return "\t".join(values)


def read(source: Source, path: Path | str) -> tuple[list[ForeignEvent], list[str]]:
    """The events of a file, and what was told of its bad lines."""
    errors: list[SourceError] = []
    events = list(foreign_events(source, [path], errors.append))
    return events, [str(error) for error in errors]


def reader(source: Source, folder: Path) -> Callable[..., tuple[list[ForeignEvent], list[str]]]:
    """What reads lines of a source."""

    def read_lines(*lines: str) -> tuple[list[ForeignEvent], list[str]]:
        path = folder / "events.txt"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return read(source, path)

    return read_lines
