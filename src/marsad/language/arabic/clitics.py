"""Clitics: every way to divide one written word into its joined particles, its stem and its pronoun.

In Arabic writing و ف (and, then), ب ل ك (in, to, like), س (will) and ال (the) are joined to the next word, pronouns to
the end of the last: وبزيارتهم = و + ب + زيارة + هم. Which division is right only the lexicon can tell, so all that
the grammar allows are given. Words are in folded spelling (:mod:`marsad.language.arabic.fold`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from operator import itemgetter

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


@dataclass(slots=True)
class _Prefix:
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
_PRONOUNS_BY_LAST: dict[str, tuple[str, ...]] = {
    letter: tuple(pronoun for pronoun in PRONOUNS if pronoun[-1] == letter) for letter in "اهمنكي"
}

_PREPOSITION_AND_PRONOUN = {
    f"{conjunction}{preposition}{pronoun}": (1, _Prefix(conjunction, "", False, False, 1), preposition, pronoun)
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
    found = [
        (length, Split(prefix.conjunction, prefix.preposition, prefix.future, prefix.article, stem, pronoun))
        for length, prefix, stem, pronoun in _divisions(folded)
        if stems is None or stem in stems
    ]
    if len(found) > 1:
        found.sort(key=itemgetter(0), reverse=True)
    return tuple([split for _, split in found])


def undivided(folded: str) -> Split:
    """The word as a stem without clitics."""
    return Split("", "", False, False, folded, "")


def _divisions(folded: str) -> Iterator[tuple[int, _Prefix, str, str]]:
    """The length of the stem as written, the prefix, the stem and the pronoun of every division."""
    if folded in _PREPOSITION_AND_PRONOUN:
        yield _PREPOSITION_AND_PRONOUN[folded]
    prefixes = _prefixes_of(folded)
    for prefix in prefixes:
        yield len(folded) - prefix.length, prefix, folded[prefix.length :], ""
    for pronoun in _PRONOUNS_BY_LAST.get(folded[-1:], ()):
        if folded.endswith(pronoun):
            body = folded[: -len(pronoun)]
            for prefix in prefixes:
                length = len(body) - prefix.length
                if length >= SHORTEST_STEM and _takes_pronoun(prefix, pronoun):
                    for stem in _stems_before_pronoun(body[prefix.length :]):
                        yield length, prefix, stem, pronoun


def _prefixes_of(folded: str) -> list[_Prefix]:
    """The prefixes a word may begin with that leave a stem of its own; the empty one first, even of a short word."""
    found = [_PREFIXES[""][0]]
    for length in range(1, min(LONGEST_PREFIX, len(folded) - SHORTEST_STEM + 1) + 1):
        prefixes = _BEGINNINGS.get(folded[:length])
        if prefixes is None:
            break
        for prefix in prefixes:
            rest = len(folded) - prefix.length
            if rest >= SHORTEST_STEM and (not prefix.future or folded[prefix.length] in "يتان"):
                found.append(prefix)
    return found


def _takes_pronoun(prefix: _Prefix, pronoun: str) -> bool:
    """Whether a pronoun may end a word with this prefix: ني follows verbs, so no ب or ك; ي follows nouns, so no س."""
    if prefix.article:
        return False
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
