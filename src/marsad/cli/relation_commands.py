"""The commands that measure relations between states."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.options import Language, LanguageOption, StoreOption
from marsad.cli.store_commands import (
    AnswerFormat,
    FormatOption,
    FromOption,
    LimitOption,
    OutputOption,
    SourcesOption,
    Step,
    ToOption,
)

BriefOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here: .html, .md or .docx.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line, in the order of its help."""
    app.command()(network)
    app.command()(brief)
    app.command()(report)
    app.command()(pairs)


def network(
    at: Annotated[str | None, typer.Option("--at", metavar="DATE", help="The date; else the last told of.")] = None,
    window: Annotated[
        str, typer.Option("--window", metavar="TIME", help="Whose acts count, up to the date: 30d, 6w.")
    ] = "30d",
    source: SourcesOption = None,
    compare: Annotated[
        str | None, typer.Option("--compare", metavar="DATE", help="Another date: what changed between the two.")
    ] = None,
    since: FromOption = None,
    until: ToOption = None,
    every: Annotated[
        str, typer.Option("--every", metavar="TIME", help="The step from --from to --to: 30d, 4w.")
    ] = "30d",
    least: Annotated[int, typer.Option("--least", min=1, metavar="N", help="Acts that join two states.")] = 5,
    samples: Annotated[
        int, typer.Option("--samples", min=1, metavar="N", help="How often the stories are drawn anew.")
    ] = 60,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Measure the system of states at a date: who is close or hostile, blocs, balance, poles, brokers.

    With --compare, or --from and --to: at several dates, and what changed between them beyond chance.
    """
    from marsad.cli.networks import Dates
    from marsad.cli.networks import network as run
    from marsad.cli.querying import Request

    request = Request("network", store, format.value, output, lang.value)
    dates = Dates(at, compare, since, until, every)
    raise typer.Exit(run(request, dates, window, tuple(source or ()), least, samples))


def brief(
    a: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country's code (CHN), or its name.")],
    b: Annotated[str, typer.Argument(metavar="COUNTRY", help="The other one.")],
    output: BriefOption = None,
    since: FromOption = None,
    until: ToOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Write a dated, sourced brief of two countries: what is told in order, agreements, promises, pressure, claims.

    It is made of records alone, and each line names the sentences that say it. Without -o it is Markdown.
    """
    from marsad.cli.briefing import BriefRequest, run

    raise typer.Exit(run(a, b, BriefRequest(output, since, until, lang.value, store)))


def report(
    a: Annotated[str | None, typer.Argument(metavar="COUNTRY", help="A country's code (CHN), or its name.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="COUNTRY", help="The other one; none: the whole store.")] = None,
    output: BriefOption = None,
    since: FromOption = None,
    until: ToOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Write a dated, sourced report of the whole store, or of two countries, to be mailed as one page.

    Of the store: what most articles tell, the pairs with most acts, the network of states, what is planned, promised,
    agreed and claimed. Of two: their brief, what each says of the other, who reports it. Without -o it is Markdown.
    """
    from marsad.cli.briefing import BriefRequest
    from marsad.cli.briefing import report as run

    if a is not None and b is None:
        raise typer.BadParameter("a report is of two countries, or of the whole store; name two, or none")
    pair = None if a is None or b is None else (a, b)
    raise typer.Exit(run(pair, BriefRequest(output, since, until, lang.value, store)))


def pairs(
    since: FromOption = None,
    until: ToOption = None,
    by: Annotated[Step, typer.Option("--by", help="The step of the table.")] = Step.month,
    source: SourcesOption = None,
    limit: LimitOption = 30,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Tabulate all pairs of countries: acts by quad class and the tie, period by period.

    At a terminal the pairs with most acts in the last period (--limit); in the other formats all rows.
    """
    from marsad.cli.querying import Request
    from marsad.cli.relating import pairs as run

    request = Request("pairs", store, format.value, output, lang.value, limit)
    raise typer.Exit(run(request, since, until, by.value, tuple(source or ())))
