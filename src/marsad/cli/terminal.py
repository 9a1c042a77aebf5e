"""What the command line writes to: a terminal, a pipe or a file."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

import typer

from marsad.output.files import atomic
from marsad.output.layout import Page

_WIDEST = 110
BROKEN_PIPE = 141
"""The exit status of a process that SIGPIPE ended, as a shell reports it."""


def page_for(stream: TextIO, rtl: bool, environment: Mapping[str, str] = os.environ) -> Page:
    """How to lay out text for a stream: colour for terminals alone, never under NO_COLOR (no-color.org), always under
    FORCE_COLOR; right-to-left pages flush right on terminals alone.
    """
    forced = bool(environment.get("FORCE_COLOR"))
    terminal = stream.isatty() and environment.get("TERM") != "dumb"
    colour = (terminal or forced) and not environment.get("NO_COLOR")
    width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
    return Page(max(width, 40), colour, rtl, rtl and (terminal or forced))


def write(pieces: Iterable[str], output: Path | None) -> None:
    """Write text to a file, whole or not at all, or to standard output as it comes; UTF-8 in both. A reader who
    has gone away ends the program quietly.
    """
    if output is not None:
        with atomic(output) as stream:
            for piece in pieces:
                stream.write(piece.encode())
        return
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        for piece in pieces:
            sys.stdout.write(piece)
            if sys.stdout.isatty():
                sys.stdout.flush()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the flush at exit does not fail too
        raise typer.Exit(BROKEN_PIPE) from None


def counted(number: int, noun: str) -> str:
    """A number of things: `1 article`, `2,300 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def tell(text: str) -> None:
    """One line for the person, beside the output."""
    print(f"marsad: {text}", file=sys.stderr, flush=True)
