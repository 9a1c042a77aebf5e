"""Which outlet of the lexicon published an article, by the name and the address that its source gives."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from marsad.language.arabic.fold import fold
from marsad.lexicon.tables import read_table, read_tables, values

_CRAWL_NAMES = Path(__file__).parent / "data" / "crawl_names.tsv"


class Outlets(NamedTuple):
    """The ids of outlets by folded name and by domain (`bbc.com/arabic` for one that is a part of a site)."""

    by_name: dict[str, list[str]]
    by_domain: dict[str, list[str]]


@cache
def known_outlets() -> Outlets:
    """The outlets of the lexicon."""
    outlets = Outlets({}, {})
    for row in read_tables("actors/outlets.tsv"):
        for name in {fold(n) for n in (row["ar"], row["en"], *values(row["variants"])) if n}:
            outlets.by_name.setdefault(name, []).append(row["id"])
        for domain in values(row.get("domains", "")):
            outlets.by_domain.setdefault(domain.lower().strip("/"), []).append(row["id"])
    return outlets


@cache
def crawl_names() -> dict[tuple[str, str], str]:
    """The ids of outlets by the mapping's name and what a crawl calls them: `("saudinewsnet", "aawsat")`."""
    return {(row["mapping"], row["value"]): row["outlet"] for row in read_table(_CRAWL_NAMES)}


def outlet_of(name: str = "", url: str = "") -> str | None:
    """The id of the outlet with this name or address, or None. A name that several outlets bear needs the address."""
    if not name and not url:
        return None
    named = known_outlets().by_name.get(fold(" ".join(name.split())), [])
    hosted = _by_address(url) or _by_address(name)
    both = [outlet for outlet in hosted if outlet in named]
    if both or hosted:
        return (both or hosted)[0]
    return named[0] if len(named) == 1 else None


def _by_address(url: str) -> list[str]:
    if "." not in url:
        return []
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = parts.hostname or ""
    except ValueError:
        return []
    by_domain = known_outlets().by_domain
    section = parts.path.strip("/").partition("/")[0].lower()
    while "." in host:
        if found := by_domain.get(f"{host}/{section}") or by_domain.get(host):
            return found
        host = host.partition(".")[2]
    return []
