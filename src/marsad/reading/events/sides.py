"""Sides of an event: the entities that act and those acted upon, and the place, from the noun phrases of its frame."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from marsad.lexicon.lexicon import Sense
from marsad.reading.frames.matcher import Filled
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry

_PLACED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "CONSULT", "SANCTION", "AID", "PROTEST"})
_AT_TARGET = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "CONSULT", "PROTEST"})
"""Types of acts that take place where a capital lies that they are aimed at; sanctions on طهران do not."""
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
    targets = _as_places(filled.recipients) if filled.sense.type == "ASSAULT" else filled.recipients
    recipients = [r for r in _entities(targets, filled.sense.type in _PLACED, registry) if r not in actors]
    at_target = [c for c in filled.recipients if c.by != "metonym" or filled.sense.type in _AT_TARGET]
    place = next((c for c in filled.places + at_target if c.place is not None), None)
    if not joint:
        return Sides(actors, recipients, place)
    place = _named_after_place(sense, filled) or place
    if place is not None and place in filled.actors:
        return Sides([], [], place)
    # an interview is no meeting of states, nor what the papers talk of
    return Sides([e for e in actors + recipients if not registry.is_media(e)], [], place)


def _as_places(chunks: list[Chunk]) -> list[Chunk]:
    """`تفجيرات بروكسل`: a capital that is attacked is that place, not whom else its name stands for."""
    return [replace(c, ents=[]) if c.by == "metonym" and c.place is not None and c.head == "org" else c for c in chunks]


def _named_after_place(sense: Sense, filled: Filled) -> Chunk | None:
    """`اتفاق فيينا`, `محادثات جنيف`: a capital alone after a meeting or deal is where it took place."""
    if sense.lemma.kind == "verb" or filled.sense.mode == "visit" or filled.recipients or len(filled.actors) != 1:
        return None
    chunk = filled.actors[0]
    return chunk if filled.rules[:1] == ["gen=A"] and chunk.place is not None and chunk.by == "metonym" else None


def _entities(chunks: list[Chunk], places: bool, registry: Registry) -> list[str]:
    found: list[str] = []
    for chunk in chunks:
        names = [e for e in chunk.ents if not registry.is_text(e)]
        country = chunk.country or (chunk.place.country if chunk.place is not None else None)
        if not names and places and country:
            names = [registry.known(f"state:{country}")]
        found += [n for n in names if n not in found]
    return found
