"""The notation of frames."""

import pytest

from marsad.errors import LexiconError
from marsad.lexicon.frames import Slot, parse_frame

NOTATION = [
    ("subj=A", [Slot("subj", "", "A", False, ())]),
    ("subj=A, obj=R!", [Slot("subj", "", "A", False, ()), Slot("obj", "", "R", True, ())]),
    ("gen[state]=R", [Slot("gen", "state", "R", False, ())]),
    ("adj=A، على=R", [Slot("adj", "", "A", False, ()), Slot("علي", "", "R", False, ())]),
    ("إلى=R", [Slot("الي", "", "R", False, ())]),
    ("من قبل=A", [Slot("من قبل", "", "A", False, ())]),
    ("ان=C, quote=C", [Slot("ان", "", "C", False, ()), Slot("quote", "", "C", False, ())]),
    ("obj={عقوبات|حظر}", [Slot("obj", "", "", True, ("عقوبات", "حظر"))]),
    ("obj={عقوبة, حظر}", [Slot("obj", "", "", True, ("عقوبه, حظر",))]),
    ("gen={سراح}, ل=R", [Slot("gen", "", "", True, ("سراح",)), Slot("ل", "", "R", False, ())]),
    ("subj={مفاوضات | محادثات}", [Slot("subj", "", "", True, ("مفاوضات", "محادثات"))]),
    ("subj=X, obj=EVENT", [Slot("subj", "", "X", False, ()), Slot("obj", "", "EVENT", False, ())]),
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
