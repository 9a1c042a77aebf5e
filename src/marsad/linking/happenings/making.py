"""From a reading to its events as linking sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from marsad.linking.days import Days, days_of
from marsad.linking.happenings.told import Party, Told
from marsad.linking.words import stems, turns
from marsad.records import Entity, Event, Reading, Span, Statement

_BEFORE, _AFTER = 160, 240
"""Characters around an event's word that tell what it is about, cut at the ends of the sentence."""
_NEAR_BEFORE, _NEAR_AFTER = 30, 45
"""Characters around it in which a word may stand that makes something of it: `تأجلت زيارة`, `دخل الاتفاق حيز التنفيذ`.
"""
_STATEMENTS = 6
"""So many statements of one speaker at most are kept of an article, the longest."""
_SUBJECT = 160
"""Characters of an agreement's subject at most."""
_WITH_SUBJECT = frozenset({"AGREE", "COOPERATE", "CONCEDE"})
_NAMED = " named."
"""Between what made a record and the name of an act that the lexicon knows by name."""
_END = re.compile(r"[.!؟?…](?!\d)|\n")
_CLAUSE_END = re.compile(r"[.!؟?…،؛,;](?!\d)|\n")


class Article(NamedTuple):
    """What the events of one article share: its number and text, when and by whom it was published, the country and the
    names of each entity, and the stems of what each speaker says."""

    number: int
    text: str
    published: Days | None
    source: str
    countries: dict[str, str]
    names: dict[str, set[str]]
    said: dict[str, list[frozenset[str]]]


def events_told(
    article: int, reading: Reading, item: Callable[[str], int], wanted: Callable[[Event], bool] | None = None
) -> Iterator[Told]:
    """The events of one article, or those that are wanted; `item` gives an event's number by its id in the article."""
    events = [e for e in reading.events if wanted is None or wanted(e)]
    if not events:
        return
    of = Article(
        article, reading.article.text, days_of(reading.article.published.date), reading.article.outlet or "",
        {e.id: _country(e) for e in reading.entities}, _names(reading), _said(reading),
    )  # fmt: skip
    for event in events:
        yield _told(item(event.id), event, of)


def sense(event: Event) -> str:
    """The lexicon's name of the act: the first of `why` says it (`frame consult.liqa`)."""
    return event.why[0].partition(" ")[2] if event.why else ""


def _told(item: int, event: Event, of: Article) -> Told:
    actors, recipients = (tuple(Party(e, of.countries.get(e, "")) for e in s) for s in (event.actors, event.recipients))
    parties = actors + recipients
    named = [of.names.get(p.entity, ()) for p in parties]
    return Told(
        item=item, article=of.number, name=event.id,
        type=event.type, mode=event.mode or "", status=event.status, actors=actors, recipients=recipients,
        time=event.time or "", days=days_of(event.time), published=of.published, place=event.place or "",
        quantities=tuple((q.value, q.unit) for q in event.quantities),
        sense=sense(event), known_as=_known_as(event),
        words=_around(of.text, (event.trigger, *event.also)).difference(*named),
        turns=turns(_sentence(of.text, event.trigger, _NEAR_BEFORE, _NEAR_AFTER)),
        said=tuple((p.entity, words) for p in parties for words in of.said.get(p.entity, ())),
        according_to=event.according_to, source=of.source, subject=_subject(of.text, event),
        contexts=event.contexts, confidence=event.confidence,
    )  # fmt: skip


def _country(entity: Entity) -> str:
    return entity.id[6:] if entity.id.startswith("state:") else entity.country or ""


def _names(reading: Reading) -> dict[str, set[str]]:
    """The stems of each entity's name and of the words that point at it: what two texts on one man have in common
    anyway."""
    found = {e.id: set(stems(e.ar)) for e in reading.entities}
    for mention in reading.mentions:
        found.setdefault(mention.entity, set()).update(stems(mention.span.text))
    return found


def _said(reading: Reading) -> dict[str, list[frozenset[str]]]:
    """The stems of what each speaker says, the longest statements first."""
    found: dict[str, list[frozenset[str]]] = {}
    for statement in sorted(reading.statements, key=_length):
        several = found.setdefault(statement.speaker, [])
        if len(several) < _STATEMENTS:
            several.append(frozenset(stems(statement.content.text)))
    return found


def _length(statement: Statement) -> tuple[int, int]:
    return -len(statement.content.text), statement.content.start


def _known_as(event: Event) -> str:
    """The name by which an act is known, or the agreement that it leaves or ends (`of named.…`)."""
    return next((rule.partition(_NAMED)[2] for rule in event.why if _NAMED in rule), "")


def _around(text: str, spans: tuple[Span, ...]) -> frozenset[str]:
    """The stems of the sentences in which an event is named, first and second mention."""
    return frozenset(stem for span in spans[:2] for stem in stems(_sentence(text, span)))


def _sentence(text: str, span: Span, before: int = _BEFORE, after: int = _AFTER) -> str:
    """The sentence in which a span stands, as far as it reaches on either side."""
    start = max(span.start - before, 0)
    ends = [m.end() for m in _END.finditer(text, start, span.start)]
    following = _END.search(text, span.end, span.end + after)
    return text[ends[-1] if ends else start : following.start() if following else span.end + after]


def _subject(text: str, event: Event) -> str:
    """What an agreement is about, in the article's words: its word and what follows in the clause."""
    if event.type not in _WITH_SUBJECT:
        return ""
    end = _CLAUSE_END.search(text, event.trigger.end, event.trigger.start + _SUBJECT)
    return text[event.trigger.start : end.start() if end else event.trigger.start + _SUBJECT].strip()
