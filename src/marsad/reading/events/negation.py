"""Whether a negation stands before a word."""

from __future__ import annotations

from marsad.reading.document import Document
from marsad.reading.reportwords import act_words, report_words

_ABSENCE = act_words("absence")
_CONTINUING = report_words("continuing")
_OR = "او"
_APART = 8
"""How many tokens before a verb the one may stand that أو joins it to."""


def first_of_joined(doc: Document, i: int) -> int:
    """The token of the verb to which أو joins the verb at token `i`: `لم يؤكد البيت الأبيض أو ينف`; else `i` itself."""
    if not (i and doc.folded[i - 1] == _OR and doc.words[i].tense):
        return i
    return next((v for v in range(i - 2, max(i - _APART, -1), -1) if doc.words[v].tense), i)


def is_negated(doc: Document, i: int) -> bool:
    """Whether a negation stands right before token `i`, or before the verb to which أو joins it: `لن يستجيب`, `عدم
    التزام`; `لا يزال` negates nothing."""
    i = first_of_joined(doc, i)
    for k in range(i - 1, max(i - 3, -1), -1):
        word = doc.words[k]
        if doc.folded[k] in _ABSENCE:
            return k == i - 1 and not doc.words[i].tense
        if "neg" in word.classes and word.folded != "ما":
            return doc.folded[k + 1] not in _CONTINUING
        if word.tense or word.is_sign:
            return False
    return False
