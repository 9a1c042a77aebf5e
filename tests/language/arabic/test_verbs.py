"""Conjugation, participles and verbal nouns, one verb of each form and weak class a row."""

from __future__ import annotations

import pytest

from marsad.language.arabic.verbs import VerbForm, analyse, attach, conjugate, participles, spell, verbal_noun


@pytest.mark.parametrize(
    ("past", "present", "form", "weakness"),
    [
        ("كتب", "يكتب", 1, "sound"),
        ("قال", "يقول", 1, "hollow"),
        ("دعا", "يدعو", 1, "defective"),
        ("رضي", "يرضى", 1, "defective"),
        ("حيي", "يحيا", 1, "defective"),
        ("نوى", "ينوي", 1, "defective"),
        ("مد", "يمد", 1, "doubled"),
        ("وعد", "يعد", 1, "sound"),
        ("بدأ", "يبدأ", 1, "sound"),
        ("أخذ", "يأخذ", 1, "sound"),
        ("آل", "يؤول", 1, "hollow"),
        ("أم", "يؤم", 1, "doubled"),
        ("أتى", "يأتي", 1, "defective"),
        ("أكد", "يؤكد", 2, "sound"),
        ("أدى", "يؤدي", 2, "defective"),
        ("قرر", "يقرر", 2, "sound"),
        ("صور", "يصور", 2, "sound"),
        ("وقع", "يوقع", 2, "sound"),
        ("ولى", "يولي", 2, "defective"),
        ("هنأ", "يهنئ", 2, "sound"),
        ("حيا", "يحيي", 2, "defective"),
        ("حذر", "يحذر", 2, "sound"),
        ("حمّل", "يحمّل", 2, "sound"),
        ("قدِم", "يقدم", 1, "sound"),
        ("هاجم", "يهاجم", 3, "sound"),
        ("تابع", "يتابع", 3, "sound"),
        ("آخذ", "يؤاخذ", 3, "sound"),
        ("نادى", "ينادي", 3, "defective"),
        ("أعلن", "يعلن", 4, "sound"),
        ("أوقف", "يوقف", 4, "sound"),
        ("أضاف", "يضيف", 4, "hollow"),
        ("أبدى", "يبدي", 4, "defective"),
        ("أعد", "يعد", 4, "doubled"),
        ("آمن", "يؤمن", 4, "sound"),
        ("آوى", "يؤوي", 4, "defective"),
        ("أرى", "يري", 4, "defective"),
        ("تقدم", "يتقدم", 5, "sound"),
        ("تلقى", "يتلقى", 5, "defective"),
        ("تبادل", "يتبادل", 6, "sound"),
        ("تآمر", "يتآمر", 6, "sound"),
        ("انسحب", "ينسحب", 7, "sound"),
        ("انضم", "ينضم", 7, "doubled"),
        ("انهار", "ينهار", 7, "hollow"),
        ("اجتمع", "يجتمع", 8, "sound"),
        ("انتقد", "ينتقد", 8, "sound"),
        ("اتهم", "يتهم", 8, "sound"),
        ("ازداد", "يزداد", 8, "hollow"),
        ("اضطر", "يضطر", 8, "doubled"),
        ("ادعى", "يدعي", 8, "defective"),
        ("استمع", "يستمع", 8, "sound"),
        ("استاء", "يستاء", 8, "hollow"),
        ("ائتلف", "يأتلف", 8, "sound"),
        ("احمر", "يحمر", 9, "doubled"),
        ("استقبل", "يستقبل", 10, "sound"),
        ("استمر", "يستمر", 10, "doubled"),
        ("استدعى", "يستدعي", 10, "defective"),
        ("سيطر", "يسيطر", 11, "sound"),
        ("ترجم", "يترجم", 11, "sound"),
        ("تدهور", "يتدهور", 12, "sound"),
        ("اطمأن", "يطمئن", 14, "doubled"),
    ],
)
def test_analyse_tells_form_and_weakness_from_letters(past: str, present: str, form: int, weakness: str) -> None:
    verb = analyse(past, present)
    assert (verb.form, verb.weakness) == (form, weakness)


@pytest.mark.parametrize(("past", "present"), [("قال", "قول"), ("ق", "يقي"), ("قال", ""), ("", "يقول")])
def test_analyse_refuses_what_is_no_verb(past: str, present: str) -> None:
    with pytest.raises(ValueError, match="not the past and present of a verb"):
        analyse(past, present)


