"""Agreements told by what they are for: tables of invented sentences, each with all the events that it tells, as
`TYPE[:mode] status actors > recipients`."""

from __future__ import annotations

import pytest
from told import told

import marsad

TOLD_BY_GOODS = [
    ("2022-04-12",
     "كشفت الصحيفة عن توقيع عقد لتزويد إيطاليا بتسعة مليارات متر مكعب من الغاز من حقول الجنوب الجزائري.",
     "AGREE actual state:DZA + state:ITA",
     "COOPERATE planned state:DZA > state:ITA"),
    ("2022-11-29",
     "أعلن وزير الطاقة القطري سعد الكعبي توقيع اتفاق لتزويد ألمانيا بمليوني طن سنويا من الغاز.",
     "AGREE actual person:saad-al-kaabi + state:DEU",
     "COOPERATE planned person:saad-al-kaabi > state:DEU"),
    ("2022-11-21",
     "أعلنت قطر توقيع عقد لتوريد الغاز إلى الصين لمدة 27 عاما.",
     "AGREE actual state:CHN + state:QAT",
     "COOPERATE planned state:QAT > state:CHN"),
    ("2017-09-12",
     "وقعت تركيا صفقة لشراء منظومة دفاع جوي من روسيا بقيمة 2.5 مليار دولار.",
     "AGREE actual state:RUS + state:TUR",
     "COOPERATE planned state:TUR > state:RUS"),
    ("2022-07-27",
     "أبرمت بولندا صفقة لشراء دبابات من كوريا الجنوبية.",
     "AGREE actual state:KOR + state:POL",
     "COOPERATE planned state:POL > state:KOR"),
    ("2018-02-19",
     "وقعت مصر اتفاقا لاستيراد الغاز من إسرائيل لمدة 10 سنوات.",
     "AGREE actual state:EGY + state:ISR",
     "COOPERATE planned state:EGY > state:ISR"),
    ("2021-09-27",
     "أبرمت غازبروم الروسية اتفاقا لتزويد المجر بالغاز.",
     "AGREE actual org:gazprom + state:HUN",
     "COOPERATE planned org:gazprom > state:HUN"),
    ("2016-09-23",
     "تحدثت الصحف عن صفقة لبيع مقاتلات فرنسية إلى الهند.",
     "AGREE actual state:FRA + state:IND",
     "COOPERATE planned state:FRA > state:IND"),
    ("2022-06-15",
     "هناك اتفاق لتزويد لبنان بالغاز من مصر.",
     "AGREE actual state:EGY + state:LBN",
     "COOPERATE planned state:EGY > state:LBN"),
    ("2015-08-04",
     "توصلت البرازيل إلى اتفاق لتصدير اللحوم إلى اليابان.",
     "AGREE actual state:BRA + state:JPN",
     "COOPERATE planned state:BRA > state:JPN"),
    ("2012-03-11",
     "تجري مفاوضات حول اتفاق لتوريد القمح من أوكرانيا إلى مصر.",
     "AGREE possible state:EGY + state:UKR",
     "COOPERATE possible state:UKR > state:EGY"),
    ("2011-12-24",
     "لم توقع إيران اتفاقا لبيع النفط إلى كوريا الجنوبية.",
     "AGREE denied state:IRN + state:KOR",
     "COOPERATE denied state:IRN > state:KOR"),
]  # fmt: skip
"""Who gives and who gets what an agreement is for are those who agree; what it is for is to come."""

OTHERS = [
    ("2010-02-17",
     "حذر وزير الخارجية الإسرائيلي أفيغدور ليبرمان من صفقة لبيع صواريخ إلى إيران.",
     "THREATEN actual person:avigdor-lieberman > state:IRN"),
    ("2019-06-03",
     "قال الخبير علي حسن إن إبرام اتفاق لتزويد الصين بالغاز مهم."),
    ("2018-05-09",
     "ناقش الرئيس الفرنسي إيمانويل ماكرون اتفاقا لتزويد الهند بالسلاح."),
    ("2021-10-12",
     "تحدث وزير النفط عن اتفاق لتزويد العراق بالكهرباء عبر الأراضي التركية."),
    ("2013-12-12",
     "وقعت شركة شل اتفاقا لتوريد الغاز من مصر إلى ألمانيا.",
     "COOPERATE planned state:EGY > state:DEU"),
    ("2017-04-20",
     "سعت الهند بعد الاتفاق لشراء النفط."),
    ("2016-03-03",
     "تحدثت الصحف عن اتفاق لبيع رهائن فرنسيين إلى ليبيا."),
]  # fmt: skip
"""Who warns, speaks or judges of an agreement is no party of it."""


@pytest.mark.parametrize("row", TOLD_BY_GOODS, ids=lambda row: row[1])
def test_parties_of_an_agreement_by_what_it_is_for(row: tuple[str, ...]) -> None:
    day, text, *events = row
    assert told(text, day) == sorted(events)


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: row[1])
def test_those_who_speak_of_an_agreement(row: tuple[str, ...]) -> None:
    day, text, *events = row
    assert told(text, day) == sorted(events)


def test_amount_agreed_upon_belongs_to_the_agreement_and_to_what_it_is_for() -> None:
    text = "أشير إلى توقيع صفقة لتزويد لبنان بثلاثة مليارات متر مكعب سنويا من الغاز المصري."
    events = marsad.read(text, published="2023-06-04").events
    assert [(e.type, [(q.value, q.unit) for q in e.quantities]) for e in events] == [
        ("AGREE", [(3e9, "m3/year")]),
        ("COOPERATE", [(3e9, "m3/year")]),
    ]
