"""The JSON Schema of what Marsad writes."""

from __future__ import annotations

from typing import Any

from marsad.records import RECORDS, Reading

NAMES: tuple[str, ...] = tuple(record.__name__ for record in RECORDS)
_OF_ARTICLE = {
    "doc": "doc", "sha256": "id", "uri": "uri", "title": "title", "outlet": "outlet", "published": "published",
    "encoding": "encoding", "boilerplate": "furniture",
}  # fmt: skip
"""The fields of a line of output that come from its article, and what they are called there."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record; for `Reading`, of one line of JSON Lines output. Raises `KeyError`
    for a name that is none.
    """
    records = {record.__name__.lower(): record for record in RECORDS}
    record = records[name.lower()]
    return _line_schema() if record is Reading else record.json_schema()


def _line_schema() -> dict[str, Any]:
    full = Reading.json_schema()
    definitions = full["$defs"]
    article = definitions.pop("Article")["properties"]
    properties = {name: article[source] for name, source in _OF_ARTICLE.items()}
    properties |= {name: value for name, value in full["properties"].items() if name != "article"}
    order = (
        "doc",
        "sha256",
        "uri",
        "title",
        "outlet",
        "published",
        "encoding",
        "boilerplate",
        "entities",
        "mentions",
        "statements",
        "events",
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reading",
        "description": "Everything found in one article: one line of JSON Lines output.",
        "type": "object",
        "properties": {name: properties[name] for name in order},
        "required": list(order),
        "$defs": definitions,
    }
