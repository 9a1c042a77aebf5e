"""The reader: one article in, one reading out."""

from __future__ import annotations

from dataclasses import replace

from marsad.lexicon.lexicon import Lexicon
from marsad.reading.circumstances.circumstances import Circumstances
from marsad.reading.circumstances.occasions import Occasions
from marsad.reading.confidence import confidence
from marsad.reading.dating.publication import published
from marsad.reading.dating.times import Times
from marsad.reading.document import Document
from marsad.reading.events.drafts import EventDraft, may_count
from marsad.reading.events.events import Events
from marsad.reading.events.merging import Merger
from marsad.reading.events.reported import status_in_report
from marsad.reading.events.standing import Standing
from marsad.reading.events.status import StatusReader
from marsad.reading.events.telling import Telling
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.belonging import Belonging
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.discourse import Discourse
from marsad.reading.phrases.nounphrases import NounPhrases
from marsad.reading.phrases.registry import Registry
from marsad.reading.statements.drafts import Draft
from marsad.reading.statements.statements import Statements
from marsad.records import SYMMETRIC_TYPES, Article, Event, Mention, Reading, Span, Statement, Status

_OF_WILL = frozenset({"REQUEST", "THREATEN"})


class Reader:
    """Reads articles with one lexicon. Pure: the same article gives the same reading, whatever was read before."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def read(self, article: Article) -> Reading:
        """Everything that an article says of who said and did what. Never raises for any text."""
        doc = Document(article.text, self.lexicon, article.furniture)
        times = Times(doc)
        dating, outlet = published(article, doc, times)
        times.anchor(dating)
        registry = Registry(self.lexicon, times.day, outlet)
        chunks = Belonging(doc, registry).settle(NounPhrases(doc, registry).read())
        Discourse(doc, registry).resolve(chunks)
        args = Arguments(doc, registry, chunks)
        drafts = _without_repeated_headline(Statements(doc, args, registry).read(), doc.headline_end(), registry)
        events = self._events(doc, args, registry, drafts, times, Standing(doc, registry, chunks))
        return _Assembler(article, doc, registry, dating, outlet).reading(chunks, drafts, events)

    def _events(
        self, doc: Document, args: Arguments, registry: Registry, drafts: list[Draft], times: Times, standing: Standing
    ) -> list[EventDraft]:
        found = [e for e in Events(doc, args, registry, drafts).read() if may_count(e)]
        status, telling = StatusReader(doc, args), Telling(doc, registry)
        circumstances = Circumstances(doc, args, times, drafts)
        earlier: EventDraft | None = None
        for event in found:
            start = doc.sentences[event.sentence][0]
            same = earlier if earlier is not None and earlier.sentence == event.sentence else None
            event.status = "actual" if event.judged else status.of(event, same, start)
            telling.judge(event, start)
            telling.confirm(event, same)
            _attribute(doc, event, drafts, registry)
            if event.status == "denied" and event.statement is None and _is_of_will(event, drafts):
                event.status = "possible"  # `لوح بإلغاء اللقاء`: it has not been called off
            earlier = event
        found = [e for e in found if not _is_nobodys(e) and not _is_wanted(e, drafts)]
        circumstances.fill(found)
        head = doc.headline_end()
        body = [e for e in found if e.i >= head]
        merger = Merger(doc, registry)
        merged = merger.merge(body, [e for e in found if e.i < head])
        circumstances.hand_on(merger.dropped, merged)
        merged = [e for e in merged if standing.counts(e)]
        Occasions(doc, times, registry, circumstances.attacher).share(merged)
        return merged


def _mode(event: EventDraft, registry: Registry) -> str | None:
    """The mode of an event; a summit of two is none of many (`القمة بين بوتين وترامب`), a meeting of a body is."""
    mode = event.sense.mode or None
    if event.sense.type != "CONSULT":
        return mode
    two = len(event.parties) == 2 and all(p.startswith("person:") for p in event.parties)
    if mode == "multilateral" and two:
        return None
    return "multilateral" if mode is None and any(registry.is_of_many(p) for p in event.parties) else mode


def _is_nobodys(event: EventDraft) -> bool:
    """`عدم التدخل في شؤون الدول`: what nobody in particular does not do, and nobody denies, is no event."""
    by_nobody = not event.actors and event.sense.type not in SYMMETRIC_TYPES
    return event.status == "denied" and by_nobody and not event.according_to


def _is_wanted(event: EventDraft, drafts: list[Draft]) -> bool:
    """`طالب بإنهاء الحرب`, `هدد بإلغاء الاتفاق`: what a demand or a threat is about is told by that act and is no event
    of its own; an invitation is (`دعاه إلى زيارة موسكو`)."""
    if event.status != "possible" or event.statement is not None or event.sense.type in SYMMETRIC_TYPES:
        return False
    return _is_of_will(event, drafts)


def _is_of_will(event: EventDraft, drafts: list[Draft]) -> bool:
    """Whether an event stands in what somebody demands or threatens."""
    holding = [d.cue_entry for d in drafts if d.content[0] <= event.i < d.content[1] and d.cue_entry]
    return any(cue.event in _OF_WILL for cue in holding)


def _without_repeated_headline(drafts: list[Draft], head: int, registry: Registry) -> list[Draft]:
    """A headline's statement counts only if its speaker says nothing in the body."""
    speaking = {_voice(s, registry) for d in drafts if d.cue[0] >= head for s in d.speakers}
    return [d for d in drafts if d.cue[0] >= head or not any(_voice(s, registry) in speaking for s in d.speakers)]


