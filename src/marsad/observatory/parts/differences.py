"""Where the tellings of a happening differ, with who says what."""

from __future__ import annotations

from typing import Any, NamedTuple

from marsad.records import Entity
from marsad.store.queries.entities import in_order
from marsad.store.queries.show import HappeningView
from marsad.store.queries.tellings import Told

_OF_PARTIES = frozenset({"parties", "actors", "recipients"})


class Saying(NamedTuple):
    """An event that gives a value, and the outlet that tells it."""

    event: str
    outlet: str | None


class Value(NamedTuple):
    """One of the values that tellings give (of parties, the `entities`): who tells it, and on whose word."""

    value: str
    entities: tuple[Entity, ...]
    told: tuple[Saying, ...]
    says: tuple[Entity, ...]


class Differs(NamedTuple):
    """A field in which the tellings of a happening differ, of numbers their unit, and the values."""

    field: str
    unit: str
    values: tuple[Value, ...]


def differing(view: HappeningView) -> tuple[Differs, ...]:
    """The differences of a happening, their values by the names that its tellings give."""
    known = {each.id: each for told in view.tellings for each in _everyone(told)}
    outlets = {told.id: told.article.outlet if told.article else None for told in view.tellings}
    return tuple(
        Differs(each.field, each.unit, tuple(_value(each.field, claim, known, outlets) for claim in each.claims))
        for each in view.differences
    )


def _everyone(told: Told) -> tuple[Entity, ...]:
    return (*told.actors, *told.recipients, *told.according_to)


def _value(field: str, claim: dict[str, Any], known: dict[str, Entity], outlets: dict[str, str | None]) -> Value:
    return Value(
        claim["value"],
        in_order(claim["value"].split(", "), known) if field in _OF_PARTIES and claim["value"] else (),
        tuple(Saying(event, outlets.get(event)) for event in claim["events"]),
        in_order(claim.get("says", ()), known),
    )
