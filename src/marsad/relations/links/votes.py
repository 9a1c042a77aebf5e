"""How far an earlier fact of one relation speaks for a later one of another between the same two: rules of length one.

    weight(r, q) = (Σ d of q-facts with the right object + p · P) ⁄ (Σ d of all q-facts of the subject + P)

over all facts (s, r, o, t) of the days that are learned from, where an earlier fact (s, q, x, k) votes for x with
d = 2^(−(t − k) ⁄ H). It is the share of the votes that went to the right object, 0 to 1: the confidence of the rule
q(s, o) → r(s, o) of TLogic (Liu et al. 2022), weighed by time. `P` votes are assumed that go right as often as those of
all relations together (p). Inverse relations are relations of their own, so that answers to an act count as well. It
says what tends to follow, not what causes it; of rare pairs of relations it knows hardly more than p.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    from marsad.relations.links.facts import Facts, World

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

PRIOR = 20.0
"""Votes assumed beside those that were cast."""
_FADED = 60.0
"""Half-lives after which the sums are scaled down: newer facts are counted for more, which costs less than fading all
older ones on each day."""


def weights(facts: Facts, world: World, half_life: float, warm_up: int = 30) -> Matrix:
    """The weight of each relation (column) for each that is asked for (row), both counted in both directions, learned
    from facts given in both directions; the first `warm_up` days are only history."""
    import numpy as np
    from scipy import sparse

    size = 2 * world.relations
    keys, pair = np.unique(facts.subject * world.entities + facts.object, return_inverse=True)
    of_pair, of_subject = np.zeros((len(keys), size), np.float32), np.zeros((world.entities, size), np.float32)
    right, cast = np.zeros((size, size)), np.zeros((size, size))
    days = facts.days()
    base = days[0] if days else 0
    for day in days:
        if day - base > _FADED * half_life:
            of_pair *= np.float32(2 ** (-(day - base) / half_life))
            of_subject *= np.float32(2 ** (-(day - base) / half_life))
            base = day
        at, fresh = np.flatnonzero(facts.day == day), 2 ** ((day - base) / half_life)
        if day >= days[0] + warm_up:
            place = facts.relation[at], np.arange(len(at))
            asked = sparse.csr_matrix((np.full(len(at), 1 / fresh), place), (size, len(at)))
            right += asked @ of_pair[pair[at]]
            cast += asked @ of_subject[facts.subject[at]]
        np.add.at(of_pair, (pair[at], facts.relation[at]), np.float32(fresh))
        np.add.at(of_subject, (facts.subject[at], facts.relation[at]), np.float32(fresh))
    usual = right.sum() / max(1.0, cast.sum())
    found: Matrix = (right + PRIOR * usual) / (cast + PRIOR)
    return found
