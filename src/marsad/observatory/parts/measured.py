"""What several pages measure of the same store, remembered as long as the store stays as it is. Answers are shared:
nobody changes them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from marsad.relations import acts as told
from marsad.relations import dyad as dyads
from marsad.relations import pairs
from marsad.relations.network import places as drawing
from marsad.relations.network import system

if TYPE_CHECKING:
    from datetime import date

    import polars as pl

    from marsad.observatory.asking import Asked
    from marsad.relations.dyad import Dyad, Step
    from marsad.relations.network.system import Network

_LOCK = threading.RLock()
"""One measure at a time: the divider of networks sets the random numbers of the whole process, and who waits finds the
answer made."""
Sources = tuple[str, ...]


def acts(asked: Asked, sources: Sources = ()) -> pl.DataFrame:
    """All acts between countries (`marsad.relations.acts`)."""

    def made() -> pl.DataFrame:
        with asked.store.reading() as connection:
            return told.acts(connection, sources=sources)

    with _LOCK:
        return asked.memory.of(("acts", sources), made)


def dyad(asked: Asked, a: str, b: str, since: str | None, until: str | None, by: Step, sources: Sources = ()) -> Dyad:
    """The relation of two (`marsad.relations.dyad`)."""
    key = ("dyad", a, b, since, until, by, sources)
    with _LOCK:
        return asked.memory.of(
            key, lambda: dyads.dyad(asked.store, a, b, since=since, until=until, by=by, sources=sources)
        )


def changed(asked: Asked, since: str | None = None, until: str | None = None, sources: Sources = ()) -> pl.DataFrame:
    """The pairs whose tie changed the most (`marsad.relations.pairs.changed`)."""
    return pairs.changed(asked.store, since=since, until=until, sources=sources, rows=acts(asked, sources))


def places(asked: Asked, sources: Sources = ()) -> dict[str, tuple[float, float]]:
    """Where states stand in pictures of the network (`marsad.relations.network.places`)."""
    with _LOCK:
        return asked.memory.of(("places", sources), lambda: drawing.places(acts(asked, sources)))


def network(asked: Asked, at: date, window: int, sources: Sources = ()) -> Network | None:
    """The system of states at the end of a day (`marsad.relations.network`); None if too little is told."""
    with _LOCK:
        return asked.memory.of(
            ("network", at, window, sources), lambda: system.measured(acts(asked, sources), at, window)
        )
