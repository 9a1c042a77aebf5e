"""Who and what a statement names, so that two wordings of one name are one: العاصمة الصينية, بكين, الصين."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from marsad.language.arabic.fold import fold
from marsad.language.arabic.tokens import cut
from marsad.lexicon.lexicon import MULTIWORD, NAME, NISBA, PLACE, Lexicon, Word, default_lexicon
from marsad.linking.echoes.wording import Name
from marsad.records import Mention, Reading, Statement

_NAMING = frozenset({"name", "title", "epithet", "metonym"})
"""How a mention must be resolved to be a name."""
_ONE_WORD_KINDS = frozenset({"state", "org", "bloc"})
"""Entities that a single word names for certain; of persons the reading knows better."""


def names_in(reading: Reading, statement: Statement) -> Iterator[Name]:
    """Who is named in a statement as the reading resolved it, then what else the lexicon knows of its words. Offsets
    count from the beginning of what was said; no two names share a character; the speaker's own are left out."""
    content = statement.content
    taken = bytearray(len(content.text))
    for mention in sorted(reading.mentions, key=_by_place):
        start, end = mention.span.start - content.start, mention.span.end - content.start
        if mention.by in _NAMING and start >= 0 and end <= len(taken) and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            if mention.entity != statement.speaker:
                yield Name(start, end, mention.entity)
    for name in known_names(content.text):
        if not any(taken[name.start : name.end]) and name.entity != statement.speaker:
            yield name


def _by_place(mention: Mention) -> tuple[int, int, str]:
    return mention.span.start, -mention.span.end, mention.entity


@lru_cache(maxsize=1 << 12)
def known_names(text: str) -> tuple[Name, ...]:
    """The states, organisations and places that a text names by words of the lexicon, nationalities as their states."""
    return tuple(_known_names(text, default_lexicon()))


def _known_names(text: str, lexicon: Lexicon) -> Iterator[Name]:
    tokens = cut(text)
    words = lexicon.words(tokens.words)
    folded = [fold(word) for word in tokens.words]
    n = 0
    while n < len(words):
        length, entity = _several_words(lexicon, words[n], folded, n)
        if not entity and words[n].flags & (NAME | NISBA | PLACE):
            length, entity = 1, _one_word(words[n])
        if entity:
            yield Name(tokens.starts[n], tokens.ends[n + length - 1], entity)
        n += length


def _several_words(lexicon: Lexicon, word: Word, folded: Sequence[str], n: int) -> tuple[int, str]:
    """The longest name that begins at a word, as its length in words and what it names; `(1, "")` if there is none."""
    best = 1, ""
    if not word.flags & MULTIWORD or n + 1 >= len(folded):
        return best
    for split, names in word.heads:
        for rest, code in names.get(folded[n + 1], ()):
            size = 1 + len(rest)
            if size > best[0] and tuple(folded[n + 1 : n + size]) == rest:
                sense = lexicon.sense(code, split)
                lemma = sense.lemma
                named = lemma.entity if lemma.kind == "name" else ""
                if lemma.place:
                    named = _place(lemma.place.key, lemma.place.capital_of)
                if named:
                    best = size, named
    return best


def _one_word(word: Word) -> str:
    """What a single word names; the state where it may be a place too."""
    for sense in word.senses:
        lemma = sense.lemma
        is_name = (lemma.kind == "name" and lemma.strength in ("full", "metonym")) or lemma.kind == "nisba"
        if is_name and lemma.entity.partition(":")[0] in _ONE_WORD_KINDS:
            return lemma.entity
    place = next((sense.lemma.place for sense in word.senses if sense.lemma.place), None)
    return _place(place.key, place.capital_of) if place else ""


def _place(key: str, capital_of: str) -> str:
    return f"state:{capital_of}" if capital_of else f"place:{key}"
