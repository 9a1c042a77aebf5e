"""The API does what its description says: whatever is asked, every answer is described there, and none is a fault."""

import itertools
from pathlib import Path
from typing import Any

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from marsad.observatory.app import create_app
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
