"""One record of what several articles tell: the most exact time, the most specific parties, all places and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from marsad.linking.days import Days
from marsad.linking.happenings.differences import differences
from marsad.linking.happenings.parties import is_vague, kind_of, same, unnamed
from marsad.linking.happenings.told import Party, Told
from marsad.records import SYMMETRIC_TYPES, Amount, Happening, Status, Telling
from marsad.store.ids import public_id

_SPECIFIC = {"person": 0, "org": 1, "media": 1, "group": 3, "state": 4, "bloc": 4}
_ONE_OF = 3
"""A party that fewer than one in so many tellings name is left out: it is likelier misread than known to one alone."""
_STATUSES: tuple[Status, ...] = ("actual", "planned", "possible", "denied")


def happening_of(tellings: Sequence[Told]) -> Happening:
    """The record of one group of events. Its id is that of the event with the smallest number."""
    ordered = in_order(tellings)
    name = min(tellings, key=lambda t: t.item)
    actors, recipients = sides(tellings)
    days = best_days(tellings)
    return Happening(
        id=public_id(name.article, name.name),
        type=name.type,
        mode=_mode(tellings),
        status=status_of(tellings),
        actors=tuple(p.entity for p in actors),
        recipients=tuple(p.entity for p in recipients),
        time=days.edtf() if days else None,
        places=_places(tellings),
        amounts=amounts(tellings),
        contexts=tuple(sorted({c for t in tellings for c in t.contexts})),
        tellings=tuple(_telling(t) for t in ordered),
        differences=differences(ordered),
    )


def in_order(tellings: Iterable[Told]) -> list[Told]:
    """Tellings in the order of publication: the earliest possible day, then the latest; those without one last."""
    never = Days(1 << 30, 1 << 30)
    return sorted(tellings, key=lambda t: (t.published or never, t.article, t.item))


def status_of(tellings: Sequence[Told]) -> Status:
    """What happened for one happened; what is planned for one is planned."""
    told = {t.status for t in tellings}
    return next(s for s in _STATUSES if s in told)


def best_days(tellings: Sequence[Told]) -> Days | None:
    """The most exact time that agrees with the most tellings: the days that all those have in common."""
    told = [t.days for t in tellings if t.days is not None]
    if not told:
        return None
    best = min(told, key=lambda days: (-sum(1 for d in told if d.meet(days)), days.length, days))
    for days in sorted(told, key=lambda d: (d.length, d)):
        best = best.meet(days) or best
    return best


def sides(tellings: Sequence[Told]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The actors and the recipients, each as specific as any telling names them; all are actors of a mutual act."""
    if tellings[0].type in SYMMETRIC_TYPES:
        return _parties([t.parties for t in tellings]), ()
    return _parties([t.actors for t in tellings]), _parties([t.recipients for t in tellings])


def _parties(lists: Sequence[Sequence[Party]]) -> tuple[Party, ...]:
    if len(lists) == 1:
        return tuple(dict.fromkeys(lists[0]))
    named = Counter(p for parties in lists for p in set(parties))
    found: dict[Party, int] = {}
    for party in sorted(named, key=lambda p: (_vagueness(p), -named[p], p)):
        known = next((p for p in found if same(p, party) and _vagueness(p) < _vagueness(party)), None)
        if known is None:
            found[party] = named[party]
        else:
            found[known] += named[party]
    told = sum(1 for parties in lists if parties)
    return tuple(p for p, times in found.items() if times * _ONE_OF >= told)


def _vagueness(party: Party) -> int:
    if unnamed(party) or is_vague(party):
        return 5
    return _SPECIFIC.get(kind_of(party.entity), 4)


def amounts(tellings: Sequence[Told]) -> tuple[Amount, ...]:
    """All numbers that are told, by unit."""
    return tuple(Amount(v, u) for u, v in sorted({(unit, value) for t in tellings for value, unit in t.quantities}))


def _mode(tellings: Sequence[Told]) -> str | None:
    modes = Counter(t.mode for t in tellings if t.mode)
    return min(modes, key=lambda m: (-modes[m], m)) if modes else None


def _places(tellings: Sequence[Told]) -> tuple[str, ...]:
    """Cities before states."""
    return tuple(sorted({t.place for t in tellings if t.place}, key=lambda p: (p.startswith("state:"), p)))


def _telling(told: Told) -> Telling:
    published = told.published.edtf() if told.published else None
    return Telling(public_id(told.article, told.name), public_id(told.article), told.source, published)
