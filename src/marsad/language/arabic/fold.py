"""Spelling folded to one form, so that what people write differently is found as one word."""

from __future__ import annotations

from functools import lru_cache

_MARK_RANGES = (
    ("\u0610", "\u061a"), ("\u064b", "\u065f"), ("\u0670", "\u0670"), ("\u06d6", "\u06ed"),
    ("\u200c", "\u200f"), ("\u202a", "\u202e"), ("\u2066", "\u2069"),
)  # fmt: skip
MARKS = "".join(f"{first}-{last}" for first, last in _MARK_RANGES)
"""Vowel signs and invisible direction signs, as the inside of a character class."""

_TATWEEL = "\u0640"
_DROPPED = _TATWEEL + "".join(chr(c) for first, last in _MARK_RANGES for c in range(ord(first), ord(last) + 1))
_AS_IT_IS = {c: c for c in (*range(0x20, 0x7F), 0xA0, 0xAB, 0xBB, *range(0x600, 0x700), *range(0x2010, 0x2027))}
"""What mostly stands in a text; a character that a table does not name costs much more to pass over."""
_ONE_FORM = _AS_IT_IS | str.maketrans(
    "أإآٱىةؤئگڤپچیکہھۃ" + "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬",
    "ااااي" + "هويكفبجيكههه" + "01234567890123456789.,",
    _DROPPED,
)


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """The folded spelling of one word or phrase: no vowels, tatweel or invisible signs; hamza seats, final yaa
    and taa marbuta made one; Eastern digits made Western; Latin letters in lower case.

    >>> fold("الأُرْدُنّ"), fold("مسؤولة"), fold("٢٠١٥")
    ('الاردن', 'مسووله', '2015')
    """
    return word.translate(_ONE_FORM).lower()
