"""Who asks, blames, arrests or works together, and whom that is aimed at: tables of invented sentences, each with all
the events that it tells, as `TYPE[:mode] status actors > recipients`."""

from __future__ import annotations

import pytest
from told import told

import marsad

ADDRESSED = [
    (
        "2014-03-09",
        "وجهت الحكومة اليمنية نداء إلى الدول المانحة، وطالبتها بدعم الاقتصاد.",
        "REQUEST actual group:yem-government > bloc:donor-states",
        "REQUEST actual group:yem-government > bloc:donor-states",
    ),
    (
        "2015-07-25",
        "اجتمع مجلس الأمن في نيويورك.\n\n"
        "زار وزير الخارجية الأردني ناصر جودة العراق. وطالب المجتمع الدولي بحماية المدنيين.",
        "CONSULT:multilateral actual org:un-security-council",
        "CONSULT:visit actual person:nasser-judeh + state:IRQ",
        "REQUEST actual person:nasser-judeh > bloc:international-community",
    ),
    ("2015-07-25", "ناشد الوزير الدول المانحة ضرورة دعم اليمن."),
]
ACTS = [
    ("2018-05-09",
     "انسحب الرئيس الأمريكي دونالد ترامب من الاتفاق النووي مع إيران.",
     "SANCTION actual person:donald-trump > state:IRN"),
    ("2023-07-18", "انسحبت روسيا من اتفاق الحبوب.", "SANCTION actual state:RUS > state:TUR + state:UKR"),
    ("2023-07-18", "انسحبت تركيا من الاتفاق مع روسيا.", "SANCTION actual state:TUR > state:RUS"),
    ("2015-07-25",
     "تم التحفظ على المتهم من قبل السلطات المصرية.",
     "COERCE actual group:egy-authorities > group:defendants"),
    ("2015-07-25", "تحفظت مصر على القرار.", "REJECT actual state:EGY"),
    ("2015-07-25",
     "الصين ترفع مستوى العلاقات الاقتصادية مع إيران.",
     "SUPPORT actual state:CHN > state:IRN"),
    ("2015-07-25",
     "اعتقلت القوات الليبية في شهر نوفمبر سيف الإسلام القذافي.",
     "COERCE actual group:lby-forces > person:saif-al-islam-gaddafi"),
]  # fmt: skip
NONE = [
    ("2015-07-25", "قال الوزير المصري سامح شكري إن المراقبين مستقبلا يمكن أن يساعدوا في الحل."),
    ("2015-07-25", "وصل الوفد إلى الطرق التي تربط بين عدن وكل من صنعاء وأبين وتعز."),
]


COUNTED = [
    ("2015-07-25", "اعتقلت الشرطة المصرية 25 مسلحا.", "COERCE actual org:egy-police > group:militants"),
    ("2015-07-25", "اعتقلت إسرائيل 12 فلسطينيا.", "COERCE actual state:ISR > group:pse-people"),
    ("2015-07-25", "اعتقلت الشرطة المصرية 25 شخصا.", "COERCE actual org:egy-police > group:people"),
]
JOINED = [
    (
        "2015-07-25",
        "اجتمع المسؤولون المصريون والسودانيون في القاهرة.",
        "CONSULT actual group:egy-officials + group:sdn-officials",
    ),
    (
        "2015-07-25",
        "أجرت أجهزة الأمن الإسرائيلية والفلسطينية اتصالات مكثفة.",
        "CONSULT:phone actual group:isr-security-forces + group:pse-security-forces",
    ),
    (
        "2015-07-25",
        "اجتمعت الحكومة اليمنية والسعودية.",
        "CONSULT actual group:yem-government + state:SAU",
    ),
]


@pytest.mark.parametrize("row", ADDRESSED + ACTS + COUNTED + JOINED, ids=lambda row: row[1][:40])
def test_parties(row: tuple[str, ...]) -> None:
    day, text, *events = row
    assert told(text, day) == sorted(events)


@pytest.mark.parametrize(("day", "text"), NONE)
def test_no_act(day: str, text: str) -> None:
    assert not [e for e in marsad.read(text, published=day).events if e.type in {"REJECT", "COOPERATE", "CONSULT"}]


def test_a_plural_after_a_definite_title_is_no_name() -> None:
    record = marsad.read("دعا المفتي المسلمين إلى الوحدة.", published="2015-07-25")
    assert not [e for e in record.events if any("mslmyn" in a for a in e.actors)]
