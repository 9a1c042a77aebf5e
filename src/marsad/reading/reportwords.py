"""The words around reports and their texts, from the table beside this module."""

from __future__ import annotations

from functools import cache

from marsad.language.arabic.fold import fold
from marsad.lexicon.tables import DATA, read_table

_TABLE = DATA.parents[1] / "reading" / "data" / "report_words.tsv"


@cache
def report_words(use: str) -> frozenset[str]:
    """The folded words of one use in `report_words.tsv`."""
    return _by_use()[use]


@cache
def _by_use() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table(_TABLE):
        found.setdefault(row["use"], set()).add(fold(row["word"]))
    return {use: frozenset(words) for use, words in found.items()}
