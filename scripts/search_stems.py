"""Makes the list of stems that search keys are cut to: src/marsad/language/arabic/data/searchstems.txt.

`python scripts/search_stems.py CORPUS…` counts the words of any large corpus of news and writes the stems that are not
explained as another word with particles or endings. Evidence is distributional: a word that takes ال is not a particle
and a word (الوزير: وزير is whole); a feminine is one of an adjective when both stand behind definite words; a dual or a
plural is one when its other case occurs too. Names of the lexicon stay whole. `searchstems_fixed.tsv` beside the output
corrects by hand what counts get wrong.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from marsad.errors import SourceError
from marsad.language.arabic import searchwords
from marsad.language.arabic.fold import MARKS
from marsad.language.arabic.numerals import read_table
from marsad.language.arabic.searchwords import (
    PRONOUNS,
    SHORTEST,
    divisions,
    key_by_rule,
    search_spelling,
    without_ending,
)
from marsad.lexicon.tables import read_tables, values
from marsad.sources import open_articles

OUTPUT = Path(searchwords.__file__).parent / "data" / "searchstems.txt"
LEAST = 8
"""Occurrences below which a word tells nothing."""
MUCH_COMMONER = 10
"""Times that a stem must be commoner than the one that the rules find, to be taken instead."""

_TOKEN = re.compile(rf"[\u0621-\u064a{MARKS}]+|[^\s\u0621-\u064a]")
_DEFINITE = re.compile(r"(?:[وف]?[بك]?ال)(?=..)")
_TO_THE = re.compile(r"[وف]?لل")
_ADDED = {"و": 0.05, "ف": 0.1, "ب": 0.05, "ل": 0.05, "ك": 0.1}
"""Particles, and how often the rest must stand alone, as a share of the whole, for the particle to be one."""
_TWO_ADDED = ("وب", "ول", "وس", "فل", "فب", "وك", "فس")
_NAMES = {
    "actors/states.tsv": ("ar", "variants", "capital"),
    "actors/people*.tsv": ("ar", "variants", "short"),
    "places/places.tsv": ("ar", "variants"),
    "speech/names.tsv": ("ar",),
}


class Counts:
    """How often each spelling stands in the corpus: `bare` as written, `definite` behind ال, `agreeing` behind ال and
    right after another definite word, as adjectives do; `all` bare and definite together."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.bare, self.definite, self.agreeing = Counter[str](), Counter[str](), Counter[str]()
        self._behind_article = Counter[str]()
        for text in texts:
            self._add(text)
        self.all = self.bare + self.definite

    def _add(self, text: str) -> None:
        after_definite = False
        for token in _TOKEN.findall(text):
            word = search_spelling(token)
            self.bare[word] += 1
            definite = _DEFINITE.match(word)
            if definite:
                rest = word[definite.end() :]
                self.definite[rest] += 1
                if definite[0] == "ال":
                    self._behind_article[rest] += 1
                    self.agreeing[rest] += after_definite
            after_definite = definite is not None

    def agreement(self, word: str) -> float:
        """The share of a word's definite uses that stand right behind a definite word; 0 for too few."""
        uses = self._behind_article[word]
        return self.agreeing[word] / uses if uses >= 5 else 0.0

    def takes_article(self, word: str, share: float = 0.02) -> bool:
        """Whether more than a stray share of a word's uses have ال."""
        return self.definite[word] > share * self.all[word]


def is_particle_and_word(word: str, counts: Counts) -> bool:
    """Whether a spelling is a joined particle and another word."""
    whole = counts.all[word]
    share = _ADDED.get(word[0], 0.0)
    if share and len(word) > 3 and not counts.takes_article(word, 0.04):
        if counts.all[word[1:]] >= max(5, share * whole):
            return True
    if len(word) < 5 or counts.takes_article(word):
        return False
    if word[0] == "س" and word[1] in "يتنا":
        return counts.all[word[1:]] >= 0.2 * whole
    return word[:2] in _TWO_ADDED and counts.all[word[2:]] >= 0.3 * whole


def is_inflected(word: str, counts: Counts) -> bool:
    """Whether a spelling is an inflected form of another word of the corpus."""
    if any(rule(word, counts) for rule in (_is_feminine, _is_plural, _is_dual, _is_accusative)):
        return True
    return not counts.takes_article(word) and (_is_verb_form(word, counts) or _has_pronoun(word, counts))


def _is_feminine(word: str, counts: Counts) -> bool:
    """كبيرة: both it and كبير follow definite nouns."""
    base = word[:-1]
    if word[-1] != "ه" or len(word) < 4 or counts.all[base] < 0.03 * counts.all[word]:
        return False
    return counts.agreement(word) >= 0.5 and counts.agreement(base) >= 0.4


def _is_plural(word: str, counts: Counts) -> bool:
    base, least = word[:-2], max(3, 0.03 * counts.all[word])
    if word.endswith("ات") and len(word) >= 4:
        bare = base.removesuffix("ء")
        return counts.all[base + "ه"] >= least or (len(bare) >= 3 and counts.all[bare] >= least)
    if not word.endswith(("ون", "ين")) or len(word) < 5:
        return False
    nominative, oblique = counts.all[base + "ون"], counts.all[base + "ين"]
    both = min(nominative, oblique) >= max(2, 0.02 * max(nominative, oblique))
    return both and counts.all[base] >= least


