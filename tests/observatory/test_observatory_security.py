"""Who may ask, how much, under which name; and what a browser may do with what comes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from observedpages import client_of

from marsad.observatory.security import Rates

ADDRESSES = ("/promises", "/promises.json", "/nix", "/nix.json", "/static/css/site.css", "/openapi.json")
TOKEN = "a-token-of-the-tests"


@pytest.fixture(scope="module")
def guarded(samples: Path) -> Iterator[TestClient]:
    """An observatory that others than this machine reach."""
    with client_of(samples, token=TOKEN, hosts=()) as made:
        yield made


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_in_a_page_runs(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_defect_of_ours_tells_nothing_of_the_inside(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with client_of(samples) as client:

        def fails(**_: object) -> None:
            raise ValueError("secret")

        monkeypatch.setattr(client.app.state.store, "promises", fails)  # type: ignore[attr-defined]
        for address in ("/promises", "/promises.json"):
            found = client.get(address)
            assert found.status_code == 500
            assert "secret" not in found.text
            assert "content-security-policy" in found.headers


def test_it_is_addressed_by_its_own_names_alone(client: TestClient) -> None:
    for host in ("127.0.0.1:8400", "localhost", "[::1]:8400"):
        assert client.get("/promises", headers={"host": host}).status_code == 200, host
    for host in ("evil.example", "127.0.0.1.evil.example", "evil.example:8400", ""):
        assert client.get("/promises", headers={"host": host}).status_code == 403, host


def test_others_need_the_token(guarded: TestClient) -> None:
    assert guarded.get("/promises").status_code == 401
    assert guarded.get("/static/css/site.css").status_code == 401
    for wrong in ("", "Bearer", "Bearer x", f"Basic {TOKEN}", f"Bearer {TOKEN}x"):
        assert guarded.get("/promises", headers={"authorization": wrong}).status_code == 401
    assert guarded.get("/promises", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert guarded.post("/read", json={"text": "قال"}).status_code == 401


def test_the_token_of_the_address_becomes_a_cookie(guarded: TestClient) -> None:
    assert guarded.get("/promises?token=wrong").status_code == 401
    found = guarded.get(f"/promises?outcome=open&token={TOKEN}")
    assert (found.status_code, found.headers["location"]) == (303, "/promises?outcome=open")
    assert "HttpOnly" in found.headers["set-cookie"]
    assert "SameSite=Strict" in found.headers["set-cookie"]
    guarded.cookies.clear()
    assert guarded.get("/promises", headers={"cookie": f"marsad_token={TOKEN}"}).status_code == 200


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "///evil.example"])
def test_a_token_leads_to_no_other_host(guarded: TestClient, path: str) -> None:
    found = guarded.get(f"http://127.0.0.1{path}?token={TOKEN}")
    guarded.cookies.clear()
    where = found.headers.get("location", "/")
    assert where.startswith("/")
    assert not where.startswith(("//", "/\\"))


def test_bodies_have_a_limit(samples: Path) -> None:
    with client_of(samples, body_bytes=200) as client:
        assert client.post("/read", json={"text": "x" * 300}).status_code == 413
        streamed = client.post("/read", content=iter([b'{"text": "x"}']), headers={"content-type": "application/json"})
        assert streamed.status_code == 411


def test_who_asks_too_often_has_to_wait(samples: Path) -> None:
    with client_of(samples, rate=0.5, burst=3) as client:
        found = [client.get("/promises.json") for _ in range(5)]
    assert [each.status_code for each in found] == [200, 200, 200, 429, 429]
    assert found[-1].headers["content-type"] == "application/problem+json"
    assert int(found[-1].headers["retry-after"]) >= 1


def test_rates_forget_who_came_first() -> None:
    rates = Rates(1.0, 1)
    for n in range(10_050):
        assert rates.wait({"client": (f"10.0.{n // 250}.{n % 250}", 1)}) == 0
    assert rates.wait({"client": ("10.0.0.0", 1)}) == 0


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/static/%00",
        "/static/css/..%5c..%5capp.py", "/promises/..%2f..%2fetc%2fpasswd", "/promises/%00",
    ],
)  # fmt: skip
def test_no_path_reaches_another_file(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 404
    assert "import" not in found.text
    assert "root:" not in found.text


@pytest.mark.parametrize("value", ["' OR 1=1 --", "x'; DROP TABLE article; --", "\x00", "%", "_", "RUS\x00", "\ud800x"])
def test_no_query_is_sql(client: TestClient, value: str) -> None:
    before = client.get("/promises.json").json()
    for parameter in ("outcome", "actor", "as_of", "cursor"):
        asked = {parameter: value.encode("utf-8", "surrogatepass")}
        assert client.get("/promises.json", params=asked).status_code in {200, 400, 422}  # type: ignore[arg-type]
    assert client.get("/promises.json").json() == before
