"""All sixteen types: what newswire says for each of them, in invented sentences with the act that each tells."""

from __future__ import annotations

import pytest

import marsad

ACTS = [
    # AGREE
    ("وافق البرلمان الألماني على تمديد مهمة القوة في مالي.", "AGREE", "actual", {"org:deu-bundestag"}, set()),
    ("أبدت تركيا استعدادها لاستضافة جولة جديدة من الحوار.", "AGREE", "actual", {"state:TUR"}, set()),
    ("قالت السويد إنها مستعدة للمشاركة في قوة دولية.", "AGREE", "actual", {"state:SWE"}, set()),
    ("عرضت إيران على العراق المشاركة في بناء السد.", "AGREE", "actual", {"state:IRN", "state:IRQ"}, set()),
    ("توصلت إثيوبيا والسودان إلى اتفاق بشأن مياه النيل.", "AGREE", "actual", {"state:ETH", "state:SDN"}, set()),
    ("كوبا ملتزمة بتطوير اقتصادها.", "AGREE", "actual", {"state:CUB"}, set()),
    # CONSULT
    ("التقى الرئيس المصري حسني مبارك العاهل الأردني عبد الله الثاني في العقبة.", "CONSULT", "actual",
     {"person:hosni-mubarak", "person:abdullah-ii"}, set()),
    ("أجرت روسيا محادثات مع اليابان في طوكيو.", "CONSULT", "actual", {"state:RUS", "state:JPN"}, set()),
    ("قادت الجزائر وساطة بين إثيوبيا وإريتريا.", "CONSULT", "actual", {"state:DZA", "state:ETH", "state:ERI"}, set()),
    ("عادت الهند إلى طاولة المفاوضات مع باكستان.", "CONSULT", "actual", {"state:IND", "state:PAK"}, set()),
    ("ستجري فرنسا محادثات مع إيران.", "CONSULT", "planned", {"state:FRA", "state:IRN"}, set()),
    # SUPPORT
    ("رحبت الصين بقرار كوريا الشمالية.", "SUPPORT", "actual", {"state:CHN"}, {"state:PRK"}),
    ("أقامت ماليزيا علاقات دبلوماسية مع الفاتيكان.", "SUPPORT", "actual", {"state:MYS", "state:VAT"}, set()),
    ("أشادت الأمم المتحدة بجهود الأردن.", "SUPPORT", "actual", {"org:un"}, {"state:JOR"}),
    ("حشدت قطر التأييد للفلسطينيين.", "SUPPORT", "actual", {"state:QAT"}, {"state:PSE"}),
    ("هنأت اليابان كندا بالعيد الوطني.", "SUPPORT", "actual", {"state:JPN"}, {"state:CAN"}),
    # CONCEDE
    ("اعتذرت تركيا لروسيا عن إسقاط المقاتلة.", "CONCEDE", "actual", {"state:TUR"}, {"state:RUS"}),
    ("ألغت السلطات التونسية القيود على الصحافة.", "CONCEDE", "actual", {"group:tun-authorities"}, {"group:press"}),
    ("رفعت السلطات العراقية حظر التجول في الموصل.", "CONCEDE", "actual", {"group:irq-authorities"}, set()),
    ("وافقت السلطات المصرية على السماح للمعارضة بالتظاهر.", "CONCEDE", "actual",
     {"group:egy-authorities"}, {"group:opposition"}),
    ("سمحت السلطات البورمية للسجناء بالسفر.", "CONCEDE", "actual",
     {"group:mmr-authorities"}, {"group:prisoners"}),
    ("أنهى عمال الموانئ الإضراب.", "CONCEDE", "actual", {"group:dockers"}, set()),
    # COOPERATE
    ("اشترت الهند طائرات حربية من فرنسا.", "COOPERATE", "actual", {"state:IND"}, {"state:FRA"}),
    ("أجرت مصر واليونان مناورات بحرية مشتركة.", "COOPERATE", "actual", {"state:EGY", "state:GRC"}, set()),
    ("تتبادل بريطانيا المعلومات مع كندا.", "COOPERATE", "actual", {"state:GBR", "state:CAN"}, set()),
    ("تصدر النرويج الغاز إلى ألمانيا.", "COOPERATE", "actual", {"state:NOR"}, {"state:DEU"}),
    ("شاركت كينيا في مناورات مع تنزانيا.", "COOPERATE", "actual", {"state:KEN", "state:TZA"}, set()),
    # AID
    ("أرسلت الكويت مساعدات إلى لبنان.", "AID", "actual", {"state:KWT"}, {"state:LBN"}),
    ("منحت كندا اللجوء لناشط إيراني.", "AID", "actual", {"state:CAN"}, {"person:irn-activist"}),
    ("دفعت ليبيا تعويضات إلى فرنسا.", "AID", "actual", {"state:LBY"}, {"state:FRA"}),
    ("أرسلت رواندا قوات لحفظ السلام إلى السودان.", "AID", "actual", {"state:RWA"}, {"state:SDN"}),
    ("تبرعت السعودية بعشرة ملايين دولار لباكستان.", "AID", "actual", {"state:SAU"}, {"state:PAK"}),
    ("ستقدم اليابان آلاف الأطنان من المساعدات إلى نيبال.", "AID", "planned", {"state:JPN"}, {"state:NPL"}),
    # RETREAT
    ("أفرجت إيران عن الصحفيين الأمريكيين.", "RETREAT", "actual", {"state:IRN"}, {"group:usa-journalists"}),
    ("سحبت فرنسا قواتها من تشاد.", "RETREAT", "actual", {"state:FRA"}, {"state:TCD"}),
    ("رفعت السعودية الحصار عن قطر.", "RETREAT", "actual", {"state:SAU"}, {"state:QAT"}),
    ("سمحت سوريا للمفتشين بدخول البلاد.", "RETREAT", "actual", {"state:SYR"}, {"group:inspectors"}),
    ("استقال رئيس الوزراء اللبناني سعد الحريري.", "RETREAT", "actual", {"person:saad-hariri"}, set()),
    # REQUEST
    ("طالبت الصين اليابان بتقديم توضيحات.", "REQUEST", "actual", {"state:CHN"}, {"state:JPN"}),
    ("طالبت بولندا بيلاروسيا بالاعتذار.", "REQUEST", "actual", {"state:POL"}, {"state:BLR"}),
    ("قال الرئيس الفرنسي إيمانويل ماكرون إنه يتعين على إيران وقف التخصيب.", "REQUEST", "actual",
     {"person:emmanuel-macron"}, {"state:IRN"}),
    ("أكد وزير الخارجية الألماني هايكو ماس أنه يجب أن تسحب روسيا قواتها.", "REQUEST", "actual",
     {"person:heiko-maas"}, {"state:RUS"}),
    ("ناشدت منظمة الصحة العالمية سوريا فتح الطرق.", "REQUEST", "actual", {"org:who"}, {"state:SYR"}),
    ("تضغط واشنطن على بغداد لإلغاء الصفقة.", "REQUEST", "actual", {"state:USA"}, {"state:IRQ"}),
    # ACCUSE
    ("ألقت إثيوبيا باللوم على إريتريا.", "ACCUSE", "actual", {"state:ETH"}, {"state:ERI"}),
    ("اتهمت أوكرانيا روسيا بقصف المستشفى.", "ACCUSE", "actual", {"state:UKR"}, {"state:RUS"}),
    ("أدانت مصر الهجوم الإسرائيلي.", "ACCUSE", "actual", {"state:EGY"}, {"state:ISR"}),
    ("وصفت كوريا الشمالية الولايات المتحدة بالإرهابية.", "ACCUSE", "actual", {"state:PRK"}, {"state:USA"}),
    ("احتجت الهند على قرار باكستان.", "ACCUSE", "actual", {"state:IND"}, {"state:PAK"}),
    ("رفعت كندا دعوى ضد الصين أمام المحكمة الدولية.", "ACCUSE", "actual", {"state:CAN"}, {"state:CHN"}),
    ("أكملت الشرطة الماليزية تحقيقها في الحادث.", "ACCUSE", "actual", {"org:mys-police"}, set()),
    ("صبت طهران جام غضبها على لندن.", "ACCUSE", "actual", {"state:IRN"}, {"state:GBR"}),
    # REJECT
    ("رفضت صربيا خطة السلام.", "REJECT", "actual", {"state:SRB"}, set()),
    ("قالت إيران إنها لن تستجيب للولايات المتحدة.", "REJECT", "actual", {"state:IRN"}, {"state:USA"}),
    ("لن يقبل الفلسطينيون بالخطة.", "REJECT", "actual", {"state:PSE"}, set()),
    ("رفضت كوبا السماح للمراقبين بدخول السجون.", "REJECT", "actual", {"state:CUB"}, {"group:monitors"}),
    ("رفض متمردو تشاد التفاوض مع الحكومة التشادية.", "REJECT", "actual",
     {"group:tcd-rebels"}, {"group:tcd-government"}),
    ("فتحت تونس المعبر، لكنها لا تزال ترفض دخول اللاجئين.", "REJECT", "actual", {"state:TUN"}, set()),
    # THREATEN
    ("تعهد تنظيم القاعدة بشن هجمات على السويد.", "THREATEN", "actual", {"org:al-qaeda"}, {"state:SWE"}),
    ("هددت تركيا بقصف مواقع حزب العمال الكردستاني.", "THREATEN", "actual", {"state:TUR"}, {"org:pkk"}),
    ("قالت إسرائيل إنها لن تتردد في استخدام القوة ضد إيران.", "THREATEN", "actual", {"state:ISR"}, {"state:IRN"}),
    ("أعلنت الحكومة التايلاندية أنها مستعدة لفرض حظر التجول.", "THREATEN", "actual",
     {"group:tha-government"}, set()),
    ("وجهت الولايات المتحدة إنذارا إلى العراق.", "THREATEN", "actual", {"state:USA"}, {"state:IRQ"}),
    ("توعدت كوريا الشمالية اليابان.", "THREATEN", "actual", {"state:PRK"}, {"state:JPN"}),
    # PROTEST
    ("تظاهر آلاف الطلاب في القاهرة ضد الحكومة المصرية.", "PROTEST", "actual",
     {"group:egy-students"}, {"group:egy-government"}),
    ("نظم ناشطون مغاربة مسيرة في الرباط.", "PROTEST", "actual", {"group:mar-activists"}, set()),
    ("احتشد متظاهرون أمام السفارة الأمريكية في أثينا.", "PROTEST", "actual",
     {"group:protesters"}, set()),
    ("أضرب عمال فرنسيون عن العمل.", "PROTEST", "actual", {"group:fra-employees"}, set()),
    # SANCTION
    ("أكد الوزير استمرار تصنيف كندا لحزب الله كمنظمة إرهابية.", "SANCTION", "actual",
     {"state:CAN"}, {"org:hezbollah"}),
    ("طردت بولندا دبلوماسيين إيرانيين.", "SANCTION", "actual", {"state:POL"}, {"group:irn-diplomats"}),
    ("قطعت السعودية العلاقات مع إيران.", "SANCTION", "actual", {"state:SAU"}, {"state:IRN"}),
    ("فرضت كندا عقوبات على بيلاروسيا.", "SANCTION", "actual", {"state:CAN"}, {"state:BLR"}),
    ("أنهت إريتريا التعاون مع إثيوبيا.", "SANCTION", "actual", {"state:ERI"}, {"state:ETH"}),
    ("حظرت بريطانيا المساعدات إلى أوغندا.", "SANCTION", "actual", {"state:GBR"}, {"state:UGA"}),
    # MOBILIZE
    ("نشرت الهند صواريخ على الحدود.", "MOBILIZE", "actual", {"state:IND"}, set()),
    ("وضعت اليابان قواتها في حالة تأهب.", "MOBILIZE", "actual", {"state:JPN"}, set()),
    ("بقيت القوات الباكستانية اليوم في حالة تأهب على الحدود.", "MOBILIZE", "actual", {"org:pak-army"}, set()),
    ("استعد الجيش السوري لاقتحام المدينة.", "MOBILIZE", "actual", {"org:syr-army"}, set()),
    ("أعلن الجيش التركي التعبئة.", "MOBILIZE", "actual", {"org:tur-army"}, set()),
    # COERCE
    ("فرضت السلطات السريلانكية حظر التجول في كولومبو.", "COERCE", "actual", {"group:lka-authorities"}, set()),
    ("اعتقلت الشرطة المغربية ناشطا إسبانيا.", "COERCE", "actual", {"group:mar-police"}, {"group:esp-activists"}),
    ("أعلنت الحكومة التايلاندية حالة الحصار.", "COERCE", "actual", {"group:tha-government"}, set()),
    ("علقت الحكومة العسكرية الدستور.", "COERCE", "actual", {"group:government"}, set()),
    ("رحلت ليبيا مهاجرين أفارقة.", "COERCE", "actual", {"state:LBY"}, set()),
    # ASSAULT
    ("قصفت روسيا مدينة خاركيف الأوكرانية.", "ASSAULT", "actual", {"state:RUS"}, {"state:UKR"}),
    ("اقتحمت إسرائيل مدينة نابلس.", "ASSAULT", "actual", {"state:ISR"}, {"state:PSE"}),
    ("هاجم مسلحون قاعدة للجيش المالي.", "ASSAULT", "actual", {"group:fighters"}, {"group:army"}),
    ("شن التحالف غارات على مواقع الحوثيين.", "ASSAULT", "actual", {"group:coalition"}, {"org:houthis"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "status", "actors", "recipients"), ACTS)
def test_each_type_is_read(text: str, type_: str, status: str, actors: set[str], recipients: set[str]) -> None:
    events = [e for e in marsad.read(text, published="2015-07-25").events if e.type == type_]
    found = [(e.status, {*e.actors}, {*e.recipients}) for e in events]
    assert found == [(status, actors, recipients)]


NO_ACTS = [
    # a promise or consent whose act is named is that act, planned
    ("وافقت تركيا على إرسال مساعدات إلى لبنان.", "AGREE"),
    ("كوريا الجنوبية مستعدة لتقديم مساعدات غذائية إلى كوريا الشمالية.", "AGREE"),
    # what one's own side must do is no demand, and what anybody should do is advice
    ("قال الرئيس الفرنسي إيمانويل ماكرون إنه يتعين على فرنسا خفض العجز.", "REQUEST"),
    ("قال الرئيس الفرنسي إيمانويل ماكرون إنه يجب على الأسر توفير الطاقة.", "REQUEST"),
    # only a negation makes a refusal of these
    ("استجابت إيران لدعوة الأمم المتحدة.", "REJECT"),
    ("لا تزال مصر تعترف بالحكومة الليبية.", "REJECT"),
    ("وقفت مصر على أبواب أزمة.", "SUPPORT"),
    ("ترددت ألمانيا في استخدام القوة.", "THREATEN"),
    # a campaign is no attack
    ("تعهدت تركيا بشن حملة على الفساد.", "THREATEN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_"), NO_ACTS)
def test_no_act_of_this_type_is_read(text: str, type_: str) -> None:
    assert [e for e in marsad.read(text, published="2015-07-25").events if e.type == type_] == []


PARTS = [
    ("التقت مجموعة من الدبلوماسيين المغاربة مع الرئيس الأمريكي باراك أوباما.",
     {"group:mar-diplomats", "person:barack-obama"}),
    ("اجتمع الآلاف من المتظاهرين مع الوزير الهندي.", {"group:protesters", "person:ind-minister"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), PARTS)
def test_part_of_a_group_acts_as_the_group(text: str, parties: set[str]) -> None:
    (event,) = (e for e in marsad.read(text, published="2015-07-25").events if e.type == "CONSULT")
    assert {*event.actors, *event.recipients} == parties


def test_every_type_has_at_least_four_sentences() -> None:
    counts = {row[1]: sum(1 for r in ACTS if r[1] == row[1]) for row in ACTS}
    assert len(counts) == 16
    assert min(counts.values()) >= 4
