"""Writes the reference pages of the documentation from the code.

`python scripts/reference.py` writes docs/reference/commands.md, records.md, answers.md, http.md, plover-mapping.md and
data-dictionary.md; `--check` fails if they are stale.
"""

from __future__ import annotations

import dataclasses
import inspect
import itertools
import sys
from collections.abc import Callable, Iterator
from enum import Enum, EnumMeta
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import typer
import typer.models
from httpreference import http_page

from marsad.cli import app
from marsad.exporting.dictionary import dictionary
from marsad.exporting.package import dictionary_page
from marsad.ontology.cameo import CameoCode, cameo_codes
from marsad.ontology.decisions import decisions
from marsad.ontology.plover import QUAD_CLASSES, event_types
from marsad.output.answers.columns import described
from marsad.records import RECORDS, Record

PAGES = Path(__file__).parent.parent / "docs" / "reference"
FIELDS = PAGES / "fields.tsv"
_NOTE = "<!-- Written by scripts/reference.py from the code; change it there. -->"


class Parameter(NamedTuple):
    """One argument or option: how it is written, what it means, what holds without it."""

    notation: str
    meaning: str
    default: str


class Command(NamedTuple):
    """One command or group of commands, by its full name."""

    name: str
    help: str
    parameters: tuple[Parameter, ...] = ()
    children: tuple[str, ...] = ()


def commands(application: typer.Typer = app, name: str = "marsad") -> Iterator[Command]:
    """Every command, groups before what is in them."""
    own = [(c.name or _kebab(c.callback), c.callback) for c in application.registered_commands]
    groups = [(g.name or "", g.typer_instance) for g in application.registered_groups]
    callback = application.registered_callback
    options = tuple(_parameters(callback.callback)) if callback and callback.callback else ()
    children = tuple(f"{name} {child}" for child, _ in (*own, *groups))
    yield Command(name, inspect.cleandoc(application.info.help or ""), options, children)
    for child, function in own:
        yield Command(f"{name} {child}", inspect.getdoc(function) or "", tuple(_parameters(function)))
    for child, group in groups:
        if group is not None:
            yield from commands(group, f"{name} {child}")


def _kebab(function: Callable[..., Any] | None) -> str:
    return function.__name__.strip("_").replace("_", "-") if function else ""


def _parameters(function: Callable[..., Any] | None) -> Iterator[Parameter]:
    if function is None:
        return
    hints = get_type_hints(function, include_extras=True)
    for name, parameter in inspect.signature(function).parameters.items():
        kind, info = get_args(hints[name])[:2]
        default = "" if parameter.default in (None, False, inspect.Parameter.empty) else str(parameter.default)
        if isinstance(info, typer.models.ArgumentInfo):
            yield Parameter(info.metavar or name.upper(), info.help or "", default)
        else:
            yield Parameter(_option(name, kind, info), info.help or "", default)


def _option(name: str, kind: Any, info: typer.models.OptionInfo) -> str:
    given = [d for d in (info.default, *(info.param_decls or ())) if isinstance(d, str) and d.startswith("-")]
    names = ", ".join(sorted(given or [f"--{name.replace('_', '-')}"], key=len))
    if kind is bool:
        return names
    value = (
        "|".join(str(member.value) for member in _members(kind))
        if isinstance(kind, EnumMeta)
        else info.metavar or name.upper()
    )
    return f"{names} {value}"


def _members(kind: EnumMeta) -> list[Enum]:
    return list(kind.__members__.values())


