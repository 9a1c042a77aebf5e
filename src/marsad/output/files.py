"""Files that are whole or not there."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from marsad.errors import MarsadError


class OutputError(MarsadError):
    """An output file that cannot be written; the text says which, why, and what to do."""


@contextlib.contextmanager
def atomic(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of `path` when the block ends well, and leaves no trace if it does not.
    A device or pipe is written directly. Raises `OutputError` for a folder or a place that cannot be written.
    """
    target = path.resolve()
    if target.is_dir():
        raise OutputError(f"{path}: is a folder; name a file in it, such as {path / 'marsad.jsonl'}")
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        stream = temporary.open("wb")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another place") from error
    try:
        with stream:
            yield stream
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
