"""The units that numbers count, by their nouns: measures, times, money, people and things, with their duals, plurals
and currency signs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from marsad.language.arabic.fold import fold
from marsad.language.arabic.numerals import forms, read_table, with_proclitics

_FEMININE = "ه"
_TAA = "ة"


class Unit(NamedTuple):
    """What a noun counts: the unit, how many of it the noun is, its kind, and what a word after it makes of it."""

    unit: str
    factor: float
    kind: str
    plural: bool
    qualifiers: dict[tuple[str, ...], str]


@cache
def units() -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
    """Units by the first word of their nouns, longest noun first, not those that need an adjective to be one."""
    found: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for unit, row in _unit_rows():
        for plural, nouns in ((False, _singulars(row)), (True, _plurals(row))):
            for noun in nouns:
                words = tuple(noun.split())
                entries = found.setdefault(words[0], [])
                needy = [words + q for q in unit.qualifiers] if unit.unit == "-" else [words]
                names = [unit.qualifiers[q] for q in unit.qualifiers] if unit.unit == "-" else [unit.unit]
                known = {words for words, _ in entries}
                entries.extend(
                    (w, unit._replace(unit=name, plural=plural))
                    for w, name in zip(needy, names, strict=True)
                    if w not in known
                )
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def bare_duals() -> dict[str, Unit]:
    """Duals without joined particles."""
    found: dict[str, Unit] = {}
    for unit, row in _unit_rows():
        if row.get("dual", "auto" if unit.unit != "-" and row["singular"][0].isalpha() else "-") != "auto":
            continue
        for noun in row["singular"].split("|"):
            if noun.strip().isalpha() and len(noun.strip()) > 2:
                stem = fold(noun.strip().removesuffix(_TAA) + ("ت" if noun.strip().endswith(_TAA) else ""))
                found = {stem + "ان": unit, stem + "ين": unit} | found
    return found


@cache
def duals() -> dict[str, Unit]:
    """Indefinite duals, particles joined."""
    bare = bare_duals()
    return {
        spelling: unit
        for dual, unit in bare.items()
        for prefix, spelling in with_proclitics(dual)
        if not prefix.endswith("ال") and prefix not in ("لل", "ولل") and (not prefix or spelling not in bare)
    }


@cache
def signs() -> dict[str, Unit]:
    """Currency signs."""
    return {row["singular"]: unit for unit, row in _unit_rows() if not row["singular"][0].isalpha()}


def unit_noun(folded: str) -> tuple[str, Unit | None]:
    """A unit's noun under a joined particle."""
    for prefix, _ in with_proclitics(""):
        entries = units().get(folded[len(prefix) :]) if folded.startswith(prefix) else None
        if entries and len(entries[-1][0]) == 1:
            return prefix, entries[-1][1]
    return "", None


def may_be_counted(folded: str) -> bool:
    """Whether a word is the singular of a unit or of a counted noun, as it stands after a large number."""
    return any(not unit.plural for _, unit in units().get(folded, ()))


@cache
def _unit_rows() -> tuple[tuple[Unit, dict[str, str]], ...]:
    """The singular sense of every row of the units and currencies."""
    rows = []
    for row in read_table("units.tsv"):
        qualifiers = {
            words: q["qualified"]
            for q in read_table("qualified_units.tsv")
            if q["unit"] == row["unit"]
            for words in _adjective(fold(q["qualifier"]))
        }
        rows.append((Unit(row["unit"], float(row["factor"]), row["kind"], False, qualifiers), row))
    for row in read_table("currencies.tsv"):
        qualifiers = {
            words: code.strip()
            for part in row["qualified"].split("|")
            if part.strip()
            for adjective, code in [part.split("=")]
            for words in _adjective(fold(adjective).strip())
        }
        rows.append((Unit(row["alone"], 1.0, "money", False, qualifiers), row))
    return tuple(rows)


def _singulars(row: dict[str, str]) -> Iterator[str]:
    for noun in forms(row["singular"]):
        if noun.endswith("."):
            yield noun[:-1]
        else:
            yield from _inflected(noun)


def _plurals(row: dict[str, str]) -> Iterator[str]:
    if row["plural"] != "+":
        yield from forms(row["plural"])
        return
    for noun in forms(row["singular"]):
        yield from (noun + ending for ending in ("ين", "ون", "ات", _FEMININE))


def _inflected(noun: str) -> Iterator[str]:
    """A singular noun or adjective as it may stand after a number: as it is, and in the accusative."""
    yield noun
    if not noun.endswith((_FEMININE, "اء", "ا")):
        yield noun + "ا"


def _adjective(masculine: str) -> Iterator[tuple[str, ...]]:
    """The spellings of an adjective, or of a phrase, after a counted noun: masculine, accusative, feminine."""
    words = [(word, word + "ا", word + _FEMININE) for word in masculine.split()]
    if len(words) == 1:
        yield from ((form,) for form in words[0])
    else:
        yield from zip(*words, strict=True)
