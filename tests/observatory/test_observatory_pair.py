"""The page of two countries: what is measured of them, what happened, and what each says about the other."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from newswire import MEETING, Wire, write_jsonl
from observedpages import client_of
from observedstates import BREAK, DAYS, LAST, START

from marsad.api import add, import_events

PAIR = "/relations/RUS-CHN"


@pytest.fixture(scope="module")
def wires(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Someone who asks the observatory over articles of outlets that are known, and others' events."""
    folder = tmp_path_factory.mktemp("wires")
    several = [
        Wire(f"{outlet}/world/{n}", day, f"{day}T09:00:00Z", "لقاء في موسكو", text)
        for n, (outlet, day, text) in enumerate(
            (("arabic.rt.com", "2024-05-14", MEETING), ("www.okaz.com.sa", "2024-06-20", MEETING[:73]))
        )
    ]
    for _ in add([write_jsonl(folder / "wires.jsonl", several)], folder / "store.db"):
        pass
    (folder / "events.tsv").write_text("Russia\tAccuse\tChina\t2024-05-20\n", encoding="utf-8")
    assert [entered.new for entered in import_events("icews", [folder / "events.tsv"], folder / "store.db")] == [1]
    with client_of(folder / "store.db") as made:
        yield made


def told(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def counts(page: Any, parameter: str) -> dict[str, int]:
    return {v["value"]: v["rows"] for f in page["facets"] if f["parameter"] == parameter for v in f["values"]}


def test_what_happened_is_the_same_in_every_form(client: TestClient) -> None:
    page = told(client, f"{PAIR}.json?limit=200")
    ids = [each["event"]["id"] for each in page["events"]]
    assert len(ids) == page["total"] > 5
    rows = csv.DictReader(io.StringIO(client.get(f"{PAIR}.csv?limit=200").content.decode("utf-8-sig")))
    assert [row["id"] for row in rows] == ids
    html = client.get(f"{PAIR}?limit=200").text
    assert all(f'<a class="row" href="/happenings/{id}">' in html for id in ids)
    assert all(each["told"]["words"] in html for each in page["events"] if "&" not in each["told"]["words"])


def test_who_is_no_known_outlet_is_no_link(client: TestClient) -> None:
    html = client.get(PAIR).text
    assert "/outlets/None" not in html
    assert "unknown" in html


def test_both_orders_are_one_relation_with_one_permanent_address(client: TestClient) -> None:
    there, back = told(client, f"{PAIR}.json"), told(client, "/relations/chn-rus.json")
    assert (there["a"], there["b"], back["a"], back["b"]) == ("RUS", "CHN", "CHN", "RUS")
    assert [each["event"]["id"] for each in there["events"]] == [each["event"]["id"] for each in back["events"]]
    assert there["measures"]["levels"] == back["measures"]["levels"]
    for address in (PAIR, "/relations/CHN-RUS"):
        assert '<link rel="canonical" href="/relations/CHN-RUS">' in client.get(address).text


@pytest.mark.parametrize("parameter", ["type", "quad", "status", "source", "outlet", "confidence"])
def test_a_filter_leaves_as_many_as_its_facet_tells(wires: TestClient, parameter: str) -> None:
    whole = told(wires, f"{PAIR}.json")
    assert counts(whole, parameter), "there is something to choose"
    for value, rows in counts(whole, parameter).items():
        part = told(wires, f"{PAIR}.json?{parameter}={value}")
        assert part["total"] == rows > 0
        assert counts(part, parameter) == counts(whole, parameter), "a facet does not narrow itself"
        assert len(part["points"]["ids"]) <= rows


def test_filters_narrow_each_other(client: TestClient) -> None:
    planned = told(client, f"{PAIR}.json?status=planned")
    for type_, rows in counts(planned, "type").items():
        both = told(client, f"{PAIR}.json?status=planned&type={type_}")
        assert both["total"] == rows
        assert {(e["event"]["status"], e["event"]["type"]) for e in both["events"]} == {("planned", type_)}


def test_parts_follow_each_other(client: TestClient) -> None:
    whole = [each["event"]["id"] for each in told(client, f"{PAIR}.json?limit=200")["events"]]
    found, cursor = [], ""
    while cursor is not None:
        part = told(client, f"{PAIR}.json?limit=3&cursor={cursor}")
        found += [each["event"]["id"] for each in part["events"]]
        cursor = part["next"]
    assert found == whole


def test_each_act_goes_one_way_or_is_mutual(states: TestClient) -> None:
    there = told(states, "/relations/TUR-RUS.json")["measures"]
    back = told(states, "/relations/RUS-TUR.json")["measures"]
    ways = {each["quad"]: (each["there"], each["back"], each["mutual"]) for each in there["ways"]}
    assert ways[1] == (0, 0, DAYS), "consultations are mutual, and each is one act"
    assert ways[3][0] > DAYS
    assert ways[3][1:] == (0, 0), "Turkey accuses, Russia does not"
    assert sum(map(sum, ways.values())) == there["acts"]
    assert {each["quad"]: (each["back"], each["there"], each["mutual"]) for each in back["ways"]} == ways


def test_days_limit_what_is_listed_and_what_is_measured(states: TestClient) -> None:
    page = told(states, "/relations/RUS-TUR.json?from=2018-01-10&to=2018-01-19&limit=200")
    assert {each["event"]["day"] for each in page["events"]} == {f"2018-01-{day}" for day in range(10, 20)}
    assert (page["measures"]["first"], page["measures"]["last"]) == ("2018-01-10", "2018-01-19")
    assert len(page["measures"]["levels"]) == 10


def test_a_break_is_told_with_what_drove_it(states: TestClient) -> None:
    page = told(states, "/relations/RUS-TUR.json")
    (found,) = page["measures"]["breaks"]
    assert (found["day"], found["quads"][0]) == (BREAK.isoformat(), 3)
    assert found["after"][2] > 4 > found["before"][2]
    driver = found["drivers"][0]
    assert (driver["a"], driver["b"], driver["type"], driver["times"]) == ("TUR", "RUS", "ACCUSE", 4)
    html = states.get("/relations/RUS-TUR").text
    assert "10 February 2018" in html
    assert all(f'href="/records/{id}"' in html for id in driver["ids"])


def test_levels_count_each_act_once_beside_all_that_was_told(states: TestClient) -> None:
    page = told(states, "/relations/RUS-TUR.json?by=month")["measures"]
    january = page["levels"][0]
    assert (january["period"], january["acts"]) == ("2018-01-01", [31, 0, 11, 0])
    day = told(states, "/relations/RUS-TUR.json?by=day")["measures"]["levels"][0]
    assert day["acts"] == [1, 0, 1, 0]
    assert sum(day["per_thousand"]) == pytest.approx(1000 * 2 / 6)
    assert page["sums"] == [70, 0, 24 + 4 * 30, 0]
    assert (page["first"], page["last"]) == (START.isoformat(), LAST.isoformat())


def test_each_point_opens_what_it_stands_for(states: TestClient) -> None:
    page = told(states, "/relations/RUS-TUR.json?limit=200")
    points = page["points"]
    first = {each["event"]["id"]: each["event"] for each in page["events"]}
    for id, day, quad, status, kind in list(
        zip(*(points[name] for name in ("ids", "days", "quads", "statuses", "kinds")), strict=True)
    )[:200]:
        event = first[id]
        assert (day, quad, status) == (event["day"], event["quad"], event["status"])
        assert 0 <= kind < len(points["names"])


def test_what_each_says_about_the_other_is_said_by_them(client: TestClient) -> None:
    both = told(client, f"{PAIR}.json")["words"]
    assert [(each["speaker"], each["about"]) for each in both] == [("RUS", "CHN"), ("CHN", "RUS")]
    assert any(each["statements"] for each in both)
    for each in both:
        assert {said["speaker"]["country"] for said in each["statements"]} <= {each["speaker"]}
        assert len(each["statements"]) <= 10


def test_agreements_and_promises_are_those_of_the_two(client: TestClient) -> None:
    page = told(client, f"{PAIR}.json")
    assert page["agreements"] or page["promises"]
    html = client.get(PAIR).text
    assert all(f'href="/agreements/{each["id"]}"' in html for each in page["agreements"])
    assert all(f'href="/promises/{each["id"]}"' in html for each in page["promises"])


def test_of_whom_nothing_is_told_there_is_a_page(client: TestClient, nobody: TestClient) -> None:
    page = told(client, "/relations/FJI-TON.json")
    assert (page["total"], page["events"], page["measures"]["breaks"]) == (0, [], [])
    for someone in (client, nobody):
        assert someone.get("/relations/FJI-TON").status_code == 200
    assert told(nobody, "/relations/FJI-TON.json")["measures"] is None
    assert "Too little is told" in nobody.get("/relations/FJI-TON").text


@pytest.mark.parametrize("address", ["/relations/RUS-RUS", "/relations/RUS-QQQ", "/relations/QQQ-RUS.json"])
def test_what_is_no_pair_has_no_page(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["quad=5", "type=NOTHING", "status=sure", "source=rumours", "confidence=1", "from=x"])
def test_what_is_no_filter_is_told(client: TestClient, query: str) -> None:
    assert client.get(f"{PAIR}.json?{query}").status_code == 400


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_both_languages_say_how_measures_mislead(states: TestClient, lang: str) -> None:
    html = states.get("/relations/RUS-TUR", headers={"accept-language": lang}).text
    assert html.count('<details class="misleads">') >= 5
    assert "web." not in html.split("<main")[1].split("</main>")[0]
