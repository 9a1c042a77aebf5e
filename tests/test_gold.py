"""The scores against careful readers may rise, never fall.

`floors.json` holds the score that each measure must reach, rounded down to two digits. After an improvement raise the
floor; lowering one needs a reason in the change that does it.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


def benchmark(name: str) -> ModuleType:
    """A benchmark as a module."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(BENCHMARKS))
    return module


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    """The benchmark of the records of whole articles."""
    return benchmark("accuracy")


@pytest.fixture(scope="module")
def sentences() -> ModuleType:
    """The benchmark of labelled sentences."""
    return benchmark("sentences")


@pytest.fixture(scope="module", params=["seeds", "dev"])
def scored(request: pytest.FixtureRequest, accuracy: ModuleType, shared: Path) -> tuple[str, dict[str, Any]]:
    """One gold set and its scores."""
    if not (shared / "gold").is_dir():
        pytest.skip("no gold sets beside the repository")
    return request.param, accuracy.score(request.param, shared)


def test_scores_reach_their_floors(scored: tuple[str, dict[str, Any]], accuracy: ModuleType) -> None:
    name, scores = scored
    below = {
        measure: (found, floor)
        for measure, floor in FLOORS[name].items()
        if (found := accuracy.value(scores, measure)) is None or found < floor
    }
    assert not below, f"{name}: (score, floor) of what fell"


def test_scores_find_no_record_in_furniture(scored: tuple[str, dict[str, Any]]) -> None:
    _, scores = scored
    assert scores["articles_absent"] == 0
    assert scores["records_in_boilerplate"] == 0


def test_floors_name_measures_of_the_table(accuracy: ModuleType) -> None:
    measures = {measure for measure, _, _ in accuracy.ROWS}
    for name in accuracy.SETS:
        assert set(FLOORS[name]) <= measures


@pytest.mark.parametrize("event_type", ["ASSAULT", "PROTEST"])
def test_shares_of_labelled_sentences_keep_their_bounds(event_type: str, sentences: ModuleType, shared: Path) -> None:
    if not sentences.folder(shared).is_dir():
        pytest.skip("no labelled sentences beside the repository")
    found, bounds = sentences.shares(event_type, shared), FLOORS["sentences"][event_type]
    assert found["yes"] >= bounds["yes at least"]
    assert found["easy no"] <= bounds["easy no at most"]
    assert found["difficult no"] <= bounds["difficult no at most"]


def test_types_reach_their_floors(shared: Path) -> None:
    if not (shared / "gold" / "plover_gsr_ar.jsonl").is_file():
        pytest.skip("no gold standard beside the repository")
    types = benchmark("plovertypes")
    scores = types.score(types.sentences(shared))
    assert types.macro(scores) >= FLOORS["types"]["mean"]
    assert types.lowest(scores) >= FLOORS["types"]["lowest"]
