"""What a brief of a relation tells: records of the store, gathered, in order, and each with its tellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from marsad.relations.dyad import Dyad, countries, dyad
from marsad.store.queries.period import Day, Period, period
from marsad.store.queries.stats import census
from marsad.store.queries.timeline import OWN

if TYPE_CHECKING:
    from marsad.store.queries.agreements import Deal
    from marsad.store.queries.promises import Pledge
    from marsad.store.queries.show import HappeningView
    from marsad.store.queries.timeline import Occurrence
    from marsad.store.store import Store

MOST = 200
"""Happenings of each section at most; of more, those that most articles tell."""
_HOSTILE = (3, 4)


class Brief(NamedTuple):
    """The relation of two as measured by day, on the days of the period's articles, and what is told of it: what
    happened, is planned or denied (`told`), what others than the two claim of it (`claimed`), what third ones do
    against one of them (`pressure`), in order of time; agreements and promises of the two. `left_out` counts the
    happenings that are too many."""

    relation: Dyad
    told: tuple[HappeningView, ...]
    claimed: tuple[HappeningView, ...]
    pressure: tuple[HappeningView, ...]
    agreements: tuple[Deal, ...]
    promises: tuple[Pledge, ...]
    left_out: int


def brief(store: Store, a: str, b: str, *, since: Day | None = None, until: Day | None = None) -> Brief:
    """Gather it, for two countries by their codes or names. Raises what `marsad.relations.dyad.dyad` raises."""
    days = _days(store, period(since, until))
    relation = dyad(store, a, b, since=days.first, until=days.last, by="day", sources=(OWN,))
    pair = {relation.a, relation.b}
    outside = {
        row.id: row
        for side in sorted(pair)
        for row in store.timeline(side, since=since, until=until, statuses=("actual",), limit=None).rows
        if row.quad in _HOSTILE and _is_from_outside(row, pair)
    }
    both = store.timeline(relation.a, relation.b, since=since, until=until, limit=None).rows
    between = [row for row in both if row.id not in outside]
    kept, pressing = _most_told(between), _most_told(outside.values())
    views = _views(store, kept)
    claimed = tuple(view for view in views if is_claim(view, pair))
    return Brief(
        relation, tuple(view for view in views if view not in claimed), claimed, _views(store, pressing),
        relation.agreements, relation.promises,
        len(between) + len(outside) - len(kept) - len(pressing),
    )  # fmt: skip


def _days(store: Store, asked: Period) -> Period:
    """The days from the first to the last article of a period: what articles recall or foresee is told of, but no day
    of news. The period itself where no article is of it."""
    with store.reading() as connection:
        found = census(connection, asked)
    return Period(found.first, found.last) if found.first else asked


def _is_from_outside(row: Occurrence, pair: set[str]) -> bool:
    """Whether others act against one of the two, or both."""
    actors = countries(row.actors)
    return bool(actors) and not actors & pair and bool(countries(row.recipients) & pair)


def _most_told(rows: Iterable[Occurrence]) -> list[Occurrence]:
    """Not too many, in order of time; what has no day comes last."""
    chosen = sorted(rows, key=lambda row: (-row.tellings, row.day or "9", row.id))[:MOST]
    return sorted(chosen, key=lambda row: (row.day or "9", row.id))


def _views(store: Store, rows: Sequence[Occurrence]) -> tuple[HappeningView, ...]:
    from marsad.store.queries.show import HappeningView

    found = (store.show(row.id) for row in rows)
    return tuple(view for view in found if isinstance(view, HappeningView))


def is_claim(view: HappeningView, pair: set[str]) -> bool:
    """Whether it stands on the word of others alone: each telling names who says so, and none of them is of the two."""
    return all(telling.according_to and not countries(telling.according_to) & pair for telling in view.tellings)
