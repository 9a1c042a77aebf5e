"""Gaps in who says what: verbs and nouns that report, those who speak, outlets."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.gaps.findings import Finding, Scene
from marsad.gaps.kinds import Kind
from marsad.lexicon.lexicon import CUE, ENTITY_HEAD, EVENT, LIGHT, OUTLETCLASS, STATUS
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COLON = frozenset({":"})
_STOPS = frozenset({".", "!", "؟", "?", "…", "\n", "؛", ";"})
_PAUSES = _STOPS | {"،", ","}
_SHORTEST_QUOTATION = 5
_REACH = 14
"""Tokens before a content among which its cue may stand."""
_LONGEST_SPEAKER = 3


def reporting_words(scene: Scene) -> Iterator[Finding]:
    """Words that stand where a cue would, before أنّ/إنّ or a quotation (`تبجح الوزير بأن`), and are none."""
    doc = scene.doc
    covering = _covering(scene)
    for start, stop in doc.sentences:
        for i in range(start + 1, stop):
            if not _opens_content(doc, i, stop):
                continue
            j = _before_speaker(doc, covering, i - 1, start)
            if j >= start and _may_report(scene, j) and not _has_cue(doc, max(start, i - _REACH), i):
                yield scene.finding(Kind.cue, j, j + 1, _sign(doc, i))


def _covering(scene: Scene) -> dict[int, int]:
    """The first token of the noun phrase that each token belongs to."""
    return {k: chunk.i for chunk in scene.chunks for k in range(chunk.i, chunk.j) if not chunk.adjectival}


def _opens_content(doc: Document, i: int, stop: int) -> bool:
    """Whether reported words begin at token `i`: أنّ before a noun or with a pronoun, or a long quotation. أن before
    anything else may be "to", which reports nothing."""
    word = doc.words[i]
    if "that" in word.classes and word.folded != "فان":
        following = i + 1
        return bool(word.split.pronoun) or (
            following < stop and (doc.folded[following].startswith("ال") or bool(doc.flags[following] & ENTITY_HEAD))
        )
    quotation = doc.quote_at.get(i)
    return bool(quotation and quotation.opening == i and quotation.closing - i > _SHORTEST_QUOTATION)


def _sign(doc: Document, i: int) -> str:
    """What opens the content at token `i`: أن, بأن, or a quotation mark."""
    word = doc.words[i]
    if word.is_quote:
        return "«"
    return "بأن" if word.split.preposition == "ب" or word.folded.startswith("ب") else "أن"


def _before_speaker(doc: Document, covering: dict[int, int], i: int, start: int) -> int:
    """The token before a colon and one noun phrase that end at token `i`; less than `start` if there is none."""
    while i >= start and doc.is_sign(i, _COLON | _QUOTES):
        i -= 1
    if i in covering:
        i = covering[i] - 1
    return i if i >= start and not doc.words[i].is_sign else -1


def _may_report(scene: Scene, i: int) -> bool:
    """Whether a word is unknown, or known only as one that names an act."""
    doc = scene.doc
    if scene.is_unknown(i):
        return not doc.words[i].split.article and not doc.folded[i].startswith("ال")
    flags = doc.flags[i]
    return bool(flags & EVENT and doc.words[i].tense) and not flags & (CUE | STATUS | LIGHT | ENTITY_HEAD)


def _has_cue(doc: Document, i: int, j: int) -> bool:
    """Whether a known cue stands between two tokens of a sentence."""
    return any(doc.flags[k] & (CUE | STATUS) for k in range(i, j))


def speakers(scene: Scene) -> Iterator[Finding]:
    """Unknown words right after a finite cue and before what was said: `ذكرت سبأ أن`, `قال مزارعون إن`."""
    doc = scene.doc
    for start, stop in doc.sentences:
        for i in range(start, stop - 2):
            if not doc.flags[i] & CUE or not all(sense.feature.tense for sense in doc.senses[i]):
                continue
            j = doc.unit_end[i]
            while j < stop and doc.is_sign(j, _QUOTES):
                j += 1
            end = j
            while end < stop and end - j < _LONGEST_SPEAKER and scene.is_unknown(end):
                end += 1
            after = end
            while after < stop and doc.is_sign(after, CLOSERS | _COLON):
                after += 1
            if j < end and after < stop and (doc.is_class(after, "that") or after in doc.quote_at):
                yield scene.finding(Kind.speaker, j, end, doc.tokens.words[i])


def outlets(scene: Scene) -> Iterator[Finding]:
    """Names after صحيفة, وكالة, قناة … that are no known outlet's."""
    doc = scene.doc
    for start, stop in doc.sentences:
        for i in range(start, stop - 1):
            if not doc.flags[i] & OUTLETCLASS or doc.words[i].split.article or doc.words[i].split.pronoun:
                continue
            j = i + 1
            quotation = doc.quote_at.get(j)
            if quotation is not None and quotation.opening == j:
                name, end = j + 1, quotation.closing
            elif scene.is_unknown(j):
                name, end = j, j + 1
            else:
                continue
            if end - name <= _LONGEST_SPEAKER and not any(doc.flags[k] & ENTITY_HEAD for k in range(name, end)):
                yield scene.finding(Kind.outlet, name, end, doc.tokens.words[i])
