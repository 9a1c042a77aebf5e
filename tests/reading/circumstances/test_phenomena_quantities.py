"""Numbers in words, money, goods, shares and time, on the event that they measure: tables of invented sentences, each
with all its events and their quantities."""

from __future__ import annotations

import pytest

import marsad


def measured(text: str, day: str) -> list[str]:
    """All events of a text published on a day, as `TYPE value unit`, in the order of letters."""
    events = marsad.read(text, published=day).events
    return sorted(" ".join([e.type, *(f"{q.value:g} {q.unit}" for q in e.quantities)]) for e in events)


def limit(*row: str, why: str) -> object:
    """A row that the reader does not get right yet, and why."""
    return pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=why))


IN_WORDS = [
    ("2015-05-01",
     "قتلت طالبان ثلاثة عشر جنديا أفغانيا في هجوم على قاعدة في قندوز.",
     "ASSAULT 13 person"),
    ("2008-08-12",
     "شردت روسيا مئة ألف شخص في جورجيا.",
     "ASSAULT 100000 person"),
    ("2011-06-20",
     "أفرجت سوريا عن خمسين معتقلا.",
     "RETREAT 50 person"),
    ("2023-05-19",
     "قدمت اليابان منحة بقيمة مليوني دولار إلى لبنان.",
     "AID 2e+06 USD"),
    ("2014-11-05",
     "نشرت الولايات المتحدة ألفا وخمسمئة جندي في العراق.",
     "MOBILIZE 1500 person"),
    ("2006-08-10",
     "أسفر قصف إسرائيلي عن مقتل أحد عشر مدنيا لبنانيا.",
     "ASSAULT 11 person"),
    ("2020-02-05",
     "قتلت تركيا ستة وسبعين جنديا سوريا في إدلب.",
     "ASSAULT 76 person"),
    ("2010-10-10",
     "اعتقلت إيران سبعة صحفيين ألمان.",
     "COERCE 7 person"),
    ("2017-07-30",
     "طردت روسيا 755 دبلوماسيا أمريكيا.",
     "SANCTION 755 person"),
]  # fmt: skip
"""Numbers written out, with what they count."""

MONEY = [
    limit("2013-07-09",
     "قدمت السعودية خمسة مليارات دولار لمصر.",
     "AID 5e+09 USD",
     why="a sum alone names no help"),
    ("2018-08-15",
     "تعهدت قطر باستثمار 15 مليار دولار في تركيا.",
     "COOPERATE 1.5e+10 USD"),
    ("2022-08-01",
     "قدمت الولايات المتحدة مساعدات عسكرية بقيمة 550 مليون دولار لأوكرانيا.",
     "AID 5.5e+08 USD"),
    ("2015-07-20",
     "قدم الاتحاد الأوروبي قرضا بقيمة 7 مليارات يورو لليونان.",
     "AID 7e+09 EUR"),
    ("2010-02-20",
     "وقعت ليبيا وروسيا صفقة أسلحة بقيمة 1,3 مليار يورو.",
     "AGREE 1.3e+09 EUR"),
    ("2021-10-05",
     "قدمت الكويت منحة قدرها 30 مليون دينار كويتي للعراق.",
     "AID 3e+07 KWD"),
    ("2016-11-30",
     "منح صندوق النقد الدولي مصر قرضا قيمته 12 مليار دولار.",
     "AID 1.2e+10 USD"),
    ("2019-09-16",
     "قدمت الإمارات للسودان مساعدات تبلغ قيمتها مئتين وخمسين مليون دولار.",
     "AID 2.5e+08 USD"),
    ("2005-01-10",
     "قدمت ألمانيا مساعدات بنصف مليار يورو إلى إندونيسيا.",
     "AID 5e+08 EUR"),
    ("2012-06-10",
     "قدمت الصين قرضا بقيمة مليار ونصف المليار دولار إلى فنزويلا.",
     "AID 1.5e+09 USD"),
    ("2025-05-14",
     "وقعت السعودية والولايات المتحدة اتفاقات بقيمة 600 مليار دولار.",
     "AGREE 6e+11 USD"),
]  # fmt: skip
"""Sums, by whatever word leads to them."""

GOODS = [
    ("2022-06-20",
     "صدرت روسيا إلى الهند مليون برميل من النفط يوميا.",
     "COOPERATE 1e+06 barrel/day"),
    ("2014-05-21",
     "وقعت روسيا والصين اتفاقا لتوريد 38 مليار متر مكعب من الغاز سنويا.",
     "AGREE 3.8e+10 m3/year"),
    ("2018-07-06",
     "فرضت الولايات المتحدة رسوما بنسبة 25 بالمئة على الصين.",
     "SANCTION 25 percent"),
    ("2023-02-08",
     "أرسلت قطر 140 طنا من المساعدات إلى تركيا.",
     "AID 140 ton"),
    ("2011-03-19",
     "أطلقت الولايات المتحدة وبريطانيا 110 صواريخ على ليبيا.",
     "ASSAULT 110 missile"),
    ("2020-06-05",
     "سحبت الولايات المتحدة 9500 جندي من ألمانيا.",
     "RETREAT 9500 person"),
    ("2009-01-18",
     "خفضت روسيا صادرات الغاز إلى أوكرانيا بنسبة 20 في المئة.",
     "COOPERATE 20 percent"),
    ("2021-09-16",
     "وقعت أستراليا والولايات المتحدة اتفاقا لشراء ثماني غواصات.",
     "AGREE 8 submarine"),
    limit("2024-04-14",
     "أطلقت إيران أكثر من 300 مسيرة وصاروخ على إسرائيل.",
     "ASSAULT 300 drone",
     why="two units under one number"),
    ("2016-04-20",
     "زار أوباما السعودية لمدة يومين.",
     "CONSULT 2 day"),
]  # fmt: skip
"""Goods, shares and how long."""


@pytest.mark.parametrize("row", [*IN_WORDS, *MONEY, *GOODS])
def test_quantity(row: tuple[str, ...]) -> None:
    day, text, *quantities = row
    assert measured(text, day) == quantities
