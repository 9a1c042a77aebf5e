"""When and by whom a text was published: tables of short invented texts, and real articles without their metadata."""

from __future__ import annotations

import json
import warnings
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from marsad.language.arabic.intervals import Interval
from marsad.lexicon.lexicon import Lexicon
from marsad.reading.cuewords import eras, war_hosts
from marsad.reading.dating.publication import published
from marsad.reading.dating.times import Times
from marsad.reading.document import Document
from marsad.records import Dating
from marsad.sources import article_from_text


def read(lexicon: Lexicon, text: str, **metadata: str) -> tuple[Dating, str | None]:
    article = article_from_text(text, **metadata)
    doc = Document(article.text, lexicon, article.furniture)
    return published(article, doc, Times(doc))


LEAD = "عنوان الخبر\n"
BODY = "بحث الوفدان العلاقات بين البلدين في جلسة مغلقة.\n"
UNKNOWN = None

BORNE: list[tuple[str, str]] = [
    # datelines
    ("القاهرة – 5 مايو 2022\nقال الوزير إن المحادثات مستمرة.", "2022-05-05"),
    ("الرياض: الأحد 19 يوليو 2015\nقال الوزير إن المحادثات مستمرة.", "2015-07-19"),
    ("الرياض - 19 يوليو 2015: قال الوزير إن المحادثات مستمرة.", "2015-07-19"),
    ("واشنطن - الجزيرة نت - 11 أكتوبر/تشرين الأول 2025\nقال الوزير إن المحادثات مستمرة.", "2025-10-11"),
    ("بيروت (رويترز) - 12 آذار 2021\nقال الوزير إن المحادثات مستمرة.", "2021-03-12"),
    (LEAD + "عمّان – ٣ نيسان ٢٠١٩\nقال الوزير إن المحادثات مستمرة.", "2019-04-03"),
    # lines of publication
    ("نشر في: 12/03/2021\n" + LEAD + BODY, "2021-03-12"),
    (LEAD + "تاريخ النشر: 7 أكتوبر 2020\n" + BODY, "2020-10-07"),
    (LEAD + "تم النشر في 1 يونيو 2018\n" + BODY, "2018-06-01"),
    (LEAD + "نُشر في 2 فبراير 2017\n" + BODY, "2017-02-02"),
    (LEAD + BODY + "آخر تحديث: 5 مايو 2022", "2022-05-05"),
    (LEAD + "آخر تحديث: 9 مايو 2022\nنشر في: 5 مايو 2022\n" + BODY, "2022-05-05"),
]

