"""The reference page of the HTTP API, from its OpenAPI description; and the examples of answers in that description.

`python scripts/httpreference.py` asks the observatory over the sample articles for the examples and writes them into
the package; the page is written by `scripts/reference.py`.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

import marsad.observatory.openapi
from marsad.api import add, samples
from marsad.observatory.app import create_app
from marsad.observatory.pages.reading import EXAMPLE
from marsad.observatory.settings import Settings
from marsad.store.store import Store

EXAMPLES = Path(marsad.observatory.openapi.__file__).parent / "data" / "examples.json"
LISTS = {
    "/search.json": "/search.json?q=الغاز&limit=1", "/suggest.json": "/suggest.json?q=Egypt",
    "/relations.json": "/relations.json?from=2020&to=2024&limit=1",
    "/relations/{a}-{b}.json": "/relations/EGY-TUR.json?limit=1", "/actors/{id}.json": "/actors/EGY.json?limit=1",
    "/stories.json": "/stories.json?limit=1", "/statements.json": "/statements.json?speaker=EGY&limit=1",
    "/promises.json": "/promises.json?as_of=2024-12-31&limit=1", "/agreements.json": "/agreements.json?limit=1",
    "/outlets.json": "/outlets.json", "/articles.json": "/articles.json?limit=1",
}  # fmt: skip
"""Questions to the sample articles whose answers are the examples of an operation."""
_LONGEST = 120
_INTRODUCTION = """\
What `marsad serve` answers to programs; [Open the observatory](../how-to/observatory.md) tells how it is opened to
others, and what holds of all answers: parts of lists, ETags, errors, tokens. The same, with the schema of each answer,
is at `/openapi.json` (OpenAPI 3.1). Lists in JSON and CSV have the same rows; what the columns of CSV mean stands in
[Columns of answers](answers.md).

Parameters of all addresses: `lang` (`en` or `ar`) is the language of names and labels, `digits` (`latn` or `arab`) that
of numbers in pages."""


def description() -> dict[str, Any]:
    """The OpenAPI description."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        Store.open(path, create=True).close()
        application = create_app(Settings(str(path), warm=False))
        told = application.openapi()
        application.state.store.close()
    return told


def http_page(note: str) -> str:
    """The page of the API. `note` says that it is written by a script."""
    told = description()
    parts = ["# HTTP API", note, _INTRODUCTION]
    for path, operations in sorted(told["paths"].items()):
        if not path.endswith(".csv"):
            for method, operation in operations.items():
                parts += _operation(path, method.upper(), operation, told)
    return "\n\n".join(parts) + "\n"


def _operation(path: str, method: str, operation: dict[str, Any], told: dict[str, Any]) -> Iterator[str]:
    yield f"## `{method} {path}`"
    csv = path.removesuffix(".json") + ".csv"
    also = f" As CSV at `{csv}`." if csv in told["paths"] else ""
    yield " ".join(operation["description"].split()) + also
    rows = [_parameter(each) for each in operation.get("parameters", [])]
    if rows:
        yield "\n".join(["| parameter | meaning | example | default |", "|---|---|---|---|", *rows])
    if "requestBody" in operation:
        content = operation["requestBody"]["content"]["application/json"]
        yield f"The body is an object, {_meaning(_schema(content, told))}"
    answer = operation["responses"]["200"]["content"]["application/json"]
    if "properties" in _schema(answer, told):
        yield f"The answer is an object, {_meaning(_schema(answer, told))}"
    if "example" in answer:
        yield _example(path, answer["example"])


def _schema(content: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """The schema of a body, looked up if it is only named."""
    name = content["schema"].get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = told["components"]["schemas"][name] if name else content["schema"]
    return found


def _meaning(schema: dict[str, Any]) -> str:
    fields = ", ".join(f"`{name}`" for name in schema["properties"])
    return f"with {fields}. {schema.get('description', '')}".strip()


def _example(path: str, example: Any) -> str:
    asked = LISTS.get(path, path)
    text = json.dumps(example, ensure_ascii=False, indent=2)
    indented = "\n".join(f"    {line}" for line in ["```json", *text.splitlines(), "```"])
    return f'??? example "`{asked}` over the samples, cut short"\n\n{indented}'


def _parameter(parameter: dict[str, Any]) -> str:
    schema = parameter["schema"]
    examples = [each[0] if isinstance(each, list) else each for each in schema.get("examples", [])]
    shown = ", ".join(f"`{each}`" for each in examples)
    default = "" if schema.get("default") in (None, "") else f"`{json.dumps(schema['default'])}`"
    name = f"`{parameter['name']}`" + (" (in the path)" if parameter["in"] == "path" else "")
    return f"| {name} | {parameter['description'].replace('|', chr(92) + '|')} | {shown} | {default} |"


def main() -> None:
    """Ask the observatory over the sample articles for an answer of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "samples.db"
        for _ in add([samples()], path):
            pass
        settings = Settings(str(path), rate=0, warm=False)
        with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
            found = {path: _short(_asked(client, address)) for path, address in _addresses(path)}
            found["/read"] = _short(client.post("/read", json=EXAMPLE).json())
    EXAMPLES.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _addresses(store: Path) -> Iterator[tuple[str, str]]:
    """The operations with an address each: of things, the first of the lists."""
    yield from LISTS.items()
    with Store.open(store) as opened:
        happening = next(row for row in opened.timeline("EGY", "TUR", limit=None).rows if row.tellings > 1)
        things = {
            "stories": opened.stories(limit=1).rows[0].id, "happenings": happening.id, "records": happening.first,
            "articles": happening.first.rpartition("-")[0],
        }  # fmt: skip
    yield from ((f"/{folder}/{{id}}.json", f"/{folder}/{id}.json") for folder, id in things.items())


def _asked(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    answer.raise_for_status()
    return answer.json()


def _short(value: Any) -> Any:
    """The first of each list (numbers: four), and the beginning of long texts."""
    if isinstance(value, dict):
        return {name: _short(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_short(each) for each in value[: 4 if all(isinstance(each, int | float) for each in value) else 1]]
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[:_LONGEST]}…"
    return value


if __name__ == "__main__":
    main()
