"""Pages of records, happenings and echoes: the sentence, who and whom, through whom, and the other tellings."""

import askedstore
import pytest
from fastapi.testclient import TestClient
from lxml import html

from marsad.store.ids import foreign_id, link_id, public_id
from marsad.store.rows import article_id, event_id

ARTICLES = {sketch.name: article_id(askedstore.reading(sketch).article) for sketch in askedstore.SKETCHES}


def of(name: str, record: str = "") -> str:
    return public_id(ARTICLES[name], record)


def page_of(client: TestClient, address: str) -> html.HtmlElement:
    found = client.get(address)
    assert found.status_code == 200, found.text
    return html.document_fromstring(found.content, parser=html.HTMLParser(encoding="utf-8"))


def hrefs(page: html.HtmlElement, path: str = "//main") -> list[str]:
    return page.xpath(f"{path}//a/@href")


HAPPENING = link_id("happening", event_id(ARTICLES["meeting"], "e1"))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_an_event_is_told_with_its_sentence_parties_time_and_place(linked: TestClient, lang: str) -> None:
    page = page_of(linked, f"/records/{of('meeting', 'e1')}?lang={lang}")
    passage = page.xpath('//p[@class="passage"]')[0]
    assert passage.text_content() == askedstore.MEETING + "."
    assert [each.text for each in passage.xpath('.//*[contains(@class, "trigger")]')] == ["التقى"]
    assert {"/actors/person:sergey-lavrov", "/actors/person:wang-yi"} <= set(hrefs(page))
    assert f"/articles/{of('meeting')}#e1" in hrefs(page)
    text = page.xpath("//main")[0].text_content()
    assert ("14 May 2024" if lang == "en" else "14 مايو 2024") in text
    assert ("Moscow" if lang == "en" else "موسكو") in text


def test_an_event_leads_to_its_happening_with_the_other_tellings(linked: TestClient) -> None:
    told = linked.get(f"/records/{of('meeting', 'e1')}.json").json()["event"]
    assert told["happening"]["id"] == HAPPENING
    assert [each["id"] for each in told["others"]] == [of("meeting again", "e1")]
    assert [each["field"] for each in told["differences"]] == ["time"]
    page = page_of(linked, f"/records/{of('meeting', 'e1')}")
    assert f"/happenings/{HAPPENING}" in hrefs(page)
    assert f"/records/{of('meeting again', 'e1')}" in hrefs(page, '//ol[@class="tellings"]')


def test_an_imported_event_has_no_article_but_its_codes(linked: TestClient) -> None:
    rows = linked.app.state.store.timeline("CHN", source="icews").rows  # type: ignore[attr-defined]
    (id,) = [row.id for row in rows]
    assert id.startswith("icews-")
    told = linked.get(f"/records/{id}.json").json()["event"]
    assert (told["own"], told["event"]["article"]) == (None, None)
    text = page_of(linked, f"/records/{id}").xpath("//main")[0].text_content()
    assert "Our own sentence." in text
    assert "cameo" in text
    assert "042" in text


def test_a_statement_is_told_with_its_chain_from_the_article_to_the_speaker(linked: TestClient) -> None:
    page = page_of(linked, f"/records/{of('meeting again', 's1')}")
    assert hrefs(page, '//ol[@class="chain"]') == [
        "/outlets/media%3Aal-riyadh", "/actors/media:tass", "/actors/person:sergey-lavrov",
    ]  # fmt: skip
    passage = page.xpath('//p[@class="passage"]')[0]
    assert passage.xpath('.//*[contains(@class, "cue")]')[0].text == "قوله"
    assert "روسيا والصين ستبرمان صفقة بثلاثة مليارات" in passage.text_content()
    assert f"/articles/{of('meeting again')}#s1" in hrefs(page)


def test_a_statement_shows_the_same_words_of_others(linked: TestClient) -> None:
    told = linked.get(f"/records/{of('meeting', 's1')}.json").json()["statement"]
    assert [each["id"] for each in told["others"]] == [of("meeting again", "s1")]
    page = page_of(linked, f"/records/{of('meeting', 's1')}")
    assert f"/echoes/{told['echo']}" in hrefs(page)
    assert f"/records/{of('meeting again', 's1')}" in hrefs(page)


def test_a_record_is_cited_by_its_own_address(linked: TestClient) -> None:
    told = linked.get(f"/records/{of('meeting', 's1')}.json").json()["statement"]["own"]["citation"]
    assert f"/records/{of('meeting', 's1')}" in told["en"]
    assert "Sergey Lavrov" in told["en"]
    assert "سيرغي لافروف" in told["ar"]
    shown = page_of(linked, f"/records/{of('meeting', 's1')}").get_element_by_id("cite-ar")
    assert shown.text == told["ar"]
    assert shown.get("data-address") == f"/records/{of('meeting', 's1')}"


def test_a_happening_shows_all_tellings_who_was_first_and_who_differs(linked: TestClient) -> None:
    told = linked.get(f"/happenings/{HAPPENING}.json").json()
    ids = [of("meeting", "e1"), of("meeting again", "e1")]
    assert [each["id"] for each in told["tellings"]] == ids
    values = {value["value"]: [each["outlet"] for each in value["told"]] for value in told["differences"][0]["values"]}
    assert values == {"2024-05-14": ["media:okaz"], "2024-05-13": ["media:al-riyadh"]}
    on_word = {value["value"]: [each["id"] for each in value["says"]] for value in told["differences"][0]["values"]}
    assert on_word == values
    page = page_of(linked, f"/happenings/{HAPPENING}?lang=en")
    rows = page.xpath('//li[contains(@class, "telling")]')
    assert ["told it first" in row.text_content() for row in rows] == [True, False]
    table = [" ".join(row.text_content().split()) for row in page.xpath("//table//tbody/tr")]
    assert "14 May 2024" in table[0]
    assert "Okaz" in table[0]
    assert "13 May 2024" in table[1]


def test_an_echo_shows_its_wordings_side_by_side(linked: TestClient) -> None:
    id = linked.get(f"/records/{of('meeting', 's1')}.json").json()["statement"]["echo"]
    told = linked.get(f"/echoes/{id}.json").json()
    assert [[each["id"] for each in wording["statements"]] for wording in told["wordings"]] == [
        [of("meeting", "s1")], [of("meeting again", "s1")],
    ]  # fmt: skip
    page = page_of(linked, f"/echoes/{id}?lang=en")
    assert len(page.xpath('//div[contains(@class, "wordings")]/section')) == 2
    assert page.xpath('//div[contains(@class, "wordings")]/section')[0].text_content().count("told it first") == 1


@pytest.mark.parametrize(
    "path",
    [
        "/records/0000000000000001-e1", f"/records/{of('meeting')}", f"/records/{of('meeting', 'e99')}",
        f"/records/{HAPPENING}", f"/records/{foreign_id('icews', 1)}", "/records/x", "/happenings/x",
        "/happenings/happening-0000000000000001", "/echoes/echo-0000000000000001", f"/echoes/{HAPPENING}",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(linked: TestClient, path: str) -> None:
    assert linked.get(path).status_code == 404
    assert linked.get(f"{path}.json").status_code == 404
