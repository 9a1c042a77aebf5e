"""Who says what: tables of invented sentences and the statement that each of them makes."""

from __future__ import annotations

import pytest

import marsad
from marsad.records import Statement


def stated(text: str, cue: str) -> Statement:
    """The one statement with this cue."""
    (statement,) = (s for s in marsad.read(text, published="2023-04-12").statements if s.cue.text == cue)
    return statement


INDIRECT = [
    # a verb before its speaker, with إنّ, أنّ or بأنّ
    ("قال وزير الخارجية المصري سامح شكري إن القاهرة تدعم وحدة السودان.",
     "قال", "person:sameh-shoukry", "القاهرة تدعم وحدة السودان"),
    ("أعلن الرئيس الفرنسي إيمانويل ماكرون أن باريس سترسل مساعدات إنسانية إلى لبنان.",
     "أعلن", "person:emmanuel-macron", "باريس سترسل مساعدات إنسانية إلى لبنان"),
    ("وأوضح المتحدث باسم الكرملين دميتري بيسكوف أن موسكو لم تتلق أي دعوة.",
     "أوضح", "person:dmitry-peskov", "موسكو لم تتلق أي دعوة"),
    ("صرح الأمين العام لحلف الناتو ينس ستولتنبرغ بأن الحلف سيعزز وجوده في الشرق.",
     "صرح", "person:jens-stoltenberg", "الحلف سيعزز وجوده في الشرق"),
    ("زعم وزير الدفاع الإسرائيلي يوآف غالانت أن حزب الله يخزن الأسلحة في بيروت.",
     "زعم", "person:yoav-gallant", "حزب الله يخزن الأسلحة في بيروت"),
    ("قال لافروف إن روسيا لا تهدد أحدا.", "قال", "person:sergey-lavrov", "روسيا لا تهدد أحدا"),
    # a verb told inside a text: whose text it is, whoever stands after the verb
    ("جاء ذلك في بيان للخارجية الألمانية طالبت فيه روسيا بسحب قواتها.",
     "طالبت", "org:deu-mfa", "سحب قواتها"),
    ("وجه الرئيس المصري رسالة إلى نظيره الفرنسي دعا فيها إلى وقف القتال.",
     "دعا", "person:abdel-fattah-el-sisi", "وقف القتال"),
    ("جاء ذلك في كلمة للرئيس التونسي قيس سعيد أكد فيها أن بلاده لن تقبل التوطين.",
     "أكد", "person:kais-saied", "بلاده لن تقبل التوطين"),
    ("تلقى بوتين رسالة أكد فيها الرئيس الصيني أن بلاده تدعم روسيا.",
     "أكد", "person:xi-jinping", "بلاده تدعم روسيا"),
    # a verb with its preposition
    ("أشار رئيس الوزراء العراقي محمد شياع السوداني إلى أن بغداد لا تريد الحرب.",
     "أشار", "person:mohammed-shia-al-sudani", "بغداد لا تريد الحرب"),
    ("شدد العاهل الأردني الملك عبد الله الثاني على ضرورة وقف إطلاق النار في غزة.",
     "شدد", "person:abdullah-ii", "ضرورة وقف إطلاق النار في غزة"),
    ("أعرب وزير الخارجية الياباني يوشيماسا هاياشي عن أمله في استئناف المحادثات.",
     "أعرب", "person:yoshimasa-hayashi", "أمله في استئناف المحادثات"),
    # a speaker before the verb
    ("وزير الخارجية القطري محمد بن عبد الرحمن أكد أن الدوحة مستمرة في الوساطة.",
     "أكد", "person:mohammed-bin-abdulrahman-al-thani", "الدوحة مستمرة في الوساطة"),
    ("الرئيس الأوكراني فولوديمير زيلينسكي قال إن كييف تحتاج إلى الذخيرة.",
     "قال", "person:volodymyr-zelenskyy", "كييف تحتاج إلى الذخيرة"),
    ("وكان الرئيس المصري عبد الفتاح السيسي قد قال إن مياه النيل خط أحمر.",
     "قال", "person:abdel-fattah-el-sisi", "مياه النيل خط أحمر"),
    # states, ministries and unnamed groups speak too; thought is speech
    ("ترى إسبانيا أن حل الدولتين هو الطريق الوحيد.", "ترى", "state:ESP", "حل الدولتين هو الطريق الوحيد"),
    ("تعتقد الصين أن العقوبات لا تحل المشكلات.", "تعتقد", "state:CHN", "العقوبات لا تحل المشكلات"),
    ("قالت وزارة الخارجية السعودية إن المملكة تتابع الأحداث بقلق.",
     "قالت", "org:sau-mfa", "المملكة تتابع الأحداث بقلق"),
    ("اعتبر خبراء روس أن القرار متأخر.", "اعتبر", "group:rus-experts", "القرار متأخر"),
    ("قال مسؤولون إسرائيليون إن العملية ستستمر أسابيع.", "قال", "group:isr-officials", "العملية ستستمر أسابيع"),
    # according to
    ("الحل الوحيد للأزمة هو الحوار، وفق وزير الخارجية العماني بدر البوسعيدي.",
     "وفق", "person:badr-al-busaidi", "الحل الوحيد للأزمة هو الحوار"),
    ("وبحسب وزارة الخارجية القطرية فإن المفاوضات ستستأنف الأسبوع المقبل.",
     "بحسب", "org:qat-mfa", "المفاوضات ستستأنف الأسبوع المقبل"),
    ("وفقا لوزارة الصحة اللبنانية، ارتفع عدد القتلى إلى 30 شخصا.",
     "وفقا", "org:lbn-health-ministry", "ارتفع عدد القتلى إلى 30 شخصا"),
    ("ارتفعت الصادرات الإيرانية كثيرا، حسب وكالة رويترز.", "حسب", "media:reuters", "ارتفعت الصادرات الإيرانية كثيرا"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "speaker", "content"), INDIRECT)
