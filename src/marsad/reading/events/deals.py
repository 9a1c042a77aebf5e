"""Agreements told by what they are for: `اتفاق لتزويد الصين بالغاز من روسيا`, `صفقة لشراء مقاتلات من فرنسا`. Who gives
and who gets what is agreed upon are those who agree."""

from __future__ import annotations

from marsad.lexicon.lexicon import CUE, EVENT, LIGHT
from marsad.reading.document import Document
from marsad.reading.events.clauses import About
from marsad.reading.frames.matcher import Filled, FrameMatcher
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import act_forms, act_words

DELIVERIES = frozenset({"COOPERATE", "AID"})
"""Types of what an agreement may be for."""
_DEALS = act_forms("deal")
_ABOUT = act_words("about")
_TRADE = act_words("trade")
_AGREED = act_words("agreed")
_VERBS = CUE | EVENT | LIGHT
_CLAUSE = frozenset({"that", "sub", "rel"})
_REACH = 9
"""How many words may stand between an agreement and what it is for."""


class Deals:
    """The agreements of one document and what they are for."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry, matcher: FrameMatcher) -> None:
        self.doc, self.args, self.registry, self.matcher = doc, args, registry, matcher

    def over(self, i: int) -> int:
        """The token of the agreement that the act named at token `i` is for, as ل, على or the construct tells; -1 if
        there is none."""
        doc = self.doc
        upon = doc.folded[i - 1] in _AGREED
        if doc.split(i).stem not in _TRADE or not (
            upon or doc.words[i].split.preposition == "ل" or doc.folded[i - 1] in _DEALS
        ):
            return -1
        for k in range(i - 1, max(-1, i - _REACH), -1):
            word = doc.words[k]
            if doc.folded[k] in _DEALS:
                return k if upon or not word.split.article else -1  # `يسعى بعد الاتفاق لشراء النفط`
            another = doc.flags[k] & _VERBS and self.args.at[k] is None
            if word.is_pause or word.classes & _CLAUSE or word.split.conjunction or another:
                return -1
        return -1

    def purpose(self, about: About) -> int:
        """The token of the act for which an agreement is made; -1 if the text does not say."""
        stop = self.doc.sentences[about.sentence][1]
        first = max({about.i, *(k for k in about.filled.consumed if self.doc.folded[k] in _DEALS)})
        for k in range(first + 1, min(first + _REACH, stop)):
            if self.doc.flags[k] & EVENT and self._deliveries(k, stop) and self.over(k) == first:
                return k
        return -1

    def complete(self, about: About) -> None:
        """Add those who give and get what an agreement is for, where less than two are told. A third one who makes it
        leaves open who they are to each other."""
        about.purpose = self.purpose(about)
        about.effect = self._spoken_of(about.i) if about.purpose >= 0 else ""
        known = self._countries(about.actors + about.recipients)
        if about.purpose < 0 or len(known) > 1:
            return
        giving, getting = self._sides(about.purpose, self.doc.sentences[about.sentence][1], not known)
        sides = self._countries(giving) | self._countries(getting)
        both = bool(giving and getting)
        fit = (both and len(sides) > 1 and (not known or known & sides)) or (not both and known and not known & sides)
        if fit:
            about.actors += [e for e in giving + getting if not {self.registry.country(e) or e} & known]

    def complete_act(self, about: About, deal: int) -> None:
        """Add to what the agreement at token `deal` is for the side that made it; the act is still to come."""
        if not (about.actors and about.recipients):
            (about.recipients if about.actors else about.actors).extend(self._maker(about))
        about.effect = self._spoken_of(deal) or "planned"

    def _spoken_of(self, i: int) -> str:
        """`مفاوضات بشأن صفقة لشراء مقاتلات`: the status of an agreement that is only spoken of."""
        return "possible" if self.doc.folded[i - 1] in _ABOUT else ""

    def _maker(self, about: About) -> list[str]:
        """Who made the agreement that an act is for, and is not told as the other side."""
        known = self._countries(about.actors + about.recipients)
        for earlier in reversed(about.earlier):
            if earlier.sentence != about.sentence:
                break
            if earlier.purpose == about.i:
                return [e for e in earlier.parties if not {self.registry.country(e) or e} & known]
        return []

    def _countries(self, entities: list[str]) -> set[str]:
        """The countries of some parties, those that have none for themselves."""
        return {self.registry.country(e) or e for e in entities}

    def _deliveries(self, k: int, stop: int) -> list[Filled]:
        """The frames of what the verbal noun at token `k` may be, with who stands in them."""
        nouns = (s for s in self.doc.senses[k] if s.lemma.kind == "noun" and s.split.stem in _TRADE)
        frames = ((s, e) for s in nouns for e in s.lemma.events if e.type in DELIVERIES)
        return [f for s, e in frames if (f := self.matcher.noun(k, s, e, stop)) is not None]

    def _sides(self, k: int, stop: int, by_goods: bool) -> tuple[list[str], list[str]]:
        """Who gives and who gets at the act at token `k`; `by_goods` lets the nationality of what is given tell."""
        filled = max(self._deliveries(k, stop), key=lambda f: (f.parties, f.score))
        giving, getting = self._entities(filled.actors), self._entities(filled.recipients)
        if by_goods and getting and not giving:
            chunks = self.args.between(k, self.args.clause_end(k, stop))
            origins = (self.registry.country(e) for c in chunks if self._is_of_goods(c, k) for e in c.ents)
            giving = [self.registry.known(f"state:{country}") for country in origins if country][:1]
        return giving, [e for e in getting if e not in giving]

    def _is_of_goods(self, chunk: Chunk, k: int) -> bool:
        """`بيع **مقاتلات فرنسية**`, `تزويد لبنان بالغاز **المصري**`: whether a phrase tells where that comes from which
        is given at token `k`."""
        first = chunk.i - 1 if chunk.adjectival else chunk.i
        given = first == k + 1 or self.doc.words[first].split.preposition == "ب"
        return given and (chunk.adjectival or (chunk.head == "group" and self._is_of_war(chunk)))

    def _is_of_war(self, chunk: Chunk) -> bool:
        """Whether a collective is one of arms, not of people who could not be given."""
        return all(known.sector == "MIL" for e in chunk.ents if (known := self.registry.entities.get(e)))

    def _entities(self, chunks: list[Chunk]) -> list[str]:
        """The actors that noun phrases name, or the states where places lie."""
        found: list[str] = []
        for chunk in chunks:
            country = chunk.country or (chunk.place.country if chunk.place is not None else None)
            found += chunk.ents or ([self.registry.known(f"state:{country}")] if country else [])
        return list(dict.fromkeys(found))