@pytest.mark.parametrize(
    ("past", "present", "form"),
    [
        ("قال", "يقول", VerbForm("قال", "past", 3, "m", "s", "active")),
        ("قال", "يقول", VerbForm("قالت", "past", 3, "f", "s", "active")),
        ("قال", "يقول", VerbForm("قالا", "past", 3, "m", "d", "active")),
        ("قال", "يقول", VerbForm("قالتا", "past", 3, "f", "d", "active")),
        ("قال", "يقول", VerbForm("قالوا", "past", 3, "m", "p", "active")),
        ("قال", "يقول", VerbForm("قلن", "past", 3, "f", "p", "either")),
        ("قال", "يقول", VerbForm("قلت", "past", 1, "c", "s", "either")),
        ("قال", "يقول", VerbForm("قلنا", "past", 1, "c", "p", "either")),
        ("قال", "يقول", VerbForm("يقل", "present", 3, "m", "s", "either")),
        ("قال", "يقول", VerbForm("يقولان", "present", 3, "m", "d", "active")),
        ("قال", "يقول", VerbForm("يقولون", "present", 3, "m", "p", "active")),
        ("قال", "يقول", VerbForm("يقولوا", "present", 3, "m", "p", "active")),
        ("قال", "يقول", VerbForm("يقلن", "present", 3, "f", "p", "either")),
        ("قال", "يقول", VerbForm("قيل", "past", 3, "m", "s", "passive")),
        ("قال", "يقول", VerbForm("يقال", "present", 3, "m", "s", "passive")),
        ("دعا", "يدعو", VerbForm("دعت", "past", 3, "f", "s", "active")),
        ("دعا", "يدعو", VerbForm("دعوا", "past", 3, "m", "d", "active")),
        ("دعا", "يدعو", VerbForm("دعوا", "past", 3, "m", "p", "either")),
        ("دعا", "يدعو", VerbForm("دعونا", "past", 1, "c", "p", "active")),
        ("دعا", "يدعو", VerbForm("يدع", "present", 3, "m", "s", "either")),
        ("دعا", "يدعو", VerbForm("يدعون", "present", 3, "m", "p", "either")),
        ("دعا", "يدعو", VerbForm("تدعين", "present", 2, "f", "s", "either")),
        ("دعا", "يدعو", VerbForm("دعي", "past", 3, "m", "s", "passive")),
        ("دعا", "يدعو", VerbForm("دعيت", "past", 3, "f", "s", "passive")),
        ("دعا", "يدعو", VerbForm("يدعى", "present", 3, "m", "s", "passive")),
        ("رأى", "يرى", VerbForm("رأت", "past", 3, "f", "s", "active")),
        ("رأى", "يرى", VerbForm("رأوا", "past", 3, "m", "p", "active")),
        ("رأى", "يرى", VerbForm("ير", "present", 3, "m", "s", "either")),
        ("رأى", "يرى", VerbForm("يريان", "present", 3, "m", "d", "either")),
        ("رأى", "يرى", VerbForm("رئي", "past", 3, "m", "s", "passive")),
        ("سعى", "يسعى", VerbForm("سعت", "past", 3, "f", "s", "active")),
        ("سعى", "يسعى", VerbForm("تسعيان", "present", 3, "f", "d", "either")),
        ("رضي", "يرضى", VerbForm("رضيت", "past", 3, "f", "s", "either")),
        ("رضي", "يرضى", VerbForm("رضوا", "past", 3, "m", "p", "either")),
        ("نوى", "ينوي", VerbForm("ينوون", "present", 3, "m", "p", "either")),
        ("وقى", "يقي", VerbForm("يوقى", "present", 3, "m", "s", "passive")),
        ("مد", "يمد", VerbForm("مددت", "past", 1, "c", "s", "either")),
        ("مد", "يمد", VerbForm("مدوا", "past", 3, "m", "p", "either")),
        ("مد", "يمد", VerbForm("يمدد", "present", 3, "m", "s", "either")),
        ("مد", "يمد", VerbForm("يمددن", "present", 3, "f", "p", "either")),
        ("وعد", "يعد", VerbForm("يعدون", "present", 3, "m", "p", "active")),
        ("وعد", "يعد", VerbForm("يوعد", "present", 3, "m", "s", "passive")),
        ("وصل", "يصل", VerbForm("وصلت", "past", 3, "f", "s", "active")),
        ("وقع", "يوقع", VerbForm("وقعت", "past", 3, "f", "s", "either")),
        ("جاء", "يجيء", VerbForm("جاؤوا", "past", 3, "m", "p", "active")),
        ("جاء", "يجيء", VerbForm("جاءوا", "past", 3, "m", "p", "active")),
        ("جاء", "يجيء", VerbForm("جئنا", "past", 1, "c", "p", "either")),
        ("جاء", "يجيء", VerbForm("يجيئون", "present", 3, "m", "p", "active")),
        ("جاء", "يجيء", VerbForm("يجئ", "present", 3, "m", "s", "active")),
        ("شاء", "يشاء", VerbForm("يشأ", "present", 3, "m", "s", "active")),
        ("بدأ", "يبدأ", VerbForm("بدآ", "past", 3, "m", "d", "active")),
        ("بدأ", "يبدأ", VerbForm("بدؤوا", "past", 3, "m", "p", "active")),
        ("بدأ", "يبدأ", VerbForm("بدأوا", "past", 3, "m", "p", "active")),
        ("بدأ", "يبدأ", VerbForm("يبدؤون", "present", 3, "m", "p", "either")),
        ("بدأ", "يبدأ", VerbForm("بدئ", "past", 3, "m", "s", "passive")),
        ("سأل", "يسأل", VerbForm("سئل", "past", 3, "m", "s", "passive")),
        ("أخذ", "يأخذ", VerbForm("آخذ", "present", 1, "c", "s", "active")),
        ("أخذ", "يأخذ", VerbForm("يؤخذ", "present", 3, "m", "s", "passive")),
        ("أتى", "يأتي", VerbForm("يأتون", "present", 3, "m", "p", "active")),
        ("حيا", "يحيي", VerbForm("حيت", "past", 3, "f", "s", "active")),
        ("حيا", "يحيي", VerbForm("يحيا", "present", 3, "m", "s", "passive")),
        ("ولى", "يولي", VerbForm("ولوا", "past", 3, "m", "p", "either")),
        ("أدى", "يؤدي", VerbForm("تؤدين", "present", 2, "f", "s", "either")),
        ("أكد", "يؤكد", VerbForm("أكدت", "past", 3, "f", "s", "either")),
        ("أكد", "يؤكد", VerbForm("أؤكد", "present", 1, "c", "s", "either")),
        ("هنأ", "يهنئ", VerbForm("هنآ", "past", 3, "m", "d", "active")),
        ("هنأ", "يهنئ", VerbForm("يهنئون", "present", 3, "m", "p", "active")),
        ("هنأ", "يهنئ", VerbForm("هنئ", "past", 3, "m", "s", "passive")),
        ("هاجم", "يهاجم", VerbForm("هوجم", "past", 3, "m", "s", "passive")),
        ("تابع", "يتابع", VerbForm("توبع", "past", 3, "m", "s", "passive")),
        ("باحث", "يباحث", VerbForm("بوحث", "past", 3, "m", "s", "passive")),
        ("عاقب", "يعاقب", VerbForm("عوقب", "past", 3, "m", "s", "passive")),
        ("عاقب", "يعاقب", VerbForm("يعاقب", "present", 3, "m", "s", "either")),
        ("آخذ", "يؤاخذ", VerbForm("أوخذ", "past", 3, "m", "s", "passive")),
        ("أعلن", "يعلن", VerbForm("أعلنا", "past", 1, "c", "p", "either")),
        ("أثبت", "يثبت", VerbForm("أثبت", "past", 1, "c", "s", "either")),
        ("أقام", "يقيم", VerbForm("أقمنا", "past", 1, "c", "p", "either")),
        ("أقام", "يقيم", VerbForm("أقيم", "past", 3, "m", "s", "passive")),
        ("أقام", "يقيم", VerbForm("تقام", "present", 3, "f", "s", "passive")),
        ("أساء", "يسيء", VerbForm("أسأت", "past", 1, "c", "s", "active")),
        ("أجرى", "يجري", VerbForm("أجري", "past", 3, "m", "s", "passive")),
        ("أجرى", "يجري", VerbForm("يجرى", "present", 3, "m", "s", "passive")),
        ("أجرى", "يجري", VerbForm("أجريا", "past", 3, "m", "d", "either")),
        ("أبدى", "يبدي", VerbForm("يبد", "present", 3, "m", "s", "either")),
        ("آوى", "يؤوي", VerbForm("آوت", "past", 3, "f", "s", "active")),
        ("آوى", "يؤوي", VerbForm("تؤوين", "present", 2, "f", "s", "either")),
        ("آوى", "يؤوي", VerbForm("أووي", "past", 3, "m", "s", "passive")),
        ("أنشأ", "ينشئ", VerbForm("أنشئت", "past", 3, "f", "s", "passive")),
        ("تلقى", "يتلقى", VerbForm("تلقوا", "past", 3, "m", "p", "either")),
        ("تبادل", "يتبادل", VerbForm("تبودل", "past", 3, "m", "s", "passive")),
        ("انسحب", "ينسحب", VerbForm("انسحبت", "past", 3, "f", "s", "active")),
        ("التقى", "يلتقي", VerbForm("التقت", "past", 3, "f", "s", "active")),
        ("التقى", "يلتقي", VerbForm("التقوا", "past", 3, "m", "p", "either")),
        ("التقى", "يلتقي", VerbForm("يلتق", "present", 3, "m", "s", "either")),
        ("التقى", "يلتقي", VerbForm("تلتقيان", "present", 3, "f", "d", "either")),
        ("اتهم", "يتهم", VerbForm("اتهمت", "past", 3, "f", "s", "either")),
        ("اختار", "يختار", VerbForm("اختير", "past", 3, "m", "s", "passive")),
        ("اختار", "يختار", VerbForm("اخترنا", "past", 1, "c", "p", "either")),
        ("ارتأى", "يرتئي", VerbForm("ارتأوا", "past", 3, "m", "p", "active")),
        ("ارتأى", "يرتئي", VerbForm("يرتؤون", "present", 3, "m", "p", "active")),
        ("احتل", "يحتل", VerbForm("احتللنا", "past", 1, "c", "p", "either")),
        ("استقبل", "يستقبل", VerbForm("استقبلت", "past", 3, "f", "s", "either")),
        ("استدعى", "يستدعي", VerbForm("استدعي", "past", 3, "m", "s", "passive")),
        ("استعاد", "يستعيد", VerbForm("يستعاد", "present", 3, "m", "s", "passive")),
        ("استأنف", "يستأنف", VerbForm("استؤنفت", "past", 3, "f", "s", "passive")),
        ("طمأن", "يطمئن", VerbForm("يطمأن", "present", 3, "m", "s", "passive")),
        ("اطمأن", "يطمئن", VerbForm("اطمأننت", "past", 1, "c", "s", "active")),
    ],
)
def test_conjugate_makes(past: str, present: str, form: VerbForm) -> None:
    assert form in conjugate(past, present)


