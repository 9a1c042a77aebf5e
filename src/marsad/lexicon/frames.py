"""The notation of frames: where a word's actor, recipient and object stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from marsad.errors import LexiconError
from marsad.language.arabic.fold import fold

ROLES = frozenset("ARPLQXCHTSV") | {"EVENT", ""}
POSITIONS = frozenset({"subj", "obj", "gen", "adj", "ان", "quote", "speaker"})
CONDITIONS = frozenset({"", "state", "person", "org", "group", "place", "media", "bloc"})
AGENTIVE = "من قبل"
"""The one slot name of all prepositions that name the doer of a passive or a noun."""
_AGENTIVES = frozenset({"من قبل", "من جانب", "من طرف", "علي يد", "علي ايدي", "بيد"})
_SLOT = re.compile(r"^\s*([^=\[\s]+(?: [^=\[\s]+)*)\s*(?:\[(\w+)\])?\s*=\s*(.+?)\s*$")


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a frame. `name` is one of `POSITIONS` or a folded preposition; `role` one of
    `ROLES`; `literals` the folded words that must stand there, if any."""

    name: str
    condition: str
    role: str
    required: bool
    literals: frozenset[str]


def parse_frame(text: str) -> tuple[Slot, ...]:
    """Read a frame such as `subj=A, obj={عقوبات|حظر}, على=R!`. Raises `LexiconError` with the faulty part."""
    return tuple(_slot(part) for part in _parts(text))


def _parts(text: str) -> list[str]:
    return [p for p in re.split(r"[,،](?![^{]*\})", text) if p.strip()]


def _slot(part: str) -> Slot:
    match = _SLOT.match(part)
    if not match:
        raise LexiconError(f"not a slot: {part.strip()!r}")
    name, condition, value = match[1], match[2] or "", match[3]
    if condition not in CONDITIONS:
        raise LexiconError(f"unknown condition [{condition}] in {part.strip()!r}")
    literals: frozenset[str] = frozenset()
    if brace := re.match(r"^\{(.*)\}(!?)$", value):
        literals = frozenset(fold(w.strip()) for w in brace[1].split("|") if w.strip())
        value = ""
    required = value.endswith("!") or bool(literals)
    role = value.rstrip("!")
    if role not in ROLES:
        raise LexiconError(f"unknown role {role!r} in {part.strip()!r}")
    name = name if name in POSITIONS else fold(name)
    return Slot(AGENTIVE if name in _AGENTIVES else name, condition, role, required, literals)
