"""Whom an English name of an actor means: by the lexicon, by the table of names, by role and country
(`Foreign_Affairs_(Russia)`), or as a body with its country in its name (`Nigerian Army`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from marsad.foreign.names import (
    DATA,
    UNKNOWN,
    Known,
    adjectives,
    consonants,
    countries,
    entities,
    known_names,
    name_words,
    people_by_ends,
    people_by_sound,
    plain,
)
from marsad.lexicon.tables import read_table, values

_LONGEST_COUNTRY = 6
"""Words in the longest name of a state."""
_ENOUGH_CONSONANTS = 5
_LIKE = 0.85
"""The share of letters in common (Ratcliff and Obershelp's) that two spellings of one name have. Of the pairs of ICEWS
names and names of the lexicon that have the same five consonants or more, 35 of 38 above it are the same person."""


class Agent(NamedTuple):
    """What a nameless actor is: the stem of its group's id, its sector, and the ends of ids of organisations that it
    may be."""

    group: str
    sector: str
    organisations: tuple[str, ...]


class ActorNames:
    """Looks up names, each once."""

    def __init__(self) -> None:
        self._found: dict[str, Known] = {}

    def known(self, name: str) -> Known:
        """Whom a name means; `by` is `unknown` if nothing tells.

        >>> ActorNames().known("Foreign_Affairs_(Russia)")
        Known(entity='org:rus-mfa', country='RUS', sector='GOV', by='role')
        """
        known = self._found.get(name)
        if known is None:
            known = self._found[name] = find(name)
        return known


def find(name: str) -> Known:
    """Whom a name means, looked up anew."""
    bare = plain(name)
    known = known_names().get(bare)
    if known is None:
        known = _with_role(name) or _person(bare) or _by_sound(bare) or _body(bare) or UNKNOWN
    return known


def split_role(name: str) -> tuple[str, str] | None:
    """A name and what stands in brackets at its end.

    >>> split_role("Citizen_(Holy_See_(Vatican_City_State))")
    ('Citizen', 'Holy_See_(Vatican_City_State)')
    """
    depth = 0
    for at in range(len(name) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(name[at], 0)
        if depth == 0:
            return None if at == len(name) - 1 or at == 0 else (name[:at].strip("_ "), name[at + 1 : -1])
    return None


def _with_role(name: str) -> Known | None:
    """`Police_(India)`; a role in an organisation (`Militant_(Taliban)`) stands for the organisation."""
    parts = split_role(name)
    if parts is None:
        return None
    owner = find(parts[1])
    role = roles().get(plain(parts[0]))
    if owner.by == "unknown":
        return UNKNOWN
    if owner.by in {"lexicon", "names"} and owner.entity and not owner.entity.startswith("state:"):
        return owner._replace(by="role")
    if owner.country is None:
        return Known(None, None, role.sector if role else "", "none")
    return _of_country(plain(parts[0]), role, owner.country)


def _of_country(bare: str, role: Agent | None, country: str) -> Known:
    prefix = country.lower()
    if role is None:
        return Known(f"group:{prefix}-{bare.replace(' ', '-')}", country, _sector_by_word(bare.split()), "role")
    return Known(organisation_of(role, country) or f"group:{prefix}-{role.group}", country, role.sector, "role")


def organisation_of(role: Agent, country: str) -> str | None:
    """The id of the organisation that has a role in a country (`org:ind-police`), if the lexicon has it."""
    ids = (f"org:{country.lower()}-{end}" for end in role.organisations)
    return next((entity for entity in ids if entity in entities()), None)


def _person(bare: str) -> Known | None:
    """A person of the lexicon whose middle names are written or left out; None if several would fit."""
    words = name_words(bare)
    if len(words) < 2:
        return None
    candidates = people_by_ends().get((words[0], words[-1]), ())
    fitting = [known for names, known in candidates if _within(names, words) or _within(words, names)]
    return fitting[0] if len(fitting) == 1 else None


def _by_sound(bare: str) -> Known | None:
    """A person of the lexicon whose name is romanised another way; None if several would fit."""
    sound = consonants(bare)
    if len(sound) < _ENOUGH_CONSONANTS:
        return None
    joined = bare.replace(" ", "")
    fitting = [
        known
        for name, known in people_by_sound().get(sound, ())
        if SequenceMatcher(None, joined, name.replace(" ", "")).ratio() >= _LIKE
    ]
    return fitting[0] if len(fitting) == 1 else None


def _within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether the words stand among the others in the same order."""
    rest = iter(many)
    return all(word in rest for word in few)


def _body(bare: str) -> Known | None:
    """A body with a country in its name: at its beginning as adjective or name, or at its end."""
    words = bare.split()
    sector = _sector_by_word(words)
    if not sector:
        return None
    country = _at_beginning(words) or _at_end(words)
    return Known(f"org:{'-'.join(words)}", country, sector, "body") if country else None


def _at_beginning(words: list[str]) -> str | None:
    for length in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
        start = " ".join(words[:length])
        if country := adjectives().get(start) or countries().get(start):
            return country
    return None


def _at_end(words: list[str]) -> str | None:
    for length in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
        if country := countries().get(" ".join(words[-length:])):
            return country
    return None


def _sector_by_word(words: Collection[str]) -> str:
    text = f" {' '.join(words)} "
    return next((sector for word, sector in _body_words() if f" {word} " in text), "")


@cache
def roles() -> Mapping[str, Agent]:
    """The roles of nameless actors by plain name."""
    rows = read_table(DATA / "roles.tsv")
    return {plain(row["role"]): Agent(row["group"], row["sector"], values(row["organisations"])) for row in rows}


@cache
def _body_words() -> tuple[tuple[str, str], ...]:
    return tuple((row["word"], row["sector"]) for row in read_table(DATA / "bodies.tsv"))
