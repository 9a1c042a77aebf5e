"""Events: who did what to whom, from the frames of verbs and nouns, support verbs and verbal acts."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from marsad.lexicon.entries import EventSense, Group
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, Sense
from marsad.reading.arguments import Arguments
from marsad.reading.chunks import Chunk
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.drafts import Draft
from marsad.reading.eventdrafts import EventDraft, is_whole
from marsad.reading.frames import Filled, FrameMatcher
from marsad.reading.implied import About, Implied
from marsad.reading.registry import Registry
from marsad.records import SYMMETRIC_TYPES

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COMMA = frozenset({"،", ","})
_PAUSES = frozenset({"،", ".", "\n"})
_OPENING = frozenset({"that", "sub"})
_BEFORE_NOUN = frozenset({"prep", "quant"})
_ADVERBIAL = frozenset({"prep", "dem", "adv", "quant", "sub"})
_PLACED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "CONSULT", "SANCTION", "AID", "PROTEST"})
_NEEDS_ACTOR = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE"})
_DONE_BY_SUBJECT = frozenset({"SANCTION", "COOPERATE", "AID", "SUPPORT", "REJECT", "REQUEST", "CONCEDE"})


_PEOPLE = Group("people", "people", "CVL", ("victim",))


class Events:
    """Reads the events of one document, after its statements."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft]) -> None:
        self.doc, self.args, self.registry, self.drafts = doc, args, registry, drafts
        self.matcher = FrameMatcher(doc, args)
        self.by_cue: dict[int, Draft] = {}
        for draft in drafts:
            self.by_cue.setdefault(draft.cue[0], draft)
        self.found: list[EventDraft] = []
        self.consumed: set[int] = set()
        self._last_subject: Chunk | None = None
        self._noted: tuple[int, int, int, Draft | None] | None = None
        self.last_report: Draft | None = None
        self.implied = Implied(doc, args, registry, drafts)
        self._light_at = -1
        self._carried_to: tuple[tuple[int, int], Chunk | None] = (-1, -1), None

    def read(self) -> list[EventDraft]:
        """All event drafts in text order, not yet merged."""
        doc = self.doc
        words, flags, acts, blocked, by_cue = doc.words, doc.flags, doc.acts, doc.blocked, self.by_cue
        for number, (start, stop) in enumerate(doc.sentences):
            self._last_subject = self._noted = None
            if not self._has_actors(start, stop):
                self._mentions_only(start, stop, number)
                continue
            for i in acts[bisect_left(acts, start) : bisect_left(acts, stop)]:
                flag = flags[i]
                draft = by_cue.get(i)
                if flag & (CUE | LIGHT) and words[i].tense:
                    self._noted = (i, start, stop, draft)
                if draft is not None and draft.cue_entry is not None and self._performs(draft):
                    self._act(draft, i, start, stop, number)
                elif (
                    flag & EVENT
                    and i not in blocked
                    and i not in self.consumed
                    and i not in doc.dated
                    and self._outside(i)
                    and not self._names_source(i)
                ):
                    self._word(i, start, stop, number)
        return self.found

    def _has_actors(self, start: int, stop: int) -> bool:
        """Whether a sentence names anybody, or reports words."""
        return any(self.args.at[start:stop]) or any(start <= k < stop for k in self.by_cue)

    def _mentions_only(self, start: int, stop: int, number: int) -> None:
        """In a sentence that names nobody, an event word can only point back at an act told before, or be the name of
        an act."""
        acts = self.doc.acts
        for i in acts[bisect_left(acts, start) : bisect_left(acts, stop)]:
            if not self.doc.flags[i] & EVENT or i in self.doc.blocked:
                continue
            named = any(e.actors for s in self.doc.senses[i] if s.lemma.kind == "phrase" for e in s.lemma.events)
            if named or (self.found and self.doc.split(i).article):
                self._word(i, start, stop, number)

    @staticmethod
    def _performs(draft: Draft) -> bool:
        """Whether a report performs an act; a promise is the planned act in its content."""
        cue = draft.cue_entry
        return bool(cue and cue.event and not (cue.kind == "promise" and cue.event == "AGREE"))

    @property
    def last_subject(self) -> Chunk | None:
        """The subject of the last verb before the word that is being read."""
        if self._noted is not None:
            noted, self._noted = self._noted, None
            self._note_subject(*noted)
        return self._last_subject

    @last_subject.setter
    def last_subject(self, chunk: Chunk | None) -> None:
        self._noted = None
        self._last_subject = chunk

    def _note_subject(self, i: int, start: int, stop: int, draft: Draft | None) -> None:
        """Remember the subject of a reporting or support verb for the verbs joined to it."""
        if draft is not None:
            self.last_subject = Chunk(-1, -1, draft.speakers[0].split(":")[0], list(draft.speakers), "dropped")
            self.last_report = draft
            return
        sense = self.doc.senses[i][0]
        if not sense.feature.tense:
            return
        found = self.args.subject(i, sense.feature, start, stop, bool(sense.split.conjunction))
        if isinstance(found, Chunk):
            self.last_subject, self.last_report = found, None

    def _subject_so_far(self, i: int) -> Chunk | None:
        """The last verb's subject, unless it is a speaker and token `i` stands in the speaker's words."""
        subject = self.last_subject
        report = self.last_report
        if report is not None and report.content[0] <= i < report.content[1]:
            return None
        return subject

    def _names_source(self, i: int) -> bool:
        """`وفقا ل`, `بحسب` name a source, whatever else they are spelled like."""
        return any(s.lemma.kind == "phrase" and s.lemma.cues for s in self.doc.senses[i])

    def _outside(self, i: int) -> bool:
        chunk = self.args.at[i]
        return chunk is None or chunk.adjectival

    def _word(self, i: int, start: int, stop: int, number: int) -> None:
        best: tuple[float, Filled, Sense] | None = None
        kinds = {s.lemma.kind for s in self.doc.senses[i] if s.lemma.events}
        noun_only = "verb" in kinds and "noun" in kinds and self._is_noun_here(i)
        no_verb = noun_only or self._under_preposition(i)
        verb_only = "verb" in kinds and i > start and self.doc.is_class(i - 1, "rel")
        for sense in self.doc.senses[i]:
            if (no_verb and sense.lemma.kind in {"verb", "participle"}) or (verb_only and sense.lemma.kind == "noun"):
                continue
            for event in sense.lemma.events:
                filled = self._match(i, sense, event, start, stop)
                if filled is not None and event.actors:
                    filled.score += 1.0
                if filled is not None and (best is None or filled.score > best[0]):
                    best = (filled.score, filled, sense)
        if best is None:
            return
        _, filled, sense = best
        self._light_at = -1
        effect = self._support(i, sense, filled, start, stop) if sense.lemma.kind != "verb" else ""
        self._keep(i, sense, filled, number, effect)
        if sense.lemma.kind == "verb" and filled.actors:
            self.last_subject, self.last_report = filled.actors[0], None

    def _under_preposition(self, i: int) -> bool:
        """A finite verb never follows a preposition (`من أجل`, `في أعين`)."""
        before = self.doc.words[i - 1] if i else None
        return (
            before is not None and "prep" in before.classes and not before.split.pronoun and "rel" not in before.classes
        )

    def _is_noun_here(self, i: int) -> bool:
        """Whether a spelling of a verb and a noun (`قتل`, `دعم`) is the noun: under a preposition, or after a noun."""
        doc = self.doc
        if doc.is_class(i - 1, "rel"):
            return False
        if (
            doc.split(i).preposition
            or doc.split(i).article
            or (doc.split(i).pronoun in {"ه", "ها", "هم", "هما"} and not doc.words[i].tense)
        ):
            return True
        if i == 0:
            return False
        before = doc.words[i - 1]
        if not doc.split(i).conjunction and self._follows_subject(i):
            return True
        if doc.split(i).conjunction == "و" and self._goes_on_nouns(i):
            return True
        if (
            "that" in before.classes
            and not before.split.pronoun
            and doc.words[i].tense == "past"
            and not doc.split(i).conjunction
        ):
            return True
        if "that" in before.classes and before.split.pronoun:
            return False
        if (before.tense and doc.flags[i - 1] & LIGHT and not doc.split(i).conjunction) or self.implied.attempted_by(i):
            return True
        if before.classes & _BEFORE_NOUN and not before.split.pronoun:
            return True
        plain = before.folded.isalpha() and not before.classes and not before.tense and self.args.at[i - 1] is None
        return plain and not doc.split(i).conjunction and not before.folded.endswith("ا") and i - 1 not in doc.dated

    def _goes_on_nouns(self, i: int) -> bool:
        """`احتلال المدن وقتل المدنيين`: whether و joins a word before its genitive to a verbal noun."""
        earlier = self.found[-1] if self.found else None
        following = self.args.at[i + 1]
        if earlier is None or earlier.verb or earlier.j > i or i - earlier.j > 4 or earlier.mutual:
            return False
        if any(self.doc.words[k].clause_break or self.doc.is_class(k, "prep") for k in range(earlier.j, i)):
            return False
        return following is not None and following.i == i + 1 and not following.prep and following.head != "person"

    def _follows_subject(self, i: int) -> bool:
        """`أدان المجلس قصف غزة`: right after a verb and its subject stands its object, no second verb."""
        subject = self.args.at[i - 1]
        if subject is None or subject.adjectival or not self.args.is_bare(subject) or subject.i == 0:
            return False
        v = subject.i - 1
        return bool(
            self.doc.words[v].tense and self.doc.flags[v] & (CUE | LIGHT) and not self.doc.is_class(i - 1, "rel")
        )

    def _match(self, i: int, sense: Sense, event: EventSense, start: int, stop: int) -> Filled | None:
        kind = sense.lemma.kind
        if kind == "verb":
            if sense.feature.person == 1:
                return self._first_person(i, sense, event, start, stop)
            if sense.feature.person != 3 or self._is_accusative(i, sense):
                return None
            speaker = self._speaker(i) if sense.split.pronoun in {"ني", "ي"} else None
            return self.matcher.verb(i, sense, event, start, stop, self._carried(i, sense), speaker)
        if kind == "participle":
            split = sense.split
            if split.article or split.preposition or split.pronoun or not self.doc.folded[i].endswith(("ا", "ه")):
                return None
            return self.matcher.verb(i, sense, event, start, stop, self._subject_so_far(i))
        return self.matcher.noun(i, sense, event, stop, self._speaker(i) if sense.split.pronoun else None)

    def _is_accusative(self, i: int, sense: Sense) -> bool:
        """`حرقا`, `دعما`: a spelling of the past dual without two subjects is a noun in the accusative."""
        feature = sense.feature
        if feature.number != "d" or feature.tense != "past" or sense.split.pronoun:
            return False
        near = [c for c in (self.last_subject, *self.args.before(i, 12)) if c is not None]
        return not any(c.number == "d" or len(c.ents) == 2 or c.joined for c in near)

    def _carried(self, i: int, sense: Sense) -> Chunk | None:
        key = (i, id(sense))
        if self._carried_to[0] != key:
            self._carried_to = key, self._find_carried(i, sense)
        return self._carried_to[1]

    def _find_carried(self, i: int, sense: Sense) -> Chunk | None:
        """The subject of a verb that names none: the speaker after `أنه`, else the subject of the verb before it."""
        before = self.doc.words[self._before(i)] if i else None
        if before is not None and "that" in before.classes and before.split.pronoun:
            meant = self._meant_by(before.split.pronoun, i)
            if meant is not None:
                return meant
        if not self._begins_clause(i, sense):
            return None
        carried = self._subject_so_far(i)
        if carried is None and before is not None and "that" in before.classes:
            carried = self.implied.clause_subject(i)
        return carried if carried is not None and self.args.agrees(carried, sense.feature, True) else None

    def _meant_by(self, pronoun: str, i: int) -> Chunk | None:
        """Whom أنه or أنها means: the one accused, if the report accuses; the speaker, if the pronoun fits; else
        whoever fits before."""
        holding = [d for d in self.drafts if d.content[0] <= i < d.content[1]]
        if not holding:
            return None
        inner = max(holding, key=lambda d: d.content[0])
        if inner.cue_entry and inner.cue_entry.kind == "accuse" and inner.addressee:
            return Chunk(-1, -1, inner.addressee.split(":")[0], [inner.addressee], "pronoun")
        speaker = Chunk(-1, -1, inner.speakers[0].split(":")[0], list(inner.speakers), "dropped")
        if self.args.fits_pronoun(speaker, pronoun):
            return speaker
        return self.args.antecedent(i, pronoun)

    def _before(self, i: int) -> int:
        """The token before `i`, quotation marks passed over."""
        k = i - 1
        while k > 0 and self.doc.is_sign(k, _QUOTES):
            k -= 1
        return max(k, 0)

    def _begins_clause(self, i: int, sense: Sense) -> bool:
        """Whether a verb may go on with the subject before it: joined by و, or after أن, حيث or a pause."""
        doc = self.doc
        if sense.split.conjunction or i == 0:
            return True
        before = self._before(i)
        if doc.words[before].classes & _OPENING or doc.is_sign(before, _COMMA):
            return True
        return self._after_adverbial(before)

    def _after_adverbial(self, k: int) -> bool:
        """Whether the words that end at `k` are an adverbial that opens the clause: `وبدلا من ذلك ألقت`, `ثم عاد`."""
        doc = self.doc
        for at in range(k, max(k - 5, -1), -1):
            word = doc.words[at]
            if self.args.at[at] is not None or word.tense or not word.folded.isalpha():
                return False
            adverbial = word.classes & _ADVERBIAL or at in doc.dated
            if not adverbial and not word.folded.endswith("ا"):
                return False
            if word.split.conjunction:
                return True
        return False

    def _speaker(self, i: int) -> Chunk | None:
        """The speaker of the innermost statement that holds token `i`, as a noun phrase that stands nowhere."""
        holding = [d for d in self.drafts if d.content[0] <= i < d.content[1]]
        if not holding:
            return None
        inner = max(holding, key=lambda d: d.content[0])
        return Chunk(-1, -1, inner.speakers[0].split(":")[0], list(inner.speakers), "dropped")

    def _first_person(self, i: int, sense: Sense, event: EventSense, start: int, stop: int) -> Filled | None:
        """`سألتقي`, `نرفض` in a quotation: the speaker acts, or for "we" the speaker's state."""
        speaker = self._we(i, sense)
        return self.matcher.verb(i, sense, event, start, stop, speaker) if speaker is not None else None

    def _we(self, i: int, sense: Sense) -> Chunk | None:
        """Whom a verb in the first person means in a quotation or after أن: the speaker or the speaker's state."""
        speaker = self._speaker(i)
        if speaker is None or not self._quoted(i):
            return None
        if sense.feature.number == "p":
            country = self.registry.country(speaker.ents[0])
            if country:
                speaker.ents, speaker.head = [self.registry.known(f"state:{country}")], "state"
        return speaker

    def _quoted(self, i: int) -> bool:
        """Whether token `i` stands in quoted words: in quotation marks, or in what a colon opens."""
        if any(q.opening < i < q.closing for q in self.doc.quotations):
            return True
        return any(d.content[0] <= i < d.content[1] and "content by colon" in d.why for d in self.drafts)

    def _support(self, i: int, sense: Sense, filled: Filled, start: int, stop: int) -> str:
        """The support verb of an event noun (`أجرى … مكالمة`): its subject takes part; returns the status it gives."""
        doc = self.doc
        for v in range(i - 1, max(start - 1, i - 14), -1):
            if (
                not doc.flags[v] & LIGHT
                or v in self.consumed
                or (doc.flags[v] & CUE and filled.sense.type == "ASSAULT" and not self._denies(v, filled))
            ):
                if doc.words[v].classes & _OPENING or (doc.is_sign(v, _PAUSES) and not self._sets_off(v)):
                    return ""
                continue
            light_sense = next(s for s in doc.senses[v] if s.lemma.light)
            if light_sense.lemma.kind == "participle" and self._is_noun_of_act(v):
                continue
            for light in light_sense.lemma.light:
                slot = next((s for s in light.frame if s.role == "EVENT"), None)
                if slot is None or not self._governs(slot.name, sense, i):
                    continue
                role = next((s.role for s in light.frame if s.name == "subj"), "")
                subject = self._light_subject(v, light_sense, start, stop, i)
                if subject is not None and subject.i >= i:
                    subject = None
                if not self._is_object_of(v, subject, i):
                    continue
                if subject is not None and role in {"A", "R", "P"}:
                    self._add_subject(filled, role, subject)
                    self._add_target(i, sense, filled, role, stop)
                    self.last_subject, self.last_report = subject, None
                self._light_at = v
                return light.effect
        return ""

    def _denies(self, v: int, filled: Filled) -> bool:
        """`نفت روسيا قصف المستشفى`: who denies an attack of nobody's denies his own."""
        return not filled.actors and any(
            light.effect == "denied" for s in self.doc.senses[v] for light in s.lemma.light
        )

    def _sets_off(self, k: int) -> bool:
        """Whether a comma only sets off a date or the subject: `بحث الاتحاد الأوروبي، أمس، فرض عقوبات`."""
        if self.doc.words[k].folded != "،":
            return False
        subject = self.args.at[k - 1]
        if subject is not None and subject.i > 0 and self.doc.words[subject.i - 1].tense:
            return bool(self.doc.flags[subject.i - 1] & LIGHT)  # `بعث الملك سلمان، برقية تهنئة`
        return k - 1 in self.doc.dated or k + 1 in self.doc.dated

    def _is_noun_of_act(self, v: int) -> bool:
        """`محاولات`, `المعلن`: a participle's spelling that is no verb of its clause."""
        split = self.doc.split(v)
        noun = any(s.lemma.kind == "noun" for s in self.doc.senses[v])
        return noun or split.article or not self.doc.folded[v].endswith(("ا", "ه", "ين"))

    def _is_object_of(self, v: int, subject: Chunk | None, i: int) -> bool:
        """Whether nothing but adverbs, complements and the subject stands between a support verb and its noun."""
        doc = self.doc
        k = doc.unit_end[v] if subject is None or subject.i < v else self.args.coordinated(subject)[-1].j
        while k < i:
            chunk = self.args.at[k]
            if chunk is not None and not chunk.adjectival:
                k = chunk.j
                continue
            word = doc.words[k]
            bare = (
                word.folded.isalpha()
                and k not in doc.dated
                and not word.classes
                and not word.split.preposition
                and not word.folded.startswith(("ال", "بال", "لل"))
            )
            if bare and not doc.is_class(k - 1, "prep") and not word.folded.endswith("ا"):
                return False
            k += 1
        return True

    def _governs(self, slot: str, sense: Sense, i: int) -> bool:
        if slot in {"obj", "subj"}:
            return not sense.split.preposition and not self.doc.is_class(i - 1, "prep")
        return sense.split.preposition == slot or (
            self.doc.is_class(i - 1, "prep") and self.doc.words[i - 1].split.stem == slot
        )

    def _light_subject(self, v: int, sense: Sense, start: int, stop: int, i: int) -> Chunk | None:
        if sense.feature.person == 1:
            return self._we(v, sense)
        if sense.lemma.kind == "participle":
            # `منفذ الهجوم` is a noun, `منفذا هجوما` goes on with the subject
            return self._subject_so_far(v) if self.doc.folded[v].endswith(("ا", "ه")) else None
        before = self.doc.words[v - 1] if v else None
        if before is not None and "that" in before.classes and before.split.pronoun:
            return self._meant_by(before.split.pronoun, v)
        found = self.args.subject(v, sense.feature, start, stop, bool(sense.split.conjunction))
        if isinstance(found, Chunk):
            return found
        return self._subject_so_far(v) if found in (None, i) and not self.doc.is_class(v - 1, "rel") else None

    def _add_target(self, i: int, sense: Sense, filled: Filled, role: str, stop: int) -> None:
        """`أعلنت مصر رفض العدوان الإسرائيلي`: whose the object of the noun is."""
        if role != "A" or filled.recipients or filled.sense.type in SYMMETRIC_TYPES:
            return
        owner = self.matcher.owner_of_object(i, sense, stop)
        if owner is not None and owner.ents and owner not in filled.actors:
            filled.recipients.append(owner)

    def _add_subject(self, filled: Filled, role: str, subject: Chunk) -> None:
        group = [c for c in self.args.coordinated(subject) if c.ents]
        if (
            role == "A"
            and filled.sense.type in {"SUPPORT", "AID"}
            and "gen=A" in filled.rules
            and not filled.recipients
        ):
            filled.recipients, filled.actors = filled.actors, []  # `واصلت إيران دعم الحوثيين`
        side = filled.recipients if role == "R" else filled.actors
        other = filled.actors if role == "R" else filled.recipients
        side += [c for c in group if c not in side and c not in other]
        filled.rules.append("support verb")
        filled.score += 1.0

    def _act(self, draft: Draft, i: int, start: int, stop: int, number: int) -> None:
        """A verbal act: the statement's speaker does it, the hearer or the one spoken of is its recipient."""
        cue = draft.cue_entry
        assert cue is not None
        sense = next((s for s in self.doc.senses[i] if s.lemma.cues), None)
        if sense is None:
            return
        event = next((e for e in sense.lemma.events if e.type == cue.event), None) or EventSense(
            cue.id, cue.event, cue.mode, cue.roles, (), "", False, False
        )
        recipients: list[str] = []
        if draft.addressee and any(s.role == "H" for s in cue.frame):
            recipients = [draft.addressee]
        elif cue.event != "REQUEST":
            recipients = self._target(draft)
        recipients = [r for r in recipients if r not in draft.speakers]
        self.found.append(
            EventDraft(
                event,
                i,
                self.doc.unit_end[i],
                list(draft.speakers),
                recipients,
                number,
                False,
                False,
                lemma=sense.lemma.key,
                score=2.0,
                statement=draft,
                why=(f"cue {cue.id}", "verbal act"),
                verb=True,
            )
        )

    def _target(self, draft: Draft) -> list[str]:
        """Whom praise, blame or refusal is about: the first actor that the content names."""
        first = draft.content[0]
        for k in range(first, min(draft.content[1], first + 6)):
            named = next((e for s in self.doc.senses[k] for e in s.lemma.events if e.actors), None)
            if named is not None:
                return [self.registry.known(p) for p in (*named.actors, *named.recipients)]
        own = {self.registry.country(s) for s in draft.speakers} - {None}
        cue = draft.cue_entry
        aimed = cue is not None and cue.event in {"THREATEN", "ACCUSE", "REJECT"}
        warned = aimed and "content by that" in draft.why
        for chunk in self.args.between(first, min(draft.content[1], first + (12 if warned else 7))):
            if warned and own and {self.registry.country(e) for e in chunk.ents} <= own:
                continue  # `حذر الوزير السوري من أن دمشق سترد على أي هجوم إسرائيلي`
            if chunk.ents and chunk.head != "media":
                return list(chunk.ents)
        return []

    def _keep(self, i: int, sense: Sense, filled: Filled, number: int, effect: str) -> None:
        event = filled.sense
        actors, recipients, place = self._sides(filled, event.type)
        if event.type in {"CONSULT", "AGREE"}:
            place = self._named_after_place(event, sense, filled) or place
            if place is not None and place in filled.actors:
                actors = []
            actors = [e for e in actors if not e.startswith("media:")]  # an interview is no meeting of states
        if event.actors and len({*actors, *recipients}) < 2:
            actors, recipients = (self._told(side, event.instead) for side in (event.actors, event.recipients))
        else:
            about = About(i, sense, filled, actors, recipients, place, self._subject_so_far(i), self.found, number)
            self.implied.complete(about, lambda: self._begins_clause(i, sense))
        pronoun = sense.split.pronoun if sense.lemma.kind == "noun" else ""
        draft = EventDraft(
            event, i, max(filled.end, self.doc.unit_end[i]), actors, recipients, number,
            sense.split.article or bool(pronoun), filled.mutual, place, effect, sense.lemma.key,
            filled.score, why=(f"frame {event.id}", *filled.rules), pronoun=pronoun,
            verb=sense.lemma.kind in {"verb", "participle"}, light=self._light_at,
            missing=filled.missing, plural=any(c.number == "p" and c.head == "group" for c in filled.actors),
        )  # fmt: skip
        if is_whole(draft):
            self.consumed |= filled.consumed
        self.found.append(draft)

    def _told(self, parties: tuple[str, ...], instead: tuple[str, ...]) -> list[str]:
        """The known parties of a named act; for a bloc that the article does not name, whoever it names instead."""
        found = (
            next((c for c in (p, *(instead if p.startswith("bloc:") else ())) if c in self._article), p)
            for p in parties
        )
        return [self.registry.known(p) for p in found]

    @cached_property
    def _article(self) -> set[str]:
        """All entities that the article names, and the states of its people."""
        named = {e for chunk in self.args.chunks for e in chunk.ents}
        return named | {f"state:{c}" for c in map(self.registry.country, named) if c}

    @staticmethod
    def _named_after_place(event: EventSense, sense: Sense, filled: Filled) -> Chunk | None:
        """`اتفاق فيينا`, `محادثات جنيف`: a capital alone after a meeting or deal is where it took place."""
        if sense.lemma.kind == "verb" or event.mode == "visit" or filled.recipients or len(filled.actors) != 1:
            return None
        chunk = filled.actors[0]
        return chunk if filled.rules[:1] == ["gen=A"] and chunk.place is not None and chunk.by == "metonym" else None

    def _sides(self, filled: Filled, type_: str) -> tuple[list[str], list[str], Chunk | None]:
        actors = self._entities(filled.actors, False)
        recipients = [r for r in self._entities(filled.recipients, type_ in _PLACED) if r not in actors]
        place = next((c for c in filled.places + filled.recipients if c.place is not None), None)
        if type_ in {"CONSULT", "AGREE"}:
            return actors + recipients, [], place
        return actors, recipients, place

    def _entities(self, chunks: list[Chunk], places: bool) -> list[str]:
        found: list[str] = []
        for chunk in chunks:
            names = chunk.ents
            if not names and places and chunk.country:
                names = [self.registry.known(f"state:{chunk.country}")]
            found += [n for n in names if n not in found]
        return found
