"""Subjects: the noun phrase that does what a verb says, after the verb, right before it, or as the topic of its
clause; in a relative clause the one that the clause describes."""

from __future__ import annotations

from typing import Final

from marsad.language.arabic.numerals import number_word
from marsad.lexicon.entries import Feature
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT
from marsad.reading.document import CLOSERS, ENDERS, OPENERS, TOGGLES, Document
from marsad.reading.grammar.agreement import Agreement
from marsad.reading.grammar.phrasemap import PhraseMap
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.reportwords import act_words, report_words

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COMMA = frozenset({"،", ",", "؛", ";"})
_PAUSES = _COMMA | ENDERS
_STOPS = _QUOTES | {":"}
_PARENTHESES = frozenset({"(", ")"}) | _QUOTES
_BEFORE_VERB = frozenset({"qad", "neg", "future", "adv", "rel", "kana", "pron"})
_PARTICLES = frozenset({"qad", "neg", "future"})
_BEFORE_PRONOUNS_VERB = _PARTICLES | {"kana"}
_THIRD = frozenset({"ه", "ها", "هم", "هما"})
_BREAKS = frozenset({"that", "rel", "sub", "cond"})
_PREFIXED = ("لل", "بال", "كال", "ولل", "وبال")
_VERBS: Final = CUE | EVENT | LIGHT
_DECISIONS = report_words("decision")
_MEDIA = report_words("medium")
_TEXTS = _DECISIONS | _MEDIA
_ASIDE = 18
_FORCES = act_words("force")
_AMOUNTS = act_words("amount")
_INSIDE = frozenset({"في", "خلال"})


