"""Whatever an article holds is text in a page and nothing else; the tests of what finds it can fail."""

import csv
import io
from collections.abc import Iterator

import hostilestore
import pytest
from fastapi.testclient import TestClient
from hostilestore import Hostile
from lxml import html
from observedpages import client_of
from payloads import PAYLOADS, harm

from marsad.observatory.pages import routers
from marsad.observatory.views import _FORMULA
from marsad.output.bidi import clean
from marsad.store.store import Store

PATHS = {route.path for router in routers() for route in router.routes if "{" not in route.path}  # type: ignore[attr-defined]
LISTS = sorted(path for path in PATHS if f"{path}.csv" in PATHS)
PLAIN = sorted(path for path in PATHS if "." not in path and f"{path}.json" in PATHS | {"/.json"})


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, list[Hostile]]]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with Store.open(path, create=True) as store:
        found = hostilestore.fill(store)
    with client_of(path) as made:
        yield made, found


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_pages_show_it_as_text(hostile: tuple[TestClient, list[Hostile]], number: int, lang: str) -> None:
    client, found = hostile
    for path in found[number].pages():
        answer = client.get(f"{path}?lang={lang}")
        assert answer.status_code == 200, (path, answer.text)
        assert harm(answer.text) == [], path
        page = html.document_fromstring(answer.content, parser=html.HTMLParser(encoding="utf-8"))
        shown = clean(page.text_content())
        assert clean(found[number].payload) in shown, path
        assert "49049" not in shown, path


@pytest.mark.parametrize("path", PLAIN)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_pages_of_many_show_it_as_text(hostile: tuple[TestClient, list[Hostile]], path: str, lang: str) -> None:
    client, _ = hostile
    answer = client.get(f"{path}?lang={lang}")
    assert answer.status_code in {200, 400, 422}
    assert harm(answer.text) == []


@pytest.mark.parametrize("path", LISTS)
def test_no_cell_is_a_formula(hostile: tuple[TestClient, list[Hostile]], path: str) -> None:
    client, _ = hostile
    rows = list(csv.DictReader(io.StringIO(client.get(f"{path}.csv").content.decode("utf-8-sig"))))
    assert not [cell for row in rows for cell in row.values() if cell and cell.startswith(_FORMULA)]


def test_there_are_such_pages() -> None:
    assert {"/stories", "/promises", "/statements"} <= set(LISTS) & set(PLAIN)


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_json_holds_it_as_it_is(hostile: tuple[TestClient, list[Hostile]], number: int) -> None:
    client, found = hostile
    for path in found[number].pages():
        answer = client.get(f"{path}.json")
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        answer.json()
    told = client.get(f"/articles/{found[number].article}.json").json()
    assert told["article"]["title"] == found[number].payload
    assert told["article"]["text"].startswith(found[number].payload)


def test_no_address_of_an_article_runs_anything(hostile: tuple[TestClient, list[Hostile]]) -> None:
    client, found = hostile
    for each in found:
        page = html.document_fromstring(client.get(f"/articles/{each.article}").text)
        out = [link for link in page.xpath("//a[@href]") if "://" in link.get("href")]
        assert all(link.get("rel") == "noopener noreferrer" for link in out)
        assert all(link.get("href").startswith(("http://", "https://")) for link in out)


@pytest.mark.parametrize(
    "page",
    [
        "<p>x</p><script>alert(1)</script>", "<script src='https://x.example/x.js'></script>",
        "<img src=x onerror=alert(1)>", "<p onmouseover='alert(1)'>x</p>", "<a href='javascript:alert(1)'>x</a>",
        "<a href=' java\nscript:alert(1)'>x</a>", "<p style='color:red'>x</p>", "<iframe src='/'></iframe>",
        "<p>\u202ex</p>", "<p>x\x1b</p>", "<form action='javascript:alert(1)'></form>", "<a href='//x.example'>x</a>",
        "<a href='file:///etc/passwd'>x</a>",
    ],
)  # fmt: skip
def test_harm_is_found(page: str) -> None:
    assert harm(f"<html><body>{page}</body></html>")


def test_our_own_pages_do_no_harm(client: TestClient) -> None:
    for path in ("/promises", "/articles/0f7ae0008aaf70f4", "/stories"):
        assert harm(client.get(path).text) == []
