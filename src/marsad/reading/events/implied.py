"""Parties that an event word does not name itself but its clause tells: whose attempt, whose partner, whose target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from marsad.lexicon.entries import Group
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, STATUS, Sense
from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft
from marsad.reading.frames.matcher import Filled
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft
from marsad.records import SYMMETRIC_TYPES

_DONE_BY_SUBJECT = frozenset({"SANCTION", "COOPERATE", "AID", "SUPPORT", "REJECT", "REQUEST", "CONCEDE"})
_AIMED = frozenset({"COERCE", "SANCTION", "THREATEN", "ACCUSE", "SUPPORT", "AID", "REQUEST"})
_NEAR = 15
_INVOLVEMENT = frozenset({"تورط", "ضلوع", "مشاركه", "دور", "مسووليه", "مسيوليه", "انخراط", "مساهمه", "اشتراك"})
_GIVEN = frozenset({"SUPPORT", "AID"})
_OF_COURSE = frozenset({"في", "الي", "علي"})
_OF_MEANS = frozenset({"خلال", "عبر", "علي", "الي", "ب", "ل"})
_PEOPLE = Group("people", "people", "CVL", ("victim",))


@dataclass(slots=True)
class About:
    """An event word and the parties found for it so far: `actors` and `recipients` are completed in place; `subject`
    is the last verb's, `earlier` the events before it, `sentence` the number of its sentence."""

    i: int
    sense: Sense
    filled: Filled
    actors: list[str]
    recipients: list[str]
    place: Chunk | None
    subject: Chunk | None
    earlier: list[EventDraft]
    sentence: int

    @property
    def type(self) -> str:
        """The PLOVER type."""
        return self.filled.sense.type

    @property
    def is_noun(self) -> bool:
        """Whether the act is told by a noun."""
        return self.sense.lemma.kind in {"noun", "phrase"}


