import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.language.arabic.numerals import is_number_trigger, number_at
from marsad.language.arabic.tokens import tokenise

VALUES = [
    ("7", 7), ("٧", 7), ("1,234,567", 1234567), ("1٬234", 1234), ("3.275", 3.275), ("10.000", 10000),
    ("1.234.567", 1234567),
    ("١٫٢٥", 1.25), ("١٫٢٥٠", 1.25), ("3,5", 3.5), ("1,234.5", 1234.5), ("0.5", 0.5), ("117.5 مليار", 117.5e9),
    ("1.250 مليار", 1.25e9),
    ("واحد", 1), ("ثلاثة", 3), ("ثلاث", 3), ("ثماني", 8), ("ثمان", 8), ("عشرة", 10), ("أحد عشر", 11),
    ("إحدى عشرة", 11),
    ("اثني عشر", 12), ("اثنتا عشرة", 12), ("ثلاثة عشر", 13), ("تسع عشرة", 19), ("عشرون", 20), ("عشرين", 20),
    ("واحد وعشرون", 21), ("إحدى وعشرين", 21), ("خمسة وعشرين", 25), ("تسعة وتسعون", 99), ("مئة", 100), ("مائة", 100),
    ("مئتين", 200), ("مائتا", 200), ("ثلاثمئة", 300), ("ثلاث مئة وعشرون", 320), ("خمسمائة وثلاثة", 503),
    ("مئة و20", 120),
    ("ألف", 1000), ("ألفين", 2000), ("ألفي", 2000), ("ثلاثة آلاف", 3000), ("3 آلاف و500", 3500),
    ("ثلاثة آلاف وخمسمئة", 3500),
    ("اثني عشر ألفا", 12000), ("مئة وخمسة وعشرون ألفا", 125000), ("مئة ألف", 100000), ("مليون", 1e6),
    ("مليونين", 2e6),
    ("مليونًا", 1e6), ("مليونا دولار", 2e6), ("مليونا ونصف المليون", 1.5e6), ("3 ملايين ونصف المليون", 3.5e6),
    ("مليون ونصف", 1.5e6),
    ("ثلاثة ملايين ومئتا ألف وخمسون", 3200050), ("مليون و200 ألف", 1.2e6), ("عشرة مليارات", 1e10), ("ملياري", 2e9),
    ("4 بلايين", 4e9), ("تريليون", 1e12), ("مئة ألف مليون", 1e11), ("نصف", 0.5), ("نصف مليون", 5e5), ("ربع", 0.25),
    ("ثلاثة أرباع", 0.75), ("ثلثي", 2 / 3), ("وثلاثة", 3), ("بعشرين", 20), ("لألف", 1000), ("الخمسة", 5),
    ("2.5 تريليون", 2.5e12),
]  # fmt: skip

APPROXIMATIONS = [
    ("نحو 20", "about"), ("بنحو 20", "about"), ("حوالي ثلاثة", "about"), ("قرابة ألف", "about"),
    ("ما يقارب 30", "about"),
    ("أكثر من 20", "more-than"), ("لأكثر من 20", "more-than"), ("ما يزيد على مئة", "more-than"),
    ("أقل من 5", "less-than"),
    ("ما لا يقل عن خمسة", "at-least"), ("لا يقل عن خمسة", "at-least"), ("خمسة على الأقل", "at-least"),
    ("20 تقريبا", "about"),
    ("ما يصل إلى 10", "up-to"), ("لا يتجاوز 10", "up-to"), ("10 على الأكثر", "up-to"), ("20", ""),
]  # fmt: skip

PERCENTAGES = ["20%", "20٪", "%20", "20 %", "20 بالمئة", "20 بالمائة", "20 في المئة", "عشرين في المائة"]

NO_NUMBERS = ["لست", "أحد", "آلاف", "ملايين", "أرباع", "الثالث", "الأول", "النصف", "والاثنين", "مئات", "كتاب"]


def first_number(text):
    tokens = tokenise(text)
    return next((m for i, w in enumerate(tokens.folded) if is_number_trigger(w) and (m := number_at(tokens, i))), None)


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_numerals_value(text, value):
    assert first_number(text).value == pytest.approx(value)


@pytest.mark.parametrize(("text", "approx"), APPROXIMATIONS)
def test_numerals_approximation_is_part_of_the_match(text, approx):
    match = first_number(text)
    assert (match.approx, match.i, match.j) == (approx, 0, len(tokenise(text)))


@pytest.mark.parametrize("text", PERCENTAGES)
def test_numerals_percent(text):
    match = first_number(text)
    assert (match.value, match.percent, match.j) == (20, True, len(tokenise(text)))


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_numerals_no_number(text):
    assert first_number(text) is None


def test_numerals_torn_digits_are_no_number():
    tokens = tokenise("31.\u200f51")
    assert number_at(tokens, len(tokens) - 1) is None


@given(st.text(alphabet="0123456789.,٫٬ وألفمئةثلاثعشرين%ن", max_size=40))
def test_numerals_never_raise(text):
    tokens = tokenise(text)
    for i in range(len(tokens)):
        match = number_at(tokens, i)
        assert match is None or (0 <= match.i <= i < match.j <= len(tokens))
