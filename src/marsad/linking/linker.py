"""Passes over the articles that came and went since the last one: index their words, link them, write what it tells."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from marsad.linking.engine import Links
from marsad.linking.kinds import Kind
from marsad.linking.preparing import Prepared, prepare, unpacked
from marsad.store import articles, words
from marsad.store.store import Store
from marsad.store.tables import pending

BATCH = 512
"""Articles in one pass, which is one transaction."""


def all_kinds() -> list[Kind[Any]]:
    """The kinds of links, in the order in which they are drawn."""
    from marsad.linking.agreements.kind import Agreements
    from marsad.linking.copies.kind import Copies
    from marsad.linking.echoes.kind import Echoes
    from marsad.linking.happenings.kind import Happenings
    from marsad.linking.stories.kind import Stories

    return [Copies(), Stories(), Happenings(), Echoes(), Agreements()]


class Linker:
    """Keeps the links of a store up to date."""

    def __init__(self, store: Store, kinds: Sequence[Kind[Any]] | None = None) -> None:
        self.store = store
        self.kinds = all_kinds() if kinds is None else list(kinds)
        self._links = [Links(kind) for kind in self.kinds]

    def link(self, told: Callable[[int], None] | None = None) -> int:
        """Link all that waits, pass after pass; the count of articles. `told` hears the count of each pass."""
        total = 0
        while done := self.step():
            total += done
            if told is not None:
                told(done)
        return total

    def step(self, least: int = 1) -> int:
        """One pass, in one transaction, if at least `least` articles wait; how many it took."""
        if least > 1 and self.store.unlinked() < least:
            return 0
        with _not_collecting(), self.store.writing() as connection:
            waiting = connection.execute(select(pending).order_by(pending.c.article).limit(BATCH)).all()
            if waiting:
                self._pass(connection, waiting)
        return len(waiting)

    def _pass(self, connection: Connection, waiting: Sequence[Row[Any]]) -> None:
        came = self._prepared(connection, waiting)
        numbers = [row.article for row in waiting]
        words.add(connection, [(number, prepared.words) for number, prepared in came.items()])
        for links in self._links:
            number = links.kind.number
            arrivals = [a for prepared in came.values() for a in prepared.arrivals.get(number, ())]
            links.kind.publish(connection, links.draw(connection, numbers, arrivals))
        connection.execute(delete(pending).where(pending.c.article.in_(numbers)))

    def _prepared(self, connection: Connection, waiting: Sequence[Row[Any]]) -> dict[int, Prepared]:
        """What is known of the articles that came, by number; made of their records where nothing was prepared."""
        came = {r.article: unpacked(r.prepared, r.article) for r in waiting if not r.gone and r.prepared is not None}
        bare = [row.article for row in waiting if not row.gone and row.prepared is None]
        for number, reading in articles.readings(connection, bare) if bare else ():
            came[number] = prepare(number, reading, self.kinds)
        return came


@contextmanager
def _not_collecting() -> Iterator[None]:
    """A stretch without looking for garbage: a pass makes many objects and no cycles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
