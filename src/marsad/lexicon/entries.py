"""What the lexicon's files say, as the reader uses it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from marsad.lexicon.frames import Slot


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One sense of a reporting word."""

    id: str
    kind: str
    frame: tuple[Slot, ...]
    event: str
    mode: str
    roles: tuple[Slot, ...]
    phrase_prep: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventSense:
    """One sense of a word that names an act; `actors` and `recipients` are set for acts known by name
    (`الاتفاق النووي الإيراني`), `instead` those who may stand for a bloc among them, `wording` are the slots of the
    frame that ask for certain words, `stands_alone` tells that the act is one even where nobody is
    named, `figurative` that it may be done in sport, `verbal` that it may be done with words
    (`هاجم`), `negated` that only a negation makes it (`لن يستجيب`), `general` that it is one only where the words after
    it name no act of their own (`مستعد للمساهمة`)."""

    id: str
    type: str
    mode: str
    frame: tuple[Slot, ...]
    contexts: tuple[str, ...]
    status: str
    needs_args: bool
    victim_subject: bool
    phrase: bool = False
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    wording: tuple[Slot, ...] = ()
    stands_alone: bool = False
    figurative: bool = False
    verbal: bool = False
    negated: bool = False
    general: bool = False


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A support verb: whose object is the event's noun, and what role its subject has."""

    lemma: str
    frame: tuple[Slot, ...]
    effect: str


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word that makes what follows planned, possible or denied."""

    form: str
    status: str
    scope: str
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """A word by which a speaker praises or blames somebody; `stands` tells where that one stands: `adjective` (on what
    is his), `noun` (what is his), `predicate` (what he is), `verb` (what he does)."""

    type: str
    stands: str


class Office(NamedTuple):
    """A term of office; dates in ISO 8601, cut to their precision, `end` empty while it lasts."""

    office: str
    scope: str
    start: str
    end: str


class Actor(NamedTuple):
    """A known entity; `heads` are the folded first words of an organisation's names, by which alone it may be meant."""

    id: str
    kind: str
    ar: str
    en: str
    country: str
    sector: str
    gender: str
    offices: tuple[Office, ...]
    type: str = ""
    heads: tuple[str, ...] = ()


class Place(NamedTuple):
    """A known place; `capital_of` is the state whose capital it is."""

    key: str
    ar: str
    en: str
    country: str
    kind: str
    capital_of: str


class Title(NamedTuple):
    """An office, profession or honorific; `office` is the one whose holder a style means without a name."""

    id: str
    ar: str
    en: str
    level: str
    office: str = ""


class Group(NamedTuple):
    """A collective or nameless role."""

    id: str
    en: str
    sector: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """What the inflection of a form tells. `tense` is empty for nouns; `article` says whether a name needs ال
    (`yes`), never has it (`no`) or may have it (empty)."""

    tense: str = ""
    person: int = 0
    gender: str = ""
    number: str = ""
    voice: str = ""
    article: str = ""


@dataclass(slots=True, eq=False)
class Lemma:
    """One word or name of the lexicon with all its senses. `kind` is `verb`, `participle`, `noun`, `phrase`, `name`,
    `nisba`, `title`, `group`, `function`, `namepart`, `modifier`, `outletclass`, `epithet`, `place` or `judgement`."""

    kind: str
    key: str
    cues: list[Cue] = field(default_factory=list)
    events: list[EventSense] = field(default_factory=list)
    light: list[LightVerb] = field(default_factory=list)
    status: list[StatusWord] = field(default_factory=list)
    entity: str = ""
    strength: str = ""
    title: Title | None = None
    group: Group | None = None
    place: Place | None = None
    label: str = ""
    judgement: Judgement | None = None
