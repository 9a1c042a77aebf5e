"""The record of an agreement: parties, subject, sums, volumes, term, and its status over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.linking.agreements.statuses import ON_THE_WAY, status
from marsad.linking.days import Days
from marsad.linking.happenings.canonical import amounts, in_order, sides
from marsad.linking.happenings.told import Told
from marsad.linking.words import stems
from marsad.records import Agreement, AgreementStatus, AgreementStep, Amount
from marsad.store.ids import public_id

_AGAIN = 30
"""Days after which what happened once to an agreement (a suspension, a violation) has happened again."""
_ITSELF = frozenset({"AGREE", "COOPERATE", "CONCEDE"})
_PERIODS = {"year": "P{:g}Y", "month": "P{:g}M", "week": "P{:g}W", "day": "P{:g}D"}
_COUNTS = frozenset({"agreement", "person", "percent", "hour", "minute", "km", "m", "point", *_PERIODS})


class Step(NamedTuple):
    """What one or more events make of the agreement, on the days on which they did."""

    status: AgreementStatus
    days: Days | None
    events: tuple[Told, ...]


def agreement_of(number: str, tellings: Sequence[Told]) -> Agreement:
    """The record of one agreement, whose events are `tellings`; `number` is its id."""
    told = in_order(tellings)
    parties = [p.entity for side in sides(_with_parties(told)) for p in side]
    steps = history(told)
    numbers = amounts(told)
    return Agreement(
        id=number, parties=tuple(sorted(parties)), subject=subject(told), status=steps[-1].status,
        amounts=tuple(a for a in numbers if _is_currency(a.unit)),
        volumes=tuple(a for a in numbers if not _is_currency(a.unit) and a.unit not in _COUNTS),
        term=_term(numbers),
        history=tuple(_record(step) for step in steps),
    )  # fmt: skip


def _with_parties(told: Sequence[Told]) -> Sequence[Told]:
    """The tellings that name those who agree: of the agreement itself, not of who confirms or breaks it."""
    itself = [t for t in told if t.type in _ITSELF and len(t.parties) > 1]
    return itself or [t for t in told if len(t.parties) > 1] or told


def history(told: Sequence[Told]) -> list[Step]:
    """The steps in the order of time. On the way to force each status counts once, and one that is told after a later
    one looks back; what may happen to it otherwise may happen again."""
    found: list[Step] = []
    for event, then in sorted(
        ((t, s) for t in told if (s := status(t)) is not None), key=lambda pair: (_time(pair[0]), pair[0].item)
    ):
        at = _step_of(found, then, event)
        if at is None:
            found.append(Step(then, event.days or event.published, (event,)))
        else:
            found[at] = found[at]._replace(events=(*found[at].events, event))
    return found


def _step_of(found: Sequence[Step], then: AgreementStatus, event: Told) -> int | None:
    """The step so far to which an event adds nothing but another telling."""
    for at in reversed(range(len(found))):
        step = found[at]
        if then in ON_THE_WAY and step.status in ON_THE_WAY and ON_THE_WAY.index(then) <= ON_THE_WAY.index(step.status):
            return at
        if then == step.status and _is_near(step.days, event.days or event.published):
            return at
    return None


def subject(told: Sequence[Told]) -> str:
    """What it is about: the name by which it is known, else the words of the telling that has most in common with the
    others, and of equal ones the longest."""
    names = sorted({t.known_as for t in told if t.known_as})
    if names:
        return names[0]
    texts = sorted({t.subject for t in told if t.subject})
    several = {text: frozenset(stems(text)) for text in texts}
    shared = {text: sum(len(several[text] & several[other]) for other in texts) for text in texts}
    return max(texts, key=lambda text: (shared[text], len(text), text), default="")


def _time(told: Told) -> Days:
    return told.days or told.published or Days(0, 0)


def _is_near(a: Days | None, b: Days | None) -> bool:
    return a is None or b is None or a.gap(b) <= _AGAIN


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _term(numbers: Sequence[Amount]) -> str | None:
    """How long it is to last, as an ISO 8601 duration: the longest that is told."""
    order = list(_PERIODS)
    periods = [a for a in numbers if a.unit in _PERIODS and a.value > 0]
    longest = max(periods, key=lambda a: (-order.index(a.unit), a.value), default=None)
    return _PERIODS[longest.unit].format(longest.value) if longest else None


def _record(step: Step) -> AgreementStep:
    return AgreementStep(
        step.status,
        step.days.edtf() if step.days else None,
        tuple(public_id(t.article, t.name) for t in step.events),
    )
