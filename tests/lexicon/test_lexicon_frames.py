"""The notation of frames."""

import pytest

from marsad.errors import LexiconError
from marsad.lexicon.frames import Slot, parse_frame

NONE: frozenset[str] = frozenset()

NOTATION = [
    ("subj=A", [Slot("subj", "", "A", False, NONE)]),
    ("subj=A, obj=R!", [Slot("subj", "", "A", False, NONE), Slot("obj", "", "R", True, NONE)]),
    ("gen[state]=R", [Slot("gen", "state", "R", False, NONE)]),
    ("adj=A، على=R", [Slot("adj", "", "A", False, NONE), Slot("علي", "", "R", False, NONE)]),
    ("إلى=R", [Slot("الي", "", "R", False, NONE)]),
    ("من قبل=A", [Slot("من قبل", "", "A", False, NONE)]),
    ("ان=C, quote=C", [Slot("ان", "", "C", False, NONE), Slot("quote", "", "C", False, NONE)]),
    ("obj={عقوبات|حظر}", [Slot("obj", "", "", True, frozenset({"عقوبات", "حظر"}))]),
    ("obj={عقوبة, حظر}", [Slot("obj", "", "", True, frozenset({"عقوبه, حظر"}))]),
    ("gen={سراح}, ل=R", [Slot("gen", "", "", True, frozenset({"سراح"})), Slot("ل", "", "R", False, NONE)]),
    ("subj={مفاوضات | محادثات}", [Slot("subj", "", "", True, frozenset({"مفاوضات", "محادثات"}))]),
    ("subj=X, obj=EVENT", [Slot("subj", "", "X", False, NONE), Slot("obj", "", "EVENT", False, NONE)]),
    ("", []),
]

FAULTS = [
    ("subj", "not a slot: 'subj'"),
    ("subj=", "not a slot: 'subj='"),
    ("=A", "not a slot: '=A'"),
    ("subj=B", "unknown role 'B'"),
    ("subj[king]=A", "unknown condition [king]"),
    ("subj=A obj=R", "unknown role 'A obj=R'"),
]


@pytest.mark.parametrize(("text", "slots"), NOTATION)
def test_frames_notation(text: str, slots: list[Slot]) -> None:
    assert list(parse_frame(text)) == slots


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_frames_name_the_fault(text: str, fault: str) -> None:
    with pytest.raises(LexiconError) as error:
        parse_frame(text)
    assert fault in str(error.value)
