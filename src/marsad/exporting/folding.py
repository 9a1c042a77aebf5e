"""How an act is filed in formats that know only what happened: plans fold into AGREE and CONCEDE, as PLOVER's codebook
asks; what it has no plain type for is marked with its auxiliary modes (`data/folding.tsv`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from marsad.exporting.acts import Act
from marsad.exporting.dictionary import DATA
from marsad.lexicon.tables import read_table
from marsad.ontology.cameo import CameoCode, cameo_codes, code_of
from marsad.ontology.plover import quad_class, score


class Filed(NamedTuple):
    """An act as it is filed. `marked` is the auxiliary mode of what is no fact (`future`, `hypothetical`, `negation`),
    empty for what happened, was agreed or conceded; `planned` tells that a plan was folded, `intent` the CAMEO code of
    such an intent. `day` is null if nothing tells it."""

    type: str
    mode: str
    marked: str
    planned: bool
    intent: str
    day: str | None
    last_day: str | None

    @property
    def quad(self) -> int:
        """PLOVER's quad class; 0 for no type."""
        return quad_class(self.type)

    @property
    def score(self) -> float | None:
        """PLOVER's score; None for no type."""
        return score(self.type, self.mode)


class _Rule(NamedTuple):
    becomes: str
    marked: str
    cameo: str


def filed(act: Act) -> Filed:
    """How an act is filed. A plan that folds is an act of the day on which it was first told."""
    rule = _rules().get((act.status, act.type)) or _rules().get((act.status, "*"))
    if rule is None or not act.type:
        return Filed(act.type, act.mode or "", "", False, "", act.day, act.last_day)
    if not rule.becomes:
        return Filed(act.type, act.mode or "", rule.marked, False, "", act.day, act.last_day)
    mode = (act.mode or "") if rule.becomes == act.type else ""
    told = act.tellings[0].article.first_day if act.tellings else None
    return Filed(rule.becomes, mode, "", True, rule.cameo, told or act.day, None if told else act.last_day)


@cache
def _rules() -> Mapping[tuple[str, str], _Rule]:
    rows = read_table(DATA / "folding.tsv")
    return MappingProxyType({
        (row["status"], row["type"]): _Rule(row["becomes"], row["marked"], row["cameo"]) for row in rows
    })  # fmt: skip


def cameo_of(act: Act, as_filed: Filed) -> CameoCode | None:
    """The CAMEO code of an act: others' own, that of an intent, else the one nearest to type, mode and contexts."""
    own = act.codes.get("cameo")
    if own in cameo_codes():
        return cameo_codes()[str(own)]
    if as_filed.intent:
        return _intent(as_filed.intent, frozenset(act.contexts))
    return _nearest(as_filed.type, as_filed.mode, tuple(act.contexts))


@lru_cache(maxsize=4096)
def _nearest(event_type: str, mode: str, contexts: tuple[str, ...]) -> CameoCode | None:
    return code_of(event_type, mode, contexts)


def _intent(code: str, contexts: frozenset[str]) -> CameoCode:
    """The code of an intent, or one beneath it that names a context of the act and none that it has not."""
    beneath = [c for c in cameo_codes().values() if c.code.startswith(code) and c.code != code]
    fitting = [c for c in beneath if c.contexts and contexts.issuperset(c.contexts)]
    return min(fitting, key=lambda c: (-len(c.contexts), c.code), default=cameo_codes()[code])
