"""The page of data: counts, lists and exports with their columns, examples that work."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from observedpages import client_of

from marsad import __version__
from marsad.exporting.dictionary import dictionary
from marsad.store.store import Store


def test_the_counts_are_those_of_the_store(client: TestClient, samples: Path) -> None:
    told = client.get("/data.json").json()
    with Store.open(samples) as store:
        counted = [count._asdict() for count in store.stats() if count.name != "bytes"]
    assert [row for row in told["stats"] if row["name"] != "bytes"] == counted
    assert told["version"] == __version__
    assert client.get("/data.csv").text.splitlines()[1].startswith("articles,articles,")


def test_lists_have_the_columns_that_are_told(client: TestClient) -> None:
    told = client.get("/data.json").json()["lists"]
    assert len(told) > 5
    for each in told:
        head = client.get(f"{each['address']}.csv").content.decode("utf-8-sig").splitlines()[0]
        assert head.split(",") == [column["name"] for column in each["columns"]]
        assert all(column["meaning"] for column in each["columns"])


def test_tables_of_exports_are_told(client: TestClient) -> None:
    page = client.get("/data").text
    for table in dictionary().values():
        assert f"<code>{table.name}</code>" in page


def test_examples_work(client: TestClient) -> None:
    for address in client.get("/data.json").json()["examples"]:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(("lang", "words"), [("en", "What the store holds"), ("ar", "ما في المخزن")])
def test_the_page_is_in_its_language_and_has_a_word_for_each_count(client: TestClient, lang: str, words: str) -> None:
    page = client.get(f"/data?lang={lang}").text
    assert words in page
    headers = re.findall(r'<th scope="row">([^<]*)', page)
    assert not [each for each in headers if "_" in each]


def test_an_empty_store_has_data_too(tmp_path: Path) -> None:
    Store.open(tmp_path / "store.db", create=True).close()
    with client_of(tmp_path / "store.db") as client:
        for address in ("/", "/data", "/articles", "/statements", "/agreements", "/outlets", "/search?q=a"):
            assert client.get(address).status_code == 200, address
