"""The frames of verbal nouns and other nouns for acts: their genitive, nationality, pronoun and relative clause, and
what stands under prepositions."""

from __future__ import annotations

from marsad.lexicon.entries import EventSense
from marsad.lexicon.frames import Slot
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, MODIFIER, NISBA, Sense
from marsad.reading.document import Document
from marsad.reading.frames.filling import OBJECT, Filled, FrameFiller
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.reportwords import act_words
from marsad.records import SYMMETRIC_TYPES

_HOSTILE = frozenset({"THREATEN", "ACCUSE", "SANCTION", "COERCE"})
_ACTING = frozenset({"state", "org", "group", "bloc"})
_COMMA = frozenset({"،", ",", "؛"})
_AGAINST = frozenset({"علي", "ضد"})
_DASH = frozenset({"-", "–"})
_FORCES = act_words("force")
_WAYS = act_words("way")


class NounFrames:
    """Matches the frames of one document's nouns."""

    def __init__(self, doc: Document, args: Arguments, filler: FrameFiller) -> None:
        self.doc, self.args, self.filler = doc, args, filler
        self._modifiers: dict[tuple[int, bool], tuple[Chunk | None, list[Chunk], int]] = {}

    def match(
        self, i: int, sense: Sense, event: EventSense, stop: int, speaker: Chunk | None = None,
        topic: Chunk | None = None,
    ) -> Filled | None:  # fmt: skip
        """The frame of a noun or phrase at token `i`; `speaker` is the one in whose words it stands, `topic` the
        subject of the clause that a phrase closes."""
        filled = self.filler.begun(i, event, stop)
        if filled is None:
            return None
        key = (i, sense.split.article)
        if key not in self._modifiers:
            self._modifiers[key] = self._noun_modifiers(i, sense, stop)
        genitive, adjectives, after = self._modifiers[key]
        if sense.split.pronoun:
            genitive = None if self._is_of_things(i) else self._owner(i, sense.split.pronoun, speaker)
        elif genitive is None and (doer := self._relative_doer(after, stop)):
            after = self.args.coordinated(doer[0])[-1].j
            of_victim = event.type == "ASSAULT" and any(s.name == "gen" and s.role == "R" for s in event.frame)
            if doer[1] == "R" or (of_victim and self._resumes(i, doer[0])):
                self.filler.fill(filled, doer[1], doer[0], OBJECT)
            elif not of_victim:  # the doer of another verb is no victim
                genitive = doer[0]
        force = self._force_of(i, sense, stop)
        if force is not None:
            genitive, adjectives = None, []
        from_here = after if self._complements_follow(after, stop) else max(after - 1, i)
        seen: set[str] = set()
        for slot in event.frame:
            if slot.literals or slot.name in seen:
                continue
            chunks: list[Chunk]
            if slot.name == "gen":
                chunks = [genitive] if genitive else []
                if (
                    not chunks
                    and force is None
                    and slot.role == "R"
                    and (owner := self.owner_of_object(i, sense, stop))
                ):
                    chunks = [owner]
            elif slot.name == "adj":
                chunks = adjectives
            elif slot.name == "subj":
                chunks = [topic] if topic else []
            elif slot.name == "speaker":
                chunks = [speaker] if speaker else []
            elif slot.name == "obj":
                continue
            else:
                found = self.args.complement(i, slot.name, stop, from_here, slot.role == "P")
                if found is None and slot.role == "R" and event.type in {"SANCTION", "COERCE"}:
                    found = self.args.nationality_under(i, slot.name, stop)
                chunks = [found] if found else []
            chunks = [c for c in chunks if self.filler.meets(c, slot)]
            if not chunks and slot.required and slot.role == "R" and filled.consumed:
                chunks = self.filler.adjective_of_object(filled)
            if not chunks and slot.name in _AGAINST and slot.role == "R":
                chunks = self._nationality_under(i, slot.name, stop)
            if not chunks:
                if slot.required and slot.name == "gen" and (event.wording or slot.role == "R"):
                    return None  # `فرض **الولايات المتحدة** عقوبات`, `تزويد **العراق** بالغاز`
                filled.missing += slot.required
                continue
            seen.add(slot.name)
            mutual = slot.name == "adj" and len(chunks) > 1 and event.type in SYMMETRIC_TYPES
            role = "P" if mutual else slot.role
            if slot.name == "من" and event.type == "REQUEST" and role == "A" and filled.actors:
                role = "R"  # `طلب السفير من مجلس الأمن`
            elif slot.name == "من" and role == "A" and filled.actors:
                continue  # `ضغوط أميركية على الهند لوقف وارداتها من روسيا`
            elif slot.name == "ل" and role == "A" and (filled.actors or not self._owns(chunks[0], after)):
                continue  # `هجوم للجيش`; but no `هجوم على قاعدة للجيش`
            for chunk in chunks:
                self.filler.fill(filled, role, chunk, slot)
        if adjectives and event.type not in SYMMETRIC_TYPES:
            self._nationality_of_target(i, filled, adjectives)
        if force is not None and not filled.actors:
            self.filler.fill(filled, "A", force, Slot("gen", "", "A", False, frozenset()))
        self._doer_before_object(i, filled, genitive)
        if event.type == "ASSAULT" and not filled.recipients and self._counts_victims(i, event):
            self._count_victims(i, filled)
        if event.type == "ASSAULT":
            self.filler.struck(max(after, self.doc.unit_end[i]), filled, stop)
        self._owned_object(i, filled)
        self._visited(i, sense, filled, stop)
        self._doer_before_victim(filled, genitive)
        self.filler.agent(i, filled, stop)
        if event.type in _HOSTILE and not filled.parties:
            self._each_other(i, filled, stop)
        return filled

    def _noun_modifiers(self, i: int, sense: Sense, stop: int) -> tuple[Chunk | None, list[Chunk], int]:
        """The genitive, the nationality adjectives, and the token after both."""
        doc = self.doc
        k = doc.unit_end[i]
        genitive: Chunk | None = None
        adjectives: list[Chunk] = []
        while k < stop and k - i < 9:
            chunk = self.args.at[k]
            if chunk is not None and chunk.adjectival:
                if sense.split.article and k > doc.unit_end[i] and not adjectives and not self._is_definite(k):
                    break  # `قتل الهجوم جنديين | كنديين`
                adjectives.append(chunk)
                k = chunk.j
                continue
            if chunk is not None:
                if (
                    not chunk.prep
                    and not sense.split.article
                    and genitive is None
                    and not adjectives
                    and all(doc.is_class(m, "quant") for m in range(doc.unit_end[i], k))
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
            if adjectives and not doc.senses[k] and word.folded.startswith(("ب", "ل")) and len(word.folded) > 4:
                break  # `مزاعم بحرينية | بتورط إيراني`
            other = word.split.article and k == doc.unit_end[i] and word.folded.endswith("ه")
            if other and sense.feature.number != "p" and not doc.split(i).stem.endswith(("ه", "ات")):
                break  # `يتناول اللقاء | الأزمة السورية`
            if (
                plain
                and not word.split.conjunction
                and (self._is_definite(k) == sense.split.article or sense.split.article)
            ):
                if not doc.flags[k] & (CUE | EVENT | LIGHT) or self._is_definite(k):
                    k += 1
                    continue
            break
        return genitive, adjectives, k

    def _is_definite(self, k: int) -> bool:
        """Whether a noun or adjective has the article, known to the lexicon or not."""
        word = self.doc.words[k]
        return word.split.article or (len(word.folded) > 4 and word.folded.startswith("ال"))

    @staticmethod
    def _owns(chunk: Chunk, after: int) -> bool:
        """Whether a party under ل right after an act and its adjectives is the doer: `غارة جوية لقوات التحالف`."""
        return chunk.i == after and chunk.head in {"org", "group", "bloc"}

    def _nationality_of_target(self, i: int, filled: Filled, adjectives: list[Chunk]) -> None:
        """`قصف قاعدة أميركية`, `استهداف مركز أميركي من قبل إيران`: a nationality tells whose the target is if it agrees
        with another noun than the act, or if the doer is named otherwise."""
        first = adjectives[0]
        if filled.recipients or first not in filled.actors or first.i == self.doc.unit_end[i]:
            return
        takes_target = any(slot.name == "gen" and slot.role == "R" for slot in filled.sense.frame)
        act, adjective = self.doc.split(i).stem, self.doc.folded[first.i]
        target = self.doc.folded[self.doc.unit_end[i]].removeprefix("ال")
        others = [c for c in filled.actors if c not in adjectives]
        single = not act.endswith(("ه", "ات")) and not any(s.feature.number == "p" for s in self.doc.senses[i])
        foreign = takes_target and adjective.endswith("ه") and single and target not in _FORCES
        if others or (foreign and not self.doc.words[i].split.article):
            filled.actors, filled.recipients = others, [c for c in adjectives if c in filled.actors]
            filled.rules.append("nationality of the target")

    def _force_of(self, i: int, sense: Sense, stop: int) -> Chunk | None:
        """`قصف الطائرات الإسرائيلية لأراضيه`: whose the force is that does what the noun at `i` names."""
        k = self.doc.unit_end[i]
        if sense.split.article or sense.split.pronoun or k >= stop or self.args.at[k] is not None:
            return None
        if self.doc.folded[k].removeprefix("ال") not in _FORCES:
            return None
        owner = self.args.at[k + 1]
        return owner if owner is not None and owner.i == k + 1 and owner.ents and not owner.prep else None

    def _nationality_under(self, i: int, preposition: str, stop: int) -> list[Chunk]:
        """`هجوم على دورية إسرائيلية`: whose the thing is that stands under a preposition after the noun at `i`."""
        end = self.args.clause_end(i, stop)
        for k in range(self.doc.unit_end[i], end - 2):
            if self.doc.words[k].split.stem == preposition and self.doc.is_class(k, "prep"):
                chunk = self.args.at[k + 2]
                fits = chunk is not None and chunk.adjectival and chunk.i == k + 2 and self.args.at[k + 1] is None
                return [chunk] if chunk is not None and fits and not self.doc.flags[k + 1] & EVENT else []
            passed = self.args.at[k]
            if passed is not None and not passed.adjectival:
                return []
        return []

    def _complements_follow(self, k: int, stop: int) -> bool:
        """Whether a comma after a long doer only sets off what still belongs to the noun: `…، لمصر أمس`."""
        following = self.args.at[k + 1] if k + 1 < stop and self.doc.is_sign(k, _COMMA) else None
        return following is not None and bool(following.prep) and not following.joined

    def _is_of_things(self, i: int) -> bool:
        """`العلاقات الثنائية وسبل دعمها`: ways and means are of things, not of men."""
        return i > 0 and self.doc.folded[i - 1].removeprefix("و") in _WAYS

    def _owner(self, i: int, pronoun: str, speaker: Chunk | None) -> Chunk | None:
        """Whom a noun's pronoun means: right after أن the speaker, else whoever fits before, else the speaker."""
        if speaker is not None and not self.args.fits_pronoun(speaker, pronoun):
            speaker = None
        if speaker is not None and i and self.doc.is_class(i - 1, "that"):
            return speaker
        if self.args.antecedents.topic(i, pronoun) >= 0:
            return None
        return self.args.antecedent(i, pronoun) or speaker

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

    def _resumes(self, i: int, doer: Chunk) -> bool:
        """Whether a verb before its subject means the masculine act at `i`: `قصف شنه الجيش`, no `مركبات يقودها`."""
        return self.doc.words[doer.i - 1].split.pronoun == "ه" and not self.doc.split(i).stem.endswith(("ه", "ات"))

    def _counts_victims(self, i: int, event: EventSense) -> bool:
        """`مقتل 15 شخصا`: whether a number of people stands where the victim of a noun does."""
        of_victim = any(slot.name == "gen" and slot.role == "R" for slot in event.frame)
        return of_victim and self.doc.unit_end[i] in self.doc.people

    def _count_victims(self, i: int, filled: Filled) -> None:
        """`مقتل 15 مسلحا`: those who are counted, if they are somebody; people else."""
        first = self.doc.unit_end[i] + 1
        victims = next(iter(self.args.between(first, min(first + 2, self.doc.size))), None)
        if victims is not None and victims.head == "group" and not (victims.prep or victims.adjectival):
            self.filler.fill(filled, "R", victims, OBJECT)
        if not filled.recipients:
            filled.counted_victims = True
            filled.score += 1.0

    def _owned_object(self, i: int, filled: Filled) -> None:
        """`تحسين علاقاتها مع الجوار`: the pronoun on a required noun names the doer."""
        for k in sorted(filled.consumed):
            pronoun = self.doc.words[k].split.pronoun
            owner = self.args.antecedent(i, pronoun) if pronoun and not filled.actors else None
            if owner is not None and owner.ents:
                self.filler.fill(filled, "A", owner, Slot("gen", "", "A", False, frozenset()))

    def _doer_before_object(self, i: int, filled: Filled, genitive: Chunk | None) -> None:
        """`وقف إسرائيل عدوانها على غزة`: who stands between a noun and its required object is the doer."""
        if genitive is None or genitive.i < 0 or filled.actors or not filled.consumed:
            return
        k = min(filled.consumed)
        between = genitive.i == self.doc.unit_end[i] and self.args.coordinated(genitive)[-1].j == k
        if between and genitive not in filled.recipients:
            self.filler.fill(filled, "A", genitive, Slot("gen", "", "A", False, frozenset()))

    def _visited(self, i: int, sense: Sense, filled: Filled, stop: int) -> None:
        """`زيارته كينيا`, `لقائه الرئيس`, `في استقباله الملك`: who stands right after a meeting with its pronoun; and
        the hosts that a relative clause lists: `جولته التي شملت الكويت وقطر`."""
        if filled.sense.type != "CONSULT":
            return
        if not filled.recipients and filled.sense.mode == "visit" and (host := self._listed(i, stop)) is not None:
            self.filler.fill(filled, "R", host, OBJECT)
            return
        k = self.doc.unit_end[i]
        other = self.args.at[k] if k < stop and sense.split.pronoun else None
        if other is None or other.i != k or other.prep or other.adjectival or not (other.ents or other.country):
            return
        if filled.sense.mode != "visit":
            self.filler.fill(filled, "P", other, OBJECT)
        elif not filled.recipients:
            self.filler.fill(filled, "R", other, OBJECT)
        elif not filled.actors:
            self.filler.fill(filled, "A", other, OBJECT)

    def _listed(self, i: int, stop: int) -> Chunk | None:
        """The first of the places that a tour includes, by a support verb whose subject is the event."""
        doc = self.doc
        for v in (i - 1, *range(doc.unit_end[i], min(stop, i + 6))):
            if v < i and (v < 0 or not doc.words[v].tense):  # `تشمل رحلة الرئيس كينيا`
                continue
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
        if genitive is None or filled.actors or genitive not in filled.recipients:
            return
        if genitive.i < 0:  # `تمويلها جماعات`
            following = self.args.at[filled.end] if filled.end < self.doc.size else None
            if following is not None and (following.i != filled.end or following.prep or following.adjectival):
                following = None
            if genitive.ents and (following is not None or self._begins_object(filled.end, True)):
                filled.actors, filled.recipients = [genitive], []
                if following is not None:
                    self.filler.fill(filled, "R", following, OBJECT)
            return
        after = self.args.coordinated(genitive)[-1].j
        if genitive.head in _ACTING and self._begins_object(after):
            filled.actors, filled.recipients = self.args.coordinated(genitive), []  # `مصادرة السلطات 44 كيلوغراما`
            return
        after += self.doc.is_class(after, "prep")
        chunk = self.args.at[after] if after < self.doc.size else None
        if chunk is None or chunk.i != after or chunk.adjectival or chunk.joined or chunk.prep not in {"", "ل", "ضد"}:
            return
        if genitive.head == "group" and not genitive.definite and not chunk.prep:
            return  # `قتل مسلحين أكراد`
        if genitive.head in {"state", "org", "group", "person", "bloc"} and (chunk.ents or chunk.country):
            filled.actors, filled.recipients = self.args.coordinated(genitive), []
            self.filler.fill(filled, "R", chunk, Slot("ل", "", "R", False, frozenset()))

    def _begins_object(self, k: int, owned: bool = False) -> bool:
        """Whether token `k` begins the object of a verbal noun after its doer: an amount, an indefinite accusative
        (`قصف الجيش مخيما`), or a noun under ل (`قصف إسرائيل للقطاع`); after a noun that is `owned` by a pronoun any
        indefinite noun (`قصفها مدرسة`)."""
        if k >= self.doc.size or k in self.doc.dated:
            return False
        word = self.doc.words[k]
        if word.folded.isdigit():
            return True
        if not word.folded.isalpha() or word.tense or word.classes or self.args.at[k] is not None:
            return False
        split = self.doc.split(k)
        if owned:
            return not (split.article or split.preposition or split.conjunction)
        accusative = word.folded.endswith("ا") and len(word.folded) > 3 and not split.article and not split.preposition
        return (accusative and not split.conjunction and not word.folded.endswith("يا")) or word.folded.startswith("لل")

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
