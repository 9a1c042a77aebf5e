"""The page of the network at a date: picture, tables, measures, and what changed."""

import csv
import io
import re
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient
from observedstates import LAST

from marsad.observatory.pages.network import dates

AT = "/network{}?at=2018-03-11&window=30"


def told(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_network_is_the_same_in_every_form(states: TestClient) -> None:
    system = told(states, AT.format(".json"))["system"]
    edges = {(edge["a"], edge["b"]): edge for edge in system["edges"]}
    assert {("RUS", "TUR"), ("FRA", "ISR"), ("ISR", "USA")} <= set(edges)
    assert edges["RUS", "TUR"]["tie"] < 0 < edges["FRA", "ISR"]["tie"]
    rows = list(csv.DictReader(io.StringIO(states.get(AT.format(".csv")).content.decode("utf-8-sig"))))
    assert {tuple(sorted((row["a"], row["b"]))) for row in rows} == set(edges)
    html = states.get(AT.format("")).text
    assert all(f'<a href="/relations/{a}-{b}" class="' in html for a, b in edges)
    assert all(f'<a href="/actors/{node["state"]}" aria-label=' in html for node in system["states"])
    for node in system["states"]:
        assert node["acts"] == sum(edge["acts"] for pair, edge in edges.items() if node["state"] in pair)


def test_hostile_ties_are_told_by_more_than_a_colour(states: TestClient) -> None:
    html, system = states.get(AT.format("")).text, told(states, AT.format(".json"))["system"]
    drawn = dict(re.findall(r'<a href="/relations/(\w{3}-\w{3})" class="(friend|foe)', html))
    assert drawn == {f"{e['a']}-{e['b']}": "friend" if e["tie"] > 0 else "foe" for e in system["edges"]}
    assert set(drawn.values()) == {"friend", "foe"}
    css = states.get("/static/css/network.css").text
    assert "stroke-dasharray" in css.partition(".foe line")[2].partition("}")[0]


def test_a_tie_is_sure_if_its_interval_has_one_sign(states: TestClient) -> None:
    edges = told(states, AT.format(".json"))["system"]["edges"]
    assert {(edge["sure"], edge["tie"] > 0) for edge in edges} >= {(True, True), (True, False)}
    for edge in edges:
        assert edge["sure"] == (edge["low"] > 0 or edge["high"] < 0), edge


def test_states_stand_at_one_place_on_all_dates(states: TestClient) -> None:
    pages = [told(states, f"/network.json?at=2018-0{month}-10&window={days}") for month, days in ((2, 30), (3, 20))]
    one, other = ({n["state"]: (n["x"], n["y"]) for n in page["system"]["states"]} for page in pages)
    assert len(one.keys() & other.keys()) >= 4
    assert all(one[state] == other[state] for state in one.keys() & other.keys())
    assert all(0 <= at <= 1 for place in one.values() for at in place)


def test_blocs_are_numbered_and_named(states: TestClient) -> None:
    system = told(states, AT.format(".json"))["system"]
    assert system["blocs"], "there are blocs"
    html = states.get(AT.format("")).text
    for bloc in system["blocs"]:
        assert {n["state"] for n in system["states"] if n["bloc"] == bloc["bloc"]} == set(bloc["states"])
        assert bloc["name"] in html


def test_what_changed_is_what_changed_since_one_window_before(states: TestClient) -> None:
    changed = told(states, AT.format(".json"))["changed"]
    assert changed["since"] == "2018-02-09"
    (turned,) = [shift for shift in changed["shifts"] if (shift["a"], shift["b"]) == ("RUS", "TUR")]
    assert turned["turned"]
    assert turned["before"] > 0 > turned["after"]
    assert told(states, "/network.json?at=2018-01-20")["changed"] is None, "nothing is told of the days before"


def test_measures_are_told_beside_chance_and_how_they_mislead(states: TestClient) -> None:
    measures = {each["measure"]: each for each in told(states, AT.format(".json"))["system"]["measures"]}
    assert {"frustration", "modularity", "poles", "largest"} <= set(measures)
    for each in measures.values():
        assert each["low"] <= each["high"]
    assert measures["frustration"]["p"] is not None
    html = states.get(AT.format("")).text
    assert html.count("How this can mislead") == len(measures) + 3


def test_the_slider_goes_from_early_to_the_last_day(states: TestClient) -> None:
    page = told(states, "/network.json")
    assert (page["at"], page["dates"]["last"]) == (LAST.isoformat(), LAST.isoformat())
    dates = told(states, "/network.json?at=2018-02-01")["dates"]
    assert dates["first"] == "2018-01-08"
    assert dates["step"] * dates["place"] == 24
    assert 'type="range"' in states.get("/network").text


@pytest.mark.parametrize(
    ("first", "last", "window", "begin", "step"),
    [
        ("2024-01-01", "2024-04-30", 40, "2024-01-11", 1),  # 120 days, of which a quarter of the window is left out
        ("2023-01-01", "2024-12-31", 40, "2023-01-11", 6),
        ("2022-12-30", "2024-12-31", 40, "2023-01-10", 7),
        ("2024-04-30", "2024-04-30", 90, "2024-04-30", 1),
    ],
)
def test_dates_are_few_and_end_with_the_last(first: str, last: str, window: int, begin: str, step: int) -> None:
    found = dates(first, last, date.fromisoformat(last), window)
    assert found is not None
    assert (found.first, found.last, found.step) == (begin, last, step)
    days = (date.fromisoformat(last) - date.fromisoformat(begin)).days
    assert (found.place * step, days % step) == (days, 0)
    assert days // step <= 120
    early = dates(first, last, date.fromisoformat("1990-01-01"), window)
    assert early is not None
    assert early.place == 0


def test_nothing_is_compared_with_days_before_the_news(states: TestClient) -> None:
    """The news begin on 1 January: of a window of 40 days a quarter has to lie before the day it is compared with."""
    assert told(states, "/network.json?at=2018-02-19&window=40")["changed"] is None
    assert told(states, "/network.json?at=2018-02-20&window=40")["changed"]["since"] == "2018-01-11"


def test_where_too_little_is_told_the_page_says_so(states: TestClient, nobody: TestClient) -> None:
    page = told(states, "/network.json?at=1999")
    assert (page["at"], page["system"], page["changed"]) == ("1999-12-31", None, None)
    assert "Choose another date" in states.get("/network?at=1999").text
    assert told(nobody, "/network.json")["at"] is None
    assert nobody.get("/network").status_code == 200


def test_where_too_little_is_told_in_the_usual_days_more_of_them_count(states: TestClient) -> None:
    page = told(states, "/network.json?at=2018-05-10")
    assert (page["window"], page["longer"]) == (90, True)
    assert page["system"] == told(states, "/network.json?at=2018-05-10&window=90")["system"]
    assert "so the acts of 90 days count" in states.get("/network?at=2018-05-10").text
    usual = told(states, "/network.json?at=2018-03-11")
    assert (usual["window"], usual["longer"]) == (30, False)
    asked = told(states, "/network.json?at=2018-05-10&window=30")
    assert (asked["window"], asked["longer"], asked["system"]) == (30, False, None)


@pytest.mark.parametrize(("query", "status"), [("at=soon", 400), ("window=0", 422), ("source=rumours", 400)])
def test_what_cannot_be_asked_is_told(states: TestClient, query: str, status: int) -> None:
    assert states.get(f"/network.json?{query}").status_code == status


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_both_languages_have_all_words(states: TestClient, lang: str) -> None:
    html = states.get(AT.format(""), headers={"accept-language": lang}).text
    assert f'<html lang="{lang}"' in html
    assert not re.search(r">\s*web\.|\"web\.", html)
