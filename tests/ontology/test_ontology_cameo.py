"""CAMEO's codes: the table keeps its format, differs from the codebook only with a reason, and maps back."""

from collections import Counter

import pytest

from marsad.lexicon.schema import MODES
from marsad.ontology.cameo import CameoCode, cameo_codes, code_of, code_of_wording, plain
from marsad.ontology.decisions import decisions

CODES = list(cameo_codes().values())


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_row_keeps_its_format(code: CameoCode) -> None:
    assert code.code.isdigit()
    assert 2 <= len(code.code) <= 4
    assert 1 <= int(code.code[:2]) <= 20
    assert code.type in MODES if code.type else not (code.mode or code.contexts)
    assert not code.mode or code.mode in MODES[code.type]
    assert -10 <= code.goldstein <= 10
    assert code.wording == code.wording.strip()
    assert set(code.why) <= set(decisions())
    for act in code.back:
        event_type, _, mode = act.partition(":")
        assert not mode or mode in MODES[event_type]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_row_differs_from_the_codebook_only_with_a_reason(code: CameoCode) -> None:
    own = ":".join((code.type, code.mode, ";".join(code.contexts))).rstrip(":")
    assert code.why or own == code.codebook


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_code_has_a_parent(code: CameoCode) -> None:
    shorter = {3: code.code[:2], 4: code.code[:3]}
    assert len(code.code) == 2 or shorter[len(code.code)] in cameo_codes()


def test_codes_are_those_of_cameo() -> None:
    by_root = Counter(code.code[:2] for code in CODES if len(code.code) > 2)
    assert by_root == {
        "01": 10, "02": 27, "03": 28, "04": 7, "05": 8, "06": 5, "07": 6, "08": 25, "09": 5, "10": 27,
        "11": 12, "12": 28, "13": 22, "14": 26, "15": 6, "16": 13, "17": 13, "18": 14, "19": 9, "20": 7,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("010", ("", "")),  # only said
        ("0231", ("REQUEST", "assist")),  # an appeal as the demand of the same content
        ("036", ("AGREE", "")),
        ("042", ("CONSULT", "visit")),
        ("055", ("CONCEDE", "")),
        ("0813", ("CONCEDE", "")),
        ("085", ("RETREAT", "")),
        ("105", ("REQUEST", "yield")),
        ("112", ("ACCUSE", "allege")),
        ("116", ("SANCTION", "convict")),
        ("124", ("REJECT", "yield")),
        ("1322", ("THREATEN", "restrict")),
        ("139", ("THREATEN", "")),
        ("163", ("SANCTION", "discontinue")),
        ("1712", ("ASSAULT", "destroy")),
        ("1722", ("COERCE", "restrict")),
        ("175", ("ASSAULT", "")),
        ("186", ("ASSAULT", "targeted")),
        ("1952", ("ASSAULT", "drone")),
        ("202", ("ASSAULT", "")),
    ],
)
def test_decided_codes(code: str, expected: tuple[str, str]) -> None:
    row = cameo_codes()[code]
    assert (row.type, row.mode) == expected


def test_only_hosting_turns_the_sides_round() -> None:
    assert [code.code for code in CODES if code.hosted] == ["043"]


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("Engage_in_negotiation", "046"),
        ("fight_with_small_arms_and_light_weapons", "193"),
        ("Return,_release_person(s)", "0841"),
        ("Meet_at_a_'third'_location", "044"),
        ("Make_an_appeal_or_request", "020"),
        ("Refuse_to_ease_economic_sanctions,_boycott,_or_embargo", "1244"),
        ("Appeal for aid, not specified below", "023"),
        ("USE UNCONVENTIONAL MASS VIOLENCE", "200"),  # the root's wording means its unspecified code
        ("Express intent to cooperate", "030"),
        ("Dance together", None),
    ],
)
def test_wordings(wording: str, code: str | None) -> None:
    found = code_of_wording(wording)
    assert (found.code if found else None) == code


def test_no_wording_means_two_codes() -> None:
    owners: dict[str, set[str]] = {}
    for code in CODES:
        for wording in (code.wording, *code.variants):
            owners.setdefault(plain(wording), set()).add(code.code.ljust(3, "0"))
    assert not {wording: codes for wording, codes in owners.items() if len(codes) > 1}


@pytest.mark.parametrize("code", [code for code in CODES if code.type and len(code.code) > 2], ids=lambda c: c.code)
def test_export_keeps_the_type(code: CameoCode) -> None:
    back = code_of(code.type, code.mode, code.contexts)
    assert back is not None
    assert back.type == code.type


@pytest.mark.parametrize(
    ("event_type", "mode", "contexts", "expected"),
    [
        ("AGREE", None, (), "030"),
        ("AGREE", None, ("economic",), "0311"),
        ("AID", None, ("military", "technology"), "072"),
        ("RETREAT", "resign", (), "0831"),
        ("MOBILIZE", "militia", (), "150"),
        ("ASSAULT", None, ("military",), "190"),
        ("ASSAULT", "primitive", (), "180"),
        ("REQUEST", None, (), "100"),  # a demand, and no appeal
        ("SANCTION", "discontinue", (), "163"),
        ("SANCTION", "discontinue", ("diplomatic",), "161"),
        ("CONSULT", None, ("diplomatic",), "040"),  # and no mediation
        ("CONCEDE", None, ("diplomatic",), "080"),  # and no apology
        ("REJECT", "yield", ("diplomatic",), "1245"),  # and no veto
        ("ASSAULT", None, ("religion_ethnicity",), "180"),  # and no mass expulsion
        ("", None, (), None),
    ],
)
def test_codes_for_export(event_type: str, mode: str | None, contexts: tuple[str, ...], expected: str | None) -> None:
    found = code_of(event_type, mode, contexts)
    assert (found.code if found else None) == expected
