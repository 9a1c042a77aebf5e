"""Parties that a word does not name itself: tables of invented sentences and who acts on whom in each of them."""

from __future__ import annotations

import pytest

import marsad

IMPLIED = [
    # possessed things stand for their owner
    ("اتهمت البحرين إيران بالوقوف وراء هجمات على أراضيها.", "ASSAULT", {"state:IRN"}, {"state:BHR"}),
    ("أعلن العراق أن تركيا قصفت مواقع في شماله وأن أنقرة هاجمت قواته.", "ASSAULT", {"state:TUR"}, {"state:IRQ"}),
    # verbal nouns that و joins have one doer
    ("أدان المجلس قصف إسرائيل لغزة وتدمير منازل الفلسطينيين.", "ASSAULT", {"state:ISR"}, {"state:PSE"}),
    # the means of a subject's act
    ("تدعم الصين روسيا من خلال شراء النفط الروسي.", "COOPERATE", {"state:CHN"}, {"state:RUS"}),
    # who is asked makes the visit
    ("قال الرئيس الروسي فلاديمير بوتين إن العلاقات متينة، ودعا شي لزيارة موسكو.", "CONSULT",
     {"person:xi-jinping", "state:RUS"}, set()),
    # a visit to nowhere goes where the one before it in its sentence went
    ("زار رئيس الوزراء البريطاني بكين الشهر الماضي، ومن المتوقع أن يقوم الرئيس الفرنسي بزيارة هذا الشهر.", "CONSULT",
     {"person:francois-hollande", "state:CHN"}, set()),
    # an organisation after a man's second verb of asking is the one asked
    ("ندد وزير الخارجية السعودي عادل الجبير بالهجوم. وطالب المجتمع الدولي بحماية المدنيين.", "REQUEST",
     {"person:adel-al-jubeir"}, {"bloc:international-community"}),
    # what has a doer of its own is not denied by a refusal of others
    ("أكدت مصر رفضها للتدخل الإيراني في الشؤون الداخلية للبحرين.", "COERCE", {"state:IRN"}, {"state:BHR"}),
    # an attack abroad is one on the state where it takes place
    ("شنت الولايات المتحدة غارات في سوريا.", "ASSAULT", {"state:USA"}, {"state:SYR"}),
    # the object's own pronoun before its subject
    ("هاجم الجيش السوري مقاتلين يدعمهم الغرب.", "SUPPORT", {"bloc:west"}, {"group:fighters"}),
    # threats between two
    ("تصاعدت التهديدات المتبادلة بين إيران وأمريكا.", "THREATEN", {"state:IRN"}, {"state:USA"}),
    # participles of support
    ("كانت روسيا داعمة لسوريا.", "SUPPORT", {"state:RUS"}, {"state:SYR"}),
    # what is opposed belongs to whom it is opposed
    ("أعلنت مصر رفض العدوان الإسرائيلي.", "REJECT", {"state:EGY"}, {"state:ISR"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), IMPLIED)
def test_implied_party(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    found = [
        (set(e.actors), set(e.recipients)) for e in marsad.read(text, published="2015-07-12").events if e.type == type_
    ]
    assert (actors, recipients) in found


ABSENT = [
    # interviews, aircraft and refusals make no meetings or acts of states
    ("قال وزير الدفاع العراقي خالد العبيدي في لقاء مع قناة روسيا اليوم إن التعاون مستمر.", "CONSULT"),
    ("وصلت ثاني طائرة سعودية إلى مطار عدن.", "CONSULT"),
    # figures of speech
    ("قال الرئيس الإيراني حسن روحاني إن لغة الحرب انتهت.", "ASSAULT"),
    ("تقف إيران في مواجهة الضغوط.", "ASSAULT"),
    # what a meeting is about is no party of it; what a thing suffers is not done to who tells of it
    ("من المتوقع أن يتناول اللقاء الأزمة السورية والعلاقة مع إيران.", "CONSULT"),
    ("قال المرصد السوري إن الطائرة لم تسقط نتيجة إصابتها بنيران.", "ASSAULT"),
    # what nobody in particular does not do
    ("اتفقت السعودية وإيران على احترام سيادة الدول وعدم التدخل في شؤون دول المنطقة.", "COERCE"),
    # an outlet takes no measures
    ("أعد الاتحاد الأوروبي ورقة اطلعت عليها رويترز تشمل فرض حظر نفطي كامل.", "SANCTION"),
    # ways are of things; a prayer and a film are no acts; a road is no visit
    ("بحث وزير الخارجية القطري مع نظيره التركي العلاقات الثنائية وسبل دعمها.", "SUPPORT"),
    ("أكد الملك - أيده الله - عمق العلاقات بين السعودية ومصر.", "SUPPORT"),
    ("شارك فيلم سعودي في مهرجان بمصر.", "ACCUSE"),
    ("قال الوزير الفرنسي إنه ليس هناك طريق سهل للوصول إلى بريطانيا.", "CONSULT"),
]


@pytest.mark.parametrize(("text", "type_"), ABSENT)
def test_no_event_is_implied(text: str, type_: str) -> None:
    assert [e for e in marsad.read(text, published="2015-07-12").events if e.type == type_] == []


PAIR = """أجرى الرئيس الروسي فلاديمير بوتين محادثات مع نظيره الصيني شي جين بينغ.

قال بوتين إن روسيا والصين دولتان صديقتان. وقالت بكين إن الصين تقدر مواقف روسيا.

وأضاف بوتين أن التعاون العسكري يخدم الاستقرار."""


def test_cooperation_of_nobody_is_that_of_the_main_pair() -> None:
    parties = [
        {*e.actors, *e.recipients} for e in marsad.read(PAIR, published="2022-12-30").events if e.type == "COOPERATE"
    ]
    assert parties == [{"state:RUS", "state:CHN"}]
