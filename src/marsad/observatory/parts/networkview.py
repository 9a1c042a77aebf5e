"""The network of states (`marsad.relations.network`) as a page shows it: plain values, blocs numbered from 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from marsad.output.answers.network import bloc_name
from marsad.output.labels import Lang
from marsad.relations.network.blocs import strengths
from marsad.relations.network.changes import changes

if TYPE_CHECKING:
    from marsad.relations.network.chance import Chance
    from marsad.relations.network.polarity import Interval
    from marsad.relations.network.system import Network

STATES, EDGES = 60, 140
"""How many states and edges the picture has at most, the strongest ones."""
MOST_EDGES = 500
"""How many edges the tables have at most."""
Places = Mapping[str, tuple[float, float]]


class Node(NamedTuple):
    """A state: its place in the picture (0 to 1 each way, the same at all dates), its bloc (null: outside), the acts on
    its edges in the window, the sum of the sizes of its ties; `drawn` if the picture has it."""

    state: str
    x: float
    y: float
    bloc: int | None
    acts: int
    strength: float
    drawn: bool


class Edge(NamedTuple):
    """The tie of two (−1 to 1) with its interval and the acts in the window; `sure` if the interval has one sign."""

    a: str
    b: str
    tie: float
    low: float
    high: float
    acts: int
    sure: bool
    drawn: bool


class Group(NamedTuple):
    """A bloc by its strongest members' names, with its states by strength; `share` is that of its states' ties in all,
    `stability` the share of draws in which two of it are together, 0 to 1."""

    bloc: int
    name: str
    states: tuple[str, ...]
    stability: float
    share: float


class Measured(NamedTuple):
    """A measure with an interval: of random networks where `p` tells how often chance does as well, else of draws."""

    measure: str
    value: float
    low: float
    high: float
    p: float | None


class Between(NamedTuple):
    """A broker: on which share of the ways of others it lies, and the pairs of hostile blocs with friends in both."""

    state: str
    betweenness: float
    spans: tuple[tuple[int, ...], ...]


class Shifted(NamedTuple):
    """A tie that changed beyond chance; `turned` if it changed its sign."""

    a: str
    b: str
    before: float
    after: float
    turned: bool


class Moved(NamedTuple):
    """A state that went from one bloc (as it was called `before`) to another, and how sure that is."""

    state: str
    before: str
    after: str
    sure: float


class System(NamedTuple):
    """The network at a date. `negative` is the share of hostile edges, `triads` how many threes are joined."""

    states: tuple[Node, ...]
    edges: tuple[Edge, ...]
    edges_in_all: int
    negative: float
    triads: int
    blocs: tuple[Group, ...]
    hostile: tuple[tuple[int, ...], ...]
    measures: tuple[Measured, ...]
    brokers: tuple[Between, ...]


class Changed(NamedTuple):
    """What changed since the network at the end of the day `since`."""

    since: str
    shifts: tuple[Shifted, ...]
    moves: tuple[Moved, ...]


def system(found: Network, where: Places, lang: Lang) -> System:
    """What a page shows of a network."""
    nodes = tuple(_nodes(found, where))
    edges = tuple(_edges(found, {node.state for node in nodes if node.drawn}))
    return System(
        nodes, edges[:MOST_EDGES], len(edges), found.balance.negative, found.balance.triads,
        tuple(
            Group(n, bloc_name(bloc, lang), tuple(m.state for m in bloc.members), bloc.stability, bloc.share)
            for n, bloc in enumerate(found.blocs.blocs, 1)
        ),
        tuple(map(_numbered, found.polarity.hostile)), tuple(_measures(found)),
        tuple(Between(each.state, each.betweenness, tuple(map(_numbered, each.spans))) for each in found.brokers),
    )  # fmt: skip


def compared(before: Network, after: Network, lang: Lang) -> Changed:
    """What changed between two networks."""
    found = changes(before, after)
    old, new = ([bloc_name(bloc, lang) for bloc in each.blocs.blocs] for each in (before, after))
    return Changed(
        before.graph.at.isoformat(),
        tuple(Shifted(each.a, each.b, each.before, each.after, each.turned) for each in found.shifts),
        tuple(Moved(each.state, old[each.before], new[each.after], each.sure) for each in found.moves),
    )


def _numbered(span: tuple[int, int]) -> tuple[int, ...]:
    return tuple(place + 1 for place in span)


def _nodes(found: Network, where: Places) -> Iterator[Node]:
    """The states, the strongest first."""
    graph, strength = found.graph, strengths(found.graph)
    acts = dict.fromkeys(graph.states, 0)
    for a, b, number in graph.edges.select("a", "b", "acts").iter_rows():
        acts[a] += number
        acts[b] += number
    ordered = sorted(range(len(graph.states)), key=lambda place: (-strength[place], graph.states[place]))
    for rank, place in enumerate(ordered):
        state = graph.states[place]
        bloc = int(found.blocs.of[place]) + 1 or None
        yield Node(state, *where[state], bloc, acts[state], float(strength[place]), rank < STATES)


def _edges(found: Network, drawn: set[str]) -> Iterator[Edge]:
    """The edges, those with the greatest ties first."""
    left = EDGES
    columns = ("a", "b", "tie", "low", "high", "acts")
    rows = found.graph.edges.select(columns).rows()
    for a, b, tie, low, high, acts in sorted(rows, key=lambda row: (-abs(row[2]), row[0], row[1])):
        shown = left > 0 and {a, b} <= drawn
        left -= shown
        yield Edge(a, b, tie, low, high, acts, low * high > 0, shown)


def _measures(found: Network) -> Iterator[Measured]:
    several: tuple[tuple[str, Chance | Interval | None], ...] = (
        ("balanced", found.balance.balanced), ("frustration", found.balance.frustration),
        ("modularity", found.blocs.modularity), ("poles", found.polarity.poles), ("largest", found.polarity.largest),
    )  # fmt: skip
    for name, each in several:
        if each is not None:
            yield Measured(name, each.value, each.low, each.high, getattr(each, "p", None))
