"""Plans that a noun names, and whether anybody has them: tables of invented sentences, each with all the events that it
tells, as `TYPE[:mode] status actors > recipients`."""

from __future__ import annotations

import pytest
from told import told

DENIED = [
    ("2021-03-10",
     "أكد المتحدث باسم الكرملين دميتري بيسكوف أنه ليست هناك خطط لإجراء محادثات بين بوتين وماكرون.",
     "CONSULT denied person:emmanuel-macron + person:vladimir-putin"),
    ("2018-09-20",
     "أعلن البيت الأبيض أنه لا خطط لعقد قمة بين ترامب وروحاني.",
     "CONSULT denied person:donald-trump + person:hassan-rouhani"),
    ("2022-11-05",
     "قالت الخارجية الألمانية إنه لا توجد حاليا أي خطط لزيارة المستشار أولاف شولتس إلى كييف.",
     "CONSULT:visit denied person:olaf-scholz + state:UKR"),
    ("2020-01-14",
     "قالت طهران إنه لا نية لديها للتفاوض مع واشنطن.",
     "CONSULT denied state:IRN + state:USA"),
    ("2012-06-02",
     "لا نية لدى الكويت لعقد لقاء مع إيران.",
     "CONSULT denied state:IRN + state:KWT"),
    ("2019-10-08",
     "نفى الكرملين وجود أي نية لدى بوتين لزيارة أنقرة.",
     "CONSULT:visit denied person:vladimir-putin + state:TUR"),
    ("2023-05-17",
     "أكدت الرئاسة التركية عدم وجود خطط لزيارة الرئيس رجب طيب أردوغان إلى دمشق.",
     "CONSULT:visit denied person:recep-tayyip-erdogan + state:SYR"),
    ("2017-08-30",
     "أعلنت الخارجية الأمريكية غياب أي خطط لعقد لقاء بين تيلرسون ولافروف.",
     "CONSULT denied person:rex-tillerson + person:sergey-lavrov"),
    ("2016-04-11",
     "نفى بنيامين نتنياهو عزمه زيارة مسقط.",
     "CONSULT:visit denied person:benjamin-netanyahu + state:OMN"),
    ("2024-02-27",
     "قال وزير الدفاع البولندي إنه ليست لدى وارسو أي نية لإرسال قوات إلى أوكرانيا.",
     "MOBILIZE denied state:POL"),
    ("2014-03-05",
     "ليس لدى الهند خطط لزيادة مشترياتها من النفط الإيراني.",
     "COOPERATE denied state:IND > state:IRN"),
    ("2013-09-01",
     "ليس من المقرر عقد لقاء بين أوباما وبوتين.",
     "CONSULT denied person:barack-obama + person:vladimir-putin"),
    ("2015-12-03",
     "ليس في نية مصر إرسال قوات إلى سوريا.",
     "MOBILIZE denied state:EGY"),
]  # fmt: skip
"""What nobody plans is denied, however the plan and its owner are told."""

NOT_DENIED = [
    ("2018-06-11",
     "أعلن الكرملين أن هناك خططا لزيارة بوتين إلى طهران.",
     "CONSULT:visit planned person:vladimir-putin + state:IRN"),
    ("2021-07-07",
     "أكدت الخارجية الروسية وجود خطط لعقد لقاء بين لافروف وبلينكن.",
     "CONSULT planned person:antony-blinken + person:sergey-lavrov"),
    ("2019-02-19",
     "لا تزال لدى الولايات المتحدة خطط لنشر قوات في بولندا.",
     "MOBILIZE planned state:USA"),
    ("2020-09-09",
     "نفى الكرملين تأجيل زيارة بوتين إلى طهران.",
     "CONSULT:visit planned person:vladimir-putin + state:IRN"),
    ("2017-11-21",
     "لم ينف الكرملين وجود نية لزيارة بوتين إلى القاهرة.",
     "CONSULT:visit possible person:vladimir-putin + state:EGY"),
    ("2018-12-28",
     "لم يؤكد البيت الأبيض أو ينف وجود خطط لزيارة ترامب إلى بغداد.",
     "CONSULT:visit possible person:donald-trump + state:IRQ"),
    ("2016-10-02",
     "لا خلاف بشأن خطط زيارة ميركل إلى أنقرة.",
     "CONSULT:visit planned person:angela-merkel + state:TUR"),
    ("2011-05-16",
     "أعلن وزير الخارجية النمساوي سيباستيان كورتس عزمه زيارة إيران.",
     "CONSULT:visit planned person:sebastian-kurz + state:IRN"),
]  # fmt: skip
"""A plan that somebody has is none that is denied, nor is one that nobody denies, nor what is not put off."""


@pytest.mark.parametrize("row", DENIED, ids=lambda row: row[1])
def test_plans_that_nobody_has(row: tuple[str, ...]) -> None:
    day, text, *events = row
    assert told(text, day) == sorted(events)


@pytest.mark.parametrize("row", NOT_DENIED, ids=lambda row: row[1])
def test_plans_that_are_not_denied(row: tuple[str, ...]) -> None:
    day, text, *events = row
    assert told(text, day) == sorted(events)
