"""Which of the times in a sentence holds for which event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from marsad.lexicon.lexicon import CUE, LIGHT
from marsad.reading.cuewords import cues
from marsad.reading.dating.times import TimeMention, Times
from marsad.reading.document import ENDERS, Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.statements.drafts import Draft

_FARTHEST = 24
"""How many words may stand between an event and its time."""
_BESIDE = 6
"""How many words after an event that another is told by (بعد زيارة …) its own time may stand."""
_BRIEF, _LASTING = 4, 9
"""How many words after something told the منذ of a time may stand, and after a verb that tells what goes on."""
_NAMED = 7
"""How many words may name those who are spoken of before the time of saying."""
_FEMININE = ("ه", "ات")
"""Endings of feminine nouns, as folded."""
_COMMA = frozenset({"،", ",", "؛", ";"})


class TimeAttacher:
    """Finds the times of events and of statements in the sentences of one document."""

    def __init__(self, doc: Document, args: Arguments, times: Times, drafts: list[Draft]) -> None:
        self.doc, self.args, self.times, self.drafts = doc, args, times, drafts

    def of_event(self, event: EventDraft, start: int, stop: int) -> TimeMention | None:
        """The time of an event in its sentence: of a verbal act one outside its content, of what is told one inside."""
        if event.statement is not None:
            return self.of_statement(event.statement, event.i, start, stop)
        inner = next((d for d in reversed(self.drafts) if d.content[0] <= event.i < d.content[1]), None)
        inside = (lambda t: inner.content[0] <= t.i < inner.content[1]) if inner else None
        return self._nearest(event, start, stop, inside)

    def of_statement(self, draft: Draft, i: int, start: int, stop: int) -> TimeMention | None:
        """When something was said, told outside all that is said there."""
        outside = [t for t in self._in_sentence(start, stop) if self._is_of_telling(t, draft, i)]
        return self._closest([t for t in outside if self._reaches(t, i, True, start, draft.speakers)], i)

    def _is_of_telling(self, time: TimeMention, draft: Draft, i: int) -> bool:
        """Whether a time stands in no content but those that hold the cue at `i` too."""
        holding = [d for d in self.drafts if d.content[0] <= time.i < d.content[1]]
        return all(self._is_of_saying(d, time) if d is draft else d.content[0] <= i < d.content[1] for d in holding)

    def _is_of_saying(self, draft: Draft, time: TimeMention) -> bool:
        """Whether a time right after those spoken of tells when it was said: انتقدت الإمارات الاتحاد الأوروبي اليوم."""
        first = draft.content[0]
        if draft.how == "direct" or time.expression.kind not in ("day", "weekday"):
            return False
        if "that" in self.doc.words[first - 1].classes:
            return False
        return 0 < time.i - first <= _NAMED and all(self.args.at[k] is not None for k in range(first, time.i))

    def _in_sentence(self, start: int, stop: int) -> list[TimeMention]:
        return [t for t in self.times.resolved if start <= t.i < stop]

    def _nearest(
        self, event: EventDraft, start: int, stop: int, allowed: Callable[[TimeMention], bool] | None
    ) -> TimeMention | None:
        """The nearest time in the sentence that can hold for the event."""
        times = [t for t in self._in_sentence(start, stop) if allowed is None or allowed(t)]
        return self._closest([t for t in times if self._holds(t, event, start)], event.i)

    def _holds(self, time: TimeMention, event: EventDraft, start: int) -> bool:
        carried = 0 <= event.light < time.i < event.i  # `تمكنت في 2011 من اعتقال`: the time stands at its support verb
        i = event.light if carried else event.i
        if not self._fits_status(time, event) or not self._reaches(time, i, event.verb or carried, start, event.actors):
            return False
        if event.verb:
            return not any(self._takes(k) for k in range(event.j, time.i))
        return self._holds_for_noun_before(time, event) if time.i > event.i else self._holds_for_noun_after(time, event)

    def _fits_status(self, time: TimeMention, event: EventDraft) -> bool:
        """What is planned is not over, and what a past verb tells is not to come."""
        times, past = self.times, event.verb and event.tense == "past"
        if event.status == "planned":
            return not times.is_over(times.coming(time))
        if event.status != "actual":
            return True
        if time.is_next and not (event.verb and event.tense == "present"):
            return False
        return not (past and times.is_ahead(times.passed(time)))

    def _reaches(self, time: TimeMention, i: int, verb: bool, start: int, actors: Sequence[str]) -> bool:
        """Whether no other clause lies between a time and a word, or a bound of something that lasts."""
        since = self.times.since(time.i)
        if since is not None and time.j < i <= time.j + 2 and self.doc.folded[time.j] in cues("when"):
            return True  # `منذ 1998 عندما فجر`
        lasting = _LASTING if verb and self.doc.words[i].tense == "present" else _BRIEF
        if self.times.is_until(time.i) or (
            since is not None and not since < i < time.i and not 0 < time.i - i <= lasting
        ):
            return False
        low, high = min(i, time.j - 1), max(i, time.i)
        if high - low > _FARTHEST or any(self.doc.is_sign(k, ENDERS) for k in range(low + 1, high)):
            return False
        if not all(self._passes(k, time, i, verb, start) for k in range(low + 1, high) if self._opens_clause(k)):
            return False
        if verb and time.j <= i and self._in_earlier_clause(time, i):
            return False
        return self._outside_relative(time, i, verb, start, actors)

    def _in_earlier_clause(self, time: TimeMention, i: int) -> bool:
        """`في عام 2003 غزت العراق، وفي 2011 سحبت قواتها`: whether a time belongs to the verb of a clause that a comma
        ends before the verb at `i`."""
        comma = next((k for k in range(i - 1, time.j, -1) if self.doc.is_sign(k, _COMMA)), None)
        return comma is not None and any(self._is_finite(k) for k in range(time.j, comma))

    def _opens_clause(self, k: int) -> bool:
        word = self.doc.words[k]
        if not word.classes & {"sub", "that"}:
            return False
        return not (word.folded in cues("until") and k + 1 < self.doc.size and self.doc.folded[k + 1][:1].isdecimal())

    def _passes(self, k: int, time: TimeMention, i: int, verb: bool, start: int) -> bool:
        """Whether a time reaches over the word at `k` into the clause that it opens: from the head of a sentence into a
        plan (في مايو المقبل من المتوقع أن يزور), and into a clause that tells more of the same (حيث التقى).
        """
        doc = self.doc
        if time.i > k:
            return False
        if doc.folded[k] in cues("elaborate"):
            return verb or self._is_there(k, i)
        if not verb:
            return False
        fronted = time.i - start <= 2 and "that" in doc.words[k].classes
        return fronted and not any(doc.flags[m] & CUE and doc.words[m].tense for m in range(time.j, k))

    def _is_there(self, k: int, i: int) -> bool:
        """Whether a clause opened at `k` tells no more than that the noun at `i` was: حيث كان في استقباله."""
        return all("kana" in self.doc.words[m].classes for m in range(k + 1, i) if self._is_finite(m))

    def _outside_relative(self, time: TimeMention, i: int, verb: bool, start: int, actors: Sequence[str]) -> bool:
        """Whether neither the time nor the word stands in a relative clause without the other."""
        doc = self.doc
        if time.i > i:
            relative = next((k for k in range(time.i - 1, i, -1) if self._is_relative(k)), None)
            told = [] if relative is None else [k for k in range(relative + 1, time.i) if doc.words[k].tense == "past"]
            if relative is None or not told:
                return True
            return not verb and len(told) == 1 and self._describes(relative, i)
        if verb and any(self._is_relative(k) for k in range(max(time.j, i - 3), i)):
            return any(set(c.ents) & set(actors) for c in self.args.between(start, time.i))
        relative = next((k for k in range(time.i - 1, start - 1, -1) if self._is_relative(k)), None)
        return relative is None or not any(doc.words[k].tense == "past" for k in range(relative + 1, time.i))

    def _is_relative(self, k: int) -> bool:
        word = self.doc.words[k]
        return "rel" in word.classes and word.folded != "ما"

    def _describes(self, relative: int, i: int) -> bool:
        """Whether a relative pronoun may describe the noun at `i`: it agrees, and nothing but its phrase is between."""
        form = self.doc.split(i).stem
        if self.doc.folded[relative] not in (cues("which-feminine") if form.endswith(_FEMININE) else cues("which")):
            return False
        between = range(i + 1, relative)
        return not any(self._is_finite(k) or self.doc.is_sign(k, _COMMA) for k in between)

    def _holds_for_noun_before(self, time: TimeMention, event: EventDraft) -> bool:
        """Whether a later time holds for an event noun: no other verb takes it."""
        doc = self.doc
        if self._is_aside(event.i) and time.i - event.j > _BESIDE:
            return False
        described = any(self._is_relative(k) for k in range(event.j, time.i))
        if not described and self._is_governed(event) and not all(self._is_own(k) for k in range(event.j, time.i)):
            return False
        return not any(
            self._is_finite(k) and not doc.words[k].split.pronoun and not doc.flags[k] & LIGHT
            for k in range(event.j, time.i)
            if not any(self._is_relative(r) for r in range(event.j, k))
        )

    def _is_governed(self, event: EventDraft) -> bool:
        """Whether a verb that means more than that the event was stands right before it: احتلت زيارة أوباما الصفحات."""
        if event.light >= 0 or self.doc.split(event.i).preposition or self.doc.is_class(event.i - 1, "prep"):
            return False
        near = range(max(0, event.i - 3), event.i)
        return any(self._is_finite(k) and not self.doc.flags[k] & LIGHT for k in near)

    def _is_own(self, k: int) -> bool:
        """Whether the word at `k` can be part of an event's own phrase: an actor, a place, a preposition, a sign."""
        doc = self.doc
        return self.args.at[k] is not None or "prep" in doc.words[k].classes or not doc.folded[k].isalpha()

    def _holds_for_noun_after(self, time: TimeMention, event: EventDraft) -> bool:
        """Whether an earlier time holds for an event noun: it is what its support verb tells, or no verb is there."""
        doc = self.doc
        if doc.folded[event.i - 1] in cues("within"):
            return True
        opening = next((k for k in range(event.i - 1, time.j - 1, -1) if doc.folded[k] in cues("elaborate")), None)
        if opening is not None and self._is_there(opening, event.i):
            return True
        if self._is_aside(event.i):
            return False
        if event.light >= 0:
            return not event.effect and not self.doc.flags[event.light] & CUE
        return not any(self._is_finite(k) for k in range(max(0, time.i - 12), event.i))

    def _is_aside(self, i: int) -> bool:
        """Whether the noun at `i` only tells when or why something else was: بعد زيارة, بسبب العقوبات."""
        return any(self.doc.folded[k] in cues("aside") for k in range(max(0, i - 3), i))

    def _is_finite(self, k: int) -> bool:
        doc = self.doc
        if not doc.words[k].tense or doc.split(k).article or doc.split(k).preposition:
            return False
        before = doc.words[k - 1] if k else None
        if before is None or before.split.pronoun:
            return True
        return not before.classes & {"prep", "quant"} and before.folded not in cues("aside")

    def _takes(self, k: int) -> bool:
        """Whether the word at `k` is a verb of another clause, which takes the times after it."""
        if not self._is_finite(k) or self.doc.flags[k] & LIGHT or self.doc.words[k].split.pronoun:
            return False
        begins = self.doc.words[k].tense == "past" and not self.doc.split(k).conjunction
        return begins or bool(self.doc.flags[k] & CUE)

    def _closest(self, times: list[TimeMention], i: int) -> TimeMention | None:
        """The nearest of some times to token `i`, one in its own clause before one that a pause parts from it."""
        right = next((t for t in times if t.i > i), None)
        left = next((t for t in reversed(times) if t.i < i), None)
        if right and left:
            parted = any(self.doc.is_sign(k, _COMMA) for k in range(left.j, i))
            return right if parted or right.i - i <= i - left.i else left
        return right or left
