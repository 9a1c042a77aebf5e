"""The lexicon's files compiled: table by table, each row is read and entered into the compiler."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from marsad.language.arabic.fold import fold
from marsad.language.arabic.nouns import definite_phrase, nisba_forms, participle_forms
from marsad.lexicon.compiler import Compiled, Compiler
from marsad.lexicon.entries import (
    Actor,
    Cue,
    EventSense,
    Feature,
    Group,
    Judgement,
    LightVerb,
    Office,
    Place,
    StatusWord,
    Title,
)
from marsad.lexicon.frames import parse_frame
from marsad.lexicon.tables import DATA, values


def compile_lexicon(root: Path = DATA) -> Compiled:
    """Read all tables and compile them. Raises `LexiconError` naming the row that breaks the format."""
    compiler = Compiler(root)
    for step in (
        _states, _places, _organisations, _people, _outlets, _metonyms, _titles, _groups,
        _function_words, _cues, _events, _light_verbs, _status_words, _judgements,
    ):  # fmt: skip
        step(compiler)
    return compiler.compiled(_holders(compiler.actors.values()))


def _states(c: Compiler) -> None:
    rows = list(c.rows("actors/states.tsv"))
    names = {fold(name) for row in rows for name in (row["ar"], *values(row["variants"]))}
    for row in rows:
        entity = f"state:{row['code']}"
        c.actors[entity] = Actor(entity, "state", row["ar"], row["en"], row["code"], "GOV", "", (), row["status"])
        lemma = _name(c, entity, "full")
        c.names(lemma, (row["ar"], *values(row["variants"])))
        _nisba(c, entity, values(row["adjective"]), values(row["people"]))
        for adjective in values(row["adjective"]):  # the accusative of سوري is spelt like سوريا
            if " " not in adjective and fold(f"{adjective}ا") not in names:
                c.add(f"{adjective}ا", c.lemma("nisba", entity), Feature("", 3, "m", "s"))


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
        names = (row["ar"], *values(row["variants"]))
        heads = dict.fromkeys(fold(n).split()[0].removeprefix("ال") for n in names if " " in n or n == row["ar"])
        c.actors[entity] = Actor(
            entity, row["kind"], row["ar"], row["en"], row["country"], row["sector"], "", (), row["type"], tuple(heads)
        )
        c.names(_name(c, entity, "full"), names)
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
        c.actors[entity] = Actor(entity, "media", row["ar"], row["en"], row["country"], "JRN", "", (), row["type"])
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
        title = Title(row["id"], row["ar"], row["en"], row["level"], row.get("office", ""))
        c.titles.setdefault(row["id"], title)
        lemma = c.lemma("title", f"{row['id']}#{row['ar']}")
        c.lemmas[lemma].title = title
        for gender, cell in (("m", f"{row['ar']} | {row['variants']}"), ("f", row["feminine"])):
            for surface in values(cell):
                c.add(surface, lemma, Feature("", 3, gender, "s"))
        sound = {
            fold(s).split()[0].removesuffix("ون") for s in values(row["plural"]) if fold(s).split()[0].endswith("ون")
        }
        for surface in values(row["plural"]):
            head = fold(surface).split()[0]
            stem = head.removesuffix("ين") if head.endswith("ين") else head.removesuffix("ي")
            of_many = stem in sound  # مقاتلين beside مقاتلون is no dual
            number = "d" if head.endswith(("ان", "ين", "ا", "ي")) and not of_many else "p"
            c.add(surface, lemma, Feature("", 3, "m", number))


def _groups(c: Compiler) -> None:
    for row in c.rows("actors/groups.tsv"):
        lemma = c.lemma("group", row["id"])
        c.lemmas[lemma].group = Group(row["id"], row["en"], row["sector"], values(row["kind"]))
        for cell, number in ((row["singular"], "s"), (row["plural"], "p")):
            for surface in values(cell):
                for variant in (
                    surface,
                    *(definite_phrase(surface) if " " in surface else _construct(surface, number)),
                ):
                    c.add(variant, lemma, Feature("", 3, row["gender"] or "m", number))


def _construct(surface: str, number: str) -> tuple[str, ...]:
    """The sound plural before a genitive: `متمردو`, `متمردي`."""
    return (surface[:-1],) if number == "p" and len(surface) > 5 and surface.endswith(("ون", "ين")) else ()


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


def _trailing_preposition(phrase: str) -> tuple[str, str]:
    words = phrase.replace("ـ", "").split()
    if len(words) > 1 and words[-1] in {"ل", "ب", "ك"}:
        return " ".join(words[:-1]), words[-1]
    return phrase, ""


def _events(c: Compiler) -> None:
    for row in (*c.rows("events/cooperation.tsv"), *c.rows("events/conflict.tsv")):
        notes = row["note"].split() if row["note"] else []
        frame = c.frame(row["frame"])
        sense = EventSense(
            row["id"], row["type"], row["mode"], frame, values(row["contexts"]), row["status"],
            "needs-args" in notes, "victim-subject" in notes, row["pos"] == "phrase",
            wording=tuple(slot for slot in frame if slot.literals), stands_alone="stands-alone" in notes,
            figurative="figurative" in notes, verbal="verbal" in notes,
            negated="negated" in notes, general="general" in notes,
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
            f"named.{row['form']}", row["type"], row["mode"], parse_frame("gen=P, مع=P, بين=P"),
            (), "", False, False, True,
            values(row["actors"]), values(row["recipients"]), values(row["instead"]),
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
        word = StatusWord(row["form"], row["status"], row["scope"], row["pos"] == "adjective")
        if row["pos"] == "verb" and len(row["form"].split()) >= 2:
            for lemma in c.verb(row["form"]):
                c.lemmas[lemma].status.append(word)
        elif row["pos"] in {"noun", "adjective"} and " " not in row["form"]:
            c.lemmas[c.noun(row["form"])].status.append(word)
        else:
            lemma = c.lemma("phrase", f"status {row['form']}")
            c.lemmas[lemma].status.append(word)
            c.add(_trailing_preposition(row["form"])[0], lemma, Feature())


def _judgements(c: Compiler) -> None:
    for row in c.rows("events/judgements.tsv"):
        lemma = c.lemma("judgement", f"{row['pos']} {row['lemma']}")
        c.lemmas[lemma].judgement = Judgement(row["type"], row["pos"])
        if row["pos"] == "verb":
            c.conjugate(row["lemma"], lemma)
            continue
        surfaces = (row["lemma"], *values(row["plural"]))
        if row["pos"] == "adjective":
            for form in participle_forms(row["lemma"]):
                if not form.definite:
                    c.add(form.surface, lemma, Feature("", 3, form.gender, form.number))
            surfaces = values(row["plural"])
        c.noun_forms(lemma, surfaces)
