"""Words as people type them, brought to one spelling: the keys of full-text search.

The same function makes the keys of a text and of a query, so whatever it does to a word it does on both sides. Spelling
is folded, then joined particles and the article are taken off, and the endings that only inflect: the feminine and the
plural of what has them, pronouns, the accusative alif. What to take off is told by a list of stems (`searchstems.txt`,
made by `scripts/search_stems.py`): وزير stands there and stays whole, وقال does not and is و + قال. A word that neither
the list nor its endings explain loses و, ال and the endings ة and ات alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from marsad.language.arabic.fold import MARKS, fold

SHORTEST = 3
"""Letters that a key keeps at least; shorter words are left as they are."""
PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه")

_STEMS = Path(__file__).parent / "data" / "searchstems.txt"
_WORD = re.compile(rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*|\d+(?:[.,\u066b\u066c]\d+)*")
_PRESENTATION_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_ARTICLE = "ال"
_TO_THE = "لل"
_FUTURE = "س"
_PRESENT_PREFIXES = "يتنا"
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("تان", ("ه",)), ("تين", ("ه",)), ("ون", ("",)), ("ين", ("",)), ("ان", ("",)), ("ءات", ("",)), ("ات", ("ه", "")),
    ("وا", ("",)), ("هما", ()), ("كما", ()), ("ها", ()), ("ا", ("",)), ("نا", ()), ("هم", ()), ("هن", ()), ("كم", ()),
    ("ه", ()), ("ت", ("",)), ("و", ("",)),
)  # fmt: skip
"""Endings, likelier ones first, each with what may stand in its place. Pronouns, and ة that is written like one,
have none: what they leave is found by rule."""
_ENDINGS_BY_LAST = {last: [row for row in _ENDINGS if row[0][-1] == last] for last in "اتمنهو"}


def search_words(text: str) -> str:
    """The search keys of a text or a query, one a word or number in their order, joined by blanks; signs are dropped.

    >>> search_words("زيارات الوزراء"), search_words("وبزيارة الوزير!")
    ('زياره وزرا', 'زياره وزير')
    """
    if _PRESENTATION_FORM.search(text):
        text = unicodedata.normalize("NFKC", text)
    return " ".join(map(search_key, _WORD.findall(text)))


class KeyedWords(NamedTuple):
    """The words and numbers of a text: their offsets, and their search keys."""

    starts: list[int]
    keys: list[str]


@lru_cache(maxsize=4)
def keyed_words(text: str) -> KeyedWords:
    """The words and numbers of which `search_words` tells the keys, with their places. A word in presentation forms has
    the keys of the same word as it is written in other texts."""
    found = list(_WORD.finditer(text))
    written = [match[0] for match in found]
    if _PRESENTATION_FORM.search(text):
        written = [unicodedata.normalize("NFKC", word) for word in written]
    return KeyedWords([match.start() for match in found], list(map(search_key, written)))


def placed_words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words and numbers of which `search_words` makes keys, with where each begins and ends; those in presentation
    forms as they are written in other texts.

    >>> list(placed_words("في ٢٠١٥"))
    [(0, 2, 'في'), (3, 7, '٢٠١٥')]
    """
    odd = bool(_PRESENTATION_FORM.search(text))
    for match in _WORD.finditer(text):
        yield match.start(), match.end(), unicodedata.normalize("NFKC", match[0]) if odd else match[0]


@lru_cache(maxsize=1 << 17)
def search_key(word: str) -> str:
    """The search key of one word or number.

    >>> search_key("والمسؤولين"), search_key("مسئول"), search_key("١٬٥٠٠")
    ('مسول', 'مسول', '1500')
    """
    folded = search_spelling(word)
    if folded[:1].isdigit():
        return _THOUSANDS.sub("", folded)
    if len(folded) < SHORTEST:
        return folded
    stems, exceptions = search_stems()
    return exceptions.get(folded) or key_by_rule(folded, stems)


def key_by_rule(folded: str, stems: frozenset[str]) -> str:
    """The key of a word by the stems alone: a known one under the particles, else one under particles and endings. An
    ending is taken off what has no article first: with it, the ending may seem to belong to a word in ال."""
    bodies = divisions(folded)
    for body in bodies:
        if body in stems:
            return body
    for body in sorted(bodies, key=_has_article) if len(bodies) > 1 else bodies:
        stem = _stem(body, stems)
        if stem:
            return stem
    return _unknown(folded)


