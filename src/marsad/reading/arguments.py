"""Subjects, objects and complements: which noun phrase stands where around a word."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from marsad.language.arabic.clitics import Split
from marsad.lexicon.entries import Feature
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT
from marsad.reading.chunks import Chunk
from marsad.reading.document import CLOSERS, ENDERS, OPENERS, TOGGLES, Document
from marsad.reading.registry import Registry
from marsad.reading.reportwords import report_words

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COMMA = frozenset({"،", ",", "؛", ";"})
_COLON = frozenset({":"})
_PAUSES = _COMMA | ENDERS
_BETWEEN = _COMMA | _QUOTES
_PARENTHESES = frozenset({"(", ")"}) | _QUOTES
_PRONOUNS = {"ه": "m", "ها": "f", "هم": "p", "هما": "pair"}
_BEFORE_VERB = frozenset({"qad", "neg", "future", "adv", "rel", "kana", "pron"})
_PARTICLES = frozenset({"qad", "neg", "future"})
_BREAKS = frozenset({"that", "rel", "sub", "cond"})
_PREFIXED = ("لل", "بال", "كال", "ولل", "وبال")
_STOPS = _QUOTES | _COLON
_MASCULINE_STATES = frozenset({"IRQ", "JOR", "LBN", "SDN", "MAR", "YEM", "SOM", "VAT"})
_VERBS = CUE | EVENT | LIGHT
_HEARERS = frozenset({"ل", "الي", "علي", "ب"})
_DECISIONS = report_words("decision")
_REACH = 16


class _Clause(NamedTuple):
    """What stands in the clause after a word: its noun phrases, and the prepositions with a pronoun (`معه`)."""

    chunks: list[Chunk]
    pronouns: list[Split]


class Arguments:
    """Finds the noun phrases around a word of one document."""

    def __init__(self, doc: Document, registry: Registry, chunks: list[Chunk]) -> None:
        self.doc, self.registry, self.chunks = doc, registry, chunks
        self.at: list[Chunk | None] = [None] * (doc.size + 1)
        for chunk in chunks:
            for i in range(chunk.i, chunk.j):
                self.at[i] = chunk
        self.index = {id(chunk): n for n, chunk in enumerate(chunks)}
        self._clauses: dict[tuple[int, int, int], _Clause] = {}
        for chunk in chunks:
            if chunk.pending == "possession":
                self._give_owner(chunk)

    def _give_owner(self, chunk: Chunk) -> None:
        """`أراضيها`, `قواته`: what stands for its owner is whomever the pronoun means."""
        chunk.pending = ""
        pronoun = self.doc.words[chunk.i].split.pronoun
        owner = self._subject_owner(chunk.i, pronoun) or self.antecedent(chunk.i, pronoun)
        if owner is not None:
            chunk.ents, chunk.head, chunk.country = owner.ents, owner.head, owner.country

    def coordinated(self, chunk: Chunk) -> list[Chunk]:
        """A noun phrase and those that و joins to it: روسيا والصين."""
        found = [chunk]
        if id(chunk) not in self.index:
            return found
        n = self.index[id(chunk)]
        while n + 1 < len(self.chunks):
            following = self.chunks[n + 1]
            if (
                not following.joined
                or not self._adjacent(found[-1].j, following.i)
                or following.prep not in {"", chunk.prep}
            ):
                break
            if following.adjectival != chunk.adjectival:
                break
            found.append(following)
            n += 1
        return found

    def _adjacent(self, j: int, i: int) -> bool:
        doc = self.doc
        return all(
            doc.is_sign(k, _BETWEEN) or doc.folded[k] == "و" or (k == i - 1 and doc.is_class(k, "prep"))
            for k in range(j, i)
        )

    def clause_end(self, i: int, stop: int) -> int:
        """The token where the clause that holds token `i` ends, at most `_REACH` tokens on."""
        doc = self.doc
        words, flags, unit_end = doc.words, doc.flags, doc.unit_end
        k = i + 1
        limit = min(stop, i + 1 + _REACH)
        while k < limit:
            word = words[k]
            if word.clause_break:
                if word.folded not in _COMMA or not (k + 1 in doc.dated or k - 1 in doc.dated):
                    return k
            elif word.tense and flags[k] & _VERBS and self.at[k] is None and not self._is_object_noun(k):
                return k
            k = unit_end[k]
        return limit

    def _is_object_noun(self, k: int) -> bool:
        """Whether a spelling of a verb is an indefinite noun in the accusative: `قدمت **دعما** اقتصاديا لمصر`."""
        return self.doc.folded[k].endswith("ا") and any(s.lemma.kind == "noun" for s in self.doc.senses[k])

    def agrees(self, chunk: Chunk, feature: Feature, before_verb: bool) -> bool:
        """Whether a noun phrase can be the subject of a verb with this ending."""
        if feature.person not in (0, 3):
            return False
        if feature.gender == "f" and chunk.head == "person" and self._gender(chunk) == "m":
            return False
        if feature.gender == "m" and chunk.head == "person" and self._gender(chunk) == "f":
            return False
        if feature.gender == "m" and feature.tense and not before_verb and self._is_feminine_state(chunk):
            return False
        if before_verb and feature.number == "p" and chunk.number == "s" and chunk.head == "person":
            return False
        return not (feature.tense and not before_verb and feature.number in {"p", "d"})

    @staticmethod
    def _is_feminine_state(chunk: Chunk) -> bool:
        return (
            chunk.head == "state"
            and chunk.by == "name"
            and bool(chunk.country)
            and chunk.country not in _MASCULINE_STATES
        )

    def _gender(self, chunk: Chunk) -> str:
        for entity in chunk.ents:
            actor = self.registry.lexicon.actors.get(entity)
            if actor and actor.gender:
                return actor.gender
        return chunk.gender if chunk.by == "title" else ""

    def subject(self, v: int, feature: Feature, start: int, stop: int, joined: bool) -> Chunk | int | None:
        """The subject of the verb at `v`: the noun phrase right before it, else the one after it, else one before it
        with words between. A relative clause's subject is its antecedent unless the verb has an object pronoun."""
        doc = self.doc
        if doc.is_class(v - 1, "rel"):
            decided = self._decided_by(v, feature, start)
            if decided is not None:
                return decided
            if doc.words[v].split.pronoun:
                return self.subject_after(v, feature, stop)
            return self.subject_before(v, feature, start)
        if doc.words[v].split.pronoun and v > start and (topic := self.at[v - 1]) is not None and not topic.adjectival:
            after = self.subject_after(v, feature, stop)
            if isinstance(after, Chunk) and after.i <= doc.unit_end[v]:
                return after
        k = v - 1
        while k > start and doc.words[k].classes & _PARTICLES:
            k -= 1
        if not joined and k >= start and (chunk := self.at[k]) is not None and chunk.j == k + 1:
            before = self.subject_before(v, feature, start)
            if before is not None:
                return before
        if not joined and v > start and self._is_nominal(v - 1):
            if not self._in_prepositional(v - 1, start):
                return self._topic(v, feature, start)
            topic = self._topic(v, feature, start)
            if topic is not None:
                return topic
            return v - 1 if self._is_described(v, start) else self.subject_after(v, feature, stop)
        after = self.subject_after(v, feature, stop)
        if after is not None or joined:
            return after
        return self.subject_before(v, feature, start)

    def _decided_by(self, v: int, feature: Feature, start: int) -> Chunk | None:
        """`قرار مجلس الأمن 2216 الذي يطالب الحوثيين`: a decision acts for the body that took it."""
        k = v - 2
        while k > start and v - k < 7 and self.at[k] is None:
            if self.doc.words[k].clause_break or self.doc.words[k].tense:
                return None
            k -= 1
        body = self.at[k] if k >= start else None
        if body is None or not body.over or not body.ents or body.head not in {"org", "state", "group", "bloc"}:
            return None
        decision = self.doc.split(body.over_start).stem
        masculine = feature.gender != "f"
        return body if decision in _DECISIONS and masculine == (not decision.endswith("ه")) else None

    def _is_nominal(self, i: int) -> bool:
        """Whether token `i` is a noun or adjective, so that a verb after it does not open its clause."""
        doc = self.doc
        word = doc.words[i]
        plain = word.folded.isalpha() and len(word.folded) > 1 and not word.classes and not word.tense
        return plain and i not in doc.dated and not word.folded.endswith("ا") and not doc.flags[i] & CUE

    def _is_described(self, v: int, start: int) -> bool:
        """`أعلن … عن حملة تستهدف الحزب`: after an indefinite noun late in its clause a verb only describes the noun."""
        doc = self.doc
        if doc.words[v - 1].split.article or doc.flags[v] & CUE or doc.folded[v - 1].startswith(_PREFIXED):
            return False
        for k in range(v - 2, max(start - 1, v - 12), -1):
            if doc.is_sign(k, _COMMA | ENDERS):
                return False
            if doc.words[k].tense and doc.flags[k] & (CUE | EVENT | LIGHT) and self.at[k] is None:
                return True
        return False

    def _in_prepositional(self, i: int, start: int) -> bool:
        """Whether the noun at token `i` belongs to a prepositional phrase: `في هذا السياق أكد`, `من جانبه قال`."""
        doc = self.doc
        k = i
        while k >= start and i - k < 7:
            word = doc.words[k]
            if "prep" in word.classes or word.split.preposition or word.folded.startswith(_PREFIXED):
                return True
            if doc.is_sign(k, _PAUSES) or word.tense or word.classes & _BREAKS:
                return False
            k -= 1
        return False

    def _topic(self, v: int, feature: Feature, start: int) -> Chunk | None:
        """The first bare noun phrase of the clause that a verb closes: `الإمارات واحدة من دول عديدة تتهم إيران`."""
        doc = self.doc
        k = v - 1
        found: Chunk | None = None
        while k >= start and v - k < 14 and not doc.is_sign(k, _PAUSES) and not doc.words[k].classes & _BREAKS:
            if doc.words[k].tense and doc.flags[k] & (CUE | EVENT | LIGHT):
                return None
            chunk = self.at[k]
            if chunk is not None and not chunk.prep and not chunk.over and not chunk.adjectival and chunk.can_act:
                found = chunk
            k = chunk.i - 1 if chunk is not None else k - 1
        return found if found is not None and self.agrees(found, feature, True) else None

    def subject_after(self, v: int, feature: Feature, stop: int, reach: int = 12) -> Chunk | int | None:
        """The subject after its verb; `None` if there is none, the token of a noun that is no known actor if that
        stands in the subject's place."""
        doc = self.doc
        words, dated = doc.words, doc.dated
        first = k = doc.unit_end[v]
        limit = min(stop, v + 1 + reach)
        while k < limit:
            chunk = self.at[k]
            if chunk is not None and not chunk.adjectival:
                if chunk.joined and chunk.i > first and self._head_of_coordination(chunk).prep:
                    k = chunk.j
                    continue
                if not chunk.prep and not (chunk.over and chunk.over_start > v):
                    return chunk if chunk.can_act and self.agrees(chunk, feature, False) else None
                if not chunk.prep and not chunk.over_prep and chunk.over_start > v:
                    return chunk.over_start
                k = chunk.j
                continue
            word = words[k]
            if word.clause_break and not (word.folded in _COMMA and (k - 1 in dated or k + 1 in dated)):
                return None
            if word.is_quote and self._quotes_name(k):
                k += 1
                continue
            if word.folded in _STOPS or (word.tense and doc.flags[k] & _VERBS):
                return None
            if k == first and chunk is None and k not in dated and self._may_be_subject(k):
                return self._body_of(k) or k
            k += 1
        return None

    def _body_of(self, k: int) -> Chunk | None:
        """`أدان قرار الأمم المتحدة إسرائيل`, `دعا بيان للوزارة`: the body whose decision token `k` is."""
        body = self.at[k + 1]
        if body is None or not body.ents or body.i != k + 1 or self.doc.split(k).stem not in _DECISIONS:
            return None
        return body if k in (body.over_start, body.of_start) and not body.over_prep else None

    def _quotes_name(self, k: int) -> bool:
        """Whether the quotation that opens at token `k` holds nothing but a name: `وأفاد «المرصد السوري» بأن`."""
        quotation = self.doc.quote_at.get(k)
        if quotation is None or quotation.opening != k:
            return False
        inner = self.at[k + 1]
        return inner is not None and inner.i == k + 1 and inner.j in (quotation.closing, quotation.closing + 1)

    def _may_be_subject(self, k: int) -> bool:
        """Whether the word right after a verb is a noun that can be its subject."""
        word = self.doc.words[k]
        return (
            not word.classes and word.folded.isalpha() and not word.split.preposition
            and not word.folded.startswith(_PREFIXED) and not word.folded.endswith("ا")
        )  # fmt: skip

    def subject_before(self, v: int, feature: Feature, start: int) -> Chunk | None:
        """The subject before its verb: a noun phrase with at most particles, adverbs or a relative between."""
        doc = self.doc
        k = v - 1
        while k >= start and v - k < 6:
            chunk = self.at[k]
            if chunk is not None:
                if chunk.adjectival or (chunk.prep and chunk.prep not in {"ل"}) or chunk.over or not chunk.can_act:
                    return None
                if chunk.prep:
                    return None
                head = self._head_of_coordination(chunk)
                return head if not head.prep and self.agrees(head, feature, True) else None
            word = doc.words[k]
            particle = word.classes & _BEFORE_VERB
            pause = doc.is_sign(k, _COMMA) and bool(doc.words[k + 1].classes & {"rel", "kana"})
            if not particle and not pause and k not in doc.dated and not doc.is_sign(k, _PARENTHESES):
                return None
            k -= 1
        return None

    def _head_of_coordination(self, chunk: Chunk) -> Chunk:
        n = self.index[id(chunk)]
        while self.chunks[n].joined and n > 0 and self._adjacent(self.chunks[n - 1].j, self.chunks[n].i):
            n -= 1
        return self.chunks[n]

    def object_after(self, v: int, subject: Chunk | None, stop: int, allow_over: bool) -> Chunk | None:
        """The direct object: the next bare noun phrase after the verb (and its subject), also when it belongs to the
        object noun (`استهدف مواقع الحوثيين`) if `allow_over`."""
        start = v + 1
        if subject is not None and subject.i > v:
            start = self.coordinated(subject)[-1].j
        if subject is not None and start < stop and self.doc.is_sign(start, _COMMA):
            following = self.at[start + 1]  # `استقبل الرئيس المصري عبد الفتاح السيسي، وزير الخارجية`
            start += following is not None and not (following.prep or following.joined or following.over)
        end = self.clause_end(start - 1, stop)
        for chunk in self.between(start, end):
            if chunk.of_start >= start and not chunk.of_prep and allow_over:
                return chunk
            if chunk.prep or (chunk.joined and self._head_of_coordination(chunk).prep):
                continue
            if chunk.over and chunk.over_start >= start:
                if chunk.over_prep or not allow_over:
                    continue
                return chunk
            if chunk.adjectival or (subject is not None and subject.ents and set(chunk.ents) <= set(subject.ents)):
                continue
            return chunk
        return None

    def complement(
        self, v: int, preposition: str, stop: int, start: int | None = None, partner: bool = False
    ) -> Chunk | None:
        """The noun phrase under a preposition after a word, in its clause; a `partner` is not told by an act of his."""
        clause = self._clause(v, v if start is None else start, stop)
        for chunk in clause.chunks:
            if chunk.prep == preposition and not chunk.adjectival:
                if self._governed_nearer(v, chunk):
                    continue
                return chunk
            if chunk.over and chunk.over_prep == preposition and chunk.over_start > v:
                if (preposition == "ل" or partner) and self.doc.flags[chunk.over_start] & EVENT:
                    continue
                return chunk
            if chunk.of_start > v and chunk.of_prep == preposition:
                return chunk
        return self._pronoun_complement(v, preposition, clause)

    def _clause(self, v: int, start: int, stop: int) -> _Clause:
        """What stands after the word at token `v` in the clause of token `start`, looked for once."""
        key = (v, start, stop)
        if key not in self._clauses:
            doc, end = self.doc, self.clause_end(start, stop)
            pronouns = [w.split for w in doc.words[v + 1 : end] if w.split.pronoun and "prep" in w.classes]
            self._clauses[key] = _Clause(self.between(v + 1, end), pronouns)
        return self._clauses[key]

    def _governed_nearer(self, v: int, chunk: Chunk) -> bool:
        """`دعوته للانضمام إلى المجلس`: a preposition right after an event noun of a nearer phrase is that noun's."""
        k = chunk.i - 1 if self.doc.words[chunk.i].split.preposition else chunk.i - 2
        if k > v and chunk.prep == "مع" and self.doc.split(k).stem == "حدود":
            return True
        if chunk.prep == "بين" and self._between_governed(v, chunk):
            return True
        if k <= v or self.at[k] is not None or not self.doc.flags[k] & EVENT or self.doc.words[k].tense:
            return False
        if not self.doc.words[k].split.preposition and not self.doc.is_class(k - 1, "prep"):
            return False
        return self._takes(k, chunk.prep)

    def _between_governed(self, v: int, chunk: Chunk) -> bool:
        """`اتفاق … بعد خلاف بشأن التجارة بين اليابان وأمريكا`: بين belongs to the last noun under a preposition."""
        doc = self.doc
        for k in range(chunk.i - 2, max(v, chunk.i - 8), -1):
            if (
                self.at[k] is not None
                or not doc.flags[k] & EVENT
                or doc.words[k].tense
                or doc.words[k].split.conjunction
            ):
                continue
            if self._takes(k, "بين"):
                under = doc.words[k].split.preposition or doc.is_class(k - 1, "prep") or doc.is_class(k - 2, "prep")
                return bool(under)
        return False

    def _takes(self, k: int, preposition: str) -> bool:
        """Whether the event noun at token `k` has a party under a preposition."""
        return any(
            s.name == preposition and s.role in {"R", "P", ""}
            for sense in self.doc.senses[k]
            for event in sense.lemma.events
            for s in event.frame
        )

    def _pronoun_complement(self, v: int, preposition: str, clause: _Clause) -> Chunk | None:
        """`معه`, `عليها`, `بينهما`: the one whom the pronoun means."""
        for split in clause.pronouns:
            if split.stem == preposition:
                return self.antecedent(v, split.pronoun, another=split.stem in _HEARERS)
        return None

    def antecedent(self, i: int, pronoun: str, another: bool = False) -> Chunk | None:
        """Whom a pronoun after token `i` means: the nearest noun phrase before it that fits in gender and number, one
        in subject's place rather than another; `another` than the subject of the clause, who would be "himself". The
        chunk that is returned stands nowhere (`i` = `j` = -1)."""
        wanted = _PRONOUNS.get(pronoun)
        if wanted is None:
            return None
        near = [c for c in self.before(i, 45) if not c.adjectival and c.ents and c.head != "media"]
        if another:
            doer = next((c for c in near if self.is_bare(c) and i - c.j < 12), None)
            near = [c for c in near if doer is None or not set(c.ents) & set(doer.ents)]
        fitting = [c for c in near if self._fits_pronoun(c, wanted)]
        if wanted == "f" and fitting and fitting[0].head == "state" and i - fitting[0].j < 8:
            return Chunk(-1, -1, "state", list(fitting[0].ents), "pronoun", country=fitting[0].country)
        best = next((c for c in fitting if not c.prep and not c.over), None) or next(iter(fitting), None)
        if best is None:
            return None
        entities = [e for c in self.coordinated(best) for e in c.ents] if wanted == "pair" else list(best.ents)
        return Chunk(-1, -1, best.head, entities, "pronoun", country=best.country)

    def _subject_owner(self, i: int, pronoun: str) -> Chunk | None:
        """`اتهمت البحرين إيران بهجمات على أراضيها`: of a subject and its object side by side, the subject."""
        near = [c for c in self.before(i, 16) if c.ents and not c.adjectival]
        for following, chunk in pairwise(near):
            bare = not (following.prep or following.over or following.joined or chunk.prep or chunk.over)
            if bare and following.i == chunk.j:
                return chunk if self.fits_pronoun(chunk, pronoun) else None
        return None

    def before(self, i: int, reach: int) -> list[Chunk]:
        """The chunks that end before token `i`, nearest first, at most `reach` tokens back and in its paragraph."""
        found: list[Chunk] = []
        k = i - 1
        while k >= 0 and i - k <= reach and self.doc.folded[k] != "\n":
            chunk = self.at[k]
            if chunk is None:
                k -= 1
                continue
            if chunk.j <= i:
                found.append(chunk)
            k = chunk.i - 1
        return found

    def fits_pronoun(self, chunk: Chunk, pronoun: str) -> bool:
        """Whether a pronoun can mean a noun phrase, by gender and number."""
        wanted = _PRONOUNS.get(pronoun)
        return wanted is not None and self._fits_pronoun(chunk, wanted)

    def _fits_pronoun(self, chunk: Chunk, wanted: str) -> bool:
        if wanted == "m":
            if chunk.head == "person":
                return len(chunk.ents) == 1 and self._gender(chunk) != "f"
            return len(chunk.ents) == 1 and "m" in self._genders_of_body(chunk)
        if wanted == "f":
            if chunk.head in {"state", "org", "bloc", "group"}:
                return "f" in self._genders_of_body(chunk)
            return self._gender(chunk) == "f"
        if wanted == "p":
            return chunk.head in {"group", "org"} or len(chunk.ents) > 1
        return len(chunk.ents) > 1 or len(self.coordinated(chunk)) == 2

    def _genders_of_body(self, chunk: Chunk) -> str:
        """The genders in which a pronoun may point at a state, organisation, bloc or collective: `m`, `f` or both."""
        if chunk.head == "group":
            return "m" if chunk.number == "s" and chunk.gender == "m" else "f"
        if chunk.i < 0 or chunk.head not in {"state", "org", "bloc"}:
            return "f"
        if chunk.head == "state" and chunk.by == "name":
            return "m" if chunk.country in _MASCULINE_STATES else "f"
        words = self.doc.folded[chunk.i : chunk.j]
        if any(w.endswith("ه") and not w.endswith("لله") for w in words[:2]) or chunk.place is not None:
            return "f"
        return "m" if len(words) > 1 and chunk.head != "bloc" else "mf"

    def is_bare(self, chunk: Chunk) -> bool:
        """Whether a noun phrase, or the one that و joins it to, stands under no preposition and no noun."""
        if chunk.joined:
            chunk = self._head_of_coordination(chunk)
        return not (chunk.prep or chunk.over or chunk.adjectival)

    def between(self, start: int, end: int) -> list[Chunk]:
        """The chunks that begin in a range of tokens."""
        found: list[Chunk] = []
        k = start
        while k < end:
            chunk = self.at[k]
            if chunk is None:
                k += 1
                continue
            if chunk.i >= start:
                found.append(chunk)
            k = max(chunk.j, k + 1)
        return found
