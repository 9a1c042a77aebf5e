"""Whether an event happened, is planned, possible or denied: particles, plans, doubts and conditions around it."""

from __future__ import annotations

from marsad.language.arabic.fold import fold
from marsad.lexicon.frames import AGENTIVE
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, STATUS, Sense
from marsad.reading.document import ENDERS, Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.events.intentions import Intentions
from marsad.reading.events.negation import first_of_joined, is_negated
from marsad.reading.events.nounheads import head_of
from marsad.reading.events.puttingoff import was_only_planned
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.reportwords import act_forms, act_words, report_words

_PAUSES = frozenset({"،", ",", "؛", ";"}) | ENDERS
_VERBS = CUE | EVENT | LIGHT
_CLAUSE = frozenset({"sub", "rel"})
_AFTER_NOUN = frozenset({"prep", "that", "rel", "neg"})
_INVITING = 10
_REACH = 7
_REACH_OF_JOINED = 16
"""The same for a verb that و joins to a planned one: `من المقرر أن يلقي خطابا ويلتقي`."""
_CASE = act_forms("case")
_ROUNDS = report_words("round")
_ANY = act_words("any")
_HOSTING = act_words("hosting")
_OFFERS = act_words("offer")
_STOPS = act_words("stop")
_REACTIONS = act_words("reaction")
_TRYING = act_words("trying")
_EXCLUSION = act_words("exclusion")
_CONDITIONS = act_words("condition")
_NOUN_NEGATION = act_words("absence")
_CONTINUING = report_words("continuing")
_RANK = {"actual": 0, "planned": 1, "possible": 2, "denied": 3}

_REFUSAL = "رفض"
"""A refusal denies the refuser's own acts, not those of others: `رفض مصر للتدخل الإيراني`."""