def test_indirect_statement(text: str, cue: str, speaker: str, content: str) -> None:
    statement = stated(text, cue)
    assert (statement.speaker, statement.content.text) == (speaker, content)
    assert (statement.kind, statement.via) == ("indirect", ())


QUOTED = [
    ("قال الرئيس التركي رجب طيب أردوغان: «لن نتخلى عن حقوقنا في شرق المتوسط».",
     "قال", "person:recep-tayyip-erdogan", "direct", "لن نتخلى عن حقوقنا في شرق المتوسط"),
    ('قال وزير الدفاع الأمريكي لويد أوستن: "سنواصل دعم أوكرانيا مهما طال الوقت".',
     "قال", "person:lloyd-austin", "direct", "سنواصل دعم أوكرانيا مهما طال الوقت"),
    ("كتب المستشار الألماني أولاف شولتس على تويتر: «برلين تقف مع كييف».",
     "كتب", "person:olaf-scholz", "direct", "برلين تقف مع كييف"),
    ('"الوضع في السودان خطير للغاية"، قال الأمين العام للأمم المتحدة أنطونيو غوتيريش.',
     "قال", "person:antonio-guterres", "direct", "الوضع في السودان خطير للغاية"),
    ("«سنرد في الوقت المناسب»، بحسب وزير الدفاع الإيراني.",
     "بحسب", "person:mohammad-reza-gharaei-ashtiani", "direct", "سنرد في الوقت المناسب"),
    ("قال المستشار الألماني أولاف شولتس إن الحرب «خطأ فادح» ارتكبته موسكو.",
     "قال", "person:olaf-scholz", "mixed", "الحرب «خطأ فادح» ارتكبته موسكو"),
    ('أكد الرئيس العراقي عبد اللطيف رشيد أن العلاقات مع الكويت "قوية وأخوية" منذ سنوات.',
     "أكد", "person:abdul-latif-rashid", "mixed", 'العلاقات مع الكويت "قوية وأخوية" منذ سنوات'),
    ('وصف الرئيس البرازيلي لولا دا سيلفا العقوبات بأنها "غير عادلة".',
     "وصف", "person:luiz-inacio-lula-da-silva", "mixed", 'العقوبات بأنها "غير عادلة"'),
    ("ميقاتي: لن نسمح بجر لبنان إلى الحرب\n\nعقدت الحكومة جلسة طويلة.",
     ":", "person:najib-mikati", "indirect", "لن نسمح بجر لبنان إلى الحرب"),
    ("«لن نقبل بأي اتفاق ناقص»، هكذا قال وزير الخارجية الإيراني حسين أمير عبد اللهيان.",
     "قال", "person:hossein-amir-abdollahian", "direct", "لن نقبل بأي اتفاق ناقص"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "speaker", "kind", "content"), QUOTED)
def test_quotation(text: str, cue: str, speaker: str, kind: str, content: str) -> None:
    statement = stated(text, cue)
    assert (statement.speaker, statement.kind, statement.content.text) == (speaker, kind, content)


VIA = [
    ("نقلت وكالة رويترز عن مسؤول إيراني قوله إن طهران مستعدة للتفاوض.",
     "نقلت", "person:irn-official", "media:reuters", "طهران مستعدة للتفاوض"),
    ("نقلت وكالة تاس عن وزير الخارجية الروسي سيرغي لافروف قوله: «لا نرى أي فرصة للمفاوضات».",
     "نقلت", "person:sergey-lavrov", "media:tass", "لا نرى أي فرصة للمفاوضات"),
    ("نقلت وكالة فرانس برس عن وزيرة الخارجية الفرنسية كاترين كولونا أن باريس ستجلي رعاياها.",
     "نقلت", "person:catherine-colonna", "media:afp", "باريس ستجلي رعاياها"),
    ("ذكرت صحيفة نيويورك تايمز نقلا عن مسؤولين أمريكيين أن واشنطن تدرس إرسال دبابات إلى أوكرانيا.",
     "ذكرت", "group:usa-officials", "media:nyt", "واشنطن تدرس إرسال دبابات إلى أوكرانيا"),
    ("ونسبت وكالة رويترز إلى مسؤول تركي قوله إن أنقرة لن تنسحب.",
     "نسبت", "person:tur-official", "media:reuters", "أنقرة لن تنسحب"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "speaker", "via", "content"), VIA)
