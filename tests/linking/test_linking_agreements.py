"""Agreements linked across articles: parties, subject, sums, volumes, term, and what became of them."""

from __future__ import annotations

import pytest
from tellings import Text, readings

from marsad.linking import inmemory
from marsad.linking.agreements.history import agreement_of
from marsad.linking.agreements.kind import Agreements
from marsad.linking.happenings.told import Told
from marsad.records import Agreement, Amount

GAS = ("وقعت روسيا والصين عقدا لتوريد 38 مليار متر مكعب من الغاز سنويا لمدة 30 عاما بقيمة 400 مليار دولار.",
       "2014-05-21")  # fmt: skip
RAFALE = ("وقعت مصر وفرنسا عقدا لشراء 24 طائرة رافال بقيمة 5.2 مليار يورو.", "2015-02-17")

ONE = {
    "the same sum": (RAFALE, ("تبلغ قيمة الصفقة بين مصر وفرنسا 5.2 مليار يورو.", "2015-02-20")),
    "the same subject in usual words": (
        ("وقعت مصر وتركيا إعلانا مشتركا بشأن إعادة تشكيل مجلس التعاون الاستراتيجي بينهما.", "2024-02-14"),
        ("وقعت تركيا ومصر إعلانا مشتركا لإعادة تشكيل مجلس التعاون الاستراتيجي.", "2024-02-14"),
    ),
    "the same subject, months later": (
        ("وقعت السعودية ومصر اتفاقية لترسيم الحدود البحرية في البحر الأحمر.", "2016-04-09"),
        ("صادق البرلمان المصري على اتفاقية ترسيم الحدود البحرية مع السعودية في البحر الأحمر.", "2017-06-14"),
    ),
}
TWO = {
    "another sum, another subject": (
        RAFALE,
        ("وقعت مصر وفرنسا اتفاقا لحماية الآثار المسروقة.", "2015-03-01"),
    ),
    "other parties": (RAFALE, ("وقعت قطر وفرنسا عقدا لشراء 24 طائرة رافال بقيمة 6.3 مليار يورو.", "2015-05-04")),
}


def groups(texts: tuple[Text, ...]) -> list[list[Told]]:
    return inmemory.link(Agreements(), inmemory.stored(readings(texts)))


def agreement(*texts: Text) -> Agreement:
    (group,) = groups(texts)
    return agreement_of("a", group)


@pytest.mark.parametrize("case", ONE)
def test_agreement_is_found_again(case: str) -> None:
    assert [len({t.article for t in group}) for group in groups(ONE[case])] == [2]


@pytest.mark.parametrize("case", TWO)
def test_agreements_of_other_subjects_or_parties_stay_apart(case: str) -> None:
    assert [len({t.article for t in group}) for group in groups(TWO[case])] == [1, 1]


def test_agreement_has_its_terms() -> None:
    found = agreement(GAS)
    assert found.parties == ("state:CHN", "state:RUS")
    assert found.amounts == (Amount(400e9, "USD"),)
    assert found.volumes == (Amount(38e9, "m3/year"),)
    assert found.term == "P30Y"
    assert found.status == "signed"
    assert "لتوريد" in found.subject


STATUSES = {
    "agreed": "توصلت إيران والولايات المتحدة إلى اتفاق لتبادل السجناء.",
    "planned": "ستوقع إيران وروسيا اتفاقا للتعاون العسكري الشهر المقبل.",
    "signed": "وقعت إيران وروسيا اتفاقا للتعاون العسكري.",
    "extended": "أعلنت روسيا وتركيا تمديد الاتفاق بينهما.",
    "in-force": "دخل الاتفاق بين روسيا والصين حيز التنفيذ.",
    "left": "انسحبت تركيا من الاتفاق مع السويد.",
    "ended": "ألغت تركيا الاتفاق الموقع مع السويد.",
    "suspended": "علقت روسيا اتفاقية مع اليابان.",
    "ratified": "صادق البرلمان المصري على اتفاق الغاز مع إسرائيل.",
}


@pytest.mark.parametrize("status", STATUSES)
def test_agreement_has_the_status_that_is_told(status: str) -> None:
    assert agreement((STATUSES[status], "2022-06-01")).status == status


def test_agreement_does_not_end_where_nobody_leaves_it() -> None:
    assert agreement(("قال الوزير إن الاتفاق بين روسيا وتركيا لن يلغى.", "2022-06-01")).status == "agreed"


def test_agreement_history_goes_forward() -> None:
    border = "اتفاقية ترسيم الحدود البحرية"
    found = agreement(
        (f"وقعت السعودية ومصر {border} في البحر الأحمر في القاهرة أمس.", "2016-04-09"),
        (f"صادق البرلمان المصري على {border} مع السعودية في البحر الأحمر.", "2017-06-14"),
        (f"قال الوزير إن {border} بين السعودية ومصر في البحر الأحمر مهمة.", "2017-07-01"),
    )
    assert [(step.status, step.time) for step in found.history] == [
        ("signed", "2016-04-08"),
        ("ratified", "2017-06-14"),
    ]
    assert found.status == "ratified"
    assert sum(len(step.events) for step in found.history) == 3
