"""The seats of hamza, in patterns and before endings."""

from __future__ import annotations

import pytest

from marsad.language.arabic.spelling import attach, spell


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
