"""Phrases that the brief, the timeline and the explained article share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marsad.output.labels import label
from marsad.output.layout import Piece
from marsad.output.names import Names
from marsad.records import SYMMETRIC_TYPES, Event, Status

SYMBOLS: dict[Status, str] = {"actual": "●", "planned": "▷", "possible": "◇", "denied": "✗"}
HEADINGS: dict[Status, str] = {
    "actual": "ui.happened",
    "planned": "ui.planned",
    "possible": "ui.possible",
    "denied": "ui.denied",
}
_ARROWS = {"en": ("→", "↔"), "ar": ("←", "↔")}


def chain_text(via: Iterable[str], names: Names) -> str:
    """The way from the speaker to the article: `TASS, then Reuters`."""
    then = label("ui.then", names.lang)
    return (f"، {then} " if names.lang == "ar" else f", {then} ").join(names.name(v) for v in reversed(tuple(via)))


def parties(event: Event, names: Names) -> Iterator[Piece]:
    """Who acts and upon whom: `Russia → Ukraine`, `Russia ↔ China` where the act is mutual."""
    one_way, mutual = _ARROWS[names.lang]
    if event.type in SYMMETRIC_TYPES and len(event.actors) > 1 and not event.recipients:
        yield Piece(f" {mutual} ".join(names.name(a) for a in event.actors[:6]), "party")
        if len(event.actors) > 6:
            yield Piece(f" {label('ui.and_more', names.lang).format(n=len(event.actors) - 6)}")
        return
    yield (
        Piece(names.join(event.actors), "party")
        if event.actors
        else Piece(f"({label('ui.someone', names.lang)})", "dim")
    )
    if event.recipients:
        yield Piece(f" {one_way} ")
        yield Piece(names.join(event.recipients), "party")
