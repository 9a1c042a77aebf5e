"""`marsad plot`: relations as pictures, and the data of each picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from marsad.cli.options import Language, LanguageOption, StoreOption
from marsad.cli.store_commands import FriendOption, FromOption, PressedOption, PresserOption, SourcesOption, ToOption

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from marsad.output.flat import Row
    from marsad.output.labels import Lang
    from marsad.relations.dyad import Dyad
    from marsad.relations.network.system import Network

Found = TypeVar("Found")
plots = typer.Typer(
    help="Draw relations as SVG, PNG or PDF, or write their data as CSV.", no_args_is_help=True, rich_markup_mode=None
)
CountryArgument = Annotated[str, typer.Argument(metavar="COUNTRY", help="A country's code (CHN), or its name.")]
PictureOption = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="Write here: .svg, .png, .pdf, or .csv for the data.")
]
AtOption = Annotated[str | None, typer.Option("--at", metavar="DATE", help="The date; else the last told of.")]
WindowOption = Annotated[
    str, typer.Option("--window", metavar="TIME", help="Whose acts count, up to the date: 30d, 6w.")
]


@plots.command()
def relation(
    a: CountryArgument,
    b: CountryArgument,
    output: PictureOption,
    since: FromOption = None,
    until: ToOption = None,
    source: SourcesOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Draw the tie of two countries with its interval and breaks, over their acts of each day."""
    from marsad.output.plots.relation import plot_relation, relation_rows

    found = _measured(store, a, b, since, until, source)
    _put(found, output, lang.value, plot_relation, relation_rows(found))


@plots.command()
def meetings(
    a: CountryArgument,
    b: CountryArgument,
    output: PictureOption,
    since: FromOption = None,
    until: ToOption = None,
    source: SourcesOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Draw the days on which two countries met, visited or called each other, as a calendar."""
    from marsad.output.plots.relation import meetings_rows, plot_meetings

    found = _measured(store, a, b, since, until, source)
    _put(found, output, lang.value, plot_meetings, meetings_rows(found))


@plots.command()
def network(
    output: PictureOption,
    at: AtOption = None,
    window: WindowOption = "30d",
    source: SourcesOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Draw the network of states at a date: blocs by colour, hostile ties in red."""
    from marsad.output.plots.system import plot_network, tie_rows

    found = _system(store, at, window, source)
    _put(found, output, lang.value, plot_network, tie_rows(found))


@plots.command()
def ties(
    output: PictureOption,
    at: AtOption = None,
    window: WindowOption = "30d",
    source: SourcesOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Draw the ties of the states with most acts, each with each, as a table of colours."""
    from marsad.output.plots.system import plot_ties, tie_rows

    found = _system(store, at, window, source)
    _put(found, output, lang.value, plot_ties, tie_rows(found))


@plots.command()
def pressure(
    on: PressedOption,
    by: PresserOption,
    friend: FriendOption,
    output: PictureOption,
    since: FromOption = None,
    until: ToOption = None,
    source: SourcesOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Draw pressure on a country beside its nearness to another, and their correlation by lag."""
    from marsad.output.answers.pressure import rows
    from marsad.output.plots.pressure import plot_pressure
    from marsad.relations.pressure import pressure as measured
    from marsad.store.store import Store

    with Store.open(store) as opened:
        found = measured(opened, on, by, friend, since=since, until=until, sources=tuple(source or ()))
    _put(found, output, lang.value, plot_pressure, rows(found))


def _system(store: str, at: str | None, window: str, source: list[str] | None) -> Network:
    from marsad.cli.networks import days_of
    from marsad.relations.network.system import network as measured
    from marsad.store.store import Store

    with Store.open(store) as opened:
        return measured(opened, at=at, window=days_of(window), sources=tuple(source or ()))


def _measured(store: str, a: str, b: str, since: str | None, until: str | None, source: list[str] | None) -> Dyad:
    from marsad.relations.dyad import dyad
    from marsad.store.store import Store

    with Store.open(store) as opened:
        return dyad(opened, a, b, since=since, until=until, by="day", sources=tuple(source or ()))


def _put(
    found: Found, output: Path, lang: Lang, plot: Callable[[Found, Path, Lang], None], rows: Iterable[Row]
) -> None:
    if output.suffix.lower() != ".csv":
        plot(found, output, lang)
        return
    from marsad.output.files import atomic
    from marsad.output.flat import csv_lines

    several = list(rows)
    with atomic(output) as stream:
        stream.writelines(line.encode() for line in csv_lines(dict.fromkeys(several[0], str), several))
