"""Plans that a noun names: whose they are, and whether somebody has them at all: `لا نية لديها لعقد لقاء`, `نفى وجود
خطط لزيارة`, `ليس لدى موسكو خطة لنشر قوات`."""

from __future__ import annotations

from marsad.lexicon.lexicon import CUE, EVENT, LIGHT
from marsad.reading.document import Document
from marsad.reading.events.negation import is_negated
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.reportwords import act_words, report_words

_INTENTIONS = act_words("intention")
_PERFORMANCE = act_words("performance")
_EXISTENCE = act_words("existence")
_ABSENCE = act_words("absence") - {"غير"} | act_words("lack")
_HAVING = act_words("having")
_ANY = act_words("any")
_CONTINUING = report_words("continuing")
_VERBS = CUE | EVENT | LIGHT
_AHEAD, _BACK = 8, 12
"""How many words may stand between a plan and its act, and between a denial and the plan."""


class Intentions:
    """The plans of one document that nouns name."""

    def __init__(self, doc: Document, args: Arguments) -> None:
        self.doc, self.args = doc, args

    def over(self, i: int, start: int) -> int:
        """The token of the noun that names the act at token `i` as somebody's plan, `i` itself if its wording begins
        with one (`خطط لغزو`); -1 if there is none in the sentence that begins at `start`."""
        for k in range(i, max(start, i - _AHEAD) - 1, -1):
            if self.doc.words[k].split.stem in _INTENTIONS:
                return k
            if k < i and not self._stands_between(k):
                return -1
        return -1

    def _stands_between(self, k: int) -> bool:
        """Whether the word at token `k` may stand between a plan and its act: whose and how it is, that it is done."""
        doc = self.doc
        word = doc.words[k]
        if word.is_pause or word.split.conjunction or (word.tense and doc.flags[k] & _VERBS):
            return False
        if self.args.at[k] is not None or word.classes & {"prep", "that", "adv"} or k in doc.dated:
            return True
        if word.split.stem.removeprefix("ل") in _PERFORMANCE or word.folded in _ANY:
            return True
        after_plan = doc.words[k - 1].split.stem in _INTENTIONS if k else False
        return after_plan and not word.split.preposition and not doc.flags[k] & _VERBS  # `خطط جديدة`

    def status(self, i: int, start: int) -> str:
        """What becomes of the act at token `i` if nobody plans it: `denied`, or `possible` where somebody does not deny
        the plan; empty if it is no plan or somebody has it. Its sentence begins at token `start`."""
        plan = self.over(i, start)
        for k in range(plan - 1, max(start, plan - _BACK) - 1, -1) if plan > start else ():
            word = self.doc.words[k]
            if word.split.stem in _ABSENCE:
                return "denied"
            if "neg" in word.classes:
                return "" if word.split.stem == "ما" or self.doc.folded[k + 1] in _CONTINUING else "denied"
            if any(cue.kind == "deny" for s in self.doc.senses[k] for cue in s.lemma.cues):
                return "possible" if is_negated(self.doc, k) else "denied"
            if not self._is_of_having(k):
                return ""
        return ""

    def _is_of_having(self, k: int) -> bool:
        """Whether the word at token `k` only tells that there is a plan, or who has it."""
        word = self.doc.words[k]
        if self.args.at[k] is not None or k in self.doc.dated or word.classes & {"kana", "that", "adv"}:
            return True
        return word.split.stem in _HAVING or word.folded in _EXISTENCE | _ANY

    def owner(self, i: int, start: int) -> Chunk | None:
        """Who has the plan, or has it not, that the act at token `i` is: `لا نية لدى موسكو لعقد لقاء`."""
        plan = self.over(i, start)
        if plan < 0:
            return None
        if pronoun := self.doc.words[plan].split.pronoun:
            return self.args.antecedent(plan, pronoun)  # `نفى عزمه زيارة موسكو`
        back = range(plan - 1, max(start, plan - _BACK) - 1, -1)
        before = next((k for k in back if not self._is_of_having(k)), back.stop)
        for k in (*range(plan + 1, i), *range(plan - 1, before, -1)):
            word = self.doc.words[k]
            if "prep" not in word.classes or word.split.stem not in _HAVING:
                continue
            if word.split.pronoun:
                return self.args.antecedent(k, word.split.pronoun)
            chunk: Chunk | None = self.args.at[k + 1]
            if chunk is not None:
                return chunk
        return None
