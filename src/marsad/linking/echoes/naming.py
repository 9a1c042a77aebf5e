"""Who and what a statement names, so that two wordings of one name are one: العاصمة الصينية, بكين, الصين."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from marsad.language.arabic.tokens import cut
from marsad.lexicon.lexicon import MULTIWORD, NAME, NISBA, PLACE, Lexicon, Sense, Word, default_lexicon
from marsad.linking.echoes.wording import Name
from marsad.records import Mention, Reading, Statement

_NAMING = frozenset({"name", "title", "epithet", "metonym"})
"""How a mention must be resolved to be a name."""
_MAY_NAME = MULTIWORD | NAME | NISBA | PLACE
_ONE_WORD_KINDS = frozenset({"state", "org", "bloc"})
"""Entities that a single word names for certain; of persons the reading knows better."""


def naming_mentions(reading: Reading) -> list[Mention]:
    """The mentions that name someone, in the order of the text, the longer before the shorter."""
    return sorted((m for m in reading.mentions if m.by in _NAMING), key=_by_place)


def names_in(statement: Statement, mentions: Sequence[Mention]) -> Iterator[Name]:
    """Who is named in a statement as the reading resolved it, then what else the lexicon knows of its words. Offsets
    count from the beginning of what was said; no two names share a character; the speaker's own are left out."""
    content = statement.content
    taken = bytearray(len(content.text))
    for mention in mentions:
        start, end = mention.span.start - content.start, mention.span.end - content.start
        if start >= 0 and end <= len(taken) and not any(taken[start:end]):
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
    end = 0
    for n, word in enumerate(words):
        if n < end or not word.flags & _MAY_NAME:
            continue
        length, entity = _several_words(lexicon, words, n) if word.flags & MULTIWORD else (1, "")
        if not entity and word.flags & (NAME | NISBA | PLACE):
            length, entity = 1, _one_word(word)
        if entity:
            end = n + length
            yield Name(tokens.starts[n], tokens.ends[end - 1], entity)


def _several_words(lexicon: Lexicon, words: Sequence[Word], n: int) -> tuple[int, str]:
    """The longest name that begins at a word, as its length in words and what it names; `(1, "")` if there is none."""
    best = 1, ""
    if n + 1 == len(words):
        return best
    following = words[n + 1].folded
    for split, names in words[n].heads:
        for rest, code in names.get(following, ()):
            size = 1 + len(rest)
            if size > best[0] and tuple(word.folded for word in words[n + 1 : n + size]) == rest:
                named = _named(lexicon.sense(code, split))
                if named:
                    best = size, named
    return best


def _named(sense: Sense) -> str:
    """What a name of several words names, empty for a phrase that names nothing."""
    lemma = sense.lemma
    if lemma.place:
        return _place(lemma.place.key, lemma.place.capital_of)
    return lemma.entity if lemma.kind == "name" else ""


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
