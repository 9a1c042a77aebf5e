"""Who does the act that a verbal noun without a doer names: whose attempt, means, part or course it is."""

from __future__ import annotations

from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, STATUS
from marsad.reading.document import Document
from marsad.reading.events.clauses import About, Clauses
from marsad.reading.events.drafts import DEEDS
from marsad.reading.events.intentions import Intentions
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import act_words
from marsad.reading.statements.drafts import Draft
from marsad.records import SYMMETRIC_TYPES

_DONE_BY_SUBJECT = frozenset({"SANCTION", "COOPERATE", "AID", "SUPPORT", "REJECT", "REQUEST", "CONCEDE"})
_NEAR = 15
_INVOLVEMENT = act_words("involvement")
_OF_COURSE = frozenset({"في", "الي", "علي"})
_OF_MEANS = frozenset({"خلال", "عبر", "علي", "الي", "ب", "ل"})


class Doers:
    """Finds the unexpressed doers in one document."""

    def __init__(
        self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft], clauses: Clauses
    ) -> None:
        self.doc, self.args, self.registry, self.drafts, self.clauses = doc, args, registry, drafts, clauses
        self.intentions = Intentions(doc, args)

    def of_noun(self, about: About) -> list[str]:
        """Who does what a verbal noun without a doer names: who attempts it, who does the act that و joins it to, the
        subject whose means it is, or who is accused of it."""
        holding = [d for d in self.drafts if d.content[0] <= about.i < d.content[1]]
        near = bool(holding) and about.i - holding[-1].content[0] <= _NEAR
        if near and holding[-1].cue_entry and holding[-1].cue_entry.kind == "accuse" and holding[-1].addressee:
            return [holding[-1].addressee]
        if attempted := self.attempted_by(about.i):
            return attempted
        if about.type not in DEEDS and (planning := self.planned_by(about)):
            return planning
        if self._is_ability(about.i):
            return self.clauses.doer(about)
        if about.type == "CONCEDE" and (agreed := self._agreed_with(about)):
            return agreed
        if involved := self._involved(about.i):
            return involved
        if owner := self.owner_of_course(about):
            return owner
        if joined := self._joined_to(about):
            return joined
        if about.type in _DONE_BY_SUBJECT and about.recipients and self._is_means(about):
            return self.clauses.doer(about)
        return []

    def attempted_by(self, i: int) -> list[str]:
        """`محاولات واشنطن عزل`, `الجهود الأميركية لعزل`: whose attempt, plan or decision the act is."""
        for chunk in self.args.before(i, 4):
            if chunk.over and chunk.over_start >= 0 and chunk.i - chunk.over_start <= 2 and chunk.ents:
                nouns = [s.lemma for s in self.doc.senses[chunk.over_start] if s.lemma.kind == "noun"]
                asked = any(e.type == "REQUEST" for n in nouns for e in n.events)  # `دعوة شي لزيارة موسكو`
                return list(chunk.ents) if any(n.status for n in nouns) and not asked else []
            return []
        return []

    def planned_by(self, about: About) -> list[str]:
        """`لا نية لدى موسكو لفرض عقوبات`: who has the plan, or is said to have none."""
        owner = self.intentions.owner(about.i, self.doc.sentences[about.sentence][0])
        return list(owner.ents) if owner is not None else []

    def _involved(self, i: int) -> list[str]:
        """`تورط إيراني في هجمات`, `ضلوع إيران في قتل`: whose part in the act a noun tells."""
        doc = self.doc
        k = i - 1 if doc.words[i].split.preposition in {"في", "ب"} else i - 2
        if k < 1 or (k == i - 2 and doc.folded[i - 1] not in {"في", "عن"}):
            return []
        chunk = self.args.at[k]
        if chunk is None or chunk.j != k + 1 or not chunk.ents:
            return []
        if not _INVOLVEMENT & {doc.split(chunk.i - 1).stem, doc.folded[chunk.i - 1].removeprefix("ب")}:
            return []
        return list(chunk.ents)

    def owner_of_course(self, about: About) -> list[str]:
        """`استمرارهم في احتلال المدن`, `سعيه إلى تقسيم البلاد`: whose course, wish or aim the act is."""
        doc, i = self.doc, about.i
        k = i - 1 if about.sense.split.preposition else i - 2
        if k < 0 or about.sense.split.article or about.sense.split.pronoun:
            return []
        if not about.sense.split.preposition and doc.words[i - 1].split.stem not in _OF_COURSE:
            return []
        pronoun = doc.words[k].split.pronoun
        asked = any(e.type in {"REQUEST", "ASSAULT"} for s in doc.senses[k] for e in s.lemma.events)
        if not pronoun or asked or self._is_verb(k) or self.args.at[k] is not None or doc.is_class(k, "prep"):
            return []
        owner = self.args.antecedent(k, pronoun)
        return list(owner.ents) if owner is not None else []

    def _is_verb(self, k: int) -> bool:
        """Whether token `k` is a verb, and not a noun of its spelling behind a subject: `أعلن كيري | عزمه على`."""
        noun = any(s.lemma.kind == "noun" for s in self.doc.senses[k])
        return bool(self.doc.words[k].tense) and not (noun and self.args.at[k - 1] is not None)

    def _is_ability(self, i: int) -> bool:
        """`قادرة على ممارسة الضغط`, `مستعد لتقديم`: a predicate of ability or readiness governs the act."""
        doc = self.doc
        for k in range(i - 1, max(i - 5, -1), -1):
            if doc.words[k].clause_break or (doc.words[k].tense and doc.flags[k] & (CUE | EVENT)):
                return False
            if doc.flags[k] & STATUS and doc.unit_end[k] <= i:
                return any(s.lemma.kind in {"phrase", "participle"} and s.lemma.status for s in doc.senses[k])
        return False

    def _joined_to(self, about: About) -> list[str]:
        """`احتلال المدن وقتل الشعب وتدمير ممتلكاته`: verbal nouns that و joins have one doer."""
        earlier = about.earlier[-1] if about.earlier else None
        if earlier is None or earlier.sentence != about.sentence or earlier.verb or not earlier.actors:
            return []
        if about.sense.split.conjunction != "و" or about.sense.split.article or about.sense.split.preposition:
            return []
        between = range(earlier.j, about.i)
        if len(between) > 6 or any(
            self.doc.words[k].tense and self.doc.flags[k] & (CUE | EVENT | LIGHT) for k in between
        ):
            return []
        if any(self.doc.words[k].clause_break for k in between) or earlier.sense.type in SYMMETRIC_TYPES:
            return []
        return list(earlier.actors)

    def _agreed_with(self, about: About) -> list[str]:
        """`اتفاق الاتحاد مع بيلاروسيا على رفع العقوبات عنها`: the other side of the agreement concedes."""
        countries = {self.registry.country(r) or r for r in about.recipients}
        for earlier in reversed(about.earlier):
            if earlier.sentence != about.sentence:
                return []
            if earlier.sense.type == "AGREE":
                others = [p for p in earlier.parties if (self.registry.country(p) or p) not in countries]
                return others if len(earlier.parties) == 2 and len(others) == 1 else []
        return []

    def _is_means(self, about: About) -> bool:
        """Whether a verbal noun stands under a preposition of means or aim: `من خلال شراء النفط`, `على تعزيز`."""
        split = about.sense.split
        if split.article:
            return False
        return split.preposition in {"ب", "ل"} or self.doc.words[about.i - 1].split.stem in _OF_MEANS
