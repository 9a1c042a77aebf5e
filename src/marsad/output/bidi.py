"""Arabic and Latin on one line: widths, and isolates that keep each run in its own direction (Unicode UAX #9)."""

from __future__ import annotations

import re
import unicodedata

FSI, RLI, PDI, RLM = "\u2068", "\u2067", "\u2069", "\u200f"
_ARABIC = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_LATIN = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u02b8\u0370-\u052f\u1e00-\u1fff"
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _runs(own: str, other: str) -> re.Pattern[str]:
    """A stretch of one script with what stands between its words, and a pair of quotation marks around it."""
    run = f"[{own}](?:[^{other}\\n]*[{own}])?"
    return re.compile(f"«{run}[^{other}»]*»|“{run}[^{other}”]*”|{run}")


_ARABIC_RUN, _LATIN_RUN = _runs(_ARABIC, _LATIN), _runs(_LATIN, _ARABIC)
_HAS_ARABIC, _HAS_LATIN = re.compile(f"[{_ARABIC}]"), re.compile(f"[{_LATIN}]")


def has_arabic(text: str) -> bool:
    """Whether a letter of a right-to-left script stands in the text."""
    return bool(_HAS_ARABIC.search(text))


def isolate(text: str, rtl: bool) -> str:
    """The text for a line of the given direction, with each run of the other direction between FSI and PDI. A text
    that is wholly of the other direction is isolated as one.
    """
    foreign, own, run = (_HAS_LATIN, _HAS_ARABIC, _LATIN_RUN) if rtl else (_HAS_ARABIC, _HAS_LATIN, _ARABIC_RUN)
    if not foreign.search(text):
        return text
    if not own.search(text):
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return f"{text[:start]}{FSI}{text[start:end]}{PDI}{text[end:]}"
    return run.sub(lambda m: f"{FSI}{m[0]}{PDI}", text)


def clean(text: str) -> str:
    """Text fit for a terminal: no control characters, escape sequences or directional controls of its own, and white
    space as single blanks.
    """
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """Text that keeps its white space, without control characters and directional controls of its own."""
    return _UNSAFE.sub(" ", _CONTROLS.sub("", text))


def width(text: str) -> int:
    """How many terminal cells a text takes."""
    return sum(_cells(c) for c in text)


def _cells(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def shorten(text: str, limit: int) -> str:
    """The text cut at a word to at most `limit` cells, with an ellipsis if something was cut."""
    text = clean(text)
    if width(text) <= limit:
        return text
    kept: list[str] = []
    room = limit - 1
    for word in text.split(" "):
        room -= width(word) + (1 if kept else 0)
        if room < 0:
            break
        kept.append(word)
    return (" ".join(kept) or text[: limit - 1]).rstrip("،,؛;:.") + "…"
