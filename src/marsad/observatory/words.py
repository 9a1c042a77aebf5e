"""The observatory's own words in English and Arabic, beside those that all output shares; and digits."""

from __future__ import annotations

import functools
from pathlib import Path

from marsad.lexicon.tables import read_table
from marsad.output.labels import Lang, label

FOLDER = Path(__file__).parent / "data"
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@functools.cache
def table() -> dict[str, dict[str, str]]:
    """Every key with its words. Raises `ValueError` for a key that stands twice."""
    found: dict[str, dict[str, str]] = {}
    for file in sorted(FOLDER.glob("words*.tsv")):
        for row in read_table(file):
            if row["key"] in found:
                raise ValueError(f"{file.name}: {row['key']} stands twice")
            found[row["key"]] = {"en": row["en"], "ar": row["ar"]}
    return found


def word(key: str, lang: Lang, **parts: object) -> str:
    """The words for a key such as `web.home`, `{n}` filled in; keys of the shared labels (`type.AID`) have theirs."""
    row = table().get(key)
    text = row[lang] if row else label(key, lang)
    return text.format(**parts) if parts else text


def with_digits(text: str, digits: str) -> str:
    """A text of ours with the digits that were chosen. What articles say keeps its own."""
    return text.translate(_ARABIC_DIGITS) if digits == "arab" else text
