"""Which events tell of an agreement, and what they make of it."""

from __future__ import annotations

from functools import cache
from typing import cast

from marsad.linking.happenings.told import Told
from marsad.linking.tables import rows
from marsad.records import AgreementStatus

ON_THE_WAY: tuple[AgreementStatus, ...] = ("proposed", "planned", "agreed", "signed", "ratified", "in-force")
"""What becomes of an agreement one after another: told again later, an earlier one is history and no news."""
_OF_STATUS: dict[str, AgreementStatus] = {"planned": "planned", "possible": "proposed", "denied": "denied"}
_TURNS: tuple[tuple[str, AgreementStatus], ...] = (
    ("cancel", "ended"), ("end", "ended"), ("leave", "left"), ("suspend", "suspended"), ("violate", "violated"),
    ("extend", "extended"), ("in-force", "in-force"), ("ratify", "ratified"), ("sign", "signed"),
)  # fmt: skip
"""What a word beside an agreement makes of it, the gravest first."""


def status(told: Told) -> AgreementStatus | None:
    """What an event makes of an agreement; None if it tells of none, or of one without a name and without parties."""
    act = act_of(told.sense, told.type)
    if act is None or (len({p.head for p in told.parties}) < 2 and not told.known_as):
        return None
    if act == "deal" and not any(_is_currency(unit) for _, unit in told.quantities):
        return None
    if act == "left" and not told.known_as and "agreement" not in told.turns:
        return None  # an organisation
    of_status = _OF_STATUS.get(told.status)
    if of_status is not None:
        return of_status if act in ON_THE_WAY or act == "deal" else None
    if act in ("agreed", "signed"):
        return next((then for turn, then in _TURNS if turn in told.turns), cast(AgreementStatus, act))
    return "agreed" if act == "deal" else cast(AgreementStatus, act)


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def act_of(sense: str, type_: str) -> str | None:
    """What an act makes of an agreement by its name in the lexicon: a status, or `deal`."""
    if sense.startswith("named."):
        return "agreed" if type_ == "AGREE" else None
    acts = _acts()
    return next((acts[start] for end in range(len(sense), 4, -1) if (start := sense[:end]) in acts), None)


@cache
def _acts() -> dict[str, str]:
    return dict(rows("agreement_acts.tsv"))
