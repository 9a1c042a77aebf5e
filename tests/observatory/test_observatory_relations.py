"""The table of all pairs: sorted, narrowed to an actor and to days, the same in every form."""

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient


def told(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_pairs_are_the_same_in_every_form(states: TestClient) -> None:
    page = told(states, "/relations.json")
    names = [(row["a"], row["b"]) for row in page["pairs"]]
    assert len(names) == page["total"] == len(set(names)) >= 8
    rows = list(csv.DictReader(io.StringIO(states.get("/relations.csv").content.decode("utf-8-sig"))))
    assert [(row["a"], row["b"], int(row["acts"])) for row in rows] == [
        (row["a"], row["b"], row["acts"]) for row in page["pairs"]
    ]
    assert {row["period"] for row in rows} == {page["first"]}
    html = states.get("/relations").text
    assert all(f'<a class="row" href="/relations/{a}-{b}">' in html for a, b in names)


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("acts", lambda row: -row["acts"]), ("change", lambda row: -abs(row["change"])),
        ("closest", lambda row: -row["tie"]), ("hostile", lambda row: row["tie"]),
    ],
)  # fmt: skip
def test_an_order_is_the_one_that_was_asked_for(states: TestClient, sort: str, key: Any) -> None:
    rows = told(states, f"/relations.json?sort={sort}")["pairs"]
    assert [key(row) for row in rows] == sorted(key(row) for row in rows)


def test_the_last_days_are_shown_or_those_that_are_asked_for(states: TestClient) -> None:
    page = told(states, "/relations.json")
    assert (page["first"], page["last"]) == ("2018-02-10", "2018-03-11")
    page = told(states, "/relations.json?from=2018-01&to=2018-01-10&actor=Turkey")
    assert (page["first"], page["last"]) == ("2018-01-01", "2018-01-10")
    acts = {(row["a"], row["b"]): row["acts"] for row in page["pairs"]}
    assert acts == {("RUS", "TUR"): 14, ("IRN", "TUR"): 5, ("TUR", "USA"): 5}
    (row,) = [row for row in page["pairs"] if row["a"] == "RUS"]
    assert row["quads"] == [10, 0, 4, 0]


def test_parts_follow_each_other(states: TestClient) -> None:
    whole, rows, cursor = told(states, "/relations.json")["pairs"], [], ""
    while cursor is not None:
        part = told(states, f"/relations.json?limit=3&cursor={cursor}")
        rows, cursor = rows + part["pairs"], part["next"]
    assert rows == whole


def test_an_empty_store_has_no_pairs(nobody: TestClient) -> None:
    page = told(nobody, "/relations.json")
    assert (page["total"], page["pairs"], page["first"]) == (0, [], None)
    assert nobody.get("/relations").status_code == 200


@pytest.mark.parametrize(
    ("query", "status"), [("actor=Nobody", 400), ("source=rumours", 400), ("sort=size", 422), ("from=2019", 400)]
)
def test_what_cannot_be_asked_is_told(states: TestClient, query: str, status: int) -> None:
    assert states.get(f"/relations.json?{query}").status_code == status


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_both_languages_have_all_words(states: TestClient, lang: str) -> None:
    html = states.get("/relations", headers={"accept-language": lang}).text
    assert ">web." not in html