class Subjects:
    """Finds the subjects of one document's verbs."""

    def __init__(self, doc: Document, phrases: PhraseMap, agreement: Agreement) -> None:
        self.doc, self.phrases, self.agreement = doc, phrases, agreement
        self.at = phrases.at

    def of(self, v: int, feature: Feature, start: int, stop: int, joined: bool) -> Chunk | int | None:
        """The subject of the verb at `v`: the noun phrase right before it, else the one after it, else one before it
        with words between. A relative clause's subject is its antecedent unless the verb has an object pronoun."""
        doc = self.doc
        if (told := self.told_in(v, feature, start, stop)) is not None:
            return told
        if self._is_pronoun(v, start):
            return None
        if not joined and v > start and (owner := self._described_text(v, feature, start)) is not None:
            return owner
        if doc.is_class(v - 1, "rel") and not (v - 1 == start and doc.is_class(start, "neg")):  # `ما زار الرئيس`
            decided = self._decided_by(v, feature, start)
            if decided is not None:
                return decided
            resumed = doc.words[v].split.pronoun or (v + 1 < stop and self._resumes(v + 1))
            return self.after(v, feature, stop) if resumed else self.before(v, feature, start)
        if doc.words[v].split.pronoun and v > start and (topic := self.at[v - 1]) is not None and not topic.adjectival:
            after = self.after(v, feature, stop)
            if isinstance(after, Chunk) and after.i <= doc.unit_end[v]:
                return after
        k = v - 1
        while k > start and doc.words[k].classes & _PARTICLES:
            k -= 1
        if not joined and k >= start and (chunk := self.at[k]) is not None and chunk.j == k + 1:
            before = self.before(v, feature, start)
            if before is not None:
                return before
        if not joined and (body := self._decides(v, feature, start)) is not None:
            return body
        if not joined and v > start and self._is_nominal(v - 1):
            if not self._in_prepositional(v - 1, start):
                return self._topic(v, feature, start)
            topic = self._topic(v, feature, start)
            if topic is not None:
                return topic
            return v - 1 if self._is_described(v, start) else self.after(v, feature, stop)
        after = self.after(v, feature, stop)
        if after is not None or joined:
            return after
        return self.before(v, feature, start)

    def _is_pronoun(self, v: int, start: int) -> bool:
        """`أنها لن تستجيب`, `لكنها لا تزال ترفض`: whether the subject is the pronoun that opens the clause."""
        doc = self.doc
        k = v - 1
        while k > start and doc.words[k].classes & _BEFORE_PRONOUNS_VERB:
            k -= 1
        word = doc.words[k] if k >= start else None
        return word is not None and k < v - 1 and bool(word.classes & {"that", "sub"}) and word.split.pronoun in _THIRD

    def _resumes(self, k: int) -> bool:
        """Whether token `k` is a preposition with the antecedent's pronoun: `الزيارة التي قام **بها** الوزير`."""
        word = self.doc.words[k]
        return "prep" in word.classes and word.split.pronoun in {"ه", "ها", "هم", "هما"}

    def told_in(self, v: int, feature: Feature, start: int, stop: int) -> Chunk | None:
        """`بيان للخارجية الألمانية طالبت فيه روسيا`, `وجه الرئيس رسالة إلى نظيره دعا فيها`: whose text a verb tells of,
        by the pronoun that means the text: its owner, else the subject of the verb before it."""
        doc = self.doc
        k = doc.unit_end[v]
        if k >= stop or doc.words[k].split.stem not in _INSIDE or doc.words[k].split.pronoun not in {"ه", "ها"}:
            return None
        text = self._medium(v, start, feminine=doc.words[k].split.pronoun == "ها")
        if text < 0:
            return None
        before = [c for c in self.phrases.between(start, v) if c.can_act and not c.adjectival]
        for chunk in before:
            if text in (chunk.of_start, chunk.over_start) and chunk.i - text <= 3:
                return chunk if self.agreement.agrees(chunk, feature, True) else None
        after = self.after(v, feature, stop)
        if isinstance(after, Chunk) and not (after.head == "state" and after.by == "name"):
            return after
        for chunk in reversed(before):
            if chunk.i > start and chunk.i < text and doc.words[chunk.i - 1].tense and self.phrases.is_bare(chunk):
                return chunk if self.agreement.agrees(chunk, feature, True) else None
        return None

    def _described_text(self, v: int, feature: Feature, start: int) -> Chunk | int | None:
        """`أصدر الاتحاد قرارا يطالب الخرطوم`: who speaks in the text without article right before a verb: the subject
        of the verb before the text, else the text itself, which is nobody known."""
        doc = self.doc
        word, stem = doc.words[v - 1], doc.split(v - 1).stem.removesuffix("ا")
        if stem not in _TEXTS or word.split.article or word.split.pronoun or word.tense or self.at[v - 1] is not None:
            return None
        if stem.endswith(("ه", "ات")) != (feature.gender == "f") or self._in_prepositional(v - 1, start):
            return None
        for chunk in self.phrases.between(start, v - 1):
            if chunk.can_act and chunk.i > start and doc.words[chunk.i - 1].tense and self.phrases.is_bare(chunk):
                return chunk
        return v - 1

    def _medium(self, v: int, start: int, feminine: bool) -> int:
        """The nearest noun before token `v`, in its sentence, that holds words and fits a pronoun of that gender."""
        doc = self.doc
        for k in range(v - 1, max(start - 1, v - 24), -1):
            stem = doc.split(k).stem
            if (stem in _MEDIA or stem.removesuffix("ا") in _MEDIA) and not doc.words[k].tense:
                if stem.endswith(("ه", "ات", "رسايل")) == feminine:
                    return k
        return -1

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

    def _decides(self, v: int, feature: Feature, start: int) -> Chunk | None:
        """`قرارات مجلس الأمن تطالب إيران`: the body whose decisions are the topic of the verb's clause."""
        body = self.at[v - 1] if v > start else None
        if body is None or not body.over or body.over_prep or not body.ents or body.over_start < start:
            return None
        decision = self.doc.split(body.over_start).stem
        feminine = decision.endswith(("ه", "ات"))
        return body if decision in _DECISIONS and feminine == (feature.gender == "f") else None

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
            if doc.is_sign(k, _PAUSES):
                return False
            if doc.words[k].tense and doc.flags[k] & _VERBS and self.at[k] is None:
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
            if doc.words[k].tense and doc.flags[k] & _VERBS:
                return None
            chunk = self.at[k]
            if chunk is not None and chunk.can_act and self.phrases.is_bare(chunk):
                found = chunk
            k = chunk.i - 1 if chunk is not None else k - 1
        return found if found is not None and self.agreement.agrees(found, feature, True) else None

    def after(self, v: int, feature: Feature, stop: int, reach: int = 12) -> Chunk | int | None:
        """The subject after its verb; `None` if there is none, the token of a noun that is no known actor if that
        stands in the subject's place."""
        doc = self.doc
        words, dated = doc.words, doc.dated
        first = k = doc.unit_end[v]
        limit = min(stop, v + 1 + reach)
        while k < limit:
            chunk = self.at[k]
            if chunk is not None and not chunk.adjectival:
                if chunk.joined and chunk.i > first and self.phrases.head_of_coordination(chunk).prep:
                    k = chunk.j
                    continue
                if not chunk.prep and not (chunk.over and chunk.over_start > v):
                    return chunk if chunk.can_act and self.agreement.agrees(chunk, feature, False) else None
                if not chunk.prep and not chunk.over_prep and chunk.over_start > v:
                    return chunk.over_start
                k = chunk.j
                continue
            word = words[k]
            if word.clause_break and not (word.folded in _COMMA and (k - 1 in dated or k + 1 in dated)):
                return None
            if word.is_quote and (self._quotes_name(k) or self._closes_name(k, first)):
                k += 1
                continue
            if word.folded in _STOPS or (word.tense and doc.flags[k] & _VERBS):
                return None
            if k == first and chunk is None and k not in dated and self._may_be_subject(k):
                return self._body_of(k) or self._force_of(k) or k
            k += 1
        return None

    def _body_of(self, k: int) -> Chunk | None:
        """`أدان قرار الأمم المتحدة إسرائيل`, `دعا بيان للوزارة`: the body whose decision token `k` is."""
        body = self.at[k + 1]
        if body is None or not body.ents or body.i != k + 1 or self.doc.split(k).stem not in _DECISIONS:
            return None
        return body if k in (body.over_start, body.of_start) and not body.over_prep else None

    def _force_of(self, k: int) -> Chunk | None:
        """`قصفت طائرات روسية`, `قصفت مدفعية النظام`: whose force does it, for a noun at token `k` with which a state
        fights."""
        if self.doc.split(k).stem not in _FORCES or self.doc.words[k].split.preposition:
            return None
        owner = self.at[k + 1]
        if owner is None or owner.i != k + 1 or not owner.ents or owner.prep or owner.joined:
            return None
        return Chunk(k, owner.j, owner.head, list(owner.ents), owner.by, country=owner.country, gender="f")

    def _quotes_name(self, k: int) -> bool:
        """Whether the quotation that opens at token `k` holds nothing but a name: `وأفاد «المرصد السوري» بأن`."""
        quotation = self.doc.quote_at.get(k)
        if quotation is None or quotation.opening != k:
            return False
        inner = self.at[k + 1]
        return inner is not None and inner.i == k + 1 and inner.j in (quotation.closing, quotation.closing + 1)

    def _closes_name(self, k: int, first: int) -> bool:
        """Whether the quotation that closes at token `k` held nothing but a name: `وأوضح لـ«عكاظ» مصدر مسؤول`."""
        quotation = self.doc.quote_at.get(k)
        return quotation is not None and quotation.closing == k and quotation.opening >= first

    def _is_amount(self, k: int) -> bool:
        """`التقت | مجموعة من | الدبلوماسيين`: whether token `k` only tells how many the subject are."""
        doc = self.doc
        return k + 1 < doc.size and doc.folded[k + 1] == "من" and doc.folded[k].removeprefix("ال") in _AMOUNTS

    def _may_be_subject(self, k: int) -> bool:
        """Whether the word right after a verb is a noun that can be its subject."""
        word = self.doc.words[k]
        return (
            not word.classes and word.folded.isalpha() and not word.split.preposition and not self._is_amount(k)
            and not word.folded.startswith(_PREFIXED) and not word.folded.endswith("ا")
            and number_word(word.split.stem) is None
        )  # fmt: skip

    def before(self, v: int, feature: Feature, start: int) -> Chunk | None:
        """The subject before its verb: a noun phrase with at most particles, adverbs or a relative between."""
        doc = self.doc
        k = self._before_aside(v, start)
        first = k + 1
        while k >= start and first - k < 6:
            chunk = self.at[k]
            if chunk is not None:
                if chunk.adjectival or (chunk.prep and chunk.prep not in {"ل"}) or chunk.over or not chunk.can_act:
                    return None
                if chunk.prep:
                    return None
                head = self.phrases.head_of_coordination(chunk)
                return head if not head.prep and self.agreement.agrees(head, feature, True) else None
            word = doc.words[k]
            particle = word.classes & _BEFORE_VERB
            pause = doc.is_sign(k, _COMMA) and bool(doc.words[k + 1].classes & {"rel", "kana"})
            if not particle and not pause and k not in doc.dated and not doc.is_sign(k, _PARENTHESES):
                return None
            k -= 1
        return None

    def _before_aside(self, v: int, start: int) -> int:
        """`كيري، الذي عاد من باريس مساء الأحد، أعلن`: the token before the verb at `v`, or before the relative clause
        between commas that parts it from its subject."""
        doc = self.doc
        if not doc.is_sign(v - 1, _COMMA):
            return v - 1
        for k in range(v - 3, max(start, v - _ASIDE), -1):
            if doc.is_sign(k, _COMMA) and doc.is_class(k + 1, "rel"):
                return k - 1
        return v - 1
