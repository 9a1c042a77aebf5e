"""What of autumn 2018 comes out of two months of ICEWS, and how long each command on relations takes there.

    python benchmarks/relations.py [EVENTS_TSV] [--write]

The events are imported whole into a new SQLite store and asked with default settings. Each command runs as a process
of its own on one core, from its start to its end; times are medians. `--write` puts the tables into docs/accuracy.md
and docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from blocks import REPOSITORY, table, write_block

from marsad.api import import_events
from marsad.relations.dyad import dyad
from marsad.relations.network.system import network
from marsad.store.store import Store

EVENTS = REPOSITORY.parent / "shared" / "corpora" / "icews18" / "events.tsv"
MARSAD = [sys.executable, "-m", "marsad.cli"]
HISTORY = (
    # what happened, pair, what is looked at, first and last day that are right
    ("an Il-20 is shot down over Syria", "RUS", "ISR", "break", "09-16", "09-20"),
    ("Jamal Khashoggi does not come out of the consulate", "SAU", "TUR", "break", "10-03", "10-07"),
    ("the United States leaves the INF treaty", "RUS", "USA", "break", "10-19", "10-24"),
    ("a zone around Idlib is agreed on in Sochi", "RUS", "TUR", "cooperation", "09-17", "09-18"),
    ("envoys of the South in Pyongyang", "KOR", "PRK", "cooperation", "09-05", "09-06"),
    ("the summit of Pyongyang", "KOR", "PRK", "cooperation", "09-17", "09-20"),
)
COMMANDS = (
    ("relation", "RUS", "TUR"),
    ("network", "--at", "2018-10"),
    ("pressure", "--on", "RUS", "--by", "USA", "--and", "CHN"),
    ("forecast", "RUS", "UKR"),
    ("plot", "relation", "RUS", "TUR", "-o", "{folder}/relation.svg"),
    ("plot", "network", "--at", "2018-10", "-o", "{folder}/network.svg"),
    ("plot", "ties", "-o", "{folder}/ties.svg"),
    ("pairs", "--by", "month"),
)
ASKED = 3
BARS = {"pairs": "< 10", "plot": ""}
"""Where the bar is not that of a question. Drawing has none."""


def history(store: Store) -> Iterator[tuple[str, ...]]:
    """A row for each thing that everybody knows: the days that were found, and whether one of them is right."""
    for happened, a, b, kind, first, last in HISTORY:
        found = dyad(store, a, b)
        days = [c.at.day for c in found.changes] if kind == "break" else [p.day for p in found.cooperation[:3]]
        right = [day for day in days if _day(first) <= day <= _day(last)]
        told = ", ".join(f"**{day:%m-%d}**" if day in right else f"{day:%m-%d}" for day in days)
        yield happened, f"{a}–{b}", kind, f"{first} to {last}", told or "none", "yes" if right else "**no**"


def balance(store: Store) -> Iterator[tuple[str, ...]]:
    """A row for each month: the share of balanced triads, and what random networks have."""
    for month in ("2018-09", "2018-10"):
        share = network(store, at=month).balance.balanced
        if share is None:
            yield month, "too few", "", ""
        else:
            yield month, f"{share.value:.2f}", f"{share.low:.2f} to {share.high:.2f}", f"{share.p:.2f}"


def _day(text: str) -> date:
    return date.fromisoformat(f"2018-{text}")


def speeds(store: Path, folder: Path) -> Iterator[tuple[str, ...]]:
    """A row for each command: the median of its seconds on one core, and its bar."""
    for command in COMMANDS:
        filled = [word.format(folder=folder) for word in command]
        times = [_seconds([*MARSAD, *filled, "--store", str(store)]) for _ in range(ASKED)]
        shown = " ".join(word for word in command if "{" not in word and word != "-o")
        yield f"`marsad {shown}`", f"{statistics.median(times):.2f}", BARS.get(command[0], "< 2")


def _seconds(command: list[str]) -> float:
    """How long a process takes that may use one core only, where the system can see to that."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    pinned = ["taskset", "-c", str(cores[-1]), *command] if cores else command
    begun = time.perf_counter()
    subprocess.run(pinned, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> int:
    """Print the tables, or write them into the pages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", nargs="?", type=Path, default=EVENTS)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not options.events.is_file():
        print(f"{options.events}: no such file; name the events of ICEWS", file=sys.stderr)
        return 2
    made = "Made by `make bench-relations WRITE=--write`."
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "icews.db"
        for _ in import_events("icews", [options.events], path, on_error=lambda error: None):
            pass
        with Store.open(path) as store:
            known = table(("", "pair", "kind", "right days", "days found", "found"), history(store))
            triads = table(("", "balanced triads", "random networks, 95%", "p"), balance(store))
        asked = table(("", "seconds", "bar"), speeds(path, Path(folder)))
    pages = (("accuracy", "history", known), ("accuracy", "triads", triads), ("performance", "relations", asked))
    for page, name, block in pages:
        if options.write:
            write_block(REPOSITORY / "docs" / f"{page}.md", name, f"{block}\n\n{made}")
        else:
            print(block, end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
