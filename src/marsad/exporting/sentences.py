"""The sentence around a word, for quotations."""

from __future__ import annotations

import re

_END = re.compile(r"[\n.!?؟…](?:(?<=\n)|(?<!\b\w\.)[.!?؟…]*[»”\"']*(?=\s|$))")
"""Where a sentence ends: a new line, or a sign with a blank behind it; no full stop behind a single letter
(`د. فلان`)."""
_STEP = 400
"""Characters in which an end is looked for at once, backwards."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence, or the sentences, in which `start` to `end` stands, without the blanks around.

    >>> sentence_around("Ja. Das ist es! Nein.", 4, 7)
    (4, 15)
    """
    first = _last_end(text, start)
    found = _END.search(text, end)
    last = found.end() if found else len(text)
    piece = text[first:last]
    return first + len(piece) - len(piece.lstrip()), last - len(piece) + len(piece.rstrip())


def _last_end(text: str, before: int) -> int:
    """The last end of a sentence at or before an offset; 0 if there is none."""
    upper = before
    while upper > 0:
        lower = max(upper - _STEP, 0)
        ends = [m.end() for m in _END.finditer(text, lower, min(before + 1, len(text))) if m.end() <= before]
        if ends:
            return ends[-1]
        upper = lower
    return 0


def first_paragraph(text: str, furniture: list[list[int]]) -> int:
    """Offset after the first line that holds more than furniture."""
    at = 0
    while at < len(text):
        line_end = text.find("\n", at) + 1 or len(text)
        if text[at:line_end].strip() and not any(start < line_end and at < stop for start, stop in furniture):
            return line_end
        at = line_end
    return at
