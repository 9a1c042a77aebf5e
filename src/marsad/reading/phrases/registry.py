"""The entities of one article: known ones from the lexicon, new ones from what the text tells."""

from __future__ import annotations

from marsad.language.arabic.fold import fold
from marsad.language.arabic.romanise import slug
from marsad.lexicon.entries import Group, Title
from marsad.lexicon.lexicon import Lexicon, is_in_term
from marsad.records import Entity, EntityKind


class Registry:
    """Collects the article's entities by id. `day` is the article's date as far as known (`2015-07-21`, `2015-07`,
    `2025-01/2025-04`), used to tell who held an office."""

    def __init__(self, lexicon: Lexicon, day: str | None, outlet: str | None = None) -> None:
        self.lexicon, self.day, self.outlet = lexicon, day, outlet
        self.entities: dict[str, Entity] = {}
        self.person_words: dict[str, str] = {}
        self.org_heads: dict[str, str] = {}
        self.office_holders: dict[tuple[str, str], str] = {}
        self.collectives: dict[str, Group] = {}
        self.institutions: dict[str, str] = {}

    def country(self, entity: str) -> str | None:
        """The alpha-3 code of the country that an entity belongs to."""
        if entity.startswith("state:"):
            return entity[6:]
        known = self.entities.get(entity)
        return known.country if known else None

    def country_of_scope(self, scope: str) -> str | None:
        """The country of an office's scope: an alpha-3 code itself, or that of an organisation of the lexicon."""
        if not scope:
            return None
        if ":" not in scope:
            return scope
        actor = self.lexicon.actors.get(scope)
        return (actor.country or None) if actor else None

    def known(self, entity: str, surface: str = "") -> str:
        """Register an entity of the lexicon."""
        if entity not in self.entities:
            actor = self.lexicon.actors.get(entity)
            kind: EntityKind = entity.split(":", 1)[0]  # type: ignore[assignment]
            if actor is None:
                self.entities[entity] = Entity(entity, kind, surface)
            else:
                office = self._office_now(entity)
                self.entities[entity] = Entity(
                    entity, kind, actor.ar or surface, actor.en, actor.country or None, actor.sector, office
                )
            if kind == "org" and actor:
                self.org_heads.update({f"ال{head}": entity for head in actor.heads})
            if kind == "person" and actor:
                self._remember_person(actor.ar, entity)
        return entity

    def _office_now(self, entity: str) -> str:
        if not self.day:
            return ""
        for office in self.lexicon.actors[entity].offices:
            if is_in_term(self.day, office.start, office.end):
                return f"{office.office}@{office.scope}"
        return ""

    def person(self, name: str, country: str | None, sector: str, office: str) -> str:
        """Register a person whom the lexicon does not know, or find the one that this name means here."""
        words = [fold(w) for w in name.split()]
        if len(words) <= 2 and (found := self.person_words.get(words[-1])):
            if set(words) <= {fold(w) for w in self.entities[found].ar.split()}:
                return found
        if longer := self._shorter_name(words):
            return self.known(longer)
        entity = f"person:{slug(name)}"
        if entity not in self.entities:
            self.entities[entity] = Entity(entity, "person", name, "", country, sector, office)
            self._remember_person(name, entity)
        elif country and not self.entities[entity].country:
            self.entities[entity] = Entity(entity, "person", name, "", country, sector, office)
        return entity

    def _shorter_name(self, words: list[str]) -> str | None:
        """The known person whose name these words shorten: `محمد ظريف` for محمد جواد ظريف."""
        if len(words) < 2:
            return None
        for sense in self.lexicon.words([words[-1]])[0].senses:
            actor = self.lexicon.actors.get(sense.lemma.entity) if sense.lemma.strength == "short" else None
            if actor and actor.kind == "person" and set(words) <= {fold(w) for w in actor.ar.split()}:
                return actor.id
        return None

    def _remember_person(self, name: str, entity: str) -> None:
        for word in name.replace("عبد ", "عبد").split():
            folded = fold(word)
            if len(folded) > 2:
                self.person_words.setdefault(folded, entity)
                self.person_words.setdefault(folded.removeprefix("ال"), entity)

    def named(self, word: str) -> str | None:
        """The person of this article one of whose names is this folded word."""
        return self.person_words.get(word)

    def describe_person(self, entity: str, country: str | None, office: str) -> None:
        """Add what a later mention tells of a person whom the lexicon does not know."""
        old = self.entities.get(entity)
        if old and entity not in self.lexicon.actors:
            self.entities[entity] = Entity(
                entity, old.kind, old.ar, old.en, old.country or country, old.sector, old.office or office
            )

    def group(self, group: Group, country: str | None, surface: str) -> str:
        """Register an unnamed collective, of a country if there is one."""
        entity = f"group:{country.lower()}-{group.id}" if country else f"group:{group.id}"
        if entity not in self.entities:
            self.entities[entity] = Entity(entity, "group", surface, group.en, country, group.sector)
            self.collectives[entity] = group
        return entity

    def institution(self, group: Group, country: str | None, surface: str) -> str:
        """Register one organisation of a kind by its description (`شركة الكهرباء`); the bare word with its article
        means the one that was described last."""
        bare = " " not in surface.strip()
        if bare and group.id in self.institutions:
            return self.institutions[group.id]
        entity = self.unnamed("org", slug(surface), surface, country, group.sector)
        if not bare:
            self.institutions[group.id] = entity
        return entity

    def at_home(self, entity: str, country: str | None) -> str:
        """A collective of nobody's that is met in a country: people of that country, unless they are soldiers or
        usually foreign."""
        group = self.collectives.get(entity)
        if group is None or not country or self.country(entity) or group.sector == "MIL" or "foreign" in group.kinds:
            return entity
        return self.of_country(entity, country)

    def is_text(self, entity: str) -> bool:
        """Whether an entity is words or figures, from which one knows something but which do nothing (`أنباء`)."""
        group = self.collectives.get(entity)
        return group is not None and "text" in group.kinds

    def is_media(self, entity: str) -> bool:
        """Whether an entity is an outlet, or a collective of the press."""
        known = self.entities.get(entity)
        return entity.startswith("media:") or (
            entity.startswith("group:") and known is not None and known.sector == "JRN"
        )

    def is_of_many(self, entity: str) -> bool:
        """Whether an entity is many states: a bloc, a body of states, or the ministers and leaders of some."""
        known = self.entities.get(entity)
        if known is None or known.country:
            return False
        plural = entity.startswith("group:") and known.sector == "GOV" and entity not in self.collectives
        return entity.startswith("bloc:") or known.sector == "IGO" or plural

    def of_country(self, entity: str, country: str) -> str:
        """The collective of the same kind that belongs to a country."""
        old = self.entities[entity]
        new = f"group:{country.lower()}-{entity.split(':', 1)[1]}"
        self.entities.setdefault(new, Entity(new, old.kind, old.ar, old.en, country, old.sector))
        return new

    def unnamed(self, kind: EntityKind, stem: str, surface: str, country: str | None, sector: str = "") -> str:
        """Register something that only its description names: `org:rus-parliament`, `media:xyz`."""
        prefix = f"{country.lower()}-" if country and not stem.startswith(f"{country.lower()}-") else ""
        entity = f"{kind}:{prefix}{stem}"
        if entity not in self.entities:
            self.entities[entity] = Entity(entity, kind, surface, "", country, sector)
        return entity

    def holder(self, title: Title, scope: str, surface: str, gender: str = "") -> str:
        """The person who holds an office: whoever this article names with it, or held it on the article's day; else
        an unnamed holder. A title in the feminine is no man's, and the other way round."""
        here = self.office_holders.get((title.id, scope))
        if here:
            return here
        found = self.lexicon.holder(title.id, scope, self.day)
        if found and {gender, self.lexicon.actors[found].gender} != {"m", "f"}:
            return self.known(found)
        country = scope if ":" not in scope else self.country(scope)
        stem = f"{scope.split(':')[-1].lower()}-{title.id}"
        entity = f"person:{stem}"
        if entity not in self.entities:
            self.entities[entity] = Entity(entity, "person", surface, "", country or None, "GOV", title.id)
        return entity
