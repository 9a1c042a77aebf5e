"""Frames matched against the text: which noun phrase fills which role of an event word."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.lexicon.entries import EventSense, Feature
from marsad.lexicon.frames import AGENTIVE, Slot
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, MODIFIER, NISBA, Sense
from marsad.reading.arguments import Arguments
from marsad.reading.chunks import Chunk
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.records import SYMMETRIC_TYPES

_QUOTES = OPENERS | CLOSERS | TOGGLES
_OF_ACTS = frozenset({"REJECT", "REQUEST", "THREATEN", "ACCUSE", "SUPPORT"})
"""Types of verbs whose object may be another act: `رفضت توقيع الاتفاق`."""
_HOSTILE = frozenset({"THREATEN", "ACCUSE", "SANCTION", "COERCE"})
_OBJECT = Slot("obj", "", "R", False, frozenset())
_COMMA = frozenset({"،", ",", "؛"})
_DASH = frozenset({"-", "–"})


@dataclass(slots=True)
class Filled:
    """A frame with its roles filled. `end` is the token after the last word of the trigger; `consumed` the tokens of
    required words, which name no event of their own."""

    sense: EventSense
    actors: list[Chunk] = field(default_factory=list)
    recipients: list[Chunk] = field(default_factory=list)
    places: list[Chunk] = field(default_factory=list)
    consumed: set[int] = field(default_factory=set)
    end: int = 0
    score: float = 0.0
    mutual: bool = False
    counted_victims: bool = False
    missing: int = 0
    rules: list[str] = field(default_factory=list)

    @property
    def parties(self) -> int:
        """How many noun phrases fill the two sides."""
        return len(self.actors) + len(self.recipients)


def doc_people(doc: Document, i: int) -> bool:
    """Whether a number of people is counted at token `i` (`قتل 15 شخصا`)."""
    return i in doc.people


class FrameMatcher:
    """Matches the frames of verbs and nouns of one document."""

    def __init__(self, doc: Document, args: Arguments) -> None:
        self.doc, self.args = doc, args
        self._near_at = -1
        self._near_words: set[str] = set()
        self._subjects: dict[tuple[int, int], Chunk | int | None] = {}
        self._modifiers: dict[tuple[int, bool], tuple[Chunk | None, list[Chunk], int]] = {}

    def verb(
        self, i: int, sense: Sense, event: EventSense, start: int, stop: int, carried: Chunk | None,
        speaker: Chunk | None = None,
    ) -> Filled | None:  # fmt: skip
        """The frame of a verb or participle at token `i`; `carried` is the subject to take if none is expressed,
        `speaker` the one who says "me"."""
        filled = self._begun(i, event, stop)
        if filled is None:
            return None
        subject = self._subject(i, sense, start, stop) or carried
        passive = sense.feature.voice == "passive"
        has_object = any(s.name == "obj" for s in event.frame)
        if event.victim_subject and not passive and has_object and isinstance(subject, Chunk) and subject.i > i:
            other = self.args.object_after(i, subject, stop, True)
            counted = subject.j < stop and doc_people(self.doc, subject.j)  # `قتلت إسرائيل 12 فلسطينيا`
            passive = (other is None and not counted and subject.head != "state") or doc_people(self.doc, i + 1)
        subject_chunk = subject if isinstance(subject, Chunk) else None
        if carried is not None and isinstance(subject, Chunk) and self._is_partner(i, event, subject, carried, stop):
            subject = subject_chunk = carried
        if event.victim_subject and subject_chunk is None and i + 1 < stop and doc_people(self.doc, i + 1):
            filled.counted_victims = True
            filled.score += 1.0
        seen: set[str] = set()
        for slot in event.frame:
            if slot.literals or slot.name in seen:
                continue
            chunk: Chunk | None
            role = slot.role
            if slot.name == "subj":
                chunk = subject_chunk
                if passive:
                    role = next((s.role for s in event.frame if s.name == "obj" and s.role), "R")
            elif slot.name == "obj":
                if passive:
                    continue
                chunk = self._object(i, sense, subject_chunk, stop, role, speaker)
                if chunk is None and sense.lemma.kind == "participle":
                    chunk = self.args.complement(i, "ل", stop)  # `كان داعما لمصر`
            elif slot.name == "gen":
                chunk = self._after_literal(filled)
            elif slot.name == "adj":
                chunk = None
            else:
                chunk = self.args.complement(i, slot.name, stop, partner=role == "P")
                if chunk is None and slot.required and role == "R" and filled.consumed:
                    chunk = next(iter(self._adjective_of_object(filled)), None)
            if chunk is None or not self._meets(chunk, slot):
                filled.missing += slot.required
                continue
            seen.add(slot.name)
            self._fill(filled, role, chunk, slot)
        if filled.consumed and not filled.recipients:
            self._required_party(filled)
        self._agent(i, filled, stop)
        return filled

    def _agent(self, i: int, filled: Filled, stop: int) -> None:
        """`قُتل … على يد الجيش`, `تعرض لهجوم من قبل`: the doer whom a compound preposition names."""
        if filled.actors or filled.sense.type in SYMMETRIC_TYPES:
            return
        doer = self.args.complement(i, AGENTIVE, stop)
        if doer is not None and doer.ents:
            self._fill(filled, "A", doer, Slot(AGENTIVE, "", "A", False, frozenset()))

    def _required_party(self, filled: Filled) -> None:
        """`طردت روسيا دبلوماسيين أمريكيين`: a required object that is itself a state's collective is the recipient."""
        for k in sorted(filled.consumed):
            chunk = self.args.at[k]
            if chunk is None or chunk.i != k or chunk.head != "group" or not chunk.country:
                continue
            if all(chunk.country != c.country for c in filled.actors):
                self._fill(filled, "R", chunk, _OBJECT)
            return

    def _is_partner(self, i: int, event: EventSense, subject: Chunk, carried: Chunk, stop: int) -> bool:
        """`فابيوس … حيث سيلتقي الرئيس الإيراني`: one phrase after a verb of meeting is the one met, if it has one."""
        if event.type != "CONSULT" or subject.i <= i or set(carried.ents) & set(subject.ents):
            return False
        if not any(s.name == "obj" for s in event.frame) or self.args.object_after(i, subject, stop, True) is not None:
            return False
        return not any(self.args.complement(i, s.name, stop) for s in event.frame if s.role == "P" and s.name != "obj")

    def _object(
        self, i: int, sense: Sense, subject: Chunk | None, stop: int, role: str, speaker: Chunk | None
    ) -> Chunk | None:
        if sense.split.pronoun in {"ني", "ي"}:
            return speaker
        if sense.split.pronoun and self.doc.is_class(i - 1, "rel"):
            head = self.args.at[i - 2]
            meant = head is not None and head.j == i - 1 and head.can_act and not head.adjectival
            return head if meant else None
        if sense.split.pronoun and subject is not None and subject.i > i and (topic := self.args.at[i - 1]) is not None:
            return topic if topic.can_act and not topic.adjectival else None
        if sense.split.pronoun in {"ه", "ها", "هم", "هما"}:
            found = self.args.antecedent(i, sense.split.pronoun)
            same = found is not None and subject is not None and set(found.ents) & set(subject.ents)
            return None if same else found
        return self.args.object_after(i, subject, stop, role in {"R", "P"})

    def _subject(self, i: int, sense: Sense, start: int, stop: int) -> Chunk | int | None:
        key = (i, id(sense.feature))
        if key not in self._subjects:
            self._subjects[key] = self._find_subject(i, sense, start, stop)
        return self._subjects[key]

    def _find_subject(self, i: int, sense: Sense, start: int, stop: int) -> Chunk | int | None:
        if sense.lemma.kind == "participle":
            return self.args.subject_before(i, Feature(), start)
        return self.args.subject(i, sense.feature, start, stop, bool(sense.split.conjunction))

    def _after_literal(self, filled: Filled) -> Chunk | None:
        chunk = self.args.at[filled.end] if filled.end < self.doc.size else None
        return chunk if chunk is not None and chunk.i == filled.end and not chunk.prep else None

    def _begun(self, i: int, event: EventSense, stop: int) -> Filled | None:
        """The frame with the words that it requires, if all stand where it wants them; most lack one near by."""
        for slot in event.wording:
            if self._near(i, stop).isdisjoint(slot.literals):
                return None
        filled = Filled(event, end=self.doc.unit_end[i])
        for slot in event.wording:
            if not self._literal(i, event, slot, filled, stop):
                return None
        return filled

    def _near(self, i: int, stop: int) -> set[str]:
        """All spellings of the words in reach after token `i`."""
        if self._near_at != i:
            end = self.doc.unit_end[i]
            self._near_at = i
            self._near_words = set().union(*(w.spellings for w in self.doc.words[end : min(stop, i + 9)]))
        return self._near_words

    def _literal(self, i: int, event: EventSense, slot: Slot, filled: Filled, stop: int) -> bool:
        """A required word in the slot: in the clause after the word, bare for an object, under its preposition else."""
        doc = self.doc
        for k in range(doc.unit_end[i], min(stop, i + 9)):
            word = doc.words[k]
            if slot.literals.isdisjoint(word.spellings):
                if doc.is_sign(k, _COMMA):
                    return False
                continue
            if slot.name not in {"obj", "subj", "gen"}:
                governed = word.split.preposition == slot.name or (
                    doc.is_class(k - 1, "prep") and doc.words[k - 1].split.stem == slot.name
                )
                if not governed:
                    continue
            elif word.split.preposition or (
                slot.name == "obj" and event.type not in _OF_ACTS and self._is_governed(k, i)
            ):
                continue
            filled.consumed.add(k)
            filled.end = max(filled.end, k + 1) if k - i <= 3 else filled.end
            filled.score += 1.5
            return True
        return False

    def _is_governed(self, k: int, i: int) -> bool:
        """`أقر … رفع العقوبات`: a noun that another act's noun governs is not the verb's own object."""
        doc = self.doc
        governor = k - 1
        return (
            governor > i
            and bool(doc.flags[governor] & EVENT)
            and self.args.at[governor] is None
            and any(s.lemma.kind == "noun" and not s.split.article for s in doc.senses[governor])
        )

    def _meets(self, chunk: Chunk, slot: Slot) -> bool:
        condition = slot.condition
        if not condition:
            return True
        if condition == "state":
            return chunk.head in {"state", "place", "bloc"}
        if condition == "place":
            return chunk.head == "place" or chunk.place is not None
        if condition == "person":
            return chunk.head in {"person", "group"}
        return chunk.head == condition

    def _fill(self, filled: Filled, role: str, chunk: Chunk, slot: Slot) -> None:
        group = [c for c in self.args.coordinated(chunk) if c.ents or c.head == "place"]
        if not group:
            return
        filled.rules.append(f"{slot.name}={role}")
        if role in {"A", "P"}:
            filled.actors += [c for c in group if c not in filled.actors]
            filled.mutual = filled.mutual or role == "P"
        elif role == "R":
            filled.recipients += [c for c in group if c not in filled.recipients]
        elif role == "L":
            filled.places += group
        if role in {"A", "P", "R"}:
            filled.score += 1.0

    def noun(self, i: int, sense: Sense, event: EventSense, stop: int, speaker: Chunk | None = None) -> Filled | None:
        """The frame of a noun at token `i`; `speaker` is the one whom a pronoun in reported words may mean."""
        filled = self._begun(i, event, stop)
        if filled is None:
            return None
        key = (i, sense.split.article)
        if key not in self._modifiers:
            self._modifiers[key] = self._noun_modifiers(i, sense, stop)
        genitive, adjectives, after = self._modifiers[key]
        if sense.split.pronoun:
            genitive = self._owner(i, sense.split.pronoun, speaker)
        elif genitive is None and (doer := self._relative_doer(after, stop)):
            after = self.args.coordinated(doer[0])[-1].j
            if doer[1] == "R":
                self._fill(filled, "R", doer[0], _OBJECT)
            else:
                genitive = doer[0]
        from_here = after if self._complements_follow(after, stop) else max(after - 1, i)
        seen: set[str] = set()
        for slot in event.frame:
            if slot.literals or slot.name in seen:
                continue
            chunks: list[Chunk]
            if slot.name == "gen":
                chunks = [genitive] if genitive else []
                if not chunks and slot.role == "R" and (owner := self.owner_of_object(i, sense, stop)):
                    chunks = [owner]
            elif slot.name == "adj":
                chunks = adjectives
            elif slot.name in {"subj", "obj"}:
                continue
            else:
                found = self.args.complement(i, slot.name, stop, from_here, slot.role == "P")
                chunks = [found] if found else []
            chunks = [c for c in chunks if self._meets(c, slot)]
            if not chunks and slot.required and slot.role == "R" and filled.consumed:
                chunks = self._adjective_of_object(filled)
            if not chunks:
                filled.missing += slot.required
                continue
            seen.add(slot.name)
            role = (
                "P"
                if slot.name == "adj" and len(chunks) > 1 and event.type in {"CONSULT", "AGREE", "COOPERATE"}
                else slot.role
            )
            if slot.name == "من" and event.type == "REQUEST" and role == "A" and filled.actors:
                role = "R"  # `طلب السفير من مجلس الأمن`
            for chunk in chunks:
                self._fill(filled, role, chunk, slot)
        self._owned_object(i, filled)
        self._visited(i, sense, filled, stop)
        self._doer_before_victim(filled, genitive)
        self._agent(i, filled, stop)
        if event.type in _HOSTILE and not filled.parties:
            self._each_other(i, filled, stop)
        return filled

    def _complements_follow(self, k: int, stop: int) -> bool:
        """Whether a comma after a long doer only sets off what still belongs to the noun: `…، لمصر أمس`."""
        following = self.args.at[k + 1] if k + 1 < stop and self.doc.is_sign(k, _COMMA) else None
        return following is not None and bool(following.prep) and not following.joined

    def _owned_object(self, i: int, filled: Filled) -> None:
        """`تحسين علاقاتها مع الجوار`: the pronoun on a required noun names the doer."""
        for k in sorted(filled.consumed):
            pronoun = self.doc.words[k].split.pronoun
            owner = self.args.antecedent(i, pronoun) if pronoun and not filled.actors else None
            if owner is not None and owner.ents:
                self._fill(filled, "A", owner, Slot("gen", "", "A", False, frozenset()))

    def _each_other(self, i: int, filled: Filled, stop: int) -> None:
        """`التهديدات المتبادلة بين إيران وأمريكا`: the first of the two acts on the second."""
        first = self.args.complement(i, "بين", stop)
        group = [c for c in self.args.coordinated(first) if c.ents] if first is not None else []
        if len(group) == 2:
            self._fill_one(filled, "A", group[0])
            self._fill_one(filled, "R", group[1])

    def _fill_one(self, filled: Filled, role: str, chunk: Chunk) -> None:
        (filled.actors if role == "A" else filled.recipients).append(chunk)
        filled.rules.append(f"بين={role}")
        filled.score += 1.0

    def owner_of_object(self, i: int, sense: Sense, stop: int) -> Chunk | None:
        """`استهداف مواقع الحوثيين`: whose the object is that a verbal noun governs."""
        k = self.doc.unit_end[i]
        if sense.split.article or sense.split.pronoun:
            return None
        for chunk in self.args.between(k, min(stop, k + 4)):
            belongs = chunk.over and chunk.over_start <= k < chunk.i and not chunk.prep
            if chunk.adjectival:  # `معارضة الهيمنة الأمريكية`
                belongs = belongs and chunk.i == k + 1 and self.doc.words[k].split.article
            return chunk if belongs else None
        return None

    def _owner(self, i: int, pronoun: str, speaker: Chunk | None) -> Chunk | None:
        """Whom a noun's pronoun means: right after أن the speaker, else whoever fits before, else the speaker."""
        if speaker is not None and not self.args.fits_pronoun(speaker, pronoun):
            speaker = None
        if speaker is not None and i and self.doc.is_class(i - 1, "that"):
            return speaker
        return self.args.antecedent(i, pronoun) or speaker

    def _visited(self, i: int, sense: Sense, filled: Filled, stop: int) -> None:
        """`زيارته كينيا`, `لقائه الرئيس`, `في استقباله الملك`: who stands right after a meeting with its pronoun; and
        the hosts that a relative clause lists: `جولته التي شملت الكويت وقطر`."""
        if filled.sense.type != "CONSULT":
            return
        if not filled.recipients and filled.sense.mode == "visit" and (host := self._listed(i, stop)) is not None:
            self._fill(filled, "R", host, _OBJECT)
            return
        k = self.doc.unit_end[i]
        other = self.args.at[k] if k < stop and sense.split.pronoun else None
        if other is None or other.i != k or other.prep or other.adjectival or not (other.ents or other.country):
            return
        if filled.sense.mode != "visit":
            self._fill(filled, "P", other, _OBJECT)
        elif not filled.recipients:
            self._fill(filled, "R", other, _OBJECT)
        elif not filled.actors:
            self._fill(filled, "A", other, _OBJECT)

    def _listed(self, i: int, stop: int) -> Chunk | None:
        """The first of the places that a tour includes, by a support verb whose subject is the event."""
        doc = self.doc
        for v in range(doc.unit_end[i], min(stop, i + 6)):
            if doc.words[v].clause_break and "rel" not in doc.words[v].classes:
                return None
            if not doc.flags[v] & LIGHT or not doc.words[v].tense:
                continue
            for light in (light for s in doc.senses[v] for light in s.lemma.light):
                slots = {slot.name: slot.role for slot in light.frame}
                if slots.get("subj") != "EVENT":
                    continue
                for name, role in slots.items():
                    if role == "R":
                        found = self.args.object_after(v, None, stop, False) if name == "obj" else None
                        return found or self.args.complement(v, name, stop)
        return None

    def _doer_before_victim(self, filled: Filled, genitive: Chunk | None) -> None:
        """`استهداف النظام المدنيين`, `قصف الطيران لحلب`: with a second phrase after it, a verbal noun's genitive is
        the doer."""
        if genitive is None or genitive.i < 0 or filled.actors or genitive not in filled.recipients:
            return
        after = self.args.coordinated(genitive)[-1].j
        if genitive.head == "group" and after < self.doc.size and self.doc.folded[after].isdigit():
            filled.actors, filled.recipients = self.args.coordinated(genitive), []  # `مصادرة السلطات 44 كيلوغراما`
            return
        after += self.doc.is_class(after, "prep")
        chunk = self.args.at[after] if after < self.doc.size else None
        if chunk is None or chunk.i != after or chunk.adjectival or chunk.joined or chunk.prep not in {"", "ل", "ضد"}:
            return
        if genitive.head in {"state", "org", "group", "person", "bloc"} and (chunk.ents or chunk.country):
            filled.actors, filled.recipients = self.args.coordinated(genitive), []
            self._fill(filled, "R", chunk, Slot("ل", "", "R", False, frozenset()))

    def _adjective_of_object(self, filled: Filled) -> list[Chunk]:
        """`شراء النفط الروسي`: the nationality on a required object stands for the other side."""
        after = max(filled.consumed) + 1
        chunk = self.args.at[after] if after < self.doc.size else None
        return [chunk] if chunk is not None and chunk.adjectival else []

    def _relative_doer(self, k: int, stop: int) -> tuple[Chunk, str] | None:
        """`الزيارة التي قام بها الوزير`, `العقوبات التي تواجهها روسيا`: the subject of the support verb in the noun's
        relative clause, and its role."""
        doc = self.doc
        if k >= stop:
            return None
        first = k + 1 if doc.is_class(k, "rel") else k
        for v in range(first, min(stop, first + 3)):
            if doc.flags[v] & LIGHT and doc.words[v].tense:
                own = bool(doc.words[v].split.pronoun)
                resumed = own or (v == first and v + 1 < stop and bool(doc.words[v + 1].split.pronoun))
                if not resumed:
                    return None
                sense = next(s for s in doc.senses[v] if s.lemma.light)
                role = next((s.role for light in sense.lemma.light for s in light.frame if s.name == "subj"), "")
                subject = self.args.subject_after(v, sense.feature, stop)
                return (subject, role) if isinstance(subject, Chunk) and role in {"A", "R", "P"} else None
        return None

    def _noun_modifiers(self, i: int, sense: Sense, stop: int) -> tuple[Chunk | None, list[Chunk], int]:
        """The genitive, the nationality adjectives, and the token after both."""
        doc = self.doc
        k = doc.unit_end[i]
        genitive: Chunk | None = None
        adjectives: list[Chunk] = []
        while k < stop and k - i < 9:
            chunk = self.args.at[k]
            if chunk is not None and chunk.adjectival:
                adjectives.append(chunk)
                k = chunk.j
                continue
            if chunk is not None:
                if (
                    not chunk.prep
                    and not sense.split.article
                    and genitive is None
                    and not adjectives
                    and (k == doc.unit_end[i] or doc.is_class(k - 1, "quant"))
                ):
                    genitive = chunk
                    k = self.args.coordinated(chunk)[-1].j
                    continue
                break
            word = doc.words[k]
            if doc.is_sign(k, _DASH) or doc.flags[k] & (MODIFIER | NISBA) or "quant" in word.classes:
                k += 1
                continue
            plain = word.folded.isalpha() and not word.classes and not word.tense and not word.split.preposition
            if (
                plain
                and not word.split.conjunction
                and (word.split.article == sense.split.article or sense.split.article)
            ):
                if not doc.flags[k] & (CUE | EVENT | LIGHT) or word.split.article:
                    k += 1
                    continue
            break
        return genitive, adjectives, k
