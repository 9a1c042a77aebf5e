"""Agreements: the list, its facets, and one with what became of it."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from marsad.observatory.asking import Asked
from marsad.observatory.memory import Memory
from marsad.observatory.preferences import Preferences
from marsad.observatory.templating import page
from marsad.observatory.views import View
from marsad.store.queries.show import AgreementView
from marsad.store.store import Store


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


def test_what_many_tell_is_no_page_that_is_too_big(samples: Path) -> None:
    with Store.open(samples) as store:
        shown = store.show(store.agreements(limit=1).rows[0].id)
        assert isinstance(shown, AgreementView)
        step = {**shown.agreement.history[0], "events": ["0f7ae0008aaf70f4-e1"] * 2_000}
        many = shown._replace(tellings=shown.tellings * 2_000, agreement=shown.agreement._replace(history=(step,)))
        asked = Asked(store, Preferences(), "/agreements/x", "", Memory(store.revision))
        made = page(View("agreement.html", "x", many), asked)
    assert len(made) < 600_000
    assert b"The first 200." in made
