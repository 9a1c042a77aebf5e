from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.language.arabic.quantities import quantities
from marsad.language.arabic.tokens import tokenise

WHOLE = [
    ("أكثر من ساعة ونصف", 1.5, "hour"), ("117.5 مليار دولار", 117.5e9, "USD"), ("500 مليون يورو", 5e8, "EUR"),
    ("عشرة مليارات متر مكعب سنويًا", 1e10, "m3/year"), ("25 عامًا", 25, "year"),
    ("ثلاثة أشخاص على الأقل", 3, "person"),
    ("20 بالمئة", 20, "percent"), ("33 قتيلا", 33, "person"), ("15 شخصا", 15, "person"), ("9 جنود", 9, "person"),
    ("38 جريحا", 38, "person"), ("ألف أفغاني", 1000, "person"), ("مئة ألف برميل يوميا", 1e5, "barrel/day"),
    ("10 مليارات متر مكعب من الغاز سنويا", 1e10, "m3/year"), ("مليون برميل في اليوم", 1e6, "barrel/day"),
    ("20 مليار دولار في العام", 2e10, "USD/year"), ("شخصان", 2, "person"), ("عامين", 2, "year"),
    ("ساعتين", 2, "hour"),
    ("سنتين", 2, "year"), ("يومين", 2, "day"), ("يوم واحد", 1, "day"), ("ساعة ونصف الساعة", 1.5, "hour"),
    ("ثلاث سنوات ونصف", 3.5, "year"), ("شهرين ونصف الشهر", 2.5, "month"), ("عام ونصف العام", 1.5, "year"),
    ("نصف ساعة", 0.5, "hour"), ("ربع قرن", 25, "year"), ("نصف مليون لاجئ", 5e5, "person"),
    ("أكثر من عام", 1, "year"),
    ("مليونا ونصف المليون دولار", 1.5e6, "USD"), ("$500 مليون", 5e8, "USD"), ("500 مليون €", 5e8, "EUR"),
    ("مليار دولار أمريكي", 1e9, "USD"), ("5 ملايين دولار كندي", 5e6, "CAD"), ("3 ملايين دينار كويتي", 3e6, "KWD"),
    ("ألف دينار عراقي", 1000, "IQD"), ("100 دينار أردني", 100, "JOD"), ("100 دينار ليبي", 100, "LYD"),
    ("100 دينار", 100, "dinar"),
    ("مليون ريال سعودي", 1e6, "SAR"), ("مليون ريال قطري", 1e6, "QAR"), ("مليون ريال يمني", 1e6, "YER"),
    ("مليون ريال", 1e6, "riyal"),
    ("533 مليون درهم إماراتي", 533e6, "AED"), ("5 دراهم مغربية", 5, "MAD"), ("100 جنيه إسترليني", 100, "GBP"),
    ("100 جنيه مصري", 100, "EGP"), ("200 جنيه سوداني", 200, "SDG"), ("مليار ليرة تركية", 1e9, "TRY"),
    ("1500 ليرة لبنانية", 1500, "LBP"),
    ("20 ليرة", 20, "lira"), ("50 مليار روبل", 5e10, "RUB"), ("7 مليارات يوان", 7e9, "CNY"),
    ("100 مليار ين", 1e11, "JPY"),
    ("500 روبية هندية", 500, "INR"), ("4 مليارات شيكل", 4e9, "ILS"), ("10 فرنكات سويسرية", 10, "CHF"),
    ("100 كرونة سويدية", 100, "SEK"),
    ("مليون وون كوري جنوبي", 1e6, "KRW"), ("ألف بيزو مكسيكي", 1000, "MXN"), ("20 كيلومترا", 20, "km"),
    ("90 كلم", 90, "km"),
    ("أربعة كيلومترات مربعة", 4, "km2"), ("200 كيلومتر مربع", 200, "km2"), ("مئة متر مربع", 100, "m2"),
    ("50 ألف طن", 50000, "ton"),
    ("30 كيلوغراما", 30, "kg"), ("1200 ميغاواط", 1200, "MW"), ("0.5 نقطة مئوية", 0.5, "percentage point"),
    ("25 نقطة أساس", 25, "basis point"), ("ثلاثة صواريخ", 3, "missile"), ("خمسة صواريخ باليستية", 5, "missile"),
    ("12 طائرة", 12, "aircraft"), ("طائرتان", 2, "aircraft"), ("ثلاث طائرات مسيرة", 3, "drone"),
    ("ست طائرات بدون طيار", 6, "drone"),
    ("4 سفن", 4, "ship"), ("10 دبابات", 10, "tank"), ("ثلاث محطات", 3, "plant"), ("22 دولة", 22, "country"),
    ("الدول الخمس", 5, "country"),
    ("1.500 شخص", 1500, "person"), ("4.240 شخصا", 4240, "person"), ("10 من المسلحين", 10, "person"),
    ("أحد عشر قتيلا", 11, "person"),
    ("80 مليون نسمة", 8e7, "person"), ("50 دقيقة", 50, "minute"), ("ثلاثة أسابيع", 3, "week"),
    ("أكثر من أربعة أشهر", 4, "month"),
    ("43 مدنيا على الأقل", 43, "person"), ("نحو 40 من النساء", 40, "person"), ("ثلاث مرات", 3, "time"),
]  # fmt: skip

