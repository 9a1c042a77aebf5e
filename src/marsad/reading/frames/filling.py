"""Frames filled with noun phrases: the words that a frame requires, the conditions on its slots, and the roles that
verbs and nouns fill alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter

from marsad.lexicon.entries import EventSense
from marsad.lexicon.frames import AGENTIVE, Slot
from marsad.lexicon.lexicon import EVENT, LIGHT, Word
from marsad.reading.document import Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.records import SYMMETRIC_TYPES

OBJECT = Slot("obj", "", "R", False, frozenset())
"""The slot of a party that stands as an object, whatever the frame says."""
SUBJECT = Slot("subj", "", "A", False, frozenset())
_OF_ACTS = frozenset({"REJECT", "REQUEST", "THREATEN", "ACCUSE", "SUPPORT"})
"""Types of verbs whose object may be another act: `رفضت توقيع الاتفاق`."""
_COMMA = frozenset({"،", ",", "؛"})
_CLOSE = 4
_NEAR, _NEAR_BARE = 14, 9
"""How many tokens after a word those that its frame requires may stand: under a preposition, and without one."""

_SPELLINGS = attrgetter("spellings")


@dataclass(slots=True)
class Filled:
    """A frame with its roles filled. `end` is the token after the last word of the trigger; `consumed` the tokens of
    required words, which name no event of their own; `passive` tells that the verb itself is written as one."""

    sense: EventSense
    actors: list[Chunk] = field(default_factory=list)
    recipients: list[Chunk] = field(default_factory=list)
    places: list[Chunk] = field(default_factory=list)
    consumed: set[int] = field(default_factory=set)
    end: int = 0
    score: float = 0.0
    mutual: bool = False
    counted_victims: bool = False
    passive: bool = False
    missing: int = 0
    rules: list[str] = field(default_factory=list)

    @property
    def parties(self) -> int:
        """How many noun phrases fill the two sides."""
        return len(self.actors) + len(self.recipients)


class FrameFiller:
    """Begins and fills the frames of one document."""

    def __init__(self, doc: Document, args: Arguments) -> None:
        self.doc, self.args = doc, args
        self._near_at = -1
        self._near_words: set[str] = set()
        self._everywhere: set[str] = set().union(*map(_SPELLINGS, doc.words))

    def may_begin(self, i: int, event: EventSense, stop: int) -> bool:
        """Whether the words that a frame requires stand near token `i`: most frames want one that the text has not."""
        for slot in event.wording:
            literals = slot.literals
            if self._everywhere.isdisjoint(literals) or self._near(i, stop).isdisjoint(literals):
                return False
        return True

    def begun(self, i: int, event: EventSense, stop: int) -> Filled | None:
        """The frame with the words that it requires, if all stand where it wants them."""
        if event.wording and not self.may_begin(i, event, stop):
            return None
        filled = Filled(event, end=self.doc.unit_end[i])
        for slot in event.wording:
            if not self._literal(i, event, slot, filled, stop):
                return None
        return filled

    def _near(self, i: int, stop: int) -> set[str]:
        """All spellings of the words in reach after token `i`."""
        if self._near_at != i:
            self._near_at = i
            words = self.doc.words
            near = [words[k] for k in self._reach(i, stop)] if self.args.phrases.asides else self._next(i, stop)
            self._near_words = set().union(*map(_SPELLINGS, near))
        return self._near_words

    def _next(self, i: int, stop: int) -> list[Word]:
        """The words in reach after token `i` of a text without asides."""
        return self.doc.words[self.doc.unit_end[i] : min(stop, i + _NEAR)]

    def _literal(self, i: int, event: EventSense, slot: Slot, filled: Filled, stop: int) -> bool:
        """A required word in the slot: in the clause after the word, bare for an object, under its preposition else."""
        doc = self.doc
        bare = slot.name in {"obj", "subj", "gen"}
        for k in self._reach(i, stop)[: _NEAR_BARE if bare else _NEAR]:
            word = doc.words[k]
            if slot.literals.isdisjoint(word.spellings) or (slot.name == "subj" and k in doc.blocked):
                if doc.is_sign(k, _COMMA) and k not in doc.asides:
                    return False
                continue
            if slot.name not in {"obj", "subj", "gen"}:
                governed = word.split.preposition == slot.name or (
                    doc.is_class(k - 1, "prep") and doc.words[k - 1].split.stem == slot.name
                )
                if not governed:
                    continue
            elif (
                word.split.preposition
                or self._under_preposition(k)
                or (slot.name == "obj" and event.type not in _OF_ACTS and self._is_governed(k, i))
            ):
                continue
            filled.consumed.add(k)
            filled.end = max(filled.end, k + 1) if k - i <= 3 else filled.end
            filled.score += 1.5
            return True
        return False

    def _reach(self, i: int, stop: int) -> list[int]:
        """The tokens in reach after token `i`, asides passed over."""
        found, k, end = [], self.doc.unit_end[i], min(stop, i + _NEAR)
        while k < end:
            closing = self.args.phrases.asides.get(k)
            if closing is not None:
                end = min(stop, end + closing + 1 - k)
                k = closing + 1
                continue
            found.append(k)
            k += 1
        return found

    def _under_preposition(self, k: int) -> bool:
        """`علقت الولايات المتحدة على القصف`: no object; but `عدد من العقوبات` is one."""
        before = self.doc.words[k - 1]
        return "prep" in before.classes and not before.split.pronoun and before.split.stem != "من"

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

    def meets(self, chunk: Chunk, slot: Slot) -> bool:
        """Whether a noun phrase is of the kind that a slot wants."""
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

    def fill(self, filled: Filled, role: str, chunk: Chunk, slot: Slot) -> None:
        """Put a noun phrase and those that و joins to it into a role."""
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
            filled.score += 1.25 if slot.condition else 1.0

    def agent(self, i: int, filled: Filled, stop: int) -> None:
        """`قُتل … على يد الجيش`, `تعرض لهجوم من قبل`: the doer whom a compound preposition names."""
        by_adjective = bool(filled.actors) and all(chunk.adjectival for chunk in filled.actors)
        if (filled.actors and not by_adjective) or filled.sense.type in SYMMETRIC_TYPES:
            return
        doer = self.args.complement(i, AGENTIVE, stop)
        if doer is not None and doer.ents:
            if by_adjective:  # `إغلاق السفارة الإيرانية من جانب الكويت`
                filled.recipients += [c for c in filled.actors if c not in filled.recipients]
                filled.actors = []
            self.fill(filled, "A", doer, Slot(AGENTIVE, "", "A", False, frozenset()))

    def struck(self, after: int, filled: Filled, stop: int) -> None:
        """`غارات جوية، استهدفت مواقع الحوثيين`: what a verb right after an attack, whose subject the attack is, names
        as struck."""
        if filled.recipients:
            return
        doc = self.doc
        for v in range(after, min(after + _CLOSE, stop)):
            if doc.words[v].tense and doc.flags[v] & LIGHT:
                lights = (light for s in doc.senses[v] for light in s.lemma.light)
                if any({("subj", "EVENT"), ("obj", "R")} <= {(s.name, s.role) for s in m.frame} for m in lights):
                    target = self.args.object_after(v, None, stop, True)
                    if target is not None and target not in filled.actors:
                        self.fill(filled, "R", target, OBJECT)
                return
            if self.args.at[v] is not None or doc.words[v].split.preposition or "prep" in doc.words[v].classes:
                return

    def adjective_of_object(self, filled: Filled) -> list[Chunk]:
        """`شراء النفط الروسي`: the nationality on a required object stands for the other side."""
        after = max(filled.consumed) + 1
        chunk = self.args.at[after] if after < self.doc.size else None
        return [chunk] if chunk is not None and chunk.adjectival else []
