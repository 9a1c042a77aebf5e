"""The compiler collects what is entered from the tables, every inflected form and every name under its folded spelling,
and gives it out as what the reader looks up. Which table enters what is told in :mod:`marsad.lexicon.compile`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from marsad.language.arabic.conjugation import conjugate
from marsad.language.arabic.fold import fold
from marsad.language.arabic.nouns import definite_phrase, noun_forms, participle_forms
from marsad.language.arabic.verbalnouns import participles
from marsad.lexicon.entries import Actor, Feature, Lemma, Place, Title
from marsad.lexicon.frames import Slot, parse_frame
from marsad.lexicon.tables import DATA, Row, read_tables

Code = int
"""`lemma index * 256 + feature index`: one sense of one form in one number."""

_WITHOUT_TANWEEN = ("ه", "ا", "ي", "ات", "ون", "ين")
"""Folded endings after which the indefinite accusative is not written: `قيودا`, but `قيادة`, `مظاهرات`."""


class Multiword(NamedTuple):
    """The words after the first of a name or phrase, and what they mean."""

    rest: tuple[str, ...]
    code: Code


class Compiled(NamedTuple):
    """All that the reader looks up."""

    lemmas: list[Lemma]
    features: list[Feature]
    forms: dict[str, tuple[Code, ...]]
    multiwords: dict[str, dict[str, tuple[Multiword, ...]]]
    actors: dict[str, Actor]
    places: dict[str, Place]
    holders: dict[str, tuple[tuple[str, str, str], ...]]
    domains: dict[str, str]
    worldevents: tuple[tuple[str, str, str, str], ...]
    blocked: dict[str, tuple[tuple[str, ...], ...]]
    titles: dict[str, Title]


class Compiler:
    """Collects lemmas and their forms from the tables."""

    def __init__(self, root: Path = DATA) -> None:
        self.root = root
        self.lemmas: list[Lemma] = []
        self.features: list[Feature] = []
        self._feature_ids: dict[Feature, int] = {}
        self._lemma_ids: dict[tuple[str, str], int] = {}
        self.forms: dict[str, set[Code]] = {}
        self.multiwords: dict[str, set[Multiword]] = {}
        self.actors: dict[str, Actor] = {}
        self.places: dict[str, Place] = {}
        self.domains: dict[str, str] = {}
        self.titles: dict[str, Title] = {}
        self.ordinary: set[str] = set()
        for row in self.rows("speech/ordinary.tsv"):
            self.ordinary.add(fold(row["form"]))
            if row.get("note") == "whole":
                self.add(row["form"], self.lemma("word", row["form"]), Feature("", 3))

    def rows(self, pattern: str) -> Iterable[Row]:
        """The rows of the tables that match."""
        return read_tables(pattern, self.root)

    def lemma(self, kind: str, key: str) -> int:
        """The index of a lemma, made if new."""
        index = self._lemma_ids.get((kind, key))
        if index is None:
            index = self._lemma_ids[kind, key] = len(self.lemmas)
            self.lemmas.append(Lemma(kind, key))
        return index

    def frame(self, text: str) -> tuple[Slot, ...]:
        """Read a frame; the words that it demands become known, so that they are found with their clitics."""
        slots = parse_frame(text)
        for slot in slots:
            for literal in sorted(slot.literals):
                if " " not in literal and self._is_only_verb(literal):
                    lemma = self.lemma("word", literal)
                    self.add(literal, lemma, Feature("", 3))
                    if not literal.endswith(_WITHOUT_TANWEEN) and f"{literal}ا" not in self.forms:
                        self.add(f"{literal}ا", lemma, Feature("", 3))
        return slots

    def _is_only_verb(self, folded: str) -> bool:
        """Whether a form is unknown or known as a verb alone, which takes no article (`تجول`)."""
        return all(self.lemmas[code // 256].kind == "verb" for code in self.forms.get(folded, ()))

    def code(self, lemma: int, feature: Feature) -> Code:
        """The number of a lemma's form with a feature."""
        number = self._feature_ids.get(feature)
        if number is None:
            number = self._feature_ids[feature] = len(self.features)
            self.features.append(feature)
        return lemma * 256 + number

    def add(self, surface: str, lemma: int, feature: Feature) -> None:
        """Enter one form, of one word or several. A leading ال is cut off; a form that otherwise never takes the
        article then needs it."""
        if surface.startswith("ال") and not feature.tense and len(surface.split()[0]) > 3:
            surface = surface[2:]
            feature = replace(feature, article="yes" if feature.article == "no" else feature.article)
        first, *rest = fold(surface).split() or [""]
        if not first:
            return
        code = self.code(lemma, feature)
        if rest:
            self.multiwords.setdefault(first, set()).add(Multiword(tuple(rest), code))
        else:
            self.forms.setdefault(first, set()).add(code)

    def verb(self, pair: str) -> tuple[int, int]:
        """The lemma of a verb and of its participle, with all their forms entered once."""
        known = ("verb", pair) in self._lemma_ids
        lemma, participle = self.lemma("verb", pair), self.lemma("participle", pair)
        if not known:
            past, present = pair.split()[:2]
            tail = " ".join(pair.split()[2:])
            self.conjugate(pair, lemma)
            active = participles(past, present).active
            for noun in participle_forms(active) if active else ():
                if not noun.definite and fold(noun.surface) not in self.ordinary:
                    self.add(f"{noun.surface} {tail}".strip(), participle, Feature("", 3, noun.gender, noun.number))
        return lemma, participle

    def conjugate(self, pair: str, lemma: int) -> None:
        """Enter all forms of a verb."""
        past, present, *tail = pair.split()
        for form in conjugate(past, present):
            surface = " ".join((form.surface, *tail))
            if fold(surface) not in self.ordinary:
                self.add(surface, lemma, Feature(form.tense, form.person, form.gender, form.number, form.voice))

    def noun(self, singular: str, plurals: tuple[str, ...] = ()) -> int:
        """The lemma of a noun of one or several words, with its forms."""
        lemma = self.lemma("noun", singular)
        self.noun_forms(lemma, (singular, *plurals))
        return lemma

    def noun_forms(self, lemma: int, words: tuple[str, ...]) -> None:
        """Enter the forms of a noun: its singular and its plurals."""
        if not words:
            return
        singular, *plurals = words
        for word in words:
            if " " in word:
                number = "s" if word == singular else "p"
                for variant in sorted({word, _accusative(word), *definite_phrase(word)}):
                    self.add(variant, lemma, Feature("", 3, "", number))
        if " " not in singular:
            for form in noun_forms(singular, tuple(p for p in plurals if " " not in p)):
                if not form.definite:
                    self.add(form.surface, lemma, Feature("", 3, form.gender, form.number))

    def names(self, lemma: int, surfaces: Iterable[str], feature: Feature | None = None) -> None:
        """Enter names as they stand: with their article or never with one."""
        for surface in surfaces:
            self.add(surface, lemma, feature or Feature(article="no"))

    def compiled(self, holders: dict[str, tuple[tuple[str, str, str], ...]]) -> Compiled:
        """Everything collected."""
        return Compiled(
            self.lemmas,
            self.features,
            {k: tuple(sorted(v)) for k, v in self.forms.items()},
            {k: _by_second_word(v) for k, v in self.multiwords.items()},
            self.actors,
            self.places,
            holders,
            self.domains,
            tuple((r["start"], r["end"], r["ar"], r["variants"]) for r in self.rows("time/worldevents.tsv")),
            _blocked(r["form"] for r in self.rows("events/blocked.tsv")),
            self.titles,
        )


def _accusative(phrase: str) -> str:
    """The indefinite accusative of a masculine noun and its adjective: `اتصالا مرئيا`."""
    words = phrase.split()
    if len(words) != 2 or any(w.startswith("ال") or w[-1] in "ةاىءتن" for w in words):
        return phrase
    return " ".join(f"{w}ا" for w in words)


def _by_second_word(found: set[Multiword]) -> dict[str, tuple[Multiword, ...]]:
    """Names with one first word, by their second word, the longest first."""
    grouped: dict[str, list[Multiword]] = {}
    for multiword in sorted(found, key=lambda m: (-len(m.rest), m)):
        grouped.setdefault(multiword.rest[0], []).append(multiword)
    return {second: tuple(group) for second, group in grouped.items()}


def _blocked(forms: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for form in forms:
        first, *rest = fold(form).split()
        found.setdefault(first.removeprefix("ال"), set()).add(tuple(w.removeprefix("ال") for w in rest))
    return {k: tuple(sorted(v)) for k, v in found.items()}
