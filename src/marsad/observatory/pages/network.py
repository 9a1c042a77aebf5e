"""The system of states at a date: who stands with whom and against whom, and what changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from fastapi import APIRouter

from marsad.observatory.asking import Asked, Asking
from marsad.observatory.parts import measured
from marsad.observatory.parts.filters import choices
from marsad.observatory.parts.networkview import Changed, System, compared, system
from marsad.observatory.parts.parameters import At, Sources, Window
from marsad.observatory.routing import add_page, several
from marsad.observatory.views import Listing, View
from marsad.output.answers import network as flat
from marsad.relations.network.signed import WINDOW
from marsad.relations.network.system import Network, day_of

router = APIRouter()
_DATES = 120
"""Dates of the slider at most."""
_WINDOWS = (WINDOW, 90, 365)
"""Days that count where none are asked for: the fewest of these in which so many states are joined."""
_STATES = 5


class Dates(NamedTuple):
    """The dates from `first` to `last`, `step` days apart, through which one can go; `place` is that of the page's."""

    first: str
    last: str
    step: int
    place: int


class NetworkPage(NamedTuple):
    """The network at the end of `at`, of acts in the `window` days up to it; null where too little is told. `longer` if
    the window is longer than usual because in fewer days too little is told, and nobody asked for another. `changed`
    compares it with the network one window before (null: there is none, or the news do not reach so far back)."""

    at: str | None
    window: int
    longer: bool
    dates: Dates | None
    system: System | None
    changed: Changed | None


@add_page(router, "/network", NetworkPage, csv=True)
def network(asked: Asking, at: At = None, window: Window = None, source: Sources = None) -> View:
    """The system of states at a date: ties, blocs, balance, poles and brokers, and what changed in one window."""
    sources = choices({"source": several(source)})["source"]
    told = asked.store.told_days()
    day = day_of(at) if at else date.fromisoformat(told.last) if told.last else None
    days, found = _measured(asked, day, (window,) if window else _WINDOWS, sources)
    shown = NetworkPage(
        day.isoformat() if day else None, days, bool(found) and not window and days > WINDOW,
        dates(told.first, told.last, day, days),
        system(found, measured.places(asked, sources), asked.lang) if found else None,
        _changed(asked, found, told.first, sources) if found else None,
    )  # fmt: skip
    return View(
        "network.html", asked.word("web.network"), shown, Listing("network", tuple(flat.rows([found] if found else [])))
    )


def _measured(
    asked: Asked, day: date | None, windows: tuple[int, ...], sources: tuple[str, ...]
) -> tuple[int, Network | None]:
    """The shortest window in which enough states are joined, else the longest in which any are, and the network."""
    chosen: tuple[int, Network | None] = (windows[0], None)
    for window in windows:
        found = measured.network(asked, day, window, sources) if day else None
        if found:
            chosen = (window, found)
            if len(found.graph.states) >= _STATES:
                break
    return chosen


def dates(first: str | None, last: str | None, day: date | None, window: int) -> Dates | None:
    """The dates from the first at which a quarter of the window is told, so that the last is one of them."""
    if not (first and last and day):
        return None
    end = date.fromisoformat(last)
    days = max(0, (end - date.fromisoformat(first)).days - window // 4)
    step = -(-days // _DATES) or 1
    begin = end - timedelta(days=days // step * step)
    place = min(max(round((day - begin).days / step), 0), days // step)
    return Dates(begin.isoformat(), last, step, place)


def _changed(asked: Asked, after: Network, first: str | None, sources: tuple[str, ...]) -> Changed | None:
    """What changed since one window before, if the news reach so far back that a quarter of it is told."""
    window = after.graph.window
    day = after.graph.at - timedelta(days=window)
    if not first or day < date.fromisoformat(first) + timedelta(days=window // 4):
        return None
    before = measured.network(asked, day, window, sources)
    return compared(before, after, asked.lang) if before else None
