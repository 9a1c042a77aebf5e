"""The API does what its description says: whatever is asked, every answer is described there, and none is a fault."""

import itertools
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from httpreference import LISTS
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.checks import positive_data_acceptance

from marsad.observatory.app import create_app
from marsad.observatory.openapi import examples
from marsad.observatory.pages import routers
from marsad.observatory.settings import Settings

EXAMPLES = 25
"""Questions of each operation."""


def test_every_answer_is_one_that_is_described(samples: Path) -> None:
    application = create_app(Settings(str(samples), hosts=(), rate=0))
    described = schemathesis.openapi.from_asgi("/openapi.json", application)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 3
    wrong = {operation.label: told for operation in operations if (told := _wrong(operation))}
    application.state.readings.close()
    assert not wrong


def _wrong(operation: Any) -> str:
    """The first answer of an operation that is not as described; empty if all are."""

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def check(case: Any) -> None:
        # A schema cannot say which names the store knows: what it does not know is answered with 400, as described.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    try:
        check()
    except Exception as error:
        return str(error)
    return ""


def test_the_description_has_every_page(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    paths = set(told["paths"])
    pages = {route.path for router in routers() for route in router.routes if not route.include_in_schema}  # type: ignore[attr-defined]
    assert pages
    assert {page for page in pages if f"{'/home' if page == '/' else page}.json" not in paths} == set()
    operations = list(itertools.chain.from_iterable(path.values() for path in told["paths"].values()))
    assert all(operation["summary"] for operation in operations)
    assert all("200" in operation["responses"] for operation in operations)


def test_every_parameter_says_what_it_means_by_example(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    parameters = [
        (path, each)
        for path, methods in told["paths"].items()
        for operation in methods.values()
        for each in operation.get("parameters", [])
    ]
    assert len(parameters) > 100
    assert [(path, p["name"]) for path, p in parameters if not p.get("description")] == []
    assert [(path, p["name"]) for path, p in parameters if not p["schema"].get("examples")] == []
    assert [(path, p["name"]) for path, p in parameters for each in p["schema"]["examples"] if wrong(each, p)] == []


def wrong(example: Any, parameter: dict[str, Any]) -> bool:
    return not Draft202012Validator(parameter["schema"]).is_valid(example)


def test_examples_are_answers_as_they_are_described(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    answers = {
        path: operation["responses"]["200"]["content"]["application/json"]
        for path, methods in told["paths"].items()
        for operation in methods.values()
        if "application/json" in operation["responses"]["200"]["content"]
    }
    shown = {path: answer for path, answer in answers.items() if "example" in answer}
    assert set(examples()) == set(shown)
    assert {"/search.json", "/relations/{a}-{b}.json", "/records/{id}.json", "/read"} <= set(shown)
    for path, answer in shown.items():
        schema = {**answer["schema"], "components": told["components"]}
        assert [error.message for error in Draft202012Validator(schema).iter_errors(answer["example"])] == [], path


@pytest.mark.parametrize("path", sorted(LISTS))
def test_examples_are_still_what_is_answered(client: TestClient, path: str) -> None:
    """Not to the last number, which every better reading changes: run `make reference` where this fails."""
    answer = client.get(LISTS[path])
    assert answer.status_code == 200
    assert set(answer.json()) == set(examples()[path])
    assert {name for name, value in answer.json().items() if value} == {n for n, v in examples()[path].items() if v}
