"""Noun phrases that mean one person together: a title and the name further on, and several offices of one holder."""

from __future__ import annotations

from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.offices import Offices
from marsad.reading.phrases.registry import Registry

_COMMA = frozenset({"،", ",", "–", "-"})
_AROUND = OPENERS | CLOSERS | TOGGLES | {"(", ")"}


class TitleJoins:
    """Joins the titles of one document to the persons who bear them."""

    def __init__(self, doc: Document, registry: Registry, offices: Offices) -> None:
        self.doc, self.registry, self.offices = doc, registry, offices

    def with_names(self, chunks: list[Chunk]) -> list[Chunk]:
        """A title whose name stands further on: `رئيس حزب «القوات اللبنانية» الدكتور سمير جعجع` is one phrase."""
        phrase_of = {id(c): p for c, p in self.offices.waiting}
        found: list[Chunk] = []
        n = 0
        while n < len(chunks):
            chunk = chunks[n]
            last = self._name_further_on(chunks, n) if chunk.pending == "title" and id(chunk) in phrase_of else 0
            if last:
                named = chunks[last]
                chunk.j, chunk.ents, chunk.pending, chunk.by = named.j, named.ents, "", "name"
                chunk.name_at = named.name_at
                self.offices.learn(named.ents[0], phrase_of[id(chunk)])
                n = last
                if chunk.number == "d" and (other := self._other_bearer(chunks, last)) is not None:
                    found.append(chunk)
                    chunk, n = other, last + 2
            found.append(chunk)
            n += 1
        return found

    def _name_further_on(self, chunks: list[Chunk], n: int) -> int:
        """The index of the chunk that names the holder of the title at `n`, with only its institution between, or 0.
        Several bear no single name: `هدد مسلحون | روحاني`."""
        at = chunks[n].j
        if chunks[n].number == "p":
            return 0
        for m in range(n + 1, min(n + 4, len(chunks))):
            following = chunks[m]
            if following.joined or following.prep not in {"", "ل", "في"} or not self._only_description(at, following.i):
                return 0
            if following.head == "person" and following.by == "name" and following.ents and not following.prep:
                return m
            if following.head not in {"org", "state", "bloc", "group", "place"}:
                return 0
            at = following.j
        return 0

    @staticmethod
    def _other_bearer(chunks: list[Chunk], n: int) -> Chunk | None:
        """`الوزيران الروسي سيرغي لافروف | والأمريكي ريكس تيلرسون`: the second bearer of a title of two."""
        if n + 2 >= len(chunks):
            return None
        nationality, named = chunks[n + 1], chunks[n + 2]
        side_by_side = nationality.i == chunks[n].j and named.i == nationality.j
        if not side_by_side or not nationality.joined or not nationality.adjectival or named.head != "person":
            return None
        named.i, named.joined, named.over, named.over_start = nationality.i, True, False, -1
        return named

    def _only_description(self, start: int, end: int) -> bool:
        """Whether nothing but quotation marks, definite words and a preposition stands between."""
        doc = self.doc
        return end - start <= 5 and all(
            doc.is_sign(k, _AROUND) or doc.folded[k].startswith(("ال", "لل", "بال")) or doc.folded[k] in {"في", "ل"}
            for k in range(start, end)
        )

    def as_one_person(self, chunks: list[Chunk]) -> list[Chunk]:
        """The chunks, with several offices of one person as his; set off by a comma they are one phrase with him."""
        kept: list[Chunk] = []
        for chunk in chunks:
            before = kept[-1] if kept else None
            if before is not None and self._is_one_person(before, chunk):
                before.ents = list(chunk.ents)
                if not chunk.joined:
                    before.j, before.by, before.name_at = chunk.j, chunk.by, chunk.name_at
                    continue
            kept.append(chunk)
        return kept

    def _is_one_person(self, chunk: Chunk, following: Chunk) -> bool:
        """`مساعد وزير الخارجية الإيراني وكبير المفاوضين عباس عراقجي`: two offices of one person."""
        if following.by != "name" or not following.title or following.i - chunk.j > 1:
            return False
        if not (following.joined or self.doc.is_sign(chunk.j, _COMMA)):
            return False
        if self.doc.is_sign(chunk.j, _COMMA) and not chunk.ents and chunk.by == "title" and chunk.number == "s":
            return chunk.definite
        return chunk.by == "title" and len(chunk.ents) == 1 and self._unnamed(chunk.ents[0])

    def _unnamed(self, entity: str) -> bool:
        known = self.registry.entities.get(entity)
        return (
            entity.startswith("person:") and entity not in self.registry.lexicon.actors and bool(known and known.office)
        )
