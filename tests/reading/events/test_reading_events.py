"""Who does what to whom: tables of invented sentences and the event that each of them tells."""

from __future__ import annotations

import pytest

import marsad
from marsad.records import Event


def told(text: str, type_: str) -> Event:
    """The one event of this type."""
    (event,) = (e for e in marsad.read(text, published="2023-04-12").events if e.type == type_)
    return event


def limit(*row: object, why: str) -> object:
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why))


CONSULTED = [
    ("التقى وزير الخارجية السعودي فيصل بن فرحان نظيره الإيراني حسين أمير عبد اللهيان في بكين.",
     None, {"person:faisal-bin-farhan", "person:hossein-amir-abdollahian"}, "Beijing"),
    ("بحث الرئيس العراقي عبد اللطيف رشيد مع الرئيس المصري عبد الفتاح السيسي ملف الطاقة.",
     None, {"person:abdul-latif-rashid", "person:abdel-fattah-el-sisi"}, None),
    ("زار الرئيس الإماراتي محمد بن زايد باريس.", "visit", {"person:mohammed-bin-zayed", "state:FRA"}, "Paris"),
    ("وصل الرئيس السوري بشار الأسد إلى أبو ظبي في زيارة رسمية.",
     "visit", {"person:bashar-al-assad", "state:ARE"}, "Abu Dhabi"),
    ("استقبل الرئيس التركي رجب طيب أردوغان وزير الخارجية الأوكراني دميترو كوليبا في أنقرة.",
     "visit", {"person:recep-tayyip-erdogan", "person:dmytro-kuleba"}, "Ankara"),
    ("بدأ وزير الخارجية الإيراني حسين أمير عبد اللهيان جولته الخليجية التي شملت كلا من الكويت وقطر.",
     "visit", {"person:hossein-amir-abdollahian", "state:KWT", "state:QAT"}, None),
    ("استقبل الشيخ تميم أمير قطر وزير الخارجية الأمريكي أنتوني بلينكن.",
     "visit", {"person:tamim-bin-hamad", "person:antony-blinken"}, None),
    ("أجرى الرئيس الأمريكي جو بايدن اتصالا هاتفيا بأمير قطر تميم بن حمد.",
     "phone", {"person:joe-biden", "person:tamim-bin-hamad"}, None),
    ("تلقى وزير الخارجية المصري سامح شكري اتصالا هاتفيا من نظيره الروسي سيرغي لافروف.",
     "phone", {"person:sameh-shoukry", "person:sergey-lavrov"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mode", "parties", "place"), CONSULTED)
def test_consultation(text: str, mode: str | None, parties: set[str], place: str | None) -> None:
    event = told(text, "CONSULT")
    assert ({*event.actors, *event.recipients}, event.mode, event.place) == (parties, mode, place)
    assert event.status == "actual"


MUTUAL = [
    ("وقعت روسيا وأوكرانيا، أمس الجمعة في إسطنبول، اتفاقين منفصلين مع تركيا.", "AGREE",
     {"state:RUS", "state:UKR", "state:TUR"}),
    ("وقعت الصين والسعودية اتفاقية للتعاون في مجال الطاقة.", "AGREE", {"state:CHN", "state:SAU"}),
    ("وقع العراق وإيران مذكرة تفاهم أمنية.", "AGREE", {"state:IRQ", "state:IRN"}),
    ("وقعت الجزائر اتفاقية مع إيطاليا لتوريد الغاز.", "AGREE", {"state:DZA", "state:ITA"}),
    ("توصلت روسيا وأوكرانيا إلى اتفاق لتصدير الحبوب.", "AGREE", {"state:RUS", "state:UKR"}),
    ("صدرت روسيا إلى الصين مليوني برميل من النفط يوميا.", "COOPERATE", {"state:RUS", "state:CHN"}),
    ("تشتري الهند النفط الروسي.", "COOPERATE", {"state:IND", "state:RUS"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "parties"), MUTUAL)
def test_mutual_event(text: str, type_: str, parties: set[str]) -> None:
    event = told(text, type_)
    assert ({*event.actors, *event.recipients}, event.status) == (parties, "actual")


DIRECTED = [
    # deeds
    ("أرسلت الكويت مساعدات إنسانية إلى السودان.", "AID", "state:KWT", "state:SDN"),
    ("قدمت ألمانيا مساعدات عسكرية لأوكرانيا.", "AID", "state:DEU", "state:UKR"),
    ("شنت تركيا غارات جوية على شمال العراق.", "ASSAULT", "state:TUR", "state:IRQ"),
    ("هاجمت إسرائيل إيران.", "ASSAULT", "state:ISR", "state:IRN"),
    ("فرضت الولايات المتحدة عقوبات على إيران.", "SANCTION", "state:USA", "state:IRN"),
    ("فرض الاتحاد الأوروبي عقوبات جديدة على روسيا.", "SANCTION", "org:eu", "state:RUS"),
    ("قطعت الجزائر علاقاتها مع المغرب.", "SANCTION", "state:DZA", "state:MAR"),
    ("سحبت فرنسا قواتها من مالي.", "RETREAT", "state:FRA", "state:MLI"),
    # words
    ("اتهمت أوكرانيا روسيا بارتكاب جرائم حرب.", "ACCUSE", "state:UKR", "state:RUS"),
    ("دعت الصين روسيا إلى ضبط النفس.", "REQUEST", "state:CHN", "state:RUS"),
    ("هددت كوريا الشمالية الولايات المتحدة برد نووي.", "THREATEN", "state:PRK", "state:USA"),
    ("رفضت إثيوبيا المقترح المصري بشأن سد النهضة.", "REJECT", "state:ETH", "state:EGY"),
    ("أشادت السعودية بجهود عمان.", "SUPPORT", "state:SAU", "state:OMN"),
    ("أعربت قطر عن دعمها لفلسطين.", "SUPPORT", "state:QAT", "state:PSE"),
    ("أدان الأردن اقتحام المسجد الأقصى من قبل إسرائيل.", "ACCUSE", "state:JOR", "state:ISR"),
    # the actor as an adjective, or behind the act
    ("أدانت قطر الهجوم الإسرائيلي على سوريا.", "ACCUSE", "state:QAT", "state:ISR"),
    ("أدى الغزو الروسي لأوكرانيا إلى ارتفاع الأسعار.", "ASSAULT", "state:RUS", "state:UKR"),
    ("فُرضت عقوبات على روسيا من قبل الولايات المتحدة.", "SANCTION", "state:USA", "state:RUS"),
    ("فرضت عقوبات على إيران من جانب الولايات المتحدة.", "SANCTION", "state:USA", "state:IRN"),
    ("تعرضت أوكرانيا لهجوم صاروخي من قبل روسيا.", "ASSAULT", "state:RUS", "state:UKR"),
    ("تم استهداف مواقع الحوثيين من قبل الجيش الأمريكي.", "ASSAULT", "org:usa-army", "org:houthis"),
    ("قتل جندي تركي على يد القوات الروسية.", "ASSAULT", "org:rus-army", "person:tur-soldier"),
    ("اعتقلت إيران صحفيا أمريكيا.", "COERCE", "state:IRN", "group:usa-journalists"),
    ("قتل جنود إسرائيليون شابا فلسطينيا.", "ASSAULT", "group:isr-soldiers", "group:pse-youth"),
    ("واصلت إسرائيل تدمير منازل الفلسطينيين.", "ASSAULT", "state:ISR", "state:PSE"),
    ("طردت روسيا عشرة دبلوماسيين أمريكيين.", "SANCTION", "state:RUS", "group:usa-diplomats"),
    ("توفر فرنسا دعما اقتصاديا للبنان.", "AID", "state:FRA", "state:LBN"),
    ("رفضت مصر التدخلات الإيرانية في الشؤون العربية.", "COERCE", "state:IRN", "bloc:arab-states"),
    ("أعلن وزير الدفاع الفرنسي نشر سفينة لمساندة اليونان.", "SUPPORT", "person:sebastien-lecornu", "state:GRC"),
    ("أكدت البحرين تورط إيران في هجمات على المنامة.", "ASSAULT", "state:IRN", "state:BHR"),
    ("وتوترت العلاقات بعد مزاعم بحرينية بتورط إيراني في هجمات على أراضيها.", "ASSAULT", "state:IRN", "state:BHR"),
    ("أوروبا تهدد بفرض عقوبات على ليبيين. بحث الاتحاد الأوروبي الأمر، وقال الاتحاد الأوروبي إنه مستعد.", "THREATEN",
     "org:eu", "state:LBY"),
    ("شاركت روسيا في دعم سوريا.", "SUPPORT", "state:RUS", "state:SYR"),
    ("أدان قرار الأمم المتحدة إسرائيل.", "ACCUSE", "org:un", "state:ISR"),
    ("يواجه الرئيس الفرنسي إيمانويل ماكرون انتقادات حادة من قبل إيطاليا.", "ACCUSE", "state:ITA",
     "person:emmanuel-macron"),
    ("تعهدت الصين بعدم الرضوخ في مواجهة الضغوط الأمريكية.", "COERCE", "state:USA", "state:CHN"),
    ("في ظل الضغوط الأمريكية، تؤكد الصين تمسكها بمواقفها.", "COERCE", "state:USA", "state:CHN"),
    ("دعا الرئيس الأمريكي جو بايدن نواب الكونغرس إلى إقرار الاتفاق.", "REQUEST", "person:joe-biden",
     "group:usa-congress-member-of-parliaments"),
    ("رحب اليمن بقرار مجلس الأمن 2216 الذي يطالب الحوثيين بالانسحاب.", "REQUEST", "org:un-security-council",
     "org:houthis"),
    ("تقول موسكو إن الجانب الأمريكي يدعم أوكرانيا.", "SUPPORT", "state:USA", "state:UKR"),
    ("قصفت إسرائيل حزب الله وقالت إنها دمرت مواقعه.", "ASSAULT", "state:ISR", "org:hezbollah"),
    # a nationality with a doer named otherwise, or that agrees with the target, is the target's
    ("تم استهداف سفينة بريطانية من قبل الحوثيين.", "ASSAULT", "org:houthis", "state:GBR"),
    ("جرى قصف قاعدة أميركية من قبل إيران.", "ASSAULT", "state:IRN", "state:USA"),
    ("تم إغلاق السفارة الإيرانية من جانب الكويت.", "SANCTION", "state:KWT", "state:IRN"),
    ("قدمت السعودية منحة قدرها 2.5 مليار دولار لمصر.", "AID", "state:SAU", "state:EGY"),
    ("قصفت إسرائيل مواقع في جنوب لبنان.", "ASSAULT", "state:ISR", "state:LBN"),
    # an adjective without article is none of a noun with it
    ("قتل الهجوم جنديين كنديين.", "ASSAULT", "", "state:CAN"),
    # a text without article acts for whose text it is
    ("أصدر الاتحاد الإفريقي قرارا يطالب الخرطوم بوقف القتال.", "REQUEST", "org:au", "state:SDN"),
    ("وجهت طهران رسالة تهدد إسرائيل بالرد.", "THREATEN", "state:IRN", "state:ISR"),
    ("نشرت فرنسا تقريرا يتهم سوريا باستخدام أسلحة محظورة.", "ACCUSE", "state:FRA", "state:SYR"),
    ("وفي رسالة هددت طهران إسرائيل.", "THREATEN", "state:IRN", "state:ISR"),
    # a sound plural owns nothing that follows it: that is the target
    ("هدد مسلحون الرئيس التونسي قيس سعيد بقتله.", "THREATEN", "group:fighters", "person:kais-saied"),
    ("هدد مسلحون ماكرون بقتله.", "THREATEN", "group:fighters", "person:emmanuel-macron"),
    ("انتقد مسؤولون ألمان تركيا.", "ACCUSE", "group:deu-officials", "state:TUR"),
    ("هدد متشددون إسرائيل بالحرب.", "THREATEN", "group:militants", "state:ISR"),
    ("قصف متمردون دمشق.", "ASSAULT", "group:rebels", "state:SYR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "actor", "recipient"), DIRECTED)
def test_directed_event(text: str, type_: str, actor: str, recipient: str) -> None:
    event = told(text, type_)
    assert (event.actors, event.recipients, event.status) == ((actor,) if actor else (), (recipient,), "actual")


ALONE = [
    ("تظاهر آلاف المغاربة في الرباط.", "PROTEST", "state:MAR", "Rabat"),
    ("نشرت روسيا أسلحة نووية تكتيكية في بيلاروسيا.", "MOBILIZE", "state:RUS", "state:BLR"),
    ("حشدت روسيا قواتها على الحدود مع أوكرانيا.", "MOBILIZE", "state:RUS", None),
    ("احتجزت إيران ناقلة نفط في مضيق هرمز.", "COERCE", "state:IRN", "Strait of Hormuz"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "actor", "place"), ALONE)
def test_event_of_one_actor(text: str, type_: str, actor: str, place: str | None) -> None:
    event = told(text, type_)
    assert (event.actors, event.place, event.status) == ((actor,), place, "actual")


def test_verbal_event_names_the_statement_that_performs_it() -> None:
    reading = marsad.read("اتهمت أوكرانيا روسيا بارتكاب جرائم حرب.")
    assert [e.statement for e in reading.events if e.type == "ACCUSE"] == [s.id for s in reading.statements]


def test_reported_event_says_on_whose_word() -> None:
    event = told("أعلن الرئيس الفرنسي إيمانويل ماكرون أن باريس أرسلت مساعدات إلى لبنان.", "AID")
    assert (event.actors, event.recipients) == (("state:FRA",), ("state:LBN",))
    assert event.according_to == ("person:emmanuel-macron",)


def test_second_mention_of_an_act_makes_no_new_event() -> None:
    event = told("فرضت الولايات المتحدة عقوبات على روسيا. وقالت واشنطن إن العقوبات تستهدف البنوك.", "SANCTION")
    assert [span.text for span in event.also] == ["العقوبات"]


UNEVENTFUL = [
    "قال وزير الخارجية الروسي سيرغي لافروف إن الطقس جميل.",
    "تقع الأردن بين العراق وفلسطين.",
    "فازت البرازيل بكأس العالم خمس مرات.",
]


@pytest.mark.parametrize("text", UNEVENTFUL)
def test_plain_saying_and_description_are_no_events(text: str) -> None:
    assert marsad.read(text).events == ()


BELONGING = [
    ("قالت إدارة الرئيس الأمريكي جو بايدن إن روسيا تهدد أوكرانيا.", "group:usa-administration", "USA"),
    ("قصفت قوات الأسد مدينة حلب.", "org:syr-army", "SYR"),
    ("قتل متظاهرون في بغداد برصاص مسلحين.", "group:irq-protesters", "IRQ"),
    ("شنت إسرائيل هجوما على سوريا وقالت المعارضة في لبنان إنها تدينه.", "group:lbn-opposition", "LBN"),
]


@pytest.mark.parametrize(("text", "entity", "country"), BELONGING)
def test_collective_belongs_to_the_state_that_its_words_name(text: str, entity: str, country: str) -> None:
    found = {e.id: e.country for e in marsad.read(text, published="2023-04-12").entities}
    assert found.get(entity) == country


IN_PASSING = [
    "أعربت أوكرانيا عن قلقها إزاء العقوبات التي تواجهها روسيا.",
    "وبعد أعوام من الإطاحة بالقذافي ما زالت البلاد منقسمة.",
    "ويقول خبراء إن الضغط على الحوثيين لا يكفي.",
]


@pytest.mark.parametrize("text", IN_PASSING)
def test_act_named_in_passing_is_no_record(text: str) -> None:
    assert not marsad.read(text, published="2023-04-12").events


OBLIQUE = [
    ("طالب المجلس الحوثيين بالانسحاب من المدن.", "org:houthis"),
    ("وأدان ما أقدمت عليه القوات الإسرائيلية من اقتحام للمسجد ومنع المصلين من الدخول إليه.", "group:worshippers"),
    ("والتقى المسؤولين الروس في موسكو.", "group:rus-officials"),
]


@pytest.mark.parametrize(("text", "nobody"), OBLIQUE)
def test_oblique_plural_is_no_subject(text: str, nobody: str) -> None:
    reading = marsad.read(text, published="2023-04-12")
    assert not [e for e in reading.events if nobody in e.actors]
    assert nobody not in {s.speaker for s in reading.statements}


def test_looking_for_somebody_is_no_meeting() -> None:
    text = "كانت الاستخبارات الأمريكية تبحث عن قادة تنظيم القاعدة في باكستان."
    assert not marsad.read(text, published="2023-04-12").events


def test_attacks_told_far_apart_stay_apart() -> None:
    first = "قصفت القوات الأمريكية مواقع لتنظيم داعش شمال الموصل."
    between = "ولد الرجل في قرية صغيرة. درس الهندسة سنوات. عمل مدرسا للرياضيات. سكن مع أهله. كتب عدة كتب. سافر كثيرا."
    last = "وقال مسؤول أمريكي إن القوات الأمريكية هاجمت تنظيم داعش مرة أخرى."
    events = marsad.read(f"{first} {between} {last}", published="2016-04-12").events
    assert [(e.trigger.text, e.also) for e in events if e.type == "ASSAULT"] == [("قصفت", ()), ("هاجمت", ())]


NO_RECORD = [
    "رفض المتحدث باسم البيت الأبيض التعليق على الخبر.",
    "وقال المحلل إن القوة العربية مشتركة بين دول عدة.",
    "وتحدث الرئيس اليمني السابق علي عبد الله صالح في خطاب متلفز.",
    "وأكدت تركيا أن اللجوء إلى القوة ليس واردا.",
    "ودعا المركز الأطباء إلى التواصل معه عبر الهاتف.",
    "واستنكرت رابطة العشائر التفجير في العراق.",
    "وقال الخبير إن ذلك يمثل تهديدا للمصالح الأمريكية.",
]


@pytest.mark.parametrize("text", NO_RECORD)
def test_no_act_between_states(text: str) -> None:
    events = marsad.read(text, published="2016-04-12").events
    assert not {e.type for e in events} - {"REQUEST"}


OF_THE_OBJECT = [
    ("وتعهد الوزير بالتعاون من أجل دعم الأمن القومي العربي.", "SUPPORT"),
    ("أعلنت الهيئة تحطم طائرة سعودية في بريطانيا.", "ASSAULT"),
    ("واستعادت القوات الفرنسية تمبكتو رغم سيطرة حركة الشباب على الطرق.", "COERCE"),
    ("وتراجعت الأسعار نتيجة سيطرة المتمردين الحوثيين على السوق، كما قالت قوات التحالف.", "COERCE"),
]


@pytest.mark.parametrize(("text", "type_"), OF_THE_OBJECT)
def test_adjective_of_the_object_is_no_doer(text: str, type_: str) -> None:
    assert not [e for e in marsad.read(text, published="2016-04-12").events if e.type == type_]


ATTENDED = [
    ("يحضر الرئيس الروسي فلاديمير بوتين حفل افتتاح الأولمبياد في بكين.",
     {"person:vladimir-putin", "state:CHN"}),
    ("وتشمل جولة الرئيس الفرنسي إيمانويل ماكرون كازاخستان وأوزبكستان.",
     {"person:emmanuel-macron", "state:KAZ", "state:UZB"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), ATTENDED)
def test_attendance_and_tours_are_visits(text: str, parties: set[str]) -> None:
    event = told(text, "CONSULT")
    assert ({*event.actors, *event.recipients}, event.mode) == (parties, "visit")


def test_denied_accusations_are_rejected() -> None:
    event = told("تنفي إيران اتهامات البحرين.", "REJECT")
    assert (event.actors, event.recipients) == (("state:IRN",), ("state:BHR",))


def test_armed_men_are_driven_out_by_force() -> None:
    event = told("طرد الجيش اليمني الحوثيين من عدن.", "ASSAULT")
    assert (event.recipients, event.place) == (("org:houthis",), "Aden")


TARIFFS = [
    ("ستفرض الولايات المتحدة رسوما جمركية على الصين.", ("state:USA",), "planned"),
    ("أعلن الرئيس الأمريكي دونالد ترامب أنه سيفرض رسوما جمركية على الواردات الصينية.",
     ("person:donald-trump",), "planned"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors", "status"), TARIFFS)
def test_required_word_in_the_accusative(text: str, actors: tuple[str, ...], status: str) -> None:
    event = next(e for e in marsad.read(text, published="2025-10-11").events if e.type == "SANCTION")
    assert (event.actors, event.recipients, event.status) == (actors, ("state:CHN",), status)


def test_imposing_told_by_a_noun_has_its_doer() -> None:
    event = told("وتأتي الزيارة بعد أيام من فرض الولايات المتحدة عقوبات على شركات روسية.", "SANCTION")
    assert (event.actors, event.recipients) == (("state:USA",), ("group:rus-companies",))


def test_visit_after_an_accepted_invitation_is_planned() -> None:
    text = "أعلن الكرملين أن الرئيس فلاديمير بوتين قبل دعوة رئيس الوزراء الهندي ناريندرا مودي لزيارة الهند هذا العام."
    assert told(text, "CONSULT").status == "planned"


def test_source_of_imports_puts_no_pressure() -> None:
    event = told("نفت الهند تعرضها لضغوط أميركية لوقف وارداتها من روسيا.", "COERCE")
    assert (event.actors, event.recipients, event.status) == (("state:USA",), ("state:IND",), "denied")


def test_reception_and_visit_of_the_same_two_are_one() -> None:
    event = told(
        "استقبل ولي العهد السعودي الأمير محمد بن سلمان أمير قطر الشيخ تميم بن حمد آل ثاني في العلا، في أول زيارة له "
        "إلى المملكة.",
        "CONSULT",
    )
    assert {*event.actors, *event.recipients} == {"person:mohammed-bin-salman", "person:tamim-bin-hamad"}
    assert len(event.also) == 1


NAMELESS = [
    ("حذرت منظمة الصحة العالمية من انتشار الوباء في دول جديدة.", "THREATEN"),
    ("ورفضت روسيا مطالب آخرين بخفض الإنتاج.", "REJECT"),
    ("وأدانت فرنسا تعذيب معتقلين آخرين.", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "type_"), NAMELESS)
def test_words_are_aimed_at_no_nameless_group_in_passing(text: str, type_: str) -> None:
    assert told(text, type_).recipients == ()
