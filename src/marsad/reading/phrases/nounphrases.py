"""All noun phrases of a document that name actors or places, left to right."""

from __future__ import annotations

from typing import Final

from marsad.lexicon.lexicon import (
    CUE,
    ENTITY_HEAD,
    EPITHET,
    EVENT,
    GROUP,
    LIGHT,
    NAME,
    NAMEPART,
    NISBA,
    OUTLETCLASS,
    PLACE,
    TITLE,
)
from marsad.reading.document import Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.collectives import Collectives
from marsad.reading.phrases.governing import Governing
from marsad.reading.phrases.knownnames import KnownNames
from marsad.reading.phrases.nationalities import Nationalities
from marsad.reading.phrases.offices import Offices
from marsad.reading.phrases.persons import Persons
from marsad.reading.phrases.registry import Registry
from marsad.reading.phrases.titlejoins import TitleJoins

_ACTS: Final = EVENT | LIGHT
_READ: Final = ENTITY_HEAD | CUE | _ACTS
"""The words with which a noun phrase begins, or after which a name may stand."""


class NounPhrases:
    """Reads the noun phrases of one document into chunks; entities go into the registry."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry = doc, registry
        self.governing, self.nationalities = Governing(doc), Nationalities(doc, registry)
        self.offices = Offices(doc, registry)
        self.persons = Persons(doc, registry, self.offices, self.governing)
        self.known = KnownNames(doc, registry, self.persons, self.nationalities)
        self.collectives = Collectives(doc, registry, self.governing, self.nationalities)
        # What reads a word of each kind, in the order in which they are tried.
        self._parsers = (
            (EPITHET, self.known.epithet),
            (TITLE, self.persons.titled),
            (OUTLETCLASS, self.collectives.outlet),
            (GROUP, self.collectives.group),
            (PLACE, self.known.place),
            (NISBA, self.nationalities.people),
            (NAMEPART, self.persons.given_name),
        )

    def read(self) -> list[Chunk]:
        """All chunks in order; nameless offices are resolved with the whole article in view."""
        joins = TitleJoins(self.doc, self.registry, self.offices)
        chunks = joins.with_names(self._found())
        self.offices.resolve()
        return joins.as_one_person(chunks)

    def _found(self) -> list[Chunk]:
        """The noun phrases as they stand, with what governs each; some that only a verb of saying before them, or what
        the article has named so far, makes known."""
        doc = self.doc
        words, folded, flags, unit_end = doc.words, doc.folded, doc.flags, doc.unit_end
        org_heads, people = self.registry.org_heads, self.registry.person_words
        chunks: list[Chunk] = []
        for start, stop in doc.sentences:
            i = start
            while i < stop:
                flag = flags[i]
                if not flag & _READ and folded[i] not in org_heads and folded[i] not in people:
                    i = unit_end[i]
                    continue
                chunk = self._at(i, stop) if flag & ENTITY_HEAD else None
                if chunk is None:
                    if flag & CUE and words[i].tense:
                        chunk = self.persons.bare_name(i + 1, stop)
                    elif flag & _ACTS and words[i].tense:
                        chunk = self.persons.doer(i + 1, stop)
                    elif folded[i] in org_heads and (not flag & EVENT or self._speaks(i)):
                        chunk = self.known.organisation_again(i)
                    elif folded[i] in people:
                        chunk = self.persons.again(i)
                if chunk is None:
                    i = unit_end[i]
                    continue
                self.governing.settle(chunk)
                chunks.append(chunk)
                i = max(chunk.j, i + 1)
        return chunks

    def _speaks(self, i: int) -> bool:
        """Whether token `i` stands as a speaker, right after a verb of saying: `وأكد الحلف`."""
        return i > 0 and bool(self.doc.flags[i - 1] & CUE and self.doc.words[i - 1].tense)

    def _at(self, i: int, stop: int) -> Chunk | None:
        """The noun phrase that begins at a word which may head one."""
        flags = self.doc.flags[i]
        if flags & (GROUP | OUTLETCLASS) and (chunk := self.known.organisation_again(i)):
            return chunk
        if flags & NAME and (chunk := self.known.name(i, stop)):
            return chunk
        for flag, parse in self._parsers:
            if flags & flag and (chunk := parse(i, stop)):
                return chunk
        return self.nationalities.adjective(i) if flags & NISBA else None
