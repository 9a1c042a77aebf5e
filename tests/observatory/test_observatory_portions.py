"""A long article is shown in parts: none is too big, and together they are the article."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html
from observedpages import client_of

from marsad.api import add
from marsad.observatory.parts import portions
from marsad.output.marks import Mark, segments, stretch

ARTICLE = "0f7ae0008aaf70f4"
SENTENCES = (
    "وزار وزير الخارجية المصري سامح شكري أنقرة في {} مايو 2023.",
    "وقال الرئيس التركي رجب طيب أردوغان إن تركيا ستدعم مصر في {} مايو 2023.",
    "ووقعت مصر وتركيا في {} مايو 2023 اتفاقا بقيمة 3 مليارات دولار.",
)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "CHARACTERS", 300)
    monkeypatch.setattr(portions, "MARKS", 12)


def _pages(client: TestClient, id: str) -> list[html.HtmlElement]:
    first = client.get(f"/articles/{id}.json").json()
    answers = [client.get(f"/articles/{id}?part={n}") for n in range(1, first["part"]["parts"] + 1)]
    assert all(answer.status_code == 200 for answer in answers)
    assert all(len(answer.content) < 600_000 for answer in answers)
    return [html.document_fromstring(each.content, parser=html.HTMLParser(encoding="utf-8")) for each in answers]


def _text(page: html.HtmlElement) -> str:
    text = page.get_element_by_id("text")
    for tag in text.xpath('.//a[contains(@class, "tag")]'):
        tag.text = ""
    return text.text_content()


@pytest.mark.usefixtures("short")
def test_the_parts_are_the_article(samples: Path) -> None:
    with client_of(samples) as client:
        told = client.get(f"/articles/{ARTICLE}.json").json()
        pages = _pages(client, ARTICLE)
        assert len(pages) == told["part"]["parts"] > 3
        assert "".join(map(_text, pages)) == told["article"]["text"]
        listed = [client.get(f"/articles/{ARTICLE}.json?part={n + 1}").json()["cards"] for n in range(len(pages))]
        records = [card["id"] for cards in listed for card in cards if card["kind"] != "entity"]
    assert sorted(records) == sorted(id.rpartition("-")[2] for id in _records(told))
    for page in pages:
        ids = {element.get("id") for element in page.xpath("//*[@id]")}
        assert {link.lstrip("#") for link in page.xpath('//ul[@class="evidence"]//a/@href')} <= ids
    assert [bool(page.xpath('//a[@rel="next"]')) for page in pages] == [*[True] * (len(pages) - 1), False]
    assert [bool(page.xpath('//a[@rel="prev"]')) for page in pages] == [False, *[True] * (len(pages) - 1)]


def _records(told: dict) -> list[str]:
    events = [each["event"]["id"] for each in told["article"]["events"]]
    return [*events, *(each["id"] for each in told["article"]["statements"])]


@pytest.mark.usefixtures("short")
def test_records_lead_to_their_part(samples: Path) -> None:
    with client_of(samples) as client:
        told = client.get(f"/articles/{ARTICLE}.json").json()
        for id in _records(told):
            page = html.document_fromstring(client.get(f"/records/{id}").text)
            address, _, card = page.xpath('//p[@class="leads"]/a/@href')[0].partition("#")
            assert html.document_fromstring(client.get(address).text).get_element_by_id(card) is not None


def test_most_articles_have_one_part(client: TestClient) -> None:
    page = client.get(f"/articles/{ARTICLE}")
    assert client.get(f"/articles/{ARTICLE}.json").json()["part"]["parts"] == 1
    assert 'rel="next"' not in page.text
    assert client.get(f"/articles/{ARTICLE}?part=2").status_code == 404
    assert client.get(f"/articles/{ARTICLE}?part=0").status_code == 422


def test_no_part_of_a_book_is_too_big(tmp_path: Path) -> None:
    text = "\n".join(SENTENCES[n % 3].format(n % 28 + 1) for n in range(600))
    (tmp_path / "long.txt").write_text(f"لقاء مصري تركي\n\n{text}", "utf-8")
    for _ in add([tmp_path / "long.txt"], tmp_path / "long.db"):
        pass
    with client_of(tmp_path / "long.db") as client:
        id = client.get("/articles.json").json()["articles"][0]["id"]
        assert len(_pages(client, id)) > 3


@pytest.mark.parametrize("text", ["", "x", "x" * 100_000, "x\n" * 50_000, "\n" * 90_000, "x " * 45_000])
def test_every_text_has_parts(text: str) -> None:
    found = portions.parts(text, [Mark(n, n + 1, "mention", "n1") for n in range(0, len(text), 7)])
    assert "".join(text[each.start : each.end] for each in found) == text
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    assert all(each.parts == len(found) and each.end - each.start <= portions.CHARACTERS for each in found)
    assert all(portions.part_of(found, each.start) == each for each in found if each.end > each.start)


def test_a_stretch_is_what_segments_are_between_two_characters() -> None:
    text, marks = "abcdefghij", [Mark(4, 6, "mention", "n1"), Mark(5, 8, "content", "s1")]
    assert "".join(each.text for each in stretch(text, marks, 3, 9)) == "defghi"
    assert stretch(text, marks, 0, 10) == segments(text, marks)
