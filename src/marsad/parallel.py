"""Reading many articles, in this process or in several, in order and with little held in memory."""

from __future__ import annotations

import collections
import functools
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from marsad.errors import SourceError
from marsad.records import Article, Reading

if TYPE_CHECKING:
    from marsad.reading.reader import Reader

Read = TypeVar("Read")
"""What comes of one article: a reading, or anything else but a tuple that can be sent between processes."""
ReadOne = Callable[[Article], Any]
Result = Any | SourceError
Chunk = list[Article]
Sent = Any | tuple[str, str, str]
"""A result as it travels between processes: an error as its three texts, since not every exception survives that."""
_ARTICLES, _CHARACTERS = 16, 60_000
_GARBAGE = 20_000
_WAITING = 15
"""Chunks on their way for each process: enough that none waits while what came is linked, few enough to hold little."""


@functools.cache
def default_reader() -> Reader:
    """The reader with the lexicon of the package, made once in each process."""
    from marsad.lexicon.lexicon import default_lexicon
    from marsad.reading.reader import Reader

    collecting = gc.isenabled()
    gc.disable()  # nothing of the lexicon is garbage: looking for some would take half of the time of loading it
    try:
        reader = Reader(default_lexicon())
        reader.lexicon.prepare()
    finally:
        if collecting:
            gc.enable()
    # The lexicon lives as long as the process: collecting garbage need not look through it again and again. What an
    # article leaves behind is looked for every few articles, not several times within one.
    gc.freeze()
    gc.set_threshold(max(gc.get_threshold()[0], _GARBAGE), *gc.get_threshold()[1:])
    return reader


def read_article(article: Article) -> Reading:
    """Read one article with the default reader."""
    return default_reader().read(article)


def readings(
    articles: Iterable[Article],
    jobs: int,
    on_error: Callable[[SourceError], None],
    read_one: Callable[[Article], Reading] = read_article,
    context: BaseContext | None = None,
) -> Iterator[Reading]:
    """The readings of `articles` in their order; see `results`."""
    return results(articles, jobs, on_error, read_one, context)


def results(
    articles: Iterable[Article],
    jobs: int,
    on_error: Callable[[SourceError], None],
    read_one: Callable[[Article], Read],
    context: BaseContext | None = None,
) -> Iterator[Read]:
    """What `read_one` makes of each of `articles`, in their order, by `jobs` processes (1: this one). An article on
    which it fails or its process dies goes to `on_error`; the rest is read. `read_one` must be importable by its name.
    """
    for several in results_together(articles, jobs, on_error, read_one, context):
        yield from several


def results_together(
    articles: Iterable[Article],
    jobs: int,
    on_error: Callable[[SourceError], None],
    read_one: Callable[[Article], Read],
    context: BaseContext | None = None,
    niceness: int = 0,
) -> Iterator[list[Read]]:
    """The same, as they come: one after another from this process, a few together from others. Others leave the
    processor to this one by `niceness` (POSIX) where there is not enough for all.
    """
    made = (
        _many(articles, jobs, read_one, context, niceness) if jobs > 1 else ([_safely(read_one, a)] for a in articles)
    )
    for several in made:
        done: list[Read] = []
        for result in several:
            if isinstance(result, SourceError):
                on_error(result)
            else:
                done.append(result)
        if done:
            yield done


def _safely(read_one: ReadOne, article: Article) -> Result:
    try:
        return read_one(article)
    except Exception as error:
        return _failure(article, f"the reader failed on it ({type(error).__name__}: {error})")


def _failure(article: Article, reason: str) -> SourceError:
    where = article.doc if article.uri in {"", article.doc} else f"{article.doc} ({article.uri})"
    return SourceError(where, reason, "the rest is read; please report it with this article")


def _read_chunk(read_one: ReadOne, chunk: Chunk) -> list[Sent]:
    """What a worker does."""
    done = (_safely(read_one, article) for article in chunk)
    return [(r.where, r.reason, r.remedy) if isinstance(r, SourceError) else r for r in done]


def _received(item: Sent) -> Result:
    return SourceError(*item) if isinstance(item, tuple) else item


def _start_worker(read_one: ReadOne, niceness: int) -> None:
    """Leave Ctrl-C to the parent, end with it, and load the lexicon before the first article comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if read_one is read_article:
        default_reader()


def _end_with_parent() -> None:
    """A parent that is killed tells its workers nothing: they would wait, and hold its connections, for ever."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def chunks(articles: Iterable[Article]) -> Iterator[Chunk]:
    """Articles in chunks that are worth sending to another process."""
    chunk: Chunk = []
    size = 0
    for article in articles:
        chunk.append(article)
        size += len(article.text)
        if len(chunk) >= _ARTICLES or size >= _CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class _Task(NamedTuple):
    """A chunk on its way: its result to come, and the processes that it was given to."""

    chunk: Chunk
    future: Future[list[Sent]] | None
    pool: ProcessPoolExecutor


def _many(
    articles: Iterable[Article], jobs: int, read_one: ReadOne, context: BaseContext | None, niceness: int
) -> Iterator[list[Result]]:
    workers = _Workers(jobs, read_one, context, niceness)
    waiting: collections.deque[_Task] = collections.deque()
    try:
        for chunk in chunks(articles):
            waiting.append(workers.submit(chunk))
            if len(waiting) >= jobs * _WAITING:
                yield workers.results(waiting.popleft())
        while waiting:
            yield workers.results(waiting.popleft())
    finally:
        workers.close()


class _Workers:
    """Processes that are started again when one of them dies."""

    def __init__(self, jobs: int, read_one: ReadOne, context: BaseContext | None, niceness: int) -> None:
        self.jobs, self.read_one, self.context, self.niceness = jobs, read_one, context, niceness
        self.pool = self._start(jobs)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, self.context, _start_worker, (self.read_one, self.niceness))

    def submit(self, chunk: Chunk) -> _Task:
        """Send a chunk off; without a future if the processes are dead, so that it is read when its turn comes."""
        pool = self.pool
        try:
            return _Task(chunk, pool.submit(_read_chunk, self.read_one, chunk), pool)
        except BrokenProcessPool:
            return _Task(chunk, None, pool)

    def results(self, task: _Task) -> list[Result]:
        """The results of a chunk. If a process died while it was under way, its articles are read one by one in a
        process of their own, so that the one to blame is known.
        """
        try:
            done = task.future.result() if task.future is not None else None
        except BrokenProcessPool:
            done = None
        if done is not None:
            return list(map(_received, done))
        if task.pool is self.pool:
            self.pool.shutdown()
            self.pool = self._start(self.jobs)
        return list(self._one_by_one(task.chunk))

    def _one_by_one(self, chunk: Chunk) -> Iterator[Result]:
        alone = self._start(1)
        try:
            for article in chunk:
                try:
                    (item,) = alone.submit(_read_chunk, self.read_one, [article]).result()
                    yield _received(item)
                except BrokenProcessPool:
                    yield _failure(article, "the process that read it died (out of memory?)")
                    alone.shutdown()
                    alone = self._start(1)
        finally:
            alone.shutdown()

    def close(self) -> None:
        """Let go of the processes; what is not begun is dropped."""
        self.pool.shutdown(cancel_futures=True)
