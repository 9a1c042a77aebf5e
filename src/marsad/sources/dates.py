"""What a field or a meta tag says of the date of publication, as a `Dating`."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import Any

from marsad.language.arabic.fold import fold
from marsad.records import Dating, Precision

_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{6}Z?)?\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR = re.compile(r"\d{4}\Z")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)([-/]?)(\d\d)\2(\d\d)(?=[/.?]|$)")
_FIRST_SECOND, _LAST_SECOND = 0, 4_102_444_800
"""Unix times that can date an article: 1970 to 2100."""


def dating(value: Any, evidence: str) -> Dating:
    """The date that `value` (a text in ISO 8601, EDTF or RFC 822, a date, or a Unix time in seconds or milliseconds)
    means, with its precision; an unknown date if it means none. The day is the one in the value's own time zone.
    """
    if isinstance(value, dt.date):
        return Dating(f"{value:%Y-%m-%d}", "day", evidence)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_seconds(value, evidence)
    text = fold(value.strip()) if isinstance(value, str) and len(value) < 80 else ""
    if text.count("/") == 1 and (interval := _interval(text)):
        return Dating(interval, "interval", evidence)
    date, precision = _point(text)
    return Dating(date, precision, evidence) if date else Dating()


def dating_of_address(url: str, latest: str | None) -> Dating:
    """The day that the path of an address names (`/2015/07/31/`, `/Issues/20150730/`), as newspapers file their
    articles; unknown if it names none, or one after `latest`, the day of the crawl.
    """
    match = _IN_ADDRESS.search(url)
    day = _valid(int(match[1]), int(match[3]), int(match[4])) if match else ""
    if not day or (latest and day > latest[: len(day)]):
        return Dating()
    return Dating(day, "day", "date in the address")


def _of_seconds(value: float, evidence: str) -> Dating:
    seconds = value / 1000 if abs(value) > _LAST_SECOND else value
    if not _FIRST_SECOND < seconds < _LAST_SECOND:
        return Dating()
    return Dating(f"{dt.datetime.fromtimestamp(seconds, dt.UTC):%Y-%m-%d}", "day", evidence)


def _interval(text: str) -> str:
    start, end = (_point(part)[0] for part in text.split("/"))
    return f"{start}/{end}" if start and end else ""


def _point(text: str) -> tuple[str, Precision]:
    for pattern in (_DAY, _COMPACT):
        if match := pattern.match(text):
            year, month, day = map(int, match.groups())
            return _valid(year, month, day), "day"
    if match := _MONTH.match(text):
        return (text if 1 <= int(match[2]) <= 12 else ""), "month"
    if _YEAR.match(text):
        return text, "year"
    if match := _DAY_FIRST.match(text):
        first, second, year = map(int, match.groups())
        # 5/6/2024 may be either; only a number beyond twelve tells day from month
        if first > 12 or first == second:
            return _valid(year, second, first), "day"
        return (_valid(year, first, second) if second > 12 else ""), "day"
    return _mail_date(text), "day"


def _valid(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat() if year > 1000 else ""
    except ValueError:
        return ""


def _mail_date(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""
