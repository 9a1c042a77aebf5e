"""What several pages measure of the same store, kept as long as the store stays as it is.

Each is asked for with the store's revision, so that a change makes it anew. Answers are shared: nobody changes them.
"""

from __future__ import annotations

import functools
import threading
from typing import TYPE_CHECKING

from marsad.relations import acts as told
from marsad.relations import dyad as dyads
from marsad.relations import pairs
from marsad.relations.network import places as drawing
from marsad.relations.network.system import measured

if TYPE_CHECKING:
    from datetime import date

    import polars as pl

    from marsad.relations.dyad import Dyad, Step
    from marsad.relations.network.system import Network
    from marsad.store.store import Store

_LOCK = threading.RLock()
"""One measure at a time: the divider of networks sets the random numbers of the whole process, and who waits finds the
answer made."""
_DYADS, _ACTS, _NETWORKS = 24, 2, 96
Sources = tuple[str, ...]


def acts(store: Store, sources: Sources = ()) -> pl.DataFrame:
    """All acts between countries (`marsad.relations.acts`)."""
    with _LOCK:
        return _acts(store, store.revision(), sources)


@functools.lru_cache(_ACTS)
def _acts(store: Store, revision: str, sources: Sources) -> pl.DataFrame:
    with store.reading() as connection:
        return told.acts(connection, sources=sources)


def dyad(store: Store, a: str, b: str, since: str | None, until: str | None, by: Step, sources: Sources = ()) -> Dyad:
    """The relation of two (`marsad.relations.dyad`)."""
    with _LOCK:
        return _dyad(store, store.revision(), (a, b), (since, until), by, sources)


@functools.lru_cache(_DYADS)
def _dyad(
    store: Store, revision: str, pair: tuple[str, str], span: tuple[str | None, str | None], by: Step, sources: Sources
) -> Dyad:
    return dyads.dyad(store, *pair, since=span[0], until=span[1], by=by, sources=sources)


def changed(store: Store, since: str | None = None, until: str | None = None, sources: Sources = ()) -> pl.DataFrame:
    """The pairs whose tie changed the most (`marsad.relations.pairs.changed`)."""
    return pairs.changed(store, since=since, until=until, sources=sources, rows=acts(store, sources))


def places(store: Store, sources: Sources = ()) -> dict[str, tuple[float, float]]:
    """Where states stand in pictures of the network (`marsad.relations.network.places`)."""
    with _LOCK:
        return _places(store, store.revision(), sources)


@functools.lru_cache(_ACTS)
def _places(store: Store, revision: str, sources: Sources) -> dict[str, tuple[float, float]]:
    return drawing.places(acts(store, sources))


def network(store: Store, at: date, window: int, sources: Sources = ()) -> Network | None:
    """The system of states at the end of a day (`marsad.relations.network`); None if too little is told."""
    with _LOCK:
        return _network(store, store.revision(), at, window, sources)


@functools.lru_cache(_NETWORKS)
def _network(store: Store, revision: str, at: date, window: int, sources: Sources) -> Network | None:
    return measured(acts(store, sources), at, window)
