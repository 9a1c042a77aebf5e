"""Sides of an event: the entities that act and those acted upon, and the place, from the noun phrases of its frame."""

from __future__ import annotations

from typing import NamedTuple

from marsad.lexicon.lexicon import Sense
from marsad.reading.frames.matcher import Filled
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry

_PLACED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "CONSULT", "SANCTION", "AID", "PROTEST"})
_JOINT = frozenset({"CONSULT", "AGREE"})


class Sides(NamedTuple):
    """Who stands on which side, and where."""

    actors: list[str]
    recipients: list[str]
    place: Chunk | None


def sides_of(filled: Filled, sense: Sense, registry: Registry) -> Sides:
    """The sides of a filled frame of the word `sense`; all who meet or agree are actors."""
    joint = filled.sense.type in _JOINT
    actors = _entities(filled.actors, False, registry)
    recipients = [r for r in _entities(filled.recipients, filled.sense.type in _PLACED, registry) if r not in actors]
    place = next((c for c in filled.places + filled.recipients if c.place is not None), None)
    if not joint:
        return Sides(actors, recipients, place)
    place = _named_after_place(sense, filled) or place
    if place is not None and place in filled.actors:
        return Sides([], [], place)
    # an interview is no meeting of states
    return Sides([e for e in actors + recipients if not e.startswith("media:")], [], place)


def _named_after_place(sense: Sense, filled: Filled) -> Chunk | None:
    """`اتفاق فيينا`, `محادثات جنيف`: a capital alone after a meeting or deal is where it took place."""
    if sense.lemma.kind == "verb" or filled.sense.mode == "visit" or filled.recipients or len(filled.actors) != 1:
        return None
    chunk = filled.actors[0]
    return chunk if filled.rules[:1] == ["gen=A"] and chunk.place is not None and chunk.by == "metonym" else None


def _entities(chunks: list[Chunk], places: bool, registry: Registry) -> list[str]:
    found: list[str] = []
    for chunk in chunks:
        names = chunk.ents
        if not names and places and chunk.country:
            names = [registry.known(f"state:{chunk.country}")]
        found += [n for n in names if n not in found]
    return found
