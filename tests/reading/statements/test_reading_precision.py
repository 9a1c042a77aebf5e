"""Who speaks in local and long-winded news, and words that only look like reports."""

import pytest

import marsad
from marsad.records import Statement


def statements(text: str) -> list[Statement]:
    return list(marsad.read(text, published="2015-07-25").statements)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أكد نائب رئيس النادي ورئيس بعثة الفريق في النمسا فيصل السالم أن المعسكر ناجح.", "فيصل السالم"),
        ("أوضح رئيس مجلس إدارة (رؤية) الشيخ عبدالعزيز الحمدان أن المركز يعلم الصغار.", "عبدالعزيز الحمدان"),
        ("قال الشاعر السعودي تركي الحمدان إن الأمسيات مهمة.", "تركي الحمدان"),
        ("كشف الأمير تركي بن سالم عن خطة جديدة للمعرض.", "تركي بن سالم"),
        ("أعلن الأمير عبدالله بن مساعد أن الأندية ستدفع ديونها.", "عبدالله بن مساعد"),
        ("وقال محافظ البنك المركزي غرايدوم ويلبرس إن الفائدة ستبقى.", "غرايدوم ويلبرس"),
        ("وقال جيان فرانكو فيراريس، الرئيس التنفيذي للشركة: «نحن نبني أكثر من غيرنا».", "جيان فرانكو فيراريس"),
    ],
)
def test_speaker_has_the_name_after_a_long_title(text: str, name: str) -> None:
    reading = marsad.read(text, published="2015-07-25")
    (speaker,) = {s.speaker for s in reading.statements}
    assert next(e.ar for e in reading.entities if e.id == speaker) == name


@pytest.mark.parametrize(
    "text",
    [
        "ارتفعت المبيعات هذا العام مقارنة بارتفاع أقل في العام الماضي.",
        "يمكن القول إن الحكومة نجحت في خطتها.",
        "ترفع الهيئة التعليق على أن تعلن الوزارة عن النتائج لاحقا.",
        "شكر الوزير المملكة على ما يجده لبنان من دعم.",
        "وصلت التعزيزات إلى لحج وعدن، وحسب شهود فإن القصف استمر.",
        "اعترف الخاضعون للدراسة بأنهم ينامون قليلا.",
        "قال تعالى: «وقل اعملوا»، وفي ذلك عبرة.",
        "لا بد أن يعرف الوزراء أن الشعب ينتظر.",
        "قد يظن البعض أن الأمر سهل.",
        "وبكل تأكيد بأن بعضهم كان تحت المراقبة.",
        "وتضاف هذه المساعدة إلى مبلغ سبق لفرنسا وأن وعدت به.",
    ],
)
def test_what_only_looks_like_a_report(text: str) -> None:
    assert [s for s in statements(text) if s.act not in {"according", "praise"}] == []


def test_content_goes_on_after_a_plan_that_names_no_source() -> None:
    (statement,) = statements("أكد وزير الصحة أن المشروع يسير وفق الخطة الزمنية المعتمدة.")
    assert statement.content.text.endswith("المعتمدة")


def test_content_ends_at_a_report_in_the_present() -> None:
    first = statements("يقول الخبير الاقتصادي سالم الحمدان إن النمو بطيء، ويؤكد في حديثه أن الحل قريب.")[0]
    assert first.content.text == "النمو بطيء"


def test_nobody_goes_on_after_a_speaker_who_is_not_known() -> None:
    found = statements("قال الرئيس الفرنسي إن الاتفاق جيد. وقال بائع السمك إن الأمر صعب. وأضاف أن الوقت ضيق.")
    assert [s.speaker for s in found] == ["person:francois-hollande"]


def test_words_that_a_medium_passes_on_are_not_its_own() -> None:
    assert statements("ونقلت رويترز عن تيفيرو قوله إن المريض سيدفع أكثر.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أعلنت وزارة المالية الأميركية أن العقوبات ستبقى.", "وزارة المالية الأميركية"),
        ("أعلنت شركة الكهرباء أن التيار عاد. وأوضحت الشركة أن العطل كبير.", "شركة الكهرباء"),
    ],
)
def test_one_ministry_or_company_is_an_organisation(text: str, speaker: str) -> None:
    reading = marsad.read(text, published="2015-07-25")
    (one,) = {s.speaker for s in reading.statements}
    assert one.startswith("org:")
    assert next(e.ar for e in reading.entities if e.id == one) == speaker


def test_nobody_goes_on_past_another_person_in_the_sentence() -> None:
    text = "قال الرئيس الفرنسي إن الاتفاق جيد. وسر ضيف الحفل الشيخ سالم الحارثي بالفكرة ونوه بجهود القائمين عليها."
    assert [s.speaker for s in statements(text)] == ["person:francois-hollande"]


def test_content_of_a_saying_under_a_preposition_is_what_is_said() -> None:
    (statement,) = statements("واستدركت مصادر دبلوماسية بالقول إن المخاوف ستبقى.")
    assert statement.content.text == "المخاوف ستبقى"


def test_content_goes_on_past_rules_that_say_nothing() -> None:
    (statement,) = statements("أكد وزير الصحة أن العمل يسير حسب توجيهات خادم الحرمين الشريفين.")
    assert statement.content.text.startswith("العمل يسير حسب توجيهات")


def test_topic_of_amma_speaks() -> None:
    text = "قال الرئيس الفرنسي إن الاتفاق جيد. أما الباحث سالم الحمدان فقال إن الوقت ضيق."
    assert len({s.speaker for s in statements(text)}) == 2


def test_participle_is_not_of_the_speaker_before_if_somebody_unknown_speaks() -> None:
    text = "قال الرئيس الفرنسي إن الاتفاق جيد. وفي السوق ضجيج. أوضح بائع السمك أنه باع كثيرا، لافتا إلى أن السعر ارتفع."
    assert "person:francois-hollande" not in [s.speaker for s in statements(text)][1:]


@pytest.mark.parametrize(
    "goes_on",
    ["وقال أحد السكان إن السعر ارتفع.", "وتساءلوا عن أسباب الزحام.", "ومضى اليوم هادئا، لافتين إلى أهمية السوق."],
)
def test_one_man_does_not_go_on_as_many_or_as_somebody_else(goes_on: str) -> None:
    found = statements(f"قال الباحث سالم الحمدان إن الاتفاق جيد. {goes_on}")
    assert len([s for s in found if s.speaker.startswith("person:")]) == 1
