"""How fast Marsad reads, beside spaCy's blank Arabic tokenizer on the same articles in the same run.

    python benchmarks/throughput.py CORPUS.zip [--articles 2000] [--rounds 5] [--write]

One core; the two take turns, and the ratio is the median of the rounds' ratios; only the pace of two processes is taken
on two cores, by the best of the runs with each. Memory is the peak of a process that does nothing but read the
articles; start-up times are medians of fresh processes. `--write` puts the table into docs/performance.md, that of a
compiled Marsad (`make fast`) into a place of its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from blocks import REPOSITORY, table, write_block

import marsad

CORPUS = REPOSITORY.parent / "shared" / "corpora" / "saudinewsnet" / "2015-07-24.zip"
SAMPLES = REPOSITORY / "src" / "marsad" / "samples"
PROGRAM = Path(sys.executable).with_name("marsad")
STARTS = 5
RUNS = 3
BUSY = 0.5
"""From which load on the machine has not two cores to spare."""
BEGUN = 100
"""How many articles are read before the clock starts, so that all processes have begun."""


class Measured(NamedTuple):
    """Words per second of both, the median ratio, how many times faster two processes are (None on one core), MiB at
    the peak, and seconds to help and to the first record."""

    articles: int
    words: int
    marsad: float
    spacy: float
    ratio: float
    two: float | None
    memory: float
    help: float
    first_record: float


def texts_of(corpus: Path, articles: int) -> list[str]:
    """The first texts of a corpus in the SaudiNewsNet layout."""
    with zipfile.ZipFile(corpus) as archive:
        rows = [row for name in sorted(archive.namelist()) for row in json.loads(archive.read(name))]
    return [row["content"] for row in rows[:articles]]


def read_all(texts: Iterable[str]) -> None:
    """Read each text as `marsad.read` does for a user who knows the date."""
    for text in texts:
        marsad.read(text, published="2015-07-24")


def tokenizer() -> Callable[[Iterable[str]], None]:
    """What splits each text into tokens with spaCy's rules for Arabic."""
    import spacy

    tokenize = spacy.blank("ar").tokenizer

    def run(texts: Iterable[str]) -> None:
        for text in texts:
            tokenize(text)

    return run


def seconds(work: Callable[[Iterable[str]], None], texts: list[str]) -> float:
    """How long `work` takes on the texts."""
    start = time.perf_counter()
    work(texts)
    return time.perf_counter() - start


def take_turns(texts: list[str], rounds: int) -> tuple[list[float], list[float]]:
    """The seconds of Marsad and of spaCy in each round. Each round has articles of its own, as in an archive, where no
    article comes twice; who begins changes from round to round."""
    tokenize = tokenizer()
    for work in (read_all, tokenize):
        work(texts[:50])
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(rounds):
        turns = [(ours, read_all), (theirs, tokenize)]
        for times, work in turns if number % 2 == 0 else reversed(turns):
            times.append(seconds(work, texts[number::rounds]))
    return ours, theirs


def peak_memory(corpus: Path, articles: int) -> float:
    """MiB that a process has used at most after reading the articles, and nothing else."""
    command = [sys.executable, __file__, str(corpus), "--articles", str(articles), "--only-memory"]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def print_memory(corpus: Path, articles: int) -> None:
    """Read the articles one by one and print this process's peak in MiB."""
    for _ in itertools.islice(
        marsad.read_many([corpus], on_error=lambda error: None, mapping="saudinewsnet"), articles
    ):
        pass
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def print_pace(corpus: Path, articles: int, jobs: int) -> None:
    """Read the articles with some processes and print how many seconds all but the first of them took."""
    readings = marsad.read_many([corpus], jobs, on_error=lambda error: None, mapping="saudinewsnet")
    start = 0.0
    for number, _ in enumerate(itertools.islice(readings, articles)):
        start = time.perf_counter() if number == BEGUN else start
    print(time.perf_counter() - start)


