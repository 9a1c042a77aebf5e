"""Events while an article is being read, and what makes one whole enough to be a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.lexicon.entries import EventSense
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.statements.drafts import Draft
from marsad.records import SYMMETRIC_TYPES, Quantity

_ASIDE = frozenset({"COERCE", "SUPPORT", "ACCUSE", "SANCTION", "RETREAT", "THREATEN", "REQUEST"})
"""Types whose nouns mostly name what is known or spoken of; such a mention is a record only with both its sides."""
DEEDS = frozenset({"ASSAULT", "PROTEST"})
"""Types of acts of violence and protest, which are often told without saying whose they are."""

_SAID = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Types of which a verb is a record only with its actor."""


@dataclass(slots=True)
class EventDraft:
    """An event while the article is being read. `untold` tells that its word only recalls or figures, `background`
    that it is what something else came after, `certain` that the text tells it as done; `tense` is that of its verb, or
    of the support verb of its noun, `lasting` that it goes on since its time; `purpose` the token of what an agreement
    is for, -1 if there is none."""

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
    tense: str = ""
    lasting: bool = False
    light: int = -1
    missing: int = 0
    passive: bool = False
    plural: bool = False
    judged: bool = False
    status: str = "actual"
    last_sentence: int = -1
    untold: bool = False
    certain: bool = False
    background: bool = False
    time: str | None = None
    place_name: str | None = None
    according_to: list[str] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    last: int = -1
    purpose: int = -1

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
    return draft.definite or draft.sense.type in DEEDS or is_whole(draft)


def is_grounded(draft: EventDraft) -> bool:
    """Whether an act of nobody in particular is a certain one: told as done, or with its place, time or victims."""
    if draft.certain or (draft.sense.needs_args and not draft.parties):
        return draft.certain or bool(draft.place_name and draft.time)
    counted = any(quantity.unit == "person" for quantity in draft.quantities)
    return counted or bool(draft.place_name or draft.time)


def has_unsaid_doer(draft: EventDraft) -> bool:
    """`فجر نفسه`, `أطلقوا النار`: a verb with its object right after it tells of somebody named before."""
    return draft.j == draft.i + 2 and any(s.name == "subj" and s.role == "A" for s in draft.sense.frame)


def names_enough(draft: EventDraft) -> bool:
    """Whether a noun with one side only tells a certain act: `مقتل الوزير` does, `ضرب السجناء` does not."""
    carried = (
        draft.actors
        if draft.light >= 0 or draft.status != "actual"
        else draft.recipients
        if draft.sense.stands_alone
        else ()
    )
    return bool(carried) or is_grounded(draft)


def is_whole(draft: EventDraft) -> bool:
    """Whether an event names enough of its parties to be a record, or is one that nobody need be named for."""
    type_, parties = draft.sense.type, draft.parties
    if draft.untold or (draft.background and not draft.time):
        return False
    if draft.sense.stands_alone and not parties:
        return is_grounded(draft) and not (has_unsaid_doer(draft) if draft.verb else draft.definite)
    if draft.mutual and len(parties) >= 2:
        return True
    if type_ == "CONSULT" and draft.sense.mode == "visit" and parties:
        return len(parties) >= 2 or (parties[0].startswith("person:") and (not draft.verb or draft.place is not None))
    if type_ == "CONSULT" and len(parties) == 1 and draft.verb and "subj=A" not in draft.why:
        return False  # `والتقى المسؤولين`: who met them is not told
    if type_ == "CONSULT" and len(parties) == 1:
        return (parties[0].startswith(("org:", "bloc:")) and "مع=P" not in draft.why) or draft.plural
    if type_ == "AGREE" and draft.actors and (draft.sense.general or draft.plural):
        return not draft.sense.needs_args  # `وافق المجلس على تمديد المهمة`: one side may consent or offer alone
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
    if type_ in DEEDS and draft.missing and not draft.recipients:
        return False  # `مواجهة التحديات`: what a clash is named without its other side is none
    if type_ in DEEDS and not draft.verb and not draft.sense.actors and not (draft.actors and draft.recipients):
        return bool(draft.parties) and names_enough(draft)
    if type_ in {"REJECT", "REQUEST"} and (
        draft.verb or (draft.actors and draft.actors[0].startswith(("state:", "org:", "bloc:")))
    ):
        return bool(draft.actors)
    return bool(parties)
