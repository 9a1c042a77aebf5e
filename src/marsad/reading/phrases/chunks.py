"""Noun phrases that name actors and places: title, nationality, name, apposition, coordination."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.lexicon.entries import Place


@dataclass(slots=True)
class Chunk:
    """A noun phrase over the tokens `i` to `j` (excluded).

    `ents` are the entities it means (two for `البلدان`), `head` its kind (`person`, `state`, `org`, `group`, `media`,
    `bloc`, `place`), `prep` the folded preposition that governs it, `joined` whether و ties it to what stands before,
    `number` and `gender` those of its first word, `by` how it names (see `Mention`). `pending` marks an epithet that
    only discourse can resolve (`both-states`, `counterpart`, `own-state` …). `adjectival` is a nationality on a noun
    that is no actor (`الموقف الروسي`). `over` tells that the phrase belongs to a noun before it (`مواقع الحوثيين`);
    `over_prep` is then the preposition of that noun and `over_start` the noun's token. `of_prep` and `of_start` are
    the same for a phrase that ل ties to an indefinite noun (`أهداف لتنظيم داعش`).
    """

    i: int
    j: int
    head: str
    ents: list[str] = field(default_factory=list)
    by: str = "name"
    prep: str = ""
    joined: bool = False
    number: str = "s"
    gender: str = ""
    country: str | None = None
    place: Place | None = None
    pending: str = ""
    definite: bool = False
    name_at: int = -1
    title: str = ""
    adjectival: bool = False
    over: bool = False
    over_prep: str = ""
    over_start: int = -1
    of_prep: str = ""
    of_start: int = -1

    @property
    def can_act(self) -> bool:
        """Whether it may be a speaker or a party of an event."""
        return self.head != "place" and bool(self.ents or self.pending)
