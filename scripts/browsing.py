"""An observatory as a process, and a headless Chromium before it: for tests, measurements and pictures."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What Chromium is called; `MARSAD_CHROMIUM` names another."""
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
]  # fmt: skip
_WAIT_SECONDS = 60


def chromium_path() -> str | None:
    """Where Chromium is; None if it is not installed."""
    return os.environ.get("MARSAD_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium. Raises `RuntimeError` if none is installed."""
    from playwright.sync_api import sync_playwright

    path = chromium_path()
    if path is None:
        raise RuntimeError("Chromium is not installed; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def observatory(store: Path, *options: str) -> Iterator[str]:
    """The address of a `marsad serve` of its own, on a free port. Raises `RuntimeError` if it does not start."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "marsad.cli", "serve", "--store", str(store), "--port", str(port), "--rate", "0"]
    process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait()
        if process.stderr:
            process.stderr.close()


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"{address}/static/marsad.svg", timeout=5).close()
            return
        time.sleep(0.1)
    told = process.stderr.read().decode() if process.poll() is not None and process.stderr else "it did not answer"
    raise RuntimeError(f"the observatory does not start: {told}")
