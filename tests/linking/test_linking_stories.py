"""Stories: articles on one event, in other words and on other days; and events of a kind that are not one."""

import pytest
from sqlalchemy import select

from marsad.linking import inmemory
from marsad.linking.linkage import average_linkage
from marsad.linking.linker import Linker
from marsad.linking.preparing import rows_to_add
from marsad.linking.stories.kind import Stories
from marsad.parallel import read_article
from marsad.records import Reading
from marsad.sources.articles import make_article
from marsad.sources.dates import dating
from marsad.store.rows import article_id
from marsad.store.store import Store
from marsad.store.tables import story, story_article

SUMMIT = [
    (
        "أردوغان وبوتين يبحثان في سوتشي صفقة الحبوب",
        "التقى الرئيس التركي رجب طيب أردوغان نظيره الروسي فلاديمير بوتين في منتجع سوتشي لبحث إحياء "
        "اتفاق تصدير الحبوب عبر "
        "البحر الأسود. وقال أردوغان إن الاتفاق سيعود قريبا، بينما اشترط بوتين رفع القيود عن صادرات الأسمدة الروسية.",
    ),
    (
        "بوتين: العودة إلى اتفاق الحبوب رهن برفع القيود",
        "قال الرئيس الروسي فلاديمير بوتين عقب محادثاته مع الرئيس التركي رجب طيب أردوغان في سوتشي إن "
        "موسكو ستعود إلى اتفاق "
        "الحبوب في البحر الأسود فور رفع القيود عن الأسمدة والمنتجات الزراعية الروسية.",
    ),
]
QUAKE = (
    "ارتفاع حصيلة ضحايا زلزال المغرب",
    "ارتفع عدد ضحايا الزلزال الذي ضرب إقليم الحوز في المغرب إلى أكثر من ألفي قتيل، وأعلن الملك محمد "
    "السادس الحداد ثلاثة "
    "أيام، وأرسلت إسبانيا وقطر فرق إنقاذ إلى مراكش.",
)
LATER_SUMMIT = (
    "أردوغان يستقبل بوتين في أنقرة",
    "استقبل الرئيس التركي رجب طيب أردوغان نظيره الروسي فلاديمير بوتين في أنقرة وبحثا بناء وحدة رابعة في محطة أكويو "
    "النووية ومدفوعات الغاز بالليرة.",
)


def read(told: tuple[str, str], outlet: str, published: str) -> Reading:
    title, body = told
    return read_article(
        make_article(
            f"{title}\n\n{body}",
            doc=outlet,
            uri=f"https://{outlet}.example/1",
            title=title,
            outlet=f"media:{outlet}",
            published=dating(published, "given"),
        )
    )


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [
        read(SUMMIT[0], "a", "2023-09-04"), read(SUMMIT[1], "b", "2023-09-05"),
        read(QUAKE, "c", "2023-09-04"), read(LATER_SUMMIT, "d", "2023-09-20"),
    ]  # fmt: skip


def test_one_event_in_two_wordings_is_one_story(readings: list[Reading]) -> None:
    groups = inmemory.link(Stories(), inmemory.stored(readings))
    together = sorted(article_id(r.article) for r in readings[:2])
    assert sorted(len(group) for group in groups) == [1, 1, 2]
    assert together in [[p.item for p in group] for group in groups]


def test_the_same_words_weeks_later_are_another_story(readings: list[Reading]) -> None:
    later = read(SUMMIT[1], "e", "2023-09-25")
    assert len(inmemory.link(Stories(), inmemory.stored([readings[0], later]))) == 2


def test_an_article_of_no_known_day_is_in_no_story() -> None:
    undated = read_article(make_article("\n\n".join(SUMMIT[0]), doc="u"))
    assert list(Stories().profiles(next(iter(inmemory.stored([undated]))))) == []


def test_scores_and_bytes_agree(readings: list[Reading]) -> None:
    kind = Stories()
    one, other, *_ = (next(iter(kind.profiles(s))) for s in inmemory.stored(readings))
    assert kind.score(one, other) == kind.score(other, one) > 0
    assert kind.decode(kind.encode(one), one.item, one.article) == one._replace(near={})


def test_stories_are_told(store: Store, readings: list[Reading]) -> None:
    linker = Linker(store, [Stories()])
    for reading in reversed(readings):
        store.add(rows_to_add(reading, linker.kinds))
    linker.link()
    with store.reading() as connection:
        (found,) = connection.execute(select(story))
        members = set(connection.scalars(select(story_article.c.article)))
    assert members == {article_id(r.article) for r in readings[:2]}
    assert (found.first_day, found.last_day, found.articles, found.outlets) == ("2023-09-04", "2023-09-05", 2, 2)
    assert found.first_article == article_id(readings[0].article)
    assert found.title in {SUMMIT[0][0], SUMMIT[1][0]}
    store.remove(article_id(readings[1].article))
    linker.link()
    with store.reading() as connection:
        assert connection.execute(select(story)).all() == []
        assert connection.execute(select(story_article)).all() == []


LINKAGES = [
    ({(1, 2): 0.9, (2, 3): 0.9}, [[1, 2], [3]]),
    ({(1, 2): 0.9, (2, 3): 0.9, (1, 3): 0.2}, [[1, 2, 3]]),
    ({(1, 2): 0.4}, [[1], [2], [3]]),
    ({(2, 3): 0.9, (1, 2): 0.9}, [[1, 2], [3]]),
]


@pytest.mark.parametrize(("edges", "clusters"), LINKAGES)
def test_linkage_averages_over_all_pairs(edges: dict[tuple[int, int], float], clusters: list[list[int]]) -> None:
    assert average_linkage([1, 2, 3], edges, 0.5) == clusters
