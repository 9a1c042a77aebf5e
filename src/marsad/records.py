"""The nouns that every room shares: what is found in one article, and the characters that say it.

Field names follow PLOVER 2.0 and POLECAT where they have one. Offsets are Unicode code points into `Article.text`,
and `article.text[span.start:span.end] == span.text` holds for every span.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

StatementKind = Literal["direct", "indirect", "mixed"]
Status = Literal["actual", "planned", "possible", "denied"]
Precision = Literal["day", "month", "year", "interval", "unknown"]
EntityKind = Literal["state", "person", "org", "bloc", "media", "group"]
MentionBy = Literal["name", "title", "epithet", "metonym", "pronoun", "group", "dropped"]

EVENT_TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
QUAD_CLASSES = (
    dict.fromkeys(EVENT_TYPES[:4], 1) | dict.fromkeys(EVENT_TYPES[4:7], 2) | dict.fromkeys(EVENT_TYPES[7:11], 3)
)
QUAD_CLASSES |= dict.fromkeys(EVENT_TYPES[11:], 4)
"""Quad class of each type: verbal cooperation 1, material cooperation 2, verbal conflict 3, material conflict 4."""
SYMMETRIC_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types whose parties all stand on one side when the act is mutual."""


class Record:
    """What every record can do."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain lists, dicts, strings and numbers, ready for JSON."""
        return {f.name: _plain(getattr(self, f.name)) for f in dataclasses.fields(self)}  # type: ignore[arg-type]

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The record's JSON Schema (draft 2020-12)."""
        from pydantic import TypeAdapter

        return TypeAdapter(cls).json_schema()


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    return value


