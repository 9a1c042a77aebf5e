"""Who holds an office: the holder whom the article names, else whoever held it on the article's day, else someone
unnamed; for a title with its state or organisation and for a title alone."""

from __future__ import annotations

from marsad.language.arabic.fold import fold
from marsad.lexicon.lexicon import HEAD_OFFICES
from marsad.reading.document import Document
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.phrases.titlephrases import TitlePhrase

ROYAL_OFFICES = frozenset({"king", "emir", "sultan", "crown-prince"})
_OWN_OFFICES = frozenset({"king", "sultan", "crown-prince"})
"""Royal titles that nobody else bears; a prince or sheikh may be any ruler or his heir."""
LEADER_OFFICES = ("president", "king", "emir", "sultan", "supreme-leader", "prime-minister", "chancellor")


class Offices:
    """Learns from one document who holds which office. `waiting` are the titles without a name and their noun phrases:
    only the whole article can tell whose they are."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry = doc, registry
        self.waiting: list[tuple[Chunk, TitlePhrase]] = []

    def wait(self, chunk: Chunk, phrase: TitlePhrase) -> None:
        """Put off a title without a name until the whole article has been read."""
        chunk.pending = "title"
        self.waiting.append((chunk, phrase))

    def resolve(self) -> None:
        """Fill in the holders of the titles that have waited."""
        for chunk, phrase in self.waiting:
            if not chunk.ents:
                self._resolve_title(chunk, phrase)

    def learn(self, entity: str, phrase: TitlePhrase) -> None:
        """Note that a person has a title, and holds the office if it is of a known state or organisation."""
        scope = phrase.scopes[0] if phrase.scopes else ""
        country = self.registry.country_of_scope(scope)
        self.registry.describe_person(entity, country, phrase.title.id)
        if scope and phrase.title.level in {"state", "organisation", "epithet"} and not phrase.former:
            self.registry.office_holders.setdefault((phrase.title.id, scope), entity)

    def royal(self, phrase: TitlePhrase) -> str | None:
        """`الملك سلمان`, `الشيخ تميم`: a ruler by his first name alone."""
        if " " in phrase.name or (phrase.title.level != "honorific" and phrase.title.id not in ROYAL_OFFICES):
            return None
        offices = {phrase.title.id} if phrase.title.id in _OWN_OFFICES else ROYAL_OFFICES
        return self.registry.lexicon.leader(fold(phrase.name), offices, self.registry.day)

    def _resolve_title(self, chunk: Chunk, phrase: TitlePhrase) -> None:
        registry, title = self.registry, phrase.title
        surface = self.doc.text[self.doc.starts[chunk.i] : self.doc.ends[chunk.j - 1]]
        chunk.country = registry.country_of_scope(phrase.scopes[0]) if phrase.scopes else None
        if phrase.former:
            chunk.pending = ""
            if phrase.scopes:
                chunk.ents = [registry.unnamed("person", f"former-{title.id}", surface, chunk.country, "ELI")]
            return
        if not phrase.scopes:
            self._resolve_bare_title(chunk, phrase, surface)
            return
        if phrase.number == "p" or (phrase.number == "d" and len(phrase.scopes) < 2):
            chunk.pending = ""
            chunk.ents = [self._holders(title.id, scope, surface) for scope in phrase.scopes]
            chunk.head = "group"
            return
        chunk.pending = ""
        chunk.ents = [self._office(title.id, scope, surface, phrase) for scope in phrase.scopes]
        chunk.head = "person"

    def _holders(self, office: str, scope: str, surface: str) -> str:
        """`وزراء خارجية …`: the unnamed holders of an office as one group."""
        stem = f"{scope.split(':')[-1].lower()}-{_plural(office)}"
        return self.registry.unnamed("group", stem, surface, self.registry.country_of_scope(scope), "GOV")

    def _office(self, office: str, scope: str, surface: str, phrase: TitlePhrase) -> str:
        registry = self.registry
        if phrase.title.level == "epithet":
            for leader in LEADER_OFFICES:
                if found := registry.office_holders.get((leader, scope)) or registry.lexicon.holder(
                    leader, scope, registry.day
                ):
                    return registry.known(found) if found in registry.lexicon.actors else found
        if office == "special-envoy":
            envoys = {w for (o, _), w in registry.office_holders.items() if o == office}
            if len(envoys) == 1:
                return envoys.pop()
        if office == "minister":
            named = {w for (o, s), w in registry.office_holders.items() if s == scope and o.endswith("-minister")}
            if len(named) == 1:
                return named.pop()
        if office in HEAD_OFFICES and self._heads_it(phrase) and (head := registry.lexicon.head(scope, registry.day)):
            return registry.office_holders.get((office, scope)) or registry.known(head)
        if phrase.title.level == "role" or office == "minister":
            country = registry.country_of_scope(scope)
            return registry.unnamed("person", f"{scope.split(':')[-1].lower()}-{office}", surface, country)
        return registry.holder(phrase.title, scope, surface, phrase.gender)

    def _heads_it(self, phrase: TitlePhrase) -> bool:
        """`قائد فيلق القدس` is its commander, `قائد في فيلق القدس` one of its commanders."""
        doc = self.doc
        return not any(
            doc.is_class(k, "prep") or doc.words[k].split.preposition == "ب" for k in range(phrase.i + 1, phrase.j)
        )

    def _resolve_bare_title(self, chunk: Chunk, phrase: TitlePhrase, surface: str) -> None:
        """`الوزير`, `الرئيس` alone: whoever the article names with such an office, if only one; a plural is a group."""
        chunk.pending = ""
        if phrase.number != "s":
            if phrase.title.level not in {"role", "state", "organisation"} or phrase.number != "p":
                return
            chunk.head = "group"
            chunk.ents = [self.registry.unnamed("group", _plural(phrase.title.id), surface, None)]
            return
        if not phrase.definite:
            if phrase.title.level in {"role", "organisation"} and phrase.gender:
                chunk.ents = [self.registry.unnamed("person", f"unnamed-{phrase.title.id}", surface, None)]
            return
        wanted = phrase.title.id
        found = {
            who
            for (office, _), who in self.registry.office_holders.items()
            if office == wanted or (wanted == "minister" and office.endswith("-minister"))
        }
        described = {
            e.id for e in self.registry.entities.values() if e.kind == "person" and e.office.split("@")[0] == wanted
        }
        candidates = found or described
        if len(candidates) == 1:
            chunk.ents = [candidates.pop()]


def _plural(stem: str) -> str:
    return stem if stem.endswith("s") else f"{stem}s"
