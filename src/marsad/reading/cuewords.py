"""The words by which dates, eras and outlets are found, from the tables beside this module."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from marsad.language.arabic.fold import fold
from marsad.language.arabic.intervals import Interval
from marsad.lexicon.tables import DATA, read_table, values

_TABLES = DATA.parents[1] / "reading" / "data"
_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


@cache
def cue_values(kind: str) -> dict[str, str]:
    """The folded words of a class of `date_cues.tsv`, with their values."""
    return {fold(r["word"]): r.get("value", "") for r in read_table(_TABLES / "date_cues.tsv") if r["class"] == kind}


@cache
def cues(kind: str) -> frozenset[str]:
    """The folded words of a class, alone and after و, ف, ب, ل."""
    words = cue_values(kind)
    return frozenset(particle + word for word in words for particle in _PARTICLES)


class Era(NamedTuple):
    """Something with a beginning; see the head of `eras.tsv`."""

    id: str
    en: str
    start: date
    use: frozenset[str]
    needs: frozenset[str]
    hosts: frozenset[str]


class Edition(NamedTuple):
    """A dated world event."""

    start: date
    end: date


class Phrases[T]:
    """Names of one or more words, to be found at any token of a text, with what they may mean.

    A name means also what any longer name means that begins with it: أولمبياد بكين may be the winter games of Beijing.
    """


@cache
def eras() -> dict[str, list[tuple[tuple[str, ...], tuple[Era, ...]]]]:
    """Eras by the first word of their names (with any particle), the longest name first."""
    found: dict[tuple[str, ...], list[Era]] = {}
    for row in read_table(_TABLES / "eras.tsv"):
        era = Era(
            row["id"], row["en"], date.fromisoformat(row["start"]), frozenset(row["use"].split()),
            _folded(row["with"]), _folded(row["hosts"]),
        )  # fmt: skip
        for name in values(row["names"]):
            found.setdefault(tuple(fold(name).replace("-", " - ").split()), []).append(era)
    return _by_first_word((words, tuple(meant)) for words, meant in found.items())
