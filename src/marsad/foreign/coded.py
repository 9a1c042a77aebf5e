"""An event coded in CAMEO as one in our terms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from marsad.foreign.cells import BadCell
from marsad.foreign.events import ForeignEvent, Party, Role, Source
from marsad.ontology.cameo import CameoCode
from marsad.ontology.plover import quad_class, score


class Side(NamedTuple):
    """Who stands in CAMEO's source or target: the name as it came, our entity, country and sector."""

    name: str
    entity: str | None
    country: str | None
    sector: str


def coded_event(
    source: Source, name: str, day: str, code: CameoCode, first: Side | None, second: Side | None,
    codes: Mapping[str, str], *, place: str | None = None, link: str = "", at: str = "",
) -> ForeignEvent:  # fmt: skip
    """The event of a source (`first`) and a target (`second`); who is visited is PLOVER's recipient, though CAMEO's
    043 has him for its source. Raises `BadCell` if there is neither."""
    actor, recipient = (second, first) if code.hosted else (first, second)
    parties = (*_parties("actor", actor), *_parties("recipient", recipient))
    if not parties:
        raise BadCell("names no actor", "leave the line out")
    return ForeignEvent(
        source, name, day, code.type, code.mode, code.contexts, quad_class(code.type), score(code.type, code.mode),
        parties, codes, place=place, link=link, at=at,
    )  # fmt: skip


@lru_cache(maxsize=1 << 16)
def _parties(role: Role, side: Side | None) -> tuple[Party, ...]:
    return (Party(role, *side),) if side else ()
