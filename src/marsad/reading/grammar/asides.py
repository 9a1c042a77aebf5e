"""Asides: what stands between two commas inside a clause (`فرض الاتحاد، الذي يضم 27 دولة، عقوبات على روسيا`)."""

from __future__ import annotations

from marsad.lexicon.lexicon import CUE, EVENT, LIGHT
from marsad.reading.document import Document

_COMMA = frozenset({"،", ","})
_VERBS = CUE | EVENT | LIGHT
_LONGEST = 30
"""How many tokens an aside may have."""
_NEAR = 14
"""How many tokens before it the verb may stand whose clause it interrupts."""
_OPENING = frozenset({"rel", "prep", "adv"})
_AFTER = frozenset({"rel", "sub", "cond", "kana", "neg", "qad", "future"})
"""Classes of words that begin a new clause, so that no interrupted one goes on with them."""


def asides(doc: Document) -> dict[int, int]:
    """The comma at which each aside opens, with the comma at which it closes: after the verb of its clause, which goes
    on behind it with a noun or a preposition."""
    found: dict[int, int] = {}
    last = -1
    commas = [i for i in doc.signs if doc.tokens.words[i] in _COMMA]
    for n, opening in enumerate(commas[:-1]):
        if opening <= last or not _opens(doc, opening):
            continue
        closing = _closing(doc, commas, n)
        if closing and _is_interrupted(doc, opening) and _goes_on(doc, closing):
            found[opening] = last = closing
    return found


def _opens(doc: Document, comma: int) -> bool:
    """Whether an aside may begin after a comma: a relative clause, or an adverbial."""
    k = comma + 1
    if k + 1 >= doc.size:
        return False
    word = doc.words[k]
    if word.split.conjunction and word.split.conjunction != "و":
        return False
    return bool(word.classes & _OPENING) or k in doc.dated or (bool(word.split.preposition) and not word.tense)


def _closing(doc: Document, commas: list[int], n: int) -> int:
    """The comma that closes the aside opened by the comma number `n`; one aside may follow another with و. 0 if the
    sentence ends before."""
    for closing in commas[n + 1 :]:
        if closing - commas[n] > _LONGEST or not _is_whole(doc, commas[n], closing):
            return 0
        following = doc.words[closing + 1] if closing + 1 < doc.size else None
        if following is None or not (following.split.conjunction == "و" and following.classes & _OPENING):
            return closing
    return 0


def _is_whole(doc: Document, opening: int, closing: int) -> bool:
    """Whether no sentence and no speech begins between two commas."""
    return not any(
        doc.tokens.words[k] in {".", "\n", ":", "؛", "؟", "!"}
        or doc.words[k].is_quote
        or "that" in doc.words[k].classes
        for k in range(opening + 1, closing)
    )


def _is_interrupted(doc: Document, opening: int) -> bool:
    """Whether a verb stands before an aside, with no pause between, so that its clause may still be open."""
    for k in range(opening - 1, max(opening - _NEAR, -1), -1):
        word = doc.words[k]
        if word.tense and doc.flags[k] & _VERBS:
            return True
        if word.is_sign and doc.tokens.words[k] in {"،", ",", ".", "\n", "؛", ":"} and k not in doc.asides:
            return False
    return False


def _goes_on(doc: Document, closing: int) -> bool:
    """Whether the interrupted clause may go on after an aside: with a noun or a preposition, not another clause."""
    k = closing + 1
    if k >= doc.size:
        return False
    word = doc.words[k]
    if word.is_sign or word.split.conjunction or word.classes & _AFTER:
        return False
    noun = any(s.lemma.kind in {"noun", "participle", "name", "title", "group"} for s in doc.senses[k])
    return not (word.tense and doc.flags[k] & _VERBS) or noun
