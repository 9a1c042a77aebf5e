"""A PostgreSQL server of the tests' own: made in a folder, on a port of its own, ended with the tests."""

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

_DATABASES = itertools.count(1)
_SETTINGS = {"fsync": "off", "listen_addresses": "127.0.0.1", "max_connections": "40", "shared_buffers": "64MB"}


def programs() -> Path | None:
    """The folder with PostgreSQL's server programs: Debian's newest, or where the path finds them."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return Path(found).parent if found else None


class Server:
    """A server that is running from the beginning, with its data in a folder of its own: not among those of pytest,
    which another run of the tests closes to the server's user. With a `password` it asks for it.
    """

    def __init__(self, password: str | None = None) -> None:
        found = programs()
        if found is None:
            if os.environ.get("CI"):
                pytest.fail("no PostgreSQL server is installed, and CI must have one")
            pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
        self._folder = tempfile.TemporaryDirectory(prefix="marsad-")
        folder = Path(self._folder.name)
        self.programs, self.folder, self.data = found, folder, folder / "data"
        self.user = _unprivileged_user(folder)
        self.port = _free_port()
        self.url = f"postgresql://marsad@127.0.0.1:{self.port}"
        asks = ["-A", "trust"] if password is None else ["-A", "scram-sha-256", "--pwfile", folder / "password"]
        if password is not None:
            (folder / "password").write_text(password)
        self._run("initdb", "-D", self.data, "-U", "marsad", *asks, "-E", "UTF8", "--locale=C", "-N")
        self.start()

    def start(self) -> None:
        """Let it run, again."""
        settings = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
        log, options = self.folder / "log", f"-p {self.port} -k {self.folder} {settings}"
        self._run("pg_ctl", "-D", self.data, "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """End it at once, in the middle of whatever it does."""
        self._run("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")

    def close(self) -> None:
        """End it and take its data away."""
        self.stop()
        self._folder.cleanup()

    def _run(self, program: str, *arguments: str | Path) -> None:
        done = subprocess.run(
            [str(self.programs / program), *map(str, arguments)],
            user=self.user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert done.returncode == 0, f"{program} failed with status {done.returncode}"


def database(server: str) -> str:
    """The URL of an empty database on a server."""
    import psycopg

    name = f"marsad{next(_DATABASES)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{server}/{name}"


def _unprivileged_user(folder: Path) -> str | None:
    """Whom to run the server as: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    for parent in folder.parents:
        if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
            parent.chmod(parent.stat().st_mode | 0o011)
    return user.pw_name


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
