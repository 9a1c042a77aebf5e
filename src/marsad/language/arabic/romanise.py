"""Arabic names in Latin letters, for identifiers: consonants and long vowels, always the same way."""

from __future__ import annotations

import re

from marsad.language.arabic.fold import fold

_LATIN = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "",
}  # fmt: skip
_TO_LATIN = str.maketrans(_LATIN)


def slug(name: str) -> str:
    """A lower-case kebab identifier for a name in any script.

    >>> slug("محمود علوش"), slug("Al Hadath")
    ('mhmwd-alwsh', 'al-hadath')
    """
    latin = fold(name).translate(_TO_LATIN)
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-") or "unnamed"
