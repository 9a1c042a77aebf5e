"""The folder of an export: each file whole or not there, nobody else's file touched."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from marsad.output.files import OutputError

PACKAGE = "datapackage.json"
"""The file that names all files of an export; by it we know our own."""
MADE_BY = "marsad export"


class Folder:
    """A folder that one export goes into. New files are written beside their places and moved there together."""

    def __init__(self, path: Path, staging: Path) -> None:
        self.path, self.staging = path, staging

    def place(self, name: str) -> Path:
        """Where to write a file."""
        return self.staging / name

    def move_in(self) -> None:
        """Put all written files in their places, the list of them first; files of an export before that this one has
        not go."""
        own = owned(self.path)
        new = sorted(path.name for path in self.staging.iterdir())
        refuse_foreign(self.path, new)
        for name in sorted(new, key=lambda name: name != PACKAGE):
            (self.staging / name).replace(self.path / name)
        for name in own - set(new):
            (self.path / name).unlink(missing_ok=True)


@contextlib.contextmanager
def folder(path: Path, names: list[str]) -> Iterator[Folder]:
    """The folder, made if need be; the files come in when the block ends well. Raises `OutputError` if it cannot be
    written, or has a file of one of the names that no export wrote.
    """
    if path.exists() and not path.is_dir():
        raise OutputError(f"{path}: is a file; name a folder")
    refuse_foreign(path, names)
    made = not path.exists()
    try:
        path.mkdir(parents=True, exist_ok=True)
        staging = tempfile.TemporaryDirectory(prefix=".marsad-export-", dir=path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another place") from error
    try:
        with staging:
            result = Folder(path, Path(staging.name))
            yield result
            result.move_in()
    except BaseException:
        if made:
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


def refuse_foreign(path: Path, names: list[str]) -> None:
    """Raise `OutputError` if the folder has files of these names that no export wrote."""
    foreign = sorted(name for name in set(names) - owned(path) if (path / name).exists())
    if foreign:
        raise OutputError(
            f"{path}: has {', '.join(foreign)} already, and no export wrote it; move it away or choose another folder"
        )


def owned(path: Path) -> set[str]:
    """The names of the files that an export before this one wrote into a folder, by its list of them."""
    try:
        package = json.loads((path / PACKAGE).read_text(encoding="utf-8"))
        if package.get("made_by") != MADE_BY:
            return set()
        return {PACKAGE, *package["files"]}
    except (OSError, ValueError, KeyError, AttributeError):
        return set()
