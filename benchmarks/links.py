"""How well the next links are foreseen: the temporal-knowledge-graph literature's benchmark ICEWS14.

    python benchmarks/links.py [--write]

Its own split, single-step: what is asked of a day is answered from all days before it (train, valid and the earlier
days of test), in both directions, with the time-aware filter; equals share their places. Everything is learned and
chosen on train and valid; test is only measured. Needs `shared/` beside the repository, or `--shared FOLDER`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from blocks import REPOSITORY, table, write_block

from marsad.relations.links.facts import Facts, World, joined, read
from marsad.relations.links.model import fit
from marsad.relations.links.ranking import Forecaster, Measures, measures, ranks
from marsad.relations.links.recurrence import chosen

PUBLISHED = (
    ("recurrency, published (Gastinger et al. 2024)", 0.374, 0.515),
    ("TLogic, published (Liu et al. 2022)", 0.425, 0.603),
)
"""Name, MRR, Hits@10."""
LEARNED = 60
"""Days, the last of train and all of valid, from whose questions the models learn how to weigh what came before."""


class Split(NamedTuple):
    """The benchmark's parts."""

    train: Facts
    valid: Facts
    test: Facts
    world: World

    def all(self) -> Facts:
        """Every fact."""
        return joined(self.train, self.valid, self.test)


class Result(NamedTuple):
    """What a model reached, and how long it took to fit and to ask."""

    name: str
    measures: Measures
    seconds: float


def split(shared: Path) -> Split:
    """The benchmark's files."""
    folder = shared / "corpora" / "icews14"
    entities, relations = (
        len((folder / f"{kind}2id.txt").read_text(encoding="utf-8").splitlines()) for kind in ("entity", "relation")
    )
    train, valid, test = (read(folder / f"{part}.txt") for part in ("train", "valid", "test"))
    return Split(train, valid, test, World(entities, relations))


def results(parts: Split, learned: int = LEARNED, measured: int | None = None) -> Iterator[Result]:
    """Each model: learned from the last days of train and valid, measured on all test days or the first ones."""
    known = joined(parts.train, parts.valid)
    for name, make in (("recurrency, ours", chosen), ("Marsad", fit)):
        start = time.perf_counter()
        model: Forecaster = make(known, parts.world, known.days()[-learned:])
        found = measures(ranks(model, parts.all(), parts.world, parts.test.days()[:measured]))
        yield Result(name, found, time.perf_counter() - start)


def main() -> int:
    """Print the table, or write it into the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if not arguments.shared.is_dir():
        print(f"{arguments.shared}: no such folder", file=sys.stderr)
        return 1
    rows: list[tuple[str, ...]] = [(name, f"{mrr:.3f}", "", "", f"{hits:.3f}", "") for name, mrr, hits in PUBLISHED]
    rows += [
        (each.name, *(f"{value:.3f}" for value in each.measures), f"{each.seconds:.0f}")
        for each in results(split(arguments.shared))
    ]
    text = table(("", "MRR", "Hits@1", "Hits@3", "Hits@10", "seconds"), rows)
    if arguments.write:
        block = f"{text}\n\nMade by `make bench-links WRITE=--write`."
        write_block(REPOSITORY / "docs" / "accuracy.md", "links", block)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
