"""What a title phrase tells: an office or profession, whose it is, and its holder."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.lexicon.entries import Title
from marsad.lexicon.lexicon import Sense
from marsad.reading.document import Document


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
    alone: bool = False


def scope_of(entity: str) -> str:
    """Whose an office is: the alpha-3 code of a state, the id of any other body."""
    return entity[6:] if entity.startswith("state:") else entity


def is_crowd(doc: Document, j: int) -> bool:
    """Whether token `j` is a plural collective with its article (`المسلمين`), which is no part of one man's name."""
    return any(s.lemma.group and s.split.article and s.feature.number == "p" for s in doc.senses[j])


def title_sense(doc: Document, i: int) -> Sense | None:
    """The title that the unit at token `i` is; with an article an epithet comes first."""
    found = [s for s in doc.senses[i] if s.lemma.title]
    if len(found) > 1 and found[0].split.article:
        found.sort(key=lambda s: s.lemma.title is None or s.lemma.title.level != "epithet")
    return found[0] if found else None
