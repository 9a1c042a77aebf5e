"""The place in an article's text that a search hit, in the article's own words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from marsad.language.arabic.fold import fold
from marsad.language.arabic.searchwords import placed_words, search_key
from marsad.store.queries.searchquery import Term

WIDTH = 200
"""Characters of a snippet, more or less: it begins and ends at words."""
_BEFORE = 50
_TELLING = 3
"""First letters of a key by which most words that have it can be told without looking for the key of each."""

Stretch = tuple[int, int]


class Snippet(NamedTuple):
    """Characters `start` to `end` of an article, and the stretches of the article in them that were hit; `cut` if the
    article goes on.
    """

    start: int
    end: int
    text: str
    hits: tuple[Stretch, ...]
    cut: bool = False


class _Hit(NamedTuple):
    start: int
    end: int
    term: Term


def snippet(text: str, terms: Collection[Term], passed_over: Sequence[Stretch] = ()) -> Snippet:
    """The stretch of the text in which most of the terms stand, the first of several, with every hit in it. Hits in
    `passed_over` (the title, the page's furniture) lead to it if there are no others; a text without any gives its
    beginning.
    """
    words = list(placed_words(text))
    hits = list(_hits(words, terms, likely=True)) or list(_hits(words, terms, likely=False))
    hits = [h for h in hits if not any(a <= h.start < b for a, b in passed_over)] or hits
    best = min(hits, key=lambda hit: _worth(hit, hits), default=None)
    first = _word_start(text, best.start - _BEFORE if best else 0)
    last = _word_end(text, first + WIDTH)
    shown = [word for word in words if first <= word[0] and word[1] <= last]
    inside = tuple(dict.fromkeys((h.start, h.end) for h in _hits(shown, terms, likely=False)))
    return Snippet(first, last, text[first:last], inside, last < len(text.rstrip()))


def _hits(words: Sequence[tuple[int, int, str]], terms: Collection[Term], likely: bool) -> Iterator[_Hit]:
    """Where terms stand; with `likely` only those whose first word begins as its key does, or holds that beginning."""
    beginnings = {term[0][:_TELLING] for term in terms}
    for place, (start, _, word) in enumerate(words):
        if likely and not any(b in fold(word) for b in beginnings):
            continue
        key = search_key(word)
        for term in terms:
            if term[0] != key or place + len(term) > len(words):
                continue
            rest = words[place + 1 : place + len(term)]
            if all(search_key(w) == k for (_, _, w), k in zip(rest, term[1:], strict=True)):
                yield _Hit(start, rest[-1][1] if rest else words[place][1], term)


def _worth(hit: _Hit, hits: Sequence[_Hit]) -> tuple[int, int]:
    """The less, the better a snippet that begins with the hit: how many terms stand in it, and how early it is."""
    last = hit.start + WIDTH - _BEFORE
    return -len({h.term for h in hits if hit.start <= h.start and h.end <= last}), hit.start


def _word_start(text: str, near: int) -> int:
    if near <= 0:
        return 0
    while near > 0 and not text[near - 1].isspace():
        near -= 1
    return near


def _word_end(text: str, near: int) -> int:
    end = min(near, len(text))
    while end < len(text) and not text[end].isspace():
        end += 1
    return end
