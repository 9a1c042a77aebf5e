"""Promises in the store: evaluated anew where a happening of the same two changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from marsad.edtf import bounds
from marsad.linking.happenings import told
from marsad.linking.happenings.occurrence import Occurrence, occurrence_of
from marsad.linking.happenings.told import Told
from marsad.linking.promises.keys import keys
from marsad.linking.promises.outcomes import decides, is_promise, outcome, promise_of
from marsad.linking.queries import enter, parts, take_out
from marsad.store.tables import happening_key, link_item, promise


def publish(
    connection: Connection, happenings: int, gone: Collection[int], groups: Mapping[int, Sequence[Told]]
) -> None:
    """Write the promises that changed when some happenings went and others came or changed, which the table of
    happenings holds already. `happenings` is the number of the kind of links whose groups are happenings."""
    new = {number: occurrence_of(tellings) for number, tellings in groups.items()}
    entered = {number: keys(happening) for number, happening in new.items()}
    undecided = _take_back(connection, {*gone, *new})
    enter(connection, happening_key, [{"key": k, "happening": n} for n, several in entered.items() for k in several])
    plans = {number for number, happening in new.items() if is_promise(happening)}
    old = _occurrences(connection, happenings, _promises_with(connection, set().union(*entered.values())))
    decided = _decided(old, new, entered)
    _evaluate(connection, happenings, plans | undecided | decided, {**old, **new})


def _take_back(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Forget happenings as promises; the promises that they decided."""
    undecided: set[int] = set()
    for part in parts(numbers):
        undecided.update(connection.scalars(select(promise.c.id).where(promise.c.decided_by.in_(part))))
    take_out(connection, promise, numbers)
    return undecided.difference(numbers)


def _promises_with(connection: Connection, several: Collection[int]) -> set[int]:
    """The promises of the store that have one of some keys."""
    found: set[int] = set()
    for part in parts(several):
        held = select(happening_key.c.happening).where(happening_key.c.key.in_(part))
        found.update(connection.scalars(select(promise.c.id).where(promise.c.id.in_(held))))
    return found


def _decided(
    old: Mapping[int, Occurrence], new: Mapping[int, Occurrence], entered: Mapping[int, Collection[int]]
) -> set[int]:
    """The old promises that a new happening decides."""
    holders: dict[int, list[int]] = {}
    for number, several in entered.items():
        for key in several:
            holders.setdefault(key, []).append(number)
    return {
        number
        for number, plan in old.items()
        if any(decides(plan, new[n]) for n in {n for key in keys(plan) for n in holders.get(key, ())})
    }


def _evaluate(connection: Connection, kind: int, plans: Collection[int], known: Mapping[int, Occurrence]) -> None:
    candidates = _candidates(connection, plans)
    wanted = {number for several in candidates.values() for number in several} | set(plans)
    known = {**known, **_occurrences(connection, kind, wanted - known.keys())}
    rows = [_row(known[plan], [known[n] for n in sorted(candidates.get(plan, ()))]) for plan in sorted(plans)]
    take_out(connection, promise, plans)
    enter(connection, promise, rows)


def _candidates(connection: Connection, plans: Collection[int]) -> dict[int, set[int]]:
    """For each promise the happenings that share a key with it."""
    t = happening_key.c
    holders: dict[int, set[int]] = {}
    for part in parts(plans):
        for row in connection.execute(select(t.key, t.happening).where(t.happening.in_(part))):
            holders.setdefault(row.key, set()).add(row.happening)
    candidates: dict[int, set[int]] = {}
    for part in parts(holders):
        for row in connection.execute(select(t.key, t.happening).where(t.key.in_(part))):
            for plan in holders[row.key] - {row.happening}:
                candidates.setdefault(plan, set()).add(row.happening)
    return candidates


def _occurrences(connection: Connection, kind: int, numbers: Iterable[int]) -> dict[int, Occurrence]:
    """Happenings of the store by their numbers."""
    t = link_item.c
    tellings: dict[int, list[Told]] = {}
    for part in parts(numbers):
        found = select(t.grp, t.item, t.article, t.profile).where(t.kind == kind, t.grp.in_(part))
        for row in connection.execute(found.order_by(t.item)):
            tellings.setdefault(row.grp, []).append(told.decode(row.profile, row.item, row.article))
    return {number: occurrence_of(several) for number, several in tellings.items()}


def _row(plan: Occurrence, others: Sequence[Occurrence]) -> dict[str, Any]:
    found = outcome(plan, others, None)
    record = promise_of(plan, found)
    term = bounds(record.term)
    return {
        "id": plan.number, "term": record.term, "term_start": term.start or None, "term_end": term.end or None,
        "said": bounds(record.said).start or None, "outcome": record.outcome, "evidence": list(record.evidence),
        "decided_by": found.evidence.number if found.evidence else None,
    }  # fmt: skip
