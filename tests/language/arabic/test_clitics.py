"""Divisions of folded words, as tables."""

from __future__ import annotations

import pytest

from marsad.language.arabic.clitics import Split, splits


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("به", [Split("", "", False, False, "به", ""), Split("", "", False, False, "ب", "ه")]),
        ("30", [Split("", "", False, False, "30", "")]),
        (
            "لهم",
            [
                Split("", "", False, False, "لهم", ""),
                Split("", "ل", False, False, "هم", ""),
                Split("", "", False, False, "ل", "هم"),
            ],
        ),
        (
            "الوزير",
            [Split("", "", False, False, "الوزير", ""), Split("", "", False, True, "وزير", "")],
        ),
        (
            "سيقول",
            [Split("", "", False, False, "سيقول", ""), Split("", "", True, False, "يقول", "")],
        ),
        (
            "بزيارته",
            [
                Split("", "", False, False, "بزيارته", ""),
                Split("", "ب", False, False, "زيارته", ""),
                Split("", "", False, False, "بزيارت", "ه"),
                Split("", "", False, False, "بزياره", "ه"),
                Split("", "ب", False, False, "زيارت", "ه"),
                Split("", "ب", False, False, "زياره", "ه"),
            ],
        ),
        (
            "للجنه",
            [
                Split("", "", False, False, "للجنه", ""),
                Split("", "ل", False, False, "لجنه", ""),
                Split("", "ل", False, True, "لجنه", ""),
                Split("", "", False, False, "للجن", "ه"),
                Split("", "ل", False, True, "جنه", ""),
                Split("", "ل", False, False, "لجن", "ه"),
            ],
        ),
    ],
)
def test_splits_gives_all_divisions_in_order(word: str, expected: list[Split]) -> None:
    assert splits(word) == tuple(expected)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وبالوزير", Split("و", "ب", False, True, "وزير", "")),
        ("فللوزير", Split("ف", "ل", False, True, "وزير", "")),
        ("كالوزير", Split("", "ك", False, True, "وزير", "")),
        ("للبنان", Split("", "ل", False, False, "لبنان", "")),
        ("وسيستقبلهما", Split("و", "", True, False, "يستقبل", "هما")),
        ("سيطر", Split("", "", True, False, "يطر", "")),
        ("ليقول", Split("", "ل", False, False, "يقول", "")),
        ("استقبلته", Split("", "", False, False, "استقبلت", "ه")),
        ("ضربني", Split("", "", False, False, "ضرب", "ني")),
        ("بلادي", Split("", "", False, False, "بلاد", "ي")),
        ("بلادكم", Split("", "", False, False, "بلاد", "كم")),
        ("مستشفاه", Split("", "", False, False, "مستشفي", "ه")),
        ("راه", Split("", "", False, False, "راي", "ه")),
        ("لقاوه", Split("", "", False, False, "لقاء", "ه")),
        ("لقايه", Split("", "", False, False, "لقاء", "ه")),
        ("بديها", Split("", "", False, False, "بدء", "ها")),
        ("اتهموه", Split("", "", False, False, "اتهموا", "ه")),
    ],
)
def test_splits_finds(word: str, expected: Split) -> None:
    assert expected in splits(word)


@pytest.mark.parametrize(
    ("word", "excluded"),
    [
        ("سالوزير", Split("", "", True, True, "وزير", "")),
        ("سقول", Split("", "", True, False, "قول", "")),
        ("الكتابه", Split("", "", False, True, "كتاب", "ه")),
        ("وبه", Split("و", "ب", False, False, "ه", "")),
        ("كه", Split("", "ك", False, False, "", "ه")),
        ("بسيقول", Split("", "ب", True, False, "يقول", "")),
        ("بضربني", Split("", "ب", False, False, "ضرب", "ني")),
        ("سيقولي", Split("", "", True, False, "يقول", "ي")),
        ("له", Split("", "ل", False, False, "ه", "")),
    ],
)
def test_splits_excludes(word: str, excluded: Split) -> None:
    assert excluded not in splits(word)
