"""Named acts: acts with a name of their own, whose parties are known by it (`اتفاق أوسلو`)."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.lexicon.entries import EventSense
from marsad.reading.document import Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.registry import Registry


class NamedActs:
    """The named acts of one document."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry) -> None:
        self.doc, self.args, self.registry = doc, args, registry
        self._article_found: set[str] | None = None

    def at(self, i: int) -> EventSense | None:
        """The named act at token `i`."""
        return next((e for s in self.doc.senses[i] for e in s.lemma.events if e.actors), None)

    def parties(self, event: EventSense) -> tuple[list[str], list[str]]:
        """Actors and recipients of a named act as they are known."""
        return self._told(event.actors, event.instead), self._told(event.recipients, event.instead)

    def agreement(self, tokens: Iterable[int]) -> EventSense | None:
        """The agreement that is named at one of some tokens: `انسحبت واشنطن من الاتفاق النووي`."""
        return next((e for k in sorted(tokens) if (e := self.at(k)) is not None and e.type == "AGREE"), None)

    def left(self, agreement: EventSense, actors: list[str]) -> list[str]:
        """The other parties of an agreement that `actors` leave; of blocs and states the states, where there is one."""
        own = {self.registry.country(a) for a in actors} - {None}
        told = self._told(agreement.actors, agreement.instead)
        others = [p for p in told if p not in actors and self.registry.country(p) not in own]
        return [p for p in others if p.startswith("state:")] or others

    def _told(self, parties: tuple[str, ...], instead: tuple[str, ...]) -> list[str]:
        """The known parties of a side; for a bloc that the article does not name, whoever it names instead."""
        found = (
            next((c for c in (p, *(instead if p.startswith("bloc:") else ())) if c in self._article), p)
            for p in parties
        )
        return [self.registry.known(p) for p in found]

    @property
    def _article(self) -> set[str]:
        """All entities that the article names, and the states of its people."""
        if self._article_found is None:
            self._article_found = self._find_article()
        return self._article_found

    def _find_article(self) -> set[str]:
        named = {e for chunk in self.args.chunks for e in chunk.ents}
        return named | {f"state:{c}" for c in map(self.registry.country, named) if c}
