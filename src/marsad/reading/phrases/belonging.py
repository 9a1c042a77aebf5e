"""Whose a collective is: حكومة نتنياهو, مسلحون في سوريا, الجانب الأمريكي."""

from __future__ import annotations

from marsad.lexicon.lexicon import MODIFIER, NISBA
from marsad.reading.document import Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import act_words

_SOME = act_words("some")
_POWER = frozenset({"GOV", "MIL", "COP", "SPY", "REB", "PTY"})
_FIGHTING = frozenset({"MIL", "REB"})
_BELONGING = act_words("belonging")
_ABROAD = frozenset({"MIL", "IGO", "JRN", "BUS"})


class Belonging:
    """Gives the collectives of one document the state that the words next to them name."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry = doc, registry

    def settle(self, chunks: list[Chunk]) -> list[Chunk]:
        """The chunks with a collective and its leader (`إدارة الرئيس أوباما`) as one, and states on the others."""
        kept: list[Chunk] = []
        for chunk in chunks:
            before = kept[-1] if kept else None
            if (
                before is not None
                and before.head == "group"
                and (self._leads(before, chunk) or self._consists_of(before, chunk))
            ):
                self._give(before, self.registry.country(chunk.ents[0]))
                before.j = chunk.j
                continue
            if before is not None and before.head == "group" and self._are_of(before, chunk):
                self._absorb(before, chunk)
                continue
            kept.append(chunk)
        for n, chunk in enumerate(kept):
            if chunk.head == "bloc" and len(chunk.ents) == 1 and chunk.i and self.doc.folded[chunk.i - 1] in _SOME:
                self._some_of(chunk)
            if chunk.head != "group" or len(chunk.ents) != 1:
                continue
            if chunk.country is None and n + 1 < len(kept):
                self._locate(chunk, kept[n + 1], kept[n + 2 : n + 9])
        return kept

    def _some_of(self, chunk: Chunk) -> None:
        """`بعض الدول الإفريقية`, `عدة دول عربية`: some of a bloc's members are not the bloc."""
        bloc = self.registry.entities[chunk.ents[0]]
        chunk.ents = [self.registry.unnamed("group", bloc.id.split(":", 1)[1], bloc.ar, None, bloc.sector)]
        chunk.head = "group"

    def _leads(self, group: Chunk, person: Chunk) -> bool:
        """`حكومة نتنياهو`, `قوات الأسد`: a collective of power right before its leader."""
        if group.head != "group" or len(group.ents) != 1 or group.country or group.definite or person.i != group.j:
            return False
        entity = self.registry.entities.get(group.ents[0])
        return bool(
            entity
            and entity.sector in _POWER
            and person.head == "person"
            and len(person.ents) == 1
            and not person.prep
            and not person.joined
            and self.registry.country(person.ents[0])
        )

    @staticmethod
    def _consists_of(group: Chunk, members: Chunk) -> bool:
        """`نقابة الصحفيين المصريين`, `مجلس العشائر`: a body right before those who make it up."""
        if group.head != "group" or group.number != "s" or group.definite or group.country or len(group.ents) != 1:
            return False
        bare = not (members.prep or members.joined or members.adjectival)
        return bare and members.i == group.j and members.head == "group" and len(members.ents) == 1 and members.definite

    def _are_of(self, fighters: Chunk, side: Chunk) -> bool:
        """`مسلحون من حركة الشباب`, `عناصر تابعة للشرطة`, `ميليشيات المتمردين`: fighters of nobody yet right before the
        side that they are of."""
        if fighters.number != "p" or fighters.definite or fighters.country or len(fighters.ents) != 1:
            return False
        collective = self.registry.collectives.get(fighters.ents[0])
        if collective is None or collective.sector not in _FIGHTING or side.head not in {"org", "group"}:
            return False
        if side.joined or side.adjectival or not (side.ents or side.pending):
            return False
        between = self.doc.folded[fighters.j : side.i]
        if side.prep == "من":
            return len(between) <= 1 and side.i - fighters.j == len(between)
        if side.prep == "ل":
            return len(between) == 1 and between[0] in _BELONGING
        return side.i == fighters.j and not side.prep and side.definite

    @staticmethod
    def _absorb(fighters: Chunk, side: Chunk) -> None:
        """Make fighters and their side one phrase that means the side."""
        fighters.j, fighters.ents, fighters.pending = side.j, side.ents, side.pending
        fighters.head, fighters.country, fighters.by = side.head, side.country, side.by

    def _locate(self, group: Chunk, following: Chunk, rest: list[Chunk]) -> None:
        """`المعارضة في سوريا`, `الشعوب في اليمن والعراق`: the places right after a collective are where it belongs."""
        if following.prep not in {"في", "ب"} or not following.country or following.joined:
            return
        collective = self.registry.collectives.get(group.ents[0])
        if collective is None or collective.sector in _ABROAD or "foreign" in collective.kinds:
            return
        gap = range(group.j, following.i)
        if len(gap) > 3 or not all(self._describes(k) for k in gap):
            return
        countries = [following.country]
        for place in rest:
            if not place.joined or not place.country or place.prep not in {"", following.prep} or place.adjectival:
                break
            countries.append(place.country)
        if len(countries) > 1 and group.number == "p":
            group.ents = [self.registry.of_country(group.ents[0], c) for c in dict.fromkeys(countries)]
        else:
            self._give(group, following.country)

    def _describes(self, k: int) -> bool:
        doc = self.doc
        return bool(doc.flags[k] & (MODIFIER | NISBA)) or "prep" in doc.words[k].classes

    def _give(self, group: Chunk, country: str | None) -> None:
        if country:
            group.ents = [self.registry.of_country(group.ents[0], country)]
            group.country = country
