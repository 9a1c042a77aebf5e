"""Forms of nouns, nationality adjectives and participles, as tables."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from marsad.language.arabic.nouns import (
    NounForm,
    PhraseKind,
    accusative,
    definite_phrase,
    nisba_forms,
    noun_forms,
    participle_forms,
)


def surfaces(forms: list[NounForm], definite: bool) -> set[str]:
    return {form.surface for form in forms if form.definite is definite}


@pytest.mark.parametrize(
    ("masculine", "indefinite", "definite"),
    [
        (
            "روسي",
            "روسي روسية روسيان روسيين روسيتان روسيتين روسيون روسيات",
            "الروسي الروسية الروسيان الروسيين الروسيتان الروسيتين الروسيون الروسيات",
        ),
        (
            "حوثي",
            "حوثي حوثية حوثيان حوثيين حوثيتان حوثيتين حوثيون حوثيات",
            "الحوثي الحوثية الحوثيان الحوثيين الحوثيتان الحوثيتين الحوثيون الحوثيات",
        ),
    ],
)
def test_nisba_forms_of_one_word(masculine: str, indefinite: str, definite: str) -> None:
    forms = nisba_forms(masculine)
    assert surfaces(forms, False) == set(indefinite.split())
    assert surfaces(forms, True) == set(definite.split())


@pytest.mark.parametrize(
    ("masculine", "form"),
    [
        ("كوري شمالي", NounForm("كوري شمالي", "m", "s", False)),
        ("كوري شمالي", NounForm("كورية شمالية", "f", "s", False)),
        ("كوري شمالي", NounForm("الكوري الشمالي", "m", "s", True)),
        ("كوري شمالي", NounForm("الكورية الشمالية", "f", "s", True)),
        ("كوري شمالي", NounForm("الكوريان الشماليان", "m", "d", True)),
        ("كوري شمالي", NounForm("الكوريون الشماليون", "m", "p", True)),
        ("كوري شمالي", NounForm("الكوريين الشماليين", "m", "p", True)),
        ("جنوب أفريقي", NounForm("جنوب أفريقية", "f", "s", False)),
        ("جنوب أفريقي", NounForm("الجنوب أفريقي", "m", "s", True)),
        ("جنوب أفريقي", NounForm("الجنوب الأفريقية", "f", "s", True)),
    ],
)
def test_nisba_forms_of_two_words(masculine: str, form: NounForm) -> None:
    assert form in nisba_forms(masculine)


@pytest.mark.parametrize(
    ("masculine", "expected"),
    [
        (
            "مؤكد",
            "مؤكد مؤكدا مؤكدة مؤكدان مؤكدين مؤكدي مؤكدتان مؤكدتين مؤكدتا مؤكدتي مؤكدون مؤكدو مؤكدات",
        ),
        (
            "داعٍ",
            "داع داعي داعيا داعية داعيان داعيين داعيي داعيتان داعيتين داعيتا داعيتي داعون داعين داعو داعيات",
        ),
        ("راد", "راد رادا رادة رادان رادين رادي رادتان رادتين رادتا رادتي رادون رادو رادات"),
        (
            "مستدعى",
            "مستدعى مستدعاة مستدعيان مستدعيين مستدعيا مستدعيي مستدعاتان مستدعاتين مستدعاتا مستدعاتي "
            "مستدعون مستدعين مستدعو مستدعي مستدعيات",
        ),
        (
            "مسيء",
            "مسيء مسيئا مسيئة مسيئان مسيئين مسيئي مسيئتان مسيئتين مسيئتا مسيئتي مسيئون مسيئو مسيئات",
        ),
    ],
)
def test_participle_forms(masculine: str, expected: str) -> None:
    assert surfaces(participle_forms(masculine), False) == set(expected.split())


@pytest.mark.parametrize(
    ("masculine", "form"),
    [
        ("مشير", NounForm("مشيرا", "m", "s", False)),
        ("مضيف", NounForm("مضيفا", "m", "s", False)),
        ("معتبر", NounForm("معتبرة", "f", "s", False)),
        ("داعٍ", NounForm("داعيا", "m", "s", False)),
        ("داعٍ", NounForm("الداعي", "m", "s", True)),
        ("داعٍ", NounForm("الداعين", "m", "p", True)),
        ("متهم", NounForm("المتهمون", "m", "p", True)),
        ("متهم", NounForm("متهمو", "m", "p", False)),
    ],
)
def test_participle_forms_number_and_definiteness(masculine: str, form: NounForm) -> None:
    assert form in participle_forms(masculine)


@pytest.mark.parametrize(
    ("singular", "plurals", "expected"),
    [
        ("اجتماع", ("اجتماعات",), "اجتماع اجتماعا اجتماعان اجتماعين اجتماعي اجتماعات"),
        ("زيارة", ("زيارات",), "زيارة زيارت زيارتان زيارتين زيارتا زيارتي زيارات"),
        ("زيارة", (), "زيارة زيارت زيارتان زيارتين زيارتا زيارتي زيارات"),
        ("لقاء", ("لقاءات",), "لقاء لقاءان لقاءين لقاءا لقاءي لقاءات"),
        ("قاضي", ("قضاة",), "قاضي قاض قاضيا قاضيان قاضيين قاضيي قضاة"),
        ("قاضٍ", ("قضاة",), "قاضي قاض قاضيا قاضيان قاضيين قاضيي قضاة"),
        ("مستشفى", (), "مستشفى مستشفا مستشفيان مستشفيين مستشفيا مستشفيي مستشفيات"),
        ("مبنى", ("مباني",), "مبنى مبنا مبنيان مبنيين مبنيا مبنيي مباني مبان"),
        ("مبدأ", ("مبادئ",), "مبدأ مبدآن مبدأين مبدآ مبدأي مبادئ"),
        ("شيء", ("أشياء",), "شيء شيئا شيئان شيئين شيئي أشياء"),
        ("مسؤول", ("مسؤولون",), "مسؤول مسؤولا مسؤولان مسؤولين مسؤولي مسؤولون مسؤولو"),
        ("مسؤول", ("مسؤولين",), "مسؤول مسؤولا مسؤولان مسؤولين مسؤولي مسؤولون مسؤولو"),
        ("لاجئ", ("لاجئون",), "لاجئ لاجئا لاجئان لاجئين لاجئي لاجئون لاجئو"),
        ("جندي", ("جنود",), "جندي جنديا جنديان جنديين جنديي جنود جنودا"),
        ("قانون", ("قوانين",), "قانون قانونا قانونان قانونين قانوني قوانين"),
        ("محامي", (), "محامي محام محاميا محاميان محاميين محاميي محامون محامين محامو محاميات"),
        ("مفاجأة", (), "مفاجأة مفاجأت مفاجأتان مفاجأتين مفاجأتا مفاجأتي مفاجآت"),
        ("كاميرا", (), "كاميرا كاميرات"),
        ("حرب", ("حروب",), "حرب حربا حربان حربين حربي حروب حروبا"),
    ],
)
def test_noun_forms_indefinite(singular: str, plurals: Iterable[str], expected: str) -> None:
    assert surfaces(noun_forms(singular, plurals), False) == set(expected.split())


@pytest.mark.parametrize(
    ("singular", "plurals", "expected"),
    [
        ("اجتماع", ("اجتماعات",), "الاجتماع الاجتماعان الاجتماعين الاجتماعات"),
        ("قاضي", ("قضاة",), "القاضي القاضيان القاضيين القضاة"),
        ("مسؤول", ("مسؤولون",), "المسؤول المسؤولان المسؤولين المسؤولون"),
    ],
)
def test_noun_forms_definite(singular: str, plurals: Iterable[str], expected: str) -> None:
    assert surfaces(noun_forms(singular, plurals), True) == set(expected.split())


@pytest.mark.parametrize(
    ("singular", "plurals", "gender", "form"),
    [
        ("زيارة", (), None, NounForm("زيارة", "f", "s", False)),
        ("حرب", ("حروب",), "f", NounForm("الحرب", "f", "s", True)),
        ("اجتماع", (), None, NounForm("اجتماعات", "m", "p", False)),
        ("مكالمة هاتفية", ("مكالمات هاتفية",), None, NounForm("المكالمات الهاتفية", "f", "p", True)),
        ("إطلاق نار", (), None, NounForm("إطلاق النار", "m", "s", True)),
        ("مناورات مشتركة", (), None, NounForm("المناورات المشتركة", "m", "p", True)),
    ],
)
def test_noun_forms_gender_and_number(
    singular: str, plurals: Iterable[str], gender: str | None, form: NounForm
) -> None:
    assert form in noun_forms(singular, plurals, gender)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("اجتماع", "اجتماعا"),
        ("شيء", "شيئا"),
        ("جزء", "جزءا"),
        ("قارئ", "قارئا"),
        ("لقاء", None),
        ("زيارة", None),
        ("مبدأ", None),
        ("مستشفى", None),
    ],
)
def test_accusative(word: str, expected: str | None) -> None:
    assert accusative(word) == expected


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("مناورات مشتركة", "auto", ("المناورات المشتركة", "مناورات المشتركة")),
        ("مناورات مشتركة", "adjective", ("المناورات المشتركة",)),
        ("إطلاق سراح", "auto", ("إطلاق السراح",)),
        ("إطلاق سراح", "construct", ("إطلاق السراح",)),
        ("وقف إطلاق نار", "auto", ("وقف إطلاق النار",)),
        ("وقف النار", "auto", ("وقف النار",)),
        ("زيارة رسمية", "auto", ("الزيارة الرسمية",)),
        ("لقاء ثنائي", "auto", ("اللقاء الثنائي",)),
        ("مراقب دولي", "auto", ("المراقب الدولي",)),
        ("قوات أمن", "auto", ("قوات الأمن",)),
        ("هجوم مسلح", "auto", ("الهجوم المسلح", "هجوم المسلح")),
        ("طرد سفير", "auto", ("طرد السفير", "الطرد السفير")),
        ("هجوم على سفارة", "auto", ("الهجوم على سفارة",)),
        ("نزع سلاح نووي", "auto", ("نزع السلاح النووي",)),
        ("قطع علاقات دبلوماسية", "auto", ("قطع العلاقات الدبلوماسية",)),
        ("عقوبات اقتصادية جديدة", "auto", ("العقوبات الاقتصادية الجديدة",)),
        ("التزام دولي", "auto", ("الالتزام الدولي",)),
    ],
)
def test_definite_phrase(words: str, kind: PhraseKind, expected: tuple[str, ...]) -> None:
    assert definite_phrase(words, kind) == expected
