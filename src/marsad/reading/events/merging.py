"""One event per act: later mentions of an act join its first one."""

from __future__ import annotations

from marsad.language.arabic.intervals import Interval
from marsad.reading.cuewords import cues
from marsad.reading.document import Document
from marsad.reading.events.drafts import DEEDS, EventDraft, is_whole
from marsad.reading.events.kinds import VERBAL, goes_on, is_background
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import act_words

_LOOSE = frozenset({"RETREAT", "CONCEDE", "SUPPORT"})
"""Types whose nouns name the same act by different words: إنهاء الحرب, إحلال السلام."""

_LEAD = 2
"""How many sentences after the headline tell what it tells, if by the same word."""
_OUTCOME = frozenset({"الي", "عن"})
"""What stands between an attack and its outcome: `أدى إلى مقتل`, `أسفر عن إصابة`."""
_NEXT = 6
"""How many tokens at most stand between an attack and its outcome."""
_IN_ATTACK, _AT_A_TIME = act_words("in-attack"), act_words("at-a-time")
_NEAR, _NEAR_ALONE = 4, 2
"""How many sentences after the last word for it an attack may be meant again: by a word that names a party, and by one
that names none."""


class Merger:
    """Merges the event drafts of one article; `dropped` are those of its body that became no record."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry = doc, registry
        self.dropped: list[EventDraft] = []

    def merge(self, drafts: list[EventDraft], headline: list[EventDraft]) -> list[EventDraft]:
        """The acts of the article, each with its later mentions under `also`; mentions that name no party and meet no
        act before them are dropped, and so is what the headline says of an act that the body tells."""
        kept: list[EventDraft] = []
        for draft in drafts:
            earlier = self._same_act(draft, kept) or self._cause(draft, kept)
            if earlier is not None:
                self._join(earlier, draft)
            elif is_whole(draft):
                self._give_doer(draft)
                kept.append(draft)
            else:
                self.dropped.append(draft)
        first: list[EventDraft] = []
        for draft in headline:
            told = self._same_act(draft, kept) or self._told(draft, kept)
            if told is not None:
                told.also.insert(0, (draft.i, draft.j))
            elif is_whole(draft):
                first.append(draft)
        return first + kept

    def _cause(self, draft: EventDraft, kept: list[EventDraft]) -> EventDraft | None:
        """`أدت الغارات إلى مقتل تسعة`: the attack before it in its sentence whose outcome the deaths are."""
        if draft.sense.type != "ASSAULT" or draft.verb or draft.actors:
            return None
        if self.doc.folded[draft.i - 1] not in _OUTCOME:
            return None
        start = self.doc.sentences[draft.sentence][0]
        for event in reversed(kept):
            words = [(event.i, event.j), *event.also]
            if event.sense.type == "ASSAULT" and event.actors and any(start <= i < draft.i for i, _ in words):
                return event
        return None

    def _give_doer(self, draft: EventDraft) -> None:
        """`أدت غارة أميركية إلى مقتل القيادي`: the attack right before its outcome, no record of its own, tells who
        did it."""
        before = self.dropped[-1] if self.dropped else None
        if before is None or before.sentence != draft.sentence or draft.verb or draft.actors or before.recipients:
            return
        if draft.sense.type != "ASSAULT" or before.sense.type != "ASSAULT" or not _tells_victims(draft):
            return
        if self.doc.folded[draft.i - 1] not in _OUTCOME or before.mutual or before.status != draft.status:
            return
        between = range(before.j, draft.i)
        if len(between) > _NEXT or any(self.doc.words[k].clause_break for k in between):
            return
        if not self._countries(before.actors) & self._countries(draft.recipients):
            draft.actors = list(before.actors)

    def _told(self, draft: EventDraft, kept: list[EventDraft]) -> EventDraft | None:
        """The body's event of the headline's type that shares a party with it, or its word if it names none."""
        mine = self._countries(draft.parties)
        for event in kept:
            if event.sense.type != draft.sense.type:
                continue
            same = event.lemma == draft.lemma and (not mine or event.sentence <= draft.sentence + _LEAD)
            if mine & self._countries(event.parties) or same or (not mine and draft.sense.type in DEEDS):
                return event
        return None

    def _same_act(self, draft: EventDraft, kept: list[EventDraft]) -> EventDraft | None:
        if draft.statement is not None:
            return None
        background: EventDraft | None = None
        for earlier in reversed(kept):
            if earlier.statement is None and earlier.sense.type == draft.sense.type and self._alike(earlier, draft):
                if not is_background(self.doc, earlier):
                    return earlier
                background = background or earlier
        return background

    def _alike(self, earlier: EventDraft, draft: EventDraft) -> bool:
        if "denied" in (earlier.status, draft.status) and earlier.status != draft.status:
            return False
        if draft.sense.actors and draft.sense.id == earlier.sense.id:
            return True  # an act known by its name is one
        if draft.sense.type == "ASSAULT" and (self._beside(draft) or not self._within_reach(draft, earlier)):
            return False
        if draft.sense.type == "ASSAULT" and draft.sentence == earlier.last and self._another(earlier, draft):
            return False
        if draft.sense.type in DEEDS and draft.sentence == earlier.sentence and not draft.parties:
            return draft.status == earlier.status
        if draft.sense.type in DEEDS and not (draft.parties and earlier.parties) and is_whole(draft):
            if draft.sentence == earlier.sentence:
                return draft.status == earlier.status and not self._apart(draft, earlier)
            return self._casualties_of(draft, earlier)
        if draft.sense.type == "ASSAULT" and draft.sentence == earlier.last and self._is_means(draft, earlier):
            return True
        if not draft.parties or not is_whole(draft):
            return (
                (draft.definite or draft.untold)
                and (draft.lemma == earlier.lemma or self._same_kind(earlier, draft))
                and self._nested(self._countries(draft.parties), self._countries(earlier.parties))
                and (draft.sense.type != "ASSAULT" or self._fits_together(draft, earlier))
            )
        if not self._same_kind(earlier, draft):
            return False
        if draft.sense.type == "ASSAULT" and self._is_perpetrator_of(draft, earlier):
            return True
        if earlier.time and draft.time and earlier.time != draft.time and not _overlap(earlier.time, draft.time):
            return False
        same_two = len(set(draft.parties)) > 1 and set(draft.parties) == set(earlier.parties)
        if draft.sense.mode == "visit" and not same_two and self._visitor(draft) != self._visitor(earlier):
            return False
        if draft.sense.type == "CONSULT" and self._other_people(draft, earlier):
            return False
        if draft.sense.type == "ASSAULT" and self._apart(draft, earlier):
            return False
        if draft.sense.type == "ASSAULT" and draft.sentence == earlier.sentence:
            return self._fits_together(draft, earlier)
        mine, other = self._countries(draft.parties), self._countries(earlier.parties)
        return self._nested(mine, other) or self._nested(other, mine)

    @staticmethod
    def _within_reach(draft: EventDraft, earlier: EventDraft) -> bool:
        """Whether a later word for an attack can mean an earlier one: told near it, by the same
        word with its article (`الحرب`), or with the same time or place."""
        if draft.definite and not draft.pronoun and draft.lemma == earlier.lemma:
            return True
        away = draft.sentence - earlier.last
        if away <= (_NEAR if draft.parties else _NEAR_ALONE):
            return True
        same_time = bool(draft.time) and draft.time == earlier.time
        same_place = bool(draft.place_name) and draft.place_name == earlier.place_name
        return bool(draft.parties) and (same_time or same_place)

    def _another(self, earlier: EventDraft, draft: EventDraft) -> bool:
        """Whether the words between two attacks in one sentence say that they are two: one is what goes on meanwhile
        (`فيما يكثف المتمردون هجماتهم`), or came later (`وبعدها بأيام`)."""
        doc = self.doc
        start = max(i for i, _ in [(earlier.i, 0), *earlier.also] if i < draft.i or i == earlier.i)
        between = range(start + 1, draft.i)
        return any(doc.folded[k] in cues("later") or goes_on(doc, k) for k in between)

    def _beside(self, draft: EventDraft) -> bool:
        """`في وقت شن الطيران غارات`: whether an attack is told as done at the time of what was told before."""
        i = draft.i
        return draft.verb and i > 1 and self.doc.folded[i - 1] in _AT_A_TIME and self.doc.folded[i - 2] == "في"

    def _casualties_of(self, draft: EventDraft, earlier: EventDraft) -> bool:
        """`انفجرت عبوة في السوق. وقتل ثلاثة شرطيين`: where one of two acts names nobody, the dead and wounded told soon
        after are those of the first, and a definite word points back at it."""
        if draft.status != earlier.status or self._apart(draft, earlier):
            return False
        if draft.definite:
            return not draft.actors
        return draft.sense.victim_subject and draft.sentence - max(earlier.sentence, earlier.last_sentence) <= 2

    def _is_means(self, draft: EventDraft, earlier: EventDraft) -> bool:
        """`دمرت القاعدة بصواريخ أمريكية`, `مقتل ثلاثة في غارة أمريكية`: by whose weapons or attack an act is
        done that names no doer."""
        if draft.verb or draft.mutual or not draft.actors or draft.recipients or earlier.actors:
            return False
        if self._countries(draft.actors) & self._countries(earlier.recipients) or draft.status != earlier.status:
            return False
        in_attack = self.doc.folded[draft.i - 1] in _IN_ATTACK and _tells_victims(earlier)
        return self.doc.split(draft.i).preposition == "ب" or in_attack

    def _is_perpetrator_of(self, draft: EventDraft, earlier: EventDraft) -> bool:
        """`قتل 15 شخصا في السوق. وفجر انتحاري سترته`: a nameless attacker without a victim is the one whose victims
        were told shortly before."""
        others = earlier.actors and earlier.actors != draft.actors
        if others or draft.recipients or draft.status != earlier.status:
            return False
        if draft.place_name and earlier.place_name and draft.place_name != earlier.place_name:
            return False
        if draft.time and earlier.time and _days_apart(draft.time, earlier.time) > 1:
            return False  # `أمس` and, in a quotation, `هذا الصباح`
        nameless = all(self._is_nameless(a) for a in draft.actors)
        return nameless and draft.verb and draft.sentence - max(earlier.sentence, earlier.last_sentence) <= 2

    def _is_nameless(self, entity: str) -> bool:
        """Whether an attacker is one of a kind only (`انتحاري`), and no power."""
        known = self.registry.entities.get(entity)
        power = known is not None and known.sector == "GOV"
        return entity.startswith("group:") and self.registry.country(entity) is None and not power

    def _apart(self, draft: EventDraft, earlier: EventDraft) -> bool:
        """Whether two attacks differ in place, one is told anew with a time of its own, or the one who attacks here is
        attacked there."""
        if not draft.definite and draft.time and earlier.time and draft.time != earlier.time:
            return True
        if draft.place_name and earlier.place_name and draft.place_name != earlier.place_name:
            return True
        return bool(
            self._countries(draft.actors) & self._countries(earlier.recipients)
            or self._countries(draft.recipients) & self._countries(earlier.actors)
        )

    def _fits_together(self, draft: EventDraft, earlier: EventDraft) -> bool:
        """Two words of one attack in one sentence (`قتل … عندما فجر انتحاري نفسه`): neither side contradicts; victims
        of no country (`قصف حلب أسفر عن مقتل مدنيين`) fit all."""
        mine, theirs = self._countries(draft.actors), self._countries(earlier.actors)
        hit, before = self._countries(draft.recipients), self._countries(earlier.recipients)
        if not self.doc.words[draft.i].split.conjunction:
            hit, before = ({c for c in map(self.registry.country, d.recipients) if c} for d in (draft, earlier))
        return all(not a or not b or a <= b or b <= a for a, b in ((mine, theirs), (hit, before)))

    def _other_people(self, draft: EventDraft, earlier: EventDraft) -> bool:
        """Whether two meetings name different persons for one state: with the king, then with the crown prince."""
        mine, theirs = (
            {self.registry.country(p): p for p in d.parties if p.startswith("person:")} for d in (draft, earlier)
        )
        return any(mine[c] != theirs[c] for c in mine.keys() & theirs.keys() if c)

    def _visitor(self, draft: EventDraft) -> str:
        people = [p for p in draft.actors if not p.startswith("state:")]
        who = (people or draft.actors or [""])[0]
        return self.registry.country(who) or who

    @staticmethod
    def _same_kind(earlier: EventDraft, draft: EventDraft) -> bool:
        """Whether two words can name one act: the same mode for meetings, the same word or mutual relations else."""
        if earlier.sense.type == "CONSULT":
            same = (earlier.sense.mode or "") == (draft.sense.mode or "") or earlier.lemma == draft.lemma
            return same or (not draft.sense.mode and not draft.verb and (draft.definite or len(draft.parties) < 2))
        if earlier.sense.type == "AGREE":
            return earlier.status == draft.status
        if earlier.sense.type == "COOPERATE":
            return earlier.lemma == draft.lemma or (earlier.mutual and draft.mutual and earlier.status == draft.status)
        if earlier.sense.type == "ASSAULT":
            return True
        if earlier.lemma == draft.lemma:
            return True
        if draft.verb or earlier.sense.mode != draft.sense.mode:
            return False
        return earlier.sense.type in _LOOSE or (draft.definite and earlier.sense.type != "COERCE")

    def _countries(self, parties: list[str]) -> set[str]:
        return {self.registry.country(p) or p for p in parties}

    @staticmethod
    def _nested(a: set[str], b: set[str]) -> bool:
        return a <= b

    def _join(self, earlier: EventDraft, draft: EventDraft) -> None:
        earlier.last = max(earlier.last, draft.sentence)
        if draft.sense.type == "ASSAULT" and earlier.sense.victim_subject and not draft.sense.victim_subject:
            earlier.also.append((earlier.i, earlier.j))
            earlier.i, earlier.j = draft.i, draft.j
            earlier.sense, earlier.lemma, earlier.verb = draft.sense, draft.lemma, draft.verb
        else:
            earlier.also.append((draft.i, draft.j))
        if draft.sense.type == "CONSULT" and not earlier.sense.mode and earlier.lemma == draft.lemma:
            earlier.sense = draft.sense  # `لقاء`, and then `لقاء عبر الفيديو`
        earlier.last_sentence = draft.sentence
        if draft.sense.type == "ASSAULT":
            earlier.actors = earlier.actors or draft.actors
            earlier.recipients = earlier.recipients or draft.recipients
        elif draft.sense.type == "CONSULT" and draft.sense.mode == earlier.sense.mode:
            new = [p for p in draft.parties if p not in earlier.parties and p.startswith("person:")]
            earlier.actors = earlier.actors + new if earlier.actors else draft.actors
        elif len(draft.parties) > len(earlier.parties) and not draft.sense.actors:
            earlier.actors, earlier.recipients = draft.actors, draft.recipients
        told = {(q.value, q.unit) for q in earlier.quantities}
        earlier.quantities += [q for q in draft.quantities if (q.value, q.unit) not in told]
        if earlier.sense.type not in VERBAL or earlier.lemma == draft.lemma:
            goes_on = earlier.tense == "present" and earlier.status == "actual" and earlier.sense.type != "CONSULT"
            earlier.lasting = earlier.lasting or (goes_on and not earlier.time and draft.tense == "past")
            earlier.time = _narrower(earlier.time, draft.time)
        earlier.place_name = earlier.place_name or draft.place_name
        if earlier.status != "actual" and draft.status == "actual" and draft.verb:
            earlier.status = draft.status


def _tells_victims(draft: EventDraft) -> bool:
    """Whether the word for an attack tells of its dead and wounded: `قتل`, `مقتل`."""
    of_victim = any(s.name == "gen" and s.role == "R" for s in draft.sense.frame)
    return bool(draft.recipients) and (draft.sense.victim_subject or of_victim)


def _narrower(a: str | None, b: str | None) -> str | None:
    """The more exact of two times, if one lies within the other; else the first."""
    if a is None or b is None or a == b:
        return a or b
    first, second = Interval.parse(a), Interval.parse(b)
    return b if first.start <= second.start and second.end <= first.end else a


def _overlap(a: str, b: str) -> bool:
    first, second = Interval.parse(a), Interval.parse(b)
    return first.start <= second.end and second.start <= first.end


def _days_apart(a: str, b: str) -> int:
    """How many days lie between two times; 0 where they touch."""
    first, second = sorted((Interval.parse(a), Interval.parse(b)), key=lambda interval: interval.start)
    return max(0, (second.start - first.end).days)
