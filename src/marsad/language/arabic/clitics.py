"""Clitics: every way to divide one written word into its joined particles, its stem and its pronoun.

In Arabic writing و ف (and, then), ب ل ك (in, to, like), س (will) and ال (the) are joined to the next word, pronouns to
the end of the last: وبزيارتهم = و + ب + زيارة + هم. Which division is right only the lexicon can tell, so all that
the grammar allows are given. Words are in folded spelling (:mod:`marsad.language.arabic.fold`).
"""

from __future__ import annotations

from typing import NamedTuple

SHORTEST_STEM = 2
LONGEST_PREFIX = 4

PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ني", "ه", "ك", "ي")
"""Pronouns as endings: a noun's possessor, a verb's object (ني of verbs and particles only)."""


class Split(NamedTuple):
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
_FIRST_LETTERS = frozenset(letters[0] for letters in _PREFIXES if letters)
_PRONOUNS_BY_LAST: dict[str, tuple[str, ...]] = {
    letter: tuple(pronoun for pronoun in PRONOUNS if pronoun[-1] == letter) for letter in "اهمنكي"
}


def splits(folded: str) -> tuple[Split, ...]:
    """Every division of one folded word that grammar allows, the undivided word first, longer stems before shorter.

    A stem has at least two letters. س stands only before a present verb (prefix ي ت ا ن); a word with ال takes no
    pronoun. After each division with a pronoun come the stems that lose or change their last letter before one
    (:func:`_stems_before_pronoun`).

    >>> [(s.preposition, s.article, s.stem, s.pronoun) for s in splits("بزياره")]
    [('', False, 'بزياره', ''), ('ب', False, 'زياره', ''), ('', False, 'بزيار', 'ه'), ('ب', False, 'زيار', 'ه')]
    """
    prefixes = _prefixes_of(folded)
    found = [(len(folded) - prefix.length, _split(prefix, folded[prefix.length :], "")) for prefix in prefixes]
    for pronoun in _PRONOUNS_BY_LAST.get(folded[-1:], ()):
        if folded.endswith(pronoun):
            found += _with_pronoun(folded[: -len(pronoun)], pronoun, prefixes)
    if len(found) > 1:
        found.sort(key=_by_length, reverse=True)
    return tuple([split for _, split in found])


def _by_length(found: tuple[int, Split]) -> int:
    return found[0]


def _split(prefix: _Prefix, stem: str, pronoun: str) -> Split:
    return Split(prefix[0], prefix[1], prefix[2], prefix[3], stem, pronoun)


def _prefixes_of(folded: str) -> list[_Prefix]:
    """The prefixes a word may begin with that leave a stem of its own; the empty one first, even of a short word."""
    found = [_PREFIXES[""][0]]
    if folded[:1] not in _FIRST_LETTERS:
        return found
    for length in range(1, min(LONGEST_PREFIX, len(folded) - SHORTEST_STEM + 1) + 1):
        for prefix in _PREFIXES.get(folded[:length], ()):
            rest = len(folded) - prefix.length
            if rest >= SHORTEST_STEM and (not prefix.future or folded[prefix.length] in "يتان"):
                found.append(prefix)
    return found


def _with_pronoun(body: str, pronoun: str, prefixes: list[_Prefix]) -> list[tuple[int, Split]]:
    """The divisions of a word's `body` before a pronoun, each with the length of its stem as written.

    ني follows verbs, so no ب or ك; ي follows nouns, so no س.
    """
    found = []
    for prefix in prefixes:
        length = len(body) - prefix.length
        if length < SHORTEST_STEM or prefix.article:
            continue
        if (pronoun == "ني" and prefix.preposition in {"ب", "ك"}) or (pronoun == "ي" and prefix.future):
            continue
        stems = _stems_before_pronoun(body[prefix.length :])
        found += [(length, _split(prefix, stem, pronoun)) for stem in stems]
    return found


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
