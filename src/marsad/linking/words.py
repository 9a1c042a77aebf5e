"""What words tell when texts are compared: stems without those that stand in every report."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from marsad.language.arabic.searchwords import search_key, search_words
from marsad.linking.tables import rows

_SHORTEST = 3
USUAL_WEIGHT = 0.4
"""What a stem counts that stands in one of a hundred articles or more; a rarer one counts 1."""


def stems(text: str) -> list[str]:
    """The stems of a text that tell something, in their order."""
    common = _ranks()[0]
    return [key for key in search_words(text).split() if key not in common and len(key) >= _SHORTEST]


def is_rare(stem: str) -> bool:
    """Whether a stem stands in few articles."""
    return stem not in _ranks()[1]


def weight(several: Iterable[str]) -> float:
    """How much some stems tell together."""
    usual = _ranks()[1]
    return sum(USUAL_WEIGHT if stem in usual else 1.0 for stem in several)


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
def _ranks() -> tuple[frozenset[str], frozenset[str]]:
    """The stems that stand in nearly every report, and the usual ones."""
    ranks = rows("usual_stems.tsv")
    common, usual = (frozenset(stem for stem, rank in ranks if rank == name) for name in ("common", "usual"))
    return common, usual


@cache
def _turn_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """The turns with the search keys of the words that tell them together."""
    words = [(turn, word) for turn, several in rows("turns.tsv") for word in several.split()]
    return tuple((turn, frozenset(map(search_key, word.split("+")))) for turn, word in words)
