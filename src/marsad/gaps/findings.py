"""What a gap in the lexicon is: one word or name in one place, and the same counted over a corpus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from marsad.gaps.kinds import Kind
from marsad.lexicon.lexicon import Lexicon
from marsad.reading.document import Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry

_SIGHT = 60
"""Characters of context on each side."""


class Context(NamedTuple):
    """Where a word stands: what stands before it, the word as written, and what follows."""

    before: str
    form: str
    after: str


class Finding(NamedTuple):
    """A word or name in one place. `note` says what is told of it there: a title, a preposition, a division."""

    kind: Kind
    form: str
    note: str
    context: Context


@dataclass(frozen=True, slots=True)
class Gap:
    """A word or name that the lexicon lacks: how often it was met, what is told of it (the commonest first, each with
    how often), the file of the lexicon where it would go, and places where it stands."""

    kind: Kind
    form: str
    count: int
    notes: tuple[tuple[str, int], ...]
    file: str
    examples: tuple[Context, ...]


class Scene(NamedTuple):
    """One article as far as the search needs it: its tokens, its noun phrases and its entities."""

    doc: Document
    chunks: list[Chunk]
    registry: Registry

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon that the article was read with."""
        return self.doc.lexicon

    def finding(self, kind: Kind, i: int, j: int, note: str = "", form: str = "") -> Finding:
        """The words from token `i` up to token `j` as a finding, named as they are written or by `form`."""
        context = self._context(i, j)
        return Finding(kind, form or context.form, note, context)

    def _context(self, i: int, j: int) -> Context:
        doc = self.doc
        start, end = doc.starts[i], doc.ends[j - 1]
        left, right = max(0, start - _SIGHT), end + _SIGHT
        before = doc.text[left:start].rpartition("\n")[2]
        after = doc.text[end:right].partition("\n")[0]
        if left and len(before) == start - left:
            before = before.partition(" ")[2]
        if right < len(doc.text) and len(after) == right - end:
            after = after.rpartition(" ")[0]
        return Context(before, doc.text[start:end], after)

    def is_unknown(self, i: int) -> bool:
        """Whether token `i` is a word that the lexicon knows nothing of, and no date or number."""
        word = self.doc.words[i]
        return (
            not word.senses
            and not self.doc.flags[i]
            and word.folded.isalpha()
            and len(word.folded) > 2
            and not word.is_numeric
            and self.doc.unit_end[i] == i + 1
        )
