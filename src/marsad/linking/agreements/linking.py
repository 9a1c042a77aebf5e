"""Which events tell of one agreement: the same parties and the same subject, sum or volume."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from marsad.linking.agreements.statuses import status
from marsad.linking.happenings.told import Told
from marsad.linking.words import is_rare, likeness, stems
from marsad.linking.wordweights import word_weight

LINKED = 0.5
_RARE, _USUAL = 5, 4
_BOTH_SUBJECTS = 0.5
"""The share of words that two subjects must have in common, where no number tells."""
_SHARED_WORDS = 3
_YEAR = 400
"""Days after which the same parties' agreement on the same subject is another one."""
_MADE = frozenset({"proposed", "planned", "agreed", "signed"})
_UNTELLING = frozenset({"month", "day", "week", "hour", "percent", "agreement", "person"})

Key = tuple[str | int, ...]


def keys(told: Told) -> Iterator[Key]:
    """Two parties with a sum, a volume or a rare word of the subject, or with two words of it where none is rare.
    Agreements known by name need no comparing."""
    if told.known_as:
        return
    heads = sorted({p.head for p in told.parties})[:5]
    words = _telling_words(_subject(told))
    for a, b in combinations(heads, 2):
        for value, unit in _numbers(told):
            yield "agreement", a, b, f"{value:.15g} {unit}"
        for word in words:
            yield "agreement", a, b, word


def _telling_words(subject: frozenset[str]) -> list[str]:
    rare = sorted((w for w in subject if is_rare(w)), key=lambda w: (-len(w), w))[:_RARE]
    weightiest = sorted(subject, key=lambda w: (-word_weight(w), w))[:_USUAL]
    return rare or [" ".join(sorted(two)) for two in combinations(weightiest, 2)]


def score(a: Told, b: Told) -> float:
    """The likelihood that two events tell of one agreement; 0 if it is below `LINKED`."""
    if a.known_as or b.known_as or not _parties_fit(a, b) or not _times_fit(a, b):
        return 0.0
    common = _numbers(a) & _numbers(b)
    words, others = _subject(a), _subject(b)
    share = likeness(words, others) if len(words & others) >= _SHARED_WORDS else 0.0
    if common:
        share += 0.4 * len(common)
    return min(1.0, round(share, 4)) if share >= _BOTH_SUBJECTS else 0.0


def _parties_fit(a: Told, b: Told) -> bool:
    heads, others = ({p.head for p in told.parties} for told in (a, b))
    return len(heads & others) > 1 and (heads <= others or others <= heads)


def _times_fit(a: Told, b: Told) -> bool:
    """Whether two events may be of one agreement by their times. One that is ratified or left may be old."""
    if any(status(told) not in _MADE for told in (a, b)):
        return True
    one, other = a.days or a.published, b.days or b.published
    return one is None or other is None or one.gap(other) <= _YEAR


def _numbers(told: Told) -> set[tuple[float, str]]:
    return {q for q in told.quantities if q[1] not in _UNTELLING}


def _subject(told: Told) -> frozenset[str]:
    """The stems of what the agreement is about, without those that the parties' names bring."""
    return frozenset(stems(told.subject)) & told.words or told.words
