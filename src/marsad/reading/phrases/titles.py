"""Title phrases: an office or profession, whose it is, and the name that follows or stands in apposition."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.lexicon.entries import Title
from marsad.lexicon.lexicon import (
    CUE,
    EVENT,
    GROUP,
    MODIFIER,
    NAME,
    NAMEPART,
    NISBA,
    PLACE,
    TITLE,
    Sense,
)
from marsad.reading.document import Document
from marsad.reading.phrases.names import Names
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import report_words

_RANK = {"state": 0, "organisation": 1, "role": 2, "epithet": 3, "honorific": 4}
_SIGNS_OF_NAME = frozenset({'"', "“", "”", "«", "»", "&quot;"})
_PARENTHESIS = frozenset({"("})
_POSTED = frozenset({
    "ambassador", "un-ambassador", "special-envoy", "charge-daffaires", "consul", "permanent-delegate",
    "military-attache",
})  # fmt: skip
_OF_INSTITUTES = frozenset({"director", "head", "professor", "researcher", "academic", "expert", "analyst"})
_COMMA = frozenset({"،", ","})
_CHARGES = report_words("charge")


@dataclass(slots=True)
class TitlePhrase:
    """What a title phrase over tokens `i` to `j` tells. `scopes` are alpha-3 codes or organisation ids, more than one
    for `الوزيران الروسي والصيني`."""

    i: int
    j: int
    title: Title
    number: str
    gender: str
    scopes: list[str] = field(default_factory=list)
    former: bool = False
    definite: bool = False
    person: str = ""
    name: str = ""
    name_at: int = -1
    name_end: int = -1
    pronoun: str = ""
    complement: bool = False


def scope_of(entity: str) -> str:
    """Whose an office is: the alpha-3 code of a state, the id of any other body."""
    return entity[6:] if entity.startswith("state:") else entity


class Titles:
    """Reads title phrases of one document."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry, self.names = doc, registry, Names(doc)

    def at(self, i: int, stop: int) -> TitlePhrase | None:
        """The title phrase that begins at token `i`."""
        sense = self._title_sense(i)
        if sense is None or sense.lemma.title is None or self._is_help(i, sense):
            return None
        phrase = TitlePhrase(
            i, self.doc.unit_end[i], sense.lemma.title, sense.feature.number or "s", sense.feature.gender,
            definite=sense.split.article, pronoun=sense.split.pronoun,
        )  # fmt: skip
        if " " in phrase.title.ar or self.doc.unit_end[i] > i + 1:
            phrase.definite = phrase.definite or any(
                f.startswith("ال") for f in self.doc.folded[i + 1 : self.doc.unit_end[i]]
            )
        for k in range(i + 1, phrase.j):
            nisba = next((s for s in self.doc.words[k].senses if s.lemma.kind == "nisba"), None)
            if nisba:
                phrase.scopes.append(scope_of(nisba.lemma.entity))
        self._complements(phrase, stop)
        self._name(phrase, stop)
        return phrase

    def _is_help(self, i: int, sense: Sense) -> bool:
        """`بمساعدة موسكو`, `لمساعدة الشرطة`: help, and no woman who assists, unless an office follows."""
        helps = sense.split.preposition in {"ب", "ل"} and self.doc.split(i).stem == "مساعده"
        return helps and self.doc.unit_end[i] == i + 1 and not (i + 1 < self.doc.size and self.doc.flags[i + 1] & TITLE)

    def _title_sense(self, i: int) -> Sense | None:
        found = [s for s in self.doc.senses[i] if s.lemma.title]
        if len(found) > 1 and found[0].split.article:
            found.sort(key=lambda s: s.lemma.title is None or s.lemma.title.level != "epithet")
        return found[0] if found else None

    def _complements(self, phrase: TitlePhrase, stop: int) -> None:
        doc = self.doc
        limit = min(stop, phrase.i + 24)
        while phrase.j < limit:
            j, flags = phrase.j, doc.flags[phrase.j]
            if flags & CUE and doc.words[j].tense and not flags & (NAME | NISBA):
                return
            conj = doc.words[j].split.conjunction
            if flags & NISBA and self._takes_nisba(phrase, j, conj):
                continue
            if flags & MODIFIER and not conj:
                phrase.former = phrase.former or any(s.lemma.label == "former" for s in doc.senses[j])
                phrase.j = doc.unit_end[j]
                continue
            if flags & TITLE and not conj and not doc.words[j].split.preposition:
                if phrase.scopes and self._is_anothers(phrase, j, stop):
                    return
                self._next_title(phrase, j)
                continue
            if not self._genitive(phrase, j, conj) and not self._prepositional(phrase, j, limit):
                if self._filler(phrase, j):
                    phrase.j = doc.unit_end[j]
                    phrase.complement = True
                    continue
                return

    def _takes_nisba(self, phrase: TitlePhrase, j: int, conj: str) -> bool:
        sense = next(s for s in self.doc.senses[j] if s.lemma.kind == "nisba")
        if sense.split.preposition or (conj and phrase.number != "d") or sense.feature.number == "p" != phrase.number:
            return False
        scope = scope_of(sense.lemma.entity)
        if conj and not phrase.scopes:
            return False
        if scope not in phrase.scopes:
            if not phrase.scopes or phrase.number == "d":
                phrase.scopes.append(scope)
            elif ":" in phrase.scopes[0] and ":" not in scope:
                phrase.scopes[0] = scope if phrase.title.level == "state" else phrase.scopes[0]
        phrase.definite = phrase.definite or sense.split.article
        phrase.j = self.doc.unit_end[j]
        return True

    def _is_anothers(self, phrase: TitlePhrase, j: int, stop: int) -> bool:
        """`أمير قطر | وزير الخارجية الأمريكي`: whether the title at token `j` has a state of its own."""
        following = self.at(j, stop)
        return following is not None and bool(following.scopes) and following.scopes[0] != phrase.scopes[0]

    def _next_title(self, phrase: TitlePhrase, j: int) -> None:
        sense = self._title_sense(j)
        assert sense is not None
        assert sense.lemma.title is not None
        if _RANK.get(sense.lemma.title.level, 5) < _RANK.get(phrase.title.level, 5):
            phrase.title, phrase.number = sense.lemma.title, sense.feature.number or "s"
        phrase.definite = phrase.definite or sense.split.article
        phrase.j = self.doc.unit_end[j]

    def _genitive(self, phrase: TitlePhrase, j: int, conj: str) -> bool:
        """A state or organisation in construct: وزير خارجية **فرنسا**, رئيسا وزراء **بريطانيا وكندا**."""
        doc = self.doc
        again = self.registry.org_heads.get(doc.folded[j]) if not phrase.scopes and not phrase.definite else None
        if again and not any(s.lemma.entity.startswith(("state:", "org:", "bloc:")) for s in doc.senses[j]):
            phrase.scopes.append(scope_of(again))
            phrase.j, phrase.complement = j + 1, True
            return True
        if not doc.flags[j] & (NAME | PLACE) or doc.words[j].split.preposition:
            return False
        sense = next((s for s in doc.senses[j] if s.lemma.entity.startswith(("state:", "org:", "bloc:"))), None)
        place = next((s for s in doc.senses[j] if s.lemma.place), None)
        if sense is None and place is None:
            return False
        if conj and not (phrase.number in "dp" and phrase.scopes):
            return False
        if phrase.scopes and not conj and phrase.title.level != "role":
            return False
        scope = (
            scope_of(sense.lemma.entity)
            if sense
            else (place.lemma.place.country if place and place.lemma.place else "")
        )
        if scope:
            phrase.scopes.append(scope)
        phrase.j = doc.unit_end[j]
        phrase.complement = True
        return True

    def _prepositional(self, phrase: TitlePhrase, j: int, limit: int) -> bool:
        """الأمين العام **للأمم المتحدة**, السفير السعودي **في واشنطن**, مندوب روسيا **لدى الأمم المتحدة**."""
        doc = self.doc
        word = doc.words[j]
        if phrase.title.level == "honorific":
            return False
        if doc.folded[j].startswith("ل") and doc.folded[j][1:] in _CHARGES:
            return self._in_charge_of(phrase, j, limit)
        at = j
        if "prep" in word.classes and not word.split.pronoun:
            if doc.folded[j].lstrip("و") not in {"في", "لدي", "ل", "ب", "من"} or word.split.conjunction:
                return False
            at = j + 1
            if doc.is_class(at, "prep") or (phrase.scopes and doc.folded[j] == "من"):
                return False
            if phrase.scopes and doc.folded[j] == "في" and not self._is_posted(phrase):
                return False
            while doc.is_sign(at, _SIGNS_OF_NAME):
                at += 1
        elif word.split.preposition not in {"ل", "ب"}:
            return self._on_behalf(phrase, j, limit)
        if at >= limit:
            return False
        if doc.flags[at] & (NAME | PLACE | GROUP):
            named = (s for s in doc.senses[at] if s.lemma.strength != "needs-class")  # في الأيام, not the newspaper
            sense = next((s for s in named if s.lemma.entity.startswith(("state:", "org:", "bloc:", "media:"))), None)
            if doc.flags[at] & NAME and sense is None:
                return False
            if sense and not phrase.scopes:
                phrase.scopes.append(scope_of(sense.lemma.entity))
            place = next((s.lemma.place for s in doc.senses[at] if s.lemma.place), None)
            if place and not phrase.scopes and phrase.complement and phrase.title.id in _OF_INSTITUTES:
                phrase.scopes.append(place.country)  # `مدير مؤسسة العلاقات الخارجية في برلين`
            phrase.j = doc.unit_end[at]
            phrase.complement = True
            return True
        if doc.flags[j] & EVENT and not doc.flags[j] & GROUP:
            return False  # `المعارضون لاتفاق القوى الكبرى مع إيران`
        if phrase.title.level in {"role", "organisation"} and word.split.preposition == "ل" and not word.tense:
            phrase.j = doc.unit_end[j]
            phrase.complement = True
            return True
        return self._institution(phrase, at, limit) if phrase.title.level == "role" else False

    @staticmethod
    def _is_posted(phrase: TitlePhrase) -> bool:
        """Whether an office is held at a place, as an ambassador's is: of others the place is where they act."""
        return phrase.title.level in {"role", "organisation"} or phrase.title.id in _POSTED

    def _in_charge_of(self, phrase: TitlePhrase, j: int, limit: int) -> bool:
        """`مساعد وزير الخزانة لشؤون مكافحة تمويل الإرهاب`: what the office is for, up to the name."""
        doc = self.doc
        k = j + 1
        while (
            k < limit
            and k - j < 8
            and doc.folded[k].isalpha()
            and not doc.words[k].classes
            and not doc.flags[k] & (NAME | NAMEPART | TITLE)
        ):
            if doc.words[k].tense and not doc.folded[k - 1].startswith("ال") and k > j + 2:
                break
            k += 1
        phrase.j, phrase.complement = k, True
        return True

    def _on_behalf(self, phrase: TitlePhrase, j: int, limit: int) -> bool:
        doc = self.doc
        if doc.folded[j] not in {"باسم", "باسمه", "باسمها"} and doc.words[j].split.stem != "اسم":
            return False
        phrase.j = j + 1
        at = j + 1
        if at < limit and doc.flags[at] & (NAME | GROUP | NISBA | TITLE):
            sense = next((s for s in doc.senses[at] if s.lemma.entity), None)
            if sense and not phrase.scopes:
                phrase.scopes.append(scope_of(sense.lemma.entity))
            place = next((s.lemma.place for s in doc.senses[at] if s.lemma.place), None)
            if place and not phrase.scopes and phrase.complement and phrase.title.id in _OF_INSTITUTES:
                phrase.scopes.append(place.country)  # `مدير مؤسسة العلاقات الخارجية في برلين`
            phrase.j = doc.unit_end[at]
            phrase.complement = True
        return True

    def _institution(self, phrase: TitlePhrase, at: int, limit: int) -> bool:
        """An unknown institution after في or ب: الباحث **في مركز …**; its definite words are passed over."""
        doc = self.doc
        if at >= limit or doc.words[at].tense or not doc.folded[at].isalpha():
            return False
        if doc.flags[at] & EVENT or at in doc.dated:
            return False
        phrase.j = at + 1
        phrase.complement = True
        return True

    def _filler(self, phrase: TitlePhrase, j: int) -> bool:
        """A word of the office's description that is no name: an indefinite noun after a construct title, or a
        definite word."""
        doc = self.doc
        word = doc.words[j]
        if not word.folded.isalpha() or word.classes or (word.tense and doc.flags[j] & CUE):
            return False
        if phrase.title.level == "honorific" or (word.split.pronoun and doc.flags[j] & CUE):
            return False
        definite = word.folded.startswith(("ال", "وال", "لل", "بال"))
        if definite:
            if phrase.scopes and (
                doc.flags[j] & (GROUP | EVENT)
                or (word.folded.startswith(("لل", "بال")) and phrase.title.level not in {"role", "organisation"})
            ):
                return False
            return not doc.flags[j] & (NAME | NAMEPART)
        if phrase.number in "dp" and (doc.flags[j] & EVENT or doc.folded[phrase.j - 1].endswith(("ون", "ين", "ان"))):
            return False
        opened = phrase.complement or phrase.definite or bool(phrase.scopes)
        return (
            not opened and j == doc.unit_end[phrase.i] and not doc.flags[j] & (NAMEPART | NAME) and bool(doc.folded[j])
        )

    def _name(self, phrase: TitlePhrase, stop: int) -> None:
        doc = self.doc
        j = phrase.j
        while j < stop and (doc.is_sign(j, _SIGNS_OF_NAME) or (doc.has(j, TITLE) and self._is_honorific(j))):
            j = doc.unit_end[j]
        if j + 1 < stop and doc.is_sign(j, _COMMA) and (phrase.scopes or phrase.complement) and self._names_next(j + 1):
            j += 1
            while j < stop and doc.has(j, TITLE) and self._is_honorific(j):
                j = doc.unit_end[j]
        if j >= stop or (
            j > phrase.j and (q := doc.quote_at.get(j - 1)) is not None and q.opening == j - 1 and q.closing - j > 4
        ):
            return
        if doc.is_sign(j, _PARENTHESIS) and j + 2 < stop and doc.tokens.words[j + 2] == ")":
            j = j + 3
            if j >= stop:
                return
        if phrase.number in "dp" and phrase.title.level != "honorific":
            return
        known = self._known_person(j)
        if known and self._is_foreigner(phrase, known):
            return
        end = doc.unit_end[j] if known else self.names.end(j, stop)
        if known and end == j + 1 and end < stop and self._goes_on(end):
            known, end = "", self.names.end(end, stop, strict=True)
        if end == j and self._is_family_name(phrase, j):
            end = j + 1
        if end == j or (not known and not self._is_sure(phrase, j, end)):
            return
        phrase.name_at, phrase.name_end = j, end
        phrase.name = doc.text[doc.starts[j] : doc.ends[end - 1]]
        phrase.person = known
        phrase.j = end
        while (
            phrase.j < stop and doc.is_sign(phrase.j, _SIGNS_OF_NAME) and j > 0 and doc.is_sign(j - 1, _SIGNS_OF_NAME)
        ):
            phrase.j += 1

    def _is_foreigner(self, phrase: TitlePhrase, person: str) -> bool:
        """`الرئيس الفرنسي | الأمير محمد بن سلمان`: whether a known person is of another state than the office."""
        actor = self.registry.lexicon.actors.get(person)
        scope = phrase.scopes[0] if phrase.scopes and phrase.title.level == "state" else ""
        return bool(actor and actor.country and scope and ":" not in scope and actor.country != scope)

    def _is_sure(self, phrase: TitlePhrase, j: int, end: int) -> bool:
        """Whether an unknown name is one: two words, or one after an honorific or an office of a known state; after a
        mere profession one of its words must be a known given or family name."""
        parts = any(self.names.is_part(k) and not self.names.is_particle(k) for k in range(j, end))
        if parts or self.registry.named(self.doc.folded[j]) is not None:
            return True
        if phrase.title.level == "honorific":
            return end - j >= 2 or phrase.definite
        if phrase.title.level == "state" and phrase.scopes:
            return end - j >= 2 or phrase.definite
        if end - j < 2 or not (phrase.definite or phrase.complement):
            return False
        return (bool(phrase.scopes) and phrase.complement) or self.names.speaks(end) or self.doc.is_sign(end, _COMMA)

    def _goes_on(self, j: int) -> bool:
        """Whether an unknown word after a known family name makes it another person's given name: `فولكر برتيس`."""
        word = self.doc.folded[j]
        return self.names.is_part(j) or (
            self.names.may_be_part(j) and not word.startswith(("ال", "ي", "سي", "ست", "ت"))
        )

    def _names_next(self, j: int) -> bool:
        """Whether a name stands after the comma of a long title: `أستاذ العلاقات بمركز …، الدكتور سعيد اللاوندي`."""
        doc = self.doc
        split = doc.split(j)
        if split.conjunction or split.preposition:
            return False
        return (
            bool(self._known_person(j))
            or (doc.has(j, TITLE) and self._is_honorific(j))
            or (self.names.is_part(j) and self.names.end(j, doc.size) - j >= 2)
        )

    def _is_family_name(self, phrase: TitlePhrase, j: int) -> bool:
        """A lone name with its article after a title: السفير **الجبير**; only one already met in the article."""
        doc = self.doc
        return doc.folded[j].startswith("ال") and self.registry.named(doc.folded[j]) is not None and phrase.i < j

    def _is_honorific(self, j: int) -> bool:
        sense = self._title_sense(j)
        return bool(
            sense and sense.lemma.title and sense.lemma.title.level == "honorific" and not sense.split.conjunction
        )

    def _known_person(self, j: int) -> str:
        doc = self.doc
        if not doc.flags[j] & NAME or doc.words[j].split.conjunction or doc.words[j].split.preposition:
            return ""
        return next((s.lemma.entity for s in doc.senses[j] if s.lemma.entity.startswith("person:")), "")
