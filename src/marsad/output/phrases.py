"""Phrases that the brief, the timeline and the explained article share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from marsad.output.labels import Lang, event_label, label
from marsad.output.layout import Piece
from marsad.output.names import Names, entity_name, joined
from marsad.records import SYMMETRIC_TYPES, Entity, Event, Status

SYMBOLS: dict[Status, str] = {"actual": "●", "planned": "▷", "possible": "◇", "denied": "✗"}
HEADINGS: dict[Status, str] = {
    "actual": "ui.happened",
    "planned": "ui.planned",
    "possible": "ui.possible",
    "denied": "ui.denied",
}
ARROWS = {"en": ("→", "↔"), "ar": ("←", "↔")}
"""From one to the other, and both ways, as the language runs."""


def chain_text(via: Iterable[str], names: Names) -> str:
    """The way from the speaker to the article: `TASS, then Reuters`."""
    return chain([names.name(each) for each in via], names.lang)


def chain(via: Sequence[str], lang: Lang) -> str:
    """The same of names."""
    then = label("ui.then", lang)
    return (f"، {then} " if lang == "ar" else f", {then} ").join(reversed(via))


def parties(event: Event, names: Names) -> Iterator[Piece]:
    """Who acts and upon whom: `Russia → Ukraine`, `Russia ↔ China` where the act is mutual."""
    return sides(event.type, list(map(names.name, event.actors)), list(map(names.name, event.recipients)), names.lang)


def sides(event_type: str, actors: Sequence[str], recipients: Sequence[str], lang: Lang) -> Iterator[Piece]:
    """The same of names."""
    one_way, mutual = ARROWS[lang]
    if event_type in SYMMETRIC_TYPES and len(actors) > 1 and not recipients:
        yield Piece(f" {mutual} ".join(actors[:6]), "party")
        if len(actors) > 6:
            yield Piece(f" {label('ui.and_more', lang).format(n=len(actors) - 6)}")
        return
    yield Piece(joined(actors, lang), "party") if actors else Piece(f"({label('ui.someone', lang)})", "dim")
    if recipients:
        yield Piece(f" {one_way} ")
        yield Piece(joined(recipients, lang), "party")


def act_text(type: str, mode: str | None, actors: Iterable[Entity], recipients: Iterable[Entity], lang: Lang) -> str:
    """What kind of act it is, and whose: `visit: Xi Jinping → Russia`."""
    who, whom = ([entity_name(each, lang) for each in side] for side in (actors, recipients))
    return f"{event_label(type, mode, lang)}: {''.join(piece.text for piece in sides(type, who, whom, lang))}"
