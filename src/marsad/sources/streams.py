"""Streams of bytes that say what they hold and cannot overrun the memory."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, BinaryIO, Literal

from marsad.errors import SourceError
from marsad.sources.decode import utf16_pattern

MB = 1 << 20
MAX_LINE = 64 * MB
"""The longest line of JSON Lines, and the longest text or page, in bytes."""
MAX_MEMBER = 512 * MB
"""The largest member of a zip, and the largest JSON array, in bytes."""
MAX_RATIO = 200
"""How many times larger than its compressed form data may be, once it is larger than `RATIO_FROM`. Text reaches 20."""
RATIO_FROM = 16 * MB
_HEAD = 4096

Kind = Literal["text", "page", "json", "json lines", "zip", "gzip", "binary", "empty"]

_SUFFIXES: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".json": "json", ".jsonl": "json lines", ".ndjson": "json lines", ".zip": "zip", ".gz": "gzip",
}  # fmt: skip
_SIGNATURES: tuple[tuple[bytes, Kind, str], ...] = (
    (b"PK\x03\x04", "zip", ""), (b"PK\x05\x06", "zip", ""), (b"\x1f\x8b", "gzip", ""),
    (b"%PDF-", "binary", "a PDF"), (b"\x89PNG", "binary", "a PNG image"), (b"\xff\xd8\xff", "binary", "a JPEG image"),
    (b"GIF8", "binary", "a GIF image"), (b"RIFF", "binary", "a media file"), (b"\x7fELF", "binary", "a program"),
    (b"\xd0\xcf\x11\xe0", "binary", "an old Office document"), (b"BZh", "binary", "bzip2 data"),
    (b"\xfd7zXZ", "binary", "xz data"), (b"(\xb5/\xfd", "binary", "Zstandard data"),
    (b"7z\xbc\xaf", "binary", "a 7-Zip archive"), (b"Rar!", "binary", "a RAR archive"),
    (b"SQLite format 3", "binary", "a SQLite database"), (b"PAR1", "binary", "a Parquet file"),
)  # fmt: skip
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_JSON = re.compile(r'\s*(?:\{\s*["}]|\{\s*\Z|\[\s*[\[{"\]]|\[\s*\Z)')


class Guarded(io.RawIOBase):
    """A raw stream that counts what passes and refuses data that swells beyond `MAX_RATIO` of `packed`."""

    def __init__(self, stream: BinaryIO, where: str, packed: Guarded | None = None) -> None:
        self._read = getattr(stream, "read1", stream.read)
        self._where, self._packed = where, packed
        self.count = 0

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer; the first time with enough bytes to tell what they are, however slowly they come."""
        first = self.count == 0
        data = self._read(len(buffer))
        while first and 0 < len(data) < min(_HEAD, len(buffer)) and (more := self._read(len(buffer) - len(data))):
            data += more
        buffer[: len(data)] = data
        self.count += len(data)
        if self._packed and self.count > RATIO_FROM and self.count > MAX_RATIO * self._packed.count:
            raise too_swollen(self._where)
        return len(data)


@dataclass(frozen=True, slots=True)
class Source:
    """One stream with its name: `where` for messages and as address, `name` as a file's name, for doc and kind."""

    where: str
    name: str
    stream: io.BufferedReader
    guard: Guarded

    @classmethod
    def of(cls, stream: BinaryIO, where: str, name: str, packed: Guarded | None = None) -> Source:
        """A source over any stream of bytes."""
        guard = Guarded(stream, where, packed)
        return cls(where, name, io.BufferedReader(guard, 1 << 16), guard)

    @property
    def stem(self) -> str:
        """The name without its last suffix."""
        return PurePath(self.name).stem

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        return self.stream.peek(_HEAD)[:_HEAD]

    def read(self, limit: int, what: str) -> bytes:
        """All bytes; raises `SourceError` if there are more than `limit`."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise SourceError(self.where, f"is larger than {limit // MB} MB, too large for {what}", "split it")
        return data


def too_swollen(where: str) -> SourceError:
    """The error for data that is suspiciously small when packed."""
    return SourceError(
        where, f"unpacks to more than {MAX_RATIO} times its packed size", "unpack it yourself if you trust it"
    )


def suffix_kind(name: str) -> Kind | None:
    """What a file holds by its name, None if the name does not tell."""
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def kind_of(source: Source) -> Kind:
    """What a source holds: by signature, then by name, then by its first characters. Raises `SourceError` for data
    in a known binary format.
    """
    head = source.head()
    if not head:
        return "empty"
    for signature, kind, what in _SIGNATURES:
        if head.startswith(signature):
            if kind == "binary":
                remedy = "give text, HTML, JSON, or a zip or gzip of those"
                raise SourceError(source.where, f"is {what}, not text", remedy)
            return kind
    named = suffix_kind(source.name)
    if named in ("zip", "gzip"):
        raise SourceError(source.where, f"is no {named} archive, as its name says", "fetch it again or rename it")
    return named or _by_content(head)


def _by_content(head: bytes) -> Kind:
    encoding = utf16_pattern(head) or ("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    text = head.decode(encoding, "ignore").removeprefix("\ufeff")
    if _PAGE.match(text):
        return "page"
    return "json" if _JSON.match(text) else "text"
