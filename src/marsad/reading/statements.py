"""Statements: who said what to whom, and through whom the article knows it."""

from __future__ import annotations

from bisect import bisect_left

from marsad.lexicon.entries import Cue
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT, Sense
from marsad.reading.arguments import Arguments
from marsad.reading.chunks import Chunk
from marsad.reading.content import Content, ContentFinder
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.drafts import Draft
from marsad.reading.registry import Registry
from marsad.reading.reportwords import report_words
from marsad.reading.speakers import Speakers

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COMMA = frozenset({"،", ",", "؛", ";"})
_COLON = frozenset({":"})
_AFTER_SOURCE = _COMMA | _COLON
_AFTER_QUOTATION = _COMMA | {"-", "–"}
_BACKWARD = report_words("backward")
_PUBLISHING = frozenset({"say.nashara", "say.baththa", "announce.nashara", "relay.nashara", "say.awrada"})
_COLLECTIVE_MEDIA = frozenset({"group:newspapers", "group:media"})
_TEXTS = report_words("text")
_MANNERS = report_words("manner")
_ABOUT = report_words("about")
_INTERVIEW = report_words("interview")


class Statements(Speakers):
    """Reads the statements of one document."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry) -> None:
        super().__init__(doc, args, registry)
        self.finder = ContentFinder(doc, args)
        self.last_via: list[str] = []
        self.sentence_via: tuple[int, list[str]] = (-1, [])

    def read(self) -> list[Draft]:
        """All statements, in the order of their cues."""
        doc = self.doc
        flags, acts = doc.flags, doc.acts
        for number, (start, stop) in enumerate(doc.sentences):
            reached = start
            for i in acts[bisect_left(acts, start) : bisect_left(acts, stop)]:
                if flags[i] & CUE and i >= reached:
                    self._cue(i, start, stop, number)
                    reached = doc.unit_end[i]
        return self.drafts

    def _cue(self, i: int, start: int, stop: int, number: int) -> None:
        before = len(self.drafts)
        for sense in self.doc.senses[i]:
            if not sense.lemma.cues:
                continue
            kind = sense.lemma.kind
            if kind == "phrase" and sense.lemma.cues[0].kind == "relay":
                self._quoting(i, start, stop, number)
            elif kind == "phrase":
                if sense.lemma.cues[0].kind == "according":
                    self._according(i, sense.lemma.cues[0], start, stop, number)
            elif kind == "verb":
                self._verb(i, sense, start, stop, number)
            elif kind == "participle":
                self._participle(i, sense, start, stop, number)
            elif kind == "noun":
                self._noun(i, sense, start, stop, number)
            if len(self.drafts) > before:
                return

    def _stop(self, i: int, stop: int) -> int:
        """A quotation that runs over the sentence's end takes the sentence with it."""
        for quotation in self.doc.quotations:
            if i < quotation.opening < stop <= quotation.closing:
                return min(quotation.closing + 1, self.doc.size)
        return stop

    def _verb(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        doc = self.doc
        if (
            i > 0
            and doc.folded[i - 1] in _BACKWARD
            and self._refers_back(i)
            and (sense.split.pronoun or not self._forward_after_kama(i, sense, stop))
        ):
            self._backward(i, sense, start, stop, number)
            return
        if "neg" in doc.words[i - 1].classes and i > start and sense.lemma.cues[0].kind not in {"deny", "reject"}:
            return
        if sense.split.pronoun in {"ه", "ها", "هم"} and not any(
            s.role == "H" for c in sense.lemma.cues for s in c.frame
        ):
            self._published_by(i, sense, start, stop, number)
            return
        relative = doc.is_class(i - 1, "rel")
        subject = None if relative else self.args.subject(i, sense.feature, start, stop, bool(sense.split.conjunction))
        if isinstance(subject, Chunk) and subject.i < i:
            subject = None
        if sense.lemma.cues[0].kind == "relay" and self._relay(i, sense, subject, start, stop, number):
            return
        for cue in sense.lemma.cues:
            content = self.finder.find(i, cue, subject, stop)
            if content:
                if cue.kind == "describe" and content.how == "that":
                    content.start = self._described_thing(self.finder.subject_end(i, subject), content.marker)
                if isinstance(subject, int) and content.start == subject:
                    subject = None
                if isinstance(subject, Chunk) and (asker := self._asker(i, sense, cue, subject, content)):
                    content.hearer = subject
                    self._add(i, cue, asker, content, stop, number, "subject carried on", 0.8)
                    return
                speakers, how, confidence = self._speaker(i, sense, subject, start, stop, content)
                if speakers:
                    self._add(i, cue, speakers, content, stop, number, how, confidence)
                return
        self._after_quotation(i, sense, subject, start, stop, number)

    def _asker(self, i: int, sense: Sense, cue: Cue, subject: Chunk, content: Content) -> list[str]:
        """`وطالب المجتمع الدولي بحماية المدنيين`, `ودعا شي لزيارة موسكو`: who asks, if the one phrase after a verb of
        asking is the one asked: an organisation while a man is speaking, or somebody invited."""
        if cue.kind != "ask" or not sense.split.conjunction or content.hearer is not None or subject.i < i:
            return []
        if not any(s.name == "obj" and s.role == "H" for s in cue.frame):
            return []
        invited = self._is_meeting(content.start)
        if subject.head not in {"bloc", "org", "state"} and not invited:
            return []
        carried = self._carried(sense.feature.gender, sense.feature.number)
        countries = {self.registry.country(e) for e in carried} | set(carried)
        if not carried or any(e in countries or self.registry.country(e) in countries for e in subject.ents):
            return []
        worldwide = subject.head in {"bloc", "org"} and not subject.country
        return carried if invited or worldwide or carried[0].startswith("person:") else []

    def _is_meeting(self, k: int) -> bool:
        events = (e for s in self.doc.senses[k] if s.lemma.kind == "noun" for e in s.lemma.events)
        return any(e.type == "CONSULT" for e in events)

    def _refers_back(self, i: int) -> bool:
        """Whether كما, حسبما or ما before a reporting verb points at what stands before (a bare ما does not)."""
        doc = self.doc
        if doc.folded[i - 1] != "ما":
            return True
        if i < 2:
            return False
        phrase = (
            bool(doc.senses[i - 2]) and doc.senses[i - 2][0].lemma.kind == "phrase" and bool(doc.flags[i - 2] & CUE)
        )
        return phrase or doc.folded[i - 2] in _MANNERS or self._ends_source_phrase(i - 1)

    def _ends_source_phrase(self, k: int) -> bool:
        """Whether token `k` is the ما of a phrase such as `وفق ما`."""
        return any(
            self.doc.unit_end[p] == k + 1
            and any(c.kind == "according" for s in self.doc.senses[p] for c in s.lemma.cues)
            for p in range(max(0, k - 2), k)
        )

    def _quoting(self, i: int, start: int, stop: int, number: int) -> None:
        """`وأفادت صحيفة حرييت نقلا عن مسؤولين أن`: the words are the officials', the newspaper passes them on."""
        source = next((c for c in self.args.between(self.doc.unit_end[i], min(stop, i + 6)) if c.ents), None)
        waiting = [d for d in self.drafts if d.sentence == number and d.cue[0] < i]
        if source is None or not waiting or waiting[-1].speakers == source.ents:
            return
        draft = waiting[-1]
        if draft.speakers[0].startswith("media:") or draft.content[0] > i:
            draft.via, draft.speakers = draft.speakers[:1], self._entities(source)
            self.last, self.last_via = draft.speakers, draft.via

    def _published_by(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        """`في تصريحات بثها التلفزيون …، قال`, `نص نشره الكرملين`: the one through whom the article knows the words."""
        relayer = next(
            (c for c in self.args.between(i + 1, min(stop, i + 7)) if c.ents and not c.prep and not c.adjectival), None
        )
        if relayer is None or relayer.head not in {"media", "state", "org"} or not self._passes_on(i, sense, relayer):
            return
        same = [d for d in self.drafts if d.sentence == number]
        for draft in same:
            draft.via = draft.via or [e for e in relayer.ents[:1] if e not in draft.speakers]
        if not same:
            self.sentence_via = (number, list(relayer.ents[:1]))

    def _passes_on(self, i: int, sense: Sense, relayer: Chunk) -> bool:
        """Whether a verb with an object pronoun tells who published: a medium, or an organ that published a text."""
        published = any(c.kind == "relay" or c.id in _PUBLISHING for c in sense.lemma.cues)
        if not published or relayer.head == "media":
            return published
        return any(self.doc.flags[k] & CUE or self.doc.folded[k] in _TEXTS for k in range(max(0, i - 3), i))

    def _described_thing(self, start: int, marker: int) -> int:
        """`وصف بوتين، بحسب …، العلاقات بأنها`: what is described, after any parenthesis."""
        pauses = [k for k in range(start, marker) if self.doc.is_sign(k, _COMMA)]
        return pauses[-1] + 1 if pauses else start

    def _forward_after_kama(self, i: int, sense: Sense, stop: int) -> bool:
        """`كما قال إن …` reports forward; `كما يقول الخبراء.` backward."""
        subject = self.args.subject_after(i, sense.feature, stop)
        return any(
            (c := self.finder.find(i, cue, subject, stop)) is not None and c.how in {"that", "quote", "colon", "prep"}
            for cue in sense.lemma.cues
        )

    def _add(
        self, i: int, cue: Cue, speakers: list[str], content: Content, stop: int, number: int, how: str,
        confidence: float, via: list[str] | None = None, cue_end: int = 0,
    ) -> Draft | None:  # fmt: skip
        doc = self.doc
        begin, end = self._extent(content, self._stop(i, stop), speakers)
        if end <= begin or any(d.content[0] == begin and d.sentence == number for d in self.drafts[-3:]):
            return None
        kind = self._kind(begin, end, content.how)
        draft = Draft(
            speakers, (i, cue_end or doc.unit_end[i]), (begin, end), cue, kind, number, content.offset, list(via or []),
            confidence=confidence, why=(f"cue {cue.id}", how, f"content by {content.how}"),
        )  # fmt: skip
        if content.hearer is not None and content.hearer.ents:
            self._hear(draft, content.hearer.ents[0])
        self._interview(draft, i, content.marker)
        if not draft.via and self.sentence_via[0] == number:
            draft.via = [v for v in self.sentence_via[1] if v not in speakers]
        if not draft.via and (how == "subject carried on" or speakers == self.last):
            draft.via = [v for v in self.last_via if v not in speakers]
        nested = self._nested(i) or doc.is_class(i - 1, "rel")
        draft.nested = nested
        self.drafts.append(draft)
        if not nested:
            self.last, self.last_via = speakers, draft.via
        return draft

    def _extent(self, content: Content, stop: int, speakers: list[str]) -> tuple[int, int]:
        doc = self.doc
        start = content.start
        quotation = doc.quote_at.get(start if content.how != "quote" else start - 1)
        if content.how == "colon" and start < stop and "that" in doc.words[start].classes:
            start += 1
        if content.how == "colon" and start < stop and doc.tokens.words[start] == "\n":
            quotation = None
        if quotation and quotation.opening in (start, start - 1) and content.how in {"quote", "colon"}:
            return quotation.opening + 1, quotation.closing
        last = self.finder.end(start, stop, self._is_man(speakers))
        if content.how in {"obj", "prep"}:
            last = self._phrase_end(start, last)
        begin, end = self.finder.trim(start, last)
        whole = doc.quote_at.get(begin)
        if whole and whole.opening == begin and whole.closing == end - 1:
            return begin + 1, end - 1
        return begin, end

    def _phrase_end(self, start: int, end: int) -> int:
        """Where a reported noun phrase gives way to the next clause: `رفضت إدانة الهجوم، وبدلا من ذلك ألقت اللوم`."""
        doc = self.doc
        for p in range(start + 1, end - 1):
            if not doc.is_sign(p, _COMMA) or doc.words[p + 1].split.conjunction != "و":
                continue
            for k in range(p + 1, min(end, p + 6)):
                word = doc.words[k]
                if word.tense == "past" and doc.flags[k] & (CUE | EVENT | LIGHT) and self.args.at[k] is None:
                    return p
                if self.args.at[k] is not None or word.classes & {"that", "rel"}:
                    break
        return end

    def _kind(self, begin: int, end: int, how: str) -> str:
        doc = self.doc
        around = doc.quote_at.get(begin - 1)
        if around and around.opening == begin - 1 and around.closing == end:
            return "direct"
        quoted = any(begin <= q.opening < end and q.closing - q.opening > 2 for q in doc.quotations)
        return "mixed" if quoted else "indirect"

    def _is_man(self, speakers: list[str]) -> bool:
        actor = self.registry.lexicon.actors.get(speakers[0])
        return speakers[0].startswith("person:") and (actor is None or actor.gender != "f")

    def _hear(self, draft: Draft, hearer: str) -> None:
        if hearer.startswith("media:"):
            actor = self.registry.lexicon.actors.get(hearer)
            if actor and actor.type == "agency" and hearer not in draft.speakers:
                draft.via = [hearer]
            else:
                draft.addressee = hearer
        else:
            draft.addressee = hearer

    def _interview(self, draft: Draft, i: int, marker: int) -> None:
        """`في مقابلة مع قناة …`: the outlet is the one through whom the article knows the words."""
        for chunk in self.args.between(i, marker):
            if chunk.head != "media" or not chunk.ents or chunk.ents[0] in draft.speakers:
                continue
            near = self.doc.folded[max(i, chunk.i - 4) : chunk.i]
            if any(w.removeprefix("ال").removeprefix("ب") in _INTERVIEW for w in near) and not draft.via:
                if chunk.ents[0] == self.registry.outlet:
                    draft.addressee = chunk.ents[0]
                else:
                    draft.via = [chunk.ents[0]]

    def _participle(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        doc = self.doc
        split = sense.split
        if split.article or split.preposition or split.pronoun or self._is_ordinary(i):
            return
        if not doc.folded[i].endswith(("ا", "ه", "ين", "ات")):
            return
        if not doc.folded[i].endswith("ا") and not doc.is_sign(i - 1, _COMMA):
            return
        for cue in sense.lemma.cues:
            content = self.finder.find(i, cue, None, stop)
            if content is None:
                continue
            same = [d for d in self.drafts if d.sentence == number and d.cue[0] < i and not d.nested]
            if same:
                speakers, via = same[-1].speakers, same[-1].via
            else:
                speakers, via = self._sentence_subject(i, start), []
                if not speakers:
                    speakers, via = self._carried(sense.feature.gender, sense.feature.number), self.last_via
            if speakers:
                draft = self._add(
                    i, cue, speakers, content, stop, number, "participle of the speaker before it", 0.85, via
                )
                if draft and same and draft.addressee is None:
                    draft.addressee = same[-1].addressee
            return

    def _is_ordinary(self, i: int) -> bool:
        """Whether a participle's spelling is also an ordinary noun, name or adjective."""
        return any(
            s.lemma.kind in {"name", "namepart", "place", "group", "title", "modifier"} for s in self.doc.senses[i]
        )

    def _sentence_subject(self, i: int, start: int) -> list[str]:
        """The nearest actor in subject's place before a participle in its sentence."""
        for chunk in self.args.between(start, i):
            if chunk.can_act and not chunk.prep and not chunk.over and not chunk.adjectival and chunk.ents:
                if chunk.head in {"person", "group", "org"}:
                    return self._entities(chunk)
        return []

    def _relay(self, i: int, sense: Sense, subject: Chunk | int | None, start: int, stop: int, number: int) -> bool:
        """`نقلت رويترز عن لافروف قوله إن …`."""
        cue = sense.lemma.cues[0]
        slots = [s.name for s in cue.frame if s.role in {"S"}]
        source = next((c for s in slots if (c := self.args.complement(i, s, stop)) and c.ents), None)
        if source is None:
            return False
        relayer = self._entities(subject) if isinstance(subject, Chunk) else []
        if not relayer and (before := self.args.subject_before(i, sense.feature, start)):
            relayer = self._entities(before)
        content = self._clause_after(max(self.args.coordinated(source)[-1].j, self.doc.unit_end[i]), stop)
        if content is None:
            return False
        draft = self._add(i, cue, self._entities(source), content, stop, number, "relayed", 0.9, relayer[:1])
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

    def _noun(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        """`تأكيد الوزير أن …`, `قوله إن …` beside no other cue."""
        doc = self.doc
        if any(d.sentence == number and d.cue[0] < i < d.content[0] for d in self.drafts):
            return
        end = doc.unit_end[i]
        chunk = self.args.at[end] if end < doc.size else None
        if chunk is None or chunk.i != end or chunk.prep or not chunk.ents or chunk.adjectival or not chunk.can_act:
            self._noun_alone(i, sense, start, stop, number)
            return
        if chunk.head == "media" and sense.lemma.cues[0].kind == "relay":
            return
        after = self.args.coordinated(chunk)[-1].j
        content = self._marked(after, stop, sense.lemma.cues[0])
        if content is not None:
            self._add(
                i, sense.lemma.cues[0], self._entities(chunk), content, stop, number, "noun with its speaker", 0.75
            )

    def _marked(self, p: int, stop: int, cue: Cue) -> Content | None:
        """Content right after a reporting noun (and its speaker): أن, a colon, or بشأن and what follows."""
        doc = self.doc
        if p >= stop:
            return None
        if "that" in doc.words[p].classes:
            return Content("that", p + 1, p)
        if doc.is_sign(p, _COLON):
            return Content("colon", p + 1, p)
        if doc.folded[p] in _ABOUT and p + 2 < stop and cue.kind == "say" and any(s.role == "H" for s in cue.frame):
            return Content("prep", p + 1, p)
        return None

    def _noun_alone(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        """`اكتفت بكين بالإشارة إلى أن`: the speaker is the subject of the clause."""
        doc = self.doc
        p = doc.unit_end[i]
        if p < stop and doc.folded[p] in {"الي", "علي", "ب"}:
            p += 1
        if p >= stop or "that" not in doc.words[p].classes or sense.lemma.cues[0].kind not in {"say", "announce"}:
            return
        speakers = (
            self._sentence_subject(i, start)
            or [e for c in self.args.before(i, 12) if c.head == "state" and not c.prep and not c.over for e in c.ents][
                :1
            ]
        )
        if speakers:
            self._add(
                i, sense.lemma.cues[0], speakers, Content("that", p + 1, p), stop, number, "noun of the subject", 0.7
            )

    def _according(self, i: int, cue: Cue, start: int, stop: int, number: int) -> None:
        """`وفقا لرويترز`, `بحسب خبراء` before or after what they say."""
        doc = self.doc
        p = doc.unit_end[i]
        while p < stop and doc.is_sign(p, _QUOTES):
            p += 1
        if p < stop and doc.folded[p] == "ما" and p + 1 < stop and doc.flags[p + 1] & CUE:
            return
        source = self._source(p, stop)
        if source is None:
            return
        speakers = self._entities(source)
        after = self.args.coordinated(source)[-1].j
        waiting = [d for d in self.drafts if d.sentence == number and d.cue[0] < i < d.content[1] and d.content[0] > i]
        if waiting:
            waiting[-1].via = waiting[-1].via or [s for s in speakers[:1] if s not in waiting[-1].speakers]
        elif self._leads(i, start):
            self._leading(i, cue, speakers, after, start, stop, number)
        else:
            self._trailing(i, cue, speakers, start, number)

    def _source(self, p: int, stop: int) -> Chunk | None:
        """The speaker after `وفقا ل`: a noun phrase, or the one a report belongs to (`بحسب تقرير للأمم المتحدة`)."""
        doc = self.doc
        for chunk in self.args.between(p, min(stop, p + 6)):
            if not chunk.ents or not chunk.can_act or chunk.adjectival:
                return None
            between = range(p, chunk.i)
            if all(doc.is_sign(k, _QUOTES) or "prep" in doc.words[k].classes for k in between):
                return chunk
            if any(
                doc.flags[k] & CUE
                or doc.folded[k].removeprefix("ل").removeprefix("ل")
                in {"تقرير", "بيان", "دراسه", "صحيفه", "تقارير", "تقديرات", "احصاءات", "ارقام", "بيانات"}
                for k in between
            ):
                return chunk
            return None
        return None

    def _leads(self, i: int, start: int) -> bool:
        return all(not self.doc.folded[k].isalpha() or self.doc.folded[k] == "و" for k in range(start, i))

    def _leading(self, i: int, cue: Cue, speakers: list[str], after: int, start: int, stop: int, number: int) -> None:
        doc = self.doc
        p = after
        while p < min(stop, after + 12) and not doc.is_sign(p, _AFTER_SOURCE) and "that" not in doc.words[p].classes:
            p += 1
        if p >= min(stop, after + 12):
            p = after
        elif doc.is_sign(p, _COMMA):
            p += 1
        if p < stop and "that" in doc.words[p].classes:
            p += 1
        if p < stop and doc.flags[p] & CUE and doc.words[p].tense:
            self.sentence_via = (number, speakers)
            return
        self._add(i, cue, speakers, Content("that", p, i), stop, number, "source named first", 0.85)

    def _trailing(self, i: int, cue: Cue, speakers: list[str], start: int, number: int, cue_end: int = 0) -> None:
        doc = self.doc
        begin = start
        covering = [d for d in self.drafts if d.sentence == number and d.content[1] <= i and d.content[0] >= start]
        if covering:
            last = covering[-1]
            if speakers[0].startswith("media:") or speakers[0] in _COLLECTIVE_MEDIA:
                covered = sum(d.content[1] - d.content[0] for d in covering)
                for draft in covering:
                    if speakers[0] not in draft.speakers and not draft.via:
                        draft.via = speakers[:1]
                if covered * 2 > i - start or last.cue[0] - start < 6:
                    self.last_via = last.via
                    return
        begin, end = self.finder.trim(begin, i)
        while begin < end and (doc.words[begin].classes & {"sub"} or doc.folded[begin] in {"و", "كما"}):
            begin += 1
        if end - begin < 2:
            return
        draft = Draft(
            speakers, (i, cue_end or doc.unit_end[i]), (begin, end), cue, self._kind(begin, end, "that"), number,
            confidence=0.8, why=(f"cue {cue.id}", "source named after"),
        )  # fmt: skip
        quotation = doc.quote_at.get(begin)
        if quotation and quotation.opening == begin and quotation.closing == end - 1:
            draft.content, draft.how = (begin + 1, end - 1), "direct"
        self.drafts.append(draft)

    def _backward(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        """`حسبما ذكرت رويترز`, `كما يقول الخبراء` after what they say."""
        subject = self.args.subject_after(i, sense.feature, stop)
        if not isinstance(subject, Chunk):
            near = self.args.between(i + 1, min(stop, i + 7))
            subject = next((c for c in near if c.head == "media" and c.ents and not c.prep), None)
        if subject is None:
            return
        speakers = self._entities(subject)
        cue = sense.lemma.cues[0]
        first = i - 1
        if first > start and self.doc.flags[first - 1] & CUE:
            first -= 1
        if not speakers:
            return
        if self._leads(first, start):
            self._leading(i, cue, speakers, self.args.coordinated(subject)[-1].j, start, stop, number)
        else:
            self._trailing(first, cue, speakers, start, number, i + 1)

    def _after_quotation(
        self, i: int, sense: Sense, subject: Chunk | int | None, start: int, stop: int, number: int
    ) -> None:
        """`«…»، قال الوزير`: the words stand before their cue."""
        doc = self.doc
        k = i - 1
        while k > start and doc.is_sign(k, _AFTER_QUOTATION):
            k -= 1
        quotation = doc.quote_at.get(k) if k >= 0 else None
        if (
            quotation is None
            or quotation.closing != k
            or not isinstance(subject, Chunk)
            or sense.lemma.cues[0].kind == "relay"
        ):
            return
        if any(d.content[0] <= quotation.opening + 1 < d.content[1] for d in self.drafts):
            return
        speakers = self._entities(subject)
        if not speakers:
            return
        cue = sense.lemma.cues[0]
        self.drafts.append(
            Draft(
                speakers,
                (i, doc.unit_end[i]),
                (quotation.opening + 1, quotation.closing),
                cue,
                "direct",
                number,
                confidence=0.85,
                why=(f"cue {cue.id}", "after the quotation"),
            )
        )
        self.last, self.last_via = speakers, []
