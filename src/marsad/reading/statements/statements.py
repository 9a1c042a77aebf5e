"""Statements: who said what to whom, and through whom the article knows it."""

from __future__ import annotations

from bisect import bisect_left

from marsad.lexicon.entries import Cue
from marsad.lexicon.lexicon import CUE, Sense
from marsad.reading.document import Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import report_words
from marsad.reading.statements.attributions import Attributions
from marsad.reading.statements.content import Content, ContentFinder
from marsad.reading.statements.contentends import ContentEnds
from marsad.reading.statements.drafts import HELD, Draft
from marsad.reading.statements.headlines import Headlines
from marsad.reading.statements.making import StatementDrafts
from marsad.reading.statements.reportnouns import ReportNouns
from marsad.reading.statements.speakers import UNKNOWN, Speakers

_COMMA = frozenset({"،", ",", "؛", ";"})
_BEFORE_NOUN = report_words("before-noun")
_COLON = frozenset({":"})
_NOT_YET = report_words("not-yet")
_THUS = report_words("thus")
_AFTER_QUOTATION = _COMMA | {"-", "–"}


class Statements:
    """Reads the statements of one document."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry) -> None:
        self.doc, self.args, self.registry = doc, args, registry
        self.finder = ContentFinder(doc, args)
        self.said = StatementDrafts(doc, args, registry, ContentEnds(doc, args, self.finder))
        self.speakers = Speakers(doc, args, registry, self.said)
        self.attributions = Attributions(doc, args, self.finder, self.said, self.speakers)
        self.headlines = Headlines(doc, args, registry, self.said, self.speakers)
        self.nouns = ReportNouns(doc, args, self.finder, self.said, self.speakers)

    def read(self) -> list[Draft]:
        """All statements, in the order of their cues."""
        doc = self.doc
        flags, acts = doc.flags, doc.acts
        self.headlines.read()
        for number, (start, stop) in enumerate(doc.sentences):
            reached = start
            for i in acts[bisect_left(acts, start) : bisect_left(acts, stop)]:
                if flags[i] & CUE and i >= reached and i not in doc.blocked:
                    self._cue(i, start, stop, number)
                    reached = doc.unit_end[i]
        return self.said.drafts

    def _cue(self, i: int, start: int, stop: int, number: int) -> None:
        before = len(self.said.drafts)
        for sense in self.doc.senses[i]:
            if not sense.lemma.cues:
                continue
            kind = sense.lemma.kind
            if kind == "phrase" and sense.lemma.cues[0].kind == "relay":
                self.attributions.quoting(i, start, stop, number)
            elif kind == "phrase":
                if sense.lemma.cues[0].kind == "according":
                    self.attributions.according(i, sense.lemma.cues[0], start, stop, number)
            elif kind == "verb":
                self._verb(i, sense, start, stop, number)
            elif kind == "participle":
                self.nouns.participle(i, sense, start, stop, number)
            elif kind == "noun":
                self.nouns.noun(i, sense, start, stop, number)
            if len(self.said.drafts) > before:
                return

    def _verb(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        doc = self.doc
        if i in self.attributions.taken:
            return
        if sense.feature.gender == "f" and sense.feature.number == "p" and not sense.split.conjunction:
            return  # `لحج وعدن`: hardly ever women who promise
        if sense.feature.tense == "past" and i > start and doc.folded[i - 1].removeprefix("و") in _BEFORE_NOUN:
            return  # `بعد مضي ثلاث سنوات`
        if sense.feature.voice == "passive" or (sense.feature.tense == "present" and self._is_wanted(i)):
            return
        if i > start and doc.text.startswith("إ", doc.starts[i - 1]) and self._is_noun_after_inna(i):
            return
        if self.attributions.points_back(i, sense, stop):
            self.attributions.backward(i, sense, start, stop, number)
            return
        if "neg" in doc.words[i - 1].classes and i > start and sense.lemma.cues[0].kind not in {"deny", "reject"}:
            return
        if sense.split.pronoun and self._denies_noun(i, sense, stop, number):
            return
        if sense.split.pronoun in {"ه", "ها", "هم"} and not any(
            s.role == "H" or c.kind == "describe" for c in sense.lemma.cues for s in c.frame
        ):
            self.attributions.published_by(i, sense, start, stop, number)
            return
        relative = doc.is_class(i - 1, "rel")
        told = self.args.told_in(i, sense.feature, start, stop)
        subject = None if relative else self.args.subject(i, sense.feature, start, stop, bool(sense.split.conjunction))
        topic = subject if isinstance(subject, Chunk) and subject.i < i else None
        if isinstance(subject, Chunk) and topic is None and self._has_subject_before(i, sense, subject, start):
            subject = None
        if topic is not None:
            subject = None
        if sense.lemma.cues[0].kind == "relay" and self._relay(i, sense, subject, start, stop, number):
            return
        if sense.lemma.cues[0].kind == "relay" and self._of_another(i, stop):
            return
        for cue in sense.lemma.cues:
            content = self.finder.find(i, cue, subject, stop)
            if content:
                if cue.kind == "describe" and content.how == "that" and not sense.split.pronoun:
                    content.start = self._described_thing(self.finder.subject_end(i, subject), content.marker)
                if isinstance(subject, int) and subject >= min(content.start, content.marker):
                    subject = None
                if isinstance(subject, Chunk) and (asker := self._asker(i, sense, cue, subject, content)):
                    content.hearer = subject
                    self.said.add(i, cue, asker, content, stop, number, "subject carried on")
                    return
                if told is not None and told.i < i:
                    speakers, how = self.speakers.entities(told), HELD
                else:
                    speakers, how = self.speakers.of(i, sense, subject, start, stop, content)
                    if (
                        not speakers
                        and topic is not None
                        and self._is_topic(topic, sense, start)
                        and not self.said.nested(i)
                    ):
                        speakers, how = self.speakers.entities(topic), "topic of the clause"
                if speakers:
                    self.said.add(i, cue, speakers, content, stop, number, how)
                elif (subject is not None or how == UNKNOWN) and self._speaks_anew(i, sense, start):
                    self.said.last = []  # somebody unknown speaks now
                return
        self._after_quotation(i, sense, subject, start, stop, number)

    def _has_subject_before(self, i: int, sense: Sense, following: Chunk, start: int) -> bool:
        """`وكان الوزير قد حث المجتمع الدولي على`, `في حين وصف الصين بأنها`: whether the noun phrase after a verb is its
        object, as its subject stands with كان before it, or as the verb must have an object."""
        doc = self.doc
        if doc.is_class(i - 1, "qad") and any(doc.is_class(k, "kana") for k in range(max(start, i - 40), i - 2)):
            return True
        describes = sense.lemma.cues[0].kind == "describe" and not sense.split.pronoun
        after = self.args.coordinated(following)[-1].j
        return describes and after < doc.size and (doc.split(after).preposition or doc.folded[after]) == "ب"

    def _is_noun_after_inna(self, i: int) -> bool:
        """`قال كيري إن رفض الكونغرس الاتفاق سيضر`: after إنّ a word that may be a noun is one."""
        noun = any(s.lemma.kind == "noun" for s in self.doc.senses[i])
        return noun and self.doc.is_class(i - 1, "that") and not self.doc.words[i - 1].split.pronoun

    def _of_another(self, i: int, stop: int) -> bool:
        """`ونقلت رويترز عن فلان`, `نقلت رويترز قول الوزير`: whether the words are of somebody who was not found."""
        doc = self.doc
        near = range(i + 1, min(stop, i + 7))
        sayings = (s for k in near for s in doc.senses[k] if s.lemma.kind == "noun" and not s.split.preposition)
        said = any(c.id == "say.qala" for s in sayings for c in s.lemma.cues)
        return said or "عن" in doc.folded[i + 1 : min(stop, i + 6)]

    def _is_topic(self, topic: Chunk, sense: Sense, start: int) -> bool:
        """`والإمارات واحدة من دول عديدة تتهم إيران`: whether a noun phrase opens the sentence and fits its verb."""
        if topic.i > start + 1:
            return False
        return sense.feature.gender == "f" or topic.head != "state" or not self.args.agreement.is_feminine_state(topic)

    def _denies_noun(self, i: int, sense: Sense, stop: int, number: int) -> bool:
        """`وهي اتهامات تنفيها طهران`: what is denied is the noun before the verb, which its pronoun means."""
        cue, noun = sense.lemma.cues[0], i - 1
        reported = any(s.lemma.kind == "noun" and s.lemma.cues for s in self.doc.senses[noun])
        if cue.kind != "deny" or not reported or self.doc.words[noun].split.article:
            return False
        subject = self.args.subject_after(i, sense.feature, stop)
        if not isinstance(subject, Chunk) or not subject.ents:
            return False
        self.said.drafts.append(
            Draft(
                self.speakers.entities(subject), (i, self.doc.unit_end[i]), (noun, i), cue, "indirect", number,
                why=(f"cue {cue.id}", "the noun that it denies"),
            )
        )  # fmt: skip
        return True

    def _speaks_anew(self, i: int, sense: Sense, start: int) -> bool:
        """Whether a verb of saying at the head of a clause tells of a speaker of its own; not `واستدرك قائلا`."""
        following = self.doc.unit_end[i]
        if following < self.doc.size and self.doc.flags[following] & CUE:
            return False
        if sense.feature.tense != "past" or sense.lemma.cues[0].kind not in {"say", "announce"}:
            return False
        return (bool(sense.split.conjunction) or i == start) and not self.said.nested(i)

    def _is_wanted(self, i: int) -> bool:
        """`على أن تعلن الهيئة`, `يجب أن يؤكد`: what is to be said has not been said yet."""
        doc = self.doc
        if i and doc.is_class(i - 1, "qad"):
            return True  # `قد يظن البعض`
        if i < 2 or doc.folded[i - 1] != "ان" or "that" not in doc.words[i - 1].classes:
            return False
        return doc.folded[i - 2] in _NOT_YET or doc.words[i - 2].tense == "present"

    def _asker(self, i: int, sense: Sense, cue: Cue, subject: Chunk, content: Content) -> list[str]:
        """`وطالب المجتمع الدولي بحماية المدنيين`, `ودعا شي لزيارة موسكو`, `ربطت أنقرة …، كما طالبت واشنطن`: who asks,
        if the one phrase after a verb of asking is the one asked: a bloc, somebody invited, or a state late in its
        sentence."""
        joined = sense.split.conjunction or self.doc.folded[i - 1] == "كما"
        if cue.kind not in {"ask", "accuse", "praise"} or not joined or content.hearer is not None or subject.i < i:
            return []
        if not any(s.name == "obj" and s.role == "H" for s in cue.frame):
            return []
        if cue.kind == "praise":  # `وشكر أمير قطر على دوره`: for what he did himself
            his = self.doc.words[content.start].split.pronoun in {"ه", "ها", "هما", "هم"}
            if content.how != "prep" or not his or subject.head == "state":
                return []
            return self._others(self.speakers.carried(sense.feature.gender, sense.feature.number), subject)
        if cue.kind == "accuse":  # `كما اتهم حزب العمال بأن …`: who accuses must have accused somebody
            needs_accused = cue.id.startswith("accuse.ittahama") and content.how in {"prep", "that"}
            if not needs_accused or sense.split.pronoun:
                return []
            carried = self.speakers.carried(sense.feature.gender, sense.feature.number)
            return [] if set(carried) & set(subject.ents) else carried
        invited = self._is_meeting(content.start)
        worldwide = subject.head == "bloc" and not subject.country
        needed = any(s.required for s in cue.frame if s.role == "H")  # `وحث قوات الدعم السريع على فتح ممرات`
        if invited or worldwide or needed:
            carried = self.speakers.carried(sense.feature.gender, sense.feature.number)
            carried = carried or (self.speakers.doer_of_last_sentence(i, sense) if worldwide else [])
        elif subject.head == "state":
            carried = self._doer_so_far(i, sense)
        else:
            return []
        return self._others(carried, subject)

    def _others(self, speakers: list[str], subject: Chunk) -> list[str]:
        """Those speakers, unless what follows the verb is one of them or of their states."""
        countries = {self.registry.country(e) for e in speakers} | set(speakers)
        known = any(e in countries or self.registry.country(e) in countries for e in subject.ents)
        return [] if known else speakers

    def _doer_so_far(self, i: int, sense: Sense) -> list[str]:
        """The subject of the verb before token `i` in its sentence, if the verb there may go on with it."""
        start = max((s for s, _ in self.doc.sentences if s <= i), default=0)
        for chunk in self.args.before(i, 30):
            if chunk.i <= start:
                return []
            if chunk.ents and self.doc.words[chunk.i - 1].tense and self.args.is_bare(chunk):
                return list(chunk.ents) if self.args.agrees(chunk, sense.feature, False) else []
        return []

    def _is_meeting(self, k: int) -> bool:
        events = (e for s in self.doc.senses[k] if s.lemma.kind == "noun" for e in s.lemma.events)
        return any(e.type == "CONSULT" for e in events)

    def _described_thing(self, start: int, marker: int) -> int:
        """`وصف بوتين، بحسب …، العلاقات بأنها`: what is described, after any parenthesis."""
        pauses = [k for k in range(start, marker) if self.doc.is_sign(k, _COMMA)]
        return pauses[-1] + 1 if pauses else start

    def _relay(self, i: int, sense: Sense, subject: Chunk | int | None, start: int, stop: int, number: int) -> bool:
        """`نقلت رويترز عن لافروف قوله إن …`."""
        cue = sense.lemma.cues[0]
        slots = [s.name for s in cue.frame if s.role in {"S"}]
        source = next((c for s in slots if (c := self.args.complement(i, s, stop)) and c.ents), None)
        if source is None:
            return False
        relayer = self.speakers.entities(subject) if isinstance(subject, Chunk) else []
        if not relayer and (before := self.args.subject_before(i, sense.feature, start)):
            relayer = self.speakers.entities(before)
        content = self._clause_after(max(self.args.coordinated(source)[-1].j, self.doc.unit_end[i]), stop)
        if content is None:
            return False
        draft = self.said.add(i, cue, self.speakers.entities(source), content, stop, number, "relayed", relayer[:1])
        return draft is not None

    def _clause_after(self, p: int, stop: int) -> Content | None:
        doc = self.doc
        limit = min(stop, p + 14)
        while p < limit:
            if "that" in doc.words[p].classes:
                return Content("that", p + 1, p)
            quotation = doc.quote_at.get(p)
            if quotation and quotation.opening == p:
                return Content("quote", p + 1, p)
            if doc.is_sign(p, _COLON):
                return Content("colon", p + 1, p)
            p += 1
        return None

    def _after_quotation(
        self, i: int, sense: Sense, subject: Chunk | int | None, start: int, stop: int, number: int
    ) -> None:
        """`«…»، قال الوزير`: the words stand before their cue."""
        doc = self.doc
        if not doc.quote_at or not isinstance(subject, Chunk) or sense.lemma.cues[0].kind == "relay":
            return
        k = i - 1
        while k > start and (doc.is_sign(k, _AFTER_QUOTATION) or doc.folded[k] in _THUS):
            k -= 1
        quotation = doc.quote_at.get(k) if k >= 0 else None
        if quotation is None or quotation.closing != k:
            return
        if any(d.content[0] <= quotation.opening + 1 < d.content[1] for d in self.said.drafts):
            return
        speakers = self.speakers.entities(subject)
        if not speakers:
            return
        cue = sense.lemma.cues[0]
        self.said.drafts.append(
            Draft(
                speakers,
                (i, doc.unit_end[i]),
                (quotation.opening + 1, quotation.closing),
                cue,
                "direct",
                number,
                why=(f"cue {cue.id}", "after the quotation"),
            )
        )
        self.said.last, self.said.last_via = speakers, []
