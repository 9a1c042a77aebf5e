"""Verbs: every unvowelled form of a verb, its participles and verbal noun, from its past and present.

A verb is given as a dictionary cites it, third person masculine singular: قال يقول. Its ten derived forms (أوزان)
and weak classes are told from these letters. Active forms are made from the letters themselves; passives,
participles and verbal nouns from patterns that carry their short vowels as `a i u`, which :func:`spell` needs for
the seats of hamza. (Grammar: W. Wright, *A Grammar of the Arabic Language*, I, §§ 35–236.)
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from marsad.language.arabic.fold import MARKS

Weakness = Literal["sound", "hollow", "defective", "doubled"]
Cell = tuple[str, int, str, str]
"""Surface, person, gender, number."""

QUADRILITERAL, QUADRILITERAL_2, QUADRILITERAL_4 = 11, 12, 14
"""Numbers for the forms of four-radical verbs: زعزع, تدهور, اطمأن."""


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


class Participles(NamedTuple):
    """The two participles, masculine singular. Those of defective verbs keep their tanween (داعٍ), so that they are
    told from those of doubled verbs (راد).
    """

    active: str
    passive: str


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


# --- Spelling ---------------------------------------------------------------------------------------------------

_DROP_VOWELS = str.maketrans("", "", "aiu")
_BARE_HAMZA = str.maketrans({"أ": "ء", "إ": "ء", "ؤ": "ء", "ئ": "ء", "آ": "ءا"})
_FINAL_SEAT = {"a": "أ", "i": "ئ", "u": "ؤ"}
_SHORT_SEAT = {"و": "ؤ", "ي": "ئ", "ا": "أ"}
_MARKS = re.compile(f"[{MARKS}\u0640]")
_TANWEEN = "\u064d"


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
    if before == "ا" and pattern[place + 2 :] == _TANWEEN:
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


# --- Which form: from the letters -------------------------------------------------------------------------------


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EIGHTH_WITH_SIN = _words("استمع استلم استند استبق استتر استعر استلف استرق")
"""Form VIII verbs whose first radical is sin; all others of five letters in است are form X of doubled roots."""

_FOUR_RADICALS_IN_TA = _words("ترجم تلفز تمتم")
"""Four-radical verbs that begin with ت and look like form V."""

_SECOND_FORM = _words(
    """
    بشر بكر ثبت ثمن جرب جرد جسد جمد جنب جند جهز حذر حرض حسن حصن حطم حفز حلق خدر خرب خزن خفض خلف درب دشن دمر دنس رتب
    رجح رحب رسخ رشح رفه ركز سجل سخر سرب سرح سرع سلح سلم سهل شجع شخص شرد شرف شكل صرح صعد صفق صنف ضمد طبق طلق طهر عبر
    عجل عدل عذب عطل عظم عقب علق عمق غرد غرم غلف فتش فجر فرق فسر فضل فند قدر قدم قرب قلد قلص كبد كثف كرس كرم كلف كلم
    كمل لخص لفق لقب لقن لمح مثل مجد مزق مشط مكن مهد نبه نسق نشط نظف نظم نفذ نقب نقح نكل هجر هذب همش
    سمى صلى غطى لبى سوى قوى نحى عزى حلى سلى ربى زكى نقى ضحى خلى نجى غنى صفى غذى عدى
    """
)
"""Verbs written like form I that news means as form II. A mark on the second radical (قدِم, حمّل) overrules this."""

_INTRANSITIVE = _words(
    """
    آب آل استاء ازداد بات بان تاب ثار جاب جاز جاع جال حاز حان خاب دار دام دان ذاب ذاع رام راج راح زاد زال ساء ساد
    سار سام شاء شاب شاد شاع صاد صار ضاع ضاق طاب طار طاف طال عاب عاد عاش غاب غار فات فاز فاض فاق قاد قام كاد كال كان
    لاح لام ماج مات مال نال نام هاج
    بدا جثا جلا حلا خبا خطا خلا دنا ربا رسا سما سها صحا صفا طفا عدا علا غلا قسا كبا نجا نما هفا
    وثب وثق وجب وحد ودع ورد وسع وشك وصل وضح وفد وفر وفى وقع وقف ولي وهن
    """
)
"""Verbs whose passive is not in use (or hardly) and would be written like another word (عيد, سيد, يوقف)."""

_NO_PASSIVE = frozenset({7, 9, QUADRILITERAL_4})
_EIGHTH_PAIRS = frozenset({"زد", "صط", "ضط", "ظط", "ذد", "دد", "طط"})


def analyse(past: str, present: str) -> Verb:
    """The form, radicals and weakness of a verb given by its past and present, third person masculine singular.

    Vowel signs are allowed and used only to tell form II from I (حمّل). Raises `ValueError` when the two words cannot
    be such a pair.
    """
    bare_past, bare_present = clean(past), clean(present)
    if len(bare_past) < 2 or len(bare_present) < 2 or bare_present[0] != "ي":
        raise ValueError(f"not the past and present of a verb: {past!r} {present!r}")
    skeleton, stem = bare_past.translate(_BARE_HAMZA), bare_present[1:].translate(_BARE_HAMZA)
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
    skeleton = bare.translate(_BARE_HAMZA)
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


# --- Conjugation ------------------------------------------------------------------------------------------------

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
    passive = _passive(verb)
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


# --- Passive, participles, verbal noun: from patterns -----------------------------------------------------------

_PAST_PASSIVE_HEAD = {
    1: "{}u",
    2: "{}u",
    3: "{}uو",
    4: "ءu{}",
    5: "تu{}u",
    6: "تu{}uو",
    8: "اu{}u",
    10: "اuستu{}",
    QUADRILITERAL: "{}u",
    QUADRILITERAL_2: "تu{}u",
}
_PRESENT_HEAD = {
    1: "{}",
    2: "{}a",
    3: "{}aا",
    4: "{}",
    5: "تa{}a",
    6: "تa{}aا",
    7: "{}a",
    8: "{}a",
    9: "{}a",
    10: "ستa{}",
    QUADRILITERAL: "{}a",
    QUADRILITERAL_2: "تa{}a",
    QUADRILITERAL_4: "{}a",
}


def _tail(verb: Verb, vowel: str) -> str:
    """The end of a stem from the middle radical on, with `vowel` (a or i) before the last radical."""
    if verb.weakness == "hollow":
        return ("iي" if vowel == "i" else "aا") + verb.last
    if verb.weakness == "defective":
        return verb.middle + ("iي" if vowel == "i" else "aا" if verb.middle[-1:] == "ي" else "aى")
    if verb.weakness == "doubled" and verb.middle == verb.last:
        return verb.middle
    return verb.middle + vowel + verb.last


def _passive(verb: Verb) -> tuple[str, str] | None:
    """Past and present passive, third person masculine singular (u – i and u – a); None if there is none in use."""
    if verb.form in _NO_PASSIVE or (verb.form in {1, 8} and verb.past in _INTRANSITIVE):
        return None
    onset = "و" if verb.form == 4 and verb.onset in "ويء" else verb.onset
    past = spell(_PAST_PASSIVE_HEAD[verb.form].format(onset) + _tail(verb, "i"))
    if verb.form == 1 and verb.weakness == "defective" and verb.middle == "ء" and len(verb.present) == 3:
        return past, verb.present
    return past, spell("يu" + _present_head(verb) + _tail(verb, "a"))


def _present_head(verb: Verb) -> str:
    """The present's stem up to the middle radical after a prefix with u: a weak onset of form IV is و (يوقف)."""
    onset = "و" if verb.form == 4 and verb.onset == "ي" else verb.onset
    return _PRESENT_HEAD[verb.form].format(onset)


