"""The other side of a mutual act that names only one: who is invited, whose clause it stands in, the two states that
the article is about."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from marsad.reading.document import Document
from marsad.reading.events.clauses import About, Clauses
from marsad.reading.events.doers import Doers
from marsad.reading.frames.matcher import Filled
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft

_OFTEN = 8
"""How often an article names a state that it is about."""
_NEAR = 15
_WITH = frozenset({"بين", "مع"})


class Partners:
    """Finds the unexpressed partners in one document."""

    def __init__(
        self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft], clauses: Clauses, doers: Doers
    ) -> None:
        self.doc, self.args, self.registry, self.drafts = doc, args, registry, drafts
        self.clauses, self.doers = clauses, doers
        self._main_pair_found: list[str] | None = None

    def complete(self, about: About, begins_clause: Callable[[], bool]) -> None:
        """Add the party of a mutual act that its clause implies; `begins_clause` tells whether its verb opens one."""
        i, actors, recipients = about.i, about.actors, about.recipients
        if about.filled.sense.mode == "third-party" and about.is_noun and about.sense.split.preposition == "ب":
            actors += [e for e in self._mediated(about) if e not in actors + recipients]
            return
        if about.filled.sense.mode == "visit" and about.is_noun and len(actors) + len(recipients) == 1:
            actors += [e for e in self._invited(i) if e not in actors + recipients]
        if about.filled.sense.mode == "visit" and about.is_noun and not about.filled.actors:
            wish = self.doers.owner_of_course(about) or self.doers.attempted_by(i)  # `أعلن كيري عزمه على زيارة القاهرة`
            actors += [e for e in wish or self.doers.planned_by(about) if e not in actors + recipients]
        if about.filled.sense.mode == "visit" and len(actors) + len(recipients) == 1:
            actors += self._same_host(about, (actors + recipients)[0])
        if len(actors) + len(recipients) == 1 and about.is_noun:
            actors += [e for e in self.doers.planned_by(about) if e not in actors + recipients]
        if len(actors) + len(recipients) == 1 and self._wants_partner(about.filled):
            if self._may_share(about) if about.is_noun else (about.type != "COOPERATE" and begins_clause()):
                actors += self._other_side(about, actors + recipients)
        if not actors and about.is_noun:
            actors += [e for e in self.doers.attempted_by(i) if e not in recipients]
        if not actors and not recipients and about.type == "COOPERATE" and about.is_noun:
            actors += self._pair(about)

    @staticmethod
    def _mediated(about: About) -> list[str]:
        """`وقعت روسيا وأوكرانيا اتفاقا بوساطة تركية`: those between whom somebody mediates in the act before."""
        earlier = about.earlier[-1] if about.earlier else None
        return earlier.parties if earlier is not None and earlier.sentence == about.sentence else []

    def of_relations(self, draft: Draft) -> list[str]:
        """`دعا شي إلى خطة لدفع العلاقات الثنائية`: the state that stands out in the article beside that of the
        speaker of such words about relations."""
        first, last = draft.content
        words = self.doc.folded[first : min(last, first + _NEAR)]
        if not any(pair == ("العلاقات", "الثناييه") for pair in pairwise(words)):
            return []
        own = {self.registry.country(s) for s in draft.speakers}
        (best, most), (_, next_most) = [*((c, n) for c, n in self.clauses.countries if c not in own), ("", 0), ("", 0)][
            :2
        ]
        stands_out = len(own & {c for c, _ in self.clauses.countries}) == 1 and most >= 3 and most * 2 >= next_most * 3
        return [self.registry.known(f"state:{best}")] if stands_out else []

    @property
    def _main_pair(self) -> list[str]:
        """The two states that the article is about, if two stand out."""
        if self._main_pair_found is None:
            self._main_pair_found = self._find_main_pair()
        return self._main_pair_found

    def _find_main_pair(self) -> list[str]:
        best = self.clauses.countries
        if len(best) < 2 or best[1][1] < 3 or (len(best) > 2 and best[2][1] * 2 > best[1][1]):
            return []
        return [self.registry.known(f"state:{c}") for c, _ in best[:2]]

    def _pair(self, about: About) -> list[str]:
        """`التعاون العسكري`, `نمو التجارة` of nobody's: that of the two states which the article is about, where
        the sentence names one of them or one of their men speaks."""
        if not about.sense.split.article or self.doc.folded[about.i - 1] == "عن" or self._is_of_others(about):
            return []
        if not (self._is_of_states(about) or self._is_about_two()):
            return []
        start, stop = self.doc.sentences[about.sentence]
        near = {self.registry.country(e) for c in self.args.between(start, stop) for e in c.ents}
        speaking = (d for d in self.drafts if d.content[0] <= about.i < d.content[1])
        near |= {self.registry.country(s) for d in speaking for s in d.speakers}
        pair = self._main_pair
        others = near - {self.registry.country(p) for p in pair} - {None}
        return list(pair) if not others and any(self.registry.country(p) in near for p in pair) else []

    def _is_of_others(self, about: About) -> bool:
        """`التنسيق بين الجهات المعنية`, `الصناعة والتجارة والاستثمار`: whether the noun is of parties that nobody knows
        or one of a list of fields."""
        doc, k = self.doc, self.doc.unit_end[about.i]
        if k >= doc.size:
            return False
        listed = doc.split(about.i).conjunction and doc.split(k).conjunction
        return bool(listed) or doc.folded[k] in _WITH

    def _is_about_two(self) -> bool:
        """Whether the article is plainly about two states: both named often, and no third one near as often."""
        counts = [n for _, n in self.clauses.countries]
        return len(counts) > 1 and counts[1] >= _OFTEN and (len(counts) == 2 or counts[2] * 3 <= counts[1])

    def _is_of_states(self, about: About) -> bool:
        """Whether a mutual act is of a kind that states have together, told by an adjective (`التعاون **العسكري**`) or
        a measure (`**نمو** التجارة`)."""
        doc = self.doc
        k = doc.unit_end[about.i]
        adjective = k > about.i + 1 or (k < doc.size and doc.folded[k].startswith("ال"))
        before = doc.words[about.i - 1]
        measure = before.folded.isalpha() and not (before.classes or before.tense or before.split.article)
        return (adjective or measure) and any(slot.role == "P" for slot in about.filled.sense.frame)

    def _same_host(self, about: About, visitor: str) -> list[str]:
        """`زار ماكرون الرباط، وسيقوم رئيس وزراء إسبانيا بزيارة`: a visit to nowhere goes where the
        one told before it in its sentence went."""
        earlier = about.earlier[-1] if about.earlier else None
        if earlier is None or earlier.sentence != about.sentence or earlier.sense.mode != "visit":
            return []
        hosts = [p for p in earlier.parties if p.startswith("state:")]
        if len(earlier.parties) < 2 or len(hosts) != 1 or earlier.status == "denied":
            return []
        return hosts if self.registry.country(visitor) != self.registry.country(hosts[0]) else []

    def _invited(self, i: int) -> list[str]:
        """`دعا شي لزيارة موسكو`: who is asked makes the visit."""
        holding = [d for d in self.drafts if d.content[0] <= i < d.content[1]]
        asked = holding and holding[-1].cue_entry and holding[-1].cue_entry.kind == "ask" and holding[-1].addressee
        return [asked] if asked else []

    def _may_share(self, about: About) -> bool:
        """Whether a noun may take its clause's subject: not the visit of something that is no actor (`وصول طائرة`)."""
        k = self.doc.unit_end[about.i]
        if about.filled.sense.mode != "visit" or k >= self.doc.size or about.sense.split.pronoun:
            return True
        word = self.doc.words[k]
        thing = word.folded.isalpha() and not word.classes and not word.tense and self.args.at[k] is None
        return not thing or word.split.article or bool(word.split.preposition) or word.folded.endswith("ه")

    def _other_side(self, about: About, known: list[str]) -> list[str]:
        """The unexpressed side of a mutual act: the subject of its clause, else the speaker's state."""
        i = about.i
        countries = {self.registry.country(k) for k in known}
        if any(d.content[0] <= i < d.content[1] for d in self.drafts):
            candidates = [self.clauses.subject(i, inside_report=True), self.clauses.own_state(i), about.subject]
        else:
            candidates = [about.subject, self.clauses.subject(i)]
        visit = about.filled.sense.mode == "visit"
        for chunk in candidates:
            if chunk is None or not all(self.clauses.is_official(e) for e in chunk.ents):
                continue
            if visit and chunk.head == "state":
                continue
            if all(self.registry.country(e) not in countries or self.registry.country(e) is None for e in chunk.ents):
                other = [e for e in chunk.ents if e not in known]
                if other:
                    return other
        return []

    @staticmethod
    def _wants_partner(filled: Filled) -> bool:
        """Whether one party is not enough: not for a group that meets, nor where بين named an unknown second one."""
        if any(rule.startswith("بين=") for rule in filled.rules):
            return False
        return not any(c.head in {"org", "bloc"} or (c.number == "p" and c.head == "group") for c in filled.actors)
