"""Title phrases: an office or profession, whose it is, and the name that follows or stands in apposition."""

from __future__ import annotations

from marsad.lexicon.lexicon import (
    CUE,
    EVENT,
    GROUP,
    MODIFIER,
    NAME,
    NAMEPART,
    NISBA,
    OUTLETCLASS,
    PLACE,
    TITLE,
    Sense,
)
from marsad.reading.document import Document
from marsad.reading.phrases.names import Names
from marsad.reading.phrases.registry import Registry
from marsad.reading.phrases.titlenames import TitleNames
from marsad.reading.phrases.titlephrases import TitlePhrase, is_crowd, scope_of, title_sense
from marsad.reading.reportwords import act_words, report_words

_RANK = {"state": 0, "organisation": 1, "role": 2, "epithet": 3, "honorific": 4}
_SIGNS_OF_NAME = frozenset({'"', "“", "”", "«", "»", "&quot;"})
_POSTED = frozenset({
    "ambassador", "un-ambassador", "special-envoy", "charge-daffaires", "consul", "permanent-delegate",
    "military-attache",
})  # fmt: skip
_OF_INSTITUTES = frozenset({"director", "head", "professor", "researcher", "academic", "expert", "analyst"})
_OF_OFFICE = frozenset({"في", "لدي", "ل", "ب", "من"})
_ON_BEHALF = frozenset({"باسم", "بلسان"})
_BUREAUS = report_words("bureau")
_CHARGES = report_words("charge")
_REGIONS = act_words("region")


