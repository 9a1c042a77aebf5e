"""Bare consonants of a word: a crude root, by which forms of one verb or noun are known when two texts are compared.

It is no stemmer for looking words up: it makes unrelated words alike now and then, which does little harm between two
statements of one speaker.
"""

from __future__ import annotations

from functools import lru_cache

SHORTEST = 3
_PREFIXES = ("است", "يست", "تست", "نست", "مست", "سي", "ست", "سن", "سا", "ي", "ت", "ن", "ا", "م")
"""Of the tenth form, of the future, of persons, and of participles and nouns of place."""
_ENDINGS = ("يات", "تين", "تان", "ات", "ون", "ين", "ان", "يه", "وا", "ه", "ت", "ي", "ا")
_WEAK = str.maketrans("", "", "اويء")


@lru_cache(maxsize=1 << 15)
def skeleton(key: str) -> str:
    """The consonants of a folded word without prefixes, endings and weak letters, as far as three are left.

    >>> skeleton("ضغوط"), skeleton("ضغط"), skeleton("تحقق"), skeleton("يحققون"), skeleton("مبدئي")
    ('ضغط', 'ضغط', 'حقق', 'حقق', 'مبد')
    """
    for ending in _ENDINGS:
        if key.endswith(ending) and _is_long(key[: -len(ending)]):
            key = key[: -len(ending)]
            break
    for prefix in _PREFIXES:
        if key.startswith(prefix) and _is_long(key[len(prefix) :]):
            key = key[len(prefix) :]
            break
    bare = key.translate(_WEAK)
    return bare if len(bare) > 1 else key


def _is_long(rest: str) -> bool:
    return len(rest.translate(_WEAK)) >= SHORTEST
