"""The words around reports, around acts and before those who do them, from the tables beside this module."""

from __future__ import annotations

from functools import cache

from marsad.language.arabic.fold import fold
from marsad.lexicon.tables import DATA, read_table

_TABLES = DATA.parents[1] / "reading" / "data"
_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


@cache
def report_words(use: str) -> frozenset[str]:
    """The folded words of one use in `report_words.tsv`."""
    return _by_use("report_words.tsv")[use]


@cache
def act_words(use: str) -> frozenset[str]:
    """The folded words of one use in `act_words.tsv`."""
    return _by_use("act_words.tsv")[use]


@cache
def act_forms(use: str) -> frozenset[str]:
    """The folded words of one use in `act_words.tsv`, alone and after particles and the article."""
    words = act_words(use)
    bare = {particle + word for word in words for particle in _PARTICLES}
    definite = {particle + "ال" + word for word in words for particle in _PARTICLES}
    return frozenset(bare | definite | {"لل" + word for word in words} | {"ولل" + word for word in words})


@cache
def topic_words(topic: str) -> frozenset[str]:
    """The folded words of one topic in `topics.tsv`."""
    return _by_use("topics.tsv")[topic]


@cache
def unions() -> dict[str, str]:
    """The organisation for which the name of a continent may stand, by the continent."""
    return {row["bloc"]: row["union"] for row in read_table(_TABLES / "unions.tsv")}


@cache
def _by_use(table: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table(_TABLES / table):
        found.setdefault(row["use"], set()).add(fold(row["word"]))
    return {use: frozenset(words) for use, words in found.items()}
