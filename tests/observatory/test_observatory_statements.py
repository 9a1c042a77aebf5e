"""Statements as a list: what narrows them, and that what is counted is what is listed."""

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient


def asked(client: TestClient, query: str) -> Any:
    """What `/statements.json` answers, with the statements of all its parts."""
    told = part = client.get(f"/statements.json?limit=200&{query}").json()
    while part["next"]:
        part = client.get(f"/statements.json?limit=200&{query}&cursor={part['next']}").json()
        told["statements"] += part["statements"]
    return told


def test_statements_are_listed_without_a_speaker_the_newest_first(client: TestClient) -> None:
    told = asked(client, "")
    days = [row["day"] for row in told["statements"] if row["day"]]
    assert days == sorted(days, reverse=True)
    assert len(told["statements"]) == told["total"] > 20
    page = client.get("/statements?limit=200").text
    table = csv.DictReader(io.StringIO(client.get("/statements.csv?limit=200").content.decode("utf-8-sig")))
    assert [row["id"] for row in table] == [row["id"] for row in told["statements"][:200]]
    for row in told["statements"][:200]:
        assert f'class="row" href="/records/{row["id"]}"' in page


def test_facets_are_counted_among_the_values_of_the_others(client: TestClient) -> None:
    told = asked(client, "kind=direct&kind=mixed&chain=own")
    facets = {facet["parameter"]: {v["value"]: v for v in facet["values"]} for facet in told["facets"]}
    assert {row["kind"] for row in told["statements"]} == {"direct", "mixed"}
    assert not any(row["via"] for row in told["statements"])
    assert facets["kind"]["indirect"]["rows"] > 0
    assert {value for value, found in facets["kind"].items() if found["chosen"]} == {"direct", "mixed"}
    assert facets["chain"]["own"]["rows"] == told["total"]


def test_a_chain_names_whom_the_outlet_has_the_words_from(client: TestClient) -> None:
    chains = next(f["values"] for f in asked(client, "")["facets"] if f["parameter"] == "chain")
    others = [value["value"] for value in chains if value["value"] != "own"]
    assert others
    for other in others:
        assert {row["via"][0]["id"] for row in asked(client, f"chain={other}")["statements"]} == {other}


def test_words_are_those_of_the_statement_and_not_of_its_article_alone(client: TestClient) -> None:
    found = asked(client, "about=اتفاق")["statements"]
    assert found
    assert all("اتفاق" in row["content"] for row in found)


def test_confidence_is_at_least_what_is_asked_for(client: TestClient) -> None:
    sure, all_of_them = asked(client, "min_confidence=0.8")["total"], asked(client, "")["total"]
    assert 0 < sure < all_of_them
    assert client.get("/statements.json?min_confidence=2").status_code == 422


def test_words_that_several_tell_are_listed_once_unless_all_are_wanted(linked: TestClient) -> None:
    once, each = asked(linked, ""), asked(linked, "repeats=true")
    told_again = [row for row in each["statements"] if row["echo"]]
    echoes = {row["echo"] for row in told_again}
    assert len(told_again) > len(echoes) > 0
    assert each["total"] - once["total"] == len(told_again) - len(echoes)
    assert [row["id"] for row in once["statements"] if row["echo"]] == [
        row["id"] for row in told_again if row["day"] == "2024-05-14"
    ]
    page = linked.get("/statements").text
    assert all(f'href="/echoes/{echo}"' in page for echo in echoes)


@pytest.mark.parametrize(("lang", "words"), [("en", "Heard from"), ("ar", "مصدر المنبر")])
def test_the_list_is_in_the_language_of_the_page(client: TestClient, lang: str, words: str) -> None:
    assert words in client.get(f"/statements?lang={lang}").text


def test_who_is_not_known_is_told(client: TestClient) -> None:
    assert client.get("/statements.json?speaker=Nobody+At+All").status_code == 400
