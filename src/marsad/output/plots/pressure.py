"""The plot of pressure from outside: both series by day, and their correlation by lag."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.output.labels import Lang, label
from marsad.output.names import state_name
from marsad.output.plots.canvas import INK, QUAD_COLOURS, draw, label_days

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from marsad.relations.pressure import Pressure


def plot_pressure(found: Pressure, path: Path, lang: Lang) -> None:
    """Pressure and nearness as distances from what the day's news would bring; below, if there is enough to tell, their
    correlation by lag: to the right of 0 nearness follows pressure."""
    draw(path, (8.0, 5.0 if found.correlations else 3.2), partial(_pressure, found, lang))


def _pressure(found: Pressure, lang: Lang, figure: Figure) -> None:
    a, b, c = (state_name(code, lang) for code in (found.on, found.friend, found.by))
    panels = figure.subplots(2 if found.correlations else 1, 1, squeeze=False)
    axes = panels[0, 0]
    days = found.series["day"].to_list()
    at = [day.toordinal() for day in days]
    axes.bar(at, found.series["pressure"].to_list(), 0.9, color=QUAD_COLOURS[4], label=label("pressure.pressure", lang))
    axes.plot(at, found.series["nearness"].to_list(), color=QUAD_COLOURS[2], label=label("pressure.nearness", lang))
    axes.axhline(0, color=INK, linewidth=0.6)
    axes.set_title(label("pressure.title", lang).format(a=a, b=b, c=c))
    axes.set_ylabel(label("pressure.deviations", lang))
    axes.legend(fontsize=7.5, ncols=2, frameon=False)
    label_days(axes, days, lang)
    if found.correlations:
        below = panels[1, 0]
        below.bar(list(found.correlations), list(found.correlations.values()), 0.5, color=INK)
        below.axhline(0, color=INK, linewidth=0.6)
        below.set_ylim(-1, 1)
        below.set_xlabel(label("pressure.lags", lang))
