"""The command line: one command for each thing a person wants to do."""

from __future__ import annotations

import gc
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli import forecast_commands, relation_commands, store_commands
from marsad.cli.options import Language, LanguageOption, StoreOption
from marsad.cli.plot_commands import plots
from marsad.cli.serving import serve
from marsad.errors import MarsadError, QueryError
from marsad.gaps.kinds import Kind as GapKind

INTERRUPTED = 130
"""The exit status of a process that Ctrl-C ended, as a shell reports it."""
_GARBAGE = 20_000
"""Objects made before garbage is looked for: a command that only answers a question makes hardly any."""


class Format(StrEnum):
    """What `marsad read` writes."""

    brief = "brief"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"
    parquet = "parquet"


class Table(StrEnum):
    """The table that goes into CSV or Parquet."""

    events = "events"
    statements = "statements"
    entities = "entities"
    mentions = "mentions"


class EventSource(StrEnum):
    """Whose event data `marsad import` brings in."""

    icews = "icews"
    gdelt = "gdelt"
    polecat = "polecat"
    plover = "plover"


class GapsFormat(StrEnum):
    """What `marsad lexicon gaps` writes."""

    table = "table"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"


class ExportFormat(StrEnum):
    """The format of the tables that `marsad export` writes."""

    parquet = "parquet"
    csv = "csv"


app = typer.Typer(
    name="marsad",
    help="Reads Arabic news about relations between states into sourced records.",
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
)  # fmt: skip
lexicon_app = typer.Typer(help="Look into the lexicon and check it.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(lexicon_app, name="lexicon")


def _version(wanted: bool) -> None:
    if wanted:
        from marsad import __version__

        typer.echo(f"marsad {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns; - is standard input.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="What to write.")] = Format.brief,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, whole or not.")
    ] = None,
    lang: LanguageOption = Language.en,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read.")] = 1,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of all articles.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="ID", help="Outlet of all articles, as media:reuters.")] = None,
    mapping: Annotated[
        str | None, typer.Option(metavar="MAP", help="Fields of JSON: saudinewsnet, generic, or text=body,title=head.")
    ] = None,
    table: Annotated[Table, typer.Option("--table", "-t", help="Table for csv and parquet.")] = Table.events,
    min_confidence: Annotated[
        float, typer.Option(metavar="SHARE", min=0.0, max=1.0, help="Leave out records of less confidence, as 0.3.")
    ] = 0.0,
) -> None:
    """Read articles into a brief, or into records.

    Says who said what to whom through whom, and what happened, is planned, is possible or is denied.
    Exit status 1 if anything was skipped.
    """
    from marsad.cli.articles import Request, run

    request = Request(
        tuple(paths), format.value, output, lang.value, jobs, published, outlet, mapping, table.value, min_confidence
    )
    raise typer.Exit(run(request))


@app.command()
def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns; - is standard input.")],
    store: StoreOption = "marsad.db",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read.")] = 1,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of all articles.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="ID", help="Outlet of all articles, as media:reuters.")] = None,
    mapping: Annotated[
        str | None, typer.Option(metavar="MAP", help="Fields of JSON: saudinewsnet, generic, or text=body,title=head.")
    ] = None,
) -> None:
    """Read articles into a store and link them with what is there.

    What is there already is passed over, a corrected article becomes a new version, and what was stopped goes on where
    it was. Exit status 1 if anything was skipped.
    """
    from marsad.cli.adding import AddRequest, run

    raise typer.Exit(run(AddRequest(tuple(paths), store, jobs, published, outlet, mapping)))


@app.command("import")
def import_(
    source: Annotated[EventSource, typer.Argument(metavar="SOURCE", help="icews, gdelt, polecat or plover.")],
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Files of that source, packed or not; - is standard input.")
    ],
    store: StoreOption = "marsad.db",
    unmapped: Annotated[
        bool,
        typer.Option("--unmapped", help="Only list the names of actors that no country is known for, commonest first."),
    ] = False,
) -> None:
    """Bring other people's event data into a store, marked as theirs.

    Their codes are kept and put in PLOVER's terms, their actors become our entities. The same line is one event however
    often it comes. Exit status 1 if anything was skipped.
    """
    from marsad.cli.importing import ImportRequest, run

    raise typer.Exit(run(ImportRequest(source.value, tuple(files), store, unmapped)))


