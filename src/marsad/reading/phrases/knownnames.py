"""Names that the lexicon knows: of persons, states, organisations and places, an organisation named again by its first
word, and the words that point at a state or person named before (`البلدان`, `بلاده`)."""

from __future__ import annotations

from typing import Final

from marsad.lexicon.lexicon import CUE, GROUP, NAME, OUTLETCLASS, TITLE, Sense
from marsad.reading.document import Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.nationalities import Nationalities
from marsad.reading.phrases.persons import Persons
from marsad.reading.phrases.registry import Registry

_ORDER: Final = {"full": 0, "metonym": 1, "short": 2}
"""Of the names that a word may be, that which is more of a name comes first."""


class KnownNames:
    """Reads the known names of one document."""

    def __init__(self, doc: Document, registry: Registry, persons: Persons, nationalities: Nationalities) -> None:
        self.doc, self.registry, self.persons, self.nationalities = doc, registry, persons, nationalities
        self._full_names_found: dict[str, str] | None = None

    def name(self, i: int, stop: int) -> Chunk | None:
        """A known name, of a person with the title in apposition: `روسيا`, `الأمم المتحدة`, `لافروف`."""
        sense = self._best_name(i)
        if sense is None:
            return None
        entity = sense.lemma.entity
        head = entity.split(":", 1)[0]
        j = self.doc.unit_end[i]
        if head == "person":
            stem = self.doc.words[i].split.stem
            met = (self.registry.named(stem) or self._full_names.get(stem)) if sense.lemma.strength == "short" else None
            entity = self.registry.known(met) if met else entity
            if longer := self.persons.longer_name(i, j, stop):
                return longer
            known = entity if met else self.registry.known(entity)
            return self.persons.with_apposition(Chunk(i, j, head, [known], name_at=i), stop)
        by = "metonym" if sense.lemma.strength in {"metonym"} or sense.lemma.strength.startswith("local") else "name"
        chunk = Chunk(i, j, head, [self.registry.known(entity)], by, country=self.registry.country(entity))
        chunk.definite = True
        if head == "org":
            self.nationalities.pass_over(chunk)
        if any(s.lemma.place for s in self.doc.senses[i]):
            chunk.place = next(s.lemma.place for s in self.doc.senses[i] if s.lemma.place)
        return chunk

    @property
    def _full_names(self) -> dict[str, str]:
        """The known persons whose full names stand in the document, by the last word: `كلينتون` is هيلاري كلينتون."""
        if self._full_names_found is None:
            self._full_names_found = self._find_full_names()
        return self._full_names_found

    def _find_full_names(self) -> dict[str, str]:
        doc = self.doc
        found: dict[str, str] = {}
        for i in range(doc.size):
            if doc.flags[i] & NAME and doc.unit_end[i] > i + 1:
                for sense in doc.senses[i]:
                    if sense.lemma.strength == "full" and sense.lemma.entity.startswith("person:"):
                        found.setdefault(doc.folded[doc.unit_end[i] - 1], sense.lemma.entity)
        return found

    def _best_name(self, i: int) -> Sense | None:
        found = [s for s in self.doc.senses[i] if s.lemma.kind == "name" and self._allowed(s, i)]
        if len(found) < 2:
            return found[0] if found else None
        return min(found, key=lambda s: (_ORDER.get(s.lemma.strength, 3), s.lemma.entity))

    def _allowed(self, sense: Sense, i: int) -> bool:
        strength = sense.lemma.strength
        if strength.startswith("local:"):
            outlet = self.registry.lexicon.actors.get(self.registry.outlet or "")
            return bool(outlet and outlet.country == strength[6:])
        if strength == "needs-class":
            return False
        return not (strength == "short" and self.doc.flags[i] & CUE and self.doc.words[i].tense)

    def place(self, i: int, stop: int) -> Chunk | None:
        """A place; a capital stands for its state."""
        place = next(s.lemma.place for s in self.doc.senses[i] if s.lemma.place)
        assert place is not None
        j = self.doc.unit_end[i]
        if place.capital_of:
            entity = self.registry.known(f"state:{place.capital_of}")
            return Chunk(i, j, "state", [entity], "metonym", country=place.capital_of, place=place, definite=True)
        chunk = Chunk(i, j, "place", place=place, country=place.country or None)
        self.nationalities.pass_over(chunk)
        return chunk

    def organisation_again(self, i: int) -> Chunk | None:
        """`الاتحاد`, `المنظمة`: an organisation named before by a name that begins so."""
        doc, split = self.doc, self.doc.words[i].split
        entity = self.registry.org_heads.get(f"ال{split.stem}" if split.article else doc.folded[i])
        if entity is None or self.nationalities.at(i + 1):
            return None
        if doc.flags[i] & OUTLETCLASS and any(e.kind == "media" for e in self.registry.entities.values()):
            return None
        following = i + 1 < doc.size and doc.folded[i + 1].startswith("ال") and not doc.words[i + 1].classes
        if following and not (doc.flags[i + 1] & (GROUP | NAME | TITLE) and doc.words[i - 1].tense):
            return None  # `الصندوق الأسود`, not `دعا الصندوق الحكومات`
        return Chunk(i, i + 1, entity.split(":")[0], [entity], "epithet", country=self.registry.country(entity))

    def epithet(self, i: int, stop: int) -> Chunk | None:
        """A word for a state or person that only discourse can tell: `البلدان`, `بلاده`, `الأخير`."""
        sense = next(s for s in self.doc.senses[i] if s.lemma.kind == "epithet")
        label, split = sense.lemma.label, sense.split
        if label in {"own-state", "possession"} and not split.pronoun:
            return None
        if label in {"own-state"} and split.pronoun in {"هما", "هم"}:
            label = "both-states" if split.pronoun == "هما" else "own-state"
        head = "person" if label.endswith("persons") or label == "last-person" else "state"
        if label == "possession" and split.pronoun not in {"ه", "ها", "هم", "هما"}:
            return None
        chunk = Chunk(i, self.doc.unit_end[i], head, by="epithet", pending=label)
        chunk.number = "d" if label.startswith("both") else "s"
        nisba = self.nationalities.at(chunk.j)
        if nisba and label.startswith("both"):
            return None
        return chunk
