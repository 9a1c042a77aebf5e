"""Nouns, nationality adjectives and participles: every unvowelled form with and without ال.

Case endings show in writing only in the dual (ان, ين), the sound plural (ون, ين) and the accusative alif of indefinite
words (اجتماعا). A noun in construct drops the nun of these endings (رئيسا البلدين, مسؤولو الوزارة). (Grammar:
W. Wright, *A Grammar of the Arabic Language*, I, §§ 289–317.)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from marsad.language.arabic.spelling import KASRATAN, attach, clean

ARTICLE = "ال"

PhraseKind = Literal["auto", "adjective", "construct"]


class NounForm(NamedTuple):
    """One written form: `gender` m or f, `number` s, d or p, `definite` whether it carries ال."""

    surface: str
    gender: str
    number: str
    definite: bool


Cell = tuple[str, str, str, bool]
"""Surface without ال, gender, number, whether it may take ال (a dual or plural without its nun may not)."""


def _with_article(cells: Iterable[Cell]) -> list[NounForm]:
    """The cells as forms, those that may take ال also with it, without duplicates."""
    forms: dict[NounForm, None] = {}
    for surface, gender, number, may_be_definite in cells:
        forms[NounForm(surface, gender, number, False)] = None
        if may_be_definite:
            forms[NounForm(ARTICLE + surface, gender, number, True)] = None
    return list(forms)


# --- Endings ----------------------------------------------------------------------------------------------------


def accusative(word: str) -> str | None:
    """The indefinite accusative in alif (tanween), or None where none is written: after ة, ى, اء and on أ.

    >>> accusative("اجتماع"), accusative("شيء"), accusative("لقاء"), accusative("زيارة")
    ('اجتماعا', 'شيئا', None, None)
    """
    if word[-1] in "ةىاأآ" or word.endswith("اء"):
        return None
    return attach(word, "ا")[0]


def _dual(word: str, ending: str) -> tuple[str, ...]:
    """A dual: ة is ت, ى is ي, a feminine اء is او or stays (قوتان, مستشفيان, لقاءان)."""
    if word[-1] == "ة":
        return (word[:-1] + "ت" + ending,)
    if word[-1] == "ى":
        return (word[:-1] + "ي" + ending,)
    if ending[0] == "ي" and word[-1] in "أؤء" and word[-2:] != "يء":
        return (word + ending,)
    return attach(word, ending)


def _dual_cells(word: str, gender: str) -> list[Cell]:
    """All duals of a singular; those without nun stand in construct only."""
    if word[-1] == "ا" or len(word) < 2:
        return []
    return [
        (surface, gender, "d", ending[-1] == "ن")
        for ending in ("ان", "ين", "ا", "ي")
        for surface in _dual(word, ending)
    ]


def _sound_masculine_cells(stem: str) -> list[Cell]:
    """The sound masculine plural of a stem, in both cases, and without nun in construct."""
    return [
        (surface, "m", "p", ending[-1] == "ن") for ending in ("ون", "ين", "و", "ي") for surface in attach(stem, ending)
    ]


def _sound_feminine(word: str) -> str:
    """The plural in ات: زيارات, مستشفيات, لقاءات, مفاجآت, كاميرات."""
    if word[-1] in "ةا":
        return attach(word[:-1], "ات")[0]
    return word[:-1] + "يات" if word[-1] == "ى" else attach(word, "ات")[0]


# --- Nationality adjectives -------------------------------------------------------------------------------------

_ADJECTIVE_ENDINGS = (
    ("", "m", "s"),
    ("ة", "f", "s"),
    ("ان", "m", "d"),
    ("ين", "m", "d"),
    ("تان", "f", "d"),
    ("تين", "f", "d"),
    ("ون", "m", "p"),
    ("ين", "m", "p"),
    ("ات", "f", "p"),
)


def nisba_forms(masculine: str) -> list[NounForm]:
    """All forms of a nationality adjective given in the masculine singular without ال.

    Of two words (كوري شمالي) both agree and both take ال. Where the first is a noun (جنوب أفريقي) only the last is
    inflected, and ال stands on the first or on both.

    >>> [f.surface for f in nisba_forms("روسي")][:4]
    ['روسي', 'الروسي', 'روسية', 'الروسية']
    """
    words = clean_words(masculine)
    inflected = words if all(word.endswith("ي") for word in words) else words[-1:]
    fixed = words[: len(words) - len(inflected)]
    forms: dict[NounForm, None] = {}
    for ending, gender, number in _ADJECTIVE_ENDINGS:
        cell = fixed + [word + ending for word in inflected]
        forms[NounForm(" ".join(cell), gender, number, False)] = None
        forms[NounForm(" ".join(ARTICLE + word for word in cell), gender, number, True)] = None
        if fixed:
            forms[NounForm(ARTICLE + " ".join(cell), gender, number, True)] = None
    return list(forms)


def clean_words(phrase: str) -> list[str]:
    """The words of a phrase without vowel signs."""
    return [clean(word) for word in phrase.split()]


# --- Participles ------------------------------------------------------------------------------------------------


def participle_forms(masculine: str) -> list[NounForm]:
    """All forms of a participle given in the masculine singular without ال, the accusative in alif among them.

    A defective active participle is told by its tanween, as :func:`marsad.language.arabic.verbalnouns.participles`
    gives it (داعٍ: داع, داعي, داعيا, داعية, داعون), a defective passive by its ى (مستدعى: مستدعاة, مستدعون).

    >>> [f.surface for f in participle_forms("مشير") if not f.definite][:3]
    ['مشير', 'مشيرا', 'مشيرة']
    """
    word = clean(masculine)
    if masculine.endswith(KASRATAN):
        return _with_article([(word, "m", "s", False), *_regular_participle(word + "ي", word)])
    if word[-1] == "ى":
        return _with_article(_passive_in_alif(word))
    return _with_article(_regular_participle(word, word))


def _regular_participle(word: str, plural_stem: str) -> list[Cell]:
    """A sound participle: مؤكد, مؤكدا, مؤكدة, مؤكدان, مؤكدتان, مؤكدون, مؤكدات."""
    feminine = (word[:-1] + "ئ" if word.endswith("يء") else word) + "ة"
    cells: list[Cell] = [(word, "m", "s", True)]
    if (tanween := accusative(word)) is not None:
        cells.append((tanween, "m", "s", False))
    cells += [(feminine, "f", "s", True), *_dual_cells(word, "m"), *_dual_cells(feminine, "f")]
    return [*cells, *_sound_masculine_cells(plural_stem), (_sound_feminine(feminine), "f", "p", True)]


def _passive_in_alif(word: str) -> list[Cell]:
    """A defective passive participle: مستدعى, مستدعاة, مستدعيان, مستدعاتان, مستدعون, مستدعيات."""
    stem = word[:-1]
    cells: list[Cell] = [(word, "m", "s", True), (stem + "اة", "f", "s", True)]
    cells += [*_dual_cells(word, "m"), *_dual_cells(stem + "اة", "f")]
    cells += [(stem + ending, "m", "p", ending[-1] == "ن") for ending in ("ون", "ين", "و", "ي")]
    return [*cells, (stem + "يات", "f", "p", True)]


# --- Nouns ------------------------------------------------------------------------------------------------------


def noun_forms(singular: str, plurals: Iterable[str] = (), gender: str | None = None) -> list[NounForm]:
    """All forms of a noun given without ال, with its plurals.

    `plurals` are whole words, broken or sound; of a sound masculine one (either case will do) the others are made.
    Without any, ات is supplied to nouns of four letters and more, and ون to those in ي or with the م of participles.
    `gender` is that of the singular, by default f for words in ة. Defective nouns may be given as قاضٍ or قاضي. A noun
    of several words (مناورات مشتركة) is inflected only for ال and by its given plurals.
    """
    gender = gender or ("f" if clean(singular.split(maxsplit=1)[0]).endswith("ة") else "m")
    given = tuple(plurals)
    if " " in singular.strip():
        return _phrase_forms(singular, given, gender)
    cells = _singular_cells(singular, gender)
    for plural in given or _supplied_plurals(clean(singular), gender):
        cells += _plural_cells(plural, gender)
    return _with_article(cells)


def _singular_cells(singular: str, gender: str) -> list[Cell]:
    """Singular, its accusative, its shape before a pronoun (زيارت, مستشفا), and its duals."""
    word = clean(singular)
    defective = singular.endswith(KASRATAN) or _is_active_in_ya(word)
    if defective and word[-1] != "ي":
        word += "ي"
    cells: list[Cell] = [(word, gender, "s", True)]
    if defective:
        cells.append((word[:-1], gender, "s", False))
    if (tanween := accusative(word)) is not None:
        cells.append((tanween, gender, "s", False))
    if word[-1] in "ةى":
        cells.append((word[:-1] + ("ت" if word[-1] == "ة" else "ا"), gender, "s", False))
    return cells + _dual_cells(word, gender)


def _is_active_in_ya(word: str) -> bool:
    """Whether a word has the shape of a defective active participle: قاضي, محامي, متمني, مستدعي (not روسي, مغربي)."""
    if not word.endswith("ي") or len(word) < 4:
        return False
    derived = word.startswith(("مت", "مست")) or (word[0] == "م" and word[2] == "ا")
    return derived if len(word) > 4 else word[1] == "ا"


def _supplied_plurals(word: str, gender: str) -> tuple[str, ...]:
    """The sound plurals that a noun without given plurals may have."""
    if word[-1] == "ة":
        return (_sound_feminine(word),)
    if len(word) < 4 or word.endswith(("ات", "ون", "ين")):
        return ()
    masculine = gender == "m" and word[0] == "م" and word[-1] not in "ىا"
    if word.endswith("ي") and gender == "m":
        stem = word[:-1] if _is_active_in_ya(word) else word
        return (stem + "ون", _sound_feminine(word))
    return (attach(word, "ون")[0], _sound_feminine(word)) if masculine else (_sound_feminine(word),)


def _plural_cells(plural: str, gender: str) -> list[Cell]:
    """A given plural; of sound masculines all cases, of broken ones the accusative in alif where they may have it."""
    word = clean(plural)
    if word.endswith(("ون", "ين")) and len(word) > 4 and (word.endswith("ون") or not _is_diptote(word)):
        return [(word, gender, "p", True), *_sound_masculine_cells(word[:-2])]
    if plural.endswith(KASRATAN):
        word += "ي"
    cells: list[Cell] = [(word, gender, "p", True)]
    if word.endswith("ي") and _is_diptote(word):
        return [*cells, (word[:-1], gender, "p", False)]
    if not word.endswith("ات") and not _is_diptote(word) and (tanween := accusative(word)) is not None:
        cells.append((tanween, gender, "p", False))
    return cells


def _is_diptote(word: str) -> bool:
    """Whether a plural has alif as third letter and two or three letters after it (مفاعل, مفاعيل): these take no
    tanween (Wright I, § 309).
    """
    return len(word) > 4 and word[2] == "ا" and len(word) < 7


# --- Nouns of several words -------------------------------------------------------------------------------------

_LAM_IS_RADICAL = frozenset({"التزام", "التحاق", "التفاف", "التقاء", "التماس", "التهاب", "التئام"})
_STOPS = frozenset(
    {"في", "من", "على", "إلى", "عن", "مع", "بين", "ضد", "حول", "أن", "و", "أو", "غير", "لدى", "عبر", "نحو"}
)


def _phrase_forms(singular: str, plurals: tuple[str, ...], gender: str) -> list[NounForm]:
    """The forms of a noun of several words and of its plurals, each as it stands and with ال."""
    forms: dict[NounForm, None] = {}
    for phrase, number in ((singular, "s"), *((plural, "p") for plural in plurals)):
        words = " ".join(clean_words(phrase))
        is_plural = number == "p" or words.split()[0].endswith("ات")
        forms[NounForm(words, gender, "p" if is_plural else "s", False)] = None
        for definite in definite_phrase(words):
            forms[NounForm(definite, gender, "p" if is_plural else "s", True)] = None
    return list(forms)


def definite_phrase(words: str, kind: PhraseKind = "auto") -> tuple[str, ...]:
    """The definite of a noun with its modifier, the likelier first.

    An adjective agrees, so both words take ال (المناورات المشتركة); in a construct only the last noun does (إطلاق
    السراح). `auto` decides by the second word's ending (:func:`_modifier_kinds`) and gives both where it cannot.
    What follows a preposition stays as it is (الهجوم على سفارة); a phrase already definite is returned unchanged.

    >>> definite_phrase("غارة جوية"), definite_phrase("إطلاق سراح"), definite_phrase("وقف إطلاق نار")
    (('الغارة الجوية',), ('إطلاق السراح',), ('وقف إطلاق النار',))
    """
    parts = clean_words(words)
    end = next((i for i, word in enumerate(parts) if i and word in _STOPS), len(parts))
    noun, rest = parts[:end], parts[end:]
    if any(_is_definite(word) for word in noun):
        return (" ".join(parts),)
    if len(noun) == 1:
        return (" ".join([ARTICLE + noun[0], *rest]),)
    kinds = _modifier_kinds(noun) if kind == "auto" else (kind,)
    return tuple(" ".join(_made_definite(noun, kind) + rest) for kind in kinds)


def _is_definite(word: str) -> bool:
    return word.startswith(ARTICLE) and word not in _LAM_IS_RADICAL and len(word) > 3


def _made_definite(noun: list[str], kind: str) -> list[str]:
    """Every word with ال (adjectives), or only the last noun of the construct with the adjectives after it."""
    first = 0 if kind == "adjective" else _last_of_construct(noun)
    return noun[:first] + [ARTICLE + word for word in noun[first:]]


def _last_of_construct(noun: list[str]) -> int:
    """The place of a construct's last noun: the first after the head that an adjective surely follows, or the end."""
    for place in range(1, len(noun) - 1):
        if _modifier_kinds(noun[place:])[0] == "adjective":
            return place
    return len(noun) - 1


def _modifier_kinds(noun: list[str]) -> tuple[PhraseKind, ...]:
    """What the second word is to the first, by agreement: a word in ية after a feminine or a plural of things, or in ي
    after a masculine, is an adjective; in ة after a feminine, or of an adjective's shape after a masculine, it may be
    either; anything else is a genitive.
    """
    head, modifier = noun[0], noun[1]
    feminine = head.endswith(("ة", "ات"))
    if modifier.endswith("ية"):
        return ("adjective",) if feminine or _is_diptote(head) else ("adjective", "construct")
    if modifier.endswith("ة"):
        return ("adjective", "construct") if feminine or _is_diptote(head) else ("construct", "adjective")
    if modifier.endswith("ي") and not feminine:
        return ("adjective",)
    if len(modifier) > 3 and modifier[0] == "م" and not feminine:
        return ("adjective", "construct")
    return ("construct", "adjective") if modifier[-2] == "ي" and not feminine else ("construct",)
