"""Persons: names that the lexicon does not know, titles with the name that follows, and titles in apposition to a
name."""

from __future__ import annotations

from marsad.lexicon.lexicon import CUE, ENTITY_HEAD, NAME, TITLE
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.governing import Governing
from marsad.reading.phrases.names import LIKELY, SURE, UNSURE, Names
from marsad.reading.phrases.offices import Offices
from marsad.reading.phrases.registry import Registry
from marsad.reading.phrases.titlephrases import TitlePhrase
from marsad.reading.phrases.titles import Titles

_QUOTES = OPENERS | CLOSERS | TOGGLES
_FIRST = frozenset({"عبد", "ابو", "ابي", "ام"})
"""Particles with which a name may begin."""
_COMMA = frozenset({"،", ",", "–", "-"})
_BEFORE_WORDS = _QUOTES | {":"}


class Persons:
    """Reads the persons of one document."""

    def __init__(self, doc: Document, registry: Registry, offices: Offices, governing: Governing) -> None:
        self.doc, self.registry, self.offices, self.governing = doc, registry, offices, governing
        self.titles, self.names = Titles(doc, registry), Names(doc)

    def titled(self, i: int, stop: int) -> Chunk | None:
        """A title and its holder; without a name the holder may have to wait: `الوزير`, `نظيره`."""
        phrase = self.titles.at(i, stop)
        if phrase is None:
            return None
        chunk = Chunk(i, phrase.j, "person", by="title", number=phrase.number, gender=phrase.gender)
        chunk.definite, chunk.title, chunk.name_at = phrase.definite, phrase.title.id, phrase.name_at
        if phrase.title.office and phrase.title.level == "organisation" and not phrase.scopes:
            phrase.scopes.append(phrase.title.office.split("@")[1])
        scope = phrase.scopes[0] if phrase.scopes else ""
        if phrase.person:
            chunk.ents = [self.registry.known(phrase.person)]
            chunk.by = "name"
        elif phrase.name:
            self.names.take(phrase.name_at, phrase.name_end)
            country = self.registry.country_of_scope(scope)
            sector = "GOV" if phrase.title.level == "state" else ""
            known = self.offices.royal(phrase)
            chunk.ents = (
                [self.registry.known(known)]
                if known
                else [self.registry.person(phrase.name, country, sector, phrase.title.id)]
            )
            chunk.by = "name"
        if chunk.ents:
            self.offices.learn(chunk.ents[0], phrase)
            return self.with_apposition(chunk, stop)
        if phrase.title.office:
            office, scope = phrase.title.office.split("@")
            who = self.registry.lexicon.holder(office, scope, self.registry.day)
            if who and not (phrase.gender == "f" and self.registry.lexicon.actors[who].gender == "m"):
                chunk.ents, chunk.country = [self.registry.known(who)], self.registry.country_of_scope(scope)
                return chunk
        if phrase.title.level == "honorific" or self.governing.is_adjective(i):
            return None
        if phrase.title.id == "counterpart" and phrase.number == "s" and scope:
            chunk.pending, chunk.country = "counterpart", self.registry.country_of_scope(scope)
            return chunk
        self.offices.wait(chunk, phrase)
        return chunk

    def with_apposition(self, chunk: Chunk, stop: int) -> Chunk:
        """A name and the title in apposition to it: `يون صن، مدير برنامج الصين`; also without the comma."""
        doc = self.doc
        at = chunk.j
        while at < stop and doc.is_sign(at, _QUOTES):
            at += 1
        comma = at < stop and doc.is_sign(at, _COMMA)
        at += comma
        if (
            at >= stop
            or not doc.flags[at] & TITLE
            or doc.words[at].split.conjunction
            or doc.words[at].split.preposition
        ):
            return chunk
        phrase = self.titles.at(at, stop)
        if phrase is None or phrase.person or phrase.name or phrase.title.level == "honorific" or phrase.number != "s":
            return chunk
        if not comma and phrase.scopes and self._anothers_state(chunk, phrase):
            return chunk
        chunk.j = phrase.j
        self.offices.learn(chunk.ents[0], phrase)
        return chunk

    def _anothers_state(self, chunk: Chunk, phrase: TitlePhrase) -> bool:
        country, other = self.registry.country(chunk.ents[0]), self.registry.country_of_scope(phrase.scopes[0])
        return bool(country and other and country != other)

    def longer_name(self, i: int, j: int, stop: int) -> Chunk | None:
        """A longer unknown name that begins with a known short one (`هادي العامري`) is another person."""
        doc = self.doc
        if j > i + 1 or j >= stop or doc.words[i].split.preposition:
            return None
        if doc.flags[j] & NAME and any(s.lemma.entity.startswith("person:") for s in doc.senses[j]):
            return None
        met = doc.folded[i] in self.registry.person_words or (i and doc.flags[i - 1] & CUE)
        if not self.names.lengthens(j) or (met and not self.names.is_part(j) and not self._titled_after(j, stop)):
            return None
        end = self.names.end(j, stop, strict=True)
        if end <= j:
            return None
        return self._unknown_person(i, end, stop)

    def _titled_after(self, j: int, stop: int) -> bool:
        """Whether the name that goes on at token `j` has a title in apposition: `يون صن، مدير برنامج الصين`."""
        end = self.names.end(j, stop, strict=True)
        return end > j and end + 1 < stop and self.doc.is_sign(end, _COMMA) and bool(self.doc.flags[end + 1] & TITLE)

    def _unknown_person(self, i: int, end: int, stop: int) -> Chunk:
        first = self.doc.starts[i] + len(self.doc.words[i].split.conjunction)
        name = self.doc.text[first : self.doc.ends[end - 1]]
        self.names.take(i, end)
        entity = self.registry.person(name, None, "", "")
        return self.with_apposition(Chunk(i, end, "person", [entity], name_at=i), stop)

    def given_name(self, i: int, stop: int) -> Chunk | None:
        """An unknown name of two words or more whose first is a given name."""
        doc, split = self.doc, self.doc.words[i].split
        if split.preposition or split.article or (self.names.is_particle(i) and doc.folded[i] not in _FIRST):
            return None
        end = self.names.end(i, stop)
        if end - i < 2:
            known = self.registry.named(doc.folded[i])
            return Chunk(i, i + 1, "person", [known], name_at=i) if known and end - i == 1 else None
        sure = self.names.is_part(i + 1) and not split.conjunction and not doc.words[i].classes
        if self.names.begins(i) <= (UNSURE if sure else LIKELY):
            return None
        return self._unknown_person(i, end, stop)

    def bare_name(self, i: int, stop: int) -> Chunk | None:
        """A name that only its place after a verb shows: `قال يون صن، مدير …`, `وأضاف علوش أن`."""
        doc = self.doc
        if i >= stop or doc.flags[i] & ENTITY_HEAD or doc.words[i].classes or not doc.folded[i].isalpha():
            return None
        word = doc.folded[i]
        if known := self.registry.named(word) or self.registry.named(word.removeprefix("ال")):
            return Chunk(i, i + 1, "person", [known], name_at=i) if not doc.words[i].tense else None
        if doc.senses[i] or not self.names.may_begin(i, UNSURE):
            return None
        end = self.names.end(i, stop)
        closed = end > i and (self.names.speaks(end) or doc.is_sign(end, _BEFORE_WORDS))
        if end == i or self.names.begins(i) <= (SURE if end == i + 1 else UNSURE if closed else LIKELY):
            return None
        return self._unknown_person(i, end, stop)

    def doer(self, i: int, stop: int) -> Chunk | None:
        """A name of two words or more that only its place after a verb of doing shows: `هاجم بيورن هوكه الحكومة`."""
        doc = self.doc
        if i + 1 >= stop or doc.senses[i] or doc.flags[i] or not doc.folded[i].isalpha():
            return None
        if not self.names.may_begin(i, LIKELY):
            return None
        end = self.names.end(i, stop)
        return self._unknown_person(i, end, stop) if end - i > 1 else None

    def again(self, i: int) -> Chunk | None:
        """A person of the article, named by one word: `شكري`. A word that means something else too names him only as a
        speaker, or as a noun with "my"."""
        entity = self.registry.named(self.doc.words[i].folded)
        if entity is None or (self.doc.senses[i] and not self._spoke(i) and not self._is_only_mine(i)):
            return None
        return Chunk(i, i + 1, "person", [entity], name_at=i)

    def _spoke(self, i: int) -> bool:
        """Whether a known person's name that is also a word stands as a speaker: `وأضاف شكري`."""
        word = self.doc.words[i]
        if i == 0 or word.tense or word.classes or word.split.preposition:
            return False
        return bool(self.doc.flags[i - 1] & CUE and self.doc.words[i - 1].tense)

    def _is_only_mine(self, i: int) -> bool:
        """Whether a known person's name is else a noun with "my" or of two, outside a quotation: `مع شكري`."""
        mine = self.doc.folded[i].endswith("ي") and all(s.lemma.kind == "noun" for s in self.doc.senses[i])
        return mine and not any(q.opening < i < q.closing for q in self.doc.quotations)
