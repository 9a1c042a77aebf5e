"""Numbers with what they count or measure: sums of money, measures, durations, shares, people and things.

Units follow UCUM in spirit (`m3`, `MW`), money is ISO 4217 where the text says whose it is; a thing that is counted is
its own unit (`missile`). A recurring quantity has a rate (`barrel/day`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from marsad.language.arabic.calendars import is_day_or_month_name
from marsad.language.arabic.fold import fold
from marsad.language.arabic.numerals import (
    DIGITS,
    NumberMatch,
    approximator_after,
    approximator_before,
    approximator_words,
    number_at,
    number_triggers,
    number_word,
    proclitic,
    read_table,
    skip_proclitic,
    with_proclitics,
)
from marsad.language.arabic.tokens import Tokens
from marsad.language.arabic.units import Unit, bare_duals, duals, signs, unit_noun, units
from marsad.records import Quantity

PersonTest = Callable[[str], bool]
"""Says of a folded word whether it is a noun for people (soldiers, Afghans)."""

_DOTTED_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
_YEAR = re.compile(r"(?:19|20)(?!00)\d\d")
_MODEL = re.compile(r"[^\W\d_][-‑–]$")
_ARTICLE = "ال"


class _UnitMatch(NamedTuple):
    """A unit and the token after it."""

    unit: str
    factor: float
    kind: str
    j: int


def quantities(
    tokens: Tokens, is_person_noun: PersonTest | None = None, among: Iterable[int] | None = None
) -> list[Quantity]:
    """All quantities of a text, in order, none overlapping. `is_person_noun` adds to the nouns for people that are
    known here. A number without a unit, a date, and a point in time (`قبل يومين`) are no quantities. `among` are the
    tokens that may begin one, if the caller knows them.
    """
    found: list[Quantity] = []
    end = 0
    triggers = quantity_words()
    for i in range(len(tokens)) if among is None else among:
        word = tokens.folded[i]
        if i >= end and (word in triggers or ("0" <= word < ":" and not _is_of_a_model(tokens, i))):
            quantity = _quantity_at(tokens, i, is_person_noun)
            if quantity is not None and (not found or quantity[0].start >= found[-1].end):
                found.append(quantity[0])
                end = quantity[1]
    return found


@cache
def quantity_words() -> frozenset[str]:
    """The words with which a quantity may begin; digits are not among them."""
    return number_triggers() | frozenset(duals()) | {word for word in approximator_words() if len(word) > 2}


def _quantity_at(tokens: Tokens, i: int, is_person: PersonTest | None) -> tuple[Quantity, int] | None:
    """The quantity whose number begins at token `i`, and the token after it."""
    dual = duals().get(tokens.folded[i])
    if dual is not None:
        return _of_dual(tokens, i, dual)
    number = number_at(tokens, i)
    if number is None:
        return _of_approximator(tokens, i)
    if _is_year(tokens, i):
        return None
    if number.percent:
        return _made(tokens, number.i, number.value, _UnitMatch("percent", 1, "percent", number.j))
    sign = _sign_before(tokens, number)
    unit = sign or _unit_after(tokens, number.j, is_person)
    if unit is None:
        return _of_noun_before(tokens, number, i)
    start = number.i - 1 if sign and number.i and tokens.folded[number.i - 1] in signs() else number.i
    return _of_number(tokens, start, _as_count(tokens, i, number, unit), unit)


def _of_number(tokens: Tokens, start: int, value: float, unit: _UnitMatch) -> tuple[Quantity, int] | None:
    """The quantity of a number and the unit after it, with a half of the unit if و joins one (ثلاث سنوات ونصف)."""
    if unit.kind == "time" and _names_a_date(tokens, start, unit.j):
        return None
    j, half = _and_a_half(tokens, unit.j)
    return _made(tokens, start, (value + half) * unit.factor, unit._replace(j=j))


def _of_dual(tokens: Tokens, i: int, unit: Unit) -> tuple[Quantity, int] | None:
    """يومين, شخصان: two of the unit."""
    start, _ = approximator_before(tokens, i)
    return _of_number(tokens, start, 2.0, _qualified(tokens, i + 1, unit))


def _of_approximator(tokens: Tokens, i: int) -> tuple[Quantity, int] | None:
    """أكثر من عام: one of a unit of time, without a number word."""
    if units().keys().isdisjoint(tokens.folded[i + 1 : i + 5]):
        return None
    for k in range(i + 1, min(i + 5, len(tokens))):
        start = approximator_before(tokens, k)[0] if tokens.folded[k] in units() else k
        if start > i:
            continue
        unit = _unit_after(tokens, k, None)
        if unit is not None and unit.kind == "time" and not units()[tokens.folded[k]][0][1].plural:
            return _of_number(tokens, start, 1.0, unit)
    return None


def _of_noun_before(tokens: Tokens, number: NumberMatch, i: int) -> tuple[Quantity, int] | None:
    """A number after its noun: يوم واحد, ساعة ونصف, الدول الخمس."""
    word = number_word(tokens.folded[i])
    if word is None or i == 0:
        return None
    prefix, noun = unit_noun(tokens.folded[i - 1])
    if noun is None:
        return None
    definite = prefix.endswith(_ARTICLE) or prefix == "لل"
    if word.prefix == _ARTICLE and definite and noun.plural and noun.kind in ("count", "person"):
        return _made(tokens, i - 1, number.value, _UnitMatch(noun.unit, 1, noun.kind, number.j))
    if noun.plural or definite:
        return None
    start = approximator_before(tokens, i - 1)[0]
    if word.kind == "one" and not word.prefix:
        return _of_number(tokens, start, 1.0, _UnitMatch(noun.unit, noun.factor, noun.kind, i + 1))
    if word.kind == "fraction" and word.prefix == "و" and noun.kind in ("time", "measure", "money"):
        return _of_number(tokens, start, 1.0, _UnitMatch(noun.unit, noun.factor, noun.kind, i))
    return None


def _made(tokens: Tokens, start: int, value: float, unit: _UnitMatch) -> tuple[Quantity, int]:
    """The record, its rate and a closing approximator taken in, the particle joined to its first word left out."""
    j, rate = _rate(tokens, unit)
    j, _ = approximator_after(tokens, j)
    prefix = proclitic(tokens.folded[start]) or _noun_proclitic(tokens.folded[start])
    kept = len(_ARTICLE) if prefix.endswith(_ARTICLE) else 0
    offset = skip_proclitic(tokens, start, len(prefix) - kept) if len(prefix) > kept else tokens.starts[start]
    end = tokens.ends[j - 1]
    name = f"{unit.unit}/{rate}" if rate else unit.unit
    return Quantity(tokens.text[offset:end], round(value, 6), name, offset, end), j


def _noun_proclitic(folded: str) -> str:
    """The particle joined to a noun of a unit, a dual among them."""
    for prefix, _ in with_proclitics(""):
        rest = folded[len(prefix) :]
        if prefix and folded.startswith(prefix) and (rest in bare_duals() or rest in units()):
            return prefix if folded not in units() else ""
    return ""


def _unit_after(tokens: Tokens, j: int, is_person: PersonTest | None) -> _UnitMatch | None:
    """The unit that stands at token `j`: a known noun, a noun for people, or من and a definite plural."""
    if j >= len(tokens):
        return None
    for words, unit in units().get(tokens.folded[j], ()):
        if tokens.folded[j : j + len(words)] == [*words]:
            return _qualified(tokens, j + len(words), unit)
    if is_person is not None and is_person(tokens.folded[j]):
        return _UnitMatch("person", 1, "person", j + 1)
    if tokens.folded[j] in _guards("partitive") and j + 1 < len(tokens):
        prefix, noun = unit_noun(tokens.folded[j + 1])
        if prefix == _ARTICLE and noun is not None and noun.plural and noun.kind in ("person", "count"):
            return _UnitMatch(noun.unit, 1, noun.kind, j + 2)
    return None


def _qualified(tokens: Tokens, j: int, unit: Unit) -> _UnitMatch:
    """The unit with what the words at token `j` make of it (متر مكعب, دينار كويتي)."""
    for length in (2, 1):
        name = unit.qualifiers.get(tuple(tokens.folded[j : j + length]))
        if name is not None and j + length <= len(tokens):
            return _UnitMatch(name, unit.factor, unit.kind, j + length)
    return _UnitMatch(unit.unit, unit.factor, unit.kind, j)


def _as_count(tokens: Tokens, i: int, number: NumberMatch, unit: _UnitMatch) -> float:
    """The number's value: people and things come whole, so `1.500 شخص` is fifteen hundred."""
    whole = unit.kind in ("count", "person") and _DOTTED_THOUSANDS.fullmatch(tokens.folded[i])
    if whole and number.value < 1000 and number.j == i + 1:
        return float(tokens.folded[i].replace(".", ""))
    return number.value