@app.command()
def remove(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Articles, by the id that search and show give.")
    ] = None,
    source: Annotated[
        list[EventSource] | None,
        typer.Option("--source", metavar="SOURCE", help="All events that were imported from icews, gdelt …"),
    ] = None,
    store: StoreOption = "marsad.db",
) -> None:
    """Take articles out of a store, with all that was read and linked of them; or all events of an imported source."""
    from marsad.cli.adding import run_remove
    from marsad.cli.importing import run_remove as run_remove_events

    if not ids and not source:
        raise typer.BadParameter("nothing to remove; give an ID, or --source icews")
    status = run_remove(ids or (), store)
    raise typer.Exit(max(status, run_remove_events([each.value for each in source or ()], store)))


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write into; made if need be.")],
    store: StoreOption = "marsad.db",
    format: Annotated[ExportFormat, typer.Option("--format", "-f", help="Format of the tables.")] = (
        ExportFormat.parquet
    ),
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAMES", help="Only these: tables, plover, polecat, gdelt, or tables by name; with commas."
        ),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day of what is written.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day of what is written.")] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="NAMES", help="Only events of these: marsad, icews, gdelt, polecat, plover; with commas."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(metavar="SHARE", min=0.0, max=1.0, help="Leave out records of less confidence, as 0.3.")
    ] = 0.0,
) -> None:
    """Write the store as tables, and as PLOVER, POLECAT and GDELT files, with a data dictionary.

    An export takes the place of the one before it in the same folder; files that no export wrote are not touched.
    """
    from marsad.cli.exporting import ExportRequest, run

    request = ExportRequest(
        folder, store, format.value, tuple(only or ()), first, last, tuple(source or ()), min_confidence
    )
    raise typer.Exit(run(request))


store_commands.register(app)
relation_commands.register(app)
app.add_typer(plots, name="plot")
forecast_commands.register(app)
app.command()(serve)


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file with one article.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT.html", help="Write one self-contained page.")
    ] = None,
    lang: LanguageOption = Language.en,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The article's publication date.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="ID", help="The article's outlet, as media:reuters.")] = None,
) -> None:
    """Show every record in one article, and why."""
    from marsad.cli.explaining import run

    raise typer.Exit(run(file, html, lang.value, published, outlet))


@app.command()
def schema(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="A record's name, such as Event.")] = "Reading",
) -> None:
    """Print the JSON Schema of a record.

    Reading stands for one line of JSON Lines output.
    """
    from marsad.cli.lookup import print_schema

    raise typer.Exit(print_schema(record))


@lexicon_app.command("check")
def lexicon_check() -> None:
    """Test every rule of the lexicon's files. Exit status 1 if one is broken."""
    from marsad.cli.lookup import check_lexicon

    raise typer.Exit(check_lexicon())


@lexicon_app.command("show")
def lexicon_show(
    word: Annotated[
        list[str], typer.Argument(metavar="WORD", help="A word, a name, or an id such as person:xi-jinping.")
    ],
) -> None:
    """Show what the lexicon knows of a word: senses, frames, names and terms of office."""
    from marsad.cli.lookup import show_word

    raise typer.Exit(show_word(" ".join(word)))


@lexicon_app.command("gaps")
def lexicon_gaps(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns; - is standard input.")],
    kind: Annotated[
        list[GapKind] | None,
        typer.Option(
            "--kind", "-k", metavar="KIND", help=f"Only these: {', '.join(GapKind)}. May be given several times."
        ),
    ] = None,
    top: Annotated[int, typer.Option("--top", "-n", min=1, metavar="N", help="Rows of each kind at most.")] = 20,
    least: Annotated[int, typer.Option("--min", min=1, metavar="N", help="Only what was met so often.")] = 1,
    format: Annotated[GapsFormat, typer.Option("--format", "-f", help="What to write.")] = GapsFormat.table,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, whole or not.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read.")] = 1,
    mapping: Annotated[
        str | None, typer.Option(metavar="MAP", help="Fields of JSON: saudinewsnet, generic, or text=body,title=head.")
    ] = None,
) -> None:
    """List what a corpus holds that the lexicon lacks, commonest first, with the file where it would go.

    Words that stand where reporting words, acts, names, titles or nationalities stand, and words whose joined particles
    are doubtful. Exit status 1 if anything was skipped.
    """
    from marsad.cli.gaps import GapsRequest, run

    kinds = tuple(kind or ())
    raise typer.Exit(run(GapsRequest(tuple(paths), format.value, output, jobs, top, least, kinds, mapping)))


def main() -> None:
    """Run the command line and exit with its status."""
    gc.set_threshold(_GARBAGE, *gc.get_threshold()[1:])
    try:
        status = app(standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except MarsadError as error:
        print(f"marsad: {error}", file=sys.stderr)
        status = 2 if isinstance(error, QueryError) else 1
    except Exception as error:
        status = _usage(error)
    sys.exit(status)


def _usage(error: Exception) -> int:
    """Tell of a wrong use of the command line; anything else goes on as the defect that it is."""
    show = getattr(error, "show", None)
    if show is None:
        raise error
    show()
    return int(getattr(error, "exit_code", 2))
