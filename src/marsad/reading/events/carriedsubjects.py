"""Subjects that go on: whose act a verb tells that names no subject of its own."""

from __future__ import annotations

from marsad.lexicon.lexicon import Sense
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.events.clauses import Clauses
from marsad.reading.events.voices import Voices, speaking
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.statements.drafts import Draft

_PARTICLES = frozenset({"neg", "future", "qad", "kana"})
_QUOTES = OPENERS | CLOSERS | TOGGLES
_COMMA = frozenset({"،", ","})
_OPENING = frozenset({"that", "sub"})
_ADVERBIAL = frozenset({"prep", "dem", "adv", "quant", "sub"})


class CarriedSubjects:
    """The subject of the last verb of one document, as its words are read from left to right."""

    def __init__(self, doc: Document, args: Arguments, voices: Voices, clauses: Clauses) -> None:
        self.doc, self.args, self.voices, self.clauses = doc, args, voices, clauses
        self._last: Chunk | None = None
        self._noted: tuple[int, int, int, Draft | None] | None = None
        self._report: Draft | None = None
        self._carried_to: tuple[tuple[int, int], Chunk | None] = (-1, -1), None

    def begin_sentence(self) -> None:
        """A sentence takes over no subject from the one before."""
        self._last = self._noted = None

    def note(self, i: int, start: int, stop: int, draft: Draft | None) -> None:
        """Note the reporting or support verb at token `i` for the verbs joined to it, with its statement `draft` if it
        has one; its subject is looked for when it is first asked for."""
        self._noted = (i, start, stop, draft)

    def remember(self, subject: Chunk, report: Draft | None = None) -> None:
        """`subject` is the subject of the last verb, as the speaker of `report` if that is one."""
        self._noted = None
        self._last, self._report = subject, report

    @property
    def waits(self) -> bool:
        """Whether a noted verb's subject has not been looked for."""
        return self._noted is not None

    @property
    def last(self) -> Chunk | None:
        """The subject of the last verb before the word that is being read."""
        if self._noted is not None:
            noted, self._noted = self._noted, None
            self._find_noted(*noted)
        return self._last

    def _find_noted(self, i: int, start: int, stop: int, draft: Draft | None) -> None:
        if draft is not None:
            self.remember(speaking(draft), draft)
            return
        sense = self.doc.senses[i][0]
        if not sense.feature.tense:
            return
        found = self.args.subject(i, sense.feature, start, stop, bool(sense.split.conjunction))
        if isinstance(found, Chunk):
            self.remember(found)

    def so_far(self, i: int) -> Chunk | None:
        """The last verb's subject, unless it is a speaker and token `i` stands in the speaker's words."""
        subject = self.last
        report = self._report
        if report is not None and report.content[0] <= i < report.content[1]:
            return None
        return subject

    def carried(self, i: int, sense: Sense) -> Chunk | None:
        """The subject of a verb that names none: the speaker after `أنه`, else the subject of the verb before it."""
        key = (i, id(sense))
        if self._carried_to[0] != key:
            self._carried_to = key, self._find_carried(i, sense)
        return self._carried_to[1]

    def _find_carried(self, i: int, sense: Sense) -> Chunk | None:
        before = self.doc.words[self._before(i)] if i else None
        if before is not None and "that" in before.classes and before.split.pronoun:
            meant = self.voices.meant_by(before.split.pronoun, i)
            if meant is not None:
                return meant
        if before is not None and "sub" in before.classes and before.split.pronoun:
            return self.args.antecedent(self._before(i), before.split.pronoun)  # `لكنها لا تزال ترفض`
        if not self.begins_clause(i, sense):
            return None
        carried = self.so_far(i)
        if carried is None and before is not None and "that" in before.classes:
            carried = self.clauses.subject(i)
        return carried if carried is not None and self.args.agrees(carried, sense.feature, True) else None

    def _before(self, i: int) -> int:
        """The token before `i`, quotation marks and particles (`أنها لن`, `لكنه لا يزال`) passed over."""
        k = i - 1
        while k > 0 and (self.doc.is_sign(k, _QUOTES) or self.doc.words[k].classes & _PARTICLES):
            k -= 1
        return max(k, 0)

    def begins_clause(self, i: int, sense: Sense) -> bool:
        """Whether a verb may go on with the subject before it: joined by و, or after أن, حيث or a pause."""
        doc = self.doc
        if sense.split.conjunction or i == 0:
            return True
        before = self._before(i)
        if doc.words[before].classes & _OPENING or doc.is_sign(before, _COMMA):
            return True
        return self._after_adverbial(before)

    def _after_adverbial(self, k: int) -> bool:
        """Whether the words that end at `k` are an adverbial that opens the clause: `وبدلا من ذلك ألقت`, `ثم عاد`."""
        doc = self.doc
        for at in range(k, max(k - 5, -1), -1):
            word = doc.words[at]
            if self.args.at[at] is not None or word.tense or not word.folded.isalpha():
                return False
            adverbial = word.classes & _ADVERBIAL or at in doc.dated
            if not adverbial and not word.folded.endswith("ا"):
                return False
            if word.split.conjunction:
                return True
        return False