def test_statement_through_an_outlet(text: str, cue: str, speaker: str, via: str, content: str) -> None:
    statement = stated(text, cue)
    assert (statement.speaker, statement.via, statement.content.text) == (speaker, (via,), content)


ADDRESSED = [
    ("رحب الرئيس الأمريكي جو بايدن بالاتفاق وشكر أمير قطر الشيخ تميم بن حمد آل ثاني على دوره.",
     "شكر", "person:joe-biden", "person:tamim-bin-hamad"),
    ("أكد وزير الدفاع التركي يشار غولر أن الوضع خطير. كما اتهم حزب العمال الكردستاني بأنه يهدد الحدود.",
     "اتهم", "person:yasar-guler", "org:pkk"),
    ('قال ماكرون: "الرئيس الصيني شي جين بينغ دعاني إلى زيارة بكين".',
     "دعاني", "person:xi-jinping", "person:emmanuel-macron"),
    ("أبلغ الرئيس الصيني شي جين بينغ نظيره الأوكراني فولوديمير زيلينسكي أن بكين تقف مع السلام.",
     "أبلغ", "person:xi-jinping", "person:volodymyr-zelenskyy"),
    ("اتهمت أوكرانيا روسيا بارتكاب جرائم حرب.", "اتهمت", "state:UKR", "state:RUS"),
    ("دعت الصين روسيا إلى ضبط النفس.", "دعت", "state:CHN", "state:RUS"),
    ("هددت كوريا الشمالية الولايات المتحدة برد نووي.", "هددت", "state:PRK", "state:USA"),
    ("طالبت قطر إسرائيل بفتح المعابر.", "طالبت", "state:QAT", "state:ISR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "speaker", "addressee"), ADDRESSED)
def test_addressee(text: str, cue: str, speaker: str, addressee: str) -> None:
    statement = stated(text, cue)
    assert (statement.speaker, statement.addressee) == (speaker, addressee)


ACTS = [
    ("نفى المتحدث باسم وزارة الخارجية الإيرانية ناصر كنعاني أن تكون طهران قد زودت روسيا بالصواريخ.",
     "نفى", "person:nasser-kanaani", "deny"),
    ("نفت وزارة الدفاع الروسية قصف المستشفى.", "نفت", "org:rus-mod", "deny"),
    ("رفضت إثيوبيا المقترح المصري بشأن سد النهضة.", "رفضت", "state:ETH", "reject"),
    ("حذر وزير الخارجية السوري فيصل المقداد من أن دمشق سترد.", "حذر", "person:faisal-mekdad", "warn"),
    ("أشادت السعودية بجهود عمان.", "أشادت", "state:SAU", "praise"),
    ("أدان الأردن اقتحام المسجد الأقصى.", "أدان", "state:JOR", "accuse"),
    ("طالبت قطر إسرائيل بفتح المعابر.", "طالبت", "state:QAT", "ask"),
    ("أعلنت الكويت إرسال مساعدات إلى تركيا.", "أعلنت", "state:KWT", "announce"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "speaker", "act"), ACTS)
def test_act_of_a_cue(text: str, cue: str, speaker: str, act: str) -> None:
    statement = stated(text, cue)
    assert (statement.speaker, statement.act) == (speaker, act)


COUNTRIES = [
    ("قال وزير الخارجية الموريتاني محمد سالم ولد مرزوك إن نواكشوط تدعم الحوار.", "MRT"),
    ("قال نائب وزير الخارجية الكازاخستاني رومان فاسيلينكو إن آستانا محايدة.", "KAZ"),
    ("أكد السفير الأمريكي لدى بغداد جون بلاكويل أن بلاده باقية.", "USA"),
    ("قالت المتحدثة باسم وزارة الخارجية الروسية ماريا زاخاروفا إن الرد قادم.", "RUS"),
]


@pytest.mark.parametrize(("text", "country"), COUNTRIES)
def test_country_of_a_speaker(text: str, country: str) -> None:
    reading = marsad.read(text)
    speakers = {s.speaker for s in reading.statements}
    assert {e.country for e in reading.entities if e.id in speakers and e.kind == "person"} == {country}


SILENT = [
    "يقع مقر الوزارة في وسط العاصمة.",
    "قال تعالى كلمة يكررها الخطباء.",
    "بلغ طول الجسر ثلاثة كيلومترات.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_statement_without_a_cue(text: str) -> None:
    assert marsad.read(text).statements == ()
