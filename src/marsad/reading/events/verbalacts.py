"""Verbal acts: statements that do what they say (`أدان`, `هدد`, `طالب`), and whom they aim at."""

from __future__ import annotations

from marsad.lexicon.entries import Cue, EventSense
from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.events.namedacts import NamedActs
from marsad.reading.events.partners import Partners
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import act_words
from marsad.reading.statements.drafts import Draft

_COMMENT = act_words("comment")
_WARNING = frozenset({"THREATEN", "ACCUSE", "REJECT"})


def performed_by(draft: Draft) -> Cue | None:
    """The cue of a statement that performs an act; a promise does if it is made to somebody."""
    cue = draft.cue_entry
    return cue if cue and cue.event and (draft.addressee or not is_promise(cue)) else None


def is_promise(cue: Cue) -> bool:
    """Whether a cue only promises: that is the planned act in its content, else an act of its own."""
    return cue.kind == "promise" and cue.event == "AGREE"


class VerbalActs:
    """Makes events of the statements of one document that perform an act."""

    def __init__(
        self, doc: Document, args: Arguments, registry: Registry, named: NamedActs, partners: Partners
    ) -> None:
        self.doc, self.args, self.registry, self.named, self.partners = doc, args, registry, named, partners

    def act(self, draft: Draft, cue: Cue, i: int, number: int) -> EventDraft | None:
        """The act that a statement performs by its `cue` at token `i`, in sentence `number`: the speaker does it, the
        hearer or the one spoken of is its recipient."""
        sense = next((s for s in self.doc.senses[i] if s.lemma.cues), None)
        if sense is None:
            return None
        if cue.event == "REJECT" and self.doc.split(draft.content[0]).stem in _COMMENT:
            return None  # `رفض المتحدث التعليق`
        event = next((e for e in sense.lemma.events if e.type == cue.event), None) or EventSense(
            cue.id, cue.event, cue.mode, cue.roles, (), "", False, False
        )
        recipients = [r for r in self._recipients(draft, cue) if r not in draft.speakers]
        return EventDraft(
            event, i, self.doc.unit_end[i], list(draft.speakers), recipients, number, False, False,
            lemma=sense.lemma.key, score=2.0, statement=draft, why=(f"cue {cue.id}", "verbal act"), verb=True,
            tense=self.doc.words[i].tense,
        )  # fmt: skip

    def _recipients(self, draft: Draft, cue: Cue) -> list[str]:
        if draft.addressee and any(s.role == "H" for s in cue.frame):
            return self._hearers(draft, draft.addressee)
        return self._target(draft, cue) if cue.event != "REQUEST" else self.partners.of_relations(draft)

    def _hearers(self, draft: Draft, addressee: str) -> list[str]:
        """All who are spoken to: `حث الاتحاد الأوروبي إيران والولايات المتحدة على ضبط النفس`."""
        first = draft.cue[1]
        for chunk in self.args.between(first, min(first + 16, self.doc.size)):
            if addressee in chunk.ents and not chunk.joined:
                return list(dict.fromkeys(e for c in self.args.coordinated(chunk) for e in c.ents))
        return [addressee]

    def _target(self, draft: Draft, cue: Cue) -> list[str]:
        """Whom praise, blame or refusal is about: the first actor that the content names."""
        first = draft.content[0]
        for k in range(first, min(draft.content[1], first + 6)):
            named = self.named.at(k)
            if named is not None:
                return [self.registry.known(p) for p in (*named.actors, *named.recipients)]
        own = {self.registry.country(s) for s in draft.speakers} - {None}
        warned = "content by that" in draft.why and cue.event in _WARNING
        for chunk in self.args.between(first, min(draft.content[1], first + (12 if warned else 7))):
            if warned and own and {self.registry.country(e) for e in chunk.ents} <= own:
                continue  # `حذر الوزير السوري من أن دمشق سترد على أي هجوم إسرائيلي`
            if (chunk.place is not None or cue.event == "REJECT") and self.args.is_victim(chunk):
                continue  # `أدانت الرباط تفجيرات بروكسل`, `ترفض مصر تهجير الفلسطينيين`
            if chunk.ents and chunk.head != "media":
                nameless = chunk.head == "group" and not chunk.country and not self._is_addressed(chunk)
                return [] if nameless else list(chunk.ents)
        return []

    def _is_addressed(self, chunk: Chunk) -> bool:
        """Whether a collective stands with its article where a verb's object stands, not in an aside."""
        return chunk.definite and not chunk.over and not chunk.adjectival