def _is_dual(word: str, counts: Counts) -> bool:
    if word.endswith(("تان", "تين")):
        return counts.all[word[:-3] + "ه"] >= counts.all[word]
    base = word[:-2]
    if not word.endswith(("ان", "ين")) or len(word) < 5 or counts.all[base] < counts.all[word]:
        return False
    nominative, oblique = counts.all[base + "ان"], counts.all[base + "ين"]
    return nominative >= max(1, 0.02 * oblique) and oblique >= max(1, 0.1 * nominative)


def _is_accusative(word: str, counts: Counts) -> bool:
    base = word[:-1]
    if word[-1] != "ا" or len(word) < 4 or counts.takes_article(word):
        return False
    return counts.all[base] >= 0.3 * counts.all[word]


def _is_verb_form(word: str, counts: Counts) -> bool:
    """قالت, قالوا: each needs the other."""
    for ending, other in (("وا", "ت"), ("ت", "وا")):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and counts.bare[base + other]:
            if counts.all[base] >= 0.1 * counts.all[word]:
                return True
    return False


def _has_pronoun(word: str, counts: Counts) -> bool:
    whole = counts.all[word]
    for pronoun in PRONOUNS:
        body = word.removesuffix(pronoun)
        if body == word or len(body) < 2:
            continue
        if body[-1] == "ت" and counts.all[body[:-1] + "ه"] >= 0.3 * whole:
            return True
        if body[-2:] in ("اي", "او") and counts.all[body[:-1]] >= 0.3 * whole:
            return True
        if body[-1] == "ا" and counts.all[body[:-1] + "ي"] >= whole:
            return True
        if len(body) >= 3 and counts.all[body] >= 0.5 * whole:
            return True
    return False


def names() -> Iterator[str]:
    """The words of the lexicon's names of people, and its names of states and places that are one word."""
    for pattern, columns in _NAMES.items():
        for row in read_tables(pattern):
            for cell in (part for column in columns for part in values(row[column])):
                if " " not in cell or pattern.startswith("actors/people"):
                    yield from map(_without_article, re.findall(r"[\u0621-\u064a]{3,}", cell))


def _without_article(token: str) -> str:
    word = search_spelling(token)
    definite = _DEFINITE.match(word)
    return word[definite.end() :] if definite else word


def stems(counts: Counts) -> set[str]:
    """The spellings that stay whole."""
    named = set(names())
    found = {word for word in named if not _is_plain_form(word, counts)}
    for word, count in counts.all.items():
        if count < LEAST or word in named or _DEFINITE.match(word) or _TO_THE.match(word):
            continue
        if not re.fullmatch(r"[\u0621-\u064a]+", word):
            continue
        if not is_particle_and_word(word, counts) and not is_inflected(word, counts):
            found.add(word)
    for row in read_table("searchstems_fixed.tsv"):
        words = set(map(search_spelling, row["words"].split()))
        if row["decision"] == "whole":
            found |= words
        elif row["decision"] == "cut":
            found -= words
        else:
            found -= {"و" + word for word in words}
    return {word for word in found if len(word) >= SHORTEST}


def _is_plain_form(word: str, counts: Counts) -> bool:
    """Whether a word of a name is the feminine or plural of an ordinary word (المتحدة)."""
    return len(word) > SHORTEST and (_is_feminine(word, counts) or _is_plural(word, counts))


def exceptions(found: frozenset[str], counts: Counts) -> dict[str, str]:
    """The spellings for which the rules find a rare stem first where a much commoner one fits too, with that one."""
    better = {search_spelling("و" + word): word for word in _particles()}
    for word, count in counts.bare.items():
        if count < LEAST or word in found or word in better or len(word) <= SHORTEST:
            continue
        first, fitting = key_by_rule(word, found), _fitting(word, found)
        fitting = {stem for stem in fitting if len(stem) >= max(SHORTEST, len(first) - 1) and stem[:2] != "ال"}
        best = max(fitting, key=lambda stem: (counts.all[stem], stem), default=first)
        if counts.all[best] > MUCH_COMMONER * counts.all[first]:
            better[word] = best
    return better


def _particles() -> Iterator[str]:
    """Words of two letters before which و is no letter of theirs."""
    for row in read_table("searchstems_fixed.tsv"):
        if row["decision"] == "short":
            yield from map(search_spelling, row["words"].split())


def _fitting(word: str, found: frozenset[str]) -> set[str]:
    """Every stem that a word may be a form of."""
    seen, todo = set[str](), divisions(word)
    while todo:
        body = todo.pop()
        if body not in seen:
            seen.add(body)
            todo += [] if body in found else without_ending(body)
    return seen & found


def _skip(error: SourceError) -> None:
    """A file that cannot be read is told and left out."""
    print(error, file=sys.stderr)


def main() -> None:
    """Counts the corpus named on the command line and writes the list."""
    counts = Counts(article.text for article in open_articles(sys.argv[1:], on_error=_skip))
    found = stems(counts)
    better = exceptions(frozenset(found), counts)
    OUTPUT.write_text(
        "# Stems of search keys, written by scripts/search_stems.py; correct them in searchstems_fixed.tsv.\n"
        + "".join(f"{stem}\n" for stem in sorted(found))
        + "".join(f"{word}\t{stem}\n" for word, stem in sorted(better.items())),
        encoding="utf-8",
    )
    print(f"{len(found)} stems, {len(better)} words with another stem than the rules'")


if __name__ == "__main__":
    main()
