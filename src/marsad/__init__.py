"""Marsad reads Arabic news about the relations between states into sourced records."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from marsad.api import add, export, import_events, read, read_many, remove, remove_events
    from marsad.records import Article, Entity, Event, Mention, Quantity, Reading, Span, Statement

__all__ = [
    "Article", "Entity", "Event", "Mention", "Quantity", "Reading", "Span", "Statement", "add", "export",
    "import_events", "read", "read_many", "remove", "remove_events",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Load parts when they are first asked for, so that importing the package is quick."""
    if name not in __all__:
        raise AttributeError(f"module 'marsad' has no attribute {name!r}")
    module = importlib.import_module("marsad.api" if name[0].islower() else "marsad.records")
    return globals().setdefault(name, getattr(module, name))
