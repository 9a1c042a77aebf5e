"""One request: the store that is asked, and how the answer is wanted."""

from __future__ import annotations

from typing import Annotated, NamedTuple, TypeVar
from urllib.parse import quote

from fastapi import Depends, Request

from marsad.errors import QueryError, UnknownIdError
from marsad.observatory.addresses import own_path
from marsad.observatory.memory import Memory
from marsad.observatory.preferences import Preferences
from marsad.observatory.words import word
from marsad.output.labels import Lang
from marsad.store.store import Store

Shown = TypeVar("Shown")


class Asked(NamedTuple):
    """What every page is given. `path` is that of its address, quoted as links need it."""

    store: Store
    preferences: Preferences
    path: str
    query: str
    memory: Memory

    @property
    def lang(self) -> Lang:
        """The language of labels and names."""
        return self.preferences.lang

    def word(self, key: str, **parts: object) -> str:
        """Words of ours in the language of the page."""
        return word(key, self.lang, **parts)

    def show(self, id: str, kind: type[Shown]) -> Shown:
        """The thing of an id. Raises `UnknownIdError` if there is none, or it is of another kind."""
        found = self.store.show(id)
        if not isinstance(found, kind):
            raise UnknownIdError(f"{id!r} names something else", "look for it with the search box")
        return found


def asked_of(request: Request) -> Asked:
    """What the page of a request is given, and that of what went wrong with it."""
    state, path = request.app.state, quote(own_path(request.scope["path"]), safe="/:")
    wanted = getattr(request.state, "preferences", Preferences())
    return Asked(state.store, wanted, path, request.url.query, state.memory)


def _asked(request: Request) -> Asked:
    """Raises `UnknownIdError` or `QueryError` for a NUL, which no text of a store holds: PostgreSQL takes none."""
    if "\0" in request.scope["path"]:
        raise UnknownIdError("there is no such address", "look for it with the search box")
    if "%00" in request.url.query:
        raise QueryError("what is asked for holds a NUL", "leave it out")
    return asked_of(request)


Asking = Annotated[Asked, Depends(_asked)]
"""The parameter by which a page is given its `Asked`."""
