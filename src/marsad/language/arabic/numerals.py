"""Numbers in running Arabic: digits of both sets, number words, and mixtures of the two (`3 آلاف و500`).

Source of the grammar: W. Wright, *A Grammar of the Arabic Language*, vol. I §§318–338 (cardinals and fractions): units
come before tens and are joined with و, teens are two words, hundreds and thousands multiply what stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from marsad.language.arabic.fold import MARKS, fold
from marsad.language.arabic.tokens import Tokens

PROCLITICS = (
    "", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "ال", "وال", "بال", "كال", "فال", "لل", "ولل", "وبال",
)  # fmt: skip
"""Particles that may be joined to a word here, `لل` standing for ل + ال."""

DIGITS = frozenset("0123456789")
PERCENT_SIGNS = frozenset("%٪")
_TANWIN = "\u064b"
_EASTERN_POINT = "\u066b"
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_TORN = re.compile(rf"\d[.,{MARKS}]+\Z")
_MARK = re.compile(f"[{MARKS}\u0640]")
_SCALES = frozenset({"scale", "scale-accusative", "scale-plural"})


class NumberMatch(NamedTuple):
    """A number at the tokens `i` to `j` (excluded), with the words that say how exact it is: `approx` is '', 'about',
    'at-least', 'more-than', 'less-than' or 'up-to'. `percent` is set where a percent sign belongs to it.
    """

    i: int
    j: int
    value: float
    approx: str
    percent: bool


class NumberWord(NamedTuple):
    """A number word: the particle joined to it, its value, and how it joins with others."""

    prefix: str
    value: float
    kind: str


_Part = tuple[float, int]
"""A value, and the token after it."""


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the tab-separated files beside this module, by column; missing last cells are empty."""
    lines = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    for cells in rows[1:]:
        yield dict(zip(rows[0], cells + [""] * (len(rows[0]) - len(cells)), strict=True))


def forms(cell: str) -> list[str]:
    """The folded spellings in one cell: `مئة | مائة` is two."""
    return [fold(part.strip()) for part in cell.split("|") if part.strip()]


def with_proclitics(word: str) -> Iterator[tuple[str, str]]:
    """Every particle that may be joined to a word, with the word that results."""
    for prefix in PROCLITICS:
        yield prefix, prefix + word


def skip_proclitic(tokens: Tokens, i: int, length: int) -> int:
    """The text offset in token `i` after its first `length` letters, vowel signs between them not counted."""
    offset = 0
    word = tokens.words[i]
    while offset < len(word) and (length or _MARK.match(word[offset])):
        length -= not _MARK.match(word[offset])
        offset += 1
    return tokens.starts[i] + offset


@cache
def _number_words() -> dict[str, NumberWord]:
    """Every spelling of every number word, particles joined; a bare word wins over one with a particle."""
    bare: dict[str, NumberWord] = {}
    barred: set[str] = set()
    for row in read_table("numbers.tsv"):
        if row["kind"] == "no-number":
            barred.update(forms(row["forms"]))
        else:
            bare.update((form, NumberWord("", float(row["value"]), row["kind"])) for form in forms(row["forms"]))
    words = {
        spelling: NumberWord(prefix, word.value, word.kind)
        for form, word in bare.items()
        for prefix, spelling in with_proclitics(form)
        if spelling not in barred and not (prefix.endswith("ال") and word.value in (1.0, 2.0))
    }
    return words | bare


