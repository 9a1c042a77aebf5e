"""Acts in the columns of GDELT 1.0 (its "Data Format Codebook V1.03", 2013), one row for each pair of parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations, product
from types import MappingProxyType
from typing import Final

from marsad.exporting.acts import Act, Party
from marsad.exporting.codes import country_codes, group_codes, place_of
from marsad.exporting.folding import Filed, cameo_of
from marsad.exporting.values import Cell
from marsad.ontology.cameo import CameoCode
from marsad.output.names import state_name
from marsad.records import SYMMETRIC_TYPES
from marsad.store.ids import stable_id

Row = dict[str, Cell]
_PLACE_TYPES: Final = MappingProxyType({"state": 1, "region": 5, "": 0})
"""GDELT's types of places by ours; all others are cities and sites (4)."""
_ROLES: Final = MappingProxyType({"JRN": "MED", "MED": "HLH", "UNK": ""})
"""CAMEO's roles by PLOVER's sectors where they differ."""
_COUNTS: Final = MappingProxyType(
    {"IsRootEvent": "root_event", "NumMentions": "mentions", "NumSources": "sources", "NumArticles": "articles"}
)
"""The codes under which the import keeps GDELT's counts."""
_LAST_ROOTS: Final = ((5, 1), (8, 2), (13, 3), (20, 4))
"""The last root code of each of GDELT's quad classes."""


def gdelt_rows(act: Act, as_filed: Filed) -> Iterator[Row]:
    """The rows of an act that happened, was agreed or conceded; none for another, for one without a CAMEO code, a day
    or parties. Each pair of actor and recipient has one; of a mutual act, each pair of actors once."""
    code = cameo_of(act, as_filed)
    if code is None or not as_filed.day or as_filed.marked:
        return
    told = _told(act, as_filed.day) if act.tellings else _told_by_others(act.codes, as_filed.day)
    shared = _time(as_filed.day) | _act(code) | told | _place(act.place)
    for n, (actor, recipient) in enumerate(_pairs(act)):
        first, second = (recipient, actor) if code.hosted else (actor, recipient)
        number = stable_id(act.number, n) if n else act.number
        yield {"GLOBALEVENTID": number, **shared, **_actor(1, first), **_actor(2, second)}


def _flat(text: str) -> str:
    """A text without tabs and new lines, which GDELT has no way to write."""
    return " ".join(text.split())


def _pairs(act: Act) -> Iterator[tuple[Party | None, Party | None]]:
    if act.actors and act.recipients:
        yield from product(act.actors, act.recipients)
    elif act.type in SYMMETRIC_TYPES and len(act.actors) > 1:
        yield from combinations(act.actors, 2)
    else:
        yield from ((p, None) for p in act.actors)
        yield from ((None, p) for p in act.recipients)


@lru_cache(maxsize=1024)
def _time(day: str) -> Row:
    year, month, of_month = (int(part) for part in day.split("-"))
    fraction = year + ((month - 1) * 30 + of_month) / 365
    return {
        "SQLDATE": _figures(day), "MonthYear": year * 100 + month, "Year": year, "FractionDate": round(fraction, 4),
    }  # fmt: skip


def _figures(day: str) -> int:
    return int(day.replace("-", ""))


@cache
def _act(code: CameoCode) -> Row:
    root = code.code[:2]
    return {
        "EventCode": code.code, "EventBaseCode": code.code[:3], "EventRootCode": root,
        "QuadClass": next(quad for last, quad in _LAST_ROOTS if int(root) <= last), "GoldsteinScale": code.goldstein,
    }  # fmt: skip


def _told(act: Act, day: str) -> Row:
    articles = {t.article.id for t in act.tellings}
    outlets = {t.article.outlet or t.article.id for t in act.tellings}
    first = act.tellings[0].article
    return {
        "IsRootEvent": int(act.leads), "NumMentions": sum(1 + len(t.event.also) for t in act.tellings),
        "NumSources": len(outlets), "NumArticles": len(articles), "DATEADDED": _figures(first.first_day or day),
        "SOURCEURL": _flat(first.uri),
    }  # fmt: skip


def _told_by_others(codes: Mapping[str, str], day: str) -> Row:
    """What GDELT itself said of an event that was imported; of others' data the least that can be."""
    counts = {name: codes.get(own) or "1" for name, own in _COUNTS.items()}
    return {
        **counts,
        "AvgTone": codes.get("tone"),
        "DATEADDED": _figures(day),
        "SOURCEURL": _flat(codes.get("link") or ""),
    }


def _actor(n: int, party: Party | None) -> Row:
    if party is None:
        return {}
    country, group = country_codes(party.country).cameo, group_codes(party.entity)[1]
    role = _ROLES.get(party.sector, party.sector)
    return {
        f"Actor{n}Code": f"{country}{role}{group}", f"Actor{n}Name": _flat(party.name.upper()),
        f"Actor{n}CountryCode": country, f"Actor{n}KnownGroupCode": group, f"Actor{n}Type1Code": role,
    }  # fmt: skip


@lru_cache(maxsize=4096)
def _place(place: str | None) -> Row:
    found = place_of(place)
    if found is None:
        return {"ActionGeo_Type": 0}
    country = state_name(found.country, "en") if found.country and found.kind != "state" else ""
    fips = country_codes(found.country).fips
    return {
        "ActionGeo_Type": _PLACE_TYPES.get(found.kind, 4), "ActionGeo_CountryCode": fips, "ActionGeo_ADM1Code": fips,
        "ActionGeo_FullName": _flat(f"{found.name}, {country}" if country else found.name),
    }  # fmt: skip
