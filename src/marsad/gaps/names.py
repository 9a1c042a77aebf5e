"""Gaps in who there is: persons, titles, organisations, nationalities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from marsad.gaps.findings import Finding, Scene
from marsad.gaps.kinds import Kind
from marsad.lexicon.lexicon import ENTITY_HEAD, EVENT, GROUP, MODIFIER, NAMEPART, TITLE, Lexicon, Sense
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES

_QUOTES = OPENERS | CLOSERS | TOGGLES
_ENOUGH_NAMES = 5
"""Organisations whose names must begin with a word before it counts as one for organisations: حزب, منظمة."""
_ENDINGS = ("يين", "يون", "يه", "ي")
_INDEFINITE = ("ه", "ي")
"""Endings of indefinite adjectives, which make no name of the noun before them (`مجموعة نجمية`)."""
_LONGEST_NAME = 3


def persons(scene: Scene) -> Iterator[Finding]:
    """Persons named with a title whom the lexicon does not have, with the title and the country if they are told."""
    seen: set[str] = set()
    for chunk in scene.chunks:
        entity = scene.registry.entities.get(chunk.ents[0]) if chunk.head == "person" and chunk.ents else None
        if entity is None or entity.id in scene.lexicon.actors or chunk.name_at < 0 or entity.id in seen:
            continue
        if not (entity.office or chunk.title) or _is_only_given(scene, entity.ar):
            continue
        seen.add(entity.id)
        note = "@".join(filter(None, (entity.office or chunk.title, entity.country)))
        yield scene.finding(Kind.person, chunk.i, chunk.j, note, entity.ar)


def _is_only_given(scene: Scene, name: str) -> bool:
    """Whether a name is one given name alone (`الملك فهد`), or none that stands by itself (`لكرة القدم`)."""
    first, *rest = scene.lexicon.words(name.split())
    return bool(first.split.preposition) or (not rest and bool(first.flags & NAMEPART))


def titles(scene: Scene) -> Iterator[Finding]:
    """An unknown definite word before a person who has no title there: `السكرتيرة ماريا زاخاروفا`."""
    doc = scene.doc
    for chunk in scene.chunks:
        i = chunk.i - 1
        if chunk.head != "person" or chunk.name_at != chunk.i or i < 0 or not scene.is_unknown(i):
            continue
        if doc.folded[i].startswith("ال") and chunk.ents[0] in scene.lexicon.actors:
            yield scene.finding(Kind.office, i, i + 1, chunk.ents[0])


@lru_cache(maxsize=4)
def organisation_words(lexicon: Lexicon) -> frozenset[str]:
    """The folded words with which names of many organisations begin: حزب, منظمة, حركة."""
    heads = Counter(head for actor in lexicon.actors.values() if actor.kind == "org" for head in set(actor.heads))
    return frozenset(head for head, names in heads.items() if names >= _ENOUGH_NAMES)


def organisations(scene: Scene) -> Iterator[Finding]:
    """Names that begin as names of organisations do (`حزب النهوض`) and are no known one's."""
    doc, heads = scene.doc, organisation_words(scene.lexicon)
    for start, stop in doc.sentences:
        for i in range(start, stop - 1):
            split = doc.words[i].split
            if split.article or split.pronoun or doc.unit_end[i] > i + 1 or split.stem not in heads:
                continue
            j = i + 1
            while j < stop and doc.is_sign(j, _QUOTES):
                j += 1
            end = j
            while end < stop and end - j < _LONGEST_NAME and scene.is_unknown(end) and _goes_on(scene, j, end):
                end += 1
            if end > j and not (j == i + 1 and doc.folded[j].endswith(_INDEFINITE) and not _is_definite(scene, j)):
                form = doc.text[doc.starts[i] + len(split.conjunction) + len(split.preposition) : doc.ends[end - 1]]
                yield scene.finding(Kind.organisation, i, end, form=form)


def _goes_on(scene: Scene, j: int, k: int) -> bool:
    """The first word of a name, and further ones in the article."""
    return k == j or _is_definite(scene, k)


def _is_definite(scene: Scene, k: int) -> bool:
    return scene.doc.folded[k].startswith(("ال", "وال"))


def adjectives(scene: Scene) -> Iterator[Finding]:
    """Unknown words in ي, ية, يون, يين right after an office or a group, where a nationality stands."""
    doc = scene.doc
    for start, stop in doc.sentences:
        for i in range(start, stop - 1):
            if not doc.flags[i] & (TITLE | GROUP) or not any(map(_of_state, doc.senses[i])):
                continue
            j = doc.unit_end[i]
            while j < stop and doc.flags[j] & MODIFIER:
                j = doc.unit_end[j]
            if j < stop and scene.is_unknown(j) and not doc.flags[j] & (ENTITY_HEAD | EVENT):
                if form := _masculine(doc.folded[j], doc.tokens.words[j]):
                    yield scene.finding(Kind.adjective, j, j + 1, doc.text[doc.starts[i] : doc.ends[j - 1]], form)


def _of_state(sense: Sense) -> bool:
    """Whether a word means an office of a state, or those who speak or act for one."""
    title, group = sense.lemma.title, sense.lemma.group
    return bool((title and title.level == "state") or (group and {"speaker", "side"} & set(group.kinds)))


def _masculine(folded: str, written: str) -> str:
    """The masculine singular without ال of a word that looks like a nationality; empty if it does not."""
    ending = next((e for e in _ENDINGS if folded.endswith(e)), "")
    bare = folded.removeprefix("ال")
    if not ending or written.endswith("ى") or len(bare) - len(ending) < 3:
        return ""
    stem = written[2:] if folded.startswith("ال") else written
    return f"{stem[: len(stem) - len(ending)]}ي"
