"""Acts that are none in world politics are no events: of footballers, municipalities, patients."""

import pytest

import marsad

SAUDI = "media:okaz"
WORLDLY = "بحث الرئيس الفرنسي مع نظيره الروسي الأزمة في أوكرانيا. وقال الرئيس الفرنسي إن باريس ستدعم كييف. "
FOOTBALL = "فاز فريق النصر في مباراة قوية، وسجل لاعب الوسط هدفين، وأشاد المدرب باللاعبين بعد نهاية الدوري. "


def types(text: str, outlet: str | None = SAUDI) -> list[str]:
    return [e.type for e in marsad.read(text, published="2015-07-25", outlet=outlet).events]


@pytest.mark.parametrize(
    "text",
    [
        "طالب سكان الحي شركة الكهرباء بإصلاح الأعطال.",
        "دعا مدير المدرسة لجنة المهرجان إلى الصبر.",
        FOOTBALL + "ورفض المدرب الهولندي طلب الإدارة الفرنسية.",
        WORLDLY + "وجرى تقديم مساعدات إلى أوكرانيا.",
    ],
)
def test_acts_of_no_standing_are_no_events(text: str) -> None:
    assert not {"REQUEST", "REJECT", "AID"} & set(types(text))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("التقى خادم الحرمين الشريفين الملك سلمان الرئيس الفرنسي فرانسوا هولاند.", "CONSULT"),
        ("قصفت ميليشيا الحوثي مدينة نجران.", "ASSAULT"),
        (WORLDLY + "وأدانت ألمانيا الهجوم الروسي على أوكرانيا.", "ACCUSE"),
    ],
)
def test_acts_of_states_and_armed_groups_are_events(text: str, type_: str) -> None:
    assert type_ in types(text)


def test_without_a_known_outlet_every_country_is_foreign() -> None:
    assert types("طالب سكان المدينة الحكومة بإصلاح الطرق.", outlet=None) == ["REQUEST"]
