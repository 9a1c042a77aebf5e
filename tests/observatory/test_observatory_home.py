"""The first page and the list of articles."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from observedpages import client_of

from marsad.store.store import Store


def test_the_first_page_tells_what_is_new_and_what_lies_ahead(client: TestClient) -> None:
    told = client.get("/home.json").json()
    newest = max(row["published"] for row in told["articles"])
    assert told["newest"] == newest
    days = [row["day"] for row in told["happenings"]]
    assert days
    assert days == sorted(days, reverse=True)
    assert max(days) <= newest
    assert {row["status"] for row in told["happenings"]} == {"actual"}
    page = client.get("/").text
    for row in (*told["articles"], *told["happenings"], *told["stories"], *told["ahead"], *told["due"]):
        assert f"{row['id']}" in page


def test_meetings_ahead_are_planned_for_after_the_newest_article(tmp_path: Path) -> None:
    from marsad.api import add

    text = tmp_path / "a.txt"
    text.write_text("موسكو 14 مايو 2024\n\nسيزور وزير الخارجية الصيني وانغ يي موسكو في 20 مايو 2024.", encoding="utf-8")
    for _ in add([text], tmp_path / "store.db"):
        pass
    with client_of(tmp_path / "store.db") as client:
        told = client.get("/home.json").json()
    assert [(row["type"], row["status"], row["day"]) for row in told["ahead"]] == [("CONSULT", "planned", "2024-05-20")]
    assert told["newest"] == "2024-05-14"


def test_counts_lead_to_lists_that_are_as_long(client: TestClient) -> None:
    counts = {row["name"]: row["number"] for row in client.get("/home.json").json()["counts"]}
    assert counts["articles"] == client.get("/articles.json").json()["total"]
    assert counts["statements"] == client.get("/statements.json?repeats=true").json()["total"]
    page = client.get("/").text
    assert f'<a href="/articles"><strong>{counts["articles"]}</strong>' in page


@pytest.mark.parametrize(("lang", "words"), [("en", "The store is empty"), ("ar", "المخزن فارغ")])
def test_an_empty_store_says_how_to_fill_it(tmp_path: Path, lang: str, words: str) -> None:
    Store.open(tmp_path / "store.db", create=True).close()
    with client_of(tmp_path / "store.db") as client:
        page = client.get(f"/?lang={lang}").text
        assert words in page
        assert "marsad add" in page
        assert client.get("/articles.json").json() == {
            "articles": [], "facets": [{"parameter": "outlet", "values": []}], "total": 0, "next": None,
        }  # fmt: skip


def asked(client: TestClient, query: str) -> Any:
    return client.get(f"/articles.json?limit=200&{query}").json()


def test_articles_are_the_same_in_every_form_the_newest_first(client: TestClient) -> None:
    told = asked(client, "")
    days = [row["published"] for row in told["articles"] if row["published"]]
    assert days == sorted(days, reverse=True)
    assert len(told["articles"]) == told["total"] > 10
    table = csv.DictReader(io.StringIO(client.get("/articles.csv?limit=200").content.decode("utf-8-sig")))
    assert [row["id"] for row in table] == [row["id"] for row in told["articles"]]
    page = client.get("/articles?limit=200").text
    assert all(f'class="row" href="/articles/{row["id"]}"' in page for row in told["articles"])


def test_an_article_counts_its_records(client: TestClient, samples: Path) -> None:
    with Store.open(samples) as store:
        for row in asked(client, "")["articles"]:
            reading = store.get(row["id"])
            assert (row["statements"], row["events"]) == (len(reading.statements), len(reading.events))


def test_pairs_that_changed_are_told_by_their_change(client: TestClient) -> None:
    told = client.get("/home.json").json()["changed"]
    relations = {(row["a"], row["b"]): row for row in client.get("/relations.json?limit=200").json()["pairs"]}
    sizes = [abs(row["change"]) for row in told]
    assert sizes == sorted(sizes, reverse=True)
    for row in told:
        assert relations[row["a"], row["b"]] == row
        assert row["acts"] >= 5


def test_a_store_of_imported_events_is_not_called_empty(tmp_path: Path) -> None:
    from marsad.foreign.events import ForeignEvent, Party
    from marsad.store.importing import enter

    parties = Party("actor", "Russia", "state:RUS", "RUS"), Party("recipient", "China", "state:CHN", "CHN")
    events = [
        ForeignEvent("icews", str(n), f"2018-09-0{n}", "CONSULT", "", (), 1, 4.0, parties, {"cameo": "042"})
        for n in range(1, 8)
    ]
    with Store.open(tmp_path / "store.db", create=True) as store, store.writing() as connection:
        enter(connection, events)
    with client_of(tmp_path / "store.db") as client:
        page = client.get("/").text
    assert "The store is empty" not in page
    assert 'href="/relations/CHN-RUS"' in page
