"""Agreement: whether a noun phrase fits the ending of a verb or a pronoun, by person, gender and number."""

from __future__ import annotations

from marsad.lexicon.entries import Feature
from marsad.reading.document import Document
from marsad.reading.grammar.phrasemap import PhraseMap
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry

PRONOUNS = {"ه": "m", "ها": "f", "هم": "p", "هما": "pair"}
"""What a pronoun of the third person means: one man or thing, a woman or body, several, two."""
_MASCULINE_STATES = frozenset({"IRQ", "JOR", "LBN", "SDN", "MAR", "YEM", "SOM", "VAT"})


class Agreement:
    """Compares the noun phrases of one document with verbs and pronouns."""

    def __init__(self, doc: Document, registry: Registry, phrases: PhraseMap) -> None:
        self.doc, self.registry, self.phrases = doc, registry, phrases

    def agrees(self, chunk: Chunk, feature: Feature, before_verb: bool) -> bool:
        """Whether a noun phrase can be the subject of a verb with this ending."""
        if feature.person not in (0, 3):
            return False
        if feature.gender == "f" and chunk.head == "person" and self._gender(chunk) == "m":
            return False
        if feature.gender == "m" and chunk.head == "person" and self._gender(chunk) == "f":
            return False
        if feature.gender == "m" and feature.tense and not before_verb and self.is_feminine_state(chunk):
            return False
        if not before_verb and feature.tense and self.is_object(chunk, feature):
            return False
        if before_verb and feature.number == "p" and chunk.number == "s" and chunk.head == "person":
            return False
        return not (feature.tense and not before_verb and feature.number in {"p", "d"})

    def is_oblique(self, chunk: Chunk) -> bool:
        """Whether the ending of a collective right after its verb shows that it is no subject: `طالب المحتجين`, `قتل
        مسلحين اثنين`; under a number or a noun (`قال عدد من المسؤولين`) it shows nothing."""
        before = chunk.i - 1
        after_verb = before >= 0 and (bool(self.doc.words[before].tense) or before in self.doc.dated)
        return after_verb and self._ends(chunk, "ين", "ون")

    def is_nominative(self, chunk: Chunk) -> bool:
        """Whether the ending of a collective shows that it is no object: `التقاهم المسؤولون`."""
        return self._ends(chunk, "ون", "ين")

    def _ends(self, chunk: Chunk, ending: str, other: str) -> bool:
        """Whether a collective has one ending of the sound plural, and the lexicon its form with the other one."""
        if chunk.head not in {"group", "state", "org", "person"} or chunk.by == "pronoun" or chunk.i < 0:
            return False
        stem = self.doc.split(chunk.i).stem
        return stem.endswith(ending) and stem[: -len(ending)] + other in self.doc.lexicon.compiled.forms

    def is_object(self, chunk: Chunk, feature: Feature) -> bool:
        """Whether a noun phrase right after its verb must be its object, by its case or its gender."""
        return self.is_oblique(chunk) or (feature.gender == "m" and self._is_feminine_body(chunk))

    def _is_feminine_body(self, chunk: Chunk) -> bool:
        """`وطالب الأمم المتحدة`: whether a body right after its verb has a feminine name, as by its first word."""
        if chunk.head not in {"org", "bloc", "group"} or chunk.number != "s" or chunk.by == "title" or chunk.i < 1:
            return False
        first = self.doc.folded[chunk.i]
        after_verb = bool(self.doc.words[chunk.i - 1].tense)
        return after_verb and (first.endswith("ه") or first == "الامم") and not first.endswith("لله")

    @staticmethod
    def is_feminine_state(chunk: Chunk) -> bool:
        """Whether a state's name is feminine, as of all but a few."""
        return (
            chunk.head == "state"
            and chunk.by == "name"
            and bool(chunk.country)
            and chunk.country not in _MASCULINE_STATES
        )

    def _gender(self, chunk: Chunk) -> str:
        for entity in chunk.ents:
            actor = self.registry.lexicon.actors.get(entity)
            if actor and actor.gender:
                return actor.gender
        return chunk.gender if chunk.by == "title" else ""

    def fits_pronoun(self, chunk: Chunk, pronoun: str) -> bool:
        """Whether a pronoun can mean a noun phrase, by gender and number."""
        wanted = PRONOUNS.get(pronoun)
        return wanted is not None and self.fits(chunk, wanted)

    def fits(self, chunk: Chunk, wanted: str) -> bool:
        """Whether a noun phrase is one of what `PRONOUNS` says of a pronoun."""
        if wanted == "m":
            if chunk.head == "person":
                return len(chunk.ents) == 1 and self._gender(chunk) != "f"
            return len(chunk.ents) == 1 and "m" in self._genders_of_body(chunk)
        if wanted == "f":
            if chunk.head in {"state", "org", "bloc", "group"}:
                return "f" in self._genders_of_body(chunk)
            return self._gender(chunk) == "f"
        if wanted == "p":
            return chunk.head in {"group", "org"} or len(chunk.ents) > 1
        return len(chunk.ents) > 1 or len(self.phrases.coordinated(chunk)) == 2

    def _genders_of_body(self, chunk: Chunk) -> str:
        """The genders in which a pronoun may point at a state, organisation, bloc or collective: `m`, `f` or both."""
        if chunk.head == "group":
            return "m" if chunk.number == "s" and chunk.gender == "m" else "f"
        if chunk.i < 0 or chunk.head not in {"state", "org", "bloc"}:
            return "f"
        if chunk.head == "state" and chunk.by == "name":
            return "m" if chunk.country in _MASCULINE_STATES else "f"
        words = self.doc.folded[chunk.i : chunk.j]
        if any(w.endswith("ه") and not w.endswith("لله") for w in words[:2]) or chunk.place is not None:
            return "f"
        return "m" if len(words) > 1 and chunk.head != "bloc" else "mf"
