"""ICEWS: the benchmark's four columns and the table of the Dataverse."""

from pathlib import Path

import pytest
from foreignfiles import ICEWS_HEADER, reader, row

from marsad.foreign.actors import ActorNames
from marsad.foreign.events import Party
from marsad.ontology.cameo import code_of_wording


def test_benchmark_line(tmp_path: Path) -> None:
    events, errors = reader("icews", tmp_path)("Foreign_Affairs_(Russia)\tEngage_in_negotiation\tIran\t2018-09-02")
    assert not errors
    (event,) = events
    assert (event.source, event.day, event.type, event.mode, event.contexts) == (
        "icews", "2018-09-02", "CONSULT", "", ("diplomatic",),
    )  # fmt: skip
    assert (event.quad, event.score, event.status) == (1, 2.5, "actual")
    assert event.parties == (
        Party("actor", "Foreign Affairs (Russia)", "org:rus-mfa", "RUS", "GOV"),
        Party("recipient", "Iran", "state:IRN", "IRN", "GOV"),
    )
    assert event.codes == {
        "cameo": "046", "wording": "Engage_in_negotiation", "source": "Foreign_Affairs_(Russia)", "target": "Iran",
    }  # fmt: skip
    assert event.at.endswith("events.txt:1")


def test_host_is_the_recipient(tmp_path: Path) -> None:
    events, _ = reader("icews", tmp_path)(
        "Qatar\tHost_a_visit\tTurkey\t2018-09-02", "Turkey\tMake_a_visit\tQatar\t2018-09-02"
    )
    assert [[(p.role, p.name) for p in e.parties] for e in events] == [
        [("actor", "Turkey"), ("recipient", "Qatar")]
    ] * 2
    assert [e.codes["source"] for e in events] == ["Qatar", "Turkey"]


def test_statement_has_no_type(tmp_path: Path) -> None:
    events, errors = reader("icews", tmp_path)("Turkey\tMake_statement\tIraq\t2018-09-02")
    assert not errors
    assert (events[0].type, events[0].mode, events[0].quad, events[0].score) == ("", "", 0, None)


def test_repeated_lines_are_kept_apart(tmp_path: Path) -> None:
    line = "Turkey\tConsult\tIraq\t2018-09-02"
    read = reader("icews", tmp_path)
    events, _ = read(line, "Iraq\tConsult\tTurkey\t2018-09-02", line)
    names = [event.id for event in events]
    assert len(set(names)) == 3
    assert names[2] == f"{names[0]}-2"
    assert [event.id for event in read(line)[0]] == names[:1]  # the same line has the same name in another file


BAD = [
    ("Turkey\tConsult\tIraq", "events.txt:2: has 3 columns"),
    ("Turkey\tDance_together\tIraq\t2018-09-02", "'Dance_together' is no wording of CAMEO"),
    ("Turkey\tConsult\tIraq\t2018-02-30", "'2018-02-30' is no date; write it as YYYY-MM-DD"),
    ("\tConsult\t\t2018-09-02", "names no actor"),
]


@pytest.mark.parametrize(("line", "told"), BAD, ids=[told for _, told in BAD])
def test_bad_line_is_told_and_the_rest_is_read(line: str, told: str, tmp_path: Path) -> None:
    good = "Turkey\tConsult\tIraq\t2018-09-02"
    events, errors = reader("icews", tmp_path)(good, line, "Iraq\tConsult\tTurkey\t2018-09-03")
    assert len(events) == 2
    (error,) = errors
    assert told in error
    assert "events.txt:2: " in error


PUBLISHED = {
    "Event_ID": "7001", "Event_Date": "2016-03-04", "Source_Name": "Jan Nobody", "Source_Sectors": "Police,Government",
    "Source_Country": "Russian Federation", "Event_Text": "Host a visit", "CAMEO_Code": "43", "Intensity": "2.8",
    "Target_Name": "Ministry (Iran)", "Target_Country": "Iran", "Story_ID": "31", "Publisher": "Someone",
    "City": "Tehran", "Country": "Iran", "Latitude": "35.69", "Longitude": "51.42",
}  # fmt: skip


def test_published_table(tmp_path: Path) -> None:
    events, errors = reader("icews", tmp_path)(ICEWS_HEADER, row(ICEWS_HEADER, **PUBLISHED))
    assert not errors
    (event,) = events
    assert (event.id, event.day, event.type, event.mode, event.place) == (
        "7001",
        "2016-03-04",
        "CONSULT",
        "visit",
        "Tehran",
    )
    assert event.parties == (  # CAMEO's host is the recipient; an unknown name has the line's country and sector
        Party("actor", "Ministry (Iran)", "group:irn-ministries", "IRN", "GOV"),
        Party("recipient", "Jan Nobody", None, "RUS", "COP"),
    )
    assert event.codes["cameo"] == "43"
    assert event.codes["intensity"] == "2.8"
    assert event.codes["source_sectors"] == "Police,Government"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"CAMEO_Code": "043"}, "visit"),
        ({"CAMEO_Code": "13y"}, "visit"),  # a code of ICEWS's own: the wording tells
        ({"Event_Text": "", "CAMEO_Code": "041"}, "phone"),
        ({"Event_Text": "", "CAMEO_Code": "41"}, "phone"),  # a nought lost in a spreadsheet
        ({"Event_Text": "Something new", "CAMEO_Code": "041"}, "phone"),
    ],
)
def test_code_or_wording_tells_the_type(changed: dict[str, str], expected: str, tmp_path: Path) -> None:
    events, errors = reader("icews", tmp_path)(ICEWS_HEADER, row(ICEWS_HEADER, **(PUBLISHED | changed)))
    assert not errors
    assert events[0].mode == expected


def test_published_line_without_code_is_told(tmp_path: Path) -> None:
    line = row(ICEWS_HEADER, **(PUBLISHED | {"Event_Text": "Dance", "CAMEO_Code": "999"}))
    events, errors = reader("icews", tmp_path)(ICEWS_HEADER, line)
    assert not events
    assert "events.txt:2: 'Dance' is no wording of CAMEO" in errors[0]


def test_published_table_needs_its_columns(tmp_path: Path) -> None:
    header = ICEWS_HEADER.replace("Target Name\t", "")
    events, errors = reader("icews", tmp_path)(header, "x\ty")
    assert not events
    assert errors[0].endswith("the table has no column 'Target Name'; give the file as it was published")


def test_corpus_has_a_country_on_both_sides(shared: Path) -> None:
    """The bar: of the events whose names imply a country on both sides, at least 90% get it."""
    names, implied, found = ActorNames(), 0, 0
    for line in _lines(shared, "icews18/events.tsv"):
        subject, _, object_, _ = line.split("\t")
        sides = names.known(subject), names.known(object_)
        if all(side.implies_country for side in sides):
            implied += 1
            found += all(side.country for side in sides)
    assert implied > 80_000
    assert found / implied > 0.99


def test_corpora_use_only_wordings_that_are_known(shared: Path) -> None:
    wordings = {line.split("\t")[0] for line in _lines(shared, "icews14/relation2id.txt")}
    wordings |= {line.split("\t")[1] for line in _lines(shared, "icews18/events.tsv")}
    assert len(wordings) > 240
    assert not {wording for wording in wordings if code_of_wording(wording) is None}


def _lines(shared: Path, name: str) -> list[str]:
    return (shared / "corpora" / name).read_text(encoding="utf-8").splitlines()
