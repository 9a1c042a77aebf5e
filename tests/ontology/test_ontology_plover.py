"""The tables of types and modes say the same as the schema and keep the codebook's order of scores."""

import pytest

from marsad.lexicon.schema import CONTEXTS, MODES
from marsad.lexicon.tables import read_table
from marsad.ontology.cameo import cameo_codes
from marsad.ontology.decisions import decisions
from marsad.ontology.plover import DATA, QUAD_CLASSES, event_types, quad_class, score
from marsad.records import EVENT_TYPES


def test_types_and_modes_are_those_of_the_schema() -> None:
    assert list(event_types()) == EVENT_TYPES
    assert {name: frozenset(known.modes) for name, known in event_types().items()} == MODES


def test_quad_classes_hold_the_types_of_the_manual() -> None:
    by_quad = {quad: [name for name, known in event_types().items() if known.quad == quad] for quad in QUAD_CLASSES}
    assert by_quad == {
        1: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
        2: ["COOPERATE", "AID", "RETREAT"],
        3: ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
        4: ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
    }


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_scores_have_the_sign_of_their_quad_class(name: str) -> None:
    known = event_types()[name]
    scores = [known.score, *(mode.score for mode in known.modes.values())]
    assert all(-10 <= value <= 10 for value in scores)
    assert all(value > 0 for value in scores) if known.quad <= 2 else all(value <= 0.5 for value in scores)


@pytest.mark.parametrize(
    ("event_type", "mode", "expected"),
    [
        ("CONSULT", None, 2.5),
        ("CONSULT", "phone", 1.5),
        ("RETREAT", "disarm", 10),
        ("ACCUSE", "", -3),
        ("ASSAULT", "unconventional", -10),
        ("PROTEST", "vandalize", -5),  # not scored: its type's
        ("CONSULT", "torture", 2.5),  # no mode of the type
        ("", None, None),
        ("DEMAND", None, None),
    ],
)
def test_scores(event_type: str, mode: str | None, expected: float | None) -> None:
    assert score(event_type, mode) == expected


def test_no_type_has_no_quad_class() -> None:
    assert quad_class("") == quad_class("DEMAND") == 0


def test_a_recipient_is_needed_where_the_manual_says_so() -> None:
    assert [name for name, known in event_types().items() if known.needs_recipient] == ["COOPERATE", "AID", "SANCTION"]


def test_every_decision_is_used_and_every_reason_decided() -> None:
    used = {reason for code in cameo_codes().values() for reason in code.why}
    used |= {row["why"] for row in read_table(DATA / "types.tsv") if row["why"]}
    assert used == set(decisions())
    assert all(decision.title and decision.text.endswith(".") for decision in decisions().values())


def test_every_context_is_one_of_the_manual() -> None:
    assert {context for code in cameo_codes().values() for context in code.contexts} <= CONTEXTS
