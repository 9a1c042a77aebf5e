"""Searching: snippets with what was hit, counts that hold, what the words name, and suggestions while one types."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from observedpages import client_of

from marsad.linking.linker import Linker
from marsad.records import Article, Dating, Reading
from marsad.store.rows import rows_of
from marsad.store.store import Store


def asked(client: TestClient, query: str) -> Any:
    return client.get(f"/search.json?limit=200&{query}").json()


def suggested(client: TestClient, text: str, lang: str = "en") -> list[dict[str, str]]:
    found = client.get("/suggest.json", params={"q": text, "lang": lang}).json()["suggestions"]
    client.cookies.clear()
    return found


def test_a_search_is_the_same_in_every_form(client: TestClient) -> None:
    told = asked(client, "q=روسيا")
    ids = [hit["id"] for hit in told["hits"]]
    assert len(ids) == told["total"] > 2
    table = csv.DictReader(io.StringIO(client.get("/search.csv?limit=200&q=روسيا").content.decode("utf-8-sig")))
    assert [row["id"] for row in table] == ids
    page = client.get("/search?limit=200&q=روسيا").text
    assert all(f'href="/articles/{id}"' in page for id in ids)


def test_hits_are_marked_in_the_words_around_them(client: TestClient) -> None:
    told = asked(client, "q=روسيا")["hits"]
    page = client.get("/search?limit=200&q=روسيا").text
    marks = re.findall(r"<mark>([^<]*)</mark>", page)
    hit = [
        hit["snippet"]["text"][start - hit["snippet"]["start"] : end - hit["snippet"]["start"]]
        for hit in told
        for start, end in hit["snippet"]["hits"]
    ]
    assert marks == hit
    assert all("روسيا" in mark for mark in marks)
    assert re.search(r"\S <mark>", page), "the blank before a hit stays"


@pytest.mark.parametrize("text", ["روسيا الصين", "روسيا والصين", "RUS CHN", "Russia China", "Russia and China"])
def test_two_countries_lead_to_their_relation(client: TestClient, text: str) -> None:
    told = client.get("/search.json", params={"q": text}).json()
    assert [each["address"] for each in told["meant"]] == ["/relations/RUS-CHN"]
    assert '<a class="row" href="/relations/RUS-CHN">' in client.get("/search", params={"q": text}).text


@pytest.mark.parametrize(
    ("text", "address"),
    [("إيران", "/actors/IRN"), ("IRN", "/actors/IRN"), ("شي جين بينغ", "/actors/person:xi-jinping"),
     ("المملكة العربية السعودية", "/actors/SAU")],
)  # fmt: skip
def test_an_actor_leads_to_its_page(client: TestClient, text: str, address: str) -> None:
    meant = client.get("/search.json", params={"q": text}).json()["meant"]
    assert meant[0]["address"] == address


@pytest.mark.parametrize("text", ["روسيا زيارة", "قمة", "Russia Russia"])
def test_words_that_name_nobody_are_words(client: TestClient, text: str) -> None:
    assert client.get("/search.json", params={"q": text}).json()["meant"] == []


SUGGESTED = [
    ("روس", "ar", "روسيا", "/actors/RUS", "actor"),
    ("السعود", "ar", "السعودية", "/actors/SAU", "actor"),
    ("rus", "en", "Russia", "/actors/RUS", "actor"),
    ("CHN", "en", "China", "/actors/CHN", "actor"),
    ("شي ج", "ar", "شي جين بينغ", "/actors/person:xi-jinping", "actor"),
    ("Russia Chi", "en", "Russia – China", "/relations/RUS-CHN", "pair"),
    ("روسيا وال", "ar", "روسيا – الولايات المتحدة", "/relations/RUS-USA", "pair"),
    ("روسيا الصين", "ar", "روسيا – الصين", "/relations/RUS-CHN", "pair"),
]


@pytest.mark.parametrize(("text", "lang", "label", "address", "kind"), SUGGESTED)
def test_suggestions(client: TestClient, text: str, lang: str, label: str, address: str, kind: str) -> None:
    found = suggested(client, text, lang)
    assert (label, address, kind) in [(each["label"], each["address"], each["kind"]) for each in found]
    assert len({each["address"] for each in found}) == len(found) <= 15


def test_the_words_themselves_are_suggested_last(client: TestClient) -> None:
    last = suggested(client, "قمة & نار")[-1]
    assert (last["kind"], last["value"]) == ("words", "قمة & نار")
    assert client.get(last["address"]).status_code == 200
    assert suggested(client, "  ") == []


def test_a_country_that_is_known_better_comes_before_one_that_is_not(client: TestClient) -> None:
    found = [each["value"] for each in suggested(client, "chi")]
    assert found.index("CHN") < found.index("CHL")


@pytest.mark.parametrize(("query", "status"), [("q=-", 400), ("q=a&type=NONE", 400), ("q=a&outlet=nobody", 400)])
def test_what_cannot_be_searched_is_told(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/search.json?{query}").status_code == status


def test_nothing_is_searched_for_without_words(client: TestClient) -> None:
    assert client.get("/search.json").json()["hits"] == []
    assert "All words must be there" in client.get("/search").text


def test_text_of_articles_is_never_markup(tmp_path: Path) -> None:
    text = "خبر <script>alert(1)</script> عن القمة <b>الكبرى</b> اليوم"
    article = Article(
        "a" * 64, text, "x", "https://news.example/x", "<i>عنوان</i>", published=Dating("2024-05-01", "day")
    )
    with Store.open(tmp_path / "store.db", create=True) as store:
        store.add(rows_of(Reading(article, (), (), (), ())))
        Linker(store, []).link()
    with client_of(tmp_path / "store.db") as client:
        page = client.get("/search?q=القمة").text
    assert "<mark>القمة</mark>" in page
    assert "&lt;script&gt;" in page
    assert "&lt;i&gt;عنوان" in page
    assert not re.search(r"<(b|i)>", page)
