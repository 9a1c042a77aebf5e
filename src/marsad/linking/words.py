"""What words tell when events are compared: stems without those that stand in every report, and turning words."""

from __future__ import annotations

from functools import cache

from marsad.language.arabic.searchwords import search_key, search_words
from marsad.linking.tables import rows
from marsad.linking.wordweights import word_weight, word_weights

_SHORTEST = 3
_COMMON, _RARE = 2.5, 4.6
"""Word weights of what stands in eight articles of a hundred, and in one."""
USUAL_WEIGHT = 0.4
"""What a stem counts that stands in one of a hundred articles or more; a rarer one counts 1."""


def stems(text: str) -> list[str]:
    """The stems of a text that tell something, in their order."""
    keys = search_words(text).split()
    return [key for key in keys if len(key) >= _SHORTEST and word_weight(key) >= _COMMON]


def is_rare(stem: str) -> bool:
    """Whether a stem stands in few articles."""
    return stem not in _usual()


def weight(several: frozenset[str]) -> float:
    """How much some stems tell together."""
    return len(several) - (1 - USUAL_WEIGHT) * len(several & _usual())


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter text's stems, by weight, that the other has too."""
    less = min(weight(a), weight(b))
    return weight(a & b) / less if less else 0.0


def turns(text: str) -> tuple[str, ...]:
    """What the words of a text make of a plan or an agreement (`postpone`, `cancel`, `suspend` …), each once; nothing
    where a negation stands among them."""
    keys = set(search_words(text).split())
    told = {turn for turn, wanted in _turn_words() if wanted <= keys}
    return () if "not" in told else tuple(sorted(told))


@cache
def _usual() -> frozenset[str]:
    return frozenset(stem for stem, weight in word_weights().items() if weight < _RARE)


@cache
def _turn_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """The turns with the search keys of the words that tell them together."""
    words = [(turn, word) for turn, several in rows("turns.tsv") for word in several.split()]
    return tuple((turn, frozenset(map(search_key, word.split("+")))) for turn, word in words)
