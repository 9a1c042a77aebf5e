"""Offers to mediate between others or to give them a place to meet: tables of invented sentences, each with all the
events that it tells, as `TYPE[:mode] status actors > recipients`."""

from __future__ import annotations

import pytest
from told import told

OFFERED = [
    ("2022-03-01",
     "عرض الرئيس الكازاخستاني قاسم جومارت توكاييف أن تتوسط بلاده بين روسيا وأوكرانيا.",
     "CONSULT:third-party planned state:KAZ + state:RUS + state:UKR"),
    ("2011-02-21",
     "عرض وزير الخارجية العماني يوسف بن علوي التوسط بين السعودية وإيران.",
     "CONSULT:third-party possible person:yusuf-bin-alawi + state:IRN + state:SAU"),
    ("2023-05-16",
     "عرض الرئيس سيريل رامافوزا القيام بوساطة بين روسيا وأوكرانيا.",
     "CONSULT:third-party possible state:RUS + state:UKR"),
    ("2019-06-20",
     "أبدى العراق رغبته في لعب دور الوسيط بين الولايات المتحدة وإيران.",
     "CONSULT:third-party planned state:IRN + state:USA"),
    ("2022-02-03",
     "أبدى الرئيس التركي رجب طيب أردوغان استعداده لاستضافة محادثات بين روسيا وأوكرانيا.",
     "CONSULT:third-party possible state:RUS + state:UKR"),
    ("2021-04-19",
     "عرض العراق على السعودية وإيران استضافة حوار بينهما.",
     "AGREE actual state:IRN + state:IRQ + state:SAU",
     "CONSULT possible state:IRN + state:SAU"),
    ("2021-05-04",
     "أكد رئيس الوزراء العراقي مصطفى الكاظمي استعداد بغداد لاستضافة جولة جديدة من المحادثات بين السعودية وإيران.",
     "AGREE actual person:mustafa-al-kadhimi",
     "CONSULT possible state:IRN + state:SAU"),
    ("2024-06-15",
     "عرضت مصر على حماس أن تستضيف القاهرة محادثات مع إسرائيل.",
     "CONSULT planned state:EGY + state:ISR"),
    ("2022-04-12",
     "قال رئيس بيلاروسيا ألكسندر لوكاشينكو إن مينسك جاهزة لاستضافة مفاوضات بين موسكو وكييف.",
     "CONSULT:third-party possible state:RUS + state:UKR"),
    ("2023-04-20",
     "أعرب الرئيس الصيني شي جين بينغ عن استعداد الصين لأداء دور بناء في الوساطة بين إسرائيل وفلسطين.",
     "CONSULT:third-party possible state:ISR + state:PSE"),
]  # fmt: skip
"""What is offered has not taken place."""

HOSTED = [
    ("2021-04-22",
     "استضافت بغداد محادثات بين السعودية وإيران.",
     "CONSULT:third-party actual state:IRN + state:IRQ + state:SAU"),
    ("2018-11-30",
     "واصلت مصر وساطتها بين إسرائيل وحماس.",
     "CONSULT:third-party actual org:hamas + state:EGY + state:ISR"),
    ("2017-07-11",
     "توسطت الكويت بين قطر والسعودية.",
     "CONSULT:third-party actual state:KWT + state:QAT + state:SAU"),
    ("2015-01-14",
     "عرض الرئيس المصري عبد الفتاح السيسي نتائج محادثاته مع نظيره الفرنسي فرانسوا هولاند.",
     "CONSULT actual person:abdel-fattah-el-sisi + person:francois-hollande"),
]  # fmt: skip
"""Who hosts or mediates does so; who tells of talks offers none."""


@pytest.mark.parametrize("row", OFFERED, ids=lambda row: row[1])
def test_what_is_offered(row: tuple[str, ...]) -> None:
    day, text, *events = row
    assert told(text, day) == sorted(events)


@pytest.mark.parametrize("row", HOSTED, ids=lambda row: row[1])
def test_what_has_taken_place(row: tuple[str, ...]) -> None:
    day, text, *events = row
    assert told(text, day) == sorted(events)
