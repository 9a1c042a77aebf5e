"""English names as they are compared, and the actors that go by them in the lexicon and in `data/names.tsv`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from marsad.lexicon.tables import Row, read_table, read_tables, values

DATA: Final = Path(__file__).parent / "data"

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "ı": "i", "ə": "e", "Ə": "e", "æ": "ae",
     "Æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "Þ": "th", "'": "", "’": "", "`": "", "ʻ": ""}
)  # fmt: skip
"""Letters that have no base letter in Unicode, and signs that join what they stand in."""
_WORD = re.compile("[a-z0-9]+")
_SOUNDS = (("ph", "f"), ("th", "t"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("ck", "k"), ("q", "k"), ("w", "v"))
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiouyh]")
_PARTICLES = frozenset({"al", "el", "bin", "ibn"})


class Known(NamedTuple):
    """Whom a name means. `by` tells how that is known: `state`, `lexicon`, `place`, `names` (the table), `role`,
    `body`, `none` (a name that implies no country, by the table) or `unknown`."""

    entity: str | None
    country: str | None
    sector: str
    by: str

    @property
    def implies_country(self) -> bool:
        """Whether the name is one of somebody in a country. Names that nobody knows count as such; the names of
        international organisations, movements across borders, regions and nobody in particular do not."""
        return self.by == "unknown" or self.country is not None


UNKNOWN: Final = Known(None, None, "", "unknown")


def plain(name: str) -> str:
    """A name as it is compared: small letters without marks, single blanks, no signs.

    >>> plain("Recep_Tayyip_Erdoğan"), plain("Cote d'Ivoire"), plain("Jean-Yves Le Drian")
    ('recep tayyip erdogan', 'cote divoire', 'jean yves le drian')
    """
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return " ".join(_WORD.findall("".join(c for c in letters if not unicodedata.combining(c)).lower()))


@cache
def countries() -> Mapping[str, str]:
    """ISO codes by the plain names of states."""
    found = {plain(row["en"]): row["code"] for row in read_tables("actors/states.tsv")}
    for row in read_table(DATA / "countries.tsv"):
        found.update({plain(name): row["code"] for name in values(row["names"])})
    return found


@cache
def adjectives() -> Mapping[str, str]:
    """ISO codes by the plain adjectives of states."""
    rows = read_table(DATA / "countries.tsv")
    return {plain(adjective): row["code"] for row in rows for adjective in values(row["adjectives"])}


@cache
def known_names() -> Mapping[str, Known]:
    """Everybody whom the lexicon and the table of names know, by plain name."""
    found = dict(_places())
    found.update(_lexicon())
    found.update({name: Known(f"state:{code}", code, "GOV", "state") for name, code in countries().items()})
    for row in read_table(DATA / "names.tsv"):
        found[plain(row["name"])] = _listed(row)
    return found


@cache
def _lexicon() -> tuple[tuple[str, Known], ...]:
    """Organisations, outlets and people of the lexicon by their English names."""
    return tuple(_rows_of_lexicon())


@cache
def entities() -> Mapping[str, Known]:
    """The lexicon's organisations, outlets and people by their ids."""
    return {known.entity: known for _, known in _lexicon() if known.entity}


def _rows_of_lexicon() -> Iterator[tuple[str, Known]]:
    for row in read_tables("actors/organisations.tsv"):
        yield plain(row["en"]), Known(row["id"], row["country"] or None, row["sector"], "lexicon")
    for row in read_tables("actors/outlets.tsv"):
        yield plain(row["en"]), Known(row["id"], row["country"] or None, "JRN", "lexicon")
    for row in read_tables("actors/people*.tsv"):
        yield plain(row["en"]), Known(row["id"], row["country"], row["sector"], "lexicon")


def _places() -> Iterator[tuple[str, Known]]:
    """Places that stand for those who live or rule there; seas and the like imply no country."""
    for row in read_tables("places/places.tsv"):
        if row["kind"] != "capital":
            yield plain(row["en"]), Known(None, row["country"] or None, "", "place" if row["country"] else "none")


def _listed(row: Row) -> Known:
    if row["note"]:
        return Known(None, None, "", "none")
    entity = row["entity"]
    if entity.startswith("state:"):
        return Known(entity, entity.removeprefix("state:"), "GOV", "state")
    if not row["country"] and entity in entities():
        return entities()[entity]
    return Known(entity or None, row["country"] or None, row["sector"], "names" if entity else "place")


@cache
def people_by_sound() -> Mapping[str, tuple[tuple[str, Known], ...]]:
    """The lexicon's people, with their plain names, by the consonants of these."""
    found: dict[str, list[tuple[str, Known]]] = {}
    for name, known in _lexicon():
        if known.entity and known.entity.startswith("person:"):
            found.setdefault(consonants(name), []).append((name, known))
    return {sound: tuple(people) for sound, people in found.items()}


def consonants(plain_name: str) -> str:
    """The consonants of a name, those alike that romanisations take for each other.

    >>> consonants("prayuth chan ocha") == consonants("prayut chan o cha")
    True
    """
    joined = "".join(name_words(plain_name))
    for spelling, sound in _SOUNDS:
        joined = joined.replace(spelling, sound)
    return _VOWELS.sub("", _DOUBLED.sub(r"\1", joined))


@cache
def people_by_ends() -> Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], Known], ...]]:
    """The lexicon's people by their first and last names, with all their names: news drops and adds those between."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], Known]]] = {}
    for name, known in _lexicon():
        words = name_words(name)
        if known.entity and known.entity.startswith("person:") and len(words) > 1:
            found.setdefault((words[0], words[-1]), []).append((words, known))
    return {ends: tuple(people) for ends, people in found.items()}


def name_words(plain_name: str) -> tuple[str, ...]:
    """The words of a name without Arabic particles, which are written or not."""
    return tuple(word for word in plain_name.split() if word not in _PARTICLES)
