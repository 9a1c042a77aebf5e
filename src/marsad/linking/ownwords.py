"""The words of an article itself, without the furniture of its page: headline and body, each word as its search key."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from marsad.language.arabic.fold import MARKS
from marsad.language.arabic.searchwords import search_key
from marsad.records import Article, Span

HEADLINE = -1
"""The place of what stands in the headline."""
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*|\d+(?:[.,\u066b\u066c]\d+)*")


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
        if offset < self.body_start:
            return HEADLINE
        return bisect_left(self.starts, offset)


@lru_cache(maxsize=4)
def own_words(article: Article) -> OwnWords:
    """The words of an article. The headline is its title, which the text mostly begins with."""
    title = article.title.strip()
    start = len(title) if title and article.text.startswith(title) else 0
    words = [
        (m.start(), search_key(m[0])) for m in _WORD.finditer(article.text) if not _inside(m.start(), article.furniture)
    ]
    body = [(offset, key) for offset, key in words if offset >= start]
    return OwnWords(
        tuple(map(search_key, _WORD.findall(title))),
        tuple(key for _, key in body),
        [offset for offset, _ in body],
        start,
    )


def _inside(offset: int, furniture: Sequence[Span]) -> bool:
    return any(span.start <= offset < span.end for span in furniture)
