"""The name after a title phrase: known or unknown, right after it or in apposition."""

from __future__ import annotations

from marsad.lexicon.lexicon import CUE, EVENT, NAME, TITLE
from marsad.reading.document import Document
from marsad.reading.phrases.names import LIKELY, SURE, UNSURE, Names
from marsad.reading.phrases.registry import Registry
from marsad.reading.phrases.titlephrases import TitlePhrase, is_crowd, title_sense

_SIGNS_OF_NAME = frozenset({'"', "“", "”", "«", "»", "&quot;"})
_PARENTHESIS = frozenset({"("})
_COMMA = frozenset({"،", ","})
_BEFORE_CONTENT = _COMMA | {":", "؛", "-", "–"}


class TitleNames:
    """Reads the names after the title phrases of one document."""

    def __init__(self, doc: Document, registry: Registry, names: Names) -> None:
        self.doc, self.registry, self.names = doc, registry, names

    def fill(self, phrase: TitlePhrase, stop: int) -> None:
        """Fill in the name that follows a title phrase, also after its comma or at the end of a long description."""
        self._next(phrase, stop)
        if not phrase.name and phrase.number == "s" and phrase.i > 0 and self.doc.flags[phrase.i - 1] & CUE:
            self._at_end(phrase, stop)

    def _next(self, phrase: TitlePhrase, stop: int) -> None:
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
            while j < stop and doc.has(j, TITLE) and self._is_honorific(j):
                j = doc.unit_end[j]
            if j >= stop:
                return
        if phrase.number in "dp" and phrase.title.level != "honorific":
            return
        known = self._known_person(j)
        if (known and self._is_foreigner(phrase, known)) or self._names_another(j):
            return
        if not known and phrase.alone and is_crowd(doc, j):
            return
        end = doc.unit_end[j] if known else self.names.end(j, stop)
        if known and end == j + 1 and end < stop and self.names.lengthens(end):
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

    def _at_end(self, phrase: TitlePhrase, stop: int) -> None:
        """`أكد نائب رئيس النادي ورئيس بعثة الفريق في هولندا فيصل السالم أن`: after a reporting verb, the name at
        the end of a long description of the speaker, right before what he says."""
        doc = self.doc
        if phrase.title.level == "state" and phrase.scopes:
            return
        for k in range(phrase.j, min(stop, phrase.i + 24)):
            word = doc.words[k]
            if "that" in word.classes or word.folded == ":":
                self._unknown_before(phrase, k)
                return
            if word.tense and doc.flags[k] & (CUE | EVENT):
                return
            if not self._may_begin_name(k):
                continue
            end = self.names.end(k, stop)
            after = end + 1 if end < stop and doc.is_sign(end, _SIGNS_OF_NAME) else end
            if end - k >= 2 and after < stop and self._is_content_ahead(after):
                phrase.name_at, phrase.name_end, phrase.j = k, end, end
                phrase.name = doc.text[doc.starts[k] : doc.ends[end - 1]]
                return

    def _unknown_before(self, phrase: TitlePhrase, k: int) -> None:
        """`قال محافظ البنك المركزي جرايمي ويلر إن`: two words before أن that mean nothing else, and no genitive."""
        doc = self.doc
        while k > phrase.j and doc.is_sign(k - 1, _BEFORE_CONTENT | _SIGNS_OF_NAME):
            k -= 1
        first = k - 2
        if first < phrase.j or not all(self._means_nothing(n) for n in (first, first + 1)):
            return
        before = doc.words[first - 1]
        if doc.folded[first].startswith("ال") or not (before.split.article or not before.senses):
            return
        phrase.name_at, phrase.name_end, phrase.j = first, k, k
        phrase.name = doc.text[doc.starts[first] : doc.ends[k - 1]]

    def _means_nothing(self, n: int) -> bool:
        """Whether token `n` is a word that may only be a name."""
        doc, word = self.doc, self.doc.words[n]
        unknown = not word.senses or self.names.is_part(n)
        return unknown and word.folded.isalpha() and not word.classes and not word.tense and n not in doc.dated

    def _may_begin_name(self, k: int) -> bool:
        """Whether token `k` is a given name that no preposition or meeting (`لقائه فلانا`) governs."""
        doc = self.doc
        if not self.names.is_part(k) or (self.names.is_particle(k) and doc.folded[k] not in {"عبد", "ابو"}):
            return False
        if doc.words[k].split.preposition or doc.is_class(k - 1, "prep"):
            return False
        return not (doc.flags[k - 1] & EVENT and doc.words[k - 1].split.pronoun)

    def _is_content_ahead(self, end: int) -> bool:
        """Whether what is said may begin at token `end`: أن, a colon, a pause, `عن`, `على`, an outlet that hears it."""
        doc = self.doc
        if "that" in doc.words[end].classes or doc.is_sign(end, _BEFORE_CONTENT):
            return True
        hears = doc.words[end].split.preposition == "ل" and bool(doc.flags[end] & NAME)  # `فادي ضو لفرانس برس`
        return hears or doc.folded[end] in {"عن", "علي", "الي"}

    def _is_foreigner(self, phrase: TitlePhrase, person: str) -> bool:
        """`الرئيس الفرنسي | الأمير محمد بن سلمان`: whether a known person is of another state than the office."""
        actor = self.registry.lexicon.actors.get(person)
        scope = phrase.scopes[0] if phrase.scopes and phrase.title.level == "state" else ""
        return bool(actor and actor.country and scope and ":" not in scope and actor.country != scope)

    def _is_sure(self, phrase: TitlePhrase, j: int, end: int) -> bool:
        """Whether an unknown name is one: after an honorific or an office of a known state, with a known given or
        family name, or before what is said, unless it is unlikely; after a mere profession if it is likely."""
        if self.registry.named(self.doc.folded[j]) is not None:
            return True
        likely = self.names.begins(j)
        if any(self.names.is_part(k) and not self.names.is_particle(k) for k in range(j, end)):
            return likely > UNSURE
        office = phrase.title.level == "honorific" or (phrase.title.level == "state" and phrase.scopes)
        if end - j < 2:
            return likely > (UNSURE if office and phrase.definite else SURE)
        closed = (phrase.definite or phrase.complement) and (self.names.speaks(end) or self.doc.is_sign(end, _COMMA))
        return likely > (UNSURE if office or closed else LIKELY)

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
        sense = title_sense(self.doc, j)
        return bool(
            sense and sense.lemma.title and sense.lemma.title.level == "honorific" and not sense.split.conjunction
        )

    def _names_another(self, j: int) -> bool:
        """`الرئيس الروسي | وحسن روحاني`: whether و joins somebody else's known name to the title."""
        return bool(self.doc.flags[j] & NAME and self.doc.split(j).conjunction)

    def _known_person(self, j: int) -> str:
        doc = self.doc
        if not doc.flags[j] & NAME or doc.words[j].split.conjunction or doc.words[j].split.preposition:
            return ""
        return next((s.lemma.entity for s in doc.senses[j] if s.lemma.entity.startswith("person:")), "")
