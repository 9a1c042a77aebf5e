"""Writes the reference pages of the documentation from the code.

`python scripts/reference.py` writes docs/reference/commands.md and records.md; `--check` fails if they are stale.
"""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Callable, Iterator
from enum import Enum, EnumMeta
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import typer
import typer.models

from marsad.cli import app
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


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {PAGES / "commands.md": commands_page(), PAGES / "records.md": records_page()}


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