class StatusReader:
    """Tells the status of event drafts of one document."""

    def __init__(self, doc: Document, args: Arguments) -> None:
        self.doc, self.args = doc, args
        self.intentions = Intentions(doc, args)

    def of(self, draft: EventDraft, earlier: EventDraft | None, start: int) -> str:
        """The status that the words around an event give it; `earlier` is the event before it in its sentence."""
        found = draft.sense.status or draft.effect or "actual"
        places = [draft.i] if draft.light < 0 else [draft.i, draft.light]
        if not draft.verb and (head := head_of(self.doc, draft.i)) != draft.i:
            places.append(head)
        planned = filter(None, (self.intentions.status(i, start) for i in places))
        if not draft.sense.actors and (denied := next(planned, "")):
            return denied
        if draft.effect == "denied" and draft.light > start and is_negated(self.doc, draft.light):
            found, places = self._negated(found, draft.light), []
        for i in () if draft.sense.actors else places:
            found = _stronger(found, self._left(i, start, i != draft.light and not draft.verb, draft))
        if draft.sense.negated:
            return "possible" if self._conditional(draft.i, start) else "actual"  # `لن يستجيب` refuses, and does so now
        if not draft.verb:
            found = _stronger(found, self._right(draft))
            found = _stronger(found, self._offered(draft, start))
        if draft.sense.type == "COERCE" and found in {"possible", "planned"} and self._attempt(draft.i):
            found = "actual"
        if found == "actual" and not draft.sense.actors and self._conditional(draft.i, start):
            return "possible"
        if earlier is not None and earlier.purpose == draft.i:
            return _stronger(found, earlier.status)  # `لم توقع اتفاقا لتوريد الغاز`
        if found == "planned" and draft.verb and self._is_consequence(draft.i, start):
            return "possible"
        if found == "actual" and earlier is not None and self._is_invited(draft, earlier):
            return "planned"
        if found == "actual" and earlier is not None and self._goes_on(draft, earlier):
            return earlier.status
        return found

    def _attempt(self, i: int) -> bool:
        """Attempts to isolate or divide are pressure that is being put."""
        doc = self.doc
        return any(
            (w.scope == "noun" and s.lemma.kind == "noun") or fold(w.form) in _TRYING
            for k in range(max(0, i - 5), i) for s in doc.senses[k] for w in s.lemma.status
        )  # fmt: skip

    def _left(self, i: int, start: int, noun: bool, draft: EventDraft) -> str:
        doc = self.doc
        if doc.words[i].split.future:
            return "planned"
        if not noun and i and self._denies_past(i):
            return "denied"
        if noun and i > start and doc.folded[i - 1] in _ANY:
            return (
                "denied" if any("neg" in doc.words[m].classes for m in range(max(start, i - 4), i - 1)) else "possible"
            )
        found = "actual"
        k = i - 1
        joined = not noun and doc.words[i].tense == "present" and doc.words[i].split.conjunction == "و"
        reach = _REACH_OF_JOINED if joined else _REACH
        while k >= start and i - k <= reach:
            word = doc.words[k]
            if noun and word.tense and doc.is_class(k - 1, "that") and not doc.words[k - 1].split.pronoun:
                reach = max(reach, i - k + 5)  # `تخشى من أن يؤدي الاتفاق إلى رفع العقوبات`
                k -= 1
                continue
            if word.is_pause or word.classes & _CLAUSE:
                break
            if "neg" in word.classes:
                found = _stronger(found, self._negation(k, i, noun))
            elif "future" in word.classes:
                found = _stronger(found, "planned")
            elif "qad" in word.classes:
                if k == i - 1 and self._may_be_present(i, noun):
                    found = _stronger(found, "possible")
            elif doc.flags[k] & STATUS and (status := self._word(k, i, noun, _is_owned(draft))):
                if k == draft.light and not draft.effect:
                    return found  # `تمكن من قتل`, spelled like `تُمكّن`
                first = first_of_joined(doc, k)
                if first > start and doc.is_class(first - 1, "neg") and (doc.words[k].tense or self._is_plan(k)):
                    status = self._negated(status, k)
                return _stronger(found, status)
            elif (noun and self._is_reaction(k, i)) or self._is_main_verb(k, joined):
                break
            k -= 1
        return found

    def _offered(self, draft: EventDraft, start: int) -> str:
        """`عرضت قطر على الطرفين استضافة محادثات`: the status of a meeting of others, for which somebody offers himself
        or a place."""
        doc, i = self.doc, draft.i
        if draft.sense.type != "CONSULT":
            return "actual"
        hosting = draft.sense.mode == "third-party"
        for k in range(i - 1, max(start, i - _REACH_OF_JOINED) - 1, -1):
            stem = doc.words[k].split.stem.removeprefix("ال")
            if stem in _HOSTING:
                hosting = True
            elif hosting and stem in _OFFERS:
                return "possible"
            elif not self._passes(k):
                told = {w.status for s in doc.senses[k] for w in s.lemma.status} if hosting else set()
                return next((status for status in ("planned", "possible") if status in told), "actual")
        return "actual"

    def _passes(self, k: int) -> bool:
        """Whether the word at `k` may stand between an offer and what is offered: those for whom it is, a preposition,
        a word on how it is done (`دور **بناء**`) or how often (`جولة **جديدة** من`)."""
        doc = self.doc
        if self.args.at[k] is not None or doc.is_class(k, "prep") or doc.split(k).stem in _ROUNDS:
            return True
        described = doc.split(k - 1).stem in _HOSTING | _ROUNDS and not doc.words[k].classes
        return described and not doc.words[k].tense and not doc.words[k].is_sign

    def _is_plan(self, k: int) -> bool:
        """Whether a wording of plan begins at `k`, as after a negation: `ليس | من المقرر`, `غير | مستعد ل`."""
        phrases = (s.lemma for s in self.doc.senses[k] if s.lemma.kind == "phrase")
        return any(w.status == "planned" for phrase in phrases for w in phrase.status)

    def _is_reaction(self, k: int, i: int) -> bool:
        """Whether the noun at `k` tells that the act named at `i` has happened or goes on; see `is_answered`."""
        stem = self.doc.split(k).stem
        return stem in _REACTIONS or (k == i - 1 and stem in _STOPS)

    def _is_main_verb(self, k: int, joined: bool) -> bool:
        """Whether a verb at `k` parts what stands after it from what stands before; not a present verb that another is
        `joined` to."""
        word = self.doc.words[k]
        return bool(word.tense and self.doc.flags[k] & _VERBS) and not (joined and word.tense == "present")

    def _negated(self, status: str, k: int) -> str:
        """What a word of plan or doubt at `k` gives after a negation: who does not plan it will not do it, who does not
        exclude it may."""
        if status != "denied":
            return "denied"
        if any(fold(w.form) in _EXCLUSION for s in self.doc.senses[k] for w in s.lemma.status):
            return "possible"
        return "planned" if self.doc.folded[k - 1].endswith("لن") else "actual"

    def _may_be_present(self, i: int, noun: bool) -> bool:
        """Whether the verb at `i` after قد is in the present; a support verb by the sense in which it is one."""
        senses = self.doc.senses[i]
        light = [s for s in senses if s.lemma.light and s.feature.tense] if noun or self.doc.flags[i] & LIGHT else []
        return any(s.feature.tense == "present" for s in light) or self.doc.words[i].tense == "present"

    def _negation(self, k: int, i: int, noun: bool) -> str:
        doc = self.doc
        word = doc.words[k]
        if word.folded == "ما" or (k + 1 < doc.size and doc.folded[k + 1] in _CONTINUING):
            return "actual"
        if word.split.stem in _NOUN_NEGATION:
            return "denied" if k == i - 1 else "actual"
        if noun:
            return "denied" if word.split.stem in {"ليس", "ليست", "لا"} and k == i - 1 else "actual"
        return "denied" if i - k <= 2 else "actual"

    def _denies_past(self, i: int) -> bool:
        """Whether ما at the head of a sentence denies a past verb: `ما زار الرئيس` does, `ما قاله الرئيس` does not."""
        doc = self.doc
        if doc.folded[i - 1] not in {"ما", "وما"} or doc.words[i].tense != "past" or doc.words[i].split.pronoun:
            return False
        return any(start == i - 1 for start, _ in doc.sentences)

    def _word(self, k: int, i: int, noun: bool, owned: bool) -> str:
        """The status that a word of plan or doubt at `k` gives the event at `i`, if its scope holds it."""
        doc = self.doc
        if doc.is_class(doc.unit_end[k], "dem") and doc.unit_end[k] < i:  # `بدلا من ذلك` takes the place of a noun
            return ""
        for sense in doc.senses[k]:
            if sense.feature.tense and (not self._is_told(k, sense) or (doc.flags[k] & CUE and not sense.lemma.cues)):
                continue
            for word in sense.lemma.status:
                if owned and word.form.startswith(_REFUSAL):
                    continue
                if word.scope == "noun" and not noun and sense.lemma.kind == "noun":
                    continue
                near = i - doc.unit_end[k] <= (1 if noun else 2) or (noun and self._is_round(doc.unit_end[k], i))
                governed = any("that" in doc.words[m].classes for m in range(doc.unit_end[k] - 1, i)) or (
                    i - k <= 4 and (doc.words[i].split.preposition in {"ل", "ب"} or doc.is_class(i - 1, "prep"))
                )
                if near or (word.scope == "clause" and governed):
                    return word.status
        return ""

    def _is_told(self, k: int, sense: Sense) -> bool:
        """Whether a verb of plan or doubt at `k` is one by its form: of others, or of us if no noun is spelled so."""
        if sense.feature.person == 1 and sense.feature.number == "p":
            return all(s.feature.tense for s in self.doc.senses[k])
        return sense.feature.person == 3

    def _is_round(self, k: int, i: int) -> bool:
        """`قبل بدء | جولة جديدة من | محادثات`: only "a round of" stands between."""
        return self.doc.folded[k] in _ROUNDS and i - k <= 4 and self.doc.folded[i - 1] in {"من", self.doc.folded[k]}

    def _right(self, draft: EventDraft) -> str:
        """An adjective of plan or doubt after an event noun: زيارة **مرتقبة**."""
        doc = self.doc
        if was_only_planned(doc, self.args, draft.j):
            return "planned"
        for k in range(draft.j, min(draft.j + 4, doc.size)):
            if doc.is_sign(k, _PAUSES) or doc.words[k].classes & _AFTER_NOUN:
                return "actual"
            if not doc.flags[k] & STATUS or doc.words[k].tense:
                continue
            for sense in doc.senses[k]:
                for word in sense.lemma.status:
                    fits = word.adjective and word.scope == "noun" and not sense.split.preposition
                    if fits and sense.split.article == draft.definite:
                        return word.status
        return "actual"

    def _conditional(self, i: int, start: int) -> bool:
        """Whether the clause of token `i` stands under إذا or لو, or under في حال."""
        words = self.doc.words
        for k in range(i - 1, max(start, i - 14) - 1, -1):
            word = words[k]
            if word.is_pause:
                return False
            if "cond" in word.classes and word.split.stem != "ان":
                return True
            if word.folded in _CASE and i - k <= _REACH and self.doc.is_class(k - 1, "prep"):
                return True
        return False

    def _is_consequence(self, i: int, start: int) -> bool:
        """`إذا انسحبت إيران، ستعيد بريطانيا العقوبات`: whether the sentence of a verb opens with a condition."""
        doc = self.doc
        if not any(doc.is_sign(k, _PAUSES) or doc.words[k].split.conjunction == "ف" for k in range(start + 2, i + 1)):
            return False
        first = start + 1 if doc.words[start].folded == "و" else start
        condition = "cond" in doc.words[first].classes and doc.words[first].split.stem != "ان"
        return condition or any(fold(w.form) in _CONDITIONS for s in doc.senses[first] for w in s.lemma.status)

    def _is_invited(self, draft: EventDraft, earlier: EventDraft) -> bool:
        """`قبل بوتين دعوة رئيس الوزراء لزيارة الهند`: a meeting that an invitation before it is for."""
        asked = earlier.sense.type == "REQUEST" and not earlier.verb and 0 < draft.i - earlier.j < _INVITING
        return asked and draft.sense.type == "CONSULT" and self.doc.words[draft.i].split.preposition == "ل"

    def _goes_on(self, draft: EventDraft, earlier: EventDraft) -> bool:
        """`سيزور … ويلتقي`: a present verb joined to a planned one is planned too."""
        word = self.doc.words[draft.i]
        return (
            draft.verb and word.tense == "present" and bool(word.split.conjunction)
            and earlier.verb and earlier.status in {"planned", "possible"} and draft.i - earlier.i < 16
        )  # fmt: skip


def is_answered(doc: Document, i: int) -> bool:
    """`تعهدت إيران بالرد على اغتيال`, `وقف قصف حلب`: whether the noun at `i` names what somebody answers or asks to
    end, and so what has happened."""
    if i and doc.split(i - 1).stem in _STOPS:
        return True
    k = i - 1 if doc.is_class(i - 1, "prep") else i
    return k > 0 and doc.split(k - 1).stem in _REACTIONS


def _stronger(a: str, b: str) -> str:
    return a if _RANK[a] >= _RANK[b] else b


def _is_owned(draft: EventDraft) -> bool:
    """Whether an event noun names its own doer."""
    return not draft.verb and any(rule in draft.why for rule in ("adj=A", "gen=A", f"{AGENTIVE}=A"))