def _has_article(body: str) -> bool:
    return body.startswith(_ARTICLE) or body.startswith(_ARTICLE, 1) or body.startswith(_ARTICLE, 2)


def search_spelling(word: str) -> str:
    """The folded spelling of a word, hamzas that people write on several seats or leave out made one (مسئول, مسؤول;
    لقاء, لقا)."""
    folded = fold(word.replace("ئو", "ؤو")).replace("وو", "و")
    return folded[:-1] if folded[-1:] == "ء" and len(folded) >= SHORTEST else folded


@cache
def search_stems() -> tuple[frozenset[str], dict[str, str]]:
    """The stems that stay whole, in the spelling of :func:`search_spelling`, and the words whose stem is another than
    the rules find."""
    stems, exceptions = list[str](), dict[str, str]()
    for line in _STEMS.read_text(encoding="utf-8").split("\n")[1:-1]:
        word, _, stem = line.partition("\t")
        if stem:
            exceptions[word] = stem
        else:
            stems.append(word)
    return frozenset(stems), exceptions


def divisions(folded: str) -> list[str]:
    """What may be left of a word when joined particles are taken off: the whole word first, then ever less of it.

    >>> divisions("وللجنه")
    ['وللجنه', 'للجنه', 'لجنه', 'جنه']
    """
    found = [folded]
    _take_off_prepositions(folded, found)
    if folded[0] in _CONJUNCTIONS and len(folded) > SHORTEST:
        found.append(folded[1:])
        _take_off_prepositions(folded[1:], found)
    return found


def _take_off_prepositions(word: str, found: list[str]) -> None:
    """Adds a word without ال, without its preposition, or without both; without the س of the future."""
    first, size = word[0], len(word)
    if size <= SHORTEST:
        return
    if first in _PREPOSITIONS:
        if word.startswith(_ARTICLE, 1):
            if size > SHORTEST + 2:
                found.append(word[3:])
            return
        found.append(word[1:])
        if word.startswith(_TO_THE) and size > SHORTEST + 1:
            found.append(word[2:])
    elif word.startswith(_ARTICLE) or (first == _FUTURE and word[1] in _PRESENT_PREFIXES):
        found.append(word[1 if first == _FUTURE else 2 :])


def _stem(word: str, stems: frozenset[str]) -> str | None:
    """The stem that a word without particles is a form of, None if it is a form of none that is known."""
    for shorter in without_ending(word):
        if shorter in stems:
            return shorter
        if shorter[-1] in _ENDINGS_BY_LAST:
            stem = _stem(shorter, stems)
            if stem:
                return stem
    return None


def without_ending(word: str) -> list[str]:
    """The words that a word may be an inflected form of, likelier ones first, each shorter than the word.

    >>> without_ending("زيارتهما"), without_ending("لقاءات")
    (['زياره', 'زيارت', 'زيارتهم'], ['لقا', 'لقاءه', 'لقاءا'])
    """
    size, found = len(word), list[str]()
    for ending, replacements in _ENDINGS_BY_LAST.get(word[-1], ()):
        if word.endswith(ending) and size > len(ending) + 1:
            body = word[: -len(ending)]
            if replacements:
                for replacement in replacements:
                    found.append(body + replacement)
            else:
                found += _before_pronoun(body)
    return [s for s in found if SHORTEST <= len(s) < size and s[-1] != "ء"]


def _before_pronoun(body: str) -> list[str]:
    """What a word may be without the pronoun after `body`: ت may be taa marbuta (زيارته), او and اي a hamza (لقاؤه),
    ا an alif maqsura (مستشفاها)."""
    last = body[-1]
    if last == "ت":
        return [body] if body[-2] == "ا" else [body[:-1] + "ه", body]
    if last == "ء" or (last in "وي" and body[-2] == "ا"):
        return [body[:-1], body]
    return [body, body[:-1] + "ي"] if last == "ا" else [body]


def _unknown(folded: str) -> str:
    """The key of a word that is in no list: without what hardly ever belongs to a word."""
    word = folded
    if word[0] == "و" and len(word) > SHORTEST + 1:
        word = word[1:]
    for prefix in (_ARTICLE, "بال", "كال", "فال", _TO_THE):
        if word.startswith(prefix) and len(word) >= len(prefix) + SHORTEST:
            word = word[len(prefix) :]
            break
    for ending in ("ات", "ه"):
        if word.endswith(ending) and len(word) > len(ending) + SHORTEST:
            return word[: -len(ending)]
    return word
