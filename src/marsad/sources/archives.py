"""The members of zip archives and gzip files as sources; nothing is written to disk."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from marsad.errors import SourceError
from marsad.sources.streams import MAX_MEMBER, MAX_RATIO, MB, RATIO_FROM, Source, suffix_kind, too_swollen


def _wanted(name: str) -> bool:
    return suffix_kind(name) is not None and no_leftover(name)


def no_leftover(name: str) -> bool:
    """Whether a member of a zip is more than what an operating system leaves there."""
    path = PurePath(name)
    return "__MACOSX" not in path.parts and not path.name.startswith(".")


def zip_members(
    source: Source, stream: BinaryIO, wanted: Callable[[str], bool] = _wanted
) -> Iterator[Source | SourceError]:
    """The readable members of a zip in the order of their names, those whose names are `wanted`. `stream` is the file
    under `source`; one that cannot seek, such as standard input, is held in memory. Raises `SourceError` for an
    archive without any.
    """
    if stream.seekable():
        stream.seek(0)
    else:
        stream = io.BytesIO(source.read(MAX_MEMBER, "a zip that does not come from a file"))
    with zipfile.ZipFile(stream) as archive:
        members = [info for info in archive.infolist() if not info.is_dir() and wanted(info.filename)]
        if not members:
            raise SourceError(
                source.where, "the zip has no readable members", "pack .txt, .html, .json, .jsonl or .gz files"
            )
        for info in sorted(members, key=lambda info: info.filename):
            yield _member(archive, info, source.where)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, archive_name: str) -> Source | SourceError:
    where = f"{archive_name}/{info.filename}"
    if info.file_size > MAX_MEMBER:
        return SourceError(where, f"is larger than {MAX_MEMBER // MB} MB", "unpack the zip and give the files")
    if info.file_size > max(RATIO_FROM, MAX_RATIO * info.compress_size):
        return too_swollen(where)
    if info.flag_bits & 1:
        return SourceError(where, "is encrypted", "unpack the zip with its password and give the files")
    try:
        stream = archive.open(info)
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        return SourceError(where, f"cannot be unpacked ({error})", "fetch the archive again")
    return Source.of(stream, where, PurePath(info.filename).name)  # type: ignore[arg-type]


def gzip_member(source: Source) -> Source:
    """What a gzip file holds."""
    inner = gzip.GzipFile(fileobj=source.stream)
    name = source.name[: -len(".gz")] if source.name.lower().endswith(".gz") else source.name
    return Source.of(inner, source.where, name, source.guard)  # type: ignore[arg-type]
