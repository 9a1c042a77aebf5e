"""Articles entering and leaving the store: once, whole, in versions, and as if they had never been there."""

import dataclasses
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

import marsad
import marsad.api
from marsad.errors import StoreError
from marsad.records import Article, Reading
from marsad.sources.articles import make_article
from marsad.sources.dates import dating
from marsad.store.ids import parse_id, public_id
from marsad.store.rows import address_of, article_id, rows_of
from marsad.store.store import Store
from marsad.store.tables import article, event, metadata, pending, statement

LAVROV = (
    "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو يوم الثلاثاء. وقال لافروف إن البلدين "
    "سيوقعان اتفاقا بقيمة 3 مليارات دولار الشهر المقبل."
)
ERDOGAN = "أدان الرئيس التركي رجب طيب أردوغان القصف الإسرائيلي على غزة، وأكد أن أنقرة لن تتخلى عن الفلسطينيين."


def reading(text: str, **known: str) -> Reading:
    from marsad.parallel import read_article

    published = dating(known.pop("published", "2024-05-14"), "given")
    return read_article(make_article(text, doc=known.pop("doc", "a"), published=published, **known))  # type: ignore[arg-type]


def contents(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, in an order that does not depend on when it came."""
    with store.reading() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def test_a_reading_comes_back_as_it_went_in(store: Store) -> None:
    given = reading(LAVROV, uri="https://news.example/1", title="لقاء في موسكو", author="مراسلنا")
    assert given.events
    assert given.statements
    store.add(rows_of(given))
    assert store.get(public_id(article_id(given.article))) == given


def test_samples_come_back_as_they_went_in(store: Store) -> None:
    readings = list(marsad.read_many([marsad.api.samples()]))
    for each in readings:
        store.add(rows_of(each))
    assert len(readings) > 15
    for each in readings:
        assert store.get(public_id(article_id(each.article))) == each


def test_the_same_article_again_changes_nothing(store: Store) -> None:
    given = rows_of(reading(LAVROV, uri="https://news.example/1"))
    assert store.add(given) == "new"
    before = contents(store)
    assert store.add(given) == "known"
    assert contents(store) == before


def test_one_text_at_two_addresses_is_two_articles(store: Store) -> None:
    for host in ("one", "two"):
        assert store.add(rows_of(reading(LAVROV, uri=f"https://{host}.example/1"))) == "new"
    assert store.count() == 2


def test_a_file_in_another_folder_is_the_same_article(store: Store) -> None:
    assert store.add(rows_of(reading(LAVROV, uri="here/a.txt"))) == "new"
    assert store.add(rows_of(reading(LAVROV, uri="there/a.txt"))) == "known"


def test_a_corrected_article_is_a_new_version_and_the_old_is_kept(store: Store) -> None:
    old, new = (reading(text, uri="https://news.example/1") for text in (LAVROV, LAVROV + " وغادر بعد ذلك."))
    assert store.add(rows_of(old)) == "new"
    assert store.add(rows_of(new)) == "version"
    assert store.count() == 1
    assert store.get(public_id(article_id(old.article))) == old
    with store.reading() as connection:
        versions = {r.id: r.version for r in connection.execute(select(article.c.id, article.c.version))}
        for table in (event, statement):
            current = set(connection.scalars(select(table.c.article).where(table.c.current)))
            assert current == {article_id(new.article)}
    assert versions == {article_id(old.article): 1, article_id(new.article): 2}


VERSIONS = [("2024-05-14", LAVROV), ("2024-05-15", LAVROV + " وغادر."), ("2024-05-16", LAVROV + " وغادر إلى بكين.")]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_versions_are_ordered_by_when_they_were_retrieved(order: tuple[int, ...], store: Store) -> None:
    readings = [reading(text, uri="https://news.example/1", retrieved=day) for day, text in VERSIONS]
    for place in order:
        store.add(rows_of(readings[place]))
    with store.reading() as connection:
        found = list(connection.scalars(select(article.c.id).order_by(article.c.version)))
        last = list(connection.scalars(select(article.c.id).where(article.c.current)))
    assert found == [article_id(r.article) for r in readings]
    assert last == found[-1:]


def test_removing_the_last_version_brings_back_the_one_before(store: Store) -> None:
    old, new = (reading(text, uri="https://news.example/1") for text in (LAVROV, LAVROV + " وغادر بعد ذلك."))
    store.add(rows_of(old))
    before = contents(store)
    store.add(rows_of(new))
    store.remove(article_id(new.article))
    after = contents(store)
    for table in set(before) - {"pending"}:
        assert after[table] == before[table], table
    # What was removed is still noted as gone, for the links; the old version waits again to be linked.
    assert [row[:2] for row in after["pending"]] == sorted(
        [(article_id(old.article), False), (article_id(new.article), True)], key=repr
    )


def test_removing_leaves_no_row(store: Store) -> None:
    kept, gone = reading(LAVROV, doc="kept"), reading(ERDOGAN, doc="gone")
    store.add(rows_of(kept))
    before = contents(store)
    store.add(rows_of(gone))
    store.remove(article_id(gone.article))
    after = contents(store)
    assert (article_id(gone.article), True, None) in after["pending"]
    assert {t: r for t, r in after.items() if t != "pending"} == {t: r for t, r in before.items() if t != "pending"}


def test_a_failure_leaves_nothing_half_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(rows_of(reading(ERDOGAN)))
    before = contents(store)
    rows = rows_of(reading(LAVROV))
    broken = dataclasses.replace(rows, parties=[row | {"role": None} for row in rows.parties])
    assert broken.parties
    with pytest.raises(Exception, match="role"):
        store.add(broken)
    assert contents(store) == before


UNKNOWN: list[tuple[Callable[[Store], object], str]] = [
    (lambda store: store.get("0123456789abcdef"), "no such article"),
    (lambda store: store.get("seven"), "is no id"),
    (lambda store: store.remove(7), "no such article"),
]


@pytest.mark.parametrize(("ask", "message"), UNKNOWN)
def test_what_is_not_there_is_told(ask: Callable[[Store], object], message: str, store: Store) -> None:
    with pytest.raises(StoreError, match=message):
        ask(store)


def test_public_ids_name_articles_and_records() -> None:
    assert parse_id(public_id(255)) == (255, "")
    assert parse_id(public_id(255, "e12")) == (255, "e12")


ADDRESSES = [
    ("https://news.example/1", "https://news.example/1"),
    ("", ""),
    ("folder/a.txt", str(Path("folder/a.txt").absolute())),
]


@pytest.mark.parametrize(("uri", "address"), ADDRESSES)
def test_the_address_is_where_a_new_version_would_be(uri: str, address: str) -> None:
    assert address_of(Article(id="", text="", doc="a", uri=uri)) == address


def test_what_waits_is_counted(store: Store) -> None:
    store.add(rows_of(reading(LAVROV)))
    assert store.unlinked() == 1
    with store.reading() as connection:
        assert connection.execute(select(pending.c.gone)).scalars().all() == [False]
