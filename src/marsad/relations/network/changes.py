"""What changed between two networks, beyond what drawing the stories anew moves.

A tie has changed if its difference is too large for the scatter of both draws, at a false discovery rate of `RATE` over
all ties that stand at both dates (Benjamini and Hochberg 1995; normal approximation). A state has moved if it was with
its old mates rather than with its new ones in at least `SURE` of the draws before, and with its new rather than its old
ones in as many after. Draws know nothing of what was not reported; windows that overlap hide changes, and so does a
window so long that it holds the change in its middle.
"""

from __future__ import annotations

from math import erfc, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.network.blocs import Blocs

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

    from marsad.relations.network.signed import Places, Signed
    from marsad.relations.network.system import Network

RATE = 0.05
SURE = 0.9


class Shift(NamedTuple):
    """A tie that changed, −1 to 1 before and after; `p` is for it alone. `turned` is whether its sign changed."""

    a: str
    b: str
    before: float
    after: float
    p: float

    @property
    def turned(self) -> bool:
        """Whether friends became enemies or enemies friends."""
        return self.before * self.after < 0


class Move(NamedTuple):
    """A state that moved from a bloc of the network before to one after (their places), and the smaller share of draws
    in which it is with these."""

    state: str
    before: int
    after: int
    sure: float


class Changes(NamedTuple):
    """Ties that changed, those that turned first, then by size; states that moved; `partners` is for each bloc before
    the bloc after that is its continuation (None: none is)."""

    shifts: tuple[Shift, ...]
    moves: tuple[Move, ...]
    partners: tuple[int | None, ...]


def changes(before: Network, after: Network) -> Changes:
    """What changed between two networks."""
    partners = _partners(before.blocs, after.blocs)
    return Changes(tuple(_shifts(before.graph, after.graph)), tuple(_moves(before, after, partners)), partners)


def _shifts(before: Signed, after: Signed) -> list[Shift]:
    import numpy as np

    both = _columns(before, "before").join(_columns(after, "after"), on=["a", "b"], maintain_order="left")
    old, new = both["before"].to_numpy(), both["after"].to_numpy()
    scatter = np.hypot(
        before.draws[:, both["n_before"].to_numpy()].std(axis=0), after.draws[:, both["n_after"].to_numpy()].std(axis=0)
    )
    p = np.array([erfc(each / sqrt(2)) for each in np.abs(new - old) / np.maximum(scatter, 1e-9)])
    ranks = np.arange(1, len(p) + 1)
    passed = np.sort(p) <= RATE * ranks / max(1, len(p))
    limit = np.sort(p)[passed].max(initial=-1.0)
    rows = zip(both["a"], both["b"], old.tolist(), new.tolist(), p.tolist(), strict=True)
    found = [Shift(*row) for row in rows if row[-1] <= limit]
    return sorted(found, key=lambda shift: (not shift.turned, -abs(shift.after - shift.before), shift.a, shift.b))


def _columns(graph: Signed, name: str) -> pl.DataFrame:
    import polars as pl

    return graph.edges.select("a", "b", pl.col("tie").alias(name)).with_row_index(f"n_{name}")


def _partners(before: Blocs, after: Blocs) -> tuple[int | None, ...]:
    """Each bloc's continuation: the pairs of blocs that have the most in common, one by one. What they have in common
    is the strength of common members in that of all members of both, so that a bloc goes where its great powers go."""
    old, new = (
        [{each.state: each.strength for each in bloc.members} for bloc in side.blocs] for side in (before, after)
    )
    alike = [(_common(one, other), -a, -b) for a, one in enumerate(old) for b, other in enumerate(new)]
    found: dict[int, int] = {}
    for share, a, b in sorted(alike, reverse=True):
        if share > 0 and -a not in found and -b not in found.values():
            found[-a] = -b
    return tuple(found.get(a) for a in range(len(old)))


def _common(one: dict[str, float], other: dict[str, float]) -> float:
    shared = sum(one[state] + other[state] for state in one.keys() & other.keys())
    return shared / (sum(one.values()) + sum(other.values()))


def _moves(before: Network, after: Network, partners: tuple[int | None, ...]) -> list[Move]:
    import numpy as np

    common = [state for state in before.graph.states if state in set(after.graph.states)]
    old, new = (_seen(each, common) for each in (before, after))
    found = []
    for place in np.flatnonzero((old.of >= 0) & (new.of >= 0)).tolist():
        was, now = int(old.of[place]), int(new.of[place])
        if partners[was] == now:
            continue
        # The old mates are those who did not come along, the new ones those who were not there.
        mates, others = (old.of == was) & (new.of != now), (new.of == now) & (old.of != was)
        if not mates.any() or not others.any():
            continue
        sure = min(old.nearer(place, mates, others), new.nearer(place, others, mates))
        if sure >= SURE:
            found.append(Move(common[place], was, now, sure))
    return found


class _Seen(NamedTuple):
    """Blocs and divisions of the states that two networks share."""

    of: Places
    divisions: Places

    def nearer(self, place: int, some: np.ndarray[Any, Any], others: np.ndarray[Any, Any]) -> float:
        """The share of draws in which a state is with more of some than of others."""
        same = self.divisions == self.divisions[:, [place]]
        return float((same[:, some].mean(axis=1) > same[:, others].mean(axis=1)).mean())


def _seen(network: Network, common: list[str]) -> _Seen:
    places = [network.graph.states.index(state) for state in common]
    return _Seen(network.blocs.of[places], network.blocs.divisions[:, places])
