"""The command that looks ahead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.options import Language, LanguageOption, StoreOption
from marsad.cli.store_commands import AnswerFormat, FormatOption, FromOption, OutputOption, SourcesOption, ToOption

if TYPE_CHECKING:
    from marsad.cli.querying import Answer
    from marsad.store.store import Store


def forecast(
    a: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country's code (CHN), or its name.")],
    b: Annotated[str, typer.Argument(metavar="COUNTRY", help="The other one.")],
    horizon: Annotated[str, typer.Option("--horizon", metavar="DAYS", help="How far to look ahead: 30d, 4w.")] = "30d",
    since: FromOption = None,
    until: ToOption = None,
    source: SourcesOption = None,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Forecast how much two countries will do to each other, by quad class, and say how far that can be trusted.

    Three plain models are tried on earlier days; what is shown is that of the best, and whether it beat a forecast that
    all stays as it was. It takes news of twice as many days as are looked ahead.
    """
    from marsad.cli.querying import Answer, Request, put

    def ask(opened: Store) -> Answer:
        from marsad.output.answers import forecast as told
        from marsad.relations.forecast import forecast as foresee

        found = foresee(opened, a, b, horizon, since=since, until=until, sources=tuple(source or ()))
        rows = list(told.rows(found))
        shown = partial(told.blocks, found, lang.value)
        return Answer(rows, partial(iter, rows), lambda: [told.object_of(found)], shown)

    raise typer.Exit(put(Request("forecast", store, format.value, output, lang.value), ask))


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(forecast)
