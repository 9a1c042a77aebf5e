"""PLOVER's sixteen types of events: their quad classes, the scores of types and modes on the scale from conflict to
cooperation (−10 to 10), and what each means.

Source: PLOVER manual, draft version 2.0; what it leaves open is decided in `data/decisions.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from marsad.lexicon.tables import read_table

DATA: Final = Path(__file__).parent / "data"

QUAD_CLASSES: Final[Mapping[int, str]] = MappingProxyType(
    {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
)
"""The four quad classes by PLOVER's numbers, which are GDELT's too."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act of a type is done. `score` is its type's where the codebook scores only the type."""

    name: str
    score: float
    meaning: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen types. `needs_recipient` tells that an event of it says nothing without one."""

    name: str
    quad: int
    score: float
    needs_recipient: bool
    meaning: str
    modes: Mapping[str, Mode]


@cache
def event_types() -> Mapping[str, EventType]:
    """The types by name, in the codebook's order from cooperation to conflict."""
    modes: dict[str, list[dict[str, str]]] = {}
    for row in read_table(DATA / "modes.tsv"):
        modes.setdefault(row["type"], []).append(row)
    found = {row["type"]: _event_type(row, modes.get(row["type"], [])) for row in read_table(DATA / "types.tsv")}
    return MappingProxyType(found)


def _event_type(row: dict[str, str], modes: list[dict[str, str]]) -> EventType:
    score = float(row["score"])
    own = {m["mode"]: Mode(m["mode"], float(m["score"]) if m["score"] else score, m["meaning"]) for m in modes}
    return EventType(
        row["type"], int(row["quad"]), score, row["recipient"] == "required", row["meaning"], MappingProxyType(own)
    )


def quad_class(event_type: str) -> int:
    """The quad class of a type, 1 to 4; 0 for none (a statement that is no act).

    >>> quad_class("CONSULT"), quad_class("SANCTION"), quad_class("")
    (1, 4, 0)
    """
    known = event_types().get(event_type)
    return known.quad if known else 0


def score(event_type: str, mode: str | None = None) -> float | None:
    """The score of a mode, or of the type where the mode is not given or not known; None for no type.

    >>> score("CONSULT"), score("CONSULT", "visit"), score("PROTEST", "vandalize"), score("")
    (2.5, 4.0, -5.0, None)
    """
    known = event_types().get(event_type)
    if known is None:
        return None
    own = known.modes.get(mode or "")
    return own.score if own else known.score
