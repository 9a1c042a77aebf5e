"""Which statements are worth comparing: those of one speaker that share a rare word and are told within days of each
other, or that share rare words side by side, whenever they are told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from marsad.linking.echoes.sayings import Saying
from marsad.linking.echoes.wording import Word, wording

Key = tuple[str | int, ...]

NEAR = 2
"""Days within which a statement is told again in other words."""
_RARE = 3.0
"""The weight from which a word is rare enough: it stands in less than one of twenty articles."""
_RARE_WORDS, _RARE_PAIRS = 4, 5
_PAIR = 8.5
"""The weight from which two neighbouring words together are."""


def keys(saying: Saying) -> Iterator[Key]:
    """The keys of one statement, not yet made into numbers."""
    words = wording(saying.text, saying.names).words
    for speaker in {saying.speaker, saying.state} - {""}:
        if saying.days is not None:
            for period in periods(saying.days.first, saying.days.last):
                yield from ((speaker, word, period) for word in _rarest(words))
        yield from ((speaker, first, second) for first, second in _pairs(words))


@lru_cache(maxsize=1 << 10)
def periods(first: int, last: int) -> tuple[int, ...]:
    """Numbers of days such that two days up to `NEAR` apart, or stretches of days that meet, have one in common. Two
    rows of periods of twice that length lie across each other; long stretches have none."""
    if last - first > 4 * NEAR:
        return ()
    length = 2 * NEAR
    days = range(first, last + 1)
    return tuple(sorted({2 * ((day + shift) // length) + (shift > 0) for day in days for shift in (0, NEAR)}))


def _rarest(words: tuple[Word, ...]) -> list[str]:
    """The rarest words but names: a speaker names the same few again and again."""
    rare = {word.key: word.weight for word in words if word.weight >= _RARE and word.bare}
    return sorted(rare, key=lambda key: (-rare[key], key))[:_RARE_WORDS]


def _pairs(words: tuple[Word, ...]) -> list[tuple[str, str]]:
    """The rarest neighbours, each pair in the order of the alphabet: translators put words in another order."""
    pairs: dict[tuple[str, str], float] = {}
    for a, b in pairwise(words):
        if a.key != b.key and a.weight + b.weight >= _PAIR:
            pairs[min(a.key, b.key), max(a.key, b.key)] = a.weight + b.weight
    return sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:_RARE_PAIRS]