IMPLIED: list[tuple[str, str | None]] = [
    # today, yesterday and tomorrow with their date
    ("استقبل الأمير اليوم الأحد 19 يوليو 2015 الوفد الزائر.", "2015-07-19"),
    ("استقبل الأمير اليوم (الأحد) 19 يوليو 2015 الوفد الزائر.", "2015-07-19"),
    ("وصل الوفد أمس الأربعاء 15 يوليو 2015 إلى العاصمة.", "2015-07-15/2015-07-16"),
    ("تبدأ الجلسات غدا الخميس 16 يوليو 2015 في العاصمة.", "2015-07-15"),
    ("وصل الوفد اليوم الخميس 7/10/1436هـ إلى العاصمة.", "2015-07-23"),
    ("تعقد الجلسة الأحد المقبل 26 يوليو 2015 في العاصمة.", "2015-07-13/2015-07-26"),
    ("وصل الوفد الثلاثاء الماضي 14 يوليو 2015 إلى العاصمة.", "2015-07-14/2015-07-27"),
    ("حدد الاتحاد أول من أمس السادس والعشرين من فبراير 2016 موعدا.", UNKNOWN),
    # a weekday that is not that of its date is no clue
    ("استقبل الأمير اليوم الاثنين 19 يوليو 2015 الوفد الزائر.", UNKNOWN),
    # a school year or a budget is not told by its first half
    ("بدأت الدراسة هذا العام 1435/1436هـ مبكرا.", UNKNOWN),
    ("أعلنت الميزانية لهذا العام 1434هـ / 1435هـ مبكرا.", UNKNOWN),
    # relative years and months with their number
    ("ارتفعت الصادرات في العام الماضي 2014 كثيرا.", "2015"),
    ("ارتفعت الصادرات هذا العام 2015 كثيرا.", "2015"),
    ("ارتفعت الصادرات العام الحالي (2015) كثيرا.", "2015"),
    ("تنخفض الأسعار في العام المقبل 2016 كثيرا.", "2015"),
    ("بدأت الدراسة هذا العام 1436هـ مبكرا.", "2014-10-23/2015-10-15"),
    ("ارتفعت الصادرات في يوليو الجاري 2015 كثيرا.", "2015-07"),
    ("ارتفعت الصادرات العام الماضي 2014 وتراجعت في يوليو الجاري.", "2015-07"),
    ("ارتفعت الصادرات العام الماضي 2014 وتراجعت يوم 14 يوليو الجاري.", "2015-07"),
    ("ارتفعت الصادرات العام الماضي 2014، ويزور الوزير بغداد في مارس المقبل.", "2015"),
    ("وصل الوفد في يوليو الماضي 2015 إلى العاصمة.", "2015-08/2016-06"),
    ("يصل الوفد في يوليو المقبل 2015 إلى العاصمة.", "2014-09/2015-06"),
    # years and dates told as past and as coming
    ("وقع الهجوم في 3 مارس 2020. ومن المقرر أن يزور الوزير بغداد في أكتوبر 2021.", "2020-04/2021-10"),
    ("دعا الرئيس نظيره لزيارة موسكو في ربيع عام 2023.", "2021-09/2023-05"),
    ("قبل الرئيس دعوة نظيره لزيارة الصين في النصف الأول من عام 2026.", "2024-07/2026-06"),
    ("سيزور الوزير بغداد في مايو 2019.", "2017-11/2019-05"),
    ("سيزور الوزير بغداد في مايو 2019، وهذا أول لقاء منذ سبتمبر 2018.", "2018-09/2019-05"),
    ("سيزور الوزير بغداد في مايو 2019، وكان العام الماضي 2018 صعبا.", "2019"),
    # what was coming then may have passed
    ("كان من المقرر أن يزور الوزير بغداد في مايو 2019.", UNKNOWN),
    ("وصل إلى البلدة وهو يظن أنه سيعود في بداية عام 2014، لكنه بقي.", UNKNOWN),
    ("بحلول عام 2013، أصبح الرجل محور الاهتمام.", UNKNOWN),
    # the date of an issue or a paper is not that of the news; what is quoted may be of another day
    ("ردت الكاتبة على العدد الصادر في يوم الأربعاء 17 يونيو 2015 من الصحيفة.", UNKNOWN),
    ("قرأ الرجل «الميزانية لهذا العام 2014 كبيرة» في الصحيفة.", UNKNOWN),
    # a day told as past and as coming is neither
    ("يجتمع الاتحاد الذي سيختار رئيسا في 26 فبراير 2016، وجاء ذلك في 26 فبراير 2016.", UNKNOWN),
    # a plan for a far year, a year of history
    ("تهدف الخطة إلى خفض الانبعاثات بحلول عام 2030.", UNKNOWN),
    ("تأسست الشركة عام 1998.", UNKNOWN),
    # a war's elapsed time
    ("بعد مرور أكثر من 10 أشهر على الحرب في السودان، نزح الملايين.", "2024-02-15/2024-03-22"),
    ("بعد مرور عشرة أشهر على اندلاع الحرب في السودان نزح الملايين.", "2024-02-08/2024-03-22"),
    ("تستمر المعارك الدائرة في السودان، والحرب المستمرة في السودان منذ أكثر من عام.", "2024-04-15/2025-04-22"),
    ("دخلت الحرب في السودان شهرها العاشر.", "2024-01-08/2024-03-22"),
    ("دخلت الحرب السودانية عامها الثاني.", "2024-04-08/2026-04-22"),
    ("بعد مضي ثلاثة أسابيع على الحرب في السودان نزح الملايين.", "2023-04-29/2023-05-20"),
    ("بعد مرور مئة يوم على الحرب في السودان نزح الملايين.", "2023-07-17/2023-08-01"),
    # what has been coming for days still is; the day of the news fits what the text says of its time
    ("بعد مرور أكثر من 10 أشهر على الحرب في السودان، كان الناس يخافون منذ أيام"
     " من أن الجيش يستعد لهجوم بنهاية فبراير 2024.",
     "2024-02-15/2024-03-03"),
    ("استقبل الأمير الوفد يوم الجمعة. وبعد مرور أكثر من 10 أشهر على الحرب في السودان كان الناس يخافون منذ أيام"
     " من أن الجيش يستعد لهجوم بنهاية فبراير 2024.",
     "2024-02-16/2024-03-03"),
    # invitations to a body tell more than its name
    ("شكر الرئيس ترامب على دعوته للانضمام إلى مجلس السلام في غزة، وسيزور الصين في النصف الأول من عام 2026.",
     "2026-01-16/2026-06-30"),
    # a bare war is that of the one host the text names
    ("تتقدم القوات في أوكرانيا، وتقول أوكرانيا إنها صامدة. وبعد مرور أكثر من 10 أشهر على الحرب"
     " دعا الرئيس نظيره لزيارة موسكو في ربيع عام 2023.",
     "2022-12-24/2023-01-31"),
    ("تحارب القوات في جنوب السودان، وفي السودان. وبعد مرور 19 شهرا على الحرب تغير العالم.", UNKNOWN),
    ("تتقدم القوات في أوكرانيا وغزة. وبعد مرور أكثر من 10 أشهر على الحرب تغير العالم.", UNKNOWN),
    # a return to office
    ("منذ عودته إلى البيت الأبيض، يحاول ترامب التقرب من موسكو.", "2025-01-20/2027-01-20"),
    ("منذ عودة ترمب إلى البيت الأبيض تغيرت السياسة.", "2025-01-20/2027-01-20"),
    ("في حال عودته إلى البيت الأبيض قد ينسحب ترامب من الاتفاق.", UNKNOWN),
    ("منذ عودته إلى البيت الأبيض، يحاول الرجل التقرب من موسكو.", UNKNOWN),
    # world events that go on
    ("يحضر الرئيس حفل افتتاح دورة الألعاب الأولمبية الشتوية في بكين، كما أُعلن اليوم الجمعة.", "2022-02-04"),
    ("يحضر الرئيس حفل افتتاح دورة الألعاب الأولمبية الشتوية في بكين، كما أُعلن اليوم.", "2022-02-03/2022-02-05"),
    ("يشارك الزعيمان في قمة مجموعة العشرين في أوساكا اليوم الجمعة.", "2019-06-28"),
    ("يشارك الزعيمان في قمة مجموعة العشرين في أوساكا اليوم الأربعاء.", UNKNOWN),
    ("يحضر الرئيس حفل افتتاح أولمبياد بكين الشتوي.", "2021-12-21/2022-02-14"),
    ("حضر الوفد اليوم الأحد حفل قرعة التصفيات المؤهلة لمونديال 2018، ويحضر الوزير.", UNKNOWN),
    # the name without its season may be either
    ("يحضر الرئيس حفل افتتاح أولمبياد بكين اليوم الجمعة.", UNKNOWN),
    # looking back
    ("في ذكرى افتتاح دورة الألعاب الأولمبية الشتوية في بكين يحضر الرئيس حفلا اليوم.", UNKNOWN),
    # offices: two that agree, with a beginning
    ("التقى الرئيس الأميركي باراك أوباما وزير الدفاع الأميركي أشتون كارتر.", "2015-02-12/2017-01-25"),
    ("التقى رئيس الوزراء البريطاني ريشي سوناك الرئيس الأميركي جو بايدن.", "2022-10-20/2024-07-10"),
    # an office of another body is not that of the state
    ("التقى رئيس التيار الوطني الحر العماد ميشال عون رئيس الحكومة اللبنانية تمام سلام.", UNKNOWN),
    # one office alone proves nothing; nor does a former one, nor a king's title, which outlasts him
    ("التقى رئيس الوزراء البريطاني ريشي سوناك الوفد.", UNKNOWN),
    ("قال الرئيس الأميركي السابق دونالد ترامب إن الاتفاق سيئ.", UNKNOWN),
    ("افتتحت مدينة الملك عبدالله بن عبدالعزيز بحضور رئيس الوزراء البريطاني ريشي سوناك.", UNKNOWN),
    # contradictions: an office that does not fit is dropped; the surest clues against one another leave nothing
    ("ارتفعت الصادرات العام الماضي 2014. وقال الرئيس الأميركي جورج بوش ورئيس الوزراء البريطاني توني بلير كلاما آخر.",
     "2015"),
    ("ارتفعت الصادرات العام الماضي 2014 وتراجعت هذا العام 2019.", UNKNOWN),
    ("التقى رئيس الوزراء البريطاني ريشي سوناك الرئيس الأميركي جورج بوش.", UNKNOWN),
    # no clue
    ("بحث الوفدان العلاقات بين البلدين.", UNKNOWN),
    ("بحث الوفدان العلاقات اليوم الجمعة.", UNKNOWN),
    ("وصل الوفد الأسبوع الماضي ويغادر في مايو المقبل.", UNKNOWN),
    ("", UNKNOWN),
    ("(((123 / / 45", UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), BORNE)
