"""Names of people that the lexicon does not know: where they begin and end."""

from __future__ import annotations

import re
from typing import Final

from marsad.lexicon.lexicon import (
    CUE,
    EVENT,
    FUNCTION,
    LIGHT,
    MODIFIER,
    NAME,
    NAMEPART,
    OUTLETCLASS,
    PLACE,
    STATUS,
    TITLE,
)
from marsad.reading.document import Document

_ACTS: Final = CUE | EVENT | LIGHT | STATUS
_ORDINARY: Final = _ACTS | TITLE | FUNCTION | OUTLETCLASS
_LINKED = ("وال", "بال", "فال", "كال", "لل", "ولل")
_SON = frozenset({"بن", "ابن", "بنت"})
_LONGEST_NAME = 7
UNSURE, LIKELY, SURE = -150, 0, 75
"""How likely it must be that a name begins, in hundredths of log odds: where its words are known as names, where they
are not, and where nothing else tells."""
_KNOWN, _UNKNOWN, _OTHER = -100, -50, 125
"""Likewise that it goes on: with a word known as a name, one not known at all, one that means something else or looks
like it."""
_LAST, _LONG, _STRICT = -250, 100, 100
"""Likewise with an unknown word before what is said, with one in ال after three; and how much more where a word that is
not surely a name must not lengthen one."""
_LEAST = min(_LAST, _UNKNOWN)
_VERBAL_NOUN = re.compile("^(?:ت..ي.|ان..ا.|ا.ت.ا.|است..ا.)$")
"""Shapes of verbal nouns (تعزيز, انطلاق, احتلال, استمرار), which are no names."""


class Names:
    """Finds the extent of unknown names in a document."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc

    def is_part(self, i: int) -> bool:
        """Whether token `i` is a given name, family name or name particle, as a word of its own."""
        doc = self.doc
        return i < doc.size and bool(doc.flags[i] & NAMEPART) and not doc.words[i].split.conjunction

    def is_particle(self, i: int) -> bool:
        """Whether token `i` is بن, أبو, آل, عبد …, after which a name goes on; الدين ends one as well."""
        doc = self.doc
        return (
            self.is_part(i)
            and not doc.words[i].split.article
            and any(s.lemma.label == "particle" for s in doc.senses[i])
        )

    def may_be_part(self, i: int) -> bool:
        """Whether token `i` could be a word of a name: a known part, or a word that means nothing else."""
        doc = self.doc
        if i >= doc.size or len(doc.folded[i]) < 2 or not doc.folded[i].isalpha():
            return False
        if self.is_part(i):
            return True
        if i and doc.folded[i - 1] in _SON and not doc.flags[i] & FUNCTION and not doc.words[i].split.preposition:
            return True  # `عبد الله بن مساعد`
        if doc.flags[i] & (_ORDINARY | MODIFIER):
            return False
        word = doc.folded[i]
        if doc.senses[i] or word.startswith(_LINKED):
            return False
        if _VERBAL_NOUN.match(word) or (i and word.endswith("ه") and not self.is_part(i - 1) and len(word) > 4):
            return False
        if word[0] == "ل" and len(word) > 4 and i + 1 < doc.size:
            return False
        return not (word[0] in "بلكوف" and len(word) > 4 and word.endswith(("ه", "ها", "هم", "هما")))

    def end(self, i: int, stop: int, strict: bool = False) -> int:
        """The token after the name that begins at `i`, `i` itself if none does; `strict` where a word that is not
        surely a name must not lengthen one."""
        doc = self.doc
        if i >= stop or not self._may_begin(i):
            return i
        j, limit = i + 1, min(stop, i + _LONGEST_NAME)
        while j < limit and self._goes_on(i, j, strict):
            j += 1
        while j < limit and doc.flags[j] & NAME and self._is_person(j) and self.is_part(j - 1):
            j += 1
        while j > i + 1 and self.is_particle(j - 1):
            j -= 1
        return j

    def take(self, i: int, end: int) -> None:
        """Make the words of a name nothing else: `وعبدالله يحيى` greets nobody."""
        for k in range(i, end):
            self.doc.flags[k] &= ~_ACTS

    def _may_begin(self, i: int) -> bool:
        """Whether token `i` could be the first word of a name; a known one may be joined by و."""
        word, folded = self.doc.words[i], self.doc.folded[i]
        if word.flags & NAMEPART and not self.doc.split(i).preposition:
            return not (word.split.article and word.flags & PLACE)  # `الرياض`, not رياض
        if not self.may_be_part(i) or folded.startswith("ال"):
            return False
        return not (folded.startswith(("با", "لا", "كا", "فا", "وا")) and len(folded) > 6)

    def may_begin(self, i: int, least: int) -> bool:
        """Whether token `i` could be the first word of a name, and is one more likely than `least`."""
        return self._may_begin(i) and self.begins(i) > least

    def begins(self, i: int) -> int:
        """How likely it is that a person's name begins at token `i`, in hundredths of log odds."""
        return self.doc.lexicon.name_tagger.begins(self.doc.words, i)

    def lengthens(self, j: int) -> bool:
        """Whether token `j` makes a known short name before it a longer one, of somebody else: `فولكر برتيس`."""
        return self.may_be_part(j) and self._goes_on(j - 1, j, strict=True)

    def _goes_on(self, i: int, j: int, strict: bool) -> bool:
        """Whether the name that began at token `i` goes on with token `j`."""
        doc = self.doc
        word = doc.words[j]
        if word.is_sign or word.split.conjunction or doc.starts[j] - doc.ends[j - 1] > 2 or self._is_office(j):
            return False
        known = self.is_part(j)
        if not known and (word.classes or doc.split(j).preposition):
            return False
        if self.is_particle(j - 1) and not word.classes:
            return True
        odds = doc.lexicon.name_tagger.goes_on(doc.words, j)
        if known:
            return odds > _KNOWN
        return odds > _LEAST and odds > self._needed(i, j) + (_STRICT if strict else 0)

    def _needed(self, i: int, j: int) -> int:
        """How likely it must be that a name goes on with a word that is not known as one: more for a word in ال after
        three (`نادر حسن سالم | الحصيلة`), less for a last word before what is said (`ديفيد وولش إن`)."""
        if not self.may_be_part(j):
            return _OTHER
        if j - i > 2 and self.doc.folded[j].startswith("ال"):
            return _LONG
        return _LAST if self.speaks(j + 1) else _UNKNOWN

    def _is_office(self, j: int) -> bool:
        """Whether token `j`, though a name too, begins an office in apposition: `الشيخ تميم **أمير** قطر`."""
        doc = self.doc
        return (
            bool(doc.flags[j] & TITLE)
            and j + 1 < doc.size
            and any(s.lemma.entity.startswith("state:") for s in doc.senses[j + 1])
        )

    def speaks(self, i: int) -> bool:
        """Whether a reporting verb or أن follows at token `i`, as after a speaker's name."""
        doc = self.doc
        return i < doc.size and (bool(doc.flags[i] & CUE and doc.words[i].tense) or "that" in doc.words[i].classes)

    def _is_person(self, i: int) -> bool:
        return any(s.lemma.entity.startswith("person:") for s in self.doc.senses[i])
