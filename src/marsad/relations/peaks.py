"""Days on which two are told of together far more than on others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from marsad.relations.daily import QUADS, Daily

COOPERATION, CONFLICT = (1, 2), (3, 4)
ALPHA = 0.01
"""How often one of all the days may pass for a peak by chance (Bonferroni's correction)."""
_DISPERSION = 3.0
"""News counts scatter more than Poisson counts: reports come in bundles of about so many."""


class Peak(NamedTuple):
    """A day with more acts than any day around it: how many, how many were to be expected, and how likely so many are
    by chance."""

    day: date
    acts: int
    expected: float
    chance: float


def peaks(series: Daily, quads: Sequence[int] = COOPERATION) -> list[Peak]:
    """The peaks of some quad classes together, the least likely ones first."""
    columns = [QUADS.index(quad) for quad in quads]
    counts = series.counts[:, columns].sum(axis=1)
    expected = series.expected[:, columns].sum(axis=1)
    found = []
    for n, day in enumerate(series.days):
        near = counts[max(0, n - 1) : n + 2]
        chance = _tail(int(counts[n]), float(expected[n]))
        if counts[n] == near.max() and chance < ALPHA / len(series.days):
            found.append(Peak(day, int(counts[n]), float(expected[n]), chance))
    return sorted(found, key=lambda peak: (peak.chance, peak.day))


def _tail(count: int, expected: float) -> float:
    """How likely at least so many reports are, if bundles of them come as a Poisson process."""
    bundles, mean = math.ceil(count / _DISPERSION), expected / _DISPERSION
    if bundles == 0:
        return 1.0
    if mean <= 0:
        return 0.0 if bundles > 1 else 1.0
    term = total = math.exp(-mean)
    for n in range(1, bundles):
        term *= mean / n
        total += term
    return max(0.0, 1.0 - total)