@pytest.mark.parametrize(
    ("past", "present", "surface"),
    [
        ("عاد", "يعود", "عيد"),
        ("عاد", "يعود", "يعاد"),
        ("وقف", "يقف", "يوقف"),
        ("علا", "يعلو", "علي"),
        ("أساء", "يسيء", "نساء"),
        ("قال", "يقول", "قالن"),
        ("دعا", "يدعو", "دعات"),
        ("رأى", "يرى", "يرأى"),
        ("مد", "يمد", "مدن"),
        ("أعلن", "يعلن", "أعلننا"),
    ],
)
def test_conjugate_does_not_make(past: str, present: str, surface: str) -> None:
    assert surface not in {form.surface for form in conjugate(past, present)}


def test_conjugate_gives_no_form_twice() -> None:
    forms = conjugate("رضي", "يرضى")
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("past", "present", "active", "passive"),
    [
        ("قال", "يقول", "قائل", "مقول"),
        ("باع", "يبيع", "بائع", "مبيع"),
        ("لفت", "يلفت", "لافت", "ملفوت"),
        ("دعا", "يدعو", "داعٍ", "مدعو"),
        ("نفى", "ينفي", "نافٍ", "منفي"),
        ("رد", "يرد", "راد", "مردود"),
        ("أخذ", "يأخذ", "آخذ", "مأخوذ"),
        ("سأل", "يسأل", "سائل", "مسؤول"),
        ("قرأ", "يقرأ", "قارئ", "مقروء"),
        ("جاء", "يجيء", "جاءٍ", "مجيء"),
        ("أكد", "يؤكد", "مؤكد", "مؤكد"),
        ("هنأ", "يهنئ", "مهنئ", "مهنأ"),
        ("هاجم", "يهاجم", "مهاجم", "مهاجم"),
        ("ساءل", "يسائل", "مسائل", "مساءل"),
        ("أضاف", "يضيف", "مضيف", "مضاف"),
        ("أشار", "يشير", "مشير", "مشار"),
        ("أبدى", "يبدي", "مبدٍ", "مبدى"),
        ("آمن", "يؤمن", "مؤمن", "مؤمن"),
        ("أيقظ", "يوقظ", "موقظ", "موقظ"),
        ("ترأس", "يترأس", "مترئس", "مترأس"),
        ("تلقى", "يتلقى", "متلقٍ", "متلقى"),
        ("انسحب", "ينسحب", "منسحب", "منسحب"),
        ("انتقد", "ينتقد", "منتقد", "منتقد"),
        ("اعتبر", "يعتبر", "معتبر", "معتبر"),
        ("اتهم", "يتهم", "متهم", "متهم"),
        ("اختار", "يختار", "مختار", "مختار"),
        ("استبعد", "يستبعد", "مستبعد", "مستبعد"),
        ("استعاد", "يستعيد", "مستعيد", "مستعاد"),
        ("استدعى", "يستدعي", "مستدعٍ", "مستدعى"),
        ("طمأن", "يطمئن", "مطمئن", "مطمأن"),
    ],
)
def test_participles(past: str, present: str, active: str, passive: str) -> None:
    assert participles(past, present) == (active, passive)


