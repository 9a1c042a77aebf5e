"""Files of others' event data as a stream of events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from marsad.errors import SourceError
from marsad.foreign.actors import ActorNames
from marsad.foreign.events import ForeignEvent, Source
from marsad.foreign.gdelt import read_gdelt
from marsad.foreign.icews import read_icews
from marsad.foreign.lines import Line, files
from marsad.foreign.ploverjson import read_plover
from marsad.foreign.polecat import read_polecat

Reader = Callable[[Iterator[Line | SourceError], ActorNames], Iterator[ForeignEvent | SourceError]]
READERS: Final[Mapping[Source, Reader]] = {
    "icews": read_icews, "gdelt": read_gdelt, "polecat": read_polecat, "plover": read_plover,
}  # fmt: skip


def foreign_events(
    source: Source,
    paths: Iterable[str | Path],
    on_error: Callable[[SourceError], None],
    names: ActorNames | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[ForeignEvent]:
    """The events of files of one source, plain, gzip or zip, one after another; `-` is standard input. What cannot be
    read goes to `on_error`, and the rest is read. `names` remembers names between calls.
    """
    known = names or ActorNames()
    for path in paths:
        for lines in files(path, stdin):
            for item in READERS[source](lines, known):
                if isinstance(item, SourceError):
                    on_error(item)
                else:
                    yield item
