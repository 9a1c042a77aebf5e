"""`marsad add` and `marsad remove`."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from marsad.api import add, remove
from marsad.cli.articles import check_sources
from marsad.cli.progress import shown
from marsad.cli.terminal import counted, tell
from marsad.errors import SourceError, StoreError

if TYPE_CHECKING:
    from marsad.store.articles import Outcome


class AddRequest(NamedTuple):
    """What was asked for on the command line."""

    paths: tuple[str, ...]
    store: str
    jobs: int
    published: str | None
    outlet: str | None
    mapping: str | None


class AddTally:
    """Counts what became of the articles."""

    def __init__(self) -> None:
        self.articles = self.skipped = 0
        self.outcomes: Counter[Outcome] = Counter()
        self.started = time.monotonic()

    def counted(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes, counted."""
        for outcome in outcomes:
            self.articles += 1
            self.outcomes[outcome] += 1
            yield outcome

    def skip(self, error: SourceError) -> None:
        """Tell of what could not be read, in one line."""
        self.skipped += 1
        tell(" ".join(str(error).split()))

    def summary(self) -> str:
        """The whole in one line."""
        rate = self.articles / max(time.monotonic() - self.started, 1e-6)
        of = self.outcomes
        return (
            f"{counted(of['new'], 'article')} added, {counted(of['version'], 'new version')}, "
            f"{of['known']:,} known, {self.skipped:,} skipped, {rate:,.0f} articles/s"
        )


def run(request: AddRequest) -> int:
    """Read and keep; the exit status is 1 if anything was skipped."""
    from marsad.store.connection import public_name

    check_sources(request.mapping, request.published)
    tally = AddTally()
    outcomes = add(
        request.paths, request.store, request.jobs, tally.skip, request.mapping,
        published=request.published, outlet=request.outlet,
    )  # fmt: skip
    for _ in shown(tally.counted(outcomes), tally, quiet=False):
        pass
    tell(f"{tally.summary()} · {public_name(request.store)}")
    return 1 if tally.skipped else 0


def run_remove(ids: Sequence[str], store: str) -> int:
    """Remove each article that is there; the exit status is 1 if one is not."""
    failed = 0
    for public_id in ids:
        try:
            remove(public_id, store)
            tell(f"{public_id}: removed")
        except StoreError as error:
            failed += 1
            tell(str(error))
    return 1 if failed else 0
