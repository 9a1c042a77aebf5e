"""How far two who take part may be one: the same entity, a leader for his state, an army for its country."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from marsad.linking.happenings.told import Party

_KNOWS = {"person": 3.0, "org": 2.5, "media": 2.0, "state": 1.6, "bloc": 1.4, "group": 1.2}
"""How much it tells that two events have a party of a kind in common."""
_NOBODYS = 0.3
"""The same of a group or an organisation that belongs to nobody (`group:residents`)."""
_FOR_ITS_STATE = 0.6
_IN_ONE_STATE = 0.4


class Sides(NamedTuple):
    """How two lists of parties fit: what it tells that they have parties in common, and how many of the shorter list
    are not in the longer, people of no country (`group:residents`) left aside."""

    tells: float
    missing: int


def fit(a: Sequence[Party], b: Sequence[Party]) -> Sides:
    """Pairs the parties of two lists, the likeliest first."""
    pairs = sorted(
        ((same(p, q), p, q) for p in a for q in b), key=lambda found: (-found[0], found[1].entity, found[2].entity)
    )
    left, right, tells = list(a), list(b), 0.0
    for likeness, p, q in pairs:
        if likeness and p in left and q in right:
            left.remove(p)
            right.remove(q)
            tells += likeness * min(_telling(p), _telling(q))
    return Sides(tells, min(sum(not is_vague(p) for p in rest) for rest in (left, right)))


@lru_cache(maxsize=1 << 16)
def same(a: Party, b: Party) -> float:
    """How likely two parties are one, 0 to 1."""
    if a.entity == b.entity:
        return 1.0
    kinds = {kind_of(a.entity), kind_of(b.entity)}
    if kinds == {"person"}:
        return _one_person(a, b)
    if is_vague(a) or is_vague(b):
        return _IN_ONE_STATE if _description(a) == _description(b) else 0.0
    if not a.country or a.country != b.country:
        return 0.0
    if "state" in kinds:
        return _FOR_ITS_STATE
    return 0.0 if kinds == {"person", "media"} else _IN_ONE_STATE


def _one_person(a: Party, b: Party) -> float:
    """Whether two ids of people may be one: an office without a name (`person:usa-official`), or part of a name."""
    if a.country and b.country and a.country != b.country:
        return 0.0
    if a.country and (unnamed(a) or unnamed(b)):
        return _FOR_ITS_STATE
    names, others = (set(p.entity.partition(":")[2].split("-")) for p in (a, b))
    return 0.8 if names <= others or others <= names else 0.0


def unnamed(party: Party) -> bool:
    """Whether an id is made of an office or a description (`person:usa-official`)."""
    kind, _, name = party.entity.partition(":")
    return kind == "person" and name.startswith((f"{party.country.lower()}-", "former-", "unnamed-"))


def is_vague(party: Party) -> bool:
    """Whether a party is a collective of no country, of which a text may speak as well as of a country's."""
    return kind_of(party.entity) == "group" and not party.country


def _description(party: Party) -> str:
    """What a collective is, whosever it is: `people` of `group:irq-people`."""
    return party.entity.partition(":")[2].removeprefix(f"{party.country.lower()}-")


def kind_of(entity: str) -> str:
    """The kind of an entity: the first part of its id."""
    return entity.partition(":")[0]


def _telling(party: Party) -> float:
    kind = kind_of(party.entity)
    return (
        _NOBODYS
        if kind in ("group", "org") and not party.country and "-" not in party.entity
        else _KNOWS.get(kind, 1.0)
    )
