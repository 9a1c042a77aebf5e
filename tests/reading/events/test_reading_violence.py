"""Violence and protest, and what merely looks like them: tables of invented sentences."""

from __future__ import annotations

import pytest

import marsad
from marsad.records import Event, Reading


def read(text: str) -> Reading:
    return marsad.read(text, published="2016-03-09")


def told(reading: Reading, type_: str) -> list[Event]:
    """The events of a type that are told as facts."""
    return [e for e in reading.events if e.type == type_ and e.status == "actual"]


def sides(reading: Reading, event: Event) -> tuple[set[str], set[str]]:
    """The countries of both sides; `group` stands for people of no known country."""
    country = {e.id: e.country or e.kind for e in reading.entities}
    return {country[a] for a in event.actors}, {country[r] for r in event.recipients}


def limit(*row: object, why: str) -> object:
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why))


DOER_AND_VICTIM = [
    ("قصفت الطائرات الروسية مواقع المعارضة السورية في حلب.", {"RUS"}, {"SYR"}),
    ("قتل جنود إسرائيليون شابين فلسطينيين قرب الخليل.", {"ISR"}, {"PSE"}),
    ("اغتال مسلحون مجهولون ضابطا يمنيا في عدن.", {"group"}, {"YEM"}),
    ("خطف قراصنة صوماليون بحارة مصريين في خليج عدن.", {"SOM"}, {"EGY"}),
    ("هاجم مقاتلو حركة طالبان مقر الشرطة الأفغانية في قندوز.", {"AFG"}, {"AFG"}),
    ("اقتحم مستوطنون إسرائيليون المسجد الأقصى.", {"ISR"}, set()),
    ("أطلقت الشرطة التركية النار على متظاهرين أكراد.", {"TUR"}, {"group"}),
    ("ألقت مروحيات سورية براميل متفجرة على حلب.", {"SYR"}, set()),
    ("قصفت المدفعية التركية مواقع تنظيم الدولة الإسلامية.", {"TUR"}, {"org"}),
    ("فجر انتحاري سيارة مفخخة أمام مقر الشرطة العراقية.", {"group"}, set()),
    ("أقدم متشددون على قتل رهائن مصريين في ليبيا.", {"group"}, {"EGY"}),
    ("تمكن الجيش التركي من قتل مسلحين أكراد.", {"TUR"}, {"group"}),
]
"""A sentence, who attacks and who is attacked, by their countries."""

SIDES_BY_NAME = [
    # whose fire or attack it was
    ("قتل ستة مدنيين بنيران الجيش السوري في إدلب.", "org:syr-army", "group:syr-civilians"),
    ("أصيب صيادون فلسطينيون برصاص القوات الإسرائيلية.", "state:ISR", "group:pse-fishermen"),
    ("قتل متظاهرون في بغداد برصاص مسلحين.", "", "group:irq-protesters"),
    ("قتل الجيش السوري ثلاثة مسلحين بنيران مدفعيته.", "org:syr-army", "group:militants"),
    ("أعلن مصدر طبي مقتل تسعة مدنيين في غارة لحلف الأطلسي على قرية.", "org:nato", "group:civilians"),
    ("أدت غارة أميركية إلى مقتل القيادي أيمن الظواهري.", "state:USA", "person:ayman-al-zawahiri"),
    ("أعلنت الشرطة مقتل ستة من الحوثيين في غارات جوية للتحالف العربي.", "bloc:arab-coalition", "org:houthis"),
    ("قتل ستة مدنيين في قصف شنه الجيش السوري على دوما.", "org:syr-army", "group:civilians"),
    ("قتل عشرة مدنيين في هجوم انتحاري استهدف قاعدة لحلف الأطلسي.", "", "group:civilians"),
    # whose fighters they are
    ("أعلنت الشرطة مقتل سبعة من عناصر تنظيم داعش.", "", "org:isis"),
    ("خطف عناصر من تنظيم داعش ثلاثة صحفيين.", "org:isis", "group:journalists"),
    ("قتل عناصر تابعة لحزب الله ثلاثة صحفيين.", "org:hezbollah", "group:journalists"),
    # what the attack struck, and who was caught or killed
    ("شنت طائرات روسية غارات جوية استهدفت مواقع تنظيم داعش.", "state:RUS", "org:isis"),
    ("تمكن الجيش السوري من قتل 14 مسلحا في درعا.", "org:syr-army", "group:syr-militants"),
    ("اعتقلت الشرطة الفرنسية 12 مشتبها بهم.", "org:fra-police", "group:suspects"),
]
"""A sentence with one attack or arrest, its doer and its victim; empty if nobody is named."""