INSIDE = [
    ("بقيمة 117.5 مليار دولار أمس", ["117.5 مليار دولار"]), ("مقتل 33 قتيلا و38 جريحا", ["33 قتيلا", "38 جريحا"]),
    ("بثلاثة صواريخ", ["ثلاثة صواريخ"]), ("وخمسة جنود", ["خمسة جنود"]),
    ("ولأكثر من أربعة أشهر", ["أكثر من أربعة أشهر"]),
    ("لعامين", ["عامين"]), ("بين 20 و30 شخصا", ["30 شخصا"]), ("بنحو 20%", ["نحو 20%"]), ("الـ15 عاما", ["15 عاما"]),
]  # fmt: skip

NONE = [
    "مقاتلات إف-16 طائرة",
    "عام 2015", "14 يوليو", "14 يوليو 2015", "قبل يومين", "منذ عامين", "قبل ثلاثة أشهر", "24 ساعة الماضية",
    "بنتيجة 3 يوم الجمعة",
    "12 يوم الجمعة", "في عام 2014 شركة", "طالبان", "ميلان", "نهاية 2016 كما", "المادة 5", "خمسة", "250",
    "ملايين الدولارات",
    "20 شهر رمضان", "الشهر الماضي", "سعر 31.\u200f51 دولار", "الساعة 5", "كمين", "نحو عام 2015",
    "في 2014 وزير الخارجية", "لغمان", "بلدان",
]  # fmt: skip


def found(text):
    return quantities(tokenise(text), lambda word: word == "افغاني")


@pytest.mark.parametrize(("text", "value", "unit"), WHOLE)
def test_quantities_whole_text(text, value, unit):
    assert [(q.text, q.value, q.unit) for q in found(text)] == [(text, pytest.approx(value), unit)]


@pytest.mark.parametrize(("text", "expected"), INSIDE)
def test_quantities_stand_without_joined_particles(text, expected):
    assert [q.text for q in found(text)] == expected
    assert all(text[q.start : q.end] == q.text for q in found(text))


@pytest.mark.parametrize("text", NONE)
def test_quantities_none(text):
    assert found(text) == []


@given(st.lists(st.sampled_from([row[0] for row in WHOLE] + NONE + ["من", "و", "على", "."]), max_size=8))
def test_quantities_spans_hold_and_do_not_overlap(parts):
    text = " ".join(parts)
    records = found(text)
    assert all(text[q.start : q.end] == q.text for q in records)
    assert all(a.end <= b.start for a, b in pairwise(records))
