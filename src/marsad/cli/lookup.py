"""`marsad schema`, `marsad lexicon check` and `marsad lexicon show`."""

from __future__ import annotations

import json
import sys

import typer

from marsad.cli.terminal import counted, page_for, tell, write


def print_schema(record: str) -> int:
    """Print a record's JSON Schema."""
    from marsad.output.schema import NAMES, schema

    try:
        found = schema(record)
    except KeyError:
        raise typer.BadParameter(f"no record {record!r}; there are {', '.join(NAMES)}") from None
    write([json.dumps(found, ensure_ascii=False, indent=2) + "\n"], None)
    return 0


def check_lexicon() -> int:
    """Print what is wrong in the lexicon's files."""
    from marsad.lexicon.check import check

    problems = check()
    write((f"{problem}\n" for problem in problems), None)
    tell(f"the lexicon has {counted(len(problems), 'problem')}" if problems else "the lexicon is in order")
    return 1 if problems else 0


def show_word(word: str) -> int:
    """Print what the lexicon knows of a word; status 1 if that is nothing."""
    from marsad.lexicon.lexicon import default_lexicon
    from marsad.output.lexicon_view import show

    blocks = show(word, default_lexicon())
    if not blocks:
        tell(f"the lexicon does not know {word!r}")
        return 1
    write([page_for(sys.stdout, rtl=False).render(blocks)], None)
    return 0
