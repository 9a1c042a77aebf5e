"""Headlines that name their speaker before a colon: `ميقاتي: لن نسمح بجر لبنان إلى الحرب`."""

from __future__ import annotations

from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft
from marsad.reading.statements.making import StatementDrafts
from marsad.reading.statements.speakers import Speakers

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COLON = frozenset({":"})
_LINE_END = frozenset({"\n"})
_REACH = 16
_SPEAKING = frozenset({"person", "org", "bloc", "media"})


class Headlines:
    """Reads the statement of one document's headline."""

    def __init__(
        self, doc: Document, args: Arguments, registry: Registry, said: StatementDrafts, speakers: Speakers
    ) -> None:
        self.doc, self.args, self.registry, self.said, self.speakers = doc, args, registry, said, speakers

    def read(self) -> None:
        """The statement of the first line, if a speaker and a colon begin it."""
        doc = self.doc
        start, stop = doc.sentences[0] if doc.sentences else (0, 0)
        if stop < doc.size and not doc.is_sign(stop, _LINE_END):
            return
        colon = next((k for k in range(start + 1, min(stop, start + _REACH)) if doc.is_sign(k, _COLON)), 0)
        speaker = self._speaker(start, colon) if colon else None
        if speaker is None:
            return
        begin, end = self.said.ends.trim(colon + 1, stop)
        whole = doc.quote_at.get(begin)
        if whole is not None and whole.opening == begin and whole.closing == end - 1:
            begin, end = begin + 1, end - 1
        if end - begin < 2:
            return
        draft = Draft(
            self.speakers.entities(speaker), (colon, colon + 1), (begin, end), None, self.said.kind(begin, end), 0,
            why=("a headline's colon",),
        )  # fmt: skip
        for chunk in self.args.between(speaker.j, colon):
            if chunk.prep == "ل" and chunk.ents:
                self.said.hear(draft, chunk.ents[0])
        self.said.drafts.append(draft)

    def _speaker(self, start: int, colon: int) -> Chunk | None:
        """Who stands at the head of a line and before nothing but hearers, places and occasions: `بوتين لأوباما:`. A
        state there is a label (`اليمن: مقتل 20`), unless a seat of power stands for it."""
        doc = self.doc
        while start < colon and doc.is_sign(start, _QUOTES):
            start += 1
        chunk = self.args.at[start]
        if chunk is None or chunk.i != start or not chunk.ents or chunk.prep or chunk.over or chunk.adjectival:
            return None
        end = self.args.coordinated(chunk)[-1].j
        if any(doc.words[k].tense for k in range(end, colon)) or (end < colon and not self._is_aside(end)):
            return None
        return chunk if self._may_speak(chunk) else None

    def _is_aside(self, k: int) -> bool:
        word = self.doc.words[k]
        return "prep" in word.classes or self.doc.split(k).preposition != "" or self.doc.is_sign(k, _QUOTES)

    def _may_speak(self, chunk: Chunk) -> bool:
        if chunk.head == "state":
            return chunk.by == "metonym" and chunk.place is None
        group = self.registry.collectives.get(chunk.ents[0])
        return chunk.head in _SPEAKING or (group is not None and "speaker" in group.kinds)
