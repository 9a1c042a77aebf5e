"""The observatory's own words in English and Arabic, beside those that all output shares; and digits."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from marsad.lexicon.tables import read_table
from marsad.output.labels import Lang, label

FOLDER = Path(__file__).parent / "data"
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_SIGNS = str.maketrans(",.%", "٬٫٪")
_NUMBER = re.compile(r"(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?%?(?![.,]?\d)")
"""A number with its signs; of `0.1.0` and `2015-07` none is one."""


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
    """A text of ours with the digits that were chosen, and with their signs. What articles say keeps its own.

    >>> with_digits("18,945 (0.5%), 2015-07", "arab")
    '١٨٬٩٤٥ (٠٫٥٪), ٢٠١٥-٠٧'
    """
    if digits != "arab":
        return text
    return _NUMBER.sub(lambda match: match[0].translate(_ARABIC_SIGNS), text).translate(_ARABIC_DIGITS)
