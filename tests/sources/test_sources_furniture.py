import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.lexicon.tables import read_table
from marsad.sources import find_furniture
from marsad.sources.furniture import _DATA

TITLE = "قمة روسية صينية في بكين"
PARAGRAPH = (
    "وصل الرئيس الروسي فلاديمير بوتين إلى العاصمة الصينية بكين في زيارة رسمية تستمر يومين، يلتقي خلالها نظيره الصيني "
    "شي جين بينغ، ويبحثان التعاون في الطاقة والدفاع والتجارة."
)
LAST = "وقال الكرملين إن الجانبين سيوقعان عشرة اتفاقات في ختام الزيارة التي تأتي وسط توتر مع الغرب."


def article(*, head=(), middle=(), tail=()):
    return "\n".join([*head, TITLE, "", PARAGRAPH, *middle, PARAGRAPH, LAST, *tail])


def found(text):
    return [span.text for span in find_furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "الخميس 19 Sep / September 2024",
        "الجمعة، 16 مايو 2024 - 08:30",
        "نشر في: 16/05/2024",
        "آخر تحديث: 16 مايو 2024",
        "2024-05-16",
        "الأحد 5 محرم 1446هـ",
        "أخبارشئون عالمية",
        "الرئيسية / أخبار",
        "الرئيسية > سياسة > شؤون دولية",
    ],
)
def test_furniture_above_the_article(line):
    assert found(article(head=[line, ""])) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "شارك القصة",
        "شارك هذا الموضوع:",
        "طباعة",
        "انشر عبر تويتر",
        "فيسبوك تويتر واتساب",
        "اقرأ أيضا: بكين ترد على العقوبات",
        "إقرأ أيضاً.. بكين ترد على العقوبات",
        "تابع القراءة",
        "...المزيد",
        "المزيد",
        "أخبار تهمك",
        "مقالات ذات صلة",
        "مواضيع ذات صلة:",
        "(أ ف ب)",
        "يلتقي الرئيسان في قاعة الشعب الكبرى (الصورة: تويتر)",
        "تصوير: سامي الغامدي",
        "(تصوير: المحرر)",
        "تعليقات 0",
        "اترك تعليقاً",
        "أضف تعليقًا",
        "اضف تعليق",
        "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
        "زر الذهاب إلى الأعلى",
        "Close",
        "للاشتراك في القناة اضغط هنا",
        "تابعنا على تويتر",
        "حقوق النشر محفوظة © 2024",
        "نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا.",
        "رابط الخبر بصحيفة الوئام: قمة روسية صينية في بكين",
    ],
)
def test_furniture_amid_and_below_the_article(line):
    assert found(article(middle=["", line, ""])) == [line]
    assert found(article(tail=["", f"  {line}\r"])) == [line]


@pytest.mark.parametrize(
    "lines",
    [
        ["مقالات ذات صلة", "بكين ترد على العقوبات الأميركية", "هل تنجح القمة؟"],
        ["أخبار تهمك", "بكين ترد على العقوبات الأميركية", "اترك تعليقاً", "زر الذهاب إلى الأعلى"],
        ["المصادر:", "العربي", "رويترز"],
        ["المصدر: وكالات"],
        ["الوسوم", "روسيا", "الصين"],
        ["كلمات دلالية: روسيا، الصين"],
        ["#روسيا #الصين"],
        ["writer@example.com"],
        ["للتواصل مع الكاتب ارسل رسالة SMS", "تبدأ بالرمز (123) ثم مسافة ثم نص الرسالة إلى", "88591 - Stc"],
    ],
)
def test_furniture_in_blocks_at_the_end(lines):
    assert found(article(tail=["", *lines])) == lines


@pytest.mark.parametrize(
    "end",
    [
        "سمات روسيا الصين بوتين",
        "رابط الخبر بصحيفة الوئام: قمة روسية صينية: نتائج وآفاق!",
        "الوسوم: روسيا الصين",
    ],
)
def test_furniture_at_the_end_of_the_last_paragraph(end):
    assert found(article() + " " + end + " ") == [end]


