"""CAMEO's codes of events in PLOVER's terms, and back.

The mapping is PLOVER's own of 2021, brought up to version 2.0; each row that differs from it names its reason, a row of
`data/decisions.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from marsad.lexicon.tables import read_table, values
from marsad.ontology.plover import DATA

_NOT_LETTERS = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One code. `type` is empty for what is only said; `hosted` tells that CAMEO's source is PLOVER's recipient,
    `narrow` that it says more than its type, mode and contexts do, so that nothing is written with it;
    `codebook` is the codebook's own mapping as `TYPE:mode:context;context`, empty where it has none, and `why` names
    the decisions by which this one differs; `back` lists what else is written with this code (`MOBILIZE:militia`)."""

    code: str
    wording: str
    variants: tuple[str, ...]
    type: str
    mode: str
    contexts: tuple[str, ...]
    goldstein: float
    hosted: bool
    narrow: bool
    back: tuple[str, ...]
    codebook: str
    why: tuple[str, ...]


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """All codes, in their own order."""
    rows = (_code(row) for row in read_table(DATA / "cameo.tsv"))
    return MappingProxyType({row.code: row for row in rows})


def _code(row: dict[str, str]) -> CameoCode:
    return CameoCode(
        row["code"], row["wording"], values(row["variants"]), row["type"], row["mode"], values(row["contexts"]),
        float(row["goldstein"]), row["note"] == "host", row["note"] == "narrow",
        values(row["back"]), row["codebook"], values(row["why"]),
    )  # fmt: skip


def plain(wording: str) -> str:
    """A wording as it is compared: small letters and single blanks, no signs, no "not specified below".

    >>> plain("Return,_release_person(s)"), plain("Appeal for aid, not specified below")
    ('return release person s', 'appeal for aid')
    """
    words = _NOT_LETTERS.sub(" ", wording.lower().replace("'", "")).strip()
    return words.removesuffix(" not specified below")


def code_of_wording(wording: str) -> CameoCode | None:
    """The code that is worded so in CAMEO, ICEWS or GDELT; of a root and its unspecified code (03, 030), the latter.

    >>> code = code_of_wording("Express_intent_to_cooperate")
    >>> code.code if code else None
    '030'
    """
    return _by_wording().get(plain(wording))


@cache
def _by_wording() -> Mapping[str, CameoCode]:
    found: dict[str, CameoCode] = {}
    for code in sorted(cameo_codes().values(), key=lambda code: (len(code.code) == 2, code.code)):
        for wording in (code.wording, *code.variants):
            found.setdefault(plain(wording), code)
    return MappingProxyType(found)


def code_of(event_type: str, mode: str | None = None, contexts: Iterable[str] = ()) -> CameoCode | None:
    """The code that says most nearly what a PLOVER event says: of the same type, then the same mode, then with the
    fewest contexts that the event has not and the most that it has, then one that the codebook maps itself (a REQUEST
    is a demand, 10, and no appeal, 02), then the most general. None for no type.

    >>> [code.code for code in (code_of("AID", None, ["military"]), code_of("ASSAULT", "aerial")) if code]
    ['072', '195']
    """
    act, wanted = f"{event_type}:{mode or ''}", frozenset(contexts)
    return min(_by_type().get(event_type, ()), key=lambda code: _distance(code, act, wanted), default=None)


def _distance(code: CameoCode, act: str, contexts: frozenset[str]) -> tuple[int, int, int, bool, bool, int, str]:
    own, back = frozenset(code.contexts), act in code.back
    apart = 0 if back or act == f"{code.type}:{code.mode}" else 1 if not code.mode else 2
    away, shared = 0 if back else len(own - contexts), len(own & contexts)
    return apart, away, -shared, not back, not code.codebook, len(code.code), code.code


@cache
def _by_type() -> Mapping[str, tuple[CameoCode, ...]]:
    found: dict[str, dict[str, CameoCode]] = {}
    for code in cameo_codes().values():
        if code.type and len(code.code) > 2 and not code.narrow:
            for event_type in (code.type, *(act.partition(":")[0] for act in code.back)):
                found.setdefault(event_type, {})[code.code] = code
    return MappingProxyType({event_type: tuple(codes.values()) for event_type, codes in found.items()})
