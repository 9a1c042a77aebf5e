"""What an article is about: who is in it and who speaks, what happened on which day, its numbers, its words.

Each of these is a term with a weight. A term counts the more the less usual it is, by static weights, the earlier it
stands, and the more often; newswire puts what is new first.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from marsad.linking.ownwords import HEADLINE, OwnWords, own_words
from marsad.linking.wordweights import word_weight, word_weights
from marsad.records import Event, Reading

Terms = Mapping[str, float]
Told = tuple[str, float, int]
"""A term other than a word: its name, what it weighs, and its place."""

IN_HEADLINE = 2.0
FADING, LATER = 60, 0.05
"""How much a place counts: 1 at the start of the body, fading to 1/e of it in so many words; what the last one has."""
ENTITY = {"person": 4.5, "state": 3.5, "org": 2.3}
"""What it tells that an entity is named, beside the words of its name, which it has not always (`نظيره التركي`)."""
SPEAKER = {"org": 8.0, "group": 7.0, "state": 4.0}
"""Who speaks, if it is not a person, who is named anyway."""
EVENT_DAY, DAY, QUANTITY = 7.0, 3.0, 3.0
NUMBER, USUAL_NUMBER = 7.0, 2.3
"""A number without its unit; one of at most two digits, or a year, stands in many reports."""
_YEARS = ("13", "14", "19", "20")


def terms(reading: Reading) -> dict[str, float]:
    """The terms of an article by name, each with its share of what the article is about: the squares of all shares add
    up to 1."""
    words = own_words(reading.article)
    seen = _words(words)
    known = word_weights()
    weights = {key: (len(key) > 2 and known.get(key)) or _weight(key) for key in seen}
    for name, weight, place in _told(reading, words):
        if weight:
            seen[name] = seen.get(name, 0.0) + prominence(place)
            weights[name] = weight
    shares = {name: math.log1p(2 * often) * weight for name, often in seen.items() if (weight := weights[name])}
    length = math.sqrt(sum(share * share for share in shares.values())) or 1.0
    return {name: share / length for name, share in shares.items()}


def prominence(place: int) -> float:
    """How much what stands at a place of the body, or in the headline, tells of what the article is about."""
    return IN_HEADLINE if place == HEADLINE else math.exp(-place / FADING) + LATER


_BY_PLACE = [prominence(place) for place in range(10 * FADING)]


def _words(words: OwnWords) -> dict[str, float]:
    """Each word and number with the prominence of all its places together."""
    seen: dict[str, float] = {}
    for key in words.headline:
        seen[key] = seen.get(key, 0.0) + IN_HEADLINE
    for key, counts in zip(words.body, _BY_PLACE, strict=False):
        seen[key] = seen.get(key, 0.0) + counts
    for key in words.body[len(_BY_PLACE) :]:
        seen[key] = seen.get(key, 0.0) + LATER
    return seen


def _weight(key: str) -> float:
    if not key[:1].isdigit():
        return word_weight(key)
    is_usual = len(key) <= 2 or (len(key) == 4 and key.startswith(_YEARS))
    return USUAL_NUMBER if is_usual else NUMBER


def _told(reading: Reading, words: OwnWords) -> Iterator[Told]:
    """Everybody at each mention, who speaks at each statement, and what tells of each event."""
    kinds = {e.id: e.kind for e in reading.entities}
    for mention in reading.mentions:
        yield mention.entity, ENTITY.get(kinds.get(mention.entity, ""), 0.0), words.place(mention.span.start)
    for statement in reading.statements:
        weight = SPEAKER.get(kinds.get(statement.speaker, ""), 0.0)
        yield f"says {statement.speaker}", weight, words.place(statement.content.start)
    for event in reading.events:
        yield from _event(event, words.place(event.trigger.start))


def _event(event: Event, place: int) -> Iterator[Told]:
    """The day of an event, with its type and alone, and its quantities."""
    if event.time and len(event.time) == len("2015-07-24"):
        yield f"{event.type} {event.time}", EVENT_DAY, place
        yield f"on {event.time}", DAY, place
    for quantity in event.quantities:
        yield f"{quantity.value:g} {quantity.unit}", QUANTITY, place
