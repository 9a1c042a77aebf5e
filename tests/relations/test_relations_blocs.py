"""Blocs in worlds whose structure is known: what was planted is found, and nothing where nothing is."""

from __future__ import annotations

from typing import Any

import igraph
import leidenalg
import numpy as np
import polars as pl
import pytest
from plantednetworks import AT, NAMES, SIZES, factions, likeness, story, system, world

from marsad.relations.network.blocs import blocs
from marsad.relations.network.dividing import Divider, gains, modularity
from marsad.relations.network.signed import signed


@pytest.mark.parametrize("seed", range(5))
def test_network_finds_planted_blocs(seed: int) -> None:
    """One act in four says the opposite; six of ten pairs within and three of ten between are joined."""
    found = system(world(24, factions(SIZES, 0.6, 0.3, seed), seed, noise=0.25))
    assert likeness(found, SIZES) >= 0.9
    assert all(bloc.stable for bloc in found.blocs.blocs)
    assert found.blocs.modularity.value > found.blocs.modularity.high
    assert found.polarity.hostile == ((0, 1), (0, 2), (1, 2))
    assert found.polarity.poles.value == pytest.approx(3, abs=0.2)


def joined_by(*stories: float) -> pl.DataFrame:
    """Three camps of four, enemies but for what a few stories tell of all of the first two: one story of each score."""
    whole = world(12, lambda a, b: None if (a // 4, b // 4) == (0, 1) else (4.0 if a // 4 == b // 4 else -4.0, 10), 1)
    return pl.concat([whole, *(story(n, score, range(4), range(4, 8)) for n, score in enumerate(stories))])


@pytest.mark.parametrize(
    ("stories", "together", "sizes"), [((4.0, -5.0), 0.41, [4, 4, 4]), ((4.0, -3.0), 0.59, [8, 4])]
)
def test_network_blocs_are_those_together_in_most_draws(
    stories: tuple[float, ...], together: float, sizes: list[int]
) -> None:
    """A story of friendship and one of enmity: what weighs more has the first two camps apart, or together, in three of
    five draws. A lower bound of agreement would merge the ones, a higher one split the others."""
    found = blocs(signed(joined_by(*stories), AT, samples=200))
    between = found.together[:4, 4:8]
    assert between.min() == between.max() == pytest.approx(together, abs=0.02)
    assert sorted((len(bloc.members) for bloc in found.blocs), reverse=True) == sizes


def test_network_two_who_keep_to_each_other_are_no_bloc() -> None:
    found = system(world(9, factions([4, 3, 2], 1.0, 1.0, 1), 1)).blocs
    assert [len(bloc.members) for bloc in found.blocs] == [4, 3]
    assert found.outside == tuple(NAMES[7:9])


def test_network_finds_no_blocs_where_there_are_none() -> None:
    """Acts are hostile or friendly by the toss of a coin: at most one state in ten is in a stable bloc."""
    stable = 0
    for seed in range(8):
        found = system(world(24, lambda one, other: (4.0, 10), seed, noise=0.5))
        assert len(found.graph.states) == 24
        stable += sum(len(bloc.members) for bloc in found.blocs.blocs if bloc.stable)
    assert stable <= 8 * 24 / 10


def test_network_random_networks_are_no_more_modular_than_chance() -> None:
    """Who is joined and who is hostile is tossed, and well reported: one world of twenty should lie above the interval;
    of 20 at most 3 do, which 98 of 100 such twenties would."""
    above = 0
    for seed in range(20):
        tossed = np.random.default_rng(seed).random((2, 40, 40))

        def scores(one: int, other: int, tossed: Any = tossed) -> tuple[float, int] | None:
            return (4.0 if tossed[0, one, other] < 0.6 else -4.0, 8) if tossed[1, one, other] < 0.3 else None

        graph = signed(world(40, scores, seed), AT)
        found = modularity(graph, Divider(len(graph.states)))
        above += found.value > found.high
    assert above <= 3


def test_network_search_is_as_good_as_layers() -> None:
    """The gains are those of two layers, the second with the weight −1, and the search finds as much."""
    graph = signed(world(24, factions(SIZES, 0.5, 0.4, 7), 7, noise=0.35), AT)
    states = len(graph.states)
    gain = gains(graph.ties, graph.ends, states)
    net = igraph.Graph(n=states, edges=graph.ends.tolist())
    layers = [
        leidenalg.RBConfigurationVertexPartition(net, weights=np.maximum(sign * graph.ties, 0).tolist())
        for sign in (1, -1)
    ]
    optimiser = leidenalg.Optimiser()
    optimiser.set_rng_seed(1)
    optimiser.optimise_partition_multiplex(layers, layer_weights=[1, -1], n_iterations=-1)

    def quality(parts: list[int]) -> float:
        return float(gain[np.array(parts)[:, None] == np.array(parts)[None, :]].sum())

    assert layers[0].quality() - layers[1].quality() == pytest.approx(quality(layers[0].membership))
    assert quality(Divider(states).divide(gain, 1)) >= 0.98 * quality(layers[0].membership)
