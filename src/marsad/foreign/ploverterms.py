"""PLOVER's terms as files write them: types, modes and contexts of version 2.0 and of older drafts, the auxiliary modes
as status, countries and sectors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from marsad.foreign.cameoactors import country_of_code
from marsad.foreign.cells import BadCell
from marsad.foreign.names import DATA
from marsad.lexicon.schema import CONTEXTS
from marsad.lexicon.tables import Row, read_table
from marsad.ontology.plover import event_types
from marsad.records import Status

_STATUS: Mapping[str, Status] = {"future": "planned", "hypothetical": "possible", "negation": "denied"}
"""The auxiliary modes (PLOVER manual 2.0), which older drafts have among the contexts; `historical` says nothing of
status."""


class Terms(NamedTuple):
    """What an event is, in version 2.0."""

    type: str
    mode: str
    contexts: tuple[str, ...]
    status: Status


def terms_of(event_type: str, modes: Iterable[str], contexts: Iterable[str]) -> Terms:
    """The terms of one event. A mode that its type has not, and a context that PLOVER has not, are passed over. Raises
    `BadCell` for a type that is none.

    >>> terms_of("DEMAND", ["future", "meet"], ["democracy"])
    Terms(type='REQUEST', mode='meet', contexts=('pro_democracy',), status='planned')
    """
    name = event_type.strip().upper()
    older = _older("type", "").get(name)
    known = event_types().get(older["newer"] if older else name)
    if known is None:
        raise BadCell(f"{event_type!r} is no type of PLOVER", f"there are {', '.join(event_types())}")
    words = [word.strip().lower().replace(" ", "-") for word in modes if word.strip()]
    renamed = [_renamed("mode", known.name, word) for word in words]
    mode = next((word for word in renamed if word in known.modes), older["mode"] if older else "")
    named = [word.strip().lower().replace(" ", "_") for word in contexts if word.strip()]
    kept = dict.fromkeys(context for word in named if (context := _renamed("context", "", word)) in CONTEXTS)
    return Terms(known.name, mode, tuple(kept), _status([*words, *named]))


def _status(words: Iterable[str]) -> Status:
    return next((_STATUS[word] for word in words if word in _STATUS), "actual")


def _renamed(kind: str, event_type: str, word: str) -> str:
    older = _older(kind, event_type).get(word)
    return older["newer"] if older else word


@cache
def _older(kind: str, event_type: str) -> Mapping[str, Row]:
    rows = read_table(DATA / "plover_older.tsv")
    return {row["older"]: row for row in rows if row["kind"] == kind and row["type"] == event_type}


def country_and_sector(code: str, sector: str) -> tuple[str | None, str]:
    """A country and a sector of PLOVER's codes of an actor: what is no country (`IGO`, `NGO`, `IMG`, `MNC`) tells the
    sector where none is given.

    >>> country_and_sector("USA", "gov"), country_and_sector("IGO", ""), country_and_sector("KOS", "")
    (('USA', 'GOV'), (None, 'IGO'), ('XKX', ''))
    """
    given = sector.strip().upper()
    country = country_of_code(code.strip().upper())
    return country, given or (_NON_STATE.get(code.strip().upper(), "") if country is None else "")


_NON_STATE = {"IGO": "IGO", "UNO": "IGO", "EUR": "IGO", "NGO": "NGO", "IMG": "REB", "ISM": "SOC", "MNC": "BUS"}
"""PLOVER manual 2.0, table "Non-state actor codes"."""
