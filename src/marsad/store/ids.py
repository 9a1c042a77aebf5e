"""Identifiers that depend on content alone, so that the same articles have the same ids in every store."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Literal, NamedTuple, get_args

from marsad.errors import UnknownIdError

LinkKind = Literal["story", "happening", "echo", "promise", "agreement"]
LINKS: tuple[LinkKind, ...] = get_args(LinkKind)
"""What links tell of; their ids begin with these words."""
_NUMBER = re.compile("[0-7][0-9a-f]{15}")
SOURCES = ("icews", "gdelt", "polecat", "plover")
"""Whose events can be imported; the ids of such events begin with these words."""
_MARKED = re.compile(rf"({'|'.join((*LINKS, *SOURCES))})-({_NUMBER.pattern})")
_REMEDY = (
    "ids have sixteen hexadecimal digits, and for a record its name: 0123456789abcdef-e1; "
    f"ids of links begin with their kind: {LINKS[0]}-0123456789abcdef"
)


class Name(NamedTuple):
    """What a public id names: its `kind` (`article`, `event`, `statement`, or one of `LINKS`), the number of the
    article, of the link or of the imported event, and the record's name in its article.
    """

    kind: str
    number: int
    record: str = ""


def stable_id(*parts: str | int) -> int:
    """A number of 63 bits made of `parts` (BLAKE2b, RFC 7693): the same on every machine and in every run."""
    digest = blake2b("\0".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def public_id(article: int, record: str = "") -> str:
    """How an article, or a record of it such as `e3`, is named outside: `0f3a…`, `0f3a…-e3`."""
    return f"{article:016x}-{record}" if record else f"{article:016x}"


def foreign_id(source: str, event: int) -> str:
    """How an imported event is named outside: `icews-0f3a…`. The ids that sources give are not always one event's."""
    return f"{source}-{event:016x}"


def link_id(kind: LinkKind, number: int) -> str:
    """How a story, a happening … is named outside: `story-0f3a…`. A promise has the number of its happening."""
    return f"{kind}-{number:016x}"


def parse_id(text: str) -> tuple[int, str]:
    """The article's number and the record's name (empty for the article) of a public id. Raises `UnknownIdError`."""
    article, _, record = text.strip().lower().partition("-")
    if not _NUMBER.fullmatch(article):
        raise UnknownIdError(f"{text!r} is no id", _REMEDY)
    return int(article, 16), record


def parse_any_id(text: str) -> Name:
    """What a public id of any kind names. Raises `UnknownIdError`."""
    marked = _MARKED.fullmatch(text.strip().lower())
    if marked:
        return Name("event" if marked[1] in SOURCES else marked[1], int(marked[2], 16))
    number, record = parse_id(text)
    if not record:
        return Name("article", number)
    if not re.fullmatch(r"[es]\d+", record):
        raise UnknownIdError(f"{text!r} is no id", _REMEDY)
    return Name("event" if record[0] == "e" else "statement", number, record)
