"""Codes of states, organisations and places in others' formats."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from marsad.exporting.dictionary import DATA
from marsad.foreign.names import DATA as FOREIGN
from marsad.lexicon.tables import read_table, read_tables, values
from marsad.output.names import place_name, state_name

_WITHOUT_COUNTRY = {"IGO": "IGO", "NGO": "NGO", "REB": "IMG", "BUS": "MNC"}
"""PLOVER's top-level code of an actor of no country, by its sector."""


class CountryCodes(NamedTuple):
    """What a state is called in PLOVER (with a sector, where that tells its rank), CAMEO, FIPS 10-4 and by the
    Correlates of War project."""

    plover: str
    plover_sector: str
    cameo: str
    fips: str
    cow: str


class Place(NamedTuple):
    """A place: English name, country (ISO 3166-1 alpha-3) and kind (`capital`, `city`, `region`, `state` …)."""

    name: str
    country: str
    kind: str


def country_codes(country: str | None) -> CountryCodes:
    """The codes of a state by its ISO code; all empty for none.

    >>> country_codes("XKX").plover, country_codes("ROU").cameo, country_codes("DEU").fips
    ('KOS', 'ROM', 'GM')
    """
    if not country:
        return CountryCodes("", "", "", "", "")
    return _countries().get(country) or CountryCodes(country, "", country, "", "")


@cache
def _countries() -> Mapping[str, CountryCodes]:
    numbers = {row["code"]: next(iter(values(row["cow"])), "") for row in read_table(FOREIGN / "countries.tsv")}
    return MappingProxyType({
        row["code"]: CountryCodes(
            row["plover"] or row["code"], row["plover_sector"], row["cameo"] or row["code"], row["fips"],
            numbers.get(row["code"], ""),
        )
        for row in read_table(DATA / "countries.tsv")
    })  # fmt: skip


@cache
def group_codes(entity: str) -> tuple[str, str]:
    """PLOVER's top-level code and CAMEO's code of a known organisation of several states; empty where there is none.

    >>> group_codes("org:un-escwa"), group_codes("org:nato"), group_codes("org:unasur")
    (('UNO', 'UNO'), ('', 'NAT'), ('', ''))
    """
    for row in _groups():
        if entity == row["id"] or (row["id"].endswith("*") and entity.startswith(row["id"][:-1])):
            return row["plover"], row["cameo"]
    return "", ""


@cache
def _groups() -> tuple[dict[str, str], ...]:
    return tuple(read_table(DATA / "groups.tsv"))


def top_level(entity: str, country: str | None, sector: str) -> str:
    """PLOVER's code of an actor: its country's, else that of its kind; empty if neither is known.

    >>> top_level("state:RUS", "RUS", "GOV"), top_level("org:eu", None, "IGO"), top_level("bloc:west", None, "")
    ('RUS', 'EUR', '')
    """
    if country:
        return country_codes(country).plover
    known = group_codes(entity)[0] if sector == "IGO" else ""
    return known or _WITHOUT_COUNTRY.get(sector, "")


def place_of(place: str | None) -> Place | None:
    """A place of an event by its English name or as `state:RUS`; one that the lexicon does not know has no country."""
    if not place:
        return None
    if place.startswith("state:"):
        code = place.removeprefix("state:")
        return Place(state_name(code, "en"), code, "state")
    return _places().get(place) or Place(place_name(place, "en"), "", "")


@cache
def _places() -> Mapping[str, Place]:
    found: dict[str, Place] = {}
    for row in read_tables("places/*.tsv"):
        for name in (row["en"], row["key"]):
            found.setdefault(name, Place(row["en"], row["country"], row["kind"]))
    return MappingProxyType(found)
