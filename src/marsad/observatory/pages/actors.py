"""One actor: who it is, whom it deals with, what it did and what was done to it, says, promises and agrees on."""

from __future__ import annotations

import re
from typing import Annotated, Literal, NamedTuple

from fastapi import APIRouter, Query

from marsad.errors import QueryError, UnknownIdError
from marsad.observatory.asking import Asked, Asking
from marsad.observatory.parts.filters import EventFilters, event_list
from marsad.observatory.parts.listing import Facet
from marsad.observatory.parts.parameters import ActorId, Cursor, Limit, Since, Until
from marsad.observatory.routing import add_page
from marsad.observatory.views import Listing, View
from marsad.output.answers import rows
from marsad.output.labels import Lang
from marsad.output.names import entity_name, state_name
from marsad.store.queries.agreements import Deal
from marsad.store.queries.between import Glimpse, Happened
from marsad.store.queries.portrait import Portrait
from marsad.store.queries.promises import Pledge
from marsad.store.queries.quotes import Quote

router = APIRouter()

_LISTED, _BESIDE = 25, 6
_CODE = re.compile("[A-Za-z]{3}")
Role = Annotated[
    Literal["actor", "recipient"] | None,
    Query(description="What the actor is in what happened; either if none.", examples=["actor"]),
]


class ActorPage(NamedTuple):
    """An actor by its `id` (of a country its code), its names in both languages, and its portrait. `events` are some
    of the `total` that the filters leave of all in which it has the `part` (`actor`, `recipient`, null: either).
    Statements and agreements are the newest, promises those that are due next."""

    id: str
    names: dict[str, str]
    portrait: Portrait
    part: str | None
    total: int
    events: tuple[Happened, ...]
    facets: tuple[Facet, ...]
    next: str | None
    statements: tuple[Quote, ...]
    promises: tuple[Pledge, ...]
    agreements: tuple[Deal, ...]


@add_page(router, "/actors/{id}", ActorPage, csv=True)
def actor(
    asked: Asking, id: ActorId, chosen: EventFilters, role: Role = None, since: Since = None, until: Until = None,
    limit: Limit = _LISTED, cursor: Cursor = None,
) -> View:  # fmt: skip
    """One actor: who it is, whom it deals with, what happened with it, what it says, promises and agrees on."""
    who = _id(id)
    shown = _portrait(asked, who)
    found = event_list(asked, _told(asked, who, role, since or None, until or None), chosen, limit, cursor)
    page = ActorPage(
        who, _names(shown), shown, role, len(found.rows), found.events, found.facets, found.next,
        asked.store.statements(who, limit=_BESIDE).rows,
        asked.store.promises(actor=who, outcomes=["open"], limit=_BESIDE).rows,
        asked.store.agreements(party=who, limit=_BESIDE).rows,
    )  # fmt: skip
    listing = Listing("timeline", tuple(rows.timeline(each.event, asked.lang) for each in found.events))
    return View("actor.html", page.names[asked.lang], page, listing)


def _id(id: str) -> str:
    """The id by which an actor is asked for: of a country its code."""
    name = id.removeprefix("state:")
    return name.upper() if _CODE.fullmatch(name) else id


def _portrait(asked: Asked, who: str) -> Portrait:
    """The portrait of an actor. Raises `UnknownIdError` for what is the id of nobody."""
    if ":" not in who and not _CODE.fullmatch(who):
        raise UnknownIdError(f"{who!r} is no id", "look for the name with the search box")
    try:
        told = _told(asked, who, None, None, None)
        return asked.memory.of(("portrait", who), lambda: asked.store.portrait(who, told))
    except QueryError as error:
        raise UnknownIdError(str(error), "look for the name with the search box") from None


def _told(asked: Asked, who: str, role: str | None, since: str | None, until: str | None) -> tuple[Glimpse, ...]:
    key = ("told", who, role, since, until)
    return asked.memory.of(key, lambda: asked.store.told_of(who, role, since=since, until=until))


def _names(shown: Portrait) -> dict[str, str]:
    languages: tuple[Lang, ...] = ("en", "ar")
    if shown.code:
        return {lang: state_name(shown.code, lang) for lang in languages}
    return {lang: entity_name(shown.entity, lang) for lang in languages}
