"""Why a record was made: the lexicon entries behind it and the rules that applied."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import NamedTuple

from marsad.lexicon.tables import Row, read_tables

_TABLES = {"cue": ("speech/cues*.tsv",), "frame": ("events/*.tsv",)}


class Reason(NamedTuple):
    """One reason in words. For a lexicon entry, `entry` is its id, `at` its file and line, `lemma` its word, `frame`
    its frame; for a rule these are empty.
    """

    text: str
    entry: str = ""
    at: str = ""
    lemma: str = ""
    frame: str = ""


@functools.cache
def lexicon_rows(kind: str) -> dict[str, Row]:
    """The rows of the lexicon's reporting words (`cue`) or event words (`frame`) by their ids."""
    return {row["id"]: row for pattern in _TABLES[kind] for row in read_tables(pattern) if row.get("id")}


def reasons(why: Iterable[str]) -> list[Reason]:
    """What stands in a record's `why`, with the lexicon entry behind each `cue …` and `frame …`."""
    return [_reason(item) for item in why]


def _reason(item: str) -> Reason:
    kind, _, entry = item.partition(" ")
    if kind not in _TABLES or not entry:
        return Reason(item)
    row = lexicon_rows(kind).get(entry)
    if row is None:
        return Reason(item, entry)
    return Reason(item, entry, row["_at"], row.get("lemma", ""), row.get("frame", ""))


def reason_text(reason: Reason) -> str:
    """A reason in one line: `frame consult.zara: زار يزور, subj=A, obj=R! (cooperation.tsv:4)`."""
    known = ", ".join(part for part in (reason.lemma, reason.frame) if part)
    text = f"{reason.text}: {known}" if known else reason.text
    return f"{text} ({reason.at})" if reason.at else text