def participles(past: str, present: str) -> Participles:
    """Active and passive participle, masculine singular, without ال.

    The passive of intransitive verbs is made too, though not in use. Defective actives end in tanween: داعٍ.

    >>> participles("أضاف", "يضيف"), participles("قال", "يقول")
    (Participles(active='مضيف', passive='مضاف'), Participles(active='قائل', passive='مقول'))
    """
    verb = analyse(past, present)
    if verb.form == 1:
        return Participles(spell(_first_active(verb)), spell(_first_passive(verb)))
    head = "مu" + _present_head(verb)
    return Participles(spell(head + _active_tail(verb)), spell(head + _tail(verb, "a")))


def _active_tail(verb: Verb) -> str:
    """The end of a derived form's active participle; hollow VII and VIII keep their alif (مختار)."""
    if verb.weakness == "defective":
        return verb.middle + "i" + _TANWEEN
    return _tail(verb, "a" if verb.weakness == "hollow" and verb.form in {7, 8} else "i")


def _first_active(verb: Verb) -> str:
    """Form I, pattern فاعل: كاتب, قائل, راد, داعٍ."""
    head = verb.onset + "aا"
    if verb.weakness == "hollow":
        return head + ("ءi" + _TANWEEN if verb.last == "ء" else "ءi" + verb.last)
    if verb.weakness == "defective":
        return head + verb.middle + "i" + _TANWEEN
    return head + (verb.middle if verb.weakness == "doubled" else verb.middle + "i" + verb.last)


