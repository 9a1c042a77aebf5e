"""A statement as it is compared with others: who said it, when it was told, its words, and whom they name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from marsad.linking.days import Days, days_of
from marsad.linking.echoes.naming import names_in, naming_mentions
from marsad.linking.echoes.wording import Name, wording
from marsad.linking.kinds import StoredReading
from marsad.records import Entity

_SPEAKERS = frozenset({"person", "state", "org", "bloc", "group"})
"""Kinds of speakers; an outlet's own reports (`media`) are no words of a speaker."""
_GOVERNING = frozenset({"GOV", "MIL"})
"""PLOVER sectors of those who speak for their state."""
_DENYING = frozenset({"deny", "reject"})
_LEAST_LENGTH = 20
"""Characters of a statement that can have words enough; shorter ones are not looked at."""
_LEAST_WORDS, _LEAST_WEIGHT = 4, 14.0
"""What a statement must have in content words and in their weight: `رحب بالقرار` is said by everyone."""


class Saying(NamedTuple):
    """One statement. `state` is the state that the speaker speaks for (`state:RUS`), empty if for none; `days` are
    those on which its article was published, None if not known; `denies` that the speaker denies what is told."""

    item: int
    article: int
    speaker: str
    state: str
    days: Days | None
    denies: bool
    text: str
    names: tuple[Name, ...]

    def encoded(self) -> bytes:
        """The saying as bytes, without its numbers."""
        values = (self.speaker, self.state, self.days, self.denies, self.text, self.names)
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def decoded(stored: bytes, item: int, article: int) -> Saying:
    """What `Saying.encoded` made."""
    speaker, state, days, denies, text, names = json.loads(stored)
    named = tuple(Name(*name) for name in names)
    return Saying(item, article, speaker, state, Days(*days) if days else None, denies, text, named)


def sayings(stored: StoredReading) -> Iterator[Saying]:
    """The statements of one article that may be told elsewhere too."""
    reading = stored.reading
    days = days_of(reading.article.published.date)
    entities = {entity.id: entity for entity in reading.entities}
    mentions = naming_mentions(reading)
    for statement in reading.statements:
        speaker = entities.get(statement.speaker)
        if speaker is None or len(statement.content.text) < _LEAST_LENGTH or not _is_someone(speaker):
            continue
        text, names = statement.content.text, tuple(names_in(statement, mentions))
        if tells_enough(text, names):
            number = stored.item(statement.id)
            denies = statement.act in _DENYING
            yield Saying(number, stored.article, speaker.id, _state(speaker), days, denies, text, names)


def tells_enough(text: str, names: tuple[Name, ...]) -> bool:
    """Whether a statement has words enough to be known again."""
    words = wording(text, names).words
    return len(words) >= _LEAST_WORDS and sum(word.weight for word in words) >= _LEAST_WEIGHT


def _is_someone(speaker: Entity) -> bool:
    """Whether an entity is the same one wherever it is named: not `some`, `sources`, an unnamed director."""
    kind, _, name = speaker.id.partition(":")
    if kind not in _SPEAKERS or name.startswith("unnamed-"):
        return False
    return kind != "group" or speaker.country is not None


def _state(speaker: Entity) -> str:
    governs = speaker.country is not None and speaker.sector in _GOVERNING
    return f"state:{speaker.country}" if governs else ""