@pytest.mark.parametrize(
    ("past", "present", "noun"),
    [
        ("قال", "يقول", None),
        ("أكد", "يؤكد", "تأكيد"),
        ("وقع", "يوقع", "توقيع"),
        ("عين", "يعين", "تعيين"),
        ("هنأ", "يهنئ", "تهنئة"),
        ("سمى", "يسمي", "تسمية"),
        ("حيا", "يحيي", "تحية"),
        ("باحث", "يباحث", "مباحثة"),
        ("نادى", "ينادي", "مناداة"),
        ("آخذ", "يؤاخذ", "مؤاخذة"),
        ("أعلن", "يعلن", "إعلان"),
        ("أشار", "يشير", "إشارة"),
        ("أقام", "يقيم", "إقامة"),
        ("أبدى", "يبدي", "إبداء"),
        ("أوقف", "يوقف", "إيقاف"),
        ("آمن", "يؤمن", "إيمان"),
        ("أصر", "يصر", "إصرار"),
        ("أنشأ", "ينشئ", "إنشاء"),
        ("أساء", "يسيء", "إساءة"),
        ("تقدم", "يتقدم", "تقدم"),
        ("تلقى", "يتلقى", "تلقٍ"),
        ("تساءل", "يتساءل", "تساؤل"),
        ("انسحب", "ينسحب", "انسحاب"),
        ("انضم", "ينضم", "انضمام"),
        ("انهار", "ينهار", "انهيار"),
        ("التقى", "يلتقي", "التقاء"),
        ("اتهم", "يتهم", "اتهام"),
        ("اختار", "يختار", "اختيار"),
        ("احتل", "يحتل", "احتلال"),
        ("استقبل", "يستقبل", "استقبال"),
        ("استعاد", "يستعيد", "استعادة"),
        ("استدعى", "يستدعي", "استدعاء"),
        ("استورد", "يستورد", "استيراد"),
        ("استأنف", "يستأنف", "استئناف"),
        ("استمر", "يستمر", "استمرار"),
        ("سيطر", "يسيطر", "سيطرة"),
        ("تدهور", "يتدهور", "تدهور"),
        ("اطمأن", "يطمئن", "اطمئنان"),
    ],
)
def test_verbal_noun(past: str, present: str, noun: str | None) -> None:
    assert verbal_noun(past, present) == noun


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("ءiعلaان", "إعلان"),
        ("ءaاخiذ", "آخذ"),
        ("مaسءuول", "مسؤول"),
        ("قaاءiل", "قائل"),
        ("سuءiل", "سئل"),
        ("تaسaاءuل", "تساؤل"),
        ("مuسaاءaلaة", "مساءلة"),
        ("مaقرuوء", "مقروء"),
        ("يaسءaل", "يسأل"),
    ],
)
def test_spell_seats_hamza(pattern: str, word: str) -> None:
    assert spell(pattern) == word


@pytest.mark.parametrize(
    ("stem", "ending", "words"),
    [
        ("قال", "وا", ("قالوا",)),
        ("بدأ", "ا", ("بدآ",)),
        ("بدأ", "وا", ("بدؤوا", "بدأوا")),
        ("جاء", "ا", ("جاءا",)),
        ("يسوء", "ين", ("يسوئين",)),
        ("يهنئ", "ون", ("يهنئون",)),
        ("تباطؤ", "ا", ("تباطؤا",)),
    ],
)
def test_attach_moves_hamza(stem: str, ending: str, words: tuple[str, ...]) -> None:
    assert attach(stem, ending) == words
