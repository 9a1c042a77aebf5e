"""`marsad import`, and `marsad remove --source`."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from marsad.api import keep_events, remove_events
from marsad.cli.progress import shown
from marsad.cli.terminal import counted, tell, write
from marsad.errors import SourceError
from marsad.foreign.actors import ActorNames
from marsad.foreign.reading import foreign_events

if TYPE_CHECKING:
    from marsad.foreign.events import ForeignEvent, Source
    from marsad.store.importing import Entered

_FIRST = 10
"""Unknown names that the last line tells of."""


class ImportRequest(NamedTuple):
    """What was asked for on the command line."""

    source: Source
    paths: tuple[str, ...]
    store: str
    unmapped: bool


class ImportTally:
    """Counts the events and the names that they have."""

    def __init__(self) -> None:
        self.articles = self.skipped = self.new = self.known = self.placed = 0
        self.names = ActorNames()
        self.unmapped: Counter[str] = Counter()
        self.started = time.monotonic()

    def counted(self, events: Iterable[ForeignEvent]) -> Iterator[ForeignEvent]:
        """The events, counted: those with a country on both sides, and the names that no country could be told of
        though they imply one."""
        for event in events:
            self.articles += 1
            self.placed += len({party.role for party in event.parties if party.country}) > 1
            for party in event.parties:
                if party.country is None and self.names.known(party.name).implies_country:
                    self.unmapped[party.name] += 1
            yield event

    def entered(self, batches: Iterable[Entered]) -> Iterator[Entered]:
        """The batches, counted."""
        for batch in batches:
            self.new += batch.new
            self.known += batch.known
            yield batch

    def skip(self, error: SourceError) -> None:
        """Tell of what could not be read, in one line."""
        self.skipped += 1
        tell(" ".join(str(error).split()))

    def summary(self) -> str:
        """The whole in one line."""
        rate = self.articles / max(time.monotonic() - self.started, 1e-6)
        return (
            f"{counted(self.new, 'event')} added, {self.known:,} known, {self.skipped:,} skipped, "
            f"{self.placed / max(self.articles, 1):.1%} with a country on both sides, {rate:,.0f} events/s"
        )


def run(request: ImportRequest) -> int:
    """Bring in, or list the names without a country; the exit status is 1 if anything was skipped."""
    tally = ImportTally()
    events = tally.counted(foreign_events(request.source, request.paths, tally.skip, tally.names))
    if request.unmapped:
        for _ in events:
            pass
        write((f"{count}\t{name}\n" for name, count in _by_frequency(tally.unmapped)), None)
        return 1 if tally.skipped else 0
    for _ in shown(tally.entered(keep_events(events, request.store)), tally, quiet=False):
        pass
    if tally.unmapped:
        tell(_of_names(tally.unmapped))
    tell(f"{tally.summary()} · {request.store}")
    return 1 if tally.skipped else 0


def _of_names(unmapped: Counter[str]) -> str:
    first = ", ".join(f"{name} {count:,}" for name, count in _by_frequency(unmapped)[:_FIRST])
    left = "" if len(unmapped) <= _FIRST else ", …; all: --unmapped"
    return f"no country for {counted(len(unmapped), 'name')} of actors: {first}{left}"


def _by_frequency(names: Counter[str]) -> list[tuple[str, int]]:
    return sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))


def run_remove(sources: Sequence[Source], store: str) -> int:
    """Take out the events of each source; the exit status is 1 if there were none of one."""
    failed = 0
    for source in sources:
        count = remove_events(source, store)
        failed += not count
        tell(f"{source}: {counted(count, 'event')} removed")
    return 1 if failed else 0
