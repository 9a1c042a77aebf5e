"""What was promised or planned, by when, and what became of it."""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter

from marsad.observatory.asking import Asking
from marsad.observatory.parts.listing import LIMIT, Facet, cursor_after, facet, offset_of
from marsad.observatory.parts.parameters import AsOf, Cursor, Limit, Outcomes, PromiseId, Who
from marsad.observatory.routing import add_page, several
from marsad.observatory.views import Listing, View
from marsad.output.answers import rows
from marsad.store.queries.promises import OUTCOMES, Pledge
from marsad.store.queries.show import PromiseView

router = APIRouter()


class PromisesPage(NamedTuple):
    """Promises by their term, the facets by which they can be narrowed, and the cursor of the part after these."""

    promises: tuple[Pledge, ...]
    facets: tuple[Facet, ...]
    next: str | None


@add_page(router, "/promises", PromisesPage, csv=True)
def promises(
    asked: Asking, outcome: Outcomes = None, actor: Who = None, as_of: AsOf = None, limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> View:  # fmt: skip
    """Promises by their term, with what became of them."""
    offset, outcomes = offset_of(cursor), several(outcome)
    limits = {"actor": actor or None, "as_of": as_of or None}
    found = asked.store.promises(outcomes=outcomes, **limits, limit=limit, offset=offset)
    counts = asked.store.promise_counts(**limits)
    names = {each: asked.word(f"outcome.{each}") for each in OUTCOMES}
    shown = PromisesPage(
        found.rows, (facet("outcome", counts, names, outcomes),), cursor_after(offset, len(found.rows), found.more)
    )
    listing = Listing("promises", tuple(rows.promises(row, asked.lang) for row in found.rows))
    return View("promises.html", asked.word("web.promises"), shown, listing)


@add_page(router, "/promises/{id}", PromiseView)
def promise(asked: Asking, id: PromiseId) -> View:
    """One promise: who promised what, until when, and what shows its outcome."""
    return View("promise.html", asked.word("web.promise"), asked.show(id, PromiseView))
