"""What the clause and the article around an event word tell of its parties: who stands in subject's place, for which
state somebody speaks, which states the article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from marsad.lexicon.lexicon import Sense
from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.frames.matcher import Filled
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft


@dataclass(slots=True)
class About:
    """An event word and the parties found for it so far: `actors` and `recipients` are completed in place; `subject`
    is the last verb's, `earlier` the events before it, `sentence` the number of its sentence; `purpose` the token of
    what an agreement is for, -1 if there is none, and `effect` the status that this gives."""

    i: int
    sense: Sense
    filled: Filled
    actors: list[str]
    recipients: list[str]
    place: Chunk | None
    subject: Chunk | None
    earlier: list[EventDraft]
    sentence: int
    purpose: int = -1
    effect: str = ""

    @property
    def type(self) -> str:
        """The PLOVER type."""
        return self.filled.sense.type

    @property
    def is_noun(self) -> bool:
        """Whether the act is told by a noun."""
        return self.sense.lemma.kind in {"noun", "phrase"}


class Clauses:
    """Asks the clauses of one document."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft]) -> None:
        self.doc, self.args, self.registry, self.drafts = doc, args, registry, drafts
        self._countries_found: list[tuple[str, int]] | None = None
        self._scene_found: str | None = None

    @property
    def countries(self) -> list[tuple[str, int]]:
        """The states that the article names or whose people act in it, the most named first."""
        if self._countries_found is None:
            self._countries_found = self._find_countries()
        return self._countries_found

    def _find_countries(self) -> list[tuple[str, int]]:
        counts: Counter[str] = Counter()
        for chunk in self.args.chunks:
            if not (chunk.place and chunk.prep in {"في", "ب"}) and chunk.head != "media" and not chunk.adjectival:
                counts.update(list(dict.fromkeys(c for c in map(self.registry.country, chunk.ents) if c)))
        return counts.most_common(3)

    @property
    def scene(self) -> str | None:
        """The state where the article takes place, if all its places lie in one and it is the one most named."""
        if self._scene_found is None:
            self._scene_found = self._find_scene()
        return self._scene_found

    def _find_scene(self) -> str | None:
        places = {c.country for c in self.args.chunks if c.place is not None and c.place.country}
        if len(places) != 1 or not self.countries:
            return None
        return places.pop() if self.countries[0][0] in places else None

    def subject(self, i: int, inside_report: bool = False) -> Chunk | None:
        """The nearest actor before token `i` in its sentence that stands in subject's place; `inside_report` keeps to
        the words that are reported."""
        first = (
            max((d.content[0] for d in self.drafts if d.content[0] <= i < d.content[1]), default=0)
            if inside_report
            else 0
        )
        return next((c for c in self.subjects(i) if c.i >= first), None)

    def subjects(self, i: int) -> Iterator[Chunk]:
        """The actors before token `i` in its paragraph that stand in subject's place, nearest first."""
        for chunk in self.args.before(i, 25):
            if chunk.ents and not chunk.adjectival and self.args.is_bare(chunk):
                yield chunk

    def doer(self, about: About) -> list[str]:
        """Who does what the clause of an event word tells: its subject, or the last verb's."""
        for chunk in (self.subject(about.i), about.subject):
            if chunk is not None and chunk.j >= 0 and self._is_parted(chunk.j, about.i):
                continue  # `تخشى إسرائيل من أن يؤدي الاتفاق إلى رفع العقوبات`
            if chunk is not None and chunk.ents and all(self.is_official(e) for e in chunk.ents):
                return list(chunk.ents)
        return []

    def _is_parted(self, j: int, i: int) -> bool:
        """Whether a clause of its own, opened by أن, holds the word at token `i` and not the one before token `j`."""
        doc = self.doc
        return any("that" in doc.words[k].classes and doc.words[k + 1].tense for k in range(j, i - 1))

    def own_state(self, i: int) -> Chunk | None:
        """The state for which the speaker of the words around token `i` speaks."""
        holding = [d for d in self.drafts if d.content[0] <= i < d.content[1]]
        if not holding:
            return None
        speaker = max(holding, key=lambda d: d.content[0]).speakers[0]
        if not self.is_official(speaker):
            return None
        country = self.registry.country(speaker)
        return Chunk(-1, -1, "state", [self.registry.known(f"state:{country}")], country=country) if country else None

    def is_official(self, entity: str) -> bool:
        """Whether an entity can be a party of a mutual act: a state, organisation, bloc or holder of an office."""
        if entity.startswith(("state:", "org:", "bloc:")):
            return True
        known = self.registry.entities.get(entity)
        return bool(known and entity.startswith("person:") and known.sector in {"GOV", "MIL", "LEG", "IGO"})

    def is_circumstance(self, about: About) -> bool:
        """Whether a noun stands under a preposition, with a noun between or not: `رغم الضغوط`, `في ظل الضغوط`."""
        doc, i = self.doc, about.i
        if about.sense.split.preposition or doc.is_class(i - 1, "prep"):
            return True
        if i < 2 or doc.words[i - 1].classes - {"kana"} or not doc.folded[i - 1].isalpha():
            return False
        return doc.is_class(i - 2, "prep") or bool(doc.words[i - 1].split.preposition and not doc.words[i - 1].tense)
