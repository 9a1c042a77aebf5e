"""Numbers with their units, on the event that they measure: a table of invented sentences."""

from __future__ import annotations

import pytest

import marsad

MEASURED = [
    # money
    ("قدمت الولايات المتحدة مساعدات بقيمة 300 مليون دولار لأوكرانيا.", "AID", [(300e6, "USD")]),
    ("قدمت السعودية منحة قدرها 2.5 مليار دولار لمصر.", "AID", [(2.5e9, "USD")]),
    ("قدم الاتحاد الأوروبي قرضا بقيمة 18 مليار يورو لأوكرانيا.", "AID", [(18e9, "EUR")]),
    ("وقعت مصر والإمارات اتفاقية بقيمة ملياري دولار.", "AGREE", [(2e9, "USD")]),
    ("قدمت اليابان قرضا بقيمة ٥٠ مليون دولار إلى العراق.", "AID", [(50e6, "USD")]),
    # people
    ("أسفر قصف روسي عن مقتل 7 أشخاص في خيرسون.", "ASSAULT", [(7, "person")]),
    ("قصفت روسيا خيرسون، ما أدى إلى مقتل خمسة مدنيين وإصابة 20 آخرين.",
     "ASSAULT", [(5, "person"), (20, "person")]),
    ("نشرت بولندا 4 آلاف جندي على الحدود مع بيلاروسيا.", "MOBILIZE", [(4000, "person")]),
    ("طردت بولندا ثلاثة دبلوماسيين روس.", "SANCTION", [(3, "person")]),
    ("قتلت إسرائيل 12 فلسطينيا في غارة على جنين.", "ASSAULT", [(12, "person")]),
    ("تراجعت التبادلات التجارية بين ألمانيا وإيران بسبب العقوبات على طهران إلى 300 مليون يورو.",
     "COOPERATE", [(300e6, "EUR")]),
    ("قصفت روسيا خيرسون أمس فيما تكثف أوكرانيا هجماتها على القرم. وأسفر القصف عن مقتل 15 شخصا وإصابة 38 آخرين.",
     "ASSAULT", [(15, "person"), (38, "person")]),
    # the dead of an attack are not those whom someone rules
    ("قصفت روسيا خيرسون. وقالت الوكالة التي تسيطر عليها أوكرانيا إن 4 مدنيين قتلوا في القصف.",
     "ASSAULT", [(4, "person")]),
    # shares and rulings
    ("خفضت الصين صادرات النفط إلى اليابان بنسبة 20 بالمئة.", "COOPERATE", [(20, "percent")]),
    ("أصدر مجلس الأمن 3 قرارات، يطالب فيها إيران بوقف البرنامج.", "REQUEST", [(3, "resolution")]),
    # goods and time
    ("صدرت روسيا إلى الصين مليوني برميل من النفط يوميا.", "COOPERATE", [(2e6, "barrel/day")]),
    ("أرسلت الإمارات 50 طنا من المساعدات إلى سوريا.", "AID", [(50, "ton")]),
    ("وقعت قطر والصين اتفاقا لمدة 27 عاما لتوريد 4 ملايين طن من الغاز سنويا.",
     "AGREE", [(27, "year"), (4e6, "ton/year")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "quantities"), MEASURED)
def test_quantities_of_an_event(text: str, type_: str, quantities: list[tuple[float, str]]) -> None:
    events = [e for e in marsad.read(text, published="2023-04-12").events if e.type == type_]
    assert [(q.value, q.unit) for e in events for q in e.quantities] == quantities


UNMEASURED = [
    "وقعت الصين وإيران اتفاقية عام 2021.",
    "زار الرئيس الفرنسي إيمانويل ماكرون بكين في 5 أبريل 2023.",
]


NO_MEASURES = [
    # someone's age, and how many hold an opinion
    "احتجزت إيران باحثا فرنسيا (70 عاما).",
    "يعارض 52 بالمئة من الأمريكيين الاتفاق بين الولايات المتحدة وإيران.",
]


@pytest.mark.parametrize("text", NO_MEASURES)
def test_ages_and_opinions_measure_no_event(text: str) -> None:
    assert [
        q for e in marsad.read(text, published="2023-04-12").events for q in e.quantities if q.unit != "person"
    ] == []


@pytest.mark.parametrize("text", UNMEASURED)
def test_date_is_no_quantity(text: str) -> None:
    (event,) = marsad.read(text, published="2023-04-12").events
    assert event.quantities == ()
    assert event.time is not None
