"""What linking needs to know of one event as one article tells it: small, and the same wherever it is made."""

from __future__ import annotations

import json
from sys import intern
from typing import Any, NamedTuple

from marsad.linking.days import Days


class Party(NamedTuple):
    """One who takes part: the entity and its country (ISO 3166-1 alpha-3, empty if none)."""

    entity: str
    country: str

    @property
    def head(self) -> str:
        """The country, or the entity where there is none: what a state, its leader and its army have in common."""
        return self.country or self.entity


class Told(NamedTuple):
    """One event of one article.

    `days` are the days that its time covers, `published` those on which the article may have been published (None: not
    known); `sense` is the lexicon's name of the act, `known_as` the name of the act or of the agreement that it is of
    (`اتفاق أوسلو`), `words` the stems around the word that names it, `turns` what words beside it make of it
    (`postpone`, `suspend`), `said` the stems of what each party says in the article; `source` is the outlet, `subject`
    what an agreement is about.
    """

    item: int
    article: int
    name: str
    type: str
    mode: str
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    time: str
    days: Days | None
    published: Days | None
    place: str
    quantities: tuple[tuple[float, str], ...]
    sense: str
    known_as: str
    words: frozenset[str]
    turns: tuple[str, ...]
    said: tuple[tuple[str, frozenset[str]], ...]
    according_to: tuple[str, ...]
    source: str
    subject: str
    contexts: tuple[str, ...]
    confidence: float

    @property
    def parties(self) -> tuple[Party, ...]:
        """All who take part, on either side."""
        return self.actors + self.recipients


def encode(told: Told) -> bytes:
    """An event as bytes, for the store; without its numbers, which stand beside it."""
    plain: list[Any] = list(told._replace(words=sorted(told.words), said=[[s, sorted(w)] for s, w in told.said])[2:])  # type: ignore[arg-type]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def decode(stored: bytes, item: int, article: int) -> Told:
    """The event that `encode` made bytes of."""
    told = Told(item, article, *json.loads(stored))
    return told._replace(
        actors=tuple(Party(*p) for p in told.actors),
        recipients=tuple(Party(*p) for p in told.recipients),
        days=Days(*told.days) if told.days else None,
        published=Days(*told.published) if told.published else None,
        quantities=tuple((value, unit) for value, unit in told.quantities),
        words=frozenset(map(intern, told.words)),
        turns=tuple(told.turns),
        said=tuple((who, frozenset(map(intern, words))) for who, words in told.said),
        according_to=tuple(told.according_to),
        contexts=tuple(told.contexts),
    )
