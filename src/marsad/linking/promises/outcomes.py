"""What became of a promise, as far as other happenings tell.

A plan is kept by an event of its kind between the same parties in or about its term; broken by one of them calling it
off or by words that it will not be; postponed by a later plan of the same with a later term, or by a word that says so.
Time alone decides nothing but that a term has passed (`overdue`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from marsad.linking.days import Days
from marsad.linking.happenings.acts import modes_fit, parties_in_common
from marsad.linking.happenings.occurrence import Occurrence
from marsad.linking.happenings.parties import kind_of
from marsad.linking.words import likeness
from marsad.records import Promise, PromiseOutcome
from marsad.store.ids import public_id

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
"""Plans of these types are promises whoever tells them; others only where the one who acts says so."""
CALLED_OFF_BY = {
    "CONSULT": ("REJECT", "meet"),
    "AGREE": ("SANCTION", "withdraw"),
    "COOPERATE": ("SANCTION", "withdraw"),
}
"""Type and mode of the act by which a plan of a type is called off."""
_SLACK = 3
UNDATED = 60
"""Days within which what was promised without a term counts as kept."""
_LATER_PLAN = 30
"""Days after a term within which a later term is a postponement, and not another plan."""
_WIDE = 62
"""Days: a term of an article that may have been published on more of them is as uncertain as its date."""
_SAME_SUBJECT, _SAME_WORDS = 0.3, 0.5
"""The least share of words that acts other than meetings must have in common, with a term and without one."""


class Outcome(NamedTuple):
    """What became of a promise, its term, and the happening that shows it."""

    outcome: PromiseOutcome
    term: Days | None
    evidence: Occurrence | None = None


def is_promise(plan: Occurrence) -> bool:
    """Whether a happening is a plan that somebody may be held to: what others fear or suspect is not, nor what should
    have been before it was told."""
    if plan.status != "planned" or not plan.parties:
        return False
    if plan.days is not None and plan.first is not None and plan.days.last < plan.first.first:
        return False
    if _is_given_up(plan):
        return False
    if plan.type in COOPERATIVE:
        return True
    own = {p.entity for p in plan.actors} | {f"state:{p.head}" for p in plan.actors}
    return any(not own.isdisjoint(t.according_to) for t in plan.tellings)


def _is_given_up(plan: Occurrence) -> bool:
    """Whether a plan is told as one put off, with the term that it had: `تأجلت الزيارة التي كانت مقررة هذا الشهر`."""
    if "postpone" not in plan.tellings[0].turns or plan.days is None or plan.first is None:
        return False
    return plan.days.first <= plan.first.last


def _is_put_off_itself(plan: Occurrence) -> bool:
    """Whether later tellings of a plan say, with the term that it had, that it was put off."""
    first = plan.first
    if first is None or "postpone" in plan.tellings[0].turns:
        return False
    later = (t for t in plan.tellings if t.published is not None and t.published.first > first.last)
    return any("postpone" in t.turns for t in later)


def outcome(plan: Occurrence, others: Iterable[Occurrence], as_of: Days | None) -> Outcome:
    """What became of a promise, as far as `others` tell; without a day `as_of` no term has passed.

    Of several happenings that keep it the one nearest to the term is the evidence; if none does, the last that calls it
    off or puts it off decides. The order of `others` does not matter.
    """
    told = [other for other in others if _is_another_articles(plan, other)]
    kept = [other for other in told if _keeps(plan, other)]
    if kept:
        best = min(kept, key=lambda o: (_distance(plan, o), o.first or Days(1 << 30, 1 << 30), o.number))
        return Outcome("kept", _term_kept(plan, best), best)
    turned = [(o, name) for o in told for name in [_turn(plan, o)] if name is not None]
    if turned:
        last, name = max(turned, key=lambda found: (found[0].last or Days(0, 0), found[1], found[0].number))
        return Outcome(name, plan.days, last)
    if _is_put_off_itself(plan):
        return Outcome("postponed", plan.days, plan)
    passed = as_of is not None and plan.days is not None and plan.days.last < as_of.first
    return Outcome("overdue" if passed else "open", plan.days)


def decides(plan: Occurrence, other: Occurrence) -> bool:
    """Whether a happening keeps a promise, calls it off or puts it off."""
    return _is_another_articles(plan, other) and (_keeps(plan, other) or _turn(plan, other) is not None)


def promise_of(plan: Occurrence, found: Outcome) -> Promise:
    """The record of a promise with its outcome."""
    first = plan.tellings[0]
    name = min(plan.tellings, key=lambda t: t.item)
    return Promise(
        happening=public_id(name.article, name.name), type=plan.type, mode=plan.mode or None,
        actors=tuple(p.entity for p in plan.actors), recipients=tuple(p.entity for p in plan.recipients),
        said=first.published.edtf() if first.published else None,
        term=found.term.edtf() if found.term else None, outcome=found.outcome,
        evidence=tuple(public_id(t.article, t.name) for t in found.evidence.tellings) if found.evidence else (),
    )  # fmt: skip


def _is_another_articles(plan: Occurrence, other: Occurrence) -> bool:
    """Whether an article tells it that does not tell the plan."""
    own = {t.article for t in plan.tellings}
    return any(t.article not in own for t in other.tellings)


def _keeps(plan: Occurrence, other: Occurrence) -> bool:
    """Whether a happening is what was promised: in or about the term, and not before the promise."""
    if other.status != "actual" or {"cancel", "postpone"} & other.turns or not _is_same_act(plan, other):
        return False
    when = other.when
    if when is None or not _may_be_later(plan, other):
        return False
    if plan.first is not None and when.last < plan.first.first:
        return False
    if (plan.type != "CONSULT" or plan.days is None) and not _is_later(plan, other):
        return False  # one report read in two ways, or an invitation at a visit, which is not to that visit
    if plan.days is not None and other.last is not None and other.last.last < plan.days.first:
        return False
    if plan.days is not None:
        return plan.days.wider(slack(plan.days)).meet(when) is not None
    return plan.first is not None and plan.first.length <= _WIDE and when.first <= plan.first.last + UNDATED


def slack(term: Days) -> int:
    """Days before and after a term that still count as the term: a quarter of its length, some days at least."""
    return max(_SLACK, term.length // 4)


def _turn(plan: Occurrence, other: Occurrence) -> PromiseOutcome | None:
    """Whether a happening calls a promise off or puts it off."""
    if not _may_be_later(plan, other):
        return None
    if _is_called_off(plan, other):
        return "broken"
    return "postponed" if _is_put_off(plan, other) else None


def _is_called_off(plan: Occurrence, other: Occurrence) -> bool:
    if (other.type, other.mode) == CALLED_OFF_BY.get(plan.type) and other.status == "actual":
        heads, others = {p.head for p in plan.parties}, {p.head for p in other.parties}
        return len(heads & others) > 1 and _is_of_the_term(plan, other)
    if not _is_same_act(plan, other) or not _is_of_the_term(plan, other):
        return False
    if other.status == "denied":
        return other.days is not None or _is_told_before_the_end(plan, other)
    return "cancel" in other.turns


def _is_put_off(plan: Occurrence, other: Occurrence) -> bool:
    """A word that says so, or a later plan with a later term, told while the first could still be kept."""
    if not _is_same_act(plan, other) or not _is_told_in_time(plan, other):
        return False
    if "postpone" in other.turns:
        return True
    if other.status != "planned" or plan.days is None or other.days is None or plan.first is None:
        return False
    later = other.first is not None and other.first.first > plan.first.last
    return later and other.days.first > plan.days.last and plan.mode == other.mode


def _is_of_the_term(plan: Occurrence, other: Occurrence) -> bool:
    """Whether what is called off may be what was promised: its own time is not another."""
    if plan.days is None or other.days is None or other.type != plan.type:
        return _is_told_in_time(plan, other)
    return plan.days.wider(_SLACK).meet(other.days) is not None


def _is_told_before_the_end(plan: Occurrence, other: Occurrence) -> bool:
    """Whether it was told while the promise could still be kept: later, `لم يزر` may be of any time before."""
    return plan.days is None or (other.first is not None and other.first.first <= plan.days.last)


def _is_told_in_time(plan: Occurrence, other: Occurrence) -> bool:
    """Whether it was told before the term was over, or soon after."""
    if other.first is None:
        return False
    if plan.days is not None:
        return other.first.first <= plan.days.last + _LATER_PLAN
    return plan.first is not None and other.first.first <= plan.first.last + UNDATED


def _may_be_later(plan: Occurrence, other: Occurrence) -> bool:
    """Whether it may have been told on or after the day of the promise."""
    return plan.first is None or other.last is None or other.last.last >= plan.first.first


def _is_later(plan: Occurrence, other: Occurrence) -> bool:
    """Whether it may have been told on a later day than the promise was first."""
    return plan.first is None or other.last is None or other.last.last > plan.first.first


def _is_same_act(plan: Occurrence, other: Occurrence) -> bool:
    """Whether two happenings are of one kind between the same parties; acts other than meetings need the same words."""
    if plan.type != other.type or not (modes_fit(plan, other) or _is_met_there(plan, other)):
        return False
    common = parties_in_common(plan, other)
    if not common or min(len(plan.parties), len(other.parties)) < 2:
        return False
    if plan.type == "CONSULT" and _meet_the_same(plan, other):
        return True
    return likeness(plan.words, other.words) >= (_SAME_SUBJECT if plan.days else _SAME_WORDS)


def _meet_the_same(plan: Occurrence, other: Occurrence) -> bool:
    """Whether those who meet are certainly the same: the visitor, or two by their ids, one of them no state."""
    ids = {p.entity for p in plan.parties} & {p.entity for p in other.parties}
    named = [i for i in ids if kind_of(i) in ("person", "org")]
    return bool(named) and (plan.mode == "visit" or len(ids) > 1)


def _is_met_there(plan: Occurrence, other: Occurrence) -> bool:
    """Whether a visitor was met where he was to go: `سيزور أنقرة`, then `التقى أردوغان في أنقرة`."""
    people = {p.entity for p in plan.parties if kind_of(p.entity) == "person"}
    return (
        plan.mode == "visit"
        and other.mode in ("", "multilateral")
        and bool(plan.places & other.places)
        and any(p.entity in people for p in other.parties)
    )


def _distance(plan: Occurrence, other: Occurrence) -> int:
    when = other.when
    return plan.days.gap(when) if plan.days is not None and when is not None else 0


def _term_kept(plan: Occurrence, kept: Occurrence) -> Days | None:
    """The term; where the date of the article that promised is not known (`next May`), as the event that kept it
    shows."""
    wide = plan.first is None or plan.first.length > _WIDE
    if wide and plan.days is not None and kept.days is not None:
        return plan.days.meet(kept.days) or plan.days
    return plan.days
