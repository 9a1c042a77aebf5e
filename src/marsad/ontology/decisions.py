"""What PLOVER's codebook leaves open or says twice, and how Marsad decides it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from marsad.lexicon.tables import read_table
from marsad.ontology.plover import DATA


class Decision(NamedTuple):
    """One decision: its name in the tables' column `why`, a title, the reason."""

    name: str
    title: str
    text: str


@cache
def decisions() -> Mapping[str, Decision]:
    """All decisions by name."""
    rows = (Decision(row["decision"], row["title"], row["text"]) for row in read_table(DATA / "decisions.tsv"))
    return MappingProxyType({row.name: row for row in rows})
