"""The addresses of pages: each thing of the store has one that stays."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from marsad.store.ids import LINKS

_FOLDERS = {kind: f"{kind}s" for kind in LINKS} | {"story": "stories", "echo": "echoes"}
_PASSING = ("lang", "digits", "theme", "cursor", "token")
"""Parameters that do not stay in the address of another page."""


def address_of(id: str) -> str:
    """The address of an article, a record, a link, or an imported event, by its public id."""
    kind, dash, _ = id.partition("-")
    if kind in _FOLDERS:
        return f"/{_FOLDERS[kind]}/{quote(id)}"
    return f"/records/{quote(id)}" if dash else f"/articles/{quote(id)}"


def actor_address(id: str) -> str:
    """The address of an actor, by an entity's id or a country's code."""
    return f"/actors/{quote(id, safe=':')}"


def pair_address(a: str, b: str) -> str:
    """The address of the relation of two countries."""
    return f"/relations/{quote(a)}-{quote(b)}"


def own_path(path: str) -> str:
    """The path with one slash before it: an address that begins with two is another host's."""
    return "/" + path.lstrip("/\\")


def web_address(uri: str) -> str:
    """The address if it is one of the web that a page may link to; empty for files, scripts and all else."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return ""
    plain = uri.isprintable() and not any(char.isspace() for char in uri)
    return uri if plain and parts.scheme in {"http", "https"} and parts.hostname else ""


def changed(path: str, query: str, suffix: str = "", **values: Any) -> str:
    """An address with parameters changed: None takes one away, a list gives it several times. A cursor does not outlive
    a change."""
    replaced = {"cursor", *values}
    kept = [(name, value) for name, value in parse_qsl(query) if name not in replaced]
    for name, value in values.items():
        several = value if isinstance(value, list | tuple) else [value]
        kept += [(name, str(each)) for each in several if each is not None]
    for form in (".json", ".csv"):
        path = path.removesuffix(form)
    asked = urlencode([pair for pair in kept if not suffix or pair[0] not in _PASSING or pair[0] == "lang"])
    return f"{path if path != '/' or not suffix else '/home'}{suffix}" + (f"?{asked}" if asked else "")
