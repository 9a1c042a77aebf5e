"""Conjugation: every unvowelled form of a verb but the imperative, from its past and present.

Active forms are made from the letters of past and present themselves; passive ones from the passive's past and present
in the same way. (Grammar: W. Wright, *A Grammar of the Arabic Language*, I, §§ 35–236.)
"""

from __future__ import annotations

from typing import NamedTuple

from marsad.language.arabic.passive import passive_pair
from marsad.language.arabic.spelling import attach
from marsad.language.arabic.verbs import Verb, analyse

Cell = tuple[str, int, str, str]
"""Surface, person, gender, number."""


class VerbForm(NamedTuple):
    """One written form: `tense` past or present (any mood), `gender` m, f or c (common), `number` s, d or p,
    `voice` active, passive, or either where both are written alike.
    """

    surface: str
    tense: str
    person: int
    gender: str
    number: str
    voice: str


_CONSONANT_ENDINGS: tuple[Cell, ...] = (
    ("ن", 3, "f", "p"),
    ("ت", 2, "m", "s"),
    ("ت", 2, "f", "s"),
    ("تما", 2, "c", "d"),
    ("تم", 2, "m", "p"),
    ("تن", 2, "f", "p"),
    ("ت", 1, "c", "s"),
    ("نا", 1, "c", "p"),
)
_SINGULAR_PREFIXES: tuple[Cell, ...] = (
    ("ي", 3, "m", "s"),
    ("ت", 3, "f", "s"),
    ("ت", 2, "m", "s"),
    ("أ", 1, "c", "s"),
    ("ن", 1, "c", "p"),
)
_DUAL_PREFIXES: tuple[Cell, ...] = (("ي", 3, "m", "d"), ("ت", 3, "f", "d"), ("ت", 2, "c", "d"))
_PLURAL_PREFIXES: tuple[Cell, ...] = (("ي", 3, "m", "p"), ("ت", 2, "m", "p"))
_FEMININE_PREFIXES: tuple[Cell, ...] = (("ي", 3, "f", "p"), ("ت", 2, "f", "p"))
_THOU_PREFIXES: tuple[Cell, ...] = (("ت", 2, "f", "s"),)
_SHORT_SEAT = {"و": "ؤ", "ي": "ئ", "ا": "أ"}


def conjugate(past: str, present: str) -> list[VerbForm]:
    """All written forms of a verb but the imperative: both tenses, all persons, the shortened jussives, both voices.

    Takes past and present of the third person masculine singular (see :func:`analyse`); returns forms without
    duplicates, the past first. One surface may stand for several persons, each its own form. Passives written unlike
    the active are given in the third person only.

    >>> [f.surface for f in conjugate("قال", "يقول") if (f.person, f.number) == (3, "p")]
    ['قالوا', 'قلن', 'قيلوا', 'يقولون', 'يقولوا', 'يقلن', 'يقالون', 'يقالوا']
    """
    verb = analyse(past, present)
    past_cells, present_cells = _past_cells(verb, verb.past), _present_cells(verb, verb.present)
    passive = passive_pair(verb)
    if passive is None:
        return _forms("past", past_cells, "active") + _forms("present", present_cells, "active")
    other_past = past_cells if passive[0] == verb.past else _past_cells(verb, passive[0])
    other_present = present_cells if passive[1] == verb.present else _present_cells(verb, passive[1])
    return _sorted_by_voice("past", past_cells, other_past) + _sorted_by_voice("present", present_cells, other_present)


def _forms(tense: str, cells: list[Cell], voice: str) -> list[VerbForm]:
    return [VerbForm(surface, tense, person, gender, number, voice) for surface, person, gender, number in cells]


def _sorted_by_voice(tense: str, active: list[Cell], passive: list[Cell]) -> list[VerbForm]:
    """Forms of both voices; what is written alike in the same person is one form, of either voice.

    Of passives written otherwise only the third person is kept: the others hardly occur in news and are written like
    commoner words (نساء, أعاق).
    """
    if active is passive:
        return _forms(tense, active, "either")
    both = set(active).intersection(passive)
    return (
        _forms(tense, [cell for cell in active if cell not in both], "active")
        + _forms(tense, [cell for cell in active if cell in both], "either")
        + _forms(tense, [cell for cell in passive if cell[1] == 3 and cell not in both], "passive")
    )


