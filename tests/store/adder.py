"""A process that has loaded everything that `marsad add` needs and forks one of them after another, so that sixty can
be killed in the time that a few take to start. Each notes in a shared file what it is doing.

    request (a line of JSON): {"arguments": […], "batch": 16, "progress": FILE, "log": FILE}
    answers: `pid N`, then `ended STATUS ORPHANS`, where ORPHANS is 1 if processes that it started outlived it
"""

import functools
import json
import mmap
import os
import select
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

PHASES = ("starting", "migrating", "reading", "entering", "linking", "ended")
PATIENCE = 20.0
"""Seconds that workers may outlive who started them."""
_LAYOUT = struct.Struct(f"<I{len(PHASES)}I")


class Progress:
    """What an adder is doing, and how often it has begun each of `PHASES`; in a file, so that it outlives the adder."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(_LAYOUT.size))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), _LAYOUT.size)

    @property
    def phase(self) -> str:
        """What it is doing now, or was when it died."""
        return PHASES[_LAYOUT.unpack(self._shared)[0]]

    def begun(self, phase: str) -> int:
        """How often it has begun that."""
        return int(_LAYOUT.unpack(self._shared)[1 + PHASES.index(phase)])

    def begin(self, phase: str) -> None:
        """Note what is done from now on."""
        number, counts = PHASES.index(phase), list(_LAYOUT.unpack(self._shared)[1:])
        counts[number] += 1
        _LAYOUT.pack_into(self._shared, 0, number, *counts)

    def around(self, phase: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """`work`, noted while it is done."""

        @functools.wraps(work)
        def noted(*arguments: Any, **named: Any) -> Any:
            self.begin(phase)
            try:
                return work(*arguments, **named)
            finally:
                self.begin("reading")

        return noted


class Adder(NamedTuple):
    """A `marsad add` that runs."""

    pid: int
    progress: Progress
    log: Path
    answers: Any

    def has_ended(self) -> bool:
        """Whether it has ended by itself."""
        return bool(select.select([self.answers], [], [], 0)[0])

    def ended(self) -> tuple[int, bool]:
        """Its status (negative: the signal that ended it) once it has ended, and whether it left processes behind."""
        word, status, orphans = self.answers.readline().split()
        assert word == b"ended"
        return int(status), orphans == b"1"


@contextmanager
def forking(folder: Path) -> Iterator[Callable[..., Adder]]:
    """What starts adders: `start(arguments, batch)`. One at a time."""
    command = [sys.executable, __file__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as server:
        assert server.stdin is not None
        answers: Any = server.stdout

        def start(arguments: list[str], batch: int) -> Adder:
            progress, log = folder / "progress", folder / "log"
            for old in (progress, log):
                old.unlink(missing_ok=True)
            shared = Progress(progress)
            request = {"arguments": arguments, "batch": batch, "progress": str(progress), "log": str(log)}
            server.stdin.write(json.dumps(request).encode() + b"\n")  # type: ignore[union-attr]
            word, pid = answers.readline().split()
            assert word == b"pid"
            return Adder(int(pid), shared, log, answers)

        yield start
        server.stdin.close()


def _add(request: dict[str, Any]) -> int:
    """`marsad` with the arguments, noting what it does; its exit status."""
    from marsad.cli import main
    from marsad.linking import linker
    from marsad.store import connection
    from marsad.store.store import Store

    progress = Progress(Path(request["progress"]))
    progress.begin("starting")
    linker.BATCH = request["batch"]
    connection.migrate = progress.around("migrating", connection.migrate)
    Store.add_all = progress.around("entering", Store.add_all)  # type: ignore[method-assign]
    linker.Linker._pass = progress.around("linking", linker.Linker._pass)  # type: ignore[method-assign]
    sys.argv = ["marsad", *request["arguments"]]
    try:
        main()
    except SystemExit as ending:
        progress.begin("ended")
        return int(ending.code or 0)
    return 1


def _serve(request: dict[str, Any]) -> None:
    alive, held = os.pipe()  # whatever comes of the adder holds it
    pid = os.fork()
    if pid == 0:
        os.setpgid(0, 0)
        log = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(log, stream)
        status = 1
        try:
            status = _add(request)
        finally:
            os._exit(status)
    os.close(held)
    print("pid", pid, flush=True)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    orphans = not select.select([alive], [], [], PATIENCE)[0]
    os.close(alive)
    print("ended", status, int(orphans), flush=True)


def _load() -> None:
    """All that an adder would load, the lexicon above all."""
    import alembic.command  # noqa: F401
    import psycopg  # noqa: F401
    from newswire import readings

    from marsad import api
    from marsad.linking.linker import all_kinds
    from marsad.linking.preparing import rows_to_add

    for reading in readings():
        rows_to_add(reading, all_kinds())
    list(api.read_many([api.samples()]))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    _load()
    for line in sys.stdin:
        _serve(json.loads(line))
