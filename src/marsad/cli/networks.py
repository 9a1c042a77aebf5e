"""The command that measures the system of states."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from marsad.cli.querying import Answer, Request, put
from marsad.errors import QueryError

if TYPE_CHECKING:
    from marsad.store.store import Store

_UNITS = {"d": 1, "w": 7}


class Dates(NamedTuple):
    """The dates that a network is asked for at: one, one beside another, or a sequence."""

    at: str | None
    compare: str | None
    since: str | None
    until: str | None
    every: str

    def days(self, last: Callable[[], date]) -> list[date]:
        """The dates in order; `last` finds the last of which anything is told. Raises `QueryError`."""
        from marsad.relations.network.system import dates, day_of

        if self.since is not None:
            if self.at is not None or self.compare is not None:
                raise QueryError("a sequence has no --at and no --compare", "give --from and --to alone")
            return dates(self.since, last() if self.until is None else self.until, days_of(self.every))
        if self.until is not None:
            raise QueryError("a sequence that ends begins somewhere", "give --from as well")
        at = last() if self.at is None else day_of(self.at)
        return sorted({at} if self.compare is None else {at, day_of(self.compare)})


def days_of(text: str) -> int:
    """The days of `30d` or `6w`. Raises `QueryError`.

    >>> days_of("30d"), days_of("6w")
    (30, 42)
    """
    number, unit = text[:-1], text[-1:]
    if unit not in _UNITS or not number.isascii() or not number.isdigit() or int(number) < 1:
        raise QueryError(f"{text!r} is no time", "write 30d or 6w")
    return int(number) * _UNITS[unit]


def network(request: Request, dates: Dates, window: str, sources: Sequence[str], least: int, samples: int) -> int:
    """`marsad network`."""

    def ask(store: Store) -> Answer:
        from marsad.output.answers import network as told
        from marsad.relations.network import changes, networks
        from marsad.relations.network.system import newest

        _load_igraph()
        days = dates.days(partial(newest, store, sources))
        several = networks(store, days, days_of(window), sources, least, samples)
        changed = [changes(*pair) for pair in pairwise(several)]
        rows = list(told.rows(several))
        return Answer(
            rows, partial(iter, rows), partial(told.objects, several, changed),
            partial(told.blocks, several, changed, request.lang),
        )  # fmt: skip

    return put(request, ask)


def _load_igraph() -> None:
    """Load igraph as it is where matplotlib is not installed: it would load that to draw, which takes longer than all
    that is measured, and nothing is drawn here."""
    if "matplotlib" in sys.modules:
        return
    sys.modules["matplotlib"] = None  # type: ignore[assignment]
    with suppress(ImportError):
        import igraph  # noqa: F401
    del sys.modules["matplotlib"]
