"""What a store holds and links is a function of its articles: whatever came and went, in whatever order, however often
it was linked meanwhile, and whatever failed on the way. Over all kinds of links, on real articles.
"""

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newswire import readings
from sqlalchemy import delete, select
from storetables import Contents, check, contents, differences, emptied
from wordlinks import WordLinks, groups_table

from marsad.linking import inmemory
from marsad.linking.kinds import Kind
from marsad.linking.linker import Linker, all_kinds
from marsad.linking.preparing import rows_to_add
from marsad.records import Reading
from marsad.store.rows import Rows, article_id, rows_of
from marsad.store.store import Store
from marsad.store.tables import link_item

ALL = range(len(readings()))
EXAMPLES = {"sqlite": 25, "postgresql": 6}
unhurried = functools.partial(settings, deadline=None, suppress_health_check=list(HealthCheck))


class PassError(Exception):
    """What is thrown into a pass."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("properties") / "store.db")
    else:
        url = request.getfixturevalue("postgresql_server") + "/postgres"
    with Store.open(url, create=True) as made:
        groups_table.create(made.engine, checkfirst=True)
        yield made


def kinds() -> list[Kind[Any]]:
    return [*all_kinds(), WordLinks()]


@functools.cache
def rows(number: int, prepared: bool = True) -> Rows:
    reading = readings()[number]
    return rows_to_add(reading, kinds()) if prepared else rows_of(reading)


def number_of(article: int) -> int:
    return article_id(readings()[article].article)


def everything(store: Store) -> Contents:
    with store.reading() as connection:
        groups = sorted(map(tuple, connection.execute(select(groups_table))))
    return contents(store) | {groups_table.name: groups}


def cleared(store: Store) -> Store:
    emptied(store)
    with store.writing() as connection:
        connection.execute(delete(groups_table))
    return store


def built(store: Store, articles: Iterable[int]) -> Contents:
    """What a store holds to which the articles came in their order and were linked in one pass."""
    cleared(store)
    linker = Linker(store, kinds())
    for article in sorted(articles):
        store.add(rows(article))
    linker.link()
    return everything(store)


def same(found: Contents, expected: Contents) -> None:
    assert not differences(found, expected)


@functools.cache
def whole(store: Store) -> Contents:
    """All articles."""
    return built(store, ALL)


def current() -> list[Reading]:
    """The articles in their last versions."""
    last = {r.article.uri: r for r in sorted(readings(), key=lambda r: r.article.retrieved)}
    return list(last.values())


def examples(store: Store, share: float = 1.0) -> Callable[[Any], Any]:
    return unhurried(max_examples=max(3, int(EXAMPLES[store.engine.dialect.name] * share)))


def test_the_articles_have_what_can_be_linked(store: Store) -> None:
    """What no link could come of would prove nothing."""
    filled = {name for name, found in whole(store).items() if found}
    assert {"article", "event", "statement", "event_party", "link_edge", "word_groups"} <= filled
    assert len(current()) == len(readings()) - 1
    check(store, {number_of(n): readings()[n] for n in ALL})


def test_articles_in_any_order_give_the_same(store: Store) -> None:
    expected = whole(store)

    @examples(store)
    @given(order=st.permutations(ALL), passes=st.sets(st.sampled_from(ALL)), prepared=st.booleans())
    def hold(order: list[int], passes: set[int], prepared: bool) -> None:
        linker = Linker(cleared(store), kinds())
        for place, article in enumerate(order):
            store.add(rows(article, prepared))
            if place in passes:
                linker.link()
        linker.link()
        same(everything(store), expected)

    hold()


def test_articles_added_again_change_nothing(store: Store) -> None:
    expected = whole(store)
    built(store, ALL)

    @examples(store)
    @given(again=st.lists(st.sampled_from(ALL), max_size=10), prepared=st.booleans())
    def hold(again: list[int], prepared: bool) -> None:
        linker = Linker(store, kinds())
        for article in again:
            assert store.add(rows(article, prepared)) == "known"
        assert linker.link() == 0
        same(everything(store), expected)

    hold()


def test_articles_that_come_and_go_leave_no_trace(store: Store) -> None:
    """Each step brings an article, or takes it out if it is there, or links what waits."""
    steps = st.lists(st.sampled_from([*ALL, *["link"] * 6]), min_size=8, max_size=50)  # type: ignore[list-item]

    @examples(store)
    @given(steps=steps, prepared=st.booleans())
    def hold(steps: list[Any], prepared: bool) -> None:
        linker = Linker(cleared(store), kinds())
        there: set[int] = set()
        for step in steps:
            if step == "link":
                linker.link()
            elif step in there:
                store.remove(number_of(step))
                there.remove(step)
            else:
                store.add(rows(step, prepared))
                there.add(step)
        linker.link()
        found = everything(store)
        same(found, built(store, there))

    hold()


def test_all_articles_but_one_are_what_they_would_be(store: Store) -> None:
    """Each article in its turn, as any may be the one on which something hangs."""
    for out in ALL if store.engine.dialect.name == "sqlite" else ALL[::6]:
        expected = built(store, [n for n in ALL if n != out])
        built(store, ALL)
        store.remove(number_of(out))
        Linker(store, kinds()).link()
        same(everything(store), expected)


def failing(kind: Kind[Any], after: int) -> Kind[Any]:
    """The kind, made to fail in its `after`-th pass, when all is written."""
    passes = itertools.count(1)
    publish = kind.publish

    def failing_publish(*arguments: Any) -> None:
        publish(*arguments)
        if next(passes) == after:
            raise PassError

    kind.publish = failing_publish  # type: ignore[method-assign]
    return kind


def test_a_pass_that_fails_is_done_again(store: Store) -> None:
    expected = whole(store)
    places = st.integers(0, len(kinds()) - 1)

    @examples(store, 0.5)
    @given(passes=st.lists(st.sampled_from(ALL), min_size=1, max_size=4), place=places, after=st.integers(1, 3))
    def hold(passes: list[int], place: int, after: int) -> None:
        these = kinds()
        failing(these[place], after)
        linker = Linker(cleared(store), these)
        for article in ALL:
            store.add(rows(article))
            if article in passes:
                link_through(linker)
        link_through(linker)
        same(everything(store), expected)

    hold()


def link_through(linker: Linker) -> None:
    try:
        linker.link()
    except PassError:
        linker.link()


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: type(kind).__name__)
def test_kinds_link_what_they_would_all_at_once(kind: Kind[Any], store: Store, tmp_path: Path) -> None:
    built(store, ALL)
    with store.reading() as connection:
        chosen = select(link_item.c.grp, link_item.c.item).where(link_item.c.kind == kind.number)
        found: dict[int, list[int]] = {}
        for group, item in connection.execute(chosen.order_by(link_item.c.item)):
            found.setdefault(group, []).append(item)
    at_once = [[p.item for p in group] for group in inmemory.link(kind, inmemory.stored(current()))]
    assert sorted(found.values()) == sorted(at_once)
    assert all(group == items[0] for group, items in found.items())
