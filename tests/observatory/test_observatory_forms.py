"""Each page says the same as HTML, JSON and CSV, in both languages, and is answered anew only if the store changed."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from marsad import __version__


def test_a_list_is_the_same_in_every_form(client: TestClient) -> None:
    told = client.get("/promises.json").json()
    ids = [row["id"] for row in told["promises"]]
    assert ids
    assert [
        row["id"] for row in csv.DictReader(io.StringIO(client.get("/promises.csv").content.decode("utf-8-sig")))
    ] == ids
    page = client.get("/promises").text
    assert all(f'href="/promises/{id}"' in page for id in ids)


def test_the_language_is_that_of_the_address_then_of_the_cookie_then_of_the_browser(client: TestClient) -> None:
    arabic = {"accept-language": "ar-EG,ar;q=0.9"}
    assert '<html lang="en" dir="ltr"' in client.get("/promises").text
    assert '<html lang="ar" dir="rtl"' in client.get("/promises", headers=arabic).text
    said = client.get("/promises?lang=en", headers=arabic)
    assert '<html lang="en"' in said.text
    assert "lang=en" in said.headers["set-cookie"]
    client.cookies.clear()
    assert '<html lang="en"' in client.get("/promises", headers={**arabic, "cookie": "lang=en"}).text
    assert '<html lang="en"' in client.get("/promises?lang=xx").text


def test_digits_are_those_that_were_chosen(client: TestClient) -> None:
    assert "2021" in client.get("/promises?lang=ar&digits=latn").text
    page = client.get("/promises?lang=ar&digits=arab").text
    article = client.get("/articles?lang=ar&digits=arab&limit=1").text
    client.cookies.clear()
    assert "٢٠٢١" in page
    assert f"مرصد {__version__}" in article


@pytest.mark.parametrize(
    ("address", "en", "ar"),
    [
        ("/promises/promise-0000000000000001", "Look for it with the search box", "جرّب خانة البحث"),
        ("/agreements?from=never", "Dates are written", "تُكتب التواريخ"),
        ("/promises?limit=0", "This cannot be asked", "سؤال لا جواب له"),
        ("/nowhere", "Not found", "لم يُعثر على الصفحة"),
    ],
)
def test_problems_are_told_in_the_language_of_the_page(client: TestClient, address: str, en: str, ar: str) -> None:
    for lang, words, others in (("en", en, ar), ("ar", ar, en)):
        page = client.get(address, headers={"cookie": f"lang={lang}"}).text
        assert words in page
        assert others not in page
        assert "marsad search" not in page


def test_who_has_the_answer_is_told_so(client: TestClient) -> None:
    first = client.get("/promises.json")
    again = client.get("/promises.json", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/promises.json?outcome=open").headers["etag"] != first.headers["etag"]
    head = client.head("/promises.json")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", first.headers["etag"])


def test_parts_follow_each_other(client: TestClient) -> None:
    whole = client.get("/promises.json?limit=200").json()["promises"]
    rows, address = [], "/promises.json?limit=3"
    while address:
        part = client.get(address).json()
        rows += part["promises"]
        address = f"/promises.json?limit=3&cursor={part['next']}" if part["next"] else ""
    assert rows == whole


def test_problems_are_told_in_the_form_that_was_asked_for(client: TestClient) -> None:
    found = client.get("/promises/promise-0000000000000001.json")
    assert (found.status_code, found.headers["content-type"]) == (404, "application/problem+json")
    assert found.json()["status"] == 404
    page = client.get("/promises/promise-0000000000000001")
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert client.get("/promises.json?outcome=lost").status_code == 400
    assert client.get("/promises.json?limit=0").status_code == 422
    assert client.get("/promises.json?cursor=xx").status_code == 400
