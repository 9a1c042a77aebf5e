"""The outlet that published a text, where the text says so beyond doubt."""

from __future__ import annotations

from collections import Counter

from marsad.lexicon.lexicon import NAME
from marsad.reading.cuewords import cues
from marsad.reading.document import Document

_OPENING = frozenset({'"', "«", "“", "”", "'", "‘"})
_TO = frozenset({"ل", "الي", "مع", "لـ"})
_DASHES = frozenset({"-", "–", "—", "ـ", ":", "/", "|", "("})
_CALLS = 3
"""Twice may be another outlet's interview that is quoted; so many times is the outlet's own."""


def own_outlet(doc: Document) -> str | None:
    """The media id of the outlet, or None. It is told by a byline at the text's beginning (`سبق – الرياض`); by a line
    of sources that names it beside an interview given to it; or by many interviews given to it alone.
    """
    return _of_byline(doc) or _of_interviews(doc)


def _media(doc: Document, i: int) -> str | None:
    """The one outlet named at token `i`, if it is no agency's name."""
    if not (0 <= i < doc.size and doc.flags[i] & NAME):
        return None
    found = {s.lemma.entity for s in doc.senses[i] if s.lemma.entity.startswith("media:")}
    keyed = {s.lemma.key.partition("#")[0] for s in doc.senses[i] if s.lemma.key.startswith("media:")}
    outlets = found | keyed
    return outlets.pop() if len(outlets) == 1 else None


def _of_byline(doc: Document) -> str | None:
    """`عين اليوم – متابعات`, `سبق – الرياض:` as the first words of one of the first lines."""
    starts = [0, *(k + 1 for k in range(min(doc.size, 60)) if doc.tokens.words[k] == "\n")]
    for i in starts[:4]:
        outlet = _media(doc, i)
        j = doc.unit_end[i] if outlet else 0
        if (
            outlet
            and not _is_agency(doc, outlet)
            and j + 1 < doc.size
            and doc.folded[j] in _DASHES
            and (doc.folded[j + 1] in cues("report") or any(s.lemma.place for s in doc.senses[j + 1]))
        ):
            return outlet
    return None


def _of_interviews(doc: Document) -> str | None:
    given = Counter(_interviews(doc))
    if len(given) != 1:
        return None
    outlet, times = given.most_common(1)[0]
    if times >= _CALLS or outlet in _sources(doc):
        return outlet
    return None


def _interviews(doc: Document) -> list[str]:
    """The outlets that someone gave an interview to, by a name in quotation marks: `في حديث إلى "العربي"`."""
    found: list[str] = []
    given = cues("interview")
    if given.isdisjoint(doc.folded):
        return found
    for i, folded in enumerate(doc.folded):
        if folded not in given or i + 3 >= doc.size or doc.folded[i + 1] not in _TO:
            continue
        if doc.tokens.words[i + 2] in _OPENING and (outlet := _media(doc, i + 3)):
            found.append(outlet)
    return found


def _sources(doc: Document) -> set[str]:
    """The outlets of a line `المصادر:` or of the one after it."""
    for i in range(doc.size - 1, max(doc.size - 80, 0), -1):
        if doc.folded[i] == ":" and doc.folded[i - 1] in cues("source"):
            return {outlet for k in range(i + 1, min(i + 12, doc.size)) if (outlet := _media(doc, k))}
    return set()


def _is_agency(doc: Document, outlet: str) -> bool:
    """Whether an outlet is an agency, whose name in a byline says whose report it is, not who published it."""
    actor = doc.lexicon.actor(outlet)
    return actor is None or actor.type == "agency"
