"""Collectives: groups with their nationality or organisation (`مسؤولون أوكرانيون`), and outlets, whether named or only
described (`صحيفة «…»`, `الصحيفة`)."""

from __future__ import annotations

from marsad.language.arabic.romanise import slug
from marsad.lexicon.lexicon import CUE, EVENT, MODIFIER, NAME, NISBA, PLACE, TITLE, Sense
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.governing import Governing
from marsad.reading.phrases.nationalities import Nationalities
from marsad.reading.phrases.registry import Registry
from marsad.reading.phrases.titlephrases import scope_of

_QUOTES = OPENERS | CLOSERS | TOGGLES
_BEFORE_OUTLET = _QUOTES | {"("}
_AFTER_OUTLET = _QUOTES | {")"}
_LONGEST_NAME = 6
_CONNECTING = frozenset({"في", "ب", "من"})

_ACTS = ("بت", "با")
"""How ب and the verbal nouns of most derived verbs begin."""


class Collectives:
    """Reads the groups and outlets of one document."""

    def __init__(self, doc: Document, registry: Registry, governing: Governing, nationalities: Nationalities) -> None:
        self.doc, self.registry, self.governing, self.nationalities = doc, registry, governing, nationalities

    def group(self, i: int, stop: int) -> Chunk | None:
        """A collective with its nationality: مسؤولون أوكرانيون, السلطات الكينية, مصدر في وزارة الدفاع."""
        doc = self.doc
        sense = next(s for s in doc.senses[i] if s.lemma.group)
        group = sense.lemma.group
        assert group is not None
        if i and doc.words[i - 1].split.pronoun and "quant" in doc.words[i - 1].classes:
            return None  # `اتهمتا بعضهما البعض`
        of_doer = "side" in group.kinds and not sense.split.article and i > 0 and doc.folded[i - 1] == "من"
        if (
            of_doer
            or sense.split.pronoun
            or self._is_act(i)
            or self._is_verb(i, sense, stop)
            or self.governing.is_adjective(i)
            or self._describes_object(i)
        ):
            return None
        j = doc.unit_end[i]
        country: str | None = None
        org = ""
        number = sense.feature.number
        also: list[str] = []
        while j < stop:
            flags, split = doc.flags[j], doc.words[j].split
            if (
                flags & NISBA
                and not split.preposition
                and (not split.conjunction or (country is None and j > doc.unit_end[i]))
            ):
                nisba = next(s for s in doc.senses[j] if s.lemma.kind == "nisba")
                if split.conjunction or (number == "s" and nisba.feature.number in {"p", "d"}):
                    break  # `طالب المجلس الحوثيين`: several are no adjective of one
                entity = nisba.lemma.entity
                if entity.startswith("state:"):
                    country = country or entity[6:]
                else:
                    org = org or entity
            elif country and (other := self._another_state(j, country)):
                also.append(other)
            elif flags & MODIFIER and not split.conjunction:
                pass
            elif self._may_own(sense, i) and j == doc.unit_end[i] and (scope := self._genitive_scope(j)):
                country, org = (scope, org) if ":" not in scope else (country, scope)
            elif "speaker" in group.kinds and (step := self._inside(j, stop)):
                entity, j = step
                country = country or self.registry.country_of_scope(scope_of(entity))
                continue
            else:
                break
            j = doc.unit_end[j]
        if org and not country:
            country = self.registry.country_of_scope(org)
        surface = doc.text[doc.starts[i] : doc.ends[j - 1]]
        surface = (
            surface[len(sense.split.conjunction) + len(sense.split.preposition) :]
            if sense.split.conjunction
            else surface
        )
        if "side" in group.kinds and number == "s" and (country or org):
            return self._side(i, j, org or f"state:{country}", sense)
        if org.startswith("org:") and "victim" not in group.kinds and group.sector in {"MIL", "REB", "GOV"}:
            entity = self.registry.known(org)
        elif "institution" in group.kinds and number == "s":
            return self._institution(i, j, stop, sense, country)
        else:
            entity = self.registry.group(group, country, surface)
        others = [self.registry.group(group, c, surface) for c in also]
        chunk = Chunk(
            i, j, "group", [entity, *others], "group", number=number, gender=sense.feature.gender, country=country
        )
        chunk.definite = sense.split.article
        return chunk

    def _describes_object(self, i: int) -> bool:
        """`صراعا مسلحا`, `موقفا متشددا`: a singular in the accusative right after another is its adjective."""
        return i > 0 and all(w.endswith("ا") and len(w) > 3 and w.isalpha() for w in self.doc.folded[i - 1 : i + 1])

    def _another_state(self, j: int, country: str) -> str:
        """`المسؤولون المصريون والسودانيون`: the state of a nationality that و joins to the one before it."""
        doc = self.doc
        word = doc.words[j]
        if not doc.flags[j] & NISBA or word.split.conjunction != "و" or word.split.preposition:
            return ""
        if any(s.lemma.kind != "nisba" and s.lemma.entity for s in doc.senses[j]):
            return ""  # `الحكومة اليمنية والسعودية`
        before, nisba = (next((s for s in doc.senses[k] if s.lemma.kind == "nisba"), None) for k in (j - 1, j))
        if before is None or nisba is None or before.split.article != nisba.split.article:
            return ""
        if (before.feature.number, before.feature.gender) != (nisba.feature.number, nisba.feature.gender):
            return ""
        state = nisba.lemma.entity.removeprefix("state:")
        return state if state != nisba.lemma.entity and state != country else ""

    def _institution(self, i: int, j: int, stop: int, sense: Sense, country: str | None) -> Chunk:
        """`وزارة المالية الأميركية`, `شركة مارشال`, `الشركة`: one organisation, with the words that describe it."""
        doc, group = self.doc, sense.lemma.group
        assert group is not None
        if j == doc.unit_end[i] and not sense.split.article and self._may_be_of(j, stop):
            j = doc.unit_end[j]
        while j < stop and j - i < _LONGEST_NAME and (self._describes(j, sense.split.article) or doc.flags[j] & NISBA):
            if doc.flags[j] & NISBA and not country:
                nisba = next(s.lemma.entity for s in doc.senses[j] if s.lemma.kind == "nisba")
                country = nisba[6:] if nisba.startswith("state:") else None
            j = doc.unit_end[j]
        clitics = len(sense.split.conjunction) + len(sense.split.preposition)
        surface = doc.text[doc.starts[i] + clitics : doc.ends[j - 1]]
        entity = self.registry.institution(group, country, surface)
        chunk = Chunk(i, j, "org", [entity], "group", gender=sense.feature.gender, country=country)
        chunk.definite = sense.split.article
        return chunk

    def _may_be_of(self, j: int, stop: int) -> bool:
        """Whether token `j` may be the genitive of an institution: `مؤسسة جسر الملك فهد`."""
        word = self.doc.words[j] if j < stop else None
        plain = word is not None and word.folded.isalpha() and not word.classes and not word.tense
        return plain and j not in self.doc.dated and not self.doc.split(j).preposition and not self.doc.flags[j] & CUE

    def _describes(self, j: int, definite: bool) -> bool:
        """Whether token `j` goes on with an organisation's description: a definite word, or one that means nothing, if
        it is no act after ب that a `definite` organisation cannot own (`وجه المجلس بتكثيف`)."""
        doc = self.doc
        word = doc.words[j]
        if not word.folded.isalpha() or word.classes or word.tense or j in doc.dated or word.split.preposition:
            return False
        if doc.flags[j] & (TITLE | NAME) or (doc.flags[j] & (CUE | EVENT) and not word.split.article):
            return False
        if word.split.article or word.folded.startswith(("ال", "وال")):
            return True
        return not doc.senses[j] and not (definite and word.folded.startswith(_ACTS))

    def _side(self, i: int, j: int, entity: str, sense: Sense) -> Chunk:
        """`الجانب الروسي`, `الطرف الغربي`: whoever the nationality names."""
        known = self.registry.known(entity)
        head = entity.split(":", 1)[0]
        return Chunk(i, j, head, [known], "epithet", country=self.registry.country(known), definite=sense.split.article)

    def _is_act(self, i: int) -> bool:
        """A word for a collective and for an act (`تحالف`, `معارضة`) is the act before a partner or an object."""
        doc = self.doc
        end = doc.unit_end[i]
        if end >= doc.size:
            return False
        word = doc.words[end]
        if doc.words[i].tense and not doc.words[i].split.article and (word.split.article or doc.flags[end] & TITLE):
            return not doc.flags[end] & NISBA  # `طالب المجلس`, `طالب وزير الخارجية`; but `طالب سعودي`
        if not doc.flags[i] & EVENT or not self._names_act(i):
            return False
        if "prep" in word.classes and word.split.stem in {"بين", "مع", "ضد", "علي"}:
            return True
        return not doc.words[i].split.article and bool(doc.flags[end] & NAME) and not word.split.preposition

    def _is_verb(self, i: int, sense: Sense, stop: int) -> bool:
        """`طالب الوزير`: at the head of its clause an indefinite singular that is spelled like a verb is the verb,
        unless a nationality follows."""
        doc = self.doc
        end = doc.unit_end[i]
        if sense.split.article or sense.split.preposition or sense.feature.number != "s" or end >= stop:
            return False
        if not any(s.lemma.kind == "verb" and s.feature.tense for s in doc.senses[i]):
            return False
        if doc.flags[end] & NISBA and not doc.words[end].split.article:
            return False
        return i == 0 or doc.words[i - 1].clause_break or bool(doc.words[i - 1].classes & {"sub", "qad", "neg"})

    def _names_act(self, i: int) -> bool:
        """Whether token `i` may be the noun of an act, and no participle alone (`متمردو تشاد`)."""
        return any(s.lemma.kind in {"noun", "phrase"} and s.lemma.events for s in self.doc.senses[i])

    def _may_own(self, sense: Sense, i: int) -> bool:
        """Whether a genitive may follow the collective at token `i`: no article, and no sound plural (`هدد متشددون |
        إسرائيل`) before it."""
        ends = self.doc.folded[self.doc.unit_end[i] - 1].endswith(("ون", "ين"))
        return not sense.split.article and not (ends and sense.feature.number == "p")

    def _genitive_scope(self, j: int) -> str:
        doc = self.doc
        if not doc.flags[j] & (NAME | PLACE) or doc.words[j].split.preposition or doc.words[j].split.conjunction:
            return ""
        sense = next((s for s in doc.senses[j] if s.lemma.entity.startswith(("state:", "org:", "bloc:"))), None)
        if sense:
            return scope_of(sense.lemma.entity)
        place = next((s.lemma.place for s in doc.senses[j] if s.lemma.place), None)
        return place.country if place else ""

    def _inside(self, j: int, stop: int) -> tuple[str, int] | None:
        """`في البيت الأبيض`, `بوزارة الدفاع الأمريكية` after a source or official."""
        doc = self.doc
        at = j + 1 if doc.is_class(j, "prep") and doc.words[j].split.stem in _CONNECTING else j
        if at == j and doc.words[j].split.preposition not in {"ب", "ل"}:
            return None
        if at >= stop or not doc.flags[at] & NAME:
            return None
        sense = next((s for s in doc.senses[at] if s.lemma.entity.startswith(("state:", "org:"))), None)
        return (sense.lemma.entity, doc.unit_end[at]) if sense else None

    def outlet(self, i: int, stop: int) -> Chunk | None:
        """صحيفة «…», وكالة رويترز, الصحيفة."""
        doc = self.doc
        j = doc.unit_end[i]
        nisba = ""
        while j < stop and doc.flags[j] & (NISBA | MODIFIER) and not doc.flags[j] & NAME:
            nisba = next((s.lemma.entity for s in doc.senses[j] if s.lemma.kind == "nisba"), nisba)
            j = doc.unit_end[j]
        at = j
        while at < stop and doc.is_sign(at, _BEFORE_OUTLET):
            at += 1
        media = self._media(at, stop)
        if media:
            j = doc.unit_end[at]
            while j < stop and doc.is_sign(j, _AFTER_OUTLET):
                j += 1
            chunk = Chunk(i, j, "media", [self.registry.known(media)])
            chunk.country = self.registry.country(media)
            self.nationalities.pass_over(chunk)
            return chunk
        quotation = doc.quote_at.get(j)
        if quotation and quotation.opening == j and quotation.closing - j <= 5:
            name = doc.text[doc.starts[j + 1] : doc.ends[quotation.closing - 1]]
            chunk = Chunk(i, quotation.closing + 1, "media")
            self.nationalities.pass_over(chunk)
            chunk.ents = [self.registry.unnamed("media", slug(name), name, chunk.country, "JRN")]
            return chunk
        if doc.words[i].split.article or nisba:
            chunk = Chunk(i, j, "media", pending="outlet", by="epithet")
            chunk.country = nisba[6:] if nisba.startswith("state:") else None
            return chunk
        return None

    def _media(self, at: int, stop: int) -> str:
        if at >= stop:
            return ""
        return next((s.lemma.entity for s in self.doc.senses[at] if s.lemma.entity.startswith("media:")), "")
