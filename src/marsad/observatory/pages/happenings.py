"""What several articles tell alike: a happening with its tellings, an echo with its wordings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fastapi import APIRouter

from marsad.observatory.asking import Asking
from marsad.observatory.parts.citations import Citation, citation, cited
from marsad.observatory.parts.differences import Differs, differing
from marsad.observatory.parts.parameters import EchoId, HappeningId
from marsad.observatory.routing import add_page
from marsad.observatory.views import View
from marsad.output.names import entity_name
from marsad.output.phrases import act_text
from marsad.records import Entity
from marsad.store.queries.quotes import Quote
from marsad.store.queries.show import EchoView, HappeningView
from marsad.store.queries.tellings import Told
from marsad.store.queries.timeline import Occurrence

router = APIRouter()


class HappeningPage(NamedTuple):
    """A happening with all its tellings in the order of publication, where they differ, what it promises or agrees,
    and how it is cited: by the telling that was first."""

    happening: Occurrence
    tellings: tuple[Told, ...]
    differences: tuple[Differs, ...]
    promise: str | None
    agreements: tuple[str, ...]
    citation: Citation


class Wording(NamedTuple):
    """The same words, letter by letter, with the statements that tell them."""

    content: str
    statements: tuple[Quote, ...]


class EchoPage(NamedTuple):
    """The same words of one speaker in several tellings, as the articles word them; `first` told them first."""

    id: str
    speaker: Entity
    first: str
    wordings: tuple[Wording, ...]
    citation: Citation


@add_page(router, "/happenings/{id}", HappeningPage)
def happening(asked: Asking, id: HappeningId) -> View:
    """One happening: all who tell it, who told it first, and where they differ."""
    view = asked.show(id, HappeningView)
    row = view.happening
    first = next((each for each in view.tellings if each.id == row.first), view.tellings[0])
    shown = HappeningPage(
        row, view.tellings, differing(view), view.promise, view.agreements,
        citation(cited(asked, f"/happenings/{row.id}", first.id, first.words, first.according_to)),
    )  # fmt: skip
    return View("happening.html", act_text(row.type, row.mode, row.actors, row.recipients, asked.lang), shown)


@add_page(router, "/echoes/{id}", EchoPage)
def echo(asked: Asking, id: EchoId) -> View:
    """The same words of a speaker as several articles tell them, each wording with who has it."""
    view = asked.show(id, EchoView)
    first = view.statements[0]
    shown = EchoPage(
        view.id, view.speaker, first.id, wordings(view.statements),
        citation(cited(asked, f"/echoes/{view.id}", first.id, first.content, (view.speaker,))),
    )  # fmt: skip
    return View("echo.html", f"{asked.word('web.echo')}: {entity_name(view.speaker, asked.lang)}", shown)


def wordings(statements: Iterable[Quote]) -> tuple[Wording, ...]:
    """Statements by their words, however these are spaced, in the order in which words come first."""
    found: dict[str, list[Quote]] = {}
    for each in statements:
        found.setdefault(" ".join(each.content.split()), []).append(each)
    return tuple(Wording(words, tuple(told)) for words, told in found.items())
