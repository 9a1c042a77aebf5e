"""The words by which dates, eras and outlets are found, from the tables beside this module."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from marsad.language.arabic.fold import fold
from marsad.language.arabic.intervals import Interval
from marsad.language.arabic.tokens import tokenise
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


_T = TypeVar("_T")
Words = tuple[str, ...]
Phrases = dict[str, list[tuple[Words, tuple[_T, ...]]]]
"""Names by their first word with any particle: the words after it and what they mean, the longest name first."""


@cache
def eras() -> Phrases[Era]:
    """The eras by their names."""
    found: dict[Words, list[Era]] = {}
    for row in read_table(_TABLES / "eras.tsv"):
        era = Era(
            row["id"], row["en"], date.fromisoformat(row["start"]), frozenset(row["use"].split()),
            _folded(row["with"]), _folded(row["hosts"]),
        )  # fmt: skip
        for name in values(row["names"]):
            found.setdefault(_words(name), []).append(era)
    return _by_first_word((words, tuple(meant)) for words, meant in found.items())


@cache
def war_hosts() -> dict[str, tuple[Era, ...]]:
    """The wars fought in a country, by its folded name."""
    known = {era for phrases in eras().values() for _, meant in phrases for era in meant}
    hosts: dict[str, list[Era]] = {}
    for era in sorted(known, key=lambda e: e.id):
        for host in era.hosts:
            hosts.setdefault(host, []).append(era)
    return {host: tuple(wars) for host, wars in hosts.items()}


@lru_cache(maxsize=4)
def editions(rows: tuple[tuple[str, str, str, str], ...]) -> Phrases[Edition]:
    """World events by their names. A name means also what any longer name means that begins with it: أولمبياد بكين may
    be the winter games of Beijing, and a summit without its year any of those at that place.
    """
    meant: dict[Words, set[Edition]] = {}
    names: set[Words] = set()
    for start, end, name, variants in rows:
        edition = Edition(Interval.parse(start).start, Interval.parse(end).end)
        for words in map(_words, (name, *values(variants))):
            names.add(words)
            for length in range(1, len(words) + 1):
                meant.setdefault(words[:length], set()).add(edition)
    return _by_first_word((words, tuple(sorted(meant[words]))) for words in sorted(names))


def phrase_at(phrases: Phrases[_T], folded: list[str], i: int) -> tuple[tuple[_T, ...], int] | None:
    """What the longest name at token `i` means, and the token after it."""
    for rest, meant in phrases.get(folded[i], ()):
        if tuple(folded[i + 1 : i + 1 + len(rest)]) == rest:
            return meant, i + 1 + len(rest)
    return None


def _by_first_word(names: Iterable[tuple[Words, tuple[_T, ...]]]) -> Phrases[_T]:
    found: Phrases[_T] = {}
    for words, meant in names:
        for spelling in _spellings(words[0]):
            found.setdefault(spelling, []).append((words[1:], meant))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


def _spellings(first: str) -> set[str]:
    joined = {particle + first for particle in _PARTICLES}
    return joined | ({"لل" + first[2:], "ولل" + first[2:]} if first.startswith("ال") else set())


def _words(name: str) -> Words:
    """The tokens of a name."""
    return tuple(tokenise(name).folded)


def _folded(cell: str) -> frozenset[str]:
    return frozenset(map(fold, values(cell)))
