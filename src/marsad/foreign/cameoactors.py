"""CAMEO's codes of actors as GDELT has them: country, known group, up to three types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from marsad.foreign.actors import ActorNames, Agent, organisation_of
from marsad.foreign.coded import Side
from marsad.foreign.names import DATA, countries, entities
from marsad.lexicon.tables import Row, read_table, values

_GOVERNMENT = ("GOV",)


class ActorCode(NamedTuple):
    """One actor's codes; any may be empty."""

    name: str
    country: str
    group: str
    types: tuple[str, ...]


def side_of(code: ActorCode, names: ActorNames) -> Side | None:
    """Who is meant: the known group; else whom the name means, if it is of the country of the code (a state's own name
    stands for its government); else the type of actor in that country; else the state itself. None if nothing is
    given."""
    if not any(code[:3]) and not code.types:
        return None
    country, sector = country_of_code(code.country), _sector(code.types)
    if known := entities().get(_groups().get(code.group, "")):
        return Side(code.name, known.entity, known.country or country, known.sector or sector)
    named = names.known(code.name) if code.name else None
    if named and named.entity and named.country == country and _fits(named.entity, code.types):
        return Side(code.name, named.entity, country, named.sector or sector)
    return Side(code.name, _entity(code.types, country), country, sector or ("GOV" if country else ""))


def _fits(entity: str, types: tuple[str, ...]) -> bool:
    """Whether a name tells more than the codes: that of a state does so only beside the code of its government."""
    return not entity.startswith("state:") or types == _GOVERNMENT


def _entity(types: tuple[str, ...], country: str | None) -> str | None:
    role = next((_types()[each] for each in types if each in _types()), None)
    if country is None:
        return None
    if role is None or not role.group:
        return f"state:{country}"
    return organisation_of(role, country) or f"group:{country.lower()}-{role.group}"


def _sector(types: tuple[str, ...]) -> str:
    return next((_types()[each].sector for each in types if each in _types() and _types()[each].sector), "")


@lru_cache(maxsize=1024)
def country_of_code(code: str) -> str | None:
    """The ISO code of CAMEO's code of a country; None for a region, or for none."""
    code = _by_kind("country").get(code, code)
    return code if code in set(countries().values()) else None


@cache
def _types() -> Mapping[str, Agent]:
    return {
        row["code"]: Agent(row["group"], row["sector"], values(row["organisations"]))
        for row in _rows() if row["kind"] == "type"
    }  # fmt: skip


@cache
def _groups() -> Mapping[str, str]:
    return _by_kind("group")


@cache
def _by_kind(kind: str) -> Mapping[str, str]:
    return {row["code"]: row["meaning"] for row in _rows() if row["kind"] == kind}


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(read_table(DATA / "cameo_actors.tsv"))
