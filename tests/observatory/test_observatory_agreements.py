"""Agreements: the list, its facets, and one with what became of it."""

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient


def asked(client: TestClient, query: str) -> Any:
    return client.get(f"/agreements.json?limit=200&{query}").json()


def test_a_list_is_the_same_in_every_form(client: TestClient) -> None:
    told = asked(client, "")
    ids = [row["id"] for row in told["agreements"]]
    days = [row["day"] for row in told["agreements"] if row["day"]]
    assert ids
    assert days == sorted(days, reverse=True)
    table = csv.DictReader(io.StringIO(client.get("/agreements.csv?limit=200").content.decode("utf-8-sig")))
    assert [row["id"] for row in table] == ids
    page = client.get("/agreements?limit=200").text
    assert all(f'class="row" href="/agreements/{id}"' in page for id in ids)


def test_of_several_parties_one_is_enough(client: TestClient) -> None:
    one, other, both = (
        {row["id"] for row in asked(client, query)["agreements"]}
        for query in ("party=RUS", "party=IRN", "party=RUS&party=IRN")
    )
    assert both == one | other
    assert one != other


@pytest.mark.parametrize(("lang", "words"), [("en", "3 billion US dollars"), ("ar", "3 مليارات")])
def test_one_tells_its_terms_and_what_became_of_it(linked: TestClient, lang: str, words: str) -> None:
    row = linked.get("/agreements.json").json()["agreements"][0]
    told = linked.get(f"/agreements/{row['id']}.json").json()
    assert [step["status"] for step in told["agreement"]["history"]] == ["planned", "signed"]
    page = linked.get(f"/agreements/{row['id']}?lang={lang}").text
    assert words in page
    assert {"en": "5 years", "ar": "5 سنوات"}[lang] in page
    for step in told["agreement"]["history"]:
        assert all(f'href="/records/{id}"' in page for id in step["events"])
    assert all(each["id"] in page for each in told["tellings"])


def test_what_there_is_not_is_told(client: TestClient) -> None:
    assert client.get("/agreements/agreement-0000000000000001").status_code == 404
    assert client.get("/agreements.json?party=Nobody+At+All").status_code == 400
    assert asked(client, "status=none-such")["agreements"] == []
