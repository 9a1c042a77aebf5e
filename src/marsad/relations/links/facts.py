"""Facts with a day: subject, relation, object, all of them numbers, and what is known before a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[np.int64]]

HOURS = 24
"""The ICEWS benchmarks count hours; a day has so many."""


class Facts(NamedTuple):
    """Facts as four columns of one length; `day` counts from any day."""

    subject: Numbers
    relation: Numbers
    object: Numbers
    day: Numbers

    def where(self, chosen: Any) -> Facts:
        """The facts at some places, or those for which a mask holds."""
        return Facts(*(column[chosen] for column in self))

    def before(self, day: int) -> Facts:
        """What is known when a day begins: nothing of that day."""
        return self.where(self.day < day)

    def on(self, day: int) -> Facts:
        """The facts of one day."""
        return self.where(self.day == day)

    def days(self) -> list[int]:
        """The days that have facts, in order."""
        return sorted(set(self.day.tolist()))


class World(NamedTuple):
    """How many entities and relations there are; relation r backwards is r + `relations`."""

    entities: int
    relations: int


def read(path: Path) -> Facts:
    """The facts of a file of the temporal-knowledge-graph benchmarks: subject, relation, object, hour, by tabs."""
    import numpy as np

    table = np.loadtxt(path, dtype=np.int64, delimiter="\t", usecols=(0, 1, 2, 3), ndmin=2)
    return Facts(table[:, 0], table[:, 1], table[:, 2], table[:, 3] // HOURS)


def joined(*several: Facts) -> Facts:
    """Facts one after the other."""
    import numpy as np

    return Facts(*(np.concatenate(columns) for columns in zip(*several, strict=True)))


def both_ways(facts: Facts, world: World) -> Facts:
    """Each fact and its inverse: with them a question for the subject is one for an object."""
    back = Facts(facts.object, facts.relation + world.relations, facts.subject, facts.day)
    return joined(facts, back)