def commands_page() -> str:
    """The page of all commands."""
    parts = ["# Commands", _NOTE, "Each command tells the same with `--help`."]
    for command in commands():
        parts += [f"## `{command.name}`", command.help]
        if command.children:
            parts.append("\n".join(f"- [`{child}`](#{child.replace(' ', '-')})" for child in command.children))
        rows = [f"| `{_cell(n)}` | {_cell(m)} | {d} |" for n, m, d in command.parameters]
        if rows:
            parts.append("\n".join(["| parameter | meaning | default |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def meanings() -> dict[tuple[str, str], str]:
    """What each field of each record means, from fields.tsv."""
    rows = (line.split("\t") for line in FIELDS.read_text(encoding="utf-8").splitlines()[1:])
    return {(record, name): meaning for record, name, meaning in rows}


def fields(record: type[Record]) -> Iterator[tuple[str, str]]:
    """The names and types of a record's fields."""
    for field in dataclasses.fields(record):  # type: ignore[arg-type]
        yield field.name, str(field.type)


def records_page() -> str:
    """The page of all records."""
    known = meanings()
    parts = [
        "# Records",
        _NOTE,
        "Each record is a frozen dataclass with `to_dict()` and `json_schema()`; `marsad schema NAME` prints its JSON "
        "Schema. One line of JSON Lines output holds one reading: its article's `doc`, `outlet` and `published`, its "
        "furniture as `boilerplate`, and its records.",
    ]
    for record in RECORDS:
        parts.append(f"## {record.__name__}")
        parts.append(inspect.cleandoc(record.__doc__ or ""))
        rows = [
            f"| `{name}` | `{_cell(_type(kind))}` | {_cell(known.get((record.__name__, name), ''))} |"
            for name, kind in fields(record)
        ]
        parts.append("\n".join(["| field | type | meaning |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


_ALIASES = {"StatementKind", "Status", "Precision", "EntityKind", "MentionBy"}


def _type(kind: str) -> str:
    """A field's type as a reader of the page understands it: choices written out."""
    import marsad.records as module

    if kind in _ALIASES:
        return " | ".join(repr(value) for value in getattr(module, kind).__args__)
    return kind.replace(", ...]", ", …]")


_MAPPING_INTRODUCTION = """\
Events have PLOVER's types and modes (draft manual 2.0). Each type has a quad class and a score between conflict (−10)
and cooperation (10); a mode may have a score of its own. CAMEO's codes, which ICEWS and GDELT use, come in by the table
at the end, and go out by it: the code of the same type, mode and contexts, as nearly as there is one.

The tables are made from PLOVER's codebook by the Open Event Data Alliance and are, like it, under
[CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/). They lie in `src/marsad/ontology/data`."""


def mapping_page() -> str:
    """The page of types, decisions and CAMEO's codes."""
    types = [
        f"| `{t.name}` | {t.quad} {QUAD_CLASSES[t.quad]} | {_number(t.score)} | "
        f"{', '.join(f'`{m.name}` {_number(m.score)}' for m in t.modes.values())} | {t.meaning} |"
        for t in event_types().values()
    ]
    decided = [f'<a id="{d.name}"></a>**{d.title}.** {d.text}' for d in decisions().values()]
    return "\n\n".join([
        "# PLOVER and CAMEO", _NOTE, _MAPPING_INTRODUCTION,
        "## Types and modes",
        "\n".join(["| type | quad class | score | modes with scores | the actor … |", "|---|---|---|---|---|", *types]),
        "## Decisions",
        "Where the codebook contradicts itself, or its mapping from CAMEO uses names that version 2.0 lacks, Marsad "
        "decides so:",
        *decided,
        "## CAMEO's codes",
        "`codebook` is PLOVER's own mapping where this one differs; `why` leads to the decision.",
        "\n".join(["| CAMEO | wording | type | mode | contexts | Goldstein | codebook | why |",
                   "|---|---|---|---|---|---|---|---|", *map(_code_row, cameo_codes().values())]),
    ]) + "\n"  # fmt: skip


def _code_row(code: CameoCode) -> str:
    own = ":".join((code.type, code.mode, ";".join(code.contexts))).rstrip(":")
    theirs = f"`{code.codebook}`" if code.codebook and code.codebook != own else ""
    reasons = ", ".join(f"[{reason}](#{reason})" for reason in code.why)
    cells = (code.code, code.wording, code.type, code.mode, ", ".join(code.contexts), _number(code.goldstein))
    return f"| {' | '.join(map(_cell, cells))} | {theirs} | {reasons} |"


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def tables_page() -> str:
    """The page of all tables and files of an export."""
    title, _, text = dictionary_page(list(dictionary().values())).partition("\n")
    return f"{title}\n\n{_NOTE}\n{text}"


_ANSWERS_INTRODUCTION = """\
What the commands that [ask a store](../how-to/ask-a-store.md) give with `--format json`, `jsonl`, `csv` or `parquet`:
these columns, in this order. Cells with several values are lists in JSON, and joined with ` | ` in CSV and Parquet.
`marsad show` gives flat rows as CSV and Parquet; its JSON is the whole object, nested, with the fields of the Python
classes."""


def answers_page() -> str:
    """The page of the columns of answers."""
    parts = ["# Columns of answers", _NOTE, _ANSWERS_INTRODUCTION]
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for command, several in itertools.groupby(described(), lambda row: row["command"]):
        rows = [f"| `{row['column']}` | {row['type']} | {_cell(row['meaning'])} |" for row in several]
        parts += [
            f"## `marsad {command}`" if command in commands else f"## `/{command}.csv` of `marsad serve`",
            "\n".join(["| column | type | meaning |", "|---|---|---|", *rows]),
        ]
    return "\n\n".join(parts) + "\n"


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {
        PAGES / "commands.md": commands_page(),
        PAGES / "records.md": records_page(),
        PAGES / "answers.md": answers_page(),
        PAGES / "http.md": http_page(_NOTE),
        PAGES / "plover-mapping.md": mapping_page(),
        PAGES / "data-dictionary.md": tables_page(),
    }


def stale() -> list[str]:
    """The names of the pages that do not say what the code says."""
    return [p.name for p, text in pages().items() if not p.is_file() or p.read_text(encoding="utf-8") != text]


def main() -> None:
    """Write the pages, or check them."""
    if "--check" in sys.argv[1:]:
        names = stale()
        sys.exit(f"stale: {', '.join(names)}; run: make reference" if names else 0)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