def _voice(speaker: str, registry: Registry) -> str:
    return registry.country(speaker) or speaker


def _attribute(doc: Document, event: EventDraft, drafts: list[Draft], registry: Registry) -> None:
    """On whose word the article reports an event: the innermost statement that holds it."""
    if event.statement is not None:
        event.according_to = [v for v in event.statement.via if v not in event.statement.speakers]
        outer = [d for d in drafts if d is not event.statement and d.content[0] <= event.i < d.content[1]]
        if outer:
            event.according_to = list(outer[-1].speakers)
        return
    holding = [d for d in drafts if d.content[0] <= event.i < d.content[1]]
    if not holding:
        return
    inner = max(holding, key=lambda d: d.content[0])
    same = [d for d in holding if d.content == inner.content]
    event.according_to = list(dict.fromkeys(s for d in same for s in d.speakers))
    event.status = status_in_report(doc, event, inner, registry)


class _Assembler:
    """Turns drafts into records."""

    def __init__(self, article: Article, doc: Document, registry: Registry, dating, outlet: str | None) -> None:  # type: ignore[no-untyped-def]
        self.article, self.doc, self.registry = article, doc, registry
        self.dating, self.outlet = dating, outlet

    def reading(self, chunks: list[Chunk], drafts: list[Draft], events: list[EventDraft]) -> Reading:
        statements, ids = self._statements(drafts)
        records = self._event_records(events, ids)
        used = {e for s in statements for e in (s.speaker, *s.via, s.addressee) if e}
        used |= {p for e in records for p in (*e.actors, *e.recipients, *e.according_to)}
        for entity in sorted(used):
            self.registry.known(entity)
        entities = tuple(e for k, e in self.registry.entities.items() if k in used)
        named = {e.id: e for e in entities}
        statements = tuple(replace(s, confidence=confidence(s, named)) for s in statements)
        records = tuple(replace(e, confidence=confidence(e, named)) for e in records)
        article = Article(
            **{f: getattr(self.article, f) for f in Article.__slots__ if f not in {"published", "outlet"}},
            published=self.dating, outlet=self.outlet,
        )  # fmt: skip
        return Reading(article, entities, self._mentions(chunks, used), statements, records)

    def _statements(self, drafts: list[Draft]) -> tuple[tuple[Statement, ...], dict[int, str]]:
        found: list[Statement] = []
        ids: dict[int, str] = {}
        for draft in sorted(drafts, key=lambda d: (d.cue[0], d.content[0])):
            content = self._content_span(draft)
            cue = self._cue_span(draft)
            for speaker in draft.speakers:
                number = f"s{len(found) + 1}"
                ids.setdefault(id(draft), number)
                found.append(
                    Statement(
                        number,
                        speaker,
                        cue,
                        content,
                        draft.how,  # type: ignore[arg-type]
                        tuple(draft.via),
                        draft.addressee,
                        None,
                        draft.cue_entry.kind if draft.cue_entry else "say",
                        0.0,
                        draft.why,
                    )
                )
        return tuple(found), ids

    def _content_span(self, draft: Draft) -> Span:
        span = self.doc.span(*draft.content)
        if not draft.content_offset:
            return span
        start = span.start + draft.content_offset
        return Span(start, span.end, self.doc.text[start : span.end])

    def _cue_span(self, draft: Draft) -> Span:
        span = self.doc.span(*draft.cue)
        offset = len(self.doc.words[draft.cue[0]].split.conjunction) if draft.cue[1] - draft.cue[0] == 1 else 0
        return Span(span.start + offset, span.end, span.text[offset:])

    def _event_records(self, events: list[EventDraft], ids: dict[int, str]) -> tuple[Event, ...]:
        return tuple(self._event(n, e, ids) for n, e in enumerate(events, 1))

    def _event(self, n: int, event: EventDraft, ids: dict[int, str]) -> Event:
        status: Status = event.status  # type: ignore[assignment]
        return Event(
            f"e{n}", event.sense.type, _mode(event, self.registry), self._trigger(event.i, event.j),
            tuple(self._trigger(i, j) for i, j in event.also), tuple(event.actors), tuple(event.recipients), status,
            event.time, event.place_name, tuple(event.according_to), tuple(event.quantities), event.sense.contexts,
            ids.get(id(event.statement)) if event.statement else None, 0.0, event.why,
        )  # fmt: skip

    def _trigger(self, i: int, j: int) -> Span:
        span = self.doc.span(i, j)
        split = self.doc.words[i].split
        offset = len(split.conjunction) + len(split.preposition)
        return Span(span.start + offset, span.end, span.text[offset:]) if 0 < offset < len(span.text) else span

    def _mentions(self, chunks: list[Chunk], used: set[str]) -> tuple[Mention, ...]:
        return tuple(
            Mention(self.doc.span(c.i, c.j), entity, c.by)  # type: ignore[arg-type]
            for c in chunks
            for entity in c.ents
            if entity in used
        )
