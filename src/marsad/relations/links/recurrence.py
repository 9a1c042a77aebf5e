"""The plain forecaster that others have to beat: what was comes again.

    score(s, r, o) = a · 2^(−age ⁄ H) + (1 − a) · n(r, o) ⁄ n(r)

`age` is the days since (s, r, o) was last so (no term where it never was), n counts facts up to the day before: the
strict recurrency ψ_Δ and the relaxed one ψ_ξ of Gastinger et al. 2024 ("History repeats itself"), with one H and one a
for all relations. From 0 to 1; it ranks, it is no probability.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.links.facts import Facts, World
from marsad.relations.links.ranking import measures, ranks

if TYPE_CHECKING:
    import numpy as np

    Scores = np.ndarray[Any, np.dtype[np.float64]]

HALF_LIVES = (5.0, 20.0, 80.0)
STRICT = (0.9, 0.99, 0.999)


class Recurrence(NamedTuple):
    """A forecaster (`marsad.relations.links.ranking.Forecaster`): `half_life` is H in days, `strict` is a."""

    world: World
    half_life: float
    strict: float

    def answers(self, history: Facts, day: int, asked: list[tuple[int, int]]) -> Iterator[Scores]:
        """The scores of all entities for each question; the history has both directions."""
        import numpy as np

        history = history.before(day)
        history = history.where(np.argsort(history.relation, kind="stable"))
        ends = np.searchsorted(history.relation, np.arange(2 * self.world.relations + 1))
        for subject, relation in asked:
            of = history.where(slice(ends[relation], ends[relation + 1]))
            usual = np.bincount(of.object, minlength=self.world.entities) / max(1, len(of.object))
            own = of.where(of.subject == subject)
            last = np.zeros(self.world.entities)
            np.maximum.at(last, own.object, 2 ** (-(day - own.day) / self.half_life))
            yield self.strict * last + (1 - self.strict) * usual


def chosen(facts: Facts, world: World, days: Iterable[int]) -> Recurrence:
    """The forecaster of the grid with the best mean reciprocal rank on some days."""
    several = list(days)
    models = [Recurrence(world, half_life, strict) for half_life, strict in product(HALF_LIVES, STRICT)]
    return max(models, key=lambda model: measures(ranks(model, facts, world, several)).mrr)
