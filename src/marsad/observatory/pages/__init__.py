"""The pages, one module each: a router whose functions make views."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from fastapi import APIRouter


def routers() -> Iterator[APIRouter]:
    """The routers of all pages: each module's here."""
    for name in sorted(found.name for found in iter_modules(__path__)):
        router: APIRouter = import_module(f"{__name__}.{name}").router
        yield router
