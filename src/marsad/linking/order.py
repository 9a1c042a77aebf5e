"""The order of articles in time, some of which have no date, or only days between which they were published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from marsad.linking.days import Days
from marsad.linking.happenings.canonical import best_days
from marsad.linking.happenings.told import Told

_NEVER = 1 << 30


class Placed(NamedTuple):
    """An article with the days on which it may have been published and the days of the newest event that it tells as
    done (None: neither is known)."""

    article: int
    published: Days | None
    newest: Days | None


def in_order(articles: Iterable[Placed]) -> list[int]:
    """The articles, earliest first.

    An article is no older than the newest event that it tells as done; where it may have been published is as early as
    that allows. Of two that may be equally early the one that must be earlier comes first; those of which nothing is
    known come last.
    """
    return [p.article for p in sorted(articles, key=_place)]


def placed(published: Iterable[tuple[int, Days | None]], happenings: Iterable[Sequence[Told]]) -> list[Placed]:
    """Articles with the days of their newest events, which another article's telling may date."""
    newest: dict[int, Days] = {}
    for tellings in happenings:
        days = best_days(tellings)
        for told in tellings if days is not None else ():
            if told.status == "actual" and days is not None:
                newest[told.article] = max(newest.get(told.article, days), days)
    return [Placed(article, days, newest.get(article)) for article, days in published]


def _place(placed: Placed) -> tuple[int, int, int]:
    published, newest = placed.published, placed.newest
    if published is None:
        return (newest.first if newest else _NEVER, _NEVER, placed.article)
    first = published.first
    if newest is not None and newest.first <= published.last:
        first = max(first, newest.first)
    return first, published.last, placed.article
