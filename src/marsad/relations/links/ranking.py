"""Where the right answer stands, by the protocol of the temporal-knowledge-graph literature, and the measures of it.

Single-step: what is asked of a day is answered from all days before it. Every fact of the day is asked for in both
directions, (s, r, ?) and (?, r, o). Time-aware filter (Han et al. 2021): other answers that are right on the same day
are taken out of the ranking. Candidates with the score of the right answer count as the mean of the best and the worst
order, so that a model that scores all alike gains nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from marsad.relations.links.facts import Facts, World, both_ways

if TYPE_CHECKING:
    import numpy as np

    Scores = np.ndarray[Any, np.dtype[np.floating[Any]]]


class Forecaster(Protocol):
    """What can be ranked: it gives each entity a score as the object of a subject and a relation, from a history."""

    def answers(self, history: Facts, day: int, asked: list[tuple[int, int]]) -> Iterator[Scores]:
        """The scores of all entities for each (subject, relation) asked of a day; the history has both directions."""
        ...


class Measures(NamedTuple):
    """`mrr` is the mean of 1 ⁄ rank, the others the shares of questions whose answer is among the first 1, 3 and 10;
    all 0 to 1, the higher the better. They tell how well-known entities are told apart as well as how well the future
    is foreseen: where links mostly come back, remembering them goes a long way."""

    mrr: float
    hits1: float
    hits3: float
    hits10: float


def measures(ranks: Iterable[float]) -> Measures:
    """The measures of some ranks.

    >>> measures([1, 2, 4, 20])
    Measures(mrr=0.45, hits1=0.25, hits3=0.5, hits10=0.75)
    """
    several = list(ranks)
    size = max(1, len(several))
    hits = (sum(rank <= best for rank in several) / size for best in (1, 3, 10))
    return Measures(sum(1 / rank for rank in several) / size, *hits)


def rank(scores: Scores, right: int, also_right: Iterable[int] = ()) -> float:
    """The place of an answer, from 1, without the other right ones; equals share their places."""
    others = [each for each in also_right if each != right]
    mine = scores[right]
    better = (scores > mine).sum() - sum(scores[each] > mine for each in others)
    equal = (scores == mine).sum() - 1 - sum(scores[each] == mine for each in others)
    return float(1 + better + equal / 2)


def answers(facts: Facts) -> dict[tuple[int, int], list[int]]:
    """The right objects of each subject and relation, one for each fact."""
    found: dict[tuple[int, int], list[int]] = {}
    for subject, relation, object_ in zip(facts.subject.tolist(), facts.relation.tolist(), facts.object.tolist(),
                                          strict=True):  # fmt: skip
        found.setdefault((subject, relation), []).append(object_)
    return found


def ranks(model: Forecaster, facts: Facts, world: World, days: Iterable[int]) -> list[float]:
    """The rank of each fact of some days in both directions; `facts` are all that there are, given once each."""
    known = both_ways(facts, world)
    found: list[float] = []
    for day in days:
        right = answers(known.on(day))
        for scores, objects in zip(model.answers(known.before(day), day, list(right)), right.values(), strict=True):
            found += [rank(scores, each, set(objects)) for each in objects]
    return found
