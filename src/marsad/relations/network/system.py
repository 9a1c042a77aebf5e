"""The system of states at a date: its network, blocs, balance, poles and brokers; and at a sequence of dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from marsad.errors import QueryError
from marsad.relations import acts as told
from marsad.relations.network.balance import Balance, balance
from marsad.relations.network.blocs import Blocs, blocs
from marsad.relations.network.polarity import Broker, Polarity, brokers, polarity
from marsad.relations.network.signed import LEAST, SAMPLES, WINDOW, Signed, signed
from marsad.store.queries.period import Day, Period, last_day

if TYPE_CHECKING:
    import polars as pl

    from marsad.store.store import Store

EVERY = 30


class Network(NamedTuple):
    """A network (`marsad.relations.network.signed.Signed`) and what is measured of it."""

    graph: Signed
    blocs: Blocs
    balance: Balance
    polarity: Polarity
    brokers: tuple[Broker, ...]


def measured(
    rows: pl.DataFrame, at: date, window: int = WINDOW, least: int = LEAST, samples: int = SAMPLES
) -> Network | None:
    """What acts (`marsad.relations.acts`) make of the system at the end of a day; None if no two have enough of them.
    The same acts give the same answer."""
    graph = signed(rows, at, window, least, samples)
    if not graph.states:
        return None
    parts = blocs(graph)
    poles = polarity(graph, parts)
    return Network(graph, parts, balance(graph), poles, tuple(brokers(graph, parts, poles.hostile)))


def network(
    store: Store, *, at: Day | None = None, window: int = WINDOW, sources: Sequence[str] = (), least: int = LEAST,
    samples: int = SAMPLES,
) -> Network:  # fmt: skip
    """The system at the end of `at` (of the last day that is told of): the acts of `window` days count, two states are
    joined if at least `least` of these are theirs, `sources` are whose events count (all if none is named), and the
    stories are drawn anew `samples` times. Raises `QueryError` for what is no date, and where too little is told;
    `MissingDependencyError`.
    """
    (found,) = networks(store, (newest(store, sources) if at is None else day_of(at),), window, sources, least, samples)
    return found


def networks(
    store: Store, days: Sequence[date], window: int = WINDOW, sources: Sequence[str] = (), least: int = LEAST,
    samples: int = SAMPLES,
) -> list[Network]:  # fmt: skip
    """The system at the end of each of several days, as `network` gives it. Raises what it raises."""
    if window < 1 or least < 1 or samples < 1:
        raise QueryError("the window, the least number of acts and the samples are 1 or more", "give a greater number")
    first = min(days) - timedelta(days=window - 1)
    with store.reading() as connection:
        rows = told.acts(connection, Period(first.isoformat(), max(days).isoformat()), sources=sources)
    return list(_each(rows, days, window, least, samples))


def dates(since: Day, until: Day, every: int = EVERY) -> list[date]:
    """The days from the last of `since` to the last of `until`, so many days apart. Raises `QueryError`."""
    day, end = day_of(since), day_of(until)
    if day > end or every < 1:
        raise QueryError(f"no date from {since} to {until} every {every} days", "give the earlier date first")
    return [day + timedelta(days=n) for n in range(0, (end - day).days + 1, every)]


def _each(rows: pl.DataFrame, days: Sequence[date], window: int, least: int, samples: int) -> Iterator[Network]:
    for day in days:
        found = measured(rows, day, window, least, samples)
        if found is None:
            raise QueryError(
                f"up to {day} no two states have {least} acts in {window} days", "give a longer window, or fewer acts"
            )
        yield found


def day_of(at: Day) -> date:
    """The last day of a date. Raises `QueryError`."""
    return date.fromisoformat(last_day(at))


def newest(store: Store, sources: Sequence[str] = ()) -> date:
    """The last day that the news are of. Raises `QueryError` if there is none."""
    with store.reading() as connection:
        days = told.covered(connection, told.volume(connection, sources=sources))["day"]
    if days.is_empty():
        raise told.untold(sources)
    return date.fromisoformat(str(days.max()))
