"""What a line of somebody else's event data says, in our terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from marsad.records import Status

Source = Literal["icews", "gdelt", "polecat", "plover"]
Role = Literal["actor", "recipient"]
SOURCES: tuple[Source, ...] = ("icews", "gdelt", "polecat", "plover")


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part. `name` is the source's own; `entity` is one of our ids (`state:RUS`, `org:rus-mfa`,
    `group:ind-police`), None if the name tells none; `country` is ISO 3166-1 alpha-3, `sector` PLOVER's."""

    role: Role
    name: str
    entity: str | None = None
    country: str | None = None
    sector: str = ""


@dataclass(frozen=True, slots=True)
class ForeignEvent:
    """One event of a source. `id` is the source's own, or is made of what the line says where it has none; `day` is an
    ISO date; `type` is empty for what is only said; `quad` is 1 to 4, or 0 without a type; `score` is PLOVER's, of type
    and mode; `codes` are the source's own values by its own names, among them its score; `at` is the file and line."""

    source: Source
    id: str
    day: str
    type: str
    mode: str
    contexts: tuple[str, ...]
    quad: int
    score: float | None
    parties: tuple[Party, ...]
    codes: Mapping[str, str]
    status: Status = "actual"
    text: str = ""
    place: str | None = None
    link: str = ""
    at: str = ""
