"""What articles remember and what they expect is no news of those days."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from marsad.api import add
from marsad.relations import acts
from marsad.relations.dyad import dyad
from marsad.relations.network.system import newest
from marsad.store.store import Store

FIRST, DAYS = date(2024, 3, 1), 30


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A month of news of two countries, in which an old war is remembered and a far summit is announced."""
    folder = tmp_path_factory.mktemp("news")
    lines = []
    for n in range(DAYS):
        day = FIRST + timedelta(days=n)
        text = (
            f"التقى وزير الخارجية المصري نظيره التركي في القاهرة اليوم {day.day} مارس 2024 وبحثا العلاقات رقم {n}.\n"
            "وكانت مصر قد هاجمت تركيا في 5 مايو 1833.\n"
            "وقال الوزير المصري إن الرئيس التركي سيزور القاهرة في سبتمبر 2031."
        )
        lines.append(json.dumps({"title": f"لقاء {n}", "text": text, "published": day.isoformat()}, ensure_ascii=False))
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for _ in add([folder / "news.jsonl"], folder / "news.db"):
        pass
    with Store.open(folder / "news.db") as made:
        yield made


def test_news_are_of_the_days_of_articles(store: Store) -> None:
    last = FIRST + timedelta(days=DAYS - 1)
    with store.reading() as connection:
        world = acts.volume(connection)
        news = acts.covered(connection, world)
    assert world["day"].min() < FIRST < last < world["day"].max()  # type: ignore[operator]
    assert FIRST <= news["day"].min() < news["day"].max() <= last  # type: ignore[operator]
    assert newest(store) == news["day"].max()


def test_memory_is_no_break_and_no_day_that_stands_out(store: Store) -> None:
    found = dyad(store, "EGY", "TUR")
    assert found.first.year == 1833
    days = [change.at.day for change in found.changes] + [p.day for p in (*found.cooperation, *found.conflict)]
    assert all(FIRST <= day < FIRST + timedelta(days=DAYS) for day in days)


def test_what_others_data_has_is_news_of_its_day() -> None:
    import polars as pl

    world = pl.DataFrame({"source": ["icews", "marsad"], "day": [date(1999, 1, 1), date(1999, 1, 1)], "acts": [3, 4]})
    with Store.open(":memory:", create=True) as empty, empty.reading() as connection:
        assert acts.covered(connection, world)["source"].to_list() == ["icews"]
