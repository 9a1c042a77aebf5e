"""When an event was, as far as its article tells: its own time, or the news of the days before publication."""

from __future__ import annotations

from marsad.linking.days import Days
from marsad.linking.happenings.told import Told

NEWS = 2
"""Days before publication at which news without a time is likely to have been."""
EXACT = 5
"""Days: what is told of so few is told of a day, or nearly."""
UNKNOWN = -2.0
"""What it tells of two events being one that one of them cannot be dated."""
_WIDE = 45
"""Days: an article that may have been published on more of them says nothing of the day of its news."""


def window(told: Told) -> Days | None:
    """The days on which an event was, or most likely was; None where nothing tells."""
    if told.days is not None:
        return told.days
    published = told.published
    if published is None or published.length > _WIDE:
        return None
    if told.status in ("planned", "possible"):
        return None
    return Days(published.first - NEWS, published.last)


def agreement_in_time(a: Told, b: Told) -> float | None:
    """What the times of two events tell of their being one: None that they are not, 0 nothing."""
    if a.days and b.days:
        return _both_told(a.days, b.days, _is_one_plan(a, b))
    first, second = window(a), window(b)
    if first is None or second is None:
        return _by_publication(a, b)
    if a.days or b.days:
        return _one_told(first, second)
    return _by_news(first, second)


def _is_one_plan(a: Told, b: Told) -> bool:
    """Whether two plans were told within a few days."""
    coming = a.status in ("planned", "possible")
    return coming and a.published is not None and b.published is not None and a.published.gap(b.published) <= EXACT


def _both_told(a: Days, b: Days, one_plan: bool) -> float | None:
    both = a.meet(b)
    longer = max(a.length, b.length)
    if both is None:
        return -1.5 if longer <= EXACT and a.gap(b) == 1 else None
    if longer <= EXACT or (one_plan and a == b):
        return 3.0
    return 1.5 if longer <= 31 else 0.5


def _one_told(a: Days, b: Days) -> float | None:
    gap = a.gap(b)
    if gap > 3:
        return None
    if max(a.length, b.length) > 31:
        return 0.0
    return 1.5 if gap == 0 else -1.0 * gap


def _by_news(a: Days, b: Days) -> float | None:
    """Neither article tells the time: how far apart were they published?"""
    apart = abs(a.last - b.last)
    return (1.5, 1.0, 0.0, -1.5)[apart] if apart <= 3 else None


def _by_publication(a: Told, b: Told) -> float | None:
    """One of them has no time: both must at least be able to have told it."""
    if a.status in ("planned", "possible"):
        return _both_planned(a, b)
    for one, other in ((a, b), (b, a)):
        if one.days and other.published and one.days.first > other.published.last:
            return None
    return UNKNOWN


def _both_planned(a: Told, b: Told) -> float | None:
    """Plans, one of them without a term: told within days of each other, and the term not yet over."""
    if a.published is None or b.published is None:
        return UNKNOWN
    for days, published in ((a.days, b.published), (b.days, a.published)):
        if days is not None and days.last < published.first:
            return None
    gap = a.published.gap(b.published)
    return 1.0 if gap <= 1 else 0.0 if gap <= 4 else -1.5 if gap <= 30 else None
