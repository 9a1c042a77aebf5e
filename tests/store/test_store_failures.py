"""A store that fails under way: one line that says what to do, nothing half-written, and the next run goes on."""

import ctypes
import functools
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from postgresql import Server
from sqlalchemy import text

import marsad
from marsad.api import samples
from marsad.errors import StoreError
from marsad.records import Reading
from marsad.store.store import Store

CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24
PASSWORD = "right"


def add(store: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "marsad.cli", "add", str(samples()), "--store", store]
    return subprocess.run(command, preexec_fn=before, capture_output=True, text=True, encoding="utf-8")


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line that a failed run told."""
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def as_a_usual_user() -> None:
    """Root may write everywhere; without this capability it may do what the rights say."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


def files_of_at_most(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@functools.cache
def all_samples() -> dict[str, Reading]:
    """The samples as they are read, by their articles."""
    return {reading.article.id: reading for reading in marsad.read_many([samples()])}


def whole(store: str) -> int:
    """The number of articles, each of which must be as it is read."""
    expected = all_samples()
    with Store.open(store) as opened, opened.reading() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        found = connection.execute(text("SELECT id, sha256 FROM article")).all()
        for row in found:
            assert opened.get(f"{row.id:016x}") == expected[row.sha256]
    return len(found)


@pytest.mark.parametrize("kilobytes", [20, 400, 600])
def test_a_file_that_may_not_grow_is_told(kilobytes: int, tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    line = refused(add(store, files_of_at_most(kilobytes << 10)))
    assert "could not be read or written (disk I/O error); see that the disk has room" in line
    assert add(store).returncode == 0
    assert whole(store) == len(all_samples())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only who may mount a disk can fill one")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told(small_disk: Path) -> None:
    line = refused(add(str(small_disk / "s.db")))
    assert "s.db: the disk is full (database or disk is full); make room and run the same command again" in line
    assert whole(str(small_disk / "s.db")) < len(all_samples())
    subprocess.run(["mount", "-o", "remount,size=32m", str(small_disk)], check=True)
    assert add(str(small_disk / "s.db")).returncode == 0
    assert whole(str(small_disk / "s.db")) == len(all_samples())


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another thing there")
@pytest.mark.parametrize(
    ("what", "rights", "reason"), [("s.db", 0o444, "may not be written"), (".", 0o555, "may not be written")]
)
def test_what_may_not_be_written_is_told(what: str, rights: int, reason: str, tmp_path: Path) -> None:
    store = tmp_path / "folder" / "s.db"
    store.parent.mkdir()
    Store.open(store, create=True).close()
    (store.parent / what).chmod(rights)
    line = refused(add(str(store), as_a_usual_user))
    (store.parent / what).chmod(0o755)
    assert reason in line
    assert "name another with --store" in line


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    line = refused(add(str(tmp_path / "none" / "s.db")))
    assert "cannot be opened as a store (unable to open database file); check that its folder is there" in line


def removed(store: Path) -> None:
    store.unlink()


def replaced(store: Path) -> None:
    other = store.with_name("other.db")
    Store.open(other, create=True).close()
    other.replace(store)


@pytest.mark.parametrize("lose", [removed, replaced])
def test_a_file_that_is_taken_away_is_told(lose: Callable[[Path], None], tmp_path: Path) -> None:
    store = tmp_path / "s.db"
    outcomes = marsad.add([samples()], store)
    assert [next(outcomes) for _ in range(3)] == ["new"] * 3
    lose(store)
    with pytest.raises(StoreError, match=r"s\.db: was replaced or taken away while it was written"):
        list(outcomes)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    store = tmp_path / "s.db"
    list(marsad.add([samples()], store))
    with store.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (store.stat().st_size - 4096))
    assert "is damaged (database disk image is malformed); put a copy in its place" in refused(add(str(store)))


@pytest.fixture(scope="module")
def guarded() -> Iterator[Server]:
    """A server that asks for a password."""
    server = Server(PASSWORD)
    yield server
    server.close()


def url(server: Server, password: str) -> str:
    return server.url.replace("marsad@", f"marsad:{password}@") + "/postgres"


def test_a_server_that_ends_is_told(guarded: Server) -> None:
    store = url(guarded, PASSWORD)
    outcomes = marsad.add([samples()], store)
    assert [next(outcomes) for _ in range(3)] == ["new"] * 3
    guarded.stop()
    try:
        with pytest.raises(StoreError, match=r"marsad:\*\*\*@.*: the server .*run the same command again"):
            list(outcomes)
        assert "the server cannot be reached" in refused(add(store))
    finally:
        guarded.start()
    again = add(store)
    assert again.returncode == 0, again.stderr
    assert PASSWORD not in again.stderr
    assert whole(store) == len(all_samples())


def test_a_wrong_password_is_told_and_not_shown(guarded: Server) -> None:
    line = refused(add(url(guarded, "wrong")))
    assert "password authentication failed" in line
    assert "check its address, user and password" in line
    assert "wrong" not in line


def test_a_server_ended_within_a_transaction_is_told(guarded: Server) -> None:
    with Store.open(url(guarded, PASSWORD), create=True) as store:
        with pytest.raises(StoreError, match="the server ended the work"):
            end_reader_of(store)
        assert store.count() >= 0


def end_reader_of(store: Store) -> None:
    with store.reading() as connection:
        pid = connection.execute(text("SELECT pg_backend_pid()")).scalar()
        with store.writing() as other:
            other.execute(text(f"SELECT pg_terminate_backend({pid})"))
        connection.execute(text("SELECT count(*) FROM article"))


def test_a_reader_sees_one_state(store: Store) -> None:
    """Whatever others write meanwhile; also on PostgreSQL, where a transaction sees more than that by default."""
    reading = next(marsad.read_many([samples()]))
    from marsad.store.rows import rows_of

    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM article")).scalar() == 0
        store.add(rows_of(reading))
        assert connection.execute(text("SELECT count(*) FROM event")).scalar() == 0
    assert store.count() == 1
