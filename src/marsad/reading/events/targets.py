"""Whom an act is aimed at that names no target: who faces it, whom it supports, where it takes place."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.lexicon.lexicon import CUE, EVENT, LIGHT
from marsad.reading.document import Document
from marsad.reading.events.clauses import About, Clauses
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft

_AIMED = frozenset({"COERCE", "SANCTION", "THREATEN", "ACCUSE", "SUPPORT", "AID", "REQUEST"})


class Targets:
    """Finds the unexpressed targets in one document."""

    def __init__(
        self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft], clauses: Clauses
    ) -> None:
        self.doc, self.args, self.registry, self.drafts, self.clauses = doc, args, registry, drafts, clauses

    def of(self, about: About) -> list[str]:
        """Whom an act with a doer but no recipient is aimed at: the state where an attack abroad takes place; whoever
        the clause tells to face, reject or enjoy it."""
        doer = self.registry.country(about.actors[0])
        if about.type == "ASSAULT":
            place = about.place or self.args.complement(about.i, "في", self.doc.sentences[about.sentence][1])
            abroad = place.country if place is not None and place.head in {"place", "state"} else None
            return [self.registry.known(f"state:{abroad}")] if abroad and doer and abroad != doer else []
        if about.type not in _AIMED or not about.is_noun or not self.clauses.is_circumstance(about):
            return []
        if about.type == "COERCE" and (about.sense.split.pronoun or about.filled.sense.mode == "seize"):
            return []
        countries = {self.registry.country(e) or e for e in about.actors}
        for faced in self._facing(about):
            apart = all((self.registry.country(e) or e) not in countries for e in faced.ents)
            if apart:
                return list(faced.ents) if all(self.clauses.is_official(e) for e in faced.ents) else []
        return []

    def of_support(self, about: About) -> None:
        """`وعدت روسيا بمواصلة دعم سوريا`, `لدعم الحكومة`: under a verbal noun or a preposition the genitive is the one
        supported."""
        if about.sense.split.article or not self.clauses.is_circumstance(about):
            return
        doer = [e for e in self.clauses.doer(about) if e not in about.actors]
        if about.sense.split.preposition == "ل":  # `نشر شرطيين لمساندة الجيش`
            about.recipients[:], about.actors[:] = about.actors, doer
            return
        if doer and {self.registry.country(e) for e in doer}.isdisjoint(map(self.registry.country, about.actors)):
            about.recipients[:], about.actors[:] = about.actors, doer

    def _facing(self, about: About) -> Iterator[Chunk]:
        """The subjects of the clause that a noun is a circumstance of: those before it, nearest first, or after a
        fronted phrase (`في ظل الضغوط الغربية، تؤكد الصين`) the one of the verb that follows; "we" is the speaker's
        state."""
        start, stop = self.doc.sentences[about.sentence]
        inside = max((d.content[0] for d in self.drafts if d.content[0] <= about.i < d.content[1]), default=start)
        before = [c for c in self.clauses.subjects(about.i) if c.i >= max(inside, start)]
        yield from map(self._whole, before)
        k = about.i
        while not before and k < min(stop, about.i + 14):
            word = self.doc.words[k]
            if word.tense and self.doc.flags[k] & (CUE | EVENT | LIGHT) and self.args.at[k] is None:
                senses = [s for s in self.doc.senses[k] if s.feature.tense and s.feature.person == 3]
                found = (self.args.subject(k, s.feature, about.i + 1, stop, bool(s.split.conjunction)) for s in senses)
                subject = next((c for c in found if isinstance(c, Chunk) and c.ents), None)
                if subject is not None:
                    yield self._whole(subject)
                    return
                break
            k = self.doc.unit_end[k]
        own = self.clauses.own_state(about.i) if inside > start and not before else None
        if own is not None:
            yield own

    def _whole(self, chunk: Chunk) -> Chunk:
        """A coordination as one phrase that stands nowhere."""
        group = [c for c in self.args.coordinated(chunk) if c.ents]
        return Chunk(-1, -1, chunk.head, [e for c in group for e in c.ents], country=chunk.country)
