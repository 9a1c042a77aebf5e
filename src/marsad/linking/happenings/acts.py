"""What two acts must have in common, whether single events or whole happenings: type, mode, parties."""

from __future__ import annotations

from typing import Protocol

from marsad.linking.happenings.parties import fit, kind_of
from marsad.linking.happenings.told import Party
from marsad.records import SYMMETRIC_TYPES

_APART = {
    frozenset(pair)
    for pair in (
        ("phone", "visit"), ("phone", "multilateral"), ("aerial", "firearms"), ("aerial", "suicide-attack"),
        ("firearms", "explosives"), ("aerial", "abduct"), ("firearms", "abduct"), ("explosives", "abduct"),
        ("torture", "aerial"), ("arrest", "seize"), ("arrest", "restrict"), ("convict", "expel"),
    )
}  # fmt: skip
"""Modes that are never told of one event."""


class Act(Protocol):
    """An event of one article, or a happening."""

    @property
    def type(self) -> str:
        """PLOVER type."""

    @property
    def mode(self) -> str:
        """PLOVER mode, empty if none."""

    @property
    def actors(self) -> tuple[Party, ...]:
        """Those who act."""

    @property
    def recipients(self) -> tuple[Party, ...]:
        """Those who are acted on."""

    @property
    def parties(self) -> tuple[Party, ...]:
        """All who take part."""


def modes_fit(a: Act, b: Act) -> bool:
    """Whether the modes may be of one event. A visit is a meeting only of the very same people (a reception)."""
    if "visit" in (a.mode, b.mode) and a.mode != b.mode and not same_ids(a, b):
        return False
    return frozenset((a.mode, b.mode)) not in _APART


def same_ids(a: Act, b: Act) -> bool:
    """Whether the parties of one are all among those of the other, by their ids."""
    ids, others = ({p.entity for p in act.parties} for act in (a, b))
    return len(ids & others) > 1 and (ids <= others or others <= ids)


def parties_in_common(a: Act, b: Act) -> float | None:
    """What it tells that two acts of one type have parties in common; None if one names somebody on a side who is not
    among those that the other names there. A side on which one of them names nobody tells nothing.
    """
    if a.type in SYMMETRIC_TYPES:
        if not _is_same_traveller(a, b):
            return None
        fits = [fit(a.parties, b.parties)]
    else:
        fits = [fit(a.actors, b.actors), fit(a.recipients, b.recipients)]
    if any(side.missing for side in fits):
        return None
    return sum(side.tells for side in fits)


def _is_same_traveller(a: Act, b: Act) -> bool:
    """Whether two visits may have the same visitor: each leader stands for his state, but one visit is to the one's
    and one to the other's."""
    if "visit" not in (a.mode, b.mode):
        return True
    people, others = ({p.entity for p in act.parties if kind_of(p.entity) == "person"} for act in (a, b))
    return not people or not others or bool(people & others)
