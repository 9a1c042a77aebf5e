"""How a page is added to the observatory: one function that makes a view, at one address in each form."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from fastapi import APIRouter, Response

from marsad.observatory.asking import Asked
from marsad.observatory.openapi import described
from marsad.observatory.problems import PROBLEM, TITLES
from marsad.observatory.templating import page
from marsad.observatory.views import CSV, JSON, View, as_csv, as_json

Maker = TypeVar("Maker", bound=Callable[..., View])
_UNUSUAL = re.compile("[^A-Za-z0-9._-]+")
"""What does not stand in the name of a file."""
HTML = "text/html; charset=utf-8"
_PROBLEM_SCHEMA = {
    "type": "object", "required": ["type", "status", "title", "detail", "remedy"],
    "properties": {"type": {"type": "string"}, "status": {"type": "integer"},
                   "title": {"type": "string"}, "detail": {"type": "string"}, "remedy": {"type": "string"}},
}  # fmt: skip


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Problems of these statuses, as OpenAPI describes answers."""
    return {status: {"description": TITLES[status], "content": {PROBLEM: {"schema": _PROBLEM_SCHEMA}}}
            for status in statuses}  # fmt: skip


def add_page(
    router: APIRouter, path: str, shown: type, *, json: str | None = None, csv: bool = False, tag: str = "pages"
) -> Callable[[Maker], Maker]:
    """Put a function that makes a `View`, whose `data` is a `shown`, at `path` as HTML, at `json` (else `path` with
    `.json`) as JSON, and with `csv` at `path` with `.csv` too. Its first parameter is `asked: Asking`; its docstring is
    the description in OpenAPI."""

    def adding(make: Maker) -> Maker:
        stem = (json or f"{path}.json").removesuffix(".json")
        failures = problems(400, 401, 404, 414, 422, 429, 501, 503)
        if csv:
            content = {CSV.partition(";")[0]: {"schema": {"type": "string"}}}
            router.add_api_route(
                f"{stem}.csv", _answering(make, _csv), tags=[tag], response_class=Response, name=f"{make.__name__}_csv",
                summary=f"{_summary(make)} (CSV)",
                responses={200: {"description": "The rows as CSV", "content": content}, **failures},
            )  # fmt: skip
        router.add_api_route(
            f"{stem}.json", _answering(make, _json), tags=[tag], response_class=Response, name=f"{make.__name__}_json",
            summary=_summary(make), response_model=None,
            responses={200: {"model": described(shown), "description": "The page as JSON"}, **failures},
        )  # fmt: skip
        router.add_api_route(path, _answering(make, _html), name=make.__name__, include_in_schema=False)
        return make

    return adding


def _summary(make: Callable[..., View]) -> str:
    return (make.__doc__ or make.__name__).strip().partition(".")[0].replace("\n", " ")


def _answering(make: Callable[..., View], answer: Callable[[View, Asked], Response]) -> Callable[..., Response]:
    """The function with its parameters, giving a response."""

    @functools.wraps(make)
    def answering(asked: Asked, **parameters: Any) -> Response:
        return answer(make(asked, **parameters), asked)

    return answering


def _html(view: View, asked: Asked) -> Response:
    return Response(page(view, asked), media_type=HTML)


def _json(view: View, asked: Asked) -> Response:
    return Response(as_json(view), media_type=JSON)


def _csv(view: View, asked: Asked) -> Response:
    assert view.listing is not None
    name = _UNUSUAL.sub("-", asked.path.rpartition("/")[2])
    return Response(
        as_csv(view.listing), media_type=CSV, headers={"content-disposition": f'attachment; filename="marsad-{name}"'}
    )


def several(values: Sequence[str] | None) -> tuple[str, ...]:
    """A parameter that may come several times, without empty ones."""
    return tuple(value for value in values or () if value)
