"""Tables of what is said: each row is a day of publication, a text, and all the statements that it must give.

A statement is written `cue | speaker < via > addressee | content`, with its kind behind a further bar where that is not
`indirect`; joint speakers are two statements. A row that begins with `limit(why, …)` cannot be read yet.
"""

from __future__ import annotations

from typing import Any

import pytest

import marsad

Row = tuple[str, str, list[str]]


def limit(why: str, *row: object) -> Any:
    """A row that must fail as long as the reader cannot do it."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why))


def said(published: str, text: str) -> list[str]:
    """All statements of a text, as the rows write them."""
    found = []
    for s in marsad.read(text, published=published).statements:
        who = s.speaker + "".join(f" < {v}" for v in s.via) + (f" > {s.addressee}" if s.addressee else "")
        kind = "" if s.kind == "indirect" else f" | {s.kind}"
        found.append(f"{s.cue.text} | {who} | {s.content.text}{kind}")
    return found
