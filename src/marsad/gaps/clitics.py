"""Words that are read with a clitic which the corpus gives the lie to.

The article stands before nothing but a noun: where الفيلم is met, فيلم is a word of its own and not ف with يلم; and a
noun with a pronoun never takes the article. So a word read with a particle or a pronoun joined is doubtful if the
corpus has the same letters after an article.
"""

from __future__ import annotations

from collections.abc import Iterator

from marsad.gaps.findings import Finding, Scene
from marsad.gaps.kinds import Kind
from marsad.language.arabic.fold import fold
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, NAME, STATUS, Sense

_USED = CUE | EVENT | LIGHT | STATUS | NAME
_ARTICLES = ("ال", "وال", "بال", "فال", "كال", "لل", "ولل")


def bare(word: str) -> str:
    """A word as both sides are compared: folded, but with its own ة, ى or ه at the end (عمله is not from العملة)."""
    folded = fold(word)
    return folded[:-1] + word[-1] if word[-1] in "ةى" else folded


def divided(scene: Scene) -> Iterator[Finding]:
    """Words that mean something only once a clitic is taken off; the note shows how, and as what they are read."""
    doc = scene.doc
    for start, stop in doc.sentences:
        for i in range(start, stop):
            if not doc.flags[i] & _USED or doc.unit_end[i] > i + 1 or doc.words[i].classes or i in doc.blocked:
                continue
            sense = doc.senses[i][0]
            split = sense.split
            if not split.article and (split.conjunction or split.preposition or split.future or split.pronoun):
                yield scene.finding(Kind.clitics, i, i + 1, _division(sense), bare(doc.tokens.words[i]))


def definite(scene: Scene) -> Iterator[str]:
    """What follows the article in words that the lexicon does not know: the evidence against a division."""
    doc = scene.doc
    for start, stop in doc.sentences:
        for i in range(start, stop):
            if scene.is_unknown(i):
                word = bare(doc.tokens.words[i])
                yield from (word[len(a) :] for a in _ARTICLES if word.startswith(a) and len(word) > len(a) + 2)


def _division(sense: Sense) -> str:
    split = sense.split
    parts = (split.conjunction, split.preposition, "س" if split.future else "", split.stem, split.pronoun)
    return f"{'+'.join(p for p in parts if p)} ({sense.lemma.key})"
