"""One timeline of the events of many articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from marsad.edtf import bounds
from marsad.output.dates import date_text, sort_key
from marsad.output.labels import Lang, event_label, label
from marsad.output.layout import Block, Piece, block
from marsad.output.names import Names
from marsad.output.phrases import SYMBOLS, parties
from marsad.records import Event, Reading, Status

_Key = tuple[tuple[int, str, str], str, str, str, tuple[str, ...], tuple[str, ...]]
"""What two events share that make one line: time, status, type, mode, actors, recipients."""


@dataclass(slots=True)
class _Entry:
    """Events told alike by one or several articles."""

    time: str | None
    status: Status
    parties: tuple[Piece, ...]
    what: str
    docs: dict[str, None] = field(default_factory=dict)


class Timeline:
    """Collects events article by article; keeps what a line needs and not the readings."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._entries: dict[_Key, _Entry] = {}

    def add(self, reading: Reading) -> None:
        """Take in the events of one article."""
        names = Names(reading, self.lang)
        for event in reading.events:
            time = _time(event, reading)
            key = (sort_key(time), event.status, event.type, event.mode or "", event.actors, event.recipients)
            entry = self._entries.setdefault(key, self._entry(event, time, names))
            entry.docs[reading.doc] = None

    def _entry(self, event: Event, time: str | None, names: Names) -> _Entry:
        what = event_label(event.type, event.mode, self.lang)
        return _Entry(time, event.status, tuple(parties(event, names)), what)

    def blocks(self) -> Iterator[Block]:
        """The timeline, earliest first, what has no date last."""
        if not self._entries:
            return
        yield block(Piece(label("ui.timeline", self.lang), "heading"))
        before: str | None = None
        for entry in sorted(self._entries.values(), key=lambda entry: sort_key(entry.time)):
            day = date_text(entry.time, self.lang) or label("ui.undated", self.lang)
            if day != before:
                yield block(Piece(day, "date"), indent=2)
            before = day
            yield self._line(entry)

    def _line(self, entry: _Entry) -> Block:
        status = label(f"status.{entry.status}", self.lang)
        mark = () if entry.status == "actual" else (Piece(" "), Piece(f"({status})", entry.status))
        docs = list(entry.docs)
        where = docs[0] if len(docs) == 1 else label("ui.articles", self.lang).format(n=len(docs))
        symbol = Piece(f"{SYMBOLS[entry.status]} ", entry.status)
        return block(symbol, *entry.parties, ": ", entry.what, *mark, " ", Piece(f"[{where}]", "dim"), indent=4, hang=2)


def _time(event: Event, reading: Reading) -> str | None:
    """When an event was: what happened without a date of its own was no later than the article's last possible day."""
    if event.time or event.status in {"planned", "possible"}:
        return event.time
    day = bounds(reading.article.published.date).end
    return f"../{day}" if day else None
