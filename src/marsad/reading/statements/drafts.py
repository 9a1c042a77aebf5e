"""A statement while the article is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.lexicon.entries import Cue

HELD = "whose text holds it"
"""The rule of a statement told inside a text that its sentence names: `بيان للوزارة طالبت فيه`."""

GOING_ON = frozenset(
    {"say.adafa", "say.tabaa", "say.ardafa", "say.istatrada", "say.istadraka", "say.zada", "say.akmala"}
)
"""Cues of whoever spoke before and goes on."""


@dataclass(slots=True)
class Draft:
    """A statement while the article is being read; offsets by token, characters by `content_offset`."""

    speakers: list[str]
    cue: tuple[int, int]
    content: tuple[int, int]
    cue_entry: Cue | None
    how: str
    sentence: int
    content_offset: int = 0
    via: list[str] = field(default_factory=list)
    addressee: str | None = None
    why: tuple[str, ...] = ()
    nested: bool = False
    id: str = ""
    ids: dict[str, str] = field(default_factory=dict)
