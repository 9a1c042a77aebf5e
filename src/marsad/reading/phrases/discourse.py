"""Who is meant by epithets that point back: نظيره الصيني, البلدان, بلاده, الصحيفة."""

from __future__ import annotations

from collections import Counter

from marsad.reading.document import Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.offices import LEADER_OFFICES
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import unions

_BODIES = frozenset({"org", "group"})
_OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


class Discourse:
    """Resolves pending chunks left to right with what the article has named so far."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry = doc, registry
        self.people: list[str] = []
        self.states: list[str] = []
        self.media: list[str] = []
        self.pair: list[str] = []
        self.pair_at = -1
        self.sides: list[str] = []
        self.sides_at = -1

    def resolve(self, chunks: list[Chunk]) -> None:
        """Fill in the entities of pending chunks; those that stay unknown keep none."""
        before: Chunk | None = None
        for chunk in chunks:
            if chunk.pending:
                self._resolve(chunk)
            self._remember(chunk)
            self._note_pair(before, chunk)
            before = chunk
        self._place_institutions(chunks)
        self._name_union(chunks)

    def _name_union(self, chunks: list[Chunk]) -> None:
        """`أوروبا تهدد بفرض عقوبات`: where the union is spoken of, the continent that acts is the union."""
        for continent, union in unions().items():
            if continent not in self.registry.entities or sum(union in c.ents for c in chunks) < 2:
                continue
            for chunk in chunks:
                if chunk.ents == [continent] and not (chunk.adjectival or chunk.prep or chunk.over):
                    chunk.ents, chunk.head = [self.registry.known(union)], "org"

    def _place_institutions(self, chunks: list[Chunk]) -> None:
        """`الحكومة`, `الجيش` alone are those of the state that the article is mostly about, if one stands out."""
        counts = Counter(self.states).most_common(2)
        if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] < 1.5 * counts[1][1]):
            return
        country = counts[0][0][6:]
        for chunk in chunks:
            if chunk.head != "group" or len(chunk.ents) != 1 or chunk.country:
                continue
            entity = self.registry.entities.get(chunk.ents[0])
            if entity and entity.country is None and entity.sector in _OF_STATE and chunk.definite:
                chunk.ents = [self.registry.of_country(entity.id, country)]
                chunk.country = country

    def _note_pair(self, before: Chunk | None, chunk: Chunk) -> None:
        """Remember two parties named side by side: `روسيا والصين`, `بوتين مع شي`, `بوتين ونظيره الصيني`."""
        if before is None or len(before.ents) != 1 or len(chunk.ents) != 1 or before.ents == chunk.ents:
            return
        if chunk.i - before.j > 3:
            return
        if before.head in _BODIES and chunk.head in _BODIES and chunk.joined and chunk.i == before.j:
            self.sides, self.sides_at = [before.ents[0], chunk.ents[0]], chunk.i
        if before.head != chunk.head or before.head not in {"state", "person"}:
            return
        if (chunk.joined and chunk.i == before.j) or chunk.prep == "مع":
            self.pair, self.pair_at = [before.ents[0], chunk.ents[0]], chunk.i

    def _last_pair(self, chunk: Chunk, kind: str) -> list[str]:
        """The two named side by side not long before, as persons or as their states."""
        if not self.pair or chunk.i - self.pair_at > 80:
            return []
        if kind == "person":
            return list(self.pair) if self.pair[0].startswith("person:") else []
        countries = [self.registry.country(p) for p in self.pair]
        return [f"state:{c}" for c in countries] if all(countries) and len(set(countries)) == 2 else []

    def _sides(self, chunk: Chunk) -> list[str]:
        """`الطرفان` after two armies or organisations named side by side: those two."""
        if not self.sides or chunk.i - self.sides_at > 120 or self.sides_at < self.pair_at:
            return []
        return list(self.sides)

    def _remember(self, chunk: Chunk) -> None:
        for entity in chunk.ents:
            if entity.startswith("person:"):
                self.people.append(entity)
            elif entity.startswith("media:"):
                self.media.append(entity)
            country = self.registry.country(entity)
            if country and not entity.startswith("media:") and not (chunk.place and chunk.prep in {"في", "ب"}):
                self.states.append(f"state:{country}")

    def _resolve(self, chunk: Chunk) -> None:
        pending = chunk.pending
        if pending == "both-sides" and (sides := self._sides(chunk)):
            chunk.ents = sides
            chunk.head = chunk.ents[0].split(":")[0]
        elif pending in {"both-states", "both-sides"}:
            chunk.ents = self._last_pair(chunk, "state") or self._pair(self.states)
        elif pending == "both-persons":
            chunk.ents = self._last_pair(chunk, "person") or self._pair(self.people)
        elif pending == "own-state":
            chunk.ents = self._own_state()
        elif pending == "counterpart":
            chunk.ents = self._counterpart(chunk.country)
        elif pending == "outlet":
            chunk.ents = self._outlet(chunk)
        elif pending == "last-person" and self.people:
            chunk.ents = [self.people[-1]]
        elif pending == "last-state" and self.states:
            chunk.ents = [self.states[-1]]
        for entity in chunk.ents:
            if entity.startswith("state:"):
                self.registry.known(entity)

    @staticmethod
    def _pair(names: list[str]) -> list[str]:
        """The two most named, in the order of their first naming; nobody if a third is named as often."""
        counts = Counter(names)
        last = {name: i for i, name in enumerate(names)}
        best = sorted(counts, key=lambda n: (-counts[n], -last[n]))
        if len(best) > 2 and counts[best[2]] == counts[best[1]] > 1:
            return []
        return sorted(best[:2], key=names.index) if len(best) > 1 else []

    def _own_state(self) -> list[str]:
        if not self.people:
            return []
        country = self.registry.country(self.people[-1])
        return [f"state:{country}"] if country else []

    def _counterpart(self, country: str | None) -> list[str]:
        """`نظيره الروسي`: who holds the office there of the last one named with an office elsewhere."""
        if not country:
            return []
        for person in reversed(self.people):
            entity = self.registry.entities[person]
            named = (o for (o, _), who in reversed(self.registry.office_holders.items()) if who == person)
            office = entity.office.split("@")[0] or next(named, "")
            if not office or entity.country == country:
                continue
            offices = (office, *LEADER_OFFICES) if office in LEADER_OFFICES else (office,)
            for name in offices:
                found = self.registry.office_holders.get((name, country)) or self.registry.lexicon.holder(
                    name, country, self.registry.day
                )
                if found:
                    return [self.registry.known(found)] if found in self.registry.lexicon.actors else [found]
            return [self.registry.unnamed("person", f"{office}", f"{office}", country, "GOV")]
        return []

    def _outlet(self, chunk: Chunk) -> list[str]:
        for media in reversed(self.media):
            if chunk.country is None or self.registry.country(media) == chunk.country:
                return [media]
        return []
