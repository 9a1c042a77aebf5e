"""When an event happens, told by its date or from the day of publication (a Wednesday): a table of sentences."""

from __future__ import annotations

import pytest

import marsad

PUBLISHED = "2023-04-12"

TIMES = [
    # days told from the day of publication
    ("قصفت روسيا أوديسا اليوم.", "2023-04-12"),
    ("التقى أمس الرئيس المصري عبد الفتاح السيسي نظيره الفرنسي إيمانويل ماكرون في القاهرة.", "2023-04-11"),
    ("زار وزير الخارجية القطري محمد بن عبد الرحمن بغداد أول من أمس.", "2023-04-10"),
    ("سيزور الرئيس الفرنسي إيمانويل ماكرون بيروت غدا.", "2023-04-13"),
    ("أرسلت الجزائر مساعدات إلى ليبيا قبل ثلاثة أيام.", "2023-04-09"),
    # weekdays look back in what happened and forward in what will
    ("زار وزير الخارجية التركي مولود تشاووش أوغلو القاهرة يوم الأحد.", "2023-04-09"),
    ("قصفت إسرائيل دمشق مساء الجمعة.", "2023-04-07"),
    ("سيزور الرئيس الجزائري عبد المجيد تبون موسكو يوم الجمعة.", "2023-04-14"),
    ("سيزور الرئيس الجزائري عبد المجيد تبون باريس الاثنين المقبل.", "2023-04-17"),
    # weeks, months and years
    ("سيلتقي الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان الأسبوع المقبل.", "2023-04-17/2023-04-23"),
    ("فرضت كندا عقوبات على إيران الشهر الماضي.", "2023-03"),
    ("وقعت الصين وإيران اتفاقية العام الماضي.", "2022"),
    ("ستوقع تركيا والعراق اتفاقية العام المقبل.", "2024"),
    # dates
    ("زار الرئيس الأمريكي باراك أوباما الرياض في 3 مارس 2015.", "2015-03-03"),
    ("وقع لبنان وإسرائيل الاتفاق في 27 تشرين الأول 2022.", "2022-10-27"),
    ("زار الرئيس الأمريكي جو بايدن إسرائيل في يوليو 2022.", "2022-07"),
    ("قطعت السعودية علاقاتها مع إيران عام 2016.", "2016"),
    ("فرضت بريطانيا عقوبات على روسيا في 24 فبراير الماضي.", "2023-02-24"),
    # nothing said
    ("فرضت بريطانيا عقوبات على روسيا.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "time"), TIMES)
def test_time_of_an_event(text: str, time: str | None) -> None:
    (event,) = marsad.read(text, published=PUBLISHED).events
    assert event.time == time


def test_full_date_needs_no_day_of_publication() -> None:
    (event,) = marsad.read("وقع لبنان وإسرائيل الاتفاق في 27 تشرين الأول 2022.").events
    assert event.time == "2022-10-27"


def test_relative_day_needs_a_day_of_publication() -> None:
    (event,) = marsad.read("فرضت كندا عقوبات على إيران أمس.").events
    assert event.time is None


def test_same_words_follow_the_day_of_publication() -> None:
    text = "فرضت كندا عقوبات على إيران أمس."
    days = [marsad.read(text, published=day).events[0].time for day in ("2022-01-01", "2024-03-01")]
    assert days == ["2021-12-31", "2024-02-29"]
