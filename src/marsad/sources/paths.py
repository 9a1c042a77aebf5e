"""Files, folders and glob patterns as a stream of files."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from marsad.errors import SourceError
from marsad.sources.streams import suffix_kind


def files_of(path: str | Path) -> Iterator[Path | SourceError]:
    """The files that a path means: itself, the readable files of a folder and its folders, or what matches a pattern
    such as `news/**/*.txt`; each sorted by name.
    """
    name = os.fspath(path)
    if os.path.isdir(name):
        yield from _files_in(Path(name))
    elif os.path.exists(name) or not glob.has_magic(name):
        yield Path(name)
    else:
        yield from _matching(name)


def _matching(pattern: str) -> Iterator[Path | SourceError]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield SourceError(pattern, "no file matches this pattern", "check the folder and the pattern")
    in_folders = "**" in pattern  # then each file of a folder that matches comes by itself
    for match in matches:
        if not os.path.isdir(match):
            yield Path(match)
        elif not in_folders:
            yield from _files_in(Path(match))


def _files_in(folder: Path) -> Iterator[Path | SourceError]:
    count = 0
    for found in _walk(folder):
        count += 1
        yield found
    if not count:
        yield SourceError(
            str(folder), "the folder has no readable files", "put .txt, .html, .json, .jsonl, .zip or .gz files there"
        )


def _walk(folder: Path) -> Iterator[Path | SourceError]:
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield SourceError(str(folder), f"the folder cannot be opened ({error.strerror})", "check its permissions")
        return
    for entry in ordered:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name)
        elif suffix_kind(entry.name) and entry.is_file():
            yield folder / entry.name
