"""How long it takes to add and link a corpus, how that grows, what it needs, and how soon the store answers.

    python benchmarks/store.py [CORPUS_FOLDER] [--articles N] [--jobs 2] [--write]

The corpus is a folder of SaudiNewsNet archives. `marsad read` alone and `marsad add` run as a user runs them, on the
same files; then the first half of the articles is added to a store of its own, to see how time grows. Memory is the
peak of each process as the system counts it. Each question is asked of the whole store, where all is loaded and by
fresh processes; times are medians. `--write` puts the table into docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from blocks import REPOSITORY, table, write_block

CORPUS = REPOSITORY.parent / "shared" / "corpora" / "saudinewsnet"
MARSAD = [sys.executable, "-m", "marsad.cli"]
QUESTIONS = (
    ("search", "الاتفاق النووي"),
    ("show", "ARTICLE"),
    ("show", "STORY"),
    ("timeline", "SAU", "YEM"),
    ("quotes", "--speaker", "SAU"),
    ("promises",),
    ("agreements",),
    ("stories",),
    ("stats",),
)
"""What is asked; ARTICLE and STORY stand for the ids of the largest ones."""
ASKED = 5
ANSWER = f"""
import contextlib, io, sys, time
from marsad.cli import app
times = []
for _ in range({ASKED} + 1):
    begun = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        app(sys.argv[1:], standalone_mode=False)
    times.append(time.perf_counter() - begun)
