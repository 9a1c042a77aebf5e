"""Statements as they are made: how far the words reach, whether they are quoted, who hears them, through whom the
article knows them. What was said last is remembered for a speaker who goes on."""

from __future__ import annotations

from marsad.lexicon.entries import Cue
from marsad.lexicon.lexicon import CUE, EVENT, LIGHT
from marsad.reading.document import Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import report_words
from marsad.reading.statements.content import Content
from marsad.reading.statements.contentends import ContentEnds
from marsad.reading.statements.drafts import Draft

_COMMA = frozenset({"،", ",", "؛", ";"})
_TELLING = frozenset({"say", "announce", "think", "relay", "according", "warn", "accuse"})
_ADDRESSED = frozenset({"ask", "accuse"})
_SINGULAR = frozenset({"ه", "ها"})
_INTERVIEW = report_words("interview")


class StatementDrafts:
    """The statements of one document so far: `drafts`, the speakers of the latest one (`last`) and the chain behind it
    (`last_via`); `sentence_via` is the chain that a sentence names for all statements of its own."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry, ends: ContentEnds) -> None:
        self.doc, self.args, self.registry, self.ends = doc, args, registry, ends
        self.drafts: list[Draft] = []
        self.last: list[str] = []
        self.last_via: list[str] = []
        self.sentence_via: tuple[int, list[str]] = (-1, [])

    def add(
        self, i: int, cue: Cue, speakers: list[str], content: Content, stop: int, number: int, how: str,
        via: list[str] | None = None, cue_end: int = 0,
    ) -> Draft | None:  # fmt: skip
        """Make the statement of the cue at token `i`, unless its content is empty or was found before. `via` is the
        chain behind it if known, else the one of the sentence or of the speaker who goes on."""
        doc = self.doc
        if not self._may_speak(speakers):
            return None
        if content.how == "prep" and doc.is_class(content.start + 1, "that") and doc.flags[content.start] & CUE:
            content = Content("that", content.start + 2, content.start + 1, content.hearer)  # `استدرك بالقول إن`
        begin, end = self._extent(content, self._stop(i, stop), speakers)
        if (
            end <= begin
            or not self._has_words(begin, end)
            or any(d.content[0] == begin and d.sentence == number for d in self.drafts[-3:])
        ):
            return None
        kind = self.kind(begin, end)
        draft = Draft(
            speakers, (i, cue_end or doc.unit_end[i]), (begin, end), cue, kind, number, content.offset, list(via or []),
            why=(f"cue {cue.id}", how, f"content by {content.how}"),
        )  # fmt: skip
        if content.hearer is not None and content.hearer.ents and content.hearer.ents[0] not in speakers:
            self.hear(draft, content.hearer.ents[0])
        elif any(s.split.pronoun == "ني" for s in doc.senses[i]):
            draft.addressee = self._told_to(i, speakers)
        elif cue.kind in _ADDRESSED:
            draft.addressee = self._meant(i, cue, speakers)
        self._interview(draft, i, content.marker)
        if not draft.via and self.sentence_via[0] == number:
            draft.via = [v for v in self.sentence_via[1] if v not in speakers]
        if not draft.via and (how == "subject carried on" or speakers == self.last) and self._goes_on(i):
            draft.via = [v for v in self.last_via if v not in speakers]
        told_via = draft.via
        draft.via = draft.via or self._chain_to(i, speakers)
        nested = self.nested(i) or doc.is_class(i - 1, "rel")
        draft.nested = nested
        self.drafts.append(draft)
        if not nested and (told_via or not draft.via):
            self.last, self.last_via = speakers, told_via
        return draft

    def _has_words(self, begin: int, end: int) -> bool:
        """Whether a stretch holds an Arabic word, and not only an address (`http://…`)."""
        return any(not word.isascii() and word.isalpha() for word in self.doc.folded[begin:end])

    def _chain_to(self, i: int, speakers: list[str]) -> list[str]:
        """`قال لافروف إن واشنطن أكدت أن`: what stands in another's words is known through him, and through whom he is
        known."""
        holding = [d for d in self.drafts[-6:] if d.content[0] <= i < d.content[1]]
        outer = holding[-1] if holding else None
        if outer is None or outer.cue_entry is None or outer.cue_entry.kind not in _TELLING:
            return []
        if outer.how != "direct" and any(self.doc.is_sign(k, _COMMA) for k in range(outer.content[0], i)):
            return []  # its words may have ended
        chain = [*outer.via, outer.speakers[0]]
        return [] if set(chain) & set(speakers) else chain

    def _may_speak(self, speakers: list[str]) -> bool:
        """Whether speakers are not all collectives that only act: `الفريق`, `أفراد`."""
        groups = [self.registry.collectives.get(s) for s in speakers]
        return any(g is None or "speaker" in g.kinds for g in groups)

    def _told_to(self, i: int, speakers: list[str]) -> str | None:
        """`قال فابيوس: "الوزير ظريف دعاني إلى زيارة طهران"`: in words that are quoted "me" is whoever speaks them."""
        quoting = [d for d in self.drafts[-6:] if d.content[0] <= i < d.content[1] and d.how != "indirect"]
        speaker = quoting[-1].speakers[0] if quoting else None
        return speaker if speaker not in speakers else None

    def _meant(self, i: int, cue: Cue, speakers: list[str]) -> str | None:
        """`وجهت نداء إلى الدول المانحة وطالبتها بالدعم`: whom the pronoun on a verb of asking or blaming means."""
        pronoun = self.doc.split(i).pronoun
        asked = any(s.name == "obj" and s.role == "H" for s in cue.frame)
        if pronoun not in _SINGULAR or not self.doc.words[i].tense or not asked:
            return None
        meant = self.args.antecedent(i, pronoun, another=True)
        if meant is None or meant.head == "group" or set(meant.ents) & set(speakers):
            return None
        return meant.ents[0]

    def _goes_on(self, i: int) -> bool:
        """Whether the cue at token `i` stands in the paragraph of the statement before it: a chain of sources goes no
        further without being named again."""
        if not self.drafts:
            return False
        return "\n" not in self.doc.text[self.doc.starts[self.drafts[-1].cue[0]] : self.doc.starts[i]]

    def _stop(self, i: int, stop: int) -> int:
        """A quotation that runs over the sentence's end takes the sentence with it."""
        for quotation in self.doc.quotations:
            if i < quotation.opening < stop <= quotation.closing:
                return min(quotation.closing + 1, self.doc.size)
        return stop

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
        last = self.ends.end(start, stop, self._is_man(speakers))
        if content.how in {"obj", "prep"}:
            last = self._phrase_end(start, last)
        begin, end = self.ends.trim(start, last)
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

    def kind(self, begin: int, end: int) -> str:
        """How words are reported: `direct`, `indirect`, or `mixed` with a quotation inside."""
        doc = self.doc
        around = doc.quote_at.get(begin - 1)
        if around and around.opening == begin - 1 and around.closing == end:
            return "direct"
        quoted = any(begin <= q.opening < end and q.closing - q.opening > 2 for q in doc.quotations)
        return "mixed" if quoted else "indirect"

    def nested(self, i: int) -> bool:
        """Whether token `i` stands inside what another statement reports, not at its head."""
        for draft in self.drafts[-6:]:
            if draft.content[0] <= i < draft.content[1]:
                head = self.args.at[draft.content[0]]
                return not (head is not None and head.j == i)
        return False

    def _is_man(self, speakers: list[str]) -> bool:
        actor = self.registry.lexicon.actors.get(speakers[0])
        return speakers[0].startswith("person:") and (actor is None or actor.gender != "f")

    def hear(self, draft: Draft, hearer: str) -> None:
        """Note who hears a statement; an agency that hears it passed it on."""
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
