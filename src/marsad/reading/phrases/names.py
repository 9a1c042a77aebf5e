"""Names of people that the lexicon does not know: where they begin and end."""

from __future__ import annotations

import re

from marsad.lexicon.lexicon import CUE, EVENT, FUNCTION, LIGHT, MODIFIER, NAME, NAMEPART, OUTLETCLASS, STATUS, TITLE
from marsad.reading.document import Document

_ORDINARY = CUE | EVENT | LIGHT | STATUS | TITLE | FUNCTION | OUTLETCLASS
_LINKED = ("وال", "بال", "فال", "كال", "لل", "ولل")
_SON = frozenset({"بن", "ابن", "بنت"})
_LONGEST_NAME = 6
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
        """Whether token `i` is بن, أبو, آل, عبد, فان …"""
        return self.is_part(i) and any(s.lemma.label == "particle" for s in self.doc.senses[i])

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
        """The token after the name that begins at `i`, `i` itself if none does. Unknown words are taken up to two
        (one if `strict`), further ones only beside known parts and particles."""
        doc = self.doc
        if i >= stop or not self.may_be_part(i) or (doc.folded[i].startswith("ال") and not self.is_part(i)):
            return i
        if not self.is_part(i) and doc.folded[i].startswith(("با", "لا", "كا", "فا", "وا")) and len(doc.folded[i]) > 6:
            return i
        j, unknown = i, 0
        while j < stop and j - i < _LONGEST_NAME and self.may_be_part(j):
            if j > i and doc.starts[j] - doc.ends[j - 1] > 2:
                break
            if j > i and self._is_office(j):
                break
            known = self.is_part(j)
            if not known and doc.folded[j].startswith("ال") and j > i + 1 and not self.is_particle(j - 1):
                break
            if not known and (self._is_closed(i, j) or (j == i + 1 and doc.folded[i].startswith("ال"))):
                break
            unknown += not known
            if (
                unknown > (1 if strict else 2)
                and not self.is_particle(j - 1)
                and not (unknown == 3 and self.speaks(j + 1))
            ):
                break
            j += 1
        while j < stop and j - i < _LONGEST_NAME and doc.flags[j] & NAME and self._is_person(j) and self.is_part(j - 1):
            j += 1
        while j > i + 1 and self.is_particle(j - 1):
            j -= 1
        return j

    def _is_closed(self, i: int, j: int) -> bool:
        """Whether a family name in ال closes the name before token `j`: `رائد الجبوري | تسلم`."""
        last = self.doc.folded[j - 1] if j > i + 1 else ""
        return (
            last.startswith("ال")
            and len(last) > 4
            and not self.doc.folded[j].startswith("ال")
            and not self.is_particle(j - 2)
        )

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