@cache
def _approximators(side: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The approximators on one side of a number, longest first, by the word next to the number."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table("approximators.tsv"):
        if row["side"] == side:
            words = tuple(fold(row["phrase"]).split())
            phrases.setdefault(words[-1 if side == "before" else 0], []).append((words, row["approx"]))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    if side == "before":  # a one-word approximator may itself bear a particle: بنحو
        for key in [key for key, entries in phrases.items() if any(len(words) == 1 for words, _ in entries)]:
            for _, spelling in with_proclitics(key):
                phrases.setdefault(spelling, phrases[key])
    return phrases


def is_number_trigger(folded: str) -> bool:
    """Whether a number may begin with this token: a cheap test for every token of a text."""
    return folded[:1] in DIGITS or folded in _number_words()


@cache
def number_triggers() -> frozenset[str]:
    """The words for which `is_number_trigger` holds; digits are not among them."""
    return frozenset(_number_words())


def number_word(folded: str) -> NumberWord | None:
    """What a number word says, whatever particle is joined to it; None for other words."""
    return _number_words().get(folded)


@cache
def approximator_words() -> frozenset[str]:
    """The words with which an approximator before a number may begin."""
    return frozenset(spelling for word in _approximator_starts() for _, spelling in with_proclitics(word))


@cache
def _approximator_starts() -> frozenset[str]:
    return frozenset(words[0] for entries in _approximators("before").values() for words, _ in entries)


def proclitic(folded: str) -> str:
    """The particle joined to a number word or a one-word approximator, '' for other words."""
    word = _number_words().get(folded)
    if word is not None:
        return word.prefix
    starts = _approximator_starts()
    return next((p for p in PROCLITICS if p and folded.startswith(p) and folded[len(p) :] in starts), "")


def number_at(tokens: Tokens, i: int) -> NumberMatch | None:
    """The number that begins at token `i`, or None. Words before it that make it approximate are taken in, so the
    match's `i` may be smaller.
    """
    part = _terms(tokens, i) if i < len(tokens) and is_number_trigger(tokens.folded[i]) else None
    if part is None:
        return None
    value, j = part
    j, percent = _percent(tokens, j)
    start, approx = approximator_before(tokens, i)
    if start == i and i and tokens.folded[i - 1] in PERCENT_SIGNS and not percent:
        start, percent = i - 1, True
    after, approx_after = approximator_after(tokens, j)
    return NumberMatch(start, after, value, approx or approx_after, percent)


def approximator_before(tokens: Tokens, i: int) -> tuple[int, str]:
    """Where the approximator that ends before token `i` begins, and what it says; `(i, "")` if there is none."""
    if i == 0:
        return i, ""
    for words, approx in _approximators("before").get(tokens.folded[i - 1], ()):
        start = i - len(words)
        if start >= 0 and _ends_with(tokens.folded[start], words[0]) and tokens.folded[start + 1 : i] == [*words[1:]]:
            return start, approx
    return i, ""


def approximator_after(tokens: Tokens, j: int) -> tuple[int, str]:
    """Where the approximator that begins at token `j` ends, and what it says; `(j, "")` if there is none."""
    if j < len(tokens):
        for words, approx in _approximators("after").get(tokens.folded[j], ()):
            if tokens.folded[j : j + len(words)] == [*words]:
                return j + len(words), approx
    return j, ""


def _ends_with(folded: str, word: str) -> bool:
    return folded.endswith(word) and folded[: len(folded) - len(word)] in PROCLITICS


def _word(tokens: Tokens, i: int) -> NumberWord | None:
    return _number_words().get(tokens.folded[i]) if i < len(tokens) else None


def _lone(tokens: Tokens, i: int) -> NumberWord | None:
    """The number word at token `i` if nothing is joined to it."""
    word = _word(tokens, i)
    return word if word is not None and not word.prefix else None


def _joined(tokens: Tokens, i: int) -> tuple[int, NumberWord | None]:
    """What و joins to the number before token `i`: its first token and its word (None for digits). The token is -1
    if there is no such thing.
    """
    word = _word(tokens, i)
    if word is not None and word.prefix == "و":
        return i, word
    if i + 1 < len(tokens) and tokens.folded[i] == "و":
        word = _lone(tokens, i + 1)
        if word is not None or tokens.folded[i + 1][:1] in DIGITS:
            return i + 1, word
    return -1, None


def _terms(tokens: Tokens, i: int) -> _Part | None:
    """A whole number: terms in falling order of magnitude, joined with و (ثلاثة ملايين ومئتا ألف وخمسون)."""
    term = _term(tokens, i)
    if term is None:
        return None
    total, j, magnitude = term
    while magnitude > 1:
        k, _ = _joined(tokens, j)
        smaller = _term(tokens, k) if k >= 0 else None
        if smaller is None or smaller[0] >= magnitude or smaller[0] < 1:
            break
        total, j, magnitude = total + smaller[0], smaller[1], smaller[2]
    return total, j


def _term(tokens: Tokens, i: int) -> tuple[float, int, float] | None:
    """One term: a number below a thousand times its scales, the token after it, and the last scale (1 if none)."""
    head = _head(tokens, i)
    if head is None:
        return None
    value, j, magnitude = head
    while (word := _lone(tokens, j)) is not None and word.kind in _SCALES and word.value > magnitude:
        value, j, magnitude = value * word.value, j + 1, max(word.value, magnitude * word.value)
    if magnitude > 1:
        value, j = _and_a_half(tokens, value, j, magnitude)
    return value, j, magnitude


def _head(tokens: Tokens, i: int) -> tuple[float, int, float] | None:
    """What a term begins with: its value, the token after it, and its scale if it is itself a scale."""
    if i >= len(tokens):
        return None
    if tokens.folded[i][:1] in DIGITS:
        return None if _is_torn(tokens, i) else (digits_value(tokens, i), i + 1, 1)
    word = _word(tokens, i)
    if word is None:
        return None
    if word.kind == "scale":
        return word.value, i + 1, word.value
    if word.kind == "scale-dual":
        return word.value, i + 1, word.value / 2
    if word.kind == "scale-accusative":
        return word.value * (2 if _is_construct_dual(tokens, i) else 1), i + 1, word.value
    if word.kind == "fraction":
        return None if word.prefix.endswith("ال") else (word.value, i + 1, 1)
    small = _below_thousand(tokens, i, word)
    return None if small is None else (*small, 1)


def _is_torn(tokens: Tokens, i: int) -> bool:
    """Whether digits are the rest of a number that invisible signs have torn apart, in an order that nobody knows."""
    return _TORN.search(tokens.text, max(0, tokens.starts[i] - 6), tokens.starts[i]) is not None


def _is_construct_dual(tokens: Tokens, i: int) -> bool:
    """Whether ألفا, مليونا are two thousand, two million (before a noun) rather than an accusative singular."""
    if _TANWIN in tokens.words[i] or i + 1 >= len(tokens):
        return False
    following = tokens.folded[i + 1]
    return following[:1].isalpha() and following != "من" and _joined(tokens, i + 1)[0] < 0


def _below_thousand(tokens: Tokens, i: int, word: NumberWord) -> _Part | None:
    """Words below a thousand: hundreds, then what و joins to them."""
    following = _lone(tokens, i + 1)
    if word.kind in ("hundred", "hundreds"):
        value, j = word.value, i + 1
    elif word.kind == "unit" and following is not None and following.kind == "hundred":
        value, j = word.value * following.value, i + 2
    else:
        return _below_hundred(tokens, i, word)
    k, joined = _joined(tokens, j)
    if k < 0:
        return value, j
    if joined is None:
        rest = digits_value(tokens, k)
        return (value + rest, k + 1) if rest < 100 else (value, j)
    smaller = _below_hundred(tokens, k, joined)
    return (value, j) if smaller is None else (value + smaller[0], smaller[1])


def _below_hundred(tokens: Tokens, i: int, word: NumberWord) -> _Part | None:
    """Words below a hundred: one to nineteen, a unit and a ten (خمسة وعشرون), a ten; also ثلاثة أرباع."""
    if word.kind in ("ten", "tens"):
        return word.value, i + 1
    if word.kind not in ("one", "unit", "before-ten"):
        return None
    following = _lone(tokens, i + 1)
    if following is not None and following.kind == "ten" and word.kind != "one":
        return word.value + 10, i + 2
    if following is not None and following.kind == "fraction-counted":
        return word.value * following.value, i + 2
    k, joined = _joined(tokens, i + 1)
    if joined is not None and joined.kind == "tens":
        return word.value + joined.value, k + 1
    return None if word.kind == "before-ten" else (word.value, i + 1)


def _and_a_half(tokens: Tokens, value: float, j: int, magnitude: float) -> _Part:
    """A fraction of the last scale that و joins to it, with the scale once more if it is written (ونصف المليون)."""
    k, joined = _joined(tokens, j)
    if joined is None or joined.kind != "fraction":
        return value, j
    scale = _word(tokens, k + 1)
    if scale is not None and scale.kind == "scale" and scale.prefix == "" and scale.value < magnitude:
        return value, j  # مليون ونصف ألف is a term of its own
    repeated = scale is not None and scale.kind == "scale" and scale.prefix == "ال"
    return value + joined.value * magnitude, k + 2 if repeated else k + 1


def digits_value(tokens: Tokens, i: int) -> float:
    """The value of the digits at token `i`. Several separators, or one comma before three digits, part thousands; so
    does a point before `000`, unless a scale follows (`1.250 مليار`). The Eastern point ٫ is always decimal.
    """
    text = tokens.folded[i]
    if _EASTERN_POINT in tokens.words[i]:
        whole, _, decimals = text.rpartition(".")
        return float(f"{re.sub('[.,]', '', whole)}.{decimals.replace(',', '')}")
    grouped = _THOUSANDS.fullmatch(text)
    if grouped is not None and not text.startswith("0"):
        separator = grouped[1]
        if separator == "," or text.count(".") > 1 or (text.endswith(".000") and not _before_scale(tokens, i)):
            return float(text.replace(separator, ""))
    head, _, last = re.sub(r",(?=\d{3}(?:\D|$))", "", text).replace(",", ".").rpartition(".")
    return float(f"{head.replace('.', '')}.{last}" if head else last)


def _before_scale(tokens: Tokens, i: int) -> bool:
    word = _lone(tokens, i + 1)
    return word is not None and word.kind in _SCALES


@cache
def _percent_phrases() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """The phrases that make a number a percentage, and their first words."""
    phrases = frozenset(tuple(fold(row["phrase"]).split()) for row in read_table("percent.tsv"))
    return frozenset(words[0] for words in phrases), phrases


def _percent(tokens: Tokens, j: int) -> tuple[int, bool]:
    """The token after a percent sign at token `j`, and whether there is one."""
    if j >= len(tokens):
        return j, False
    if tokens.folded[j] in PERCENT_SIGNS:
        return j + 1, True
    firsts, phrases = _percent_phrases()
    if tokens.folded[j] in firsts:
        for k in (j + 1, j + 2):
            if tuple(tokens.folded[j:k]) in phrases:
                return k, True
    return j, False
