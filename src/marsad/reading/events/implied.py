"""Parties that an event word does not name itself but its clause tells."""

from __future__ import annotations

from collections.abc import Callable

from marsad.language.arabic.fold import fold
from marsad.lexicon.entries import Group
from marsad.reading.document import Document
from marsad.reading.events.clauses import About, Clauses
from marsad.reading.events.deals import DELIVERIES, Deals
from marsad.reading.events.doers import Doers
from marsad.reading.events.partners import Partners
from marsad.reading.events.targets import Targets
from marsad.reading.frames.matcher import FrameMatcher
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft
from marsad.records import SYMMETRIC_TYPES

_GIVEN = frozenset({"SUPPORT", "AID"})
_ANYBODY = "أشخاص"
_REACH = 8
"""How many words after an act the number of those whom it meets may stand."""
_PEOPLE = Group("people", "people", "CVL", ("victim",))


class Implied:
    """Completes the parties of events in one document."""

    def __init__(
        self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft], matcher: FrameMatcher
    ) -> None:
        self.doc, self.registry = doc, registry
        self.deals = Deals(doc, args, registry, matcher)
        self.clauses = Clauses(doc, args, registry, drafts)
        self.doers = Doers(doc, args, registry, drafts, self.clauses)
        self.targets = Targets(doc, args, registry, drafts, self.clauses)
        self.partners = Partners(doc, args, registry, drafts, self.clauses, self.doers)

    def complete(self, about: About, begins_clause: Callable[[], bool]) -> None:
        """Add the parties of an event that its clause implies; `begins_clause` tells whether its verb opens one."""
        deal = self.deals.over(about.i) if about.is_noun and about.type in DELIVERIES and about.filled.parties else -1
        if deal >= 0:
            self.deals.complete_act(about, deal)
            return
        if about.type in SYMMETRIC_TYPES:
            self.partners.complete(about, begins_clause)
            if about.type == "AGREE":
                self.deals.complete(about)
            return
        actors, recipients = about.actors, about.recipients
        purpose = about.sense.split.preposition == "ل"
        if about.type in _GIVEN and about.filled.rules == ["gen=A"] and (purpose or about.filled.missing):
            self.targets.of_support(about)
        if about.filled.counted_victims and not recipients:
            recipients.append(self._counted(about.i))
        if about.type == "ASSAULT" and recipients:
            home = about.place.country if about.place is not None else self.clauses.scene
            recipients[:] = [self.registry.at_home(r, home) for r in recipients]
        if not actors and about.is_noun:
            actors += [e for e in self.doers.of_noun(about) if e not in recipients]
        if actors and not recipients:
            recipients += [e for e in self.targets.of(about) if e not in actors]

    def _counted(self, i: int) -> str:
        """`اعتقلت الشرطة 25 مسلحا`: those who are counted after the word at token `i`, people if it is not said who."""
        doc = self.doc
        first = min((k for k in doc.people if i < k <= i + _REACH), default=None)
        number = next((q for q in doc.quantities if first is not None and q.start == doc.starts[first]), None)
        if number is None:
            return self.registry.group(_PEOPLE, None, _ANYBODY)
        counted = number.text.split()[-1]
        word, nominative, anybody = doc.lexicon.words([fold(w) for w in (counted, counted.removesuffix("ا"), _ANYBODY)])
        senses = [s for w in (word, nominative) for s in w.senses if s.feature.number == "s"]
        group = next((s.lemma.group for s in senses if s.lemma.group), None)
        if group is not None and all(s.lemma.group is not group for s in anybody.senses):
            return self.registry.group(group, None, counted)
        states = (s.lemma.entity for s in senses if s.lemma.kind == "nisba")
        country = next((e.removeprefix("state:") for e in states if e.startswith("state:")), None)
        return self.registry.group(_PEOPLE, country, counted if country else _ANYBODY)