NAMELESS = [
    # passive, nobody named who did it
    ("قُتل ثلاثة جنود مصريين بانفجار عبوة ناسفة في سيناء.", {"EGY"}),
    ("أصيب 13 شرطيا عراقيا في تفجير سيارة مفخخة في كركوك.", {"IRQ"}),
    ("لقي سبعة مدنيين سوريين مصرعهم في غارة على إدلب.", {"SYR"}),
    ("أعلنت وزارة الصحة مقتل 20 شخصا في هجوم انتحاري في كابل.", {"AFG"}),
    ("اغتيل ضابط في الجيش اللبناني في طرابلس.", {"LBN"}),
    ("استشهد شاب فلسطيني برصاص قناص في غزة.", {"PSE"}),
    ("أسفر هجوم بسيارة مفخخة عن مقتل عشرة جنود أتراك.", {"TUR"}),
    limit("تعرض صحفي تونسي للتعذيب في سجن قرب العاصمة.", {"TUN"}, why="one person of a nationality as a subject"),
]
"""A sentence without a doer, and whose the victims are."""

UNNAMED = [
    # neither doer nor victim is named
    "انفجرت سيارة مفخخة في بغداد صباح اليوم.",
    "فجر شاب نفسه وسط سوق شعبية في بيشاور.",
    "سقطت قذائف هاون على حي سكني.",
    "اندلعت اشتباكات عنيفة في تعز أمس.",
    "أوقع الهجوم على الحافلة ثلاثة قتلى وعشرة جرحى.",
    "وقع هجوم انتحاري في مقديشو أمس.",
    "تفجرت شاحنة مفخخة قرب مبنى حكومي.",
    "انفجرت عبوتان ناسفتان في سوق مزدحمة أمس.",
    "قتلوا في هجوم انتحاري استهدف الحافلة.",
]

PROTESTED = [
    "تظاهر آلاف العمال في تونس احتجاجا على الغلاء.",
    "اندلعت مظاهرات في الخرطوم أمس.",
    "خرج الآلاف إلى الشوارع للمطالبة برحيل الحكومة.",
    "تجمع نحو 500 متظاهر أمام المحكمة.",
    "احتشد متظاهرون أمام السفارة الإسرائيلية في عمان.",
    "قطع المتظاهرون الطريق الدولية قرب زحلة.",
    "دخل الأسرى الفلسطينيون في إضراب عن الطعام.",
    "أحرق بائع متجول نفسه أمام مقر البلدية.",
    "شهدت المدن المغربية احتجاجات واسعة.",
    "نفذ المعلمون اعتصاما أمام الوزارة.",
    "رشق محتجون الشرطة بالحجارة في نيقوسيا.",
    "شارك مئات الطلاب في مسيرة احتجاجية في الجزائر.",
    "فرقت الشرطة السودانية مظاهرة نظمها حزب معارض.",
]

NO_ATTACK = [
    # sport
    "شن المنتخب الجزائري هجوما متواصلا على مرمى غانا.",
    "قاد المهاجم هجوم الفريق وسجل هدفين.",
    "أهدر اللاعب ركلة جزاء وأصيب في الركبة.",
    "حارس المرمى تصدى لصاروخ من خارج المنطقة.",
    "دك فريق الاتحاد شباك النصر بخماسية.",
    # culture
    "فاز الممثل بجائزة عن دوره في فيلم «اغتيال الرئيس الأميركي».",
    "صدر عن دار النشر كتاب «مقتل إسرائيل» للكاتب الفرنسي.",
    "عرضت المسرحية الجديدة «قصف بيروت» في دمشق.",
    "نشرت الصحيفة مقالا بعنوان «هجوم روسيا على الغرب».",
    # figures of speech
    "أعلنت الحكومة المصرية الحرب على التضخم.",
    "تخوض الحكومة الأردنية حربا على الفقر.",
    "تبادل الطرفان حربا كلامية على تويتر.",
    "اندلعت حرب أسعار بين السعودية وإيران.",
    "فجر الوزير الروسي مفاجأة في المؤتمر.",
    "شهدت البلاد انفجارا سكانيا.",
    "أغرقت الصين الأسواق الأفريقية ببضائعها.",
    "ضربت الأزمة الاقتصاد اليوناني.",
    # attacks with words
    "شن السيناتور بيرني ساندرز هجوما عنيفا على الإدارة الأمريكية.",
    "شنت الصحيفة هجوما لاذعا على الاتحاد الأوروبي.",
    "هاجم وزير الخارجية الإيراني محمد جواد ظريف السعودية في تصريحاته.",
    # accidents and nature
    "قتل شخصان في حادث سير في الرياض.",
    "لقي 15 شخصا مصرعهم في زلزال ضرب تركيا.",
    "أسفر تصادم قطارين عن مقتل ثلاثين شخصا في مصر.",
    "أودت السيول بحياة عشرين شخصا وأصيب آخرون.",
    "غرق قارب قبالة ليبيا ما أدى إلى مقتل مئة مهاجر.",
    "أصيب عشرة أشخاص في حريق شب في فندق في دبي.",
    # what is only recalled
    "تحل اليوم الذكرى العاشرة لاغتيال رفيق الحريري.",
    "تنظر المحكمة الدولية في قضية اغتيال رفيق الحريري.",
    "لم يزر الرئيس بيروت منذ اغتيال رفيق الحريري.",
    "بدأت محاكمة المتهمين بقتل السفير الروسي.",
    "تواصل النيابة التحقيق في مقتل الطالب الإيطالي.",
    "درس المؤرخون أسباب الحرب العالمية الثانية.",
    "طالبت المنظمة بمحاسبة المتورطين في تعذيب المعتقلين.",
    # plans, conditions, denials, aims
    "يخطط التنظيم لاغتيال سياسيين عراقيين.",
    "في حال تعرض اليابان لقصف من كوريا الشمالية ستغلق المدارس.",
    "إذا قصفت إسرائيل إيران ستندلع حرب.",
    "نفت روسيا قصف المستشفى في حلب.",
    "لم تهاجم القوات التركية مواقع الأكراد.",
    "قد تشن الولايات المتحدة غارات على ليبيا.",
    "أعرب عن رفضه استخدام القواعد لضرب إيران.",
]