def speed_up(corpus: Path, articles: int) -> float | None:
    """How many times faster two processes read than one, each by the best of its runs, since whatever else the machine
    does can only add to a run, and adds more to one that wants both cores; None where there are no two."""
    if len(os.sched_getaffinity(0)) < 2 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) < 2:
        return None
    command = [sys.executable, __file__, str(corpus), "--articles", str(articles), "--only-pace"]
    runs: dict[str, list[float]] = {"1": [], "2": []}
    for _ in range(RUNS):
        for jobs, times in runs.items():
            times.append(float(subprocess.run([*command, jobs], check=True, capture_output=True, text=True).stdout))
    return min(runs["1"]) / min(runs["2"])


def warn_if_busy() -> None:
    """Say so if others use the machine, which makes two processes look slower than they are."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    if load > BUSY:
        print(f"the machine is busy (load {load:.1f}): two processes will seem slower than they are", file=sys.stderr)


def is_compiled() -> bool:
    """Whether the reader is machine code, as `make fast` makes it."""
    import marsad.reading.reader

    return not str(marsad.reading.reader.__file__).endswith(".py")


def time_to(output: bool, *arguments: str) -> float:
    """The median time of fresh processes: to the first line of output, or to the end."""
    times = []
    for _ in range(STARTS):
        start = time.perf_counter()
        with subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            if output:
                process.stdout.readline()
                times.append(time.perf_counter() - start)
            process.stdout.read()
        if not output:
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def measure(corpus: Path, articles: int, rounds: int) -> Measured:
    """All numbers of one run."""
    two = speed_up(corpus, articles)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = texts_of(corpus, articles)
    words = sum(len(text.split()) for text in texts)
    ours, theirs = take_turns(texts, rounds)
    first = str(min(SAMPLES.glob("*.txt")))
    return Measured(
        articles=len(texts),
        words=words,
        marsad=words / sum(ours),
        spacy=words / sum(theirs),
        ratio=statistics.median(t / o for o, t in zip(ours, theirs, strict=True)),
        two=two,
        memory=peak_memory(corpus, articles),
        help=time_to(False, "--help"),
        first_record=time_to(True, "read", first, "--format", "jsonl"),
    )


def report(m: Measured) -> str:
    """The numbers as a Markdown table with the command that made them."""
    rows = [
        ["reading, words/s on one core", f"{m.marsad:,.0f}", ""],
        ["spaCy blank Arabic tokenizer, words/s", f"{m.spacy:,.0f}", ""],
        ["reading ÷ tokenizer (median of rounds)", f"{m.ratio:.2f}", "≥ 0.5"],
        ["two processes ÷ one", "–" if m.two is None else f"{m.two:.2f}", "≥ 1.8"],
        ["peak memory of a reading process, MiB", f"{m.memory:,.0f}", "< 500"],
        ["`marsad --help`, s", f"{m.help:.2f}", "< 0.4"],
        ["time to the first record, s", f"{m.first_record:.2f}", "< 1.5"],
    ]
    size = f"{m.articles:,} articles, {m.words:,} words"
    what = "compiled by mypyc; made by `make fast bench-fast" if is_compiled() else "pure Python; made by `make bench"
    made_by = f"{size}; {what} WRITE=--write`."
    return f"{table(['', 'measured', 'bar'], rows)}\n\n{made_by}"


def main() -> None:
    """Measure, print the table, write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    parser.add_argument("--only-memory", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--only-pace", type=int, metavar="JOBS", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not arguments.corpus.is_file():
        sys.exit(f"{arguments.corpus}: no such file; give the path of a SaudiNewsNet zip")
    if arguments.only_memory:
        print_memory(arguments.corpus, arguments.articles)
        return
    if arguments.only_pace:
        print_pace(arguments.corpus, arguments.articles, arguments.only_pace)
        return
    warn_if_busy()
    block = report(measure(arguments.corpus, arguments.articles, arguments.rounds))
    print(block)
    if arguments.write:
        name = "throughput-compiled" if is_compiled() else "throughput"
        write_block(REPOSITORY / "docs" / "performance.md", name, block)


if __name__ == "__main__":
    main()
