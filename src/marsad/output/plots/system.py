"""Plots of the system of states at a date: its network with blocs, and the ties of all pairs as a table of colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.output.dates import date_text
from marsad.output.flat import Row
from marsad.output.labels import Lang, label
from marsad.output.names import state_name
from marsad.output.plots.canvas import BAND, QUAD_COLOURS, draw

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from marsad.relations.network.system import Network

NEAR, FAR = QUAD_COLOURS[2], QUAD_COLOURS[4]
_SHOWN, _NAMED = 25, 40
_STRONGEST = 0.35
"""The tie whose colour is the deepest: few are stronger."""
_BLOCS = ("#1f77b4", "#ff7f0e", "#2ca02c", "#9467bd", "#8c564b", "#e377c2", "#17becf", "#bcbd22")
_SEED = 20181020


def plot_ties(found: Network, path: Path, lang: Lang) -> None:
    """The ties of the states with most acts, each with each: blue is near, red hostile; bloc by bloc."""
    draw(path, (7.2, 6.6), partial(_ties, found, lang))


def _ties(found: Network, lang: Lang, figure: Figure) -> None:
    states = shown(found, _SHOWN)
    place = {state: n for n, state in enumerate(states)}
    table: list[list[float]] = [[float("nan")] * len(states) for _ in states]
    for a, b, tie in found.graph.edges.select("a", "b", "tie").iter_rows():
        if a in place and b in place:
            table[place[a]][place[b]] = table[place[b]][place[a]] = tie
    axes = figure.subplots()
    image = axes.imshow(table, cmap=_colours(), vmin=-_STRONGEST, vmax=_STRONGEST)
    names = [state_name(state, lang) for state in states]
    axes.set_xticks(range(len(states)), names, rotation=90, fontsize=7)
    axes.set_yticks(range(len(states)), names, fontsize=7)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    axes.set_title(_title(found, lang))
    figure.colorbar(image, ax=axes, shrink=0.6, label=label("relation.tie", lang), extend="both")


def _colours() -> Any:
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("ties", [FAR, "#f7f7f7", NEAR]).with_extremes(bad="#ffffff")


def shown(found: Network, most: int) -> list[str]:
    """The states with most acts, those of one bloc side by side."""
    acts: dict[str, int] = {}
    for a, b, count in found.graph.edges.select("a", "b", "acts").iter_rows():
        acts[a] = acts.get(a, 0) + count
        acts[b] = acts.get(b, 0) + count
    chosen = set(sorted(acts, key=lambda state: (-acts[state], state))[:most])
    bloc = _bloc_of(found)
    return sorted(chosen, key=lambda state: (bloc[state] < 0, bloc[state], -acts[state], state))


def _bloc_of(found: Network) -> dict[str, int]:
    return {state: int(bloc) for state, bloc in zip(found.graph.states, found.blocs.of, strict=True)}


def _title(found: Network, lang: Lang) -> str:
    return date_text(found.graph.at.isoformat(), lang)


def plot_network(found: Network, path: Path, lang: Lang) -> None:
    """The network: near states stand near each other, colours are blocs, red ties are hostile, the size of a name is
    that of its state's ties. Only the states with most acts are drawn."""
    draw(path, (8.0, 6.5), partial(_network, found, lang))


def _network(found: Network, lang: Lang, figure: Figure) -> None:
    states = shown(found, _NAMED)
    edges = [
        (a, b, tie) for a, b, tie in found.graph.edges.select("a", "b", "tie").iter_rows() if {a, b} <= set(states)
    ]
    at = dict(zip(states, _places(states, edges), strict=True))
    axes = figure.subplots()
    for a, b, tie in sorted(edges, key=lambda edge: abs(edge[2])):
        _line(axes, at[a], at[b], tie)
    strength = {state: sum(abs(tie) for a, b, tie in edges if state in (a, b)) for state in states}
    blocs, strongest = _bloc_of(found), max(strength.values(), default=1.0) or 1.0
    for state in states:
        bloc = blocs[state]
        colour = _BLOCS[bloc % len(_BLOCS)] if bloc >= 0 else BAND
        axes.scatter(*at[state], s=20 + 160 * strength[state] / strongest, color=colour, edgecolor="white", zorder=3)
        _name(axes, state_name(state, lang), at[state], 6.5 + 4 * strength[state] / strongest)
    axes.set_axis_off()
    axes.margins(0.08)
    axes.set_title(_title(found, lang))


def _name(axes: Axes, name: str, at: tuple[float, float], size: float) -> None:
    """A name above its place, with a white edge so that lines do not cross its letters."""
    from matplotlib.patheffects import withStroke

    around = [withStroke(linewidth=2, foreground="white")]
    axes.annotate(
        name, at, (0, 6), textcoords="offset points", ha="center", fontsize=size, zorder=4, path_effects=around
    )  # fmt: skip


def _line(axes: Axes, a: tuple[float, float], b: tuple[float, float], tie: float) -> None:
    weight = min(1.0, abs(tie) / _STRONGEST)
    axes.plot(
        (a[0], b[0]), (a[1], b[1]), color=NEAR if tie > 0 else FAR, linestyle="-" if tie > 0 else "--",
        linewidth=0.4 + 2 * weight, alpha=0.25 + 0.55 * weight, zorder=1,
    )  # fmt: skip


def _places(states: Sequence[str], edges: Sequence[tuple[str, str, float]]) -> list[tuple[float, float]]:
    """Where states stand: drawn together by friendly ties (Fruchterman and Reingold 1991), from a circle on."""
    import math
    import random

    from igraph import Graph, set_random_number_generator

    place = {state: n for n, state in enumerate(states)}
    near = [(place[a], place[b], tie) for a, b, tie in edges if tie > 0]
    graph = Graph(n=len(states), edges=[(a, b) for a, b, _ in near])
    angles = [2 * math.pi * n / len(states) for n in range(len(states))]
    start = [(math.cos(angle), math.sin(angle)) for angle in angles]
    set_random_number_generator(random.Random(_SEED))
    layout = graph.layout_fruchterman_reingold(
        weights=[tie for *_, tie in near], seed=start, niter=500, start_temp=0.3, grid=False
    )
    return [(float(x), float(y)) for x, y in layout.coords]


def tie_rows(found: Network) -> Iterator[Row]:
    """The data of both plots: a row for each two states that are joined."""
    bloc = _bloc_of(found)
    for row in found.graph.edges.select("a", "b", "tie", "low", "high", "acts").iter_rows(named=True):
        yield {**row, "bloc_a": bloc[row["a"]], "bloc_b": bloc[row["b"]]}
