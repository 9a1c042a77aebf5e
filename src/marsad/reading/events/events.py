"""Events: who did what to whom, from the frames of verbs and nouns, support verbs and verbal acts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from marsad.lexicon.entries import EventSense
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, Sense
from marsad.reading.document import Document
from marsad.reading.events.carriedsubjects import CarriedSubjects
from marsad.reading.events.clauses import About
from marsad.reading.events.drafts import EventDraft, is_whole
from marsad.reading.events.implied import Implied
from marsad.reading.events.judgements import Judgements
from marsad.reading.events.namedacts import NamedActs
from marsad.reading.events.negation import is_negated
from marsad.reading.events.nounheads import is_part
from marsad.reading.events.phrases import Phrases, says_of_subject
from marsad.reading.events.sides import sides_of
from marsad.reading.events.supportverbs import UNSUPPORTED, Support, SupportVerbs
from marsad.reading.events.verbalacts import VerbalActs, is_promise, performed_by
from marsad.reading.events.verbornoun import VerbOrNoun
from marsad.reading.events.voices import Voices
from marsad.reading.frames.matcher import Filled, FrameMatcher
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft

_OF_VERB = frozenset({"verb", "participle"})


class Events:
    """Reads the events of one document, after its statements."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft]) -> None:
        self.doc, self.args, self.registry = doc, args, registry
        self.by_cue: dict[int, Draft] = {}
        for draft in drafts:
            self.by_cue.setdefault(draft.cue[0], draft)
        self.found: list[EventDraft] = []
        self.consumed: set[int] = set()
        self.matcher = FrameMatcher(doc, args)
        self.voices = Voices(doc, args, registry, drafts)
        self.implied = Implied(doc, args, registry, drafts, self.matcher)
        self.subjects = CarriedSubjects(doc, args, self.voices, self.implied.clauses)
        self.verb_or_noun = VerbOrNoun(doc, args, self.implied.doers, self.subjects, self.found)
        self.named_acts = NamedActs(doc, args, registry)
        self.verbal_acts = VerbalActs(doc, args, registry, self.named_acts, self.implied.partners)
        self.judgements = Judgements(doc, args, registry, drafts, self.voices)
        self.phrases = Phrases(doc, args, registry, self.matcher, self.voices, self.subjects, self.implied.clauses)
        self.support_verbs = SupportVerbs(doc, args, self.matcher, self.voices, self.subjects, self.consumed)

    def read(self) -> list[EventDraft]:
        """All event drafts in text order, not yet merged."""
        doc = self.doc
        words, flags, acts, by_cue = doc.words, doc.flags, doc.acts, self.by_cue
        for number, (start, stop) in enumerate(doc.sentences):
            self.subjects.begin_sentence()
            if not self._has_actors(start, stop):
                self._mentions_only(start, stop, number)
                continue
            for i in acts[bisect_left(acts, start) : bisect_left(acts, stop)]:
                flag = flags[i]
                draft = by_cue.get(i)
                if flag & (CUE | LIGHT) and words[i].tense:
                    self.subjects.note(i, start, stop, draft)
                if draft is not None and (cue := performed_by(draft)) is not None:
                    act = self.verbal_acts.act(draft, cue, i, number)
                    if act is not None:
                        (self.phrases.general if is_promise(cue) else self.found).append(act)
                elif flag & EVENT and self._is_free(i):
                    self._word(i, start, stop, number)
            self.phrases.tell_general(self.found)
            self.found += self.judgements.read(start, stop, number)
        return sorted(self.found, key=lambda event: event.i)

    def _is_free(self, i: int) -> bool:
        """Whether an event word is no part of a date, a name, a source or another event."""
        doc = self.doc
        if i in doc.blocked or i in self.consumed or i in doc.dated or is_part(doc, i):
            return False
        chunk = self.args.at[i]
        return (chunk is None or chunk.adjectival) and not self._names_source(i)

    def _has_actors(self, start: int, stop: int) -> bool:
        """Whether a sentence names anybody, or reports words."""
        return any(self.args.at[start:stop]) or any(start <= k < stop for k in self.by_cue)

    def _mentions_only(self, start: int, stop: int, number: int) -> None:
        """In a sentence that names nobody, an event word can only point back at an act told before, be the name of an
        act, or tell one that stands alone."""
        acts = self.doc.acts
        for i in acts[bisect_left(acts, start) : bisect_left(acts, stop)]:
            if not self.doc.flags[i] & EVENT or i in self.doc.blocked:
                continue
            named = any(e.actors for s in self.doc.senses[i] if s.lemma.kind == "phrase" for e in s.lemma.events)
            alone = any(e.stands_alone for s in self.doc.senses[i] for e in s.lemma.events)
            if named or alone or (self.found and self.doc.split(i).article):
                self._word(i, start, stop, number)

    def _names_source(self, i: int) -> bool:
        """`وفقا ل`, `بحسب` name a source, whatever else they are spelled like."""
        if not self.doc.flags[i] & CUE:
            return False
        return any(s.lemma.kind == "phrase" and s.lemma.cues for s in self.doc.senses[i])

    def _word(self, i: int, start: int, stop: int, number: int) -> None:
        """Read the event word at token `i` by the sense whose frame fits best."""
        best = self._best(i, start, stop)
        if best is None:
            return
        sense, filled = best
        is_verb = sense.lemma.kind == "verb"
        support = UNSUPPORTED if is_verb else self.support_verbs.support(i, sense, filled, start, stop)
        self._keep(i, sense, filled, number, support)
        if is_verb and filled.actors:
            self.subjects.remember(filled.actors[0])

    def _best(self, i: int, start: int, stop: int) -> tuple[Sense, Filled] | None:
        best: tuple[Sense, Filled] | None = None
        possible = self._possible(i, stop)
        first = next(possible, None)
        if first is None:
            return None
        senses = self.doc.senses[i]
        kinds = {s.lemma.kind for s in senses if s.lemma.events} if len(senses) > 1 else {senses[0].lemma.kind}
        noun_only = "verb" in kinds and "noun" in kinds and self.verb_or_noun.is_noun(i)
        no_verb = noun_only or self.verb_or_noun.under_preposition(i)
        verb_only = "verb" in kinds and i > start and self.doc.is_class(i - 1, "rel")
        for sense, event in chain((first,), possible):
            kind = sense.lemma.kind
            if (no_verb and kind in _OF_VERB) or (verb_only and kind == "noun"):
                continue
            if kind == "participle" and self.verb_or_noun.is_verbal_noun(i):
                continue
            if event.negated and not is_negated(self.doc, i):
                continue
            filled = self._match(i, sense, event, start, stop)
            if filled is None:
                continue
            filled.score += 3.0 * event.negated
            if event.actors:
                filled.score += 1.0
            if kind == "verb":
                filled.score -= 0.5 * filled.missing
            if best is None or filled.score > best[1].score:
                best = sense, filled
        return best

    def _possible(self, i: int, stop: int) -> Iterator[tuple[Sense, EventSense]]:
        """The frames of the event word at token `i` whose required words stand near; any frame as long as a verb before
        waits for its subject, since the next verb settles that, whatever it tells itself."""
        for sense in self.doc.senses[i]:
            for event in sense.lemma.events:
                if not event.wording or self.subjects.waits or self.matcher.filler.may_begin(i, event, stop):
                    yield sense, event

    def _match(self, i: int, sense: Sense, event: EventSense, start: int, stop: int) -> Filled | None:
        split = sense.split
        if sense.lemma.kind == "verb":
            return self._match_verb(i, sense, event, start, stop)
        if sense.lemma.kind == "participle":
            if split.article or split.preposition or split.pronoun or not self.doc.folded[i].endswith(("ا", "ه")):
                return None
            return self.matcher.verb(i, sense, event, start, stop, self.subjects.so_far(i))
        if event.phrase:
            return self.phrases.match(i, sense, event, start, stop)
        return self.matcher.noun(i, sense, event, stop, self.voices.speaker(i) if split.pronoun else None)

    def _match_verb(self, i: int, sense: Sense, event: EventSense, start: int, stop: int) -> Filled | None:
        if sense.feature.person == 1:
            speaker = self.voices.first_person(i, sense)
            return self.matcher.verb(i, sense, event, start, stop, speaker) if speaker is not None else None
        if sense.feature.person != 3 or self.verb_or_noun.is_accusative(i, sense):
            return None
        speaker = self.voices.speaker(i) if sense.split.pronoun in {"ني", "ي"} else None
        return self.matcher.verb(i, sense, event, start, stop, self.subjects.carried(i, sense), speaker)

    def _is_another_deed(self, k: int, event: EventSense) -> bool:
        """`فرقت الشرطة مظاهرة`: a required word may be an act of its own, which somebody else does."""
        of_protest = any(e.type == "PROTEST" for s in self.doc.senses[k] for e in s.lemma.events)
        return event.type == "ASSAULT" and of_protest

    def _keep(self, i: int, sense: Sense, filled: Filled, number: int, support: Support) -> None:
        """Make the event draft, with the parties that its name or its clause tells."""
        event = filled.sense
        actors, recipients, place = sides_of(filled, sense, self.registry)
        purpose, effect = -1, support.effect
        if event.actors and len({*actors, *recipients}) < 2:
            actors, recipients = self.named_acts.parties(event)
        else:
            about = About(i, sense, filled, actors, recipients, place, self.subjects.so_far(i), self.found, number)
            self.implied.complete(about, lambda: self.subjects.begins_clause(i, sense))
            purpose, effect = about.purpose, support.effect or about.effect
        agreement = self.named_acts.agreement(filled.consumed) if event.wording else None
        if agreement is not None:
            filled.rules.append(f"of {agreement.id}")
            if event.mode == "withdraw" and actors and not recipients:
                recipients = self.named_acts.left(agreement, actors)
        pronoun = sense.split.pronoun if sense.lemma.kind == "noun" else ""
        draft = EventDraft(
            event, i, max(filled.end, self.doc.unit_end[i]), actors, recipients, number,
            sense.split.article or bool(pronoun), filled.mutual, place, effect, sense.lemma.key,
            filled.score, why=(f"frame {event.id}", *filled.rules), pronoun=pronoun,
            verb=sense.lemma.kind in _OF_VERB or says_of_subject(event),
            tense=sense.feature.tense or support.tense, light=support.at,
            missing=filled.missing, passive=filled.passive,
            plural=any(c.number == "p" and c.head == "group" for c in filled.actors), purpose=purpose,
        )  # fmt: skip
        if event.negated and (said := self.voices.innermost(i)) is not None and set(said.speakers) & set(actors):
            draft.statement = said  # `قال إنه لن يستجيب`: saying so is the refusal
        if event.general:
            self.phrases.general.append(draft)
            return
        if is_whole(draft):
            self.consumed |= {k for k in filled.consumed if k != purpose and not self._is_another_deed(k, event)}
        self.found.append(draft)
