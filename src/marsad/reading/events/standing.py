"""Which acts belong to world politics: those of states, their officials and armed groups, in articles about them; not
a footballer's refusal, a municipality's thanks or a patient's praise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import topic_words
from marsad.records import SYMMETRIC_TYPES

_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "IGO", "OPP", "PTY", "REB", "JUD", "SPY", "COP"})
_ARMED = frozenset({"REB", "IGO"})
_VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_AIMED = frozenset({"ACCUSE", "SANCTION"})
"""Types that are nothing without those at whom they are aimed."""
_MAY_LACK_ACTOR = _VIOLENT | SYMMETRIC_TYPES | {"ACCUSE", "SANCTION"}
"""Types whose acts news often tells without saying who acted."""
_TOLD_WITH_ACTOR = frozenset({"PROTEST", "ACCUSE"})
"""Types whose actor a sentence of news names, unless a support verb hides him (`وجهت انتقادات إلى الجيش`)."""
_LEISURE = ("sport", "culture")
_LEISURE_WORDS = 4
"""How many different words of sport or culture make an article one about it."""
_FOREIGN = 3
"""How many mentions of other countries' actors make an article one about the world."""


class Standing:
    """Judges the events of one document. Without a known outlet every country is foreign."""

    def __init__(self, doc: Document, registry: Registry, chunks: Iterable[Chunk]) -> None:
        self.registry = registry
        outlet = registry.lexicon.actors.get(registry.outlet or "")
        self.home = outlet.country if outlet else ""
        words = set(doc.folded)
        self.leisure = any(len(words & topic_words(t)) >= _LEISURE_WORDS for t in _LEISURE)
        countries = Counter(registry.country(e) for c in chunks if not c.adjectival for e in c.ents)
        foreign = sum(n for country, n in countries.items() if country and country != self.home)
        self.worldly = not self.leisure and foreign >= _FOREIGN

    def counts(self, draft: EventDraft) -> bool:
        """Whether an event is one of world politics, with the sides that its type cannot do without."""
        type_, parties = draft.sense.type, draft.parties
        deny = draft.status == "denied" and draft.according_to  # `نفت قطر تقديم مساعدات`
        if not draft.actors and type_ not in _MAY_LACK_ACTOR and not deny:
            return False
        inquiry = draft.sense.mode == "investigate" and draft.verb and draft.actors  # `حققت الشرطة في الحادث`
        if type_ in _AIMED and not draft.recipients and draft.statement is None and not inquiry:
            return False
        if not self.home:
            return True
        one_sided = not draft.actors or not draft.recipients
        if type_ == "COERCE" and one_sided and draft.sense.mode != "arrest":
            return False  # `السيطرة على الحريق`
        if not draft.actors and type_ in _TOLD_WITH_ACTOR and draft.effect == "" and draft.light < 0:
            return False
        official = [p for p in parties if self._is_official(p)]
        if self.leisure:
            return len({self.registry.country(p) or p for p in official}) >= 2
        if self.worldly or type_ in _VIOLENT:
            return bool(official)
        return any(self._is_of_world(p) for p in official)

    def _is_official(self, party: str) -> bool:
        """A state, bloc, organisation of a state or armed group, an office holder, or some state's collective."""
        if party.startswith(("state:", "bloc:")):
            return True
        entity = self.registry.entities.get(party)
        if entity is None:
            return False
        return entity.sector in _OFFICIAL or (party.startswith("group:") and bool(entity.country))

    def _is_of_world(self, party: str) -> bool:
        """Whether a party is of no country (an alliance, an armed group) or of another one than the article's."""
        country = self.registry.country(party)
        entity = self.registry.entities.get(party)
        if not country:
            return party.startswith("bloc:") or bool(entity and entity.sector in _ARMED)
        return country != self.home
