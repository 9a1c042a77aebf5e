"""What `marsad show` gives, as one nested object and as flat rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from marsad.output.answers.rows import ids
from marsad.output.flat import Row
from marsad.records import Record

if TYPE_CHECKING:
    from marsad.records import Entity
    from marsad.store.queries.articleview import ArticleView, Copy
    from marsad.store.queries.quotes import Quote
    from marsad.store.queries.show import (
        AgreementView,
        EchoView,
        EventView,
        HappeningView,
        PromiseView,
        StatementView,
        StoryView,
        View,
    )
    from marsad.store.queries.stories import StoryRow
    from marsad.store.queries.tellings import Told
    from marsad.store.queries.timeline import Occurrence


def nested(value: Any) -> Any:
    """A view as plain dicts, lists, texts and numbers, ready for JSON."""
    if isinstance(value, Record):
        return value.to_dict()
    if hasattr(value, "_asdict"):
        return {name: nested(each) for name, each in value._asdict().items()}
    return [nested(each) for each in value] if isinstance(value, tuple | list) else value


def parts(view: View) -> Iterator[Row]:
    """A view as flat rows: the thing itself first, then all that hangs together with it."""
    return _MAKERS[type(view).__name__](view)


def _part(
    part: str, id: str | None, *, date: str | None = None, outlet: str | None = None, kind: str = "",
    status: str | None = None, parties: Iterable[Entity] = (), tellings: int | None = None, text: str = "",
) -> Row:  # fmt: skip
    return {
        "part": part, "id": id, "date": date, "outlet": outlet, "kind": kind, "status": status,
        "parties": ids(parties), "tellings": tellings, "text": text,
    }  # fmt: skip


def _article(view: ArticleView) -> Iterator[Row]:
    yield _part("article", view.id, date=view.published, outlet=view.outlet, text=view.title)
    for version in view.versions:
        if version.id != view.id:
            yield _part("version", version.id, date=version.retrieved or version.published, kind=str(version.version))
    yield from map(_copy, view.copies)
    if view.story:
        yield _story_row(view.story)
    yield from (_statement_row("statement", each) for each in view.statements)
    for linked in view.events:
        yield dict(_told("event", linked.event)) | {"tellings": linked.tellings}


def _copy(copy: Copy) -> Row:
    kind = "first" if copy.first else ""
    return _part("copy", copy.id, date=copy.published, outlet=copy.outlet, kind=kind, text=copy.title)


def _story_row(story: StoryRow) -> Row:
    return _part("story", story.id, date=_days(story), tellings=story.tellings, text=story.title)


def _days(story: StoryRow) -> str | None:
    same = story.first_day == story.last_day or not story.last_day
    return story.first_day if same else f"{story.first_day}/{story.last_day}"


def _statement_row(part: str, quote: Quote) -> Row:
    return _part(
        part, quote.id, date=quote.day, outlet=quote.outlet, kind=quote.kind, parties=(quote.speaker, *quote.via),
        tellings=quote.tellings, text=quote.content,
    )  # fmt: skip


def _told(part: str, told: Told) -> Row:
    article = told.article
    return _part(
        part, told.id, date=told.time or (article.published if article else None),
        outlet=article.outlet if article else None, kind=f"{told.type} {told.mode or ''}".strip(), status=told.status,
        parties=(*told.actors, *told.recipients), text=told.words or told.trigger,
    )  # fmt: skip


def _occurrence(part: str, row: Occurrence) -> Row:
    return _part(
        part, row.id, date=row.time or row.day, kind=f"{row.type} {row.mode or ''}".strip(), status=row.status,
        parties=(*row.actors, *row.recipients), tellings=row.tellings,
    )  # fmt: skip


def _happening(view: HappeningView) -> Iterator[Row]:
    yield _occurrence("happening", view.happening)
    yield from (_told("telling", each) for each in view.tellings)
    for differing in view.differences:
        for claim in differing.claims:
            events = ", ".join(claim["events"])
            yield _part("difference", events, kind=differing.field, text=f"{claim['value']} {differing.unit}".strip())
    if view.promise:
        yield _part("promise", view.promise)
    yield from (_part("agreement", each) for each in view.agreements)


def _event(view: EventView) -> Iterator[Row]:
    yield _told("event", view.event)
    if view.happening:
        yield from _happening(view.happening)


def _statement(view: StatementView) -> Iterator[Row]:
    yield _statement_row("statement", view.statement)
    yield from (_statement_row("echo", each) for each in view.echoes)


def _echo(view: EchoView) -> Iterator[Row]:
    yield _part("echo", view.id, parties=(view.speaker,), tellings=len(view.statements))
    yield from (_statement_row("statement", each) for each in view.statements)


def _story(view: StoryView) -> Iterator[Row]:
    yield _story_row(view.story)
    for each in view.articles:
        kind = "" if each.first else "copy"
        yield _part("article", each.id, date=each.published, outlet=each.outlet, kind=kind, text=each.title)
    yield from (_occurrence("happening", each) for each in view.happenings)


def _promise(view: PromiseView) -> Iterator[Row]:
    promise = view.promise
    yield _part(
        "promise", promise.id, date=promise.term, kind=f"{promise.type} {promise.mode or ''}".strip(),
        status=promise.outcome, parties=(*promise.actors, *promise.recipients), text=promise.words,
    )  # fmt: skip
    yield from _happening(view.happening)
    yield from (_told("evidence", each) for each in view.evidence)


def _agreement(view: AgreementView) -> Iterator[Row]:
    deal = view.agreement
    yield _part(
        "agreement", deal.id, date=deal.day, status=deal.status, parties=deal.parties, tellings=len(view.tellings),
        text=deal.subject or "",
    )  # fmt: skip
    yield from (_told("telling", each) for each in view.tellings)


_MAKERS: Mapping[str, Callable[[Any], Iterator[Row]]] = {
    "ArticleView": _article, "EventView": _event, "StatementView": _statement, "HappeningView": _happening,
    "StoryView": _story, "EchoView": _echo, "PromiseView": _promise, "AgreementView": _agreement,
}  # fmt: skip
