"""All noun phrases of a document that name actors or places, left to right."""

from __future__ import annotations

from functools import cached_property

from marsad.language.arabic.fold import fold
from marsad.language.arabic.numerals import number_word
from marsad.lexicon.frames import AGENTIVE
from marsad.lexicon.lexicon import (
    CUE,
    ENTITY_HEAD,
    EPITHET,
    EVENT,
    GROUP,
    MODIFIER,
    NAME,
    NAMEPART,
    NISBA,
    OUTLETCLASS,
    PLACE,
    TITLE,
    Sense,
)
from marsad.reading.chunks import Chunk
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.names import Names
from marsad.reading.registry import Registry
from marsad.reading.titles import TitlePhrase, Titles

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COMMA = frozenset({"،", ",", "–", "-"})
_BEFORE_WORDS = _QUOTES | {":"}
_BEFORE_OUTLET = _QUOTES | {"("}
_AFTER_OUTLET = _QUOTES | {")"}
_AROUND = _QUOTES | {"(", ")"}
_AGENTIVE_PAIRS = frozenset({("من", "قبل"), ("من", "طرف"), ("علي", "يد"), ("علي", "ايدي")})
_AGENTIVE_NOUNS = frozenset({"جانب", "طرف"})
_CONNECTING = frozenset({"في", "ب", "من"})
ROYAL_OFFICES = frozenset({"king", "emir", "sultan", "crown-prince"})
LEADER_OFFICES = ("president", "king", "emir", "sultan", "supreme-leader", "prime-minister", "chancellor")


