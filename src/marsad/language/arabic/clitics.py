"""Clitics: every way to divide one written word into its joined particles, its stem and its pronoun.

In Arabic writing و ف (and, then), ب ل ك (in, to, like), س (will) and ال (the) are joined to the next word, pronouns to
the end of the last: وبزيارتهم = و + ب + زيارة + هم. Which division is right only the lexicon can tell, so all that
the grammar allows are given. Words are in folded spelling (:mod:`marsad.language.arabic.fold`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

SHORTEST_STEM = 2
LONGEST_PREFIX = 4

PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ني", "ه", "ك", "ي")
"""Pronouns as endings: a noun's possessor, a verb's object (ني of verbs and particles only)."""


@dataclass(slots=True)
class Split:
    """One division of a word. `stem` is as the lexicon's folded forms have it, so not always a piece of the word:
    ت before a pronoun may stand for taa marbuta. Empty strings say that there is no such part.
    """

    conjunction: str
    preposition: str
    future: bool
    article: bool
    stem: str
    pronoun: str


class _Prefix(NamedTuple):
    """A reading of a word's first letters; the stem begins at `length`."""

    conjunction: str
    preposition: str
    future: bool
    article: bool
    length: int


def _readings(conjunction: str) -> dict[str, list[_Prefix]]:
    """The prefixes that may follow a conjunction, by their letters: none, ال, a preposition with or without ال, س.

    ل and ال are written لل; before a stem in ل they are written so too, its own lam being left out (للجنة).
    """
    taken = len(conjunction)
    readings = {
        conjunction: [_Prefix(conjunction, "", False, False, taken)],
        conjunction + "ال": [_Prefix(conjunction, "", False, True, taken + 2)],
        conjunction + "س": [_Prefix(conjunction, "", True, False, taken + 1)],
        conjunction + "ل": [_Prefix(conjunction, "ل", False, False, taken + 1)],
        conjunction + "لل": [
            _Prefix(conjunction, "ل", False, True, taken + 1),
            _Prefix(conjunction, "ل", False, True, taken + 2),
        ],
    }
    for preposition in "بك":
        readings[conjunction + preposition] = [_Prefix(conjunction, preposition, False, False, taken + 1)]
        readings[conjunction + preposition + "ال"] = [_Prefix(conjunction, preposition, False, True, taken + 3)]
    return readings


_PREFIXES = {
    letters: prefixes for conjunction in ("", "و", "ف") for letters, prefixes in _readings(conjunction).items()
}
_BEGINNINGS: dict[str, list[_Prefix]] = {
    letters[:n]: _PREFIXES.get(letters[:n], []) for letters in _PREFIXES for n in range(1, len(letters) + 1)
}
"""The prefixes by their letters, and with nothing to them the letters with which longer prefixes begin."""
_NO_PREFIX = _PREFIXES[""]
_PRONOUNS_BY_LAST: dict[str, tuple[str, ...]] = {
    letter: tuple(pronoun for pronoun in PRONOUNS if pronoun[-1] == letter) for letter in "اهمنكي"
}

_PREPOSITION_AND_PRONOUN = {
    f"{conjunction}{preposition}{pronoun}": (1, Split(conjunction, "", False, False, preposition, pronoun))
    for conjunction in ("", "و", "ف")
    for preposition in "بل"
    for pronoun in PRONOUNS
    if pronoun != "ني"
}
"""به, لها, وبهم: the one-letter prepositions with a pronoun, whose stem is shorter than any other."""


