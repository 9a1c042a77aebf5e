"""Who speaks: the subject beside a cue, the topic of its sentence, or whoever spoke last."""

from __future__ import annotations

from bisect import bisect_left

from marsad.language.arabic.romanise import slug
from marsad.lexicon.entries import Feature
from marsad.lexicon.lexicon import TITLE, Sense
from marsad.reading.document import CLOSERS, ENDERS, OPENERS, TOGGLES, Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import report_words
from marsad.reading.statements.content import Content
from marsad.reading.statements.drafts import GOING_ON
from marsad.reading.statements.issuers import Issuers
from marsad.reading.statements.making import StatementDrafts

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COMMA = frozenset({"،", ",", "؛", ";"})
_BEFORE_CLAUSE = _COMMA | ENDERS | _QUOTES
_APART = report_words("apart")
_TURNS = report_words("turn")
_CLAUSE_OPENERS = frozenset({"", "كما", "فيما", "بينما", "حيث", "ثم"})
UNKNOWN = "subject described only"
"""The rule of a speaker whom only a description names, or nobody knows."""
_BODIES = report_words("body")
_SCRIPTURE = report_words("scripture")
_AFTER_NAME = _COMMA | _QUOTES | {":"}

_UNLIKELY = -250
"""How unlikely a name may be, in hundredths of log odds, where a word can only be the speaker."""


