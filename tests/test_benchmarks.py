"""The benchmarks' tables go where the documentation has a place for them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

REPOSITORY = Path(__file__).parent.parent
PLACES = [
    ("accuracy.md", "scores"), ("accuracy.md", "sentences"), ("accuracy.md", "types"), ("performance.md", "throughput"),
]  # fmt: skip


@pytest.fixture(scope="module")
def blocks() -> ModuleType:
    """The benchmarks' tables and markers as a module."""
    spec = importlib.util.spec_from_file_location("blocks", REPOSITORY / "benchmarks" / "blocks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
