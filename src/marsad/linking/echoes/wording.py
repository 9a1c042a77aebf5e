"""A statement's words as they are compared: stems with weights, who is named, what is negated, and its numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from marsad.language.arabic.fold import fold
from marsad.language.arabic.numerals import number_at
from marsad.language.arabic.searchwords import search_key
from marsad.language.arabic.tokens import Tokens, tokenise
from marsad.linking.echoes.skeletons import skeleton
from marsad.linking.tables import rows
from marsad.linking.wordweights import LEAST, word_weight

NAME_WEIGHT = 2.0
"""What a name weighs: as little as a common word, since a speaker names the same few again and again."""
_NEGATED_WITHIN, _MAYBE_WITHIN = 2, 5
"""A negator negates the next content word, at most so many words on; it may negate what comes within so many."""


class Name(NamedTuple):
    """Who or what is named at `start` to `end` of a statement: an entity's id, or `place:` and a word."""

    start: int
    end: int
    entity: str


class Word(NamedTuple):
    """A word that tells something: its search key or the entity that it names, the bare consonants of its key, its
    weight, whether it is negated (None: perhaps), and its place in the text."""

    key: str
    bare: str
    weight: float
    negated: bool | None
    start: int
    end: int


class Wording(NamedTuple):
    """What a statement consists of."""

    words: tuple[Word, ...]
    weight: float
    names: frozenset[str]


class Figures(NamedTuple):
    """The numbers and, apart from them, the ordinals that a statement tells."""

    numbers: frozenset[float]
    ordinals: frozenset[int]


@lru_cache(maxsize=1 << 14)
def wording(text: str, names: tuple[Name, ...] = ()) -> Wording:
    """The words, names and numbers of a statement."""
    tokens = tokenise(text)
    named = _named_tokens(tokens, names)
    words = tuple(_words(tokens, named))
    return Wording(
        words,
        sum(word.weight for word in words),
        frozenset(name.entity for name in names),
    )


@lru_cache(maxsize=1 << 14)
def figures(text: str) -> Figures:
    """The numbers of a statement."""
    tokens = tokenise(text)
    ordinals = _ordinals()
    found = frozenset(ordinals[word] for word in tokens.folded if word in ordinals)
    return Figures(frozenset(_numbers(tokens)), found)


def _named_tokens(tokens: Tokens, names: Sequence[Name]) -> dict[int, str]:
    """The entities that tokens name, by the number of the token; the first name of a token counts."""
    found: dict[int, str] = {}
    for name in names:
        n = bisect_right(tokens.ends, name.start)
        while n < len(tokens) and tokens.starts[n] < name.end:
            found.setdefault(n, name.entity)
            n += 1
    return found


def _words(tokens: Tokens, named: dict[int, str]) -> list[Word]:
    negators, no_negation = _negators()
    found: list[Word] = []
    negated_until = maybe_until = -1
    for n, folded in enumerate(tokens.folded):
        if folded in negators:
            negated_until, maybe_until = n + _NEGATED_WITHIN, n + _MAYBE_WITHIN
        elif folded in no_negation:
            negated_until = maybe_until = -1
        elif n in named:
            if named.get(n - 1) != named[n]:
                found.append(Word(named[n], "", NAME_WEIGHT, None, tokens.starts[n], tokens.ends[n]))
        elif folded.isalpha():
            key = search_key(folded)
            weight = word_weight(key)
            if weight >= LEAST:
                negated = True if n <= negated_until else None if n <= maybe_until else False
                negated_until = -1
                found.append(Word(key, skeleton(key), weight, negated, tokens.starts[n], tokens.ends[n]))
    return found


def _numbers(tokens: Tokens) -> list[float]:
    """The numbers of a text, without one, which is a pronoun as often."""
    found: list[float] = []
    n = 0
    while n < len(tokens):
        number = number_at(tokens, n)
        if number is None:
            n += 1
            continue
        if number.value != 1.0:
            found.append(number.value)
        n = max(number.j, n + 1)
    return found


@cache
def _negators() -> tuple[frozenset[str], frozenset[str]]:
    """The words that negate, with و and ف before them too, and those with which they negate nothing (لا بد)."""
    kinds: dict[str, set[str]] = {}
    for words, kind in rows("negation.tsv"):
        for word in map(fold, words.split()):
            kinds.setdefault(kind, set()).update((word, "و" + word, "ف" + word))
    return frozenset(kinds["negator"]), frozenset(kinds["no-negation"])


@cache
def _ordinals() -> dict[str, int]:
    return {fold(word): int(value) for value, words in rows("ordinals.tsv") for word in words.split()}
