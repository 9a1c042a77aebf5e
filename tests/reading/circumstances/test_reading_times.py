"""When an event happens, told by its date or from the day of publication (a Wednesday): a table of sentences."""

from __future__ import annotations

import pytest

import marsad

PUBLISHED = "2023-04-12"

TIMES = [
    # days told from the day of publication
    ("قصفت روسيا أوديسا اليوم.", "2023-04-12"),
    ("التقى أمس الرئيس المصري عبد الفتاح السيسي نظيره الفرنسي إيمانويل ماكرون في القاهرة.", "2023-04-11"),
    ("زار وزير الخارجية القطري محمد بن عبد الرحمن بغداد أول من أمس.", "2023-04-10"),
    ("سيزور الرئيس الفرنسي إيمانويل ماكرون بيروت غدا.", "2023-04-13"),
    ("أرسلت الجزائر مساعدات إلى ليبيا قبل ثلاثة أيام.", "2023-04-09"),
    # weekdays look back in what happened and forward in what will
    ("زار وزير الخارجية التركي مولود تشاووش أوغلو القاهرة يوم الأحد.", "2023-04-09"),
    ("قصفت إسرائيل دمشق مساء الجمعة.", "2023-04-07"),
    ("سيزور الرئيس الجزائري عبد المجيد تبون موسكو يوم الجمعة.", "2023-04-14"),
    ("سيزور الرئيس الجزائري عبد المجيد تبون باريس الاثنين المقبل.", "2023-04-17"),
    # weeks, months and years
    ("سيلتقي الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان الأسبوع المقبل.", "2023-04-17/2023-04-23"),
    ("فرضت كندا عقوبات على إيران الشهر الماضي.", "2023-03"),
    ("وقعت الصين وإيران اتفاقية العام الماضي.", "2022"),
    ("ستوقع تركيا والعراق اتفاقية العام المقبل.", "2024"),
    # dates
    ("زار الرئيس الأمريكي باراك أوباما الرياض في 3 مارس 2015.", "2015-03-03"),
    ("وقع لبنان وإسرائيل الاتفاق في 27 تشرين الأول 2022.", "2022-10-27"),
    ("زار الرئيس الأمريكي جو بايدن إسرائيل في يوليو 2022.", "2022-07"),
    ("قطعت السعودية علاقاتها مع إيران عام 2016.", "2016"),
    ("فرضت بريطانيا عقوبات على روسيا في 24 فبراير الماضي.", "2023-02-24"),
    # nothing said
    ("فرضت بريطانيا عقوبات على روسيا.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "time"), TIMES)
def test_time_of_an_event(text: str, time: str | None) -> None:
    (event,) = marsad.read(text, published=PUBLISHED).events
    assert event.time == time


OF_EVENTS: list[tuple[str, list[tuple[str, str | None]]]] = [
    # each date belongs to the verb that it stands with
    ("قصفت إسرائيل دمشق أمس، وفرضت كندا عقوبات على إيران في 3 مايو 2022.",
     [("ASSAULT", "2023-04-11"), ("SANCTION", "2022-05-03")]),
    ("أشادت قطر أمس بالاتفاق الذي وقعته السعودية وإيران في 10 مارس 2023.",
     [("SUPPORT", "2023-04-11"), ("AGREE", "2023-03-10")]),
    ("زار وزير الخارجية المصري سامح شكري أنقرة أمس بعد زيارة وزير الخارجية التركي مولود تشاووش أوغلو إلى القاهرة.",
     [("CONSULT", "2023-04-11"), ("CONSULT", None)]),
    # how long something lasts is not when it was
    ("تتواصل المحادثات بين السعودية وإيران منذ 2021.", [("CONSULT", None)]),
    ("تتواصل المحادثات بين السعودية وإيران حتى يوم الجمعة.", [("CONSULT", None)]),
    ("تقصف إسرائيل دمشق منذ الأحد.", [("ASSAULT", "2023-04-09/2023-04-12")]),
    ("تقصف إسرائيل دمشق منذ مارس.", [("ASSAULT", "2023-03/2023-04")]),
    ("تتواصل المحادثات بين السعودية وإيران حتى يوم 20 أبريل.", [("CONSULT", None)]),
    # a day that names a revolution is no date
    ("أشادت قطر بمصر بعد ثورة 25 يناير.", [("SUPPORT", None)]),
    # a present verb with a bare weekday is of the next one
    ("يزور الرئيس الجزائري عبد المجيد تبون موسكو يوم الجمعة.", [("CONSULT", "2023-04-14")]),
    # a date is of the verb, not of what it is about
    ("احتلت زيارة الرئيس الأمريكي جو بايدن إلى بلفاست الصفحات الأولى للصحف اليوم.", [("CONSULT", None)]),
    ("بحث مجلس الأمن أمس الاتفاق بين السعودية وإيران.", [("AGREE", None)]),
    # a date at the head of its sentence, and one before حيث, hold for what follows
    ("في مايو المقبل، من المتوقع أن يزور الرئيس الصيني شي جين بينغ باريس.", [("CONSULT", "2023-05")]),
    ("سافر الرئيس المصري عبد الفتاح السيسي إلى باريس أمس، حيث التقى الرئيس الفرنسي إيمانويل ماكرون.",
     [("CONSULT", "2023-04-11"), ("CONSULT", "2023-04-11")]),
    ("وصل الرئيس المصري عبد الفتاح السيسي إلى باريس مساء الأحد، حيث كان في استقباله الرئيس الفرنسي إيمانويل ماكرون."
     " وتوجه السيسي عقب ذلك إلى فندقه حيث التقى رئيس الوزراء الهندي ناريندرا مودي.",
     [("CONSULT", "2023-04-09"), ("CONSULT", "2023-04-09")]),
    # and for what something was done during
    ("الشهر الماضي قال الرئيس الفرنسي إيمانويل ماكرون خلال قمة الاتحاد الأوروبي إن بلاده مستعدة.",
     [("CONSULT", "2023-03")]),
    # what a past verb tells has been, what is planned has not
    ("قصفت إسرائيل دمشق في سبتمبر.", [("ASSAULT", "2022-09")]),
    ("سيزور الرئيس الفرنسي إيمانويل ماكرون بيروت في سبتمبر.", [("CONSULT", "2023-09")]),
    ("يناقش الكونغرس الاتفاق بين السعودية وإيران خلال الأيام العشرة المقبلة.", [("AGREE", None)]),
    ("تزور الوزيرة الألمانية أنالينا بيربوك بكين خلال الأيام الثلاثة المقبلة.", [("CONSULT", "2023-04-12/2023-04-15")]),
    # parts of a month fix the month
    ("فرضت كندا عقوبات على إيران في مطلع الشهر الحالي.", [("SANCTION", "2023-04")]),
    ("فرضت كندا عقوبات على إيران في أواخر مارس.", [("SANCTION", "2023-03")]),
    # when words are said stands outside them, or right after those whom they are about
    ("انتقدت الجزائر فرنسا أمس بسبب قرار حظر التأشيرات.", [("ACCUSE", "2023-04-11")]),
    # one speech is of one day
    ("قال الوزير الإيراني حسين أمير عبد اللهيان أمس إن بلاده مستعدة. واتهم عبد اللهيان إسرائيل بتخريب المنطقة.",
     [("ACCUSE", "2023-04-11")]),
    ("قال الوزير الإيراني حسين أمير عبد اللهيان أمس إن بلاده مستعدة. وكان عبد اللهيان اتهم إسرائيل بتخريب المنطقة.",
     [("ACCUSE", None)]),
    # what is said at a meeting, and the meeting that the article tells first
    ("بحث الرئيس المصري عبد الفتاح السيسي مع الرئيس الفرنسي إيمانويل ماكرون العلاقات الثنائية.\n"
     "واستقبل السيسي ماكرون في القاهرة أمس. وأشاد ماكرون بمصر.",
     [("CONSULT", "2023-04-11"), ("CONSULT", "2023-04-11"), ("SUPPORT", "2023-04-11")]),
    # a meeting on a planned visit is on the days of the visit
    ("سيتوجه وزير الخارجية الفرنسي جان إيف لودريان إلى طهران الأسبوع المقبل حيث سيلتقي الرئيس الإيراني إبراهيم رئيسي. "
     "والزيارة مقررة في 19 أبريل.",
     [("CONSULT", "2023-04-19"), ("CONSULT", "2023-04-19")]),
    # a visit that goes on as the text is written
    ("يواصل وزير الخارجية الإيراني حسين أمير عبد اللهيان زيارته إلى بيروت.", [("CONSULT", "2023-04")]),
    # a month of which the text says that it has passed is that month throughout
    ("تدهورت الأوضاع منذ بدء الغزو الروسي لأوكرانيا في يونيو. وأدانت كندا هجوم روسيا على أوكرانيا في يونيو.",
     [("ASSAULT", "2022-06")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "times"), OF_EVENTS)
def test_times_of_several_events(text: str, times: list[tuple[str, str | None]]) -> None:
    events = marsad.read(text, published=PUBLISHED).events
    found = [(e.type, e.time) for e in events]
    assert [t for t in times if t not in found] == [], found


def test_text_found_late_counts_from_the_day_that_it_names() -> None:
    text = "انتقدت الجزائر فرنسا اليوم الأحد بسبب قرار حظر التأشيرات. وقصفت إسرائيل دمشق أمس."
    times = {e.type: e.time for e in marsad.read(text, published=PUBLISHED).events}
    assert times == {"ACCUSE": "2023-04-09", "ASSAULT": "2023-04-08"}


def test_full_date_needs_no_day_of_publication() -> None:
    (event,) = marsad.read("وقع لبنان وإسرائيل الاتفاق في 27 تشرين الأول 2022.").events
    assert event.time == "2022-10-27"


def test_relative_day_needs_a_day_of_publication() -> None:
    (event,) = marsad.read("فرضت كندا عقوبات على إيران أمس.").events
    assert event.time is None


def test_same_words_follow_the_day_of_publication() -> None:
    text = "فرضت كندا عقوبات على إيران أمس."
    days = [marsad.read(text, published=day).events[0].time for day in ("2022-01-01", "2024-03-01")]
    assert days == ["2021-12-31", "2024-02-29"]
