"""EDTF dates and intervals for people (`3 March 2026`) and for sorting."""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

from marsad.output.labels import Lang, label

_DATE = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$")
_PARTS = {
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12),
    "33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12),
    "37": (1, 4), "38": (5, 8), "39": (9, 12), "40": (1, 6), "41": (7, 12),
}  # fmt: skip
"""First and last month of EDTF's parts of a year: seasons, quarters, thirds, halves (ISO 8601-2 §4.8)."""


class Bounds(NamedTuple):
    """First and last day of a date, ISO 8601; empty where the date is open or not known."""

    start: str
    end: str


def bounds(edtf: str | None) -> Bounds:
    """The first and the last day that an EDTF date or interval covers; both empty if it cannot be read."""
    if not edtf:
        return Bounds("", "")
    first, _, last = edtf.partition("/")
    if not last:
        return _one(first)
    return Bounds(_one(first).start, _one(last).end)


def _one(date: str) -> Bounds:
    match = _DATE.match(date)
    if not match:
        return Bounds("", "")
    year, month, day = match[1], match[2], match[3]
    if day:
        return Bounds(f"{year}-{month}-{day}", f"{year}-{month}-{day}")
    if not month:
        return Bounds(f"{year}-01-01", f"{year}-12-31")
    start, end = _PARTS.get(month) or (int(month), int(month))
    if not 1 <= end <= 12 or int(year) < 1:
        return Bounds("", "")
    return Bounds(f"{year}-{start:02}-01", f"{year}-{end:02}-{calendar.monthrange(int(year), end)[1]}")


def sort_key(edtf: str | None) -> tuple[int, str, str]:
    """Orders dates by their first day, then by their last; what has no date comes at the end."""
    start, end = bounds(edtf)
    return (0, start or end, end or "9999") if start or end else (1, "", "")


def date_text(edtf: str | None, lang: Lang) -> str:
    """A date or interval in words; what is not EDTF stays as it is, and None is empty."""
    if not edtf:
        return ""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _words(first, lang)
    if first in {"", ".."}:
        return f"{label('ui.until', lang)} {_words(last, lang)}" if last not in {"", ".."} else ""
    if last in {"", ".."}:
        return f"{label('ui.from', lang)} {_words(first, lang)}"
    return _interval(first, last, lang)


def _interval(first: str, last: str, lang: Lang) -> str:
    a, b = _DATE.match(first), _DATE.match(last)
    if a and b and a[1] == b[1] and not a[4] and a[2] and b[2]:
        if a[2] == b[2] and a[3] and b[3]:
            return f"{int(a[3])}–{_words(last, lang)}"
        short = _words(first, lang).removesuffix(f" {a[1]}")
        return f"{short} – {_words(last, lang)}"
    return f"{_words(first, lang)} – {_words(last, lang)}"


def _words(date: str, lang: Lang) -> str:
    match = _DATE.match(date)
    if not match:
        return date
    year, month, day, doubt = match.groups()
    words = [str(int(day))] if day else []
    if month:
        words.append(label(f"month.{month}", lang))
    words.append(year)
    if doubt:
        words.insert(0, label("ui.about", lang))
    return " ".join(words)
