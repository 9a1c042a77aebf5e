"""An article as it came, with its records marked in it and told beside it."""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter

from marsad.errors import UnknownIdError
from marsad.observatory.asking import Asking
from marsad.observatory.parts.citations import Citation, Cited, citation
from marsad.observatory.parts.parameters import ArticleId, PartNumber
from marsad.observatory.parts.portions import Part, cards_in, marks_in, parts
from marsad.observatory.routing import add_page
from marsad.observatory.views import View
from marsad.output.cards import Card, cards
from marsad.output.marks import Mark, marks
from marsad.output.names import title_text
from marsad.records import Entity
from marsad.store.queries.articleview import ArticleView

router = APIRouter()


class Told(NamedTuple):
    """The happening or the echo that a record of the article belongs to, and how many tell it."""

    record: str
    link: str
    tellings: int


class ArticlePage(NamedTuple):
    """An article; the `part` of it that is shown, which is all of it unless it is long; the `marks` in that part, each
    of a record of `cards` (an entity's is `n1`, `n2` … in the order of `entities`); which happenings and echoes its
    records tell; and how it is cited."""

    article: ArticleView
    document: str
    encoding: str
    part: Part
    marks: tuple[Mark, ...]
    cards: tuple[Card, ...]
    entities: tuple[Entity, ...]
    told: tuple[Told, ...]
    citation: Citation


@add_page(router, "/articles/{id}", ArticlePage)
def article(asked: Asking, id: ArticleId, part: PartNumber = 1) -> View:
    """One article with its text, its records, its copies, its versions and its story."""
    view = asked.show(id, ArticleView)
    reading = asked.store.get(view.id)
    title, several = title_text(reading.article, asked.lang), marks(reading)
    portion = _portion(parts(reading.article.text, several), part)
    marked = marks_in(portion, several)
    shown = ArticlePage(
        view, reading.article.doc, reading.article.encoding, portion, marked,
        cards_in(portion, cards(reading, asked.lang), marked), reading.entities, _told(view),
        citation(Cited(f"/articles/{view.id}", title, view.outlet, view.published, view.coder, view.author)),
    )  # fmt: skip
    return View("article.html", title, shown)


def _portion(several: tuple[Part, ...], number: int) -> Part:
    if number > len(several):
        raise UnknownIdError(f"the article has {len(several)} parts", "its first part leads to the others")
    return several[number - 1]


def _told(view: ArticleView) -> tuple[Told, ...]:
    """What is told elsewhere too, or may be."""
    happenings = ((each.event.id, each.happening, each.tellings) for each in view.events)
    echoes = ((each.id, each.echo, each.tellings) for each in view.statements)
    return tuple(
        Told(record.rpartition("-")[2], link, tellings) for record, link, tellings in (*happenings, *echoes) if link
    )