def test_dating_reads_what_the_article_bears(lexicon: Lexicon, text: str, date: str) -> None:
    dating, _ = read(lexicon, text)
    assert (dating.date, dating.precision) == (date, "day")
    assert dating.evidence


@pytest.mark.parametrize(("text", "date"), IMPLIED)
def test_dating_narrows_by_every_clue(lexicon: Lexicon, text: str, date: str | None) -> None:
    dating, _ = read(lexicon, LEAD + text)
    assert dating.date == date, dating.evidence
    assert dating.precision == ("unknown" if date is None else Interval.parse(date).precision)
    assert dating.evidence.endswith(".")


MASTHEADS: list[tuple[str, str | None]] = [
    ("الخميس 19 Sep / September 2024\n\n" + LEAD + BODY, UNKNOWN),
    ("الخميس 19 سبتمبر 2024\n\n" + LEAD + BODY, UNKNOWN),
    ("الخميس 19 Sep / September 2024\n\n" + LEAD + "طالت الحرب الروسية على أوكرانيا.", "2022-01-01/2024-09-19"),
    ("الخميس 19 سبتمبر 2024\n\n" + LEAD + "سقط قتلى منذ مارس 2024.", "2024-03-01/2024-09-19"),
]


@pytest.mark.parametrize(("text", "date"), MASTHEADS)
def test_dating_takes_a_masthead_for_the_crawl(lexicon: Lexicon, text: str, date: str | None) -> None:
    dating, _ = read(lexicon, text)
    assert dating.date == date, dating.evidence
    assert "upper bound" in dating.evidence