NO_PROTEST = [
    "تحدث المدرب عن مسيرة المنتخب أمام اليابان.",
    "يروي الكتاب مسيرة الرئيس الفرنسي السياسية.",
    "أضرب الوزير مثلا بتجربة ماليزيا.",
    "تظاهر اللاعب بالإصابة.",
    "احتج اللاعبون على قرار الحكم.",
    "دعت النقابة إلى إضراب عام الأسبوع المقبل.",
    "لم تشهد العاصمة أي مظاهرات.",
    "تراجعت وتيرة الاحتجاجات.",
    "خرج المشجعون إلى الشوارع احتفالا بالفوز.",
    limit("قطع الوزير الطريق على الشائعات.", why="an idiom with its subject inside"),
]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "قال قائد الجيش العراقي إن قواته تمكنت من تدمير ثلاث مركبات يقودها انتحاريون قرب هيت.",
            "group:suicide-bombers",
        ),
        (
            "تشن تركيا حربا على حزب العمال بعد العملية الانتحارية في سوروتش التي أدت إلى مقتل 32 شابا.",
            "org:pkk",
        ),
    ],
)
def test_nearest_name_is_not_taken_for_the_attacker(text: str, actor: str) -> None:
    assert all(actor not in event.actors for event in told(read(text), "ASSAULT"))


def test_attack_at_the_time_of_another_is_one_of_its_own() -> None:
    text = "قتل ستة مدنيين في قصف للمدينة. وأصيب شرطي في حلب، في وقت شن الجيش السوري هجوما على قوات المعارضة السورية."
    assert [e.actors for e in told(read(text), "ASSAULT")][-1] == ("org:syr-army",)
    assert len(told(read(text), "ASSAULT")) >= 2


@pytest.mark.parametrize(("text", "actor", "recipient"), SIDES_BY_NAME)
def test_attack_has_the_doer_and_the_victim_that_its_sentence_names(text: str, actor: str, recipient: str) -> None:
    (event,) = (e for e in read(text).events if e.type in {"ASSAULT", "COERCE"})
    assert ("".join(event.actors), "".join(event.recipients)) == (actor, recipient)


@pytest.mark.parametrize(("text", "doers", "victims"), DOER_AND_VICTIM)
def test_attack_has_its_doer_and_its_victim(text: str, doers: set[str], victims: set[str]) -> None:
    reading = read(text)
    (event,) = told(reading, "ASSAULT")
    assert sides(reading, event) == (doers, victims)


@pytest.mark.parametrize(("text", "victims"), NAMELESS)
def test_attack_of_nobody_named_keeps_its_victims(text: str, victims: set[str]) -> None:
    reading = read(text)
    (event,) = told(reading, "ASSAULT")
    assert sides(reading, event) == (set(), victims)


@pytest.mark.parametrize("text", UNNAMED)
def test_attack_is_told_though_nobody_is_named(text: str) -> None:
    (event,) = told(read(text), "ASSAULT")
    assert all(party.startswith("group:") for party in (*event.actors, *event.recipients))


@pytest.mark.parametrize("text", PROTESTED)
def test_protest_is_told(text: str) -> None:
    assert len(told(read(text), "PROTEST")) == 1


@pytest.mark.parametrize("text", NO_ATTACK)
def test_what_only_looks_like_an_attack_is_none(text: str) -> None:
    assert not told(read(text), "ASSAULT")


@pytest.mark.parametrize("text", NO_PROTEST)
def test_what_only_looks_like_a_protest_is_none(text: str) -> None:
    assert not told(read(text), "PROTEST")
