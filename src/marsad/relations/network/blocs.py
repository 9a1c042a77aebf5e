"""Blocs: states that stand together, and how sure that is.

Each draw of the stories gives a network, and each network is divided such that its signed modularity is great
(`marsad.relations.network.dividing`).

The blocs are the partition that agrees with most of these divisions, pair by pair (Binder 1978): it gains c − ½ for
each two that it puts together and that are together in a share c of the draws. What is seldom together thus stays
apart, and where signs are mere noise of the news there are no blocs.

Stability tells that other stories would show the same blocs. It does not tell that there is more to them than every
network has: a random network that is well reported has stable parts, too. That is what modularity beside chance is for.

A bloc is who is told of together in friendship, which is often who lives nearby or met at one summit; it is no treaty.
Modularity does not see blocs that are small in a large network (Fortunato and Barthélemy 2007).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.network.chance import Chance
from marsad.relations.network.dividing import Divider, gains, modularity
from marsad.relations.network.signed import Signed

if TYPE_CHECKING:
    import numpy as np

    from marsad.relations.network.signed import Matrix, Places, Vector

SMALLEST = 3
"""Members of a bloc; two that keep to each other are a pair."""
STABLE = 0.75
"""The stability from which on a bloc is called stable."""
_TOGETHER = 0.5
_SEED = 20180917


class Member(NamedTuple):
    """A state of a bloc. `stability` is the mean share of draws in which it is with each of the others, 0 to 1;
    `strength` the sum of the sizes of its ties."""

    state: str
    stability: float
    strength: float


class Bloc(NamedTuple):
    """Members by stability. `stability` is the mean of the shares of draws in which two members are together, 0 to 1;
    `share` that of its members' strength in the strength of all, 0 to 1."""

    members: tuple[Member, ...]
    stability: float
    share: float

    @property
    def stable(self) -> bool:
        """Whether its members are together in nearly all draws."""
        return self.stability >= STABLE


class Blocs(NamedTuple):
    """The blocs, the strongest first, and the states outside of them. `divisions` is the division of each draw (draws ×
    states: the number of the part), `together` the share of draws in which two are in one (states × states), `of` each
    state's bloc (−1: none), `modularity` that of the network as it is, beside random networks."""

    blocs: tuple[Bloc, ...]
    outside: tuple[str, ...]
    divisions: Places
    together: Matrix
    of: Places
    modularity: Chance


def blocs(graph: Signed) -> Blocs:
    """The blocs of a network. Raises `MissingDependencyError` without igraph."""
    import numpy as np

    states, divider = len(graph.states), Divider(len(graph.states))
    divisions = np.zeros((len(graph.draws), states), dtype=np.int64)
    together = np.zeros((states, states))
    for number, ties in enumerate(graph.draws):
        divisions[number] = divider.divide(gains(ties, graph.ends, states), _SEED + number)
        together += divisions[number][:, None] == divisions[number][None, :]
    together /= max(1, len(divisions))
    agreed = divider.divide(together - _TOGETHER, _SEED)
    return _described(graph, divisions, together, agreed, modularity(graph, divider))


def strengths(graph: Signed) -> Vector:
    """The sum of the sizes of the ties of each state."""
    import numpy as np

    sizes = np.abs(graph.ties)
    both = np.concatenate([graph.ends[:, 0], graph.ends[:, 1]])
    sums = np.bincount(both, weights=np.concatenate([sizes, sizes]), minlength=len(graph.states))
    return sums.astype(np.float64)


def _described(graph: Signed, divisions: Places, together: Matrix, agreed: list[int], quality: Chance) -> Blocs:
    import numpy as np

    strength, parts = strengths(graph), np.array(agreed, dtype=np.int64)
    several = [np.flatnonzero(parts == n) for n in range(parts.max(initial=-1) + 1)]
    several = [places for places in several if len(places) >= SMALLEST]
    several.sort(key=lambda places: (-strength[places].sum(), places[0]))
    of = np.full(len(graph.states), -1, dtype=np.int64)
    for number, places in enumerate(several):
        of[places] = number
    found = tuple(_bloc(graph, places, together, strength) for places in several)
    outside = tuple(state for state, number in zip(graph.states, of, strict=True) if number < 0)
    return Blocs(found, outside, divisions, together, of, quality)


def _bloc(graph: Signed, places: np.ndarray[Any, Any], together: Matrix, strength: Vector) -> Bloc:
    shares = (together[places][:, places].sum(axis=1) - 1) / (len(places) - 1)
    members = [
        Member(graph.states[place], float(share), float(strength[place]))
        for place, share in zip(places, shares, strict=True)
    ]
    members.sort(key=lambda member: (-member.stability, -member.strength, member.state))
    return Bloc(tuple(members), float(shares.mean()), float(strength[places].sum() / strength.sum()))