class NounPhrases:
    """Reads the noun phrases of one document into chunks; entities go into the registry."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.doc, self.registry = doc, registry
        self.titles, self.names = Titles(doc, registry), Names(doc)
        self.phrases: list[tuple[Chunk, TitlePhrase]] = []
        self._covered: set[int] = set()

    def read(self) -> list[Chunk]:
        """All chunks in order; nameless offices are resolved with the whole article in view."""
        doc = self.doc
        chunks: list[Chunk] = []
        words, flags, unit_end = doc.words, doc.flags, doc.unit_end
        org_heads, people = self.registry.org_heads, self.registry.person_words
        for start, stop in doc.sentences:
            i = start
            while i < stop:
                flag = flags[i]
                chunk = self._at(i, stop) if flag & ENTITY_HEAD else None
                if chunk is None:
                    folded = words[i].folded
                    if flag & CUE and words[i].tense:
                        chunk = self._bare_name(i + 1, stop)
                    elif folded in org_heads and not flag & EVENT:
                        chunk = self._organisation_again(i)
                    elif folded in people and (not doc.senses[i] or self._spoke(i) or self._is_only_mine(i)):
                        chunk = Chunk(i, i + 1, "person", [people[folded]], name_at=i)
                if chunk is None:
                    i = unit_end[i]
                    continue
                self._govern(chunk)
                if not chunk.adjectival:
                    self._covered.update(range(chunk.i, chunk.j))
                chunks.append(chunk)
                i = max(chunk.j, i + 1)
        chunks = self._join_titles(chunks)
        for chunk, phrase in self.phrases:
            if not chunk.ents:
                self._resolve_title(chunk, phrase)
        return self._offices_joined(chunks)

    def _offices_joined(self, chunks: list[Chunk]) -> list[Chunk]:
        """The chunks, with several offices of one person as his; set off by a comma they are one phrase with him."""
        kept: list[Chunk] = []
        for chunk in chunks:
            before = kept[-1] if kept else None
            if before is not None and self._is_one_person(before, chunk):
                before.ents = list(chunk.ents)
                if not chunk.joined:
                    before.j, before.by, before.name_at = chunk.j, chunk.by, chunk.name_at
                    continue
            kept.append(chunk)
        return kept

    def _is_one_person(self, chunk: Chunk, following: Chunk) -> bool:
        """`مساعد وزير الخارجية الإيراني وكبير المفاوضين عباس عراقجي`: two offices of one person."""
        tied = following.joined or self.doc.is_sign(chunk.j, _COMMA)
        if not tied or following.i - chunk.j > 1 or following.by != "name" or not following.title:
            return False
        if self.doc.is_sign(chunk.j, _COMMA) and not chunk.ents and chunk.by == "title" and chunk.number == "s":
            return chunk.definite
        return chunk.by == "title" and len(chunk.ents) == 1 and self._unnamed(chunk.ents[0])

    def _unnamed(self, entity: str) -> bool:
        known = self.registry.entities.get(entity)
        return (
            entity.startswith("person:") and entity not in self.registry.lexicon.actors and bool(known and known.office)
        )

    def _join_titles(self, chunks: list[Chunk]) -> list[Chunk]:
        """A title whose name stands further on: `رئيس حزب «القوات اللبنانية» الدكتور سمير جعجع` is one phrase."""
        phrase_of = {id(c): p for c, p in self.phrases}
        found: list[Chunk] = []
        n = 0
        while n < len(chunks):
            chunk = chunks[n]
            last = self._name_further_on(chunks, n) if chunk.pending == "title" and id(chunk) in phrase_of else 0
            if last:
                named = chunks[last]
                chunk.j, chunk.ents, chunk.pending, chunk.by = named.j, named.ents, "", "name"
                chunk.name_at = named.name_at
                self._learn(named.ents[0], phrase_of[id(chunk)])
                n = last
            found.append(chunk)
            n += 1
        return found

    def _name_further_on(self, chunks: list[Chunk], n: int) -> int:
        """The index of the chunk that names the holder of the title at `n`, with only its institution between, or 0."""
        at = chunks[n].j
        for m in range(n + 1, min(n + 4, len(chunks))):
            following = chunks[m]
            if following.joined or following.prep not in {"", "ل", "في"} or not self._only_description(at, following.i):
                return 0
            if following.head == "person" and following.by == "name" and following.ents and not following.prep:
                return m
            if following.head not in {"org", "state", "bloc", "group", "place"}:
                return 0
            at = following.j
        return 0

    def _only_description(self, start: int, end: int) -> bool:
        """Whether nothing but quotation marks, definite words and a preposition stands between."""
        doc = self.doc
        return end - start <= 5 and all(
            doc.is_sign(k, _AROUND) or doc.folded[k].startswith(("ال", "لل", "بال")) or doc.folded[k] in {"في", "ل"}
            for k in range(start, end)
        )

    def _is_only_mine(self, i: int) -> bool:
        """Whether a known person's name is else a noun with "my" or of two, outside a quotation: `مع شكري`."""
        mine = self.doc.folded[i].endswith("ي") and all(s.lemma.kind == "noun" for s in self.doc.senses[i])
        return mine and not any(q.opening < i < q.closing for q in self.doc.quotations)

    def _spoke(self, i: int) -> bool:
        """Whether a known person's name that is also a word stands as a speaker: `وأضاف شكري`."""
        word = self.doc.words[i]
        if i == 0 or word.tense or word.classes or word.split.preposition:
            return False
        return bool(self.doc.flags[i - 1] & CUE and self.doc.words[i - 1].tense)

    def _organisation_again(self, i: int) -> Chunk | None:
        """`الاتحاد`, `المنظمة`: an organisation named before by a name that begins so."""
        split = self.doc.words[i].split
        entity = self.registry.org_heads.get(f"ال{split.stem}" if split.article else self.doc.folded[i])
        if (
            entity is None
            or self._nisba_at(i + 1)
            or (
                i + 1 < self.doc.size
                and self.doc.folded[i + 1].startswith("ال")
                and not (self.doc.words[i + 1].classes)
            )
        ):
            return None
        return Chunk(i, i + 1, entity.split(":")[0], [entity], "epithet", country=self.registry.country(entity))

    def _at(self, i: int, stop: int) -> Chunk | None:
        flags = self.doc.flags[i]
        if flags & GROUP and (chunk := self._organisation_again(i)):
            return chunk
        if flags & NAME and (chunk := self._name(i, stop)):
            return chunk
        for flag, parse in _PARSERS:
            if flags & flag and (chunk := parse(self, i, stop)):
                return chunk
        return self._adjective(i) if flags & NISBA else None

    def _govern(self, chunk: Chunk) -> None:
        doc = self.doc
        split = doc.split(chunk.i)
        chunk.joined = chunk.joined or split.conjunction == "و"
        if split.preposition:
            chunk.prep = split.preposition
            if (
                chunk.prep == "ل"
                and chunk.i
                and self._content_noun(chunk.i - 1)
                and not doc.words[chunk.i - 1].split.article
                and not doc.words[chunk.i - 1].split.pronoun
            ):
                self._belongs(chunk, chunk.i - 1)
                chunk.of_prep, chunk.of_start = chunk.over_prep, chunk.over_start
                chunk.over, chunk.over_prep, chunk.over_start = False, "", -1
            return
        before = self._before_quantity(chunk.i - 1)
        if before < 0:
            return
        word = doc.words[before]
        if before and (agentive := self._agentive(before, chunk)):
            chunk.prep = agentive
        elif "quant" in word.classes or self._is_number(before):
            chunk.prep = word.split.preposition
        elif self._content_noun(before):
            self._belongs(chunk, before)
        elif "prep" in word.classes and not word.split.pronoun:
            chunk.prep = word.split.preposition + word.split.stem if word.split.stem != "ل" else "ل"
            chunk.joined = chunk.joined or word.split.conjunction == "و"
        elif word.folded == "و":
            chunk.joined = True

    def _agentive(self, i: int, chunk: Chunk) -> str:
        """The doer's compound preposition that ends at token `i`: `من قبل`, `على يد`, or `من` before `جانب روسيا`."""
        doc = self.doc
        pair = doc.folded[i - 1].removeprefix("و"), doc.folded[i]
        if pair in _AGENTIVE_PAIRS or (pair[1] == "من" and doc.folded[chunk.i] in _AGENTIVE_NOUNS):
            return AGENTIVE
        return ""

    def _before_quantity(self, i: int) -> int:
        """The token before the quantity that ends at `i`: `ضد ثلاثة من`, `مع عدد من`, `بين كل من`; a quantifier with a
        preposition of its own stays."""
        doc = self.doc
        while i >= 0 and (doc.is_sign(i, _QUOTES) or self._quantifies(i)):
            i -= 1
        if i > 0 and doc.folded[i] == "من" and (self._is_number(i - 1) or "quant" in doc.words[i - 1].classes):
            i -= 1
            while i >= 0 and not doc.words[i].split.preposition and (self._quantifies(i) or self._is_number(i)):
                i -= 1
        return i

    def _is_number(self, i: int) -> bool:
        word = self.doc.words[i]
        return word.folded.isdigit() or number_word(word.split.stem) is not None

    def _quantifies(self, i: int) -> bool:
        """كل, بعض, عدد … between a preposition and its noun."""
        word = self.doc.words[i]
        return (
            "quant" in word.classes
            and not word.split.pronoun
            and not word.split.preposition
            and not word.split.conjunction
        )

    def _content_noun(self, i: int) -> bool:
        """Whether token `i` is a noun or adjective that is no actor: nothing that the grammar knows otherwise."""
        word = self.doc.words[i]
        return (
            self.doc.folded[i].isalpha()
            and len(word.folded) > 1
            and not word.classes
            and not word.tense
            and not (self.doc.flags[i] & CUE and not word.split.article and word.folded.endswith("ا"))
            and i not in self._covered
            and i not in self.doc.dated
        )

    def _belongs(self, chunk: Chunk, before: int) -> None:
        doc = self.doc
        chunk.over = True
        k = before
        while k >= 0 and before - k < 4 and self._content_noun(k):
            chunk.over_start = k
            split = doc.words[k].split
            if split.preposition:
                chunk.over_prep = split.preposition
                return
            if split.conjunction:
                return
            k -= 1
        while k > 0 and self._quantifies(k):
            k -= 1
        if k >= 0 and "prep" in doc.words[k].classes and not doc.words[k].split.pronoun:
            chunk.over_prep = doc.words[k].split.preposition + doc.words[k].split.stem

    def _adjective(self, i: int) -> Chunk | None:
        """A nationality on a noun that is no actor: الموقف **الروسي**."""
        sense = next(s for s in self.doc.senses[i] if s.lemma.kind == "nisba")
        if sense.split.preposition:
            return None
        entity = sense.lemma.entity
        chunk = Chunk(i, self.doc.unit_end[i], entity.split(":")[0], by="epithet", adjectival=True)
        chunk.ents = [self.registry.known(entity)]
        chunk.country = self.registry.country(entity)
        return chunk

    def _name(self, i: int, stop: int) -> Chunk | None:
        sense = self._best_name(i)
        if sense is None:
            return None
        entity = sense.lemma.entity
        head = entity.split(":", 1)[0]
        j = self.doc.unit_end[i]
        if head == "person":
            stem = self.doc.words[i].split.stem
            met = (self.registry.named(stem) or self._full_names.get(stem)) if sense.lemma.strength == "short" else None
            entity = self.registry.known(met) if met else entity
            if longer := self._longer_person(i, j, stop, entity):
                return longer
            known = entity if met else self.registry.known(entity)
            return self._with_apposition(Chunk(i, j, head, [known], name_at=i), stop)
        by = "metonym" if sense.lemma.strength in {"metonym"} or sense.lemma.strength.startswith("local") else "name"
        chunk = Chunk(i, j, head, [self.registry.known(entity)], by, country=self.registry.country(entity))
        chunk.definite = True
        if head == "org":
            self._skip_nisba(chunk)
        if any(s.lemma.place for s in self.doc.senses[i]):
            chunk.place = next(s.lemma.place for s in self.doc.senses[i] if s.lemma.place)
        return chunk

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """The known persons whose full names stand in the document, by the last word: `كلينتون` is هيلاري كلينتون."""
        doc = self.doc
        found: dict[str, str] = {}
        for i in range(doc.size):
            if doc.flags[i] & NAME and doc.unit_end[i] > i + 1:
                for sense in doc.senses[i]:
                    if sense.lemma.strength == "full" and sense.lemma.entity.startswith("person:"):
                        found.setdefault(doc.folded[doc.unit_end[i] - 1], sense.lemma.entity)
        return found

    def _best_name(self, i: int) -> Sense | None:
        order = {"full": 0, "metonym": 1, "short": 2}
        found = [s for s in self.doc.senses[i] if s.lemma.kind == "name" and self._allowed(s, i)]
        return min(found, key=lambda s: (order.get(s.lemma.strength, 3), s.lemma.entity), default=None)

    def _allowed(self, sense: Sense, i: int) -> bool:
        strength = sense.lemma.strength
        if strength.startswith("local:"):
            outlet = self.registry.lexicon.actors.get(self.registry.outlet or "")
            return bool(outlet and outlet.country == strength[6:])
        if strength == "needs-class":
            return False
        return not (strength == "short" and self.doc.flags[i] & CUE and self.doc.words[i].tense)

    def _longer_person(self, i: int, j: int, stop: int, entity: str) -> Chunk | None:
        """A longer unknown name that begins with a known short one (`هادي العامري`) is another person."""
        doc = self.doc
        if j > i + 1 or j >= stop or doc.words[i].split.preposition:
            return None
        following = doc.folded[j]
        if (
            not self.names.is_part(j)
            and not self._titled_after(j, stop)
            and (doc.folded[i] in self.registry.person_words or (i and doc.flags[i - 1] & CUE))
        ):
            return None
        if doc.flags[j] & NAME and any(s.lemma.entity.startswith("person:") for s in doc.senses[j]):
            return None
        if following.startswith(("ال", "ي", "سي", "ست", "ت")) and not self.names.is_part(j):
            return None
        end = self.names.end(j, stop, strict=True)
        if end <= j:
            return None
        return self._unknown_person(i, end, stop)

    def _titled_after(self, j: int, stop: int) -> bool:
        """Whether the name that goes on at token `j` has a title in apposition: `يون صن، مدير برنامج الصين`."""
        end = self.names.end(j, stop, strict=True)
        return end > j and end + 1 < stop and self.doc.is_sign(end, _COMMA) and bool(self.doc.flags[end + 1] & TITLE)

    def _unknown_person(self, i: int, end: int, stop: int) -> Chunk:
        name = self.doc.text[self.doc.starts[i] : self.doc.ends[end - 1]]
        entity = self.registry.person(name, None, "", "")
        return self._with_apposition(Chunk(i, end, "person", [entity], name_at=i), stop)

    def _with_apposition(self, chunk: Chunk, stop: int) -> Chunk:
        """A name and the title in apposition to it: `يون صن، مدير برنامج الصين`; also without the comma."""
        doc = self.doc
        at = chunk.j
        while at < stop and doc.is_sign(at, _QUOTES):
            at += 1
        comma = at < stop and doc.is_sign(at, _COMMA)
        at += comma
        if (
            at >= stop
            or not doc.flags[at] & TITLE
            or doc.words[at].split.conjunction
            or doc.words[at].split.preposition
        ):
            return chunk
        phrase = self.titles.at(at, stop)
        if phrase is None or phrase.person or phrase.name or phrase.title.level == "honorific" or phrase.number != "s":
            return chunk
        if not comma and phrase.scopes and self._anothers_state(chunk, phrase):
            return chunk
        chunk.j = phrase.j
        self._learn(chunk.ents[0], phrase)
        return chunk

    def _anothers_state(self, chunk: Chunk, phrase: TitlePhrase) -> bool:
        country, other = self.registry.country(chunk.ents[0]), self._country(phrase.scopes[0])
        return bool(country and other and country != other)

    def _learn(self, entity: str, phrase: TitlePhrase) -> None:
        scope = phrase.scopes[0] if phrase.scopes else ""
        country = self._country(scope)
        self.registry.describe_person(entity, country, phrase.title.id)
        if scope and phrase.title.level in {"state", "organisation", "epithet"} and not phrase.former:
            self.registry.office_holders.setdefault((phrase.title.id, scope), entity)

    def _country(self, scope: str) -> str | None:
        if not scope:
            return None
        if ":" not in scope:
            return scope
        actor = self.registry.lexicon.actors.get(scope)
        return (actor.country or None) if actor else None

    def _title(self, i: int, stop: int) -> Chunk | None:
        phrase = self.titles.at(i, stop)
        if phrase is None:
            return None
        chunk = Chunk(i, phrase.j, "person", by="title", number=phrase.number, gender=phrase.gender)
        chunk.definite, chunk.title, chunk.name_at = phrase.definite, phrase.title.id, phrase.name_at
        scope = phrase.scopes[0] if phrase.scopes else ""
        if phrase.person:
            chunk.ents = [self.registry.known(phrase.person)]
            chunk.by = "name"
        elif phrase.name:
            country = self._country(scope)
            sector = "GOV" if phrase.title.level == "state" else ""
            known = self._royal(phrase)
            chunk.ents = (
                [self.registry.known(known)]
                if known
                else [self.registry.person(phrase.name, country, sector, phrase.title.id)]
            )
            chunk.by = "name"
        if chunk.ents:
            self._learn(chunk.ents[0], phrase)
            return self._with_apposition(chunk, stop)
        if phrase.title.office:
            office, scope = phrase.title.office.split("@")
            if who := self.registry.lexicon.holder(office, scope, self.registry.day):
                chunk.ents, chunk.country = [self.registry.known(who)], scope
                return chunk
        if phrase.title.level == "honorific" or self._is_adjective(i):
            return None
        if phrase.title.level == "epithet" and phrase.pronoun:
            chunk.pending, chunk.country = "counterpart", self._country(scope)
            return chunk
        chunk.pending = "title"
        self.phrases.append((chunk, phrase))
        return chunk

    def _royal(self, phrase: TitlePhrase) -> str | None:
        """`الملك سلمان`, `الشيخ تميم`: a ruler by his first name alone."""
        if " " in phrase.name or (phrase.title.level != "honorific" and phrase.title.id not in ROYAL_OFFICES):
            return None
        return self.registry.lexicon.leader(fold(phrase.name), ROYAL_OFFICES, self.registry.day)

    def _resolve_title(self, chunk: Chunk, phrase: TitlePhrase) -> None:
        registry, title = self.registry, phrase.title
        surface = self.doc.text[self.doc.starts[chunk.i] : self.doc.ends[chunk.j - 1]]
        chunk.country = self._country(phrase.scopes[0]) if phrase.scopes else None
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
            chunk.ents = [
                registry.unnamed("group", f"{s.split(':')[-1].lower()}-{_plural(title.id)}", surface, self._country(s))
                for s in phrase.scopes
            ]
            chunk.head = "group"
            return
        chunk.pending = ""
        chunk.ents = [self._office(title.id, scope, surface, phrase) for scope in phrase.scopes]
        chunk.head = "person"

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
        if phrase.title.level == "role" or office == "minister":
            country = self._country(scope)
            return registry.unnamed("person", f"{scope.split(':')[-1].lower()}-{office}", surface, country)
        return registry.holder(phrase.title, scope, surface)

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

    def _skip_nisba(self, chunk: Chunk) -> None:
        doc = self.doc
        while (
            chunk.j < doc.size and doc.flags[chunk.j] & (NISBA | MODIFIER) and not doc.words[chunk.j].split.conjunction
        ):
            if doc.flags[chunk.j] & NAME:
                return
            sense = next((s for s in doc.senses[chunk.j] if s.lemma.kind == "nisba"), None)
            if sense and sense.lemma.entity.startswith("state:"):
                chunk.country = chunk.country or sense.lemma.entity[6:]
            chunk.j = doc.unit_end[chunk.j]

    def _outlet(self, i: int, stop: int) -> Chunk | None:
        """صحيفة «…», وكالة رويترز, الصحيفة."""
        doc = self.doc
        j = doc.unit_end[i]
        nisba = ""
        while j < stop and doc.flags[j] & (NISBA | MODIFIER) and not doc.flags[j] & NAME:
            nisba = next((s.lemma.entity for s in doc.senses[j] if s.lemma.kind == "nisba"), nisba)
            j = doc.unit_end[j]
        at = j
        while at < stop and doc.is_sign(at, _BEFORE_OUTLET):
            at += 1
        media = self._media(at, stop)
        if media:
            j = doc.unit_end[at]
            while j < stop and doc.is_sign(j, _AFTER_OUTLET):
                j += 1
            chunk = Chunk(i, j, "media", [self.registry.known(media)])
            chunk.country = self.registry.country(media)
            self._skip_nisba(chunk)
            return chunk
        quotation = doc.quote_at.get(j)
        if quotation and quotation.opening == j and quotation.closing - j <= 5:
            name = doc.text[doc.starts[j + 1] : doc.ends[quotation.closing - 1]]
            chunk = Chunk(i, quotation.closing + 1, "media")
            self._skip_nisba(chunk)
            from marsad.language.arabic.romanise import slug

            chunk.ents = [self.registry.unnamed("media", slug(name), name, chunk.country, "MED")]
            return chunk
        if doc.words[i].split.article or nisba:
            chunk = Chunk(i, j, "media", pending="outlet", by="epithet")
            chunk.country = nisba[6:] if nisba.startswith("state:") else None
            return chunk
        return None

    def _media(self, at: int, stop: int) -> str:
        if at >= stop:
            return ""
        return next((s.lemma.entity for s in self.doc.senses[at] if s.lemma.entity.startswith("media:")), "")

    def _epithet(self, i: int, stop: int) -> Chunk | None:
        sense = next(s for s in self.doc.senses[i] if s.lemma.kind == "epithet")
        label, split = sense.lemma.label, sense.split
        if label in {"own-state", "possession"} and not split.pronoun:
            return None
        if label in {"own-state"} and split.pronoun in {"هما", "هم"}:
            label = "both-states" if split.pronoun == "هما" else "own-state"
        head = "person" if label.endswith("persons") or label == "last-person" else "state"
        if label == "possession" and split.pronoun not in {"ه", "ها", "هم", "هما"}:
            return None
        chunk = Chunk(i, self.doc.unit_end[i], head, by="epithet", pending=label)
        chunk.number = "d" if label.startswith("both") else "s"
        nisba = self._nisba_at(chunk.j)
        if nisba and label.startswith("both"):
            return None
        return chunk

    def _nisba_at(self, j: int) -> str:
        if j < self.doc.size and self.doc.flags[j] & NISBA and not self.doc.words[j].split.conjunction:
            return next(s.lemma.entity for s in self.doc.senses[j] if s.lemma.kind == "nisba")
        return ""

    def _group(self, i: int, stop: int) -> Chunk | None:
        """A collective with its nationality: مسؤولون أوكرانيون, السلطات الكينية, مصدر في وزارة الدفاع."""
        doc = self.doc
        sense = next(s for s in doc.senses[i] if s.lemma.group)
        group = sense.lemma.group
        assert group is not None
        if sense.split.pronoun or self._is_act(i) or self._is_adjective(i):
            return None
        j = doc.unit_end[i]
        country: str | None = None
        org = ""
        number = sense.feature.number
        while j < stop:
            flags, split = doc.flags[j], doc.words[j].split
            if (
                flags & NISBA
                and not split.preposition
                and (not split.conjunction or (country is None and j > doc.unit_end[i]))
            ):
                if split.conjunction:
                    break
                entity = next(s.lemma.entity for s in doc.senses[j] if s.lemma.kind == "nisba")
                if entity.startswith("state:"):
                    country = country or entity[6:]
                else:
                    org = org or entity
            elif flags & MODIFIER and not split.conjunction:
                pass
            elif not sense.split.article and j == doc.unit_end[i] and (scope := self._genitive_scope(j)):
                country, org = (scope, org) if ":" not in scope else (country, scope)
            elif "speaker" in group.kinds and (step := self._inside(j, stop)):
                entity, j = step
                country = country or self._country(entity[6:] if entity.startswith("state:") else entity)
                continue
            else:
                break
            j = doc.unit_end[j]
        if org and not country:
            country = self._country(org)
        surface = doc.text[doc.starts[i] : doc.ends[j - 1]]
        surface = (
            surface[len(sense.split.conjunction) + len(sense.split.preposition) :]
            if sense.split.conjunction
            else surface
        )
        if "side" in group.kinds and number == "s" and (country or org):
            return self._side(i, j, org or f"state:{country}", sense)
        if org.startswith("org:") and "victim" not in group.kinds and group.sector in {"MIL", "REB", "GOV"}:
            entity = self.registry.known(org)
        else:
            entity = self.registry.group(group, country, surface)
        chunk = Chunk(i, j, "group", [entity], "group", number=number, gender=sense.feature.gender, country=country)
        chunk.definite = sense.split.article
        return chunk

    def _side(self, i: int, j: int, entity: str, sense: Sense) -> Chunk:
        """`الجانب الروسي`, `الطرف الغربي`: whoever the nationality names."""
        known = self.registry.known(entity)
        head = entity.split(":", 1)[0]
        return Chunk(i, j, head, [known], "epithet", country=self.registry.country(known), definite=sense.split.article)

    def _is_adjective(self, i: int) -> bool:
        """A one-word title or collective in ي or ية right after a noun describes it: التعاون **العسكري**."""
        doc = self.doc
        if doc.unit_end[i] > i + 1 or not doc.folded[i].endswith(("ي", "يه")) or i == 0:
            return False
        split = doc.words[i].split
        if split.preposition or split.conjunction or doc.starts[i] - doc.ends[i - 1] > 1:
            return False
        return self._content_noun(i - 1) or bool(doc.flags[i - 1] & EVENT and not doc.words[i - 1].tense)

    def _is_act(self, i: int) -> bool:
        """A word for a collective and for an act (`تحالف`, `معارضة`) is the act before a partner or an object."""
        doc = self.doc
        end = doc.unit_end[i]
        if not doc.flags[i] & EVENT or end >= doc.size:
            return False
        word = doc.words[end]
        if "prep" in word.classes and word.split.stem in {"بين", "مع", "ضد", "علي"}:
            return True
        return not doc.words[i].split.article and bool(doc.flags[end] & NAME) and not word.split.preposition

    def _genitive_scope(self, j: int) -> str:
        doc = self.doc
        if not doc.flags[j] & (NAME | PLACE) or doc.words[j].split.preposition or doc.words[j].split.conjunction:
            return ""
        sense = next((s for s in doc.senses[j] if s.lemma.entity.startswith(("state:", "org:", "bloc:"))), None)
        if sense:
            return Titles._scope(sense.lemma.entity)
        place = next((s.lemma.place for s in doc.senses[j] if s.lemma.place), None)
        return place.country if place else ""

    def _inside(self, j: int, stop: int) -> tuple[str, int] | None:
        """`في البيت الأبيض`, `بوزارة الدفاع الأمريكية` after a source or official."""
        doc = self.doc
        at = j + 1 if doc.is_class(j, "prep") and doc.words[j].split.stem in _CONNECTING else j
        if at == j and doc.words[j].split.preposition not in {"ب", "ل"}:
            return None
        if at >= stop or not doc.flags[at] & NAME:
            return None
        sense = next((s for s in doc.senses[at] if s.lemma.entity.startswith(("state:", "org:"))), None)
        return (sense.lemma.entity, doc.unit_end[at]) if sense else None

    def _place(self, i: int, stop: int) -> Chunk | None:
        place = next(s.lemma.place for s in self.doc.senses[i] if s.lemma.place)
        assert place is not None
        j = self.doc.unit_end[i]
        if place.capital_of:
            entity = self.registry.known(f"state:{place.capital_of}")
            return Chunk(i, j, "state", [entity], "metonym", country=place.capital_of, place=place, definite=True)
        chunk = Chunk(i, j, "place", place=place, country=place.country or None)
        self._skip_nisba(chunk)
        return chunk

    def _people(self, i: int, stop: int) -> Chunk | None:
        """A nationality in the plural that stands for the state: الروس, الصينيون."""
        doc = self.doc
        sense = next(s for s in doc.senses[i] if s.lemma.kind == "nisba")
        plural = sense.feature.number == "p" or doc.folded[i].endswith("ين")  # the dual is spelt alike
        if not plural or sense.feature.gender == "f" or not sense.split.article:
            return None
        before = i - 1
        if before >= 0 and doc.folded[before].isalpha() and doc.ends[before] + 1 == doc.starts[i]:
            word = doc.words[before]
            if (
                not (word.classes or word.tense)
                and not sense.split.conjunction
                and not sense.split.preposition
                and (word.folded.startswith(("ال", "وال", "لل", "بال")))
            ):
                return None
        chunk = Chunk(i, doc.unit_end[i], "state", [self.registry.known(sense.lemma.entity)], "epithet", number="p")
        chunk.country = self.registry.country(sense.lemma.entity)
        return chunk

    def _given_name(self, i: int, stop: int) -> Chunk | None:
        """An unknown name of two words or more whose first is a given name."""
        doc = self.doc
        if not self.names.is_part(i) or (self.names.is_particle(i) and doc.folded[i] not in {"عبد", "ابو"}):
            return None
        if doc.words[i].split.preposition or doc.words[i].split.article:
            return None
        end = self.names.end(i, stop)
        if end - i < 2:
            known = self.registry.named(doc.folded[i])
            return Chunk(i, i + 1, "person", [known], name_at=i) if known and end - i == 1 else None
        return self._unknown_person(i, end, stop)

    def _bare_name(self, i: int, stop: int) -> Chunk | None:
        """A name that only its place after a reporting verb shows: `قال يون صن، مدير …`, `وأضاف علوش أن`."""
        doc = self.doc
        if i >= stop or doc.flags[i] & ENTITY_HEAD or doc.words[i].classes or not doc.folded[i].isalpha():
            return None
        word = doc.folded[i]
        if known := self.registry.named(word) or self.registry.named(word.removeprefix("ال")):
            return Chunk(i, i + 1, "person", [known], name_at=i) if not doc.words[i].tense else None
        end = self.names.end(i, stop)
        if end - i < 2 or end - i > 4:
            return None
        after_title = end + 1 < stop and (
            (doc.is_sign(end, _COMMA) and doc.flags[end + 1] & TITLE) or (doc.flags[end] & TITLE and end - i >= 2)
        )
        if after_title or doc.is_class(end, "that") or doc.is_sign(end, _BEFORE_WORDS):
            return self._unknown_person(i, end, stop)
        return None


_PARSERS = (
    (EPITHET, NounPhrases._epithet),
    (TITLE, NounPhrases._title),
    (OUTLETCLASS, NounPhrases._outlet),
    (GROUP, NounPhrases._group),
    (PLACE, NounPhrases._place),
    (NISBA, NounPhrases._people),
    (NAMEPART, NounPhrases._given_name),
)
"""What reads a word of each kind, in the order in which they are tried."""


def _plural(stem: str) -> str:
    return stem if stem.endswith("s") else f"{stem}s"
