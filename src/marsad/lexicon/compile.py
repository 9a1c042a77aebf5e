"""The lexicon's files compiled: every inflected form and every name, ready to be looked up by its folded spelling."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from marsad.language.arabic.conjugation import conjugate
from marsad.language.arabic.fold import fold
from marsad.language.arabic.nouns import definite_phrase, nisba_forms, noun_forms, participle_forms
from marsad.language.arabic.verbalnouns import participles
from marsad.lexicon.entries import (
    Actor,
    Cue,
    EventSense,
    Feature,
    Group,
    Lemma,
    LightVerb,
    Office,
    Place,
    StatusWord,
    Title,
)
from marsad.lexicon.frames import Slot, parse_frame
from marsad.lexicon.tables import DATA, Row, read_tables, values

Code = int
"""`lemma index * 256 + feature index`: one sense of one form in one number."""


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
        self.ordinary = {fold(r["form"]) for r in self.rows("speech/ordinary.tsv")}

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
                if " " not in literal and literal not in self.forms:
                    self.add(literal, self.lemma("word", literal), Feature("", 3))
        return slots

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
            feature = feature._replace(article="yes" if feature.article == "no" else feature.article)
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
            for form in conjugate(past, present):
                surface = f"{form.surface} {tail}".strip()
                if fold(surface) in self.ordinary:
                    continue
                self.add(surface, lemma, Feature(form.tense, form.person, form.gender, form.number, form.voice))
            active = participles(past, present).active
            for noun in participle_forms(active) if active else ():
                if not noun.definite and fold(noun.surface) not in self.ordinary:
                    self.add(f"{noun.surface} {tail}".strip(), participle, Feature("", 3, noun.gender, noun.number))
        return lemma, participle

    def noun(self, singular: str, plurals: tuple[str, ...] = ()) -> int:
        """The lemma of a noun of one or several words, with its forms."""
        lemma = self.lemma("noun", singular)
        for word in (singular, *plurals):
            if " " in word:
                number = "s" if word == singular else "p"
                for variant in sorted({word, _accusative(word), *definite_phrase(word)}):
                    self.add(variant, lemma, Feature("", 3, "", number))
        if " " not in singular:
            for form in noun_forms(singular, tuple(p for p in plurals if " " not in p)):
                if not form.definite:
                    self.add(form.surface, lemma, Feature("", 3, form.gender, form.number))
        return lemma

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


def _by_second_word(found: set[Multiword]) -> dict[str, tuple[Multiword, ...]]:
    """Names with one first word, by their second word, the longest first."""
    grouped: dict[str, list[Multiword]] = {}
    for multiword in sorted(found, key=lambda m: (-len(m.rest), m)):
        grouped.setdefault(multiword.rest[0], []).append(multiword)
    return {second: tuple(group) for second, group in grouped.items()}


def compile_lexicon(root: Path = DATA) -> Compiled:
    """Read all tables and compile them. Raises `LexiconError` naming the row that breaks the format."""
    compiler = Compiler(root)
    for step in (
        _states, _places, _organisations, _people, _outlets, _metonyms, _titles, _groups,
        _function_words, _cues, _events, _light_verbs, _status_words,
    ):  # fmt: skip
        step(compiler)
    return compiler.compiled(_holders(compiler.actors.values()))


def _states(c: Compiler) -> None:
    for row in c.rows("actors/states.tsv"):
        entity = f"state:{row['code']}"
        c.actors[entity] = Actor(entity, "state", row["ar"], row["en"], row["code"], "GOV", "", (), row["status"])
        lemma = _name(c, entity, "full")
        c.names(lemma, (row["ar"], *values(row["variants"])))
        _nisba(c, entity, values(row["adjective"]), values(row["people"]))


def _nisba(c: Compiler, entity: str, adjectives: Iterable[str], people: Iterable[str] = ()) -> None:
    lemma = c.lemma("nisba", entity)
    c.lemmas[lemma].entity = entity
    for adjective in adjectives:
        for form in nisba_forms(adjective):
            if not form.definite or " " in adjective:
                c.add(form.surface, lemma, Feature("", 3, form.gender, form.number))
    for people_name in people:
        c.add(people_name, lemma, Feature("", 3, "m", "p"))


def _name(c: Compiler, entity: str, strength: str) -> int:
    lemma = c.lemma("name", f"{entity}#{strength}")
    c.lemmas[lemma].entity, c.lemmas[lemma].strength = entity, strength
    return lemma


def _places(c: Compiler) -> None:
    capitals = {r["capital"]: r["code"] for r in c.rows("actors/states.tsv") if r["capital"]}
    for row in c.rows("places/places.tsv"):
        place = Place(row["key"], row["ar"], row["en"], row["country"], row["kind"], capitals.get(row["key"], ""))
        c.places[row["key"]] = place
        lemma = c.lemma("place", row["key"])
        c.lemmas[lemma].place = place
        c.names(lemma, (row["ar"], *values(row["variants"])))


def _organisations(c: Compiler) -> None:
    for row in c.rows("actors/organisations.tsv"):
        entity = row["id"]
        c.actors[entity] = Actor(
            entity, row["kind"], row["ar"], row["en"], row["country"], row["sector"], "", (), row["type"]
        )
        c.names(_name(c, entity, "full"), (row["ar"], *values(row["variants"])))
        _nisba(c, entity, values(row["adjective"]))


def _people(c: Compiler) -> None:
    for row in c.rows("actors/people*.tsv"):
        entity = row["id"]
        offices = tuple(_office(o) for o in values(row["offices"]))
        c.actors[entity] = Actor(
            entity, "person", row["ar"], row["en"], row["country"], row["sector"], row["gender"], offices
        )
        c.names(_name(c, entity, "full"), (row["ar"], *values(row["variants"])))
        c.names(_name(c, entity, "short"), values(row["short"]))


def _office(text: str) -> Office:
    parts = (*text.split("@"), "", "", "")
    return Office(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip())


def _holders(actors: Iterable[Actor]) -> dict[str, tuple[tuple[str, str, str], ...]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for actor in actors:
        for office in actor.offices:
            found.setdefault(f"{office.office}@{office.scope}", []).append((office.start, office.end, actor.id))
    return {key: tuple(sorted(terms)) for key, terms in found.items()}


def _outlets(c: Compiler) -> None:
    for row in c.rows("actors/outlets.tsv"):
        entity = row["id"]
        c.actors[entity] = Actor(entity, "media", row["ar"], row["en"], row["country"], "MED", "", (), row["type"])
        names = (row["ar"], *values(row["variants"]))
        ordinary = [n for n in names if "needs-class" in row.get("note", "") and (" " not in n or n == row["ar"])]
        c.names(_name(c, entity, "needs-class"), ordinary)
        c.names(_name(c, entity, "full"), [n for n in names if n not in ordinary])
        for domain in values(row.get("domains", "")):
            c.domains[domain] = entity


def _metonyms(c: Compiler) -> None:
    for row in c.rows("actors/metonyms.tsv"):
        strength = row["note"].strip() if row["note"].startswith("local:") else "metonym"
        c.names(_name(c, row["entity"], strength), values(row["form"]))


def _titles(c: Compiler) -> None:
    for row in c.rows("speech/titles.tsv"):
        title = Title(row["id"], row["ar"], row["en"], row["level"])
        c.titles.setdefault(row["id"], title)
        lemma = c.lemma("title", f"{row['id']}#{row['ar']}")
        c.lemmas[lemma].title = title
        for gender, cell in (("m", f"{row['ar']} | {row['variants']}"), ("f", row["feminine"])):
            for surface in values(cell):
                c.add(surface, lemma, Feature("", 3, gender, "s"))
        for surface in values(row["plural"]):
            number = "d" if fold(surface).split()[0].endswith(("ان", "ين", "ا", "ي")) else "p"
            c.add(surface, lemma, Feature("", 3, "m", number))


def _groups(c: Compiler) -> None:
    for row in c.rows("actors/groups.tsv"):
        lemma = c.lemma("group", row["id"])
        c.lemmas[lemma].group = Group(row["id"], row["en"], row["sector"], values(row["kind"]))
        for cell, number in ((row["singular"], "s"), (row["plural"], "p")):
            for surface in values(cell):
                for variant in (surface, *(definite_phrase(surface) if " " in surface else ())):
                    c.add(variant, lemma, Feature("", 3, row["gender"] or "m", number))


def _function_words(c: Compiler) -> None:
    for table, kind in (
        ("speech/function.tsv", "function"),
        ("speech/modifiers.tsv", "modifier"),
        ("speech/outletclasses.tsv", "outletclass"),
        ("speech/epithets.tsv", "epithet"),
    ):
        for row in c.rows(table):
            lemma = c.lemma(kind, row["class"])
            c.lemmas[lemma].label = row["class"]
            c.add(row["form"], lemma, Feature(article="" if kind == "outletclass" else "no"))
    for row in c.rows("speech/names.tsv"):
        lemma = c.lemma("namepart", row["kind"])
        c.lemmas[lemma].label = row["kind"]
        c.add(row["ar"], lemma, Feature())


def _cues(c: Compiler) -> None:
    for row in c.rows("speech/cues.tsv"):
        event, _, mode = row["event"].partition(":")
        lemma_text, prep = _trailing_preposition(row["lemma"]) if row["pos"] == "phrase" else (row["lemma"], "")
        cue = Cue(row["id"], row["kind"], c.frame(row["frame"]), event, mode, c.frame(row["roles"]), prep, row["note"])
        if row["pos"] == "verb":
            for lemma in c.verb(row["lemma"]):
                c.lemmas[lemma].cues.append(cue)
            for noun in values(row["nouns"]):
                c.lemmas[c.noun(noun)].cues.append(cue)
        elif row["pos"] == "noun":
            c.lemmas[c.noun(row["lemma"], values(row["nouns"]))].cues.append(cue)
        else:
            lemma = c.lemma("phrase", row["lemma"])
            c.lemmas[lemma].cues.append(cue)
            for surface in (lemma_text, *values(row["nouns"])):
                c.add(_trailing_preposition(surface)[0], lemma, Feature())


def _accusative(phrase: str) -> str:
    """The indefinite accusative of a masculine noun and its adjective: `اتصالا مرئيا`."""
    words = phrase.split()
    if len(words) != 2 or any(w.startswith("ال") or w[-1] in "ةاىءتن" for w in words):
        return phrase
    return " ".join(f"{w}ا" for w in words)


def _trailing_preposition(phrase: str) -> tuple[str, str]:
    words = phrase.replace("ـ", "").split()
    if len(words) > 1 and words[-1] in {"ل", "ب", "ك"}:
        return " ".join(words[:-1]), words[-1]
    return phrase, ""


def _events(c: Compiler) -> None:
    for row in (*c.rows("events/cooperation.tsv"), *c.rows("events/conflict.tsv")):
        notes = row["note"].split() if row["note"] else []
        sense = EventSense(
            row["id"], row["type"], row["mode"], c.frame(row["frame"]), values(row["contexts"]), row["status"],
            "needs-args" in notes, "victim-subject" in notes, row["pos"] == "phrase",
        )  # fmt: skip
        if row["pos"] == "verb":
            for lemma in c.verb(row["lemma"]):
                c.lemmas[lemma].events.append(sense)
        elif row["pos"] == "noun":
            c.lemmas[c.noun(row["lemma"], values(row["plural"]))].events.append(sense)
        else:
            lemma = c.lemma("phrase", row["lemma"])
            c.lemmas[lemma].events.append(sense)
            for surface in (row["lemma"], *values(row["plural"])):
                for variant in {surface, *(definite_phrase(surface) if " " in surface else ())}:
                    c.add(variant, lemma, Feature("", 3))

    for row in c.rows("events/named.tsv"):
        sense = EventSense(
            f"named.{row['form']}", row["type"], row["mode"], parse_frame("مع=P, بين=P"), (), "", False, False, True,
            values(row["actors"]), values(row["recipients"]),
        )  # fmt: skip
        lemma = c.lemma("phrase", f"named {row['form']}")
        c.lemmas[lemma].events.append(sense)
        for surface in (row["form"], *values(row["variants"])):
            c.add(surface, lemma, Feature("", 3))


def _light_verbs(c: Compiler) -> None:
    for row in c.rows("events/light.tsv"):
        for lemma in c.verb(row["lemma"]):
            c.lemmas[lemma].light.append(LightVerb(row["lemma"], c.frame(row["frame"]), row["effect"]))


def _status_words(c: Compiler) -> None:
    for row in c.rows("events/status.tsv"):
        word = StatusWord(row["form"], row["status"], row["scope"])
        if row["pos"] == "verb" and len(row["form"].split()) >= 2:
            for lemma in c.verb(row["form"]):
                c.lemmas[lemma].status.append(word)
        elif row["pos"] in {"noun", "adjective"} and " " not in row["form"]:
            c.lemmas[c.noun(row["form"])].status.append(word)
        else:
            lemma = c.lemma("phrase", f"status {row['form']}")
            c.lemmas[lemma].status.append(word)
            c.add(_trailing_preposition(row["form"])[0], lemma, Feature())


def _blocked(forms: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for form in forms:
        first, *rest = fold(form).split()
        found.setdefault(first.removeprefix("ال"), set()).add(tuple(w.removeprefix("ال") for w in rest))
    return {k: tuple(sorted(v)) for k, v in found.items()}
