"""A happening as later articles are held against it: what promises and agreements need to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.linking.days import Days
from marsad.linking.happenings.canonical import best_days, in_order, sides, status_of
from marsad.linking.happenings.told import Party, Told
from marsad.linking.happenings.windows import NEWS


class Occurrence(NamedTuple):
    """One happening: `days` are those of its time as told, `first` and `last` the days on which it was first and last
    told (None: no article has a date)."""

    number: int
    type: str
    mode: str
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    days: Days | None
    first: Days | None
    last: Days | None
    places: frozenset[str]
    words: frozenset[str]
    turns: frozenset[str]
    tellings: tuple[Told, ...]

    @property
    def parties(self) -> tuple[Party, ...]:
        """All who take part, on either side."""
        return self.actors + self.recipients

    @property
    def when(self) -> Days | None:
        """The days on which it was; of news without a time those up to its first telling."""
        if self.days is not None or self.first is None or self.status in ("planned", "possible"):
            return self.days
        return Days(self.first.first - NEWS, self.first.last)


def occurrence_of(tellings: Sequence[Told]) -> Occurrence:
    """What the tellings of one happening say together."""
    ordered = in_order(tellings)
    actors, recipients = sides(tellings)
    dated = [t.published for t in ordered if t.published is not None]
    modes = sorted({t.mode for t in tellings if t.mode})
    return Occurrence(
        number=min(t.item for t in tellings),
        type=ordered[0].type, mode=modes[0] if modes else "", status=status_of(tellings),
        actors=actors, recipients=recipients,
        days=best_days(tellings),
        first=dated[0] if dated else None, last=max(dated, key=lambda d: d.last) if dated else None,
        places=frozenset(t.place for t in tellings if t.place),
        words=frozenset().union(*(t.words for t in tellings)),
        turns=frozenset(turn for t in tellings for turn in t.turns),
        tellings=tuple(ordered),
    )  # fmt: skip
