"""Answers that are asked for again: an ETag for each (RFC 9110), and those of the store's present state kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

from marsad import __version__
from marsad.errors import StoreError
from marsad.observatory.preferences import Preferences, preferences
from marsad.observatory.security import App, Message, Receive, Scope, Send, headers_of
from marsad.output.labels import Lang

_ENTRY = 600
"""What an answer takes beside its body, in bytes."""


class Kept(NamedTuple):
    """An answer that is kept."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


class Recent:
    """Answers by their ETag, those that were asked for last, up to so many bytes."""

    def __init__(self, size: int) -> None:
        self.size, self._used, self._lock = size, 0, threading.Lock()
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def get(self, tag: str) -> Kept | None:
        """The answer of a tag."""
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
            return self._kept.get(tag)

    def put(self, tag: str, kept: Kept) -> None:
        """Keep an answer, if it is not too big."""
        if len(kept.body) > self.size // 8:
            return
        with self._lock:
            if tag not in self._kept:
                self._kept[tag] = kept
                self._used += len(kept.body) + _ENTRY
            while self._used > self.size:
                _, gone = self._kept.popitem(last=False)
                self._used -= len(gone.body) + _ENTRY


class Cache:
    """Answers from what is kept, or with 304 who has the answer already. `revision` tells the store's state."""

    def __init__(self, app: App, revision: Callable[[], str], size: int, default: Lang) -> None:
        self.app, self.revision, self.recent, self.default = app, revision, Recent(size), default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = headers_of(scope)
        wanted = preferences(scope["query_string"].decode("latin-1"), headers, self.default)
        scope.setdefault("state", {})["preferences"] = wanted
        if scope["method"] == "HEAD":
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        if scope["method"] != "GET" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        try:
            tag = self._tag(scope, wanted, headers)
        except StoreError:  # the page will tell
            await self.app(scope, receive, send)
            return
        if tag in [each.strip() for each in headers.get("if-none-match", "").split(",")]:
            await send({"type": "http.response.start", "status": 304, "headers": _common(tag, wanted)})
            await send({"type": "http.response.body", "body": b""})
        elif (kept := self.recent.get(tag)) is not None:
            await send({"type": "http.response.start", "status": 200,
                        "headers": [*kept.headers, *_common(tag, wanted)]})  # fmt: skip
            await send({"type": "http.response.body", "body": kept.body})
        else:
            await self._ask(scope, receive, send, tag, wanted)

    def _tag(self, scope: Scope, wanted: Preferences, headers: dict[str, str]) -> str:
        parts = (
            __version__, self.revision(), scope["path"], scope["query_string"].decode("latin-1"),
            *wanted[:3], headers.get("accept", "") if "json" in headers.get("accept", "") else "",
        )  # fmt: skip
        return f'W/"{blake2b(chr(0).join(parts).encode(), digest_size=12).hexdigest()}"'

    async def _ask(self, scope: Scope, receive: Receive, send: Send, tag: str, wanted: Preferences) -> None:
        started: Message = {}
        pieces: list[bytes] = []

        async def keeping(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.update(message)
                common = _common(tag, wanted) if message["status"] == 200 else _cookies(wanted)
                message = {**message, "headers": [*message.get("headers", []), *common]}
            elif message["type"] == "http.response.body":
                pieces.append(message.get("body", b""))
                if not message.get("more_body") and started.get("status") == 200:
                    self.recent.put(tag, Kept(tuple(started.get("headers", ())), b"".join(pieces)))
            await send(message)

        await self.app(scope, receive, keeping)


def _without_body(send: Send) -> Send:
    """How HEAD is answered: as GET is, but for the body."""

    async def sending(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return sending


def _common(tag: str, wanted: Preferences) -> list[tuple[bytes, bytes]]:
    return [
        (b"etag", tag.encode()), (b"cache-control", b"private, no-cache"),
        (b"vary", b"Cookie, Accept-Language, Accept"),
        *_cookies(wanted),
    ]  # fmt: skip


def _cookies(wanted: Preferences) -> list[tuple[bytes, bytes]]:
    return [(b"set-cookie", cookie.encode()) for cookie in wanted.cookies()]
