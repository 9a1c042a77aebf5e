"""What stands beside a filter is the number of rows that it leads to, whatever else is asked for, on every list."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from fastapi.testclient import TestClient

from marsad.errors import QueryError
from marsad.observatory.parts.filters import BANDS, choices, narrowed
from marsad.observatory.parts.listing import FURTHEST, cursor_after, facet, offset_of
from marsad.store.queries.between import Glimpse

ROWS = {"/search": "hits", "/relations/CHN-RUS": "events", "/actors/IRN": "events"}
"""Where the rows stand, if not under the name of the page."""
FACETS = {
    "/articles": {"outlet"}, "/search": {"outlet", "type", "status"},
    "/statements": {"kind", "act", "outlet", "chain"}, "/promises": {"outcome"}, "/agreements": {"status", "party"},
    "/actors/IRN": {"type", "quad", "status", "source", "outlet", "confidence"},
    "/relations/CHN-RUS": {"type", "quad", "status", "source", "outlet", "confidence"},
}  # fmt: skip
QUESTIONS = (
    "/articles", "/articles?actor=IRN", "/articles?from=2021&to=2023", "/search?q=روسيا", "/search?q=إيران&actor=IRN",
    "/search?q=وزير&from=2021", "/search?q=وزير&type=CONSULT", "/search?q=وزير&type=CONSULT&status=planned",
    "/search?q=وزير&actor=IRN&type=CONSULT&status=denied", "/statements", "/statements?speaker=RUS",
    "/statements?about=CHN", "/statements?about=اتفاق", "/statements?repeats=true&min_confidence=0.5",
    "/statements?kind=direct&kind=mixed&chain=own", "/statements?kind=indirect&act=say&outlet=media:none",
    "/promises", "/promises?actor=RUS", "/promises?outcome=overdue&as_of=2030-01-01", "/agreements",
    "/agreements?from=2021&to=2023", "/agreements?party=RUS", "/agreements?status=signed",
    "/search?q=وزير&outlet=media:reuters", "/agreements?party=RUS&status=signed",
    "/actors/IRN", "/actors/IRN?role=actor", "/actors/IRN?from=2021&to=2023", "/actors/IRN?status=planned&quad=1",
    "/actors/IRN?type=CONSULT&quad=4", "/relations/CHN-RUS", "/relations/CHN-RUS?status=planned",
    "/relations/CHN-RUS?status=actual&type=CONSULT", "/relations/CHN-RUS?type=ASSAULT&quad=1&confidence=low",
)  # fmt: skip


def asked(client: TestClient, path: str, question: list[tuple[str, str]]) -> Any:
    answer = client.get(f"{path}.json?{urlencode([*question, ('limit', '200')])}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def known(facet: Any) -> dict[str, int]:
    """What rows have: it is the same whatever is chosen of the facet itself."""
    return {value["value"]: value["rows"] for value in facet["values"] if value["rows"]}


@pytest.mark.parametrize("address", QUESTIONS)
def test_every_count_is_the_number_of_rows_that_it_leads_to(client: TestClient, address: str) -> None:
    path, _, query = address.partition("?")
    question, rows = parse_qsl(query), ROWS.get(path, path[1:])
    told = asked(client, path, question)
    assert {each["parameter"] for each in told["facets"]} == FACETS[path]
    for each in told["facets"]:
        others = [pair for pair in question if pair[0] != each["parameter"]]
        wanted = [value for name, value in question if name == each["parameter"]]
        assert {value["value"] for value in each["values"] if value["chosen"]} == set(wanted)
        unchosen = asked(client, path, others)["facets"]
        assert known(each) == known(next(one for one in unchosen if one["parameter"] == each["parameter"]))
        counts = [value["rows"] for value in each["values"]]
        assert counts == sorted(counts, reverse=True)
        for value in each["values"]:
            part = asked(client, path, [*others, (each["parameter"], value["value"])])
            assert len(part[rows]) == part.get("total", len(part[rows])) == value["rows"], (each["parameter"], value)


def test_questions_ask_for_something(client: TestClient) -> None:
    """Most of them: what no row has is asked for too."""
    known = [address for address in QUESTIONS if "none" not in address]
    found = {}
    for address in known:
        path, _, query = address.partition("?")
        found[address] = len(asked(client, path, parse_qsl(query))[ROWS.get(path, path[1:])])
    assert sum(map(bool, found.values())) > 0.7 * len(known), found


def test_what_is_chosen_is_listed_even_if_nothing_has_it() -> None:
    made = facet("outlet", {"media:b": 2, "media:c": 2, "media:a": 1}, {"media:b": "B"}, ["media:none"])
    assert [(value.value, value.name, value.rows, value.chosen) for value in made.values] == [
        ("media:b", "B", 2, False), ("media:c", "media:c", 2, False), ("media:a", "media:a", 1, False),
        ("media:none", "media:none", 0, True),
    ]  # fmt: skip


def test_cursors_lead_on_up_to_the_furthest_row() -> None:
    assert offset_of(cursor_after(150, 50, True)) == 200
    assert offset_of(cursor_after(FURTHEST - 50, 50, True)) == FURTHEST
    assert cursor_after(FURTHEST - 49, 50, True) is None
    assert cursor_after(0, 50, False) is None
    with pytest.raises(QueryError):
        offset_of("bzotMQ")  # o:-1
    with pytest.raises(QueryError):
        offset_of("eDox")  # x:1


def glimpse(number: int, confidence: float | None, type: str = "AID", status: str = "actual") -> Glimpse:
    return Glimpse(number, "marsad", "2024-01-01", type, None, 2, status, ("media:a",), confidence)


@pytest.mark.parametrize(
    ("confidence", "band"),
    [(1.0, "high"), (0.5, "high"), (0.49, "middle"), (0.25, "middle"), (0.24, "low"), (0, "low")],
)
def test_confidence_is_in_the_band_that_begins_with_it(confidence: float, band: str) -> None:
    assert narrowed([glimpse(1, confidence)], choices({})).counts["confidence"] == {band: 1}
    assert set(BANDS) == {"high", "middle", "low"}


def test_what_others_record_has_no_confidence() -> None:
    assert narrowed([glimpse(1, None)], choices({})).counts["confidence"] == {}


def test_a_row_that_two_filters_leave_out_counts_nowhere() -> None:
    rows = [glimpse(1, 0.9), glimpse(2, 0.9, "CONSULT"), glimpse(3, 0.9, "CONSULT", "planned")]
    left = narrowed(rows, choices({"type": ["AID"], "status": ["actual"]}))
    assert [row.number for row in left.rows] == [1]
    assert left.counts["type"] == {"AID": 1, "CONSULT": 1}
    assert left.counts["status"] == {"actual": 1}
    assert left.counts["quad"] == {"2": 1}