def _past_cells(verb: Verb, past: str) -> list[Cell]:
    """The past, active or passive, from its third person masculine singular (Wright I, §§ 84, 120–174)."""
    full, glided, base, short = _past_stems(verb, past)
    cells = [(past, 3, "m", "s"), (full + "ت", 3, "f", "s"), (full + "تا", 3, "f", "d")]
    cells += [(surface, 3, "m", "d") for surface in attach(glided, "ا")]
    plurals = (base + "وا",) if verb.weakness == "defective" else attach(base, "وا")
    cells += [(surface, 3, "m", "p") for surface in plurals]
    for ending, person, gender, number in _CONSONANT_ENDINGS:
        cells.append((_merge(short, ending), person, gender, number))
    return cells


def _past_stems(verb: Verb, past: str) -> tuple[str, str, str, str]:
    """The past's stems before ت of the feminine, before dual ا, before plural وا, and before a consonant."""
    if verb.weakness == "doubled":
        return past, past, past, past + past[-1]
    if verb.weakness == "defective":
        base = past[:-1]
        if past[-1] == "ي":
            return past, past, base, past
        return base, base + verb.last, base, base + verb.last
    if verb.weakness == "hollow":
        feminine = past[:-1] + "ئ" if past.endswith("يء") else past
        return feminine, past, past, _shorten_past(verb, past)
    return past, past, past, past


def _shorten_past(verb: Verb, past: str) -> str:
    """A hollow past before a consonant: قال → قل, أقام → أقم, جاء → جئ, آل → أل."""
    if past[-2] == "آ":
        return "أ" + past[-1]
    vowel = past[-2] if past[-2] == "ي" or verb.form != 1 else "و" if verb.present[-2] == "و" else "ي"
    return _shorten(past, vowel)


def _shorten(word: str, vowel: str) -> str:
    """A hollow stem without its long vowel; a hamza then sits on the seat of the short one."""
    return word[:-2] + (_SHORT_SEAT[vowel] if word[-1] == "ء" else word[-1])


def _merge(stem: str, ending: str) -> str:
    """A stem and a consonant ending, written once where both are the same consonant: أعلن + نا → أعلنا."""
    return stem + ending[1:] if stem[-1] == ending[0] else stem + ending


def _present_cells(verb: Verb, present: str) -> list[Cell]:
    """The present in its three moods, active or passive: endings ان ون ين, and ا وا ي without their nun."""
    stem = present[1:]
    jussives, glided, base, feminine = _present_stems(verb, present)
    duals = attach(glided, "ان") + attach(glided, "ا")
    plurals: tuple[str, ...]
    thou: tuple[str, ...]
    if verb.weakness == "defective":
        plurals, thou = (base + "ون", base + "وا"), (stem[:-1] + "ين", stem[:-1] + "ي")
    else:
        plurals, thou = attach(base, "ون") + attach(base, "وا"), attach(base, "ين") + attach(base, "ي")
    return (
        _prefixed(_SINGULAR_PREFIXES, (stem, *jussives))
        + _prefixed(_DUAL_PREFIXES, duals)
        + _prefixed(_PLURAL_PREFIXES, plurals)
        + _prefixed(_THOU_PREFIXES, thou)
        + _prefixed(_FEMININE_PREFIXES, (_merge(feminine, "ن"),))
    )


def _prefixed(prefixes: tuple[Cell, ...], stems: tuple[str, ...]) -> list[Cell]:
    """Each stem with each person's prefix; أ before a hamza on alif is written آ (آخذ)."""
    return [
        ("آ" + stem[1:] if prefix == "أ" == stem[0] else prefix + stem, person, gender, number)
        for prefix, person, gender, number in prefixes
        for stem in stems
    ]


def _present_stems(verb: Verb, present: str) -> tuple[tuple[str, ...], str, str, str]:
    """The present's stems, without prefix: extra jussives, before dual ان, before plural ون, before feminine ن.

    Jussive (Wright I, §§ 120, 152, 167): doubled يمد and يمدد, hollow يقل, defective يدع.
    """
    stem = present[1:]
    if verb.weakness == "doubled":
        return (stem + stem[-1],), stem, stem, stem + stem[-1]
    if verb.weakness == "hollow":
        short = _shorten(stem, stem[-2])
        return (short,), stem, stem, short
    if verb.weakness == "defective":
        base = stem[:-1]
        glided = stem if stem[-1] in "وي" else base + "ي"
        return (base,), glided, base[:-1] + "ؤ" if base[-1] == "ئ" else base, glided
    return (), stem, stem, stem
