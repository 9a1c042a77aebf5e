"""`marsad show`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from marsad.cli.querying import Answer, Request, put

if TYPE_CHECKING:
    from marsad.store.store import Store


def run(request: Request, public_id: str, text: bool) -> int:
    """Show what an id names."""
    return put(request, partial(_show, request, public_id, text))


def _show(request: Request, public_id: str, text: bool, store: Store) -> Answer:
    from marsad.output.answers.showblocks import show
    from marsad.output.answers.showrows import nested, parts

    view = store.show(public_id)
    return Answer([view], partial(parts, view), lambda: [nested(view)], partial(show, view, request.lang, text))
