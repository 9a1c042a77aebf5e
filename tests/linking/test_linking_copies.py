"""Copies: the same text, edited, cut, under another headline; and what is no copy. Who had it first."""

import pytest
from sqlalchemy import select

from marsad.linking import inmemory
from marsad.linking.copies.fingerprints import fingerprint
from marsad.linking.copies.kind import Copies
from marsad.linking.linker import Linker
from marsad.linking.preparing import rows_to_add
from marsad.records import Reading
from marsad.sources.articles import make_article
from marsad.sources.dates import dating
from marsad.store.rows import article_id
from marsad.store.store import Store
from marsad.store.tables import copy

WIRE = (
    "وصل وزير الخارجية العماني إلى العاصمة الكينية نيروبي في زيارة تستغرق يومين يجري خلالها محادثات "
    "مع كبار المسؤولين "
    "تتناول التعاون في مجال الثروة السمكية والنقل البحري. وقال الوزير للصحفيين في المطار إن بلاده "
    "تأمل توقيع مذكرة تفاهم "
    "حول تسيير خط ملاحي منتظم بين صلالة ومومباسا قبل نهاية العام. ومن المقرر أن يلتقي غدا وزير "
    "الاقتصاد الأزرق وعددا من "
    "رجال الأعمال، وأن يزور ميناء لامو حيث تدرس شركة عمانية إقامة مستودعات للتبريد. وكان البلدان "
    "وقعا العام الماضي اتفاقا "
    "لتجنب الازدواج الضريبي. ويبلغ حجم التبادل التجاري بينهما نحو مئتي مليون دولار سنويا، معظمه من "
    "الشاي والنفط المكرر."
)
EDITED = (
    WIRE.replace("تأمل توقيع", "تتطلع إلى توقيع")
    .replace("نحو مئتي", "حوالي مئتي")
    .replace("غدا وزير", "غدا الخميس وزير")
)
CUT = WIRE[: WIRE.index("وكان البلدان")]
FRAMED = "أنباء متفرقة من القرن الأفريقي والخليج. " + WIRE + " يذكر أن الموانئ الكينية شهدت توسعا في السنوات الأخيرة."
OTHER = (
    "وصل وزير الخارجية العماني إلى العاصمة الكينية نيروبي في زيارة تستغرق يومين. وشهدت المحادثات "
    "خلافا حول رسوم الموانئ، "
    "إذ طلب الجانب الكيني رفعها بنسبة عشرة في المئة ورفضت مسقط ذلك. وانتهت الزيارة من دون توقيع أي "
    "وثيقة، واكتفى الجانبان "
    "ببيان قصير أكد استمرار الاتصالات بين البلدين على مستوى الخبراء خلال الأسابيع القادمة."
)
SHORT = "عاجل: انفجار في ميناء لامو"

CASES = [
    ("the same text", WIRE, WIRE, True),
    ("lightly edited", WIRE, EDITED, True),
    ("cut", WIRE, CUT, True),
    ("with more around it", WIRE, FRAMED, True),
    ("edited and cut", EDITED, CUT, True),
    ("a lead in common", WIRE, OTHER, False),
    ("an alert and a report", SHORT, WIRE, False),
]


def bare(text: str, outlet: str, published: str = "2024-05-14", title: str = "") -> Reading:
    article = make_article(
        f"{title}\n\n{text}" if title else text, doc=outlet, uri=f"https://{outlet}.example/1", title=title,
        outlet=f"media:{outlet}", published=dating(published, "given"),
    )  # fmt: skip
    return Reading(article)


@pytest.mark.parametrize(("name", "one", "other", "copies"), CASES, ids=[case[0] for case in CASES])
def test_copies(name: str, one: str, other: str, copies: bool) -> None:
    readings = [bare(one, "a", title="عنوان الصحيفة الأولى"), bare(other, "b", title="وزير الخارجية في نيروبي")]
    groups = inmemory.link(Copies(), inmemory.stored(readings))
    assert [len(group) for group in groups] == ([2] if copies else [1, 1])


def test_a_chain_of_cuts_is_no_copy() -> None:
    """Three texts of which the middle one shares much with each, and the outer ones nothing."""
    words = [f"كلمة{n}" for n in range(300)]
    texts = [" ".join(words[start : start + 100]) for start in (0, 38, 76)]
    groups = inmemory.link(Copies(), inmemory.stored(bare(t, str(n)) for n, t in enumerate(texts)))
    assert sorted(len(group) for group in groups) == [1, 2]


def test_a_score_does_not_mind_the_order() -> None:
    kind = Copies()
    one, other = (next(iter(kind.profiles(s))) for s in inmemory.stored([bare(WIRE, "a"), bare(CUT, "b")]))
    assert kind.score(one, other) == kind.score(other, one) > 0.9


def test_a_fingerprint_lies_in_that_of_the_whole() -> None:
    whole = fingerprint(WIRE.split())
    part = fingerprint(WIRE.split()[:60])
    assert len(set(part) & set(whole)) > 0.7 * len(part)
    assert fingerprint(["كلمة", "واحدة"]) == ()


def test_profiles_survive_their_bytes() -> None:
    kind = Copies()
    (stored,) = inmemory.stored([bare(WIRE, "a")])
    (profile,) = kind.profiles(stored)
    assert kind.decode(kind.encode(profile), profile.item, profile.article) == profile


def test_who_had_it_first(store: Store) -> None:
    first, longer, shorter = bare(CUT, "a", "2024-05-13"), bare(WIRE, "b"), bare(EDITED[:400], "c")
    linker = Linker(store, [Copies()])
    for reading in (shorter, longer, first):
        store.add(rows_to_add(reading, linker.kinds))
    linker.link()
    with store.reading() as connection:
        found = {row.article: row.original for row in connection.execute(select(copy))}
    assert found == {article_id(r.article): article_id(first.article) for r in (first, longer, shorter)}
    store.remove(article_id(first.article))
    linker.link()
    with store.reading() as connection:
        assert set(connection.scalars(select(copy.c.original))) == {article_id(longer.article)}
