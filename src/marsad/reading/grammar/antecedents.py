"""Antecedents: whom a pronoun means, and whose the lands and forces are that stand for their owner (`أراضيها`)."""

from __future__ import annotations

from itertools import pairwise

from marsad.lexicon.lexicon import CUE
from marsad.reading.document import ENDERS, Document
from marsad.reading.grammar.agreement import PRONOUNS, Agreement
from marsad.reading.grammar.phrasemap import PhraseMap
from marsad.reading.phrases.chunks import Chunk


class Antecedents:
    """Finds whom the pronouns of one document mean."""

    def __init__(self, doc: Document, phrases: PhraseMap, agreement: Agreement) -> None:
        self.doc, self.phrases, self.agreement = doc, phrases, agreement

    def of(self, i: int, pronoun: str, another: bool = False) -> Chunk | None:
        """Whom a pronoun after token `i` means: the nearest noun phrase before it that fits in gender and number, one
        in subject's place rather than another; `another` than the subject of the clause, who would be "himself". The
        chunk that is returned stands nowhere (`i` = `j` = -1)."""
        wanted = PRONOUNS.get(pronoun)
        if wanted is None:
            return None
        near = [c for c in self.phrases.before(i, 45) if not c.adjectival and c.ents and c.head != "media"]
        if another:
            doer = next((c for c in near if self.phrases.is_bare(c) and i - c.j < 12), None)
            near = [c for c in near if doer is None or not set(c.ents) & set(doer.ents)]
        fitting = [c for c in near if self.agreement.fits(c, wanted)]
        if fitting and self.topic(i, pronoun) >= fitting[0].j:
            return None
        if wanted == "f":  # of several states none is "she"
            fitting = [c for c in fitting if c.head != "state" or len(self.phrases.coordinated(c)) == 1]
        if wanted == "f" and (claimant := self._claimant(i)) is not None:
            return claimant
        if wanted == "f" and fitting and fitting[0].head == "state" and i - fitting[0].j < 8:
            return Chunk(-1, -1, "state", list(fitting[0].ents), "pronoun", country=fitting[0].country)
        best = next((c for c in fitting if not c.prep and not c.over), None) or next(iter(fitting), None)
        if best is None:
            return None
        entities = [e for c in self.phrases.coordinated(best) for e in c.ents] if wanted == "pair" else list(best.ents)
        return Chunk(-1, -1, best.head, entities, "pronoun", country=best.country)

    def _claimant(self, i: int) -> Chunk | None:
        """`مزاعم بحرينية بتورط إيراني في هجمات على أراضيها`: the state whose claim or denial tells of the act."""
        for chunk in self.phrases.before(i, 10):
            if not chunk.adjectival:
                return None
            if chunk.head == "state" and self.doc.flags[chunk.i - 1] & CUE and not self.doc.words[chunk.i - 1].tense:
                return Chunk(-1, -1, "state", list(chunk.ents), "pronoun", country=chunk.country)
        return None

    def topic(self, i: int, pronoun: str) -> int:
        """`قال المرصد إن الطائرة لم تسقط نتيجة إصابتها`: the token of the thing that is the topic of the clause before
        token `i` and that "her" means, -1 if there is none."""
        doc = self.doc
        if pronoun != "ها":
            return -1
        for k in range(i - 1, max(0, i - 12), -1):
            if doc.is_sign(k, ENDERS):
                return -1
            if "that" in doc.words[k - 1].classes and doc.words[k].split.article and doc.folded[k].endswith("ه"):
                return k if self.phrases.at[k] is None else -1
        return -1

    def give_owner(self, chunk: Chunk) -> None:
        """`أراضيها`, `قواته`: what stands for its owner is whomever the pronoun means."""
        chunk.pending = ""
        pronoun = self.doc.words[chunk.i].split.pronoun
        owner = self._subject_owner(chunk.i, pronoun) or self.of(chunk.i, pronoun)
        if owner is not None:
            chunk.ents, chunk.head, chunk.country = owner.ents, owner.head, owner.country

    def _subject_owner(self, i: int, pronoun: str) -> Chunk | None:
        """`اتهمت البحرين إيران بهجمات على أراضيها`: of a subject and its object side by side, the subject."""
        near = [c for c in self.phrases.before(i, 16) if c.ents and not c.adjectival]
        for following, chunk in pairwise(near):
            bare = not (following.prep or following.over or following.joined or chunk.prep or chunk.over)
            if bare and following.i == chunk.j:
                return chunk if self.agreement.fits_pronoun(chunk, pronoun) else None
        return None
