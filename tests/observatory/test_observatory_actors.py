"""The page of an actor: names, offices, partners, what happened with it, and what it says."""

import csv
import io
from collections import Counter
from typing import Any

import pytest
from fastapi.testclient import TestClient


def asked(client: TestClient, address: str) -> Any:
    return client.get(f"/actors/{address}").json()


@pytest.mark.parametrize("id", ["RUS", "rus", "state:RUS"])
def test_a_country_is_found_by_its_code_and_by_its_id(client: TestClient, id: str) -> None:
    told = asked(client, f"{id}.json")
    assert (told["id"], told["names"]) == ("RUS", {"en": "Russia", "ar": "روسيا"})
    assert told["portrait"]["code"] == "RUS"
    page = client.get(f"/actors/{id}").text
    partners = told["portrait"]["partners"]
    assert partners
    for partner in partners:
        assert f'href="/relations/RUS-{partner["entity"]["id"][6:]}"' in page
        assert partner["acts"] == sum(partner["quads"]) > 0


@pytest.mark.parametrize(("store", "code"), [("linked", "RUS"), ("client", "EGY")])
def test_partners_are_those_who_take_part_with_it(store: str, code: str, request: pytest.FixtureRequest) -> None:
    """Each once in each event, however many of a country's people take part."""
    told = asked(request.getfixturevalue(store), f"{code}.json?limit=200")
    assert len(told["events"]) == told["total"]
    counted: Counter[str] = Counter()
    for each in told["events"]:
        parties = (*each["event"]["actors"], *each["event"]["recipients"])
        counted.update(f"state:{country}" for country in {party["country"] for party in parties} - {code, None})
    partners = {partner["entity"]["id"]: partner["acts"] for partner in told["portrait"]["partners"]}
    assert partners == {id: counted[id] for id in partners}
    assert sorted(partners.values(), reverse=True) == sorted(counted.values(), reverse=True)[:12]


def test_members_are_people_and_bodies_of_the_country(client: TestClient) -> None:
    members = [each["entity"] for each in asked(client, "EGY.json")["portrait"]["members"]]
    assert {each["country"] for each in members} == {"EGY"}
    assert {"person", "org"} <= {each["kind"] for each in members}
    assert "state" not in {each["kind"] for each in members}


def test_articles_without_an_office_tell_of_none(client: TestClient) -> None:
    members = [each["entity"]["id"] for each in asked(client, "EGY.json")["portrait"]["members"]]
    portraits = [asked(client, f"{id}.json")["portrait"] for id in members if id.startswith("person:")]
    held = [sum(office["articles"] for office in each["offices"]) for each in portraits]
    assert any(n < each["articles"] for n, each in zip(held, portraits, strict=True)), "some articles tell none"
    assert all(office["office"] for each in portraits for office in each["offices"])


def test_a_person_has_offices_and_partners_of_its_own(client: TestClient) -> None:
    told = asked(client, "person:xi-jinping.json")
    assert told["names"] == {"en": "Xi Jinping", "ar": "شي جين بينغ"}
    assert any(office["office"].startswith("president") for office in told["portrait"]["offices"])
    assert "person:xi-jinping" not in {p["entity"]["id"] for p in told["portrait"]["partners"]}
    assert 'href="/actors/CHN"' in client.get("/actors/person:xi-jinping").text


def test_what_happened_is_the_same_in_every_form(client: TestClient) -> None:
    told = asked(client, "RUS.json?limit=200")
    ids = [each["event"]["id"] for each in told["events"]]
    assert len(ids) == told["total"] > 3
    table = csv.DictReader(io.StringIO(client.get("/actors/RUS.csv?limit=200").content.decode("utf-8-sig")))
    assert [row["id"] for row in table] == ids
    page = client.get("/actors/RUS?limit=200").text
    assert all(f'class="row" href="/happenings/{id}"' in page for id in ids)


def test_parts_are_told_apart(client: TestClient) -> None:
    for role, side in (("actor", "actors"), ("recipient", "recipients")):
        events = asked(client, f"IRN.json?limit=200&role={role}")["events"]
        assert events
        assert all("IRN" in {party["country"] for party in each["event"][side]} for each in events)


def test_statements_are_those_of_the_actor(client: TestClient) -> None:
    told = asked(client, "RUS.json")["statements"]
    assert told
    assert {row["speaker"]["country"] for row in told} == {"RUS"}


@pytest.mark.parametrize("id", ["person:nobody-at-all", "XQX", "لافروف", "RUS-CHN"])
def test_nobody_is_told_to_be_nobody(client: TestClient, id: str) -> None:
    assert client.get(f"/actors/{id}.json").status_code == 404


def test_what_cannot_be_asked_is_told(client: TestClient) -> None:
    assert client.get("/actors/RUS.json?type=NONE").status_code == 400
    assert client.get("/actors/RUS.json?from=never").status_code == 400
    assert client.get("/actors/RUS.json?role=friend").status_code == 422


@pytest.mark.parametrize(("lang", "name"), [("en", "Russia"), ("ar", "روسيا")])
def test_the_name_is_in_the_language_of_the_page(client: TestClient, lang: str, name: str) -> None:
    assert f"<h1><bdi>{name}</bdi>" in client.get(f"/actors/RUS?lang={lang}").text