def _first_passive(verb: Verb) -> str:
    """Form I, pattern مفعول: مكتوب, مقول, مبيع, مدعو, مرمي."""
    head = "مa" + verb.onset + verb.middle
    if verb.weakness == "hollow":
        return head + ("iي" if verb.present[-2] == "ي" else "uو") + verb.last
    if verb.weakness == "defective":
        return head + ("uو" if verb.last == "و" else "iي")
    return head + "uو" + verb.last


def verbal_noun(past: str, present: str) -> str | None:
    """The regular verbal noun (مصدر) of a derived or four-radical verb, without ال; None for form I, which has no rule.

    Defective V and VI end in tanween (تلقٍ).

    >>> verbal_noun("أكد", "يؤكد"), verbal_noun("استعاد", "يستعيد"), verbal_noun("قال", "يقول")
    ('تأكيد', 'استعادة', None)
    """
    verb = analyse(past, present)
    if verb.form == 1:
        return None
    return spell(_VERBAL_NOUNS[verb.form](verb))


def _second_noun(verb: Verb) -> str:
    """Form II: تفعيل, but تفعلة of defective verbs and those in hamza: تأكيد, تسمية, تهنئة, تحية."""
    if verb.weakness == "sound" and verb.last != "ء":
        return f"تa{verb.onset}{verb.middle}iي{verb.last}"
    middle = verb.middle if verb.middle != "ي" else ""
    return f"تa{verb.onset}{middle}i{verb.last}aة"


def _third_noun(verb: Verb) -> str:
    """Form III: مفاعلة: مباحثة, مناداة."""
    end = "aاة" if verb.weakness == "defective" else f"a{verb.last}aة"
    return f"مu{verb.onset}aا{verb.middle}{end}"


def _fourth_noun(verb: Verb) -> str:
    """Form IV: إفعال, hollow إفالة; a weak onset is ي: إعلان, إشارة, إيقاف, إيمان (and إراءة)."""
    end = "aة" if verb.weakness == "defective" and not verb.middle else ""
    return "ءi" + _long_alif_tail(verb, "ي" if verb.onset in "ويء" else verb.onset) + end


def _fifth_noun(verb: Verb) -> str:
    """Forms V and VI and the second four-radical form: تقدم, تبادل, تدهور, تلقٍ."""
    head = f"تa{verb.onset}a{'ا' if verb.form == 6 else ''}{verb.middle}"
    if verb.weakness == "doubled":
        return head
    return head + ("i" + _TANWEEN if verb.weakness == "defective" else "u" + verb.last)


def _eighth_noun(verb: Verb) -> str:
    """Forms VII and VIII: انفعال, افتعال: انسحاب, اختيار, التقاء, احتلال."""
    if verb.weakness == "hollow":
        return f"اi{verb.onset}iيaا{verb.last}"
    return "اi" + _long_alif_tail(verb, verb.onset + "i")


def _ninth_noun(verb: Verb) -> str:
    """Form IX and the fourth four-radical form: احمرار, اطمئنان."""
    middle = "" if verb.form == 9 else verb.middle
    return f"اi{verb.onset}i{middle}{verb.last}aا{verb.last}"


def _tenth_noun(verb: Verb) -> str:
    """Form X: استفعال, hollow استفالة; an onset waw is ي: استقبال, استعادة, استيراد."""
    return "اiستi" + _long_alif_tail(verb, "ي" if verb.onset in "وي" else verb.onset)


def _long_alif_tail(verb: Verb, onset: str) -> str:
    """The end of a verbal noun with alif before the last radical: hollow adds ة for the lost radical, a weak last
    radical is hamza.
    """
    if verb.weakness == "hollow":
        return f"{onset}aا{verb.last}aة"
    return f"{onset}{verb.middle}aا{'ء' if verb.weakness == 'defective' else verb.last}"


def _quadriliteral_noun(verb: Verb) -> str:
    """The first four-radical form: سيطرة, طمأنة."""
    return f"{verb.onset}a{verb.middle}a{verb.last}aة"


_VERBAL_NOUNS = {
    2: _second_noun,
    3: _third_noun,
    4: _fourth_noun,
    5: _fifth_noun,
    6: _fifth_noun,
    7: _eighth_noun,
    8: _eighth_noun,
    9: _ninth_noun,
    10: _tenth_noun,
    QUADRILITERAL: _quadriliteral_noun,
    QUADRILITERAL_2: _fifth_noun,
    QUADRILITERAL_4: _ninth_noun,
}
