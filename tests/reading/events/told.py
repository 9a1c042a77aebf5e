"""What the tables of phenomena share: the events of a text, each as one line."""

from __future__ import annotations

import pytest

import marsad
from marsad.records import Event


def told(text: str, day: str) -> list[str]:
    """All events of a text published on a day, as `TYPE[:mode] status actors > recipients`, in the order of letters."""
    return sorted(_line(event) for event in marsad.read(text, published=day).events)


def _line(event: Event) -> str:
    type_ = f"{event.type}:{event.mode}" if event.type == "CONSULT" and event.mode else event.type
    recipients = f" > {' + '.join(sorted(event.recipients))}" if event.recipients else ""
    return f"{type_} {event.status} {' + '.join(sorted(event.actors)) or '?'}{recipients}"


def limit(*row: str, why: str) -> object:
    """A row that the reader does not get right yet, and why."""
    return pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=why))
