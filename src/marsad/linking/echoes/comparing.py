"""How much of one statement's wording stands in another's, and whether the two contradict each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from typing import NamedTuple

from marsad.linking.echoes.sayings import Saying
from marsad.linking.echoes.wording import Word, Wording, figures, wording

FORM_OF_SAME = 0.8
"""What a word counts whose consonants alone are found in the other statement."""
ALIKE = 0.6
"""The share of words in common from which one negation more makes another statement of it."""
NEXT = 2
"""Words so near each other are neighbours: translators put two adjectives, or two nouns, in another order."""
_SLACK = 1.5
"""A statement is looked for in a stretch of the other that is so many times as long in words."""
_MORE = 3


class Match(NamedTuple):
    """What of the shorter statement stands in the longer: `share` of its weight, 0 to 1; `joined` is the share of its
    neighbouring pairs of words that are neighbours there too; `words` how many words were found, and from where to
    where (offsets) in the longer one. `contradicts`: a word is negated in one and not in the other."""

    share: float
    joined: float
    words: int
    start: int
    end: int
    contradicts: bool


def common_share(shorter: Wording, longer: Wording) -> float:
    """The share of the shorter statement's weight whose words stand anywhere in the longer: quickly told, and never
    less than what `match` finds."""
    keys = {word.key for word in longer.words}
    bare = {word.bare for word in longer.words if word.bare}
    return sum(word.weight for word in shorter.words if word.key in keys or word.bare in bare) / shorter.weight


def match(shorter: Wording, longer: Wording) -> Match:
    """Finds the words of a statement in the stretch of another where most of their weight is."""
    places = _places(shorter.words, longer.words)
    size = int(_SLACK * len(shorter.words)) + _MORE
    start = _best_start(shorter.words, places, size) if len(longer.words) > size else 0
    return _match_in(shorter, longer.words, places, start, start + size)


def _places(words: Sequence[Word], others: Sequence[Word]) -> list[list[int]]:
    """Where each word stands among the others: by its key, or if nowhere, by its consonants."""
    keys: dict[str, list[int]] = {}
    bare: dict[str, list[int]] = {}
    for j, word in enumerate(others):
        keys.setdefault(word.key, []).append(j)
        if word.bare:
            bare.setdefault(word.bare, []).append(j)
    return [keys.get(word.key) or bare.get(word.bare, []) for word in words]


def _best_start(words: Sequence[Word], places: Sequence[Sequence[int]], size: int) -> int:
    """Where the stretch begins in which the found words weigh most; the first of several."""

    def weight(start: int) -> float:
        return sum(word.weight for word, at in zip(words, places, strict=True) if _in_stretch(at, start, start + size))

    starts = sorted({j for at in places for j in at})
    return max(starts, key=lambda start: (weight(start), -start), default=0)


def _in_stretch(places: Sequence[int], start: int, end: int) -> bool:
    n = bisect_left(places, start)
    return n < len(places) and places[n] < end


def _match_in(shorter: Wording, longer: Sequence[Word], places: Sequence[Sequence[int]], start: int, end: int) -> Match:
    pairs = _pairs(shorter.words, longer, [[j for j in at if start <= j < end] for at in places])
    if not pairs:
        return Match(0.0, 0.0, 0, 0, 0, False)
    inner = longer[min(pairs.values()) : max(pairs.values()) + 1]
    share = sum(_credit(shorter.words[i], longer[j]) for i, j in pairs.items()) / shorter.weight
    joined = sum(abs(pairs[i + 1] - j) <= NEXT for i, j in pairs.items() if i + 1 in pairs)
    contradicts = any({shorter.words[i].negated, longer[j].negated} == {True, False} for i, j in pairs.items())
    return Match(
        share,
        joined / max(1, len(shorter.words) - 1),
        len(pairs),
        inner[0].start,
        inner[-1].end,
        contradicts or (share >= ALIKE and _is_negated(shorter.words) != _is_negated(inner)),
    )


def _pairs(words: Sequence[Word], others: Sequence[Word], places: Sequence[Sequence[int]]) -> dict[int, int]:
    """Which word is which, each once: where it may be one of several, the one next to the last that was found, then one
    that is negated alike."""
    pairs: dict[int, int] = {}
    free = {j for at in places for j in at}
    last = -1
    for i, at in enumerate(places):
        fitting = [j for j in at if j in free]
        if fitting:
            last = min(fitting, key=lambda j: (abs(j - last) != 1, others[j].negated != words[i].negated, j))
            pairs[i] = last
            free.discard(last)
    return pairs


def _credit(word: Word, other: Word) -> float:
    return word.weight * (1.0 if word.key == other.key else FORM_OF_SAME)


def _is_negated(words: Sequence[Word]) -> bool:
    return any(word.negated for word in words)


def agree(a: Saying, b: Saying) -> bool:
    """Whether two statements can be one by their names and numbers: of each, the one that tells fewer tells none that
    the other does not."""
    if not _one_in_other(wording(a.text, a.names).names, wording(b.text, b.names).names):
        return False
    x, y = figures(a.text), figures(b.text)
    return _one_in_other(x.numbers, y.numbers) and _one_in_other(x.ordinals, y.ordinals)


def _one_in_other(a: Set[object], b: Set[object]) -> bool:
    return a <= b or b <= a
