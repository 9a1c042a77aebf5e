"""A sign of life on long work."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")


class Tally(Protocol):
    """Who counts what goes by."""

    articles: int

    def summary(self) -> str:
        """The whole in one line."""


_PATIENCE = 1.0
"""Seconds before anything is shown."""


def shown(done: Iterator[T], tally: Tally, quiet: bool) -> Iterator[T]:
    """What is done, with a progress line on standard error if that is a terminal and the work takes long. `quiet` if
    the output itself comes to the terminal, where a moving line would tear it.
    """
    if quiet:
        yield from done
        return
    with progress_line() as tell:
        for one in done:
            tell(tally.articles, tally.summary)
            yield one


@contextmanager
def progress_line() -> Iterator[Callable[[int, Callable[[], str]], None]]:
    """What takes how much is done and a text about it, and shows them on standard error if that is a terminal and the
    work takes long."""
    progress: Progress | None = None
    begun = time.monotonic()
    terminal = sys.stderr.isatty()

    def tell(done: int, text: Callable[[], str]) -> None:
        nonlocal progress
        if progress is None and terminal and time.monotonic() - begun > _PATIENCE:
            progress = _start()
        if progress is not None:
            progress.update(progress.task_ids[0], completed=done, description=text())

    try:
        yield tell
    finally:
        if progress is not None:
            progress.stop()


def _start() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), BarColumn(20), TextColumn("{task.description}"), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.add_task("", total=None)
    progress.start()
    return progress
