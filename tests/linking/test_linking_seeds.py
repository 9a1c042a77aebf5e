"""What only five articles on Moscow and Beijing together tell, held against what careful readers found in them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from tellings import several

import marsad
from marsad.linking import inmemory, order
from marsad.linking.days import days_of
from marsad.linking.happenings.canonical import happening_of
from marsad.linking.happenings.kind import Happenings
from marsad.linking.happenings.occurrence import Occurrence, occurrence_of
from marsad.linking.happenings.told import Told
from marsad.linking.promises import outcomes as promises

Name = tuple[str, str]
"""An event of the gold records: the article's name and the event's id there."""


class Seeds(NamedTuple):
    """The five articles as we read and link them, and the links that are expected."""

    links: dict[str, Any]
    published: dict[int, str | None]
    docs: dict[int, str]
    groups: list[list[Told]]
    ours: dict[Name, Told]
    """Our event for each of the gold ones that we have."""

    def group(self, name: list[str]) -> list[Told]:
        """The happening that has our event for a gold one."""
        event = self.ours[name[0], name[1]]
        return next(group for group in self.groups if event in group)


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Seeds:
    gold = shared / "gold" / "seeds.links.json"
    if not gold.is_file():
        pytest.skip("no gold links beside the repository")
    readings = {path.stem: marsad.read(path) for path in sorted((shared / "seeds").glob("*.txt"))}
    stored = list(inmemory.stored(readings.values()))
    docs = dict(zip((s.article for s in stored), readings, strict=True))
    groups = inmemory.link(Happenings(), stored)
    named = {(docs[t.article], t.name): t for group in groups for t in group}
    matched = {
        (doc, ours["id"]): theirs
        for doc, reading in readings.items()
        for ours, theirs in pairs(shared, doc, reading.to_json())
    }
    ours = {(doc, theirs): named[doc, name] for (doc, name), theirs in matched.items()}
    published = {s.article: s.reading.article.published.date for s in stored}
    return Seeds(json.loads(gold.read_text(encoding="utf-8")), published, docs, groups, ours)


def pairs(shared: Path, doc: str, ours: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Our events with the ids of the gold ones that they match, by the gold set's own measure."""
    score = scorer(shared)
    theirs = score.load(shared / "gold" / "seeds.jsonl")[doc]
    ends = score.sentence_ends(shared / "seeds" / f"{doc}.txt")
    return [(ours["events"][j], theirs["events"][i]["id"]) for i, j in score.match_events(theirs, ours, ends)]


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_seeds_tell_the_same_event(seeds: Seeds) -> None:
    for link in seeds.links["same_event"]:
        first, *others = (seeds.group(name) for name in link["events"])
        assert all(other == first for other in others), link["what"]
        assert happening_of(first).time == link["time"]


def test_seeds_keep_different_events_apart(seeds: Seeds) -> None:
    for link in seeds.links["different_events"]:
        groups = [seeds.group(name) for name in link["events"]]
        assert all(a is not b for n, a in enumerate(groups) for b in groups[:n]), link["why"]


def test_seeds_link_nothing_else(seeds: Seeds) -> None:
    """Whatever else is told twice is told of standing relations or of what other articles tell too."""
    linked = [[name for name, event in seeds.ours.items() if event in group] for group in several(seeds.groups)]
    expected = [[tuple(name) for name in link["events"]] for link in seeds.links["same_event"]]
    assert sorted(map(sorted, linked)) == sorted(map(sorted, expected))


def test_seeds_promises_have_their_terms_outcomes_and_evidence(seeds: Seeds) -> None:
    told = [occurrence_of(group) for group in seeds.groups]
    with_term = {plan.number: plan for plan in told if promises.is_promise(plan) and plan.days}
    for link in seeds.links["promises"]:
        plan = with_term.pop(occurrence_of(seeds.group(link["event"])).number)
        found = promises.outcome(plan, told, days_of(seeds.links["as_of"]))
        assert found.outcome == link["outcome"], link["what"]
        assert found.term is not None
        assert found.term.meet(days_of(link["term"])) == days_of(link["term"]), link["what"]
        assert evidence(found.evidence) == evidence_of(seeds, link), link["what"]
    assert not with_term, "promises that nobody made"


def evidence(found: Occurrence | None) -> set[Told]:
    return set(found.tellings) if found else set()


def evidence_of(seeds: Seeds, link: dict[str, Any]) -> set[Told]:
    return set(seeds.group(link["evidence"])) if "evidence" in link else set()


def test_seeds_stand_in_the_order_of_time(seeds: Seeds) -> None:
    published = [(article, days_of(date)) for article, date in seeds.published.items()]
    ordered = order.in_order(order.placed(published, seeds.groups))
    assert [seeds.docs[article] for article in ordered] == seeds.links["order"]
