"""Whether a word for violence or protest tells its act, or only recalls it, aims at it, or names a mishap."""

from __future__ import annotations

from marsad.lexicon.frames import AGENTIVE
from marsad.lexicon.lexicon import EVENT, LIGHT
from marsad.reading.document import Document
from marsad.reading.events.drafts import DEEDS, EventDraft
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import act_forms

_RECALLING = act_forms("recalling")
_PASSING = act_forms("passing")
_MISHAP = act_forms("mishap")
_UNDERGONE = act_forms("undergone")
_RESPONSE = act_forms("response")
_ANSWERED = act_forms("reaction") | act_forms("stop")
_LATER = act_forms("later")
_OF_WORDS = act_forms("verbal")
_GAME = act_forms("game")
_ANIMAL = act_forms("animal")
_CIVIL = frozenset({"BUS", "EDU", "JRN", "NGO"})
"""Sectors of those who aim at things (`يستهدف البنك زيادة عدد المشاريع`), not at men."""
_DUTY = frozenset({"COP", "MIL"})
_ATTACKS = frozenset({"aerial", "explosives", "firearms", "heavy-weapons", "suicide-attack"})
_POLITICAL = frozenset({"LEG", "PTY", "OPP", "JRN", "REL", "NGO", "IGO", "EDU", "JUD"})
_BACK = 6
_FAR_BACK = 20
_NEAR = 5
_AHEAD = 14


