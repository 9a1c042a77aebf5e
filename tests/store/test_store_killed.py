"""`marsad add`, killed sixty times at random moments: the store is whole after each, in the end as if undisturbed."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from adder import Adder, forking
from manyfiles import write_all
from sqlalchemy import func, select
from storetables import Contents, check, contents, differences

import marsad
from marsad.errors import StoreError
from marsad.records import Reading
from marsad.store.rows import article_id
from marsad.store.store import Store
from marsad.store.tables import article

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "saudinewsnet" / "2015-07-24.zip"
KILLS = 60
REAL = 6
"""Each so many-th kill hits the command itself, the others a fork of a process that has loaded everything."""
ON_ONE = 10
"""Kills that one store takes before it is ended."""
BATCH = 16
"""Articles that the forks link at once, so that they often do; the command links more at once, with the same result."""
LEAST = {"migrating": 4, "reading": 5, "entering": 8, "linking": 4}
"""Kills that must land in each phase."""


class Moment(NamedTuple):
    """When to kill: when it does something for the so-many-th time, and so many seconds later."""

    phase: str
    time: int
    delay: float


class Undisturbed(NamedTuple):
    """What one undisturbed run makes of the files, and how long it takes."""

    files: Path
    readings: dict[int, Reading]
    contents: Contents
    seconds: float


def command(files: Path, store: str, jobs: int) -> list[str]:
    return ["add", str(files), "--store", store, "--jobs", str(jobs)]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_all(tmp_path_factory.mktemp("killed") / "files", CORPUS)


@pytest.fixture(scope="module")
def read(files: Path) -> dict[int, Reading]:
    """What is in the files, by the number of the article; of one article told twice, the first."""
    found: dict[int, Reading] = {}
    for reading in marsad.read_many([files]):
        found.setdefault(article_id(reading.article), reading)
    return found


@pytest.fixture
def undisturbed(files: Path, read: dict[int, Reading], new_url: Callable[[], str]) -> Undisturbed:
    store, begun = new_url(), time.monotonic()
    subprocess.run([sys.executable, "-m", "marsad.cli", *command(files, store, 1)], check=True, capture_output=True)
    seconds = time.monotonic() - begun
    with Store.open(store) as opened:
        assert check(opened, read) == len(read) > 80
        assert opened.unlinked() == 0
        return Undisturbed(files, read, contents(opened), seconds)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Adder]]:
    with forking(tmp_path_factory.mktemp("adders")) as starter:
        yield starter


class Killing:
    """Adders that are killed, and what came of it."""

    def __init__(self, undisturbed: Undisturbed, start: Callable[..., Adder], folder: Path) -> None:
        self.undisturbed, self.start, self.folder = undisturbed, start, folder
        self.random = random.Random(20240514)
        self.landed: Counter[str] = Counter()
        self.real_with_articles = 0

    def kill(self, store: str) -> bool:
        """One kill; False if the adder had ended before."""
        number = self.landed.total()
        jobs = 1 + number % 2
        hit = self._kill_command if number % REAL == REAL - 1 else self._kill_fork
        return hit(store, jobs)

    def _kill_fork(self, store: str, jobs: int) -> bool:
        moment = self._moment(store)
        adder = self.start(command(self.undisturbed.files, store, jobs), BATCH)
        while adder.progress.begun(moment.phase) < moment.time and not adder.has_ended():
            time.sleep(0.0005)
        time.sleep(moment.delay)
        if not adder.has_ended():
            self._signal(adder.pid)
        status, orphans = adder.ended()
        assert not orphans, "its workers live on"
        assert status in {0, -signal.SIGKILL}, adder.log.read_text()
        if status:
            self.landed[adder.progress.phase] += 1
        return bool(status)

    def _moment(self, store: str) -> Moment:
        chance = self.random.random
        if articles_in(store) is None and chance() < 0.8:
            return Moment("migrating", 1, chance() * 0.05)
        phase = self.random.choice(["reading", "reading", "entering", "linking", "linking"])
        longest = 0.001 if phase == "reading" else 0.004  # a short article is read in two milliseconds
        return Moment(phase, self.random.randint(1, 2 if phase == "linking" else 12), chance() * longest)

    def _kill_command(self, store: str, jobs: int) -> bool:
        """Kill the command itself: at any moment of its time, or soon after it has entered something."""
        adder = subprocess.Popen(
            [sys.executable, "-m", "marsad.cli", *command(self.undisturbed.files, store, jobs)],
            stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        if self.random.random() < 0.3:
            time.sleep(self.random.random() * self.undisturbed.seconds)
        else:
            wait_for_articles(store, adder)
            time.sleep(self.random.random() * 0.2)
        if adder.poll() is None:
            self._signal(adder.pid)
        adder.communicate(timeout=20)  # ends when its workers have ended too, as they hold the pipe
        assert adder.returncode in {0, -signal.SIGKILL}
        if adder.returncode:
            self.landed["command"] += 1
            self.real_with_articles += bool(articles_in(store))
        return bool(adder.returncode)

    def _signal(self, pid: int) -> None:
        """Kill it alone, so that its workers have to see to themselves, or all of them at once."""
        if self.random.random() < 0.7:
            os.kill(pid, signal.SIGKILL)
        else:
            os.killpg(pid, signal.SIGKILL)

    def check(self, store: str) -> None:
        """The store is whole. In SQLite a copy is looked at, so that the next run finds what the kill has left."""
        if "://" not in store and Path(store).exists():
            copy = self.folder / "copy.db"
            for suffix in ("", "-wal"):
                copy.with_name(copy.name + suffix).unlink(missing_ok=True)
                if Path(store + suffix).exists():
                    shutil.copy(store + suffix, copy.with_name(copy.name + suffix))
            store = str(copy)
        if articles_in(store) is not None:
            with Store.open(store) as opened:
                check(opened, self.undisturbed.readings)

    def finish(self, store: str) -> None:
        """One undisturbed run ends it: all is there as if nothing had happened."""
        adder = self.start(command(self.undisturbed.files, store, 2), BATCH)
        assert adder.ended() == (0, False), adder.log.read_text()
        with Store.open(store) as opened:
            assert not differences(contents(opened), self.undisturbed.contents)


def articles_in(store: str) -> int | None:
    """The number of articles; None as long as there is no store."""
    try:
        with Store.open(store) as opened, opened.reading() as connection:
            return connection.scalar(select(func.count()).select_from(article))
    except StoreError as error:
        if "there is no store" in error.reason or "has no tables" in error.reason:
            return None
        raise


def wait_for_articles(store: str, adder: subprocess.Popen[bytes]) -> None:
    """Wait until an adder has entered something, or has ended."""
    while (before := articles_in(store)) is None and adder.poll() is None:
        time.sleep(0.1)
    with Store.open(store) as opened:
        while opened.count() <= (before or 0) and adder.poll() is None:
            time.sleep(0.05)


def test_sixty_kills_leave_no_trace(
    undisturbed: Undisturbed, start: Callable[..., Adder], new_url: Callable[[], str], tmp_path: Path
) -> None:
    killing = Killing(undisturbed, start, tmp_path)
    while (before := killing.landed.total()) < KILLS:
        store, ended = new_url(), False
        while not ended and killing.landed.total() - before < ON_ONE:
            ended = not killing.kill(store)
            killing.check(store)
        killing.finish(store)
    assert not {phase for phase, least in LEAST.items() if killing.landed[phase] < least}, killing.landed
    assert killing.landed["command"] >= KILLS // REAL
    assert killing.real_with_articles >= KILLS // REAL // 2
