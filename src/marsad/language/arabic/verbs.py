"""A verb taken apart: which of the ten derived forms (أوزان) it is, its radicals, and whether a radical is weak.

A verb is given as a dictionary cites it, third person masculine singular: قال يقول. All is told from these letters.
What a verb is inflected to is made in :mod:`marsad.language.arabic.conjugation` and
:mod:`marsad.language.arabic.verbalnouns`. (Grammar: W. Wright, *A Grammar of the Arabic Language*, I, §§ 35–236.)
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from marsad.language.arabic.fold import MARKS
from marsad.language.arabic.spelling import BARE_HAMZA, clean

Weakness = Literal["sound", "hollow", "defective", "doubled"]

QUADRILITERAL, QUADRILITERAL_2, QUADRILITERAL_4 = 11, 12, 14
"""Numbers for the forms of four-radical verbs: زعزع, تدهور, اطمأن."""


class Verb(NamedTuple):
    """A verb taken apart: its form (1 to 10, or a four-radical form) and its radicals in three parts.

    `onset` is the first radical with the letter that forms VII and VIII join to it (سحب → نسح: نس), `middle` the
    second (two in four-radical verbs, none in hollow ones), `last` the third. Hamza is ء whatever its seat.
    """

    past: str
    present: str
    form: int
    onset: str
    middle: str
    last: str
    weakness: Weakness


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


_EIGHTH_WITH_SIN = word_set("استمع استلم استند استبق استتر استعر استلف استرق")
"""Form VIII verbs whose first radical is sin; all others of five letters in است are form X of doubled roots."""

_FOUR_RADICALS_IN_TA = word_set("ترجم تلفز تمتم")
"""Four-radical verbs that begin with ت and look like form V."""

_SECOND_FORM = word_set(
    """
    بشر بكر ثبت ثمن جرب جرد جسد جمد جنب جند جهز حذر حرض حسن حصن حطم حفز حلق خدر خرب خزن خفض خلف درب دشن دمر دنس رتب
    رجح رحب رسخ رشح رفه ركز سجل سخر سرب سرح سرع سلح سلم سهل شجع شخص شرد شرف شكل صرح صعد صفق صنف ضمد طبق طلق طهر عبر
    عجل عدل عذب عطل عظم عقب علق عمق غرد غرم غلف فتش فجر فرق فسر فضل فند قدر قدم قرب قلد قلص كبد كثف كرس كرم كلف كلم
    كمل لخص لفق لقب لقن لمح مثل مجد مزق مشط مكن مهد نبه نسق نشط نظف نظم نفذ نقب نقح نكل هجر هذب همش
    سمى صلى غطى لبى سوى قوى نحى عزى حلى سلى ربى زكى نقى ضحى خلى نجى غنى صفى غذى عدى
    """
)
"""Verbs written like form I that news means as form II. A mark on the second radical (قدِم, حمّل) overrules this."""

_EIGHTH_PAIRS = frozenset({"زد", "صط", "ضط", "ظط", "ذد", "دد", "طط"})


def analyse(past: str, present: str) -> Verb:
    """The form, radicals and weakness of a verb given by its past and present, third person masculine singular.

    Vowel signs are allowed and used only to tell form II from I (حمّل). Raises `ValueError` when the two words cannot
    be such a pair.
    """
    bare_past, bare_present = clean(past), clean(present)
    if len(bare_past) < 2 or len(bare_present) < 2 or bare_present[0] != "ي":
        raise ValueError(f"not the past and present of a verb: {past!r} {present!r}")
    skeleton, stem = bare_past.translate(BARE_HAMZA), bare_present[1:].translate(BARE_HAMZA)
    if skeleton[0] == "ا":
        form, onset, rest = _with_prefixed_alif(skeleton)
    elif skeleton[0] == "ء" and (stem[0] != "ء" or (len(skeleton) > 3 and skeleton[1] == "ا" != stem[1:2])):
        form, onset, rest = 4, "ء" if stem[0] == "ء" else skeleton[1], skeleton[2:]
    elif len(skeleton) > 3:
        form, onset, rest = _with_four_letters(skeleton, stem)
    else:
        form, onset, rest = _with_three_letters(past, bare_past, bare_present), skeleton[0], skeleton[1:]
    return Verb(bare_past, bare_present, form, onset, *_radicals(form, bare_present, rest))


def _radicals(form: int, present: str, rest: str) -> tuple[str, str, Weakness]:
    """Middle and last radical and the weakness, from the past's letters after the onset. A final alif of form I is
    a lost waw (دعا يدعو), any other a lost yaa.
    """
    if form == QUADRILITERAL_4:
        return rest[0], rest[1], "doubled"
    if rest[-1] in "اىي":
        return rest[:-1], "و" if form == 1 and rest[-1] == "ا" and present[-1] == "و" else "ي", "defective"
    if len(rest) == 1:
        return rest, rest, "doubled"
    if rest[0] == "ا":
        return "", rest[1], "hollow"
    return rest[:-1], rest[-1], "sound"


def _with_prefixed_alif(skeleton: str) -> tuple[int, str, str]:
    """Form, onset and rest of pasts with a joining alif: VII, VIII, IX, X and the fourth four-radical form."""
    if skeleton.startswith("است") and _is_tenth(skeleton):
        return 10, skeleton[3], skeleton[4:]
    if skeleton[1] == "ن" and skeleton[2] != "ت":
        return 7, skeleton[1:3], skeleton[3:]
    if skeleton[2] == "ت" or skeleton[1:3] in _EIGHTH_PAIRS:
        return 8, skeleton[1:3], skeleton[3:]
    if len(skeleton) == 4 and skeleton[1] in "تطدذثظ":
        return 8, skeleton[1], skeleton[2:]
    if len(skeleton) == 4:
        return 9, skeleton[1:3], skeleton[3:]
    return QUADRILITERAL_4, skeleton[1:3], skeleton[3:]


def _is_tenth(skeleton: str) -> bool:
    """Whether a past in است is form X: six letters, or five of a doubled root (استمر, not استمع, استاء, استوى)."""
    if len(skeleton) > 5:
        return True
    return skeleton not in _EIGHTH_WITH_SIN and skeleton[3] != "ا" and skeleton[-1] not in "اى"


def _with_four_letters(skeleton: str, stem: str) -> tuple[int, str, str]:
    """Form, onset and rest of longer pasts without a prefixed alif: III, V, VI and four-radical verbs."""
    if skeleton[1] == "ا":
        return 3, skeleton[0], skeleton[2:]
    if skeleton[0] != "ت" or stem[0] != "ت" or skeleton in _FOUR_RADICALS_IN_TA:
        return QUADRILITERAL, skeleton[0], skeleton[1:]
    if skeleton[2] == "ا":
        return 6, skeleton[1], skeleton[3:]
    return 5 if len(skeleton) == 4 else QUADRILITERAL_2, skeleton[1], skeleton[2:]


def _with_three_letters(past: str, bare: str, present: str) -> int:
    """Form I or II of a short past, by its marks, by letters only form II keeps (وقع يوقع, قرر, صور, أكد يؤكد,
    هنأ يهنئ), or by the list.
    """
    skeleton = bare.translate(BARE_HAMZA)
    if len(skeleton) < 3 or skeleton[1] == "ا":
        return 1
    if past != bare and (mark := _mark_of_second(past)):
        return 2 if "\u0651" in mark else 1
    keeps_onset = bare[0] == "و" == present[1] or (bare[0] == "أ" and present[1] == "ؤ")
    strong_middle = bare[2] not in "ىي" and (bare[1] == bare[2] or bare[1] in "وي")
    changes_hamza = len(present) == 4 and ("أ", "ئ") in ((bare[2], present[3]), (bare[1], present[2]))
    return 2 if keeps_onset or strong_middle or changes_hamza or bare in _SECOND_FORM else 1


def _mark_of_second(past: str) -> str:
    """The vowel signs written on the second letter."""
    match = re.match(rf"\w[{MARKS}]*\w([{MARKS}]*)", past)
    return match[1] if match else ""
