"""Events while an article is being read, and what makes one whole enough to be a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.lexicon.entries import EventSense
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.statements.drafts import Draft
from marsad.records import SYMMETRIC_TYPES, Quantity

_ASIDE = frozenset({"COERCE", "SUPPORT", "ACCUSE", "SANCTION", "RETREAT", "THREATEN", "REQUEST"})
"""Types whose nouns mostly name what is known or spoken of; such a mention is a record only with both its sides."""

_SAID = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Types of which a verb is a record only with its actor."""


@dataclass(slots=True)
class EventDraft:
    """An event while the article is being read."""

    sense: EventSense
    i: int
    j: int
    actors: list[str]
    recipients: list[str]
    sentence: int
    definite: bool
    mutual: bool
    place: Chunk | None = None
    effect: str = ""
    lemma: str = ""
    score: float = 0.0
    statement: Draft | None = None
    also: list[tuple[int, int]] = field(default_factory=list)
    why: tuple[str, ...] = ()
    pronoun: str = ""
    verb: bool = False
    light: int = -1
    missing: int = 0
    passive: bool = False
    plural: bool = False
    judged: bool = False
    status: str = "actual"
    time: str | None = None
    place_name: str | None = None
    according_to: list[str] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    last: int = -1

    def __post_init__(self) -> None:
        """The last sentence that tells of it is the first, until another does."""
        self.last = self.sentence

    @property
    def parties(self) -> list[str]:
        """Everyone on either side."""
        if not self.recipients:
            return [*self.actors]
        return self.actors + [r for r in self.recipients if r not in self.actors]


def may_count(draft: EventDraft) -> bool:
    """Whether a draft can become a record or a further mention of one."""
    return draft.definite or is_whole(draft) or (draft.sense.type == "ASSAULT" and not draft.parties)


def is_whole(draft: EventDraft) -> bool:
    """Whether an event names enough of its parties to be a record."""
    type_, parties = draft.sense.type, draft.parties
    if draft.mutual and len(parties) >= 2:
        return True
    if type_ == "CONSULT" and draft.sense.mode == "visit" and parties:
        return len(parties) >= 2 or parties[0].startswith("person:")
    if type_ == "CONSULT" and len(parties) == 1 and draft.verb and "subj=A" not in draft.why:
        return False  # `والتقى المسؤولين`: who met them is not told
    if type_ == "CONSULT" and len(parties) == 1:
        return (parties[0].startswith(("org:", "bloc:")) and "مع=P" not in draft.why) or draft.plural
    if type_ in SYMMETRIC_TYPES:
        return len(parties) >= 2
    if draft.statement is not None:
        return True
    if draft.verb and type_ in _SAID and not draft.actors and draft.light < 0:
        return False  # `استنكرت الأمانة العامة التفجير في العراق`: its subject is nobody known
    if type_ in _ASIDE and not draft.verb and draft.light < 0 and not (draft.actors and draft.recipients):
        return False  # `بعد الإطاحة بالرئيس`, `الضغط على الحوثيين`: an act named in passing, of or against nobody
    if draft.passive and draft.recipients:
        return True
    if ((draft.sense.needs_args or draft.missing) and draft.verb) or draft.missing > 1:
        return bool(draft.actors and draft.recipients)
    if type_ == "ASSAULT" and draft.missing and not draft.recipients:
        return False  # `مواجهة التحديات`: what a clash is named without its other side is none
    if type_ in {"REJECT", "REQUEST"} and (
        draft.verb or (draft.actors and draft.actors[0].startswith(("state:", "org:", "bloc:")))
    ):
        return bool(draft.actors)
    return bool(parties)
