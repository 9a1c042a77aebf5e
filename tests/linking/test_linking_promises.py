"""What became of a promise: tables of what was told before and after, each with the outcomes that follow."""

from __future__ import annotations

import itertools

import pytest
from tellings import Text, occurrences, readings

from marsad.linking.days import days_of
from marsad.linking.promises import outcomes as promises
from marsad.records import Promise

VISIT = ("من المقرر أن يزور الرئيس الروسي فلاديمير بوتين أنقرة في سبتمبر المقبل.", "2015-07-25")
TALKS = ("يلتقي كيري نظيره الروسي لافروف الاثنين المقبل في الدوحة.", "2015-07-31")
SIGNING = ("توقع مصر وفرنسا الأسبوع المقبل عقدا لشراء 24 طائرة رافال.", "2015-07-25")

CASES: dict[str, tuple[tuple[Text, ...], dict[str, str]]] = {
    # what is told, and the outcome of each promise by its term, seen from 10 October 2015
    "a visit that took place": (
        (VISIT, ("وصل الرئيس الروسي فلاديمير بوتين إلى أنقرة أمس.", "2015-09-12")), {"2015-09": "kept"}),
    "a visit of which only a meeting there is told": (
        (VISIT, ("التقى بوتين نظيره التركي رجب طيب أردوغان في أنقرة أمس.", "2015-09-12")), {"2015-09": "kept"}),
    "a visit a few days after its term": (
        (VISIT, ("وصل الرئيس الروسي فلاديمير بوتين إلى أنقرة أمس.", "2015-10-05")), {"2015-09": "kept"}),
    "the host came instead": (
        (VISIT, ("زار الرئيس التركي رجب طيب أردوغان موسكو أمس.", "2015-09-12")), {"2015-09": "overdue"}),
    "a visit two years later": (
        (VISIT, ("زار الرئيس الروسي فلاديمير بوتين أنقرة أمس.", "2017-09-12")), {"2015-09": "overdue"}),
    "a visit before it was promised": (
        (VISIT, ("زار الرئيس الروسي فلاديمير بوتين أنقرة أمس.", "2015-07-10")), {"2015-09": "overdue"}),
    "nobody says": ((VISIT,), {"2015-09": "overdue"}),
    "a term that has not passed": (
        (("يزور الرئيس الروسي فلاديمير بوتين أنقرة في ديسمبر المقبل.", "2015-09-25"),), {"2015-12": "open"}),
    "no term": ((("يعتزم الرئيس الروسي فلاديمير بوتين زيارة أنقرة.", "2015-07-25"),), {"": "open"}),
    "no term, and a visit soon after": (
        (("يعتزم الرئيس الروسي فلاديمير بوتين زيارة أنقرة.", "2015-07-25"),
         ("وصل الرئيس الروسي فلاديمير بوتين إلى أنقرة أمس.", "2015-08-12")), {"": "kept"}),
    "called off": (
        (VISIT, ("ألغى الرئيس الروسي فلاديمير بوتين زيارته إلى أنقرة.", "2015-08-30")), {"2015-09": "broken"}),
    "called off by nobody in particular": (
        (VISIT, ("ألغيت زيارة الرئيس الروسي فلاديمير بوتين إلى أنقرة.", "2015-08-30")), {"2015-09": "broken"}),
    "it will not be": (
        (VISIT, ("لن يزور الرئيس الروسي فلاديمير بوتين أنقرة في سبتمبر.", "2015-08-30")), {"2015-09": "broken"}),
    "called off before it was promised": (
        (VISIT, ("ألغى الرئيس الروسي فلاديمير بوتين زيارته إلى أنقرة.", "2015-06-30")), {"2015-09": "overdue"}),
    "put off to a later month": (
        (VISIT, ("أرجأ الرئيس الروسي فلاديمير بوتين زيارته إلى أنقرة إلى نوفمبر المقبل.", "2015-08-30")),
        {"2015-09": "postponed", "2015-11": "open"}),
    "put off, with the term that it had": (
        (VISIT, ("تأجلت زيارة الرئيس الروسي فلاديمير بوتين إلى أنقرة المقررة في سبتمبر.", "2015-09-20")),
        {"2015-09": "postponed"}),
    "an invitation at a visit in the other direction": (
        (("دعا الرئيس التركي رجب طيب أردوغان نظيره المصري عبد الفتاح السيسي إلى زيارة أنقرة.", "2024-02-14"),
         ("استقبل الرئيس المصري عبد الفتاح السيسي اليوم في القاهرة الرئيس التركي رجب طيب أردوغان.", "2024-02-14")),
        {"": "open"}),
    "put off without a day": (
        (VISIT, ("تأجلت زيارة الرئيس الروسي فلاديمير بوتين إلى أنقرة إلى موعد لاحق.", "2015-08-30")),
        {"2015-09": "postponed", "": "open"}),
    "a later term": (
        (VISIT, ("سيزور الرئيس الروسي فلاديمير بوتين أنقرة في نوفمبر المقبل.", "2015-08-30")),
        {"2015-09": "postponed", "2015-11": "open"}),
    "a later term long after the first has passed": (
        (VISIT, ("سيزور الرئيس الروسي فلاديمير بوتين أنقرة في أبريل المقبل.", "2016-01-30")),
        {"2015-09": "overdue", "2016-04": "open"}),
    "put off, then kept": (
        (VISIT, ("أرجأ الرئيس الروسي فلاديمير بوتين زيارته إلى أنقرة إلى نوفمبر المقبل.", "2015-08-30"),
         ("وصل الرئيس الروسي فلاديمير بوتين إلى أنقرة أمس.", "2015-11-12")),
        {"2015-09": "postponed", "2015-11": "kept"}),
    "talks on their day": (
        (TALKS, ("التقى وزير الخارجية الأمريكي جون كيري نظيره الروسي سيرغي لافروف في الدوحة اليوم.", "2015-08-03")),
        {"2015-08-03": "kept"}),
    "talks with another": (
        (TALKS, ("التقى وزير الخارجية الأمريكي جون كيري نظيره الألماني فرانك فالتر شتاينماير في الدوحة اليوم.",
                 "2015-08-03")), {"2015-08-03": "overdue"}),
    "the contract that was announced": (
        (SIGNING, ("وقعت مصر وفرنسا أمس عقدا لشراء 24 طائرة رافال.", "2015-08-02")),
        {"2015-07-27/2015-08-02": "kept"}),
    "a contract of the same two on something else": (
        (SIGNING, ("وقعت مصر وفرنسا أمس اتفاقا لحماية الآثار.", "2015-08-02")),
        {"2015-07-27/2015-08-02": "overdue"}),
    "a measure that its maker announced": (
        (("أعلنت الولايات المتحدة أنها ستفرض عقوبات على روسيا الشهر المقبل.", "2015-07-31"),
         ("فرضت الولايات المتحدة عقوبات على روسيا أمس.", "2015-08-13")), {"2015-08": "kept"}),
}  # fmt: skip


