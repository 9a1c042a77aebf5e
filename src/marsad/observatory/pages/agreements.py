"""What was agreed on, between whom, on which terms, and what became of it."""

from __future__ import annotations

from typing import NamedTuple, get_args

from fastapi import APIRouter

from marsad.observatory.asking import Asking
from marsad.observatory.parts.listing import LIMIT, Facet, cursor_after, facets, offset_of
from marsad.observatory.parts.parameters import AgreementId, AgreementStatuses, Cursor, Limit, Parties, Since, Until
from marsad.observatory.routing import add_page, several
from marsad.observatory.views import Listing, View
from marsad.output.answers import rows
from marsad.output.names import state_name
from marsad.records import AgreementStatus
from marsad.store.queries.agreements import Deal
from marsad.store.queries.show import AgreementView

router = APIRouter()


class AgreementsPage(NamedTuple):
    """Agreements, the newest first, the facets by which they can be narrowed, and the cursor of the part after."""

    agreements: tuple[Deal, ...]
    facets: tuple[Facet, ...]
    next: str | None


@add_page(router, "/agreements", AgreementsPage, csv=True)
def agreements(
    asked: Asking, party: Parties = None, status: AgreementStatuses = None, since: Since = None, until: Until = None,
    limit: Limit = LIMIT, cursor: Cursor = None,
) -> View:  # fmt: skip
    """Agreements, the newest first, with their terms and what became of them."""
    offset, parties, statuses = offset_of(cursor), several(party), several(status)
    limits = {"party": parties, "statuses": statuses, "since": since or None, "until": until or None}
    found = asked.store.agreements(**limits, limit=limit, offset=offset)  # type: ignore[arg-type]
    counted = asked.store.agreement_counts(**limits)  # type: ignore[arg-type]
    names = {
        "status": {each: asked.word(f"agreed.{each}") for each in get_args(AgreementStatus)},
        "party": {each: state_name(each, asked.lang) for each in counted["party"]},
    }
    chosen = {"status": statuses, "party": parties}
    shown = AgreementsPage(
        found.rows, facets(counted, names, chosen), cursor_after(offset, len(found.rows), found.more)
    )
    listing = Listing("agreements", tuple(rows.agreements(row, asked.lang) for row in found.rows))
    return View("agreements.html", asked.word("web.agreements"), shown, listing)


@add_page(router, "/agreements/{id}", AgreementView)
def agreement(asked: Asking, id: AgreementId) -> View:
    """One agreement: its parties and terms, its status over time, and the events that tell of it."""
    shown = asked.show(id, AgreementView)
    return View("agreement.html", shown.agreement.subject or asked.word("ask.agreement"), shown)