def test_furniture_before_a_byline():
    text = f"{TITLE}\n\n Next Previous أحمد حجازي – عين اليوم\n{PARAGRAPH}\n{LAST}"
    assert found(text) == ["Next Previous"]


def test_furniture_after_a_heading_amid_the_article_is_the_heading_alone():
    assert found(article(middle=["أخبار تهمك", "علاقات متينة"])) == ["أخبار تهمك"]


@pytest.mark.parametrize(
    "line",
    [
        "خالد علي– سبق– جدة:",
        "عين اليوم – الرياض",
        "لندن - (رويترز)",
        "علاقتنا الأفضل في التاريخ",
        '"اتفاق للعمل ضد تمدد الناتو"',
        "المصدر أونلاين تحدث إلى الوزير اليمني",
        "شارك في المؤتمر وزراء عشر دول",
        "تابعنا على مدى أسابيع مسار المفاوضات",
        "المزيد من العقوبات على موسكو",
        "التعليقات على القرار كانت متباينة",
        "سمات النظام الدولي الجديد",
        "إعلان الرياض",
        "قال مسؤول (رفض الكشف عن اسمه)",
        "7 أكتوبر 2023",
        "الرئيسية في هذه القمة هي الطاقة",
        "وأكد أن للصين سمات خاصة في السياسة الخارجية",
        "نشر في الجزيرة تقرير عن القمة",
    ],
)
def test_furniture_is_never_the_article(line):
    assert found(article(middle=[line])) == []


def test_furniture_spares_a_chronology():
    days = [f"الأحد {day} أكتوبر 2023\n{PARAGRAPH}" for day in (8, 15, 22, 29)]
    assert found("\n".join([TITLE, *days])) == []


def test_furniture_spares_a_headline_with_sections_in_it():
    assert found(f"سياسة روسيا\n{PARAGRAPH}\n{LAST}") == []
    assert found(f"أخبار\n{PARAGRAPH}\n{LAST}") == []


def test_furniture_leaves_an_article_of_short_lines():
    assert found("مقالات ذات صلة\nسطر قصير\nسطر آخر") == ["مقالات ذات صلة"]


def test_furniture_of_nothing():
    assert find_furniture("") == find_furniture(" \n\n ") == ()


PHRASES = [row["phrase"] for row in read_table(_DATA / "furniture.tsv")]
pieces = st.sampled_from(
    [*PHRASES, TITLE, PARAGRAPH, LAST, "(أ ف ب)", "الأحد 5 مايو 2024", "سياسة", " ", "\u200f", "ـ", "١٢"]
)
separators = st.sampled_from(["\n", "\r\n", " ", "\n\n", ": ", "\u00a0", "\u2028"])


@given(st.lists(st.tuples(pieces, separators) | st.tuples(st.text(max_size=20), separators), max_size=25))
def test_furniture_spans_are_the_text_in_order(parts):
    text = "".join(map("".join, parts))
    end = 0
    for span in find_furniture(text):
        assert text[span.start : span.end] == span.text
        assert span.text.strip() == span.text != ""
        assert span.start >= end
        end = span.end


@pytest.mark.parametrize("name", ["furniture.tsv", "sections.tsv", "date_words.tsv", "crawl_names.tsv"])
def test_furniture_tables_are_whole(name):
    rows = [tuple(v for k, v in row.items() if k != "_at") for row in read_table(_DATA / name)]
    assert len(set(rows)) == len(rows) > 0
    assert all(cell == cell.strip() for row in rows for cell in row)
    assert all(row[0] for row in rows)


def test_furniture_table_knows_its_positions():
    positions = {"whole-line", "line-start", "line-prefix", "line-end", "block-start", "credit", "agency", "share"}
    for row in read_table(_DATA / "furniture.tsv"):
        assert row["position"] in positions, row
        assert row["zone"] in ("any", "head", "tail"), row
        assert row["limit"].isdecimal() or not row["limit"], row
