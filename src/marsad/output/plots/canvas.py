"""What all plots share: the look, the languages, and how a figure becomes a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from marsad.errors import MissingDependencyError
from marsad.output.dates import date_text
from marsad.output.files import OutputError, atomic
from marsad.output.labels import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")
QUAD_COLOURS = {1: "#7fb3d5", 2: "#1f618d", 3: "#f0b27a", 4: "#b03a2e"}
"""Told apart in grey print and by those who do not see red and green."""
INK, BAND = "#1b2631", "#aeb6bf"
_DOTS = 200
_STYLE = {
    "font.family": "DejaVu Sans", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False,
    "axes.edgecolor": INK, "text.color": INK, "axes.labelcolor": INK, "xtick.color": INK, "ytick.color": INK,
    "svg.hashsalt": "marsad", "figure.constrained_layout.use": True,
}  # fmt: skip


def draw(path: Path, size: tuple[float, float], paint: Callable[[Figure], None]) -> None:
    """Write a figure of so many inches, whole or not at all; the same data give the same file. Raises `OutputError` for
    a suffix that is no format, `MissingDependencyError` without matplotlib."""
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in FORMATS:
        raise OutputError(
            f"{path}: no plot has this suffix; name a file in .{', .'.join(FORMATS)}, or .csv for the data"
        )
    if find_spec("matplotlib") is None:
        raise MissingDependencyError("matplotlib", "relations")
    with _styled(), atomic(path) as stream:
        _write(stream, suffix, size, paint)


def _write(stream: IO[bytes], suffix: str, size: tuple[float, float], paint: Callable[[Figure], None]) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=size)
    paint(figure)
    undated: dict[str, Any] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}[suffix]
    figure.savefig(stream, format=suffix, dpi=_DOTS, metadata=undated)


@contextmanager
def _styled() -> Iterator[None]:
    import matplotlib

    with matplotlib.rc_context(_STYLE):  # type: ignore[arg-type]
        yield


def label_days(axes: Axes, days: Sequence[date], lang: Lang, most: int = 8) -> None:
    """Write a few of the days under an axis whose places are their ordinals."""
    step = max(1, -(-len(days) // most))
    shown = days[::step]
    axes.set_xticks([day.toordinal() for day in shown])
    axes.set_xticklabels([date_text(day.isoformat(), lang) for day in shown], rotation=30, ha="right")
    axes.set_xlim(days[0].toordinal() - 1, days[-1].toordinal() + 1)
