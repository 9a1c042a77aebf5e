"""Verbs taken apart, one of each form and weak class a row."""

from __future__ import annotations

import pytest

from marsad.language.arabic.verbs import analyse


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
