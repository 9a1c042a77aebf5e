"""How much a word tells of what a text is about: weights that are the same in every store.

They are inverse document frequencies counted once in a corpus of news (`scripts/word_weights.py`) and kept as data:
were they counted in the store, each article that comes would change the links of those that are there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from marsad.language.arabic.searchwords import search_words

WEIGHTS = Path(__file__).parent / "data" / "word_weights.tsv"
RAREST = 7.0
"""The weight of a word that is in no list: it stands in less than one of a thousand articles."""
LEAST = 1.5
"""The weight below which a word is a particle, or stands in every fifth article (قال, بلاده)."""


@cache
def word_weights() -> dict[str, float]:
    """The weights by search key; a key that is missing weighs `RAREST`."""
    lines = WEIGHTS.read_text(encoding="utf-8").split("\n")[1:-1]
    return {key: int(tenths) / 10 for key, _, tenths in (line.partition("\t") for line in lines)}


def word_weight(key: str) -> float:
    """The weight of a search key, 0 to `RAREST`; 0 for particles of one or two letters, `RAREST` for numbers."""
    if len(key) < 3 and not key.isdigit():
        return 0.0
    return word_weights().get(key, RAREST)


def content_words(text: str) -> list[str]:
    """The search keys of a text that tell something, in their order."""
    return [key for key in search_words(text).split(" ") if key and word_weight(key) >= LEAST]