print(*times[1:])
"""
"""A process that asks again and again, and tells the seconds of each time but the first."""
LOOK = 0.2
"""Seconds between looks at the memory of the processes."""


class Run(NamedTuple):
    """A command that ran: its seconds, those of the processor for all its processes together, and the MiB that it and
    the largest of its workers needed at their peak."""

    seconds: float
    processor: float
    main: float
    worker: float


class Measured(NamedTuple):
    """All that is told."""

    articles: int
    jobs: int
    read: Run
    added: Run
    half: Run
    size: float
    answers: dict[str, tuple[float, float] | None]
    """For each question how long the answer takes where all is loaded, and a process that asks it."""


def articles_of(corpus: Path, limit: int | None) -> list[dict[str, str]]:
    """The articles of the archives, by day."""
    found: list[dict[str, str]] = []
    for path in sorted(corpus.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            found += [row for name in sorted(archive.namelist()) for row in json.loads(archive.read(name))]
    return found[:limit]


def peak_of(pid: int) -> float:
    """MiB that a process has needed at most; 0 if it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def children_of(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    except OSError:
        return []


def run(*arguments: str) -> Run:
    """Run a command to its end and watch its memory."""
    main = worker = 0.0
    begun, used = time.perf_counter(), sum(os.times()[2:4])
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([*MARSAD, *arguments], stdout=subprocess.DEVNULL, stderr=told)
        while process.poll() is None:
            main = max(main, peak_of(process.pid))
            worker = max([worker, *map(peak_of, children_of(process.pid))])
            time.sleep(LOOK)
        seconds = time.perf_counter() - begun
        told.seek(0)
        if b" articles" not in (last := told.read().splitlines()[-1]):
            sys.exit(last.decode())
    return Run(seconds, sum(os.times()[2:4]) - used, main, worker)


def size_of(store: Path) -> float:
    """MiB of a store."""
    return sum(p.stat().st_size for p in store.parent.glob(f"{store.name}*")) / 2**20


def largest(store: Path) -> dict[str, str]:
    """Ids to ask for: the article with most events, the story with most articles."""
    from sqlalchemy import func, select

    from marsad.store import tables
    from marsad.store.ids import link_id, public_id
    from marsad.store.store import Store

    event, story = tables.event.c, tables.story.c
    with Store.open(store) as opened, opened.reading() as connection:
        article = connection.scalar(select(event.article).group_by(event.article).order_by(func.count().desc()))
        of_story = connection.scalar(select(story.id).order_by(story.articles.desc(), story.id))
    named = (("ARTICLE", article, public_id), ("STORY", of_story, partial(link_id, "story")))
    return {name: made(number) for name, number, made in named if number}


def ask(store: Path, question: Sequence[str], ids: dict[str, str]) -> tuple[float, float] | None:
    """The median seconds of a question where all is loaded, and of a process that asks it, from its start to its end;
    None if it cannot be asked."""
    arguments = [*(ids.get(word, word) for word in question), "--store", str(store)]
    times = []
    for _ in range(ASKED):
        begun = time.perf_counter()
        done = subprocess.run([*MARSAD, *arguments], capture_output=True)
        times.append(time.perf_counter() - begun)
        if done.returncode:
            return None
    answered = subprocess.run([sys.executable, "-c", ANSWER, *arguments], capture_output=True, text=True, check=True)
    return statistics.median(map(float, answered.stdout.split())), statistics.median(times)


@contextmanager
def files_of(articles: list[dict[str, str]]) -> Iterator[tuple[list[str], list[str]]]:
    """The articles in two files of one half each, those that come first in the first; and that file alone."""
    with tempfile.TemporaryDirectory() as folder:
        middle = len(articles) // 2
        paths = []
        for name, part in (("first", articles[:middle]), ("second", articles[middle:])):
            path = Path(folder) / f"{name}.json"
            path.write_text(json.dumps(part, ensure_ascii=False), encoding="utf-8")
            paths.append(str(path))
        yield paths, paths[:1]


def measure(articles: list[dict[str, str]], jobs: int, stores: Path) -> Measured:
    """All numbers of one run."""
    options = ["--mapping", "saudinewsnet", "--jobs", str(jobs)]
    whole, half = stores / "whole.db", stores / "half.db"
    with files_of(articles) as (both, first):
        read = run("read", *both, *options, "--format", "jsonl")
        added = run("add", *both, *options, "--store", str(whole))
        half_added = run("add", *first, *options, "--store", str(half))
    ids = largest(whole)
    answers = {" ".join(question): ask(whole, question, ids) for question in QUESTIONS}
    return Measured(len(articles), jobs, read, added, half_added, size_of(whole), answers)


def report(m: Measured) -> str:
    """The numbers as a Markdown table with the command that made them."""
    rows = [
        ["reading alone, s", f"{m.read.seconds:.0f}", ""],
        ["adding and linking, s", f"{m.added.seconds:.0f}", ""],
        ["adding and linking ÷ reading", f"{m.added.seconds / m.read.seconds:.2f}", "≤ 2"],
        ["all articles ÷ the first half of them", f"{m.added.seconds / m.half.seconds:.2f}", "≤ 2.3"],
        ["processor time of all processes, adding ÷ reading", f"{m.added.processor / m.read.processor:.2f}", ""],
        ["peak memory of the process that writes, MiB", f"{m.added.main:.0f}", ""],
        ["the same with half of the articles, MiB", f"{m.half.main:.0f}", ""],
        ["peak memory of a process that reads, MiB", f"{m.added.worker:.0f}", "< 500"],
        ["store, MiB", f"{m.size:.0f}", ""],
        ["store, KiB an article", f"{m.size * 1024 / m.articles:.1f}", ""],
    ]
    for question, seconds in m.answers.items():
        told = "–" if seconds is None else f"{seconds[0]:.2f}; {seconds[1]:.2f} as a process"
        rows.append([f"`marsad {question}`, s", told, "< 0.3"])
    made_by = f"{m.articles:,} articles, {m.jobs} processes that read; made by `make bench-store WRITE=--write`."
    return f"{table(['', 'measured', 'bar'], rows)}\n\n{made_by}"


def warn_if_busy() -> None:
    """Say so if others use the machine."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    if load > 0.5:
        print(f"the machine is busy (load {load:.1f}): all will seem slower than it is", file=sys.stderr)


def main() -> None:
    """Measure, print the table, write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--articles", type=int, help="only so many of them, from the first on")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--stores", type=Path, help="leave the stores in this folder")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    arguments = parser.parse_args()
    articles = articles_of(arguments.corpus, arguments.articles)
    if not articles:
        sys.exit(f"{arguments.corpus}: no archives there; give the folder of the SaudiNewsNet zips")
    warn_if_busy()
    with tempfile.TemporaryDirectory() as folder:
        stores = arguments.stores or Path(folder)
        block = report(measure(articles, arguments.jobs, stores))
    print(block)
    if arguments.write:
        write_block(REPOSITORY / "docs" / "performance.md", "store", block)


if __name__ == "__main__":
    main()
