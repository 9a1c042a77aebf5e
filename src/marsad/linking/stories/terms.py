"""What an article is about: who is in it and who speaks, what happened on which day, its numbers, its words.

Each of these is a term with a weight. A term counts the more the less usual it is, by static weights, the earlier it
stands, and the more often; newswire puts what is new first.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from marsad.linking.ownwords import HEADLINE, OwnWords, own_words
from marsad.linking.wordweights import word_weight
from marsad.records import Event, Reading

IN_HEADLINE = 1.5
AT_START, FADING, LATER = 1.0, 60, 0.05
"""How much a place counts: in the headline; at the start of the body, from where it fades with every word to 1/e of
it after so many; and what the last word still counts."""
ENTITY = {"person": 7.0, "state": 3.5, "org": 2.3, "group": 0.7, "bloc": 0.7}
"""A man tells more than a state, which hundreds of articles a day name."""
SPEAKER = {"org": 11.5, "state": 7.0, "group": 7.0}
"""Who speaks for an organisation, a state or a crowd; a person who speaks is named anyway."""
EVENT_DAY, DAY, QUANTITY = 7.0, 7.0, 7.0
NUMBER, ROUND_NUMBER = 4.6, 2.3
"""A number without a unit; one of at most two digits, or a year, stands in many reports."""
_IN_NAME = {"person": 0.0, "org": 0.5, "media": 0.2, "bloc": 0.3}
"""What the words of a name still count beside the entity that they name."""


class Term(NamedTuple):
    """A term at a place, with what it weighs there before prominence."""

    name: str
    weight: float
    place: int


def terms(reading: Reading) -> dict[str, float]:
    """The terms of an article by their name, each with its share of what the article is about: the squares of all
    shares add up to 1."""
    words = own_words(reading.article)
    seen: dict[str, float] = {}
    weights: dict[str, float] = {}
    for name, weight, place in _all_terms(reading, words):
        if weight > 0:
            seen[name] = seen.get(name, 0.0) + prominence(place)
            weights[name] = max(weight, weights.get(name, 0.0))
    shares = {name: math.log1p(2 * often) * weights[name] for name, often in seen.items()}
    length = math.sqrt(sum(share * share for share in shares.values())) or 1.0
    return {name: share / length for name, share in shares.items()}


def prominence(place: int) -> float:
    """How much what stands at a place of the body, or in the headline, tells of what the article is about."""
    return IN_HEADLINE if place == HEADLINE else AT_START * math.exp(-place / FADING) + LATER


def _all_terms(reading: Reading, words: OwnWords) -> Iterator[Term]:
    yield from _words(reading, words)
    yield from _entities(reading, words.place)
    for event in reading.events:
        yield from _event(event, words.place(event.trigger.start))


def _words(reading: Reading, words: OwnWords) -> Iterator[Term]:
    """Words and numbers; those of names less, since whom they name is a term itself."""
    less = _name_words(reading)
    for place, key in _placed(words):
        yield Term(key, _number(key) if key[:1].isdigit() else word_weight(key) * less.get(key, 1.0), place)


def _placed(words: OwnWords) -> Iterator[tuple[int, str]]:
    yield from ((HEADLINE, key) for key in words.headline)
    yield from enumerate(words.body)


def _number(key: str) -> float:
    return ROUND_NUMBER if len(key) <= 2 or (len(key) == 4 and key[:2] in ("14", "19", "20")) else NUMBER


def _name_words(reading: Reading) -> dict[str, float]:
    from marsad.language.arabic.searchwords import search_words

    kinds = {e.id: e.kind for e in reading.entities}
    less: dict[str, float] = {}
    for mention in reading.mentions:
        factor = _IN_NAME.get(kinds.get(mention.entity, ""))
        if factor is not None and mention.by in ("name", "metonym"):
            for key in search_words(mention.span.text).split():
                less[key] = min(factor, less.get(key, 1.0))
    return less


def _entities(reading: Reading, place: Callable[[int], int]) -> Iterator[Term]:
    """Everybody at each mention, and who speaks at each statement."""
    kinds = {e.id: e.kind for e in reading.entities}
    for mention in reading.mentions:
        yield Term(mention.entity, ENTITY.get(kinds.get(mention.entity, ""), 0.0), place(mention.span.start))
    for statement in reading.statements:
        weight = SPEAKER.get(kinds.get(statement.speaker, ""), 0.0)
        yield Term(f"says {statement.speaker}", weight, place(statement.content.start))


def _event(event: Event, place: int) -> Iterator[Term]:
    """The day of an event, with its type and alone, and its quantities."""
    if event.time and len(event.time) == len("2015-07-24"):
        yield Term(f"{event.type} {event.time}", EVENT_DAY, place)
        yield Term(f"on {event.time}", DAY, place)
    for quantity in event.quantities:
        yield Term(f"{quantity.value:g} {quantity.unit}", QUANTITY, place)
