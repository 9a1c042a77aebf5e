"""One timeline of the events of many articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from marsad.output.dates import date_text, sort_key
from marsad.output.labels import Lang, event_label, label
from marsad.output.layout import Block, Piece, block
from marsad.output.names import Names
from marsad.output.phrases import SYMBOLS, parties
from marsad.records import Event, Reading, Status

_Key = tuple[tuple[int, str, str], str, str, str, tuple[str, ...], tuple[str, ...]]


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
            entry = self._entries.setdefault(_key(event), self._entry(event, names))
            entry.docs[reading.doc] = None

    def _entry(self, event: Event, names: Names) -> _Entry:
        what = event_label(event.type, event.mode, self.lang)
        return _Entry(event.time, event.status, tuple(parties(event, names)), what)

    def blocks(self) -> Iterator[Block]:
        """The timeline, earliest first, what has no date last."""
        if not self._entries:
            return
        yield block(Piece(label("ui.timeline", self.lang), "heading"))
        before: str | None = None
        for _, entry in sorted(self._entries.items(), key=lambda item: item[0]):
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


def _key(event: Event) -> _Key:
    """What two events share that make one line: time, status, kind and parties."""
    return (sort_key(event.time), event.status, event.type, event.mode or "", event.actors, event.recipients)