def outcomes(texts: tuple[Text, ...], as_of: str | None = "2015-10-10") -> dict[str, Promise]:
    """The promises of some articles by their terms."""
    told = occurrences(readings(texts))
    found = [
        promises.promise_of(plan, promises.outcome(plan, told, days_of(as_of)))
        for plan in told
        if promises.is_promise(plan)
    ]
    return {promise.term or "": promise for promise in found}


@pytest.mark.parametrize("case", CASES)
def test_promise_has_the_outcome_that_later_articles_tell(case: str) -> None:
    texts, expected = CASES[case]
    assert {term: promise.outcome for term, promise in outcomes(texts).items()} == expected


@pytest.mark.parametrize("case", CASES)
def test_promise_outcome_does_not_depend_on_the_order_of_articles(case: str) -> None:
    texts, expected = CASES[case]
    for several in itertools.permutations(texts):
        assert {term: promise.outcome for term, promise in outcomes(several).items()} == expected


@pytest.mark.parametrize("case", CASES)
def test_promise_that_is_closed_names_its_evidence(case: str) -> None:
    for promise in outcomes(CASES[case][0]).values():
        assert bool(promise.evidence) == (promise.outcome in {"kept", "broken", "postponed"})


@pytest.mark.parametrize(("as_of", "outcome"), [
    (None, "open"), ("2015-09-30", "open"), ("2015-10-01", "overdue"), ("2015-10", "overdue"),
])  # fmt: skip
def test_promise_is_overdue_once_its_term_has_passed(as_of: str | None, outcome: str) -> None:
    assert outcomes((VISIT,), as_of)["2015-09"].outcome == outcome


def test_promise_tells_who_promised_what_when() -> None:
    (promise,) = outcomes((VISIT,)).values()
    assert (promise.type, promise.mode, promise.said) == ("CONSULT", "visit", "2015-07-25")
    assert set(promise.actors) == {"person:vladimir-putin", "state:TUR"}


def test_promise_is_no_attack_that_others_foretell() -> None:
    assert not outcomes((("قال مسؤولون أوكرانيون إن روسيا ستشن هجوما على خاركيف الشهر المقبل.", "2024-07-31"),))


def test_promise_of_an_article_without_a_date_has_the_term_of_what_kept_it() -> None:
    promise = outcomes((
        ("في مايو المقبل، من المتوقع أن يزور الرئيس الصيني شي جين بينغ موسكو.", "2025-01/2026-12"),
        ("زار الرئيس الصيني شي جين بينغ روسيا في مايو 2025.", "2026-03-01"),
    ))["2025-05"]  # fmt: skip
    assert promise.outcome == "kept"
