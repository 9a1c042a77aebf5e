"""When and by whom an article was published: metadata, a dateline, or what the text implies."""

from __future__ import annotations

import re
from datetime import date, timedelta

from marsad.language.arabic.intervals import Interval
from marsad.reading.dating.anchors import era_clues, event_clues
from marsad.reading.dating.clues import (
    LIKELY,
    SURE,
    WEAK,
    Clue,
    Weekday,
    clauses,
    date_clues,
    fits_news,
    news_weekdays,
    weekdays_of,
)
from marsad.reading.dating.datelines import Dateline, datelines
from marsad.reading.dating.daysets import EVER, LAST, Days, hull, meet, on_weekdays, until
from marsad.reading.dating.officeclues import office_clues
from marsad.reading.dating.ownoutlet import own_outlet
from marsad.reading.dating.times import Times
from marsad.reading.document import Document
from marsad.records import Article, Dating, Precision

_WIDEST = 1100
"""Days: what is left of all clues and is longer than about three years says too little to be told."""
_FEW = 62
"""Days: so many weekdays at most are tried one by one."""
_MONTH_FROM = 15
"""Days: less of one month than that is told as its days, more as the month."""
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def published(article: Article, doc: Document, times: Times) -> tuple[Dating, str | None]:
    """The publication date with its evidence, and the outlet's id if that is sure.

    The date is that of the article's metadata; else of a dateline; else the days that all clues of the text leave. It
    holds the true day or is unknown. `times.matches` are the text's dates, not yet resolved.
    """
    outlet = article.outlet or own_outlet(doc)
    if article.published.date is not None:
        return article.published, outlet
    return _dating(article, doc, times), outlet


def _dating(article: Article, doc: Document, times: Times) -> Dating:
    borne = datelines(doc, times.matches, article.furniture)
    told = next((d for kind in ("label", "dateline", "update") for d in borne if d.kind == kind), None)
    if told is not None:
        return _of_dateline(told)
    bounds = _bounds(article, borne)
    dated = clauses(doc, times.matches)
    found = [*bounds, *date_clues(doc, dated), *era_clues(doc), *event_clues(doc, dated)]
    days, used = _with_offices(*_narrowed(found), list(office_clues(doc, dated)))
    if not days:
        return Dating(None, "unknown", "The clues of the text contradict one another.")
    return _told(doc, days, used, weekdays_of(dated), news_weekdays(doc, dated))


def _of_dateline(told: Dateline) -> Dating:
    what = {"dateline": "Dateline", "label": "Line with the date of publication", "update": "Line with the last change"}
    return Dating(told.day.isoformat(), "day", f"{what[told.kind]}: “{told.words}”.")


def _bounds(article: Article, borne: list[Dateline]) -> list[Clue]:
    """The days of the crawl, after which nothing was published."""
    found = [
        Clue(until(d.day), d.words, "is a masthead's date, that of the crawl: an upper bound only", SURE)
        for d in borne
        if d.kind == "masthead"
    ]
    retrieved = _ISO_DAY.search(article.retrieved)
    if retrieved is not None:
        day = date.fromisoformat(retrieved[0])
        found.append(Clue(until(day), retrieved[0], "is the day of retrieval: an upper bound only", SURE))
    return found


def _narrowed(clues: list[Clue]) -> tuple[Days, list[Clue]]:
    """The days that the clues leave, and the clues that narrowed them. The surest go first; a clue against them is
    dropped, and where clues of one weight contradict each other, all of that weight and below. No day is left if that
    befalls the surest.
    """
    days, used = EVER, list[Clue]()
    for weight in (SURE, LIKELY, WEAK):
        level = [c for c in clues if c.weight == weight and meet(days, c.days)]
        left, narrowing = days, list[Clue]()
        for clue in level:
            both = meet(left, clue.days)
            if both != left:
                narrowing.append(clue)
            left = both
        if left:
            days, used = left, used + narrowing
        else:
            return (days, used) if weight != SURE else ((), [])
    return days, used


def _with_offices(days: Days, used: list[Clue], offices: list[Clue]) -> tuple[Days, list[Clue]]:
    """The days narrowed by the offices that people hold. One that does not fit shows that the text looks back, and one
    alone proves nothing; then only the beginnings of the terms count.
    """
    firsts = [c for c in offices if c.weight == LIKELY and meet(days, c.days)]
    terms = [c for c in offices if c.weight == WEAK]
    for clues in (firsts, terms):
        left = days
        for clue in clues:
            left = meet(left, clue.days)
        if left and (clues is firsts or len(clues) > 1):
            used = used + [c for c in clues if meet(days, c.days) != days]
            days = left
    return days, used


def _told(doc: Document, days: Days, used: list[Clue], named: list[Weekday], news: list[Weekday]) -> Dating:
    """The dating that some days are."""
    left = days[-1][1] - days[0][0] + 1
    if left > _WIDEST or days[-1][1] == LAST:
        reasons = f" What it tells: {_reasons(used)}." if used else ""
        return Dating(None, "unknown", f"The text does not tell when it was published.{reasons}")
    days, weekday = _on_named_weekday(doc, days, named)
    if not weekday and news and left <= _FEW:
        days, weekday = _after_news(doc, days, news)
    evidence = f"Narrowed from the text: {_reasons(used)}{weekday}."
    interval = hull(days)
    if interval.start == interval.end:
        return Dating(interval.start.isoformat(), "day", evidence)
    return Dating(*_edtf(interval), evidence)


def _on_named_weekday(doc: Document, days: Days, named: list[Weekday]) -> tuple[Days, str]:
    """Those of a few days that fall on the weekdays named with today, and what to say of it."""
    said = ""
    for weekday in named:
        few = on_weekdays(days, weekday.days) if days[-1][1] - days[0][0] < _FEW else ()
        if few and few != days:
            words = doc.span(weekday.match.i, weekday.match.j).text
            days, said = few, f"{said}; “{words}” is a weekday among these"
    return days, said


def _after_news(doc: Document, days: Days, news: list[Weekday]) -> tuple[Days, str]:
    """Those of a few days that come right after the weekday of the news, and what to say of it."""
    left = days
    for weekday in news:
        left = fits_news(left, weekday)
    if not left or left == days:
        return days, ""
    words = ", ".join(dict.fromkeys(doc.span(w.match.i, w.match.j).text for w in news))
    return left, f"; “{words}” is the weekday of the news, a few days ago at most"


def _edtf(interval: Interval) -> tuple[str, Precision]:
    """A month if the days are most of one, else the days or whole months as an interval."""
    same = (interval.start.year, interval.start.month) == (interval.end.year, interval.end.month)
    if same and (interval.end - interval.start) >= timedelta(days=_MONTH_FROM):
        return interval.start.isoformat()[:7], "month"
    return interval.edtf(), interval.precision


def _reasons(used: list[Clue]) -> str:
    """The clues as one list, each with its words."""
    return "; ".join(dict.fromkeys(f"“{' '.join(c.words.split())}” {c.reason}" for c in used))
