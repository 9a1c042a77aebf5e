"""What stands in the store of happenings, promises and agreements depends on its articles alone, however they came."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from tellings import Text, occurrences, readings
from test_linking_agreements import ONE as AGREEMENTS
from test_linking_happenings import ONE, TWO
from test_linking_promises import CASES

from marsad.linking import inmemory
from marsad.linking.agreements.kind import Agreements
from marsad.linking.happenings.kind import Happenings
from marsad.linking.linker import Linker
from marsad.linking.preparing import rows_to_add
from marsad.linking.promises import outcomes
from marsad.linking.promises.outcomes import is_promise
from marsad.records import Reading
from marsad.store.rows import article_id
from marsad.store.store import Store
from marsad.store.tables import (
    agreement,
    agreement_event,
    difference,
    happening,
    happening_key,
    happening_party,
    link_edge,
    link_item,
    link_key,
    promise,
    telling,
)

TABLES = (
    happening, happening_key, telling, happening_party, difference, promise, agreement, agreement_event,
    link_item, link_key, link_edge,
)  # fmt: skip
PROMISES: tuple[Text, ...] = tuple(dict.fromkeys(text for texts, _ in CASES.values() for text in texts))
NUCLEAR: tuple[Text, ...] = (
    ("توصلت إيران والقوى الكبرى إلى الاتفاق النووي في فيينا.", "2015-07-14"),
    ("دخل الاتفاق النووي بين إيران والقوى الكبرى حيز التنفيذ.", "2016-01-17"),
    ("انسحب الرئيس الأمريكي دونالد ترامب من الاتفاق النووي مع إيران.", "2018-05-09"),
    ("انتهكت إيران الاتفاق النووي.", "2019-07-08"),
)

OUTCOMES = ("kept", "broken", "postponed", "open")


@pytest.fixture(scope="module")
def articles() -> list[Reading]:
    pairs = [*ONE.values(), *TWO.values(), *AGREEMENTS.values()]
    return readings((*(text for pair in pairs for text in pair), *PROMISES, *NUCLEAR))


def content(store: Store) -> dict[str, list[str]]:
    with store.reading() as connection:
        return {t.name: sorted(repr(tuple(row)) for row in connection.execute(select(t))) for t in TABLES}


def linked(url: str | Path, several: Iterable[Reading], passes: int) -> dict[str, list[str]]:
    """What is in a new store to which articles were added, linked after every so many."""
    with Store.open(str(url), create=True) as store:
        linker = Linker(store, [Happenings(), Agreements()])
        for n, reading in enumerate(several, 1):
            store.add(rows_to_add(reading, linker.kinds))
            if n % passes == 0:
                linker.link()
        linker.link()
        return content(store)


@pytest.fixture(scope="module")
def expected(articles: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What one pass over all comes to."""
    found = linked(tmp_path_factory.mktemp("results") / "store.db", articles, len(articles))
    assert all(found[table.name] for table in TABLES)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_results_do_not_depend_on_the_order_of_articles(
    seed: int, articles: list[Reading], expected: dict[str, list[str]], tmp_path: Path
) -> None:
    shuffled = random.Random(seed).sample(articles, len(articles))
    assert linked(tmp_path / "store.db", shuffled, 1 + 5 * seed) == expected


def test_results_are_the_same_in_postgresql(
    articles: list[Reading], expected: dict[str, list[str]], postgresql_database: str
) -> None:
    assert linked(postgresql_database, articles[::-1], 20) == expected


@pytest.mark.parametrize("seed", range(3))
def test_results_forget_what_is_removed(seed: int, articles: list[Reading], tmp_path: Path) -> None:
    gone = random.Random(seed).sample(articles, len(articles) // 3)
    left = [reading for reading in articles if reading not in gone]
    with Store.open(str(tmp_path / "store.db"), create=True) as store:
        linker = Linker(store, [Happenings(), Agreements()])
        for reading in articles:
            store.add(rows_to_add(reading, linker.kinds))
        linker.link()
        for reading in gone:
            store.remove(article_id(reading.article))
            if seed:
                linker.link()
        linker.link()
        after = content(store)
    assert after == linked(tmp_path / "fresh.db", left, len(left))


def test_results_hold_the_happenings_that_are_found_all_at_once(
    articles: list[Reading], expected: dict[str, list[str]]
) -> None:
    groups = inmemory.link(Happenings(), inmemory.stored(articles))
    found = sorted(repr((min(t.item for t in group), t.item)) for group in groups for t in group)
    assert expected["telling"] == found


def test_results_hold_the_outcome_of_every_promise(articles: list[Reading], expected: dict[str, list[str]]) -> None:
    """The store looks only at happenings that share a key with a promise; no other would decide it."""
    told = occurrences(articles)
    found = sorted((plan.number, outcomes.outcome(plan, told, None).outcome) for plan in told if is_promise(plan))
    stored = sorted((int(row.split(",")[0][1:]), outcome_in(row)) for row in expected["promise"])
    assert stored == found
    assert {outcome for _, outcome in found} >= {"kept", "postponed", "open"}


def outcome_in(row: str) -> str:
    return next(outcome for outcome in OUTCOMES if repr(outcome) in row)


def rows(url: Path, texts: Iterable[Text], table: Any) -> list[Any]:
    with Store.open(str(url), create=True) as store:
        linker = Linker(store, [Happenings(), Agreements()])
        for reading in readings(texts):
            store.add(rows_to_add(reading, linker.kinds))
        linker.link()
        with store.reading() as connection:
            return list(connection.execute(select(table)))


def test_results_tell_what_became_of_an_agreement_known_by_name(tmp_path: Path) -> None:
    (found,) = rows(tmp_path / "store.db", NUCLEAR, agreement)
    assert found.subject == "الاتفاق النووي الإيراني"
    assert [(step["status"], step["time"]) for step in found.history] == [
        ("agreed", "2015-07-14"),
        ("in-force", "2016-01-17"),
        ("left", "2018-05-09"),
        ("violated", "2019-07-08"),
    ]
    assert found.status == "violated"
    assert sorted(found.parties) == ["bloc:major-powers", "state:IRN"]


def test_results_say_when_a_promise_is_due(tmp_path: Path) -> None:
    (found,) = rows(tmp_path / "store.db", PROMISES[:1], promise)
    assert (found.term, found.term_start, found.term_end) == ("2015-09", "2015-09-01", "2015-09-30")
    assert (found.said, found.outcome, found.evidence) == ("2015-07-25", "open", [])
