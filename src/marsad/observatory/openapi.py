"""What pages answer as JSON, described for OpenAPI: models made of the named tuples and records that they show, and
examples."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, create_model

_EXAMPLES = Path(__file__).parent / "data" / "examples.json"


@functools.cache
def examples() -> dict[str, Any]:
    """What the sample articles give, cut short, by the path of the operation (`scripts/httpreference.py` writes it)."""
    found: dict[str, Any] = json.loads(_EXAMPLES.read_text(encoding="utf-8"))
    return found


def with_examples(description: dict[str, Any]) -> dict[str, Any]:
    """A description with the examples put into its answers. FastAPI would leave out what is null in them."""
    for path, example in examples().items():
        (operation,) = description["paths"][path].values()
        operation["responses"]["200"]["content"]["application/json"]["example"] = example
    return description


@functools.cache
def described(shown: type) -> type[BaseModel]:
    """The model of the JSON object that `marsad.output.answers.showrows.nested` makes of a named tuple or a record."""
    hints = get_type_hints(shown, include_extras=True)
    fields: Any = {name: (_described(hints[name]), ...) for name in _fields(shown)}
    doc = " ".join((shown.__doc__ or "").split())
    model: type[BaseModel] = create_model(shown.__name__, __doc__=doc, **fields)
    return model


def _fields(shown: type) -> tuple[str, ...]:
    if dataclasses.is_dataclass(shown):
        return tuple(field.name for field in dataclasses.fields(shown))
    return tuple(shown._fields)  # type: ignore[attr-defined]


def _is_shown(hint: Any) -> bool:
    return isinstance(hint, type) and (dataclasses.is_dataclass(hint) or hasattr(hint, "_fields"))


def _described(hint: Any) -> Any:
    """A type hint with models in place of named tuples and records, and lists in place of tuples."""
    if _is_shown(hint):
        return described(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return Union[tuple(_described(each) for each in arguments)]  # noqa: UP007
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return list[_described(arguments[0])]  # type: ignore[misc]
        return list[Union[tuple(_described(each) for each in arguments)]]  # type: ignore[misc]  # noqa: UP007
    if origin in (list, dict):
        return origin[tuple(_described(each) for each in arguments)]
    return hint
