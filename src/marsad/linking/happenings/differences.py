"""Where tellings of one event differ: who says what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from marsad.linking.happenings.parties import fit, kind_of
from marsad.linking.happenings.told import Party, Told
from marsad.records import SYMMETRIC_TYPES, Claim, Difference, DifferenceField
from marsad.store.ids import public_id


def differences(tellings: Sequence[Told]) -> tuple[Difference, ...]:
    """All differences among the tellings of one happening, which are in the order of publication. Less detail is no
    difference: one without a time, a month for its day, a state for its leader, one number of the two that others
    tell."""
    if len(tellings) < 2:
        return ()
    return (*_times(tellings), *_numbers(tellings), *_parties(tellings), *_places(tellings), *_statuses(tellings))


def _times(tellings: Sequence[Told]) -> Iterator[Difference]:
    told = [t for t in tellings if t.days]
    if any(a.days and b.days and a.days.meet(b.days) is None for a in told for b in told):
        yield Difference("time", _claims(told, lambda t: t.time))


def _numbers(tellings: Sequence[Told]) -> Iterator[Difference]:
    for unit in sorted({unit for t in tellings for _, unit in t.quantities}):
        told = [t for t in tellings if _values(t, unit)]
        sets = [set(_values(t, unit)) for t in told]
        if any(not (a <= b or b <= a) for a in sets for b in sets):
            yield Difference("numbers", _claims(told, _numbers_of(unit)), unit)


def _numbers_of(unit: str) -> Callable[[Told], str]:
    return lambda told: ", ".join(f"{value:.15g}" for value in _values(told, unit))


def _values(told: Told, unit: str) -> list[float]:
    return sorted({value for value, u in told.quantities if u == unit})


def _parties(tellings: Sequence[Told]) -> Iterator[Difference]:
    if tellings[0].type in SYMMETRIC_TYPES:
        yield from _side(tellings, "parties", lambda t: t.parties)
    else:
        yield from _side(tellings, "actors", lambda t: t.actors)
        yield from _side(tellings, "recipients", lambda t: t.recipients)


def _side(
    tellings: Sequence[Told], field: DifferenceField, side: Callable[[Told], tuple[Party, ...]]
) -> Iterator[Difference]:
    """People and organisations whom some tellings name on a side where others name others."""
    told = [t for t in tellings if _named(side(t))]
    if any(fit(_named(side(a)), _named(side(b))).missing for a in told for b in told):
        yield Difference(field, _claims(told, lambda t: ", ".join(sorted(p.entity for p in side(t)))))


def _named(parties: Sequence[Party]) -> list[Party]:
    return [p for p in parties if kind_of(p.entity) in ("person", "org")]


def _places(tellings: Sequence[Told]) -> Iterator[Difference]:
    told = [t for t in tellings if t.place and not t.place.startswith("state:")]
    if len({t.place for t in told}) > 1:
        yield Difference("place", _claims(told, lambda t: t.place))


def _statuses(tellings: Sequence[Told]) -> Iterator[Difference]:
    if len({t.status for t in tellings}) > 1:
        yield Difference("status", _claims(tellings, lambda t: t.status))


def _claims(tellings: Sequence[Told], value: Callable[[Told], str]) -> tuple[Claim, ...]:
    """The values in the order of publication, each with the events that say it and who says it there."""
    found: dict[str, list[Told]] = {}
    for told in tellings:
        found.setdefault(value(told), []).append(told)
    return tuple(
        Claim(
            said,
            tuple(public_id(t.article, t.name) for t in several),
            tuple(sorted({who for t in several for who in (t.according_to or (t.source,)) if who})),
        )
        for said, several in found.items()
    )
