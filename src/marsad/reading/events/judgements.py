"""Praise and blame in a speaker's words: `السياسة العدائية لإيران`, `الصين شريك موثوق`; and what they say that another
must do: `على الحكومة أن تنسحب`. Both are acts of the speaker towards whom they judge or bind (PLOVER: ACCUSE, SUPPORT,
REQUEST)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from marsad.lexicon.entries import EventSense, Judgement
from marsad.lexicon.lexicon import EVENT, Sense
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.events.voices import Voices
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import report_words
from marsad.reading.statements.drafts import Draft

_THAT = report_words("that-to-do")
_QUOTES = OPENERS | CLOSERS | TOGGLES
_MUST = report_words("must")
_OF_MAKER = frozenset({"من", "ل"})
_REACH = 8
_BESIDE_PREDICATE = frozenset({"pron", "kana", "adv", "quant", "qad"})
_BACK = ("ها", "ه")
_OF_STATES = frozenset({"ه", "ها", "هما"})
_ASIDE = frozenset({"rel", "cond", "neg"})
_MODES = {"ACCUSE": "disapprove", "REQUEST": "change", "SUPPORT": ""}


class Judgements:
    """Reads what the speakers of one document think of others, and ask of them."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft], voices: Voices) -> None:
        self.doc, self.args, self.registry, self.drafts, self.voices = doc, args, registry, drafts, voices
        outlet = registry.lexicon.actors.get(registry.outlet or "")
        self._home = outlet.country if outlet is not None else None
        self._made: set[tuple[int, str, str]] = set()
        self._told_in = self._by_sentence()

    def read(self, start: int, stop: int, number: int) -> Iterator[EventDraft]:
        """The acts of judgement in the sentence `number`, the tokens `start` to `stop`, one for each statement and
        whom it judges."""
        judged = self.doc.judged
        for i in judged[bisect_left(judged, start) : bisect_left(judged, stop)]:
            yield from self._judgement(i, start, stop, number)
        for draft in self._told_in.get(number, ()):
            yield from self._duties(draft, start, stop, number)

    def _by_sentence(self) -> dict[int, list[Draft]]:
        """The statements whose content reaches into each sentence, by its number."""
        sentences = self.doc.sentences
        found: dict[int, list[Draft]] = {}
        for draft in self.drafts:
            number = max(bisect_left(sentences, (draft.content[0] + 1,)) - 1, 0)
            while number < len(sentences) and sentences[number][0] < draft.content[1]:
                if sentences[number][1] > draft.content[0]:
                    found.setdefault(number, []).append(draft)
                number += 1
        return found

    def _judgement(self, i: int, start: int, stop: int, number: int) -> Iterator[EventDraft]:
        doc = self.doc
        draft = self.voices.innermost(i)
        if draft is None or i in doc.blocked or doc.is_class(i - 1, "neg"):
            return
        for sense in doc.senses[i]:
            judgement = sense.lemma.judgement
            target = self._target(i, sense, judgement, draft, start, stop) if judgement is not None else None
            if judgement is not None and target is not None:
                yield from self._act(judgement.type, draft, target, i, doc.unit_end[i], number)
                return

    def _target(self, i: int, sense: Sense, judgement: Judgement, draft: Draft, start: int, stop: int) -> Chunk | None:
        if judgement.stands == "adjective":
            return self._owner_before(i) or self._owner_after(i)
        if judgement.stands == "noun":
            return self._owner(i, sense)
        if judgement.stands == "predicate":
            return self._subject_of_predicate(i, max(draft.content[0], start))
        if sense.feature.person != 3 or not self._is_main(i, max(draft.content[0], start)):
            return None
        subject = self.args.subject(i, sense.feature, max(draft.content[0], start), stop, bool(sense.split.conjunction))
        return subject if isinstance(subject, Chunk) else None

    def _is_main(self, i: int, first: int) -> bool:
        """Whether a verb is what is said, not what only describes (`الأمر الذي ظلت تتلكأ فيه`) or asks or supposes."""
        for k in range(i - 1, max(first, i - 8) - 1, -1):
            classes = self.doc.words[k].classes
            if classes & _ASIDE:
                return False
            if "that" in classes:
                return True
        return i - first < 8

    def _owner_before(self, i: int) -> Chunk | None:
        """`سياسات إيران العدائية`, `السياسة الإيرانية العدائية`, `سياساتها العدائية`: whose is what an adjective
        describes."""
        before = self.args.at[i - 1]
        if before is not None:
            return before if before.adjectival or (before.over and before.over_start >= i - 4) else None
        pronoun = self.doc.words[i - 1].split.pronoun
        if pronoun not in _OF_STATES or self.doc.words[i - 1].tense or self.doc.is_class(i - 1, "prep"):
            return None
        return self.args.antecedent(i - 1, pronoun)

    def _owner_after(self, i: int) -> Chunk | None:
        """`السياسة العدائية الإيرانية`, `العمل الاستفزازي لتركيا`, `السياسة العدائية التي تنتهجها إيران`."""
        doc, k = self.doc, self.doc.unit_end[i]
        if self.args.at[i - 1] is not None:
            return None  # `الجيش الهمجي`: the noun is itself somebody
        if doc.is_class(k, "rel") and k + 2 < doc.size and doc.folded[k + 1].endswith(_BACK):
            doer = self.args.at[k + 2]
            return doer if doer is not None and doer.i == k + 2 and not doer.prep else None
        at = self.args.at[k] or (self.args.at[k + 1] if doc.is_class(k, "prep") else None)
        if at is None or at.i not in {k, k + 1}:
            return None
        made = at.prep == "من" or ((at.prep == "ل" or at.of_prep == "ل") and self.doc.words[i].split.article)
        return at if at.adjectival or made else None

    def _owner(self, i: int, sense: Sense) -> Chunk | None:
        """`غطرسة إسرائيل`, `الاستفزازات الأمريكية`, `استفزازات متكررة من تركيا`, `غطرستها`."""
        doc, k = self.doc, self.doc.unit_end[i]
        if sense.split.pronoun:
            return self.args.antecedent(i, sense.split.pronoun) if sense.split.pronoun in _OF_STATES else None
        at = self.args.at[k] if k < doc.size else None
        if at is not None and at.i == k and (at.adjectival or at.over_start == i or at.prep in _OF_MAKER):
            return at
        for m in range(k, min(k + 4, doc.size)):
            if doc.words[m].clause_break:
                return None
            chunk = self.args.at[m]
            if chunk is not None:
                return chunk if chunk.prep == "من" or (chunk.adjectival and m == k) else None
        return None

    def _subject_of_predicate(self, i: int, start: int) -> Chunk | None:
        """`الصين شريك موثوق`, `إن إيران هي رأس الأفعى`, `اعتبر الاتحاد حجر الزاوية`: the noun phrase right before."""
        doc = self.doc
        k = i - 1
        while k >= start and i - k < _REACH:
            chunk = self.args.at[k]
            if chunk is not None:
                return chunk if self.args.is_bare(chunk) else None
            word = doc.words[k]
            if "that" in word.classes and word.split.pronoun:
                return self.voices.meant_by(word.split.pronoun, i)
            if not (word.classes & _BESIDE_PREDICATE or doc.is_sign(k, _QUOTES)):
                return None
            k -= 1
        return None

    def _duties(self, draft: Draft, start: int, stop: int, number: int) -> Iterator[EventDraft]:
        """`على الحكومة أن تنسحب`, `يجب على إسرائيل وقف`: whom the speaker binds to do something."""
        first, last = max(draft.content[0], start), min(draft.content[1], stop)
        for chunk in self.args.between(first, last):
            if chunk.prep not in {"علي", ""} or self.voices.innermost(chunk.i) is not draft:
                continue
            at = self._bound(chunk, first)
            if at >= 0:
                yield from self._act("REQUEST", draft, chunk, at, chunk.j if chunk.prep else at + 1, number)

    def _bound(self, chunk: Chunk, first: int) -> int:
        """The token where a duty of a noun phrase is told, -1 if none is."""
        doc = self.doc
        following = self.args.coordinated(chunk)[-1].j
        bound = doc.is_class(following, "that") and doc.folded[following] in _THAT
        if chunk.prep == "علي":
            k = chunk.i - 1
            if k - 1 >= first and self._binds(k - 1):
                return k - 1
            acts = bound or (following < doc.size and doc.flags[following] & EVENT and not doc.words[following].tense)
            return k if acts and (k <= first or self._opens(k - 1)) else -1
        if following < doc.size and self._binds(following):
            return following if self.args.is_bare(chunk) else -1
        return -1

    def _binds(self, k: int) -> bool:
        """Whether token `k` says that somebody must."""
        return self.doc.folded[k].lstrip("وف") in _MUST and not self.doc.is_class(k - 1, "neg")

    def _opens(self, k: int) -> bool:
        """Whether a clause begins after token `k`."""
        return self.doc.words[k].clause_break or self.doc.words[k].is_quote or self.doc.is_class(k, "kana")

    def _act(self, type_: str, draft: Draft, target: Chunk, i: int, j: int, number: int) -> Iterator[EventDraft]:
        """The act of a statement towards whom it judges, once; nobody judges himself or his own state."""
        speakers = [s for s in draft.speakers if not s.startswith("media:")]
        own = {self.registry.country(s) or self._home for s in speakers} | set(speakers)
        recipients = [e for t in self.args.coordinated(target) for e in t.ents]
        apart = [e for e in dict.fromkeys(recipients) if e not in own and self._may_be_judged(e, own)]
        key = (draft.content[0], type_, self.registry.country(apart[0]) or apart[0]) if apart else None
        cue = draft.cue_entry
        if key is None or not speakers or key in self._made or (cue is not None and cue.event == type_):
            return
        self._made.add(key)
        sense = EventSense(f"{type_.lower()}.judgement", type_, _MODES[type_], (), (), "", False, False)
        yield EventDraft(
            sense, i, j, speakers, apart, number, False, False,
            lemma="", score=1.0, statement=draft, why=("judgement in a speaker's words",), verb=True, judged=True,
        )  # fmt: skip

    def _may_be_judged(self, entity: str, own: set[str | None]) -> bool:
        country = self.registry.country(entity)
        return country not in own if country else entity.startswith(("org:", "bloc:"))
