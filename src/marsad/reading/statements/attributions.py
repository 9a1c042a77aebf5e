"""Sources named beside what they say: `وفقا لرويترز`, `كما يقول الخبراء`, `نقلا عن مسؤولين`, `نص نشره الكرملين`."""

from __future__ import annotations

from marsad.lexicon.entries import Cue
from marsad.lexicon.lexicon import CUE, Sense
from marsad.reading.document import CLOSERS, OPENERS, TOGGLES, Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.reportwords import report_words
from marsad.reading.statements.content import Content, ContentFinder
from marsad.reading.statements.drafts import Draft
from marsad.reading.statements.making import StatementDrafts
from marsad.reading.statements.speakers import Speakers

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COMMA = frozenset({"،", ",", "؛", ";"})
_AFTER_SOURCE = _COMMA | {":"}
_BACKWARD = report_words("backward")
_PUBLISHING = frozenset({"say.nashara", "say.baththa", "announce.nashara", "relay.nashara", "say.awrada"})
_COLLECTIVE_MEDIA = frozenset({"group:newspapers", "group:media"})
_TEXTS = report_words("text")
_RULES = report_words("rule")
_SOURCES = report_words("source")
_MANNERS = report_words("manner")


class Attributions:
    """Reads the sources of one document that stand apart from what they say. `taken` are the verbs that only belong to
    such a source."""

    def __init__(
        self, doc: Document, args: Arguments, finder: ContentFinder, said: StatementDrafts, speakers: Speakers
    ) -> None:
        self.doc, self.args, self.finder, self.said, self.speakers = doc, args, finder, said, speakers
        self.taken: set[int] = set()

    def according(self, i: int, cue: Cue, start: int, stop: int, number: int) -> None:
        """`وفقا لرويترز`, `بحسب خبراء` before or after what they say; not after أن (`قال إنه وفقا لخطة`)."""
        doc = self.doc
        if i > start and "that" in doc.words[i - 1].classes:
            return
        p = doc.unit_end[i]
        verb = self._verb_after_what(p, stop)
        while p < stop and doc.is_sign(p, _QUOTES):
            p += 1
        source = self._source_of_verb(verb, stop) if verb else self._source(p, stop)
        if source is None:
            return
        cue_end = verb + 1 if verb else 0
        self.taken.add(verb)
        speakers = self.speakers.entities(source)
        after = self.args.coordinated(source)[-1].j
        waiting = [
            d for d in self.said.drafts if d.sentence == number and d.cue[0] < i < d.content[1] and d.content[0] > i
        ]
        if waiting:
            waiting[-1].via = waiting[-1].via or [s for s in speakers[:1] if s not in waiting[-1].speakers]
        elif self._leads(i, start):
            self._leading(i, cue, speakers, after, start, stop, number, cue_end)
        else:
            self._trailing(i, cue, speakers, start, number, cue_end, (after, stop))

    def _verb_after_what(self, p: int, stop: int) -> int:
        """The reporting verb of `وفق ما أعلن`, `وفقا لما ذكرته` before or at token `p`, 0 if there is none."""
        doc = self.doc
        if p + 1 < stop and doc.folded[p] == "ما":
            p += 1
        what = doc.folded[p - 1].endswith("ما") and p < stop
        return p if what and doc.flags[p] & CUE and doc.words[p].tense else 0

    def _source_of_verb(self, verb: int, stop: int) -> Chunk | None:
        """Whose words the verb of `وفق ما أعلن` tells."""
        sense = next(s for s in self.doc.senses[verb] if s.lemma.cues)
        subject = self.args.subject_after(verb, sense.feature, stop)
        if isinstance(subject, Chunk):
            return subject if subject.ents else None
        near = self.args.between(verb + 1, min(stop, verb + 7))
        return next((c for c in near if c.head == "media" and c.ents and not c.prep), None)

    def _source(self, p: int, stop: int) -> Chunk | None:
        """The speaker after `وفقا ل`: a noun phrase, or the one a report belongs to (`بحسب تقرير للأمم المتحدة`)."""
        doc = self.doc
        if p < stop and doc.folded[p] in _RULES:
            return None
        for chunk in self.args.between(p, min(stop, p + 6)):
            if not chunk.ents or not chunk.can_act or chunk.adjectival:
                return None
            between = range(p, chunk.i)
            if any("rel" in doc.words[k].classes for k in between):
                return None  # `وفق الرغبات التي أدخلها الطالب`
            if all(doc.is_sign(k, _QUOTES) or "prep" in doc.words[k].classes for k in between):
                return chunk
            if any(
                doc.flags[k] & CUE or doc.folded[k].removeprefix("ل").removeprefix("ل") in _SOURCES for k in between
            ):
                return chunk
            return None
        return None

    def _leads(self, i: int, start: int) -> bool:
        """Whether nothing but signs and و stands before token `i` in its sentence."""
        return all(not self.doc.folded[k].isalpha() or self.doc.folded[k] == "و" for k in range(start, i))

    def _leading(
        self, i: int, cue: Cue, speakers: list[str], after: int, start: int, stop: int, number: int, cue_end: int = 0
    ) -> None:
        """The statement that follows its source: `وفقا لرويترز، …`."""
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
        verb = p + 1 if doc.is_class(p, "qad") else p  # `بحسب الموقع، فقد أعلنت`
        if verb < stop and doc.flags[verb] & CUE and doc.words[verb].tense:
            self.said.sentence_via = (number, speakers)
            return
        content = Content("that", p, i)
        self.said.add(i, cue, speakers, content, stop, number, "source named first", cue_end=cue_end)

    def _trailing(
        self, i: int, cue: Cue, speakers: list[str], start: int, number: int, cue_end: int = 0,
        rest: tuple[int, int] = (0, 0),
    ) -> None:  # fmt: skip
        """The statement before its source, or around it if the source only interrupts a clause whose `rest` follows; a
        medium after another's words only passed them on."""
        doc = self.doc
        begin = start
        covering = [d for d in self.said.drafts if d.sentence == number and d.content[1] <= i and d.content[0] >= start]
        if covering:
            last = covering[-1]
            if speakers[0].startswith("media:") or speakers[0] in _COLLECTIVE_MEDIA:
                covered = sum(d.content[1] - d.content[0] for d in covering)
                for draft in covering:
                    if speakers[0] not in draft.speakers and not draft.via:
                        draft.via = speakers[:1]
                if covered * 2 > i - start or last.cue[0] - start < 6:
                    self.said.last_via = last.via
                    return
        begin, end = self.said.ends.trim(begin, i)
        while begin < end and (doc.words[begin].classes & {"sub"} or doc.folded[begin] in {"و", "كما"}):
            begin += 1
        if end - begin < 2:
            return
        end = self._end_around(begin, end, rest)
        draft = Draft(
            speakers, (i, cue_end or doc.unit_end[i]), (begin, end), cue, self.said.kind(begin, end), number,
            why=(f"cue {cue.id}", "source named after"),
        )  # fmt: skip
        draft.content_offset = len(doc.words[begin].split.conjunction)
        quotation = doc.quote_at.get(begin)
        if quotation and quotation.opening == begin and quotation.closing == end - 1:
            draft.content, draft.how = (begin + 1, end - 1), "direct"
        self.said.drafts.append(draft)

    def _end_around(self, begin: int, end: int, rest: tuple[int, int]) -> int:
        """`الاتفاق، بحسب روحاني، يفتح فصلا جديدا`: the end of the clause that a source between commas interrupts before
        its verb; else where the words before the source end."""
        doc, (after, stop) = self.doc, rest
        if not after or after + 2 >= stop or not doc.is_sign(after, _COMMA):
            return end
        if any(doc.words[k].tense and "kana" not in doc.words[k].classes for k in range(begin, end)):
            return end
        return self.said.ends.trim(begin, self.said.ends.end(after + 1, stop))[1]

    def points_back(self, i: int, sense: Sense, stop: int) -> bool:
        """Whether the reporting verb at token `i` belongs to words before it: `حسبما ذكرت رويترز`."""
        return (
            i > 0
            and self.doc.folded[i - 1] in _BACKWARD
            and self._refers_back(i)
            and bool(sense.split.pronoun or not self._forward_after_kama(i, sense, stop))
        )

    def _refers_back(self, i: int) -> bool:
        """Whether كما, حسبما or ما before a reporting verb points at what stands before (a bare ما does not)."""
        doc = self.doc
        if doc.folded[i - 1] != "ما":
            return True
        if i < 2 or (self.doc.words[i].split.pronoun and self.doc.folded[i - 2] in _MANNERS):
            return False  # `على ما يجده من دعم`
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

    def _forward_after_kama(self, i: int, sense: Sense, stop: int) -> bool:
        """`كما قال إن …` reports forward; `كما يقول الخبراء.` backward."""
        subject = self.args.subject_after(i, sense.feature, stop)
        return any(
            (c := self.finder.find(i, cue, subject, stop)) is not None and c.how in {"that", "quote", "colon", "prep"}
            for cue in sense.lemma.cues
        )

    def backward(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        """`حسبما ذكرت رويترز`, `كما يقول الخبراء` after what they say."""
        subject = self._source_of_verb(i, stop)
        if subject is None:
            return
        speakers = self.speakers.entities(subject)
        cue = sense.lemma.cues[0]
        first = i - 1
        if first > start and self.doc.flags[first - 1] & CUE:
            first -= 1
        if not speakers:
            return
        if self._leads(first, start):
            self._leading(i, cue, speakers, self.args.coordinated(subject)[-1].j, start, stop, number)
        else:
            after = self.args.coordinated(subject)[-1].j
            self._trailing(first, cue, speakers, start, number, i + 1, (after, stop))

    def quoting(self, i: int, start: int, stop: int, number: int) -> None:
        """`وأفادت صحيفة حرييت نقلا عن مسؤولين أن`: the words are the officials', the newspaper passes them on."""
        source = next((c for c in self.args.between(self.doc.unit_end[i], min(stop, i + 6)) if c.ents), None)
        waiting = [d for d in self.said.drafts if d.sentence == number and d.cue[0] < i]
        if source is None or (waiting and waiting[-1].speakers == source.ents):
            return
        if not waiting:
            cue = self.doc.senses[i][0].lemma.cues[0]
            if self.doc.is_sign(i - 1, _COMMA):
                self._trailing(i, cue, self.speakers.entities(source), start, number)
            return
        draft = waiting[-1]
        if draft.speakers[0].startswith("media:") or draft.content[0] > i:
            draft.via, draft.speakers = draft.speakers[:1], self.speakers.entities(source)
            self.said.last, self.said.last_via = draft.speakers, draft.via

    def published_by(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        """`في تصريحات بثها التلفزيون …، قال`, `نص نشره الكرملين`: the one through whom the article knows the words."""
        relayer = next(
            (c for c in self.args.between(i + 1, min(stop, i + 7)) if c.ents and not c.prep and not c.adjectival), None
        )
        if relayer is None or relayer.head not in {"media", "state", "org"} or not self._passes_on(i, sense, relayer):
            return
        if any("that" in self.doc.words[k].classes for k in range(i + 1, relayer.i)):
            return  # `بيان نشرته الأربعاء أن طهران …`
        same = [d for d in self.said.drafts if d.sentence == number]
        for draft in same:
            draft.via = draft.via or [e for e in relayer.ents[:1] if e not in draft.speakers]
        if not same:
            self.said.sentence_via = (number, list(relayer.ents[:1]))

    def _passes_on(self, i: int, sense: Sense, relayer: Chunk) -> bool:
        """Whether a verb with an object pronoun tells who published: a medium, or an organ that published a text."""
        published = any(c.kind == "relay" or c.id in _PUBLISHING for c in sense.lemma.cues)
        if not published or relayer.head == "media":
            return published
        return any(self.doc.flags[k] & CUE or self.doc.folded[k] in _TEXTS for k in range(max(0, i - 3), i))
