"""Forecasts of links: ranks and filter of the protocol, no look into the future, and planted habits that are found."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

np: Any = pytest.importorskip("numpy")
pytest.importorskip("scipy")

from marsad.relations.links import clues, votes  # noqa: E402
from marsad.relations.links.facts import Facts, World, both_ways, joined, read  # noqa: E402
from marsad.relations.links.model import Links, fit  # noqa: E402
from marsad.relations.links.ranking import Measures, answers, measures, rank, ranks  # noqa: E402
from marsad.relations.links.recurrence import Recurrence  # noqa: E402

sys.path.insert(0, str(Path(__file__).parent.parent))

from test_gold import FLOORS, benchmark  # noqa: E402


def facts(*rows: tuple[int, int, int, int]) -> Facts:
    return Facts(*np.array(rows, dtype=np.int64).reshape(-1, 4).T)


SMALL = World(4, 1)


class Table:
    """A forecaster with the same scores for all questions, that notes what it is shown."""

    def __init__(self, scores: list[float]) -> None:
        self.scores = np.array(scores)
        self.shown: list[tuple[int, list[int]]] = []

    def answers(self, history: Facts, day: int, asked: list[tuple[int, int]]) -> Iterator[Any]:
        self.shown.append((day, sorted(history.day.tolist())))
        yield from (self.scores for _ in asked)


def test_rank_counts_from_one_and_equals_share_their_places() -> None:
    scores = np.array([0.5, 0.9, 0.5, 0.5])
    assert rank(scores, 1) == 1
    assert rank(scores, 0) == 3
    assert rank(np.zeros(4), 2) == 2.5


def test_rank_leaves_other_right_answers_out() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.7])
    assert rank(scores, 2) == 3.5
    assert rank(scores, 2, {0, 2}) == 2.5
    assert rank(scores, 2, {0, 1, 2, 3}) == 1


def test_measures_of_ranks() -> None:
    assert measures([1, 2, 4, 20]) == Measures(0.45, 0.25, 0.5, 0.75)


def test_facts_are_asked_in_both_directions_with_the_time_aware_filter() -> None:
    """(0, 1) and (0, 2) are right on day 1, so that they do not stand in each other's way; (0, 3) was right on day 0
    and does."""
    known = facts((0, 0, 3, 0), (0, 0, 1, 1), (0, 0, 2, 1))
    scores = [0.1, 0.2, 0.3, 0.4]
    # Objects 1 and 2 of 0; then subject 0 of 1, and of 2.
    assert ranks(Table(scores), known, SMALL, [1]) == [2, 2, 4, 4]


def test_protocol_shows_nothing_of_the_day_or_later() -> None:
    known = facts(*((0, 0, 1 + day % 3, day) for day in range(5)))
    model = Table([0, 0, 0, 0])
    ranks(model, known, SMALL, [2, 4])
    assert model.shown == [(2, [0, 0, 1, 1]), (4, [0, 0, 1, 1, 2, 2, 3, 3])]


def test_inverse_relations_are_relations_of_their_own() -> None:
    assert answers(both_ways(facts((0, 0, 1, 0)), SMALL)) == {(0, 0): [1], (1, 1): [0]}


def test_votes_weigh_what_follows_what() -> None:
    """After 0 comes 1 with the same two the day after; 2 goes to anybody."""
    random = np.random.default_rng(1)
    rows = []
    for day in range(0, 120, 2):
        for _ in range(5):
            a, b, c, d = random.choice(20, 4, replace=False)
            rows += [(a, 0, b, day), (a, 1, b, day + 1), (a, 2, c, day), (b, 2, d, day)]
    world = World(20, 3)
    found = votes.weights(both_ways(facts(*rows), world), world, 1.0)
    assert found[1, 0] > 0.5
    assert found[1, 0] > 3 * found[1, 2]
    assert found[4, 3] == pytest.approx(found[1, 0], abs=0.3)
    assert (found >= 0).all()
    assert (found <= 1).all()


def planted(seed: int = 3) -> tuple[Facts, World]:
    """30 subjects that each come back to one of two objects of their own by relation 0, and answer by relation 1 the
    day after; beside them noise."""
    random = np.random.default_rng(seed)
    rows = []
    for day in range(90):
        for subject in random.choice(30, 6, replace=False):
            object_ = 30 + 2 * subject + random.integers(2)
            rows += [(subject, 0, object_, day), (object_, 1, subject, day + 1)]
        for _ in range(4):
            a, b = random.choice(90, 2, replace=False)
            rows.append((a, 2, b, day))
    return facts(*rows), World(90, 3)


@pytest.fixture(scope="module")
def fitted() -> tuple[Links, Facts, World]:
    known, world = planted()
    return fit(known.before(80), world, range(60, 80)), known, world


def test_planted_recurrence_is_found(fitted: tuple[Links, Facts, World]) -> None:
    model, known, world = fitted
    asked = known.where((known.day < 80) | (known.relation < 2))
    found = measures(ranks(model, asked, world, range(80, 90)))
    assert found.mrr > 0.7
    assert found.hits3 > 0.9
    unknown = known.where((known.day < 80) | (known.relation == 2))
    assert measures(ranks(model, unknown, world, range(80, 90))).mrr < 0.3


def test_plain_recurrence_finds_it_too(fitted: tuple[Links, Facts, World]) -> None:
    _, known, world = fitted
    asked = known.where((known.day < 80) | (known.relation < 2))
    plain = measures(ranks(Recurrence(world, 20.0, 0.99), asked, world, range(80, 90)))
    assert plain.hits3 > 0.9


@pytest.mark.parametrize("kind", ["links", "recurrence"])
def test_future_changes_no_rank(fitted: tuple[Links, Facts, World], kind: str) -> None:
    """Facts of the day itself and later are given to the model, which must not look at them."""
    model: Any = fitted[0] if kind == "links" else Recurrence(fitted[2], 20.0, 0.99)
    known = both_ways(fitted[1], fitted[2])
    asked = [(0, 0), (1, 0), (31, 1)]
    before = [scores.copy() for scores in model.answers(known.before(85), 85, asked)]
    after = list(model.answers(joined(known, facts((0, 0, 89, 85), (1, 0, 88, 86))), 85, asked))
    assert all((one == other).all() for one, other in zip(before, after, strict=True))


def test_fit_sees_nothing_after_its_days() -> None:
    known, world = planted()
    one, other = (fit(some, world, range(60, 70)) for some in (known.before(70), known))
    assert all((one.coefficients[name] == other.coefficients[name]).all() for name in one.coefficients)
    assert all((a == b).all() for a, b in zip(one.ruled, other.ruled, strict=True))


def test_fit_is_the_same_twice_and_its_seed_counts() -> None:
    known, world = planted()
    days = range(60, 65)
    one, same, other = (fit(known, world, days, seed).coefficients["a"] for seed in (1, 1, 2))
    assert (one == same).all()
    assert (one != other).any()


def test_clues_have_names_and_are_not_negative(fitted: tuple[Links, Facts, World]) -> None:
    model, known, world = fitted
    past = clues.past(both_ways(known, world), world, 80)
    for found in clues.clues(past, [(0, 0), (89, 5)], model.ruled):
        assert found.shape == (len(clues.NAMES), world.entities)
        assert (found >= 0).all()
    exact = next(clues.clues(past, [(0, 0)], model.ruled))[clues.NAMES.index("exact 1000")]
    assert set(np.flatnonzero(exact).tolist()) == {30, 31}


def test_read_counts_days(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("1\t2\t3\t48\t-1\n4\t5\t6\t72\t-1\n", encoding="utf-8")
    assert [column.tolist() for column in read(tmp_path / "x.txt")] == [[1, 4], [2, 5], [3, 6], [2, 3]]


def test_links_of_icews14_keep_their_scores(shared: Path) -> None:
    """A part of `benchmarks/links.py`: learned from a few days, measured on a few (`floors.json`)."""
    links = benchmark("links")
    for found in links.results(links.split(shared), learned=6, measured=3):
        floors = FLOORS["links"][found.name]
        assert {name: score for name, score in found.measures._asdict().items() if score < floors.get(name, 0)} == {}
