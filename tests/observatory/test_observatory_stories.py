"""Stories: the list that can be narrowed, and one story with its tellings side by side."""

import csv
import io

import askedstore
import pytest
from fastapi.testclient import TestClient
from lxml import html

from marsad.store.ids import public_id
from marsad.store.rows import article_id

ARTICLES = {
    sketch.name: public_id(article_id(askedstore.reading(sketch).article)) for sketch in askedstore.SKETCHES
}  # fmt: skip


def page_of(client: TestClient, address: str) -> html.HtmlElement:
    found = client.get(address)
    assert found.status_code == 200, found.text
    return html.document_fromstring(found.content, parser=html.HTMLParser(encoding="utf-8"))


@pytest.fixture
def stories(linked: TestClient) -> list[dict]:
    return linked.get("/stories.json").json()["stories"]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_list_is_the_same_in_every_form(linked: TestClient, stories: list[dict], lang: str) -> None:
    ids = [row["id"] for row in stories]
    assert len(ids) > 1
    assert [row["articles"] for row in stories] == sorted((row["articles"] for row in stories), reverse=True)
    rows = csv.DictReader(io.StringIO(linked.get("/stories.csv").content.decode("utf-8-sig")))
    assert [row["id"] for row in rows] == ids
    page = page_of(linked, f"/stories?lang={lang}")
    assert [link.rsplit("/", 1)[-1] for link in page.xpath('//a[@class="row"]/@href')] == ids


def test_stories_are_narrowed_by_actor_days_and_size(linked: TestClient, stories: list[dict]) -> None:
    ids = {row["id"] for row in stories}

    def found(query: str) -> set[str]:
        return {row["id"] for row in linked.get(f"/stories.json?{query}").json()["stories"]}

    assert found("actor=CHN") <= ids
    assert found("actor=CHN") != found("actor=USA")
    assert found("least=1000") == set()
    assert found("to=2024-05-15") | found("from=2024-05-16") == ids
    assert found("to=2024-05-15") != ids
    newest = [row["first_day"] for row in linked.get("/stories.json?order=newest").json()["stories"]]
    assert newest == sorted(newest, reverse=True)
    chosen = page_of(linked, "/stories?order=newest&least=2&actor=CHN")
    assert chosen.xpath('//select[@name="order"]/option[@selected]/@value') == ["newest"]
    assert not chosen.xpath('//form[@class="filters"]//input[@type="hidden"]')


@pytest.mark.parametrize("query", ["order=x", "least=0", "least=x", "limit=0", "from=x", "actor=nobody-of-this-name"])
def test_what_cannot_be_asked_is_told_so(linked: TestClient, query: str) -> None:
    assert linked.get(f"/stories.json?{query}").status_code in {400, 422}


def test_an_empty_list_is_told_so(client: TestClient) -> None:
    assert client.get("/stories.json?least=1000").json()["stories"] == []
    assert "Nothing was found." in client.get("/stories?least=1000&lang=en").text


def story_of(linked: TestClient, article: str) -> dict:
    id = linked.get(f"/articles/{ARTICLES[article]}.json").json()["article"]["story"]["id"]
    return linked.get(f"/stories/{id}.json").json()


def test_a_story_has_its_articles_in_order_with_copies_marked(linked: TestClient) -> None:
    told = story_of(linked, "plan")
    assert [each["id"] for each in told["articles"]] == [
        ARTICLES["plan"], ARTICLES["plan copied"], ARTICLES["visit"],
    ]  # fmt: skip
    assert [each["copy_of"] for each in told["articles"]] == [None, ARTICLES["plan"], None]
    page = page_of(linked, f"/stories/{told['story']['id']}?lang=en")
    sides = page.xpath('//ol[@class="sides"]/li')
    assert ["first" in side.xpath("./p")[0].text_content() for side in sides] == [True, False, False]
    assert ["copy" in side.get("class") for side in sides] == [False, True, False]
    assert f"/articles/{ARTICLES['plan copied']}" in sides[1].xpath(".//a/@href")


def test_a_story_tells_what_is_agreed_and_where_tellings_differ(linked: TestClient) -> None:
    told = story_of(linked, "meeting")
    fields = {each["happening"]["type"]: each["fields"] for each in told["agreed"]}
    assert "actors" in fields["CONSULT"]
    assert "time" not in fields["CONSULT"]
    (contradicted,) = told["differ"]
    assert {value["value"]: [each["outlet"] for each in value["told"]]
            for value in contradicted["differences"][0]["values"]} == {
        "2024-05-14": ["media:okaz"], "2024-05-13": ["media:al-riyadh"],
    }  # fmt: skip
    text = page_of(linked, f"/stories/{told['story']['id']}?lang=en").xpath("//main")[0].text_content()
    assert "14 May 2024" in text
    assert "13 May 2024" in text


def test_a_story_tells_who_quotes_whom_and_who_names_which_source(linked: TestClient) -> None:
    told = story_of(linked, "meeting")
    quoted = {(row["outlet"], tuple(each["id"] for each in row["via"]), row["speaker"]["id"]): row["statements"]
              for row in told["quoted"]}  # fmt: skip
    assert quoted[("media:al-riyadh", ("media:tass",), "person:sergey-lavrov")] == 1
    assert quoted[("media:okaz", (), "person:sergey-lavrov")] == 1
    assert [(row["outlet"], row["source"]["id"], row["statements"]) for row in told["cited"]] == [
        ("media:al-riyadh", "media:tass", 1)
    ]
    page = page_of(linked, f"/stories/{told['story']['id']}?lang=en")
    assert "TASS" in page.xpath('//table[.//th[text()="Named source"]]')[0].text_content()


def test_a_story_is_cited_with_its_size(linked: TestClient) -> None:
    told = story_of(linked, "plan")
    assert "articles: 3, outlets: 2" in told["citation"]["en"]
    assert f"/stories/{told['story']['id']}" in told["citation"]["ar"]


@pytest.mark.parametrize("id", ["story-0000000000000001", "x", "0f7ae0008aaf70f4", "echo-0000000000000001"])
def test_what_is_no_story_is_not_found(client: TestClient, id: str) -> None:
    assert client.get(f"/stories/{id}").status_code == 404
