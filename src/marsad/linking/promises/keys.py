"""Which happenings may decide which promises: those of the same two in the months of the promise and of its term."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from marsad.linking.days import Days
from marsad.linking.happenings.occurrence import Occurrence
from marsad.linking.happenings.parties import kind_of
from marsad.linking.happenings.told import Party
from marsad.linking.kinds import key_of
from marsad.linking.promises.outcomes import CALLED_OFF_BY, UNDATED, is_promise, slack

_PARTIES = 5
"""So many parties at most are paired."""
_MONTHS = 36
"""So many months at most are keys of one happening."""


def keys(happening: Occurrence) -> set[int]:
    """The keys of a happening, as a promise and as what decides others."""
    months = {
        *_months_of_plan(happening),
        *_months(happening.when),
        *_months(happening.first),
        *_months(happening.last),
    }
    nearest = sorted(months)[:_MONTHS]
    pairs = _pairs(happening.parties) if happening.status == "planned" else _all_pairs(happening.parties)
    return {
        key_of("promise", type_, *pair, month) for type_ in _types(happening) for pair in pairs for month in nearest
    }


def _types(happening: Occurrence) -> Iterator[str]:
    """The types of promises that it may be, keep or call off."""
    yield happening.type
    for promised, act in CALLED_OFF_BY.items():
        if act == (happening.type, happening.mode) and happening.status == "actual":
            yield promised


def _pairs(parties: tuple[Party, ...]) -> set[tuple[str, str]]:
    """A person with the country of another party; without people two countries."""
    people = sorted({p for p in parties if kind_of(p.entity) == "person"})[:_PARTIES]
    if people:
        return {(p.entity, other.head) for p in people for other in parties[:_PARTIES] if other != p}
    heads = sorted({p.head for p in parties})[:_PARTIES]
    return set(combinations(heads, 2))


def _all_pairs(parties: tuple[Party, ...]) -> set[tuple[str, str]]:
    """Those of the people and those of the countries: a promise of states is kept by their people."""
    heads = sorted({p.head for p in parties})[:_PARTIES]
    return _pairs(parties) | set(combinations(heads, 2))


def _months_of_plan(happening: Occurrence) -> set[int]:
    """The months from the promise to its term, those in which it may be kept or called off."""
    if not is_promise(happening):
        return set()
    first, term = happening.first, happening.days
    if term is not None:
        told = _months(Days(min(first.first, term.last), term.last)) if first is not None else set()
        return told | _months(term.wider(slack(term)))
    return _months(Days(first.first, first.last + UNDATED)) if first is not None else set()


def _months(days: Days | None) -> set[int]:
    """The months of some days, counted from the year 0; of very many days none."""
    if days is None:
        return set()
    first, last = (date.fromordinal(day) for day in days)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    return set(months) if len(months) <= _MONTHS else set()
