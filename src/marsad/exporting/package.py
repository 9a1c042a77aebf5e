"""What stands beside the files of an export: a Frictionless data package and the data dictionary."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import marsad
from marsad.exporting.dictionary import HEADER, OTHERS, Column, Table, dictionary
from marsad.exporting.folder import MADE_BY, PACKAGE

DICTIONARY = ("dictionary.md", "dictionary.csv")
_TYPES = {
    "text": "string", "integer": "integer", "number": "number", "date": "date", "boolean": "boolean", "list": "array",
    "object": "object",
}  # fmt: skip
_MEDIA = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".jsonl": "application/jsonl"}


def write_package(
    staging: Path, files: Mapping[str, str], counts: Mapping[str, int], chosen: Mapping[str, Any]
) -> None:
    """Write `datapackage.json`, `dictionary.md` and `dictionary.csv` about files: the name of each by its table."""
    known = [dictionary()[name] for name in dictionary() if name in files]
    _write(staging / DICTIONARY[0], dictionary_page(known))
    _write(staging / DICTIONARY[1], dictionary_csv(known))
    others = [path.name for path in staging.iterdir()]
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "marsad-export", "title": "What Marsad's store keeps",
        "description": "Events, statements and links read from news. What each column means is in dictionary.md.",
        "version": marsad.__version__, "made_by": MADE_BY, "selection": dict(chosen),
        "resources": [_resource(staging / files[t.name], t, counts[t.name], () if chosen else files) for t in known],
        "files": sorted({*others, PACKAGE}),
    }  # fmt: skip
    _write(staging / PACKAGE, json.dumps(package, ensure_ascii=False, indent=1) + "\n")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def _resource(path: Path, table: Table, rows: int, whole: Collection[str]) -> dict[str, Any]:
    flat = path.suffix in {".csv", ".tsv"}
    dialect = {"delimiter": "\t", "header": False, "quoteChar": ""} if path.suffix == ".tsv" else {}
    return {
        "name": table.name, "title": table.title, "path": path.name, "format": path.suffix[1:],
        **({"mediatype": _MEDIA[path.suffix]} if path.suffix in _MEDIA else {}),
        **({"profile": "tabular-data-resource", "encoding": "utf-8", "dialect": dialect} if flat else {}),
        "rows": rows, "bytes": path.stat().st_size, "hash": f"sha256:{_hash(path)}",
        **({"schema": _schema(table, whole)} if path.suffix != ".jsonl" else {}),
    }  # fmt: skip


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _schema(table: Table, whole: Collection[str]) -> dict[str, Any]:
    """Columns and keys of a table, and to which of the tables that are there with all their rows it points."""
    pointing = [
        {"fields": [column.name], "reference": {"resource": of[0], "fields": [of[2]]}}
        for column in table.columns
        if (of := column.of.partition("."))[0] in whole
    ]
    return {
        "fields": [{"name": c.name, "type": _TYPES[c.type], "description": c.meaning} for c in table.columns],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": pointing} if pointing else {}),
    }


def dictionary_csv(known: Iterable[Table]) -> str:
    """The dictionary as one table: a row for each column."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["table", "column", "type", "key", "points_to", "meaning"])
    for table in known:
        for c in table.columns:
            writer.writerow([table.name, c.name, c.type, "yes" if c.name in table.key else "", c.of, c.meaning])
    return buffer.getvalue()


def dictionary_page(known: Sequence[Table]) -> str:
    """The dictionary to be read, in Markdown."""
    own = [t for t in known if t.name not in OTHERS]
    parts = ["# Data dictionary", _INTRODUCTION]
    if own:
        parts += ["## Tables", *map(_chapter, own)]
    if len(own) < len(known):
        parts += ["## Others' formats", *(_chapter(t) for t in known if t.name in OTHERS)]
    return "\n\n".join(parts) + "\n"


_INTRODUCTION = f"""\
Written by `marsad export`. Ids of articles are made of their text and web address, ids of records of their article's
and their place in it, so they are the same in every export; `marsad show` knows them. Several values of a cell stand
apart with ` | `. Empty cells are null. Offsets count Unicode code points of the article's text, from 0, the end
excluded. EDTF (ISO 8601-2) writes dates and intervals so: `2015-07-24`, `2015-07`, `2026-03-01/2026-03-07`.
`datapackage.json` describes the files to programs (Frictionless Data Package); the names of the columns of
`{OTHERS["gdelt"]}` are in `{HEADER}`."""


def _chapter(table: Table) -> str:
    lines = [f"### `{OTHERS.get(table.name, table.name)}`", "", table.title, ""]
    if table.key and table.name not in OTHERS:
        lines += [f"One row for each {' + '.join(f'`{name}`' for name in table.key)}.", ""]
    rows = [f"| `{c.name}` | {c.type} | {_meaning(c)} |" for c in table.columns]
    return "\n".join([*lines, "| column | type | meaning |", "|---|---|---|", *rows])


def _meaning(column: Column) -> str:
    return f"{column.meaning} → `{column.of}`" if column.of else column.meaning
