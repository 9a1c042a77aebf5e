"""The engine comes to what links drawn all at once would be, whatever comes and goes in whatever order."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from wordlinks import WordLinks, groups_table, worded

from marsad.linking import inmemory
from marsad.linking.linker import Linker
from marsad.linking.preparing import Prepared, packed, prepare, rows_to_add, unpacked
from marsad.store.rows import article_id, rows_of
from marsad.store.store import Store
from marsad.store.tables import link_edge, link_item, link_key, metadata, pending

TEXTS = ["a b c d", "a b c e f", "a b x y", "x y z w", "x y z v", "q r s t", "a b c d e", "m n"]


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("links") / "store.db", create=True) as store:
        groups_table.create(store.engine)
        yield store


def emptied(store: Store) -> Store:
    with store.writing() as connection:
        for table in (*reversed(metadata.sorted_tables), groups_table):
            connection.execute(delete(table))
        connection.exec_driver_sql("INSERT INTO article_words (article_words) VALUES ('delete-all')")
    return store


def add(store: Store, linker: Linker, text: str, prepared: bool = True) -> None:
    reading = worded(text)
    store.add(rows_to_add(reading, linker.kinds) if prepared else rows_of(reading))


def links(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    with store.reading() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))))
            for table in (link_item, link_key, link_edge, groups_table, pending)
        }


def groups(store: Store) -> list[list[int]]:
    with store.reading() as connection:
        return sorted([int(n) for n in row.members.split()] for row in connection.execute(select(groups_table)))


def expected(texts: Sequence[str]) -> list[list[int]]:
    found = inmemory.link(WordLinks(), inmemory.stored(map(worded, texts)))
    return sorted([p.item for p in group] for group in found)


def test_texts_group_as_they_should() -> None:
    number = {text: article_id(worded(text).article) for text in TEXTS}
    pairs = [sorted([number["a b c d"], number["a b c d e"]]), sorted([number["x y z w"], number["x y z v"]])]
    assert [group for group in expected(TEXTS) if len(group) > 1] == sorted(pairs)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.permutations(TEXTS),
    passes=st.lists(st.booleans(), min_size=len(TEXTS), max_size=len(TEXTS)),
    prepared=st.booleans(),
    removed=st.sets(st.sampled_from(TEXTS)),
)
def test_links_depend_on_what_is_there_alone(
    linked: Store, order: list[str], passes: list[bool], prepared: bool, removed: set[str]
) -> None:
    """Added in any order, linked after any of them, some removed again: as if the rest had come in one pass."""
    store = emptied(linked)
    linker = Linker(store, [WordLinks()])
    for text, now in zip(order, passes, strict=True):
        add(store, linker, text, prepared)
        if now:
            linker.link()
    linker.link()
    assert groups(store) == expected(TEXTS)
    for text in sorted(removed):
        store.remove(article_id(worded(text).article))
    linker.link()
    left = [text for text in TEXTS if text not in removed]
    assert groups(store) == expected(left)
    after = links(store)
    emptied(linked)
    for text in left:
        add(store, linker, text)
    linker.link()
    assert after == links(store)


def test_a_removed_bridge_parts_what_it_joined(linked: Store) -> None:
    store = emptied(linked)
    linker = Linker(store, [WordLinks()])
    for text in ("a b c", "b c d", "c d e"):
        add(store, linker, text)
    linker.link()
    store.remove(article_id(worded("b c d").article))
    linker.link()
    assert groups(store) == expected(["a b c", "c d e"])


def test_nothing_new_is_no_pass(linked: Store) -> None:
    store = emptied(linked)
    linker = Linker(store, [WordLinks()])
    add(store, linker, "a b c")
    assert linker.step(least=2) == 0
    assert linker.link() == 1
    assert linker.link() == 0


def test_a_pass_that_fails_is_done_again(linked: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store = emptied(linked)
    linker = Linker(store, [WordLinks()])
    for text in TEXTS:
        add(store, linker, text)
    with monkeypatch.context() as patched:
        patched.setattr(WordLinks, "publish", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            linker.link()
    assert store.unlinked() == len(TEXTS)
    linker.link()
    assert groups(store) == expected(TEXTS)


@pytest.mark.parametrize("text", ["a b", "كلمات عربية هنا", ""])
def test_what_is_prepared_survives_its_bytes(text: str) -> None:
    reading = worded(text)
    made = prepare(7, reading, [WordLinks()])
    back = unpacked(packed(made), 7)
    assert back == Prepared(made.words, {99: [a._replace(article=7) for a in made.arrivals[99]]})


def test_components_are_whole() -> None:
    from marsad.linking.engine import components

    edges = {(1, 2): 1.0, (2, 5): 0.5, (3, 4): 1.0}
    found = list(components([1, 2, 3, 4, 5, 6], edges))
    assert [items for items, _ in found] == [[1, 2, 5], [3, 4], [6]]
    assert dict(itertools.chain.from_iterable(inside.items() for _, inside in found)) == edges


def test_a_store_file_needs_no_other_file_when_closed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db", create=True) as store:
        linker = Linker(store, [WordLinks()])
        groups_table.create(store.engine)
        add(store, linker, "a b c")
        linker.link()
    assert [p.name for p in tmp_path.iterdir()] == ["s.db"]
