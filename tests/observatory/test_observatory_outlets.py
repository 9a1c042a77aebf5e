"""Outlets side by side, and what each reports."""

import csv
import io
from collections import Counter
from typing import Any

import pytest
from fastapi.testclient import TestClient


def test_outlets_are_the_same_in_every_form(linked: TestClient) -> None:
    told = linked.get("/outlets.json").json()["outlets"]
    assert [row["articles"] for row in told] == sorted((row["articles"] for row in told), reverse=True)
    table = list(csv.DictReader(io.StringIO(linked.get("/outlets.csv").content.decode("utf-8-sig"))))
    assert [row["outlet"] for row in table] == [row["outlet"] for row in told]
    page = linked.get("/outlets").text
    assert all(f'href="/outlets/{row["outlet"].replace(":", "%3A")}"' in page for row in told)


def test_an_outlet_counts_what_its_articles_hold(linked: TestClient) -> None:
    articles, statements, through = Counter[str](), Counter[str](), Counter[str]()
    store: Any = linked.app.state.store  # type: ignore[attr-defined]
    for row in store.articles(limit=None).rows:
        reading = store.get(row.id)
        if row.outlet:
            articles[row.outlet] += 1
            statements[row.outlet] += len(reading.statements)
            through[row.outlet] += sum(bool(said.via) for said in reading.statements)
    for row in linked.get("/outlets.json").json()["outlets"]:
        outlet = row["outlet"]
        counted = row["articles"], row["statements"], row["through"], row["heard"]
        expected = statements[outlet], through[outlet]
        assert counted == (articles[outlet], *expected, expected[0] - expected[1])
    assert sum(through.values()) > 0


def test_copies_are_those_of_earlier_articles_of_others(linked: TestClient) -> None:
    told = {row["outlet"]: row for row in linked.get("/outlets.json").json()["outlets"]}
    copying = {outlet: row["copied"] for outlet, row in told.items() if row["copied"]}
    assert copying
    for outlet, copied in copying.items():
        assert told[outlet]["copies"] == sum(each["articles"] for each in copied)
        assert told[outlet]["own"] == told[outlet]["articles"] - told[outlet]["copies"]
        for each in copied:
            shown = linked.get(f"/outlets/{each['outlet']}.json").json()
            assert {"outlet": outlet, "articles": each["articles"]} in shown["copied_by"]


def test_an_outlet_shows_what_it_reports(linked: TestClient) -> None:
    row = linked.get("/outlets.json").json()["outlets"][0]
    told = linked.get(f"/outlets/{row['outlet']}.json").json()
    assert told["row"] == row
    assert all(each["outlet"] == row["outlet"] for each in told["articles"])
    page = linked.get(f"/outlets/{row['outlet']}").text
    for pair in told["report"]["pairs"]:
        assert f'href="/relations/{"-".join(pair["countries"])}"' in page
    for name in ("countries", "pairs"):
        numbers = [each["events"] for each in told["report"][name]]
        assert numbers == sorted(numbers, reverse=True)
        assert numbers


@pytest.mark.parametrize(("lang", "words"), [("en", "Who speaks most"), ("ar", "أكثر من تُنقل أقوالهم")])
def test_the_page_is_in_its_language(linked: TestClient, lang: str, words: str) -> None:
    row = linked.get("/outlets.json").json()["outlets"][0]
    assert words in linked.get(f"/outlets/{row['outlet']}?lang={lang}").text


def test_an_outlet_that_has_no_article_is_not_there(linked: TestClient) -> None:
    assert linked.get("/outlets/media:none").status_code == 404
