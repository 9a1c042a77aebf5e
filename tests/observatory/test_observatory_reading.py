"""A text is read within its limits."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from observedpages import client_of, never

from marsad.observatory import readings
from marsad.observatory.problems import BusyError
from marsad.observatory.readings import Readings

TEXT = "قال وزير الخارجية السعودي فيصل بن فرحان إن المملكة ستستضيف جولة جديدة من المحادثات الشهر المقبل."


def test_a_text_becomes_records(client: TestClient) -> None:
    found = client.post("/read", json={"text": TEXT, "published": "2026-03-05"}).json()
    (statement,) = found["statements"]
    assert statement["speaker"] == "person:faisal-bin-farhan"
    assert TEXT[statement["content"]["start"] : statement["content"]["end"]] == statement["content"]["text"]
    assert found["published"]["date"] == "2026-03-05"


@pytest.mark.parametrize(
    "sent",
    [
        {}, {"text": ""}, {"text": 3}, {"text": TEXT, "more": 1}, {"text": TEXT, "outlet": "../x"},
        {"text": "x" * 100_001}, {"text": TEXT, "published": "yesterday"},
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(client: TestClient, sent: dict[str, Any]) -> None:
    found = client.post("/read", json=sent)
    assert (found.status_code, found.headers["content-type"]) == (422, "application/problem+json")
    assert found.json()["detail"]


def test_half_a_surrogate_is_replaced(client: TestClient) -> None:
    body = b'{"text": "\\ud800 x"}'
    found = client.post("/read", content=body, headers={"content-type": "application/json"})
    assert found.status_code in {200, 422}


def test_no_other_body_is_taken(client: TestClient) -> None:
    assert client.post("/read", content=b"text=x").status_code == 422
    assert client.post("/read", content=b"{", headers={"content-type": "application/json"}).status_code == 422


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "_serve", never)
    slow = Readings(0.5)
    with pytest.raises(BusyError, match="took longer"):
        slow.read({"text": TEXT})
    assert slow._process is None
    monkeypatch.undo()
    slow.seconds = 30
    assert slow.read({"text": TEXT})["statements"]
    slow.close()


def test_a_reader_that_died_is_started_again(samples: Path) -> None:
    with client_of(samples) as client:
        assert client.post("/read", json={"text": TEXT}).status_code == 200
        client.app.state.readings._process.kill()  # type: ignore[attr-defined]
        client.app.state.readings._process.join()  # type: ignore[attr-defined]
        assert client.post("/read", json={"text": TEXT}).status_code == 200
