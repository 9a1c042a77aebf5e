"""Structural balance in small networks counted by hand, and in worlds whose structure is known."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest
from plantednetworks import AT, SIZES, factions, system, turned_about, world

from marsad.relations.network.balance import balance, balanced, frustration, triads
from marsad.relations.network.chance import random_signs
from marsad.relations.network.signed import signed


def test_network_triads_are_counted() -> None:
    ends = np.array([[0, 1], [0, 2], [1, 2], [1, 3], [2, 3]])
    threes = triads(ends, 4)
    assert sorted(sorted(three) for three in threes.tolist()) == [[0, 1, 2], [2, 3, 4]]
    signs = np.array([[1, 1, 1, 1, 1], [1, 1, -1, 1, 1], [-1, -1, 1, 1, -1]], dtype=float)
    assert balanced(signs, threes).tolist() == [1.0, 0.0, 0.5]
    assert frustration(signs, ends, 4).tolist() == pytest.approx([0, 1 / 5, 1 / 5])


def test_network_frustration_is_the_least() -> None:
    """Against all divisions of small networks."""
    random = np.random.default_rng(4)
    ends = np.array([pair for pair in combinations(range(9), 2) if random.random() < 0.7])
    signs = random.choice([-1.0, 1.0], (20, len(ends)))
    sides = np.array([[1 if n >> k & 1 else -1 for k in range(9)] for n in range(256)])
    in_line = signs[:, None, :] * (sides[:, ends[:, 0]] * sides[:, ends[:, 1]])[None, :, :]
    assert frustration(signs, ends, 9).tolist() == pytest.approx((in_line < 0).mean(axis=2).min(axis=1).tolist())


def test_network_random_networks_keep_degrees() -> None:
    graph = signed(world(24, factions(SIZES, 0.7, 0.5, 2), 2), AT)
    signs = np.sign(graph.ties)
    drawn = random_signs(graph.ends, signs, 24, 4000) > 0
    for state in range(24):
        own = (graph.ends == state).any(axis=1)
        assert drawn[:, own].sum(axis=1).mean() == pytest.approx((signs[own] > 0).sum(), abs=0.25)


def test_network_planted_balance_is_found() -> None:
    found = system(world(20, factions([11, 9], 0.6, 0.6, 3), 3)).balance
    assert found.balanced is not None
    assert found.balanced.value == 1 > found.balanced.high
    assert found.frustration.value == 0 < found.frustration.low
    assert max(found.balanced.p, found.frustration.p) < 0.02


def test_network_planted_imbalance_is_found() -> None:
    """Enemies within two camps and friends between them: no triad is balanced."""
    found = system(world(20, turned_about(factions([11, 9], 0.6, 0.6, 3)), 3)).balance
    assert found.balanced is not None
    assert found.balanced.value == 0 < found.balanced.low
    assert found.frustration.value > found.frustration.high
    assert max(found.balanced.p, found.frustration.p) < 0.02


def test_network_chance_is_not_taken_for_balance() -> None:
    """Signs are tossed, some states being more hostile than others: nine of ten worlds should lie in the interval; of
    30 at least 24 do, which 99 of 100 such thirties would."""
    inside = {"balanced": 0, "frustration": 0}
    for seed in range(30):
        random = np.random.default_rng(seed)
        mood = random.normal(0, 1, 24)
        tossed = random.random((2, 24, 24))

        def scores(one: int, other: int, mood: Any = mood, tossed: Any = tossed) -> tuple[float, int] | None:
            friends = tossed[0, one, other] < 1 / (1 + np.exp(-mood[one] - mood[other]))
            return (4.0 if friends else -4.0, 6) if tossed[1, one, other] < 0.5 else None

        found = balance(signed(world(24, scores, seed), AT))
        for name, chance in (("balanced", found.balanced), ("frustration", found.frustration)):
            assert chance is not None
            inside[name] += chance.low - 1e-9 <= chance.value <= chance.high + 1e-9
    assert min(inside.values()) >= 24, inside
