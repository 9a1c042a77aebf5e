"""How fast the observatory answers twenty people at once, how soon a page shows, and how big pages are.

    python benchmarks/observatory.py [STORE] [--users 20] [--seconds 60] [--write]

STORE is one of the eleven days of `make bench-store` (it is made if none is named). `marsad serve` runs as a user runs
it, on the cores that there are; the users, in a process of their own on the same cores, ask for pages drawn at random,
each as soon as the answer to the last is there, and all pages are cold when they begin. A second run waits a second
between two pages, as people do at their fastest. What a page shows first is measured in headless Chromium. `--write`
puts the table into docs/performance.md.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from blocks import REPOSITORY, table, write_block

sys.path.insert(0, str(REPOSITORY / "scripts"))
from browsing import chromium, observatory

from marsad.store.store import Store

CORPUS = REPOSITORY.parent / "shared" / "corpora" / "saudinewsnet"
BAR, PAINT_BAR, SIZE_BAR = 300, 1000, 600
"""Milliseconds of HTML at the 95th percentile, and to the first paint; KiB of a page but for the charts' library."""
LIBRARY = "echarts"
_SEED = 20150724


class Ask(NamedTuple):
    """An address, the kind of page that it is, and how often people go there compared to others."""

    kind: str
    path: str


class Took(NamedTuple):
    """How long an answer took, in milliseconds, of which kind of page, with which status."""

    kind: str
    milliseconds: float
    status: int


def asks(store: Path) -> list[list[Ask]]:
    """The addresses of each kind of page that a store has."""
    with Store.open(store) as opened:
        stories = [row.id for row in opened.stories(limit=150).rows]
        articles = [row.id for word in ("السعودية", "إيران", "اليمن") for row in opened.search(word, limit=150).rows]
        quotes = opened.quotes(about="السعودية", limit=300).rows
        happenings = [row.id for row in opened.timeline("SAU", limit=300).rows]
    speakers = sorted({quote_.speaker.id for quote_ in quotes})
    pairs = [
        f"{a}-{b}" for a in ("SAU", "YEM", "IRN", "USA") for b in ("EGY", "RUS", "TUR", "FRA", "IRQ", "SYR", "ARE")
    ]
    words = [
        "الاتفاق النووي",
        "عدن",
        "مجلس الأمن",
        "النفط",
        "زيارة",
        "قطر",
        "إعادة الأمل",
        "سوريا",
        "داعش",
        "الأمم المتحدة",
    ]
    paths = {
        "home": ["/"], "pair": [f"/relations/{pair}" for pair in pairs], "relations": ["/relations"],
        "network": ["/network", *(f"/network?at=2015-07-{day}" for day in (24, 26, 28, 30))],
        "article": [f"/articles/{id}" for id in articles], "story": [f"/stories/{id}" for id in stories],
        "stories": ["/stories", "/stories?order=newest"], "happening": [f"/happenings/{id}" for id in happenings],
        "record": [f"/records/{quote_.id}" for quote_ in quotes],
        "actor": [f"/actors/{quote(speaker, safe=':')}" for speaker in speakers],
        "statements": ["/statements", *(f"/statements?speaker={quote(speaker)}" for speaker in speakers)],
        "promises": ["/promises", "/promises?outcome=kept"], "agreements": ["/agreements"], "outlets": ["/outlets"],
        "search": [f"/search?q={quote(word)}" for word in words], "data": ["/data"],
    }  # fmt: skip
    return [[Ask(kind, path) for path in several] for kind, several in paths.items()]


def load(address: str, kinds: list[list[Ask]], users: int, seconds: float, pause: float) -> list[Took]:
    """What users get who ask for `seconds`, each with a `pause` between an answer and the next question."""
    found: list[list[Took]] = [[] for _ in range(users)]
    end = time.perf_counter() + seconds
    threads = [
        threading.Thread(target=_use, args=(address, kinds, end, pause, random.Random(_SEED + n), found[n]))
        for n in range(users)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [took for several in found for took in several]


def _use(
    address: str, kinds: list[list[Ask]], end: float, pause: float, choice: random.Random, found: list[Took]
) -> None:
    where = urlsplit(address)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=120)
    time.sleep(choice.random() * pause)
    while time.perf_counter() < end:
        ask = choice.choice(choice.choice(kinds))
        begun = time.perf_counter()
        connection.request("GET", ask.path, headers={"accept-language": choice.choice(("ar", "en"))})
        response = connection.getresponse()
        response.read()
        found.append(Took(ask.kind, (time.perf_counter() - begun) * 1000, response.status))
        time.sleep(pause)
    connection.close()


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


