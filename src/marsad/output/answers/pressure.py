"""What `marsad pressure` says: for a terminal, as flat rows, as one object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from marsad.output.answers.blocks import DOT
from marsad.output.dates import date_text
from marsad.output.flat import Row
from marsad.output.labels import Lang, label
from marsad.output.layout import BLANK, Block, Piece, block
from marsad.output.names import state_name

if TYPE_CHECKING:
    from marsad.relations.pressure import Pressure

_STYLES = {"nearer": "actual", "apart": "denied"}


def blocks(found: Pressure, lang: Lang) -> Iterator[Block]:
    """The answer at a terminal, its doubts with it."""
    a, b, c = (state_name(code, lang) for code in (found.on, found.friend, found.by))
    span = date_text(f"{found.first}/{found.last}", lang)
    yield block(Piece(label("pressure.title", lang).format(a=a, b=b, c=c), "title"), DOT, Piece(span, "date"))
    counts = label("pressure.days", lang).format(days=found.days, pressed=found.pressed, near=found.near)
    yield block(Piece(counts, "dim"), indent=2, hang=2)
    yield BLANK
    least = dict(zip(("least_days", "least_pressed", "least_near"), found.least, strict=True))
    verdict = label(f"pressure.{found.verdict}", lang).format(**least)
    yield block(Piece(verdict, _STYLES.get(found.verdict, "possible")), indent=2, hang=2)
    if found.correlations is not None:
        yield from _numbers(found, lang)
    yield block(Piece(label("pressure.caution", lang), "dim"), indent=2, hang=2)


def _numbers(found: Pressure, lang: Lang) -> Iterator[Block]:
    assert found.correlations is not None
    assert found.lag is not None
    chance = label("pressure.chance", lang)
    effect = f"{_signed(found.effect)} ({chance}: p = {found.effect_chance:.2f})"
    yield block(Piece(f"{label('pressure.effect', lang)}: ", "dim"), effect, indent=2, hang=2)
    when = "after" if found.lag > 0 else "before" if found.lag < 0 else "same"
    where = label(f"pressure.{when}", lang).format(n=abs(found.lag))
    best = f"{_signed(found.correlations[found.lag])} · {where} ({chance}: p = {found.lag_chance:.2f})"
    yield block(Piece(f"{label('pressure.lag', lang)}: ", "dim"), best, indent=2, hang=2)
    by_lag = DOT.join(f"{lag:+d} {_signed(value)}".replace("-", "−") for lag, value in found.correlations.items())
    yield block(Piece(f"{label('pressure.lags', lang)}: ", "dim"), by_lag, indent=2, hang=2)


def _signed(value: float | None) -> str:
    return f"{value:+.2f}".replace("-", "−")


def rows(found: Pressure) -> Iterator[Row]:
    """The two series, a row for each day."""
    for row in found.series.iter_rows(named=True):
        yield {**row, "day": row["day"].isoformat()}


def object_of(found: Pressure) -> dict[str, Any]:
    """All of it as one object for JSON."""
    told = found._asdict() | {"first": found.first.isoformat(), "last": found.last.isoformat()}
    return told | {"series": list(rows(found))}
