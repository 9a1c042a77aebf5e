"""What `marsad pairs` says: the busiest pairs of the last period for a terminal, all rows as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from marsad.output.answers.blocks import DOT
from marsad.output.answers.relation import QUAD_STYLES
from marsad.output.dates import date_text
from marsad.output.flat import Row
from marsad.output.labels import Lang, label
from marsad.output.layout import Block, Piece, block
from marsad.output.names import state_name

if TYPE_CHECKING:
    import polars as pl


def blocks(table: pl.DataFrame, lang: Lang, limit: int) -> Iterator[Block]:
    """The pairs with most acts in the last period, so many at most (0: all)."""
    import polars as pl

    last = table.filter(pl.col("period") == pl.col("period").max())
    busiest = last.sort(["acts", "a", "b"], descending=[True, False, False])
    if not busiest.is_empty():
        yield block(Piece(date_text(busiest["period"][0].isoformat(), lang), "date"))
    for row in (busiest.head(limit) if limit else busiest).iter_rows(named=True):
        who = f"{state_name(row['a'], lang)} – {state_name(row['b'], lang)}"
        tie = f"{row['tie']:+.2f}".replace("-", "−")
        quads = [
            Piece(f"{DOT}{label(f'relation.quad.{quad}', lang)} {row[f'quad_{quad}']:,}", style)
            for quad, style in QUAD_STYLES.items()
            if row[f"quad_{quad}"]
        ]
        yield block(
            Piece(who, "party"), DOT, Piece(f"{label('relation.tie', lang)} {tie}", "title"), *quads, indent=2, hang=2
        )


def rows(table: pl.DataFrame) -> Iterator[Row]:
    """All rows."""
    for row in table.iter_rows(named=True):
        yield {**row, "period": row["period"].isoformat()}