def _and_a_half(tokens: Tokens, j: int) -> tuple[int, float]:
    """The fraction that و joins to a unit, and the token after it; the unit may follow once more (ونصف الساعة)."""
    word = number_word(tokens.folded[j]) if j < len(tokens) else None
    if word is None or word.kind != "fraction" or word.prefix != "و":
        return j, 0.0
    repeated = j + 1 < len(tokens) and unit_noun(tokens.folded[j + 1])
    return j + (2 if repeated and repeated[0] == _ARTICLE and repeated[1] is not None else 1), word.value


def _sign_before(tokens: Tokens, number: NumberMatch) -> _UnitMatch | None:
    """The currency whose sign stands before the number (`$500 مليون`)."""
    unit = signs().get(tokens.folded[number.i - 1]) if number.i else None
    return None if unit is None else _UnitMatch(unit.unit, 1, unit.kind, number.j)


def _is_year(tokens: Tokens, i: int) -> bool:
    """Whether the digits at token `i` are a year or an ordinal number rather than a count (عام 2015, المادة 5)."""
    if i == 0 or tokens.folded[i][:1] not in DIGITS:
        return False
    before, after = tokens.folded[i - 1], tokens.folded[i + 1] if i + 1 < len(tokens) else ""
    if before in _guards("before-year"):
        return True
    if not _YEAR.fullmatch(tokens.folded[i]) or after.endswith("ا") or not after[:1].isalpha():
        return False
    return is_day_or_month_name(before) or (before in _guards("may-precede-year") and number_word(after) is None)