class Speakers:
    """Finds the speaker of a cue, by what was `said` before it."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry, said: StatementDrafts) -> None:
        self.doc, self.args, self.registry, self.said = doc, args, registry, said
        self.issuers = Issuers(doc, args, registry)

    def of(
        self, i: int, sense: Sense, subject: Chunk | int | None, start: int, stop: int, content: Content
    ) -> tuple[list[str], str]:
        """The speakers of the reporting verb at token `i`, and the rule that found them; no speakers if
        the verb reports for nobody."""
        feature = sense.feature
        inside = any(q.opening < i < q.closing for q in self.doc.quotations)
        if inside and isinstance(subject, Chunk) and subject.i - i > 3:
            return [], ""
        if not _SCRIPTURE.isdisjoint(self.doc.folded[self.doc.unit_end[i] : self.doc.unit_end[i] + 1]):
            return [], ""  # `قال تعالى`
        if isinstance(subject, Chunk):
            return self.entities(subject), "subject after the verb"
        if isinstance(subject, int) and not self._opens_clause(i, sense):
            return [], ""
        if isinstance(subject, int):
            if content.how not in {"that", "colon"}:
                return [], ""
            return self._described(subject, content.marker), UNKNOWN
        if self.said.nested(i) and not self.doc.is_class(i - 1, "rel"):
            return [], ""
        if not sense.split.conjunction or self.doc.is_class(i - 1, "rel"):
            before = self.args.subject_before(i, feature, start)
            if before:
                return self.entities(before), "subject before the verb"
        if inside or feature.person != 3 or (feature.tense == "present" and not sense.split.conjunction):
            return [], ""
        if feature.tense == "present" and feature.gender == "m":
            return [], ""
        if self.doc.folded[start] == "اما":
            first = next((c for c in self.args.between(start, i) if c.ents and not c.prep and not c.adjectival), None)
            return (self.entities(first), "subject before the verb") if first is not None else ([], "")
        topic = self.topic(i, start) or self._set_apart(i, sense, start)
        if not topic and not self._may_carry(i, content, feature):
            return self._unresolved(i), UNKNOWN
        if not topic and not self._opens_clause(i, sense) and sense.feature.tense == "past":
            return [], ""
        speakers = topic or self._doer_before(i, start, feature)
        if not speakers and self._another_stands_before(i, start):
            return [], ""
        if not speakers and (doer := self._doer_of_last_sentence(sense, start)):
            return doer, "subject of the sentence before"
        return speakers or self.carried(feature.gender, feature.number), "subject carried on"

    def _doer_before(self, i: int, start: int, feature: Feature) -> list[str]:
        """`وقد تحدث كارتر … فقال`: the subject of the verb before it in its sentence, if nobody has spoken since."""
        if any(d.cue[0] >= start for d in self.said.drafts[-1:]):
            return []
        for chunk in reversed(self.args.before(i, 40)):
            if chunk.i < start or chunk.prep or chunk.over or chunk.adjectival or not chunk.ents:
                continue
            opens = chunk.i == start + 1 and self.doc.folded[start].isalpha() and not self.doc.words[start].classes
            if (opens or self._governs_verb(chunk, start)) and chunk.head in {"person", "org", "group", "state"}:
                return self.entities(chunk) if self.args.agrees(chunk, feature, True) else []
        return []

    def _another_stands_before(self, i: int, start: int) -> bool:
        """`أشاد ضيف الحفل الشيخ سالم الحارثي بالفكرة ونوه بالجهود`: whether a person who is not whoever spoke last
        stands before token `i` in its sentence, where he may be the subject, and nobody has spoken there since."""
        if any(d.cue[0] >= start for d in self.said.drafts[-1:]):
            return False
        verb = start if start + 1 < i and self.doc.words[start].tense == "past" else -1
        if verb >= 0 and isinstance(self.args.subject_after(verb, first_feature(self.doc, verb), i), int):
            return True  # `وأبدى أمين المدينة سعادته وأكد أن`
        for chunk in self.args.before(i, 40):
            if chunk.i < start:
                return False
            if chunk.head == "person" and chunk.ents and not chunk.prep and not chunk.over_prep:
                return not set(chunk.ents) & set(self.said.last)
        return False

    def _governs_verb(self, chunk: Chunk, start: int) -> bool:
        """Whether a noun phrase stands right after a verb in the past, or heads its sentence right before one."""
        words = self.doc.words
        if chunk.i == start:
            return chunk.j < self.doc.size and words[chunk.j].tense == "past"
        return words[chunk.i - 1].tense == "past"

    def doer_of_last_sentence(self, i: int, sense: Sense) -> list[str]:
        """Who acts in the sentence before that of token `i`, if its verb may go on with him."""
        start = self.doc.sentences[bisect_left(self.doc.sentences, (i + 1,)) - 1][0]
        return self._doer_of_last_sentence(sense, start)

    def _doer_of_last_sentence(self, sense: Sense, start: int) -> list[str]:
        """`زار ماكرون تونس. وأكد أن …`: the subject of the sentence before, in which nobody spoke, of a verb that و
        joins to it and that does not go on with what was said (`وأضاف`)."""
        doc, feature = self.doc, sense.feature
        number = bisect_left(doc.sentences, (start,)) - 1
        if number < 0 or sense.split.conjunction != "و" or sense.lemma.cues[0].id in GOING_ON:
            return []
        first, stop = doc.sentences[number]
        if first < doc.headline_end() or any(d.cue[0] >= first for d in self.said.drafts[-2:]):
            return []
        doer = self._leading_subject(first, stop)
        if doer is None or doer.head not in {"person", "org", "state"} or not self.args.agrees(doer, feature, True):
            return []
        return self.entities(doer)

    def _leading_subject(self, first: int, stop: int) -> Chunk | None:
        """The subject with which a sentence begins, before its verb or right after it."""
        doc = self.doc
        for k in range(first, min(first + 3, stop)):
            chunk = self.args.at[k]
            if chunk is not None:
                verb = k > first and doc.words[k - 1].tense == "past"
                verb = verb or (chunk.j < stop and doc.words[chunk.j].tense == "past")
                return chunk if verb and chunk.ents and self.args.is_bare(chunk) else None
        return None

    def _may_carry(self, i: int, content: Content, feature: Feature) -> bool:
        """Whether the words after a verb leave no room for a subject of its own."""
        doc = self.doc
        k = self._after_hearer(doc.unit_end[i])
        if k >= doc.size or k >= content.marker or k >= content.start:
            return True
        word = doc.words[k]
        chunk = self.args.at[k]
        if chunk is not None and (chunk.prep or self.args.agreement.is_object(chunk, feature)):
            return True
        if "quant" in word.classes:
            return False  # `وقال أحد الملاك`
        return bool(
            word.classes or doc.split(k).preposition or k in doc.dated or not word.folded.isalpha()
            or word.folded.startswith(("بال", "لل")) or (not doc.senses[k] and word.folded.startswith(("ب", "ل")))
        )  # fmt: skip

    def _after_hearer(self, k: int) -> int:
        """The token after the hearer whom ل names at token `k` (`وأوضح لـ«عكاظ» بائع أن`), else `k`."""
        doc = self.doc
        at = k
        while at < min(doc.size, k + 2) and (doc.folded[at] == "ل" or doc.is_sign(at, _QUOTES)):
            at += 1
        chunk = self.args.at[at] if at < doc.size else None
        if chunk is None or chunk.i != at or chunk.prep != "ل":
            return k
        return chunk.j + 1 if doc.is_sign(chunk.j, _QUOTES) else chunk.j

    def _unresolved(self, i: int) -> list[str]:
        """A title in subject's place that names nobody known: an unnamed speaker of that description."""
        chunk = self.args.at[self.doc.unit_end[i]] if self.doc.unit_end[i] < self.doc.size else None
        if chunk is None or chunk.prep or chunk.ents or chunk.head not in {"person", "group"}:
            return []
        surface = self.doc.text[self.doc.starts[chunk.i] : self.doc.ends[chunk.j - 1]]
        return [self.registry.unnamed("person", slug(surface), surface, chunk.country)]

    def _opens_clause(self, i: int, sense: Sense) -> bool:
        """Whether a verb stands at the head of its clause: joined by و, after a pause, or first in its sentence."""
        doc = self.doc
        if sense.feature.tense != "past":
            return False
        return (
            bool(sense.split.conjunction)
            or self._after_fronted(i)
            or i == 0
            or doc.is_sign(i - 1, _BEFORE_CLAUSE)
            or (doc.folded[i - 1] == "حين" and doc.folded[i - 2] == "في")
            or (
                doc.folded[i - 1].removeprefix("و") in _CLAUSE_OPENERS
                or (bool(doc.words[i - 1].classes & {"that", "sub"}) and bool(doc.words[i - 1].split.pronoun))
            )
        )

    def _after_fronted(self, i: int) -> bool:
        """`وعن أهمية تحرير عدن أكد أن`: whether nothing but what is spoken of stands before a verb in its sentence."""
        doc = self.doc
        start = doc.sentences[bisect_left(doc.sentences, (i + 1,)) - 1][0]
        if i - start > 18 or not ("prep" in doc.words[start].classes or doc.words[start].split.preposition):
            return False
        if doc.folded[start + 1] in _TURNS or doc.is_sign(i + 1, _COMMA):
            return False  # `من ناحيته قال، طلال أبو ظريفة، إن`: another speaks
        return not any(doc.words[k].clause_break or doc.words[k].tense for k in range(start, i))

    def topic(self, i: int, start: int) -> list[str]:
        """The subject of كان before a later verb: `وكان الرئيس … قد قال`."""
        doc = self.doc
        for k in range(max(start, i - 40), i):
            if doc.is_class(k, "kana") and not doc.is_class(k - 1, "cond"):
                chunk = self.args.subject_after(k, first_feature(doc, k), i)
                if isinstance(chunk, Chunk):
                    return self.entities(chunk)
        return []

    def _set_apart(self, i: int, sense: Sense, start: int) -> list[str]:
        """`أما وزير الخارجية فقال`: the one whom the sentence sets apart from others before its verb."""
        if sense.split.conjunction != "ف":
            return []
        for k in range(i - 2, max(start - 1, i - 24), -1):
            if self.doc.words[k].split.stem in _APART:
                chunk = self.args.at[k + 1]
                return self.entities(chunk) if chunk is not None and chunk.i == k + 1 else []
        return []

    def carried(self, gender: str, number: str) -> list[str]:
        """Whoever spoke last and fits the ending of the verb."""
        if not self.said.last:
            return []
        who = self.said.last[0]
        if (who.startswith("media:") and gender == "m") or (
            number == "p" and self.said.last == [who] and self._is_one(who)
        ):
            return []
        actor = self.registry.lexicon.actors.get(who)
        known = actor.gender if actor else ""
        if number == "s" and known and gender in {"m", "f"} and known != gender:
            for draft in reversed(self.said.drafts[-8:]):
                other = self.registry.lexicon.actors.get(draft.speakers[0])
                if other and other.gender == gender:
                    return draft.speakers
            return []
        if number == "s" and gender == "m" and who.startswith("state:"):
            for draft in reversed(self.said.drafts[-8:]):
                if draft.speakers[0].startswith(("person:", "group:", "org:")):
                    return draft.speakers
        return list(self.said.last)

    @staticmethod
    def _is_one(who: str) -> bool:
        """Whether an entity is one person, so that no plural means it."""
        return who.startswith("person:")

    def sentence_subject(self, i: int, start: int) -> list[str]:
        """The first actor in subject's place before a participle in its sentence; a state or group only right after
        a verb or at the head of its sentence."""
        for chunk in self.args.between(start, i):
            if chunk.can_act and not chunk.prep and not chunk.over and not chunk.adjectival and chunk.ents:
                heads = chunk.i == start or bool(self.doc.words[chunk.i - 1].tense)
                if chunk.head in {"person", "org"} or (heads and chunk.head in {"state", "bloc", "group"}):
                    return self.entities(chunk)
        return []

    def entities(self, chunk: Chunk) -> list[str]:
        """The entities of a noun phrase and of those that و joins to it; for a report those who issued it."""
        if issuers := self.issuers.of(chunk):
            return issuers
        found: list[str] = []
        for part in self.args.coordinated(chunk):
            found += [e for e in part.ents if e not in found]
        return found

    def _described(self, noun: int, marker: int) -> list[str]:
        """A speaker whom only a description names: `قالت هيئة الأركان إن`."""
        doc = self.doc
        end = noun
        country = None
        while end < marker and end - noun < 6 and doc.folded[end].isalpha() and not doc.words[end].tense:
            if "prep" in doc.words[end].classes or (doc.words[end].split.preposition and end > noun):
                break
            for sense in doc.senses[end]:
                if sense.lemma.entity.startswith("state:"):
                    country = sense.lemma.entity[6:]
            end = doc.unit_end[end]
        if named := self._bearer(noun, end):
            return named
        if end == noun or (end < marker and not doc.words[end].classes and not doc.is_sign(end, _AFTER_NAME)):
            return []
        while end > noun + 1 and end - 1 in doc.dated:
            end -= 1
        surface = doc.text[doc.starts[noun] : doc.ends[end - 1]]
        if end == noun + 1 and (doc.words[noun].split.pronoun or doc.senses[noun]):
            return []
        first = next((k for k in range(noun + 1, end) if doc.flags[k] & TITLE), 0)
        if first and (doc.folded[noun] not in _BODIES or not doc.split(first).article):
            name = doc.text[doc.starts[noun] : doc.ends[first - 1]]
            return [self.registry.person(name, country, "", "")] if first - noun <= 4 else []
        if not any(doc.senses[k] for k in range(noun, end)):
            definite = any(doc.folded[k].startswith("ال") for k in range(noun, end))
            if doc.lexicon.name_tagger.begins(doc.words, noun) > _UNLIKELY and (end == noun + 1 or not definite):
                return [self.registry.person(surface, None, "", "")]
            if not definite:
                return []
        if name := self._name(noun, end):
            return [self.registry.person(name, None, "", "")]
        if doc.folded[noun] not in _BODIES:
            return []
        return [self.registry.unnamed("org", slug(surface), surface, country)]

    def _name(self, noun: int, end: int) -> str:
        """`قالت ميغان سيريل، مدرسة الصف`, `قالت السيدة سيمنز`: the name, if a description is one that nobody knows."""
        doc = self.doc
        if any(s.lemma.title and s.lemma.title.level == "honorific" for s in doc.senses[noun]):
            return doc.text[doc.starts[noun + 1] : doc.ends[end - 1]] if end > noun + 1 else ""
        others = any(s.lemma.kind != "namepart" for k in range(noun, end) for s in doc.senses[k])
        others = others or any(doc.folded[k].startswith("ال") for k in range(noun, end))
        if others or end - noun not in (2, 3) or doc.folded[noun].endswith("ه") or not doc.is_sign(end, _COMMA):
            return ""
        return doc.text[doc.starts[noun] : doc.ends[end - 1]]

    def _bearer(self, noun: int, end: int) -> list[str]:
        """The person whom a description before the name tells of: `قال القانوني فهد بارباع إن`."""
        doc = self.doc
        k = noun
        while k < end and doc.words[k].folded.startswith("ال") and self.args.at[k] is None:
            k += 1
        chunk = self.args.at[k] if noun < k < end else None
        if chunk is None or chunk.head != "person" or chunk.i != k or chunk.prep or chunk.joined:
            return []
        return self.entities(chunk)


def first_feature(doc: Document, k: int) -> Feature:
    """The inflection of token `k`'s first sense."""
    return doc.senses[k][0].feature if doc.senses[k] else Feature("past", 3, "", "s")
