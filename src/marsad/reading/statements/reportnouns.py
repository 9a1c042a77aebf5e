"""Statements under a participle or a noun: `مضيفا أن`, `تأكيد الوزير أن`, `اكتفت بكين بالإشارة إلى أن`."""

from __future__ import annotations

from marsad.lexicon.entries import Cue
from marsad.lexicon.lexicon import GROUP, Sense
from marsad.reading.document import Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.reportwords import report_words
from marsad.reading.statements.content import Content, ContentFinder
from marsad.reading.statements.making import StatementDrafts
from marsad.reading.statements.speakers import Speakers

_COMMA = frozenset({"،", ",", "؛", ";"})
_COLON = frozenset({":"})
_CLAIMING = frozenset({"say", "warn", "accuse"})
_PLAIN = frozenset({"say", "announce", "think", "hope", "question"})
_ABOUT = report_words("about")
_POSSIBLE = report_words("possible")


class ReportNouns:
    """Reads the statements of one document's participles and nouns that report."""

    def __init__(
        self, doc: Document, args: Arguments, finder: ContentFinder, said: StatementDrafts, speakers: Speakers
    ) -> None:
        self.doc, self.args, self.finder, self.said, self.speakers = doc, args, finder, said, speakers

    def participle(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        """`مضيفا أن`, `مشيرة إلى`: the speaker of the sentence, or whoever spoke last, goes on."""
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
            if cue.kind == "describe" and content.how == "that":
                content.start = doc.unit_end[i]
            same = [d for d in self.said.drafts if d.sentence == number and d.cue[0] < i and not d.nested]
            since = self._subject_since(same[-1].content[1], i) if same else []
            if same and not since:
                speakers, via = same[-1].speakers, same[-1].via
            elif since:
                speakers, via = since, []
            elif self._is_anothers(i, start):
                return
            else:
                speakers, via = self.speakers.sentence_subject(i, start), []
                if not speakers:
                    speakers = self.speakers.carried(sense.feature.gender, sense.feature.number)
                    via = self.said.last_via
            plural = sense.feature.number in {"p", "d"} and len(speakers) == 1 and speakers[0].startswith("person:")
            if speakers and not plural:
                draft = self.said.add(
                    i, cue, speakers, content, stop, number, "participle of the speaker before it", via
                )
                plain = bool(same) and (same[-1].cue_entry is None or same[-1].cue_entry.kind in _PLAIN)
                if draft and plain and not since and draft.addressee is None:
                    draft.addressee = same[-1].addressee
            return

    def _is_anothers(self, i: int, start: int) -> bool:
        """`أوضح البائع …، لافتا إلى`: whether somebody unknown speaks before the participle in its sentence."""
        doc = self.doc
        opening = (s for k in range(start, min(i - 1, start + 3)) for s in doc.senses[k] if s.lemma.kind == "verb")
        return any(s.feature.tense == "past" and c.kind == "say" for s in opening for c in s.lemma.cues[:1])

    def _subject_since(self, end: int, i: int) -> list[str]:
        """The man, organisation or state that a clause after the last report has for its subject: `… في حين أشاد به
        غوتيريش، معربا عن أمله`."""
        for chunk in self.args.before(i, 20):
            if chunk.i < end:
                return []
            verb = self.doc.words[chunk.i - 1]
            stands = verb.tense or verb.split.pronoun
            if stands and chunk.ents and self.args.is_bare(chunk) and chunk.head in {"person", "org", "state"}:
                return list(chunk.ents)
        return []

    def _is_ordinary(self, i: int) -> bool:
        """Whether a participle's spelling is also an ordinary noun, name or adjective."""
        return any(
            s.lemma.kind in {"name", "namepart", "place", "group", "title", "modifier"} for s in self.doc.senses[i]
        )

    def noun(self, i: int, sense: Sense, start: int, stop: int, number: int) -> None:
        """`تأكيد الوزير أن …`, `قوله إن …` beside no other cue."""
        doc = self.doc
        if (
            sense.lemma.cues[0].kind == "reject"
            or doc.flags[i] & GROUP
            or (i and doc.folded[i - 1].removeprefix("و") in _POSSIBLE)
        ):
            return  # `الخاضعون للدراسة`, `يمكن القول`
        if any(d.sentence == number and d.cue[0] < i < d.content[0] for d in self.said.drafts):
            return
        end = doc.unit_end[i]
        chunk = self.args.at[end] if end < doc.size else None
        if chunk is not None and chunk.adjectival and chunk.i == end and chunk.head == "state":
            self._noun_of_state(i, sense, chunk, stop, number)
            return
        if chunk is None or chunk.i != end or chunk.prep or not chunk.ents or chunk.adjectival or not chunk.can_act:
            self._noun_alone(i, sense, start, stop, number)
            return
        if chunk.head == "media" and sense.lemma.cues[0].kind == "relay":
            return
        if sense.lemma.cues[0].kind == "describe":
            return  # `في حين وصف الصين بأنها`: what is described
        cue = sense.lemma.cues[0]
        content = self._marked(self.args.coordinated(chunk)[-1].j, stop, cue)
        if content is not None:
            speakers = self.speakers.entities(chunk)
            self.said.add(i, cue, speakers, content, stop, number, "noun with its speaker")

    def _noun_of_state(self, i: int, sense: Sense, state: Chunk, stop: int, number: int) -> None:
        """`مزاعم بحرينية بتورط إيراني`, `تحذيرات روسية من أن`: a state's claim or warning, by its nationality."""
        cue, p = sense.lemma.cues[0], state.j
        if p + 1 >= stop or cue.kind not in _CLAIMING or sense.split.article:
            return
        preps = {s.name for s in cue.frame if s.role == "C"} & {"ب", "من"}
        split = self.doc.split(p)
        if "that" in self.doc.words[p].classes and split.preposition in {"", *preps}:
            content = Content("that", p + 1, p)
        elif "ب" in preps and split.preposition == "ب" and not split.conjunction:
            content = Content("prep", p, p, offset=1)
        elif "من" in preps and self.doc.folded[p] == "من":
            content = Content("that", p + 2, p + 1) if self.doc.is_class(p + 1, "that") else Content("prep", p + 1, p)
        else:
            return
        self.said.add(i, cue, list(state.ents), content, stop, number, "noun with its nationality")

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
        if "ما" in doc.folded[max(start, i - 8) : i]:
            return  # `نشر الإعلام حملات ما جعلنا نشعر بالحزن والاعتراف بأن`
        speakers = (
            self.speakers.sentence_subject(i, start)
            or [e for c in self.args.before(i, 12) if c.head == "state" and not c.prep and not c.over for e in c.ents][
                :1
            ]
        )
        if speakers:
            self.said.add(
                i, sense.lemma.cues[0], speakers, Content("that", p + 1, p), stop, number, "noun of the subject"
            )
