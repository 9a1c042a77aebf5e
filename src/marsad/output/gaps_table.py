"""Gaps of the lexicon, for a person at a terminal and for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from marsad.gaps.findings import Context, Gap
from marsad.output.layout import BLANK, Block, Page, Piece, block

COLUMNS = ("kind", "form", "count", "note", "file", "examples")
"""What is told of each gap, in order."""


def gap_table(gaps: Iterable[Gap], page: Page) -> Iterator[str]:
    """The gaps kind by kind: each with its count, what is told of it, and where it stands."""
    kind = None
    for gap in gaps:
        if gap.kind != kind:
            yield page.render([*([BLANK] if kind else []), _heading(gap)])
        kind = gap.kind
        yield page.render(_blocks(gap))


def _heading(gap: Gap) -> Block:
    return block(Piece(gap.kind.value, "title"), " → ", Piece(gap.file, "dim"))


def _blocks(gap: Gap) -> Iterator[Block]:
    note = ", ".join(f"{text} {count}" for text, count in gap.notes)
    yield block(
        Piece(f"{gap.count:,} "), Piece(gap.form, "party"), Piece(f" · {note}" if note else "", "dim"), indent=2
    )
    for context in gap.examples:
        yield _example(context)


def _example(context: Context) -> Block:
    pieces = (Piece(f"… {context.before}", "dim"), Piece(context.form, "trigger"), Piece(f"{context.after} …", "dim"))
    return block(*pieces, indent=8, rtl=True)


def gap_row(gap: Gap) -> dict[str, Any]:
    """A gap as a JSON object."""
    return {
        "kind": gap.kind.value, "form": gap.form, "count": gap.count, "note": dict(gap.notes), "file": gap.file,
        "examples": ["".join(context).strip() for context in gap.examples],
    }  # fmt: skip


def gap_lines(gaps: Iterable[Gap]) -> Iterator[str]:
    """One JSON object a gap, one a line."""
    for gap in gaps:
        yield json.dumps(gap_row(gap), ensure_ascii=False) + "\n"


def gap_array(gaps: Iterable[Gap]) -> Iterator[str]:
    """The same objects as one JSON array."""
    yield json.dumps([gap_row(gap) for gap in gaps], ensure_ascii=False, indent=1) + "\n"


def gap_csv(gaps: Iterable[Gap]) -> Iterator[str]:
    """The gaps as CSV, its header first; several values in a cell are joined with ` | `."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(COLUMNS), lineterminator="\n")
    writer.writeheader()
    for gap in gaps:
        row = gap_row(gap)
        row["note"] = " | ".join(f"{text} {count}" for text, count in row["note"].items())
        row["examples"] = " | ".join(row["examples"])
        writer.writerow(row)
    yield buffer.getvalue()
