"""A PostgreSQL server of the tests' own: made in a folder, on a port of its own, ended with the tests."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_SETTINGS = {"fsync": "off", "listen_addresses": "127.0.0.1", "max_connections": "40", "shared_buffers": "64MB"}


def programs() -> Path | None:
    """The folder with PostgreSQL's server programs: Debian's newest, or where the path finds them."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return Path(found).parent if found else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """A running server with its data in `folder`; gives the URL of its `postgres` database without the name."""
    bin_folder = programs()
    if bin_folder is None:
        if os.environ.get("CI"):
            pytest.fail("no PostgreSQL server is installed, and CI must have one")
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    user = _unprivileged_user(folder)
    data, port = folder / "data", _free_port()
    _run([bin_folder / "initdb", "-D", data, "-U", "marsad", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], user)
    options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    log = folder / "log"
    start = [bin_folder / "pg_ctl", "-D", data, "-w", "-l", log, "-o", f"-p {port} -k {folder} {options}", "start"]
    _run(start, user)
    try:
        yield f"postgresql://marsad@127.0.0.1:{port}"
    finally:
        _run([bin_folder / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"], user)


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


def _run(command: list[str | Path], user: str | None) -> None:
    done = subprocess.run(
        [str(part) for part in command], user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    )
    assert done.returncode == 0, f"{command[0]} failed with status {done.returncode}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
