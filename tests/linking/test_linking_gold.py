"""Stories and copies against the groups made by hand: their scores may rise, never fall (`tests/floors.json`)."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from test_gold import FLOORS, benchmark


@pytest.fixture(scope="module")
def scores(shared: Path) -> dict[str, float]:
    """Every score of the benchmark by its name."""
    return dict(benchmark("stories").scores(shared))


@pytest.mark.parametrize("measure", sorted(FLOORS["stories"]))
def test_stories_and_copies_keep_their_scores(measure: str, scores: dict[str, float]) -> None:
    assert scores[measure] >= FLOORS["stories"][measure]


def test_perfect_groups_score_one() -> None:
    stories = benchmark("stories")
    right = {"a": "1", "b": "1", "c": "2"}
    assert stories.b_cubed(right, right, "abc") == 1
    alone = {"a": "a", "b": "b", "c": "c"}
    assert stories.b_cubed(alone, right, "abc") == pytest.approx(0.8)
    assert stories.f1(stories.pairs(right, "abc"), stories.pairs(right, "abc")) == 1
    assert stories.f1(stories.pairs(alone, "abc"), stories.pairs(right, "abc")) == 0
