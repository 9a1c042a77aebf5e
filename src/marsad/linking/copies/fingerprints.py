"""The fingerprint of a text: a sample of its runs of words, the same runs in every text that has them.

A run (shingle) is sampled by its own hash (Broder 1997, "On the resemblance and containment of documents"), so that the
share of one sample that lies in another estimates the share of the text: also where one text is a part of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from heapq import nsmallest

from marsad.store.ids import stable_id

RUN = 4
"""Words in a run."""
ONE_IN = 4
"""One run in so many is in the sample."""
LEAST = 12
"""Of a short text so many are, those with the smallest hashes."""
_MASK = (1 << 63) - 1
_FACTOR = 6364136223846793005
"""Knuth's multiplier for linear congruential generators of 64 bits (MMIX)."""


def fingerprint(words: Sequence[str]) -> tuple[int, ...]:
    """The sampled runs of a text's words as ascending numbers of 63 bits."""
    hashes = set(_runs(words))
    sampled = {h for h in hashes if (h >> 20) % ONE_IN == 0}
    return tuple(sorted(sampled.union(nsmallest(LEAST, hashes))))


def _runs(words: Sequence[str]) -> list[int]:
    if len(words) < RUN:
        return []
    firsts, seconds, thirds, fourths = zip(*map(_numbers, words), strict=True)
    runs = []
    for a, b, c, d in zip(firsts, seconds[1:], thirds[2:], fourths[3:], strict=False):
        mixed = (a + b + c + d) & _MASK
        runs.append((mixed ^ (mixed >> 29)) * _FACTOR & _MASK)
    return runs


@lru_cache(maxsize=1 << 17)
def _numbers(word: str) -> tuple[int, int, int, int]:
    """What a word adds to the hash of a run as its first, second, third and last word (a polynomial hash)."""
    number = stable_id(word)
    first, second, third = (number * _FACTOR**power & _MASK for power in (3, 2, 1))
    return first, second, third, number


def common(a: Sequence[int], b: Sequence[int]) -> int:
    """How many runs two fingerprints share."""
    return len(set(a).intersection(b))