@dataclass(frozen=True, slots=True)
class Span(Record):
    """A stretch of the article's text: `start` and `end` in code points, end excluded."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Dating(Record):
    """When an article was published: an EDTF date or interval, how exact it is, and what says so."""

    date: str | None = None
    precision: Precision = "unknown"
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Article(Record):
    """One article as it came, with what was found around it."""

    id: str
    text: str
    doc: str
    uri: str = ""
    title: str = ""
    author: str = ""
    language: str = "ar"
    outlet: str | None = None
    published: Dating = field(default_factory=Dating)
    retrieved: str = ""
    encoding: str = "utf-8"
    furniture: tuple[Span, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity(Record):
    """Anyone who can act or speak in world politics. `country` is ISO 3166-1 alpha-3, `sector` a PLOVER sector."""

    id: str
    kind: EntityKind
    ar: str
    en: str = ""
    country: str | None = None
    sector: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """One place where the text names or points at an entity."""

    span: Span
    entity: str
    by: MentionBy


@dataclass(frozen=True, slots=True)
class Quantity(Record):
    """A number with its unit: ISO 4217, `m3`, `m3/year`, `barrel/day`, `year`, `hour`, `person`, `percent` …"""

    text: str
    value: float
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement(Record):
    """Speech, writing or thought that the article attributes to `speaker`; `via` is the chain back to the speaker,
    nearest to the article first. `act` is the cue's kind (`say`, `deny`, `hope` …)."""

    id: str
    speaker: str
    cue: Span
    content: Span
    kind: StatementKind
    via: tuple[str, ...] = ()
    addressee: str | None = None
    time: str | None = None
    act: str = "say"
    confidence: float = 0.5
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event(Record):
    """What an actor did, does or will do to or with another: PLOVER type and mode, status, parties, time (an EDTF
    date or interval), place, and on whose word the article reports it."""

    id: str
    type: str
    mode: str | None
    trigger: Span
    also: tuple[Span, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Status
    time: str | None = None
    place: str | None = None
    according_to: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    contexts: tuple[str, ...] = ()
    statement: str | None = None
    confidence: float = 0.5
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading(Record):
    """Everything found in one article."""

    article: Article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def doc(self) -> str:
        """The article's name: its file's name, or the key its source gave it."""
        return self.article.doc

    def above(self, confidence: float) -> Reading:
        """The reading without the statements and events of less confidence (0 to 1), and without the entities and
        mentions that are theirs alone. An event whose statement goes keeps no reference to it."""
        statements = tuple(s for s in self.statements if s.confidence >= confidence)
        kept = {s.id for s in statements}
        events = tuple(
            e if e.statement is None or e.statement in kept else replace(e, statement=None)
            for e in self.events
            if e.confidence >= confidence
        )
        used = {e for s in statements for e in (s.speaker, *s.via, s.addressee) if e}
        used |= {p for e in events for p in (*e.actors, *e.recipients, *e.according_to)}
        return replace(
            self,
            entities=tuple(e for e in self.entities if e.id in used),
            mentions=tuple(m for m in self.mentions if m.entity in used),
            statements=statements,
            events=events,
        )

    def to_json(self) -> dict[str, Any]:
        """One object in the shape of the annotation guidelines: `doc`, `outlet`, `published`, `boilerplate`,
        `entities`, `statements`, `events`, and more."""
        article = self.article
        return {
            "doc": article.doc,
            "sha256": article.id,
            "uri": article.uri,
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published.to_dict(),
            "encoding": article.encoding,
            "boilerplate": _plain(article.furniture),
            "entities": _plain(self.entities),
            "mentions": _plain(self.mentions),
            "statements": _plain(self.statements),
            "events": _plain(self.events),
        }

    def to_frame(self, table: str = "events") -> Any:
        """One table (`entities`, `mentions`, `statements` or `events`) as a polars or pandas data frame, whichever is
        installed. Raises `MissingDependencyError` if neither is."""
        from marsad.output.tables import data_frame, rows

        return data_frame(rows([self], table))


PromiseOutcome = Literal["kept", "broken", "postponed", "overdue", "open"]
AgreementStatus = Literal[
    "proposed", "planned", "agreed", "signed", "ratified", "in-force", "extended", "suspended", "violated", "left",
    "ended", "denied",
]  # fmt: skip
DifferenceField = Literal["time", "numbers", "parties", "actors", "recipients", "place", "status"]


@dataclass(frozen=True, slots=True)
class Amount(Record):
    """A number with its unit, whoever told it."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """One of the values that tellings give for the same thing, the events that say it, and on whose word."""

    value: str
    events: tuple[str, ...]
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference(Record):
    """Where the tellings of one happening differ: of what, and what each says."""

    field: DifferenceField
    claims: tuple[Claim, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Telling(Record):
    """One article's event as a telling of a happening: who told it, and when that was published."""

    event: str
    article: str
    source: str = ""
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Happening(Record):
    """One event of the world, however many articles tell it: the most exact time, the most specific parties, all
    places and numbers of its tellings, and where they differ. Tellings are in the order of publication."""

    id: str
    type: str
    mode: str | None
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: str | None = None
    places: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    contexts: tuple[str, ...] = ()
    tellings: tuple[Telling, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Echo(Record):
    """The same words of the same speaker, told by several articles: copied, translated anew or put in other words.
    Statements are in the order of publication."""

    id: str
    speaker: str
    statements: tuple[str, ...]
    wordings: int = 1
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Promise(Record):
    """A planned happening with its term, and what became of it. `evidence` are the events that say so."""

    happening: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    said: str | None
    term: str | None
    outcome: PromiseOutcome
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementStep(Record):
    """What became of an agreement at some time, and the events that say so."""

    status: AgreementStatus
    time: str | None
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement(Record):
    """What parties agreed on: subject, sums, volumes, term, and its status over time."""

    id: str
    parties: tuple[str, ...]
    subject: str
    status: AgreementStatus
    amounts: tuple[Amount, ...] = ()
    volumes: tuple[Amount, ...] = ()
    term: str | None = None
    history: tuple[AgreementStep, ...] = ()


RECORDS: tuple[type[Record], ...] = (
    Span, Dating, Article, Entity, Mention, Quantity, Statement, Event, Reading, Happening, Telling, Difference,
    Claim, Amount, Echo, Promise, Agreement, AgreementStep,
)  # fmt: skip


def spans(reading: Reading) -> Iterable[Span]:
    """Every span of every record of a reading."""
    yield from reading.article.furniture
    for mention in reading.mentions:
        yield mention.span
    for statement in reading.statements:
        yield from (statement.cue, statement.content)
    for event in reading.events:
        yield from (event.trigger, *event.also)
        yield from (Span(q.start, q.end, q.text) for q in event.quantities)
