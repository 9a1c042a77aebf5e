"""`marsad serve` as a process: what it refuses to start with, how it ends, whom it does not wait for."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from browsing import observatory

from marsad.observatory import patience
from marsad.observatory.app import create_app
from marsad.observatory.settings import Settings

TEXT = json.dumps({"text": "زار وزير الخارجية المصري أنقرة يوم الاثنين."}).encode()


@pytest.mark.parametrize(
    "options",
    [
        ["--host", ""], ["--host", " "], ["--token", "a b;\r\nX: y"], ["--token", "سر"], ["--token", "short"],
        ["--token", "semi;colon;Domain=x"], ["--rate", "nan"], ["--rate", "inf"], ["--rate", "-1"],
        ["--host", "no.such.host.invalid"], ["--host", "192.0.2.1"], ["--port", "0"], ["--port", "65536"],
        ["--workers", "-1"],
    ],
)  # fmt: skip
def test_what_cannot_be_served_is_told(samples: Path, options: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "marsad.cli", "serve", "--store", str(samples), *options],
        capture_output=True, text=True, timeout=30,
    )  # fmt: skip
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert "observatory is at" not in done.stderr


def _descendants(process: int) -> set[int]:
    """The processes that a process started, and those that they did."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if state != "Z":
                parents[int(folder.name)] = int(parent)
    found, new = set(), {process}
    while new:
        new = {child for child, parent in parents.items() if parent in new}
        found |= new
    return found


def _ask(address: str, body: bytes | None = None) -> int:
    sent = urllib.request.Request(address, body, {"content-type": "application/json"} if body else {})
    with urllib.request.urlopen(sent, timeout=60) as answer:
        return int(answer.status)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked at in /proc")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_ends_with_all_its_processes(samples: Path, workers: str) -> None:
    before = _descendants(os.getpid())
    with observatory(samples, "--workers", workers) as address:
        for _ in range(3):
            assert _ask(f"{address}/read", TEXT) == 200
        started = _descendants(os.getpid()) - before
        assert len(started) >= int(workers) + 1
        main = min(started)
        if workers == "2":
            _replace_one(address, main)
        started |= _descendants(main)
        os.kill(main, signal.SIGINT)
        _until(lambda: not started & _descendants(os.getpid()) and not any(map(_lives, started)))


def _replace_one(address: str, main: int) -> None:
    """A process that answers dies, and another takes its place."""
    answering = [child for child in _descendants(main) if _is_worker(child, main)]
    assert len(answering) == 2
    os.kill(answering[0], signal.SIGKILL)
    _until(lambda: len([child for child in _descendants(main) if _is_worker(child, main)]) == 2)
    assert [_ask(f"{address}/promises.json") for _ in range(4)] == [200] * 4


def _is_worker(process: int, main: int) -> bool:
    told = Path(f"/proc/{process}")
    parent = int((told / "stat").read_text().rpartition(")")[2].split()[1])
    return parent == main and b"spawn_main" in (told / "cmdline").read_bytes()


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _until(true: object, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.fixture
def port(samples: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Where an observatory listens that waits half a second for what it is sent."""
    monkeypatch.setattr(patience, "SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = create_app(Settings(str(samples), rate=0, warm=False))
        server = uvicorn.Server(uvicorn.Config(app, http=patience.Impatient, log_level="critical"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        _until(lambda: server.started)
        yield int(listening.getsockname()[1])
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize(
    "begun",
    [
        b"", b"GET / HTT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ",
        b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
        b"GET /promises.json HTTP/1.1\r\nHost: localhost\r\n\r\nGET /",
    ],
)  # fmt: skip
def test_nobody_holds_a_place_by_being_slow(port: int, begun: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(begun)
        end = time.monotonic() + 5
        try:
            while time.monotonic() < end:
                client.settimeout(0.2)
                try:
                    if not client.recv(65_536):
                        return
                except TimeoutError:
                    client.sendall(b"x" if begun else b"")
        except ConnectionError:
            return
    pytest.fail("it waits")


def test_who_asks_again_and_again_is_answered(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        for _ in range(8):
            client.sendall(b"HEAD /promises.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert client.recv(65_536).startswith(b"HTTP/1.1 200")
            time.sleep(0.3)
