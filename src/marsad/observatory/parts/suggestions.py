"""What somebody may mean who types into the search box: an actor, a country, a pair of countries, or words."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlencode

from marsad.language.arabic.searchwords import search_spelling, search_words
from marsad.lexicon.tables import read_tables, values
from marsad.observatory.addresses import actor_address, pair_address
from marsad.observatory.asking import Asked
from marsad.output.names import entity_name, role_text, state_name
from marsad.records import Entity
from marsad.store.queries.actors import state_codes

_AND = "و"
_COUNTRIES = 4
_ACTORS = 6
_PAIRS = 4


class Suggestion(NamedTuple):
    """What may be meant: what it is called (`label`), what it is (`note`), what a box takes for it (`value`), its page,
    and its `kind`: `actor`, `pair` or `words`."""

    label: str
    note: str
    value: str
    address: str
    kind: str


def meant(asked: Asked, text: str) -> tuple[Suggestion, ...]:
    """The pages of those whose name a text is as a whole: a pair of countries, a country, or actors."""
    if pair := _pair(text.split()):
        return (_pair_of(asked, *pair),)
    if code := state_codes().get(search_words(text)):
        return (_country(asked, code),)
    return tuple(_actor(asked, each) for each in asked.store.actors_called(text))


def suggestions(asked: Asked, text: str) -> tuple[Suggestion, ...]:
    """What a text may become that is being typed: pairs and countries first, then actors, then a search for it."""
    found = [*_pairs_beginning(asked, text.split()), *_countries_beginning(asked, text)]
    known = {each.value for each in found}
    for entity in asked.store.actors_beginning(text, _ACTORS):
        suggested = _actor(asked, entity)
        if suggested.value not in known:
            found.append(suggested)
    words = Suggestion(text, asked.word("web.suggest.words"), text, f"/search?{urlencode({'q': text})}", "words")
    return (*found, words)


def _pair(words: list[str]) -> tuple[str, str] | None:
    """Two countries that a text names one after the other, with nothing else."""
    for first, rest in _divided(words):
        second = state_codes().get(search_words(rest))
        if second and second != first:
            return first, second
    return None


def _divided(words: list[str]) -> Iterator[tuple[str, str]]:
    """Countries that words begin with, each with the words after it."""
    for at in range(1, len(words)):
        first = state_codes().get(search_words(" ".join(words[:at])))
        rest = [word for word in words[at:] if search_words(word) not in {"", "and", _AND}]
        if first and rest:
            yield first, " ".join(rest)


def _pairs_beginning(asked: Asked, words: list[str]) -> Iterator[Suggestion]:
    for first, rest in _divided(words):
        codes = _codes_beginning(asked, rest) or _codes_beginning(asked, rest.removeprefix(_AND))
        for second in [code for code in codes if code != first][:_PAIRS]:
            yield _pair_of(asked, first, second)


def _countries_beginning(asked: Asked, text: str) -> Iterator[Suggestion]:
    for code in _codes_beginning(asked, text)[:_COUNTRIES]:
        yield _country(asked, code)


@functools.cache
def _spelled_names() -> tuple[tuple[str, str], ...]:
    """The names of countries as they are spelled for comparison, the shortest first, with the codes."""
    names = {
        (beginning, row["code"])
        for row in read_tables("actors/states.tsv")
        for each in (row["ar"], row["en"], *values(row["variants"]))
        for beginning in _beginnings(each)
    }
    return tuple(sorted(names, key=lambda name: (len(name[0]), name)))


def _beginnings(name: str) -> Iterable[str]:
    spelled = _spelled(name)
    return {spelled, spelled.removeprefix("ال")}


def _spelled(text: str) -> str:
    return " ".join(search_spelling(word) for word in text.split())


def _codes_beginning(asked: Asked, text: str) -> list[str]:
    """The codes of countries with a name that begins so (two letters at least), those first that most articles know; a
    country whose code or whole name it is before them."""
    spelled = _spelled(text)
    if len(spelled) < 2:
        return []
    codes = list(dict.fromkeys(code for name, code in _spelled_names() if name.startswith(spelled)))
    known = asked.store.articles_knowing(f"state:{code}" for code in codes)
    codes.sort(key=lambda code: -known.get(f"state:{code}", 0))
    whole = state_codes().get(search_words(text))
    return [whole, *(code for code in codes if code != whole)] if whole else codes


def _pair_of(asked: Asked, first: str, second: str) -> Suggestion:
    names = [state_name(code, asked.lang) for code in (first, second)]
    note = asked.word("web.suggest.pair")
    return Suggestion(" – ".join(names), note, f"{first} {second}", pair_address(first, second), "pair")


def _country(asked: Asked, code: str) -> Suggestion:
    note = asked.word("web.suggest.state")
    return Suggestion(state_name(code, asked.lang), note, code, actor_address(code), "actor")


def _actor(asked: Asked, entity: Entity) -> Suggestion:
    if entity.id.startswith("state:"):
        return _country(asked, entity.id[6:])
    note = role_text(entity, asked.lang) or asked.word(f"web.suggest.{entity.kind}")
    return Suggestion(entity_name(entity, asked.lang), note, entity.id, actor_address(entity.id), "actor")
