"""Spelling folded to one form, so that what people write differently is found as one word."""

from __future__ import annotations

import re
from functools import lru_cache

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u202a-\u202e\u2066-\u2069"
"""Vowel signs and invisible direction signs, as the inside of a character class."""

_DROPPED = re.compile(f"[{MARKS}\u0640]")
_LETTERS = str.maketrans("أإآٱىةؤئگڤپچیکہھۃ", "ااااي" + "هويكفبجيكههه")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """The folded spelling of one word or phrase: no vowels, tatweel or invisible signs; hamza seats, final yaa
    and taa marbuta made one; Eastern digits made Western; Latin letters in lower case.

    >>> fold("الأُرْدُنّ"), fold("مسؤولة"), fold("٢٠١٥")
    ('الاردن', 'مسووله', '2015')
    """
    return _DROPPED.sub("", word).translate(_LETTERS).translate(_DIGITS).lower()
