"""Markdown tables, and the marked places in the documentation where they go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; every column but the first is aligned to the right."""
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def replace_block(text: str, name: str, block: str) -> str:
    """`text` with `block` between `<!-- name -->` and `<!-- /name -->`. Raises `ValueError` without these markers."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    if text.count(begin) != 1 or text.count(end) != 1:
        raise ValueError(f"write {begin} and {end} once each")
    return re.sub(f"{begin}.*?{end}", lambda _: f"{begin}\n{block}\n{end}", text, flags=re.DOTALL)


def write_block(page: Path, name: str, block: str) -> None:
    """Put `block` between the markers of a page."""
    page.write_text(replace_block(page.read_text(encoding="utf-8"), name, block), encoding="utf-8")
