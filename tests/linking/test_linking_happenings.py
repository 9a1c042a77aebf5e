"""One event told by two articles is one happening; two events are two, however alike."""

from __future__ import annotations

import random

import pytest
from tellings import Text, happenings, readings, several

from marsad.linking.happenings import told
from marsad.linking.happenings.canonical import happening_of
from marsad.linking.happenings.kind import Happenings
from marsad.linking.happenings.scoring import score
from marsad.records import Difference, Happening

ONE = {
    "a meeting on one day": (
        ("التقى وزير الخارجية الأمريكي جون كيري نظيره الروسي سيرغي لافروف في الدوحة الاثنين.", "2015-08-04"),
        ("عقد كيري ولافروف اجتماعا في الدوحة أمس.", "2015-08-04"),
    ),
    "today in one paper, yesterday in the next": (
        ("وصل الرئيس الفرنسي إيمانويل ماكرون إلى القاهرة اليوم الأحد.", "2024-03-10"),
        ("وصل ماكرون إلى القاهرة أمس في زيارة رسمية.", "2024-03-11"),
    ),
    "a visit and the reception of the visitor": (
        ("زار الرئيس الفرنسي إيمانويل ماكرون القاهرة الأحد.", "2024-03-11"),
        ("استقبل الرئيس المصري عبد الفتاح السيسي الرئيس الفرنسي إيمانويل ماكرون في القاهرة أمس.", "2024-03-11"),
    ),
    "an agreement with its sum": (
        ("وقعت مصر وفرنسا في القاهرة أمس عقدا لشراء 24 طائرة رافال بقيمة 5.2 مليار يورو.", "2015-02-17"),
        ("وقعت مصر وفرنسا عقدا بقيمة 5.2 مليار يورو لشراء 24 طائرة رافال وفرقاطة.", "2015-02-17"),
    ),
    "an attack, told in other words by two papers": (
        ("قتل 30 شخصا في تفجير انتحاري استهدف سوقا شعبية في بغداد أمس، بحسب الشرطة العراقية.", "2015-08-14"),
        ("أسفر تفجير انتحاري استهدف سوقا شعبية في بغداد الخميس عن مقتل 42 عراقيا.", "2015-08-14"),
    ),
    "what one denies and the other tells": (
        ("نفت روسيا لقاء لافروف وكيري في الدوحة.", "2015-08-04"),
        ("التقى كيري ولافروف في الدوحة أمس.", "2015-08-04"),
    ),
    "an article without a date that quotes the same words": (
        ("التقى الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في سوتشي أمس. وقال بوتين: «خط الغاز الجديد "
         "سيجعل جيراننا في الجنوب مركزا لتوزيع الوقود نحو البلقان».", "2022-08-06"),
        ("اجتمع بوتين وأردوغان. وقال الرئيس الروسي فلاديمير بوتين للرئيس التركي رجب طيب أردوغان: «سيجعل خط الغاز "
         "الجديد من جيراننا مركزا لتوزيع الوقود إلى البلقان».", None),
    ),
    "a plan, told twice": (
        ("من المقرر أن يزور المستشار الألماني أولاف شولتس بكين في نوفمبر المقبل.", "2022-10-20"),
        ("يعتزم المستشار الألماني أولاف شولتس زيارة بكين الشهر المقبل.", "2022-10-21"),
    ),
}  # fmt: skip
"""Two articles that tell one event."""

