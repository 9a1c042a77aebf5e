"""Whose words a token stands in, and whom the first person and the pronoun of `أنه` mean there."""

from __future__ import annotations

from marsad.lexicon.lexicon import Sense
from marsad.reading.document import Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft


def speaking(draft: Draft) -> Chunk:
    """The speakers of a statement, as a noun phrase that stands nowhere."""
    return Chunk(-1, -1, draft.speakers[0].split(":")[0], list(draft.speakers), "dropped")


class Voices:
    """The statements of one document, as those in whose words acts are told."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft]) -> None:
        self.doc, self.args, self.registry, self.drafts = doc, args, registry, drafts

    def innermost(self, i: int) -> Draft | None:
        """The innermost statement that holds token `i`."""
        holding = [d for d in self.drafts if d.content[0] <= i < d.content[1]]
        return max(holding, key=lambda d: d.content[0]) if holding else None

    def speaker(self, i: int) -> Chunk | None:
        """The speaker of the innermost statement that holds token `i`, as a noun phrase that stands nowhere."""
        inner = self.innermost(i)
        return speaking(inner) if inner is not None else None

    def announcing(self, i: int) -> Chunk | None:
        """The speaker of a report whose words begin right after token `i`: `شدد على ضرورة أن | تنسحب أرمينيا`."""
        near = next((d for d in self.drafts if d.cue[0] < i < d.content[0] <= i + 2), None)
        return speaking(near) if near is not None else None

    def first_person(self, i: int, sense: Sense) -> Chunk | None:
        """Whom a verb in the first person means in a quotation or after أن (`سألتقي`, `نرفض`): the speaker, or for "we"
        the speaker's state."""
        speaker = self.speaker(i)
        if speaker is None or not self._quoted(i):
            return None
        if sense.feature.number == "p":
            country = self.registry.country(speaker.ents[0])
            if country:
                speaker.ents, speaker.head = [self.registry.known(f"state:{country}")], "state"
        return speaker

    def _quoted(self, i: int) -> bool:
        """Whether token `i` stands in quoted words: in quotation marks, or in what a colon opens."""
        if any(q.opening < i < q.closing for q in self.doc.quotations):
            return True
        return any(d.content[0] <= i < d.content[1] and "content by colon" in d.why for d in self.drafts)

    def meant_by(self, pronoun: str, i: int) -> Chunk | None:
        """Whom أنه or أنها means: the one accused, if the report accuses; the speaker, if the pronoun fits; else
        whoever fits before."""
        inner = self.innermost(i)
        if inner is None:
            return None
        if inner.cue_entry and inner.cue_entry.kind == "accuse" and inner.addressee:
            return Chunk(-1, -1, inner.addressee.split(":")[0], [inner.addressee], "pronoun")
        speaker = speaking(inner)
        if self.args.fits_pronoun(speaker, pronoun):
            return speaker
        return self.args.antecedent(i, pronoun)
