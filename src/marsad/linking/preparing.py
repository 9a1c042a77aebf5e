"""What the passes need of an article, made where it is read and stored until its turn comes."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from marsad.language.arabic.searchwords import keyed_words
from marsad.linking.kinds import Kind, StoredReading
from marsad.linking.linktables import Arrival
from marsad.records import Reading
from marsad.store.rows import Rows, article_id, rows_of

_HEAD = struct.Struct("<I")
_ITEM = struct.Struct("<qHI")


class Prepared(NamedTuple):
    """The words of an article for the full-text index, and its items by the number of their kind."""

    words: str
    arrivals: Mapping[int, Sequence[Arrival]]


def prepare(number: int, reading: Reading, kinds: Sequence[Kind[Any]]) -> Prepared:
    """What the passes need of one reading that is stored as article `number`."""
    stored = StoredReading(number, reading)
    arrivals = {
        kind.number: [
            Arrival(p.item, p.article, kind.encode(p), tuple(kind.keys(p))) for p in kind.profiles(stored)
        ]
        for kind in kinds
    }  # fmt: skip
    return Prepared(" ".join(keyed_words(reading.article.text).keys), arrivals)


def rows_to_add(reading: Reading, kinds: Sequence[Kind[Any]]) -> Rows:
    """The rows of a reading with what the passes need of it."""
    return rows_of(reading, packed(prepare(article_id(reading.article), reading, kinds)))


def packed(prepared: Prepared) -> bytes:
    """The same as bytes: lengths and numbers in little endian, one part after another."""
    words = prepared.words.encode()
    parts = [_HEAD.pack(len(words)), words]
    for number, arrivals in sorted(prepared.arrivals.items()):
        parts += [_HEAD.pack(number), _HEAD.pack(len(arrivals))]
        for a in arrivals:
            parts += [
                _ITEM.pack(a.item, len(a.keys), len(a.stored)),
                struct.pack(f"<{len(a.keys)}q", *a.keys),
                a.stored,
            ]
    return b"".join(parts)


def unpacked(data: bytes, article: int) -> Prepared:
    """What `packed` made of the article."""
    at = _HEAD.size + _HEAD.unpack_from(data)[0]
    words = data[_HEAD.size : at].decode()
    arrivals: dict[int, list[Arrival]] = {}
    while at < len(data):
        (number,), (count,) = _HEAD.unpack_from(data, at), _HEAD.unpack_from(data, at + _HEAD.size)
        at += 2 * _HEAD.size
        several = arrivals.setdefault(number, [])
        for _ in range(count):
            item, keys, size = _ITEM.unpack_from(data, at)
            at += _ITEM.size
            end = at + 8 * keys
            several.append(Arrival(item, article, data[end : end + size], struct.unpack_from(f"<{keys}q", data, at)))
            at = end + size
    return Prepared(words, arrivals)
