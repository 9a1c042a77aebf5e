"""Praise, blame and duties in a speaker's words: tables of invented sentences and the act that each performs."""

from __future__ import annotations

import pytest

import marsad

JUDGED = [
    ("قال وزير الخارجية البحريني عبد اللطيف الزياني إن سياسات إيران العدائية تهدد الملاحة في الخليج.",
     "ACCUSE", {"person:abdullatif-al-zayani"}, {"state:IRN"}, "العدائية"),
    ("وصف رئيس الوزراء الياباني فوميو كيشيدا التجربة بأنها خطيرة، وأضاف أن السلوك الكوري الشمالي الاستفزازي مرفوض.",
     "ACCUSE", {"person:fumio-kishida"}, {"state:PRK"}, "الاستفزازي"),
    ("وأكد الرئيس الفرنسي إيمانويل ماكرون أن الممارسات التخريبية الروسية في الساحل لن تمر.",
     "ACCUSE", {"person:emmanuel-macron"}, {"state:RUS"}, "التخريبية"),
    ("وأضاف وزير الخارجية اليوناني نيكوس ديندياس أن السياسة العدوانية التي تنتهجها تركيا لا تخدم أحدا.",
     "ACCUSE", {"person:nikos-dendias"}, {"state:TUR"}, "العدوانية"),
    ("وقال المتحدث باسم الخارجية الصينية إن غطرسة الولايات المتحدة لا حدود لها.",
     "ACCUSE", None, {"state:USA"}, "غطرسة"),
    ("وقال وزير الدفاع اليوناني نيكوس ديندياس إن اليونان لن تسكت على استفزازات متكررة من تركيا.",
     "ACCUSE", {"person:nikos-dendias"}, {"state:TUR"}, "استفزازات"),
    ("وأكد زيلينسكي أن إيران تعرقل السلام.", "ACCUSE", {"person:volodymyr-zelenskyy"}, {"state:IRN"}, "تعرقل"),
    ("قال الرئيس الصيني شي جين بينغ إن روسيا شريك موثوق.",
     "SUPPORT", {"person:xi-jinping"}, {"state:RUS"}, "شريك موثوق"),
    ("وشدد المستشار الألماني أولاف شولتس على أن حلف الناتو هو حجر الزاوية في أمن القارة.",
     "SUPPORT", {"person:olaf-scholz"}, {"org:nato"}, "حجر الزاوية"),
    ("وقال رئيس الوزراء اللبناني نجيب ميقاتي إن مواقف السعودية المشرفة لا تنسى.",
     "SUPPORT", {"person:najib-mikati"}, {"state:SAU"}, "المشرفة"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "actors", "recipients", "trigger"), JUDGED)
def test_judgement(text: str, type_: str, actors: set[str] | None, recipients: set[str], trigger: str) -> None:
    (event,) = (e for e in marsad.read(text, published="2023-04-12").events if e.type == type_)
    assert (set(event.recipients), event.trigger.text, event.status) == (recipients, trigger, "actual")
    assert event.statement
    if actors is not None:
        assert set(event.actors) == actors


BOUND = [
    ("قال وزير الخارجية الأمريكي أنتوني بلينكن إن على موسكو أن تسحب قواتها.",
     {"person:antony-blinken"}, {"state:RUS"}),
    ("وأكد الأمين العام للأمم المتحدة أنطونيو غوتيريش أنه يجب على إسرائيل احترام القانون الدولي.",
     {"person:antonio-guterres"}, {"state:ISR"}),
    ("وأضاف الرئيس التركي رجب طيب أردوغان أن اليونان يجب أن تلتزم بالمعاهدات.",
     {"person:recep-tayyip-erdogan"}, {"state:GRC"}),
    ("وقال المبعوث الأممي هانس غروندبرغ إن الحوثيين مطالبون بالإفراج عن الموظفين.",
     {"person:hans-grundberg"}, {"org:houthis"}),
    ("وقالت المستشارة الألمانية أنجيلا ميركل إنه ينبغي على اليونان تنفيذ الإصلاحات.",
     {"person:angela-merkel"}, {"state:GRC"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors", "recipients"), BOUND)
def test_duty_is_a_request(text: str, actors: set[str], recipients: set[str]) -> None:
    (event,) = (e for e in marsad.read(text, published="2023-04-12").events if e.type == "REQUEST")
    assert (set(event.actors), set(event.recipients), event.status) == (actors, recipients, "actual")


NONE = [
    "قال وزير الخارجية الإيراني حسين أمير عبد اللهيان إن إيران شريك موثوق.",
    "وأضاف لافروف أن الصين ليست شريكا موثوقا.",
    "السياسة العدائية الإيرانية موضوع كتاب جديد.",
    "وقال المدير إن على الموظفين أن يحضروا مبكرا.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_judgement(text: str) -> None:
    types = {e.type for e in marsad.read(text, published="2023-04-12").events}
    assert not types & {"SUPPORT", "ACCUSE", "REQUEST"}


WANTED = [
    ("طالبت بريطانيا روسيا بالانسحاب من أوكرانيا.", ["REQUEST"]),
    ("دعا الاتحاد الأوروبي إسرائيل إلى وقف القصف.", ["REQUEST"]),
    ("لوحت واشنطن بفرض عقوبات على العراق.", ["THREATEN"]),
]


@pytest.mark.parametrize(("text", "types"), WANTED)
def test_what_is_demanded_is_no_event(text: str, types: list[str]) -> None:
    assert [e.type for e in marsad.read(text, published="2023-04-12").events] == types
