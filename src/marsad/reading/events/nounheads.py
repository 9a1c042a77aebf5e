"""The noun that stands in the place of an event noun: an amount of what it names (`حزمة من العقوبات`), or the noun that
only says that it is done (`تقديم مساعدات`)."""

from __future__ import annotations

from marsad.lexicon.lexicon import EVENT
from marsad.reading.document import Document
from marsad.reading.reportwords import act_words

_PARTS = act_words("part")
_PERFORMANCE = act_words("performance")


def head_of(doc: Document, i: int) -> int:
    """The token of the noun that governs the event noun at token `i` and stands where that might stand; `i` itself if
    there is none."""
    head = i
    if i and _is_amount(doc, i - 1, i):
        head = i - 1
    elif i >= 2 and doc.folded[i - 1] == "من":
        head = _part_before(doc, i - 1)
        if head < 0:
            return i
    if head and not doc.split(head).preposition and _is_performance(doc, head - 1):
        head -= 1
    return head


def is_part(doc: Document, i: int) -> bool:
    """Whether the noun at token `i` is only an amount of what is named after من: `جولة جديدة من المحادثات`."""
    if doc.split(i).stem not in _PARTS:
        return False
    if i + 1 < doc.size and _is_amount(doc, i, i + 1):
        return True
    return any(doc.folded[k] == "من" and _part_before(doc, k) == i for k in range(i + 1, min(i + 4, doc.size)))


def _is_amount(doc: Document, i: int, of: int) -> bool:
    """`سلسلة غارات`, `حزمة عقوبات`: whether the noun at token `i` is an amount of the event noun right behind it."""
    split = doc.split(i)
    if split.stem not in _PARTS or split.article or split.pronoun or not doc.flags[of] & EVENT:
        return False
    return not doc.split(of).preposition and any(s.lemma.kind in {"noun", "phrase"} for s in doc.senses[of])


def _part_before(doc: Document, k: int) -> int:
    """The amount before the من at token `k`, with at most two adjectives between; -1 if there is none."""
    for m in range(k - 1, max(k - 4, -1), -1):
        stem = doc.split(m).stem
        if stem in _PARTS:
            return m
        word = doc.words[m]
        if not word.folded.isalpha() or word.classes or word.split.preposition:
            return -1
    return -1


def _is_performance(doc: Document, i: int) -> bool:
    split = doc.split(i)
    return split.stem in _PERFORMANCE and not split.article and not split.pronoun
