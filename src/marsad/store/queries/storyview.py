"""A story whole: its articles side by side, and who quotes whom in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from marsad.records import Entity
from marsad.store.ids import Name, parse_any_id, public_id
from marsad.store.queries.entities import entities_of, entity_named, in_order
from marsad.store.queries.tellings import first_line
from marsad.store.tables import article, copy, statement, story, story_article

MOST = 300
"""Articles of a story that are shown, the first ones."""
_OPENING = 600
_STATEMENTS = 2000


class StoryArticle(NamedTuple):
    """An article of a story with how it begins. `copy_of` is the article that had the same text first."""

    id: str
    title: str
    outlet: str | None
    published: str | None
    opening: str
    copy_of: str | None


class Quoting(NamedTuple):
    """Whom an outlet quotes through whom (nearest to the article first), how often, and the first such statement."""

    outlet: str | None
    via: tuple[Entity, ...]
    speaker: Entity
    statements: int
    first: str


class Citing(NamedTuple):
    """Whom an outlet names as the one from whom it has words, and how often."""

    outlet: str | None
    source: Entity
    statements: int


class StoryDetails(NamedTuple):
    """The articles of a story in the order of publication, who quotes whom in them, and whom the outlets cite, both
    the most frequent first."""

    articles: tuple[StoryArticle, ...]
    quoted: tuple[Quoting, ...]
    cited: tuple[Citing, ...]


def story_details(connection: Connection, asked: str) -> StoryDetails:
    """The details of the story of a public id; nothing if there is none. Raises `UnknownIdError` for what is no id."""
    name: Name = parse_any_id(asked)
    told = connection.execute(_told(name.number)).all()
    known = entities_of(connection, {each for row in told for each in (row.speaker, *row.via)})
    quoted = _counted((row.outlet, tuple(row.via), row.speaker, public_id(row.article, row.name)) for row in told)
    return StoryDetails(
        _articles(connection, name.number),
        tuple(
            Quoting(outlet, in_order(via, known), entity_named(speaker, known), *counted)
            for (outlet, via, speaker), counted in quoted.items()
        ),
        _cited(quoted, known),
    )


def _told(number: int) -> Any:
    """The statements of a story's articles, those of the first articles first."""
    s, a, of = statement.c, article.c, story_article.c
    joined = story_article.join(statement, s.article == of.article).join(article, a.id == of.article)
    chosen = select(s.article, s.name, s.outlet, s.via, s.speaker).select_from(joined).where(of.story == number)
    return chosen.order_by(*_in_order(), s.start).limit(_STATEMENTS)


def _in_order() -> tuple[ColumnElement[Any], ...]:
    return article.c.first_day.asc().nulls_last(), article.c.id


def _counted(
    told: Iterable[tuple[str | None, tuple[str, ...], str, str]],
) -> dict[tuple[str | None, tuple[str, ...], str], tuple[int, str]]:
    """How often each outlet quotes each speaker in each way, and where first; the most frequent first."""
    found: dict[tuple[str | None, tuple[str, ...], str], tuple[int, str]] = {}
    for outlet, via, speaker, id in told:
        number, first = found.get((outlet, via, speaker), (0, id))
        found[outlet, via, speaker] = number + 1, first
    return dict(sorted(found.items(), key=lambda item: -item[1][0]))


def _cited(
    quoted: dict[tuple[str | None, tuple[str, ...], str], tuple[int, str]], known: dict[str, Entity]
) -> tuple[Citing, ...]:
    found: dict[tuple[str | None, str], int] = {}
    for (outlet, via, _), (number, _) in quoted.items():
        if via:
            found[outlet, via[0]] = found.get((outlet, via[0]), 0) + number
    ordered = sorted(found.items(), key=lambda item: -item[1])
    return tuple(Citing(outlet, entity_named(source, known), number) for (outlet, source), number in ordered)


def _articles(connection: Connection, number: int) -> tuple[StoryArticle, ...]:
    a, of, c = article.c, story_article.c, copy.c
    joined = story_article.join(article, a.id == of.article).outerjoin(copy, c.article == a.id)
    opening = func.substr(a.text, 1, _OPENING).label("opening")
    chosen = select(a.id, a.title, a.outlet, a.published, a.first_day, opening, c.original).select_from(joined)
    rows = connection.execute(chosen.where(of.story == number).order_by(*_in_order()).limit(MOST)).all()
    first = connection.scalar(select(story.c.first_article).where(story.c.id == number))
    # Of one day: who had it first, then what is no copy.
    rows = sorted(rows, key=lambda row: (row.first_day or "9", row.id != first, row.original not in {None, row.id}))
    return tuple(
        StoryArticle(
            public_id(row.id), row.title or first_line(row.opening), row.outlet, row.published,
            _after_title(row.opening, row.title), None if row.original in {None, row.id} else public_id(row.original),
        )
        for row in rows
    )  # fmt: skip


def _after_title(text: str, title: str) -> str:
    """How an article begins, without its title."""
    known = title or first_line(text)
    return text.lstrip().removeprefix(known).strip()
