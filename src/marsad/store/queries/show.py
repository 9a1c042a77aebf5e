"""One thing of the store whole: an article, a record, or what links tell, with all that hangs together with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from marsad.errors import UnknownIdError
from marsad.records import Entity
from marsad.store.ids import Name, link_id, parse_any_id, parse_id, public_id
from marsad.store.queries.agreements import Deal, deals
from marsad.store.queries.articleview import ArticleView, Copy, article_view
from marsad.store.queries.promises import Pledge, pledge
from marsad.store.queries.quotes import Quote, quotes_by_number
from marsad.store.queries.stories import StoryRow, stories_by_number
from marsad.store.queries.tellings import Told, tellings
from marsad.store.queries.timeline import Occurrence, occurrences
from marsad.store.rows import event_id
from marsad.store.tables import (
    agreement,
    agreement_event,
    article,
    copy,
    difference,
    echo_statement,
    event,
    happening,
    promise,
    statement,
    story_article,
    telling,
)


class Differing(NamedTuple):
    """A field in which the tellings of a happening differ (of numbers their unit): each value with the events that say
    it, and on whose word.
    """

    field: str
    unit: str
    claims: tuple[Any, ...]


class HappeningView(NamedTuple):
    """A happening with all its tellings, where they differ, and what it promises or agrees."""

    happening: Occurrence
    tellings: tuple[Told, ...]
    differences: tuple[Differing, ...]
    promise: str | None
    agreements: tuple[str, ...]


class EventView(NamedTuple):
    """An event with the happening that it tells."""

    event: Told
    happening: HappeningView | None


class StatementView(NamedTuple):
    """A statement, and its echo: the same words as told by others."""

    statement: Quote
    cue: str
    echo: str | None
    echoes: tuple[Quote, ...]


class EchoView(NamedTuple):
    """The same words of one speaker in several tellings."""

    id: str
    speaker: Entity
    statements: tuple[Quote, ...]


class StoryView(NamedTuple):
    """A story with its articles in the order of publication, and the happenings that most of them tell."""

    story: StoryRow
    articles: tuple[Copy, ...]
    happenings: tuple[Occurrence, ...]


class PromiseView(NamedTuple):
    """A promise with what promised it and what shows its outcome."""

    promise: Pledge
    happening: HappeningView
    evidence: tuple[Told, ...]


class AgreementView(NamedTuple):
    """An agreement with the events that tell of it."""

    agreement: Deal
    tellings: tuple[Told, ...]


View = ArticleView | EventView | StatementView | HappeningView | StoryView | EchoView | PromiseView | AgreementView
_HAPPENINGS = 10


def show(connection: Connection, asked: str) -> View:
    """What a public id names. Raises `UnknownIdError` if it is none, or is not in the store."""
    name = parse_any_id(asked)
    found = _SHOWN[name.kind](connection, name)
    if found is None:
        raise UnknownIdError(f"{asked}: there is no such {name.kind}", "look for it with: marsad search WORDS")
    return found


def _article(connection: Connection, name: Name) -> ArticleView | None:
    return article_view(connection, name.number)


def _event(connection: Connection, name: Name) -> EventView | None:
    number = event_id(name.number, name.record) if name.record else name.number
    told = tellings(connection, [number])
    of = connection.scalar(select(telling.c.happening).where(telling.c.event == number))
    return EventView(told[0], None if of is None else happening_view(connection, of)) if told else None


def _statement(connection: Connection, name: Name) -> StatementView | None:
    number = event_id(name.number, name.record)
    found = quotes_by_number(connection, [number])
    if not found:
        return None
    cue = connection.scalar(select(statement.c.cue).where(statement.c.id == number)) or ""
    c = echo_statement.c
    echo = connection.scalar(select(c.echo).where(c.statement == number))
    others = () if echo is None else _echoing(connection, echo)
    echoes = tuple(each for each in others if each.id != found[0].id)
    return StatementView(found[0], cue, found[0].echo, echoes)


def _echoing(connection: Connection, echo: int) -> tuple[Quote, ...]:
    c = echo_statement.c
    return quotes_by_number(connection, connection.scalars(select(c.statement).where(c.echo == echo)).all())


def _echo(connection: Connection, name: Name) -> EchoView | None:
    found = _echoing(connection, name.number)
    return EchoView(link_id("echo", name.number), found[0].speaker, found) if found else None


def _happening(connection: Connection, name: Name) -> HappeningView | None:
    return happening_view(connection, name.number)


def happening_view(connection: Connection, number: int) -> HappeningView | None:
    """The happening of a number; None if it is not there."""
    rows = connection.execute(select(happening).where(happening.c.id == number)).all()
    if not rows:
        return None
    t, d = telling.c, difference.c
    events = connection.scalars(select(t.event).where(t.happening == number)).all()
    differing = connection.execute(select(difference).where(d.happening == number).order_by(d.field, d.unit))
    promised = connection.scalar(select(promise.c.id).where(promise.c.id == number))
    of = agreement_event.c
    agreed = connection.scalars(select(of.agreement).where(of.event.in_(events)).distinct().order_by(of.agreement))
    return HappeningView(
        occurrences(connection, rows)[0], tellings(connection, events),
        tuple(Differing(row.field, row.unit, tuple(row.tellings)) for row in differing),
        None if promised is None else link_id("promise", promised),
        tuple(link_id("agreement", each) for each in agreed),
    )  # fmt: skip


def _story(connection: Connection, name: Name) -> StoryView | None:
    found = stories_by_number(connection, [name.number])
    if not found:
        return None
    a, s, c = article.c, story_article.c, copy.c
    joined = story_article.join(article, a.id == s.article).outerjoin(copy, c.article == a.id)
    chosen = select(a.id, a.title, a.outlet, a.published, c.original).select_from(joined).where(s.story == name.number)
    rows = connection.execute(chosen.order_by(a.first_day.asc().nulls_last(), a.id))
    articles = tuple(
        Copy(public_id(r.id), r.title, r.outlet, r.published, r.original in {None, r.id}) for r in rows
    )  # fmt: skip
    happened = connection.execute(_of_story(name.number)).all()
    return StoryView(found[0], articles, occurrences(connection, happened))


def _of_story(number: int) -> Select[Any]:
    """The happenings that the articles of a story tell, those of most tellings first."""
    t, h, s = telling.c, happening.c, story_article.c
    told = select(t.happening).select_from(
        story_article.join(event, event.c.article == s.article).join(telling, t.event == event.c.id)
    )
    wanted = select(happening).where(h.id.in_(told.where(s.story == number)))
    return wanted.order_by(h.tellings.desc(), h.day, h.id).limit(_HAPPENINGS)


def _promise(connection: Connection, name: Name) -> PromiseView | None:
    found, view = pledge(connection, name.number), happening_view(connection, name.number)
    if found is None or view is None:
        return None
    evidence = [event_id(*parse_id(each)) for each in found.evidence]
    return PromiseView(found, view, tellings(connection, evidence))


def _agreement(connection: Connection, name: Name) -> AgreementView | None:
    rows = connection.execute(select(agreement).where(agreement.c.id == name.number)).all()
    of = agreement_event.c
    events = connection.scalars(select(of.event).where(of.agreement == name.number)).all()
    return AgreementView(deals(connection, rows)[0], tellings(connection, events)) if rows else None


_SHOWN: Mapping[str, Callable[[Connection, Name], View | None]] = {
    "article": _article, "event": _event, "statement": _statement, "happening": _happening, "story": _story,
    "echo": _echo, "promise": _promise, "agreement": _agreement,
}  # fmt: skip