def test_dating_metadata_goes_first(lexicon: Lexicon) -> None:
    dating, _ = read(lexicon, "القاهرة – 5 مايو 2022\n" + BODY, published="2022-05-06")
    assert dating == Dating("2022-05-06", "day", "given")


def test_dating_retrieval_bounds_from_above(lexicon: Lexicon) -> None:
    text = "استمرت المعارك منذ مارس 2020 في المدينة."
    assert read(lexicon, text)[0].date is None
    assert read(lexicon, text, retrieved="2020-06-15T10:00:00Z")[0].date == "2020-03-01/2020-06-15"


def test_dating_evidence_quotes_the_clues(lexicon: Lexicon) -> None:
    dating, _ = read(lexicon, "ارتفعت الصادرات العام الماضي 2014 وتراجعت في يوليو الجاري.")
    assert "“العام الماضي 2014”" in dating.evidence
    assert "“يوليو الجاري”" in dating.evidence


OUTLETS: list[tuple[str, str | None]] = [
    ("سبق – الرياض: قال الوزير إن المحادثات مستمرة.", "media:sabq"),
    ("عين اليوم – متابعات\nقال الوزير إن المحادثات مستمرة.", "media:3alyoum"),
    (LEAD + 'قال الباحث في حديث إلى "العربي" من موسكو إن الجهود فشلت.\nالمصادر:\nالعربي', "media:al-araby-tv"),
    (LEAD + 'رأى في حديث إلى "العربي" ذلك. وقال في حديث إلى "العربي" كذا. وأضاف في حديث إلى "العربي" هذا.',
     "media:al-araby-tv"),
    # an agency's name says whose report it is
    ("واس – الرياض\nقال الوزير إن المحادثات مستمرة.", None),
    # once may be another outlet's interview
    (LEAD + 'قال الباحث في حديث لـ "العربي" من إسطنبول إن الجهود فشلت.', None),
    (LEAD + "المصدر: رويترز", None),
    (BODY, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlet"), OUTLETS)
def test_dating_outlet_only_when_sure(lexicon: Lexicon, text: str, outlet: str | None) -> None:
    assert read(lexicon, text)[1] == outlet


def test_dating_given_outlet_goes_first(lexicon: Lexicon) -> None:
    assert read(lexicon, "سبق – الرياض: قال الوزير كلاما.", outlet="media:reuters")[1] == "media:reuters"


def test_dating_eras_are_well_formed() -> None:
    known = [era for phrases in eras().values() for _, meant in phrases for era in meant]
    assert {use for era in known for use in era.use} == {"named", "elapsed", "return"}
    assert all(era.en and era.use for era in known)
    assert all(any("elapsed" in era.use for era in wars) for wars in war_hosts().values())


def test_dating_of_real_articles_is_never_wrong(lexicon: Lexicon, shared: Path) -> None:
    archive = shared / "corpora" / "saudinewsnet" / "2015-07-24.zip"
    if not archive.is_file():
        pytest.skip("no SaudiNewsNet beside the repository")
    with zipfile.ZipFile(archive) as files:
        articles = json.loads(files.read(files.namelist()[0]))[::97]
    truth = Interval.parse("2015-07-20/2015-07-24")
    found = [read(lexicon, article["content"])[0] for article in articles]
    wrong = [d for d in found if d.date and Interval.parse(d.date).intersect(truth) is None]
    counts = Counter(d.precision for d in found)
    warnings.warn(f"dating of {len(found)} real articles: {dict(counts)}, wrong: {len(wrong)}", stacklevel=1)
    assert len(wrong) <= 0.005 * len(found), wrong