def splits(folded: str, stems: Container[str] | None = None) -> tuple[Split, ...]:
    """Every division of one folded word that grammar allows, the undivided word first, longer stems before shorter;
    of these only the divisions into known `stems`, if they are given.

    A stem has at least two letters, but for ب and ل with nothing but a pronoun. س stands only before a present verb
    (prefix ي ت ا ن); a word with ال takes no pronoun. After each division with a pronoun come the stems that lose or
    change their last letter before one (:func:`_stems_before_pronoun`).

    >>> [(s.preposition, s.article, s.stem, s.pronoun) for s in splits("بزياره")]
    [('', False, 'بزياره', ''), ('ب', False, 'زياره', ''), ('', False, 'بزيار', 'ه'), ('ب', False, 'زيار', 'ه')]
    """
    found: list[tuple[int, Split]] = []
    size = len(folded)
    if folded in _PREPOSITION_AND_PRONOUN:
        found.append(_PREPOSITION_AND_PRONOUN[folded])
    prefixes = _prefixes_of(folded)
    for conjunction, preposition, future, article, length in prefixes:
        stem = folded[length:]
        if stems is None or stem in stems:
            found.append((size - length, Split(conjunction, preposition, future, article, stem, "")))
    if folded[-1:] in _PRONOUNS_BY_LAST:
        found += _with_pronouns(folded, prefixes, stems)
    if len(found) > 1:
        found.sort(key=itemgetter(0), reverse=True)
    return tuple([split for _, split in found])


def undivided(folded: str) -> Split:
    """The word as a stem without clitics."""
    return Split("", "", False, False, folded, "")


def _with_pronouns(folded: str, prefixes: Iterable[_Prefix], stems: Container[str] | None) -> list[tuple[int, Split]]:
    """The divisions with a pronoun, each with the length of its stem as written."""
    found: list[tuple[int, Split]] = []
    for pronoun in _PRONOUNS_BY_LAST[folded[-1]]:
        if not folded.endswith(pronoun):
            continue
        body = folded[: -len(pronoun)]
        for prefix in prefixes:
            length = len(body) - prefix.length
            if prefix.article or length < SHORTEST_STEM or not _takes_pronoun(prefix, pronoun):
                continue
            for stem in _stems_before_pronoun(body[prefix.length :]):
                if stems is None or stem in stems:
                    split = Split(prefix.conjunction, prefix.preposition, prefix.future, False, stem, pronoun)
                    found.append((length, split))
    return found


def _prefixes_of(folded: str) -> list[_Prefix]:
    """The prefixes a word may begin with that leave a stem of its own; the empty one first, even of a short word."""
    longest = len(folded) - SHORTEST_STEM
    if folded[:1] not in _BEGINNINGS or longest < 1:
        return _NO_PREFIX
    found = [*_NO_PREFIX]
    for end in range(1, min(LONGEST_PREFIX, longest + 1) + 1):
        prefixes = _BEGINNINGS.get(folded[:end])
        if prefixes is None:
            break
        if prefixes:
            found += [p for p in prefixes if p.length <= longest and (not p.future or folded[p.length] in "يتان")]
    return found


def _takes_pronoun(prefix: _Prefix, pronoun: str) -> bool:
    """Whether a pronoun may end a word with this prefix without ال: ني follows verbs, so no ب or ك; ي follows nouns,
    so no س."""
    return not ((pronoun == "ني" and prefix.preposition in {"ب", "ك"}) or (pronoun == "ي" and prefix.future))


def _stems_before_pronoun(stem: str) -> list[str]:
    """A stem as it stands before a pronoun, then what it may be without one (Wright I, §§ 317, 185).

    ت may be taa marbuta (زيارته); ا may be alif maqsura (مستشفاه) or, after a hamza that folding lost, stand for both
    (رآه: رأى); او and اي may be a final hamza on its seat (لقاؤه, لقائه), as may و and ي after two letters (بدئه); the
    و of verbs loses its mute alif (اتهموه).
    """
    stems, last = [stem], stem[-1]
    if last == "ت" and len(stem) > SHORTEST_STEM:
        stems.append(stem[:-1] + "ه")
    elif last == "ا":
        if len(stem) > SHORTEST_STEM:
            stems.append(stem[:-1] + "ي")
        stems.append(stem + "ي")
    elif last in "وي":
        if stem[-2] == "ا" or len(stem) == SHORTEST_STEM + 1:
            stems.append(stem[:-1] + "ء")
        if last == "و":
            stems.append(stem + "ا")
    return stems