class Telling:
    """Judges the event drafts of one document by the words around them."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry = doc, registry

    def judge(self, draft: EventDraft, start: int) -> None:
        """Note what an event word does not tell as done; `start` is the first token of its sentence."""
        if draft.sense.type not in DEEDS:
            return
        draft.untold = (
            self.is_recalled(draft, start)
            or self.is_mishap(draft)
            or self.is_of_game(draft)
            or self.is_of_words(draft)
            or self.is_without_victim(draft)
        )
        if draft.verb and draft.sense.victim_subject and not draft.parties:
            draft.untold = draft.untold or not self._has_subject(draft)
        draft.background = not draft.actors and self._stands_after(draft, start, _LATER)
        if draft.status == "actual" and self.is_aim(draft):
            draft.status = "possible"
        draft.certain = draft.status == "actual" and self._is_told_as_done(draft)

    def confirm(self, draft: EventDraft, earlier: EventDraft | None) -> None:
        """Two words of violence in one sentence, though they name nobody, are one attack that is told: `قتلوا في هجوم
        انتحاري`."""
        pair = [e for e in (earlier, draft) if e is not None and e.sense.type == "ASSAULT" and not e.parties]
        told = any(e.verb or self._dies(e) for e in pair)
        if len(pair) == 2 and told and all(e.status == "actual" and not e.untold for e in pair):
            for event in pair:
                event.certain = event.certain or event.sense.stands_alone
        if not draft.verb and draft.recipients and self._stands_after(draft, draft.i - _NEAR, _ANSWERED):
            draft.certain = True  # `تعهدت بالرد على اغتيال`, `دعت إلى وقف قصف حلب`
        if not draft.verb and draft.recipients and self.doc.split(draft.i).conjunction == "و":
            known = all(self.registry.country(recipient) for recipient in draft.recipients)
            draft.certain = draft.certain or known  # `احتلال المدن وقتل الشعب اليمني`

    def _is_told_as_done(self, draft: EventDraft) -> bool:
        """Whether a past verb tells the act: the word itself, its support verb, or one that follows its noun."""
        words, flags = self.doc.words, self.doc.flags
        teller = draft.i if draft.verb else draft.light
        if teller >= 0:
            return words[teller].tense == "past"
        following = range(draft.j, min(len(words), draft.j + 3))
        return any(flags[k] & LIGHT and words[k].tense == "past" for k in following)

    def is_recalled(self, draft: EventDraft, start: int) -> bool:
        """`قضية اغتيال الحريري`, `منذ تفجير المقر`, `المتهمون بقتل القاضي`: an act that is only pointed back at. It is
        no event of its own, but may be a further mention of one."""
        told_anew = draft.actors and draft.recipients
        return not told_anew and self._stands_after(draft, start, _RECALLING)

    def _stands_after(self, draft: EventDraft, start: int, words: frozenset[str]) -> bool:
        """Whether one of these words stands before a noun, with nothing but what may pass between."""
        if draft.verb or draft.sense.actors:
            return False
        folded = self.doc.folded
        for k in range(draft.i - 1, max(start, draft.i - _BACK) - 1, -1):
            if folded[k] in words:
                return True
            if folded[k] not in _PASSING and not folded[k].isdigit():
                return False
        return False

    def is_of_game(self, draft: EventDraft) -> bool:
        """`هاجم الفريق مرمى خصمه`, `خرجوا إلى الشوارع احتفالا`: sport and joy use the words of war and protest."""
        if not draft.sense.figurative:
            return False
        start, stop = self.doc.sentences[draft.sentence]
        around = self.doc.folded[max(start, draft.i - _AHEAD) : min(stop, draft.j + _AHEAD)]
        return not _GAME.isdisjoint(around) or self._is_out_of_place(draft)

    def _is_out_of_place(self, draft: EventDraft) -> bool:
        """`خرج رجال الشرطة إلى الشوارع`, `يستهدف البنك زيادة`: police do not protest, banks do not shoot."""
        sectors = {known.sector for a in draft.actors if (known := self.registry.entities.get(a)) is not None}
        return bool(sectors) and sectors <= (_DUTY if draft.sense.type == "PROTEST" else _CIVIL)

    def is_of_words(self, draft: EventDraft) -> bool:
        """`شن النائب هجوما عنيفا على الحكومة`, `هجوم لاذع`: an attack that is made with words."""
        if not draft.sense.verbal:
            return False
        stop = self.doc.sentences[draft.sentence][1]
        if not _OF_WORDS.isdisjoint(self.doc.folded[draft.i : min(stop, draft.j + _NEAR)]):
            return True
        return bool(draft.actors) and all(self._is_civilian(actor) for actor in draft.actors)

    def _is_civilian(self, entity: str) -> bool:
        """Whether an actor attacks with words rather than arms: a person in politics, a party's or an outlet's."""
        known = self.registry.entities.get(entity)
        sector = known.sector if known is not None else ""
        if entity.startswith("person:"):
            return sector in _POLITICAL | {"GOV", "CVL"}
        return entity.startswith("media:") or (entity.startswith(("org:", "group:")) and sector in _POLITICAL)

    def is_aim(self, draft: EventDraft) -> bool:
        """`خطط لاغتيال الوزير`, `استخدام القاعدة لضرب الجيران`: under ل, what is done on purpose is an aim."""
        doc, i = self.doc, draft.i
        if draft.sense.type != "ASSAULT" or draft.verb or draft.light >= 0 or doc.split(i).preposition != "ل":
            return False
        targeted = "gen=R" in draft.why or "علي=R" in draft.why
        return targeted and doc.folded[i].lstrip("ول") not in _UNDERGONE and doc.folded[i - 1] not in _RESPONSE

    def is_mishap(self, draft: EventDraft) -> bool:
        """`قتل شخصان في حادث سير`, `لقي العشرات حتفهم في زلزال`: a death that nobody willed, and no attack."""
        if draft.sense.type != "ASSAULT" or draft.actors or not (draft.sense.victim_subject or self._dies(draft)):
            return False
        doc = self.doc
        start, stop = doc.sentences[draft.sentence]
        around = (*range(max(start, draft.i - _FAR_BACK), draft.i), *range(draft.j, min(stop, draft.j + _AHEAD)))
        return any(doc.folded[k] in _MISHAP for k in around) and not any(self._is_attack(k) for k in around)

    def is_without_victim(self, draft: EventDraft) -> bool:
        """`قتل الصيادون 250 حوتا`: nobody is killed of whom one could tell."""
        if draft.sense.type != "ASSAULT" or not (draft.sense.victim_subject or self._dies(draft)):
            return False
        counted = not self.doc.people.isdisjoint(range(draft.i + 1, draft.i + 2 + _NEAR))
        if draft.verb and draft.actors and not draft.recipients and not counted and f"{AGENTIVE}=A" not in draft.why:
            return True
        return not _ANIMAL.isdisjoint(self.doc.folded[draft.i + 1 : draft.i + 1 + _NEAR])

    def _is_attack(self, k: int) -> bool:
        """Whether token `k` is a word for an attack, not for the death that it brings or for a blow of fate."""
        if not self.doc.flags[k] & EVENT or self.doc.split(k).stem in _UNDERGONE:
            return False
        acts = (e for s in self.doc.senses[k] for e in s.lemma.events)
        return any(
            e.type == "ASSAULT" and (e.stands_alone or e.verbal or e.mode in _ATTACKS)
            for e in acts
            if not e.victim_subject
        )

    def _has_subject(self, draft: EventDraft) -> bool:
        """`قتل سائق`, not `قتلوا في`: whether a word that may be the subject stands right after a verb."""
        if draft.i + 1 >= self.doc.size:
            return False
        word = self.doc.words[draft.i + 1]
        return word.folded.isalpha() and not word.classes and not word.tense and not word.split.preposition

    def _dies(self, draft: EventDraft) -> bool:
        return self.doc.split(draft.i).stem in _UNDERGONE
