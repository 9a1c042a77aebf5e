"""The network of states in worlds whose structure is known: ties, poles, brokers and what changes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import polars as pl
import pytest
from plantednetworks import AT, COLUMNS, LATER, NAMES, SIZES, factions, story, system, turned_about, world

from marsad.errors import QueryError
from marsad.relations.network.blocs import blocs
from marsad.relations.network.changes import changes
from marsad.relations.network.polarity import brokers, polarity
from marsad.relations.network.signed import signed
from marsad.relations.network.system import dates, measured
from marsad.relations.ties import tie

# Ties


def test_network_ties_are_those_of_pairs() -> None:
    rows = world(8, factions([4, 4], 0.9, 0.9, 1), 1, noise=0.3)
    graph = signed(rows, AT)
    assert len(graph.edges) > 10
    for a, b, value, weight in graph.edges.select("a", "b", "tie", "weight").iter_rows():
        alone = tie(rows.filter(pl.col("a").is_in([a, b]) & pl.col("b").is_in([a, b])), [AT]).row(0, named=True)
        assert (value, weight) == pytest.approx((alone["tie"], alone["weight"]))


def test_network_interval_is_near_that_of_the_pair() -> None:
    rows = world(6, lambda one, other: (2.0, 40), 3, noise=0.3)
    graph = signed(rows, AT, samples=400)
    for a, b, low, high in graph.edges.select("a", "b", "low", "high").iter_rows():
        alone = tie(rows.filter(pl.col("a").is_in([a, b]) & pl.col("b").is_in([a, b])), [AT]).row(0, named=True)
        assert (low, high) == pytest.approx((alone["low"], alone["high"]), abs=0.04)


def test_network_directions_and_mutual_acts() -> None:
    day = AT - timedelta(days=1)
    rows = [(n, str(n), day, 6.0, "AAX", "BBX") for n in range(5)]
    rows += [(9, "9", day, 3.0, "AAX", "BBX"), (9, "9", day, 3.0, "BBX", "AAX")]
    edge = signed(pl.DataFrame(rows, COLUMNS, orient="row"), AT).edges.row(0, named=True)
    w = 2 ** (-1 / 30)
    assert edge["acts"] == 6  # the mutual one once
    assert edge["tie"] == pytest.approx(33 * w / (10 * (6 * w + 5)))
    assert edge["there"] == pytest.approx(33 * w / (10 * (6 * w + 5)))
    assert edge["back"] == pytest.approx(3 * w / (10 * (w + 5)))


def test_network_edges_need_enough_acts_in_the_window() -> None:
    rows = world(3, lambda one, other: (3.0, 4 if (one, other) == (0, 1) else 6), 5)
    assert signed(rows, AT).edges.select("a", "b").rows() == [("AAX", "ACX"), ("ABX", "ACX")]
    assert len(signed(rows, AT, least=4).edges) == 3
    assert signed(rows, AT + timedelta(days=40)).states == ()
    assert measured(rows, AT + timedelta(days=40)) is None


# Poles and brokers


def test_network_broker_between_hostile_blocs() -> None:
    """The last of 17 states is friends with some of both camps."""
    camps = factions([8, 8, 1], 0.8, 0.4, 6)

    def scores(one: int, other: int) -> tuple[float, int] | None:
        return ((4.0, 10) if one % 8 < 4 else None) if other == 16 else camps(one, other)

    graph = signed(world(17, scores, 6, noise=0.1), AT)
    parts = blocs(graph)
    poles = polarity(graph, parts)
    assert poles.hostile == ((0, 1),)
    first = brokers(graph, parts, poles.hostile)[0]
    assert (first.state, first.spans) == (NAMES[16], ((0, 1),))
    assert 0 < first.betweenness <= 1
    assert poles.poles.value == pytest.approx(2, abs=0.2)


def test_network_blocs_are_hostile_where_enmity_is_sure() -> None:
    """The first two are enemies, what the third has with both is as often friendly."""

    def scores(one: int, other: int) -> tuple[float, int]:
        a, b = one // 4, other // 4
        if b == 2 != a:
            return (1.0 if (one + other) % 2 else -1.0), 10
        return (4.0 if a == b else -4.0), 10

    graph = signed(world(12, scores, 2), AT)
    parts = blocs(graph)
    members = [{NAMES.index(member.state) // 4 for member in bloc.members} for bloc in parts.blocs]
    assert sorted(map(sorted, members)) == [[0], [1], [2]]
    (hostile,) = polarity(graph, parts).hostile
    assert members[hostile[0]] | members[hostile[1]] == {0, 1}


def test_network_brokers_have_sure_friends_on_both_sides() -> None:
    """State 16 has them. More ways lead through state 0, the only friend of eight others; that state 1 has a friend on
    the other side hangs on one of two stories."""

    def scores(one: int, other: int) -> tuple[float, int] | None:
        if other > 16:
            return (4.0, 10) if one == 0 else None
        if other == 16:
            return (4.0, 10) if one % 8 > 3 else None
        return None if (one, other) == (1, 8) else ((4.0 if one // 8 == other // 8 else -4.0), 10)

    doubtful = [story(number, score, [1], [8]) for number, score in enumerate((4.0, -3.0))]
    graph = signed(pl.concat([world(25, scores, 4), *doubtful]), AT)
    parts = blocs(graph)
    found = {broker.state: broker for broker in brokers(graph, parts, polarity(graph, parts).hostile, most=25)}
    assert next(iter(found)) == NAMES[16]
    assert found[NAMES[0]].betweenness > found[NAMES[16]].betweenness
    assert graph.edges.row(by_predicate=(pl.col("a") == NAMES[1]) & (pl.col("b") == NAMES[8]), named=True)["tie"] > 0
    assert not {state for state, broker in found.items() if broker.spans} & {NAMES[0], NAMES[1], NAMES[8]}


# Changes


def test_network_planted_change_is_found() -> None:
    """Two states change sides between two months, with all their ties."""
    before = factions([8, 8], 0.8, 0.5, 8)
    planted = {(a, b) for a, b in combinations(range(16), 2) if before(a, b) and len({a, b} & {3, 11}) == 1}
    after = turned_about(before, lambda one, other: (one, other) in planted)
    rows = pl.concat([world(16, before, 1, 0.15), world(16, after, 2, 0.15, LATER)])
    change = changes(system(rows), system(rows, LATER))
    assert {move.state for move in change.moves} == {NAMES[3], NAMES[11]}
    found = {(NAMES.index(shift.a), NAMES.index(shift.b)) for shift in change.shifts if shift.turned}
    assert len(found & planted) >= 0.8 * len(planted)
    assert len(found - planted) <= 0.1 * len(found)


def test_network_who_wavers_does_not_move() -> None:
    """State 8 is with one camp in a few more draws before and with the other in a few more after."""
    camps = factions([4, 4], 1.0, 1.0, 1)

    def month(at: date, friends: range, others: range) -> pl.DataFrame:
        told = [story(number, 4.0, camp, [8], at) for number, camp in enumerate((friends, friends, others))]
        return pl.concat([world(8, camps, 1, at=at), *told])

    rows = pl.concat([month(AT, range(4), range(4, 8)), month(LATER, range(4, 8), range(4))])
    before, after = system(rows), system(rows, LATER)
    assert before.blocs.of[8] == before.blocs.of[0]
    assert after.blocs.of[8] == after.blocs.of[4]
    assert changes(before, after).moves == ()


@pytest.mark.parametrize("seed", range(5))
def test_network_no_change_is_found_where_none_is(seed: int) -> None:
    """The same world told anew, with other acts: no state moves, at most one tie in a hundred seems to turn and one in
    twenty to change."""
    same = factions(SIZES, 0.6, 0.3, seed)
    rows = pl.concat([world(24, same, seed, 0.25), world(24, same, seed + 50, 0.25, LATER)])
    before, after = system(rows), system(rows, LATER)
    change = changes(before, after)
    assert change.moves == ()
    assert sum(shift.turned for shift in change.shifts) <= len(before.graph.edges) / 100
    assert len(change.shifts) <= len(before.graph.edges) / 20


# All of it


def test_network_same_input_same_output() -> None:
    rows = world(24, factions(SIZES, 0.6, 0.3, 1), 1, noise=0.3)
    one, other = system(rows), system(rows)
    assert one.graph.edges.equals(other.graph.edges)
    assert one[1:][0].blocs == other.blocs.blocs
    assert one[2:] == other[2:]


def test_network_dates() -> None:
    assert dates("2020-01-01", "2020-03-01", 30) == [date(2020, 1, 1), date(2020, 1, 31), date(2020, 3, 1)]
    with pytest.raises(QueryError):
        dates("2020-03-01", "2020-01-01")