class Seen(NamedTuple):
    """A page in the browser: milliseconds to the first contentful paint, and KiB of all that is fetched for it but the
    library that draws charts."""

    paint: float
    size: float


def seen(address: str, kinds: list[list[Ask]]) -> Iterator[tuple[str, Seen]]:
    """Each kind of page in a browser that has nothing of it yet."""
    with chromium() as browser:
        for several in kinds:
            context = browser.new_context(locale="ar")
            page = context.new_page()
            page.goto(address + several[-1].path, wait_until="networkidle")
            paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
            fetched = page.evaluate(
                "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                ".map(each => [each.name, each.decodedBodySize])"
            )
            yield several[0].kind, Seen(paint, sum(size for name, size in fetched if LIBRARY not in name) / 1024)
            context.close()


def rows(asked: list[Took], paused: list[Took], pages: dict[str, Seen]) -> Iterator[tuple[str, ...]]:
    """A row for each kind of page, and one for all."""
    of_kind: dict[str, list[float]] = defaultdict(list)
    for took in asked:
        of_kind[took.kind].append(took.milliseconds)
    slow: dict[str, list[float]] = defaultdict(list)
    for took in paused:
        slow[took.kind].append(took.milliseconds)
    for kind, values in of_kind.items():
        page = pages[kind]
        yield (
            kind, f"{statistics.median(values):.0f}", f"{percentile(values, 0.95):.0f}",
            f"{percentile(slow[kind], 0.95):.0f}", f"{page.paint:.0f}", f"{page.size:.0f}",
        )  # fmt: skip
    everything, people = [took.milliseconds for took in asked], [took.milliseconds for took in paused]
    yield (
        "all", f"{statistics.median(everything):.0f}", f"{percentile(everything, 0.95):.0f}",
        f"{percentile(people, 0.95):.0f}", f"{max(page.paint for page in pages.values()):.0f} at most",
        f"{max(page.size for page in pages.values()):.0f} at most",
    )  # fmt: skip
    yield "bar", "", f"< {BAR}", f"< {BAR}", f"< {PAINT_BAR}", f"< {SIZE_BAR}"


def made(folder: Path) -> Path:
    """A store of the eleven days."""
    store = folder / "eleven.db"
    files = sorted(str(path) for path in CORPUS.glob("*.zip"))
    command = [sys.executable, "-m", "marsad.cli", "add", *files, "--store", str(store), "--jobs", "2"]
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)  # articles without text are told by its status
    return store


def _in_a_process(address: str, store: Path, users: int, seconds: float, pause: float) -> list[Took]:
    """The users in a process of their own, so that they do not take the time of what measures them."""
    command = [sys.executable, __file__, str(store), "--users", str(users), "--seconds", str(seconds)]
    run = subprocess.run([*command, "--ask", address, "--pause", str(pause)], check=True, capture_output=True)
    return [Took(*each) for each in json.loads(run.stdout)]


def main() -> int:
    """Print the table, or write it into the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", nargs="?", type=Path)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--ask", help=argparse.SUPPRESS)
    parser.add_argument("--pause", type=float, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.ask:
        found = load(options.ask, asks(options.store), options.users, options.seconds, options.pause)
        print(json.dumps(found))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or made(Path(folder))
        kinds = asks(store)
        with observatory(store) as address:
            asked = _in_a_process(address, store, options.users, options.seconds, 0)
        with observatory(store) as address:
            paused = _in_a_process(address, store, options.users, options.seconds, 1)
            pages = dict(seen(address, kinds))
    wrong = [took for took in (*asked, *paused) if took.status != 200]
    header = ("", "median, ms", "95 of 100, ms", "with pauses, 95 of 100, ms", "first paint, ms", "KiB")
    note = (
        f"{len(asked):,} answers to {options.users} users in {options.seconds:g} s "
        f"({len(asked) / options.seconds:.0f} a second), {len(paused):,} with pauses of a second; "
        f"{len(wrong)} were no page. "
        "Made by `make bench-observatory WRITE=--write`."
    )
    block = f"{table(header, rows(asked, paused, pages))}\n\n{note}"
    if options.write:
        write_block(REPOSITORY / "docs" / "performance.md", "observatory", block)
    else:
        print(block)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
