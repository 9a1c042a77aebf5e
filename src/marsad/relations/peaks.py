"""Days on which two are told of together far more than on others.

Held against their share of the day's news, as a Poisson process of bundles of reports: news is told by many at once,
and how many come together is taken from the scatter of the pair's own days, without regard to the few that stand out.
Of a hundred days on which nothing is, about one is named by chance.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from marsad.relations.daily import LEAST_DAYS, QUADS, Daily

COOPERATION, CONFLICT = (1, 2), (3, 4)
CHANCE = 0.01
"""How often a day on which nothing is may stand out."""
LEAST = 4
"""Acts without which no day stands out, however silent the others are."""


class Peak(NamedTuple):
    """A day with more acts than any day around it: how many, how many were to be expected, and how likely so many are
    by chance, for this day alone."""

    day: date
    acts: int
    expected: float
    chance: float


def peaks(series: Daily, quads: Sequence[int] = COOPERATION) -> list[Peak]:
    """The peaks of some quad classes together, the least likely ones first."""
    if len(series.days) < LEAST_DAYS:
        return []
    columns = [QUADS.index(quad) for quad in quads]
    counts = series.counts[:, columns].sum(axis=1)
    expected = series.expected[:, columns].sum(axis=1)
    bundle = _dispersion(counts, expected)
    found = []
    for n, (day, count, mean) in enumerate(zip(series.days, counts, expected, strict=True)):
        chance = _tail(int(count), float(mean), bundle)
        if count >= LEAST and chance <= CHANCE and count == max(counts[max(0, n - 1) : n + 2]):
            found.append(Peak(day, int(count), float(mean), chance))
    return sorted(found, key=lambda peak: (peak.chance, peak.day))


def _dispersion(counts: Sequence[float], expected: Sequence[float]) -> float:
    """How many reports come in one bundle: the usual squared distance of a count from what is expected, divided by what
    is expected (it would be 1 for reports that come one by one)."""
    far = sorted(abs(count - mean) / math.sqrt(mean) for count, mean in zip(counts, expected, strict=True) if mean > 0)
    return float(max(1.0, (1.4826 * far[len(far) // 2]) ** 2)) if far else 1.0


def _tail(count: int, expected: float, bundle: float) -> float:
    """How likely at least so many reports are, if bundles of them come as a Poisson process."""
    bundles, mean = math.ceil(count / bundle), expected / bundle
    if bundles == 0 or mean <= 0:
        return 1.0
    term = total = math.exp(-mean)
    for n in range(1, bundles):
        term *= mean / n
        total += term
    return max(0.0, 1.0 - total)
