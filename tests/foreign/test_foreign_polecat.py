"""POLECAT's tables and PLOVER's JSON Lines."""

import json
from pathlib import Path

import pytest
from foreignfiles import POLECAT_HEADER, reader, row

from marsad.foreign.events import Party
from marsad.foreign.ploverterms import country_and_sector, terms_of

PAIR = {
    "Event_ID": "a1_2", "Event_Date": "2023-05-06", "Event_Type": "CONSULT", "Event_Mode": "visit", "Intensity": "4.0",
    "Quad_Code": "VERBAL COOPERATION", "Contexts": "diplomatic; economic", "Actor_Name": "Recep Tayyip Erdoğan",
    "Actor_Country": "TUR", "Actor_COW": "640", "Primary_Actor_Sector": "GOV", "Recipient_Name": "Qatar",
    "Recipient_Country": "QAT", "Primary_Recipient_Sector": "GOV", "City": "Doha", "Country": "QAT",
    "Publication_Date": "2023-05-07", "Language": "ar",
}  # fmt: skip


def test_polecat_row(tmp_path: Path) -> None:
    events, errors = reader("polecat", tmp_path)(POLECAT_HEADER, row(POLECAT_HEADER, **PAIR))
    assert not errors
    (event,) = events
    assert (event.source, event.id, event.day, event.place) == ("polecat", "a1_2", "2023-05-06", "Doha")
    assert (event.type, event.mode, event.contexts) == ("CONSULT", "visit", ("diplomatic", "economic"))
    assert (event.quad, event.score) == (1, 4.0)
    assert event.parties == (
        Party("actor", "Recep Tayyip Erdoğan", "person:recep-tayyip-erdogan", "TUR", "GOV"),
        Party("recipient", "Qatar", "state:QAT", "QAT", "GOV"),
    )
    assert event.codes["intensity"] == "4.0"
    assert event.codes["quad"] == "VERBAL COOPERATION"


def test_polecat_with_commas(tmp_path: Path) -> None:
    header = POLECAT_HEADER.replace("\t", ",")
    line = row(POLECAT_HEADER, **(PAIR | {"Actor_Name": '"Erdoğan, Recep"'})).replace("\t", ",")
    events, errors = reader("polecat", tmp_path)(header, line)
    assert not errors
    assert events[0].parties[0] == Party("actor", "Erdoğan, Recep", None, "TUR", "GOV")


def test_polecat_compound_actors_stay_one_event(tmp_path: Path) -> None:
    several = {
        "Actor_Name": "France; Jan Nobody; None", "Actor_Country": "FRA; DEU|FRA; None", "Actor_COW": "220; 255; None",
        "Primary_Actor_Sector": "GOV; MIL; None", "Recipient_Name": "None", "Recipient_Country": "None",
        "Primary_Recipient_Sector": "None",
    }  # fmt: skip
    events, _ = reader("polecat", tmp_path)(POLECAT_HEADER, row(POLECAT_HEADER, **(PAIR | several)))
    assert events[0].parties == (
        Party("actor", "France", "state:FRA", "FRA", "GOV"),
        Party("actor", "Jan Nobody", None, "DEU", "MIL"),
    )


def test_polecat_country_by_its_number_or_by_the_name(tmp_path: Path) -> None:
    changed = {"Actor_Name": "Jan Nobody", "Actor_Country": "None", "Actor_COW": "710", "Recipient_Country": "None"}
    events, _ = reader("polecat", tmp_path)(POLECAT_HEADER, row(POLECAT_HEADER, **(PAIR | changed)))
    assert [party.country for party in events[0].parties] == ["CHN", "QAT"]


def test_polecat_name_of_another_country_is_not_ours(tmp_path: Path) -> None:
    events, _ = reader("polecat", tmp_path)(POLECAT_HEADER, row(POLECAT_HEADER, **(PAIR | {"Actor_Country": "AZE"})))
    assert events[0].parties[0] == Party("actor", "Recep Tayyip Erdoğan", None, "AZE", "GOV")


def test_polecat_surplus_cells(tmp_path: Path) -> None:
    good = row(POLECAT_HEADER, **PAIR)
    events, errors = reader("polecat", tmp_path)(POLECAT_HEADER, f"{good}\t\t", f"{good}\tmore")
    assert len(events) == 1
    assert "events.txt:3: 41 cells under 40 headings" in errors[0]


def test_polecat_without_a_date_is_filed_by_publication(tmp_path: Path) -> None:
    events, _ = reader("polecat", tmp_path)(POLECAT_HEADER, row(POLECAT_HEADER, **(PAIR | {"Event_Date": "None"})))
    assert events[0].day == "2023-05-07"


