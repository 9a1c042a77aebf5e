"""How well articles are put together into stories, and copies found: against groups made by hand.

    python benchmarks/stories.py [--write]

Reads the 240 articles of `stories_dev.jsonl` (three days of the news corpus), links them alone and scores the groups:
B-cubed F1 (Bagga and Baldwin 1998) and F1 over pairs of articles. Settings were chosen on half A of the stories; half B
had no part in that, and `all` is harder than either, since more stories can be mistaken for each other. Needs `shared/`
beside the repository, or `--shared FOLDER`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from blocks import REPOSITORY, table, write_block

import marsad
from marsad.linking import inmemory
from marsad.linking.copies.kind import Copies
from marsad.linking.kinds import Kind, StoredReading
from marsad.linking.stories.kind import Stories
from marsad.store.rows import article_id

DAYS = ("2015-07-24", "2015-07-25", "2015-07-26")
Groups = Mapping[str, str]
"""The group of each article, by the articles' names."""


class Gold(NamedTuple):
    """The groups made by hand: stories, pairs of copies, and the two halves of the articles."""

    stories: Groups
    copies: frozenset[frozenset[str]]
    halves: tuple[frozenset[str], frozenset[str]]


def gold(shared: Path) -> Gold:
    """The gold groups."""
    lines = [json.loads(line) for line in (shared / "gold" / "stories_dev.jsonl").open(encoding="utf-8")]
    told = [line for line in lines if "docs" in line]
    alone = sorted(doc for line in lines for doc in line.get("singletons", ()))
    stories = {doc: line["story"] for line in told for doc in line["docs"]} | {doc: doc for doc in alone}
    copies = {frozenset(pair) for line in told for group in line["copies"] for pair in combinations(group, 2)}
    halves = tuple(
        frozenset(doc for line in told[half::2] for doc in line["docs"]) | frozenset(alone[half::2]) for half in (0, 1)
    )
    return Gold(stories, frozenset(copies), (halves[0], halves[1]))


def readings(shared: Path, wanted: Iterable[str]) -> dict[str, marsad.Reading]:
    """The readings of the gold articles by their names (`snn-DAY-NUMBER`)."""
    names = set(wanted)
    archives = [shared / "corpora" / "saudinewsnet" / f"{day}.zip" for day in DAYS]
    found = marsad.read_many(archives, jobs=2, mapping="saudinewsnet", on_error=lambda _: None)
    return {f"snn-{r.doc}": r for r in found if f"snn-{r.doc}" in names}


def grouped(kind: Kind[Any], read: Mapping[str, marsad.Reading]) -> Groups:
    """The groups that a kind of link makes of the articles."""
    doc = {article_id(r.article): name for name, r in read.items()}
    stored = [StoredReading(number, read[name]) for number, name in doc.items()]
    groups = {name: name for name in read}
    for group in inmemory.link(kind, stored):
        groups.update((doc[p.article], doc[group[0].article]) for p in group)
    return groups


def b_cubed(found: Groups, right: Groups, docs: Iterable[str]) -> float:
    """B-cubed F1 of groups over some articles."""
    chosen = sorted(docs)
    mine, theirs = _members(found, chosen), _members(right, chosen)
    both = {doc: len(mine[found[doc]] & theirs[right[doc]]) for doc in chosen}
    precision = sum(both[doc] / len(mine[found[doc]]) for doc in chosen) / len(chosen)
    recall = sum(both[doc] / len(theirs[right[doc]]) for doc in chosen) / len(chosen)
    return 2 * precision * recall / (precision + recall)


def _members(groups: Groups, docs: Iterable[str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for doc in docs:
        members[groups[doc]].add(doc)
    return members


def pairs(groups: Groups, docs: Iterable[str]) -> set[frozenset[str]]:
    """The pairs of articles that are in one group."""
    return {frozenset(p) for m in _members(groups, docs).values() for p in combinations(sorted(m), 2)}


def f1(found: set[frozenset[str]], right: set[frozenset[str]] | frozenset[frozenset[str]]) -> float:
    """F1 of pairs."""
    return 2 * len(found & right) / (len(found) + len(right))


def scores(shared: Path) -> dict[str, float]:
    """Every score by its name."""
    right = gold(shared)
    read = readings(shared, right.stories)
    stories, copies = grouped(Stories(), read), grouped(Copies(), read)
    found = {"copies, pairs F1": f1(pairs(copies, read), right.copies)}
    for name, docs in (("all", frozenset(read)), ("half A", right.halves[0]), ("half B", right.halves[1])):
        found[f"stories, B-cubed F1, {name}"] = b_cubed(stories, right.stories, docs)
        found[f"stories, pairs F1, {name}"] = f1(pairs(stories, docs), pairs(right.stories, docs))
    return found


def main() -> int:
    """Print the table, or write it into the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if not arguments.shared.is_dir():
        print(f"{arguments.shared}: no such folder", file=sys.stderr)
        return 1
    bars = {"copies, pairs F1": "≥ 0.95", "stories, B-cubed F1": "≥ 0.92", "stories, pairs F1": "≥ 0.80"}
    rows = [
        (name, f"{score:.3f}", next((bar for key, bar in bars.items() if name.startswith(key)), ""))
        for name, score in scores(arguments.shared).items()
    ]
    text = table(("", "measured", "bar"), rows)
    if arguments.write:
        write_block(REPOSITORY / "docs" / "accuracy.md", "stories", text)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
