"""What somebody tries who sends requests of his own making: addresses, cookies, tokens and bodies."""

import re
from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from observedpages import client_of
from payloads import PAYLOADS, harm

from marsad.observatory.addresses import own_path
from marsad.observatory.pages import routers
from marsad.observatory.security import Door
from marsad.observatory.settings import Settings

TOKEN = "a-token-of-the-tests"
IDS = {"{a}-{b}": "EGY-TUR", "/actors/{id}": "/actors/EGY"}


def _asked() -> Iterator[tuple[str, str]]:
    """Each page that takes parameters, with each of them, and one that it does not know."""
    for router in routers():
        for route in router.routes:
            path = reduce(lambda text, each: text.replace(*each), IDS.items(), route.path)  # type: ignore[attr-defined]
            if "{" not in path and "." not in path and path != "/read":
                for each in route.dependant.query_params:  # type: ignore[attr-defined]
                    yield path, each.alias
                yield path, "unknown"


def _texts() -> Iterator[str]:
    """The payloads, several in one text, none longer than a parameter may be."""
    text = ""
    for each in PAYLOADS:
        if len(text) + len(each) > 190:
            yield text
            text = ""
        text += each
    yield text


@pytest.fixture(scope="module")
def guarded(samples: Path) -> Iterator[TestClient]:
    """An observatory that others than this machine reach."""
    with client_of(samples, token=TOKEN, hosts=()) as made:
        yield made


@pytest.mark.parametrize(
    "path", ["//evil.example", "/%2f/evil.example", "/%2fevil.example/x", "///evil.example/static"]
)
def test_no_link_leads_to_the_host_that_a_path_names(client: TestClient, path: str) -> None:
    found = client.get(f"http://127.0.0.1{path}", headers={"accept": "text/html"})
    assert found.status_code == 404
    assert harm(found.text) == []


@pytest.mark.parametrize(("path", "parameter"), list(_asked()))
def test_what_an_address_says_is_text_in_the_page(client: TestClient, path: str, parameter: str) -> None:
    for text in _texts():
        found = client.get(path, params={parameter: text})
        assert found.status_code in {200, 400, 404, 422}
        assert [each for each in harm(found.text) if each != "element svg"] == []  # pictures of ours


@pytest.mark.parametrize("payload", [each for each in PAYLOADS if not each.endswith("//")])
def test_what_a_path_says_is_text_in_the_page(client: TestClient, payload: str) -> None:
    for folder in ("actors", "articles", "records", "outlets", "nix", "static"):
        found = client.get(f"/{folder}/{quote(payload, safe='')}")
        assert found.status_code == 404
        assert harm(found.text) == []


def test_links_of_a_page_lead_to_its_own_address(client: TestClient) -> None:
    assert 'href="/nix/a%3Fb%20c?lang=ar"' in client.get("/nix/a%3Fb%20c").text


def test_addresses_of_ours_begin_with_one_slash() -> None:
    assert own_path("//evil.example") == own_path("/\\evil.example") == "/evil.example"
    assert own_path("/") == "/"


def test_no_page_has_the_token_in_its_links(guarded: TestClient) -> None:
    guarded.cookies.set("marsad_token", TOKEN)
    found = guarded.get(f"/promises?outcome=open&token={TOKEN}")
    guarded.cookies.clear()
    assert (found.status_code, found.headers["location"]) == (303, "/promises?outcome=open")


@pytest.mark.parametrize(
    "other", ['x={"a": [1, 2]}', "a[b]=1", 'x="', "=;;=", "ä=ö", "x=\x00", "é", "expires=1; path=/; secure"]
)
def test_cookies_of_others_do_not_hide_the_token(guarded: TestClient, other: str) -> None:
    sent = f"{other}; marsad_token={TOKEN}; lang=ar".encode()
    found = guarded.get("/promises", headers={"cookie": sent})  # type: ignore[dict-item]
    assert found.status_code == 200
    assert '<html lang="ar"' in found.text


@pytest.mark.parametrize("value", [b"\xd8\xff", "ا".encode(), b"\x00", b'"a-token-of-the-tests', b"a" * 5000])
def test_what_is_no_token_lets_nobody_in(guarded: TestClient, value: bytes) -> None:
    for name, sent in (("authorization", b"Bearer " + value), ("cookie", b"marsad_token=" + value)):
        assert guarded.get("/promises", headers={name: sent}).status_code == 401  # type: ignore[dict-item]
    assert guarded.get("/promises", params={"token": value}).status_code in {401, 414}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "address",
    [
        f"/?q={'%27' * 2_000}", f"/statements?speaker={'%D8%A7' * 600}", f"/relations?{'a=1&' * 120}",
        f"/search?q={'a' * 10_000}", f"/?x={'%FF' * 900}", f"/{'x' * 3_000}",
    ],
)  # fmt: skip
def test_long_addresses_are_refused(client: TestClient, address: str) -> None:
    found = client.get(address)
    assert found.status_code == 414
    assert len(found.content) < 1_000


def test_long_questions_in_arabic_are_answered(client: TestClient) -> None:
    assert client.get("/search", params={"q": "القاهرة " * 36}).status_code == 200


@pytest.mark.parametrize("path", ["/relations", "/statements", "/articles", "/relations/EGY-TUR", "/actors/EGY"])
def test_pages_of_long_addresses_stay_small(client: TestClient, path: str) -> None:
    found = client.get(path, params={"z": "&" * 950})
    assert found.status_code == 200
    assert len(found.content) < 600_000


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "PATCH", "POST"])
def test_pages_are_only_read(client: TestClient, method: str) -> None:
    for path in ("/promises", "/", "/static/css/site.css"):
        found = client.request(method, path)
        assert found.status_code == 405, path
        assert "access-control-allow-origin" not in found.headers


def test_a_length_that_is_none_is_refused(samples: Path) -> None:
    door = Door(_never, Settings(str(samples)))
    for length in ("-1", "1e9", "²", "0x10", "", "9" * 5_000, "700001"):
        found = door._body({"content-length": length})
        assert found
        assert found.status in {411, 413}
    assert door._body({"content-length": "700000"}) is None
    assert door._body({"transfer-encoding": "chunked"})


def test_reading_is_asked_for_by_our_own_pages_and_programs_alone(client: TestClient) -> None:
    """A form of another site can send plain text, but not JSON."""
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        sent = client.post("/read", content='{"text": "قال"}'.encode(), headers={"content-type": kind})
        assert sent.status_code == 422


@pytest.mark.parametrize("value", ["ar\r\nX-Injected: y", "ar\n", "ا", "ar;Path=/x", "en\x00"])
def test_choices_put_no_header_of_others(client: TestClient, value: str) -> None:
    found = client.get("/promises", params={"lang": value, "digits": value, "theme": value})
    assert found.status_code in {200, 400}
    assert "set-cookie" not in found.headers
    assert "x-injected" not in found.headers


@pytest.mark.parametrize("id", ["RUS\r\nX: y", 'x"; a="b', "../../x", "ا", "RUS\x00"])
def test_file_names_are_plain(client: TestClient, id: str) -> None:
    found = client.get(f"/actors/{quote(id, safe='')}.csv")
    assert "x" not in found.headers
    name = found.headers.get("content-disposition", "")
    assert found.status_code == 404 or re.fullmatch('attachment; filename="[A-Za-z0-9._-]+"', name)


async def _never(*_: Any) -> None:
    raise AssertionError