TWO = {
    "two calls of the same men, years apart": (
        ("أجرى الرئيس الروسي فلاديمير بوتين اتصالا هاتفيا بنظيره الصيني شي جين بينغ.", "2022-12-30"),
        ("أجرى الرئيس الروسي فلاديمير بوتين اتصالا هاتفيا بنظيره الصيني شي جين بينغ.", "2025-02-24"),
    ),
    "two calls of the same men, a week apart": (
        ("أجرى الرئيس الروسي فلاديمير بوتين اتصالا هاتفيا بنظيره الصيني شي جين بينغ أمس.", "2025-02-24"),
        ("أجرى الرئيس الروسي فلاديمير بوتين اتصالا هاتفيا بنظيره الصيني شي جين بينغ أمس.", "2025-03-03"),
    ),
    "meetings in two cities": (
        ("التقى وزير الخارجية الأمريكي جون كيري نظيره الروسي سيرغي لافروف في الدوحة الاثنين.", "2015-08-04"),
        ("التقى وزير الخارجية الأمريكي جون كيري نظيره الروسي سيرغي لافروف في فيينا الاثنين.", "2015-08-04"),
    ),
    "the plan and what came of it": (
        ("زار الرئيس الفرنسي إيمانويل ماكرون القاهرة الأحد.", "2024-03-11"),
        ("من المقرر أن يزور الرئيس الفرنسي إيمانويل ماكرون القاهرة الأحد المقبل.", "2024-03-08"),
    ),
    "each went to the other": (
        ("زار الرئيس الصيني شي جين بينغ موسكو في مارس 2023.", "2023-04-10"),
        ("زار الرئيس الروسي فلاديمير بوتين بكين في مارس 2023.", "2023-04-10"),
    ),
    "a call and a visit": (
        ("أجرى الرئيس الروسي فلاديمير بوتين اتصالا هاتفيا بنظيره الصيني شي جين بينغ أمس.", "2025-05-09"),
        ("وصل الرئيس الصيني شي جين بينغ أمس إلى موسكو للقاء الرئيس الروسي فلاديمير بوتين.", "2025-05-09"),
    ),
    "one visitor, two hosts": (
        ("التقى وزير الدفاع الأمريكي آشتون كارتر رئيس الوزراء العراقي حيدر العبادي في بغداد أمس.", "2015-07-24"),
        ("التقى وزير الدفاع الأمريكي آشتون كارتر رئيس البرلمان العراقي سليم الجبوري في بغداد أمس.", "2015-07-24"),
    ),
    "accusations of other things": (
        ("اتهمت السعودية إيران بتهريب أسلحة إلى الحوثيين.", "2015-08-02"),
        ("اتهمت السعودية إيران بالتدخل في شؤون البحرين.", "2015-08-02"),
    ),
    "who struck whom, and the other way round": (
        ("قصفت باكستان مواقع في أفغانستان أمس.", "2024-12-25"),
        ("قصفت أفغانستان مواقع في باكستان أمس.", "2024-12-25"),
    ),
    "the same office, another man": (
        ("اجتمع الرئيس الأمريكي مع الرئيس الصيني شي جين بينغ في أول لقاء بينهما منذ سنوات.", "2022-11/2022-12"),
        ("اجتمع الرئيس الأمريكي مع الرئيس الصيني شي جين بينغ في أول لقاء بينهما منذ سنوات.", "2025-10/2025-11"),
    ),
    "an article without a date, and nothing said alike": (
        ("اتصل الرئيس الروسي فلاديمير بوتين بنظيره الصيني شي جين بينغ أمس.", "2022-12-31"),
        ("أجرى الرئيس الروسي فلاديمير بوتين مكالمة مع نظيره الصيني شي جين بينغ.", None),
    ),
}
"""Two articles that tell two events."""


@pytest.mark.parametrize("case", ONE)
def test_happening_is_told_by_both(case: str) -> None:
    assert several(happenings(readings(ONE[case])))


@pytest.mark.parametrize("case", TWO)
def test_happenings_that_are_alike_stay_apart(case: str) -> None:
    articles = readings(TWO[case])
    assert all(article.events for article in articles)
    assert not several(happenings(articles))


@pytest.mark.parametrize("case", [*ONE, *TWO])
def test_happening_is_scored_the_same_from_both_sides(case: str) -> None:
    events = [t for group in happenings(readings((ONE | TWO)[case])) for t in group]
    assert all(score(a, b) == score(b, a) for a in events for b in events)


