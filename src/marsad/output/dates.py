"""EDTF dates and intervals for people (`3 March 2026`) and for sorting."""

from __future__ import annotations

from marsad.edtf import DATE, bounds
from marsad.output.labels import Lang, label


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
    a, b = DATE.match(first), DATE.match(last)
    if a and b and a[1] == b[1] and not a[4] and a[2] and b[2]:
        if a[2] == b[2] and a[3] and b[3]:
            return f"{int(a[3])}–{_words(last, lang)}"
        short = _words(first, lang).removesuffix(f" {a[1]}")
        return f"{short} – {_words(last, lang)}"
    return f"{_words(first, lang)} – {_words(last, lang)}"


def _words(date: str, lang: Lang) -> str:
    match = DATE.match(date)
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
