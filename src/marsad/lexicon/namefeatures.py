"""What may tell a name: how a word and its neighbours are spelt, and what the lexicon knows of them.

That a word names a known person is left out: the model is asked about those whom the lexicon does not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.language.arabic.clitics import Split
    from marsad.lexicon.lexicon import Sense, Word

DISTANCES = (-2, -1, 0, 1, 2)
"""Where a word may stand, seen from the place that is asked about."""
ALWAYS = "always"
_WORDS = frozenset({"verb", "participle", "noun", "phrase", "word"})
_LONGEST = 9
_SIGN, _UNKNOWN = ("sign",), ("unknown",)


def features(word: Word, distance: int) -> list[str]:
    """The features of a word at a distance, fewer the farther it stands."""
    return [f"{distance}{feature}" for feature in traits(word, abs(distance))]


def traits(word: Word, farness: int) -> list[str]:
    """What tells of a word that stands so many words away, on either side: less the farther it is."""
    classes = classes_of(word)
    return class_traits(classes, farness) + spelling_traits(word, classes, farness)


def class_traits(classes: tuple[str, ...], farness: int) -> list[str]:
    """What the classes of a word tell."""
    found = [f"k={c}" for c in classes]
    if farness < 2 and len(classes) > 1:
        found.append(f"c={'|'.join(classes)}")
    return found


def spelling_traits(word: Word, classes: tuple[str, ...], farness: int) -> list[str]:
    """What the spelling of a word and its clitics tell."""
    folded = word.folded
    found = [f"w={folded}"]
    if farness < 2:
        if joined := _joined(word.split):
            found.append(f"j={joined}")
        if not word.is_sign:
            found += (f"p2={folded[:2]}", f"s2={folded[-2:]}")
            if farness == 0:
                found += _nearest(folded)
                if classes == _UNKNOWN:
                    found += (f"up2={folded[:2]}", f"us2={folded[-2:]}")
    return found


def joint_class(word: Word) -> str:
    """All that a word is, under one name, for what two neighbours tell together."""
    return "|".join(classes_of(word))


def at(words: Sequence[Word], i: int) -> list[str]:
    """All features of the place `i`."""
    found = [ALWAYS]
    for distance in DISTANCES:
        if 0 <= i + distance < len(words):
            found += features(words[i + distance], distance)
    if i:
        found.append(pair("before", words[i - 1], words[i]))
    if i + 1 < len(words):
        found.append(pair("after", words[i], words[i + 1]))
    return found


def pair(name: str, left: Word, right: Word) -> str:
    """The feature of two neighbours."""
    return f"{name}={joint_class(left)}>{joint_class(right)}"


@lru_cache(maxsize=1 << 15)
def classes_of(word: Word) -> tuple[str, ...]:
    """What a word is, by its senses, in order of the alphabet."""
    found = {c for s in word.senses if (c := _class(s))}
    return tuple(sorted(found)) or (_SIGN if word.is_sign else _UNKNOWN)


def _class(sense: Sense) -> str:
    """What one sense of a word is; empty for a person."""
    lemma, kind = sense.lemma, sense.lemma.kind
    if kind in _WORDS:
        use = "cue" if lemma.cues else "event" if lemma.events else "plain"
        return f"{'verb' if sense.feature.tense else 'noun'} {use}"
    if kind == "name":
        entity = lemma.entity.split(":")[0]
        return "" if entity == "person" else entity
    if kind == "title" and lemma.title:
        return f"title {lemma.title.level}"
    return f"{kind} {lemma.label}" if kind in {"namepart", "function"} else kind


def _joined(split: Split) -> str:
    """The clitics that a word has, a letter for each."""
    left = ("c" if split.conjunction else "") + ("p" if split.preposition else "")
    return left + ("a" if split.article else "") + ("o" if split.pronoun else "")


def _nearest(folded: str) -> list[str]:
    """What tells of a word on the place that is asked about itself."""
    found = [
        f"p1={folded[:1]}", f"p3={folded[:3]}", f"s1={folded[-1:]}", f"s3={folded[-3:]}",
        f"n={min(len(folded), _LONGEST)}",
    ]  # fmt: skip
    if folded.startswith("ال"):
        found += (f"al1={folded[-1:]}", f"al2={folded[-2:]}")
    return found
