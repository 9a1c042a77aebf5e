"""Every page says the same of the same articles in SQLite and in PostgreSQL, but for the order of what a search finds,
which is each database's own, and for the size of the store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import postgresql
import pytest
from fastapi.testclient import TestClient
from observedpages import client_of
from pagelist import pages

from marsad.api import add
from marsad.api import samples as sample_folder

Both = tuple[TestClient, TestClient]
QUESTIONS = (
    "/search.json?limit=200&q=مصر", "/search.json?limit=200&q=القاهرة&status=planned", "/suggest.json?q=مصر",
    '/search.json?limit=200&q="وزير الخارجية"', "/search.json?limit=200&q=مصر OR تركيا", "/suggest.json?q=ا",
    "/search.json?limit=200&q=مصر -تركيا&type=CONSULT", "/search.json?q=%00", "/suggest.json?q=%25_",
    "/statements.json?about=EGY&limit=5", "/statements.json?about=غزة", "/statements.json?speaker=EGY&repeats=true",
    "/statements.json?kind=direct&min_confidence=0.7", "/statements.json?about=x%00&outlet=%00",
    "/articles.json?actor=EGY", "/articles.json?limit=2", "/stories.json?actor=EGY&order=newest",
    "/promises.json?outcome=open", "/agreements.json?party=EGY", "/actors/EGY.json?role=recipient&limit=3",
    "/relations.json?sort=closest", "/relations/EGY-TUR.json?by=day&limit=2", "/relations.json?from=2023&to=2024",
)  # fmt: skip


@pytest.fixture(scope="module")
def both(samples: Path, postgresql_server: str) -> Iterator[Both]:
    """Someone who asks the observatory over the samples in SQLite, and in PostgreSQL."""
    url = postgresql.database(postgresql_server)
    for _ in add([sample_folder()], url):
        pass
    with client_of(samples) as one, client_of(url) as other:
        yield one, other


def test_every_page_says_the_same(both: Both, samples: Path) -> None:
    for page in pages(samples):
        path, _, query = page.partition("?")
        _compare(both, f"{path.rstrip('/') or '/home'}.json?{query}")
        assert both[1].get(page).status_code == both[0].get(page).status_code, page


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_have_the_same_answers(both: Both, question: str) -> None:
    _compare(both, question)


@pytest.mark.parametrize(
    "path",
    [
        "/actors/x%00", "/actors/EGY?type=%00", "/articles?outlet=%00", "/search?q=x%00", "/suggest.json?q=%00",
        "/relations?with=%00", "/outlets/x%00", "/articles/%00",
    ],
)  # fmt: skip
def test_a_nul_is_no_fault_of_ours(both: Both, path: str) -> None:
    assert {client.get(path).status_code for client in both} <= {400, 404}


def _compare(both: Both, address: str) -> None:
    one, other = (client.get(address) for client in both)
    assert one.status_code == other.status_code, address
    assert _comparable(one.json()) == _comparable(other.json()), address


def _comparable(told: Any) -> Any:
    """An answer without what may differ."""
    if "hits" in told:
        told["hits"] = sorted(({**hit, "score": 0} for hit in told["hits"]), key=lambda hit: hit["id"])
    if "stats" in told:
        told["stats"] = [each for each in told["stats"] if each["name"] != "bytes"]
    return told


def test_answers_that_differ_are_found() -> None:
    assert _comparable({"hits": [{"id": "b", "score": 1}, {"id": "a", "score": 2}]}) == _comparable(
        {"hits": [{"id": "a", "score": 1}, {"id": "b", "score": 2}]}
    )
    assert _comparable({"hits": [{"id": "b", "score": 1}]}) != _comparable({"hits": [{"id": "a", "score": 1}]})
