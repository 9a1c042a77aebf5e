"""Texts that somebody sends are read in a process of its own, which is ended if it takes too long."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from marsad.errors import SourceError
from marsad.observatory.problems import BusyError

_SPAWN = multiprocessing.get_context("spawn")
Sent = dict[str, Any]


class Readings:
    """Reads one text at a time. `seconds` is how long one may take, and how long one waits for those before it."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def read(self, article: Sent) -> Sent:
        """What is found in an article of the given fields (those of `marsad.sources.article_from_text`), as
        `Reading.to_json` gives it. Raises `SourceError` for a date that is none, `BusyError` if it takes too long."""
        if not self._lock.acquire(timeout=self.seconds):
            raise BusyError("other texts are being read", "send it again later")
        try:
            pipe = self._started()
            pipe.send(article)
            if not pipe.poll(self.seconds):
                self.close()
                raise BusyError(f"reading took longer than {self.seconds:g} seconds", "send a shorter text")
            return _told(pipe.recv())
        except (EOFError, OSError) as error:
            self.close()
            raise BusyError("the reader ended", "send it again, or a shorter text") from error
        finally:
            self._lock.release()

    def _started(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self.close()
            self._pipe, theirs = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _told(answer: tuple[str, Any]) -> Sent:
    kind, told = answer
    if kind == "error":
        raise SourceError(*told)
    found: Sent = told
    return found


def _serve(pipe: Connection) -> None:
    """Read what comes, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C means those who asked; they end this process
    from marsad.parallel import default_reader
    from marsad.sources import article_from_text

    while True:
        try:
            sent: Sent = pipe.recv()
        except EOFError:
            return
        try:
            answer: tuple[str, Any] = ("reading", default_reader().read(article_from_text(**sent)).to_json())
        except SourceError as error:
            answer = ("error", (error.where, error.reason, error.remedy))
        pipe.send(answer)