@pytest.mark.parametrize(
    ("event_type", "modes", "contexts", "expected"),
    [
        ("CONSULT", ["visit"], ["diplomatic"], ("CONSULT", "visit", ("diplomatic",), "actual")),
        ("consult", [""], [], ("CONSULT", "", (), "actual")),
        ("DISAPPROVE", [], [], ("ACCUSE", "disapprove", (), "actual")),
        ("FIGHT", ["firearms"], [], ("ASSAULT", "firearms", (), "actual")),
        ("COERCE", ["ban"], ["democracy"], ("COERCE", "restrict", ("pro_democracy",), "actual")),
        ("ASSAULT", ["massacre", "aerial"], [], ("ASSAULT", "aerial", (), "actual")),
        (
            "PROTEST",
            ["Demo"],
            ["enviro_disaster", "disasters", "weather"],
            ("PROTEST", "demo", ("disasters",), "actual"),
        ),
        ("AID", ["visit"], [], ("AID", "", (), "actual")),  # no mode of AID
        ("AID", ["future"], [], ("AID", "", (), "planned")),
        ("AID", [], ["hypothetical"], ("AID", "", (), "possible")),
        ("AID", ["negation"], [], ("AID", "", (), "denied")),
        ("AID", ["historical"], [], ("AID", "", (), "actual")),
    ],
)
def test_terms(event_type: str, modes: list[str], contexts: list[str], expected: tuple[object, ...]) -> None:
    assert tuple(terms_of(event_type, modes, contexts)) == expected


@pytest.mark.parametrize(
    ("code", "sector", "expected"),
    [
        ("USA", "gov", ("USA", "GOV")), ("JAP", "", ("JPN", "")), ("IGO", "", (None, "IGO")),
        ("IMG", "", (None, "REB")), ("NGO", "MED", (None, "MED")), ("", "CVL", (None, "CVL")), ("KOS", "", ("XKX", "")),
    ],
)  # fmt: skip
def test_countries_and_sectors(code: str, sector: str, expected: tuple[str | None, str]) -> None:
    assert country_and_sector(code, sector) == expected


RECORD = {
    "id": "x-1", "date": "2024-02-03", "event": ["SANCTION"], "mode": ["discontinue"], "context": ["economic"],
    "actor": [{"code": "EUR", "entity_text": "European Union"}],
    "recipient": [{"code": "RUS", "sector": "GOV"}], "quad_code": 4, "event_scale": -6.0,
    "event_loc": [{"extracted_place": "Brussels", "country_code": "BEL"}], "text": "Our own sentence.",
    "cite_info": {"url": "https://example.org/b"},
}  # fmt: skip


def line(**changed: object) -> str:
    return json.dumps(RECORD | changed)


def test_plover_record(tmp_path: Path) -> None:
    events, errors = reader("plover", tmp_path)(line())
    assert not errors
    (event,) = events
    assert (event.id, event.day, event.type, event.mode, event.contexts) == (
        "x-1", "2024-02-03", "SANCTION", "discontinue", ("economic",),
    )  # fmt: skip
    assert (event.quad, event.place, event.link, event.text) == (
        4, "Brussels", "https://example.org/b", "Our own sentence.",
    )  # fmt: skip
    assert event.parties == (
        Party("actor", "European Union", "org:eu", None, "IGO"),
        Party("recipient", "RUS", "state:RUS", "RUS", "GOV"),
    )
    assert event.codes["scale"] == "-6.0"


def test_plover_older_names_of_fields(tmp_path: Path) -> None:
    events, errors = reader("plover", tmp_path)(
        json.dumps(
            {"id": "y", "date": "2000-01-01", "event": "DEMAND", "source": {"code": "JAP"}, "target": [{"code": "CHN"}]}
        )
    )
    assert not errors
    assert events[0].type == "REQUEST"
    assert [(p.role, p.country) for p in events[0].parties] == [("actor", "JPN"), ("recipient", "CHN")]


def test_plover_several_types_are_several_events(tmp_path: Path) -> None:
    events, _ = reader("plover", tmp_path)(line(event=["AID", "CONSULT"], mode=["visit"]))
    assert [(e.id, e.type, e.mode) for e in events] == [("x-1", "AID", ""), ("x-1/2", "CONSULT", "visit")]


def test_plover_identifiers_of_ours_are_kept(tmp_path: Path) -> None:
    actors = [
        {"code": "RUS", "identifier_id": "person:vladimir-putin", "identifier_text": "Putin"},
        {"code": "UKR", "identifier_id": "group:ukr-officials", "identifier_text": "officials", "sector": "GOV"},
        {"code": "USA", "identifier_id": "state:USA", "identifier_text": "United States"},
    ]
    events, _ = reader("plover", tmp_path)(line(actor=actors))
    assert [p.entity for p in events[0].parties if p.role == "actor"] == [
        "person:vladimir-putin", "group:ukr-officials", "state:USA",
    ]  # fmt: skip


def test_plover_planned_event_of_ours_comes_back_as_it_was(tmp_path: Path) -> None:
    own = {"status": "planned", "planned": {"type": "CONSULT", "mode": "visit"}}
    events, _ = reader("plover", tmp_path)(line(event=["AGREE"], mode=[], marsad=own))
    assert (events[0].type, events[0].mode, events[0].status) == ("CONSULT", "visit", "planned")


def test_plover_record_without_event_is_none(tmp_path: Path) -> None:
    assert reader("plover", tmp_path)(line(has_event=False)) == ([], [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "is no JSON"),
        ("[1]", "is no JSON object"),
        (line(event=[]), "has no `event`"),
        (line(event=["DANCE"]), "'DANCE' is no type of PLOVER"),
        (line(actor=[], recipient=[]), "has no `actor`"),
        (line(date="soon"), "'soon' is no date"),
    ],
)
def test_bad_line_is_told_and_the_rest_is_read(text: str, told: str, tmp_path: Path) -> None:
    events, errors = reader("plover", tmp_path)(line(), text, line(id="x-2"))
    assert [event.id for event in events] == ["x-1", "x-2"]
    (error,) = errors
    assert "events.txt:2: " in error
    assert told in error
