"""The pages, one module each: a router whose functions make views."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter


def routers() -> Iterator[APIRouter]:
    """The routers of all pages."""
    from marsad.observatory.pages import articles, promises, reading, search, statements

    for module in (articles, promises, reading, search, statements):
        yield module.router
