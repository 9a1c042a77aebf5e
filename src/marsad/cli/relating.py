"""The commands that measure relations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from marsad.cli.querying import Answer, Request, put

if TYPE_CHECKING:
    from marsad.relations.dyad import Step
    from marsad.store.store import Store


def relation(
    request: Request, a: str, b: str, since: str | None, until: str | None, by: Step, sources: Sequence[str],
    half_life: float,
) -> int:  # fmt: skip
    """`marsad relation`."""

    def ask(store: Store) -> Answer:
        from marsad.output.answers import relation as told
        from marsad.relations.dyad import dyad

        found = dyad(store, a, b, since=since, until=until, by=by, sources=sources, half_life=half_life)
        rows = list(told.rows(found))
        return Answer(
            rows, partial(iter, rows), lambda: [told.object_of(found)], partial(told.blocks, found, request.lang)
        )

    return put(request, ask)


def pressure(
    request: Request, on: str, by: str, friend: str, since: str | None, until: str | None, sources: Sequence[str]
) -> int:
    """`marsad pressure`."""

    def ask(store: Store) -> Answer:
        from marsad.output.answers import pressure as told
        from marsad.relations.pressure import pressure as measured

        found = measured(store, on, by, friend, since=since, until=until, sources=sources)
        rows = list(told.rows(found))
        return Answer(
            rows, partial(iter, rows), lambda: [told.object_of(found)], partial(told.blocks, found, request.lang)
        )

    return put(request, ask)


def pairs(request: Request, since: str | None, until: str | None, by: Step, sources: Sequence[str]) -> int:
    """`marsad pairs`."""

    def ask(store: Store) -> Answer:
        from marsad.output.answers import pairs as told
        from marsad.relations.pairs import pairs as measured

        table = measured(store, since=since, until=until, by=by, sources=sources)
        rows = list(told.rows(table))
        return Answer(
            rows, partial(iter, rows), partial(iter, rows), partial(told.blocks, table, request.lang, request.limit)
        )

    return put(request, ask)
