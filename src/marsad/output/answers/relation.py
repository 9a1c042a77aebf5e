"""What `marsad relation` says: for a terminal, as flat rows, as one object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from marsad.output.answers import blocks as answers
from marsad.output.answers import rows as flat
from marsad.output.answers.blocks import DOT
from marsad.output.dates import date_text
from marsad.output.flat import Row
from marsad.output.labels import Lang, event_label, label
from marsad.output.layout import BLANK, Block, Piece, block
from marsad.output.names import outlet_name, state_name
from marsad.output.phrases import ARROWS

if TYPE_CHECKING:
    from marsad.relations.breaks import Break
    from marsad.relations.drivers import Driver
    from marsad.relations.dyad import Dyad
    from marsad.relations.peaks import Peak

_PEAKS, _OUTLETS = 5, 8
QUAD_STYLES = {1: "actual", 2: "actual", 3: "possible", 4: "denied"}


def blocks(found: Dyad, lang: Lang) -> Iterator[Block]:
    """The relation at a terminal."""
    a, b = state_name(found.a, lang), state_name(found.b, lang)
    span = date_text(f"{found.first}/{found.last}", lang)
    yield block(Piece(f"{a} – {b}", "title"), DOT, Piece(span, "date"))
    yield from _now(found, lang)
    yield BLANK
    yield from _sums(found, (a, b), lang)
    yield from _section("relation.periods", _periods(found, lang), lang)
    yield from _section("relation.breaks", _changes(found, lang), lang)
    yield from _section("relation.peaks", _peaks(found, lang), lang)
    yield from _section("relation.agreements", answers.agreements(found.agreements, lang), lang)
    yield from _section("relation.promises", answers.promises(found.promises, lang), lang)
    yield from _section("relation.outlets", _outlets(found, lang), lang)


def _section(key: str, inner: Iterable[Block], lang: Lang) -> Iterator[Block]:
    several = list(inner)
    if several:
        yield BLANK
        yield block(Piece(label(key, lang), "heading"))
        yield from several


def _now(found: Dyad, lang: Lang) -> Iterator[Block]:
    last = found.ties.row(-1, named=True)
    yield block(
        Piece(f"{label('relation.tie', lang)}: ", "dim"), Piece(_signed(last["tie"]), "title"),
        f" ({_signed(last['low'])} … {_signed(last['high'])}) ", Piece(f"[{label('relation.scale', lang)}]", "dim"),
        indent=2, hang=2,
    )  # fmt: skip
    change = found.trend
    interval = f"({_signed(change.low)} … {_signed(change.high)})"
    yield block(
        Piece(f"{label('relation.trend', lang)}: ", "dim"), f"{_signed(change.change)} {interval}", indent=2, hang=2
    )


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _sums(found: Dyad, names: tuple[str, str], lang: Lang) -> Iterator[Block]:
    """The acts by quad class and direction."""
    sums: dict[tuple[int, str], int] = {}
    for row in found.acts.iter_rows(named=True):
        if not row["mutual"] or row["a"] == found.a:
            key = "both" if row["mutual"] else row["a"]
            sums[row["quad"], key] = sums.get((row["quad"], key), 0) + 1
    ways = (
        (found.a, f"{names[0]} → {names[1]}"), (found.b, f"{names[1]} → {names[0]}"),
        ("both", label("relation.mutual", lang)),
    )  # fmt: skip
    for quad in QUAD_STYLES:
        told = [f"{name}: {sums[quad, key]:,}" for key, name in ways if (quad, key) in sums]
        if told:
            yield block(
                Piece(f"{label(f'relation.quad.{quad}', lang)}: ", QUAD_STYLES[quad]), DOT.join(told), indent=2, hang=2
            )
    for key, share in zip(("cooperation", "conflict"), found.reciprocity, strict=True):
        if share is not None:
            what = f"{label('relation.reciprocity', lang)} ({label(f'relation.{key}', lang)}): "
            yield block(Piece(what, "dim"), f"{share:.2f}", indent=2, hang=2)


def _periods(found: Dyad, lang: Lang) -> Iterator[Block]:
    for row in found.ties.iter_rows(named=True):
        interval = f"({_signed(row['low'])} … {_signed(row['high'])})"
        share = f"{row['per_thousand']:.1f} {label('relation.share', lang)}"
        day = date_text(row["day"].isoformat(), lang)
        yield block(Piece(day, "date"), "  ", Piece(_signed(row["tie"]), "party"), f" {interval}", DOT, share, indent=2)


def _changes(found: Dyad, lang: Lang) -> Iterator[Block]:
    if not found.changes:
        yield block(Piece(label("relation.no_breaks", lang), "dim"), indent=2)
    for change in found.changes:
        at = change.at
        yield block(
            Piece(date_text(at.day.isoformat(), lang), "date"), DOT,
            *(piece for quad in at.quads for piece in _level(at, quad, lang)),
            Piece(f"{label('relation.confidence', lang)} {at.confidence:.2f}", "dim"), indent=2, hang=2,
        )  # fmt: skip
        if all(at.after[quad - 1] <= at.before[quad - 1] for quad in at.quads):
            yield block(Piece(label("relation.quieter", lang), "dim"), indent=4)
        yield from (_driver(driver, lang) for driver in change.drivers)


def _level(at: Break, quad: int, lang: Lang) -> Iterator[Piece]:
    yield Piece(label(f"relation.quad.{quad}", lang), QUAD_STYLES[quad])
    yield Piece(
        f" {at.before[quad - 1]:.1f} {ARROWS[lang][0]} {at.after[quad - 1]:.1f} {label('relation.a_day', lang)}"
    )
    yield Piece(DOT)


def _driver(driver: Driver, lang: Lang) -> Block:
    who = f"{state_name(driver.a, lang)} → {state_name(driver.b, lang)}: "
    what = event_label(driver.type, driver.mode, lang)
    times = f" ×{driver.times}" if driver.times > 1 else ""
    day = Piece(date_text(driver.day.isoformat(), lang), "date")
    return block(day, DOT, Piece(who, "party"), what, times, DOT, Piece(driver.ids[0], "id"), indent=4, hang=2)


def _peaks(found: Dyad, lang: Lang) -> Iterator[Block]:
    for key, style, several in (("cooperation", "actual", found.cooperation), ("conflict", "denied", found.conflict)):
        if several:
            days = DOT.join(_peak(peak, lang) for peak in several[:_PEAKS])
            yield block(Piece(label(f"relation.{key}", lang), style), ": ", days, indent=2, hang=2)


def _peak(peak: Peak, lang: Lang) -> str:
    return (
        f"{date_text(peak.day.isoformat(), lang)} ({peak.acts}, {label('relation.expected', lang)} {peak.expected:.1f})"
    )


def _outlets(found: Dyad, lang: Lang) -> Iterator[Block]:
    for row in found.outlets.head(_OUTLETS).iter_rows(named=True):
        known = row["score"] is not None
        score = f"{DOT}{label('relation.score', lang)} {row['score']:+.1f}".replace("-", "−") if known else ""
        yield block(f"{row['acts']:,}  ", Piece(outlet_name(row["outlet"], lang), "party"), score, indent=2)


def rows(found: Dyad) -> Iterator[Row]:
    """The counts: a row for each period, direction, type and status."""
    for row in found.counts.iter_rows(named=True):
        yield {**row, "period": row["period"].isoformat()}


def object_of(found: Dyad) -> dict[str, Any]:
    """All of it as one object for JSON."""
    return {
        "a": found.a, "b": found.b, "first": found.first.isoformat(), "last": found.last.isoformat(),
        "acts": found.acts.select("act").n_unique(), "counts": list(rows(found)),
        "ties": [{**r, "period": r["period"].isoformat(), "day": r["day"].isoformat()} for r in found.ties.to_dicts()],
        "breaks": [{**_break(c.at), "drivers": list(map(_driver_object, c.drivers))} for c in found.changes],
        "peaks": {"cooperation": _peak_objects(found.cooperation), "conflict": _peak_objects(found.conflict)},
        "reciprocity": dict(zip(("cooperation", "conflict"), found.reciprocity, strict=True)),
        "outlets": found.outlets.to_dicts(), "trend": found.trend._asdict(),
        "agreements": [flat.agreements(deal, "en") for deal in found.agreements],
        "promises": [flat.promises(pledge, "en") for pledge in found.promises],
    }  # fmt: skip


def _break(at: Break) -> dict[str, Any]:
    return {**at._asdict(), "day": at.day.isoformat()}


def _driver_object(driver: Driver) -> dict[str, Any]:
    return {**driver._asdict(), "day": driver.day.isoformat()}


def _peak_objects(several: Sequence[Peak]) -> list[dict[str, Any]]:
    return [{**peak._asdict(), "day": peak.day.isoformat()} for peak in several]