def _is_of_a_model(tokens: Tokens, i: int) -> bool:
    """Whether the digits at token `i` are joined to letters by a hyphen, as the name of a thing (إس-400, إف-16)."""
    return _MODEL.search(tokens.text, max(0, tokens.starts[i] - 2), tokens.starts[i]) is not None


def _names_a_date(tokens: Tokens, start: int, j: int) -> bool:
    """Whether a duration only says when: قبل يومين, 24 ساعة الماضية, or the noun belongs to a date (يوم الجمعة)."""
    before = tokens.folded[start - 1] if start else ""
    after = tokens.folded[j] if j < len(tokens) else ""
    return (
        before in _guards("before-duration")
        or after in _guards("after-duration")
        or is_day_or_month_name(after)
        or (len(after) == 4 and after[0] in DIGITS)
    )


@cache
def _guards(guard: str) -> frozenset[str]:
    words = [fold(row["word"]) for row in read_table("quantity_guards.tsv") if row["guard"] == guard]
    return frozenset(p + w for w in words for p in (("", "و", "ف") if guard == "before-duration" else ("",)))


@cache
def _rates() -> dict[tuple[str, ...], tuple[str, bool]]:
    return {tuple(fold(r["phrase"]).split()): (r["per"], bool(r["strict"])) for r in read_table("rates.tsv")}


@cache
def _commodities() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(row["phrase"]).split()) for row in read_table("commodities.tsv"))


def _rate(tokens: Tokens, unit: _UnitMatch) -> tuple[int, str]:
    """How often the quantity recurs, and the token after the words that say so; goods may stand between."""
    measured = unit.kind in ("measure", "money")
    ends = [unit.j]
    if measured:
        last = min(unit.j + 4, len(tokens))
        ends += [k for k in range(unit.j + 1, last + 1) if tuple(tokens.folded[unit.j : k]) in _commodities()]
    for start in ends:
        for k in range(min(start + 3, len(tokens)), start, -1):
            per, strict = _rates().get(tuple(tokens.folded[start:k]), ("", False))
            followed = k < len(tokens) and (tokens.folded[k].startswith(_ARTICLE) or tokens.folded[k][:1] in DIGITS)
            if per and not (strict and (followed or not measured)):
                return k, per
    return unit.j, ""
