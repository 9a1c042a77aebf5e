"""Marsad's own words in English and Arabic: headings, event types, statuses, units."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Literal

from marsad.lexicon.tables import read_table

Lang = Literal["en", "ar"]
_FILE = Path(__file__).parent / "data" / "labels.tsv"


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    return {row["key"]: {"en": row["en"], "ar": row["ar"]} for row in read_table(_FILE)}


def label(key: str, lang: Lang, default: str | None = None) -> str:
    """The word for a key such as `status.planned`; without an entry `default`, or the key's last part."""
    entry = _table().get(key)
    if entry:
        return entry[lang]
    return key.rsplit(".", 1)[-1] if default is None else default


def keys() -> frozenset[str]:
    """Every key that has a label."""
    return frozenset(_table())


def event_label(event_type: str, mode: str | None, lang: Lang) -> str:
    """What kind of act a PLOVER type and mode are, in a few words: `visit`, `threat of force`. Others' data has events
    without a type."""
    if not event_type:
        return label("ask.no_type", lang)
    if mode:
        for key in (f"mode.{event_type}.{mode}", f"mode.{mode}"):
            if key in _table():
                return label(key, lang)
    return label(f"type.{event_type}", lang)
