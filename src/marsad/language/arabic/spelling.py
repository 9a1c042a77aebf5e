"""How a word made from a pattern is written: where each hamza sits, and how that changes when an ending is attached.

A pattern has the letters of the written word, with its short vowels as `a i u` and every hamza bare (ء).
"""

from __future__ import annotations

import re

from marsad.language.arabic.fold import MARKS

_DROP_VOWELS = str.maketrans("", "", "aiu")
BARE_HAMZA = str.maketrans({"أ": "ء", "إ": "ء", "ؤ": "ء", "ئ": "ء", "آ": "ءا"})
"""Takes every hamza from its seat."""

_FINAL_SEAT = {"a": "أ", "i": "ئ", "u": "ؤ"}
_MARKS = re.compile(f"[{MARKS}\u0640]")
KASRATAN = "\u064d"
"""The tanween (of kasra) that ends defective participles and verbal nouns: داعٍ, تلقٍ."""


def spell(pattern: str) -> str:
    """The unvowelled spelling of a pattern with short vowels `a i u` and bare hamzas.

    >>> spell("يuءaكiد"), spell("اiستiءنaاف"), spell("مaسءuول")
    ('يؤكد', 'استئناف', 'مسؤول')
    """
    if "ء" not in pattern:
        return pattern.translate(_DROP_VOWELS)
    seated = [_seat(pattern, i) if letter == "ء" else letter for i, letter in enumerate(pattern)]
    return "".join(seated).translate(_DROP_VOWELS).replace("أا", "آ")


def _seat(pattern: str, place: int) -> str:
    """The letter that carries the hamza at `place`: that of the stronger neighbour vowel, i before u before a."""
    before, after = pattern[place - 1 : place], pattern[place + 1 : place + 2]
    if not before:
        return "إ" if after == "i" else "أ"
    if after not in {"a", "i", "u"} and place == len(pattern) - 1:
        return _FINAL_SEAT.get(before, "ء")
    if before == "ا" and pattern[place + 2 :] == KASRATAN:
        return "ء"
    if before in {"i", "ي"} or after == "i":
        return "ئ"
    if before == "u" or after == "u":
        return "ؤ"
    return "ء" if before in {"ا", "و"} else "أ"


def attach(stem: str, ending: str) -> tuple[str, ...]:
    """A stem with an ending that begins with a long vowel; a stem's final hamza changes its seat. Two spellings
    where usage is divided, the recommended one first.

    >>> attach("بدأ", "وا"), attach("بدأ", "ا"), attach("يجيء", "ان"), attach("قال", "وا")
    (('بدؤوا', 'بدأوا'), ('بدآ',), ('يجيئان',), ('قالوا',))
    """
    last, vowel = stem[-1], ending[0]
    if last not in "أءؤ":
        return (stem + ending,)
    base = stem[:-1]
    if (last == "ء" and base[-1:] == "ي") or vowel == "ي":
        return (base + "ئ" + ending,)
    if vowel == "و":
        return (base + "ؤ" + ending,) if last == "ؤ" else (base + "ؤ" + ending, stem + ending)
    return (base + "آ" + ending[1:],) if last == "أ" else (stem + ending,)


def clean(word: str) -> str:
    """A word without vowel signs and tatweel; hamzas stay."""
    return word if word.isalpha() and "\u0640" not in word else _MARKS.sub("", word)
