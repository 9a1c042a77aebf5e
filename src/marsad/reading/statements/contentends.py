"""Where reported content ends: with its sentence, or where another report begins; and what is cut off around it."""

from __future__ import annotations

from marsad.lexicon.lexicon import CUE
from marsad.reading.document import CLOSERS, ENDERS, OPENERS, TOGGLES, Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.reportwords import report_words
from marsad.reading.statements.content import ContentFinder
from marsad.reading.statements.drafts import GOING_ON

_QUOTES = OPENERS | CLOSERS | TOGGLES
_COMMA = frozenset({"،", ",", "؛", ";", "–", "—"})
_SEMICOLON = frozenset({"؛", ";"})
_PAUSES = _COMMA | ENDERS
_BEFORE_CONTENT = _PAUSES | {":", ")"}
_AFTER_CONTENT = _PAUSES | {":", "-", "("}
_TURNS = report_words("turn")
_RULES = report_words("rule")
_REMARKS = report_words("remark")
_APART = report_words("apart")
_BUT = frozenset({"لكن", "الا", "غير", "فيما", "بينما"}) | _APART
_ASIDES = frozenset({"من", "بدوره", "بدورها", "في"})


class ContentEnds:
    """Finds the ends of reported content in one document."""

    def __init__(self, doc: Document, args: Arguments, finder: ContentFinder) -> None:
        self.doc, self.args, self.finder = doc, args, finder
        self._contents: dict[tuple[int, int], bool] = {}

    def end(self, start: int, stop: int, man: bool = False) -> int:
        """The token after the content that begins at `start`: the sentence's end, or where another report begins. A
        feminine verb without a subject of its own does not go on with what a `man` says."""
        doc = self.doc
        words, flags, unit_end = doc.words, doc.flags, doc.unit_end
        p = start
        while p < stop:
            word = words[p]
            if word.is_quote and (quotation := doc.quote_at.get(p)) and quotation.opening == p:
                p = max(quotation.closing, p + 1)
                stop = max(stop, min(quotation.closing + 1, doc.size))
                continue
            if flags[p] & CUE:
                if p > start and self._begins_report(p, stop, man):
                    return p
            elif word.folded == "كما":
                if p > start and self._report_after(p + 1, stop):
                    return p
            elif (word.clause_break or word.folded in _ASIDES) and p > start + 1 and self._turns(p, stop):
                return p
            p = unit_end[p]
        return stop

    def _turns(self, p: int, stop: int) -> bool:
        """Whether the report gives way to another: `لكنه شدد على`, `من جهته أعلن`, `في حين أشاد`, `؛` before a cue."""
        doc = self.doc
        word = doc.words[p]
        but = "sub" in word.classes and word.split.stem.removeprefix("و") in _BUT
        if but and word.split.stem in _APART and self.args.at[p + 1] is None:
            return False
        if doc.folded[p] == "في":
            if doc.is_sign(p - 1, _COMMA) and p + 1 < stop and doc.folded[p + 1] in _REMARKS:
                return True  # `…، في إشارة إلى روسيا`: the article's own remark
            while_ = p + 1 < stop and doc.folded[p + 1] == "حين"
            return while_ and any(doc.flags[q] & CUE and doc.words[q].tense for q in range(p + 2, min(stop, p + 5)))
        aside = doc.folded[p] in {"بدوره", "بدورها"} or (p + 1 < stop and doc.folded[p + 1] in _TURNS)
        if not but and not aside and not doc.is_sign(p, _SEMICOLON):
            return False
        far = p + 5
        if but and p + 1 < stop and (subject := self.args.at[p + 1]) is not None and subject.i == p + 1:
            far = subject.j + 2  # `لكن وزير الخارجية السويدي توبياس بيلستروم رأى`
        verbs = [q for q in range(p + 1, min(stop, far)) if doc.flags[q] & CUE and doc.words[q].tense]
        return any(self._has_content(q, stop) or (but and self._has_subject(q, stop)) for q in verbs)

    def _begins_report(self, p: int, stop: int, man: bool = False) -> bool:
        """Whether the reporting word at `p` begins a report of its own beside the one before it."""
        doc = self.doc
        for sense in doc.senses[p]:
            if not sense.lemma.cues:
                continue
            cue = sense.lemma.cues[0]
            kind = sense.lemma.kind
            if kind == "participle" and not doc.folded[p].endswith("ا"):
                if not doc.folded[p].endswith(("ه", "ين", "ات")) or not doc.is_sign(p - 1, _COMMA):
                    return False
            if kind == "phrase":
                return cue.kind == "according" and self._names_source(p, stop)
            if kind == "participle" and not sense.split.article and not sense.split.preposition:
                accusative = (
                    doc.folded[p].endswith("ا") or sense.feature.gender == "f" or sense.feature.number in {"d", "p"}
                )
                return (accusative and not sense.split.conjunction and self._has_content(p, stop)) or (
                    accusative and bool(sense.split.conjunction) and self._has_content(p, stop)
                )
            if kind == "verb" and sense.split.conjunction == "و" and sense.feature.tense == "past":
                if cue.id in GOING_ON and doc.is_sign(p - 1, _PAUSES) and doc.is_sign(p - 2, _QUOTES):
                    return True  # `"…"، وأضاف المصابون بخير`
                subject = self.args.subject_after(p, sense.feature, stop)
                if man and sense.feature.gender == "f" and not isinstance(subject, Chunk):
                    return False
                noun = any(s.lemma.kind == "noun" for s in doc.senses[p])
                if noun and cue.kind == "reject" and not isinstance(subject, Chunk):
                    return False  # `حماية الأمن، ورفض التدخل`
                takes = cue.kind == "describe" or any(s.role == "H" for s in cue.frame)
                if sense.split.pronoun and not takes and not isinstance(subject, Chunk):
                    return False  # `الأعمال الإجرامية وكشفها`
                return self._has_content(p, stop) or (cue.kind == "deny" and isinstance(subject, Chunk))
            if kind == "verb" and sense.split.conjunction == "و" and cue.kind == "say" and p > 0:
                if sense.feature.person == 3 and doc.is_sign(p - 1, _PAUSES):
                    return self._has_content(p, stop)  # `يقول الخبير إن …، ويؤكد أن`
            if (
                kind == "verb"
                and sense.feature.tense == "past"
                and p > 0
                and (doc.folded[p - 1] in {"حسبما", "كما", "وفقما"})
            ):
                return True
        return False

    def _names_source(self, p: int, stop: int) -> bool:
        """Whether `وفق`, `بحسب` at token `p` names who says so, and not a plan or rule (`وفق الخطة المعتمدة`)."""
        doc = self.doc
        k = doc.unit_end[p]
        if k < stop and doc.folded[k - 1] == "ما":
            return True
        if k < stop and doc.folded[k] in _RULES:
            return False
        near = self.args.between(k, min(stop, k + 4))
        told = any(doc.flags[q] & CUE for q in range(k, min(stop, k + 2)))
        return told or any(c.ents and c.can_act and not c.adjectival for c in near[:1])

    def _report_after(self, p: int, stop: int) -> bool:
        doc = self.doc
        return p < stop and bool(doc.flags[p] & CUE) and bool(doc.words[p].tense) and self._has_content(p, stop)

    def _has_content(self, p: int, stop: int) -> bool:
        key = (p, stop)
        if key not in self._contents:
            sense = next(s for s in self.doc.senses[p] if s.lemma.cues)
            subject = self.args.subject_after(p, sense.feature, stop) if sense.feature.tense else None
            self._contents[key] = any(self.finder.find(p, cue, subject, stop) for cue in sense.lemma.cues)
        return self._contents[key]

    def _has_subject(self, p: int, stop: int) -> bool:
        """`فيما نفى الجيش ذلك`: whether a known actor stands after the verb at token `p`."""
        sense = next(s for s in self.doc.senses[p] if s.lemma.cues)
        return isinstance(self.args.subject_after(p, sense.feature, stop), Chunk)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Cut signs and connecting words from both ends of a stretch of content."""
        doc = self.doc
        while start < end and doc.is_sign(start, _BEFORE_CONTENT):
            start += 1
        while end > start and (
            doc.is_sign(end - 1, _AFTER_CONTENT)
            or doc.folded[end - 1] in {"و", "حيث", "كما", "وذلك"}
            or (doc.is_sign(end - 1, _QUOTES) and self._unpaired(end - 1, start))
        ):
            end -= 1
        return start, end

    def _unpaired(self, i: int, start: int) -> bool:
        quotation = self.doc.quote_at.get(i)
        return quotation is None or quotation.opening < start or quotation.opening == i
