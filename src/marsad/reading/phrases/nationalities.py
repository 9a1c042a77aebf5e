"""Nationalities: on a noun that is no actor, in the plural for the state itself, and after a noun phrase that they
describe further."""

from __future__ import annotations

from marsad.language.arabic.numerals import number_word
from marsad.lexicon.lexicon import MODIFIER, NAME, NISBA
from marsad.reading.document import Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry


class Nationalities:
    """Reads the words of one document that mean "of a state" or "of an organisation"."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry = doc, registry

    def adjective(self, i: int) -> Chunk | None:
        """A nationality on a noun that is no actor: الموقف **الروسي**."""
        sense = next(s for s in self.doc.senses[i] if s.lemma.kind == "nisba")
        if sense.split.preposition:
            return None
        entity = sense.lemma.entity
        chunk = Chunk(i, self.doc.unit_end[i], entity.split(":")[0], by="epithet", adjectival=True)
        chunk.ents = [self.registry.known(entity)]
        chunk.country = self.registry.country(entity)
        return chunk

    def people(self, i: int, stop: int) -> Chunk | None:
        """A nationality in the plural that stands for the state: الروس, الصينيون."""
        doc = self.doc
        sense = next(s for s in doc.senses[i] if s.lemma.kind == "nisba")
        plural = sense.feature.number == "p" or doc.folded[i].endswith("ين")  # the dual is spelt alike
        if not plural or sense.feature.gender == "f" or not (sense.split.article or self._counted(i)):
            return None
        before = i - 1
        if before >= 0 and doc.folded[before].isalpha() and doc.ends[before] + 1 == doc.starts[i]:
            word = doc.words[before]
            if (
                not (word.classes or word.tense)
                and not sense.split.conjunction
                and not sense.split.preposition
                and (word.folded.startswith(("ال", "وال", "لل", "بال")))
            ):
                return None
        chunk = Chunk(i, doc.unit_end[i], "state", [self.registry.known(sense.lemma.entity)], "epithet", number="p")
        chunk.country = self.registry.country(sense.lemma.entity)
        return chunk

    def _counted(self, i: int) -> bool:
        """`خمسة أمريكيين`: whether a number stands right before token `i`."""
        before = self.doc.folded[i - 1] if i else ""
        return before[:1].isdigit() or number_word(before) is not None

    def at(self, j: int) -> str:
        """The state or organisation whose adjective stands at token `j`, not joined by و; empty if none."""
        if j < self.doc.size and self.doc.flags[j] & NISBA and not self.doc.words[j].split.conjunction:
            return next(s.lemma.entity for s in self.doc.senses[j] if s.lemma.kind == "nisba")
        return ""

    def pass_over(self, chunk: Chunk) -> None:
        """Take the adjectives after a noun phrase into it; a nationality among them gives its country."""
        doc = self.doc
        while (
            chunk.j < doc.size and doc.flags[chunk.j] & (NISBA | MODIFIER) and not doc.words[chunk.j].split.conjunction
        ):
            if doc.flags[chunk.j] & NAME:
                return
            sense = next((s for s in doc.senses[chunk.j] if s.lemma.kind == "nisba"), None)
            if sense and sense.lemma.entity.startswith("state:"):
                chunk.country = chunk.country or sense.lemma.entity[6:]
            chunk.j = doc.unit_end[chunk.j]