def test_happening_takes_no_notice_of_the_order_of_articles() -> None:
    articles = readings([text for pair in (*ONE.values(), *TWO.values()) for text in pair])
    expected = sorted(sorted(t.item for t in group) for group in happenings(articles))
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert sorted(sorted(t.item for t in group) for group in happenings(articles)) == expected


def test_happening_profile_comes_back_from_bytes() -> None:
    for pair in ONE.values():
        for group in happenings(readings(pair)):
            for event in group:
                assert told.decode(told.encode(event), event.item, event.article) == event


def test_happening_keys_are_few() -> None:
    events = [t for pair in (ONE | TWO).values() for group in happenings(readings(pair)) for t in group]
    assert max(len(list(Happenings().keys(t))) for t in events) < 40


def record(*texts: Text, outlets: tuple[str, ...] = ()) -> Happening:
    """The happening that several articles tell."""
    (group,) = several(happenings(readings(texts, outlets)))
    return happening_of(group)


def test_happening_has_the_most_exact_time_of_its_tellings() -> None:
    found = record(
        ("التقى وزير الخارجية الأمريكي جون كيري نظيره الروسي سيرغي لافروف في الدوحة.", "2015-08-04"),
        ("عقد كيري ولافروف اجتماعا في الدوحة أمس.", "2015-08-04"),
    )
    assert (found.time, found.places) == ("2015-08-03", ("Doha",))


def test_happening_has_the_most_specific_parties_of_its_tellings() -> None:
    found = record(*ONE["a visit and the reception of the visitor"])
    assert set(found.actors) == {"person:emmanuel-macron", "person:abdel-fattah-el-sisi"}
    assert found.time == "2024-03-10"


def test_happening_lists_its_tellings_in_the_order_of_publication() -> None:
    found = record(
        ("وصل ماكرون إلى القاهرة أمس في زيارة رسمية.", "2024-03-11"),
        ("وصل الرئيس الفرنسي إيمانويل ماكرون إلى القاهرة اليوم الأحد.", "2024-03-10"),
        outlets=("media:okaz", "media:sabq"),
    )
    assert [(t.source, t.published) for t in found.tellings] == [
        ("media:sabq", "2024-03-10"),
        ("media:okaz", "2024-03-11"),
    ]


def claims(found: Difference) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.value, claim.says) for claim in found.claims]


def test_difference_in_numbers_says_who_counts_what() -> None:
    found = record(*ONE["an attack, told in other words by two papers"], outlets=("media:okaz", "media:sabq"))
    (numbers,) = [d for d in found.differences if d.field == "numbers"]
    assert numbers.unit == "person"
    assert sorted(value for value, _ in claims(numbers)) == ["30", "42"]
    assert ("42", ("media:sabq",)) in claims(numbers)


def test_difference_in_time_says_who_names_which_day() -> None:
    found = record(
        ("التقى وزير الخارجية الأمريكي جون كيري نظيره الروسي سيرغي لافروف في الدوحة الاثنين لبحث الأزمة السورية "
         "والملف النووي الإيراني.", "2015-08-05"),
        ("التقى وزير الخارجية الأمريكي جون كيري نظيره الروسي سيرغي لافروف في الدوحة الثلاثاء لبحث الأزمة السورية "
         "والملف النووي الإيراني.", "2015-08-05"),
        outlets=("media:okaz", "media:sabq"),
    )  # fmt: skip
    (time,) = [d for d in found.differences if d.field == "time"]
    assert sorted(claims(time)) == [("2015-08-03", ("media:okaz",)), ("2015-08-04", ("media:sabq",))]


def test_difference_in_status_says_who_denies() -> None:
    found = record(*ONE["what one denies and the other tells"], outlets=("media:okaz", "media:sabq"))
    assert found.status == "actual"
    (status,) = [d for d in found.differences if d.field == "status"]
    assert sorted(claims(status)) == [("actual", ("media:sabq",)), ("denied", ("state:RUS",))]


def test_difference_is_none_where_one_only_tells_less() -> None:
    assert not record(*ONE["a visit and the reception of the visitor"]).differences
    assert not record(*ONE["an agreement with its sum"]).differences
