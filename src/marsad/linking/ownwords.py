"""The words of an article itself, without the furniture of its page: headline and body, each word as its search key."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from marsad.language.arabic.searchwords import keyed_words
from marsad.records import Article, Span

HEADLINE = -1
"""The place of what stands in the headline."""


class OwnWords(NamedTuple):
    """Headline and body as search keys in their order, the offsets of the body's words, and where the body begins."""

    headline: tuple[str, ...]
    body: tuple[str, ...]
    starts: Sequence[int]
    body_start: int

    @property
    def all(self) -> tuple[str, ...]:
        """Headline and body."""
        return self.headline + self.body

    def place(self, offset: int) -> int:
        """The number of the body's word at an offset of the text, or `HEADLINE`."""
        return HEADLINE if offset < self.body_start else bisect_left(self.starts, offset)


@lru_cache(maxsize=4)
def own_words(article: Article) -> OwnWords:
    """The words of an article. Its headline is its title, which the text mostly begins with."""
    title = article.title.strip()
    start = len(title) if title and article.text.startswith(title) else 0
    words = keyed_words(article.text)
    keys: list[str] = []
    starts: list[int] = []
    for first, last in _stretches(article.furniture, start, len(article.text)):
        stretch = slice(bisect_left(words.starts, first), bisect_left(words.starts, last))
        keys += words.keys[stretch]
        starts += words.starts[stretch]
    return OwnWords(tuple(keyed_words(title).keys), tuple(keys), starts, start)


def _stretches(furniture: Sequence[Span], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a text between two offsets that lie outside all furniture."""
    spans = sorted((s.start, s.end) for s in furniture if s.end > start and s.start < end)
    reached = accumulate((stop for _, stop in spans), max, initial=start)
    firsts = list(reached)
    lasts = [first for first, _ in spans] + [end]
    return [(first, last) for first, last in zip(firsts, lasts, strict=True) if first < last]
