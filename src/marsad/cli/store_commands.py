"""The commands that ask a store."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.options import Language, LanguageOption, StoreOption

if TYPE_CHECKING:
    from marsad.cli.querying import Request


class AnswerFormat(StrEnum):
    """What the commands that ask a store write."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class Order(StrEnum):
    """What `marsad stories` lists first."""

    size = "size"
    newest = "newest"


class Step(StrEnum):
    """The step of series."""

    day = "day"
    week = "week"
    month = "month"
    quarter = "quarter"
    year = "year"


SourcesOption = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="SOURCE", help="Only events of marsad, icews, gdelt …; several times."),
]
PressedOption = Annotated[
    str, typer.Option(metavar="COUNTRY", help="Who is pressed: a country's code (RUS), or its name.")
]
PresserOption = Annotated[str, typer.Option(metavar="COUNTRY", help="By whom.")]
FriendOption = Annotated[str, typer.Option("--and", metavar="COUNTRY", help="With whom his tie is looked at.")]
FormatOption = Annotated[AnswerFormat, typer.Option("--format", "-f", help="What to write.")]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, whole or not.")]
LimitOption = Annotated[int, typer.Option("--limit", "-n", min=0, metavar="N", help="Rows at most; 0 is all.")]
OffsetOption = Annotated[int, typer.Option("--offset", min=0, metavar="N", help="Rows to pass over.")]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day, month or year on.")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day, month or year.")]
OutletOption = Annotated[
    str | None, typer.Option("--outlet", metavar="OUTLET", help="Only of this outlet: media:reuters, or its name.")
]
_WHO = "an id, a country's code (CHN), or a name in Arabic or English"
ActorOption = Annotated[str | None, typer.Option("--actor", metavar="ACTOR", help=f"Only with this actor: {_WHO}.")]
TypeOption = Annotated[
    list[str] | None, typer.Option("--type", metavar="TYPE", help="Only events of this PLOVER type; several times.")
]
StatusOption = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help="actual, planned, possible or denied; several times."),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line, in the order of its help."""
    app.command(context_settings={"ignore_unknown_options": True})(search)
    for command in (show, timeline, quotes, promises, agreements, stories, relation, pressure, stats):
        app.command()(command)


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD", help='Words; "a phrase"; -not; this OR that. After --, or quoted.')
    ],
    since: FromOption = None,
    until: ToOption = None,
    outlet: OutletOption = None,
    actor: ActorOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
    limit: LimitOption = 20,
    offset: OffsetOption = 0,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Find articles by their words, best first, with the place that was hit.

    Words are found however they are spelt and inflected: with or without hamza, taa marbuta, vowels, the article and
    joined particles.
    """
    from marsad.cli.querying import answer

    if wrong := next((word for word in words if word.startswith("--")), None):
        raise typer.BadParameter(f"no such option: {wrong}")
    request = _request("search", store, format, output, lang, limit, offset)
    raise typer.Exit(
        answer(
            request,
            lambda opened: opened.search(
                " ".join(words), since=since, until=until, outlet=outlet, actor=actor, types=type or (),
                statuses=status or (), limit=limit, offset=offset,
            ),
        )
    )  # fmt: skip


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="An id that another command gave.")],
    text: Annotated[bool, typer.Option("--text", help="The article's text as well.")] = False,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Show an article, a record, a happening, a story, an echo, a promise or an agreement whole.

    With all that hangs together with it: versions, copies, records with their ids; other tellings of the same event and
    where they differ; the same words told by others; evidence.
    """
    from marsad.cli.showing import run

    raise typer.Exit(run(_request("show", store, format, output, lang), id, text))


def timeline(
    actors: Annotated[list[str], typer.Argument(metavar="ACTOR", help=f"One or two, each {_WHO}.")],
    since: FromOption = None,
    until: ToOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
    source: Annotated[
        str, typer.Option("--source", metavar="SOURCE", help="Imported events instead: icews, gdelt, polecat, plover.")
    ] = "marsad",
    newest: Annotated[bool, typer.Option("--newest", help="The newest first.")] = False,
    limit: LimitOption = 50,
    offset: OffsetOption = 0,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """List what happened between two, day by day; each event once, however many articles tell it.

    What is planned, possible or denied is marked so. With one actor: all in which it takes part.
    """
    from marsad.cli.querying import answer

    request = _request("timeline", store, format, output, lang, limit, offset)
    raise typer.Exit(
        answer(
            request,
            lambda opened: opened.timeline(
                *actors, since=since, until=until, types=type or (), statuses=status or (), source=source,
                newest_first=newest, limit=limit, offset=offset,
            ),
        )
    )  # fmt: skip


def quotes(
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help=f"Who speaks: {_WHO}.")] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="WHAT", help="Whom the words mention, or words that they hold.")
    ] = None,
    since: FromOption = None,
    until: ToOption = None,
    outlet: OutletOption = None,
    limit: LimitOption = 20,
    offset: OffsetOption = 0,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """List what somebody said, newest first, with the chain of those through whom it is known.

    The same words told by several articles come once, with their number.
    """
    from marsad.cli.querying import answer

    request = _request("quotes", store, format, output, lang, limit, offset)
    raise typer.Exit(
        answer(
            request,
            lambda opened: opened.quotes(
                speaker, about=about, since=since, until=until, outlet=outlet, limit=limit, offset=offset
            ),
        )
    )


def promises(
    outcome: Annotated[
        list[str] | None,
        typer.Option("--outcome", metavar="OUTCOME", help="kept, broken, postponed, overdue or open; several times."),
    ] = None,
    actor: ActorOption = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="The day that decides what is overdue; else the newest article's."
        ),
    ] = None,
    limit: LimitOption = 50,
    offset: OffsetOption = 0,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """List what was promised or planned, by when, what became of it, and what shows that."""
    from marsad.cli.querying import answer

    request = _request("promises", store, format, output, lang, limit, offset)
    raise typer.Exit(
        answer(
            request,
            lambda opened: opened.promises(
                outcomes=outcome or (), actor=actor, as_of=as_of, limit=limit, offset=offset
            ),
        )
    )


def agreements(
    party: Annotated[
        str | None, typer.Option("--party", metavar="ACTOR", help=f"Only with this party: {_WHO}.")
    ] = None,
    since: FromOption = None,
    until: ToOption = None,
    limit: LimitOption = 50,
    offset: OffsetOption = 0,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """List agreements, newest first: parties, subject, sums, volumes, term, and what became of them."""
    from marsad.cli.querying import answer

    request = _request("agreements", store, format, output, lang, limit, offset)
    raise typer.Exit(
        answer(
            request,
            lambda opened: opened.agreements(party=party, since=since, until=until, limit=limit, offset=offset),
        )
    )


def stories(
    since: FromOption = None,
    until: ToOption = None,
    least: Annotated[int, typer.Option("--least", min=1, metavar="N", help="Only of so many articles.")] = 2,
    actor: ActorOption = None,
    order: Annotated[Order, typer.Option("--order", help="The biggest or the newest first.")] = Order.size,
    limit: LimitOption = 20,
    offset: OffsetOption = 0,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """List stories: articles on one event or a tight chain of events, with who had it first and how many copied."""
    from marsad.cli.querying import answer

    request = _request("stories", store, format, output, lang, limit, offset)
    raise typer.Exit(
        answer(
            request,
            lambda opened: opened.stories(
                since=since, until=until, least=least, actor=actor, order=order.value, limit=limit, offset=offset
            ),
        )
    )


def relation(
    a: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country's code (CHN), or its name.")],
    b: Annotated[str, typer.Argument(metavar="COUNTRY", help="The other one.")],
    since: FromOption = None,
    until: ToOption = None,
    by: Annotated[Step, typer.Option("--by", help="The step of counts and ties.")] = Step.month,
    source: SourcesOption = None,
    half_life: Annotated[
        float, typer.Option(metavar="DAYS", min=1.0, help="Days after which an act counts half in the tie.")
    ] = 30.0,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Measure the relation of two countries: tie, counts, breaks and what drove them.

    Each event of the world counts once, however many articles tell it. Numbers tell what was reported, not all of it.
    """
    from marsad.cli.relating import relation as run

    request = _request("relation", store, format, output, lang)
    raise typer.Exit(run(request, a, b, since, until, by.value, tuple(source or ()), half_life))


def pressure(
    on: PressedOption,
    by: PresserOption,
    friend: FriendOption,
    since: FromOption = None,
    until: ToOption = None,
    source: SourcesOption = None,
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Ask whether pressure from outside drives two countries together or apart.

    Correlation by lag and a lagged regression, each held against chance; where there is too little it says so.
    """
    from marsad.cli.relating import pressure as run

    request = _request("pressure", store, format, output, lang)
    raise typer.Exit(run(request, on, by, friend, since, until, tuple(source or ())))


def stats(
    format: FormatOption = AnswerFormat.table,
    output: OutputOption = None,
    lang: LanguageOption = Language.en,
    store: StoreOption = "marsad.db",
) -> None:
    """Count what a store holds: articles, records, links, and its size."""
    from marsad.cli.querying import answer

    raise typer.Exit(answer(_request("stats", store, format, output, lang), lambda opened: opened.stats()))


def _request(
    command: str, store: str, format: AnswerFormat, output: Path | None, lang: Language, limit: int = 0, offset: int = 0
) -> Request:
    from marsad.cli.querying import Request

    return Request(command, store, format.value, output, lang.value, limit, offset)
