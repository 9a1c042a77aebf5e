"""Text cut into words, numbers and signs, each with its offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from operator import sub

from marsad.language.arabic.fold import MARKS, fold

_LETTER = r"[^\W\d_]"
_BARE = "[\u0621-\u064a]+"
"""Letters of an Arabic word without vowel signs, which hardly any word has: matched in one go."""
_WORD = rf"(?:{_BARE}|{_LETTER})(?:{_LETTER}|[{MARKS}])*"
_NUMBER = r"\d+(?:[.,\u066b\u066c]\d+)*"
_TOKEN = re.compile(rf"[^\S\n]*(?:{_WORD}|{_NUMBER}|&[a-z]{{2,6}};|\n|''|[^\w\s]|_)")
"""A token with the blanks before it: nothing else stands between two tokens."""


@dataclass(slots=True)
class Tokens:
    """The tokens of one text, as columns: `words` as written, `folded` in one spelling, `starts` and `ends` as
    code point offsets into `text`. A newline is a token; a sign is one token each; digits and letters part company
    (`ال30` is two tokens)."""

    text: str
    words: list[str]
    folded: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


def cut(text: str) -> Tokens:
    """Cut a text into tokens and leave `folded` empty, for a caller that folds them itself. Linear; never raises."""
    pieces = _TOKEN.findall(text)
    words = [piece.lstrip() or "\n" for piece in pieces]  # the one token that is a blank itself
    ends = list(accumulate(map(len, pieces)))
    return Tokens(text, words, [], list(map(sub, ends, map(len, words))), ends)


def tokenise(text: str) -> Tokens:
    """Cut a text into tokens. Linear in its length; never raises."""
    tokens = cut(text)
    tokens.folded = list(map(fold, tokens.words))
    return tokens
