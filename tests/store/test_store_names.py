"""Names of entities as the store counts them: with each article that comes and goes, found by any of their words."""

from sqlalchemy import select
from test_store_articles import ERDOGAN, LAVROV, reading

from marsad.store.names import keys_of
from marsad.store.rows import article_id, rows_of
from marsad.store.store import Store
from marsad.store.tables import name, name_key

LAVROV_ID = "person:sergey-lavrov"


def counted(store: Store, entity: str) -> list[tuple[str, str, int]]:
    with store.reading() as connection:
        found = select(name.c.ar, name.c.country, name.c.articles).where(name.c.entity == entity)
        return [tuple(row) for row in connection.execute(found)]


def found(store: Store, key: str) -> dict[str, int]:
    with store.reading() as connection:
        rows = connection.execute(select(name_key.c.entity, name_key.c.articles).where(name_key.c.key == key))
        return {row.entity: row.articles for row in rows}


def test_names_count_the_articles_that_know_them(store: Store) -> None:
    first, second = reading(LAVROV, doc="a"), reading(LAVROV + " وغادر.", doc="b")
    for each in (first, second, reading(ERDOGAN, doc="c")):
        store.add(rows_of(each))
    assert counted(store, LAVROV_ID) == [("سيرغي لافروف", "RUS", 2)]
    assert found(store, "lavrov") == {LAVROV_ID: 2}
    store.remove(article_id(first.article))
    assert counted(store, LAVROV_ID) == [("سيرغي لافروف", "RUS", 1)]
    store.remove(article_id(second.article))
    assert counted(store, LAVROV_ID) == []
    assert found(store, "lavrov") == {}


def test_names_have_the_keys_of_their_words_and_of_the_whole() -> None:
    assert keys_of("سيرغي لافروف", "Sergey Lavrov") == {
        "سيرغي", "لافروف", "=سيرغي لافروف", "sergey", "lavrov", "=sergey lavrov",
    }  # fmt: skip
    assert keys_of("الصين", "") == {"صين", "=صين"}
    assert keys_of("", "—") == set()
