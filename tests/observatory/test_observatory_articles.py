"""An article's page: its text as it came, its records marked in it and told beside it."""

from pathlib import Path

import askedstore
import pytest
from fastapi.testclient import TestClient
from lxml import html
from observedpages import client_of

from marsad.store.ids import public_id
from marsad.store.rows import article_id, rows_of
from marsad.store.store import Store

ARTICLE = "0f7ae0008aaf70f4"


def page_of(client: TestClient, address: str) -> html.HtmlElement:
    found = client.get(address)
    assert found.status_code == 200, found.text
    return html.document_fromstring(found.content, parser=html.HTMLParser(encoding="utf-8"))


def text_of(page: html.HtmlElement) -> str:
    """The article's text in the page, without the names of records in it."""
    text = page.get_element_by_id("text")
    for tag in text.xpath('.//a[contains(@class, "tag")]'):
        tag.text = ""
    return text.text_content()


@pytest.fixture
def told(client: TestClient) -> dict:
    return client.get(f"/articles/{ARTICLE}.json").json()


def test_the_text_stands_as_it_came(client: TestClient, told: dict) -> None:
    text = told["article"]["text"]
    assert "\n\n" in text
    for lang in ("en", "ar"):
        page = page_of(client, f"/articles/{ARTICLE}?lang={lang}")
        assert text_of(page) == text
        assert page.get_element_by_id("text").get("dir") == "rtl"


def test_every_mark_leads_to_a_card_and_back(client: TestClient, told: dict) -> None:
    page = page_of(client, f"/articles/{ARTICLE}?lang=en")
    ids = {element.get("id") for element in page.xpath("//*[@id]")}
    cards = {card["id"] for card in told["cards"]}
    assert {"s1", "e1", "n1"} <= cards <= ids
    marks = page.xpath('//*[@id="text"]//a[@href]')
    assert {mark.get("href").lstrip("#") for mark in marks} <= cards
    back = page.xpath('//article[contains(@class, "card")]//ul[@class="evidence"]//a/@href')
    assert back
    assert {place.lstrip("#") for place in back} <= ids
    assert {mark["record"] for mark in told["marks"] if mark["kind"] == "trigger"} == {
        card["id"] for card in told["cards"] if card["kind"] == "event"
    }


def test_the_marks_in_the_text_cover_what_the_records_say(client: TestClient, told: dict) -> None:
    page = page_of(client, f"/articles/{ARTICLE}")
    text = told["article"]["text"]
    for mark in told["marks"]:
        shown = [
            each.text_content()
            for each in page.xpath('//*[@id="text"]//*[@data-records]')
            if mark["kind"] in each.get("class").split() and mark["record"] in each.get("data-records").split()
        ]
        assert mark["start"] < mark["end"]
        assert any(part and part in text[mark["start"] : mark["end"]] for part in shown), mark
    triggers = page.xpath('//*[@id="text"]//a[contains(@class, "trigger")]')
    statuses = {card["status"] for card in told["cards"] if card["kind"] == "event"}
    assert statuses <= {name for each in triggers for name in each.get("class").split()}


def test_each_card_says_why_how_surely_and_leads_to_its_record(client: TestClient, told: dict) -> None:
    page = page_of(client, f"/articles/{ARTICLE}?lang=en")
    for card in told["cards"]:
        shown = page.get_element_by_id(card["id"])
        if card["kind"] == "entity":
            continue
        assert card["reasons"]
        assert all(reason["text"] in shown.text_content() for reason in card["reasons"])
        assert f"Confidence {card['confidence']:.2f}" in " ".join(shown.text_content().split())
        assert f"/records/{ARTICLE}-{card['id']}" in shown.xpath(".//a/@href")


def test_kinds_of_marks_can_be_chosen_with_labelled_boxes(client: TestClient) -> None:
    page = page_of(client, f"/articles/{ARTICLE}?lang=ar")
    boxes = page.xpath('//fieldset[@id="legend"]//label/input[@type="checkbox"]/@value')
    assert boxes == ["content", "cue", "actual", "planned", "possible", "denied", "mention", "quantity", "furniture"]
    assert all(each.text_content().strip() for each in page.xpath('//fieldset[@id="legend"]//label'))


def test_what_is_known_of_the_article_is_told(client: TestClient, told: dict) -> None:
    article = told["article"]
    text = " ".join(page_of(client, f"/articles/{ARTICLE}?lang=en").text_content().split())
    assert f"Read byMarsad {article['coder']}" in text
    assert article["published_evidence"] in text
    assert told["document"] in text
    assert f"Marsad {article['coder']}" in told["citation"]["en"]
    assert f"/articles/{ARTICLE}" in told["citation"]["ar"]


def test_copies_story_and_source_are_linked(linked: TestClient) -> None:
    names = {each.name: public_id(article_id(askedstore.reading(each).article)) for each in askedstore.SKETCHES}
    page = page_of(linked, f"/articles/{names['plan copied']}?lang=en")
    around = page.xpath('//div[contains(@class, "around")]')[0]
    assert f"/articles/{names['plan']}" in around.xpath(".//a/@href")
    assert "first" in around.text_content()
    assert f"/stories/story-{names['plan']}" in around.xpath(".//a/@href")
    (link,) = page_of(linked, f"/articles/{names['plan']}").xpath('//a[starts-with(@href, "https:")]')
    assert (link.get("href"), link.get("rel")) == ("https://news.example/plan", "noopener noreferrer")
    event = page_of(linked, f"/articles/{names['plan']}?lang=en").get_element_by_id("e1")
    assert "2 tellings" in event.text_content()
    furniture = page_of(linked, f"/articles/{names['plan']}").xpath('//*[@id="text"]//*[contains(@class, "furniture")]')
    assert "".join(each.text_content() for each in furniture) == "بحسب الكرملين"


def test_versions_lead_to_each_other(tmp_path: Path) -> None:
    sketches = [askedstore.SKETCHES[0], askedstore.SKETCHES[4]]
    readings = [askedstore.reading(each, "https://news.example/same") for each in sketches]
    with Store.open(tmp_path / "versions.db", create=True) as store:
        for each in readings:
            store.add(rows_of(each))
    old, new = (public_id(article_id(each.article)) for each in readings)
    with client_of(tmp_path / "versions.db") as client:
        first = page_of(client, f"/articles/{old}?lang=en")
        last = page_of(client, f"/articles/{new}?lang=en")
    assert "This is not the last version" in first.text_content()
    assert f"/articles/{new}" in first.xpath("//main//a/@href")
    assert "This is not the last version" not in last.text_content()
    assert f"/articles/{old}" in last.xpath("//main//a/@href")


@pytest.mark.parametrize("id", ["0000000000000001", "0f7ae0008aaf70f4-e1", "story-0000000000000001", "x", "..%2Fx"])
def test_what_is_no_article_is_not_found(client: TestClient, id: str) -> None:
    assert client.get(f"/articles/{id}").status_code == 404
    assert client.get(f"/articles/{id}.json").status_code == 404
