"""Plots of two countries: their tie with its interval and breaks over their acts by quad class, and their meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.output.dates import date_text
from marsad.output.flat import Row
from marsad.output.labels import Lang, label
from marsad.output.names import state_name
from marsad.output.plots.canvas import BAND, INK, QUAD_COLOURS, draw, label_days

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from marsad.relations.dyad import Dyad

_BARS = 200
"""So many bars beside each other can still be seen."""
_WIDE, _SHORT = (8.0, 5.0), 2.4
_MEETINGS = "CONSULT"


def plot_relation(found: Dyad, path: Path, lang: Lang) -> None:
    """The tie of two over their acts; `found` must be by day."""
    draw(path, _WIDE, partial(_relation, found, lang))


def _relation(found: Dyad, lang: Lang, figure: Figure) -> None:
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=[3, 2])
    upper.set_title(_title(found, lang))
    _tie(upper, found, lang)
    _acts(lower, found, lang)
    label_days(lower, list(found.ties["day"]), lang)


def _title(found: Dyad, lang: Lang) -> str:
    span = date_text(f"{found.first}/{found.last}", lang)
    return f"{state_name(found.a, lang)} – {state_name(found.b, lang)} · {span}"


def _tie(axes: Axes, found: Dyad, lang: Lang) -> None:
    at = [day.toordinal() for day in found.ties["day"]]
    axes.fill_between(at, found.ties["low"].to_list(), found.ties["high"].to_list(), color=BAND, alpha=0.5, linewidth=0)
    axes.plot(at, found.ties["tie"].to_list(), color=INK, linewidth=1.6)
    axes.axhline(0, color=INK, linewidth=0.6)
    axes.set_ylabel(label("relation.tie", lang))
    top = axes.get_ylim()[1]
    for change in found.changes:
        axes.axvline(change.at.day.toordinal(), color=QUAD_COLOURS[4], linewidth=1, linestyle="--")
        name = date_text(change.at.day.isoformat(), lang)
        axes.annotate(name, (change.at.day.toordinal(), top), (3, -9), textcoords="offset points", fontsize=7.5)


def _acts(axes: Axes, found: Dyad, lang: Lang) -> None:
    """Cooperation upwards, conflict downwards."""
    counts = counted(found)
    at = [day.toordinal() for day in counts]
    base = {1: [0.0] * len(at), -1: [0.0] * len(at)}
    for quad, way in ((2, 1), (1, 1), (4, -1), (3, -1)):
        heights = [float(way * acts[quad]) for acts in counts.values()]
        name = label(f"relation.quad.{quad}", lang)
        axes.bar(
            at, heights, max(0.9, (at[-1] - at[0]) / _BARS), bottom=base[way], color=QUAD_COLOURS[quad], label=name
        )
        base[way] = [a + b for a, b in zip(base[way], heights, strict=True)]
    axes.axhline(0, color=INK, linewidth=0.6)
    axes.set_ylabel(label("relation.acts", lang))
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):.0f}")
    axes.legend(fontsize=7.5, ncols=2, frameon=False)


def counted(found: Dyad) -> dict[date, dict[int, int]]:
    """The acts of each day and quad class, each act once; days without any as well."""
    counts = {day: dict.fromkeys(QUAD_COLOURS, 0) for day in found.ties["day"]}
    for day, quad in found.acts.unique("act").select("day", "quad").iter_rows():
        if day in counts:
            counts[day][quad] += 1
    return counts


def plot_meetings(found: Dyad, path: Path, lang: Lang) -> None:
    """The days on which the two met, visited or called each other, as a calendar of weeks."""
    weeks = (_monday(found.last) - _monday(found.first)).days // 7 + 1
    draw(path, (max(4.0, 1.6 + 0.24 * weeks), _SHORT), partial(_meetings, found, lang))


def meetings(found: Dyad) -> dict[date, int]:
    """How many meetings, visits and calls of two are told of each day of the period."""
    import polars as pl

    met = found.acts.filter((pl.col("type") == _MEETINGS) & (pl.col("status") == "actual")).unique("act")
    counts: dict[date, int] = dict(met.group_by("day").agg(pl.len()).iter_rows())
    days = [found.first + timedelta(days=offset) for offset in range((found.last - found.first).days + 1)]
    return {day: counts.get(day, 0) for day in days}


def _meetings(found: Dyad, lang: Lang, figure: Figure) -> None:
    axes = figure.subplots()
    counts, first = meetings(found), _monday(found.first)
    most = max(1, *counts.values())
    for day, count in counts.items():
        _square(axes, (day - first).days // 7, day.weekday(), count, most)
    _name_weeks(axes, first, (found.last - first).days // 7 + 1, lang)
    axes.set_title(f"{_title(found, lang)} · {label('type.CONSULT', lang)}", fontsize=9)


def _square(axes: Axes, week: int, weekday: int, count: int, most: int) -> None:
    from matplotlib.patches import Rectangle

    shade = 0.25 + 0.75 * count / most if count else 0.06
    axes.add_patch(Rectangle((week, weekday), 0.9, 0.9, color=QUAD_COLOURS[2], alpha=shade, linewidth=0))
    if count:
        ink = "white" if shade > 0.5 else INK
        axes.text(week + 0.45, weekday + 0.45, str(count), ha="center", va="center", fontsize=6, color=ink)


def _name_weeks(axes: Axes, first: date, weeks: int, lang: Lang) -> None:
    axes.set_xlim(0, weeks)
    axes.set_ylim(7, 0)
    axes.set_aspect("equal")
    axes.spines[:].set_visible(False)
    step = max(1, weeks // 8)
    axes.set_xticks([week + 0.45 for week in range(0, weeks, step)])
    names = [date_text((first + timedelta(weeks=week)).isoformat(), lang) for week in range(0, weeks, step)]
    axes.set_xticklabels(names, rotation=30, ha="right", fontsize=7)
    axes.set_yticks([day + 0.45 for day in range(7)])
    axes.set_yticklabels([label(f"weekday.{day}", lang) for day in range(7)], fontsize=7)
    axes.tick_params(length=0)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def relation_rows(found: Dyad) -> Iterator[Row]:
    """The data of `plot_relation`: a row for each day."""
    counts = counted(found)
    for row in found.ties.iter_rows(named=True):
        acts = {f"quad_{quad}": number for quad, number in counts[row["day"]].items()}
        yield {"day": row["day"].isoformat(), "tie": row["tie"], "low": row["low"], "high": row["high"], **acts}


def meetings_rows(found: Dyad) -> Iterator[Row]:
    """The data of `plot_meetings`: a row for each day."""
    return ({"day": day.isoformat(), "meetings": count} for day, count in meetings(found).items())