class Implied:
    """Finds unexpressed parties in one document."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft]) -> None:
        self.doc, self.args, self.registry, self.drafts = doc, args, registry, drafts

    def complete(self, about: About, begins_clause: Callable[[], bool]) -> None:
        """Add the parties of an event that its clause implies; `begins_clause` tells whether its verb opens one."""
        i, actors, recipients = about.i, about.actors, about.recipients
        if about.type in SYMMETRIC_TYPES:
            if about.filled.sense.mode == "visit" and about.is_noun and len(actors) + len(recipients) == 1:
                actors += [e for e in self._invited(i) if e not in actors + recipients]
            if about.filled.sense.mode == "visit" and len(actors) + len(recipients) == 1:
                actors += self._same_host(about, (actors + recipients)[0])
            if len(actors) + len(recipients) == 1 and self._wants_partner(about.filled):
                if self._may_share(about) if about.is_noun else (about.type != "COOPERATE" and begins_clause()):
                    actors += self._other_side(about, actors + recipients)
            if not actors and about.is_noun:
                actors += [e for e in self.attempted_by(i) if e not in recipients]
            if not actors and not recipients and about.type == "COOPERATE" and about.is_noun:
                actors += self._pair(about)
            return
        purpose = about.sense.split.preposition == "ل"
        if about.type in _GIVEN and about.filled.rules == ["gen=A"] and (purpose or about.filled.missing):
            self._support_of(about)
        if about.filled.counted_victims and not recipients:
            recipients.append(self.registry.group(_PEOPLE, None, "أشخاص"))
        if about.type == "ASSAULT" and recipients:
            home = about.place.country if about.place is not None else self._scene
            recipients[:] = [self.registry.at_home(r, home) for r in recipients]
        if not actors and about.is_noun:
            actors += [e for e in self._noun_actors(about) if e not in recipients]
        if actors and not recipients:
            recipients += [e for e in self._target(about) if e not in actors]

    @cached_property
    def _countries(self) -> list[tuple[str, int]]:
        """The states that the article names or whose people act in it, the most named first."""
        counts: Counter[str] = Counter()
        for chunk in self.args.chunks:
            if not (chunk.place and chunk.prep in {"في", "ب"}) and chunk.head != "media" and not chunk.adjectival:
                counts.update(list(dict.fromkeys(c for c in map(self.registry.country, chunk.ents) if c)))
        return counts.most_common(3)

    @cached_property
    def _scene(self) -> str | None:
        """The state where the article takes place, if all its places lie in one and it is the one most named."""
        places = {c.country for c in self.args.chunks if c.place is not None and c.place.country}
        if len(places) != 1 or not self._countries:
            return None
        return places.pop() if self._countries[0][0] in places else None

    @cached_property
    def _main_pair(self) -> list[str]:
        """The two states that the article is about, if two stand out."""
        best = self._countries
        if len(best) < 2 or best[1][1] < 3 or (len(best) > 2 and best[2][1] * 2 > best[1][1]):
            return []
        return [self.registry.known(f"state:{c}") for c, _ in best[:2]]

    def _pair(self, about: About) -> list[str]:
        """`التعاون العسكري`, `نمو التجارة` of nobody's: that of the two states which the article is about, where
        the sentence names one of them or one of their men speaks."""
        if not about.sense.split.article or self.doc.folded[about.i - 1] == "عن":
            return []
        start, stop = self.doc.sentences[about.sentence]
        near = {self.registry.country(e) for c in self.args.between(start, stop) for e in c.ents}
        speaking = (d for d in self.drafts if d.content[0] <= about.i < d.content[1])
        near |= {self.registry.country(s) for d in speaking for s in d.speakers}
        pair = self._main_pair
        others = near - {self.registry.country(p) for p in pair} - {None}
        return list(pair) if not others and any(self.registry.country(p) in near for p in pair) else []

    def _same_host(self, about: About, visitor: str) -> list[str]:
        """`زار رئيس الوزراء بكين، ومن المتوقع أن يقوم المستشار الألماني بزيارة`: a visit to nowhere goes where the
        one told before it in its sentence went."""
        earlier = about.earlier[-1] if about.earlier else None
        if earlier is None or earlier.sentence != about.sentence or earlier.sense.mode != "visit":
            return []
        hosts = [p for p in earlier.parties if p.startswith("state:")]
        if len(earlier.parties) < 2 or len(hosts) != 1 or earlier.status == "denied":
            return []
        return hosts if self.registry.country(visitor) != self.registry.country(hosts[0]) else []

    def _invited(self, i: int) -> list[str]:
        """`دعا شي لزيارة موسكو`: who is asked makes the visit."""
        holding = [d for d in self.drafts if d.content[0] <= i < d.content[1]]
        asked = holding and holding[-1].cue_entry and holding[-1].cue_entry.kind == "ask" and holding[-1].addressee
        return [asked] if asked else []

    def _may_share(self, about: About) -> bool:
        """Whether a noun may take its clause's subject: not the visit of something that is no actor (`وصول طائرة`)."""
        k = self.doc.unit_end[about.i]
        if about.filled.sense.mode != "visit" or k >= self.doc.size or about.sense.split.pronoun:
            return True
        word = self.doc.words[k]
        thing = word.folded.isalpha() and not word.classes and not word.tense and self.args.at[k] is None
        return not thing or word.split.article or bool(word.split.preposition) or word.folded.endswith("ه")

    def _agreed_with(self, about: About) -> list[str]:
        """`اتفاق القوى الكبرى مع إيران الذي ينص على رفع العقوبات عنها`: the other side of the agreement concedes."""
        countries = {self.registry.country(r) or r for r in about.recipients}
        for earlier in reversed(about.earlier):
            if earlier.sentence != about.sentence:
                return []
            if earlier.sense.type == "AGREE":
                others = [p for p in earlier.parties if (self.registry.country(p) or p) not in countries]
                return others if len(earlier.parties) == 2 and len(others) == 1 else []
        return []

    def partner(self, draft: Draft) -> list[str]:
        """`دعا شي إلى خطة لدفع العلاقات الثنائية`: the state that stands out in the article beside that of the
        speaker of such words about relations."""
        first, last = draft.content
        words = self.doc.folded[first : min(last, first + _NEAR)]
        if not any(pair == ("العلاقات", "الثناييه") for pair in pairwise(words)):
            return []
        own = {self.registry.country(s) for s in draft.speakers}
        (best, most), (_, next_most) = [*((c, n) for c, n in self._countries if c not in own), ("", 0), ("", 0)][:2]
        stands_out = len(own & {c for c, _ in self._countries}) == 1 and most >= 3 and most * 2 >= next_most * 3
        return [self.registry.known(f"state:{best}")] if stands_out else []

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

    def _owner_of_course(self, about: About) -> list[str]:
        """`استمرارهم في احتلال المدن`, `سعيه إلى تقسيم البلاد`: whose course, wish or aim the act is."""
        doc, i = self.doc, about.i
        k = i - 1 if about.sense.split.preposition else i - 2
        if k < 0 or about.sense.split.article or about.sense.split.pronoun:
            return []
        if not about.sense.split.preposition and doc.words[i - 1].split.stem not in _OF_COURSE:
            return []
        pronoun = doc.words[k].split.pronoun
        asked = any(e.type == "REQUEST" for s in doc.senses[k] for e in s.lemma.events)
        if not pronoun or asked or doc.words[k].tense or self.args.at[k] is not None or doc.is_class(k, "prep"):
            return []
        owner = self.args.antecedent(k, pronoun)
        return list(owner.ents) if owner is not None else []

    def _is_ability(self, i: int) -> bool:
        """`قادرة على ممارسة الضغط`, `مستعد لتقديم`: a predicate of ability or readiness governs the act."""
        doc = self.doc
        for k in range(i - 1, max(i - 5, -1), -1):
            if doc.words[k].clause_break or (doc.words[k].tense and doc.flags[k] & (CUE | EVENT)):
                return False
            if doc.flags[k] & STATUS and doc.unit_end[k] <= i:
                return any(s.lemma.kind in {"phrase", "participle"} and s.lemma.status for s in doc.senses[k])
        return False

    def _support_of(self, about: About) -> None:
        """`وعدت روسيا بمواصلة دعم سوريا`, `لدعم الحكومة`: under a verbal noun or a preposition the genitive is the one
        supported."""
        if about.sense.split.article or not self._is_circumstance(about):
            return
        doer = [e for e in self._doer(about) if e not in about.actors]
        if about.sense.split.preposition == "ل":  # `نشر شرطيين لمساندة الجيش`
            about.recipients[:], about.actors[:] = about.actors, doer
            return
        if doer and {self.registry.country(e) for e in doer}.isdisjoint(map(self.registry.country, about.actors)):
            about.recipients[:], about.actors[:] = about.actors, doer

    def _noun_actors(self, about: About) -> list[str]:
        """Who does what a verbal noun without a doer names: who attempts it, who does the act that و joins it to, the
        subject whose means it is, or who is accused of it."""
        holding = [d for d in self.drafts if d.content[0] <= about.i < d.content[1]]
        near = bool(holding) and about.i - holding[-1].content[0] <= _NEAR
        if near and holding[-1].cue_entry and holding[-1].cue_entry.kind == "accuse" and holding[-1].addressee:
            return [holding[-1].addressee]
        attempted = self.attempted_by(about.i)
        if attempted:
            return attempted
        if self._is_ability(about.i):
            return self._doer(about)
        if about.type == "CONCEDE" and (agreed := self._agreed_with(about)):
            return agreed
        if involved := self._involved(about.i):
            return involved
        if owner := self._owner_of_course(about):
            return owner
        if joined := self._joined_to(about):
            return joined
        if about.type in _DONE_BY_SUBJECT and about.recipients and self._is_means(about):
            return self._doer(about)
        return []

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

    def _target(self, about: About) -> list[str]:
        """Whom an act with a doer but no recipient is aimed at: the state where an attack abroad takes place; whoever
        the clause tells to face, reject or enjoy it."""
        doer = self.registry.country(about.actors[0])
        if about.type == "ASSAULT":
            place = about.place or self.args.complement(about.i, "في", self.doc.sentences[about.sentence][1])
            abroad = place.country if place is not None and place.head in {"place", "state"} else None
            return [self.registry.known(f"state:{abroad}")] if abroad and doer and abroad != doer else []
        if about.type not in _AIMED or not about.is_noun or not self._is_circumstance(about):
            return []
        if about.type == "COERCE" and about.sense.split.pronoun:
            return []
        countries = {self.registry.country(e) or e for e in about.actors}
        for faced in self._facing(about):
            apart = all((self.registry.country(e) or e) not in countries for e in faced.ents)
            if apart:
                return list(faced.ents) if all(self._is_official(e) for e in faced.ents) else []
        return []

    def _is_circumstance(self, about: About) -> bool:
        """Whether a noun stands under a preposition, with a noun between or not: `رغم الضغوط`, `في ظل الضغوط`."""
        doc, i = self.doc, about.i
        if about.sense.split.preposition or doc.is_class(i - 1, "prep"):
            return True
        if i < 2 or doc.words[i - 1].classes - {"kana"} or not doc.folded[i - 1].isalpha():
            return False
        return doc.is_class(i - 2, "prep") or bool(doc.words[i - 1].split.preposition and not doc.words[i - 1].tense)

    def _facing(self, about: About) -> Iterator[Chunk]:
        """The subjects of the clause that a noun is a circumstance of: those before it, nearest first, or after a
        fronted phrase (`في ظل الضغوط الغربية، تؤكد الصين`) the one of the verb that follows; "we" is the speaker's
        state."""
        start, stop = self.doc.sentences[about.sentence]
        inside = max((d.content[0] for d in self.drafts if d.content[0] <= about.i < d.content[1]), default=start)
        before = [c for c in self._subjects(about.i) if c.i >= max(inside, start)]
        yield from map(self._whole, before)
        k = about.i
        while not before and k < min(stop, about.i + 14):
            word = self.doc.words[k]
            if word.tense and self.doc.flags[k] & (CUE | EVENT | LIGHT) and self.args.at[k] is None:
                senses = [s for s in self.doc.senses[k] if s.feature.tense and s.feature.person == 3]
                found = (self.args.subject(k, s.feature, about.i + 1, stop, bool(s.split.conjunction)) for s in senses)
                subject = next((c for c in found if isinstance(c, Chunk) and c.ents), None)
                if subject is not None:
                    yield self._whole(subject)
                    return
                break
            k = self.doc.unit_end[k]
        own = self._own_state(about.i) if inside > start and not before else None
        if own is not None:
            yield own

    def _whole(self, chunk: Chunk) -> Chunk:
        """A coordination as one phrase that stands nowhere."""
        group = [c for c in self.args.coordinated(chunk) if c.ents]
        return Chunk(-1, -1, chunk.head, [e for c in group for e in c.ents], country=chunk.country)

    def _other_side(self, about: About, known: list[str]) -> list[str]:
        """The unexpressed side of a mutual act: the subject of its clause, else the speaker's state."""
        i = about.i
        countries = {self.registry.country(k) for k in known}
        if any(d.content[0] <= i < d.content[1] for d in self.drafts):
            candidates = [self.clause_subject(i, inside_report=True), self._own_state(i), about.subject]
        else:
            candidates = [about.subject, self.clause_subject(i)]
        visit = about.filled.sense.mode == "visit"
        for chunk in candidates:
            if chunk is None or not all(self._is_official(e) for e in chunk.ents):
                continue
            if visit and chunk.head == "state":
                continue
            if all(self.registry.country(e) not in countries or self.registry.country(e) is None for e in chunk.ents):
                other = [e for e in chunk.ents if e not in known]
                if other:
                    return other
        return []

    def attempted_by(self, i: int) -> list[str]:
        """`محاولات واشنطن عزل`, `الجهود الأميركية لعزل`: whose attempt, plan or decision the act is."""
        for chunk in self.args.before(i, 4):
            if chunk.over and chunk.over_start >= 0 and chunk.i - chunk.over_start <= 2 and chunk.ents:
                attempt = any(w.scope == "noun" for s in self.doc.senses[chunk.over_start] for w in s.lemma.status)
                return list(chunk.ents) if attempt else []
            return []
        return []

    def _is_means(self, about: About) -> bool:
        """Whether a verbal noun stands under a preposition of means or aim: `من خلال شراء النفط`, `على تعزيز`."""
        split = about.sense.split
        if split.article:
            return False
        return split.preposition in {"ب", "ل"} or self.doc.words[about.i - 1].split.stem in _OF_MEANS

    def _doer(self, about: About) -> list[str]:
        for chunk in (self.clause_subject(about.i), about.subject):
            if chunk is not None and chunk.ents and all(self._is_official(e) for e in chunk.ents):
                return list(chunk.ents)
        return []

    def _is_official(self, entity: str) -> bool:
        """Whether an entity can be a party of a mutual act: a state, organisation, bloc or holder of an office."""
        if entity.startswith(("state:", "org:", "bloc:")):
            return True
        known = self.registry.entities.get(entity)
        return bool(known and entity.startswith("person:") and known.sector in {"GOV", "MIL", "LEG", "IGO"})

    def _own_state(self, i: int) -> Chunk | None:
        """The state for which the speaker of the words around token `i` speaks."""
        holding = [d for d in self.drafts if d.content[0] <= i < d.content[1]]
        if not holding:
            return None
        speaker = max(holding, key=lambda d: d.content[0]).speakers[0]
        if not self._is_official(speaker):
            return None
        country = self.registry.country(speaker)
        return Chunk(-1, -1, "state", [self.registry.known(f"state:{country}")], country=country) if country else None

    @staticmethod
    def _wants_partner(filled: Filled) -> bool:
        """Whether one party is not enough: not for a group that meets, nor where بين named an unknown second one."""
        if any(rule.startswith("بين=") for rule in filled.rules):
            return False
        return not any(c.head in {"org", "bloc"} or (c.number == "p" and c.head == "group") for c in filled.actors)

    def clause_subject(self, i: int, inside_report: bool = False) -> Chunk | None:
        """The nearest actor before token `i` in its sentence that stands in subject's place; `inside_report` keeps to
        the words that are reported."""
        first = (
            max((d.content[0] for d in self.drafts if d.content[0] <= i < d.content[1]), default=0)
            if inside_report
            else 0
        )
        return next((c for c in self._subjects(i) if c.i >= first), None)

    def _subjects(self, i: int) -> Iterator[Chunk]:
        """The actors before token `i` in its paragraph that stand in subject's place, nearest first."""
        for chunk in self.args.before(i, 25):
            if chunk.ents and not chunk.adjectival and self.args.is_bare(chunk):
                yield chunk
