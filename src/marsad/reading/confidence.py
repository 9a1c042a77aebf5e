"""How sure a record is: the share of records like it that were right, when records were judged one by one.

A record has features, such as how its speaker was found; each has a weight in `confidence.tsv`, fitted on judged
records (`benchmarks/confidence.py`). The confidence is the logistic function of their sum: it reads as a probability.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache

from marsad.lexicon.tables import DATA, read_table
from marsad.records import SYMMETRIC_TYPES, Entity, Event, Statement

TABLE = DATA.parents[1] / "reading" / "data" / "confidence.tsv"
_HIGHEST, _LOWEST = 0.98, 0.02
_LONG = 400
"""How many characters make content long: the longer, the likelier that it runs on."""
_SEVERAL = 3
"""How many countries whose actors speak or act make an article one on world affairs."""

Entities = Mapping[str, Entity]


@cache
def weights(kind: str) -> dict[str, float]:
    """The weights of the features of one kind of record, `statement` or `event`; `base` is in all of them."""
    return {row["feature"]: float(row["weight"]) for row in read_table(TABLE) if row["record"] == kind}


def confidence(record: Statement | Event, entities: Entities) -> float:
    """The confidence of a record, whose parties are among `entities`."""
    kind = "event" if isinstance(record, Event) else "statement"
    known = weights(kind)
    total = sum(known.get(feature, 0.0) for feature in features(record, entities))
    return round(min(_HIGHEST, max(_LOWEST, 1 / (1 + math.exp(-total)))), 2)


def features(record: Statement | Event, entities: Entities) -> list[str]:
    """The names of a record's features."""
    found = _of_event(record, entities) if isinstance(record, Event) else _of_statement(record, entities)
    return ["base", *found]


def _of_statement(statement: Statement, entities: Entities) -> Iterator[str]:
    """How the speaker was found, who it is, and how the content is marked."""
    how, content = (*(rule for rule in statement.why if not rule.startswith("cue ")), "", "")[:2]
    yield f"speaker: {how}"
    yield content or "content beside its source"
    speaker = entities.get(statement.speaker)
    yield f"speaker is {'known' if speaker and speaker.en else statement.speaker.split(':', 1)[0]}"
    yield f"words: {statement.kind}"
    yield "plain report" if statement.act in {"say", "announce", "according"} else "other report"
    if len(statement.content.text) > _LONG:
        yield "long content"


def _of_event(event: Event, entities: Entities) -> Iterator[str]:
    """Which sides are told and how, who they are, and how the act is told."""
    rules = [rule for rule in event.why[1:] if "=" in rule]
    parties = [*event.actors, *event.recipients]
    if "verbal act" in event.why:
        yield "verbal act"
    elif not rules:
        yield "parties from elsewhere"
    elif len({rule.split("=")[1] for rule in rules} - {"L", "X"}) >= 2 or len(rules) >= len(parties):
        yield "parties beside the word"
    yield "both sides" if _is_two_sided(event) else "one side"
    if not event.actors:
        yield "no actor"
    found = [entities.get(party) for party in parties]
    if all(entity is not None and entity.en and entity.kind != "group" for entity in found):
        yield "parties known"
    if any(entity is not None and entity.kind == "group" for entity in found):
        yield "a group among the parties"
    if event.status != "actual":
        yield "not actual"
    yield "on someone's word" if event.according_to else "on the article's word"
    yield f"type {_family(event)}"
    countries = {entity.country for entity in entities.values() if entity.country}
    yield "an article on several countries" if len(countries) >= _SEVERAL else "an article on few countries"


def _is_two_sided(event: Event) -> bool:
    if event.type in SYMMETRIC_TYPES:
        return len(event.actors) + len(event.recipients) >= 2
    return bool(event.actors and event.recipients)


def _family(event: Event) -> str:
    """The types in families, since few of each were judged."""
    if event.type in {"AGREE", "CONSULT"}:
        return "meeting or deal"
    if event.type in {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"}:
        return "force"
    return "cooperation" if event.type in {"COOPERATE", "AID", "CONCEDE", "RETREAT"} else "words"