class Titles:
    """Reads title phrases of one document."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry = doc, registry
        self.holders = TitleNames(doc, registry, Names(doc))

    def at(self, i: int, stop: int) -> TitlePhrase | None:
        """The title phrase that begins at token `i`."""
        sense = title_sense(self.doc, i)
        if sense is None or sense.lemma.title is None or self._is_help(i, sense):
            return None
        phrase = TitlePhrase(
            i, self.doc.unit_end[i], sense.lemma.title, sense.feature.number or "s", sense.feature.gender,
            definite=sense.split.article, pronoun=sense.split.pronoun,
            alone=sense.split.article and self.doc.unit_end[i] == i + 1,
        )  # fmt: skip
        if " " in phrase.title.ar or self.doc.unit_end[i] > i + 1:
            phrase.definite = phrase.definite or any(
                f.startswith("ال") for f in self.doc.folded[i + 1 : self.doc.unit_end[i]]
            )
        self._principal(phrase, stop)
        for k in range(i + 1, phrase.j):
            if of_state := self._state_inside(k):
                phrase.scopes.append(scope_of(of_state))
        self._complements(phrase, stop)
        self.holders.fill(phrase, stop)
        return phrase

    def _state_inside(self, k: int) -> str:
        """The state or body that a word of a title names: `وزير خارجية فرنسي`, `المتحدث باسم الكرملين`."""
        doc = self.doc
        senses = [s for s in doc.words[k].senses if s.lemma.kind == "nisba" or s.lemma.strength == "metonym"]
        for split, names in doc.words[k].heads:
            for rest, code in names.get(doc.folded[k + 1], ()) if k + 1 < doc.size else ():
                sense = self.registry.lexicon.sense(code, split)
                if len(rest) == 1 and sense.lemma.strength == "metonym":
                    senses.append(sense)  # `المتحدث باسم البيت الأبيض`
        return next((s.lemma.entity for s in senses if s.lemma.entity.startswith(("state:", "org:", "bloc:"))), "")

    def _principal(self, phrase: TitlePhrase, stop: int) -> None:
        """`المتحدث باسم بان كي مون`: the person for whom a spokesman speaks, who is not the spokesman."""
        doc, j = self.doc, phrase.j
        if j >= stop or doc.folded[j - 1] not in _ON_BEHALF or not doc.flags[j] & NAME:
            return
        named = next((s.lemma.entity for s in doc.senses[j] if s.lemma.entity.startswith("person:")), "")
        if named:
            entity = self.registry.entities[self.registry.known(named)]
            scope = entity.office.split("@")[1] if "@" in entity.office else entity.country
            phrase.scopes += [scope] if scope else []
            phrase.j, phrase.definite, phrase.complement = doc.unit_end[j], True, True

    def _is_help(self, i: int, sense: Sense) -> bool:
        """`بمساعدة موسكو`, `لمساعدة الشرطة`: help, and no woman who assists, unless an office follows."""
        helps = sense.split.preposition in {"ب", "ل"} and self.doc.split(i).stem == "مساعده"
        return helps and self.doc.unit_end[i] == i + 1 and not (i + 1 < self.doc.size and self.doc.flags[i + 1] & TITLE)

    def _complements(self, phrase: TitlePhrase, stop: int) -> None:
        doc = self.doc
        limit = min(stop, phrase.i + 24)
        while phrase.j < limit:
            j, flags = phrase.j, doc.flags[phrase.j]
            if flags & CUE and doc.words[j].tense and not flags & (NAME | NISBA):
                return
            conj = doc.words[j].split.conjunction
            if conj and flags & TITLE and (next_ := title_sense(doc, j)) is not None:
                conj = next_.split.conjunction  # `سمو ولي العهد`
            if flags & NISBA and self._takes_nisba(phrase, j, conj):
                continue
            if flags & MODIFIER and not conj:
                phrase.former = phrase.former or any(s.lemma.label == "former" for s in doc.senses[j])
                phrase.j = doc.unit_end[j]
                continue
            if flags & TITLE and not conj and not doc.words[j].split.preposition:
                if self._is_several(phrase) or (phrase.scopes and self._is_anothers(phrase, j, stop)):
                    return
                if self._is_of_another(phrase, j):
                    self._of_another(phrase, j, stop)
                else:
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
        if (
            sense.split.preposition
            or (conj and phrase.number not in "dp")
            or sense.feature.number == "p" != phrase.number
        ):
            return False
        if phrase.definite and not sense.split.article and self.doc.flags[j] & NAMEPART:
            return False  # `الأمير تركي بن محمد`
        scope = scope_of(sense.lemma.entity)
        if conj and not phrase.scopes:
            return False
        if scope not in phrase.scopes:
            if not phrase.scopes or phrase.number == "d" or (conj and phrase.number == "p"):
                phrase.scopes.append(scope)
            elif ":" in phrase.scopes[0] and ":" not in scope:
                phrase.scopes[0] = scope if phrase.title.level == "state" else phrase.scopes[0]
        phrase.definite = phrase.definite or sense.split.article
        phrase.j = self.doc.unit_end[j]
        return True

    def _is_several(self, phrase: TitlePhrase) -> bool:
        """`هدد مسلحون | الرئيس`: whether the phrase so far ends in a sound plural, which owns nothing after it."""
        return phrase.number == "p" and not phrase.definite and self.doc.folded[phrase.j - 1].endswith(("ون", "ين"))

    def _is_anothers(self, phrase: TitlePhrase, j: int, stop: int) -> bool:
        """`أمير قطر | وزير الخارجية الأمريكي`, `العاهل السعودي | قادة الخليج`: whether the title at token `j` has a
        state of its own, or several bearers."""
        following = self.at(j, stop)
        if following is None:
            return False
        if phrase.number == "s" and following.number != "s":
            return True
        return bool(following.scopes) and following.scopes[0] != phrase.scopes[0]

    def _is_of_another(self, phrase: TitlePhrase, j: int) -> bool:
        """`محامي الرئيس الأمريكي`, `مدير مكتب رئيس الحكومة`: whether a title only serves the office that follows."""
        if self.doc.split(j - 1).stem in _BUREAUS:
            return True
        plain = not (phrase.definite or phrase.scopes or phrase.complement) and j == self.doc.unit_end[phrase.i]
        following = title_sense(self.doc, j) if plain and phrase.title.level == "role" else None
        office = following.lemma.title if following else None
        return office is not None and office.level in {"state", "organisation"}

    def _of_another(self, phrase: TitlePhrase, j: int, stop: int) -> None:
        """Pass over the office at token `j`, which another holds, and take its state for the one who serves it."""
        sense = title_sense(self.doc, j)
        assert sense is not None
        assert sense.lemma.title is not None
        office = TitlePhrase(j, self.doc.unit_end[j], sense.lemma.title, sense.feature.number or "s", "", definite=True)
        self._complements(office, stop)
        phrase.scopes = phrase.scopes or office.scopes[:1]
        phrase.j, phrase.definite, phrase.complement = office.j, True, True

    def _next_title(self, phrase: TitlePhrase, j: int) -> None:
        sense = title_sense(self.doc, j)
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
        if not doc.flags[j] & (NAME | PLACE) or doc.words[j].split.preposition or self._is_several(phrase):
            return False
        if phrase.alone and phrase.number == "s" and phrase.j == phrase.i + 1:
            return False  # `دعا المفتي الدول الإسلامية`: what has its article governs no genitive
        sense = next((s for s in doc.senses[j] if s.lemma.entity.startswith(("state:", "org:", "bloc:"))), None)
        place = next((s for s in doc.senses[j] if s.lemma.place), None)
        if sense is None and place is None:
            return False
        if conj and not (phrase.number in "dp" and phrase.scopes):
            return False
        if phrase.scopes and not conj and (phrase.title.level != "role" or phrase.number in "dp"):
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
            sent = doc.folded[j] == "الي" and phrase.title.id in _POSTED
            if (doc.folded[j] not in _OF_OFFICE and not sent) or word.split.conjunction:
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
        if at + 1 >= limit:
            return False
        if doc.split(at).stem in _BUREAUS and doc.flags[at + 1] & TITLE:
            self._of_another(phrase, at + 1, limit)
            return True
        speaks = phrase.scopes or (phrase.i > 0 and doc.flags[phrase.i - 1] & CUE)
        if speaks and doc.split(j).preposition == "ل" and self._is_outlet(at):
            return False  # `مسؤول أمريكي لشبكة فوكس نيوز`: whom he told
        if doc.flags[at] & (NAME | PLACE | GROUP):
            known = (s for s in doc.senses[at] if s.lemma.strength != "needs-class")  # في الأيام, not the newspaper
            sense = next((s for s in known if s.lemma.entity.startswith(("state:", "org:", "bloc:", "media:"))), None)
            if doc.flags[at] & NAME and sense is None and not doc.flags[at] & PLACE:
                return False
            if sense and not phrase.scopes:
                phrase.scopes.append(scope_of(sense.lemma.entity))
            place = next((s.lemma.place for s in doc.senses[at] if s.lemma.place), None)
            named = sense is not None and sense.lemma.entity.startswith("state:") and sense.lemma.strength == "full"
            land = place is not None or named
            bearer = phrase.title.level == "role" and (phrase.number == "p" or not phrase.complement)
            if phrase.scopes and land and doc.folded[j] == "في" and bearer:
                return False  # `اللاجئون السوريون في الأردن`
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

    def _is_outlet(self, at: int) -> bool:
        outlet = any(s.lemma.entity.startswith("media:") for s in self.doc.senses[at])
        return outlet or bool(self.doc.flags[at] & OUTLETCLASS)

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
        if doc.flags[at] & EVENT or at in doc.dated or doc.folded[at] in _REGIONS:
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
            if phrase.alone and phrase.number == "s" and is_crowd(doc, j):
                return False  # `دعا المفتي المسلمين`
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
