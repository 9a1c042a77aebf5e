"""Worlds of states whose blocs, enmities and changes are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

import igraph
import numpy as np
import polars as pl

from marsad.relations.network.system import Network, measured

AT = date(2020, 6, 30)
LATER = AT + timedelta(days=30)
NAMES = [f"{a}{b}X" for a in "ABCDEFGH" for b in "ABCDEFGH"]
COLUMNS = ("act", "story", "day", "score", "a", "b")
SIZES = [9, 8, 7]
Scores = Callable[[int, int], tuple[float, int] | None]
"""The mean score of two by their places, and how many acts they have; None if nothing joins them."""


def world(states: int, scores: Scores, seed: int, noise: float = 0.0, at: date = AT) -> pl.DataFrame:
    """Acts of a month in which each two act upon each other as `scores` says; the share `noise` of the acts says the
    opposite. Two acts a story."""
    random = np.random.default_rng(seed)
    rows: list[tuple[Any, ...]] = []
    for one, other in combinations(range(states), 2):
        found = scores(one, other)
        for n in range(found[1] if found else 0):
            assert found is not None
            score = (-found[0] if random.random() < noise else found[0]) + random.normal(0, 0.5)
            a, b = (one, other) if random.random() < 0.5 else (other, one)
            day = at - timedelta(days=int(random.integers(0, 30)))
            rows.append((at.toordinal() * 10**5 + len(rows), f"{at} {one} {other} {n // 2}", day, float(score), a, b))
    frame = pl.DataFrame(rows, COLUMNS, orient="row")
    return frame.with_columns(pl.col("a", "b").replace_strict(dict(enumerate(NAMES))))


def factions(sizes: list[int], inside: float, between: float, seed: int, acts: int = 10) -> Scores:
    """Blocs of such sizes: friends within, where two of them have to do with each other, enemies between them."""
    of = np.repeat(np.arange(len(sizes)), sizes)
    joined = np.random.default_rng(seed).random((len(of), len(of)))

    def scores(one: int, other: int) -> tuple[float, int] | None:
        same = of[one] == of[other]
        return None if joined[one, other] >= (inside if same else between) else ((4.0 if same else -4.0), acts)

    return scores


def story(number: int, score: float, ones: Iterable[int], others: Iterable[int], at: date = AT) -> pl.DataFrame:
    """A story of the day that tells five acts of each two."""
    first = at.toordinal() * 10**5 + 50_000 + 1000 * number
    rows = [
        (act, f"of several {at} {number}", at, score, NAMES[one], NAMES[other])
        for act, (one, other, _) in enumerate(product(ones, others, range(5)), first)
    ]
    return pl.DataFrame(rows, COLUMNS, orient="row")


def turned_about(scores: Scores, by: Callable[[int, int], bool] = lambda one, other: True) -> Scores:
    """The same world with friends as enemies and enemies as friends, where `by` says so."""

    def turned(one: int, other: int) -> tuple[float, int] | None:
        found = scores(one, other)
        return (-found[0], found[1]) if found and by(one, other) else found

    return turned


def system(rows: pl.DataFrame, at: date = AT) -> Network:
    found = measured(rows, at)
    assert found is not None
    return found


def likeness(found: Network, sizes: list[int]) -> float:
    """The adjusted Rand index of the blocs and the planted ones; who is outside is a bloc of one."""
    truth = dict(zip(NAMES, np.repeat(np.arange(len(sizes)), sizes).tolist(), strict=False))
    of = [number if number >= 0 else 100 + place for place, number in enumerate(found.blocs.of.tolist())]
    planted = [truth[state] for state in found.graph.states]
    return float(igraph.compare_communities(of, planted, method="adjusted_rand"))
