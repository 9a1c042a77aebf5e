"""Lists of articles and outlets count each thing once: versions, copies, people of one country."""

import json
from collections.abc import Iterator

import pytest

from marsad.api import add
from marsad.store.store import Store

MET = "التقى الرئيس الروسي فلاديمير بوتين ووزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو اليوم."
AGREED = "وقعت مصر وتركيا اتفاقا للتعاون في مجال الطاقة في القاهرة اليوم، وقالت وزارة الخارجية إنه يسري فورا."
ALSO = "قال وزير الخارجية التركي هاكان فيدان إن بلاده ترحب بالاتفاق. وقال فيدان إن التعاون سيستمر بين البلدين."
ARTICLES = (
    # address, day, outlet, title, text
    ("a/1", "2024-05-14", "عكاظ", "لقاء", MET),
    ("a/2", "2024-05-15", "عكاظ", "لقاء مرة أخرى", MET),
    ("b/1", "2024-05-16", "وكالة تاس", "لقاء منقول", MET),
    ("c/1", "2024-06-02", "وكالة الأنباء السعودية", "اتفاق", AGREED),
    ("c/1", "2024-06-02", "وكالة الأنباء السعودية", "اتفاق (تصحيح)", f"{AGREED} {ALSO}"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("lists")
    lines = [
        {"url": f"https://paper.example/{address}", "published": day, "source": outlet, "title": title, "text": text,
         "retrieved": f"{day}T{9 + n:02}:00:00Z"}
        for n, (address, day, outlet, title, text) in enumerate(ARTICLES)
    ]  # fmt: skip
    (folder / "articles.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    list(add([folder / "articles.jsonl"], folder / "store.db"))
    with Store.open(folder / "store.db") as opened:
        yield opened


def test_of_versions_the_last_is_listed(store: Store) -> None:
    assert [row.title for row in store.articles().rows] == ["اتفاق (تصحيح)", "لقاء منقول", "لقاء مرة أخرى", "لقاء"]
    assert {row.outlet: row.articles for row in store.outlets()} == {"media:okaz": 2, "media:tass": 1, "media:spa": 1}


def test_an_outlet_does_not_copy_itself(store: Store) -> None:
    found = {row.outlet: row for row in store.outlets()}
    assert (found["media:okaz"].own, found["media:okaz"].copies, found["media:okaz"].copied) == (2, 0, ())
    assert (found["media:tass"].own, found["media:tass"].copies) == (0, 1)
    assert [(each.outlet, each.articles) for each in found["media:tass"].copied] == [("media:okaz", 1)]


def test_an_event_counts_once_of_each_country_and_pair(store: Store) -> None:
    """Two Russians meet a Chinese: one event of Russia, and one of the two."""
    report = store.outlet_report("media:tass")
    assert [kind for kind, _ in report.types] == ["CONSULT"]
    assert [(each.countries, each.events) for each in report.countries] == [(("CHN",), 1), (("RUS",), 1)]
    assert [(each.countries, each.events) for each in report.pairs] == [(("CHN", "RUS"), 1)]
