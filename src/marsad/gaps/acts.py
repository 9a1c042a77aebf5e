"""Gaps in who does what: words with two known actors around them that have no frame."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from marsad.gaps.findings import Finding, Scene
from marsad.gaps.kinds import Kind
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, STATUS
from marsad.reading.phrases.chunks import Chunk

_KNOWN = CUE | EVENT | LIGHT | STATUS
_BEFORE_VERBS = frozenset({"that", "rel", "sub", "cond", "neg", "qad", "future"})
_APART = 4
"""Tokens that may stand between the two actors."""


def acts(scene: Scene) -> Iterator[Finding]:
    """Unknown verbs and verbal nouns before or between two actors: `آزرت روسيا سوريا`, `روسيا آزرت سوريا`. The note
    shows where the actors stand and with which preposition."""
    for first, second in _pairs(scene):
        before, between = first.i - 1, first.j
        if second.i - first.j <= _APART and not first.prep and _may_act(scene, before):
            begins = bool(second.prep) or _begins_clause(scene, before)
            if begins and not _has_act(scene, first.j, second.i):
                yield scene.finding(Kind.act, before, first.i, f"_ A {_preposition(second)}B")
        elif between < second.i <= between + 2 and not first.prep and _is_finite(scene, between):
            yield scene.finding(Kind.act, between, between + 1, f"A _ {_preposition(second)}B")


def _pairs(scene: Scene) -> Iterator[tuple[Chunk, Chunk]]:
    """Neighbouring noun phrases that name two actors in one sentence."""
    ends = {k: stop for start, stop in scene.doc.sentences for k in range(start, stop)}
    actors = [c for c in scene.chunks if c.can_act and not c.adjectival]
    for first, second in itertools.pairwise(actors):
        same = ends.get(first.i) == ends.get(second.i) is not None
        if same and not second.joined and set(first.ents).isdisjoint(second.ents):
            yield first, second


def _may_act(scene: Scene, i: int) -> bool:
    return i >= 0 and scene.is_unknown(i) and not scene.doc.folded[i].startswith("ال")


def _begins_clause(scene: Scene, i: int) -> bool:
    """Whether a verb may stand at token `i`, for all that stands before it."""
    doc = scene.doc
    if i == 0 or doc.folded[i][0] in "وف" or doc.words[i - 1].is_sign:
        return True
    return bool(doc.words[i - 1].classes & _BEFORE_VERBS)


def _is_finite(scene: Scene, i: int) -> bool:
    """Whether the unknown word after an actor may be a verb of it, and no adjective or apposition."""
    word = scene.doc.folded[i].removeprefix("س")
    return _may_act(scene, i) and word.startswith(("ي", "ت")) and not word.endswith(("ي", "يه"))


def _has_act(scene: Scene, i: int, j: int) -> bool:
    """Whether a known act, cue or a pause stands between two tokens."""
    doc = scene.doc
    return any(doc.flags[k] & _KNOWN or doc.words[k].is_sign for k in range(i, j))


def _preposition(chunk: Chunk) -> str:
    prep = chunk.prep or chunk.over_prep
    return f"{prep} " if prep else ""
