"""What `marsad forecast` says: for a terminal, as flat rows, as one object."""

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
    from marsad.relations.forecast import Forecast
    from marsad.relations.forecast.pair import Expected

_QUADS = (1, 2, 3, 4)
_STYLES = {1: "actual", 2: "actual", 3: "possible", 4: "denied"}
_VERDICTS = {"better": "actual", "unclear": "possible", "no": "denied"}
_FEW = 3.0


def blocks(found: Forecast, lang: Lang) -> Iterator[Block]:
    """The forecast at a terminal: what is to be expected, then how the models did."""
    names = " – ".join(state_name(each, lang) for each in (found.a, found.b))
    span = date_text(f"{found.first}/{found.last}", lang)
    yield block(Piece(names, "title"), DOT, Piece(span, "date"))
    made = label("forecast.made_from", lang).format(days=(found.until - found.since).days + 1, acts=f"{found.acts:,}")
    known = date_text(f"{found.since}/{found.until}", lang)
    yield block(Piece(f"{made}: ", "dim"), Piece(known, "date"), indent=2, hang=2)
    yield BLANK
    yield block(
        Piece(label("forecast.expected", lang), "heading"), " ", Piece(f"[{label('forecast.interval', lang)}]", "dim")
    )
    yield from _expected(found.best, lang)
    yield BLANK
    yield block(Piece(label("forecast.models", lang), "heading"))
    yield from (_score(each, lang) for each in found.models)
    yield from _trust(found, lang)


def _expected(best: Expected, lang: Lang) -> Iterator[Block]:
    for quad, acts, low, high in zip(_QUADS, best.acts, best.low, best.high, strict=True):
        yield block(
            Piece(f"{label(f'relation.quad.{quad}', lang)}: ", _STYLES[quad]), Piece(_number(acts), "title"),
            f" ({low:,} … {high:,})", indent=2,
        )  # fmt: skip


def _number(value: float) -> str:
    return f"{value:,.1f}" if value < 10 else f"{value:,.0f}"


def _score(model: Expected, lang: Lang) -> Block:
    score = model.score
    told = [
        f"{label('forecast.error', lang)} {score.error:.1f}",
        f"{label('forecast.ranked', lang)} {score.ranked:.2f}",
        f"{label('forecast.coverage', lang)} {score.coverage:.0%}",
    ]
    if score.wider > 1:
        told.append(f"{label('forecast.wider', lang)} {score.wider:.1f}")
    return block(Piece(f"{label(f'forecast.model.{model.model}', lang)}: ", "party"), DOT.join(told), indent=2, hang=2)


def _trust(found: Forecast, lang: Lang) -> Iterator[Block]:
    """The verdict, and what the forecast does not know."""
    best = label(f"forecast.model.{found.best.model}", lang)
    gain = f"{abs(found.best.score.skill):.0%}"
    verdict = label(f"forecast.verdict.{found.verdict}", lang).format(model=best, gain=gain)
    yield BLANK
    yield block(Piece(verdict, _VERDICTS[found.verdict]), indent=2, hang=2)
    key = "forecast.few" if found.independent < _FEW else "forecast.windows"
    told = label(key, lang).format(windows=found.windows, independent=f"{found.independent:.1f}")
    yield block(Piece(told, "dim"), indent=2, hang=2)
    yield block(Piece(label("forecast.limits", lang), "dim"), indent=2, hang=2)


def rows(found: Forecast) -> Iterator[Row]:
    """A row for each model and quad class, the best model first."""
    for place, model in enumerate(found.models, 1):
        for quad, acts, low, high in zip(_QUADS, model.acts, model.low, model.high, strict=True):
            yield {
                "a": found.a, "b": found.b, "first": found.first.isoformat(), "last": found.last.isoformat(),
                "model": model.model, "place": place, "quad": quad, "expected": acts, "low": low, "high": high,
                **{name: getattr(model.score, name) for name in ("error", "ranked", "coverage", "wider", "skill")},
                "verdict": found.verdict, "windows": found.windows, "independent": found.independent,
            }  # fmt: skip


def object_of(found: Forecast) -> dict[str, Any]:
    """All of it as one object for JSON."""
    days = {name: getattr(found, name).isoformat() for name in ("first", "last", "since", "until")}
    models = [
        {
            "model": each.model,
            "expected": [
                {"quad": quad, "acts": acts, "low": low, "high": high}
                for quad, acts, low, high in zip(_QUADS, each.acts, each.low, each.high, strict=True)
            ],
            **each.score._asdict(),
        }
        for each in found.models
    ]
    return {**found._asdict(), **days, "best": found.best.model, "models": models}
